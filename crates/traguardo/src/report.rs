//! A report: plan, readings, rules and scores of one day, with the questions that surfaces ask.
//! Not here: how a surface looks, and the sentences of an explanation ([`crate::explain`]).

mod losses;

use hashbrown::HashMap;

pub use losses::Loss;

use crate::check;
use crate::indicator::Indicator;
use crate::issue::{Issue, Severity};
use crate::period::Date;
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::{Band, Rules};
use crate::score::{Applied, Cause, Formula, Outcome, Scores};
use crate::scoring::score;
use crate::target::Expected;

/// Everything there is to say of a plan on a day.
#[derive(Debug)]
pub struct Report<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its readings.
    pub readings: &'a Readings,
    /// The rules in force.
    pub rules: &'a Rules,
    /// The scores of the day.
    pub scores: Scores,
    /// What is wrong with plan and readings, in the order of their rows.
    pub issues: Vec<Issue>,
    indicators: HashMap<&'a str, &'a Indicator>,
}

/// How many nodes of a level stand in each band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandCounts<'a> {
    /// The level.
    pub level: &'a str,
    /// Its nodes, those taken out of the count apart.
    pub nodes: usize,
    /// The nodes in each band, bands as the rules list them.
    pub in_band: Vec<(&'a Band, usize)>,
    /// The nodes that are not measured.
    pub missing: usize,
    /// The nodes that are not due yet.
    pub not_due: usize,
}

/// How many indicators in use are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Uses that count: neutralised, eliminated and first-year ones are left out.
    pub uses: usize,
    /// Of them, those with a score.
    pub scored: usize,
    /// Of them, those that are missing.
    pub missing: usize,
    /// Of them, those that are not due yet.
    pub not_due: usize,
}

impl<'a> Report<'a> {
    /// Scores and checks a plan on a day.
    ///
    /// ```
    /// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!(report.measured().scored, 3);
    /// ```
    #[must_use]
    pub fn new(plan: &'a Plan, readings: &'a Readings, rules: &'a Rules, at: Date) -> Self {
        let mut scores = score(plan, readings, rules, at);
        let mut issues = check::check_shaped(plan, &scores.tree, readings, rules);
        issues.append(&mut scores.issues);
        check::sort(&mut issues);
        let indicators = plan.indicators.iter().map(|i| (i.code.as_str(), i)).collect();
        Self { plan, readings, rules, scores, issues, indicators }
    }

    /// The same report with what a file reader found besides.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// use traguardo::issue::{kinds, Issue, Place, Table};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let found = vec![Issue::new(&kinds::COLUMN_UNKNOWN, Place::table(Table::Plan))];
    /// let at = parse_date("30/06/2020").unwrap();
    /// let report = Report::new(&plan, &readings, &rules, at).and_issues(found);
    /// assert!(report.issues.iter().any(|issue| issue.kind.name == "column-unknown"));
    /// ```
    #[must_use]
    pub fn and_issues(mut self, mut found: Vec<Issue>) -> Self {
        self.issues.append(&mut found);
        check::sort(&mut self.issues);
        self
    }

    /// An indicator of the plan, by its code.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert!(report.indicator("EXPORT").is_some());
    /// ```
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&'a Indicator> {
        self.indicators.get(code).copied()
    }

    /// The target of a use that is in force on the day.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!(report.target(1).unwrap().verbatim, ">= 300 N.");
    /// ```
    #[must_use]
    pub fn target(&self, used: usize) -> Option<&'a Expected> {
        let targets = &self.plan.uses[used].details.targets;
        match self.scores.uses[used].applied {
            Applied::None => None,
            Applied::Year => targets.year.as_ref(),
            Applied::Periodic(date) => targets.periodic.get(&date),
        }
    }

    /// What to point out about a use, by stable names.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert!(report.flags(0).is_empty());
    /// ```
    #[must_use]
    pub fn flags(&self, used: usize) -> Vec<&'static str> {
        let score = &self.scores.uses[used];
        let mut flags = Vec::new();
        if score.underestimated {
            flags.push("target-underestimated");
        }
        match score.reckoning.formula {
            Formula::Overdue => flags.push("overdue"),
            Formula::Late { .. } => flags.push("late"),
            Formula::Nothing(Cause::TargetQuestion) => flags.push("question-open"),
            Formula::Nothing(Cause::NotAvailable) => flags.push("declared-not-available"),
            Formula::Nothing(Cause::FaultyRow) => flags.push("row-in-error"),
            _ => {}
        }
        flags
    }

    /// The title of a use: its own, else its indicator's, else its code.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!(report.use_title(0), "Fatturato export provinciale");
    /// ```
    #[must_use]
    pub fn use_title(&self, used: usize) -> &'a str {
        let used = &self.plan.uses[used];
        let own = used.title.as_deref();
        own.or_else(|| self.indicator(&used.indicator).map(|i| i.title.as_str()))
            .unwrap_or(&used.indicator)
    }

    /// How the nodes of the level that an overall picture speaks of stand: the second level, or
    /// the only one.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!(report.band_counts().unwrap().nodes, 1);
    /// ```
    #[must_use]
    pub fn band_counts(&self) -> Option<BandCounts<'a>> {
        let levels = &self.plan.levels;
        let level = levels.get(1).or(levels.first())?.as_str();
        let outcomes: Vec<Outcome> = (self.plan.nodes.iter().zip(&self.scores.nodes))
            .filter(|(node, _)| node.level == level)
            .map(|(_, score)| score.rolled.outcome)
            .filter(|outcome| !outcome.is_out())
            .collect();
        let in_band = |band: &&Band| {
            let same = |score| self.rules.band(score) == Some(*band);
            outcomes.iter().filter(|outcome| outcome.score().is_some_and(same)).count()
        };
        let of = |kind: Outcome| outcomes.iter().filter(|outcome| **outcome == kind).count();
        Some(BandCounts {
            level,
            nodes: outcomes.len(),
            in_band: self.rules.bands.iter().map(|band| (band, in_band(&band))).collect(),
            missing: of(Outcome::Missing),
            not_due: of(Outcome::NotDue),
        })
    }

    /// How many indicators in use are measured.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!((report.measured().uses, report.measured().missing), (3, 0));
    /// ```
    #[must_use]
    pub fn measured(&self) -> Measured {
        let mut measured = Measured { uses: 0, scored: 0, missing: 0, not_due: 0 };
        for score in &self.scores.uses {
            match score.reckoning.outcome {
                Outcome::Scored(_) => measured.scored += 1,
                Outcome::Missing => measured.missing += 1,
                Outcome::NotDue => measured.not_due += 1,
                Outcome::Baseline | Outcome::Neutralised => continue,
            }
            measured.uses += 1;
        }
        measured
    }

    /// The uses that have no score and would count if they had one, in the order of the plan.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, reading::Readings, report::Report, rules::Rules, sample};
    /// # let (plan, rules, readings) = (sample::plan(), Rules::default(), Readings::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!(report.missing(), [0, 1, 2]);
    /// ```
    #[must_use]
    pub fn missing(&self) -> Vec<usize> {
        let absent = |at: &usize| {
            let outcome = self.scores.uses[*at].reckoning.outcome;
            matches!(outcome, Outcome::Missing | Outcome::NotDue)
        };
        (0..self.scores.uses.len()).filter(absent).collect()
    }

    /// How many issues there are of a severity.
    ///
    /// ```
    /// # use traguardo::{issue::Severity, period::parse_date, report::Report, rules::Rules, sample};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
    /// assert_eq!(report.issue_count(Severity::Error), 0);
    /// ```
    #[must_use]
    pub fn issue_count(&self, severity: Severity) -> usize {
        self.issues.iter().filter(|issue| issue.kind.severity == severity).count()
    }
}

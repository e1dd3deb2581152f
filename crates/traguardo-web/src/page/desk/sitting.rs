//! The desk in one round: what was written beside the scores and flags of its day.
//! Not here: any page.

use std::collections::HashMap;

use traguardo::access::{Action, On};
use traguardo::collection::Evidence;
use traguardo::desk::{
    Assessment, Desk, Flag, Observation, Past, Proposal, ProposalState, Subject, Tag, Written,
    flags,
};
use traguardo::period::{Date, year_end};
use traguardo::plan::{Details, Use};
use traguardo::reading::Readings;
use traguardo::report::Report;
use traguardo::revision::Revision;
use traguardo::round::Round;
use traguardo::score::Scores;
use traguardo::scoring::score;
use traguardo_store::Stored;

use super::PATH;
use crate::address::with_query;
use crate::fault::Fault;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{self, Visitor};

/// How many years before are looked at.
const YEARS: usize = 3;

/// The desk in a round.
pub struct Sitting<'a> {
    /// The plan of today, for what stands around the page.
    pub around: &'a View<'a>,
    /// The plan with its scores: of the round where it is closed, or of today.
    pub view: &'a View<'a>,
    basis: Basis,
    /// What is stored today.
    pub present: &'a Stored,
    /// All that was written.
    pub desk: &'a Desk,
    /// The round.
    pub round: Date,
    /// The number of the plan's revision.
    pub revision: i64,
    /// The tags of the body.
    pub tags: Vec<Tag>,
    /// The flags of each use.
    pub flags: Vec<Vec<Flag>>,
    /// Whether whoever asks may write.
    pub may_write: bool,
    /// The adopted revisions, where a proposal names one.
    pub revisions: &'a [Revision],
    /// What proves the readings.
    pub evidence: &'a [Evidence],
    observed: HashMap<&'a Subject, usize>,
    assessed: HashMap<&'a Subject, usize>,
    proposed: HashMap<(&'a str, &'a str), usize>,
    used: HashMap<(&'a str, &'a str), usize>,
}

/// Which figures a page has.
struct Basis {
    said: String,
    /// What the others are called, and whether they are those of today.
    other: Option<(String, bool)>,
}

/// What is laid on the desk.
struct Laid<'a> {
    desk: &'a Desk,
    revisions: &'a [Revision],
    present: &'a Stored,
    stored: &'a Stored,
    basis: Basis,
}

/// Sits down at the desk of a plan, for those who may see it: with the figures that were fixed
/// where the round is closed, unless those of today are asked for.
pub async fn sit<T>(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    page: impl FnOnce(&Sitting<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    visitor::permitted(Action::SeeEvaluation, On::Body(&plan.0))?;
    let present = app.load(plan).await?;
    let (ipa, year) = (plan.0.as_str(), present.plan.year);
    let desk = app.store().desk(ipa, year).await.map_err(|_| Fault::Store)?;
    let is_adopted = |one: &Written<Proposal>| matches!(one.what.state, ProposalState::Adopted(_));
    let revisions = if desk.proposals.iter().any(is_adopted) {
        app.store().revisions(ipa, year).await.map_err(|_| Fault::Store)?
    } else {
        Vec::new()
    };
    let at = view_of(&present, asked, |view| Ok(view.at()))?;
    let round = present.plan.checkpoint_at(at);
    let closed = closed_rounds(app, &present, round).await?;
    let of_round = closed.iter().find(|one| one.round.checkpoint == round);
    let frozen = of_round.filter(|_| !asked.is_of_today());
    let years = years_before(app, ipa, year).await?;
    view_of(&present, asked, |around| {
        let stored = frozen.map_or(&present, |frozen| &frozen.stored);
        let at = frozen.map_or(at, |frozen| frozen.round.checkpoint);
        let report = Report::new(&stored.plan, &stored.readings, &stored.rules, at);
        let mut view = View::new(report, asked.at()?, around.words);
        view.addresses = around.addresses.of_today(of_round.is_some() && frozen.is_none());
        if frozen.is_some() {
            view.addresses = view.addresses.of_round(round);
        }
        let before = scored_before(&years, &present, &closed, round);
        let past: Vec<Past<'_>> =
            before.iter().map(|(stored, scores)| Past::new(&stored.plan, scores)).collect();
        let basis = Basis::of(&view, of_round.map(|one| &one.round), frozen.is_some());
        let laid = Laid { desk: &desk, revisions: &revisions, present: &present, stored, basis };
        page(&Sitting::new(around, &view, &past, laid))
    })
}

/// A closed round: what was fixed, and the plan with its rules and all readings known then. Those
/// that count among them are those of the round, and every reading stands where it always stands.
struct Fixed {
    round: Round,
    stored: Stored,
}

/// The closed rounds of a plan up to a day.
async fn closed_rounds(app: &App, present: &Stored, until: Date) -> Result<Vec<Fixed>, Fault> {
    let (ipa, year) = (present.plan.body.ipa.as_str(), present.plan.year);
    let rounds = app.store().rounds(ipa, year).await.map_err(|_| Fault::Store)?;
    let mut fixed = Vec::new();
    for closed in rounds.into_iter().filter(|closed| closed.round.checkpoint <= until) {
        let at = closed.round.checkpoint;
        let whole = app.store().load_round(ipa, year, at).await.map_err(|_| Fault::Store)?;
        let known = present.readings.list.iter().take(closed.round.known);
        fixed.push(Fixed {
            stored: Stored {
                plan: whole.plan,
                rules: whole.rules,
                readings: Readings { list: known.cloned().collect() },
                revision: closed.round.revision,
                ..present.clone()
            },
            round: closed.round,
        });
    }
    Ok(fixed)
}

/// The plans of the same body for the years before, the latest last.
async fn years_before(app: &App, ipa: &str, year: i16) -> Result<Vec<Stored>, Fault> {
    let listed = app.store().list().await.map_err(|_| Fault::Store)?;
    let mut years: Vec<i16> =
        listed.iter().filter(|l| l.body.ipa == ipa && l.year < year).map(|l| l.year).collect();
    years.sort_unstable();
    let mut stored = Vec::new();
    for year in years.into_iter().rev().take(YEARS).rev() {
        stored.push(app.store().load(ipa, year).await.map_err(|_| Fault::Store)?);
    }
    Ok(stored)
}

/// The years before at their ends, and the rounds of the year before one: as they were fixed where
/// they are closed.
fn scored_before<'a>(
    years: &'a [Stored],
    present: &'a Stored,
    closed: &'a [Fixed],
    this: Date,
) -> Vec<(&'a Stored, Scores)> {
    let scored = |stored: &'a Stored, at: Date| {
        (stored, score(&stored.plan, &stored.readings, &stored.rules, at))
    };
    let ends = years.iter().map(|year| scored(year, year_end(year.plan.year)));
    let rounds = present.plan.checkpoint_dates().into_iter().filter(|date| *date < this);
    let of = |date: Date| {
        let fixed = closed.iter().find(|fixed| fixed.round.checkpoint == date);
        fixed.map_or(present, |fixed| &fixed.stored)
    };
    ends.chain(rounds.map(|date| scored(of(date), date))).collect()
}

impl Basis {
    fn of(view: &View<'_>, round: Option<&Round>, is_frozen: bool) -> Self {
        let words = view.words;
        let Some(round) = round else {
            return Self { said: words.say("desk-basis-open"), other: None };
        };
        let args = [
            ("when", round.closed_at.date().into()),
            ("who", round.closed_by.as_str().into()),
            ("revision", round.revision.to_string().into()),
        ];
        let name = if is_frozen { "frozen" } else { "today" };
        let other = (words.say(&format!("desk-basis-{name}-other")), is_frozen);
        Self { said: words.tell(&format!("desk-basis-{name}"), &args), other: Some(other) }
    }
}

impl<'a> Sitting<'a> {
    fn new(around: &'a View<'a>, view: &'a View<'a>, past: &[Past<'_>], laid: Laid<'a>) -> Self {
        let Laid { desk, revisions, present, stored, basis } = laid;
        let report: &'a Report<'a> = &view.report;
        let round = present.plan.checkpoint_at(around.at());
        let proposed = desk.proposed(round).into_iter().map(|at| {
            let Proposal { node, indicator, .. } = &desk.proposals[at].what;
            ((node.as_str(), indicator.as_str()), at)
        });
        let used = report.plan.uses.iter().enumerate();
        let ipa = On::Body(&report.plan.body.ipa);
        Self {
            around,
            view,
            basis,
            desk,
            round,
            revision: stored.revision,
            revisions,
            present,
            evidence: &present.evidence,
            tags: desk.tag_list(view.words.texts),
            flags: flags(report, past),
            may_write: Visitor::current().may(Action::WriteEvaluation, ipa).is_ok(),
            observed: desk.observed(round).into_iter().collect(),
            assessed: desk.assessed(round).into_iter().collect(),
            proposed: proposed.collect(),
            used: used.map(|(at, u)| ((u.node.as_str(), u.indicator.as_str()), at)).collect(),
        }
    }

    /// Which figures the page has, in words, and where the others are.
    pub fn basis(&self, path: &[&str]) -> (String, Option<(String, String)>) {
        let other = self.basis.other.as_ref().map(|(label, of_today)| {
            (label.clone(), self.view.addresses.of_today(*of_today).page(path))
        });
        (self.basis.said.clone(), other)
    }

    /// The details of a use in the plan of today.
    pub fn today(&self, node: &str, indicator: &str) -> Option<&'a Details> {
        let same = |used: &&Use| used.node == node && used.indicator == indicator;
        self.present.plan.uses.iter().find(same).map(|used| &used.details)
    }

    /// What was observed of a subject, if it says something.
    pub fn observation(&self, subject: &Subject) -> Option<&'a Observation> {
        let at = self.observed.get(subject)?;
        Some(&self.desk.observations[*at].what).filter(|one| !one.is_blank())
    }

    /// What the next entry about a subject comes after.
    pub fn observation_after(&self, subject: &Subject) -> usize {
        self.observed.get(subject).map_or(0, |at| at + 1)
    }

    /// The score that the OIV gave.
    pub fn assessment(&self, subject: &Subject) -> Option<&'a Assessment> {
        let at = self.assessed.get(subject)?;
        Some(&self.desk.assessments[*at].what).filter(|one| one.score.is_some())
    }

    /// What the next assessment of a subject comes after.
    pub fn assessment_after(&self, subject: &Subject) -> usize {
        self.assessed.get(subject).map_or(0, |at| at + 1)
    }

    /// The last proposal about an indicator under a node, unless it was taken back or adopted: what
    /// is proposed after that is another one.
    pub fn proposal(&self, subject: &Subject) -> Option<(usize, &'a Proposal)> {
        let at = *self.proposed.get(&(subject.node()?, subject.indicator()?))?;
        let proposal = &self.desk.proposals[at].what;
        let is_over =
            matches!(proposal.state, ProposalState::Withdrawn | ProposalState::Adopted(_));
        (!is_over).then_some((at + 1, proposal))
    }

    /// The position of a use, by its codes.
    pub fn used(&self, node: &str, indicator: &str) -> Option<usize> {
        self.used.get(&(node, indicator)).copied()
    }

    /// The names of tags, by their codes, in the order of the list.
    pub fn tag_names(&self, codes: &[String]) -> Vec<String> {
        let named = self.tags.iter().filter(|tag| codes.contains(&tag.code));
        named.map(|tag| tag.name.clone()).collect()
    }

    /// The address of the page with the form of a subject open.
    pub fn open(&self, subject: &Subject) -> String {
        self.open_among(subject, &[])
    }

    /// The same among some rows.
    pub fn open_among(&self, subject: &Subject, query: &[(&'static str, String)]) -> String {
        let mut asked = query.to_vec();
        asked.push(("apri", subject.node().unwrap_or(".").to_owned()));
        asked.extend(subject.indicator().map(|code| ("indicatore", code.to_owned())));
        let url = with_query(self.view.addresses.page(&PATH), &asked);
        format!("{url}#r-{}", id(subject))
    }

    /// What there is to say first.
    pub fn sentence(&self) -> Rich {
        let plan = self.view.report.plan;
        let level = plan.levels.get(1).or(plan.levels.first());
        let nodes: Vec<usize> =
            (0..plan.nodes.len()).filter(|at| Some(&plan.nodes[*at].level) == level).collect();
        let seen = |at: &&usize| {
            let subject = Subject::of_node(plan, **at);
            self.observation(&subject).is_some() || self.assessment(&subject).is_some()
        };
        let level = level.map(|level| self.view.words.levels(level)).unwrap_or_default();
        let args = [
            ("round", self.round.into()),
            ("count", nodes.len().into()),
            ("level", level.to_lowercase().into()),
            ("seen", nodes.iter().filter(seen).count().into()),
        ];
        Rich::new(&self.view.words.tell("desk-sentence", &args))
    }
}

/// The name of a subject's row in a page.
pub fn id(subject: &Subject) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let codes = [subject.node(), subject.indicator()];
    let codes: Vec<String> =
        codes.into_iter().flatten().map(|code| code.chars().map(plain).collect()).collect();
    if codes.is_empty() { "ente".to_owned() } else { codes.join("--") }
}

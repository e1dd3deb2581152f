//! The audit of a printed report: each achievement that the source prints, against what its own
//! data give. Not here: how a surface shows it; the sentences stand in `text/*/audit.ftl`.

mod shifted;
mod span;
mod telling;
mod written;

use crate::explain::{Subject, cause_key};
use crate::indicator::Indicator;
use crate::number::Decimal;
use crate::period::Date;
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::Rules;
use crate::score::{Cause, Formula, GroupKind, Outcome, Part, PartOf, Scores};
use crate::scoring::{roll_up_outcomes, score};
use crate::text::Sentence;
use span::Span;
use telling::Judged;
use written::Written;

/// The audit of a plan on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// The day to which it refers.
    pub at: Date,
    /// Every achievement that the source prints, in the order of the tree: a node's own, that of
    /// its indicators together, that of its children together, then those of its indicators.
    pub figures: Vec<Figure>,
}

/// A printed achievement with what is to be said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Of what it is: a node, one of its two kinds of parts, an indicator in use.
    pub subject: Subject,
    /// The code of the node or indicator.
    pub code: String,
    /// The code of the node that uses it, where it is an indicator's.
    pub node: Option<String>,
    /// Its title.
    pub title: String,
    /// As the source prints it.
    pub printed: String,
    /// What the data give.
    pub computed: Outcome,
    /// What the audit comes to.
    pub verdict: Verdict,
    /// Why; `None` where it is equal and nothing needs saying.
    pub reason: Option<Sentence>,
}

/// What the audit of a figure comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The data give the printed decimals, or give no figure where none is printed.
    Equal,
    /// The data give it once the rounding of what the source prints is taken into account.
    WithinRounding,
    /// The printed figures of its parts give it, and one of those is wrong.
    FollowsWrong,
    /// Neither its data nor the printed figures of its parts give it.
    Wrong,
    /// It cannot be compared: it is not a figure, or data are lacking.
    NotCompared,
}

/// What something gives to the node above it.
#[derive(Debug, Clone, Copy)]
struct Given {
    outcome: Outcome,
    /// Between what its score can be, where it has one.
    span: Span,
    /// Whether it rests on data that are lacking.
    is_open: bool,
    /// Whether it rests on a printed figure that is wrong.
    is_tainted: bool,
}

/// What something gives: as the source prints it, and with wrong figures set right.
#[derive(Debug, Clone, Copy)]
struct Told {
    as_printed: Given,
    set_right: Given,
}

/// What a node's parts give, with the summands of the mean as the source prints them.
struct Recomputed {
    told: Told,
    terms: Vec<(Decimal, Decimal)>,
}

/// What the figures of a plan are audited with.
struct Auditor<'a> {
    plan: &'a Plan,
    rules: &'a Rules,
    scores: Scores,
    uses: Vec<Told>,
    nodes: Vec<Told>,
    /// The figures of each node, later put in the order of the tree.
    of_node: Vec<Vec<Figure>>,
    of_use: Vec<Option<Figure>>,
}

impl Verdict {
    /// All of them, gravest first.
    pub const ALL: [Self; 5] =
        [Self::Wrong, Self::FollowsWrong, Self::NotCompared, Self::WithinRounding, Self::Equal];

    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::audit::Verdict::WithinRounding.name(), "within_rounding");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::WithinRounding => "within_rounding",
            Self::FollowsWrong => "follows_wrong",
            Self::Wrong => "wrong",
            Self::NotCompared => "not_compared",
        }
    }

    /// The name of its word in the texts.
    ///
    /// ```
    /// use traguardo::{audit::Verdict, text::{Lang, Texts}};
    /// assert_eq!(Texts::of(Lang::It).say(Verdict::Wrong.key(), &[]), "sbagliato");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Equal => "audit-verdict-equal",
            Self::WithinRounding => "audit-verdict-within-rounding",
            Self::FollowsWrong => "audit-verdict-follows-wrong",
            Self::Wrong => "audit-verdict-wrong",
            Self::NotCompared => "audit-verdict-not-compared",
        }
    }
}

impl Audit {
    /// How many figures come to a verdict.
    ///
    /// ```
    /// use traguardo::{audit::{audit, Verdict}, period::parse_date, rules::Rules, sample};
    /// let at = parse_date("30/06/2020").unwrap();
    /// let audit = audit(&sample::plan(), &sample::readings(), &Rules::default(), at);
    /// assert_eq!(audit.count(Verdict::Wrong), 0);
    /// ```
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.figures.iter().filter(|figure| figure.verdict == verdict).count()
    }

    /// The figures that are wrong by themselves. One that follows from a wrong figure below it is
    /// not among them, so the first of each branch is where the slip was made.
    ///
    /// ```
    /// use traguardo::{audit::audit, period::parse_date, rules::Rules, sample};
    /// let mut plan = sample::plan();
    /// plan.uses[0].details.printed.whole = Some("74,87".into());
    /// let at = parse_date("30/06/2020").unwrap();
    /// let audit = audit(&plan, &sample::readings(), &Rules::default(), at);
    /// assert_eq!(audit.wrong().next().unwrap().code, "EXPORT");
    /// ```
    pub fn wrong(&self) -> impl Iterator<Item = &Figure> {
        self.figures.iter().filter(|figure| figure.verdict == Verdict::Wrong)
    }
}

/// Whether a plan holds any printed achievement.
///
/// ```
/// assert!(!traguardo::audit::has_printed(&traguardo::sample::plan()));
/// ```
#[must_use]
pub fn has_printed(plan: &Plan) -> bool {
    let nodes = plan.nodes.iter().map(|node| &node.details.printed);
    let uses = plan.uses.iter().map(|used| &used.details.printed);
    let is_blank = |text: &Option<String>| text.as_ref().is_none_or(|t| t.trim().is_empty());
    nodes.chain(uses).any(|printed| {
        [&printed.whole, &printed.indicators, &printed.children].into_iter().any(|t| !is_blank(t))
    })
}

/// Recomputes every printed achievement from the bottom up and compares it.
///
/// An indicator is compared with what its reading gives, moved by half a step of its last written
/// digit either way; a node with what the printed figures of its parts give, each moved by half a
/// step of its last digit, and their weights too where they are written with decimals.
///
/// ```
/// use traguardo::{audit::{audit, Verdict}, period::parse_date, rules::Rules, sample};
/// let mut plan = sample::plan();
/// plan.nodes[0].details.printed.whole = Some("73,84".into());
/// let at = parse_date("30/06/2020").unwrap();
/// let audit = audit(&plan, &sample::readings(), &Rules::default(), at);
/// assert_eq!(audit.figures[0].verdict, Verdict::Equal);
/// ```
#[must_use]
pub fn audit(plan: &Plan, readings: &Readings, rules: &Rules, at: Date) -> Audit {
    let scores = score(plan, readings, rules, at);
    let spans = shifted::spans(plan, readings, rules, &scores);
    let uses = (scores.uses.iter().zip(spans))
        .map(|(used, span)| {
            let outcome = used.reckoning.outcome;
            let is_open = lacks_data(&used.reckoning.formula);
            Told::same(Given { outcome, span, is_open, is_tainted: false })
        })
        .collect();
    let nodes = scores.nodes.iter().map(|node| Told::exact(node.rolled.outcome)).collect();
    let mut auditor = Auditor {
        of_node: vec![Vec::new(); plan.nodes.len()],
        of_use: vec![None; plan.uses.len()],
        plan,
        rules,
        scores,
        uses,
        nodes,
    };
    auditor.audit_uses();
    let order = auditor.scores.tree.order.clone();
    for &at in order.iter().rev() {
        auditor.audit_node(at);
    }
    let mut figures = Vec::new();
    for at in order {
        figures.append(&mut auditor.of_node[at]);
        for used in &auditor.scores.tree.uses[at] {
            figures.extend(auditor.of_use[*used].take());
        }
    }
    // Those that hang nowhere are in no tree.
    figures.extend(auditor.of_use.into_iter().flatten());
    Audit { at, figures }
}

impl Auditor<'_> {
    fn audit_uses(&mut self) {
        let titles: hashbrown::HashMap<&str, &Indicator> =
            self.plan.indicators.iter().map(|i| (i.code.as_str(), i)).collect();
        for (at, used) in self.plan.uses.iter().enumerate() {
            let Some(printed) = used.details.printed.whole.as_deref() else { continue };
            let Some(written) = Written::read(printed) else { continue };
            let reckoning = &self.scores.uses[at].reckoning;
            let own = self.uses[at];
            let verdict = self.judge(&written, reckoning.outcome, own);
            self.uses[at] = written.told(own, verdict, self.rules);
            let indicator = titles.get(used.indicator.as_str());
            let title = used.title.as_deref().or(indicator.map(|i| i.title.as_str()));
            let judged = Judged { printed, written, verdict };
            let reason = telling::of_use(judged, reckoning, own, self.rules);
            self.of_use[at] = Some(Figure {
                subject: Subject::Use(at),
                code: used.indicator.clone(),
                node: Some(used.node.clone()),
                title: title.unwrap_or(&used.indicator).to_owned(),
                printed: printed.to_owned(),
                computed: reckoning.outcome,
                verdict,
                reason,
            });
        }
    }

    /// Its two kinds of parts first, then the node, which rests on them.
    fn audit_node(&mut self, at: usize) {
        let node = &self.plan.nodes[at];
        let printed = &node.details.printed;
        let score = self.scores.nodes[at].clone();
        let state_stands = node.details.is_out() || score.groups.is_empty();
        let mut entries: Vec<(Option<Decimal>, Told)> = Vec::new();
        let mut groups = Vec::new();
        for (kind, text) in [
            (GroupKind::Indicators, printed.indicators.as_deref()),
            (GroupKind::Children, printed.children.as_deref()),
        ] {
            let own = score.groups.iter().find(|group| group.kind == kind);
            let parts: Vec<Part> = match own {
                Some(group) => group.parts.clone(),
                None => score
                    .groups
                    .iter()
                    .flat_map(|g| &g.parts)
                    .filter(|p| is_of(p, kind))
                    .copied()
                    .collect(),
            };
            let recomputed = self.recompute(&parts);
            let computed = own.map_or(recomputed.told.set_right.outcome, |g| g.rolled.outcome);
            let told = self.figure(
                Subject::Group(Some(at), kind),
                text,
                computed,
                &recomputed,
                &mut groups,
            );
            if let Some(group) = own {
                entries.push((group.quota, told));
            }
        }
        let recomputed = if state_stands {
            Recomputed { told: Told::exact(score.rolled.outcome), terms: Vec::new() }
        } else if let [group] = score.groups.as_slice()
            && group.kind == GroupKind::All
        {
            self.recompute(&group.parts)
        } else {
            self.mean(&entries)
        };
        let mut figures = Vec::new();
        let whole = printed.whole.as_deref();
        self.nodes[at] =
            self.figure(Subject::Node(at), whole, score.rolled.outcome, &recomputed, &mut figures);
        figures.append(&mut groups);
        self.of_node[at] = figures;
    }

    /// Audits one figure of a node and answers what it gives to what is above it.
    fn figure(
        &self,
        subject: Subject,
        printed: Option<&str>,
        computed: Outcome,
        recomputed: &Recomputed,
        figures: &mut Vec<Figure>,
    ) -> Told {
        let (Subject::Node(at) | Subject::Group(Some(at), _)) = subject else {
            return recomputed.told;
        };
        let Some((printed, written)) = printed.and_then(|text| Some((text, Written::read(text)?)))
        else {
            return recomputed.told;
        };
        let verdict = self.judge(&written, computed, recomputed.told);
        let node = &self.plan.nodes[at];
        let judged = Judged { printed, written, verdict };
        let reason = telling::of_node(judged, computed, recomputed, self.rules);
        figures.push(Figure {
            subject,
            code: node.code.clone(),
            node: None,
            title: node.title.clone(),
            printed: printed.to_owned(),
            computed,
            verdict,
            reason,
        });
        written.told(recomputed.told, verdict, self.rules)
    }

    fn judge(&self, written: &Written, computed: Outcome, told: Told) -> Verdict {
        let (as_printed, set_right) = (told.as_printed, told.set_right);
        if written.is_given_by(computed, self.rules) {
            return Verdict::Equal;
        }
        if written.is_none() || matches!(written, Written::Unread) {
            return Verdict::NotCompared;
        }
        if written.is_within(as_printed, self.rules) {
            let wrong_below = as_printed.is_tainted;
            return if wrong_below { Verdict::FollowsWrong } else { Verdict::WithinRounding };
        }
        if written.is_within(set_right, self.rules) {
            return Verdict::WithinRounding;
        }
        if as_printed.is_open { Verdict::NotCompared } else { Verdict::Wrong }
    }

    fn recompute(&self, parts: &[Part]) -> Recomputed {
        let told = |part: &Part| match part.of {
            PartOf::Node(at) => self.nodes[at],
            PartOf::Use(at) => self.uses[at],
        };
        // A weight that was not written is a 0 by now; the rules have seen to the others.
        let entries: Vec<(Option<Decimal>, Told)> =
            parts.iter().map(|part| (Some(part.weight), told(part))).collect();
        self.mean(&entries)
    }

    /// What parts give together, both ways.
    fn mean(&self, entries: &[(Option<Decimal>, Told)]) -> Recomputed {
        let pick = |pick: fn(&Told) -> Given| -> Vec<(Option<Decimal>, Given)> {
            entries.iter().map(|(weight, told)| (*weight, pick(told))).collect()
        };
        let printed = pick(|told| told.as_printed);
        let (as_printed, weights) = self.mean_of(&printed);
        let (set_right, _) = self.mean_of(&pick(|told| told.set_right));
        let total: Decimal = weights.iter().flatten().copied().sum();
        let term = |((_, given), weight): (&(Option<Decimal>, Given), &Option<Decimal>)| {
            let share = (*weight)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total)?;
            Some((share, given.outcome.score().unwrap_or_default()))
        };
        let terms = printed.iter().zip(&weights).filter_map(term).collect();
        Recomputed { told: Told { as_printed, set_right }, terms }
    }

    fn mean_of(&self, parts: &[(Option<Decimal>, Given)]) -> (Given, Vec<Option<Decimal>>) {
        let outcomes: Vec<(Option<Decimal>, Outcome)> =
            parts.iter().map(|(weight, given)| (*weight, given.outcome)).collect();
        let (outcome, weights) = roll_up_outcomes(&outcomes, &self.rules.node);
        let entering = parts.iter().zip(&weights).filter_map(|((_, given), weight)| {
            let span = if given.outcome.score().is_some() { given.span } else { Span::default() };
            Some((span::of_weight((*weight)?), span))
        });
        let span = match outcome {
            Outcome::Scored(score) => span::mean(entering.collect()).unwrap_or(Span::at(score)),
            _ => Span::default(),
        };
        let given = Given {
            outcome,
            span,
            is_open: parts.iter().any(|(_, given)| given.is_open),
            is_tainted: parts.iter().any(|(_, given)| given.is_tainted),
        };
        (given, weights)
    }
}

impl Told {
    fn same(given: Given) -> Self {
        Self { as_printed: given, set_right: given }
    }

    fn exact(outcome: Outcome) -> Self {
        let span = Span::at(outcome.score().unwrap_or_default());
        Self::same(Given { outcome, span, is_open: false, is_tainted: false })
    }
}

fn is_of(part: &Part, kind: GroupKind) -> bool {
    match part.of {
        PartOf::Use(_) => kind == GroupKind::Indicators,
        PartOf::Node(_) => kind == GroupKind::Children,
    }
}

/// Whether there is no figure because something was not handed in or is not clear, so that a
/// printed one can be neither right nor wrong.
fn lacks_data(formula: &Formula) -> bool {
    match formula {
        Formula::Nothing(Cause::NotAvailable | Cause::DenominatorZero) => false,
        Formula::Nothing(_) => true,
        Formula::Compound(parts, _) => {
            // Parts have no parts of their own.
            parts.iter().any(|part| {
                matches!(part.formula, Formula::Nothing(cause)
                if !matches!(cause, Cause::NotAvailable | Cause::DenominatorZero))
            })
        }
        _ => false,
    }
}

/// Why an outcome is no score, as a text names it.
fn cause_of(formula: &Formula) -> &'static str {
    match formula {
        Formula::Nothing(cause) => cause_key(*cause),
        _ => cause_key(Cause::NothingScored),
    }
}

#[cfg(test)]
mod tests;

//! What a page looks at: the report of a plan on a day, to be told in one language.
//! Not here: how the plan was loaded, nor what any page makes of it.

use traguardo::number::{self, Decimal};
use traguardo::period::Date;
use traguardo::report::Report;
use traguardo::score::{GroupKind, Outcome, PartOf, Rolled};

use crate::address::Addresses;
use crate::figure::Figure;
use crate::frame::Link;
use crate::words::Words;

/// A report with the words and the addresses of its pages.
pub struct View<'a> {
    /// The report.
    pub report: Report<'a>,
    /// The language.
    pub words: Words,
    /// The addresses of its pages.
    pub addresses: Addresses,
}

/// How many of a set of uses have come how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// All that take part.
    pub total: usize,
    /// Those with a score.
    pub scored: usize,
}

/// What stands for one of the two kinds of parts of a node in an address, where the code of an
/// indicator would stand.
#[must_use]
pub fn group_name(kind: GroupKind) -> Option<&'static str> {
    match kind {
        GroupKind::All => None,
        GroupKind::Indicators => Some("quota-indicatori"),
        GroupKind::Children => Some("quota-obiettivi"),
    }
}

impl<'a> View<'a> {
    /// A report to be told. `chosen` is the date that somebody asked for, if anybody did.
    #[must_use]
    pub fn new(report: Report<'a>, chosen: Option<Date>, words: Words) -> Self {
        let plan = report.plan;
        let addresses = Addresses::plan(&plan.body.ipa, plan.year, chosen, words.lang());
        Self { report, words, addresses }
    }

    /// The date to which everything refers.
    #[must_use]
    pub fn at(&self) -> Date {
        self.report.scores.at
    }

    /// The position of a node, by its code.
    #[must_use]
    pub fn node(&self, code: &str) -> Option<usize> {
        self.report.scores.tree.node(code)
    }

    /// The figure of a node, or of the body where there is none.
    #[must_use]
    pub fn figure_of(&self, node: Option<usize>) -> Figure {
        let plan = self.report.plan;
        let code = node.map_or(&plan.body.ipa, |at| &plan.nodes[at].code);
        let outcome = self.report.scores.of(node).rolled.outcome;
        self.figure(outcome, self.addresses.explain_node(code))
    }

    /// The figure of a use, by its position.
    #[must_use]
    pub fn use_figure(&self, used: usize) -> Figure {
        let of = &self.report.plan.uses[used];
        let url = self.addresses.explain_use(&of.node, &of.indicator);
        self.figure(self.report.scores.uses[used].reckoning.outcome, url)
    }

    /// The figure of one of the two kinds of parts of a node that has quotas.
    #[must_use]
    pub fn group_figure(&self, node: Option<usize>, kind: GroupKind) -> Option<Figure> {
        let groups = &self.report.scores.of(node).groups;
        let group = groups.iter().find(|group| group.kind == kind)?;
        let code = &self.report.plan.nodes[node?].code;
        let url = self.addresses.explain_use(code, group_name(kind)?);
        Some(self.figure(group.rolled.outcome, url))
    }

    /// The figure of a part.
    #[must_use]
    pub fn part_figure(&self, part: PartOf) -> Figure {
        match part {
            PartOf::Node(at) => self.figure_of(Some(at)),
            PartOf::Use(at) => self.use_figure(at),
        }
    }

    /// A figure under the body's rules.
    #[must_use]
    pub fn figure(&self, outcome: Outcome, url: String) -> Figure {
        Figure::of(outcome, self.report.rules, self.words, url)
    }

    /// How far the uses under a node, at any depth, have come; those taken out of the count take
    /// no part.
    #[must_use]
    pub fn count_under(&self, node: usize) -> Count {
        let tree = &self.report.scores.tree;
        let mut count = Count::default();
        let mut stack = vec![node];
        while let Some(at) = stack.pop() {
            stack.extend(&tree.children[at]);
            for used in &tree.uses[at] {
                let outcome = self.report.scores.uses[*used].reckoning.outcome;
                count.total += usize::from(!outcome.is_out());
                count.scored += usize::from(outcome.score().is_some());
            }
        }
        count
    }

    /// The score on the measured part and its coverage, printed, where something is not measured.
    #[must_use]
    pub fn measured(&self, rolled: &Rolled) -> Option<(String, String)> {
        let coverage = rolled.coverage.filter(|c| *c < Decimal::ONE_HUNDRED)?;
        Some((self.report.rules.printed(rolled.on_measured?), self.percent(coverage)))
    }

    /// A percentage as texts have it: the decimals of the rules at most, and no idle zeros.
    #[must_use]
    pub fn percent(&self, number: Decimal) -> String {
        number::format(self.report.rules.rounded(number).normalize())
    }

    /// A weight as it was written.
    #[must_use]
    pub fn weight(&self, weight: Option<Decimal>) -> String {
        weight
            .map_or_else(|| self.words.say("node-no-weight"), |w| self.per_cent(&number::format(w)))
    }

    /// A number that is written already, with the sign of per cent.
    #[must_use]
    pub fn per_cent(&self, written: &str) -> String {
        self.words.tell("weight-percent", &[("weight", written.into())])
    }

    /// The path from the home down to a node.
    #[must_use]
    pub fn crumbs(&self, node: Option<usize>) -> Vec<Link> {
        let plan = self.report.plan;
        let home = Link {
            label: self.words.say("nav-overview"),
            url: self.addresses.page(&[]),
            current: false,
        };
        let path = node.map(|at| self.report.scores.tree.path(plan, at)).unwrap_or_default();
        let link = |at: usize| {
            let node = &plan.nodes[at];
            let label = match node.parent {
                Some(_) => node.code.clone(),
                None => format!("{} · {}", node.code, node.title),
            };
            Link { label, url: self.addresses.node(&node.code), current: false }
        };
        std::iter::once(home).chain(path.into_iter().map(link)).collect()
    }
}

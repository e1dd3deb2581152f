//! The rows of the plan: each node with the uses below it, in the order in which they came.
//! Not here: readings and the other tables, see [`super::table`].

use std::collections::{BTreeSet, HashMap, HashSet};

use traguardo::indicator::Indicator;
use traguardo::issue::Table as Name;
use traguardo::plan::{Card, Details, Node, Plan, Targets, Use};
use traguardo::target::Expected;

use super::table::{Table, number, text};
use crate::plan::{COLUMNS, Column, TargetColumn};
use crate::word;

/// The columns of a plan: the fixed ones, with those of targets after `target`.
struct Layout {
    open: Vec<TargetColumn>,
}

/// What a row of the plan is, by its position.
#[derive(Debug, Clone, Copy)]
pub(super) enum RowOf {
    Node(usize),
    Use(usize),
}

/// The plan as a table.
pub(super) fn table(plan: &Plan) -> Table {
    let layout = Layout::of(plan);
    let mut defined = HashSet::new();
    let indicators: HashMap<&str, &Indicator> =
        plan.indicators.iter().map(|i| (i.code.as_str(), i)).collect();
    let mut use_row = |used: &'_ Use| {
        let indicator = indicators.get(used.indicator.as_str()).copied();
        let is_first = defined.insert(used.indicator.clone());
        layout.use_row(used, indicator, is_first)
    };
    let rows = order(plan).into_iter().map(|row| match row {
        RowOf::Node(at) => layout.node_row(&plan.nodes[at]),
        RowOf::Use(at) => use_row(&plan.uses[at]),
    });
    let rows = rows.collect();
    let wanted = ["codice", "padre", "livello", "titolo"];
    Table::new(Name::Plan, layout.header(), rows, &wanted)
}

/// The rows of the table, as positions in the plan, in the order in which they are written.
pub(super) fn order(plan: &Plan) -> Vec<RowOf> {
    let mut uses = plan.uses.iter().enumerate().peekable();
    let mut written: HashSet<&str> = HashSet::new();
    let mut rows = Vec::with_capacity(plan.nodes.len() + plan.uses.len());
    for (at, node) in plan.nodes.iter().enumerate() {
        rows.push(RowOf::Node(at));
        written.insert(&node.code);
        // A use follows its node where that does not change the order of the uses.
        while let Some((at, _)) = uses.next_if(|(_, used)| written.contains(used.node.as_str())) {
            rows.push(RowOf::Use(at));
        }
    }
    rows.extend(uses.map(|(at, _)| RowOf::Use(at)));
    rows
}

impl Layout {
    fn of(plan: &Plan) -> Self {
        let (mut years, mut days, mut steps) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let details = plan.nodes.iter().map(|node| &node.details);
        for details in details.chain(plan.uses.iter().map(|used| &used.details)) {
            years.extend(details.targets.other_years.keys());
            days.extend(details.targets.periodic.keys());
            steps.extend(details.targets.steps.keys());
        }
        let years = years.into_iter().copied().map(TargetColumn::Year);
        let days = days.into_iter().copied().map(TargetColumn::Periodic);
        let steps = steps.into_iter().rev().copied().map(TargetColumn::Step);
        Self { open: years.chain(days).chain(steps).collect() }
    }

    /// Texts of the fixed columns with those of the open columns after `target`.
    fn join(&self, fixed: Vec<String>, open: impl Iterator<Item = String>) -> Vec<String> {
        let mut row = fixed;
        let rest = row.split_off(Column::Target as usize + 1);
        row.extend(open);
        row.extend(rest);
        row
    }

    fn header(&self) -> Vec<String> {
        let fixed = COLUMNS.known.iter().map(|name| (*name).to_owned()).collect();
        self.join(fixed, self.open.iter().map(|column| column.name().replace('.', ",")))
    }

    fn node_row(&self, node: &Node) -> Vec<String> {
        let mut row = self.details_row(&node.details);
        let mut set = |column: Column, text: String| row[column as usize] = text;
        set(Column::Code, node.code.clone());
        set(Column::Parent, text(node.parent.as_ref()));
        set(Column::Level, node.level.clone());
        set(Column::Title, node.title.clone());
        set(Column::QuotaIndicators, node.quotas.indicators.map(number).unwrap_or_default());
        set(Column::QuotaChildren, node.quotas.children.map(number).unwrap_or_default());
        let Card { reference, kind, benefit, result, assessed, assessed_reason } = &node.card;
        set(Column::CardReference, text(reference.as_ref()));
        set(Column::CardKind, text(kind.as_ref()));
        set(Column::CardBenefit, text(benefit.as_ref()));
        set(Column::CardResult, text(result.as_ref()));
        set(Column::Assessed, assessed.map(number).unwrap_or_default());
        set(Column::AssessedReason, text(assessed_reason.as_ref()));
        self.join(row, self.targets(&node.details.targets))
    }

    /// What defines an indicator is written at its first use only: there it can be changed.
    fn use_row(&self, used: &Use, indicator: Option<&Indicator>, is_first: bool) -> Vec<String> {
        let mut row = self.details_row(&used.details);
        let mut set = |column: Column, text: String| row[column as usize] = text;
        set(Column::Code, used.indicator.clone());
        set(Column::Parent, used.node.clone());
        set(Column::Level, word::INDICATOR.to_owned());
        let title = used.title.as_ref().or(indicator.map(|indicator| &indicator.title));
        set(Column::Title, text(title));
        if let Some(indicator) = indicator.filter(|_| is_first) {
            let direction = indicator.direction.map(|d| word::of(d, &word::DIRECTIONS));
            let accumulates = indicator.accumulates.map(|yes| word::of(yes, &word::YES_NO));
            set(Column::Measure, text(indicator.measure.as_ref()));
            set(Column::Direction, direction.unwrap_or_default().to_owned());
            set(Column::Formula, text(indicator.formula.as_ref()));
            set(Column::Source, text(indicator.source.as_ref()));
            set(Column::Accumulates, accumulates.unwrap_or_default().to_owned());
            set(Column::Frequency, text(indicator.frequency.as_ref()));
        }
        self.join(row, self.targets(&used.details.targets))
    }

    fn details_row(&self, details: &Details) -> Vec<String> {
        let mut row = vec![String::new(); COLUMNS.known.len()];
        let mut set = |column: Column, text: String| row[column as usize] = text;
        let written = |expected: Option<&Expected>| {
            expected.map(|expected| expected.verbatim.clone()).unwrap_or_default()
        };
        set(Column::Weight, details.weight.map(number).unwrap_or_default());
        set(Column::Target, written(details.targets.year.as_ref()));
        set(Column::Responsible, details.responsible.join("|"));
        set(Column::Collectors, details.collectors.join("|"));
        set(Column::Mission, text(details.mission.as_ref()));
        set(Column::Pira, if details.pira { "si" } else { "" }.to_owned());
        set(Column::Complexity, details.difficulty.complexity.map(number).unwrap_or_default());
        set(Column::Capability, details.difficulty.capability.map(number).unwrap_or_default());
        set(Column::Innovation, details.difficulty.innovation.map(number).unwrap_or_default());
        set(Column::Note, text(details.note.as_ref()));
        let status = details.status.map(|status| word::of(status, &word::STATUSES));
        set(Column::Status, status.unwrap_or_default().to_owned());
        set(Column::Acts, details.acts.join("|"));
        set(Column::Printed, text(details.printed.whole.as_ref()));
        set(Column::PrintedIndicators, text(details.printed.indicators.as_ref()));
        set(Column::PrintedChildren, text(details.printed.children.as_ref()));
        row
    }

    fn targets<'t>(&'t self, targets: &'t Targets) -> impl Iterator<Item = String> + 't {
        self.open.iter().map(|column| {
            let expected = match column {
                TargetColumn::Year(year) => targets.other_years.get(year),
                TargetColumn::Periodic(date) => targets.periodic.get(date),
                TargetColumn::Step(score) => targets.steps.get(score),
            };
            expected.map(|expected| expected.verbatim.clone()).unwrap_or_default()
        })
    }
}

//! The plan of the next year: this year's, copied, with what is to be reconsidered in it and why.
//! Not here: adopting it, see [`crate::revision`], and what the OIV said of this year's.

mod carry;
mod dated;
mod figures;
mod reason;

use hashbrown::HashMap;

use crate::difference::Side;
use crate::edit::{Contents, RowOf};
use crate::plan::{Plan, Status};
use crate::reading::Readings;
use crate::tree::Tree;

pub use carry::baselines;
pub use reason::Reason;

/// A first draft of the next year's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct NextYear {
    /// The plan with its rules: tree, weights, quotas, indicators and owners as they are; year,
    /// checkpoints and periodic targets a year later; targets as they are written.
    pub contents: Contents,
    /// The last reading of each year of what the plan measures: what references need. Nothing in
    /// them is of the new year.
    pub baselines: Readings,
    /// The rows that are not copied.
    pub left_out: Vec<LeftOut>,
    /// What is to be reconsidered, in the order of the plan.
    pub reconsider: Vec<Reconsider>,
}

/// A row that is not copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The row.
    pub row: RowOf,
    /// Its title.
    pub title: String,
    /// What took it out of the count; `None`: it stood under a node that is left out.
    pub why: Option<Status>,
}

/// Something to be reconsidered.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconsider {
    /// In which row; `None`: an event.
    pub row: Option<RowOf>,
    /// The title of the row, or the name of the event.
    pub title: String,
    /// The column, as the plan has it: `target`, `periodico_2021-06-30`, `titolo`; blank where it is
    /// about the row as a whole.
    pub column: String,
    /// Why.
    pub reason: Reason,
}

/// Copies a plan into the next year. `past` are the same body's plans of the years before, the
/// earliest first, as far as they are known.
///
/// ```
/// use traguardo::{difference::Side, next_year::{next_year, Reason}, rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let side = Side { plan: &plan, readings: &readings, rules: &rules };
/// let next = next_year(side, &[]);
/// assert_eq!(next.contents.plan.year, 2021);
/// assert_eq!(next.contents.plan.checkpoints[0].date.to_string(), "2021-06-30");
/// // 95,97 % were reached; the target is still ">= 83,00 %".
/// let met = next.reconsider.iter().find(|r| r.reason.name() == "already_met").unwrap();
/// assert_eq!(met.row.as_ref().unwrap().name(), "CERT (301.D1.2)");
/// ```
#[must_use]
pub fn next_year(of: Side<'_>, past: &[Side<'_>]) -> NextYear {
    let (plan, left_out) = carry::plan(of.plan);
    let baselines = baselines(&plan, of.readings);
    let contents = Contents { plan, rules: of.rules.clone() };
    let figures = figures::Figures::new(of, past, &contents, &baselines);
    let mut reconsider = dated::events(of.plan);
    let plan = &contents.plan;
    let tree = Tree::of(plan);
    let titles = titles(plan);
    let from_horizon = carry::from_horizon(of.plan);
    let of_column = |row: &RowOf| {
        let found = from_horizon.contains(row);
        found.then(|| ("target".to_owned(), Reason::FromHorizon))
    };
    for &at in &tree.order {
        let node = &plan.nodes[at];
        let row = RowOf::Node(node.code.clone());
        let mut found = dated::of_title(&node.title, plan.year);
        found.extend(of_column(&row));
        found.extend(dated::of_targets(&node.details.targets, plan.year));
        put(&mut reconsider, &row, &node.title, found);
        for &at in &tree.uses[at] {
            let used = &plan.uses[at];
            let row = RowOf::Use { indicator: used.indicator.clone(), node: used.node.clone() };
            let title = title_of(plan, &titles, at);
            let mut found = dated::of_title(title, plan.year);
            found.extend(of_column(&row));
            found.extend(dated::of_targets(&used.details.targets, plan.year));
            found.extend(figures.of_use(at).into_iter().map(|reason| (String::new(), reason)));
            put(&mut reconsider, &row, title, found);
        }
    }
    drop((figures, titles));
    NextYear { contents, baselines, left_out, reconsider }
}

/// A reason with the column that it is about.
type Found = (String, Reason);

fn put(list: &mut Vec<Reconsider>, row: &RowOf, title: &str, found: Vec<Found>) {
    list.extend(found.into_iter().map(|(column, reason)| Reconsider {
        row: Some(row.clone()),
        title: title.to_owned(),
        column,
        reason,
    }));
}

fn titles(plan: &Plan) -> HashMap<&str, &str> {
    plan.indicators.iter().map(|i| (i.code.as_str(), i.title.as_str())).collect()
}

/// The title of a use: its own, else its indicator's, else its code.
fn title_of<'a>(plan: &'a Plan, titles: &HashMap<&str, &'a str>, at: usize) -> &'a str {
    let used = &plan.uses[at];
    let own = titles.get(used.indicator.as_str()).copied();
    used.title.as_deref().or(own).unwrap_or(&used.indicator)
}

#[cfg(test)]
mod tests;

//! `piano.csv` or the sheet `Piano`: nodes and the indicators that they use, one a row.
//! Not here: whether codes, parents and weights fit together, see [`traguardo::check`].

mod definition;

use litemap::LiteMap;
use traguardo::issue::{Issue, Table, kinds};
use traguardo::number::{self, Decimal};
use traguardo::period::{Date, parse_date};
use traguardo::plan::{Card, Details, Difficulty, Node, Plan, Printed, Quotas, Targets, Use};
use traguardo::target::Expected;

use crate::grid::Grid;
use crate::header::{Columns, Header};
use crate::issues::Issues;
use crate::row::Row;
use crate::word;
use definition::Definitions;

/// The most that a weight can be, in per cent; siblings need not sum to 100.
const WEIGHT_MOST: u32 = 10_000;
/// The most that a quota or a mark of difficulty can be.
const SHARE_MOST: u32 = 100;

macro_rules! columns {
    ($($id:ident = $name:literal,)*) => {
        /// The columns of the plan with a fixed name.
        #[derive(Clone, Copy)]
        pub(crate) enum Column { $($id),* }
        /// Their names.
        const NAMES: &[&str] = &[$($name),*];
    };
}

columns! {
    Code = "codice",
    Parent = "padre",
    Level = "livello",
    Title = "titolo",
    Weight = "peso",
    QuotaIndicators = "quota_indicatori",
    QuotaChildren = "quota_obiettivi",
    Measure = "unita",
    Direction = "verso",
    Formula = "formula",
    Source = "fonte",
    Accumulates = "cumulato",
    Frequency = "frequenza",
    Target = "target",
    Responsible = "responsabile",
    Collectors = "rilevatore",
    Mission = "missione",
    Pira = "pira",
    Complexity = "complessita",
    Capability = "capacita",
    Innovation = "innovazione",
    Note = "note",
    Status = "stato",
    Acts = "atto",
    CardReference = "riferimento",
    CardKind = "tipologia",
    CardBenefit = "beneficio",
    CardResult = "risultato",
    Assessed = "valutazione_oiv",
    AssessedReason = "motivo_oiv",
    Printed = "stampato",
    PrintedIndicators = "stampato_indicatori",
    PrintedChildren = "stampato_obiettivi",
}

/// The columns of the plan.
pub(crate) const COLUMNS: Columns =
    Columns { table: Table::Plan, known: NAMES, mandatory: &["codice", "livello", "titolo"] };

/// The columns that only nodes have.
const NODE_COLUMNS: [Column; 8] = [
    Column::QuotaIndicators,
    Column::QuotaChildren,
    Column::CardReference,
    Column::CardKind,
    Column::CardBenefit,
    Column::CardResult,
    Column::Assessed,
    Column::AssessedReason,
];

/// A column of targets whose name says of which year, day or step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TargetColumn {
    Year(i16),
    Periodic(Date),
    Step(Decimal),
}

impl TargetColumn {
    /// Reads the name of a column, in lower case.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (stem, rest) = name.split_once('_')?;
        match stem {
            "target" if rest.len() == 4 => {
                let year = rest.parse().ok()?;
                (1900..=2300).contains(&year).then_some(Self::Year(year))
            }
            "periodico" => parse_date(rest).ok().map(Self::Periodic),
            "soglia" => {
                // No step stands beyond 100: a point cannot separate thousands here.
                let score = number::parse(&rest.replace('.', ",")).ok()?;
                let within = score >= Decimal::ZERO && score < Decimal::ONE_HUNDRED;
                within.then(|| Self::Step(score.normalize()))
            }
            _ => None,
        }
    }

    /// The name of the column.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Year(year) => format!("target_{year}"),
            Self::Periodic(date) => format!("periodico_{date}"),
            Self::Step(score) => format!("soglia_{score}"),
        }
    }
}

type PlanRow<'a, 'g> = Row<'a, 'g, TargetColumn>;

/// Reads the rows into a plan that has none yet. Where there is no plan, for want of a body, the
/// rows are read for their issues.
pub(crate) fn read(grid: &Grid, plan: Option<&mut Plan>, issues: &mut Issues) -> bool {
    let mut nowhere = Plan::new(nobody(), 0);
    let plan = plan.unwrap_or(&mut nowhere);
    let header = Header::read(grid, COLUMNS, TargetColumn::parse, issues);
    if !header.is_complete {
        return false;
    }
    check_year_column(&header, plan.year, issues);
    let mut definitions = Definitions::default();
    plan.uses.reserve_exact(grid.row_count());
    header.each_row(grid, issues, |row| {
        if row.cell(Column::Level as usize).eq_ignore_ascii_case(word::INDICATOR) {
            read_use(row, plan, &mut definitions);
        } else {
            let node = read_node(row, plan);
            plan.nodes.push(node);
        }
    });
    plan.indicators = definitions.into_list();
    plan.uses.shrink_to_fit();
    true
}

/// `target` and `target_2020` are the same column in a plan of 2020.
fn check_year_column(header: &Header<TargetColumn>, year: i16, issues: &mut Issues) {
    let own = header.open.iter().find(|column| column.key == TargetColumn::Year(year));
    if let (Some(own), Some(target)) = (own, header.positions[Column::Target as usize]) {
        issues.push(header.twice(&own.key.name(), target, own.position));
    }
}

fn nobody() -> traguardo::plan::Body {
    traguardo::plan::Body { ipa: String::new(), name: String::new() }
}

fn read_node(row: &mut PlanRow<'_, '_>, plan: &Plan) -> Node {
    let code = read_code(row);
    let parent = row.cell(Column::Parent as usize);
    let parent = (!parent.is_empty() && parent != plan.body.ipa).then(|| parent.to_owned());
    let level = row.required(Column::Level as usize).unwrap_or_default().to_owned();
    let title = row.required(Column::Title as usize).unwrap_or_default().to_owned();
    let quotas = Quotas {
        indicators: row.number(Column::QuotaIndicators as usize, SHARE_MOST),
        children: row.number(Column::QuotaChildren as usize, SHARE_MOST),
    };
    for column in definition::COLUMNS {
        not_for_this_row(row, column as usize);
    }
    let card = read_card(row);
    Node { code, parent, level, title, quotas, card, details: read_details(row, plan.year) }
}

fn read_card(row: &mut PlanRow<'_, '_>) -> Card {
    Card {
        reference: row.text(Column::CardReference as usize),
        kind: row.text(Column::CardKind as usize),
        benefit: row.text(Column::CardBenefit as usize),
        result: row.text(Column::CardResult as usize),
        assessed: row.number(Column::Assessed as usize, SHARE_MOST),
        assessed_reason: row.text(Column::AssessedReason as usize),
    }
}

fn read_use<'g>(row: &mut PlanRow<'_, 'g>, plan: &mut Plan, definitions: &mut Definitions<'g>) {
    let code = read_code(row);
    let node = row.required(Column::Parent as usize).map(String::from);
    let title = definitions.define(row, &code);
    for column in NODE_COLUMNS {
        not_for_this_row(row, column as usize);
    }
    let details = read_details(row, plan.year);
    // Without a node nothing uses the indicator: the issue says so, and there is nothing to show.
    if let Some(node) = node {
        plan.uses.push(Use { indicator: code, node, title, details });
    }
}

/// A row without a code is kept under its number: its weight must not be shared by the others.
fn read_code(row: &mut PlanRow<'_, '_>) -> String {
    match row.required(Column::Code as usize) {
        Some(code) => code.to_owned(),
        None => format!("?{}", row.number),
    }
}

/// Says that a cell is not read because the row is of the other sort.
fn not_for_this_row(row: &mut PlanRow<'_, '_>, column: usize) {
    let cell = row.cell(column);
    if !cell.is_empty() {
        let params = |issue: Issue| issue.with("found", crate::row::shortened(cell));
        row.fault(&kinds::CELL_IGNORED, column, params);
    }
}

fn read_details(row: &mut PlanRow<'_, '_>, year: i16) -> Details {
    let difficulty = Difficulty {
        complexity: row.number(Column::Complexity as usize, SHARE_MOST),
        capability: row.number(Column::Capability as usize, SHARE_MOST),
        innovation: row.number(Column::Innovation as usize, SHARE_MOST),
    };
    let printed = Printed {
        whole: row.text(Column::Printed as usize),
        indicators: row.text(Column::PrintedIndicators as usize),
        children: row.text(Column::PrintedChildren as usize),
    };
    Details {
        weight: read_weight(row),
        targets: read_targets(row, year),
        responsible: row.list(Column::Responsible as usize),
        collectors: row.list(Column::Collectors as usize),
        mission: row.text(Column::Mission as usize),
        pira: row.word(Column::Pira as usize, &word::YES_NO).unwrap_or(false),
        difficulty,
        note: row.text(Column::Note as usize),
        status: row.word(Column::Status as usize, &word::STATUSES),
        acts: row.list(Column::Acts as usize),
        printed,
        row: row.number,
        faulty: row.faulty,
    }
}

fn read_weight(row: &mut PlanRow<'_, '_>) -> Option<Decimal> {
    let column = Column::Weight as usize;
    if row.cell(column).starts_with(['-', '−', '–']) {
        let weight = row.any_number(column)?;
        if weight < Decimal::ZERO {
            let found = number::format(weight);
            row.fault(&kinds::WEIGHT_NEGATIVE, column, |issue| issue.with("found", found));
            return None;
        }
    }
    row.number(column, WEIGHT_MOST)
}

fn read_targets(row: &PlanRow<'_, '_>, year: i16) -> Targets {
    let cell = row.cell(Column::Target as usize);
    // Most rows have one target of a kind or none: a map must not make room for four.
    let (mut years, mut days, mut steps) = (0, 0, 0);
    for (column, _) in row.open_cells() {
        match column {
            TargetColumn::Year(_) => years += 1,
            TargetColumn::Periodic(_) => days += 1,
            TargetColumn::Step(_) => steps += 1,
        }
    }
    let mut targets = Targets {
        year: (!cell.is_empty()).then(|| Expected::written(cell)),
        other_years: LiteMap::with_capacity(years),
        periodic: LiteMap::with_capacity(days),
        steps: LiteMap::with_capacity(steps),
    };
    for (column, text) in row.open_cells() {
        let expected = Expected::written(text);
        match column {
            TargetColumn::Year(own) if *own == year => _ = targets.year.get_or_insert(expected),
            TargetColumn::Year(other) => _ = targets.other_years.insert(*other, expected),
            TargetColumn::Periodic(date) => _ = targets.periodic.insert(*date, expected),
            TargetColumn::Step(score) => _ = targets.steps.insert(*score, expected),
        }
    }
    targets
}

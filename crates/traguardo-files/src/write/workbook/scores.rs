//! The sheet `Punteggi`: the tree with formulas that score it, so that whoever changes a weight, a
//! target or an actual sees what follows. Not here: the formulas themselves.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatAlign, Formula, ProtectionOptions, Worksheet, XlsxError};
use traguardo::issue::Table as Name;
use traguardo::number::{Decimal, round};
use traguardo::plan::Details;
use traguardo::report::Report;
use traguardo::score::{Actual, GroupKind, Levels, NodeScore, Outcome};
use traguardo::target::{Comparison, Target};
use traguardo::text::Texts;

use super::super::plan::{RowOf, order};
use super::super::table::Table;
use super::cell::{float, format_of};
use super::formula::{self, Below, MEASURED, MISSING, NOT_DUE, OUT, RuleCells};
use crate::header::letters;

/// The name of the sheet; readers leave it alone.
pub(crate) const SHEET: &str = "Punteggi";

/// The columns from A on. Those from `sopra` on only serve the others.
const HEADER: [&str; 29] = [
    "codice",
    "livello",
    "titolo",
    "peso",
    "quota_indicatori",
    "quota_obiettivi",
    "target",
    "target_massimo",
    "valore",
    "come",
    "stato",
    "punteggio",
    "stampato",
    "sopra",
    "genere",
    "peso_che_conta",
    "entra_con",
    "contributo",
    "ha_peso",
    "indicatori_con_peso",
    "obiettivi_con_peso",
    "stato_indicatori",
    "punteggio_indicatori",
    "quota_che_conta_indicatori",
    "entra_con_indicatori",
    "stato_obiettivi",
    "punteggio_obiettivi",
    "quota_che_conta_obiettivi",
    "entra_con_obiettivi",
];
const HELPERS: std::ops::Range<u16> = 13..29;

/// How a score came into the sheet.
const BY_FORMULA: &str = "formula";
const AS_COMPUTED: &str = "calcolato da Traguardo";

/// The row of the body, counted from 1; the header stands above it.
const BODY: u32 = 2;

/// What the rows of the sheet are made from.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    report: &'a Report<'a>,
    rules: RuleCells,
    /// Where weight and quotas of a row stand in the sheet of the plan.
    plan_columns: HashMap<&'a str, String>,
    plan_rows: HashMap<(bool, usize), u32>,
    words: &'a Texts,
}

/// Where a part stands in the tree.
#[derive(Clone, Copy)]
struct Spot {
    row: u32,
    /// The row of its parent; 0 where it hangs nowhere.
    above: u32,
    /// Whether its parent takes its indicators and its children apart.
    apart: bool,
}

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report<'_>,
    tables: &[Table],
    words: &Texts,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(SHEET)?;
    for (column, name) in (0_u16..).zip(HEADER) {
        sheet.write_string_with_format(0, column, name, &bold)?;
        sheet.set_column_width(column, if column == 2 { 60 } else { 16 })?;
        if HELPERS.contains(&column) {
            sheet.set_column_hidden(column)?;
        }
    }
    let plan = tables.iter().find(|table| table.name == Name::Plan);
    let header = plan.map(|table| table.header.as_slice()).unwrap_or_default();
    let plan_columns =
        (0_u16..).zip(header).map(|(at, name)| (name.as_str(), letters(at))).collect();
    let plan_rows = (2_u32..)
        .zip(order(report.plan))
        .map(|(row, of)| match of {
            RowOf::Node(at) => ((true, at), row),
            RowOf::Use(at) => ((false, at), row),
        })
        .collect();
    let rules = rule_cells(tables);
    let last = Sheet { sheet, report, rules, plan_columns, plan_rows, words }.write()?;
    sheet.autofilter(0, 0, last - 1, HELPERS.start - 1)?;
    sheet.set_freeze_panes(1, 3)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// Where the rules stand, all of which are written.
fn rule_cells(tables: &[Table]) -> RuleCells {
    let rules = tables.iter().find(|table| table.name == Name::Rules);
    let cell = |key: &str| {
        let at = rules.and_then(|table| table.rows.iter().position(|row| row[0] == key));
        format!("Regole!$B${}", at.map_or(1, |at| at + 2))
    };
    RuleCells {
        cap: cell("indicatore.massimo"),
        floor: cell("indicatore.minimo"),
        at_most: cell("indicatore.minore_uguale"),
        missing: cell("nodo.mancante"),
        not_due: cell("nodo.non_scaduto"),
        without_weights: cell("nodo.senza_pesi"),
        decimals: cell("stampa.decimali"),
        rounding: cell("stampa.arrotonda"),
    }
}

impl Sheet<'_> {
    /// Writes the body, then each node with its own indicators before its children: what is below
    /// a node stands in the rows right below it. Answers the last row.
    fn write(mut self) -> Result<u32, XlsxError> {
        let (plan, tree) = (self.report.plan, &self.report.scores.tree);
        let mut rows = vec![0_u32; plan.nodes.len()];
        let mut next = BODY + 1;
        for &at in &tree.order {
            rows[at] = next;
            next += 1 + u32::try_from(tree.uses[at].len()).unwrap_or(0);
        }
        let mut ends: Vec<u32> = rows.clone();
        for &at in tree.order.iter().rev() {
            let own = rows[at] + u32::try_from(tree.uses[at].len()).unwrap_or(0);
            ends[at] =
                tree.children[at].iter().map(|child| ends[*child]).max().unwrap_or(own).max(own);
        }
        let mut spots: Vec<Spot> =
            rows.iter().map(|row| Spot { row: *row, above: 0, apart: false }).collect();
        for top in &tree.top {
            spots[*top].above = BODY;
        }
        self.write_body(tree.top.iter().map(|at| ends[*at]).max())?;
        for &at in &tree.order {
            let quotas = plan.nodes[at].quotas;
            let apart = quotas.indicators.is_some() || quotas.children.is_some();
            for child in &tree.children[at] {
                spots[*child] = Spot { above: rows[at], apart, ..spots[*child] };
            }
            self.write_node(at, spots[at], ends[at], apart)?;
            for (row, used) in (rows[at] + 1..).zip(&tree.uses[at]) {
                self.write_use(*used, Spot { row, above: rows[at], apart })?;
            }
        }
        Ok(next - 1)
    }

    fn write_body(&mut self, last: Option<u32>) -> Result<(), XlsxError> {
        let body = &self.report.plan.body;
        self.text(BODY, 0, &body.ipa)?;
        self.text(BODY, 1, "ente")?;
        self.text(BODY, 2, &body.name)?;
        let score = &self.report.scores.body;
        match last {
            Some(last) => self.write_rolled(BODY, last, score, false)?,
            None => self.text(BODY, 10, MISSING)?,
        }
        self.write_printed(BODY, score.rolled.outcome)
    }

    fn write_node(
        &mut self,
        at: usize,
        spot: Spot,
        end: u32,
        apart: bool,
    ) -> Result<(), XlsxError> {
        let node = &self.report.plan.nodes[at];
        let score = &self.report.scores.nodes[at];
        let row = spot.row;
        self.text(row, 0, &node.code)?;
        self.text(row, 1, &node.level)?;
        self.text(row, 2, &node.title)?;
        self.link(row, 3, "peso", (true, at))?;
        self.link(row, 4, "quota_indicatori", (true, at))?;
        self.link(row, 5, "quota_obiettivi", (true, at))?;
        let faulty = node.details.faulty || self.report.scores.tree.is_faulty_node(at);
        if node.details.is_out() || faulty || end == row {
            self.text(row, 9, AS_COMPUTED)?;
            self.text(row, 10, state(score.rolled.outcome))?;
        } else {
            self.text(row, 9, BY_FORMULA)?;
            self.write_rolled(row, end, score, apart)?;
        }
        self.write_printed(row, score.rolled.outcome)?;
        self.write_part(spot, 2, score.rolled.outcome)
    }

    /// What rolls up from the rows below.
    fn write_rolled(
        &mut self,
        row: u32,
        last: u32,
        score: &NodeScore,
        apart: bool,
    ) -> Result<(), XlsxError> {
        let below = |kind| Below { first: row + 1, last, node: row, kind };
        self.formula(row, 19, &below(Some(1)).sum("S"), None)?;
        self.formula(row, 20, &below(Some(2)).sum("S"), None)?;
        let outcome = score.rolled.outcome;
        if !apart {
            let state_formula = below(None).state(&self.rules);
            self.formula(row, 10, &state_formula, Some(state(outcome).to_owned()))?;
            return self.formula(
                row,
                11,
                &below(None).mean(&format!("$K{row}")),
                Some(exact(outcome)),
            );
        }
        for (kind, of, first) in [(1, GroupKind::Indicators, 21_u16), (2, GroupKind::Children, 25)]
        {
            let group = score.groups.iter().find(|group| group.kind == of);
            let found = group.map(|group| group.rolled.outcome);
            let state_formula = below(Some(kind)).state(&self.rules);
            let name = found.map_or("", state).to_owned();
            self.formula(row, first, &state_formula, Some(name))?;
            let cell = format!("${}{row}", letters(first));
            let mean = below(Some(kind)).mean(&cell);
            self.formula(row, first + 1, &mean, Some(found.map_or_else(String::new, exact)))?;
        }
        let (own, children) =
            ((format!("$V{row}"), format!("$E{row}")), (format!("$Z{row}"), format!("$F{row}")));
        let pair = |(a, b): &(String, String)| (a.clone(), b.clone());
        for (column, one, other, counted) in
            [(23, pair(&own), pair(&children), "X"), (27, pair(&children), pair(&own), "AB")]
        {
            let quota = formula::quota((&one.0, &one.1), (&other.0, &other.1), &self.rules);
            self.formula(row, column, &quota, None)?;
            let entering = formula::entering(&one.0, &format!("${counted}{row}"), &self.rules);
            self.formula(row, column + 1, &entering, None)?;
        }
        let state_formula = formula::state_by_quota(row, &self.rules);
        self.formula(row, 10, &state_formula, Some(state(outcome).to_owned()))?;
        self.formula(row, 11, &formula::mean_by_quota(row), Some(exact(outcome)))
    }

    fn write_use(&mut self, at: usize, spot: Spot) -> Result<(), XlsxError> {
        let used = &self.report.plan.uses[at];
        let reckoning = &self.report.scores.uses[at].reckoning;
        let (row, outcome) = (spot.row, reckoning.outcome);
        self.text(row, 0, &used.indicator)?;
        self.text(row, 1, crate::word::INDICATOR)?;
        self.text(row, 2, self.report.use_title(at))?;
        self.link(row, 3, "peso", (false, at))?;
        let formula = self.formula_of(at, spot.row).filter(|_| !is_settled(&used.details, outcome));
        let actual = match reckoning.actual {
            Some(Actual::Number(number)) => Some(number),
            _ => None,
        };
        if let Some((score_formula, low, high)) = formula {
            self.input(row, 6, Some(low))?;
            self.input(row, 7, high)?;
            self.input(row, 8, actual)?;
            self.text(row, 9, BY_FORMULA)?;
            let measured = format!("IF(ISNUMBER($I{row}),\"{MEASURED}\",\"{MISSING}\")");
            self.formula(row, 10, &measured, Some(state(outcome).to_owned()))?;
            self.formula(row, 11, &score_formula, Some(exact(outcome)))?;
        } else {
            let target = self.report.target(at).map_or("", |target| target.verbatim.as_str());
            self.text(row, 6, target)?;
            if let Some(actual) = reckoning.actual {
                self.text(row, 8, &self.words.actual(actual))?;
            }
            self.text(row, 9, AS_COMPUTED)?;
            self.text(row, 10, state(outcome))?;
            self.number(row, 11, outcome.score())?;
        }
        self.write_printed(row, outcome)?;
        let faulty = self.report.scores.tree.is_faulty_use(at);
        self.write_part(spot, 1, if faulty { Outcome::Missing } else { outcome })
    }

    /// The formula of a use whose target is a comparison with levels, and the levels.
    fn formula_of(&self, at: usize, row: u32) -> Option<(String, Decimal, Option<Decimal>)> {
        let of_level = |comparison: Comparison, level: Decimal| {
            (formula::level(row, comparison, &self.rules), level, None)
        };
        let reckoning = &self.report.scores.uses[at].reckoning;
        match (self.report.target(at)?.target()?, reckoning.levels) {
            (Target::Level { comparison, level, .. }, _) => {
                Some(of_level(*comparison, level.number))
            }
            (Target::Range { low, high, .. }, _) => {
                Some((formula::range(row, &self.rules), low.number, Some(high.number)))
            }
            (
                Target::Change { comparison, .. } | Target::Ratio { comparison, .. },
                Levels::One(level),
            ) => Some(of_level(*comparison, level)),
            _ => None,
        }
    }

    /// What a part gives to its parent.
    fn write_part(&mut self, spot: Spot, kind: u8, outcome: Outcome) -> Result<(), XlsxError> {
        let Spot { row, above, apart } = spot;
        self.sheet.write_number(row - 1, 13, above)?;
        self.sheet.write_number(row - 1, 14, kind)?;
        let siblings = match (above, apart, kind) {
            (0, ..) => "0".to_owned(),
            (above, true, 1) => format!("$T${above}"),
            (above, true, _) => format!("$U${above}"),
            (above, false, _) => format!("($T${above}+$U${above})"),
        };
        let weight = formula::weight(row, &siblings, &self.rules);
        self.formula(row, 15, &weight, None)?;
        let entering = formula::entering(&format!("$K{row}"), &format!("$P{row}"), &self.rules);
        self.formula(row, 16, &entering, None)?;
        let contribution = format!("IF($K{row}=\"{MEASURED}\",$Q{row}*$L{row},0)");
        let points = outcome.score().map(|_| String::new());
        self.formula(row, 17, &contribution, points.filter(|points| !points.is_empty()))?;
        let weighted = format!("IF(AND($K{row}<>\"{OUT}\",ISNUMBER($D{row})),1,0)");
        self.formula(row, 18, &weighted, None)
    }

    fn write_printed(&mut self, row: u32, outcome: Outcome) -> Result<(), XlsxError> {
        let rules = self.report.rules;
        let printed = outcome.score().map(|score| rules.rounded(score).to_string());
        let format = Format::new().set_num_format(format_of(rules.print.decimals));
        let formula = Formula::new(formula::printed(row, &self.rules))
            .set_result(printed.unwrap_or_default());
        self.sheet.write_formula_with_format(row - 1, 12, formula, &format)?;
        Ok(())
    }

    fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        let format = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        if !text.is_empty() {
            self.sheet.write_string_with_format(row - 1, column, text, &format)?;
        }
        Ok(())
    }

    fn number(&mut self, row: u32, column: u16, number: Option<Decimal>) -> Result<(), XlsxError> {
        if let Some(number) = number.and_then(float) {
            self.sheet.write_number(row - 1, column, number)?;
        }
        Ok(())
    }

    /// A cell that anybody may change to see what follows.
    fn input(&mut self, row: u32, column: u16, number: Option<Decimal>) -> Result<(), XlsxError> {
        let decimals = number.map_or(0, |number| number.scale().min(6));
        let format = Format::new().set_num_format(format_of(decimals)).set_unlocked();
        match number.and_then(float) {
            Some(number) => {
                self.sheet.write_number_with_format(row - 1, column, number, &format)?
            }
            None => self.sheet.write_blank(row - 1, column, &format)?,
        };
        Ok(())
    }

    /// A cell that shows what the sheet of the plan says.
    fn link(
        &mut self,
        row: u32,
        column: u16,
        name: &str,
        of: (bool, usize),
    ) -> Result<(), XlsxError> {
        let (Some(letters), Some(at)) = (self.plan_columns.get(name), self.plan_rows.get(&of))
        else {
            return Ok(());
        };
        let cell = format!("Piano!${letters}${at}");
        let details = match of {
            (true, at) => &self.report.plan.nodes[at].details,
            (false, at) => &self.report.plan.uses[at].details,
        };
        let quotas = if of.0 { self.report.plan.nodes[of.1].quotas } else { Default::default() };
        let held = match name {
            "peso" => details.weight,
            "quota_indicatori" => quotas.indicators,
            _ => quotas.children,
        };
        let shown = held.map(|held| held.to_string()).unwrap_or_default();
        self.formula(row, column, &format!("IF({cell}=\"\",\"\",{cell})"), Some(shown))
    }

    /// A formula with what it gives, for programs that only show it.
    fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        result: Option<String>,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(formula);
        let formula = match result {
            Some(result) => formula.set_result(result),
            None => formula,
        };
        self.sheet.write_formula(row - 1, column, formula)?;
        Ok(())
    }
}

/// Whether nothing that is measured can change the outcome.
fn is_settled(details: &Details, outcome: Outcome) -> bool {
    details.faulty || details.is_out() || outcome.is_out()
}

fn state(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Scored(_) => MEASURED,
        Outcome::Missing => MISSING,
        Outcome::NotDue => NOT_DUE,
        Outcome::Baseline | Outcome::Neutralised => OUT,
    }
}

/// A score with the digits that a spreadsheet keeps.
fn exact(outcome: Outcome) -> String {
    let score = outcome.score();
    let digits = |score: Decimal| round(score, 12, traguardo::number::Rounding::HalfUp).normalize();
    score.map(|score| digits(score).to_string()).unwrap_or_default()
}

//! The tables of rules and of their bands: one row of rules a revision, dated.
//! Not here: what the rules do.

use traguardo::number::Rounding;
use traguardo::rules::{
    AtMostRule, Band, Colour, IndicatorRules, MissingRule, NodeRules, NotDueRule, PrintRules,
    Rules, Shape, StepsRule, WithoutWeightsRule,
};

use crate::error::Fault;
use crate::table::{Cells, Line, Table, Words, word};

pub(crate) static RULES: Table = Table::of_revision(
    "rules",
    &[
        &["valid_from", "cap", "floor", "at_most", "steps", "late_points_per_day"],
        &["underestimated_from", "missing", "not_due", "without_weights", "decimals", "rounding"],
    ],
);

pub(crate) static BAND: Table =
    Table::of_revision("band", &[&["from_score", "name", "colour", "shape"]]);

const AT_MOST: &Words<AtMostRule> =
    &[("linear", AtMostRule::Linear), ("hyperbolic", AtMostRule::Hyperbolic)];
const STEPS: &Words<StepsRule> =
    &[("stairs", StepsRule::Stairs), ("interpolate", StepsRule::Interpolate)];
const MISSING: &Words<MissingRule> = &[
    ("zero", MissingRule::Zero),
    ("exclude", MissingRule::Exclude),
    ("block", MissingRule::Block),
];
const NOT_DUE: &Words<NotDueRule> = &[("zero", NotDueRule::Zero), ("exclude", NotDueRule::Exclude)];
const WITHOUT_WEIGHTS: &Words<WithoutWeightsRule> =
    &[("no_score", WithoutWeightsRule::NoScore), ("equal", WithoutWeightsRule::Equal)];
const ROUNDING: &Words<Rounding> =
    &[("half_up", Rounding::HalfUp), ("truncate", Rounding::Truncate)];
const COLOURS: &Words<Colour> = &[
    ("green", Colour::Green),
    ("olive", Colour::Olive),
    ("amber", Colour::Amber),
    ("red", Colour::Red),
    ("blue", Colour::Blue),
    ("grey", Colour::Grey),
];
const SHAPES: &Words<Shape> = &[
    ("tick", Shape::Tick),
    ("three_quarters", Shape::ThreeQuarters),
    ("half", Shape::Half),
    ("triangle", Shape::Triangle),
    ("circle", Shape::Circle),
    ("square", Shape::Square),
];

pub(crate) fn fill(cells: &mut Cells, rules: &Rules) {
    let Rules { valid_from, indicator, node, print, bands: _ } = rules;
    cells.shown_or_blank(*valid_from);
    cells.shown_or_blank(indicator.cap);
    cells.shown(&indicator.floor);
    cells.text(word(AT_MOST, &indicator.at_most));
    cells.text(word(STEPS, &indicator.steps));
    cells.shown(&indicator.late_points_per_day);
    cells.shown(&indicator.underestimated_from);
    cells.text(word(MISSING, &node.missing));
    cells.text(word(NOT_DUE, &node.not_due));
    cells.text(word(WITHOUT_WEIGHTS, &node.without_weights));
    cells.whole(print.decimals);
    cells.text(word(ROUNDING, &print.rounding));
}

/// The rules without their bands.
pub(crate) fn read(line: &mut Line<'_>) -> Result<Rules, Fault> {
    Ok(Rules {
        valid_from: line.read_or_blank()?,
        indicator: IndicatorRules {
            cap: line.read_or_blank()?,
            floor: line.read()?,
            at_most: line.case(AT_MOST)?,
            steps: line.case(STEPS)?,
            late_points_per_day: line.read()?,
            underestimated_from: line.read()?,
        },
        node: NodeRules {
            missing: line.case(MISSING)?,
            not_due: line.case(NOT_DUE)?,
            without_weights: line.case(WITHOUT_WEIGHTS)?,
        },
        print: PrintRules { decimals: line.whole()?, rounding: line.case(ROUNDING)? },
        bands: Vec::new(),
    })
}

pub(crate) fn fill_band(cells: &mut Cells, band: &Band) {
    cells.shown(&band.from);
    cells.text(&band.name);
    cells.text(word(COLOURS, &band.colour));
    cells.text(word(SHAPES, &band.shape));
}

pub(crate) fn read_band(line: &mut Line<'_>) -> Result<Band, Fault> {
    Ok(Band {
        from: line.read()?,
        name: line.text()?,
        colour: line.case(COLOURS)?,
        shape: line.case(SHAPES)?,
    })
}

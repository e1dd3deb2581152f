//! The tables of nodes and of the uses of indicators by nodes.
//! Not here: what both have in common, see [`crate::details`].

use traguardo::plan::{Card, Node, Quotas, Use};

use crate::details::{self, DETAILS};
use crate::error::Fault;
use crate::table::{Cells, Line, Table};

const CARD: &[&str] =
    &["card_reference", "card_kind", "card_benefit", "card_result", "assessed", "assessed_reason"];

pub(crate) static NODE: Table = Table::of_revision(
    "node",
    &[&["code", "parent", "level", "title", "quota_indicators", "quota_children"], CARD, DETAILS],
);

pub(crate) static USE: Table =
    Table::of_revision("use", &[&["indicator", "node", "title"], DETAILS]);

pub(crate) fn fill_node(cells: &mut Cells, node: &Node) {
    cells.text(&node.code);
    cells.text_or_blank(node.parent.as_deref());
    cells.text(&node.level);
    cells.text(&node.title);
    cells.shown_or_blank(node.quotas.indicators);
    cells.shown_or_blank(node.quotas.children);
    let Card { reference, kind, benefit, result, assessed, assessed_reason } = &node.card;
    for words in [reference, kind, benefit, result] {
        cells.text_or_blank(words.as_deref());
    }
    cells.shown_or_blank(*assessed);
    cells.text_or_blank(assessed_reason.as_deref());
    details::fill(cells, &node.details);
}

pub(crate) fn read_node(line: &mut Line<'_>) -> Result<Node, Fault> {
    Ok(Node {
        code: line.text()?,
        parent: line.text_or_blank()?,
        level: line.text()?,
        title: line.text()?,
        quotas: Quotas { indicators: line.read_or_blank()?, children: line.read_or_blank()? },
        card: Card {
            reference: line.text_or_blank()?,
            kind: line.text_or_blank()?,
            benefit: line.text_or_blank()?,
            result: line.text_or_blank()?,
            assessed: line.read_or_blank()?,
            assessed_reason: line.text_or_blank()?,
        },
        details: details::read(line)?,
    })
}

pub(crate) fn fill_use(cells: &mut Cells, used: &Use) {
    cells.text(&used.indicator);
    cells.text(&used.node);
    cells.text_or_blank(used.title.as_deref());
    details::fill(cells, &used.details);
}

pub(crate) fn read_use(line: &mut Line<'_>) -> Result<Use, Fault> {
    Ok(Use {
        indicator: line.text()?,
        node: line.text()?,
        title: line.text_or_blank()?,
        details: details::read(line)?,
    })
}

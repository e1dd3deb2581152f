//! The tree as an icicle: one cell a node or indicator, its width its weight.
//! Not here: colours and type, which are the style sheet's.

use traguardo::number::Decimal;
use traguardo::score::{NodeScore, PartOf};

use crate::figure::{Figure, Mark};
use crate::view::View;

/// The chart.
#[derive(Debug, Clone)]
pub struct Icicle {
    /// What it shows, in words.
    pub title: String,
    /// Its height.
    pub height: u32,
    /// Its cells, parents first.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Where it leads.
    pub url: String,
    /// Its name, with band, figure and weight.
    pub name: String,
    /// Its left edge, in per cent.
    pub x: String,
    /// Its upper edge.
    pub y: u32,
    /// Its width, in per cent.
    pub width: String,
    /// Its height.
    pub height: u32,
    /// Its band.
    pub mark: Mark,
    /// Whether it is drawn without a score.
    pub hatched: bool,
    /// What is written in it.
    pub texts: Vec<Text>,
    /// Where its shape stands.
    pub spot: Option<Text>,
}

/// A text, or the place of a shape, with the windows that have room for it.
#[derive(Debug, Clone)]
pub struct Text {
    /// From the left.
    pub x: u32,
    /// From above.
    pub y: u32,
    /// Its classes.
    pub class: String,
    /// What it says.
    pub text: String,
}

/// Heights of a row of nodes and of the last row, which holds indicators only.
const ROW: u32 = 56;
const LAST: u32 = 34;
/// Room that a page has for the chart in a middle, large and very large window, with their classes.
const WINDOWS: [(u32, &str); 3] = [(650, ""), (910, "from-lg"), (1130, "from-xl")];

/// What is narrower than this, in per cent, is not drawn: nobody could see it, and it would cost
/// as much as what can be seen. The list beside the chart has it.
const NARROWEST: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

struct Piece {
    part: PartOf,
    left: Decimal,
    width: Decimal,
    depth: u32,
    weight: Option<Decimal>,
}

/// Draws the first `rows` rows of the tree; without a number, all of them.
#[must_use]
pub fn icicle(view: &View<'_>, rows: Option<u32>) -> Icicle {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut queue = split(&view.report.scores.body, Decimal::ZERO, Decimal::ONE_HUNDRED, 0);
    queue.reverse();
    while let Some(piece) = queue.pop() {
        if let PartOf::Node(at) = piece.part
            && rows.is_none_or(|rows| piece.depth + 1 < rows)
        {
            let parts =
                split(&view.report.scores.nodes[at], piece.left, piece.width, piece.depth + 1);
            queue.extend(parts.into_iter().rev());
        }
        pieces.push(piece);
    }
    let depth = pieces.iter().map(|p| p.depth).max().unwrap_or_default();
    let is_node = |piece: &&Piece| matches!(piece.part, PartOf::Node(_));
    let last_row_has_nodes = pieces.iter().filter(is_node).any(|p| p.depth == depth);
    let last = if last_row_has_nodes { ROW } else { LAST };
    Icicle {
        title: view.words.tell(
            "tree-icicle",
            &[("levels", i64::from(depth + 1).into()), ("nodes", pieces.len().into())],
        ),
        height: depth * ROW + last,
        cells: pieces
            .iter()
            .map(|piece| cell(view, piece, if piece.depth == depth { last } else { ROW }))
            .collect(),
    }
}

/// The parts of a node side by side, each as wide as its weight; equal where none has one.
fn split(score: &NodeScore, left: Decimal, width: Decimal, depth: u32) -> Vec<Piece> {
    let quotas: Decimal = score.groups.iter().filter_map(|g| g.quota).sum();
    let mut x = left;
    let mut pieces = Vec::new();
    for group in &score.groups {
        let of_group = match group.quota {
            Some(quota) if !quotas.is_zero() => width * quota / quotas,
            _ => width,
        };
        let weights: Decimal = group.parts.iter().map(|p| p.weight).sum();
        let count = Decimal::from(group.parts.len());
        for part in &group.parts {
            let unweighted = weights.is_zero();
            let share = if unweighted { Decimal::ONE / count } else { part.weight / weights };
            let of_part = (of_group * share).round_dp(6);
            if of_part >= NARROWEST {
                let weight = (!unweighted).then_some(part.weight);
                pieces.push(Piece { part: part.of, left: x, width: of_part, depth, weight });
            }
            x += of_part;
        }
    }
    pieces
}

fn cell(view: &View<'_>, piece: &Piece, height: u32) -> Cell {
    let figure = view.part_figure(piece.part);
    let (url, code, title) = match piece.part {
        PartOf::Node(at) => {
            let node = &view.report.plan.nodes[at];
            (view.addresses.node(&node.code), node.code.as_str(), node.title.as_str())
        }
        PartOf::Use(at) => {
            let used = &view.report.plan.uses[at];
            let url = view.addresses.indicator(&used.indicator);
            (url, "", view.report.use_title(at))
        }
    };
    let label = if code.is_empty() { title.to_owned() } else { format!("{code} · {title}") };
    let mut args = vec![
        ("title", label.as_str().into()),
        ("band", figure.mark.within().into()),
        ("figure", figure.printed.as_str().into()),
    ];
    let key = if piece.weight.is_some() { "tree-cell-weight" } else { "tree-cell" };
    args.push(("weight", view.weight(piece.weight).into()));
    let name = view.words.tell(key, &args);
    let is_node = matches!(piece.part, PartOf::Node(_));
    Cell {
        url,
        name,
        x: piece.left.round_dp(4).normalize().to_string(),
        y: piece.depth * ROW,
        width: piece.width.round_dp(4).normalize().to_string(),
        height,
        hatched: !figure.scored,
        texts: if is_node { texts(piece, &figure, code, &label) } else { Vec::new() },
        spot: spot(piece, &figure, is_node),
        mark: figure.mark,
    }
}

/// The smallest window in which a text of so many pixels fits into a piece.
fn window(piece: &Piece, pixels: usize) -> Option<&'static str> {
    let needed = Decimal::from(pixels);
    let fits = |room: u32| piece.width * Decimal::from(room) / Decimal::ONE_HUNDRED >= needed;
    WINDOWS.iter().find(|(room, _)| fits(*room)).map(|(_, class)| *class)
}

fn texts(piece: &Piece, figure: &Figure, code: &str, label: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let whole = (label, window(piece, 12 + label.chars().count() * 31 / 5));
    let short = (code, window(piece, 14 + code.chars().count() * 7));
    let (text, class) = if whole.1.is_some() { whole } else { short };
    if let Some(class) = class {
        texts.push(Text { x: 8, y: 23, class: class.to_owned(), text: text.to_owned() });
    }
    if let Some(class) = window(piece, 30 + figure.printed.chars().count() * 8) {
        let class = format!("strong {class}");
        texts.push(Text { x: 28, y: 44, class, text: figure.printed.clone() });
    }
    texts
}

/// The shape stands beside the figure, or alone at the top where there is no room for that.
fn spot(piece: &Piece, figure: &Figure, is_node: bool) -> Option<Text> {
    let class = window(piece, 20)?;
    let beside = is_node && window(piece, 30 + figure.printed.chars().count() * 8).is_some();
    let (x, y) = if beside { (8, 32) } else { (4, 12) };
    Some(Text { x, y, class: class.to_owned(), text: String::new() })
}

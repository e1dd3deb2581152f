//! Pieces joined into targets: which words belong to which quantity or day, and how parts combine.
//! Not here: the pieces themselves, and what several cells mean together ([`super::cells`]).

use super::piece::{Amount, Break, Piece, Placed, Trend};
use super::token::{Kind as TokenKind, Token};
use super::{Context, Parsed, bounds, case, change, doubt, label};
use crate::issue::{Kind, kinds};
use crate::number::Decimal;
use crate::period::Span;
use crate::quantity::Quantity;
use crate::target::{Combine, Comparison, Day, Due, Reference, Target};

/// A question by its kind.
#[derive(Debug, Clone, Copy)]
pub(in crate::target) struct Asked {
    pub(in crate::target) kind: &'static Kind,
}

/// One part of a phrase, while its pieces are gathered.
#[derive(Debug, Clone, Default)]
pub(super) struct Item {
    pub(super) from: usize,
    pub(super) before: Option<Break>,
    pub(super) label: Option<(usize, usize)>,
    pub(super) trend: Option<Trend>,
    pub(super) compare: Option<Comparison>,
    /// Words between a comparison and what it compares with.
    pub(super) between: bool,
    pub(super) core: Option<Core>,
    pub(super) tail: Option<(usize, usize)>,
    pub(super) reference: Option<(Reference, Option<Decimal>)>,
    /// Whether the comparison is with the reference itself: `≤ media cluster`.
    pub(super) compares_reference: bool,
    pub(super) rate: Option<Span>,
}

/// What a part is about.
#[derive(Debug, Clone)]
pub(super) enum Core {
    Quantity(Amount),
    Range(Quantity, Quantity),
    Due { day: Day, is_led: bool },
    Duration(Quantity),
}

type Result<T> = std::result::Result<T, Asked>;

pub(super) fn ask<T>(kind: &'static Kind) -> Result<T> {
    Err(Asked { kind })
}

/// Joins the pieces of a phrase into one target.
pub(super) fn join(tokens: &[Token<'_>], pieces: &[Placed], context: Context) -> Result<Parsed> {
    doubts(pieces)?;
    let items = gather(pieces)?;
    if items.is_empty() {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    if let [item] = &items[..] {
        return finish(tokens, item, context);
    }
    combine(tokens, &items, context)
}

/// The question that a piece raises, one that says more before one that says less.
fn doubts(pieces: &[Placed]) -> Result<()> {
    let raised = || {
        pieces.iter().filter_map(|placed| match placed.piece {
            Piece::Ask(kind) => Some(Asked { kind }),
            _ => None,
        })
    };
    let clear = raised().find(|asked| asked.kind != &kinds::TARGET_NOT_UNDERSTOOD);
    clear.or_else(|| raised().next()).map_or(Ok(()), Err)
}

/// Whether more than words follows before the phrase, or its part, ends.
fn continues(pieces: &[Placed], at: usize) -> bool {
    let of_this_part = pieces[at..]
        .iter()
        .take_while(|placed| !matches!(placed.piece, Piece::Break(Break::Strong)));
    of_this_part.into_iter().any(|placed| {
        matches!(
            placed.piece,
            Piece::Due { .. }
                | Piece::Quantity(_)
                | Piece::Compare(_)
                | Piece::Duration(_)
                | Piece::Trend(_)
                | Piece::Range { is_open: false, .. }
        )
    })
}

fn gather(pieces: &[Placed]) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let mut item = Item::default();
    // Of every place, whether more than words follows in its part: found once, from the end.
    let mut follows = vec![false; pieces.len() + 1];
    for at in (0..pieces.len()).rev() {
        follows[at] = match &pieces[at].piece {
            Piece::Break(Break::Strong) => false,
            _ => continues(&pieces[at..=at], 0) || follows[at + 1],
        };
    }
    for (at, placed) in pieces.iter().enumerate() {
        let Placed { piece, from, to } = placed;
        let more = follows[at + 1];
        match piece {
            Piece::Ask(kind) => return ask(kind),
            Piece::Break(Break::Strong) => start(&mut items, &mut item, Some(Break::Strong), *to),
            Piece::Break(kind)
                if item.core.is_some() && more && !within_scope(&item, pieces, at) =>
            {
                start(&mut items, &mut item, Some(*kind), *to);
            }
            Piece::Break(_) | Piece::Free => free(&mut items, &mut item, (*from, *to), more),
            Piece::Trend(trend) if item.is_blank() => item.trend = Some(*trend),
            Piece::Aside(trend) if item.may_be_turned() => item.trend = Some(*trend),
            Piece::Aside(_) => return ask(&kinds::TARGET_NOT_UNDERSTOOD),
            Piece::Trend(_) if item.core.is_none() && item.compare.is_none() => {
                return ask(&kinds::TARGET_NOT_UNDERSTOOD);
            }
            Piece::Trend(trend) => {
                start(&mut items, &mut item, None, *from);
                item.trend = Some(*trend);
            }
            Piece::Compare(comparison) => {
                // `30 gg max`: said after the number.
                let last = !more && item.compare.is_none();
                if matches!(item.core, Some(Core::Quantity(_))) && last {
                    item.compare = Some(*comparison);
                    continue;
                }
                if item.core.is_some() || item.compare.is_some() {
                    start(&mut items, &mut item, None, *from);
                }
                item.compare = Some(*comparison);
            }
            Piece::Rate(span) => rate(&mut item, *span, (*from, *to))?,
            Piece::Reference { reference, stated } => {
                if item.reference.is_some() || matches!(item.core, Some(Core::Due { .. })) {
                    return ask(&kinds::TARGET_NOT_UNDERSTOOD);
                }
                item.compares_reference = item.compare.is_some() && item.core.is_none();
                item.reference = Some((*reference, *stated));
            }
            // `≤ media cluster + 5%`
            Piece::Quantity(_) if item.compares_reference => {
                return ask(&kinds::TARGET_NOT_UNDERSTOOD);
            }
            _ => core(&mut items, &mut item, placed),
        }
    }
    start(&mut items, &mut item, None, 0);
    Ok(items)
}

/// Whether what follows a weak break only goes on with a quantity's scope: `da 3, 4`.
fn within_scope(item: &Item, pieces: &[Placed], at: usize) -> bool {
    let next = pieces.get(at + 1).map(|placed| &placed.piece);
    matches!(item.core, Some(Core::Quantity(_))) && matches!(next, Some(Piece::Duration(_)))
}

/// Closes a part and begins the next.
fn start(items: &mut Vec<Item>, item: &mut Item, before: Option<Break>, from: usize) {
    if item.is_blank() && item.label.is_none() {
        item.before = before.or(item.before);
        item.from = from;
        return;
    }
    items.push(std::mem::take(item));
    item.before = before;
    item.from = from;
}

/// Words: a label before what they name, a scope after it, a label of the next part after a day.
fn free(items: &mut Vec<Item>, item: &mut Item, (from, to): (usize, usize), more: bool) {
    let extend = |words: &mut Option<(usize, usize)>| {
        *words = Some((words.map_or(from, |(first, _)| first), to));
    };
    match item.core {
        Some(Core::Due { .. }) if more => {
            start(items, item, None, from);
            item.label = Some((from, to));
        }
        Some(_) => extend(&mut item.tail),
        None if item.compare.is_some() => item.between = true,
        None if item.reference.is_some() => extend(&mut item.tail),
        None => extend(&mut item.label),
    }
}

fn rate(item: &mut Item, span: Span, (from, to): (usize, usize)) -> Result<()> {
    match item.core {
        Some(Core::Quantity(_)) if span == Span::Year => {}
        Some(Core::Quantity(_)) if item.rate.is_none() => item.rate = Some(span),
        None if item.compare.is_none() => {
            item.label = Some((item.label.map_or(from, |(first, _)| first), to));
        }
        _ => return ask(&kinds::TARGET_NOT_UNDERSTOOD),
    }
    Ok(())
}

/// A quantity, a range, a day or a duration: what a part is about, or a scope of it.
fn core(items: &mut Vec<Item>, item: &mut Item, placed: &Placed) {
    let Placed { piece, from, to } = placed;
    let counted = matches!(item.core, Some(Core::Quantity(_)));
    let is_scope = match piece {
        Piece::Duration(_) => counted,
        Piece::Range { is_open, .. } => counted && *is_open && item.tail.is_some(),
        _ => false,
    };
    if is_scope {
        item.tail = Some((item.tail.map_or(*from, |(first, _)| first), *to));
        return;
    }
    if item.core.is_some() || matches!((piece, item.compare), (Piece::Due { .. }, Some(_))) {
        start(items, item, None, *from);
    }
    item.core = match piece {
        Piece::Quantity(amount) => Some(Core::Quantity(amount.clone())),
        Piece::Range { low, high, .. } => Some(Core::Range(low.clone(), high.clone())),
        Piece::Due { day, is_led } => Some(Core::Due { day: day.clone(), is_led: *is_led }),
        Piece::Duration(quantity) => Some(Core::Duration(quantity.clone())),
        _ => None,
    };
}

impl Item {
    fn is_blank(&self) -> bool {
        self.core.is_none()
            && self.compare.is_none()
            && self.trend.is_none()
            && self.reference.is_none()
    }

    /// Whether a trend may be said after the quantity: none before it, and no sign on it.
    fn may_be_turned(&self) -> bool {
        let plain = matches!(&self.core, Some(Core::Quantity(amount)) if !amount.is_signed);
        plain && self.trend.is_none() && self.reference.is_none()
    }

    fn is_due(&self) -> bool {
        matches!(self.core, Some(Core::Due { .. }))
    }
}

/// The target of one part.
fn finish(tokens: &[Token<'_>], item: &Item, context: Context) -> Result<Parsed> {
    let not_understood = ask(&kinds::TARGET_NOT_UNDERSTOOD);
    if item.between {
        return label::level_in_words(tokens, item);
    }
    // `mantenere ≥ 95%`: the level itself is what is kept.
    let kept =
        item.trend == Some(Trend::Keep) && item.compare.is_some() && item.reference.is_none();
    let level = matches!(item.core, Some(Core::Quantity(_)));
    if (item.trend.is_some() || item.reference.is_some()) && !(kept && level) {
        return change::finish(item, context).map(Parsed::Whole);
    }
    match &item.core {
        None if item.compare.is_some() => not_understood,
        None => label::words_only(tokens, item).map(Parsed::Whole),
        Some(Core::Due { day, is_led }) => {
            if item.compare.is_some() || item.label.is_some() && !is_led {
                return not_understood;
            }
            let what = label::what(tokens, item)?;
            Ok(Parsed::Whole(Target::By(Due { day: day.clone(), what })))
        }
        Some(Core::Duration(quantity)) => duration(tokens, item, quantity, context),
        Some(Core::Range(low, high)) => {
            // `ore 8-10` is no quantity of hours.
            let lost = item.label.is_some() && low.measure.is_none() && item.tail.is_none();
            let odd = lost || doubt::passes(tokens, item);
            if item.compare.is_some() || item.rate.is_some() || odd {
                return not_understood;
            }
            label::check_words(tokens, item)?;
            let measure = low.measure.clone().or_else(|| label::about(tokens, item, low).0.measure);
            let with = |bound: &Quantity| Quantity { measure: measure.clone(), ..bound.clone() };
            Ok(Parsed::Whole(Target::Range { low: with(low), high: with(high) }))
        }
        Some(Core::Quantity(amount)) => quantity(tokens, item, amount, context),
    }
}

/// `entro 30 gg`: a time that is to be short, if that is what the indicator measures or it runs
/// for every case.
fn duration(
    tokens: &[Token<'_>],
    item: &Item,
    quantity: &Quantity,
    context: Context,
) -> Result<Parsed> {
    use crate::indicator::Direction::Down;
    let of_each_case = item.tail.is_some_and(|(from, _)| case::opens(&tokens[from..]));
    if !of_each_case && context.direction != Some(Down) || item.compare.is_some() {
        return ask(&kinds::TARGET_EVENT_MISSING);
    }
    let (level, about) = label::about(tokens, item, quantity);
    Ok(Parsed::Whole(Target::Level { comparison: Comparison::AtMost, level, about }))
}

fn quantity(
    tokens: &[Token<'_>],
    item: &Item,
    amount: &Amount,
    context: Context,
) -> Result<Parsed> {
    let per_cent = amount.quantity.measure.as_deref() == Some("%");
    let negative = amount.quantity.number.is_sign_negative();
    let bare_change = item.compare.is_none() && (per_cent || !negative);
    // `almeno +2 punti`: so much more than what?
    if amount.is_signed && (bare_change || !negative) {
        return ask(&kinds::TARGET_REFERENCE_MISSING);
    }
    // `almeno una` what?
    let nameless = amount.quantity.measure.is_none() && item.tail.is_none();
    let dangling = amount.is_word && nameless && amount.quantity.number == Decimal::ONE;
    // `Piano 5 approvato`: a number in the middle of words is not surely a quantity.
    // `Eventi: 5` says of what it is the number.
    let said = item.label.is_some_and(|(_, to)| tokens[to - 1].kind == TokenKind::Mark(':'));
    let lost = item.label.is_some() && item.compare.is_none() && !amount.is_labelled && nameless;
    let lost = lost && !said;
    if dangling || lost {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    if amount.is_cut {
        return ask(&kinds::TARGET_GARBLED);
    }
    label::check_words(tokens, item)?;
    if item.compare.is_none() && doubt::is_limit(tokens, item, context.direction) {
        return ask(&kinds::TARGET_AGAINST_DIRECTION);
    }
    let (level, about) = label::about(tokens, item, &amount.quantity);
    match (item.rate, item.compare) {
        (Some(per), Some(comparison)) => {
            Ok(Parsed::Whole(Target::Rate { comparison, level, per, about }))
        }
        (Some(per), None) => match context.direction {
            Some(direction) => {
                let comparison = Comparison::of(direction);
                Ok(Parsed::Whole(Target::Rate { comparison, level, per, about }))
            }
            None => ask(&kinds::TARGET_OPERATOR_MISSING),
        },
        (None, Some(comparison)) => Ok(Parsed::Whole(Target::Level { comparison, level, about })),
        (None, None) => Ok(Parsed::Bare { level, about }),
    }
}

/// Several parts: a quantity with its day hold together, milestones count for themselves.
fn combine(tokens: &[Token<'_>], items: &[Item], context: Context) -> Result<Parsed> {
    if let Some(range) = bounds::range(tokens, items)? {
        return Ok(Parsed::Whole(range));
    }
    if doubt::misplaced(items, context) {
        return ask(&kinds::TARGET_TWO_QUANTITIES);
    }
    let dues = items.iter().filter(|item| item.is_due()).count();
    let separated = items[1..].iter().all(|item| item.before == Some(Break::Strong));
    let named = items.iter().all(|item| label::is_named(tokens, item));
    let garbled = |item: &Item| match &item.core {
        Some(Core::Quantity(amount)) => {
            amount.is_cut || item.compare.is_none() && !amount.is_labelled && item.tail.is_none()
        }
        _ => false,
    };
    if dues == 0 && !separated && items.iter().any(|item| is_garbled(tokens, item, items, &garbled))
    {
        return ask(&kinds::TARGET_GARBLED);
    }
    if dues == items.len() && !separated && !named {
        return same_label(tokens, items, context);
    }
    if let Some(pairs) = pairs(items) {
        let pairs = pairs.map(|pair| match combine(tokens, pair, context)? {
            Parsed::Whole(target) => Ok(target),
            Parsed::Bare { .. } => ask(&kinds::TARGET_NOT_UNDERSTOOD),
        });
        let parts = pairs.collect::<Result<Vec<Target>>>()?;
        return Ok(Parsed::Whole(Target::Compound { parts, combine: Combine::Mean }));
    }
    let pair = items.len() == 2 && dues == 1;
    if !(separated || named || pair) {
        let kind =
            if dues > 1 { &kinds::TARGET_SEVERAL_DATES } else { &kinds::TARGET_TWO_QUANTITIES };
        return ask(kind);
    }
    if named && !separated && dues == 0 && items[1..].iter().any(|item| item.before.is_none()) {
        return ask(&kinds::TARGET_TWO_QUANTITIES);
    }
    let part = |item: &Item| match finish(tokens, item, context)? {
        Parsed::Whole(target) => Ok(target),
        // Ready by a day with so many: at least so many, unless less is better.
        Parsed::Bare { level, about } => match (context.direction, item.before) {
            (Some(direction), _) => {
                Ok(Target::Level { comparison: Comparison::of(direction), level, about })
            }
            (None, Some(Break::With)) => {
                Ok(Target::Level { comparison: Comparison::AtLeast, level, about })
            }
            (None, _) => ask(&kinds::TARGET_OPERATOR_MISSING),
        },
    };
    let parts = items.iter().map(part).collect::<Result<Vec<Target>>>()?;
    // A day that says of nothing else what is due belongs to the quantity beside it.
    let due = items.iter().find(|item| item.is_due());
    let alone = due.is_some_and(|item| item.label.is_none() && item.tail.is_none());
    let combine = if pair && (!separated || alone) { Combine::Min } else { Combine::Mean };
    Ok(Parsed::Whole(Target::Compound { parts, combine }))
}

/// `50% entro giugno, 100% entro dicembre`: milestones of a quantity and its day each.
fn pairs(items: &[Item]) -> Option<impl Iterator<Item = &[Item]>> {
    let whole = |pair: &[Item]| match pair {
        [one, other] => {
            let level = |item: &Item| {
                matches!(item.core, Some(Core::Quantity(_)))
                    && item.trend.is_none()
                    && item.reference.is_none()
            };
            let due_last = level(one) && other.is_due() && other.tail.is_none();
            let due_first = one.is_due() && level(other) && other.tail.is_none();
            (due_last || due_first) && other.before != Some(Break::Strong)
        }
        _ => false,
    };
    let first_is_due = items.first()?.is_due();
    let paired = items.len() >= 4
        && items.chunks(2).all(|pair| whole(pair) && pair[0].is_due() == first_is_due)
        && items.chunks(2).skip(1).all(|pair| pair[0].before.is_some());
    paired.then(|| items.chunks(2))
}

/// Digits beside a quantity that are neither counted nor measured: `≥ 20 % 020`, `2≥ 20 %`.
fn is_garbled(
    tokens: &[Token<'_>],
    item: &Item,
    items: &[Item],
    bare: &impl Fn(&Item) -> bool,
) -> bool {
    let first = std::ptr::eq(item, &items[0]);
    let touches = first
        && tokens.get(1).is_some_and(|next| tokens[0].end == next.start)
        && items[1].compare.is_some();
    let cut = matches!(&item.core, Some(Core::Quantity(amount)) if amount.is_cut);
    bare(item) && (cut || touches)
}

/// `Report al 30.04.2021 30.09.2021`: one thing by several days.
fn same_label(tokens: &[Token<'_>], items: &[Item], context: Context) -> Result<Parsed> {
    let first = label::what(tokens, &items[0])?;
    let continued = |item: &Item| match &item.core {
        Some(Core::Due { is_led, .. }) => {
            item.label.is_none() && (!is_led || item.before == Some(Break::Weak))
        }
        _ => false,
    };
    if first.is_none() || !items[1..].iter().all(continued) {
        return ask(&kinds::TARGET_SEVERAL_DATES);
    }
    let part = |item: &Item| {
        let mut part = finish(tokens, item, context)?;
        if let Parsed::Whole(Target::By(due)) = &mut part {
            due.what.clone_from(&first);
        }
        match part {
            Parsed::Whole(target) => Ok(target),
            Parsed::Bare { .. } => ask(&kinds::TARGET_NOT_UNDERSTOOD),
        }
    };
    let parts = items.iter().map(part).collect::<Result<Vec<Target>>>()?;
    Ok(Parsed::Whole(Target::Compound { parts, combine: Combine::Mean }))
}

/// The tokens at which parts begin.
pub(super) fn starts(pieces: &[Placed]) -> Vec<usize> {
    let known: Vec<Placed> =
        pieces.iter().filter(|placed| !matches!(placed.piece, Piece::Ask(_))).cloned().collect();
    let items = gather(&known).unwrap_or_default();
    items.iter().map(|item| item.from).collect()
}

//! Rows whose cells slipped a column to the side, as they do when a PDF is copied.
//! Not here: what the columns hold, see [`super::role`].

use super::content::{coded, is_code, is_number, is_surely_target, is_target};
use super::header::Column;
use super::role::Role;
use super::source::Cell;

/// Beyond this many columns no other alignment is tried.
const COLUMNS: usize = 40;

/// How many columns to the left a whole row can have slipped.
const SLIPS: usize = 4;

/// How the cells of a row stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// Each under its column.
    Well,
    /// They had slipped, and were moved.
    Moved,
    /// Some stand under a column that cannot hold them, wherever the others are moved.
    Badly,
}

/// Moves the cells of a row by a column, all of them or those from some column on, where only so
/// each stands under a column that fits it.
pub(super) fn align(cells: &mut Vec<Cell>, columns: &[Column]) -> Stand {
    let (misfits, fit) = fitting(cells.iter(), columns);
    if misfits == 0 {
        return Stand::Well;
    }
    let is_badly = cells.iter().zip(columns).any(|(cell, column)| {
        let role = column.role.as_ref();
        role.is_some_and(|r| !r.is_expected() && !r.is_number() && is_misfit(&cell.text, r))
    });
    // A number or a target that cannot be read is asked about in its place.
    let stays = if is_badly { Stand::Badly } else { Stand::Well };
    if columns.len() > COLUMNS || cells.len() > COLUMNS {
        return stays;
    }
    let mut best: Option<(i32, Vec<usize>)> = None;
    let mut is_unequivocal = true;
    let mut consider = |order: Vec<usize>| {
        let blank = Cell::default();
        let moved = || order.iter().map(|at| cells.get(*at).unwrap_or(&blank));
        let (misfits, now) = fitting(moved(), columns);
        if misfits > 0 || now <= fit {
            return;
        }
        match &best {
            Some((best, _)) if now < *best => {}
            Some((best, known)) if now == *best => {
                let text = |at: &usize| cells.get(*at).map_or("", |cell| &*cell.text);
                is_unequivocal &= known.iter().map(text).eq(order.iter().map(text));
            }
            _ => (best, is_unequivocal) = (Some((now, order)), true),
        }
    };
    let last = cells.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |at| at + 1);
    let slips = columns.len().saturating_sub(last).min(SLIPS);
    for blanks in 2..=slips {
        consider(std::iter::repeat_n(usize::MAX, blanks).chain(0..last).collect());
    }
    for at in 0..last {
        if cells[at].text.is_empty() {
            consider((0..cells.len()).filter(|column| *column != at).collect());
        }
        if last < columns.len() {
            let blank = usize::MAX;
            consider((0..at).chain(std::iter::once(blank)).chain(at..last).collect());
        }
    }
    let Some((_, order)) = best.filter(|_| is_unequivocal) else { return stays };
    let moved = order.iter().map(|at| cells.get(*at).cloned().unwrap_or_default()).collect();
    *cells = moved;
    Stand::Moved
}

/// Whether a cell cannot be what its column holds.
pub(super) fn is_misfit(text: &str, role: &Role) -> bool {
    match role {
        _ if text.is_empty() => false,
        Role::Code => !is_code(text),
        Role::Title(_) | Role::Indicator | Role::Responsible => is_surely_target(text),
        Role::Plain(_) if role.is_number() => !is_number(text),
        Role::Target(_) | Role::Periodic(_) => !is_target(text),
        _ => false,
    }
}

/// How many cells do not fit their columns, and how well the others do.
fn fitting<'a>(cells: impl Iterator<Item = &'a Cell>, columns: &[Column]) -> (u32, i32) {
    let (mut misfits, mut fit) = (0, 0);
    let mut has_target = false;
    let mut has_indicator = false;
    for (at, cell) in cells.enumerate() {
        if cell.text.is_empty() {
            continue;
        }
        // What stands beyond the last column has no place at all.
        let Some(column) = columns.get(at) else {
            fit -= 1;
            continue;
        };
        match &column.role {
            Some(role) if is_misfit(&cell.text, role) => misfits += 1,
            Some(Role::Other) | None => {}
            Some(role) => {
                fit += 2;
                // A code stands in titles more often than in anything else.
                fit += i32::from(matches!(role, Role::Title(_)) && coded(&cell.text).is_some());
                has_target |= role.is_expected();
                has_indicator |= *role == Role::Indicator;
            }
        }
    }
    let wants_indicator = columns.iter().any(|column| column.role == Some(Role::Indicator));
    fit += i32::from(has_target);
    if has_target && wants_indicator && !has_indicator {
        fit -= 2;
    }
    (misfits, fit)
}

#[cfg(test)]
mod tests {
    use super::super::header::owned;
    use super::*;

    fn aligned(cells: &[&str]) -> String {
        let role = |name| Column { header: String::new(), role: Role::of_name(name), owner: None };
        let names = ["titolo: linea", "peso", "titolo: obiettivo", "peso", "indicatore", "target"];
        let columns = owned(names.map(role).into());
        let mut cells: Vec<Cell> = cells.iter().map(|text| Cell::of(text)).collect();
        let stand = align(&mut cells, &columns);
        let texts: Vec<&str> = cells.iter().map(|cell| &*cell.text).collect();
        format!("{stand:?} {}", texts.join("|"))
    }

    #[test]
    fn cells_that_slipped_to_the_side_go_back_under_their_columns() {
        for (cells, expected) in [
            (&["", "", "Sicurezza", "50", "Report", "si"][..], "Well ||Sicurezza|50|Report|si"),
            (&["", "Sicurezza", "50", "Report", "< 3"], "Moved ||Sicurezza|50|Report|< 3"),
            (&["Sicurezza", "50", "Report", "< 3"], "Moved ||Sicurezza|50|Report|< 3"),
            (&["Sicurezza", "molto", "Report", "< 3"], "Well Sicurezza|molto|Report|< 3"),
            (&["30/06/2021", "Staff", "Sicurezza"], "Badly 30/06/2021|Staff|Sicurezza"),
        ] {
            assert_eq!(aligned(cells), expected, "{cells:?}");
        }
    }
}

//! How an XLSX workbook shows a number: as a date, as a percentage, with how many decimals.
//! Not here: the number, see [`super::figure`].

use std::collections::HashMap;

use quick_xml::events::Event;

use super::Fault;
use super::part::{Xml, attribute};
use crate::limit;

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// As it is.
    #[default]
    Plain,
    /// With a number of decimals.
    Decimals(u32),
    /// As a percentage with a number of decimals: 0.16 is 16 %.
    Percentage(u32),
    /// As a day, perhaps with the time.
    Date,
}

/// How the cells of each style are shown.
pub(super) fn read_styles(mut xml: Xml<'_>) -> Result<Vec<Shown>, Fault> {
    let mut own: HashMap<String, Shown> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cell_styles = false;
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" if own.len() < limit::PARTS => {
                    if let (Some(id), Some(code)) =
                        (attribute(tag, "numFmtId"), attribute(tag, "formatCode"))
                    {
                        own.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles && styles.len() < limit::CELLS => {
                    let id = attribute(tag, "numFmtId").unwrap_or_default();
                    styles.push(own.get(&id).copied().unwrap_or_else(|| of_builtin(&id)));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cell_styles = false,
            _ => {}
        }
    }
    Ok(styles)
}

/// The formats that need not be written down (ECMA-376, 18.8.30).
fn of_builtin(id: &str) -> Shown {
    match id.parse().unwrap_or(0_u32) {
        2 | 4 | 39 | 40 | 43 | 44 => Shown::Decimals(2),
        9 => Shown::Percentage(0),
        10 => Shown::Percentage(2),
        14..=17 | 22 | 27..=36 | 50..=58 => Shown::Date,
        _ => Shown::Plain,
    }
}

/// What a format code shows, by its first section: `0.00%`, `dd/mm/yyyy`, `#,##0.00 "€"`.
fn of_code(code: &str) -> Shown {
    let (mut decimals, mut after_point, mut per_cent, mut odd) = (0, false, false, false);
    let (mut day_or_year, mut month, mut time) = (false, false, false);
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character.to_ascii_lowercase() {
            ';' => break,
            '"' => _ = characters.by_ref().find(|c| *c == '"'),
            '\\' | '_' | '*' => _ = characters.next(),
            // `[h]` is a duration, `[Red]` and `[$€-410]` are neither here nor there.
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                time |= !inside.is_empty()
                    && inside.to_lowercase().bytes().all(|b| matches!(b, b'h' | b'm' | b's'));
            }
            '.' => after_point = true,
            '0' if after_point => decimals += 1,
            '%' => per_cent = true,
            'e' | '/' if !(day_or_year || month || time) => odd = true,
            'd' | 'y' => day_or_year = true,
            'm' => month = true,
            'h' | 's' => time = true,
            _ => {}
        }
    }
    if code.to_lowercase().starts_with("general") {
        return Shown::Plain;
    }
    if day_or_year || (month && !time) {
        return Shown::Date;
    }
    match (odd || time, per_cent) {
        (true, _) => Shown::Plain,
        (false, true) => Shown::Percentage(decimals),
        (false, false) if after_point => Shown::Decimals(decimals),
        (false, false) => Shown::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_code_tells_dates_percentages_and_decimals() {
        for (code, shown) in [
            ("General", Shown::Plain),
            ("0", Shown::Plain),
            ("#,##0.00", Shown::Decimals(2)),
            ("#,##0.00\\ \"€\";[Red]\\-#,##0.00\\ \"€\"", Shown::Decimals(2)),
            ("_-* #,##0.00\\ [$€-410]_-", Shown::Decimals(2)),
            ("0%", Shown::Percentage(0)),
            ("0.0%", Shown::Percentage(1)),
            ("dd/mm/yyyy", Shown::Date),
            ("[$-410]d\\ mmmm\\ yyyy;@", Shown::Date),
            ("mmm-yy", Shown::Date),
            ("dd/mm/yyyy hh:mm", Shown::Date),
            ("hh:mm:ss", Shown::Plain),
            ("[h]:mm", Shown::Plain),
            ("0.00E+00", Shown::Plain),
            ("# ?/?", Shown::Plain),
            ("0.0\" gg\"", Shown::Decimals(1)),
            ("@", Shown::Plain),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
    }
}

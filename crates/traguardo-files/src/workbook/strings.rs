//! The shared texts of an XLSX workbook, packed one after the other.
//! Not here: the cells that refer to them.

use quick_xml::events::Event;

use super::Fault;
use super::part::{Xml, push_text};
use crate::limit;

/// The texts that cells share, by their number.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part that holds them.
    pub(super) fn read(mut xml: Xml<'_>) -> Result<Self, Fault> {
        let mut strings = Self::default();
        let mut text = String::new();
        let (mut in_text, mut in_reading_aid) = (false, false);
        while let Some(event) = xml.next()? {
            match &event {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "t" => in_text = !in_reading_aid,
                    "rPh" => in_reading_aid = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "t" => in_text = false,
                    "rPh" => in_reading_aid = false,
                    "si" => {
                        strings.push(&unescape(&text))?;
                        text.clear();
                    }
                    _ => {}
                },
                event if in_text => push_text(&mut text, event),
                _ => {}
            }
        }
        Ok(strings)
    }

    fn push(&mut self, text: &str) -> Result<(), Fault> {
        if self.ends.len() >= limit::CELLS {
            return Err(Fault::TooLarge);
        }
        self.text.push_str(text);
        self.ends.push(self.text.len());
        Ok(())
    }

    /// The text of a number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }
}

/// Resolves `_x000D_`, by which XLSX writes characters that XML has not; `_x005F_` stands for an
/// underscore that would otherwise begin one.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let digits = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let code = digits
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (character, length) = match code {
            Some(code) => (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 7),
            None => ('_', 1),
        };
        plain.push(character);
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved_and_what_only_looks_like_one_stays() {
        assert_eq!(unescape("a_x000D_b"), "a\rb");
        assert_eq!(unescape("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescape("C2_x1 _xyz_ _x12à4_ _x"), "C2_x1 _xyz_ _x12à4_ _x");
    }
}

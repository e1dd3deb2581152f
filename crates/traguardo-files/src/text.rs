//! Bytes as text: UTF-8 first, Windows-1252 where they are not, UTF-16 where they say so.
//! Not here: what the text holds.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// How a text was encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoded {
    /// In Unicode, as it should be.
    Unicode,
    /// In the old Western European code of Windows.
    Windows,
}

/// Why bytes are not a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotText {
    /// They are a workbook or another archive.
    Archive,
    /// They hold characters that no text has.
    Binary,
}

/// The text in some bytes, without its byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoded), NotText> {
    if is_archive(bytes) {
        return Err(NotText::Archive);
    }
    let (text, encoded) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            (encoding.decode_without_bom_handling(&bytes[mark..]).0, Encoded::Unicode)
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), Encoded::Unicode),
            Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, Encoded::Windows),
        },
    };
    if text.as_bytes().contains(&0) { Err(NotText::Binary) } else { Ok((text, encoded)) }
}

/// Whether bytes begin as a ZIP archive does, hence also XLSX and ODS workbooks.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// A text without the spaces around it.
pub(crate) fn trim(text: &str) -> &str {
    // Most texts begin and end with a letter or a digit.
    if let (Some(first), Some(last)) = (text.bytes().next(), text.bytes().next_back())
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control())
}

/// A text with its line ends as `\n` and with spaces for control characters, which no sheet
/// shows and some databases refuse.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| c.is_control() && c != '\n' && c != '\t';
    // In UTF-8, control characters beyond ASCII begin with C2.
    let may_be_odd = |b: &u8| matches!(b, ..0x20 | 0x7f | 0xc2) && !matches!(b, b'\n' | b'\t');
    if !text.as_bytes().iter().any(may_be_odd) {
        return Cow::Borrowed(text);
    }
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(plain.chars().map(|c| if is_odd(c) { ' ' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_that_offices_use_is_read() {
        let unicode = |bytes: &[u8]| decode(bytes).map(|(text, how)| (text.into_owned(), how));
        let qualita = "qualità".to_owned();
        assert_eq!(unicode("qualità".as_bytes()), Ok((qualita.clone(), Encoded::Unicode)));
        assert_eq!(unicode(b"\xef\xbb\xbfqualit\xc3\xa0"), Ok((qualita.clone(), Encoded::Unicode)));
        assert_eq!(unicode(b"qualit\xe0"), Ok((qualita, Encoded::Windows)));
        assert_eq!(unicode(b"\x80 5"), Ok(("€ 5".to_owned(), Encoded::Windows)));
        assert_eq!(unicode(b"\xff\xfea\0b\0"), Ok(("ab".to_owned(), Encoded::Unicode)));
        assert_eq!(unicode(b"PK\x03\x04..."), Err(NotText::Archive));
        assert_eq!(unicode(b"a\0b"), Err(NotText::Binary));
    }
}

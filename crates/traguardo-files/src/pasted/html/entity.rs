//! Entities of HTML as the characters that they stand for.
//! Not here: tags, see [`super`].

use std::borrow::Cow;

/// Named entities that programs write for what Italian offices write.
const ENTITIES: [(&str, &str); 40] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ensp", " "),
    ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"),
    ("agrave", "à"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("igrave", "ì"),
    ("ograve", "ò"),
    ("ugrave", "ù"),
    ("Agrave", "À"),
    ("Egrave", "È"),
    ("Eacute", "É"),
    ("Igrave", "Ì"),
    ("Ograve", "Ò"),
    ("Ugrave", "Ù"),
    ("ccedil", "ç"),
    ("deg", "°"),
    ("ordm", "º"),
    ("ordf", "ª"),
    ("euro", "€"),
    ("ge", "≥"),
    ("le", "≤"),
    ("ne", "≠"),
    ("plusmn", "±"),
    ("minus", "−"),
    ("times", "×"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
];

/// A text with its entities as characters; one that nobody knows stays as it is.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let end = piece.bytes().take(12).position(|b| b == b';');
        match end.and_then(|end| Some((entity(&piece[..end])?, &piece[end + 1..]))) {
            Some((character, rest)) => {
                plain.push_str(&character);
                plain.push_str(rest);
            }
            None => {
                plain.push('&');
                plain.push_str(piece);
            }
        }
    }
    plain.into()
}

fn entity(name: &str) -> Option<Cow<'static, str>> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let character = char::from_u32(code)?;
        let shown = if character.is_control() { ' ' } else { character };
        return Some(shown.to_string().into());
    }
    let known = ENTITIES.iter().find(|(known, _)| *known == name)?;
    Some(known.1.into())
}

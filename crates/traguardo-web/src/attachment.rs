//! Files that people send to be kept: which kinds are taken, and how they are given back.
//! Not here: what they are for, and keeping them, which is the store's.

use axum::extract::multipart::Field;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use traguardo_store::EVIDENCE_BYTES;

use crate::fault::Fault;
use crate::words::Words;

/// The most bytes of a form with a file: the file and what stands around it.
pub const FORM_BYTES: usize = EVIDENCE_BYTES + (1 << 20);

/// The kinds of files that are taken, by the end of their names, with how such files begin. A file
/// that begins otherwise is not what it says.
const KINDS: &[(&str, &str, &[u8])] = &[
    ("pdf", "application/pdf", b"%PDF-"),
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("jpg", "image/jpeg", b"\xff\xd8\xff"),
    ("jpeg", "image/jpeg", b"\xff\xd8\xff"),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
    ),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ("odt", "application/vnd.oasis.opendocument.text", b"PK\x03\x04"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet", b"PK\x03\x04"),
    ("p7m", "application/pkcs7-mime", b""),
    ("eml", "message/rfc822", b""),
    ("csv", "text/csv", b""),
    ("txt", "text/plain", b""),
];

/// What kind of file it is, if it is one that is taken.
///
/// # Errors
/// The sentence that says why it is not taken.
pub fn media(name: &str, bytes: &[u8], words: Words) -> Result<&'static str, String> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    let kind = KINDS.iter().find(|(known, ..)| Some(*known) == ending.as_deref());
    let Some((_, media, start)) = kind else {
        return Err(words.tell("evidence-kind", &[("kinds", kinds().into())]));
    };
    if bytes.is_empty() || !bytes.starts_with(start) {
        return Err(words.tell("evidence-other-kind", &[("file", name.into())]));
    }
    Ok(media)
}

/// That a file is larger than it may be.
#[must_use]
pub fn too_large(words: Words) -> String {
    let most = (EVIDENCE_BYTES >> 20).to_string();
    words.tell("evidence-too-large", &[("megabytes", most.into())])
}

/// How large a file may be, and of which kinds.
#[must_use]
pub fn limit(words: Words) -> String {
    let megabytes = (EVIDENCE_BYTES >> 20).to_string();
    words.tell("evidence-limit", &[("megabytes", megabytes.into()), ("kinds", kinds().into())])
}

/// The kinds as a form has them: `.pdf,.png`.
#[must_use]
pub fn accept() -> String {
    KINDS.iter().map(|(end, ..)| format!(".{end}")).collect::<Vec<_>>().join(",")
}

/// The bytes of a field, read to its end; `None` where they are more than a file may have.
///
/// # Errors
/// [`Fault::TooLarge`] where the form breaks off.
pub async fn read(mut field: Field<'_>) -> Result<Option<Vec<u8>>, Fault> {
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(chunk) = field.chunk().await.map_err(|_| Fault::TooLarge)? {
        fits &= bytes.len() + chunk.len() <= EVIDENCE_BYTES;
        if fits {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(fits.then_some(bytes))
}

/// A file to be kept and not shown: it comes from somewhere else.
///
/// # Errors
/// [`Fault::Page`] where no header takes its name.
pub fn answer(name: &str, bytes: Vec<u8>) -> Result<Response, Fault> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ' ');
    let ascii: String = name.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{ascii}\""));
    let mut answer = bytes.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_DISPOSITION, disposition.map_err(|_| Fault::Page)?);
    Ok(answer)
}

fn kinds() -> String {
    KINDS.iter().map(|(ending, ..)| *ending).collect::<Vec<_>>().join(", ")
}

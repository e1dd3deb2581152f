//! What the two forms of the page send: a file, or the same file carried on in a field.
//! Not here: what is made of it.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// The most bytes that a file may have.
pub const FILE_BYTES: usize = 16 << 20;
/// The most bytes of a form: more than the limit of the file, so that one beyond it is read to its
/// end and told, where a connection that breaks off would tell nothing; and a file of the limit
/// in the letters of base64.
pub const FORM_BYTES: usize = 64 << 20;
/// The most bytes of a field that is not a file.
const TEXT_BYTES: usize = 4096;
/// The most fields that are read.
const FIELDS: usize = 16;

/// What a form sends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The name of the file.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// The mark of the difference that was seen.
    pub seen: String,
}

/// Why nothing can be made of what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// No file was chosen, or it is empty.
    Nothing,
    /// It is larger than it may be.
    TooLarge,
    /// It breaks off, or is no form of ours.
    Broken,
}

impl Sent {
    /// Reads a form.
    ///
    /// # Errors
    /// Why nothing can be made of it.
    pub async fn read(mut form: Multipart) -> Result<Self, Unread> {
        let mut sent = Self::default();
        let mut count = 0;
        while let Some(field) = form.next_field().await.map_err(|e| unread(&e))? {
            count += 1;
            if count > FIELDS {
                return Err(Unread::Broken);
            }
            match field.name().unwrap_or_default() {
                "foglio" => {
                    sent.name = base_name(field.file_name().unwrap_or_default());
                    sent.bytes = whole(field, FILE_BYTES).await?;
                }
                "contenuto" => {
                    let letters = whole(field, FILE_BYTES.div_ceil(3) * 4).await?;
                    sent.bytes = BASE64_STANDARD.decode(letters).map_err(|_| Unread::Broken)?;
                }
                "file" => sent.name = base_name(&text(field).await?),
                "visto" => sent.seen = text(field).await?,
                _ => {}
            }
        }
        if sent.bytes.is_empty() { Err(Unread::Nothing) } else { Ok(sent) }
    }

    /// The file in letters, as a field carries it on.
    #[must_use]
    pub fn letters(&self) -> String {
        BASE64_STANDARD.encode(&self.bytes)
    }
}

async fn text(field: Field<'_>) -> Result<String, Unread> {
    String::from_utf8(whole(field, TEXT_BYTES).await?).map_err(|_| Unread::Broken)
}

/// The bytes of a field. One beyond the limit is read to its end too, and not kept.
async fn whole(mut field: Field<'_>, limit: usize) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let mut fits = true;
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) if fits && bytes.len() + chunk.len() <= limit => bytes.extend(chunk),
            Ok(Some(_)) => (fits, bytes) = (false, Vec::new()),
            Ok(None) if fits => return Ok(bytes),
            Ok(None) => return Err(Unread::TooLarge),
            Err(error) if fits => return Err(unread(&error)),
            Err(_) => return Err(Unread::TooLarge),
        }
    }
}

fn unread(error: &MultipartError) -> Unread {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Unread::TooLarge,
        _ => Unread::Broken,
    }
}

/// The name without its folders, which some browsers send along.
fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let short: String = last.chars().filter(|c| !c.is_control()).take(100).collect();
    if short.is_empty() { "foglio.xlsx".to_owned() } else { short }
}

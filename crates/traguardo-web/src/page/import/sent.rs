//! What the form of the import page sends: the table, what was said of it, what is to be done.
//! Not here: what is made of it.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use traguardo::plan::Body;
use traguardo_files::pasted::{About, Mends, Setting};

/// The most fields that are read: more than a preview of the largest table asks about.
const FIELDS: usize = 200_000;

/// The fields of the form.
#[derive(Debug, Clone, Default)]
pub struct Sent {
    fields: BTreeMap<String, String>,
}

impl Sent {
    /// Reads a form; `None` where it is larger than it may be or no form.
    pub async fn read(mut form: Multipart) -> Option<Self> {
        let mut sent = Self::default();
        let mut count = 0;
        while let Some(field) = form.next_field().await.ok()? {
            count += 1;
            if count > FIELDS {
                return None;
            }
            let name = field.name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.ok()?;
            // A file in the old code of Windows is text too.
            let text = match std::str::from_utf8(&bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
            };
            if !text.trim().is_empty() {
                sent.fields.insert(name, text);
            }
        }
        sent.settle();
        Some(sent)
    }

    /// Of what was pasted, the richest form counts; afterwards there is only one.
    fn settle(&mut self) {
        let found = ["file", "html", "testo"].iter().find_map(|name| self.fields.remove(*name));
        if let Some(found) = found {
            self.fields.remove("html");
            self.fields.remove("testo");
            let is_other = self.source() != found;
            self.fields.insert("fonte".to_owned(), found);
            if is_other {
                // What was said of another table says nothing of this one.
                self.fields.retain(|name, _| About::of_key(name).is_none());
            }
        }
    }

    /// A field as it was sent, trimmed; blank where it was not.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |text| text.trim())
    }

    /// The table.
    #[must_use]
    pub fn source(&self) -> &str {
        self.fields.get("fonte").map_or("", String::as_str)
    }

    /// What was said of the table.
    #[must_use]
    pub fn setting(&self) -> Setting {
        let levels = self.field("livelli").split(';').map(str::trim);
        let mut mends = Mends::default();
        for (name, text) in &self.fields {
            let Some(about) = About::of_key(name) else { continue };
            // A cell that was shown to be moved or changed, and was not, says nothing.
            let was = self.fields.get(&format!("o.{name}"));
            if was.is_none_or(|was| was.trim() != text.trim()) {
                mends.say(about, text);
            }
        }
        for name in self.fields.keys().filter_map(|name| name.strip_prefix("o.")) {
            if let (Some(about), false) = (About::of_key(name), self.fields.contains_key(name)) {
                mends.say(about, "-");
            }
        }
        Setting {
            year: self.field("anno").parse().ok().filter(|year| (1990..=2200).contains(year)),
            levels: levels.filter(|level| !level.is_empty()).map(str::to_owned).collect(),
            mends,
        }
    }

    /// Whose plan it is, if the code is one.
    #[must_use]
    pub fn body(&self) -> Option<Body> {
        let ipa = self.field("ipa");
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        if ipa.is_empty() || ipa.len() > 64 || !ipa.chars().all(plain) {
            return None;
        }
        let name = Some(self.field("nome")).filter(|name| !name.is_empty()).unwrap_or(ipa);
        Some(Body { ipa: ipa.to_owned(), name: name.to_owned() })
    }

    /// Whether more than a preview is asked for.
    #[must_use]
    pub fn wants_plan(&self) -> bool {
        matches!(self.field("azione"), "salva" | "sostituisci" | "scarica")
    }

    /// Whether the plan is asked for as a file.
    #[must_use]
    pub fn wants_file(&self) -> bool {
        self.field("azione") == "scarica"
    }

    /// Whether somebody said that a plan which is there is to be replaced.
    #[must_use]
    pub fn replaces(&self) -> bool {
        self.field("azione") == "sostituisci"
    }
}

//! The table of what bodies set about themselves: names with texts, and who set each last.
//! Not here: what the names are and what their texts mean.

use traguardo::period::DateTime;

use crate::audit::{self, Deed, Signature};
use crate::error::{Fault, StoreError};
use crate::store::Store;
use crate::table::{Cells, Line, Table, TableKind, Writer};

pub(crate) static SETTING: Table = Table {
    name: "body_setting",
    owner: "body",
    columns: &[&["name", "content", "set_by", "set_at"]],
    kind: TableKind::Replaced,
};

/// Something that a body has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// What it was set to.
    pub content: String,
    /// Who set it last, and when.
    pub signature: Signature,
}

/// What became of a change of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsChange {
    /// They are as was asked for.
    Done,
    /// Somebody has set them since: nothing was changed.
    CameFirst(Signature),
}

impl Store {
    /// What a body has set, by name.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn settings(&self, ipa: &str) -> Result<Vec<Setting>, StoreError> {
        let found = async {
            let mut reading = self.readers.acquire().await?;
            SETTING.rows(&mut reading, ipa, read).await
        };
        found.await.map_err(|fault| self.error(fault))
    }

    /// Sets some settings of a body; others stay as they are. `seen` is when those that are
    /// changed had been set last, as whoever changes them has seen it.
    ///
    /// # Errors
    /// Whatever the engine says. Nothing is then changed.
    pub async fn set_settings(
        &self,
        ipa: &str,
        new: &[(&str, String)],
        seen: Option<DateTime>,
        signature: &Signature,
    ) -> Result<SettingsChange, StoreError> {
        let set = self.set_whole_settings(ipa, new, seen, signature);
        set.await.map_err(|fault| self.error(fault))
    }

    async fn set_whole_settings(
        &self,
        ipa: &str,
        new: &[(&str, String)],
        seen: Option<DateTime>,
        signature: &Signature,
    ) -> Result<SettingsChange, Fault> {
        if signature.who.contains('\0') {
            return Err(Fault::TextWithNul { table: "audit" });
        }
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let known = SETTING.rows(&mut writing, ipa, read).await?;
        let is_new = |setting: &Setting| new.iter().any(|(name, _)| *name == setting.name);
        if let Some(last) = last_set(known.iter().filter(|setting| is_new(setting)))
            && seen != Some(last.at)
        {
            return Ok(SettingsChange::CameFirst(last.clone()));
        }
        let mut all: Vec<Setting> = known.into_iter().filter(|setting| !is_new(setting)).collect();
        all.extend(new.iter().map(|(name, content)| Setting {
            name: (*name).to_owned(),
            content: content.clone(),
            signature: signature.clone(),
        }));
        all.sort_by(|one, other| one.name.cmp(&other.name));
        let sql = "DELETE FROM body_setting WHERE body = $1";
        sqlx::query(sql).bind(ipa).execute(&mut *writing).await?;
        let mut writer = Writer::new(&mut writing);
        writer.insert(&SETTING, ipa, 0, &all, fill).await?;
        let contents = writer.contents;
        let texts: Vec<String> = new.iter().map(|(name, text)| format!("{name}={text}")).collect();
        let told = format!("{ipa}: {}", texts.join(", "));
        audit::add(&mut writing, turn, signature, (Deed::Setting, &told), contents).await?;
        writing.commit().await?;
        Ok(SettingsChange::Done)
    }
}

/// Who set some settings last, and when.
///
/// ```
/// use traguardo::period::parse_moment;
/// use traguardo_store::{Setting, Signature, last_set};
/// let set = |at| Setting {
///     name: "told".to_owned(),
///     content: "head".to_owned(),
///     signature: Signature { who: "Anna".to_owned(), at: parse_moment(at).unwrap() },
/// };
/// let both = [set("2020-07-02"), set("2020-07-01")];
/// assert_eq!(last_set(&both).unwrap().at.to_string(), "2020-07-02T00:00:00");
/// ```
pub fn last_set<'a>(settings: impl IntoIterator<Item = &'a Setting>) -> Option<&'a Signature> {
    settings.into_iter().map(|setting| &setting.signature).max_by_key(|signature| signature.at)
}

fn read(line: &mut Line<'_>) -> Result<Setting, Fault> {
    Ok(Setting {
        name: line.text()?,
        content: line.text()?,
        signature: Signature { who: line.text()?, at: line.read()? },
    })
}

fn fill(cells: &mut Cells, setting: &Setting) {
    cells.text(&setting.name);
    cells.text(&setting.content);
    cells.text(&setting.signature.who);
    cells.shown(&setting.signature.at);
}

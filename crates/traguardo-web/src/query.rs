//! What stands after the question mark of an address: the date and the language.
//! Not here: the addresses themselves, see [`crate::address`].

use serde::Deserialize;
use traguardo::period::{Date, parse_date};
use traguardo::text::Lang;

use crate::fault::Fault;

/// The query of a page.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// The date to which the page is to refer.
    #[serde(default)]
    al: Option<String>,
    /// The language.
    #[serde(default)]
    lang: Option<String>,
    /// `oggi`: the data of today also where a round is closed.
    #[serde(default)]
    dati: Option<String>,
}

impl Asked {
    /// The language asked for; Italian where none of ours is.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.as_deref().and_then(Lang::of).unwrap_or_default()
    }

    /// Whether the data of today are asked for, where a round has figures of its own.
    #[must_use]
    pub fn is_of_today(&self) -> bool {
        self.dati.as_deref() == Some("oggi")
    }

    /// The date asked for, if any.
    ///
    /// # Errors
    /// [`Fault::Date`] where it is not a date of the calendar.
    pub fn at(&self) -> Result<Option<Date>, Fault> {
        let written = self.al.as_deref().map(str::trim).filter(|text| !text.is_empty());
        written.map(|text| parse_date(text).map_err(|_| Fault::Date(text.to_owned()))).transpose()
    }
}

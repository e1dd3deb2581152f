//! The addresses of the pages: one place that writes them, with the date and the language kept.
//! Not here: reading them, see [`crate::router`] and [`crate::query`].

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use traguardo::period::Date;
use traguardo::text::Lang;

/// What a segment of an address may hold as it is.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The addresses of one plan, or of no plan, in one language and at one date.
#[derive(Debug, Clone)]
pub struct Addresses {
    base: String,
    at: Option<Date>,
    lang: Lang,
}

impl Addresses {
    /// Addresses outside any plan.
    #[must_use]
    pub fn start(lang: Lang) -> Self {
        Self { base: String::new(), at: None, lang }
    }

    /// Addresses inside a plan; `at` stands in them only where somebody chose it.
    #[must_use]
    pub fn plan(ipa: &str, year: i16, at: Option<Date>, lang: Lang) -> Self {
        Self { base: format!("/enti/{}/piani/{year}", segment(ipa)), at, lang }
    }

    /// The same addresses in another language.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Self {
        Self { lang, ..self.clone() }
    }

    /// The same addresses at another date.
    #[must_use]
    pub fn at(&self, at: Date) -> Self {
        Self { at: Some(at), ..self.clone() }
    }

    /// The path of a page of the plan, without the query: what a form is sent to.
    #[must_use]
    pub fn path(&self, parts: &[&str]) -> String {
        let mut path = self.base.clone();
        for part in parts {
            path.push('/');
            path.push_str(&segment(part));
        }
        if path.is_empty() { "/".to_owned() } else { path }
    }

    /// What every address keeps: the date, where somebody chose it, and the language.
    #[must_use]
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        let at = self.at.map(|at| ("al", at.to_string()));
        let lang = (self.lang != Lang::default()).then(|| ("lang", self.lang.code().to_owned()));
        at.into_iter().chain(lang).collect()
    }

    /// The address of a page of the plan.
    #[must_use]
    pub fn page(&self, parts: &[&str]) -> String {
        with_query(self.path(parts), &self.kept())
    }

    /// The page of a node; of the body itself, the home.
    #[must_use]
    pub fn node(&self, code: &str) -> String {
        self.page(&["nodi", code])
    }

    /// The page of an indicator.
    #[must_use]
    pub fn indicator(&self, code: &str) -> String {
        self.page(&["indicatori", code])
    }

    /// Where the score of a node comes from.
    #[must_use]
    pub fn explain_node(&self, code: &str) -> String {
        self.page(&["spiega", code])
    }

    /// Where the score of an indicator under a node comes from.
    #[must_use]
    pub fn explain_use(&self, node: &str, indicator: &str) -> String {
        self.page(&["spiega", node, indicator])
    }
}

/// An address that asks for more.
#[must_use]
pub fn with_query(address: String, query: &[(&str, String)]) -> String {
    let mut whole = address;
    for (name, text) in query {
        whole.push(if whole.contains('?') { '&' } else { '?' });
        whole.push_str(&format!("{name}={}", segment(text)));
    }
    whole
}

fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_encoded_and_the_date_and_the_language_are_kept() {
        let at = traguardo::period::parse_date("2020-06-30").ok();
        let addresses = Addresses::plan("cciaa_mo", 2020, at, Lang::En);
        assert_eq!(
            addresses.node("2/601 & c."),
            "/enti/cciaa_mo/piani/2020/nodi/2%2F601%20%26%20c.?al=2020-06-30&lang=en"
        );
        let plain = Addresses::plan("cciaa_mo", 2020, None, Lang::It);
        assert_eq!(plain.page(&[]), "/enti/cciaa_mo/piani/2020");
        let asked = with_query(addresses.page(&["elenchi"]), &[("ufficio", "U.O. 1&2".to_owned())]);
        assert!(asked.ends_with("/elenchi?al=2020-06-30&lang=en&ufficio=U.O.%201%262"), "{asked}");
        assert_eq!(Addresses::start(Lang::It).page(&[]), "/");
        assert_eq!(Addresses::start(Lang::En).page(&["accessibilita"]), "/accessibilita?lang=en");
    }
}

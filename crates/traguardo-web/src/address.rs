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
    /// The closed round whose explanations are meant.
    round: Option<Date>,
    /// Whether the data of today are kept asked for, where a round is closed.
    of_today: bool,
}

impl Addresses {
    /// Addresses outside any plan.
    #[must_use]
    pub fn start(lang: Lang) -> Self {
        Self { base: String::new(), at: None, lang, round: None, of_today: false }
    }

    /// Addresses inside a plan; `at` stands in them only where somebody chose it.
    #[must_use]
    pub fn plan(ipa: &str, year: i16, at: Option<Date>, lang: Lang) -> Self {
        let base = format!("/enti/{}/piani/{year}", segment(ipa));
        Self { base, at, lang, round: None, of_today: false }
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

    /// The same addresses, explanations being those of a closed round.
    #[must_use]
    pub fn of_round(&self, round: Date) -> Self {
        Self { round: Some(round), ..self.clone() }
    }

    /// The same addresses, with the data of today also where a round is closed, or without.
    #[must_use]
    pub fn of_today(&self, of_today: bool) -> Self {
        Self { of_today, ..self.clone() }
    }

    /// The parts of the path of an explanation.
    #[must_use]
    pub fn explained(&self, parts: &[&str]) -> Vec<String> {
        let round = self.round.map(|day| ["verifiche".to_owned(), day.to_string()]);
        let own = ["spiega"].iter().chain(parts).map(|part| (*part).to_owned());
        round.into_iter().flatten().chain(own).collect()
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
        let of_today = self.of_today.then(|| ("dati", "oggi".to_owned()));
        at.into_iter().chain(lang).chain(of_today).collect()
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
        self.explanation(&[code])
    }

    /// Where the score of an indicator under a node comes from.
    #[must_use]
    pub fn explain_use(&self, node: &str, indicator: &str) -> String {
        self.explanation(&[node, indicator])
    }

    /// An explanation; one of a closed round is of its day, whatever day was chosen.
    fn explanation(&self, parts: &[&str]) -> String {
        let path = self.explained(parts);
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let at = self.at.filter(|_| self.round.is_none());
        Self { at, ..self.clone() }.page(&path)
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
        let round = addresses.of_round(at.unwrap());
        assert_eq!(
            round.explain_use("601", "A/B"),
            "/enti/cciaa_mo/piani/2020/verifiche/2020-06-30/spiega/601/A%2FB?lang=en"
        );
        assert_eq!(Addresses::start(Lang::It).page(&[]), "/");
        assert_eq!(Addresses::start(Lang::En).page(&["accessibilita"]), "/accessibilita?lang=en");
    }
}

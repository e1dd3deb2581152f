//! The form of filters above a table: a plain GET form, so that each choice has an address.
//! Not here: what the filters do, see [`crate::selection`].

use crate::address::with_query;
use crate::selection::Filters;
use crate::view::View;

/// The form.
#[derive(Debug, Clone)]
pub struct FilterForm {
    /// Where it goes.
    pub action: String,
    /// What it keeps: the date and the language.
    pub kept: Vec<(&'static str, String)>,
    /// What it asks.
    pub choices: Vec<Choice>,
    /// The page without filters, where any is set.
    pub reset: Option<String>,
}

/// One question of the form with its possible answers.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The name of the field.
    pub name: &'static str,
    /// What it asks.
    pub label: String,
    /// What can be chosen.
    pub options: Vec<Choosable>,
}

/// One possible answer.
#[derive(Debug, Clone)]
pub struct Choosable {
    /// As the address has it; empty: all.
    pub code: String,
    /// As the form has it.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl FilterForm {
    /// The form of a page of a plan.
    #[must_use]
    pub fn new(view: &View<'_>, path: &[&str], choices: Vec<Choice>, filters: &Filters) -> Self {
        let is_set = filters.query().iter().any(|(name, _)| *name != "gruppo");
        Self {
            action: view.addresses.path(path),
            kept: view.addresses.kept(),
            choices,
            reset: is_set.then(|| {
                let grouped = filters.query().into_iter().filter(|(name, _)| *name == "gruppo");
                with_query(view.addresses.page(path), &grouped.collect::<Vec<_>>())
            }),
        }
    }
}

/// The options of a question, the first of which asks for nothing.
#[must_use]
pub fn choosable(
    first: (String, String),
    found: Vec<(String, String)>,
    chosen: &str,
) -> Vec<Choosable> {
    let mut all = vec![first];
    all.extend(found);
    // Who asks for something that is not there sees that it is asked for.
    if !chosen.is_empty() && all.iter().all(|(code, _)| code != chosen) {
        all.push((chosen.to_owned(), chosen.to_owned()));
    }
    all.into_iter().map(|(code, label)| Choosable { chosen: code == chosen, code, label }).collect()
}

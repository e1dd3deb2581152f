//! Where a role can hold: the installation, the bodies that are there, and their offices.
//! Not here: what a role may do there.

use traguardo::access::{Action, On, Scope};
use traguardo::office::Office;
use traguardo::plan::Body;

use super::Sent;
use crate::fault::Fault;
use crate::router::App;
use crate::visitor::Visitor;
use crate::words::Words;

/// What the form sends for the whole installation; no body has such a code.
const EVERYWHERE: &str = "*";

/// A body, or the installation, with what can be chosen in it.
pub struct Place {
    /// Its name.
    pub label: String,
    /// What can be chosen.
    pub options: Vec<Choice>,
}

/// Something to choose.
pub struct Choice {
    /// What the form sends.
    pub sent_as: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// The bodies that are there, each with the offices of its latest plan.
pub struct Places(Vec<(Body, Vec<Office>)>);

impl Places {
    /// Those where one may manage accounts.
    pub async fn read(app: &App) -> Result<Self, Fault> {
        let mut listed = app.store().list().await.map_err(|_| Fault::Store)?;
        let visitor = Visitor::current();
        listed.retain(|plan| visitor.may(Action::ManageAccounts, On::Body(&plan.body.ipa)).is_ok());
        listed.sort_by(|a, b| (&a.body.ipa, b.year).cmp(&(&b.body.ipa, a.year)));
        listed.dedup_by(|later, first| later.body.ipa == first.body.ipa);
        let mut places = Vec::with_capacity(listed.len());
        for plan in listed {
            let stored = app.store().load(&plan.body.ipa, plan.year).await;
            let offices = stored.map_err(|_| Fault::Store)?.plan.offices;
            places.push((plan.body, offices));
        }
        Ok(Self(places))
    }

    /// The choices of the form.
    pub fn list(&self, sent: &Sent, words: Words) -> Vec<Place> {
        let option = |sent_as: String, label: String| Choice {
            is_chosen: sent.dove == sent_as,
            sent_as,
            label,
        };
        let mut places = Vec::new();
        if Visitor::current().may(Action::ManageAccounts, On::Installation).is_ok() {
            let everywhere = words.say("users-everywhere");
            let options = vec![option(EVERYWHERE.to_owned(), everywhere.clone())];
            places.push(Place { label: everywhere, options });
        }
        for (body, offices) in &self.0 {
            let whole = words.tell("users-whole-body", &[("body", body.name.as_str().into())]);
            let mut options = vec![option(body.ipa.clone(), whole)];
            options.extend(offices.iter().map(|office| {
                let label = format!("{} ({})", office.name, office.code);
                option(format!("{}/{}", body.ipa, office.code), label)
            }));
            places.push(Place { label: body.name.clone(), options });
        }
        places
    }
}

/// Where a role holds, as the form says it; the code of a body that is typed counts before what is
/// chosen, for bodies that have no plan yet.
pub fn scope(chosen: &str, typed: &str) -> Option<Scope> {
    let typed = typed.trim();
    if !typed.is_empty() {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let is_code = typed.len() <= 64 && typed.chars().all(plain);
        return is_code.then(|| Scope::Body(typed.to_owned()));
    }
    match chosen.split_once('/') {
        Some((body, office)) => {
            Some(Scope::Office { body: body.to_owned(), office: office.to_owned() })
        }
        None if chosen == EVERYWHERE => Some(Scope::Installation),
        None if chosen.is_empty() => None,
        None => Some(Scope::Body(chosen.to_owned())),
    }
}

/// The same, the other way round.
pub fn written(scope: &Scope) -> String {
    match scope {
        Scope::Installation => EVERYWHERE.to_owned(),
        Scope::Body(body) => body.clone(),
        Scope::Office { body, office } => format!("{body}/{office}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let office = Scope::Office { body: "cciaa_so".to_owned(), office: "U.O. / ASL".to_owned() };
        for place in [Scope::Installation, Scope::Body("cciaa_mo".to_owned()), office] {
            assert_eq!(scope(&written(&place), " "), Some(place));
        }
        assert_eq!(scope("*", "cciaa_pd"), Some(Scope::Body("cciaa_pd".to_owned())));
        assert_eq!((scope("", ""), scope("*", "a b"), scope("", "a/b")), (None, None, None));
    }
}

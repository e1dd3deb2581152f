//! Somebody who may do everything in the bodies of the tests, and what their browser sends.
//! Not here: any test.

use traguardo::access::{Grant, Person, Role, Scope};
use traguardo_web::Entrance;

/// The cookie of the forms, by its name on one's own machine and elsewhere.
pub const COOKIE: &str = "\
    traguardo-form=0000000000000000000000000000000000000000000000000000000000000000; \
    __Host-traguardo-form=0000000000000000000000000000000000000000000000000000000000000000";

/// A site where nobody has to sign in.
pub fn entrance() -> Entrance {
    let body = |ipa: &str| Scope::Body(ipa.to_owned());
    let grants = Role::ALL.into_iter().flat_map(|role| {
        ["cciaa_mo", "c_prova", "prova"].map(|ipa| Grant { role, scope: body(ipa) })
    });
    Entrance::Demo(vec![Person {
        id: "anna".to_owned(),
        name: "Anna Esempio".to_owned(),
        grants: grants.collect(),
    }])
}

/// What their forms carry.
pub fn token() -> String {
    traguardo_store::form_token(&"0".repeat(64))
}

//! `traguardo demo`: makes the embedded database, loads the examples that it lacks, serves.
//! Not here: anything that a real installation would not do the same way.

mod story;

use std::path::Path;

use clap::ArgMatches;
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::text::{Arg, Texts};
use traguardo_store::{Listed, Signature, Store};
use traguardo_web::Entrance;

use super::{Done, import, serve};
use crate::fault::Fault;
use crate::{clock, examples, input, output, settings};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let folder = input::argument(matches, "data");
    let database = Path::new(&folder).join("traguardo.db");
    let database = database.display().to_string();
    input::runtime()?.block_on(async {
        let listener = serve::listen(&settings).await?;
        output::tell(&words.say("cli-demo-database", &[("path", database.clone().into())]));
        let store = Store::open(&format!("sqlite:{database}")).await?;
        load_examples(&store, words).await?;
        let entrance = Entrance::Demo(people(&store, words).await?);
        serve::serve(listener, store, entrance, settings.place, words).await
    })
}

/// Whom one may go on as: somebody with all roles first, then one person a role; those who work
/// for an office twice, for the whole body and for one office.
async fn people(store: &Store, words: &Texts) -> Result<Vec<Person>, Fault> {
    let mut bodies: Vec<String> =
        store.list().await?.into_iter().map(|plan| plan.body.ipa).collect();
    bodies.dedup();
    let of_bodies = |role: Role| {
        let grant = |body: &String| Grant { role, scope: Scope::Body(body.clone()) };
        bodies.iter().map(grant).collect::<Vec<_>>()
    };
    let everywhere = Grant { role: Role::Administrator, scope: Scope::Installation };
    let person = |id: &str, name: String, grants: Vec<Grant>| Person {
        id: format!("demo-{id}"),
        name,
        grants,
    };
    let mut all = vec![everywhere.clone()];
    let mut people = Vec::new();
    for role in Role::ALL {
        let name = words.say(role.key(), &[]);
        if role == Role::Administrator {
            people.push(person(role.name(), name, vec![everywhere.clone()]));
            continue;
        }
        all.extend(of_bodies(role));
        people.push(person(role.name(), name, of_bodies(role)));
    }
    people.extend(of_one_office(store, words).await?);
    people.insert(0, person("all", words.say("demo-everybody", &[]), all));
    Ok(people)
}

/// Those who record and those who check for the one office, of all plans, that answers for most.
async fn of_one_office(store: &Store, words: &Texts) -> Result<Vec<Person>, Fault> {
    let mut most: Option<(usize, String, String, String)> = None;
    for listed in store.list().await? {
        let plan = store.load(&listed.body.ipa, listed.year).await?.plan;
        for office in &plan.offices {
            let answers = |details: &[String]| details.contains(&office.code);
            let nodes = plan.nodes.iter().filter(|node| answers(&node.details.responsible));
            let uses = plan.uses.iter().filter(|used| {
                answers(&used.details.responsible) || answers(&used.details.collectors)
            });
            let count = nodes.count() + uses.count();
            if count > most.as_ref().map_or(0, |most| most.0) {
                let (body, name) = (plan.body.ipa.clone(), office.name.clone());
                most = Some((count, body, office.code.clone(), name));
            }
        }
    }
    let Some((_, body, office, name)) = most else { return Ok(Vec::new()) };
    let of = |role: Role| Person {
        id: format!("demo-{}-office", role.name()),
        name: words.say(
            "demo-of-office",
            &[("role", Arg::Named(role.key())), ("office", name.as_str().into())],
        ),
        grants: vec![Grant {
            role,
            scope: Scope::Office { body: body.clone(), office: office.clone() },
        }],
    };
    Ok(vec![of(Role::Collector), of(Role::Head)])
}

/// Loads the examples that are not there yet, and lets the year of one of them go by: what somebody
/// has changed since is kept.
async fn load_examples(store: &Store, words: &Texts) -> Result<(), Fault> {
    let known = store.list().await?;
    let by = Signature { who: "demo".to_owned(), at: clock::now() };
    for name in examples::names() {
        let hand_in = examples::read(&name)?;
        let plan = &hand_in.plan;
        let same = |listed: &Listed| listed.body.ipa == plan.body.ipa && listed.year == plan.year;
        if known.iter().any(same) {
            continue;
        }
        output::tell(&words.say("cli-demo-loading", &[("name", name.as_str().into())]));
        import::save(store, &hand_in, &by, words).await?;
        if name == story::EXAMPLE {
            story::tell(store, words).await?;
        }
    }
    Ok(())
}

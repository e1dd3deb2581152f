//! What is open in the plans of a body, or waits for a check, and who is told of it.
//! Not here: the page that shows it, and the command that sends letters.

use std::collections::HashSet;

use traguardo::collection::{Collection, Owed, State};
use traguardo::period::{Date, DateTime};
use traguardo::plan::Body;
use traguardo::reminder::{
    Addressee, Debt, Debts, Digest, Last, Place, Settings, Unchecked, digests,
};
use traguardo::text::Lang;
use traguardo::tree::Tree;
use traguardo_store::{Account, Outcome, Reminded, Setting, Store, StoreError, Stored};

use crate::address::Addresses;

/// How long ago the last letter may have been that still counts: as many days as can be set.
const REMEMBERED_DAYS: i64 = 100;

/// What is open in the plans of a body that are reminded of, and what was sent.
#[derive(Debug, Clone)]
pub struct Due {
    /// The body.
    pub body: Body,
    /// The moment at which one asks.
    pub now: DateTime,
    /// What the body has set about reminders.
    pub settings: Settings,
    /// The same as it is kept, with who set it.
    pub kept: Vec<Setting>,
    /// Those who can be told.
    pub people: Vec<Addressee>,
    /// What was sent of late.
    pub reminded: Vec<Reminded>,
    plans: Vec<Open>,
    mails: Vec<(String, String)>,
}

/// A plan with what is open in it.
#[derive(Debug, Clone)]
struct Open {
    stored: Stored,
    tree: Tree,
    debts: Vec<Debt>,
    unchecked: Vec<Unchecked>,
}

impl Due {
    /// What each person is told, and what keeps it.
    #[must_use]
    pub fn digests(&self) -> Vec<Digest> {
        let debts: Vec<Debts<'_>> = self.plans.iter().map(Open::debts).collect();
        let last = last_told(&self.reminded);
        digests(&debts, &self.people, &self.settings, &last, self.now)
    }

    /// What is open in the plan of a year, if that is reminded of.
    #[must_use]
    pub fn debts(&self, year: i16) -> Option<Debts<'_>> {
        self.plans.iter().find(|open| open.stored.plan.year == year).map(Open::debts)
    }

    /// Where somebody is written to.
    #[must_use]
    pub fn mail(&self, person: &str) -> Option<&str> {
        let known = self.mails.iter().find(|(id, _)| id == person);
        known.map(|(_, mail)| mail.as_str())
    }

    /// The path of the page where the readings of a year's plan are recorded or checked.
    #[must_use]
    pub fn address(&self, year: i16, place: Place, lang: Lang) -> String {
        let page = match place {
            Place::Recording => "da-compilare",
            Place::Checking => "da-verificare",
        };
        Addresses::plan(&self.body.ipa, year, None, lang).page(&[page])
    }
}

impl Open {
    /// Of a checkpoint whose round is closed nobody is asked for anything any more.
    fn of(stored: Stored, closed: &[Date], today: Date) -> Self {
        let tree = Tree::of(&stored.plan);
        let Stored { plan, readings, marks, rules, .. } = &stored;
        let collection = Collection { plan, tree: &tree, readings, marks, rules, day: today };
        let mut owed = collection.owed();
        owed.retain(|owed| !closed.contains(&owed.checkpoint));
        let open = owed.iter().filter(|owed| owed.state.is_open());
        let debts = open.map(|owed| Debt {
            uses: uses(owed),
            checkpoint: owed.checkpoint,
            hand_in: owed.hand_in,
            is_sent_back: owed.state == State::SentBack,
        });
        let (debts, unchecked) = (debts.collect(), unchecked(&owed, &stored));
        Self { stored, tree, debts, unchecked }
    }

    fn debts(&self) -> Debts<'_> {
        let Self { stored, tree, debts: list, unchecked } = self;
        Debts { plan: &stored.plan, tree, list, unchecked }
    }
}

/// What waits for a check: a reading once, though it stands at several checkpoints.
fn unchecked(owed: &[Owed], stored: &Stored) -> Vec<Unchecked> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for one in owed.iter().filter(|owed| owed.state.is_to_check()) {
        if let Some(at) = one.reading.filter(|at| seen.insert(*at)) {
            let recorded = stored.readings.list.get(at).and_then(|reading| reading.recorded_at);
            found.push(Unchecked { uses: uses(one), since: recorded.map(|at| at.date()) });
        }
    }
    found
}

fn uses(owed: &Owed) -> Vec<usize> {
    owed.asked.iter().map(|asked| asked.used).collect()
}

/// What is open in the plans of a body of this year and of the one before: older ones are history.
///
/// # Errors
/// Whatever the store says.
pub async fn due(store: &Store, ipa: &str, now: DateTime) -> Result<Due, StoreError> {
    let year = now.date().year();
    let listed = store.list().await?.into_iter().filter(|plan| plan.body.ipa == ipa);
    let mut body = Body { ipa: ipa.to_owned(), name: String::new() };
    let mut plans = Vec::new();
    for plan in listed {
        if plan.year == year || plan.year == year - 1 {
            let closed = store.closed_checkpoints(ipa, plan.year).await?;
            plans.push(Open::of(store.load(ipa, plan.year).await?, &closed, now.date()));
        }
        body = plan.body;
    }
    let kept = store.settings(ipa).await?;
    let text = |name: &str| {
        let found = kept.iter().find(|setting| setting.name == name);
        found.map(|setting| setting.content.clone())
    };
    let (settings, _) = Settings::read(text);
    let since = now.date().saturating_sub(jiff::Span::new().days(REMEMBERED_DAYS));
    let reminded = store.reminders(ipa, since).await?;
    let accounts = store.accounts().await?.into_iter().filter(|account| !account.is_locked);
    let (mut people, mut mails) = (Vec::new(), Vec::new());
    for Account { person, mail, .. } in accounts {
        let has_address = mail.is_some();
        mails.extend(mail.map(|mail| (person.id.clone(), mail)));
        people.push(Addressee { person, has_address });
    }
    Ok(Due { body, now, settings, kept, people, reminded, plans, mails })
}

/// The days on which people were told, without those on which the letter was not taken.
fn last_told(reminded: &[Reminded]) -> Vec<Last> {
    let mut last: Vec<Last> = Vec::new();
    for one in reminded {
        let same = Last { person: one.person.clone(), day: one.day };
        match one.outcome {
            Outcome::Sent => last.push(same),
            Outcome::Failed => last.retain(|known| *known != same),
        }
    }
    last
}

//! The letter of a digest: a subject and a text, with one link to what is to be filled in or checked.
//! Not here: headers, encodings and servers of mail.

use super::{Digest, Item, Section, Waiting};
use crate::text::{Arg, Texts};

/// Items that a letter lists; the page behind the link has all of them.
const LISTED: usize = 20;
/// The longest address there is (RFC 5321, 4.5.3.1.3).
const ADDRESS_CHARS: usize = 254;

/// A letter, in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The subject, on one line.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// What a letter leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The page where readings are recorded.
    Recording,
    /// The page where they are checked.
    Checking,
}

/// The letter of a digest. `body` is the name of the body, `link` the address of a page of a
/// year's plan.
///
/// ```
/// use traguardo::reminder::{Digest, letter};
/// use traguardo::text::{Lang, Texts};
/// let name = "Anna".to_owned();
/// let digest = Digest { person: "anna".to_owned(), name, sections: Vec::new(), hold: None };
/// let letter = letter(&digest, "Ente di prova", |year, _| format!("/{year}"), Texts::of(Lang::It));
/// assert!(letter.text.starts_with("Gentile Anna"));
/// ```
#[must_use]
pub fn letter(
    digest: &Digest,
    body: &str,
    link: impl Fn(i16, Place) -> String,
    words: &Texts,
) -> Letter {
    let own = digest.sections.iter().flat_map(|section| &section.own);
    let others = digest.sections.iter().map(|section| section.of_others.len()).sum::<usize>();
    let late = own.clone().filter(|item| item.is_late()).count();
    let check = digest.sections.iter().filter_map(|section| section.to_check);
    let check = check.map(|waiting| waiting.count).sum::<usize>();
    let also = if own.clone().count() + others > 0 { check } else { 0 };
    let body = one_line(body);
    let subject = [
        ("body", Arg::from(body.as_str())),
        ("own", own.count().into()),
        ("late", late.into()),
        ("others", others.into()),
        ("check", check.into()),
        ("also", also.into()),
    ];
    let name = one_line(&digest.name);
    let mut parts = vec![words.say("reminder-greeting", &[("name", name.into())])];
    for section in &digest.sections {
        let to = |place| [("link", Arg::from(link(section.year, place)))];
        if !section.own.is_empty() || !section.of_others.is_empty() {
            parts.extend(told(section, &body, words));
            parts.push(words.say("reminder-link", &to(Place::Recording)));
        }
        if let Some(waiting) = section.to_check {
            parts.push(to_check(section.year, waiting, &body, words));
            parts.push(words.say("reminder-check-link", &to(Place::Checking)));
        }
    }
    parts.push(words.say("reminder-end", &[("body", body.as_str().into())]));
    let text = parts.join("\n\n") + "\n";
    Letter { subject: words.say("reminder-subject", &subject), text }
}

/// Whether a text can be an address of mail: one that can be written to without quoting.
///
/// ```
/// use traguardo::reminder::is_address;
/// assert!(is_address("anna.esempio@comune.example.it"));
/// assert!(!is_address("anna@") && !is_address("Anna <anna@example.it>"));
/// ```
#[must_use]
pub fn is_address(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let dotted = |part: &str, good: fn(&str) -> bool| part.split('.').all(good);
    let Some((local, domain)) = text.split_once('@') else { return false };
    let host = |label: &str| {
        let letters = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        letters && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    text.len() <= ADDRESS_CHARS
        && local.chars().all(|c| plain(c) || c == '.')
        && dotted(local, |atom| !atom.is_empty())
        && dotted(domain, host)
}

/// What a section says: own things first, then those of others.
fn told(section: &Section, body: &str, words: &Texts) -> Vec<String> {
    let late = section.own.iter().filter(|item| item.is_late()).count();
    let year = section.year.to_string();
    let intro = |key: &str, count: usize| {
        let args = [
            ("body", Arg::from(body)),
            ("year", year.as_str().into()),
            ("count", count.into()),
            ("late", late.into()),
        ];
        words.say(key, &args)
    };
    let mut parts = Vec::new();
    if !section.own.is_empty() {
        parts.push(intro("reminder-own", section.own.len()));
        parts.push(list(&section.own, false, words));
    }
    if !section.of_others.is_empty() {
        parts.push(intro("reminder-others", section.of_others.len()));
        parts.push(list(&section.of_others, true, words));
    }
    parts
}

/// What a section says of readings that wait for a check.
fn to_check(year: i16, waiting: Waiting, body: &str, words: &Texts) -> String {
    let since =
        waiting.since.map(|since| words.say("reminder-check-since", &[("day", since.into())]));
    let args = [
        ("body", Arg::from(body)),
        ("year", year.to_string().into()),
        ("count", waiting.count.into()),
        ("since", since.unwrap_or_default().into()),
    ];
    words.say("reminder-check", &args)
}

fn list(items: &[Item], with_offices: bool, words: &Texts) -> String {
    let mut lines: Vec<String> =
        items.iter().take(LISTED).map(|item| line(item, with_offices, words)).collect();
    if items.len() > LISTED {
        let more = items.len() - LISTED;
        lines.push(words.say("reminder-more", &[("count", more.into())]));
    }
    lines.join("\n")
}

fn line(item: &Item, with_offices: bool, words: &Texts) -> String {
    let when = when(item, words);
    let offices = item.offices.join(", ");
    let args = [
        ("title", Arg::from(one_line(&item.title))),
        ("node", one_line(&item.node).into()),
        ("checkpoint", item.checkpoint.into()),
        ("when", when.into()),
        ("back", i64::from(item.is_sent_back).into()),
        ("offices", Arg::from(one_line(&offices))),
        ("named", i64::from(with_offices && !offices.is_empty()).into()),
    ];
    words.say("reminder-item", &args)
}

/// By when an item is to be handed in, as a person is told it.
///
/// ```
/// use traguardo::reminder::{Debt, Debts, items, when};
/// use traguardo::text::{Lang, Texts};
/// use traguardo::{period::parse_date, sample, tree::Tree};
/// let plan = sample::plan();
/// let day = |text| parse_date(text).unwrap();
/// let (checkpoint, hand_in) = (day("30/06/2020"), Some(day("15/07/2020")));
/// let debt = Debt { uses: vec![0], checkpoint, hand_in, is_sent_back: false };
/// let debts = Debts { plan: &plan, tree: &Tree::of(&plan), list: &[debt], unchecked: &[] };
/// let told = when(&items(debts, day("16/07/2020"))[0], Texts::of(Lang::It));
/// assert_eq!(told, "consegna 15 luglio 2020, 1 giorno di ritardo");
/// ```
#[must_use]
pub fn when(item: &Item, words: &Texts) -> String {
    let (Some(day), Some(late)) = (item.hand_in, item.late_days) else {
        return words.say("reminder-without-day", &[]);
    };
    let key = match late {
        1.. => "reminder-late",
        0 => "reminder-today",
        _ => "reminder-left",
    };
    words.say(key, &[("day", day.into()), ("count", i64::from(late.abs()).into())])
}

/// A text of the plan in one line: a line of a letter must not be anybody's to invent.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

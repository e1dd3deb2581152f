//! The form of what a body sets about reminders, and the same told to whoever may not change it.
//! Not here: what the settings mean, see [`traguardo::reminder::Settings`].

use std::collections::BTreeMap;

use traguardo::access::Role;
use traguardo::reminder::{CHECKING, Settings, TELLABLE};

use crate::words::Words;

/// The fields with a text: their names, and what kind of input each is.
const FIELDS: [(&str, &str); 5] = [
    ("ahead_days", "number"),
    ("repeat_days", "number"),
    ("escalate_days", "number"),
    ("quiet_from", "time"),
    ("quiet_until", "time"),
];
/// The groups of roles.
const GROUPS: [&str; 3] = ["told", "told_late", "told_check"];
/// The boxes that are ticked or not.
const BOXES: [&str; 2] = ["reminders", "quiet_weekends"];

/// The form.
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// When what it shows was set.
    pub seen: String,
    /// Whether reminders are sent.
    pub is_on: bool,
    /// Whether weekends are quiet.
    pub weekends: bool,
    /// Days and times.
    pub fields: Vec<Field>,
    /// Roles.
    pub groups: Vec<Group>,
}

/// A day or a time.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// `number` or `time`.
    pub kind: &'static str,
    /// What it is.
    pub label: String,
    /// What was typed, or is set.
    pub text: String,
    /// The least that may be typed.
    pub least: u8,
    /// Whether what was typed cannot be taken.
    pub is_faulty: bool,
    /// What can.
    pub rule: String,
}

/// Roles to choose from.
pub struct Group {
    /// Its name.
    pub name: &'static str,
    /// What they are told.
    pub label: String,
    /// The roles.
    pub choices: Vec<Choice>,
}

/// A role to choose.
pub struct Choice {
    /// Its stable name.
    pub name: &'static str,
    /// Its name.
    pub label: String,
    /// Whether it is chosen.
    pub is_on: bool,
}

/// A setting as it is told.
pub struct Line {
    /// What it is.
    pub label: String,
    /// What it was set to.
    pub text: String,
}

impl Form {
    /// The form of some settings, or of what was typed in their place.
    pub fn of(
        settings: &Settings,
        typed: Option<&BTreeMap<String, String>>,
        faulty: &[&'static str],
        (action, seen): (String, String),
        words: Words,
    ) -> Self {
        let chosen = typed.map_or_else(|| settings.clone(), |typed| read(typed).0);
        let rows = settings.rows();
        let text = |name: &str| {
            let kept = || rows.iter().find(|(known, _)| *known == name).map(|row| row.1.clone());
            typed.and_then(|typed| typed.get(name).cloned()).or_else(kept).unwrap_or_default()
        };
        let field = |(name, kind): (&'static str, &'static str)| Field {
            name,
            kind,
            label: words.say(&format!("reminders-set-{}", slug(name))),
            text: text(name),
            least: u8::from(name != "ahead_days"),
            is_faulty: faulty.contains(&name),
            rule: words.say(if kind == "time" {
                "reminders-rule-time"
            } else {
                "reminders-rule-days"
            }),
        };
        Self {
            action,
            seen,
            is_on: chosen.is_on,
            weekends: chosen.quiet.weekends,
            fields: FIELDS.into_iter().map(field).collect(),
            groups: GROUPS.into_iter().map(|name| group(name, &chosen, words)).collect(),
        }
    }
}

/// Whether a setting is one of those of the form.
pub fn is_ours(name: &str) -> bool {
    FIELDS.iter().any(|(known, _)| *known == name)
        || GROUPS.contains(&name)
        || BOXES.contains(&name)
}

/// The settings that a form says, and the names of what cannot be taken. A box that is not ticked
/// is not sent.
pub fn read(fields: &BTreeMap<String, String>) -> (Settings, Vec<&'static str>) {
    Settings::read(|name| {
        if BOXES.contains(&name) {
            return Some(if fields.contains_key(name) { "on" } else { "off" }.to_owned());
        }
        if GROUPS.contains(&name) {
            let is_chosen = |role: &Role| fields.contains_key(&format!("{name}-{}", role.name()));
            let chosen = roles(name).iter().filter(|role| is_chosen(role));
            let chosen: Vec<&str> = chosen.map(|role| role.name()).collect();
            return Some(chosen.join(" "));
        }
        Some(fields.get(name).cloned().unwrap_or_default())
    })
}

/// The settings as they are told.
pub fn lines(settings: &Settings, words: Words) -> Vec<Line> {
    let yes = |yes: bool| words.say(if yes { "word-yes" } else { "word-no" });
    let roles = |roles: &[Role]| {
        let names: Vec<String> = roles.iter().map(|role| words.say(role.key())).collect();
        if names.is_empty() { words.say("reminders-no-role") } else { names.join(", ") }
    };
    let text = |name: &str, text: &str| match name {
        "reminders" => yes(settings.is_on),
        "quiet_weekends" => yes(settings.quiet.weekends),
        "told" => roles(&settings.told),
        "told_late" => roles(&settings.told_late),
        "told_check" => roles(&settings.told_check),
        _ => text.to_owned(),
    };
    let line = |(name, kept): (&'static str, String)| Line {
        label: words.say(&format!("reminders-set-{}", slug(name))),
        text: text(name, &kept),
    };
    settings.rows().into_iter().map(line).collect()
}

fn group(name: &'static str, settings: &Settings, words: Words) -> Group {
    let chosen = match name {
        "told" => &settings.told,
        "told_late" => &settings.told_late,
        _ => &settings.told_check,
    };
    let choice = |role: Role| Choice {
        name: role.name(),
        label: words.say(role.key()),
        is_on: chosen.contains(&role),
    };
    Group {
        name,
        label: words.say(&format!("reminders-set-{}", slug(name))),
        choices: roles(name).iter().copied().map(choice).collect(),
    }
}

/// The roles of which a group has those that are chosen.
fn roles(group: &str) -> &'static [Role] {
    if group == "told_check" { &CHECKING } else { &TELLABLE }
}

fn slug(name: &str) -> String {
    name.replace('_', "-")
}

//! The fields of a row's form, in groups, with what the draft holds where that is something else.
//! Not here: what is made of them, see [`super::edits`].

use std::collections::BTreeSet;

use traguardo::edit::{Contents, RowOf, Slot};
use traguardo::number;

use super::cells::{Cells, FACT, NEW_NODE, NEW_USE, Typed};
use crate::words::Words;

/// Fields that belong together.
pub struct Group {
    /// What they are about.
    pub title: String,
    /// What is to be known of them.
    pub note: Option<String>,
    /// Whether they are out of sight until somebody asks for them; open, where one is changed.
    pub folded: Option<Fold>,
    /// The fields.
    pub fields: Vec<Field>,
}

/// Fields that few rows need.
pub struct Fold {
    /// Whether they are shown all the same.
    pub is_open: bool,
}

/// A field of the form.
pub struct Field {
    /// Its name, as it is sent.
    pub name: String,
    /// What it asks for.
    pub label: String,
    /// What stands in it.
    pub held: String,
    /// What the draft holds, where that is something else.
    pub there: Option<String>,
    /// What there is to choose from; none where it is written freely.
    pub choices: Vec<Choice>,
    /// Whether it is chosen, and not only proposed.
    pub is_choice: bool,
    /// Whether it has room for several lines.
    pub is_long: bool,
    /// Whether it takes the whole width.
    pub is_wide: bool,
    /// Whether it cannot be left blank.
    pub is_required: bool,
}

/// Something to choose.
pub struct Choice {
    /// As it is sent.
    pub name: String,
    /// In words.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A form on its way: what was typed, what the draft holds, and the words.
struct Form<'a> {
    contents: &'a Contents,
    typed: &'a Typed,
    known: &'a Cells,
    words: Words,
}

/// The fields of a row, in groups.
pub fn groups(contents: &Contents, typed: &Typed, known: &Cells, words: Words) -> Vec<Group> {
    let form = Form { contents, typed, known, words };
    let is_use = matches!(typed.place.row(), RowOf::Use { .. });
    let group =
        |key: &str, fields| Group { title: words.say(key), note: None, folded: None, fields };
    let mut groups = vec![
        Group {
            note: (is_use && !typed.place.is_new()).then(|| words.say("draft-move-note")),
            ..group("draft-group-what", if is_use { form.of_use() } else { form.of_node() })
        },
        group("draft-group-weight", form.weights(is_use)),
        Group {
            note: Some(words.say("draft-group-targets-note")),
            ..group("draft-group-targets", form.targets())
        },
        Group { note: form.offices(), ..group("draft-group-owners", form.owners()) },
    ];
    if is_use {
        groups.push(Group {
            note: Some(form.facts_note()),
            ..group("draft-group-indicator", form.facts())
        });
    }
    let more = form.more(is_use);
    let is_open = more.iter().any(Field::is_changed);
    groups.push(Group { folded: Some(Fold { is_open }), ..group("draft-group-more", more) });
    groups
}

/// A target of a row of a plan of this year, as its field is called.
pub fn slot_name(slot: Slot, year: i16, words: Words) -> String {
    let of_year = |year: i16| words.tell("draft-target-year", &[("year", year.to_string().into())]);
    match slot {
        Slot::Year => of_year(year),
        Slot::OtherYear(year) => of_year(year),
        Slot::Periodic(day) => words.tell("draft-target-day", &[("date", day.into())]),
        Slot::Step(score) => {
            words.tell("draft-target-step", &[("score", number::format(score).into())])
        }
    }
}

impl Field {
    /// Whether something else stands in it than in the draft.
    fn is_changed(&self) -> bool {
        self.there.is_some()
    }
}

impl Form<'_> {
    fn field(&self, name: &str) -> Field {
        let label = self.words.say(&format!("draft-field-{}", name.replace('_', "-")));
        self.called(name, label)
    }

    fn called(&self, name: &str, label: String) -> Field {
        let there = self.known.get(name);
        let held = self.typed.cells.get(name).or(there).unwrap_or_default().to_owned();
        let is_other = self.typed.cells.get(name).is_some() && there.is_some_and(|t| t != held);
        Field {
            name: name.to_owned(),
            label,
            there: there.filter(|_| is_other).map(String::from),
            is_long: held.contains('\n'),
            held,
            choices: Vec::new(),
            is_choice: false,
            is_wide: false,
            is_required: false,
        }
    }

    fn place(&self, name: &str, held: &str) -> Field {
        let field = self.field(name);
        Field { held: held.to_owned(), is_required: true, ..field }
    }

    fn long(&self, name: &str) -> Field {
        Field { is_long: true, is_wide: true, ..self.field(name) }
    }

    fn chosen(&self, name: &str, all: Vec<(String, String)>) -> Field {
        let field = self.field(name);
        let choice =
            |(name, label): (String, String)| Choice { chosen: name == field.held, name, label };
        let mut choices: Vec<Choice> = all.into_iter().map(choice).collect();
        if !choices.iter().any(|choice| choice.chosen) {
            // What the draft holds can be chosen again, whatever it is.
            let (name, label) = (field.held.clone(), field.held.clone());
            choices.insert(0, Choice { name, label, chosen: true });
        }
        Field { choices, is_choice: true, ..field }
    }

    fn proposed(&self, field: Field, all: impl Iterator<Item = (String, String)>) -> Field {
        let choices = all.map(|(name, label)| Choice { name, label, chosen: false }).collect();
        Field { choices, ..field }
    }

    fn nodes(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let nodes = self.contents.plan.nodes.iter();
        nodes.map(|node| (node.code.clone(), format!("{} {}", node.code, node.title)))
    }

    fn of_node(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        if self.typed.place.nuovo == NEW_NODE {
            fields.push(self.place("codice", &self.typed.place.codice));
        }
        let levels = self.contents.plan.levels.iter().map(|l| (l.clone(), self.words.level(l)));
        fields.push(self.proposed(self.field("livello"), levels));
        let top = (String::new(), self.words.say("draft-at-the-top"));
        let own = &self.typed.place.codice;
        let others = self.nodes().filter(|(code, _)| code != own);
        fields.push(self.chosen("sotto", std::iter::once(top).chain(others).collect()));
        fields.push(Field { is_required: true, ..self.long("titolo") });
        fields
    }

    fn of_use(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        if self.typed.place.nuovo == NEW_USE {
            let code = self.place("codice", &self.typed.place.codice);
            let known = self.contents.plan.indicators.iter();
            let code = self.proposed(code, known.map(|i| (i.code.clone(), i.title.clone())));
            let padre = &self.typed.place.padre;
            let choices = self.nodes().map(|(name, label)| {
                let chosen = name == *padre;
                Choice { name, label, chosen }
            });
            let choices = choices.collect();
            let label = self.words.say("draft-field-usato-da");
            let node = Field { label, choices, is_choice: true, ..self.place("padre", padre) };
            let label = self.words.say("draft-field-codice-indicatore");
            fields.extend([Field { label, ..code }, node]);
        } else {
            fields.push(self.chosen("usato_da", self.nodes().collect()));
        }
        let label = self.words.say("draft-field-titolo-qui");
        fields.push(Field { label, ..self.long("titolo") });
        fields
    }

    fn weights(&self, is_use: bool) -> Vec<Field> {
        let names: &[&str] =
            if is_use { &["peso"] } else { &["peso", "quota_indicatori", "quota_obiettivi"] };
        names.iter().map(|name| self.field(name)).collect()
    }

    /// A field for each target that the row has, typed or stored, and that of the year; then one more.
    fn targets(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        let stored = self.known.0.iter().chain(&self.typed.cells.0);
        let mut slots: Vec<Slot> = vec![Slot::Year];
        for slot in stored.filter_map(|(name, _)| name.parse::<Slot>().ok()) {
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        fields.extend(slots.iter().map(|slot| {
            let field = self.called(&slot.to_string(), self.slot(*slot));
            Field { is_wide: *slot == Slot::Year, ..field }
        }));
        let mut which = vec![(String::new(), self.words.say("draft-target-none"))];
        which.extend(self.offered(&slots).into_iter().map(|s| (s.to_string(), self.slot(s))));
        which.extend(
            ["target", "periodico", "soglia"].map(|kind| {
                (kind.to_owned(), self.words.say(&format!("draft-target-other-{kind}")))
            }),
        );
        fields.push(self.chosen("altro_quale", which));
        fields.push(self.field("altro_dove"));
        fields.push(Field { is_wide: true, ..self.field("altro_target") });
        fields
    }

    /// The targets that a row of this plan can have and has not.
    fn offered(&self, has: &[Slot]) -> Vec<Slot> {
        let plan = &self.contents.plan;
        let years = plan.horizon.iter().filter(|year| **year != plan.year);
        let years = years.map(|year| Slot::OtherYear(*year));
        let days = plan.checkpoint_dates().into_iter().map(Slot::Periodic);
        years.chain(days).filter(|slot| !has.contains(slot)).collect()
    }

    fn slot(&self, slot: Slot) -> String {
        slot_name(slot, self.contents.plan.year, self.words)
    }

    fn owners(&self) -> Vec<Field> {
        let owners = ["responsabile", "rilevatore"].map(|name| self.field(name));
        owners.into_iter().chain([self.long("note")]).collect()
    }

    /// The card of a node, the budget mission, the PIRA, the marks of difficulty.
    fn more(&self, is_use: bool) -> Vec<Field> {
        let mut fields = Vec::new();
        if !is_use {
            let said = ["riferimento", "tipologia"].map(|name| self.field(name));
            fields.extend(said);
            fields.extend(["beneficio", "risultato"].map(|name| self.long(name)));
        }
        let known = self.missions().into_iter().map(|code| {
            let key = format!("mission-{code}");
            let name = Some(self.words.say(&key)).filter(|name| *name != key);
            (code.to_owned(), name.unwrap_or_default())
        });
        fields.push(self.proposed(self.field("missione"), known));
        let pira = [("", "word-no"), ("si", "word-yes")];
        let pira = pira.map(|(name, key)| (name.to_owned(), self.words.say(key)));
        fields.push(self.chosen("pira", pira.to_vec()));
        fields.extend(["complessita", "capacita", "innovazione"].map(|name| self.field(name)));
        fields
    }

    /// The budget missions that the plan names.
    fn missions(&self) -> BTreeSet<&str> {
        let plan = &self.contents.plan;
        let nodes = plan.nodes.iter().map(|node| &node.details);
        let all = nodes.chain(plan.uses.iter().map(|used| &used.details));
        all.filter_map(|details| details.mission.as_deref()).collect()
    }

    /// The codes of the offices, to be copied from.
    fn offices(&self) -> Option<String> {
        let offices = &self.contents.plan.offices;
        let told: Vec<String> =
            offices.iter().map(|office| format!("{} {}", office.code, office.name)).collect();
        let told = told.join(" · ");
        (!told.is_empty()).then(|| self.words.tell("draft-offices", &[("offices", told.into())]))
    }

    fn facts_note(&self) -> String {
        if self.typed.place.is_new() {
            return self.words.say("draft-facts-new");
        }
        let code = &self.typed.place.codice;
        let uses = self.contents.plan.uses.iter().filter(|used| used.indicator == *code);
        self.words.tell("draft-facts-note", &[("count", uses.count().into())])
    }

    fn facts(&self) -> Vec<Field> {
        let fact = |name: &str| format!("{FACT}{name}");
        let say = |key: &str| self.words.say(key);
        let blank = (String::new(), say("draft-not-said"));
        let direction = [
            blank.clone(),
            ("cresce".to_owned(), say("draft-direction-up")),
            ("cala".to_owned(), say("draft-direction-down")),
        ];
        let accumulates =
            [blank, ("si".to_owned(), say("word-yes")), ("no".to_owned(), say("word-no"))];
        vec![
            self.long(&fact("titolo")),
            self.field(&fact("unita")),
            self.chosen(&fact("verso"), direction.to_vec()),
            self.long(&fact("formula")),
            self.field(&fact("fonte")),
            self.field(&fact("frequenza")),
            self.chosen(&fact("cumulato"), accumulates.to_vec()),
        ]
    }
}

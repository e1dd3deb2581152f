//! Which rows of a plan a page shows: by office, area, budget mission, PIRA and act, from a plain
//! form. Not here: how the rows look, which each page says.

use std::collections::HashMap;

use serde::Deserialize;
use traguardo::plan::{Details, Status};
use traguardo::score::PartOf;

use crate::filter_form::{Choice, choosable};
use crate::view::View;
use crate::words::capital;

/// The filters that stand in an address, as written there.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Filters {
    /// The code of an office: its own offices count too.
    #[serde(default)]
    pub ufficio: String,
    /// The code of a node at the top.
    #[serde(default)]
    pub ambito: String,
    /// A budget mission.
    #[serde(default)]
    pub missione: String,
    /// `si`: only what is part of the PIRA.
    #[serde(default)]
    pub pira: String,
    /// What the last revision did.
    #[serde(default)]
    pub stato: String,
    /// How rows are grouped.
    #[serde(default)]
    pub gruppo: String,
}

/// What a row belongs to: by its own cells, or by those of the nearest node above that has any.
#[derive(Debug, Clone, Copy, Default)]
pub struct Belonging<'a> {
    /// The node at the top.
    pub top: Option<usize>,
    /// The offices that answer for it.
    pub offices: &'a [String],
    /// Its budget mission.
    pub mission: Option<&'a str>,
    /// Whether it is part of the PIRA.
    pub pira: bool,
}

/// What every row of a plan belongs to.
#[derive(Debug)]
pub struct Selection<'a> {
    /// By node.
    pub nodes: Vec<Belonging<'a>>,
    /// By use of an indicator.
    pub uses: Vec<Belonging<'a>>,
    above: HashMap<&'a str, &'a str>,
}

impl Filters {
    /// Every filter that is set, as the address has it.
    #[must_use]
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("ufficio", &self.ufficio),
            ("ambito", &self.ambito),
            ("missione", &self.missione),
            ("pira", &self.pira),
            ("stato", &self.stato),
            ("gruppo", &self.gruppo),
        ];
        let set = all.into_iter().filter(|(_, text)| !text.is_empty());
        set.map(|(name, text)| (name, text.clone())).collect()
    }
}

impl<'a> Selection<'a> {
    /// What the rows of a plan belong to.
    #[must_use]
    pub fn of(view: &View<'a>) -> Self {
        let plan = view.report.plan;
        let tree = &view.report.scores.tree;
        let mut nodes = vec![Belonging::default(); plan.nodes.len()];
        let mut uses = vec![Belonging::default(); plan.uses.len()];
        for at in &tree.top {
            nodes[*at].top = Some(*at);
        }
        // Each node comes before its children.
        for &at in &tree.order {
            nodes[at] = nodes[at].with(&plan.nodes[at].details);
            for child in &tree.children[at] {
                nodes[*child] = nodes[at];
            }
            for used in &tree.uses[at] {
                uses[*used] = nodes[at].with(&plan.uses[*used].details);
            }
        }
        let parent = |office: &'a traguardo::office::Office| {
            Some((office.code.as_str(), office.parent.as_deref()?))
        };
        Self { nodes, uses, above: plan.offices.iter().filter_map(parent).collect() }
    }

    /// What a row belongs to.
    #[must_use]
    pub fn belonging(&self, part: PartOf) -> Belonging<'a> {
        match part {
            PartOf::Node(at) => self.nodes[at],
            PartOf::Use(at) => self.uses[at],
        }
    }

    /// Whether a row fits the filters.
    #[must_use]
    pub fn fits(&self, view: &View<'_>, part: PartOf, filters: &Filters) -> bool {
        let belonging = self.belonging(part);
        let plan = view.report.plan;
        let of_office = || belonging.offices.iter().any(|code| self.is_in(code, &filters.ufficio));
        let of_top =
            || belonging.top.is_some_and(|top| plan.nodes[top].code.as_str() == filters.ambito);
        let details = match part {
            PartOf::Node(at) => &plan.nodes[at].details,
            PartOf::Use(at) => &plan.uses[at].details,
        };
        (filters.ufficio.is_empty() || of_office())
            && (filters.ambito.is_empty() || of_top())
            && (filters.missione.is_empty()
                || belonging.mission.unwrap_or_default() == filters.missione)
            && (filters.pira != "si" || belonging.pira)
            && (filters.stato.is_empty() || status_code(details.status) == filters.stato)
    }

    /// Whether an office is another or one of its own; an office may by mistake stand in a circle.
    #[must_use]
    pub fn is_in(&self, office: &str, of: &str) -> bool {
        let mut at = Some(office);
        for _ in 0..=self.above.len() {
            match at {
                Some(code) if code == of => return true,
                Some(code) => at = self.above.get(code).copied(),
                None => return false,
            }
        }
        false
    }

    /// The questions that have more than one answer in this plan.
    #[must_use]
    pub fn choices(&self, view: &View<'_>, filters: &Filters, asked: &[&str]) -> Vec<Choice> {
        let plan = view.report.plan;
        let words = view.words;
        let top = &view.report.scores.tree.top;
        let level = top.first().map(|at| words.level(&plan.nodes[*at].level)).unwrap_or_default();
        let pira = self.has_pira().then(|| ("si".to_owned(), words.say("filter-pira-only")));
        let all = [
            ("ambito", capital(&level), &filters.ambito, tops(view)),
            ("missione", words.say("filter-mission"), &filters.missione, self.missions(view)),
            ("ufficio", words.say("filter-office"), &filters.ufficio, self.offices(view)),
            ("pira", words.say("filter-pira"), &filters.pira, pira.into_iter().collect()),
            ("stato", words.say("filter-status"), &filters.stato, statuses(view)),
        ];
        let least = |name: &str| if name == "pira" { 1 } else { 2 };
        all.into_iter()
            .filter(|(name, _, chosen, found)| {
                asked.contains(name) && (found.len() >= least(name) || !chosen.is_empty())
            })
            .map(|(name, label, chosen, found)| {
                let everything = (String::new(), words.say("filter-all"));
                Choice { name, label, options: choosable(everything, found, chosen) }
            })
            .collect()
    }

    /// Whether anything is part of the PIRA.
    #[must_use]
    pub fn has_pira(&self) -> bool {
        self.nodes.iter().chain(&self.uses).any(|belonging| belonging.pira)
    }

    /// The budget missions that occur, with their names.
    #[must_use]
    pub fn missions(&self, view: &View<'_>) -> Vec<(String, String)> {
        let mut found: Vec<&str> =
            self.nodes.iter().chain(&self.uses).filter_map(|belonging| belonging.mission).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|code| (code.to_owned(), mission(view, code))).collect()
    }

    /// The offices that answer for something, with their names.
    #[must_use]
    pub fn offices(&self, view: &View<'_>) -> Vec<(String, String)> {
        let mut found: Vec<&String> =
            self.nodes.iter().chain(&self.uses).flat_map(|belonging| belonging.offices).collect();
        let above: Vec<&str> = self.above.values().copied().collect();
        let listed = view.report.plan.offices.iter();
        found.extend(listed.map(|o| &o.code).filter(|code| above.contains(&code.as_str())));
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|code| (code.clone(), office(view, code))).collect()
    }
}

impl<'a> Belonging<'a> {
    fn with(self, details: &'a Details) -> Self {
        let own = &details.responsible;
        Self {
            top: self.top,
            offices: if own.is_empty() { self.offices } else { own },
            mission: details.mission.as_deref().or(self.mission),
            pira: self.pira || details.pira,
        }
    }
}

/// The name of an office, or its code where it is not listed.
#[must_use]
pub fn office(view: &View<'_>, code: &str) -> String {
    let listed = view.report.plan.offices.iter().find(|office| office.code == code);
    listed.map_or_else(|| code.to_owned(), |office| office.name.clone())
}

/// A budget mission by its code, with its name where it is one of those of the State.
#[must_use]
pub fn mission(view: &View<'_>, code: &str) -> String {
    let key = format!("mission-{code}");
    let name = view.words.say(&key);
    if name == key {
        view.words.tell("mission-other", &[("code", code.into())])
    } else {
        format!("{code} · {name}")
    }
}

/// The word of what a revision did, as files have it; `nessuno` where it did nothing.
#[must_use]
pub fn status_code(status: Option<Status>) -> &'static str {
    match status {
        None => "nessuno",
        Some(Status::Updated) => "aggiornato",
        Some(Status::Eliminated) => "eliminato",
        Some(Status::Inserted) => "inserito",
        Some(Status::Confirmed) => "confermato",
        Some(Status::Neutralised) => "neutralizzato",
    }
}

fn tops(view: &View<'_>) -> Vec<(String, String)> {
    let plan = view.report.plan;
    let top = view.report.scores.tree.top.iter().map(|at| &plan.nodes[*at]);
    top.map(|node| (node.code.clone(), format!("{} · {}", node.code, node.title))).collect()
}

fn statuses(view: &View<'_>) -> Vec<(String, String)> {
    let plan = view.report.plan;
    let nodes = plan.nodes.iter().map(|node| node.details.status);
    let present: Vec<Option<Status>> =
        nodes.chain(plan.uses.iter().map(|used| used.details.status)).collect();
    let all = [
        Status::Updated,
        Status::Inserted,
        Status::Eliminated,
        Status::Confirmed,
        Status::Neutralised,
    ];
    let there = all.into_iter().filter(|status| present.contains(&Some(*status)));
    let mut found: Vec<(String, String)> = there
        .map(|status| {
            let code = status_code(Some(status));
            (code.to_owned(), view.words.say(&format!("status-{code}")))
        })
        .collect();
    if !found.is_empty() {
        found.push((status_code(None).to_owned(), view.words.say("status-nessuno")));
    }
    found
}

//! What the OIV said of the year that is over and nobody has followed yet.
//! Not here: the desk, where it is written.

use std::collections::BTreeMap;

use traguardo::desk::{ProposalState, Subject, standing};

use super::{Line, Looked};
use crate::words::Words;

/// Its open proposals, then what it observed, by what it is about.
pub fn said(looked: &Looked, words: Words) -> Vec<Line> {
    let desk = &looked.desk;
    let mut lines = Vec::new();
    for at in standing(&desk.proposals, |one| one.number) {
        let proposal = &desk.proposals[at].what;
        if proposal.state != ProposalState::Open {
            continue;
        }
        let args = [
            ("change", words.say(proposal.change.key()).into()),
            ("number", proposal.number.to_string().into()),
            ("date", proposal.round.into()),
            ("reason", proposal.reason.clone().into()),
        ];
        let subject =
            Subject::Use { node: proposal.node.clone(), indicator: proposal.indicator.clone() };
        lines.push(line(looked, &subject, words.tell("next-year-oiv-proposal", &args), words));
    }
    let tags: BTreeMap<String, String> =
        desk.tag_list(words.texts).into_iter().map(|tag| (tag.code, tag.name)).collect();
    for at in standing(&desk.observations, |one| (one.round, &one.subject)) {
        let seen = &desk.observations[at].what;
        let named: Vec<&str> =
            seen.tags.iter().map(|code| tags.get(code).map_or(code.as_str(), |n| n)).collect();
        let parts = [
            ("next-year-oiv-tags", named.join("; ")),
            ("next-year-oiv-observed", seen.observed.clone()),
            ("next-year-oiv-concern", seen.concern.clone()),
            ("next-year-oiv-remedy", seen.remedy.clone()),
        ];
        for (key, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            let told = words.tell(key, &[("date", seen.round.into()), ("text", text.into())]);
            lines.push(line(looked, &seen.subject, told, words));
        }
    }
    lines
}

fn line(looked: &Looked, subject: &Subject, text: String, words: Words) -> Line {
    let plan = &looked.stored.plan;
    let node = subject.node().and_then(|code| plan.nodes.iter().find(|node| node.code == code));
    let indicator = subject.indicator();
    let of = indicator.and_then(|code| plan.indicators.iter().find(|one| one.code == code));
    let name = match (subject.node(), indicator) {
        (Some(node), Some(indicator)) => format!("{indicator} ({node})"),
        (Some(node), None) => node.to_owned(),
        _ => String::new(),
    };
    let title = of.map(|one| one.title.clone()).or_else(|| node.map(|node| node.title.clone()));
    let title = title.unwrap_or_else(|| match subject {
        Subject::Body => words.say("next-year-oiv-body"),
        _ => String::new(),
    });
    Line { name, title, text }
}

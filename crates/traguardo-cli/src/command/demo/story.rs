//! What has happened already where the demonstration starts: a checked and closed round of Modena's
//! plan, what its OIV wrote of it, and a draft made of a proposal.
//! Not here: the plan itself, and any way in that the pages do not take.

use std::collections::HashSet;

use traguardo::collection::Verdict as Said;
use traguardo::desk::{
    Assessment, Change, Minutes, Observation, Proposal, ProposalState, Sample, Subject, Verdict,
    WorkPaper, candidates,
};
use traguardo::number::Decimal;
use traguardo::period::{Date, DateTime};
use traguardo::report::Report;
use traguardo::text::Texts;
use traguardo_store::{Carried, Closing, DeskEntry, Saying, Signature, Store, Stored};

use crate::fault::Fault;

/// Whose plan it is about.
pub const EXAMPLE: &str = "modena-2020";
const OF: (&str, i16) = ("cciaa_mo", 2020);
const ROUND: Date = Date::constant(2020, 6, 30);
/// The day on which the report of the example was downloaded; the round is closed on the next.
const DAY: Date = Date::constant(2020, 7, 21);
const CLOSED: Date = Date::constant(2020, 7, 22);

/// What the OIV of the example marks at its strategic objectives.
const CONTEXTS: [(&str, &[&str]); 9] = [
    ("301", &["arresto", "nuove"]),
    ("401", &["arresto", "nuove"]),
    ("402", &["arresto", "nuove"]),
    ("601", &["arresto", "nuove"]),
    ("600", &["conferma"]),
    ("700", &["conferma"]),
    ("701", &["efficienza"]),
    ("801", &["efficienza"]),
    ("802", &["efficienza"]),
];

/// Proposals: node, indicator, kind, title, target, the name of the text of the reason.
const PROPOSALS: [(&str, &str, &str, &str, &str, &str); 3] = [
    ("301", "PART-INT", "lower", "", ">= 300 N.", "demo-story-lower"),
    ("701.C2.7", "OCRI-REGOLAMENTO", "move-deadline", "", "entro il 31/12/2020", "demo-story-move"),
    ("301.D1.2", "CERT-ORIGINE", "raise", "", ">= 90,00 %", "demo-story-raise"),
];

const SEED: u32 = 2020;
const SIZE: usize = 8;

/// Lets it happen, by the functions that the pages call, always the same.
pub async fn tell(store: &Store, words: &Texts) -> Result<(), Fault> {
    let stored = store.load(OF.0, OF.1).await?;
    check(store, &stored).await?;
    let oiv = by("evaluator", DAY.at(10, 30, 0, 0));
    store.write_desk(OF.0, OF.1, &observed(words), &oiv).await?;
    store.write_desk(OF.0, OF.1, &verified(&stored, words), &oiv).await?;
    let controller = by("controller", CLOSED.at(9, 0, 0, 0));
    let closing = Closing {
        checkpoint: ROUND,
        reason: words.say("demo-story-closing", &[]),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        seen: None,
    };
    store.close_round(OF.0, OF.1, &closing, &controller).await?;
    let reason = words.say("demo-story-draft", &[]);
    let carried = Carried { number: 1, after: 1, act: None, reason: &reason };
    store.draft_proposal(OF, carried, &by("controller", CLOSED.at(9, 30, 0, 0))).await?;
    decline(store, words).await
}

/// Somebody of the demonstration, at a moment of the story.
fn by(role: &str, at: DateTime) -> Signature {
    Signature { who: format!("demo-{role}"), at }
}

/// Every reading of the example is looked at by who answers for it.
async fn check(store: &Store, stored: &Stored) -> Result<(), Fault> {
    let saying = |reading| Saying { reading, verdict: Said::Checked, comment: None };
    let all: Vec<Saying> = (0..stored.readings.list.len()).map(saying).collect();
    store.mark(OF.0, OF.1, &all, &by("head", DAY.at(8, 0, 0, 0))).await?;
    Ok(())
}

fn observed(words: &Texts) -> Vec<DeskEntry> {
    let node = |code: &str| Subject::Node(code.to_owned());
    let observation = |(code, tags): &(&str, &[&str])| DeskEntry::Observation {
        what: Observation {
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..Observation::blank(ROUND, node(code))
        },
        after: 0,
    };
    let part = Subject::Use { node: "301".to_owned(), indicator: "PART-INT".to_owned() };
    let told = Observation {
        tags: vec!["arresto".to_owned(), "sottostimato".to_owned()],
        observed: words.say("demo-story-observed", &[]),
        concern: words.say("demo-story-concern", &[]),
        remedy: words.say("demo-story-remedy", &[]),
        ..Observation::blank(ROUND, part)
    };
    let assessed = Assessment {
        round: ROUND,
        subject: node("301"),
        score: Some(Decimal::new(70, 0)),
        reason: words.say("demo-story-assessed", &[]),
    };
    let minutes = Minutes {
        round: ROUND,
        received: Some(DAY),
        premise: words.say("demo-story-premise", &[]),
        remarks: String::new(),
        signatures: 1,
    };
    let mut entries: Vec<DeskEntry> = CONTEXTS.iter().map(observation).collect();
    entries.push(DeskEntry::Observation { what: told, after: 0 });
    entries.push(DeskEntry::Assessment { what: assessed, after: 0 });
    entries.push(DeskEntry::Minutes { what: minutes, after: 0 });
    entries.extend(PROPOSALS.iter().filter_map(|row| proposal(row, words)));
    entries
}

fn proposal(row: &(&str, &str, &str, &str, &str, &str), words: &Texts) -> Option<DeskEntry> {
    let (node, indicator, kind, title, target, reason) = *row;
    let what = Proposal {
        number: 0,
        round: ROUND,
        node: node.to_owned(),
        indicator: indicator.to_owned(),
        change: Change::of(kind, title, target)?,
        reason: words.say(reason, &[]),
        state: ProposalState::Open,
    };
    Some(DeskEntry::Proposal { what, after: 0 })
}

/// A sample, with the work paper of the first reading drawn.
fn verified(stored: &Stored, words: &Texts) -> Vec<DeskEntry> {
    let report = Report::new(&stored.plan, &stored.readings, &stored.rules, ROUND);
    let proven: HashSet<usize> = stored.evidence.iter().map(|one| one.reading).collect();
    let list = candidates(&report, |at| proven.contains(&at));
    let revision = u32::try_from(stored.revision).unwrap_or_default();
    let sample = Sample::of(ROUND, revision, SEED, SIZE, list);
    let paper = sample.drawn().first().map(|drawn| WorkPaper {
        sample: 0,
        reading: drawn.reading,
        looked_at: words.say("demo-story-looked-at", &[]),
        found: words.say("demo-story-found", &[]),
        verdict: Verdict::Confirmed,
    });
    let mut entries = vec![DeskEntry::Sample(sample)];
    entries.extend(paper.map(|what| DeskEntry::Paper { what, after: 0 }));
    entries
}

/// The last proposal is not taken up.
async fn decline(store: &Store, words: &Texts) -> Result<(), Fault> {
    let desk = store.desk(OF.0, OF.1).await?;
    let Some(at) = desk.proposals.iter().rposition(|one| one.what.number == PROPOSALS.len()) else {
        return Ok(());
    };
    let state = ProposalState::Declined(words.say("demo-story-declined", &[]));
    let what = Proposal { state, ..desk.proposals[at].what.clone() };
    let entry = DeskEntry::Proposal { what, after: at + 1 };
    let controller = by("controller", CLOSED.at(9, 40, 0, 0));
    store.write_desk(OF.0, OF.1, &[entry], &controller).await?;
    Ok(())
}

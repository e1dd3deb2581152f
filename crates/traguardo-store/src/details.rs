//! What nodes and uses have in common: columns of theirs, and the tables of targets and mentions.
//! Not here: what a target means; it is read again from its words at every load.

use traguardo::number::Decimal;
use traguardo::period::Date;
use traguardo::plan::{Details, Difficulty, Plan, Printed, Status, Targets};
use traguardo::target::Expected;

use crate::error::Fault;
use crate::table::{Cells, Line, Table, Words, word};

/// The columns that nodes and uses have in common.
pub(crate) const DETAILS: &[&str] = &[
    "weight",
    "mission",
    "pira",
    "complexity",
    "capability",
    "innovation",
    "note",
    "status",
    "printed",
    "printed_indicators",
    "printed_children",
];

pub(crate) static TARGET: Table =
    Table::of_revision("target", &[&["owner", "owner_position", "kind", "term", "verbatim"]]);

pub(crate) static MENTION: Table =
    Table::of_revision("mention", &[&["owner", "owner_position", "kind", "mentioned"]]);

/// Of what kind the row is that has a target or mentions something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OwnerKind {
    Node,
    Use,
}

/// A row that has a target or mentions something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner {
    kind: OwnerKind,
    position: i64,
}

/// A target as a row, borrowed from a plan.
pub(crate) struct TargetRow<'a> {
    owner: Owner,
    kind: TargetKind,
    term: Option<String>,
    verbatim: &'a str,
}

/// Something mentioned, as a row, borrowed from a plan.
pub(crate) struct MentionRow<'a> {
    owner: Owner,
    kind: MentionKind,
    mentioned: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TargetKind {
    Year,
    OtherYear,
    Periodic,
    Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MentionKind {
    Responsible,
    Collector,
    Act,
}

const OWNERS: &Words<OwnerKind> = &[("node", OwnerKind::Node), ("use", OwnerKind::Use)];
const TARGETS: &Words<TargetKind> = &[
    ("year", TargetKind::Year),
    ("other_year", TargetKind::OtherYear),
    ("periodic", TargetKind::Periodic),
    ("step", TargetKind::Step),
];
const MENTIONS: &Words<MentionKind> = &[
    ("responsible", MentionKind::Responsible),
    ("collector", MentionKind::Collector),
    ("act", MentionKind::Act),
];
const STATUSES: &Words<Status> = &[
    ("updated", Status::Updated),
    ("eliminated", Status::Eliminated),
    ("inserted", Status::Inserted),
    ("confirmed", Status::Confirmed),
    ("neutralised", Status::Neutralised),
];

pub(crate) fn fill(cells: &mut Cells, details: &Details) {
    cells.shown_or_blank(details.weight);
    cells.text_or_blank(details.mission.as_deref());
    cells.whole(details.pira);
    cells.shown_or_blank(details.difficulty.complexity);
    cells.shown_or_blank(details.difficulty.capability);
    cells.shown_or_blank(details.difficulty.innovation);
    cells.text_or_blank(details.note.as_deref());
    cells.text_or_blank(details.status.map(|status| word(STATUSES, &status)));
    cells.text_or_blank(details.printed.whole.as_deref());
    cells.text_or_blank(details.printed.indicators.as_deref());
    cells.text_or_blank(details.printed.children.as_deref());
}

/// The details of a row, without what it has several of.
pub(crate) fn read(line: &mut Line<'_>) -> Result<Details, Fault> {
    Ok(Details {
        weight: line.read_or_blank()?,
        mission: line.text_or_blank()?,
        pira: line.yes()?,
        difficulty: Difficulty {
            complexity: line.read_or_blank()?,
            capability: line.read_or_blank()?,
            innovation: line.read_or_blank()?,
        },
        note: line.text_or_blank()?,
        status: line.case_or_blank(STATUSES)?,
        printed: Printed {
            whole: line.text_or_blank()?,
            indicators: line.text_or_blank()?,
            children: line.text_or_blank()?,
        },
        ..Details::default()
    })
}

/// Every row of a plan that can have targets and mention something.
fn owners(plan: &Plan) -> impl Iterator<Item = (Owner, &Details)> {
    let of = |kind| move |position| Owner { kind, position };
    let nodes = (0..).map(of(OwnerKind::Node)).zip(plan.nodes.iter().map(|node| &node.details));
    let uses = (0..).map(of(OwnerKind::Use)).zip(plan.uses.iter().map(|used| &used.details));
    nodes.chain(uses)
}

/// Every target of a plan.
pub(crate) fn targets(plan: &Plan) -> Vec<TargetRow<'_>> {
    let mut rows = Vec::new();
    for (owner, details) in owners(plan) {
        let Targets { year, other_years, periodic, steps } = &details.targets;
        let mut push = |kind, term, verbatim| rows.push(TargetRow { owner, kind, term, verbatim });
        if let Some(expected) = year {
            push(TargetKind::Year, None, expected.verbatim.as_str());
        }
        for (year, expected) in other_years {
            push(TargetKind::OtherYear, Some(year.to_string()), &expected.verbatim);
        }
        for (date, expected) in periodic {
            push(TargetKind::Periodic, Some(date.to_string()), &expected.verbatim);
        }
        for (score, expected) in steps {
            push(TargetKind::Step, Some(score.to_string()), &expected.verbatim);
        }
    }
    rows
}

/// Everything that rows of a plan mention.
pub(crate) fn mentions(plan: &Plan) -> Vec<MentionRow<'_>> {
    let mut rows = Vec::new();
    for (owner, details) in owners(plan) {
        let lists = [
            (MentionKind::Responsible, &details.responsible),
            (MentionKind::Collector, &details.collectors),
            (MentionKind::Act, &details.acts),
        ];
        for (kind, list) in lists {
            rows.extend(list.iter().map(|mentioned| MentionRow { owner, kind, mentioned }));
        }
    }
    rows
}

pub(crate) fn fill_target(cells: &mut Cells, row: &TargetRow<'_>) {
    fill_owner(cells, row.owner);
    cells.text(word(TARGETS, &row.kind));
    cells.text_or_blank(row.term.as_deref());
    cells.text(row.verbatim);
}

pub(crate) fn fill_mention(cells: &mut Cells, row: &MentionRow<'_>) {
    fill_owner(cells, row.owner);
    cells.text(word(MENTIONS, &row.kind));
    cells.text(row.mentioned);
}

fn fill_owner(cells: &mut Cells, owner: Owner) {
    cells.text(word(OWNERS, &owner.kind));
    cells.whole(owner.position);
}

/// A target read from a row, to be put where it belongs.
pub(crate) struct TargetRead {
    owner: (OwnerKind, usize),
    term: Term,
    expected: Expected,
}

enum Term {
    Year,
    OtherYear(i16),
    Periodic(Date),
    Step(Decimal),
}

/// Something mentioned, read from a row, to be put where it belongs.
pub(crate) struct MentionRead {
    owner: (OwnerKind, usize),
    kind: MentionKind,
    mentioned: String,
}

pub(crate) fn read_target(line: &mut Line<'_>) -> Result<TargetRead, Fault> {
    let owner = (line.case(OWNERS)?, line.whole()?);
    let term = match line.case(TARGETS)? {
        TargetKind::Year => line.text_or_blank().map(|_| Term::Year)?,
        TargetKind::OtherYear => Term::OtherYear(line.read()?),
        TargetKind::Periodic => Term::Periodic(line.read()?),
        TargetKind::Step => Term::Step(line.read()?),
    };
    Ok(TargetRead { owner, term, expected: Expected::written(line.text()?) })
}

pub(crate) fn read_mention(line: &mut Line<'_>) -> Result<MentionRead, Fault> {
    let owner = (line.case(OWNERS)?, line.whole()?);
    Ok(MentionRead { owner, kind: line.case(MENTIONS)?, mentioned: line.text()? })
}

/// Puts targets and mentions where they belong.
pub(crate) fn join(
    plan: &mut Plan,
    targets: Vec<TargetRead>,
    mentions: Vec<MentionRead>,
) -> Result<(), Fault> {
    for (row, read) in (0..).zip(targets) {
        let Some(details) = details_of(plan, read.owner) else {
            return Err(Fault::RowDamaged { table: TARGET.name, column: "owner_position", row });
        };
        let targets = &mut details.targets;
        match read.term {
            Term::Year => targets.year = Some(read.expected),
            Term::OtherYear(year) => _ = targets.other_years.insert(year, read.expected),
            Term::Periodic(date) => _ = targets.periodic.insert(date, read.expected),
            Term::Step(score) => _ = targets.steps.insert(score, read.expected),
        }
    }
    for (row, read) in (0..).zip(mentions) {
        let Some(details) = details_of(plan, read.owner) else {
            return Err(Fault::RowDamaged { table: MENTION.name, column: "owner_position", row });
        };
        match read.kind {
            MentionKind::Responsible => details.responsible.push(read.mentioned),
            MentionKind::Collector => details.collectors.push(read.mentioned),
            MentionKind::Act => details.acts.push(read.mentioned),
        }
    }
    Ok(())
}

fn details_of(plan: &mut Plan, (kind, position): (OwnerKind, usize)) -> Option<&mut Details> {
    match kind {
        OwnerKind::Node => plan.nodes.get_mut(position).map(|node| &mut node.details),
        OwnerKind::Use => plan.uses.get_mut(position).map(|used| &mut used.details),
    }
}

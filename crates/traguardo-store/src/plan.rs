//! What a revision of a plan consists of: which tables, written and read in one go.
//! Not here: the columns of each, see the module of its noun.

use sqlx::AnyConnection;
use traguardo::period::Checkpoint;
use traguardo::plan::{Body, Plan};
use traguardo::rules::Rules;

use crate::audit::Signature;
use crate::body::Found;
use crate::details::{self, MENTION, MentionRow, TARGET, TargetRow};
use crate::error::Fault;
use crate::indicator::{self, INDICATOR};
use crate::node::{self, NODE, USE};
use crate::office::{self, ANSWER, EVENT, OFFICE};
use crate::revision::Row;
use crate::rules::{self, BAND, RULES};
use crate::table::{Cells, Line, Table, Writer};

/// A stored plan, as a list names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Whose plan it is.
    pub body: Body,
    /// Of which year.
    pub year: i16,
    /// The number of its latest revision.
    pub revision: i64,
    /// Who saved that revision, and when.
    pub signature: Signature,
    /// How many nodes it has.
    pub nodes: usize,
    /// How many indicators it has.
    pub indicators: usize,
    /// How many readings are stored, superseded ones included.
    pub readings: usize,
}

static HORIZON: Table = Table::of_revision("horizon", &[&["year"]]);
static LEVEL: Table = Table::of_revision("level", &[&["name"]]);
static CHECKPOINT: Table = Table::of_revision("checkpoint", &[&["date", "hand_in"]]);
static CLUSTER: Table = Table::of_revision("cluster", &[&["body"]]);

/// The tables of a revision.
pub(crate) static TABLES: [&Table; 14] = [
    &HORIZON,
    &LEVEL,
    &CHECKPOINT,
    &CLUSTER,
    &NODE,
    &INDICATOR,
    &USE,
    &TARGET,
    &MENTION,
    &OFFICE,
    &EVENT,
    &ANSWER,
    &RULES,
    &BAND,
];

/// A plan and its rules, as the rows that they become.
pub(crate) struct Structure<'a> {
    /// The plan.
    pub plan: &'a Plan,
    rules: &'a Rules,
    targets: Vec<TargetRow<'a>>,
    mentions: Vec<MentionRow<'a>>,
}

impl<'a> Structure<'a> {
    pub fn new(plan: &'a Plan, rules: &'a Rules) -> Self {
        let (targets, mentions) = (details::targets(plan), details::mentions(plan));
        Self { plan, rules, targets, mentions }
    }

    /// How many rows it is.
    pub fn len(&self) -> usize {
        let Self { plan, rules, targets, mentions } = self;
        let small = plan.horizon.len()
            + plan.levels.len()
            + plan.checkpoints.len()
            + plan.cluster.len()
            + plan.offices.len()
            + plan.events.len()
            + plan.answers.len()
            + rules.bands.len()
            + 1;
        let large = plan.nodes.len() + plan.indicators.len() + plan.uses.len();
        small + large + targets.len() + mentions.len()
    }

    /// Writes it as the rows of a revision that has none.
    pub async fn write(&self, writer: &mut Writer<'_>, revision: &str) -> Result<(), Fault> {
        let Self { plan, rules, targets, mentions } = self;
        let year = |cells: &mut Cells, year: &i16| cells.whole(*year);
        let name = |cells: &mut Cells, name: &String| cells.text(name);
        writer.insert(&HORIZON, revision, 0, &plan.horizon, year).await?;
        writer.insert(&LEVEL, revision, 0, &plan.levels, name).await?;
        writer.insert(&CHECKPOINT, revision, 0, &plan.checkpoints, fill_checkpoint).await?;
        writer.insert(&CLUSTER, revision, 0, &plan.cluster, name).await?;
        writer.insert(&NODE, revision, 0, &plan.nodes, node::fill_node).await?;
        writer.insert(&INDICATOR, revision, 0, &plan.indicators, indicator::fill).await?;
        writer.insert(&USE, revision, 0, &plan.uses, node::fill_use).await?;
        writer.insert(&TARGET, revision, 0, targets, details::fill_target).await?;
        writer.insert(&MENTION, revision, 0, mentions, details::fill_mention).await?;
        writer.insert(&OFFICE, revision, 0, &plan.offices, office::fill_office).await?;
        writer.insert(&EVENT, revision, 0, &plan.events, office::fill_event).await?;
        writer.insert(&ANSWER, revision, 0, &plan.answers, office::fill_answer).await?;
        let rules_row = std::slice::from_ref(*rules);
        writer.insert(&RULES, revision, 0, rules_row, rules::fill).await?;
        writer.insert(&BAND, revision, 0, &rules.bands, rules::fill_band).await
    }
}

/// Reads a revision: one query a table, the targets understood anew.
pub(crate) async fn read(
    connection: &mut AnyConnection,
    of: &Found,
    revision: &Row,
) -> Result<(Plan, Rules), Fault> {
    let (id, own) = (revision.structure(), revision.id());
    let (id, own) = (id.as_str(), own.as_str());
    let mut plan = Plan {
        body: of.body.clone(),
        year: of.year,
        horizon: HORIZON.rows(connection, id, |line| line.whole()).await?,
        levels: LEVEL.rows(connection, id, |line| line.text()).await?,
        checkpoints: CHECKPOINT.rows(connection, id, read_checkpoint).await?,
        cluster: CLUSTER.rows(connection, id, |line| line.text()).await?,
        nodes: NODE.rows(connection, id, node::read_node).await?,
        indicators: INDICATOR.rows(connection, id, indicator::read).await?,
        uses: USE.rows(connection, id, node::read_use).await?,
        offices: OFFICE.rows(connection, id, office::read_office).await?,
        events: EVENT.rows(connection, id, office::read_event).await?,
        answers: ANSWER.rows(connection, own, office::read_answer).await?,
    };
    let targets = TARGET.rows(connection, id, details::read_target).await?;
    let mentions = MENTION.rows(connection, id, details::read_mention).await?;
    details::join(&mut plan, targets, mentions)?;
    plan.understand();
    let mut rules = RULES
        .rows(connection, id, rules::read)
        .await?
        .pop()
        .ok_or(Fault::RowDamaged { table: "rules", column: "position", row: 0 })?;
    rules.bands = BAND.rows(connection, id, rules::read_band).await?;
    Ok((plan, rules))
}

fn fill_checkpoint(cells: &mut Cells, checkpoint: &Checkpoint) {
    cells.shown(&checkpoint.date);
    cells.shown_or_blank(checkpoint.hand_in);
}

fn read_checkpoint(line: &mut Line<'_>) -> Result<Checkpoint, Fault> {
    Ok(Checkpoint { date: line.read()?, hand_in: line.read_or_blank()? })
}

//! The desk in one round: what was written beside the scores and flags of its day.
//! Not here: any page.

use std::collections::HashMap;

use traguardo::access::{Action, On};
use traguardo::collection::Evidence;
use traguardo::desk::{
    Assessment, Desk, Flag, Observation, Past, Proposal, ProposalState, Subject, Tag, Written,
    flags,
};
use traguardo::period::{Date, year_end};
use traguardo::report::Report;
use traguardo::revision::Revision;
use traguardo::score::Scores;
use traguardo::scoring::score;
use traguardo_store::Stored;

use super::PATH;
use crate::address::with_query;
use crate::fault::Fault;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{self, Visitor};

/// How many years before are looked at.
const YEARS: usize = 3;

/// The desk in a round.
pub struct Sitting<'a> {
    /// The plan with its scores.
    pub view: &'a View<'a>,
    /// All that was written.
    pub desk: &'a Desk,
    /// The round.
    pub round: Date,
    /// The number of the plan's revision.
    pub revision: i64,
    /// The tags of the body.
    pub tags: Vec<Tag>,
    /// The flags of each use.
    pub flags: Vec<Vec<Flag>>,
    /// Whether whoever asks may write.
    pub may_write: bool,
    /// The adopted revisions, where a proposal names one.
    pub revisions: &'a [Revision],
    /// What proves the readings.
    pub evidence: &'a [Evidence],
    observed: HashMap<&'a Subject, usize>,
    assessed: HashMap<&'a Subject, usize>,
    proposed: HashMap<(&'a str, &'a str), usize>,
    used: HashMap<(&'a str, &'a str), usize>,
}

/// Sits down at the desk of a plan, for those who may see it.
pub async fn sit<T>(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    page: impl FnOnce(&Sitting<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    visitor::permitted(Action::SeeEvaluation, On::Body(&plan.0))?;
    let stored = app.load(plan).await?;
    let desk = app.store().desk(&plan.0, stored.plan.year).await.map_err(|_| Fault::Store)?;
    let is_adopted = |one: &Written<Proposal>| matches!(one.what.state, ProposalState::Adopted(_));
    let revisions = if desk.proposals.iter().any(is_adopted) {
        app.store().revisions(&plan.0, stored.plan.year).await.map_err(|_| Fault::Store)?
    } else {
        Vec::new()
    };
    let years = years_before(app, &plan.0, stored.plan.year).await?;
    view_of(&stored, asked, |view| {
        let before = scored_before(&years, &stored, view.at());
        let past: Vec<Past<'_>> =
            before.iter().map(|(stored, scores)| Past::new(&stored.plan, scores)).collect();
        page(&Sitting::new(view, &desk, &past, (&stored, &revisions)))
    })
}

/// The plans of the same body for the years before, the latest last.
async fn years_before(app: &App, ipa: &str, year: i16) -> Result<Vec<Stored>, Fault> {
    let listed = app.store().list().await.map_err(|_| Fault::Store)?;
    let mut years: Vec<i16> =
        listed.iter().filter(|l| l.body.ipa == ipa && l.year < year).map(|l| l.year).collect();
    years.sort_unstable();
    let mut stored = Vec::new();
    for year in years.into_iter().rev().take(YEARS).rev() {
        stored.push(app.store().load(ipa, year).await.map_err(|_| Fault::Store)?);
    }
    Ok(stored)
}

/// The years before at their ends, and the rounds of the year before a day.
fn scored_before<'a>(
    years: &'a [Stored],
    stored: &'a Stored,
    at: Date,
) -> Vec<(&'a Stored, Scores)> {
    let scored = |stored: &'a Stored, at: Date| {
        (stored, score(&stored.plan, &stored.readings, &stored.rules, at))
    };
    let ends = years.iter().map(|year| scored(year, year_end(year.plan.year)));
    let this = stored.plan.checkpoint_at(at);
    let rounds = stored.plan.checkpoint_dates().into_iter().filter(|date| *date < this);
    ends.chain(rounds.map(|date| scored(stored, date))).collect()
}

impl<'a> Sitting<'a> {
    fn new(
        view: &'a View<'a>,
        desk: &'a Desk,
        past: &[Past<'_>],
        (stored, revisions): (&'a Stored, &'a [Revision]),
    ) -> Self {
        let report: &'a Report<'a> = &view.report;
        let round = report.plan.checkpoint_at(view.at());
        let proposed = desk.proposed(round).into_iter().map(|at| {
            let Proposal { node, indicator, .. } = &desk.proposals[at].what;
            ((node.as_str(), indicator.as_str()), at)
        });
        let used = report.plan.uses.iter().enumerate();
        let ipa = On::Body(&report.plan.body.ipa);
        Self {
            view,
            desk,
            round,
            revision: stored.revision,
            revisions,
            evidence: &stored.evidence,
            tags: desk.tag_list(view.words.texts),
            flags: flags(report, past),
            may_write: Visitor::current().may(Action::WriteEvaluation, ipa).is_ok(),
            observed: desk.observed(round).into_iter().collect(),
            assessed: desk.assessed(round).into_iter().collect(),
            proposed: proposed.collect(),
            used: used.map(|(at, u)| ((u.node.as_str(), u.indicator.as_str()), at)).collect(),
        }
    }

    /// What was observed of a subject, if it says something.
    pub fn observation(&self, subject: &Subject) -> Option<&'a Observation> {
        let at = self.observed.get(subject)?;
        Some(&self.desk.observations[*at].what).filter(|one| !one.is_blank())
    }

    /// What the next entry about a subject comes after.
    pub fn observation_after(&self, subject: &Subject) -> usize {
        self.observed.get(subject).map_or(0, |at| at + 1)
    }

    /// The score that the OIV gave.
    pub fn assessment(&self, subject: &Subject) -> Option<&'a Assessment> {
        let at = self.assessed.get(subject)?;
        Some(&self.desk.assessments[*at].what).filter(|one| one.score.is_some())
    }

    /// What the next assessment of a subject comes after.
    pub fn assessment_after(&self, subject: &Subject) -> usize {
        self.assessed.get(subject).map_or(0, |at| at + 1)
    }

    /// The last proposal about an indicator under a node, unless it was taken back or adopted: what
    /// is proposed after that is another one.
    pub fn proposal(&self, subject: &Subject) -> Option<(usize, &'a Proposal)> {
        let at = *self.proposed.get(&(subject.node()?, subject.indicator()?))?;
        let proposal = &self.desk.proposals[at].what;
        let is_over =
            matches!(proposal.state, ProposalState::Withdrawn | ProposalState::Adopted(_));
        (!is_over).then_some((at + 1, proposal))
    }

    /// The position of a use, by its codes.
    pub fn used(&self, node: &str, indicator: &str) -> Option<usize> {
        self.used.get(&(node, indicator)).copied()
    }

    /// The names of tags, by their codes, in the order of the list.
    pub fn tag_names(&self, codes: &[String]) -> Vec<String> {
        let named = self.tags.iter().filter(|tag| codes.contains(&tag.code));
        named.map(|tag| tag.name.clone()).collect()
    }

    /// The address of the page with the form of a subject open.
    pub fn open(&self, subject: &Subject) -> String {
        self.open_among(subject, &[])
    }

    /// The same among some rows.
    pub fn open_among(&self, subject: &Subject, query: &[(&'static str, String)]) -> String {
        let mut asked = query.to_vec();
        asked.push(("apri", subject.node().unwrap_or(".").to_owned()));
        asked.extend(subject.indicator().map(|code| ("indicatore", code.to_owned())));
        let url = with_query(self.view.addresses.page(&PATH), &asked);
        format!("{url}#r-{}", id(subject))
    }

    /// What there is to say first.
    pub fn sentence(&self) -> Rich {
        let plan = self.view.report.plan;
        let level = plan.levels.get(1).or(plan.levels.first());
        let nodes: Vec<usize> =
            (0..plan.nodes.len()).filter(|at| Some(&plan.nodes[*at].level) == level).collect();
        let seen = |at: &&usize| {
            let subject = Subject::of_node(plan, **at);
            self.observation(&subject).is_some() || self.assessment(&subject).is_some()
        };
        let level = level.map(|level| self.view.words.levels(level)).unwrap_or_default();
        let args = [
            ("round", self.round.into()),
            ("count", nodes.len().into()),
            ("level", level.to_lowercase().into()),
            ("seen", nodes.iter().filter(seen).count().into()),
        ];
        Rich::new(&self.view.words.tell("desk-sentence", &args))
    }
}

/// The name of a subject's row in a page.
pub fn id(subject: &Subject) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let codes = [subject.node(), subject.indicator()];
    let codes: Vec<String> =
        codes.into_iter().flatten().map(|code| code.chars().map(plain).collect()).collect();
    if codes.is_empty() { "ente".to_owned() } else { codes.join("--") }
}

//! The form of a row: what it shows, what it sends, and the entries that this makes.
//! Not here: writing them.

use traguardo::desk::{Assessment, Change, Observation, Proposal, ProposalState, Subject};
use traguardo::number;
use traguardo_store::DeskEntry;

use super::sitting::{Sitting, id};

/// A text of more letters is none.
const LONGEST: usize = 6000;

/// What a form sends.
#[derive(Debug, Clone, Default)]
pub struct Given {
    node: String,
    indicator: String,
    tags: Vec<String>,
    observed: String,
    concern: String,
    remedy: String,
    score: String,
    score_reason: String,
    kind: String,
    title: String,
    target: String,
    reason: String,
    observation_after: usize,
    assessment_after: usize,
    proposal_after: usize,
    proposal: usize,
}

/// The form of a row.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is about.
    pub subject: Subject,
    /// What is in its fields.
    pub given: Filled,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// What stands meanwhile, where somebody else came first.
    pub meanwhile: Vec<(String, String)>,
    /// The tags: code, name, whether it is chosen.
    pub tags: Vec<(String, String, bool)>,
    /// The kinds of proposals: name, words, whether it is chosen.
    pub kinds: Vec<(&'static str, String, bool)>,
    /// Whether it is about an indicator, whose target can be proposed to change.
    pub is_use: bool,
    /// The measured score, as it is printed.
    pub measured: String,
}

/// What is in the fields of a form.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// The code of the node; empty for the body.
    pub node: String,
    /// The code of the indicator.
    pub indicator: String,
    /// What was observed.
    pub observed: String,
    /// What is critical.
    pub concern: String,
    /// What should be done.
    pub remedy: String,
    /// The assessed score.
    pub score: String,
    /// Why so.
    pub score_reason: String,
    /// The title of a proposed indicator.
    pub title: String,
    /// A proposed target.
    pub target: String,
    /// Why it is proposed.
    pub reason: String,
    /// What the entries come after, and the number of the proposal.
    pub after: [usize; 4],
}

impl Given {
    /// What the fields of a form say.
    pub fn read(sent: &[(String, String)]) -> Self {
        let field = |name: &str| {
            let found = sent.iter().find(|(known, _)| known == name);
            found.map(|(_, text)| text.replace("\r\n", "\n").trim().to_owned()).unwrap_or_default()
        };
        let number = |name: &str| field(name).parse().unwrap_or(0);
        let tags = sent.iter().filter(|(name, _)| name == "contesto").map(|(_, code)| code.clone());
        Self {
            node: field("nodo"),
            indicator: field("indicatore"),
            tags: tags.collect(),
            observed: field("osservato"),
            concern: field("criticita"),
            remedy: field("azione"),
            score: field("valutazione"),
            score_reason: field("motivo_valutazione"),
            kind: field("modifica"),
            title: field("proposta_titolo"),
            target: field("proposta_target"),
            reason: field("proposta_motivo"),
            observation_after: number("dopo_osservazione"),
            assessment_after: number("dopo_valutazione"),
            proposal_after: number("dopo_proposta"),
            proposal: number("proposta_numero"),
        }
    }

    fn subject(&self) -> Option<Subject> {
        let code = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
        Subject::named(code(&self.node).as_deref(), code(&self.indicator).as_deref())
    }

    /// The name of its row.
    pub fn id(&self) -> String {
        self.subject().map(|subject| id(&subject)).unwrap_or_default()
    }

    /// The entries that it makes: only what is not there yet.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub fn entries(&self, sitting: &Sitting<'_>) -> Result<Vec<DeskEntry>, String> {
        let words = sitting.view.words;
        let say = |key: &str| words.say(key);
        let plan = sitting.view.report.plan;
        let outcome =
            self.subject().and_then(|s| Some((s.outcome(plan, &sitting.view.report.scores)?, s)));
        let (outcome, subject) = outcome.ok_or_else(|| say("desk-subject-gone"))?;
        let texts = [
            &self.observed,
            &self.concern,
            &self.remedy,
            &self.score_reason,
            &self.title,
            &self.target,
            &self.reason,
        ];
        if texts.iter().any(|text| text.chars().count() > LONGEST || text.contains('\0')) {
            return Err(say("desk-too-long"));
        }
        let mut entries: Vec<DeskEntry> = Vec::new();
        entries.extend(self.observation(sitting, &subject));
        if !matches!(subject, Subject::Use { .. }) {
            let rounded = outcome.score().map(|score| sitting.view.report.rules.rounded(score));
            let assessment = self.assessment(sitting, &subject).map_err(&say)?;
            if let Some((what, after)) = assessment {
                what.check(rounded).map_err(&say)?;
                entries.push(DeskEntry::Assessment { what, after });
            }
        } else if let Some((what, after)) = self.proposed(sitting, &subject) {
            if what.state == ProposalState::Open {
                what.check(&sitting.present.plan).map_err(say)?;
            }
            entries.push(DeskEntry::Proposal { what, after });
        }
        Ok(entries)
    }

    fn observation(&self, sitting: &Sitting<'_>, subject: &Subject) -> Option<DeskEntry> {
        let known = |tag: &&traguardo::desk::Tag| self.tags.contains(&tag.code);
        let what = Observation {
            tags: sitting.tags.iter().filter(known).map(|tag| tag.code.clone()).collect(),
            observed: self.observed.clone(),
            concern: self.concern.clone(),
            remedy: self.remedy.clone(),
            ..Observation::blank(sitting.round, subject.clone())
        };
        let same = match sitting.observation(subject) {
            Some(standing) => *standing == what,
            None => what.is_blank(),
        };
        (!same).then_some(DeskEntry::Observation { what, after: self.observation_after })
    }

    fn assessment(
        &self,
        sitting: &Sitting<'_>,
        subject: &Subject,
    ) -> Result<Option<(Assessment, usize)>, &'static str> {
        let score = match self.score.as_str() {
            "" => None,
            text => Some(number::parse(text).map_err(|_| "desk-assessed-range")?),
        };
        let reason = if score.is_some() { self.score_reason.clone() } else { String::new() };
        let what = Assessment { round: sitting.round, subject: subject.clone(), score, reason };
        let same = match sitting.assessment(subject) {
            Some(standing) => *standing == what,
            None => score.is_none(),
        };
        Ok((!same).then_some((what, self.assessment_after)))
    }

    fn proposed(&self, sitting: &Sitting<'_>, subject: &Subject) -> Option<(Proposal, usize)> {
        let standing = sitting.proposal(subject).map(|(_, proposal)| proposal);
        let change = Change::of(&self.kind, &self.title, &self.target);
        let what = match (change, standing) {
            (None, None) => return None,
            (None, Some(standing)) => {
                Proposal { state: ProposalState::Withdrawn, ..standing.clone() }
            }
            (Some(change), _) => Proposal {
                number: self.proposal,
                round: sitting.round,
                node: self.node.clone(),
                indicator: self.indicator.clone(),
                change,
                reason: self.reason.clone(),
                state: ProposalState::Open,
            },
        };
        let same = standing.is_some_and(|standing| {
            (&standing.change, &standing.reason) == (&what.change, &what.reason)
                && what.state == ProposalState::Open
        });
        (!same).then_some((what, self.proposal_after))
    }
}

impl Form {
    /// The form of a subject with what stands.
    pub fn of(sitting: &Sitting<'_>, subject: &Subject) -> Self {
        let observation = sitting.observation(subject);
        let proposal = sitting.proposal(subject);
        let assessment = sitting.assessment(subject);
        let text = |read: fn(&Observation) -> &String| observation.map(read).cloned();
        let change = proposal.map(|(_, proposal)| &proposal.change);
        let given = Filled {
            observed: text(|one| &one.observed).unwrap_or_default(),
            concern: text(|one| &one.concern).unwrap_or_default(),
            remedy: text(|one| &one.remedy).unwrap_or_default(),
            score: assessment.and_then(|one| one.score).map(number::format).unwrap_or_default(),
            score_reason: assessment.map(|one| one.reason.clone()).unwrap_or_default(),
            title: change.and_then(Change::title).unwrap_or_default().to_owned(),
            target: change.and_then(Change::target).unwrap_or_default().to_owned(),
            reason: proposal.map(|(_, one)| one.reason.clone()).unwrap_or_default(),
            ..Filled::default()
        };
        let tags = observation.map(|one| one.tags.as_slice()).unwrap_or_default();
        Self::with(sitting, subject.clone(), given, tags, change.map_or("", Change::kind))
    }

    /// The form with what was typed, and what is wrong with it. What stands meanwhile is told, and
    /// saved over when it is sent again.
    pub fn again(sitting: &Sitting<'_>, typed: &Given, fault: String) -> Self {
        let subject = typed.subject().unwrap_or(Subject::Body);
        let given = Filled {
            observed: typed.observed.clone(),
            concern: typed.concern.clone(),
            remedy: typed.remedy.clone(),
            score: typed.score.clone(),
            score_reason: typed.score_reason.clone(),
            title: typed.title.clone(),
            target: typed.target.clone(),
            reason: typed.reason.clone(),
            ..Filled::default()
        };
        let standing = Self::of(sitting, &subject);
        let is_later = standing.given.after[..2]
            != [typed.observation_after, typed.assessment_after]
            || standing.given.after[2] != typed.proposal_after;
        let mut form = Self::with(sitting, subject, given, &typed.tags, &typed.kind);
        form.fault = Some(fault);
        if is_later {
            form.meanwhile = standing.told(sitting);
        }
        form
    }

    fn with(
        sitting: &Sitting<'_>,
        subject: Subject,
        given: Filled,
        tags: &[String],
        kind: &str,
    ) -> Self {
        let words = sitting.view.words;
        let report = &sitting.view.report;
        let (after, number) = match sitting.proposal(&subject) {
            Some((after, proposal)) => (after, proposal.number),
            None => (0, 0),
        };
        let after = [
            sitting.observation_after(&subject),
            sitting.assessment_after(&subject),
            after,
            number,
        ];
        let tag = |tag: &traguardo::desk::Tag| {
            let chosen = tags.contains(&tag.code);
            (!tag.retired || chosen).then(|| (tag.code.clone(), tag.name.clone(), chosen))
        };
        let kinds = Change::KINDS
            .map(|name| (name, words.say(&format!("desk-change-{name}")), name == kind));
        let measured = subject.outcome(report.plan, &report.scores).and_then(|o| o.score());
        let node = subject.node().unwrap_or_default().to_owned();
        let indicator = subject.indicator().unwrap_or_default().to_owned();
        Self {
            given: Filled { node, indicator, after, ..given },
            fault: None,
            meanwhile: Vec::new(),
            tags: sitting.tags.iter().filter_map(tag).collect(),
            kinds: kinds.into(),
            is_use: matches!(subject, Subject::Use { .. }),
            measured: measured
                .map_or_else(|| words.say("outcome-missing"), |score| report.rules.printed(score)),
            subject,
        }
    }

    /// What is in its fields, in words.
    fn told(&self, sitting: &Sitting<'_>) -> Vec<(String, String)> {
        let words = sitting.view.words;
        let chosen: Vec<String> =
            self.tags.iter().filter(|(.., chosen)| *chosen).map(|(_, n, _)| n.clone()).collect();
        let given = &self.given;
        let all = [
            ("desk-context", chosen.join(", ")),
            ("desk-observed", given.observed.clone()),
            ("desk-concern", given.concern.clone()),
            ("desk-remedy", given.remedy.clone()),
            ("desk-assessed", given.score.clone()),
            ("desk-reason", given.score_reason.clone()),
            ("desk-proposal-target", given.target.clone()),
            ("desk-proposal-reason", given.reason.clone()),
        ];
        let said = all.into_iter().filter(|(_, text)| !text.is_empty());
        said.map(|(key, text)| (words.say(key), text)).collect()
    }
}

//! The open questions of a plan: which targets wait for a person, and what an answer would change.
//! Not here: asking ([`crate::target::phrase`]) and keeping answers, which is the store's.

use crate::number::Decimal;
use crate::period::parse_date;
use crate::plan::{Details, Plan, Targets};
use crate::score::PartOf;
use crate::target::answer::Answer;
use crate::target::{Expected, Meaning, Question};

/// A target that waits for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Open<'a> {
    /// The row that it is of.
    pub of: PartOf,
    /// The column that it stands in, as files name it (`target`, `target_2021`).
    pub column: String,
    /// The target as written.
    pub expected: &'a Expected,
    /// What is asked.
    pub question: &'a Question,
}

/// Why an answer cannot be taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The plan has no such target.
    NoSuchTarget,
    /// The target is not written as it was when the question was asked.
    WrittenOtherwise(String),
    /// The answer is itself a question.
    StillOpen(Question),
}

/// Every target of a plan that waits for a person: indicators first, in the order of the plan.
///
/// ```
/// use traguardo::{question, sample, target::Expected};
/// let mut plan = sample::plan();
/// plan.uses[0].details.targets.year = Some(Expected::written("entro 34.04.2020"));
/// plan.understand();
/// let open = question::open(&plan);
/// assert_eq!((open.len(), open[0].column.as_str()), (1, "target"));
/// ```
#[must_use]
pub fn open(plan: &Plan) -> Vec<Open<'_>> {
    let uses = plan.uses.iter().enumerate().map(|(at, used)| (PartOf::Use(at), &used.details));
    let nodes = plan.nodes.iter().enumerate().map(|(at, node)| (PartOf::Node(at), &node.details));
    let mut open = Vec::new();
    for (of, details) in uses.chain(nodes) {
        for (column, expected) in cells(&details.targets) {
            if let Meaning::Asked(question) = &expected.meaning {
                open.push(Open { of, column: column(), expected, question });
            }
        }
    }
    open
}

/// The target that stands in a column of a row, if there is one.
///
/// ```
/// use traguardo::{question, sample};
/// let plan = sample::plan();
/// let target = question::target(&plan, "EXPORT", Some("301"), "periodico_2020-06-30");
/// assert_eq!(target.unwrap().verbatim, ">= 6.500.000.000 €");
/// ```
#[must_use]
pub fn target<'a>(
    plan: &'a Plan,
    code: &str,
    parent: Option<&str>,
    column: &str,
) -> Option<&'a Expected> {
    let targets = &details(plan, code, parent)?.targets;
    if column == "target" {
        return targets.year.as_ref();
    }
    let (kind, which) = column.split_once('_')?;
    match kind {
        "target" => targets.other_years.get(&which.parse().ok()?),
        "periodico" => targets.periodic.get(&parse_date(which).ok()?),
        "soglia" => targets.steps.get(&which.parse::<Decimal>().ok()?),
        _ => None,
    }
}

/// The plan with an answer in it, in place of an earlier answer to the same question: what was
/// written stays as it is, and the target is read anew.
///
/// # Errors
/// A [`Refusal`] where there is no such target, where it is written otherwise by now, or where
/// the answer itself cannot be read surely.
///
/// ```
/// use traguardo::{question, sample, target::{answer::Answer, Expected}};
/// let mut plan = sample::plan();
/// plan.uses[0].details.targets.year = Some(Expected::written("circa 5"));
/// plan.understand();
/// let answer = Answer {
///     code: "EXPORT".into(), parent: Some("301".into()), column: "target".into(),
///     written: "circa 5".into(), means: ">= 5".into(), by: None, on: None, row: 0,
/// };
/// let answered = question::answered(&plan, answer).unwrap();
/// assert!(question::open(&answered).is_empty());
/// ```
pub fn answered(plan: &Plan, answer: Answer) -> Result<Plan, Refusal> {
    let of = (answer.code.clone(), answer.parent.clone(), answer.column.clone());
    let find = |plan: &Plan| {
        let (code, parent, column) = &of;
        target(plan, code, parent.as_deref(), column).cloned()
    };
    let asked = find(plan).ok_or(Refusal::NoSuchTarget)?;
    if asked.verbatim != answer.written {
        return Err(Refusal::WrittenOtherwise(asked.verbatim));
    }
    let mut plan = plan.clone();
    put(&mut plan.answers, answer);
    plan.understand();
    match find(&plan).map(|expected| expected.meaning) {
        Some(Meaning::Asked(question)) => Err(Refusal::StillOpen(question)),
        _ => Ok(plan),
    }
}

/// Adds an answer, in place of an earlier one to the same question.
///
/// ```
/// use traguardo::{question, target::answer::Answer};
/// let answer = |means: &str| Answer {
///     code: "A".into(), parent: None, column: "target".into(), written: "circa 5".into(),
///     means: means.into(), by: None, on: None, row: 0,
/// };
/// let mut answers = vec![answer(">= 5")];
/// question::put(&mut answers, answer("<= 5"));
/// assert_eq!((answers.len(), answers[0].means.as_str()), (1, "<= 5"));
/// ```
pub fn put(answers: &mut Vec<Answer>, answer: Answer) {
    let same = |other: &&mut Answer| {
        (&other.code, &other.parent, &other.column, &other.written)
            == (&answer.code, &answer.parent, &answer.column, &answer.written)
    };
    match answers.iter_mut().find(same) {
        Some(earlier) => *earlier = answer,
        None => answers.push(answer),
    }
}

type Column<'a> = Box<dyn Fn() -> String + 'a>;

fn cells(targets: &Targets) -> impl Iterator<Item = (Column<'_>, &Expected)> {
    let name = |name: String| -> Column<'static> { Box::new(move || name.clone()) };
    let year = targets.year.iter().map(move |cell| (name("target".to_owned()), cell));
    let other = targets.other_years.iter();
    let other = other.map(move |(year, cell)| (name(format!("target_{year}")), cell));
    let periodic = targets.periodic.iter();
    let periodic = periodic.map(move |(date, cell)| (name(format!("periodico_{date}")), cell));
    let steps = targets.steps.iter();
    let steps = steps.map(move |(score, cell)| (name(format!("soglia_{score}")), cell));
    year.chain(other).chain(periodic).chain(steps)
}

fn details<'a>(plan: &'a Plan, code: &str, parent: Option<&str>) -> Option<&'a Details> {
    match parent {
        Some(parent) => {
            let of = |used: &&crate::plan::Use| used.indicator == code && used.node == parent;
            plan.uses.iter().find(of).map(|used| &used.details)
        }
        None => plan.nodes.iter().find(|node| node.code == code).map(|node| &node.details),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn asking() -> Plan {
        let mut plan = sample::plan();
        let targets = &mut plan.uses[1].details.targets;
        targets.year = Some(Expected::written("circa 600"));
        targets.other_years.insert(2021, Expected::written("entro 34.04.2021"));
        plan.nodes[0].details.targets.year = Some(Expected::written("come da allegato"));
        plan.understand();
        plan
    }

    fn answer(written: &str, means: &str) -> Answer {
        Answer {
            code: "PART".to_owned(),
            parent: Some("301".to_owned()),
            column: "target".to_owned(),
            written: written.to_owned(),
            means: means.to_owned(),
            by: Some("Ufficio d'esempio".to_owned()),
            on: None,
            row: 0,
        }
    }

    #[test]
    fn open_questions_are_listed_by_row_and_column() {
        let plan = asking();
        let told: Vec<_> = open(&plan).into_iter().map(|o| (o.of, o.column)).collect();
        assert_eq!(
            told,
            [
                (PartOf::Use(1), "target".to_owned()),
                (PartOf::Use(1), "target_2021".to_owned()),
                (PartOf::Node(0), "target".to_owned()),
            ]
        );
    }

    #[test]
    fn an_answer_that_is_understood_closes_the_question_and_keeps_what_was_written() {
        let plan = answered(&asking(), answer("circa 600", ">= 600 N.")).unwrap();
        assert_eq!(open(&plan).len(), 2);
        let target = target(&plan, "PART", Some("301"), "target").unwrap();
        assert_eq!(target.verbatim, "circa 600");
        assert_eq!(target.target().unwrap().normal(), ">= 600");
        let again = answered(&plan, answer("circa 600", ">= 500 N.")).unwrap();
        assert_eq!((again.answers.len(), again.answers[0].means.as_str()), (1, ">= 500 N."));
    }

    #[test]
    fn an_answer_that_is_no_answer_is_refused() {
        let plan = asking();
        let refused = |answer| answered(&plan, answer).unwrap_err();
        assert!(matches!(refused(answer("circa 600", "tanti")), Refusal::StillOpen(_)));
        let changed = Refusal::WrittenOtherwise("circa 600".to_owned());
        assert_eq!(refused(answer("circa 700", ">= 700")), changed);
        let nowhere = Answer { column: "soglia_80".to_owned(), ..answer("circa 600", ">= 5") };
        assert_eq!(refused(nowhere), Refusal::NoSuchTarget);
    }
}

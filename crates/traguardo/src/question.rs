//! The open questions of a plan: which targets wait for a person, and what an answer would change.
//! Not here: asking ([`crate::target::phrase`]) and keeping answers, which is the store's.

use std::borrow::Cow;

use hashbrown::HashSet;

use crate::number::Decimal;
use crate::period::parse_date;
use crate::plan::{Details, Plan, Targets};
use crate::score::PartOf;
use crate::target::answer::Answer;
use crate::target::understand::spaced;
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
        each_open(&details.targets, |column, expected, question| {
            open.push(Open { of, column: column(), expected, question });
        });
    }
    open
}

/// Whether the target in a column of a row waits for a person itself.
///
/// ```
/// use traguardo::{question, sample};
/// assert!(!question::is_open(&sample::plan(), "EXPORT", Some("301"), "target"));
/// ```
#[must_use]
pub fn is_open(plan: &Plan, code: &str, parent: Option<&str>, column: &str) -> bool {
    question_of(plan, code, parent, column).is_some()
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
    cell(&details(plan, code, parent)?.targets, column)
}

fn cell<'a>(targets: &'a Targets, column: &str) -> Option<&'a Expected> {
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
    if !same_words(&asked.verbatim, &answer.written) {
        return Err(Refusal::WrittenOtherwise(asked.verbatim));
    }
    let mut plan = plan.clone();
    put(&mut plan.answers, answer);
    plan.understand();
    let (code, parent, column) = &of;
    match question_of(&plan, code, parent.as_deref(), column).cloned() {
        Some(question) => Err(Refusal::StillOpen(question)),
        None => Ok(plan),
    }
}

/// Takes over the answers of an earlier state of a plan, as far as their targets are still written
/// as they were and the plan has no answer of its own to them. Reads the targets anew where that
/// changes anything.
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
/// question::keep_answers(&mut plan, &[answer]);
/// assert!(question::open(&plan).is_empty());
/// ```
pub fn keep_answers(plan: &mut Plan, earlier: &[Answer]) {
    let own: HashSet<Of<'_>> = plan.answers.iter().map(of).collect();
    let written = if earlier.is_empty() { HashSet::new() } else { written(plan) };
    let is_kept = |answer: &&Answer| !own.contains(&of(answer)) && written.contains(&of(answer));
    let kept: Vec<Answer> =
        earlier.iter().filter(is_kept).map(|a| Answer { row: 0, ..a.clone() }).collect();
    drop((own, written));
    if !kept.is_empty() {
        plan.answers.extend(kept);
        plan.understand();
    }
}

/// The answers of a plan that find no target written as they say.
pub(crate) fn without_target(plan: &Plan) -> impl Iterator<Item = &Answer> {
    let written = if plan.answers.is_empty() { HashSet::new() } else { written(plan) };
    plan.answers.iter().filter(move |answer| !written.contains(&of(answer)))
}

/// Whether two texts are the same but for their spaces.
///
/// ```
/// assert!(traguardo::question::same_words("circa\r\n10", "circa 10"));
/// ```
#[must_use]
pub fn same_words(one: &str, other: &str) -> bool {
    spaced(one) == spaced(other)
}

/// What an answer is to: a row, a column and what is written there.
type Of<'a> = (&'a str, Option<&'a str>, Cow<'a, str>, Cow<'a, str>);

fn of(answer: &Answer) -> Of<'_> {
    let column = Cow::Borrowed(answer.column.as_str());
    (&answer.code, answer.parent.as_deref(), column, spaced(&answer.written))
}

/// Every target of a plan as answers name it; that of an indicator without its parent too.
fn written(plan: &Plan) -> HashSet<Of<'_>> {
    let mut cells: HashSet<Of<'_>> = HashSet::new();
    for used in &plan.uses {
        for parent in [Some(used.node.as_str()), None] {
            each_cell(&used.details.targets, |column, cell| {
                let column = Cow::Owned(column());
                cells.insert((&used.indicator, parent, column, spaced(&cell.verbatim)));
            });
        }
    }
    for node in &plan.nodes {
        each_cell(&node.details.targets, |column, cell| {
            cells.insert((&node.code, None, Cow::Owned(column()), spaced(&cell.verbatim)));
        });
    }
    cells
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
    let same = |other: &&mut Answer| of(other) == of(&answer);
    match answers.iter_mut().find(same) {
        Some(earlier) => *earlier = answer,
        None => answers.push(answer),
    }
}

/// Calls a function with every target of a row that waits for a person and the name of its column:
/// of a target with steps the step that is not understood, not the target that waits for it.
pub(crate) fn each_open<'a>(
    targets: &'a Targets,
    mut each: impl FnMut(&dyn Fn() -> String, &'a Expected, &'a Question),
) {
    let is_open = |cell: &Expected| matches!(cell.meaning, Meaning::Asked(_));
    let any_step = targets.steps.values().any(is_open);
    each_cell(targets, |column, cell| {
        let is_year = targets.year.as_ref().is_some_and(|year| std::ptr::eq(year, cell));
        if let (Meaning::Asked(question), false) = (&cell.meaning, is_year && any_step) {
            each(column, cell, question);
        }
    });
}

fn each_cell<'a>(targets: &'a Targets, mut each: impl FnMut(&dyn Fn() -> String, &'a Expected)) {
    if let Some(year) = &targets.year {
        each(&|| "target".to_owned(), year);
    }
    for (year, cell) in &targets.other_years {
        each(&|| format!("target_{year}"), cell);
    }
    for (date, cell) in &targets.periodic {
        each(&|| format!("periodico_{date}"), cell);
    }
    for (score, cell) in &targets.steps {
        each(&|| format!("soglia_{score}"), cell);
    }
}

fn question_of<'a>(
    plan: &'a Plan,
    code: &str,
    parent: Option<&str>,
    column: &str,
) -> Option<&'a Question> {
    let mut found = None;
    each_open(&details(plan, code, parent)?.targets, |name, _, question| {
        if name() == column {
            found = Some(question);
        }
    });
    found
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

    /// A question in every column that can ask, and in a node's own target.
    fn asking_everywhere() -> Plan {
        let mut plan = sample::plan();
        let day = parse_date("2020-06-30").unwrap();
        let targets = &mut plan.uses[1].details.targets;
        *targets = Targets::default();
        targets.year = Some(Expected::written(">= 600"));
        targets.other_years.insert(2021, Expected::written("circa 700"));
        targets.periodic.insert(day, Expected::written("circa 300"));
        targets.steps.insert(80.into(), Expected::written("molti"));
        targets.steps.insert(Decimal::new(605, 1), Expected::written("circa\n400"));
        plan.nodes[1].details.targets.year = Some(Expected::written("come da allegato"));
        plan.nodes[1].details.targets.steps.insert(50.into(), Expected::written("7"));
        plan.understand();
        plan
    }

    fn told(plan: &Plan) -> Vec<String> {
        open(plan).into_iter().map(|open| open.column).collect()
    }

    #[test]
    fn a_question_of_every_column_closes_when_it_is_answered() {
        let mut plan = asking_everywhere();
        let columns = ["target_2021", "periodico_2020-06-30", "soglia_60.5", "soglia_80", "target"];
        assert_eq!(told(&plan), columns);
        let given = [
            ("circa 700", ">= 700"),
            ("circa 300", ">= 300"),
            // Through a form a line break comes back as two characters.
            ("circa\r\n400", "400"),
            ("molti", "500"),
            ("come da allegato", ">= 80"),
        ];
        for (at, (column, (written, means))) in columns.into_iter().zip(given).enumerate() {
            let is_node = column == "target";
            let answer = Answer {
                code: if is_node { "301" } else { "PART" }.to_owned(),
                parent: (!is_node).then(|| "301".to_owned()),
                column: column.to_owned(),
                ..answer(written, means)
            };
            let still = |means: &str| {
                let boh = Answer { means: means.to_owned(), ..answer.clone() };
                matches!(answered(&plan, boh), Err(Refusal::StillOpen(_)))
            };
            assert!(still("boh"), "{column}");
            plan = answered(&plan, answer).unwrap();
            assert_eq!(told(&plan), columns[at + 1..], "{column}");
        }
        let year = target(&plan, "PART", Some("301"), "target").unwrap();
        assert_eq!(year.target().unwrap().normal(), "100: >= 600 | 80: >= 500 | 60.5: >= 400");
        let step = target(&plan, "PART", Some("301"), "soglia_80").unwrap();
        assert_eq!(step.target().unwrap().normal(), ">= 500");
    }

    #[test]
    fn an_answer_to_a_target_is_taken_while_a_step_below_it_is_still_open() {
        let mut plan = asking_everywhere();
        plan.uses[1].details.targets.year = Some(Expected::written("circa 600"));
        plan.understand();
        assert_eq!(told(&plan), ["target", "target_2021", "periodico_2020-06-30", "target"]);
        let plan = answered(&plan, answer("circa 600", ">= 600")).unwrap();
        assert!(told(&plan).contains(&"soglia_80".to_owned()));
    }

    #[test]
    fn a_step_that_does_not_fit_is_asked_where_it_stands() {
        let mut plan = asking_everywhere();
        let targets = &mut plan.uses[1].details.targets;
        *targets = Targets::default();
        targets.year = Some(Expected::written(">= 600"));
        targets.steps.insert(80.into(), Expected::written("700"));
        targets.steps.insert(60.into(), Expected::written("500"));
        plan.understand();
        assert_eq!(told(&plan)[0], "soglia_80");
        let step = Answer { column: "soglia_80".to_owned(), ..answer("700", "550") };
        let plan = answered(&plan, step).unwrap();
        assert_eq!(told(&plan), ["target"]);
    }

    #[test]
    fn answers_are_kept_while_their_targets_are_written_as_they_were() {
        let answers = [
            answer("circa 600", ">= 600"),
            Answer { column: "target_2021".to_owned(), ..answer("entro 34.04.2021", "no") },
            Answer { code: "1".to_owned(), parent: None, ..answer("come da allegato", "no") },
            Answer { parent: None, ..answer("circa 600", ">= 500") },
        ];
        let mut plan = asking();
        plan.uses[1].details.targets.other_years.insert(2021, Expected::written(">= 5"));
        plan.nodes[0].details.targets.year = None;
        keep_answers(&mut plan, &answers);
        assert_eq!(plan.answers, [answers[0].clone(), answers[3].clone()]);
        let mut plan = asking();
        plan.answers = vec![answer("circa 600", ">= 650")];
        keep_answers(&mut plan, &answers[..2]);
        let means: Vec<&str> = plan.answers.iter().map(|answer| answer.means.as_str()).collect();
        assert_eq!(means, [">= 650", "no"]);
        assert_eq!(without_target(&plan).count(), 0);
        plan.uses[1].details.targets.year = Some(Expected::written("circa 610"));
        assert_eq!(without_target(&plan).count(), 1);
    }
}

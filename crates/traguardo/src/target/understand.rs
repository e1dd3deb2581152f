//! Reading all targets of a plan: each text with what its indicator and the answers say of it.
//! Not here: the language itself, see [`super::phrase`].

use std::borrow::Cow;

use hashbrown::HashMap;

use super::answer::Answer;
use super::phrase::{Context, cells, read};
use super::{About, Comparison, Due, Expected, Meaning, Question, Step, Target, Threshold};
use crate::both::{LARGE, both};
use crate::indicator::Direction;
use crate::issue::kinds;
use crate::number::Decimal;
use crate::plan::{Plan, Targets, Use};
use crate::quantity::Quantity;

/// The row and the column, with what was written there.
type AnswerKey<'a> = (&'a str, Option<&'a str>, &'a str, Cow<'a, str>);

/// What a cell of targets is read from: the answer to it where there is one, else itself.
struct Words<'a> {
    written: &'a str,
    answer: Option<&'a str>,
}

impl Plan {
    /// Reads every target of the plan, with the indicators' directions and the answers given.
    /// Whoever builds a plan from texts calls it once, last.
    ///
    /// ```
    /// let mut plan = traguardo::sample::plan();
    /// plan.understand();
    /// assert!(plan.uses[0].details.targets.year.as_ref().unwrap().target().is_some());
    /// ```
    pub fn understand(&mut self) {
        let directions: HashMap<&str, Option<Direction>> =
            self.indicators.iter().map(|i| (i.code.as_str(), i.direction)).collect();
        let year = Some(self.year);
        let answers: HashMap<AnswerKey<'_>, &str> = self.answers.iter().map(answer_entry).collect();
        let understand = |uses: &mut [Use]| {
            for used in uses {
                let direction = directions.get(used.indicator.as_str()).copied().flatten();
                let who = (used.indicator.as_str(), Some(used.node.as_str()));
                let context = Context { direction, year };
                understand_row(&mut used.details.targets, context, who, &answers);
            }
        };
        if self.uses.len() < LARGE {
            understand(&mut self.uses);
        } else {
            let half = self.uses.len() / 2;
            let (one, other) = self.uses.split_at_mut(half);
            both(|| understand(one), || understand(other));
        }
        for node in &mut self.nodes {
            // More of a roll-up is always better.
            let context = Context { direction: Some(Direction::Up), year };
            let who = (node.code.as_str(), None);
            understand_row(&mut node.details.targets, context, who, &answers);
        }
    }
}

fn answer_entry(answer: &Answer) -> (AnswerKey<'_>, &str) {
    let key = (
        answer.code.as_str(),
        answer.parent.as_deref(),
        answer.column.as_str(),
        spaced(&answer.written),
    );
    (key, answer.means.as_str())
}

/// A text with one plain space where it has any: a line break in a cell, or a space that does not
/// break, is lost on the way through a form or a file.
pub(crate) fn spaced(text: &str) -> Cow<'_, str> {
    let plain = |text: &str| {
        !text.starts_with(' ')
            && !text.ends_with(' ')
            && !text.contains("  ")
            && text.chars().all(|letter| letter == ' ' || !letter.is_whitespace())
    };
    if plain(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn understand_row(
    targets: &mut Targets,
    context: Context,
    (code, parent): (&str, Option<&str>),
    answers: &HashMap<AnswerKey<'_>, &str>,
) {
    // Answers are rare: their columns are spelt out only where there are any.
    let answered = |column: &dyn Fn() -> String, verbatim: &str| {
        if answers.is_empty() {
            return None;
        }
        let (column, written) = (column(), spaced(verbatim));
        let of = |parent| answers.get(&(code, parent, column.as_str(), written.clone())).copied();
        of(parent).or_else(|| of(None))
    };
    let understand_cell = |cell: &mut Expected, column: &dyn Fn() -> String, context| {
        let words = Words { answer: answered(column, &cell.verbatim), written: &cell.verbatim };
        cell.meaning = match words.read(context) {
            Ok(target) => Meaning::Read(target),
            Err(question) => Meaning::Asked(question),
        };
    };
    for (year, cell) in &mut targets.other_years {
        // A deadline without a year is one of the year that the column names.
        let context = Context { year: Some(*year), ..context };
        understand_cell(cell, &|| format!("target_{year}"), context);
    }
    for (date, cell) in &mut targets.periodic {
        understand_cell(cell, &|| format!("periodico_{date}"), context);
    }
    if let Some(cell) = &mut targets.year {
        understand_cell(cell, &|| "target".to_owned(), context);
    }
    let answers: Vec<Option<&str>> = targets
        .steps
        .iter()
        .map(|(score, cell)| answered(&|| format!("soglia_{score}"), &cell.verbatim))
        .collect();
    join_steps(targets, &answers, context);
}

impl Words<'_> {
    fn phrase(&self) -> &str {
        self.answer.unwrap_or(self.written)
    }

    fn read(&self, context: Context) -> Result<Target, Question> {
        read(self.phrase(), context).map_err(|question| self.asked(question))
    }

    /// A question about an answer says so: whoever gave it thought that it was clear.
    fn asked(&self, question: Question) -> Question {
        if self.answer.is_none() {
            return question;
        }
        Question {
            kind: &kinds::ANSWER_NOT_UNDERSTOOD,
            params: [question.params, vec![("written", self.written.to_owned())]].concat(),
            raised: question.raised,
        }
    }
}

/// Joins the target for the year and the steps below it into one target with steps. A step that
/// is not understood is asked itself, and the target with it: a part of it would be a guess.
fn join_steps(targets: &mut Targets, answers: &[Option<&str>], context: Context) {
    for (_, cell) in &mut targets.steps {
        cell.meaning = Meaning::Unread;
    }
    let Some(first) = &mut targets.year else { return };
    let Meaning::Read(target) = &first.meaning else { return };
    if targets.steps.is_empty() {
        return;
    }
    let top = match top(target) {
        Ok(top) => top,
        Err(question) => {
            first.meaning = Meaning::Asked(question);
            return;
        }
    };
    let comparison = match &top.threshold {
        Threshold::Level(comparison, _) => Some(*comparison),
        _ => None,
    };
    let measure = top.measure.clone();
    let (mut joined, mut open) = (vec![top], None);
    for ((score, cell), answer) in targets.steps.iter_mut().rev().zip(answers.iter().rev()) {
        let words = Words { written: &cell.verbatim, answer: *answer };
        let step = step(&words, comparison, context).map(|threshold| Step {
            score: *score,
            threshold,
            measure: measure.clone(),
        });
        let fits = step.and_then(|step| {
            joined.push(step);
            if cells::ease(&joined) {
                return Ok(joined[joined.len() - 1].threshold.clone());
            }
            joined.pop();
            Err(words.asked(mixed(words.phrase())))
        });
        cell.meaning = match fits {
            Ok(threshold) => Meaning::Read(alone(threshold, measure.clone())),
            Err(question) => {
                open = open.or(Some(question.clone()));
                Meaning::Asked(question)
            }
        };
    }
    first.meaning = match open {
        None => Meaning::Read(Target::Steps(joined)),
        Some(question) => Meaning::Asked(question),
    };
}

fn mixed(found: &str) -> Question {
    let params = vec![("found", found.to_owned())];
    Question { kind: &kinds::TARGET_STEPS_MIXED, params, raised: None }
}

/// The step that the target itself is.
fn top(target: &Target) -> Result<Step, Question> {
    let (threshold, measure) = match target {
        Target::Level { comparison, level, .. } if *comparison != Comparison::Exactly => {
            (Threshold::Level(*comparison, level.number), level.measure.clone())
        }
        Target::By(due) if due.day.date().is_some() => (Threshold::By(due.day.clone()), None),
        _ => return Err(mixed(&target.normal())),
    };
    Ok(Step { score: Decimal::ONE_HUNDRED, threshold, measure })
}

fn step(
    words: &Words<'_>,
    comparison: Option<Comparison>,
    context: Context,
) -> Result<Threshold, Question> {
    cells::threshold(words.phrase(), comparison, context).map_err(|question| {
        // As a target of its own it is asked with all that could be meant.
        let whole = read(words.phrase(), context).err();
        let whole = whole.filter(|whole| whole.kind == question.kind);
        words.asked(
            whole.unwrap_or_else(|| Question { kind: question.kind, ..mixed(words.phrase()) }),
        )
    })
}

/// A step as a target of its own.
fn alone(threshold: Threshold, measure: Option<Box<str>>) -> Target {
    match threshold {
        Threshold::Level(comparison, number) => Target::Level {
            comparison,
            level: Quantity { number, measure },
            about: About::default(),
        },
        Threshold::By(day) => Target::By(Due { day, what: None }),
        Threshold::Judgement(_) => Target::Judgement,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_steps(target: &str, steps: &[(u8, &str)], direction: Direction) -> String {
        let mut targets = Targets { year: Some(Expected::written(target)), ..Targets::default() };
        for (score, text) in steps {
            targets.steps.insert((*score).into(), Expected::written(*text));
        }
        let context = Context { direction: Some(direction), year: Some(2020) };
        understand_row(&mut targets, context, ("I", None), &HashMap::new());
        match targets.year.unwrap().meaning {
            Meaning::Read(target) => target.normal(),
            Meaning::Asked(question) => format!("? {}", question.kind.name),
            Meaning::Unread => "unread".to_owned(),
        }
    }

    #[test]
    fn steps_join_the_target_above_them() {
        use Direction::{Down, Up};
        let days = with_steps("28 gg", &[(80, "29 gg"), (60, "30 gg")], Down);
        assert_eq!(days, "100: <= 28 | 80: <= 29 | 60: <= 30");
        let dates = with_steps("entro 31/07/2020", &[(80, "30/09/2020")], Up);
        assert_eq!(dates, "100: by 2020-07-31 | 80: by 2020-09-30");
        assert_eq!(with_steps("10", &[(80, "12")], Up), "? target-steps-mixed");
        assert_eq!(with_steps("10", &[(80, "30/09/2020")], Up), "? target-steps-mixed");
        assert_eq!(with_steps("fra 3 e 5", &[(80, "2")], Up), "? target-steps-mixed");
        assert_eq!(with_steps("10", &[(80, "molti")], Up), "? target-not-understood");
    }

    #[test]
    fn a_deadline_without_a_year_is_of_the_year_of_its_column() {
        let mut plan = crate::sample::plan();
        let targets = &mut plan.uses[0].details.targets;
        targets.other_years.insert(2021, Expected::written("entro il 30 settembre"));
        plan.understand();
        let target = plan.uses[0].details.targets.other_years[&2021].target().unwrap();
        assert_eq!(target.normal(), "by 2021-09-30");
    }

    #[test]
    fn an_answer_stands_for_what_was_written() {
        let mut plan = crate::sample::plan();
        let used = &mut plan.uses[0];
        used.details.targets.year = Some(Expected::written("≥ 20 % 020"));
        plan.answers.push(Answer {
            code: used.indicator.clone(),
            parent: Some(used.node.clone()),
            column: "target".to_owned(),
            written: "≥ 20 % 020".to_owned(),
            means: ">= 20 %".to_owned(),
            by: None,
            on: None,
            row: 0,
        });
        plan.understand();
        let year = plan.uses[0].details.targets.year.as_ref().unwrap();
        assert_eq!(year.target().unwrap().normal(), ">= 20");
        assert_eq!(year.verbatim, "≥ 20 % 020");
        plan.answers[0].means = "boh".to_owned();
        plan.understand();
        let year = plan.uses[0].details.targets.year.as_ref().unwrap();
        let Meaning::Asked(question) = &year.meaning else { panic!("{year:?}") };
        assert_eq!(question.kind.name, "answer-not-understood");
    }
}

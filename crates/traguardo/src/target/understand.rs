//! Reading all targets of a plan: each text with what its indicator and the answers say of it.
//! Not here: the language itself, see [`super::phrase`].

use hashbrown::HashMap;

use super::answer::Answer;
use super::phrase::{Context, cells, read};
use super::{Comparison, Expected, Meaning, Question, Step, Target, Threshold};
use crate::indicator::Direction;
use crate::issue::kinds;
use crate::number::Decimal;
use crate::plan::{Plan, Targets};

type AnswerKey<'a> = (&'a str, Option<&'a str>, &'a str, &'a str);

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
        for used in &mut self.uses {
            let direction = directions.get(used.indicator.as_str()).copied().flatten();
            let who = (used.indicator.as_str(), Some(used.node.as_str()));
            understand_row(&mut used.details.targets, Context { direction, year }, who, &answers);
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
        answer.written.as_str(),
    );
    (key, answer.means.as_str())
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
        let column = column();
        let of = |parent| answers.get(&(code, parent, column.as_str(), verbatim)).copied();
        of(parent).or_else(|| of(None))
    };
    let understand_cell = |cell: &mut Expected, column: &dyn Fn() -> String| {
        let answer = answered(column, &cell.verbatim);
        cell.meaning = match read(answer.unwrap_or(&cell.verbatim), context) {
            Ok(target) => Meaning::Read(target),
            Err(question) if answer.is_some() => Meaning::Asked(Question {
                kind: &kinds::ANSWER_NOT_UNDERSTOOD,
                params: [question.params, vec![("written", cell.verbatim.clone())]].concat(),
                proposals: question.proposals,
            }),
            Err(question) => Meaning::Asked(question),
        };
    };
    for (year, cell) in &mut targets.other_years {
        understand_cell(cell, &|| format!("target_{year}"));
    }
    for (date, cell) in &mut targets.periodic {
        understand_cell(cell, &|| format!("periodico_{date}"));
    }
    if let Some(cell) = &mut targets.year {
        understand_cell(cell, &|| "target".to_owned());
    }
    let mut steps = Vec::with_capacity(targets.steps.len());
    for (score, cell) in targets.steps.iter_mut().rev() {
        let phrase = answered(&|| format!("soglia_{score}"), &cell.verbatim);
        steps.push((*score, phrase.unwrap_or(&cell.verbatim).to_owned()));
        cell.meaning = Meaning::Unread;
    }
    join_steps(targets, &steps, context);
}

/// Joins the target for the year and the steps below it into one target with steps. A step that
/// is not understood makes the target itself a question: a part of it would be a guess.
fn join_steps(targets: &mut Targets, steps: &[(Decimal, String)], context: Context) {
    let Some(first) = &mut targets.year else { return };
    let (Meaning::Read(target), false) = (&first.meaning, steps.is_empty()) else { return };
    first.meaning = match steps_below(target, steps, context) {
        Ok(joined) => Meaning::Read(Target::Steps(joined)),
        Err(question) => Meaning::Asked(question),
    };
}

fn steps_below(
    target: &Target,
    texts: &[(Decimal, String)],
    context: Context,
) -> Result<Vec<Step>, Question> {
    let asked = |kind, found: &str| Question {
        kind,
        params: vec![("found", found.to_owned())],
        proposals: Vec::new(),
    };
    let (top, comparison, measure) = match target {
        Target::Level { comparison, level, .. } if *comparison != Comparison::Exactly => {
            let threshold = Threshold::Level(*comparison, level.number);
            (threshold, Some(*comparison), level.measure.clone())
        }
        Target::By(due) if due.day.date().is_some() => (Threshold::By(due.day.clone()), None, None),
        _ => return Err(asked(&kinds::TARGET_STEPS_MIXED, &target.normal())),
    };
    let mut steps =
        vec![Step { score: Decimal::ONE_HUNDRED, threshold: top, measure: measure.clone() }];
    for (score, text) in texts {
        let threshold = cells::threshold(text, comparison, context)
            .map_err(|question| asked(question.kind, text))?;
        steps.push(Step { score: *score, threshold, measure: measure.clone() });
        if !cells::ease(&steps) {
            return Err(asked(&kinds::TARGET_STEPS_MIXED, text));
        }
    }
    Ok(steps)
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

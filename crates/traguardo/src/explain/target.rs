//! What an explanation says of a target: as written, its steps, and the answer it was read with.
//! Not here: the reading and the formula, see [`super::leaf`].

use crate::number;
use crate::plan::Use;
use crate::report::Report;
use crate::score::Applied;
use crate::text::Sentence;

/// The sentences on the target in force of a use, in their order.
pub(super) fn sentences(report: &Report<'_>, used: usize) -> Vec<Sentence> {
    let Some(verbatim) = report.target(used).map(|target| target.verbatim.clone()) else {
        return Vec::new();
    };
    let of = &report.plan.uses[used];
    let (first, column) = match report.scores.uses[used].applied {
        Applied::None => return Vec::new(),
        Applied::Year => (Sentence::new("why-target-year"), "target".to_owned()),
        Applied::Periodic(date) => {
            (Sentence::new("why-target-periodic").with("date", date), format!("periodico_{date}"))
        }
    };
    let steps = match report.scores.uses[used].applied {
        Applied::Year => steps(of),
        _ => None,
    };
    let answer = answer(report, of, &column, &verbatim);
    std::iter::once(first.with("target", verbatim)).chain(steps).chain(answer).collect()
}

/// The steps below the target of the year, the highest first: `80 con «4,80 gg»`.
fn steps(used: &Use) -> Option<Sentence> {
    let steps = used.details.targets.steps.iter().rev();
    let written: Vec<String> = steps
        .map(|(score, step)| format!("{}: «{}»", number::format(*score), step.verbatim))
        .collect();
    (!written.is_empty()).then(|| Sentence::new("why-steps").with("steps", written.join(", ")))
}

/// Who said what a doubtful target means.
fn answer(report: &Report<'_>, used: &Use, column: &str, verbatim: &str) -> Option<Sentence> {
    let is_of_it = |parent: Option<&str>| parent.is_none_or(|parent| parent == used.node);
    let answer = report.plan.answers.iter().find(|answer| {
        answer.code == used.indicator
            && is_of_it(answer.parent.as_deref())
            && answer.column == column
            && answer.written == verbatim
    })?;
    let sentence = Sentence::new(match (&answer.by, answer.on) {
        (Some(_), Some(_)) => "why-answer-by-on",
        (Some(_), None) => "why-answer-by",
        (None, _) => "why-answer",
    });
    let sentence = sentence.with("means", answer.means.clone());
    Some(match (&answer.by, answer.on) {
        (Some(by), Some(on)) => sentence.with("by", by.clone()).with("date", on),
        (Some(by), None) => sentence.with("by", by.clone()),
        (None, _) => sentence,
    })
}

#[cfg(test)]
mod tests {
    use crate::explain::{Subject, explain};
    use crate::period::parse_date;
    use crate::report::Report;
    use crate::target::Expected;
    use crate::target::answer::Answer;
    use crate::text::{Lang, Texts};
    use crate::{rules::Rules, sample};

    #[test]
    fn a_target_says_its_steps_and_who_said_what_it_means() {
        let mut plan = sample::plan();
        let targets = &mut plan.uses[1].details.targets;
        targets.year = Some(Expected::written("circa 600"));
        targets.periodic.clear();
        targets.steps.insert(80.into(), Expected::written("500"));
        targets.steps.insert(60.into(), Expected::written("400"));
        plan.answers.push(Answer {
            code: "PART".to_owned(),
            parent: Some("301".to_owned()),
            column: "target".to_owned(),
            written: "circa 600".to_owned(),
            means: ">= 600".to_owned(),
            by: Some("Controllo di gestione".to_owned()),
            on: parse_date("21/07/2020").ok(),
            row: 0,
        });
        plan.understand();
        let (readings, rules) = (sample::readings(), Rules::default());
        let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
        let words = Texts::of(Lang::It);
        let said = explain(&report, Subject::Use(1)).sentences;
        let said: Vec<String> = said.iter().take(3).map(|s| words.sentence(s)).collect();
        assert_eq!(
            said,
            [
                "Target dell'anno: «circa 600».",
                "Soglie sotto il target: 80: «500», 60: «400».",
                "Chiarito il 21 luglio 2020 da Controllo di gestione: significa «>= 600».",
            ]
        );
    }
}

//! Answers to the questions of targets, when the plan around them changes.
//! Not here: taking an answer, see [`crate::question`].

use crate::plan::Plan;
use crate::question;

/// Takes the answers to the questions of a use along to the node that uses the indicator now.
pub(super) fn follow(plan: &mut Plan, indicator: &str, (from, to): (&str, &str)) {
    let of_the_row = |answer: &&mut crate::target::answer::Answer| {
        answer.code == indicator && answer.parent.as_deref() == Some(from)
    };
    for answer in plan.answers.iter_mut().filter(of_the_row) {
        answer.parent = Some(to.to_owned());
    }
}

/// Takes answers out whose row is gone.
pub(super) fn forget_orphans(plan: &mut Plan) {
    let answers = std::mem::take(&mut plan.answers);
    let is_there = |answer: &crate::target::answer::Answer| {
        question::target(plan, &answer.code, answer.parent.as_deref(), &answer.column).is_some()
            || answer.parent.is_none() && plan.uses.iter().any(|u| u.indicator == answer.code)
    };
    let stay = answers.into_iter().filter(is_there).collect();
    plan.answers = stay;
}

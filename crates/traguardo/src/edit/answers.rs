//! Answers to the questions of targets, when the plan around them changes.
//! Not here: taking an answer, see [`crate::question`].

use crate::plan::Plan;
use crate::question;

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

//! Context tags: the body's own list of what weighs on a result from outside or inside, and the
//! table of where each was seen. Not here: the words of the default tags, which are texts.

use hashbrown::HashMap;

use super::{Observation, Subject};
use crate::plan::Plan;
use crate::text::Texts;

/// A context tag. The last entry of a code stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tag {
    /// Its code, which observations keep.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it means for targets, in a few words: `0%-50% target`.
    pub adjustment: String,
    /// What the OIV suggests where it was seen.
    pub advice: String,
    /// Whether it can no longer be chosen.
    pub retired: bool,
}

/// Nodes that were seen in the same context, with what that context is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The nodes, by their positions in the plan.
    pub nodes: Vec<usize>,
    /// The tags, by their positions in the list of tags.
    pub tags: Vec<usize>,
}

/// The codes of the default tags, whose words are the texts `desk-tag-<code>`.
const DEFAULTS: [(&str, [&str; 3]); 5] = [
    ("arresto", ["desk-tag-arresto", "desk-tag-arresto-adjustment", "desk-tag-arresto-advice"]),
    ("nuove", ["desk-tag-nuove", "desk-tag-nuove-adjustment", "desk-tag-nuove-advice"]),
    ("conferma", ["desk-tag-conferma", "desk-tag-conferma-adjustment", "desk-tag-conferma-advice"]),
    (
        "efficienza",
        ["desk-tag-efficienza", "desk-tag-efficienza-adjustment", "desk-tag-efficienza-advice"],
    ),
    (
        "sottostimato",
        [
            "desk-tag-sottostimato",
            "desk-tag-sottostimato-adjustment",
            "desk-tag-sottostimato-advice",
        ],
    ),
];

/// The tags of a body that has no list of its own: the five of the chamber of commerce of Modena.
///
/// ```
/// use traguardo::{desk::default_tags, text::{Lang, Texts}};
/// let tags = default_tags(Texts::of(Lang::It));
/// assert_eq!((tags.len(), tags[4].adjustment.as_str()), (5, "adeguamento del target"));
/// ```
#[must_use]
pub fn default_tags(texts: &Texts) -> Vec<Tag> {
    let tag = |(code, [name, adjustment, advice]): (&str, [&'static str; 3])| Tag {
        code: code.to_owned(),
        name: texts.say(name, &[]),
        adjustment: texts.say(adjustment, &[]),
        advice: texts.say(advice, &[]),
        retired: false,
    };
    DEFAULTS.into_iter().map(tag).collect()
}

/// The table of contexts: each tag with the nodes of a level where it was seen, tags with the same
/// nodes together, in the order of the list of tags. Tags that were seen nowhere are left out.
///
/// ```
/// use traguardo::desk::{Observation, Subject, by_context, default_tags};
/// use traguardo::{period::parse_date, sample, text::{Lang, Texts}};
/// let (plan, tags) = (sample::plan(), default_tags(Texts::of(Lang::It)));
/// let mut seen = Observation::blank(parse_date("30/06/2020").unwrap(), Subject::of_node(&plan, 1));
/// seen.tags = vec!["nuove".to_owned(), "arresto".to_owned()];
/// let contexts = by_context(&plan, "obiettivo strategico", &[&seen], &tags);
/// assert_eq!((&contexts[0].nodes[..], &contexts[0].tags[..]), (&[1][..], &[0, 1][..]));
/// ```
#[must_use]
pub fn by_context(plan: &Plan, level: &str, seen: &[&Observation], tags: &[Tag]) -> Vec<Context> {
    let of_node = |one: &&Observation| match &one.subject {
        Subject::Node(node) => Some((node.clone(), one.tags.clone())),
        Subject::Body | Subject::Use { .. } => None,
    };
    let seen: HashMap<String, Vec<String>> = seen.iter().filter_map(of_node).collect();
    let mut contexts: Vec<Context> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let is_seen = |at: &usize| {
            let node = &plan.nodes[*at];
            let tags = seen.get(&node.code).filter(|_| node.level == level);
            tags.is_some_and(|tags| tags.contains(&tag.code))
        };
        let nodes: Vec<usize> = (0..plan.nodes.len()).filter(is_seen).collect();
        if nodes.is_empty() {
            continue;
        }
        match contexts.iter_mut().find(|context| context.nodes == nodes) {
            Some(same) => same.tags.push(at),
            None => contexts.push(Context { nodes, tags: vec![at] }),
        }
    }
    contexts
}

//! Issues of indicators that are one: the same name with other targets, the same ratio twice,
//! two measures in one name. Not here: the same code twice under a node, see [`super::tree`].

use std::borrow::Cow;

use hashbrown::HashMap;

use super::place::{in_plan, of_use};
use super::prose::plain;
use super::subject::Subject;
use crate::issue::{Issue, kinds};
use crate::plan::{Plan, Use};
use crate::target::Expected;
use crate::tree::Tree;

pub(super) fn check(plan: &Plan, tree: &Tree, subjects: &[Subject<'_>], issues: &mut Vec<Issue>) {
    check_targets(subjects, issues);
    check_ratios(subjects, issues);
    check_names(subjects, issues);
    check_titles(plan, tree, issues);
    for subject in subjects {
        check_measures(subject, issues);
    }
}

/// What the year's target of a use says, however it is written.
fn year_target(used: &Use) -> Option<Cow<'_, str>> {
    let expected = used.details.targets.year.as_ref()?;
    Some(match expected.target() {
        Some(target) => Cow::Owned(target.normal()),
        None => Cow::Borrowed(expected.verbatim.trim()),
    })
}

/// One name, one target: the first use of a name is compared with the others of its year.
fn check_targets(subjects: &[Subject<'_>], issues: &mut Vec<Issue>) {
    let mut first_uses: HashMap<(&str, Option<&str>), &Use> = HashMap::new();
    for subject in subjects.iter().filter(|subject| !subject.title.is_empty()) {
        let measure = subject.indicator.measure.as_deref();
        let mut said = false;
        for used in subject.uses.iter().filter(|used| used.details.targets.year.is_some()) {
            let first = *first_uses.entry((&subject.title, measure)).or_insert(*used);
            if said || std::ptr::eq(first, *used) || year_target(first) == year_target(used) {
                continue;
            }
            said = true;
            let place = in_plan(&used.details, &used.indicator, "target");
            let written =
                first.details.targets.year.as_ref().map_or("", |expected| &expected.verbatim);
            issues.push(
                Issue::new(&kinds::INDICATOR_TARGETS_DIFFER, place)
                    .with("found", used.details.targets.year.as_ref().map_or("", verbatim))
                    .with("expected", written)
                    .with("other", &first.node)
                    .first_in(first.details.row),
            );
        }
    }
}

fn verbatim(expected: &Expected) -> &str {
    &expected.verbatim
}

/// Two codes for the same quotient.
fn check_ratios(subjects: &[Subject<'_>], issues: &mut Vec<Issue>) {
    let mut first_subjects: HashMap<(String, Option<&str>), &Subject<'_>> = HashMap::new();
    for subject in subjects {
        let indicator = subject.indicator;
        let formula = indicator.formula.as_deref().and_then(|text| Some((text, ratio(text)?)));
        let title = || Some((indicator.title.as_str(), ratio(&indicator.title)?));
        let column = if formula.is_some() { "formula" } else { "titolo" };
        let Some((text, ratio)) = formula.or_else(title) else { continue };
        let key = (ratio, indicator.measure.as_deref());
        let first = *first_subjects.entry(key).or_insert(subject);
        if !std::ptr::eq(first, subject) {
            issues.push(
                Issue::new(&kinds::INDICATORS_SAME_RATIO, of_use(subject.uses[0], column, text))
                    .with("other", &first.indicator.code)
                    .first_in(first.uses[0].details.row),
            );
        }
    }
}

/// Names that two or more codes have, with the same target: perhaps one indicator, perhaps a name
/// that does not say of what. Each name once; a quotient has been named already.
fn check_names(subjects: &[Subject<'_>], issues: &mut Vec<Issue>) {
    let mut firsts: HashMap<&str, &Subject<'_>> = HashMap::with_capacity(subjects.len());
    let mut seconds: Vec<(&Subject<'_>, &Subject<'_>)> = Vec::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for subject in subjects.iter().filter(|subject| !subject.title.is_empty()) {
        let first = *firsts.entry(&subject.title).or_insert(subject);
        if std::ptr::eq(first, subject) {
            continue;
        }
        let count = counts.entry(&subject.title).or_insert(1);
        *count += 1;
        if *count == 2 {
            seconds.push((first, subject));
        }
    }
    for (first, second) in seconds {
        let quotient = ratio(&second.indicator.title).is_some();
        if quotient || year_target(first.uses[0]) != year_target(second.uses[0]) {
            continue;
        }
        let place = of_use(second.uses[0], "titolo", &second.indicator.title);
        let count = counts.get(second.title.as_str()).copied().unwrap_or_default();
        issues.push(
            Issue::new(&kinds::INDICATOR_NAME_TWICE, place)
                .with("other", &first.indicator.code)
                .first_in(first.uses[0].details.row)
                .with("count", count.to_string()),
        );
    }
}

/// Words that do not tell one quantity from another.
const FILLING: [&str; 34] = [
    "di", "del", "dello", "della", "dei", "degli", "delle", "dell", "il", "lo", "la", "i", "gli",
    "le", "l", "a", "al", "alla", "da", "dal", "in", "nel", "nell", "nella", "per", "con", "su",
    "e", "n", "nr", "numero", "100", "x100", "%",
];

/// The words of a quotient, above and below the line, whatever their order; `None` where the text
/// is no quotient.
fn ratio(text: &str) -> Option<String> {
    if !text.contains('/') {
        return None;
    }
    let mut sides = Vec::new();
    for side in text.split('/') {
        let side = plain(side);
        let mut words: Vec<&str> =
            side.split(' ').filter(|w| !w.is_empty() && !FILLING.contains(w)).collect();
        words.sort_unstable();
        words.dedup();
        // Nothing but digits on a side: `al 31/12/2019`, `112/120`.
        if words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
            return None;
        }
        sides.push(words.join(" "));
    }
    Some(sides.join(" / "))
}

/// Two siblings of one name are hard to tell apart on every page.
fn check_titles(plan: &Plan, tree: &Tree, issues: &mut Vec<Issue>) {
    let mut first_nodes: HashMap<(&str, &str, String), usize> = HashMap::new();
    for (at, node) in plan.nodes.iter().enumerate() {
        let title = plain(&node.title);
        if title.is_empty() || node.details.is_out() || tree.is_faulty_node(at) {
            continue;
        }
        let key = (node.parent.as_deref().unwrap_or_default(), node.level.as_str(), title);
        let first = *first_nodes.entry(key).or_insert(at);
        if first != at {
            let other = &plan.nodes[first];
            issues.push(
                Issue::new(&kinds::NODE_TITLE_TWICE, super::place::of_node(node, "titolo"))
                    .with("other", &other.code)
                    .first_in(other.details.row),
            );
        }
    }
}

/// What a word counts, where it is the name of a measure.
fn measure_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "%" | "percentuale" | "perc" => "%",
        "giorni" | "gg" | "giorno" | "giornate" => "gg",
        "ore" | "ora" => "ore",
        "€" | "euro" | "eur" => "€",
        "n" | "n°" | "nr" | "num" | "numero" => "n",
        _ => return None,
    })
}

/// Whether a text names a per cent at all: few do, and all are asked.
fn may_be_divided(text: &str) -> bool {
    let is_perc = |four: &[u8]| four.eq_ignore_ascii_case(b"perc");
    text.contains('%') || text.as_bytes().windows(4).any(is_perc)
}

/// A per cent is a quotient already: beside it in a name nothing else can be divided by it.
fn check_measures(subject: &Subject<'_>, issues: &mut Vec<Issue>) {
    let used = subject.uses[0];
    let title = used.title.as_deref().unwrap_or(&subject.indicator.title);
    let cells = [("titolo", Some(title)), ("unita", subject.indicator.measure.as_deref())];
    for (column, text) in cells {
        let Some(text) = text.filter(|text| text.len() < 2_000 && may_be_divided(text)) else {
            continue;
        };
        let spaced = text.to_lowercase().replace("%", " % ").replace(" e ", " / ");
        let pieces = spaced.split(['/', ';', '+']);
        let mut first: Option<&'static str> = None;
        let mut second = None;
        for piece in pieces {
            let word = piece.split_whitespace().next().unwrap_or_default();
            let Some(measure) = measure_of(word.trim_end_matches('.')) else { continue };
            match first {
                None => first = Some(measure),
                Some(own) if own != measure && measure == "%" => second = Some((own, measure)),
                Some(_) => {}
            }
        }
        if let Some((one, other)) = second {
            issues.push(
                Issue::new(&kinds::INDICATOR_TWO_MEASURES, of_use(used, column, text))
                    .with("one", one)
                    .with("other", other),
            );
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_is_known_by_its_words_above_and_below_the_line() {
        let same = |one: &str, other: &str| ratio(one).is_some() && ratio(one) == ratio(other);
        assert!(same(
            "N. pratiche evase / N. pratiche ricevute",
            "pratiche evase/pratiche ricevute"
        ));
        assert!(same("domande accolte / totale delle domande", "Domande accolte/domande totale"));
        assert!(!same("pratiche evase / pratiche ricevute", "pratiche ricevute / pratiche evase"));
        assert_eq!(ratio("conteggio delle pratiche"), None);
    }
}

//! Issues of acts (`atto`): without number or date, with two dates, or contradicting each other.
//! Not here: what an act changed.

use hashbrown::HashMap;

use super::place::in_plan;
use super::prose;
use crate::issue::{Cell, Issue, Kind, Place, Table, kinds};
use crate::period::{Date, parse_date};
use crate::plan::{Details, Plan};

/// An act as it is cited in a cell, and how often.
struct Cited<'a> {
    text: &'a str,
    place: Place,
    row: u32,
    count: usize,
    act: Act,
}

/// What a citation says of an act.
#[derive(Debug, PartialEq, Eq)]
struct Act {
    organ: &'static str,
    number: Option<String>,
    dates: Vec<Date>,
    /// Whether the year stands beside the number: `97/2018`.
    with_year: bool,
}

pub(super) fn check(plan: &Plan, issues: &mut Vec<Issue>) {
    let cited = cited(plan);
    let mut say = |kind: &'static Kind, citation: &Cited<'_>, count: usize| {
        let count = if count == 1 { "one".to_owned() } else { count.to_string() };
        let issue = Issue::new(kind, citation.place.clone());
        issues.push(issue.with("found", citation.text).with("count", count));
    };
    for (citation, count) in without_number(&cited) {
        say(&kinds::ACT_WITHOUT_NUMBER, citation, count);
    }
    for citation in &cited {
        let Act { number, dates, with_year, .. } = &citation.act;
        if number.is_some() && dates.is_empty() && !with_year {
            say(&kinds::ACT_WITHOUT_DATE, citation, citation.count);
        }
        if dates.len() > 1 {
            say(&kinds::ACT_WITH_TWO_DATES, citation, citation.count);
        }
    }
    check_contradictions(&cited, issues);
}

/// The day of the act of a row, where it cites one act with one date.
pub(super) fn only_date(details: &Details) -> Option<Date> {
    let [text] = details.acts.as_slice() else { return None };
    match Act::of(text).dates.as_slice() {
        [date] => Some(*date),
        _ => None,
    }
}

/// The acts that a plan cites, each wording once.
fn cited(plan: &Plan) -> Vec<Cited<'_>> {
    let mut cited: Vec<Cited<'_>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    let nodes = plan.nodes.iter().map(|node| (&node.details, &node.code));
    let uses = plan.uses.iter().map(|used| (&used.details, &used.indicator));
    let mut rows: Vec<(&Details, &String)> = nodes.chain(uses).collect();
    rows.retain(|(details, _)| !details.acts.is_empty());
    rows.sort_by_key(|(details, _)| details.row);
    let in_rows = rows.into_iter().flat_map(|(details, code)| {
        let place = move |text: &str| in_plan(details, code, "atto").under(text);
        details.acts.iter().map(move |text| (text.as_str(), place(text), details.row))
    });
    let in_events = plan.events.iter().filter_map(|event| {
        let text = event.act.as_deref()?;
        let place = Place::table(Table::Events).row(event.row).column("atto").code(&event.name);
        Some((text, place.cell(Cell::whole(text)), event.row))
    });
    for (text, place, row) in in_rows.chain(in_events) {
        match known.get(text) {
            Some(at) => cited[*at].count += 1,
            None => {
                known.insert(text, cited.len());
                cited.push(Cited { text, place, row, count: 1, act: Act::of(text) });
            }
        }
    }
    cited
}

/// The acts without a number, each once however it is worded: an organ and a day are one act.
fn without_number<'a, 'p>(cited: &'a [Cited<'p>]) -> Vec<(&'a Cited<'p>, usize)> {
    let mut found: Vec<(&Cited<'_>, usize)> = Vec::new();
    let mut known: HashMap<(&str, &[Date], &str), usize> = HashMap::new();
    for citation in cited.iter().filter(|citation| citation.act.number.is_none()) {
        let Act { organ, dates, .. } = &citation.act;
        let wording = if dates.is_empty() { citation.text } else { "" };
        let at = *known.entry((organ, dates, wording)).or_insert(found.len());
        match found.get_mut(at) {
            Some((_, count)) => *count += citation.count,
            None => found.push((citation, citation.count)),
        }
    }
    found
}

/// The organs that adopt acts, by the words with which they are cited.
const ORGANS: [(&str, &str); 17] = [
    ("giunta", "giunta"),
    ("gc", "giunta"),
    ("dgc", "giunta"),
    ("dg", "giunta"),
    ("consiglio", "consiglio"),
    ("cc", "consiglio"),
    ("dcc", "consiglio"),
    ("presidente", "presidente"),
    ("presidenziale", "presidente"),
    ("segretario", "segretario"),
    ("dirigente", "dirigente"),
    ("dirigenziale", "dirigente"),
    ("commissario", "commissario"),
    ("commissariale", "commissario"),
    ("sindaco", "sindaco"),
    ("direttore", "direttore"),
    ("rettore", "rettore"),
];

impl Act {
    fn of(text: &str) -> Self {
        let mut dates: Vec<Date> = prose::dates(text).into_iter().filter_map(|f| f.date).collect();
        dates.dedup();
        let (mut organ, mut number, mut with_year) = ("", None, false);
        let (mut announced, mut after_organ) = (false, false);
        for word in prose::words(text) {
            let lower = word.text.to_lowercase();
            // `Del.GC` is two words for whoever wrote it.
            let named = lower.split('.').find_map(organ_of);
            if let Some(named) = named {
                (organ, after_organ) = (named, true);
                continue;
            }
            let short = ["n.", "n°", "nr.", "n"].iter().find_map(|n| lower.strip_prefix(n));
            let digits = short.unwrap_or(&lower);
            let bare = matches!(lower.as_str(), "n" | "n°" | "nr" | "num" | "numero");
            let said = announced || after_organ || digits.len() < lower.len();
            (announced, after_organ) = (bare, false);
            if number.is_none() && said && !bare && parse_date(word.text).is_err() {
                let (own, year) = digits.split_once(['/', '-']).unwrap_or((digits, ""));
                let is_number = |part: &str| {
                    !part.is_empty() && part.len() <= 6 && part.bytes().all(|b| b.is_ascii_digit())
                };
                if is_number(own) && (year.is_empty() || is_number(year)) {
                    (number, with_year) = (Some(own.to_owned()), !year.is_empty());
                }
            }
        }
        Self { organ, number, dates, with_year }
    }
}

fn organ_of(word: &str) -> Option<&'static str> {
    ORGANS.iter().find(|(cited, _)| *cited == word).map(|(_, organ)| *organ)
}

/// The same day with two numbers, the same number with two days, and of two days of one month the
/// one without a number.
fn check_contradictions(cited: &[Cited<'_>], issues: &mut Vec<Issue>) {
    let mut by_day: HashMap<(&str, Date), Vec<usize>> = HashMap::new();
    let mut by_number: HashMap<(&str, &str, i16), Vec<usize>> = HashMap::new();
    let mut by_month: HashMap<(&str, i16, i8), Vec<usize>> = HashMap::new();
    for (at, Cited { act, .. }) in cited.iter().enumerate() {
        let (Some(date), false) = (act.dates.first(), act.organ.is_empty()) else { continue };
        by_month.entry((act.organ, date.year(), date.month())).or_default().push(at);
        if let Some(number) = &act.number {
            by_day.entry((act.organ, *date)).or_default().push(at);
            by_number.entry((act.organ, number, date.year())).or_default().push(at);
        }
    }
    let mut said = vec![false; cited.len()];
    let mut odd_ones: Vec<(usize, usize, &'static str)> = Vec::new();
    let number = |at: usize| cited[at].act.number.as_deref();
    let day = |at: usize| cited[at].act.dates.first().copied();
    for group in by_day.values() {
        odd_ones.extend(odd(cited, group, number).map(|(odd, other)| (odd, other, "number")));
    }
    for group in by_number.values() {
        odd_ones.extend(odd(cited, group, day).map(|(odd, other)| (odd, other, "day")));
    }
    for group in by_month.values() {
        let numberless = |(odd, _): &(usize, usize)| cited[*odd].act.number.is_none();
        odd_ones.extend(
            odd(cited, group, day).filter(numberless).map(|(odd, other)| (odd, other, "month")),
        );
    }
    odd_ones.sort_unstable();
    for (odd, other, what) in odd_ones {
        if !std::mem::replace(&mut said[odd], true) {
            issues.push(
                Issue::new(&kinds::ACTS_CONTRADICT, cited[odd].place.clone())
                    .with("found", cited[odd].text)
                    .with("other", cited[other].text)
                    .with("first", cited[other].row.to_string())
                    .with("what", what),
            );
        }
    }
}

/// The citations of a group that say otherwise than the one cited most often; of equals, the first
/// one counts, and one with a number before one without.
fn odd<'a, T: PartialEq>(
    cited: &'a [Cited<'_>],
    group: &'a [usize],
    says: impl Fn(usize) -> T + 'a,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let rank = |at: &usize| {
        let Cited { act, count, .. } = &cited[*at];
        (act.number.is_some(), *count, std::cmp::Reverse(*at))
    };
    let most = group.iter().copied().max_by_key(rank);
    group.iter().filter_map(move |at| {
        let most = most?;
        (says(*at) != says(most)).then_some((*at, most))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(text: &str) -> String {
        let Act { organ, number, dates, with_year } = Act::of(text);
        let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
        format!("{organ} {} {} {with_year}", number.unwrap_or("-".to_owned()), dates.join("+"))
    }

    #[test]
    fn organ_number_and_date_are_read_as_offices_cite_them() {
        for (text, expected) in [
            ("deliberazione della Giunta n. 97 del 26 luglio 2018", "giunta 97 2018-07-26 false"),
            ("deliberazione della Giunta n. del 31 gennaio 2019", "giunta - 2019-01-31 false"),
            ("deliberazione della Giunta n. del 25 luglio 2019 (1)", "giunta - 2019-07-25 false"),
            ("D GC 81 25.07.2019", "giunta 81 2019-07-25 false"),
            ("Modifica azioni PdP Del.GC 25/07/2019", "giunta - 2019-07-25 false"),
            ("Delibera di Consiglio n.12/2020", "consiglio 12  true"),
            ("Determinazione dirigenziale n° 5 del 1/3/2021", "dirigente 5 2021-03-01 false"),
            ("rolling annuale 2018", " -  false"),
            ("Giunta n. 4 del 1/2/2020 e del 3/4/2020", "giunta 4 2020-02-01+2020-04-03 false"),
        ] {
            assert_eq!(act(text), expected, "{text}");
        }
    }
}

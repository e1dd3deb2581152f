//! The years of a plan side by side: what was expected and observed in each, and which act changed
//! what. Not here: how a score came about, which each figure leads to.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use traguardo::period::Date;
use traguardo::plan::{Details, Status};
use traguardo::reading::{Reading, ReadingIndex};
use traguardo::score::PartOf;

use crate::figure::{Figure, Mark};
use crate::filter_form::FilterForm;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::rich::Rich;
use crate::selection::{self, Filters, Selection, status_code};
use crate::show;
use crate::view::View;
use crate::words::{capital, digits};

const ASKED: [&str; 5] = ["missione", "ambito", "ufficio", "pira", "stato"];

#[derive(Template)]
#[template(path = "years.html")]
struct YearsPage {
    frame: Frame,
    sentence: Rich,
    note: String,
    filters: FilterForm,
    none: Option<String>,
    years: Vec<Year>,
    groups: Vec<Group>,
}

/// A column.
#[derive(Clone)]
struct Year {
    year: i16,
    label: String,
    note: String,
    is_plan: bool,
}

/// The rows of one mission, or of one node at the top where the plan has no missions.
struct Group {
    id: usize,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    is_node: bool,
    /// The nodes above, on the row of a node.
    path: String,
    title: String,
    url: String,
    minor: String,
    cells: Vec<Cell>,
    status: Option<Mark>,
    acts: Vec<String>,
    is_out: bool,
}

struct Cell {
    label: String,
    target: String,
    actual: String,
    figure: Option<Figure>,
    is_plan: bool,
}

impl Cell {
    fn is_empty(&self) -> bool {
        self.target.is_empty() && self.actual.is_empty() && self.figure.is_none()
    }
}

/// The page.
#[must_use]
pub fn page(view: &View<'_>, filters: &Filters) -> Response {
    let words = view.words;
    let selection = Selection::of(view);
    let shown = Shown {
        view,
        years: years(view),
        readings: view.report.readings.index(),
        selection: &selection,
    };
    let rows = shown.rows(filters);
    let title = words.say("years-title");
    let path = ["quadro-pluriennale"];
    let choices = selection.choices(view, filters, &ASKED);
    let spot = Spot { path: &path, menu: path[0] };
    let page = YearsPage {
        frame: Frame::plan(view, &title, spot).with_query(&filters.query()),
        sentence: Rich::sentences(&sentences(view, &shown.years, &rows)),
        note: words.say("years-note"),
        filters: FilterForm::new(view, &path, choices, filters),
        none: rows.is_empty().then(|| words.say("filter-none")),
        groups: shown.groups(&rows),
        years: shown.years,
    };
    answer(&page, words.lang())
}

/// Whether a plan has more than one year to show.
#[must_use]
pub fn is_there(view: &View<'_>) -> bool {
    let plan = view.report.plan;
    plan.horizon.iter().any(|year| *year != plan.year)
        || plan.uses.iter().any(|used| !used.details.targets.other_years.is_empty())
        || plan.nodes.iter().any(|node| !node.details.targets.other_years.is_empty())
}

/// The years of the horizon and those with targets.
fn years(view: &View<'_>) -> Vec<Year> {
    let plan = view.report.plan;
    let nodes = plan.nodes.iter().flat_map(|node| node.details.targets.other_years.keys());
    let uses = plan.uses.iter().flat_map(|used| used.details.targets.other_years.keys());
    let mut years: Vec<i16> = plan.horizon.iter().chain(nodes).chain(uses).copied().collect();
    years.push(plan.year);
    years.sort_unstable();
    years.dedup();
    let note = |year: i16| {
        view.words.say(match year.cmp(&plan.year) {
            std::cmp::Ordering::Less => "years-past",
            std::cmp::Ordering::Equal => "years-present",
            std::cmp::Ordering::Greater => "years-future",
        })
    };
    let column = |year: i16| Year {
        year,
        label: year.to_string(),
        note: note(year),
        is_plan: year == plan.year,
    };
    years.into_iter().map(column).collect()
}

/// A row before it is written out: which group, which row of the plan.
type Found<'a> = (Option<&'a str>, Option<usize>, PartOf);

struct Shown<'a, 'v> {
    view: &'v View<'a>,
    years: Vec<Year>,
    readings: ReadingIndex<'a>,
    selection: &'v Selection<'a>,
}

impl<'a> Shown<'a, '_> {
    /// The rows that fit the filters, each node before its indicators.
    fn rows(&self, filters: &Filters) -> Vec<Found<'a>> {
        let tree = &self.view.report.scores.tree;
        let plan = self.view.report.plan;
        let mut found = Vec::new();
        for &at in &tree.order {
            let fits = |part| self.selection.fits(self.view, part, filters);
            let mut missions: Vec<Option<&str>> = Vec::new();
            let uses: Vec<PartOf> = tree.uses[at].iter().map(|u| PartOf::Use(*u)).collect();
            let uses: Vec<PartOf> = uses.into_iter().filter(|part| fits(*part)).collect();
            let own = PartOf::Node(at);
            let says = has_targets(&plan.nodes[at].details) && fits(own);
            for part in says.then_some(own).into_iter().chain(uses.iter().copied()) {
                let mission = self.selection.belonging(part).mission;
                if !missions.contains(&mission) {
                    missions.push(mission);
                }
            }
            for mission in missions {
                let top = self.selection.nodes[at].top;
                found.push((mission, top, own));
                let of_it = |part: &&PartOf| self.selection.belonging(**part).mission == mission;
                found.extend(uses.iter().filter(of_it).map(|part| (mission, top, *part)));
            }
        }
        found
    }

    fn groups(&self, found: &[Found<'a>]) -> Vec<Group> {
        let view = self.view;
        let plan = view.report.plan;
        let by_mission = found.iter().any(|(mission, ..)| mission.is_some());
        let mut groups: BTreeMap<(bool, &str, usize), Vec<Row>> = BTreeMap::new();
        for (mission, top, part) in found {
            let key = if by_mission {
                (mission.is_none(), mission.unwrap_or_default(), 0)
            } else {
                (top.is_none(), "", top.unwrap_or_default())
            };
            groups.entry(key).or_default().push(self.row(*part));
        }
        let title = |(is_none, mission, top): (bool, &str, usize)| match (by_mission, is_none) {
            (true, false) => {
                let mission = selection::mission(view, mission);
                view.words.tell("years-mission", &[("mission", mission.into())])
            }
            (true, true) => view.words.say("filter-without-mission"),
            (false, false) => {
                let node = &plan.nodes[top];
                format!(
                    "{} {} · {}",
                    capital(&view.words.level(&node.level)),
                    node.code,
                    node.title
                )
            }
            (false, true) => view.words.say("filter-without-place"),
        };
        let group = |(id, (key, rows))| Group { id, title: title(key), rows };
        groups.into_iter().enumerate().map(group).collect()
    }

    fn row(&self, part: PartOf) -> Row {
        let view = self.view;
        let plan = view.report.plan;
        let (details, title, url, minor) = match part {
            PartOf::Node(at) => {
                let node = &plan.nodes[at];
                let level = capital(&view.words.level(&node.level));
                let minor = format!("{level} {}", node.code);
                (&node.details, node.title.clone(), view.addresses.node(&node.code), minor)
            }
            PartOf::Use(at) => {
                let used = &plan.uses[at];
                let title = view.report.use_title(at).to_owned();
                let url = view.addresses.indicator(&used.indicator);
                let weight = used.details.weight.map(|_| view.weight(used.details.weight));
                let weight =
                    weight.map(|w| view.words.tell("years-weight", &[("weight", w.into())]));
                let minor = [Some(used.indicator.clone()), weight].into_iter().flatten();
                (&used.details, title, url, minor.collect::<Vec<_>>().join(" · "))
            }
        };
        Row {
            is_node: matches!(part, PartOf::Node(_)),
            path: self.path(part),
            title,
            url,
            minor,
            cells: self.years.iter().map(|year| self.cell(part, details, year)).collect(),
            status: details.status.map(|status| mark(view, status)),
            acts: details.acts.clone(),
            is_out: details.is_out(),
        }
    }

    /// The titles of the nodes above, the top one apart where the group is of it.
    fn path(&self, part: PartOf) -> String {
        let PartOf::Node(at) = part else { return String::new() };
        let plan = self.view.report.plan;
        let mut path = self.view.report.scores.tree.path(plan, at);
        path.pop();
        let titles = path.into_iter().map(|at| plan.nodes[at].title.as_str());
        titles.collect::<Vec<_>>().join(" › ")
    }

    fn cell(&self, part: PartOf, details: &Details, year: &Year) -> Cell {
        let view = self.view;
        let plan = view.report.plan;
        let label = year.label.clone();
        if year.year == plan.year {
            let target = details.targets.year.as_ref().map(|t| t.verbatim.clone());
            let actual = match part {
                PartOf::Use(at) => show::actual(view, at),
                PartOf::Node(_) => show::Cell::default(),
            };
            let is_read = actual.text != view.words.say("page-no-figure");
            let day = actual.minor.map(|day| format!("{} {day}", actual.text));
            return Cell {
                label,
                target: target.unwrap_or_default(),
                actual: if is_read { day.unwrap_or(actual.text) } else { String::new() },
                figure: (!details.is_out()).then(|| view.part_figure(part)),
                is_plan: true,
            };
        }
        let target = details.targets.other_years.get(&year.year);
        let actual = match part {
            PartOf::Use(at) if year.year < plan.year => self.last(at, year.year),
            _ => None,
        };
        Cell {
            label,
            target: target.map(|t| t.verbatim.clone()).unwrap_or_default(),
            actual: actual.unwrap_or_default(),
            figure: None,
            is_plan: false,
        }
    }

    /// The last reading of an earlier year, each part of it.
    fn last(&self, used: usize, year: i16) -> Option<String> {
        let view = self.view;
        let plan = view.report.plan;
        let of_year = |reading: &&Reading| {
            let own = reading.body.as_deref().is_none_or(|body| body == plan.body.ipa);
            own && reading.date.is_some_and(|date| date.year() == year && date <= view.at())
        };
        let readings = self.readings.of(&plan.uses[used].indicator);
        let mut parts: BTreeMap<Option<u32>, &Reading> = BTreeMap::new();
        for reading in readings.map(|(_, reading)| reading).filter(of_year) {
            parts.insert(reading.part, reading);
        }
        let last = parts.values().filter_map(|reading| reading.date).max()?;
        let texts: Vec<String> =
            parts.values().map(|reading| show::observed(reading, view.words)).collect();
        Some(dated(view, &texts.join("; "), last))
    }
}

/// A reading with its day, where that is not the last of the year.
fn dated(view: &View<'_>, text: &str, day: Date) -> String {
    if (day.month(), day.day()) == (12, 31) {
        return text.to_owned();
    }
    let at = view.words.tell("actual-at", &[("date", digits(day).into())]);
    format!("{text} {at}")
}

/// Whether a node has something of its own to show.
fn has_targets(details: &Details) -> bool {
    let targets = &details.targets;
    targets.year.is_some()
        || !targets.other_years.is_empty()
        || details.status.is_some()
        || !details.acts.is_empty()
}

/// What a revision did, as a mark.
#[must_use]
pub fn mark(view: &View<'_>, status: Status) -> Mark {
    let (shape, tone) = match status {
        Status::Updated => ("half", "blue"),
        Status::Eliminated => ("bar", "red"),
        Status::Inserted => ("square", "green"),
        Status::Confirmed => ("tick", "grey"),
        Status::Neutralised => ("bar", "grey"),
    };
    let word = view.words.say(&format!("status-{}", status_code(Some(status))));
    Mark { word: capital(&word), shape, tone }
}

fn sentences(view: &View<'_>, years: &[Year], found: &[Found<'_>]) -> Vec<String> {
    let plan = view.report.plan;
    let words = view.words;
    let uses = found.iter().filter(|(.., part)| matches!(part, PartOf::Use(_))).count();
    let first = years.first().map(|year| year.label.clone()).unwrap_or_default();
    let last = years.last().map(|year| year.label.clone()).unwrap_or_default();
    let mut sentences = vec![words.tell(
        "years-sentence",
        &[("indicators", uses.into()), ("first", first.into()), ("last", last.into())],
    )];
    let details = |part: &PartOf| match part {
        PartOf::Node(at) => &plan.nodes[*at].details,
        PartOf::Use(at) => &plan.uses[*at].details,
    };
    let count =
        |status| found.iter().filter(|(.., part)| details(part).status == Some(status)).count();
    let changes: Vec<String> = [
        (Status::Updated, "years-updated"),
        (Status::Inserted, "years-inserted"),
        (Status::Eliminated, "years-eliminated"),
        (Status::Neutralised, "years-neutralised"),
    ]
    .into_iter()
    .map(|(status, key)| (count(status), key))
    .filter(|(count, _)| *count > 0)
    .map(|(count, key)| words.tell(key, &[("count", count.into())]))
    .collect();
    if !changes.is_empty() {
        sentences.push(words.tell("years-changes", &[("changes", changes.join(", ").into())]));
    }
    sentences
}

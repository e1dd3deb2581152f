//! Readings against targets over time, as the lines and dots of a drawing.
//! Not here: the figures in words; the table beside the drawing has them all.

use traguardo::number::{self, Decimal};
use traguardo::period::Date;

use crate::history::{Entry, Kind};
use crate::words::digits;

/// A drawing.
#[derive(Debug, Clone)]
pub struct Chart {
    /// What it shows, in words.
    pub title: String,
    /// Straight lines.
    pub lines: Vec<Line>,
    /// The readings joined.
    pub readings: String,
    /// The targets joined.
    pub targets: String,
    /// Readings.
    pub dots: Vec<Point>,
    /// Targets.
    pub ticks: Vec<Point>,
    /// What is written.
    pub texts: Vec<Text>,
}

/// A straight line.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it begins, from the left.
    pub x1: i64,
    /// Where it begins, from above.
    pub y1: i64,
    /// Where it ends, from the left.
    pub x2: i64,
    /// Where it ends, from above.
    pub y2: i64,
    /// Its class.
    pub class: &'static str,
}

/// A place in the drawing.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From above.
    pub y: i64,
}

/// A text.
#[derive(Debug, Clone)]
pub struct Text {
    /// From the left.
    pub x: i64,
    /// From above.
    pub y: i64,
    /// Which of its ends stands there.
    pub anchor: &'static str,
    /// Its class.
    pub class: &'static str,
    /// What it says.
    pub text: String,
}

/// The drawing's edges; `templates/part/history.html` has its size, 760 by 300.
const LEFT: i64 = 120;
const RIGHT: i64 = 640;
const TOP: i64 = 24;
const BOTTOM: i64 = 256;

struct Scale {
    first: Date,
    days: i64,
    low: Decimal,
    span: Decimal,
}

/// Draws what has a number and a day; nothing where that would be fewer than two things.
#[must_use]
pub fn chart(entries: &[Entry], title: String) -> Option<Chart> {
    let mut drawn: Vec<(Date, Decimal, Kind, &str)> = Vec::new();
    for entry in entries {
        if let (Some(date), Some(number)) = (entry.date, entry.number) {
            drawn.push((date, number, entry.kind, &entry.text));
        }
    }
    if drawn.len() < 2 || !drawn.iter().any(|(_, _, kind, _)| *kind == Kind::Reading) {
        return None;
    }
    let step = step(&drawn);
    let scale = scale(&drawn, step)?;
    let mut chart = Chart {
        title,
        lines: Vec::new(),
        readings: String::new(),
        targets: String::new(),
        dots: Vec::new(),
        ticks: Vec::new(),
        texts: Vec::new(),
    };
    draw_axes(&mut chart, &scale, step, &drawn);
    for (date, number, kind, text) in &drawn {
        let point = scale.point(*date, *number)?;
        let is_reading = *kind == Kind::Reading;
        let (points, path) = if is_reading {
            (&mut chart.dots, &mut chart.readings)
        } else {
            (&mut chart.ticks, &mut chart.targets)
        };
        points.push(point);
        path.push_str(&format!("{},{} ", point.x, point.y));
        let (x, anchor) =
            if point.x > 400 { (point.x + 14, "start") } else { (point.x - 14, "end") };
        let class = if is_reading { "label" } else { "" };
        chart.texts.push(Text { x, y: point.y + 5, anchor, class, text: (*text).to_owned() });
    }
    spread(&mut chart.texts);
    Some(chart)
}

impl Scale {
    fn point(&self, date: Date, number: Decimal) -> Option<Point> {
        let days = i64::from((date - self.first).get_days());
        let x = LEFT + (RIGHT - LEFT) * days / self.days.max(1);
        let up = (number - self.low) / self.span * Decimal::from(BOTTOM - TOP);
        Some(Point { x, y: BOTTOM - i64::try_from(up.round()).ok()? })
    }
}

/// The distance of the lines of the grid: 1, 2 or 5 with zeros, about four of them.
fn step(drawn: &[(Date, Decimal, Kind, &str)]) -> Decimal {
    let high = drawn.iter().map(|d| d.1).max().unwrap_or_default().max(Decimal::ZERO);
    let low = drawn.iter().map(|d| d.1).min().unwrap_or_default().min(Decimal::ZERO);
    let wanted = (high - low) / Decimal::from(4);
    let mut power = Decimal::new(1, 6);
    for _ in 0..24 {
        if power * Decimal::TEN > wanted {
            break;
        }
        power *= Decimal::TEN;
    }
    let fits = [1, 2, 5, 10].map(|factor| power * Decimal::from(factor));
    fits.into_iter().find(|step| *step >= wanted).unwrap_or(power * Decimal::TEN)
}

fn scale(drawn: &[(Date, Decimal, Kind, &str)], step: Decimal) -> Option<Scale> {
    let years = drawn.iter().map(|d| d.0.year());
    let first = Date::new(years.clone().min()?, 1, 1).ok()?;
    let last = Date::new(years.max()?, 12, 31).ok()?;
    let high = drawn.iter().map(|d| d.1).max()?.max(Decimal::ZERO);
    let low = drawn.iter().map(|d| d.1).min()?.min(Decimal::ZERO);
    let low = (low / step).floor() * step;
    let span = ((high / step).ceil() * step - low).max(step);
    Some(Scale { first, days: i64::from((last - first).get_days()), low, span })
}

fn draw_axes(
    chart: &mut Chart,
    scale: &Scale,
    step: Decimal,
    drawn: &[(Date, Decimal, Kind, &str)],
) {
    let mut level = scale.low;
    for _ in 0..12 {
        if level > scale.low + scale.span {
            break;
        }
        if let Some(point) = scale.point(scale.first, level) {
            let class = if level.is_zero() { "axis" } else { "grid" };
            chart.lines.push(Line { x1: LEFT, y1: point.y, x2: RIGHT, y2: point.y, class });
            let text = number::format(level.normalize());
            chart.texts.push(Text { x: LEFT - 12, y: point.y + 5, anchor: "end", class: "", text });
        }
        level += step;
    }
    let mut dates: Vec<Date> = drawn.iter().map(|d| d.0).collect();
    dates.sort_unstable();
    dates.dedup();
    let mut last: Option<i64> = None;
    for date in dates {
        let Some(point) = scale.point(date, scale.low) else { continue };
        chart.lines.push(Line {
            x1: point.x,
            y1: BOTTOM,
            x2: point.x,
            y2: BOTTOM + 6,
            class: "axis",
        });
        if last.is_none_or(|last| point.x - last >= 84) {
            last = Some(point.x);
            let text = digits(date);
            chart.texts.push(Text {
                x: point.x,
                y: BOTTOM + 24,
                anchor: "middle",
                class: "",
                text,
            });
        }
    }
}

/// Moves labels that would stand on top of each other apart.
fn spread(texts: &mut [Text]) {
    for at in 1..texts.len() {
        let (before, rest) = texts.split_at_mut(at);
        let Some(text) = rest.first_mut() else { continue };
        for other in before {
            let same_side = other.anchor == text.anchor && (other.x - text.x).abs() < 80;
            if same_side && (other.y - text.y).abs() < 16 {
                text.y = if text.y < other.y { other.y - 16 } else { other.y + 16 };
            }
        }
    }
}

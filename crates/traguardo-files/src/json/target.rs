//! A target as JSON: what was written, its normal form, or the question with its proposals.
//! Not here: the language itself, see [`traguardo::target::phrase`].

use std::collections::BTreeMap;
use std::io::{self, Write};

use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::{Value, json};
use traguardo::period::Span;
use traguardo::quantity::Quantity;
use traguardo::target::{
    Combine, Comparison, Day, Due, Offset, Question, Reference, Step, Target, Threshold,
};
use traguardo::text::Texts;

#[derive(Serialize)]
struct Root<'a> {
    verbatim: &'a str,
    normal: Option<Normal>,
    questions: Vec<QuestionEntry>,
}

#[derive(Serialize)]
struct QuestionEntry {
    name: &'static str,
    message: String,
    proposals: Vec<String>,
}

/// The normal form: `op` and the keys of `docs/interchange.md` that it has.
#[derive(Serialize, Default)]
struct Normal {
    #[serde(skip_serializing_if = "Option::is_none")]
    op: Option<String>,
    #[serde(flatten)]
    keys: BTreeMap<&'static str, Value>,
}

/// Writes how a phrase was read.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::target::phrase::{Context, read};
/// use traguardo::text::{Lang, Texts};
/// let phrase = "Entro il 31.12.2021";
/// let found = read(phrase, Context::default());
/// let mut json = Vec::new();
/// traguardo_files::json::write_target(&mut json, phrase, &found, Texts::of(Lang::It)).unwrap();
/// assert_eq!(
///     String::from_utf8(json).unwrap().trim(),
///     r#"{"verbatim":"Entro il 31.12.2021","normal":{"op":"by","date":"2021-12-31"},"questions":[]}"#
/// );
/// ```
pub fn write_target(
    out: &mut impl Write,
    verbatim: &str,
    found: &Result<Target, Question>,
    texts: &Texts,
) -> io::Result<()> {
    let root = Root {
        verbatim,
        normal: found.as_ref().ok().map(normal),
        questions: found.as_ref().err().map(|asked| question(asked, texts)).into_iter().collect(),
    };
    serde_json::to_writer(&mut *out, &root)?;
    out.write_all(b"\n")
}

fn question(asked: &Question, texts: &Texts) -> QuestionEntry {
    QuestionEntry {
        name: asked.kind.name,
        message: texts.question(asked),
        proposals: asked.proposals(),
    }
}

fn normal(target: &Target) -> Normal {
    match target {
        Target::Level { comparison, level, about } => of(comparison.sign())
            .quantity(level)
            .words("what", about.what.as_deref())
            .words("scope", about.scope.as_deref()),
        Target::Range { low, high } => of("range").quantity(low).with("v2", number(high.number)),
        Target::By(Due { day, what }) => by(day).words("what", what.as_deref()),
        Target::Done { what } => of("done").words("what", what.as_deref()),
        Target::Judgement => of("judgement").with("scale", "0-100".into()),
        Target::Baseline => of("baseline-year"),
        Target::Rate { comparison, level, per, about } => {
            of(&format!("rate{}", loose(*comparison)))
                .quantity(level)
                .with("per", per.name().into())
                .strict(*comparison)
                .words("what", about.what.as_deref())
                .words("scope", about.scope.as_deref())
        }
        Target::Change { comparison, by, in_per_cent, reference, stated } => {
            let normal = of(&format!("delta{}", loose(*comparison)))
                .with("v", number(*by))
                .with("base", reference.name().into())
                .strict(*comparison)
                .number("base_value", *stated);
            if *in_per_cent { normal.with("u", "%".into()) } else { normal }
        }
        Target::Ratio { comparison, times, reference, stated } => {
            let times = (*times != Decimal::ONE).then_some(*times);
            referred(comparison.sign(), *reference).number("v", times).number("base_value", *stated)
        }
        Target::Within { tolerance, reference } => {
            referred("=", *reference).number("tol", Some(*tolerance))
        }
        Target::Steps(steps) => bands(steps),
        Target::Compound { parts, combine } => {
            let parts: Vec<Normal> = parts.iter().map(normal).collect();
            let combine = if *combine == Combine::Min { "min" } else { "mean" };
            Normal::default().with("all", json!(parts)).with("combine", combine.into())
        }
        Target::ByYear(years) => {
            let years: BTreeMap<String, Normal> =
                years.iter().map(|(year, target)| (year.to_string(), normal(target))).collect();
            Normal::default().with("by_year", json!(years))
        }
        Target::Periodic { year, periodic } => {
            normal(year).with("periodic", json!(normal(periodic)))
        }
    }
}

fn of(op: &str) -> Normal {
    Normal { op: Some(op.to_owned()), keys: BTreeMap::new() }
}

fn referred(op: &str, reference: Reference) -> Normal {
    of(op).with("ref", reference.name().into())
}

/// The comparison without its strictness: changes and rates have only two names.
fn loose(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast | Comparison::MoreThan => ">=",
        Comparison::AtMost | Comparison::LessThan => "<=",
        Comparison::Exactly => "=",
    }
}

impl Normal {
    fn with(mut self, key: &'static str, content: Value) -> Self {
        self.keys.insert(key, content);
        self
    }

    fn words(self, key: &'static str, words: Option<&str>) -> Self {
        match words {
            Some(words) => self.with(key, words.into()),
            None => self,
        }
    }

    fn number(self, key: &'static str, written: Option<Decimal>) -> Self {
        match written {
            Some(written) => self.with(key, number(written)),
            None => self,
        }
    }

    fn quantity(self, quantity: &Quantity) -> Self {
        self.with("v", number(quantity.number)).words("u", quantity.measure_name())
    }

    fn strict(self, comparison: Comparison) -> Self {
        match comparison {
            Comparison::MoreThan | Comparison::LessThan => self.with("strict", true.into()),
            _ => self,
        }
    }
}

/// A decimal as a string with a point, without zeros that say nothing.
fn number(number: Decimal) -> Value {
    number.normalize().to_string().into()
}

fn by(day: &Day) -> Normal {
    let dated = |op| match day.date() {
        Some(date) => of(op).with("date", date.to_string().into()),
        None => of(op),
    };
    match day {
        Day::On(_) => dated("by"),
        Day::Month(date) => dated("by-month").with("month", month(*date)),
        Day::Period { span, number, year, offset_days } => {
            let period = match span {
                Span::HalfYear => format!("{year}-H{number}"),
                Span::Quarter => format!("{year}-Q{number}"),
                _ => format!("{year}-{}-{number}", span.name()),
            };
            let normal = dated("by-period-end").with("period", period.into());
            if *offset_days == 0 {
                normal
            } else {
                normal.with("offset_days", (*offset_days).into())
            }
        }
        Day::Each { span, offset_days } => of("by-period-end")
            .with("period", span.name().into())
            .with("each", true.into())
            .with("offset_days", (*offset_days).into()),
        Day::Event { event, offset } => {
            let normal = of("by-event").with("event", (&**event).into());
            match offset {
                Offset::Days(days) => normal.with("offset_days", (*days).into()),
                Offset::Months(months) => normal.with("offset_months", (*months).into()),
            }
        }
    }
}

fn month(date: jiff::civil::Date) -> Value {
    date.strftime("%Y-%m").to_string().into()
}

fn bands(steps: &[Step]) -> Normal {
    let first = steps.first().map(|step| &step.threshold);
    let op = match first {
        Some(Threshold::Level(comparison, _)) => comparison.sign(),
        Some(Threshold::By(Day::Month(_))) => "by-month",
        Some(Threshold::By(Day::Period { .. } | Day::Each { .. })) => "by-period-end",
        Some(Threshold::By(_)) => "by",
        Some(Threshold::Judgement(_)) | None => "judgement",
    };
    let band = |step: &Step| {
        let threshold = match &step.threshold {
            Threshold::Level(_, level) => number(*level),
            Threshold::By(Day::Month(date)) => month(*date),
            Threshold::By(day) => json!(day.date().map(|date| date.to_string())),
            Threshold::Judgement(None) => json!({"judgement": true}),
            Threshold::Judgement(Some(words)) => json!({ "judgement": words }),
        };
        let score =
            i64::try_from(step.score.normalize()).map_or_else(|_| number(step.score), Value::from);
        json!([score, threshold])
    };
    let measure = steps.iter().find_map(|step| {
        let number = Decimal::ZERO;
        step.measure.clone().map(|measure| Quantity { number, measure: Some(measure) })
    });
    let named = measure.as_ref().and_then(Quantity::measure_name);
    of(op).words("u", named).with("bands", steps.iter().map(band).collect())
}

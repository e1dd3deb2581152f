//! A target in words: what it asks for, how it is scored, and the question it raises.
//! Not here: the words themselves, which stand in `text/*/targets.ftl`.

use super::{Arg, Texts};
use crate::number::{self, Decimal};
use crate::quantity::Quantity;
use crate::target::{
    About, Combine, Comparison, Day, Offset, Question, Reference, Step, Target, Threshold,
};

impl Texts {
    /// What a target asks for, in words.
    ///
    /// ```
    /// use traguardo::target::phrase::{Context, read};
    /// use traguardo::text::{Lang, Texts};
    /// let target = read("<= 30 gg", Context::default()).unwrap();
    /// assert_eq!(Texts::of(Lang::It).target(&target), "al massimo 30 gg");
    /// ```
    #[must_use]
    pub fn target(&self, target: &Target) -> String {
        match target {
            Target::Level { comparison, level, about } => {
                self.named(self.compared(*comparison, level.written()), about)
            }
            Target::Range { low, high } => {
                let args = [("low", low.written().into()), ("high", high.written().into())];
                self.say("reads-range", &args)
            }
            Target::By(due) => {
                let about = About { what: due.what.clone(), scope: None };
                self.named(self.due(&due.day), &about)
            }
            Target::Done { what } => {
                let about = About { what: what.clone(), scope: None };
                self.named(self.say("reads-done", &[]), &about)
            }
            Target::Judgement => self.say("reads-judgement", &[]),
            Target::Baseline => self.say("reads-baseline", &[]),
            Target::Rate { comparison, level, per, about } => {
                let reading = self.compared(*comparison, level.written());
                let per = self.say(&format!("span-{}", per.name()), &[]);
                let said =
                    self.say("reads-rate", &[("reading", reading.into()), ("per", per.into())]);
                self.named(said, about)
            }
            Target::Change { .. } | Target::Ratio { .. } | Target::Within { .. } => {
                self.referred(target)
            }
            Target::Steps(steps) => self.joined(steps.iter().map(|step| self.step(step))),
            Target::Compound { parts, combine } => {
                let parts = self.joined(parts.iter().map(|part| self.target(part)));
                let key = if *combine == Combine::Min { "reads-all" } else { "reads-each" };
                self.say(key, &[("parts", parts.into())])
            }
            Target::ByYear(years) => self.joined(years.iter().map(|(year, target)| {
                let args =
                    [("year", year.to_string().into()), ("reading", self.target(target).into())];
                self.say("reads-year", &args)
            })),
            Target::Periodic { year, periodic } => {
                let args = [
                    ("reading", self.target(year).into()),
                    ("periodic", self.target(periodic).into()),
                ];
                self.say("reads-periodic", &args)
            }
        }
    }

    /// How a target is scored where the rules say nothing else, in one sentence.
    ///
    /// ```
    /// use traguardo::target::Target;
    /// use traguardo::text::{Lang, Texts};
    /// assert!(Texts::of(Lang::It).target_scoring(&Target::Judgement).contains("giudizio"));
    /// ```
    #[must_use]
    pub fn target_scoring(&self, target: &Target) -> String {
        let key = match target {
            Target::Level { comparison, level, .. } => level_key(*comparison, level.number),
            Target::Rate { comparison, .. } | Target::Change { comparison, .. } => {
                level_key(*comparison, Decimal::ONE)
            }
            Target::Ratio { comparison, .. } => level_key(*comparison, Decimal::ONE),
            Target::Range { .. } => "scored-range",
            Target::By(_) => "scored-by",
            Target::Done { .. } => "scored-done",
            Target::Judgement => "scored-judgement",
            Target::Baseline => "scored-baseline",
            Target::Within { .. } => "scored-within",
            Target::Steps(_) => "scored-steps",
            Target::Compound { combine: Combine::Min, .. } => "scored-min",
            Target::Compound { combine: Combine::Mean, .. } => "scored-mean",
            Target::ByYear(_) => "scored-years",
            Target::Periodic { .. } => "scored-periodic",
        };
        self.say(key, &[])
    }

    /// The sentence of a question.
    ///
    /// ```
    /// use traguardo::target::phrase::{Context, read};
    /// use traguardo::text::{Lang, Texts};
    /// let question = read("circa 5", Context::default()).unwrap_err();
    /// assert!(Texts::of(Lang::It).question(&question).contains("«circa 5»"));
    /// ```
    #[must_use]
    pub fn question(&self, question: &Question) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            question.params.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        self.say(&format!("issue-{}", question.kind.name), &args)
    }

    fn joined(&self, parts: impl Iterator<Item = String>) -> String {
        parts.collect::<Vec<_>>().join("; ")
    }

    /// A reading with the words that name what it is of.
    fn named(&self, reading: String, about: &About) -> String {
        let reading = match &about.scope {
            Some(scope) => format!("{reading} {scope}"),
            None => reading,
        };
        match &about.what {
            Some(what) => self.say(
                "reads-what",
                &[("what", what.to_string().into()), ("reading", reading.into())],
            ),
            None => reading,
        }
    }

    fn compared(&self, comparison: Comparison, level: String) -> String {
        self.say(comparison_key(comparison), &[("level", level.into())])
    }

    fn reference(&self, reference: Reference, stated: Option<Decimal>) -> String {
        let said = match reference {
            Reference::LastYear => self.say("reference-last-year", &[]),
            Reference::YearsBefore(years) => {
                self.say("reference-years-before", &[("years", i64::from(years).into())])
            }
            Reference::Year(year) => {
                self.say("reference-year", &[("year", year.to_string().into())])
            }
            Reference::ClusterMean => self.say("reference-cluster", &[]),
        };
        match stated {
            Some(stated) => format!("{said} ({})", number::format(stated)),
            None => said,
        }
    }

    fn referred(&self, target: &Target) -> String {
        match target {
            Target::Change { comparison, by, in_per_cent, reference, stated } => {
                let sign = if by.is_sign_negative() { "" } else { "+" };
                let per_cent = if *in_per_cent { "%" } else { "" };
                let change = format!("{sign}{}{per_cent}", number::format(*by));
                let reading = self.compared(*comparison, change);
                let reference = self.reference(*reference, *stated);
                let args = [("reading", reading.into()), ("reference", reference.into())];
                self.say("reads-change", &args)
            }
            Target::Ratio { comparison, times, reference, stated } => {
                let reference = self.reference(*reference, *stated);
                let level = if *times == Decimal::ONE {
                    reference
                } else {
                    format!("{} × {reference}", number::format(*times))
                };
                self.compared(*comparison, level)
            }
            Target::Within { tolerance, reference } => {
                let reference = self.reference(*reference, None);
                let tolerance = number::format(*tolerance);
                let args = [("tolerance", tolerance.into()), ("reference", reference.into())];
                self.say("reads-within", &args)
            }
            _ => String::new(),
        }
    }

    fn due(&self, day: &Day) -> String {
        match day {
            Day::Each { span, offset_days } => {
                let per = self.say(&format!("span-{}", span.name()), &[]);
                let args = [("per", per.into()), ("days", i64::from(*offset_days).into())];
                self.say(
                    if *offset_days == 0 { "reads-each-end" } else { "reads-each-time" },
                    &args,
                )
            }
            Day::Event { event, offset } => {
                let (key, count) = match *offset {
                    Offset::Days(days) if days < 0 => ("reads-days-before", days),
                    Offset::Days(days) => ("reads-days-after", days),
                    Offset::Months(months) if months < 0 => ("reads-months-before", months),
                    Offset::Months(months) => ("reads-months-after", months),
                };
                let count = i64::from(count.saturating_abs());
                self.say(key, &[("count", count.into()), ("event", event.to_string().into())])
            }
            _ => match day.date() {
                Some(date) => self.say("reads-by", &[("date", date.into())]),
                None => String::new(),
            },
        }
    }

    fn step(&self, step: &Step) -> String {
        let reading = match &step.threshold {
            Threshold::Level(comparison, level) => {
                let quantity = Quantity { number: *level, measure: step.measure.clone() };
                self.compared(*comparison, quantity.written())
            }
            Threshold::By(day) => self.due(day),
            Threshold::Judgement(None) => self.say("reads-judgement", &[]),
            Threshold::Judgement(Some(words)) => {
                self.say("reads-judged", &[("words", words.to_string().into())])
            }
        };
        let score = number::format(step.score);
        self.say("reads-step", &[("score", score.into()), ("reading", reading.into())])
    }
}

fn comparison_key(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast => "reads-at-least",
        Comparison::AtMost => "reads-at-most",
        Comparison::MoreThan => "reads-more-than",
        Comparison::LessThan => "reads-less-than",
        Comparison::Exactly => "reads-exactly",
    }
}

fn level_key(comparison: Comparison, level: Decimal) -> &'static str {
    match comparison {
        _ if level.is_zero() => "scored-zero",
        Comparison::AtLeast | Comparison::MoreThan => "scored-at-least",
        Comparison::AtMost | Comparison::LessThan => "scored-at-most",
        Comparison::Exactly => "scored-exactly",
    }
}

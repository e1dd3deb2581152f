//! What a body has set about reminders: how many days, which hours, which roles.
//! Not here: where it is kept, and the form that changes it.

use jiff::civil::{DateTime, Time, Weekday};

use crate::access::Role;

/// The roles that reminders can go to, each for what it answers for.
pub const TELLABLE: [Role; 4] =
    [Role::Collector, Role::Head, Role::Controller, Role::SecretaryGeneral];

/// The roles that can be told of what waits for a check: those that may check.
pub const CHECKING: [Role; 2] = [Role::Head, Role::SecretaryGeneral];

/// The days that may be set: so many are a quarter of a year.
const DAYS: std::ops::RangeInclusive<i16> = 0..=90;

/// What a body has set about reminders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Whether any are sent.
    pub is_on: bool,
    /// How many days before the hand-in day the first one goes; 0 for that day itself.
    pub ahead_days: i16,
    /// How many days lie between two to the same person, 1 at least.
    pub repeat_days: i16,
    /// How many days after the hand-in day those are told who answer for the offices, 1 at least.
    pub escalate_days: i16,
    /// When nothing is sent.
    pub quiet: Quiet,
    /// Who is told of what they have to record.
    pub told: Vec<Role>,
    /// Who is told of what others are late with.
    pub told_late: Vec<Role>,
    /// Who is told of what waits for their check.
    pub told_check: Vec<Role>,
}

/// When nothing is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// From this time of the day.
    pub from: Time,
    /// Until this one, of the next day where it is earlier. The same as `from`: no quiet hours.
    pub until: Time,
    /// Whether nothing is sent on Saturdays and Sundays either.
    pub weekends: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            is_on: true,
            ahead_days: 7,
            repeat_days: 7,
            escalate_days: 7,
            quiet: Quiet {
                from: Time::constant(18, 0, 0, 0),
                until: Time::constant(8, 0, 0, 0),
                weekends: true,
            },
            told: vec![Role::Collector],
            told_late: vec![Role::Head],
            told_check: CHECKING.to_vec(),
        }
    }
}

impl Quiet {
    /// Until when nothing is sent, if nothing is sent now.
    ///
    /// ```
    /// use traguardo::{period::parse_moment, reminder::Settings};
    /// let quiet = Settings::default().quiet;
    /// let at = |text| quiet.until(parse_moment(text).unwrap()).map(|until| until.to_string());
    /// assert_eq!(at("2026-11-20 17:59"), None);
    /// // Friday evening: Monday morning.
    /// assert_eq!(at("2026-11-20 18:00").unwrap(), "2026-11-23T08:00:00");
    /// ```
    #[must_use]
    pub fn until(&self, now: DateTime) -> Option<DateTime> {
        let mut at = now;
        // A weekend and the nights around it take four steps.
        for _ in 0..8 {
            let next = self.step(at);
            if next == at {
                break;
            }
            at = next;
        }
        (at != now).then_some(at)
    }

    /// The end of whatever keeps a moment quiet; the moment itself where nothing does.
    fn step(&self, at: DateTime) -> DateTime {
        let (day, time) = (at.date(), at.time());
        let next_day = day.tomorrow().unwrap_or(day);
        if self.weekends && matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return next_day.to_datetime(Time::midnight());
        }
        let overnight = self.from > self.until;
        if overnight && time >= self.from {
            next_day.to_datetime(self.until)
        } else if time < self.until && (overnight || time >= self.from) {
            day.to_datetime(self.until)
        } else {
            at
        }
    }
}

impl Settings {
    /// Each setting as a text under its name, as forms and the store have it.
    ///
    /// ```
    /// let rows = traguardo::reminder::Settings::default().rows();
    /// assert_eq!(rows[0], ("reminders", "on".to_owned()));
    /// ```
    #[must_use]
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        let names = |roles: &[Role]| {
            let names: Vec<_> = roles.iter().map(|role| role.name()).collect();
            names.join(" ")
        };
        let on = |yes: bool| if yes { "on" } else { "off" }.to_owned();
        vec![
            ("reminders", on(self.is_on)),
            ("ahead_days", self.ahead_days.to_string()),
            ("repeat_days", self.repeat_days.to_string()),
            ("escalate_days", self.escalate_days.to_string()),
            ("quiet_from", clock(self.quiet.from)),
            ("quiet_until", clock(self.quiet.until)),
            ("quiet_weekends", on(self.quiet.weekends)),
            ("told", names(&self.told)),
            ("told_late", names(&self.told_late)),
            ("told_check", names(&self.told_check)),
        ]
    }

    /// The settings that texts under those names say. What is not there stays as it is without
    /// any setting; what cannot be read, too, and its name comes back.
    ///
    /// ```
    /// use traguardo::reminder::Settings;
    /// let (settings, faulty) = Settings::read(|name| match name {
    ///     "ahead_days" => Some("3".to_owned()),
    ///     "quiet_from" => Some("25:00".to_owned()),
    ///     _ => None,
    /// });
    /// assert_eq!((settings.ahead_days, faulty), (3, vec!["quiet_from"]));
    /// ```
    #[must_use]
    pub fn read(text: impl Fn(&str) -> Option<String>) -> (Self, Vec<&'static str>) {
        let mut faulty = Vec::new();
        let without = Self::default();
        let mut days = |name, least, without| match text(name) {
            None => without,
            Some(text) => match text.trim().parse().ok().filter(|days| DAYS.contains(days)) {
                Some(days) if days >= least => days,
                _ => {
                    faulty.push(name);
                    without
                }
            },
        };
        let ahead_days = days("ahead_days", 0, without.ahead_days);
        let repeat_days = days("repeat_days", 1, without.repeat_days);
        let escalate_days = days("escalate_days", 1, without.escalate_days);
        let mut time = |name, without| match text(name) {
            None => without,
            Some(text) => parse_clock(&text).unwrap_or_else(|| {
                faulty.push(name);
                without
            }),
        };
        let from = time("quiet_from", without.quiet.from);
        let until = time("quiet_until", without.quiet.until);
        let on = |name, without| text(name).map_or(without, |text| text == "on");
        let roles = |name, without| match text(name) {
            None => without,
            Some(text) => TELLABLE.into_iter().filter(|role| has(&text, *role)).collect(),
        };
        let settings = Self {
            is_on: on("reminders", without.is_on),
            ahead_days,
            repeat_days,
            escalate_days,
            quiet: Quiet { from, until, weekends: on("quiet_weekends", without.quiet.weekends) },
            told: roles("told", without.told),
            told_late: roles("told_late", without.told_late),
            told_check: roles("told_check", without.told_check)
                .into_iter()
                .filter(|role| CHECKING.contains(role))
                .collect(),
        };
        (settings, faulty)
    }
}

fn has(names: &str, role: Role) -> bool {
    names.split_whitespace().any(|name| name == role.name())
}

/// A time of the day as it is written: `08:00`.
pub(super) fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn parse_clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    let number = |text: &str| {
        let digits = matches!(text.len(), 1..=2) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<i8>().ok()).flatten()
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}

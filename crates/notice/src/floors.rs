//! Statutory floors: how long the law itself wants something kept, whoever asks for its erasure
//! (GDPR Art. 17(3)(b)). Dated data; what `data/floors.json` does not hold was not looked up.

use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use seloste_kernel::ZONE;
use serde::Deserialize;

use crate::laws::Confidence;
use crate::model::{Period, Text};

/// The last day of the financial year where the notice says nothing.
pub const CALENDAR_YEAR: YearEnd = YearEnd { month: 12, day: 31 };

/// One floor.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Its name in notices.
    pub code: String,
    /// The act, with its number.
    pub act: Text,
    /// The section.
    pub section: String,
    /// What it wants kept, in a few words.
    pub keeps: Text,
    /// For how long at least.
    #[serde(deserialize_with = "period")]
    pub period: Period,
    /// From when that is counted.
    pub start: Start,
    /// The day on which an account of it was read.
    pub looked_up: Date,
    /// Where.
    pub at: String,
    /// How well that place knows.
    pub confidence: Confidence,
    /// Worked examples; a test computes each.
    pub examples: Vec<Example>,
}

/// From when a floor is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// The end of the calendar year in which the event fell.
    YearEnd,
    /// The end of the financial year in which the event fell.
    FinancialYearEnd,
    /// The end of the calendar year in which that financial year ended.
    YearOfFinancialYearEnd,
}

impl Start {
    /// The end of its sentence's key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::YearEnd => "year-end",
            Self::FinancialYearEnd => "financial-year-end",
            Self::YearOfFinancialYearEnd => "year-of-financial-year-end",
        }
    }
}

/// One case, computed by hand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The last day of the controller's financial year, `04-30`.
    #[serde(deserialize_with = "year_end")]
    pub year_ends: YearEnd,
    /// The day of the event.
    pub event: Date,
    /// The first day on which the law no longer wants it kept.
    pub free: Date,
}

/// A day of the year with which a financial year ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearEnd {
    month: i8,
    day: i8,
}

impl YearEnd {
    /// `12-31`. The last of February is `02-28` or `02-29`: both mean its last day.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_once('-').filter(|_| text.len() == 5)?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        // A leap year has every day that there is.
        Date::new(2028, month, day).ok()?;
        Some(Self { month, day })
    }

    fn in_year(self, year: i16) -> Option<Date> {
        let first = Date::new(year, self.month, 1).ok()?;
        if self.month == 2 && self.day >= 28 {
            return Some(first.last_of_month());
        }
        Date::new(year, self.month, self.day).ok()
    }

    /// The last day of the financial year in which this day falls.
    fn after(self, day: Date) -> Option<Date> {
        self.in_year(day.year()).filter(|end| *end >= day).or_else(|| self.in_year(day.year() + 1))
    }
}

impl Floor {
    /// The first day on which the law no longer wants kept what began on this day.
    fn free_day(&self, year_ends: YearEnd, event: Date) -> Option<Date> {
        let last = match self.start {
            Start::YearEnd => CALENDAR_YEAR.in_year(event.year())?,
            Start::FinancialYearEnd => year_ends.after(event)?,
            Start::YearOfFinancialYearEnd => {
                CALENDAR_YEAR.in_year(year_ends.after(event)?.year())?
            }
        };
        let period = self.period;
        let length = Span::new()
            .try_years(period.years)
            .and_then(|span| span.try_months(period.months))
            .and_then(|span| span.try_days(period.days));
        last.checked_add(length.ok()?).ok()?.tomorrow().ok()
    }

    /// The moment from which the law no longer wants kept what began at this one. Beyond the end of
    /// the calendar it is the calendar's last moment, never an earlier one.
    pub fn free_at(&self, year_ends: YearEnd, event: Timestamp) -> Timestamp {
        let day = event.in_tz(ZONE).ok().and_then(|at| self.free_day(year_ends, at.date()));
        let free = day.and_then(|day| day.in_tz(ZONE).ok());
        free.map_or(Timestamp::MAX, |free| free.timestamp())
    }

    /// Act and section in one language.
    pub fn citation(&self, lang: seloste_kernel::Lang) -> String {
        format!("{} {}", self.act.get(&lang).map_or("", String::as_str), self.section)
    }
}

fn period<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Period, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

fn year_end<'de, D: serde::Deserializer<'de>>(from: D) -> Result<YearEnd, D::Error> {
    let text = String::deserialize(from)?;
    YearEnd::parse(&text).ok_or_else(|| serde::de::Error::custom(text))
}

static ALL: LazyLock<Vec<Floor>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../data/floors.json")).unwrap_or_default());

/// All floors on the list.
pub fn all() -> &'static [Floor] {
    &ALL
}

/// The floor of this name.
pub fn by_code(code: &str) -> Option<&'static Floor> {
    ALL.iter().find(|floor| floor.code == code)
}

#[cfg(test)]
mod tests {
    use seloste_kernel::Lang;

    use super::*;
    use crate::grammar::FLOORS;

    #[test]
    fn the_list_is_whole_and_the_language_knows_it() {
        let codes: Vec<&str> = all().iter().map(|floor| floor.code.as_str()).collect();
        assert_eq!(codes, FLOORS);
        for floor in all() {
            for lang in Lang::ALL {
                assert!(floor.act.contains_key(&lang) && floor.keeps.contains_key(&lang));
            }
            assert!(floor.examples.len() >= 2 && !floor.period.is_zero());
            assert!(floor.confidence != Confidence::Unsure, "{}", floor.code);
        }
    }

    #[test]
    fn every_worked_example_comes_out() {
        for floor in all() {
            for example in &floor.examples {
                let day = floor.free_day(example.year_ends, example.event);
                assert_eq!(day, Some(example.free), "{} {example:?}", floor.code);
            }
        }
    }

    #[test]
    fn a_day_is_a_day_in_helsinki() {
        let floor = by_code("accounting-vouchers").unwrap();
        let free = |event: &str| floor.free_at(CALENDAR_YEAR, event.parse().unwrap()).to_string();
        assert_eq!(free("2026-12-31T21:59:59Z"), "2032-12-31T22:00:00Z");
        assert_eq!(free("2026-12-31T22:00:00Z"), "2033-12-31T22:00:00Z");
        assert_eq!(floor.free_at(CALENDAR_YEAR, Timestamp::MAX), Timestamp::MAX);
    }

    #[test]
    fn a_year_ends_on_a_day_that_exists() {
        for wrong in ["", "31-12", "13-01", "02-30", "2-28", "12-31-1", "ab-cd"] {
            assert_eq!(YearEnd::parse(wrong), None, "{wrong}");
        }
        assert_eq!(YearEnd::parse("12-31"), Some(CALENDAR_YEAR));
    }
}

//! Calendar periods as people write them: `"1 month"`, `"2 years 6 months"`, `"1 hour"`.
//!
//! Counted in Europe/Helsinki, years and months before days, as Regulation 1182/71 Art. 3 counts:
//! 31 January + 1 month is the last day of February.

use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;
use jiff::{Span as Length, Timestamp};
use seloste_kernel::ZONE;

use crate::model::Period;

/// No single number of a period may be greater.
const LARGEST_NUMBER: i32 = 9_999;

const UNITS: &[&str] = &["year", "month", "week", "day", "hour", "minute"];

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut period = Period::default();
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return Err("a period is a number and a unit, such as `1 month`".to_owned());
        }
        while let Some(number) = words.next() {
            let count = number
                .parse::<i32>()
                .ok()
                .filter(|count| (0..=LARGEST_NUMBER).contains(count))
                .ok_or_else(|| format!("`{number}` is not a number from 0 to {LARGEST_NUMBER}"))?;
            let unit = words.next().ok_or_else(|| format!("`{number}` has no unit"))?;
            let slot = match unit.strip_suffix('s').unwrap_or(unit) {
                "year" => &mut period.years,
                "month" => &mut period.months,
                "week" => {
                    period.days = period.days.saturating_add(count.saturating_mul(7));
                    continue;
                }
                "day" => &mut period.days,
                "hour" => &mut period.hours,
                "minute" => &mut period.minutes,
                _ => {
                    return Err(match crate::finding::did_you_mean(unit, UNITS.iter().copied()) {
                        Some(near) => format!("`{unit}` is not a unit: did you mean `{near}`?"),
                        None => format!("`{unit}` is not a unit: {}", UNITS.join(", ")),
                    });
                }
            };
            *slot = slot.saturating_add(count);
        }
        Ok(period)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            (self.years, "year"),
            (self.months, "month"),
            (self.days, "day"),
            (self.hours, "hour"),
            (self.minutes, "minute"),
        ];
        let mut first = true;
        for (count, unit) in parts.into_iter().filter(|(count, _)| *count != 0) {
            let space = if first { "" } else { " " };
            let plural = if count == 1 { "" } else { "s" };
            write!(f, "{space}{count} {unit}{plural}")?;
            first = false;
        }
        if first { f.write_str("0 days") } else { Ok(()) }
    }
}

impl Period {
    /// A period of days.
    pub const fn of_days(days: i32) -> Self {
        Self { years: 0, months: 0, days, hours: 0, minutes: 0 }
    }

    /// A period of months.
    pub const fn of_months(months: i32) -> Self {
        Self { years: 0, months, days: 0, hours: 0, minutes: 0 }
    }

    /// The moment when a period that began at `start` has passed. Beyond the end of the calendar
    /// it is the calendar's last moment, never an earlier one.
    pub fn after(&self, start: Timestamp) -> Timestamp {
        self.try_after(start).unwrap_or(Timestamp::MAX)
    }

    fn try_after(&self, start: Timestamp) -> Result<Timestamp, jiff::Error> {
        let length = Length::new()
            .try_years(self.years)?
            .try_months(self.months)?
            .try_days(self.days)?
            .try_hours(self.hours)?
            .try_minutes(self.minutes)?;
        let zone = TimeZone::get(ZONE)?;
        Ok(start.to_zoned(zone).checked_add(length)?.timestamp())
    }

    /// The longest that it can last, in milliseconds, whatever day it starts on.
    pub fn longest_ms(&self) -> i64 {
        let days = i64::from(self.years) * 366 + i64::from(self.months) * 31 + i64::from(self.days);
        ((days * 24 + i64::from(self.hours)) * 60 + i64::from(self.minutes)) * 60_000
    }

    /// The least number of whole hours that it can last, whatever day it starts on.
    pub fn shortest_hours(&self) -> i64 {
        self.hours_with(365, 28, 24)
    }

    /// The greatest number of hours that it can last, whatever day it starts on.
    pub fn longest_hours(&self) -> i64 {
        let minutes = i64::from(self.minutes > 0);
        // One day of the year has 25 hours.
        let clock_change = i64::from(self.all_months() + i64::from(self.days) > 0);
        self.hours_with(366, 31, 24) + minutes + clock_change
    }

    fn all_months(&self) -> i64 {
        i64::from(self.years) * 12 + i64::from(self.months)
    }

    fn hours_with(&self, year: i64, month: i64, day: i64) -> i64 {
        // Twelve months are a year, not 12 × 28 days.
        let months = self.all_months();
        let days = (months / 12) * year + (months % 12) * month + i64::from(self.days);
        days * day + i64::from(self.hours) + i64::from(self.minutes) / 60
    }

    /// Whether this may last longer than `other` on some day of the year.
    pub fn may_exceed(&self, other: &Period) -> bool {
        // One calendar unit against the same unit needs no worst case.
        if (self.hours, self.minutes, self.days) == (other.hours, other.minutes, other.days) {
            return self.all_months() > other.all_months();
        }
        let clock_change = i64::from(other.all_months() + i64::from(other.days) > 0);
        self.longest_hours() > other.shortest_hours() + clock_change
    }

    /// Whether nothing passes in it.
    pub fn is_zero(&self) -> bool {
        *self == Period::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn after(start: &str, text: &str) -> String {
        let zone = TimeZone::get(ZONE).unwrap();
        let start: jiff::civil::DateTime = start.parse().unwrap();
        let end = period(text).after(start.to_zoned(zone.clone()).unwrap().timestamp());
        end.to_zoned(zone).datetime().to_string()
    }

    #[test]
    fn a_month_ends_on_the_same_day_or_the_last_one() {
        assert_eq!(after("2026-01-31T12:00", "1 month"), "2026-02-28T12:00:00");
        assert_eq!(after("2028-01-31T12:00", "1 month"), "2028-02-29T12:00:00");
        assert_eq!(after("2026-02-01T12:00", "1 month"), "2026-03-01T12:00:00");
    }

    #[test]
    fn a_day_over_the_change_of_clocks_ends_at_the_same_hour() {
        assert_eq!(after("2026-03-28T12:00", "1 day"), "2026-03-29T12:00:00");
        assert_eq!(after("2026-03-28T12:00", "24 hours"), "2026-03-29T13:00:00");
    }

    #[test]
    fn units_add_up() {
        assert_eq!(period("2 years 6 months").to_string(), "2 years 6 months");
        assert_eq!(period("1 week 2 days").days, 9);
        assert_eq!(after("2026-01-31T00:00", "2 years 6 months"), "2028-07-31T00:00:00");
    }

    #[test]
    fn an_endless_period_stops_at_the_end_of_the_calendar() {
        assert_eq!(period("9999 years").after(Timestamp::UNIX_EPOCH), Timestamp::MAX);
        let all = Period { years: i32::MAX, months: i32::MAX, ..Period::default() };
        assert_eq!(all.after(Timestamp::UNIX_EPOCH), Timestamp::MAX);
    }

    #[test]
    fn nonsense_is_refused_with_a_hint() {
        for text in ["", "month", "1", "-1 days", "1.5 months", "99999999999 days"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
        assert!("1 mnth".parse::<Period>().unwrap_err().contains("did you mean `month`"));
    }

    #[test]
    fn thirty_days_may_exceed_a_month_and_a_month_does_not_exceed_itself() {
        assert!(period("30 days").may_exceed(&period("1 month")));
        assert!(!period("1 month").may_exceed(&period("1 month")));
        assert!(!period("14 days").may_exceed(&period("1 month")));
        assert!(period("5 weeks").may_exceed(&period("1 month")));
        assert!(!period("12 months").may_exceed(&period("1 year")));
    }
}

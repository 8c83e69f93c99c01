//! The clock of a request (GDPR Art. 12(3)): one month, once longer by two with reasons told in the
//! first, standing still only while whoever asked is asked who they are (Art. 12(6)).
//!
//! Periods are counted as Regulation (EEC, Euratom) No 1182/71 Art. 3 counts: a month ends with the
//! last hour of the day of the same date, or of the month's last day, and when that is a Saturday, a
//! Sunday or a public holiday, with the last hour of the next working day. [`last_day`] is that day.
//! What is promised and watched is [`due`], which is never later: the hour of arrival instead of the
//! end of the day, thirty days where a month has more, no gift of holidays, and any shorter promise
//! of the notice. Whoever keeps the stricter clock cannot break the law's.

use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, ToSpan};
use seloste_kernel::{Timestamp, ZONE};
use seloste_notice::model::{Notice, Period};

use super::{ERASURE, OPENNESS, right_of};

/// Months that one extension adds (Art. 12(3)).
const EXTENSION_MONTHS: i32 = 2;

/// The month that a request under the openness act may take, from its arrival (621/1999 § 14(4)).
pub fn longer(arrived: Timestamp) -> Timestamp {
    Period::of_months(1).after(arrived)
}

/// Two weeks for a document under the openness act (§ 14(4)). Otherwise one calendar month from
/// arrival, thirty days, or sooner where the notice promises it.
pub fn due(notice: &Notice, asked: &str, arrived: Timestamp) -> Timestamp {
    if asked == OPENNESS {
        return Period::of_days(14).after(arrived);
    }
    let law = [Period::of_months(1), Period::of_days(30)];
    law.into_iter()
        .chain(promised(notice, asked))
        .map(|period| period.after(arrived))
        .min()
        .unwrap_or(arrived)
}

/// In which time such a request is meant to be decided, where the notice says so: before it is due.
pub fn target(notice: &Notice, asked: &str, arrived: Timestamp) -> Option<Timestamp> {
    let right = notice.rights.iter().find(|right| right.name == right_of(asked))?;
    right.target.map(|target| target.after(arrived))
}

/// The times that the notice itself promises for a right.
fn promised<'a>(notice: &'a Notice, asked: &'a str) -> impl Iterator<Item = Period> + 'a {
    let rights = notice.rights.iter().filter(move |right| right.name == right_of(asked));
    // Whose data it is may not be known yet, so the shortest promise of all kinds holds.
    let kinds = notice.kinds().filter(move |_| asked == ERASURE);
    rights
        .filter_map(|right| right.within)
        .chain(kinds.filter_map(|(_, collect)| collect.erase_within))
}

/// Whether the law's extension is left for this right: what the notice promises sooner is not taken
/// back, and a request for a document has an extension of its own.
pub fn may_extend(notice: &Notice, asked: &str) -> bool {
    asked != OPENNESS && promised(notice, asked).next().is_none()
}

/// What staff recorded or brought together with a person's data, or a mailbox confirmed, is carried out
/// no sooner than this without a decision: what was wrong is seen and undone before anything is gone.
const LOOK: SignedDuration = SignedDuration::from_hours(24);

/// Whether an erasure that became known at this moment may carry itself out by its last moment: only
/// where that leaves time to look at it.
pub fn leaves_time(ends: Timestamp, now: Timestamp) -> bool {
    ends > now + LOOK
}

/// By when an extended request must be answered: three months from its arrival, and as much later
/// as its clock stood still.
pub fn extended(arrived: Timestamp, stood: SignedDuration) -> Timestamp {
    let until = Period::of_months(1 + EXTENSION_MONTHS).after(arrived);
    until.checked_add(stood).unwrap_or(until)
}

/// By when somebody may answer who they are (Art. 12(6)): the law names no day, so it is the month that
/// it gives whoever answers them. Then the clock goes on and staff decide on what they have.
pub fn answer_by(asked: Timestamp) -> Timestamp {
    Period::of_months(1).after(asked)
}

/// How long the clock stood still: from the day on which whoever asked was asked until they
/// answered, never backwards.
pub fn stood(asked: Timestamp, answered: Timestamp) -> SignedDuration {
    answered.duration_since(asked).max(SignedDuration::ZERO)
}

/// The last day of so many months as the law counts them.
pub fn last_day(notice: &Notice, arrived: Timestamp, months: i32) -> Date {
    let country = notice.authority.as_ref().map_or("", |authority| authority.code.as_str());
    let end = date_of(Period::of_months(months).after(arrived));
    let mut day = end;
    while !is_working_day(country, day) {
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => return end,
        }
    }
    day
}

fn date_of(at: Timestamp) -> Date {
    at.in_tz(ZONE).map_or(Date::MAX, |zoned| zoned.date())
}

fn is_working_day(country: &str, day: Date) -> bool {
    let weekend = [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday());
    let holiday = country == "fi" && is_finnish_holiday(day);
    !(weekend || holiday)
}

/// Public holidays of Finland that fall on other days than Saturdays and Sundays. Eves are none: the
/// stricter reading.
fn is_finnish_holiday(day: Date) -> bool {
    let fixed = [(1, 1), (1, 6), (5, 1), (12, 6), (12, 25), (12, 26)];
    // Good Friday, Easter Monday, Ascension Day.
    let moving = [-2, 1, 39];
    let is_after = |days: i32| {
        easter(day.year()).and_then(|sunday| sunday.checked_add(days.days()).ok()) == Some(day)
    };
    fixed.contains(&(day.month(), day.day())) || moving.into_iter().any(is_after)
}

/// Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (century, of_century, moon) = (y / 100, y % 100, y % 19);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * moon + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let shift = (moon + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * shift + 114;
    let (month, day) = (i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?);
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests;

use proptest::prelude::*;
use seloste_notice::model::{Authority, Right};

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn finnish() -> Notice {
    let authority = Authority { code: "fi".to_owned(), span: Default::default() };
    Notice { authority: Some(authority), ..Notice::default() }
}

fn promising(right: &str, within: Period) -> Notice {
    let right = Right {
        name: right.to_owned(),
        within: Some(within),
        target: None,
        cooling_off: None,
        text: Default::default(),
        span: Default::default(),
    };
    Notice { rights: vec![right], ..finnish() }
}

#[test]
fn a_month_is_never_longer_than_the_calendar_s_and_never_longer_than_thirty_days() {
    let notice = Notice::default();
    let cases = [
        ("2026-01-31T10:00:00+02:00", "2026-02-28T10:00:00+02:00"),
        ("2028-01-31T10:00:00+02:00", "2028-02-29T10:00:00+02:00"),
        ("2026-07-01T10:00:00+03:00", "2026-07-31T10:00:00+03:00"),
        // Over the night in which the clocks change, the hour of the day stays.
        ("2026-03-01T10:00:00+02:00", "2026-03-31T10:00:00+03:00"),
    ];
    for (arrived, wanted) in cases {
        assert_eq!(due(&notice, "erasure", at(arrived)), at(wanted), "{arrived}");
    }
}

#[test]
fn a_document_is_asked_for_two_weeks_and_at_most_a_month() {
    let arrived = at("2026-01-31T10:00:00+02:00");
    assert_eq!(due(&Notice::default(), OPENNESS, arrived), at("2026-02-14T10:00:00+02:00"));
    assert_eq!(longer(arrived), at("2026-02-28T10:00:00+02:00"));
}

#[test]
fn a_shorter_promise_wins_and_a_longer_one_does_not() {
    let arrived = at("2026-01-14T10:00:00+02:00");
    let short = promising("erasure", Period::of_days(3));
    assert_eq!(due(&short, "erasure", arrived), at("2026-01-17T10:00:00+02:00"));
    assert_eq!(due(&short, "access", arrived), at("2026-02-13T10:00:00+02:00"));
    assert!(!may_extend(&short, "erasure") && may_extend(&short, "access"));
    let long = promising("erasure", Period::of_months(3));
    assert_eq!(due(&long, "erasure", arrived), at("2026-02-13T10:00:00+02:00"));
}

#[test]
fn the_law_s_last_day_is_a_working_day() {
    let cases = [
        // An ordinary day, the end of a short month, a Saturday.
        ("2026-03-05T10:00:00+02:00", "2026-04-07"),
        ("2026-01-31T10:00:00+02:00", "2026-03-02"),
        ("2026-01-14T10:00:00+02:00", "2026-02-16"),
        // Good Friday to Easter Monday, May Day before a weekend, Christmas, Ascension Day.
        ("2026-03-03T10:00:00+02:00", "2026-04-07"),
        ("2026-04-01T10:00:00+03:00", "2026-05-04"),
        ("2026-11-25T10:00:00+02:00", "2026-12-28"),
        ("2026-04-14T10:00:00+03:00", "2026-05-15"),
        ("2026-12-06T10:00:00+02:00", "2027-01-07"),
    ];
    for (arrived, wanted) in cases {
        assert_eq!(last_day(&finnish(), at(arrived), 1), wanted.parse().unwrap(), "{arrived}");
    }
    // Where no holidays are known, weekends still are.
    let day = last_day(&Notice::default(), at("2026-12-06T10:00:00+02:00"), 1);
    assert_eq!(day, "2027-01-06".parse().unwrap());
}

#[test]
fn easter_falls_where_the_almanac_has_it() {
    let known = ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"];
    for day in known {
        let day: Date = day.parse().unwrap();
        assert_eq!(easter(day.year()), Some(day));
    }
}

proptest! {
    #[test]
    fn the_clock_that_is_kept_is_never_later_than_the_law_s(
        arrived in 1_700_000_000_i64..3_000_000_000,
        promised in proptest::option::of(0..200_i32),
        waited in -100_000_i64..10_000_000,
    ) {
        let arrived = Timestamp::from_second(arrived).unwrap();
        let notice = promised.map_or_else(finnish, |days| promising("access", Period::of_days(days)));
        let due = due(&notice, "access", arrived);
        let limit = last_day(&notice, arrived, 1);
        prop_assert!(due >= arrived && date_of(due) <= limit, "{arrived} {due} {limit}");
        prop_assert!(is_working_day("fi", limit));
        // The law gives at least the month, and at most the longest run of holidays more.
        let month = date_of(Period::of_months(1).after(arrived));
        prop_assert!(limit >= month && limit <= month.checked_add(6.days()).unwrap());
        if let Some(days) = promised {
            prop_assert!(due <= Period::of_days(days).after(arrived));
        }
        // An extension is two months more than the month, and a pause never shortens anything.
        let stood = stood(arrived, arrived + SignedDuration::from_secs(waited));
        let longer = extended(arrived, stood);
        prop_assert!(stood >= SignedDuration::ZERO && longer >= Period::of_months(3).after(arrived));
        prop_assert!(date_of(extended(arrived, SignedDuration::ZERO)) <= last_day(&notice, arrived, 3));
    }
}

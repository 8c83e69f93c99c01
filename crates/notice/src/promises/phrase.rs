//! Words, dates, periods and lists as sentences need them.

use std::sync::LazyLock;

use fluent_bundle::FluentValue;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use seloste_kernel::{Lang, Timestamp, Words, ZONE};

use crate::model::{Period, Text};

/// An argument of a sentence.
pub type Arg = FluentValue<'static>;

static WORDS: LazyLock<Result<Words, String>> = LazyLock::new(|| {
    Words::new(&[
        (Lang::Fi, "fi/promises.ftl", include_str!("../../locales/fi/promises.ftl")),
        (Lang::Sv, "sv/promises.ftl", include_str!("../../locales/sv/promises.ftl")),
        (Lang::En, "en/promises.ftl", include_str!("../../locales/en/promises.ftl")),
        (Lang::Fi, "fi/diff.ftl", include_str!("../../locales/fi/diff.ftl")),
        (Lang::Sv, "sv/diff.ftl", include_str!("../../locales/sv/diff.ftl")),
        (Lang::En, "en/diff.ftl", include_str!("../../locales/en/diff.ftl")),
        (Lang::Fi, "fi/render.ftl", include_str!("../../locales/fi/render.ftl")),
        (Lang::Sv, "sv/render.ftl", include_str!("../../locales/sv/render.ftl")),
        (Lang::En, "en/render.ftl", include_str!("../../locales/en/render.ftl")),
    ])
});

static HELSINKI: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get(ZONE).unwrap_or(TimeZone::UTC));

/// The text of `key`.
pub fn say(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    match &*WORDS {
        Ok(words) => words.say(lang, key, args),
        Err(error) => format!("⟦{error}⟧"),
    }
}

/// The text of `key`, when there is one.
pub fn known(lang: Lang, key: &str) -> Option<String> {
    let has = WORDS.as_ref().is_ok_and(|words| words.has(lang, key));
    has.then(|| say(lang, key, &[]))
}

/// The text in this language, or else in the first that it has.
pub fn text(text: &Text, lang: Lang) -> &str {
    text.get(&lang).or_else(|| text.values().next()).map_or("", String::as_str).trim()
}

/// A country's name, or its code when it has none here.
pub fn country(lang: Lang, code: &str) -> String {
    known(lang, &format!("country-{code}")).unwrap_or_else(|| code.to_owned())
}

/// A name from the notice, in the quotation marks of the language.
pub fn quoted(lang: Lang, name: &str) -> String {
    say(lang, "quoted", &[("name", Arg::from(name.to_owned()))])
}

/// `a, b and c`.
pub fn list(lang: Lang, items: &[String]) -> String {
    joined(lang, "list-and", items)
}

/// `a, b or c`.
pub fn either(lang: Lang, items: &[String]) -> String {
    joined(lang, "list-or", items)
}

fn joined(lang: Lang, key: &str, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => {
            let args = [("head", Arg::from(head.join(", "))), ("last", Arg::from(last.clone()))];
            say(lang, key, &args)
        }
    }
}

/// How a period stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As a figure of its own: `1 kuukausi`.
    Plain,
    /// Inside a sentence, Finnish genitive: `kuukauden`.
    Within,
}

/// A period in words.
pub fn period(lang: Lang, period: Period, case: Case) -> String {
    let parts = [
        ("years", period.years),
        ("months", period.months),
        ("days", period.days),
        ("hours", period.hours),
        ("minutes", period.minutes),
    ];
    let suffix = if case == Case::Within { "-within" } else { "" };
    let unit = |name: &str, n: i32| {
        say(lang, &format!("period-{name}{suffix}"), &[("n", Arg::from(i64::from(n)))])
    };
    let said: Vec<String> =
        parts.iter().filter(|(_, n)| *n != 0).map(|(name, n)| unit(name, *n)).collect();
    if said.is_empty() { unit("minutes", 0) } else { list(lang, &said) }
}

/// The civil day in Helsinki.
pub fn day(at: Timestamp) -> Date {
    at.to_zoned(HELSINKI.clone()).date()
}

/// A date: `1.2.2026`, `1 February 2026`.
pub fn date(lang: Lang, date: Date) -> String {
    let month = say(lang, &format!("month-{}", date.month()), &[]);
    let args = [
        ("day", Arg::from(date.day().to_string())),
        ("month", Arg::from(month)),
        ("year", Arg::from(date.year().to_string())),
    ];
    say(lang, "date", &args)
}

/// A moment: `21.11.2026 klo 12.05`.
pub fn moment(lang: Lang, at: Timestamp) -> String {
    let local = at.to_zoned(HELSINKI.clone());
    let args = [
        ("date", Arg::from(date(lang, local.date()))),
        ("hour", Arg::from(local.hour().to_string())),
        ("minute", Arg::from(format!("{:02}", local.minute()))),
    ];
    say(lang, "moment", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_texts_exist_in_all_languages() {
        let words = WORDS.as_ref().unwrap();
        assert_eq!(words.gaps(), []);
    }

    #[test]
    fn periods_follow_the_language() {
        let p = Period { months: 1, hours: 2, ..Period::default() };
        assert_eq!(period(Lang::Fi, p, Case::Within), "kuukauden ja 2 tunnin");
        assert_eq!(period(Lang::Fi, p, Case::Plain), "1 kuukausi ja 2 tuntia");
        assert_eq!(period(Lang::Sv, p, Case::Within), "en månad och 2 timmar");
        assert_eq!(period(Lang::En, p, Case::Plain), "1 month and 2 hours");
        assert_eq!(period(Lang::En, Period::default(), Case::Plain), "0 minutes");
    }

    #[test]
    fn dates_are_counted_in_helsinki() {
        let at: Timestamp = "2026-01-31T22:05:00Z".parse().unwrap();
        assert_eq!(moment(Lang::Fi, at), "1.2.2026 klo 0.05");
        assert_eq!(moment(Lang::Sv, at), "1.2.2026 kl. 0.05");
        assert_eq!(date(Lang::En, day(at)), "1 February 2026");
    }
}

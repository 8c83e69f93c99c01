//! Whether a promise is being kept: plain data that engine, pages and command line share.

use std::collections::BTreeMap;

use jiff::civil::Date;
use seloste_kernel::{Lang, Timestamp};
use serde::{Deserialize, Serialize};

use super::phrase::{self, Arg, say};

/// The state of one promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// The invariant held when it was last checked.
    Kept {
        /// When that was.
        checked_at: Timestamp,
    },
    /// The invariant does not hold.
    Broken {
        /// What is wrong: one of [`WHYS`].
        why: String,
        /// Figures and names for the explanation; never personal data.
        args: BTreeMap<String, String>,
        /// When it was first found broken.
        since: Timestamp,
    },
    /// Somebody vouches for it, until the end of this day.
    AttestedUntil {
        /// The last day.
        date: Date,
    },
    /// Something must be done by this day.
    Due {
        /// The last day.
        date: Date,
    },
    /// Not so yet, and nothing wrong before the end of this day: somebody still has to do it.
    /// Without a day it may wait, for it promises nobody anything yet.
    Awaited {
        /// What is missing: one of [`WHYS`].
        why: String,
        /// Names for the explanation; never personal data.
        args: BTreeMap<String, String>,
        /// The last day, if there is one.
        date: Option<Date>,
    },
    /// Told, not checked.
    Text,
}

/// Why a promise can be broken; each has its words, with `count` and `name` as arguments.
pub const WHYS: [&str; 34] = [
    "past-due",
    "job-late",
    "clock-in-doubt",
    "unsealed",
    "undeclared-kind",
    "undeclared-field",
    "undeclared-purpose",
    "undeclared-cookie",
    "undeclared-host",
    "outside-eea",
    "contract-over",
    "wrong-source",
    "undeclared-role",
    "missing-consent",
    "misheld",
    "too-fine",
    "used-without-consent",
    "used-after-objection",
    "ledger-broken",
    "unlogged",
    "address-found",
    "insecure-connection",
    "local-connection",
    "missing-header",
    "case-late",
    "backup-late",
    "log-old",
    "contact-gone",
    "contact-missing",
    "no-second-factor",
    "no-attestation",
    "version-mismatch",
    "program-differs",
    "check-failed",
];

/// How a state looks at a given day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// As promised.
    Good,
    /// Time has run out for somebody's word or task.
    Late,
    /// Broken.
    Bad,
    /// Neither: told only, or not checked yet.
    Plain,
}

/// States by promise id, and the moment they are told for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct States {
    /// When this was asked.
    pub as_of: Timestamp,
    /// What was found; a promise that is absent has not been checked yet.
    pub of: BTreeMap<String, State>,
}

impl State {
    /// How it looks on the day of `as_of`.
    pub fn tone(&self, as_of: Timestamp) -> Tone {
        match self {
            Self::Kept { .. } => Tone::Good,
            Self::Broken { .. } => Tone::Bad,
            Self::AttestedUntil { date } | Self::Due { date } => {
                if phrase::day(as_of) > *date {
                    Tone::Late
                } else {
                    Tone::Good
                }
            }
            Self::Awaited { date: Some(date), .. } if phrase::day(as_of) > *date => Tone::Late,
            Self::Awaited { .. } | Self::Text => Tone::Plain,
        }
    }

    /// The state in words.
    pub fn say(&self, lang: Lang, as_of: Timestamp) -> String {
        let late = self.tone(as_of) == Tone::Late;
        let dated = |key: &str, date: Date| {
            say(lang, key, &[("date", Arg::from(phrase::date(lang, date)))])
        };
        match self {
            Self::Kept { checked_at } => {
                say(lang, "state-kept", &[("time", phrase::moment(lang, *checked_at).into())])
            }
            Self::Broken { why, args, since } => say(
                lang,
                "state-broken",
                &[
                    ("why", explain(lang, why, args).into()),
                    ("time", phrase::moment(lang, *since).into()),
                ],
            ),
            Self::AttestedUntil { date } if late => dated("state-attestation-expired", *date),
            Self::AttestedUntil { date } => dated("state-attested", *date),
            Self::Due { date } if late => dated("state-overdue", *date),
            Self::Due { date } => dated("state-due", *date),
            Self::Awaited { why, args, date: None } => explain(lang, why, args),
            Self::Awaited { why, args, date: Some(date) } => say(
                lang,
                "state-awaited",
                &[
                    ("why", explain(lang, why, args).into()),
                    ("date", phrase::date(lang, *date).into()),
                ],
            ),
            Self::Text => say(lang, "state-text", &[]),
        }
    }
}

fn explain(lang: Lang, why: &str, args: &BTreeMap<String, String>) -> String {
    let known = WHYS.contains(&why);
    let key = format!("why-{}", if known { why } else { "check-failed" });
    let count: i64 = args.get("count").and_then(|count| count.parse().ok()).unwrap_or(1);
    let name = args.get("name").cloned().unwrap_or_else(|| if known { "?" } else { why }.into());
    say(lang, &key, &[("count", count.into()), ("name", name.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_words() {
        for lang in Lang::ALL {
            for why in WHYS {
                let args = [("count", "2"), ("name", "x")].map(|(k, v)| (k.into(), v.into()));
                let said = explain(lang, why, &args.into());
                assert!(!said.contains('⟦') && !said.is_empty(), "{lang} {why}: {said}");
            }
        }
    }

    #[test]
    fn a_word_that_has_run_out_is_late_the_day_after() {
        let state = State::AttestedUntil { date: jiff::civil::date(2026, 11, 21) };
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(state.tone(at("2026-11-21T21:59:59Z")), Tone::Good);
        assert_eq!(state.tone(at("2026-11-21T22:00:00Z")), Tone::Late, "midnight in Helsinki");
    }

    #[test]
    fn states_survive_json() {
        let broken = State::Broken {
            why: "past-due".into(),
            args: [("count".to_owned(), "3".to_owned())].into(),
            since: Timestamp::UNIX_EPOCH,
        };
        let json = serde_json::to_string(&broken).unwrap();
        assert!(json.contains(r#""state":"broken""#), "{json}");
        assert_eq!(serde_json::from_str::<State>(&json).unwrap(), broken);
    }
}

//! `use-undeclared`: marketing and research are called so.
//!
//! Why: Whoever objects to them must be left out at once, which the program does where the notice
//! says that a purpose is one of them.
//!
//! Mend: Add `use="direct-marketing"` or `use="market-research"` to the purpose.

use super::forbidden_declared::{MARKETING, RESEARCH, is_of};
use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL113",
    slug: "use-undeclared",
    level: Level::Error,
    law: Law::sure(&["GDPR Art. 21(2)", "GDPR Art. 21(3)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["purpose develop"],
            with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Uutiskirjeen ja mainosten lähettäminen" }"#,
        },
        Sample::Part {
            without: &["purpose develop"],
            with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Mielipidetutkimukset" }"#,
        },
    ],
    passes: &[
        Sample::Part {
            without: &["purpose develop"],
            with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" use="direct-marketing" { fi "Uutiskirjeen ja mainosten lähettäminen" }"#,
        },
        Sample::Part {
            without: &["purpose develop"],
            with: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" { fi "Kehittäminen, ei mainontaa" }"#,
        },
    ],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for purpose in cx.notice.purposes.iter().filter(|purpose| purpose.usage.is_none()) {
        let uses = [("direct-marketing", MARKETING), ("market-research", RESEARCH)];
        let found =
            uses.iter().find_map(|(usage, family)| Some((usage, is_of(purpose, &[family])?)));
        if let Some((usage, level)) = found {
            let found = CHECK.found(purpose.span).with("name", &purpose.name).with("use", *usage);
            out.push(Finding { level, ..found });
        }
    }
}

super::sample_tests!();

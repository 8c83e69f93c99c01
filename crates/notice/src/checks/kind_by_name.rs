//! `kind-by-name`: who is an association, a company or a foundation by its name is no authority.
//!
//! Why: The kind decides which legal bases are open, and whether documents are public.
//!
//! Mend: Write `kind="association"`, `kind="company"` or `kind="foundation"`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL117",
    slug: "kind-by-name",
    level: Level::Warning,
    law: Law::likely(&["GDPR Art. 6(1), second subparagraph", "GDPR Art. 37(1)(a)"]),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["controller"],
            with: r#"controller "Esimerkki ry" kind="authority" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
        },
        Sample::Part {
            without: &["controller"],
            with: r#"controller "Esimerkkisäätiö" kind="authority" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
        },
        Sample::Part {
            without: &["controller"],
            with: r#"controller "Osuuskunta Esimerkki osk." kind="authority" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
        },
    ],
    passes: &[
        Sample::Part { without: &[], with: "" },
        Sample::Part {
            without: &["controller"],
            with: r#"controller "Esimerkin ryhmä" kind="authority" { address "PL 1"; email "a@example.fi"; phone "+358 29 000 0000" }"#,
        },
    ],
};

/// Ends of names that the law keeps for a legal form, in Finnish and in Swedish.
const FORMS: &[(&str, &[&str])] = &[
    ("association", &["ry", "rf", "yhdistys", "förening"]),
    (
        "company",
        &["oy", "ab", "oyj", "abp", "osk", "anl", "ay", "ky", "tmi", "osakeyhtiö", "aktiebolag"],
    ),
    ("foundation", &["sr", "säätiö", "stiftelse"]),
];

/// Those that are also the last part of a longer word: `Esimerkkisäätiö`.
const IN_WORDS: &[&str] = &["säätiö", "stiftelse", "yhdistys", "förening"];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let controller = &cx.notice.controller;
    if controller.kind != "authority" {
        return;
    }
    if let Some(kind) = by_name(&controller.name) {
        out.push(CHECK.found(controller.span).with("name", &controller.name).with("kind", kind));
    }
}

/// The kind that the last word of a name tells.
fn by_name(name: &str) -> Option<&'static str> {
    let last = name.split_whitespace().last()?.replace('.', "").to_lowercase();
    let tells = |end: &&&str| last == **end || (IN_WORDS.contains(*end) && last.ends_with(**end));
    FORMS.iter().find(|(_, ends)| ends.iter().any(|end| tells(&end))).map(|(kind, _)| *kind)
}

super::sample_tests!();

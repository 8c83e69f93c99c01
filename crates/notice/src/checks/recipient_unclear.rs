//! `recipient-unclear`: what a recipient may get can be obeyed.
//!
//! Why: The program hands nothing over by a rule that it cannot read.
//!
//! Mend: Name kinds and fields that are collected, and give a class its `grounds`.

use super::{Check, Context, Finding, Law, Level, Sample};

/// The check.
pub const CHECK: Check = Check {
    code: "SEL118",
    slug: "recipient-unclear",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[
        Sample::Part {
            without: &["recipients"],
            with: r#"recipients {
        recipient "Esimerkki ry" country="FI" purposes="develop" {
            fi "Yhdistys"
            gets "feedback" fields="shoe-size"
        }
    }"#,
        },
        Sample::Part {
            without: &["recipients"],
            with: r#"recipients {
        class "by-law" country="FI" { fi "Viranomainen" }
    }"#,
        },
    ],
    passes: &[Sample::Part {
        without: &["recipients"],
        with: r#"recipients {
        recipient "Esimerkki ry" country="FI" purposes="develop" {
            fi "Yhdistys"
            gets "feedback" fields="message"
        }
        class "by-law" country="FI" grounds="statute" { fi "Viranomainen" }
    }"#,
    }],
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for recipient in &cx.notice.recipients {
        let mut told = |span, value: &str| {
            out.push(CHECK.found(span).with("name", &recipient.name).with("value", value));
        };
        if recipient.is_class() && recipient.grounds.is_empty() {
            told(recipient.span, "grounds");
        }
        for of in &recipient.gets {
            let Some(kind) = cx.notice.kind(&of.kind.value) else {
                told(of.kind.span, &of.kind.value);
                continue;
            };
            let unknown = of.fields.iter().find(|field| kind.field(&field.value).is_none());
            if let Some(field) = unknown {
                told(field.span, &field.value);
            }
        }
    }
}

super::sample_tests!();

//! `service-unknown`: a service is one that the program has, or says what runs it.
//!
//! Why: What nothing runs collects nothing, and the notice would promise an empty word.
//!
//! Mend: Use the name of a service of the program, or write `runs="records"` and the service's name
//! for people. Only `staff` and `rights` are ready-made.

use super::{Check, Context, Finding, Law, Level, Sample};
use crate::finding::{NOTHING_NEAR, did_you_mean};
use crate::grammar::SERVICES;
use crate::ready_made;

/// The check.
pub const CHECK: Check = Check {
    code: "SEL112",
    slug: "service-unknown",
    level: Level::Error,
    law: Law::language(),
    run: Some(run),
    fails: &[
        Sample::Part { without: &["service feedback"], with: UNKNOWN },
        Sample::Part { without: &["service feedback"], with: UNNAMED },
        Sample::Part { without: &["service feedback"], with: NOT_READY },
    ],
    passes: &[Sample::Part { without: &["service feedback"], with: RUN }],
};

const UNKNOWN: &str = r#"service "fedback" {
        collect "customer" from="person" {
            fi "Asiakas"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#;

const NOT_READY: &str = r#"service "feedback" ready-made=#true {
        collect "feedback" from="person" {
            fi "Palaute"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#;

const UNNAMED: &str = r#"service "customers" runs="records" {
        collect "customer" from="person" {
            fi "Asiakas"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#;

const RUN: &str = r#"service "customers" runs="records" {
        fi "Asiakkaat"
        collect "customer" from="person" {
            fi "Asiakas"
            field "message" category="content" purposes="develop" type="text" { fi "Viesti" }
            keep "1 month" from="sent"
            erase-on-request within="3 days"
        }
    }"#;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for service in &cx.notice.services {
        let unnamed = service.title.is_empty();
        let known = SERVICES.contains(&service.name.as_str());
        let ready = ready_made::delivered(&service.name).is_some();
        let near = match service.runs {
            _ if service.ready_made && !ready => "not-ready-made",
            Some(_) if unnamed => "no-text",
            None if !known => {
                did_you_mean(&service.name, SERVICES.iter().copied()).unwrap_or(NOTHING_NEAR)
            }
            _ => continue,
        };
        let found = CHECK.found(service.span).with("name", &service.name).with("near", near);
        let delivered = ready_made::names().collect::<Vec<_>>().join(", ");
        out.push(found.with("known", SERVICES.join(", ")).with("ready", delivered));
    }
}

super::sample_tests!();

//! The checks: one file each, one frozen table of codes.
//!
//! A check is a plain function from the notice to findings. Its file says what it wants, why, and
//! how to mend it, and holds a failing and a passing sample that are also its tests. Its words in
//! three languages are in `locales/*/checks.ftl` under its slug.

mod context;
pub(crate) mod language;
mod manual;
#[cfg(test)]
pub(crate) mod samples;
mod table;
mod words;

pub use context::Context;
pub(crate) use context::can;
pub(crate) use hidden_character::spelt_out;
pub use manual::manual;
pub use table::ALL;
pub use words::{Explanation, Said, explain, said};
pub(crate) use words::{law, word};

use jiff::civil::Date;

pub(crate) use crate::finding::{Finding, Level};
pub(crate) use crate::laws::Law;
use crate::model::Span;
use crate::reading::Reading;

/// One check.
#[derive(Debug)]
pub struct Check {
    /// Frozen code, `SEL014`. Never given to another check.
    pub code: &'static str,
    /// Name, and the beginning of the keys of its words.
    pub slug: &'static str,
    /// How grave its findings are.
    pub level: Level,
    /// The rule of law behind it.
    pub law: Law,
    /// What finds; nothing when the reading itself reports it.
    pub run: Option<fn(&Context<'_>, &mut Vec<Finding>)>,
    /// Notices that it finds wrong.
    pub fails: &'static [Sample],
    /// Notices like them that it finds right.
    pub passes: &'static [Sample],
}

impl Check {
    /// A finding of this check.
    pub(crate) const fn found(&self, span: Span) -> Finding {
        Finding {
            code: self.code,
            level: self.level,
            span,
            args: Vec::new(),
            notes: Vec::new(),
            law: self.law,
            paste: None,
        }
    }
}

/// A notice for a check's documentation and test.
#[derive(Debug)]
pub enum Sample {
    /// A whole file.
    Whole(&'static str),
    /// The smallest clean notice without some of its nodes and with others.
    Part {
        /// Nodes to leave out: `controller`, or with their value: `purpose develop`.
        without: &'static [&'static str],
        /// Nodes to put in.
        with: &'static str,
    },
}

/// Everything that is wrong in a notice: the reading's findings and those of all checks, in the
/// order of the text.
pub fn check(reading: &Reading) -> Vec<Finding> {
    look(reading, None)
}

/// As [`check`], and what is wrong on this day: contracts that have ended.
pub fn check_on(reading: &Reading, today: Date) -> Vec<Finding> {
    look(reading, Some(today))
}

/// A text may have so many stray bytes and still be read.
const STRAY_BYTES: usize = 10;

fn look(reading: &Reading, today: Option<Date>) -> Vec<Finding> {
    let mut findings = reading.findings.clone();
    // What is no text, or one in another encoding, is not looked at: whatever else it seems to say is
    // chance.
    let strange = reading.text.matches('\u{fffd}').nth(STRAY_BYTES).is_some();
    let first = findings.iter().position(|finding| says(finding, &["not-utf8"]));
    if let Some(first) = first.filter(|_| strange) {
        return vec![findings.swap_remove(first)];
    }
    // With a brace too few or too many everything stands in the wrong place and looks missing: the
    // mistake in the writing is told alone.
    if findings.iter().any(unbalances) {
        findings.retain(|finding| finding.code == language::SYNTAX.code);
        return findings;
    }
    // What stands in a line that cannot be read looks missing, too.
    if findings.iter().any(|finding| finding.code == language::SYNTAX.code) {
        return findings;
    }
    let context = Context { reading, notice: &reading.notice, today };
    // Without a notice every check would say the same thing in its own way.
    if !findings.iter().any(|finding| finding.code == language::NO_NOTICE.code) {
        for run in ALL.iter().filter_map(|check| check.run) {
            run(&context, &mut findings);
        }
    }
    findings.sort_by_key(|finding| (finding.span.offset, finding.code));
    findings
}

fn unbalances(finding: &Finding) -> bool {
    says(finding, &["never-closed", "stray-close"])
}

/// Whether it is about the writing, and says one of these.
fn says(finding: &Finding, faults: &[&str]) -> bool {
    let said = |(name, what): &(&str, String)| *name == "what" && faults.contains(&what.as_str());
    finding.code == language::SYNTAX.code && finding.args.iter().any(said)
}

/// That the program does not know what the notice declares at this place, or misses it there: for
/// the program to report.
pub fn differs(span: Span, what: &str, name: &str, known: &str) -> Finding {
    let found = program_differs::CHECK.found(span);
    found.with("what", what).with("name", name).with("known", known)
}

pub use as_delivered::found as as_delivered;

/// The check of this code or slug.
pub fn by_code(code: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|check| check.code.eq_ignore_ascii_case(code) || check.slug == code)
}

/// Expands to the tests of a check's samples.
macro_rules! sample_tests {
    () => {
        #[cfg(test)]
        mod tests {
            #[test]
            fn failing_samples_fail() {
                crate::checks::samples::fail(&super::CHECK);
            }

            #[test]
            fn passing_samples_pass() {
                crate::checks::samples::pass(&super::CHECK);
            }
        }
    };
}
pub(crate) use sample_tests;

/// Expands to a sample's register whose records are decided about, and what decides.
macro_rules! claims {
    ($decisions:literal) => {
        concat!(
            r#"service "claims" runs="records" {
        fi "Hakemukset"
        collect "claim" from="staff" {
            fi "Hakemus"
            field "income" category="content" purposes="develop" type="number" { fi "Tulot" }
            field "health" category="special" purposes="develop" ground="health-care" { fi "Terveys" }
            field "outcome" category="decision" purposes="develop" type="choice" { fi "Päätös"; choice "granted" { fi "Myönnetty" }; choice "refused" { fi "Hylätty" } }
            keep "1 year" from="decided"
            erase-on-request within="3 days"
        }
    }
    rights { access; rectification; erasure; restriction; objection; complaint; no-automated-decision }
    automated-decisions {
        "#,
            $decisions,
            "\n    }"
        )
    };
}
pub(crate) use claims;

// The checks themselves, by name.
mod absolute_claim;
mod address_unused;
mod analytics_consent;
mod analytics_keep;
mod analytics_signals;
mod analytics_silent;
mod analytics_tool;
mod anonymise_identifies;
mod anonymise_rare;
mod anonymise_unclear;
mod approval_unclear;
mod as_delivered;
mod attest_about;
mod attest_incomplete;
mod attest_role;
mod authority_consent;
mod authority_interests;
mod authority_law;
mod authority_missing;
mod backups_outlive;
mod bad_name;
mod bad_value;
mod basis_missing;
mod business_id;
mod category_missing;
mod choice_mismatch;
mod company_public_task;
mod consent_text;
mod consequence_missing;
mod contact_unbound;
mod contract_missing;
mod contract_over;
mod controller_incomplete;
mod controller_kind;
mod cookie_long;
mod cookie_name;
mod cookie_party;
mod cookie_without_consent;
mod cookies_silent;
mod cooling_off_long;
mod country_missing;
mod criterion_review;
mod curly_quotes;
mod decision_basis;
mod decision_review;
mod decision_right;
mod decision_special;
mod decision_unclear;
mod decisions_silent;
mod duplicate;
mod duty_unassigned;
mod engine_undeclared;
mod erase_contradiction;
mod erase_empty;
mod erase_missing;
mod erase_slow;
mod field_purpose_missing;
mod floor_unclear;
mod floor_without_duty;
mod forbidden_declared;
mod hidden_character;
mod hold_unclear;
mod hosting_unattested;
mod interest_missing;
mod keep_below_sweep;
mod keep_missing;
mod keep_twice;
mod kind_by_name;
mod kind_unreadable;
mod law_missing;
mod lookup_guessable;
mod measures_missing;
mod missing_language;
mod missing_text;
mod missing_value;
mod no_confirmation;
mod no_notice;
mod objection_missing;
mod officer_missing;
mod officer_unreachable;
mod operations_silent;
mod part_of_unknown;
mod period_absurd;
mod portability_missing;
mod program_differs;
mod promise_uncovered;
mod purpose_unknown;
mod purpose_unused;
mod purposes_missing;
mod recipient_unclear;
mod recipients_silent;
mod register_unnamed;
mod repealed_law;
mod required_on_consent;
mod review_missing;
mod right_missing;
mod right_slow;
mod role_idle;
mod service_empty;
mod service_unknown;
mod session_cookie;
mod session_idle;
mod shared_end;
mod source_missing;
mod source_unnamed;
mod special_ground;
mod staff_lookup;
mod surplus_value;
mod syntax;
mod target_slow;
mod template_residue;
mod time_in_text;
mod told_once;
mod too_large;
mod tool_unlisted;
mod transfer_contradiction;
mod transfer_mechanism;
mod transfer_undeclared;
mod transfer_unknown;
mod transfers_silent;
mod typed_version;
mod unique_anonymous;
mod unknown_node;
mod unknown_property;
mod unknown_value;
mod use_basis;
mod use_undeclared;
mod withdrawal_missing;

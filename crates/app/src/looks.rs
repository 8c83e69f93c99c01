//! Who has looked at somebody's data, in words: on the own page, in its copy and at the desk. The
//! ledger and the copy have every single look; pages tell them visit by visit.

use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::Timestamp;
use seloste_notice::model::Notice;
use seloste_register::{Looked, PROGRAM};
use seloste_web::Ctx;
use seloste_web::components::timeline;

use crate::sentences::text;

/// A letter has been taken by the relay.
pub const SENT: &str = "mail-sent";

/// The program at sending letters, as it stands in the ledger.
const MAILING: &str = "job:mail";

/// Looks that are no further apart belong to one visit.
const VISIT: SignedDuration = SignedDuration::from_mins(30);

/// What somebody in one role did for one purpose while they were there.
pub struct Visit {
    /// When it ended.
    pub at: Timestamp,
    began: Timestamp,
    /// In which role.
    pub role: String,
    /// For which purpose.
    pub purpose: String,
    /// What was done, in the order in which it began, and how often.
    done: Vec<(&'static str, i64)>,
}

/// The looks, visit by visit; both newest first.
pub fn visits(looks: &[Looked]) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    for look in looks {
        let same = |visit: &&mut Visit| {
            visit.role == look.role
                && visit.purpose == look.purpose
                && visit.began.duration_since(look.at) <= VISIT
        };
        match visits.iter_mut().rev().find(same) {
            Some(visit) => visit.add(look),
            None => visits.push(Visit::of(look)),
        }
    }
    visits
}

impl Visit {
    fn of(look: &Looked) -> Self {
        let (role, purpose) = (look.role.clone(), look.purpose.clone());
        Self { at: look.at, began: look.at, role, purpose, done: vec![(word(look), 1)] }
    }

    /// An earlier look of the same visit.
    fn add(&mut self, look: &Looked) {
        self.began = look.at;
        let word = word(look);
        let known = self.done.iter().position(|(known, _)| *known == word);
        let times = known.map_or(0, |place| self.done.remove(place).1);
        self.done.insert(0, (word, times + 1));
    }

    /// What was done, in words.
    pub fn told(&self, ctx: &Ctx) -> String {
        // How the program gets at what it sends is part of sending.
        let sent = self.done.iter().any(|(word, _)| *word == "rights-did-send");
        let part = |word: &str| sent && word == "rights-did-prepare";
        let told = self.done.iter().filter(|(word, _)| !part(word)).map(|(word, times)| {
            let what = ctx.say(word);
            if *times == 1 || self.role == MAILING {
                return what;
            }
            let args = [("what", what.into()), ("count", (*times).into())];
            ctx.say_with("rights-did-times", &args)
        });
        told.collect::<Vec<_>>().join(", ")
    }
}

/// The visits as staff are shown them beside a record.
pub fn told(ctx: &Ctx, notice: &Notice, looks: &[Looked]) -> Markup {
    let line = |visit: &Visit| {
        html! {
            p {
                (visit.told(ctx)) " · " (role(ctx, notice, &visit.role))
                br;
                span.quiet { (purpose(ctx, notice, &visit.purpose)) }
            }
        }
    };
    let visits: Vec<_> = visits(looks).iter().map(|visit| (visit.at, line(visit))).collect();
    timeline(ctx, &visits)
}

/// The text for one look.
fn word(look: &Looked) -> &'static str {
    match look.action.as_str() {
        SENT => "rights-did-send",
        _ if look.role == MAILING => "rights-did-prepare",
        action => did(action),
    }
}

/// A role as the notice tells it; staff are never named here (C-579/21).
pub fn role(ctx: &Ctx, notice: &Notice, role: &str) -> String {
    match role {
        "visitor" | "person" => ctx.say("rights-role-self"),
        "operator" => ctx.say("rights-role-operator"),
        key if key.starts_with(PROGRAM) => {
            let of = key.trim_start_matches(PROGRAM);
            let of = notice.role(of).map_or_else(|| of.to_owned(), |of| text(&of.text, ctx.lang));
            ctx.say_with("rights-role-key", &[("role", of.into())])
        }
        job if job.starts_with("job:") => ctx.say("rights-role-program"),
        role => {
            notice.role(role).map_or_else(|| role.to_owned(), |known| text(&known.text, ctx.lang))
        }
    }
}

/// The text for what was done.
fn did(action: &str) -> &'static str {
    match action {
        "collect" => "rights-did-collect",
        "read" | "search" => "rights-did-read",
        "answer" => "rights-did-answer",
        "classify" => "rights-did-classify",
        "amend" => "rights-did-amend",
        "export" => "rights-did-export",
        "disclose" => "rights-did-disclose",
        "decide-requests" | "decided" => "rights-did-decide",
        "erase" | "erase:restore" => "rights-did-erase",
        "erase:removed-field" => "rights-did-erase-field",
        "shorten" => "rights-did-shorten",
        "restrict" | "end-restriction" => "rights-did-restrict",
        "tell-end-of-restriction" => "rights-did-tell-end",
        "object" | "uphold-objection" => "rights-did-object",
        "refuse-objection" => "rights-did-refuse-objection",
        "hold" => "rights-did-hold",
        "release-hold" => "rights-did-release",
        "fetch-calendar" => "rights-did-fetch",
        "withdraw-consent" => "rights-did-withdraw",
        "wish-erasure" | "call-off-erasure" | "wish-carried-out" => "rights-did-wish",
        _ if action.starts_with("decide:") => "rights-did-decide-alone",
        _ if action.starts_with("review:") => "rights-did-review",
        _ => "rights-did-other",
    }
}

/// The purpose, in the notice's words.
pub fn purpose(ctx: &Ctx, notice: &Notice, name: &str) -> String {
    let known = notice.purpose(name).map(|purpose| text(&purpose.text, ctx.lang));
    known.unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use seloste_kernel::EntryId;

    use super::*;

    fn look(at: &str, role: &str, action: &str) -> Looked {
        let (role, action) = (role.to_owned(), action.to_owned());
        let at = format!("2026-01-14T{at}:00+02:00").parse().unwrap();
        let entry = EntryId::from_bytes([0; 16]);
        Looked { at, role, purpose: "answer".to_owned(), action, entry }
    }

    #[test]
    fn looks_are_told_visit_by_visit() {
        let looks = [
            look("10:40", "handler", "read"),
            look("10:12", "job:mail", SENT),
            look("10:11", "job:mail", "answer"),
            look("10:11", "handler", "answer"),
            look("10:10", "handler", "read"),
            look("10:02", "developer", "read"),
            look("09:00", "handler", "read"),
        ];
        let told: Vec<_> = visits(&looks)
            .into_iter()
            .map(|visit| (visit.role, visit.done.into_iter().map(|(_, n)| n).collect::<Vec<_>>()))
            .collect();
        let role = str::to_owned;
        let wanted = [
            (role("handler"), vec![2, 1]),
            (role("job:mail"), vec![1, 1]),
            (role("developer"), vec![1]),
            (role("handler"), vec![1]),
        ];
        assert_eq!(told, wanted);
    }
}

//! What is told beside somebody's records: what they have restricted and objected to (Art. 18, 21), and
//! what of theirs is gone while something stays.

use std::collections::BTreeMap;

use maud::{Markup, html};
use seloste_kernel::{EntryId, Fault, PersonId, RecordId, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Access, ErasedRecord, Objection, Outline, Restriction, Standpoint};
use seloste_web::Ctx;
use seloste_web::components::time;
use serde_json::{Value, json};

use super::own::{objection_told, restriction_told, why_erased};
use crate::app::App;
use crate::looks;
use crate::sentences::text;

/// What is told beside the records of a person.
pub struct Beside {
    restrictions: Vec<Restriction>,
    objections: Vec<Objection>,
    erased: Vec<ErasedRecord>,
    /// The records that are restricted by themselves.
    restricted: BTreeMap<RecordId, Outline>,
}

impl Beside {
    /// Of this person, now.
    ///
    /// # Errors
    /// `NotFound` when the access does not reach the person.
    pub async fn of(app: &App, access: &Access, person: PersonId) -> Result<Self, Fault> {
        let restrictions = app.engine.restrictions(access, person).await?;
        let objections = app.engine.objections(access, person).await?;
        let erased = app.engine.erased_of(access, person).await?;
        let mut restricted = BTreeMap::new();
        if restrictions.iter().any(|one| one.record.is_some()) {
            let held = app.engine.held(access, person).await?;
            restricted.extend(held.into_iter().map(|one| (one.record, one)));
        }
        Ok(Self { restrictions, objections, erased, restricted })
    }

    /// For programs: after the lists that a file of somebody's data begins with.
    pub fn lists(&self) -> [(&'static str, Value); 3] {
        let restriction = |one: &Restriction| {
            json!({
                "record": one.record, "ground": one.ground.word(),
                "since": one.since.to_string(), "ends": one.ends.map(|at| at.to_string()),
            })
        };
        let objection = |one: &Objection| {
            json!({
                "purpose": one.purpose, "state": standpoint(one.standpoint),
                "since": one.since.to_string(),
            })
        };
        let erased = |one: &ErasedRecord| {
            json!({
                "kind": one.kind, "number": one.number, "at": at(one).to_string(),
                "why": one.why.word(), "ledger-entry": one.entry,
            })
        };
        [
            ("restrictions", self.restrictions.iter().map(restriction).collect()),
            ("objections", self.objections.iter().map(objection).collect()),
            ("erased", self.erased.iter().map(erased).collect()),
        ]
    }

    /// What is restricted and objected to, for people; nothing where nothing is.
    pub fn limits(&self, ctx: &Ctx, notice: &Notice) -> Markup {
        if self.restrictions.is_empty() && self.objections.is_empty() {
            return html! {};
        }
        html! {
            h2 { (ctx.say("own-limits")) }
            @for one in &self.restrictions {
                h3 { (self.restricts(ctx, notice, one)) }
                (restriction_told(ctx, one))
            }
            @for one in &self.objections {
                h3 { (looks::purpose(ctx, notice, &one.purpose)) }
                p { (objection_told(ctx, one)) }
            }
        }
    }

    fn restricts(&self, ctx: &Ctx, notice: &Notice, one: &Restriction) -> String {
        match one.record.and_then(|record| self.restricted.get(&record)) {
            Some(record) => name(ctx, notice, &record.kind, record.number),
            None => ctx.say("own-limits-all"),
        }
    }

    /// What is gone, with its proof as this shows it; nothing where nothing is.
    pub fn gone(
        &self,
        ctx: &Ctx,
        notice: &Notice,
        proof: impl Fn(&Ctx, EntryId) -> Markup,
    ) -> Markup {
        html! {
            @if !self.erased.is_empty() {
                h2 { (ctx.say("own-erased")) }
                ul {
                    @for one in &self.erased {
                        li {
                            (name(ctx, notice, &one.kind, one.number)) ", " (time(ctx, at(one))) ". "
                            (why_erased(ctx, one.why)) ". "
                            (ctx.say("rights-erased-proof")) ": " (proof(ctx, one.entry))
                        }
                    }
                }
                p.quiet { (ctx.say("rights-erased-proof-text")) }
            }
        }
    }
}

fn at(one: &ErasedRecord) -> Timestamp {
    Timestamp::from_millisecond(one.at_ms).unwrap_or_default()
}

fn name(ctx: &Ctx, notice: &Notice, kind: &str, number: Option<i64>) -> String {
    let title = notice.kind(kind).map_or_else(|| kind.to_owned(), |of| text(&of.title, ctx.lang));
    number.map_or(title.clone(), |number| format!("{title} {number}"))
}

/// Its word, for programs.
pub fn standpoint(of: Standpoint) -> &'static str {
    match of {
        Standpoint::ForGood => "for-good",
        Standpoint::Listed => "listed",
        Standpoint::Waiting => "waiting",
        Standpoint::Upheld => "upheld",
    }
}

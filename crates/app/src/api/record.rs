//! How an opened record looks to programs.

use std::collections::BTreeMap;

use seloste_kernel::{Exit, Fault, Timestamp};
use seloste_register::{Access, Held, Opened};
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::last_day;

/// A record: only the fields that the caller's purpose opens.
#[derive(Serialize, ToSchema)]
pub struct Record {
    /// Its id.
    pub id: String,
    /// Its kind, as in the notice.
    pub kind: String,
    /// How far it has been dealt with.
    pub state: String,
    /// The record that it hangs on.
    pub part_of: Option<String>,
    /// Its number.
    pub number: Option<i64>,
    /// When it was written.
    #[schema(value_type = String, format = DateTime)]
    pub created: Timestamp,
    /// When it was last changed.
    #[schema(value_type = String, format = DateTime)]
    pub updated: Timestamp,
    /// When it is erased at the latest; absent while the event that starts the period has not come, and
    /// while a ground keeps it whose end is not known.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Timestamp>,
    /// Changes when the record does.
    pub version: i64,
    /// The version of the notice that it was written under.
    pub notice_version: i64,
    /// Its fields by their names in the notice.
    pub fields: BTreeMap<String, String>,
    /// What was consented to.
    pub consents: Vec<Consent>,
    /// Which fields hold what a program has decided (Art. 22).
    pub automated: Vec<Automated>,
}

/// An outcome that a program decided without a human, and what a human said of it since.
#[derive(Serialize, ToSchema)]
pub struct Automated {
    /// The field.
    field: String,
    /// The decision, as the notice names it.
    decision: String,
    /// What the program decided.
    outcome: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// When a human has looked at it; absent while none has.
    #[schema(value_type = Option<String>, format = DateTime)]
    reviewed: Option<Timestamp>,
    /// Whether that human decided otherwise.
    changed: bool,
}

/// A consent (Art. 7(1)); its time is that of the record.
#[derive(Serialize, ToSchema)]
pub struct Consent {
    /// To which purpose.
    purpose: String,
    /// Under which version of the notice, whose text says what was asked.
    notice_version: i64,
    /// In which language it was asked.
    lang: &'static str,
}

impl Record {
    /// A record with the day on which it really goes, with what keeps it.
    pub fn kept(opened: &Opened, held: &[Held], now: Timestamp) -> Self {
        let fields = opened.fields.iter();
        let consents = opened.consents.iter();
        let automated = opened.automated.iter();
        Self {
            id: opened.id.to_string(),
            kind: opened.kind.clone(),
            state: opened.state.clone(),
            part_of: opened.thread.map(|whole| whole.to_string()),
            number: opened.number,
            created: opened.created,
            updated: opened.updated,
            due: last_day::goes_on(opened, held, now),
            version: opened.version,
            notice_version: opened.notice_version,
            fields: fields
                .map(|(name, value)| (name.clone(), value.expose(Exit::Api).clone()))
                .collect(),
            consents: consents
                .map(|consent| Consent {
                    purpose: consent.purpose.clone(),
                    notice_version: consent.notice_version,
                    lang: consent.lang.tag(),
                })
                .collect(),
            automated: automated
                .map(|(field, made)| Automated {
                    field: field.clone(),
                    decision: made.decision.clone(),
                    outcome: made.outcome.clone(),
                    at: made.at(),
                    reviewed: made.reviewed(),
                    changed: made.changed,
                })
                .collect(),
        }
    }

    /// Records as staff are told of them, in their order.
    ///
    /// # Errors
    /// As [`seloste_register::Engine::holds_among`].
    pub async fn all(app: &App, access: &Access, opened: &[Opened]) -> Result<Vec<Self>, Fault> {
        let (holds, now) = (app.engine.holds_among(access, opened).await?, app.engine.now());
        let held = |one: &Opened| holds.get(&one.id).map_or(&[][..], Vec::as_slice);
        Ok(opened.iter().map(|one| Self::kept(one, held(one), now)).collect())
    }

    /// One record, as staff are told of it.
    ///
    /// # Errors
    /// As [`Record::all`].
    pub async fn one(app: &App, access: &Access, opened: &Opened) -> Result<Self, Fault> {
        let held = app.engine.holds_on(access, opened.person, &[opened.id]).await?;
        let held = held.get(&opened.id).map_or(&[][..], Vec::as_slice);
        Ok(Self::kept(opened, held, app.engine.now()))
    }
}

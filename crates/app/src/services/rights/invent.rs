//! Requests and erasures for the demo, made through the same gates as any other.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, Lang, Sensitive};
use seloste_register::{Action, Owner, RIGHTS, Recognised};
use serde::Deserialize;

use super::person_access;
use super::requests::{self, Asked};
use crate::app::App;
use crate::erasing;

/// One invented request that waits for a decision.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invented {
    #[serde(rename = "type")]
    what: String,
    text: String,
    contact: String,
}

/// Writes a request that came by the form just now.
///
/// # Errors
/// As collecting.
pub async fn invent(app: &Arc<App>, one: &Invented) -> Result<(), Fault> {
    let register = app.register()?.notice.id.clone();
    let access = app.engine.access(&register, Actor::Visitor, RIGHTS, Action::Collect)?;
    let mut command = [0; 16];
    app.random.fill(&mut command);
    let asked = Asked {
        what: one.what.clone(),
        text: Some(Sensitive::new(one.text.clone())),
        contact: Some(Sensitive::new(one.contact.clone())),
        channel: "form".to_owned(),
        lang: Lang::Fi,
        arrived: None,
        sent_by: None,
        purpose: None,
        behalf: None,
        command,
    };
    requests::open(app, &access, Owner::New, asked).await.map(drop)
}

/// Erases all that lies behind a receipt code, as its holder would.
///
/// # Errors
/// As erasing.
pub async fn erase(app: &Arc<App>, receipt: &str) -> Result<(), Fault> {
    let receipt = Sensitive::new(receipt.to_owned());
    let found = app.engine.recognise(&app.register()?.notice.id, &receipt).await?;
    if let Some(Recognised::Person { person, .. }) = found {
        let access = person_access(app, person, Action::Erase)?;
        erasing::erase_person(app, &access, person).await?;
    }
    Ok(())
}

//! Handing over what a second person has approved.

use std::sync::Arc;

use axum::extract::{Path, State};
use seloste_kernel::RecordId;
use seloste_register::Action;
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx};

use super::{disclose, item};
use crate::app::App;
use crate::console::Staff;
use crate::disclosing::HAND_OVER;

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, disclosure)): Path<(RecordId, RecordId)>,
    sent: Submission,
) -> Answer {
    item::either(&app, &staff, Action::Disclose)?;
    sent.pressed(&ctx, HAND_OVER)?;
    // Opened first: what cannot be shown must not be written down as handed over.
    let item = item::open(&app, &staff, id).await?;
    let access = item.access(&app, &staff, Action::Disclose)?;
    let leave = app.engine.hand_over(&access, disclosure, &item.opened).await?;
    Ok(disclose::handed_over(&ctx, &item, &leave))
}

//! Handing over what a second person has approved, and what still waits for that.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Fault, PersonId, RecordId};
use seloste_register::{APPROVED, Action, DISCLOSURE, PROPOSED, Query, Waiting};
use seloste_web::components::{button_quiet, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx};

use super::{disclose, item};
use crate::app::App;
use crate::console::Staff;

const FORM: &str = "feedback-hand-over";

/// The disclosures about a person that are not made yet, unopened.
///
/// # Errors
/// When the store fails.
pub(super) async fn pending(app: &App, person: PersonId) -> Result<Vec<Waiting>, Fault> {
    let register = &app.register()?.notice.id;
    let of = Query {
        person: Some(person),
        oldest_first: true,
        ..Query::in_states(DISCLOSURE, &[PROPOSED, APPROVED])
    };
    Ok(app.engine.waiting(register, &of).await?.0)
}

/// What waits, and a button where nobody needs to be waited for any more.
pub(super) fn list(ctx: &Ctx, here: &str, pending: &[Waiting]) -> Markup {
    html! {
        @for one in pending {
            p { (ctx.say(&format!("disclose-state-{}", one.state))) }
            @if one.state == APPROVED {
                @let path = format!("{here}/luovuta/{}", one.record);
                div.actions { (post_button(ctx, FORM, &path, button_quiet(&ctx.say("disclose-hand-over")))) }
            }
        }
    }
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, disclosure)): Path<(RecordId, RecordId)>,
    sent: Submission,
) -> Answer {
    item::either(&app, &staff, Action::Disclose)?;
    sent.pressed(&ctx, FORM)?;
    // Opened first: what cannot be shown must not be written down as handed over.
    let item = item::open(&app, &staff, id).await?;
    let access = item.access(&app, &staff, Action::Disclose)?;
    let names = app.engine.hand_over(&access, disclosure, id).await?;
    Ok(disclose::handed_over(&ctx, &item, names.iter().map(String::as_str)))
}

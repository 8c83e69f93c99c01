//! Giving feedback to somebody outside: recipient, purpose and ground first, recorded before
//! anything is handed over. A provision that is not on the list waits for a second person, and so does
//! whatever the notice says that of.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Access, Action, Disclosed, Leave, Register};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::FEEDBACK;
use super::item::{self, Item};
use crate::app::App;
use crate::console::Staff;
use crate::disclosing;
use crate::disclosing::{FOR_ONE, chosen, disclosure, fields, given, items, wrong};

/// Fields of a feedback that can be disclosed.
const ITEMS: [&str; 3] = ["message", "name", "email"];

fn spec(ctx: &Ctx, register: &Register) -> FormSpec {
    let mut fields = fields(ctx, register, FOR_ONE);
    fields.push(items(ctx, &register.notice, FEEDBACK, &ITEMS));
    FormSpec::new("feedback-disclose", fields)
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let (_, register) = asked(&app, &staff, id).await?;
    Ok(page(&ctx, &register, id, (&Values::none(), &FormErrors::none())))
}

/// Whoever may hand over feedback, and that there is any: the form for it opens none of it yet.
async fn asked(app: &App, staff: &Staff, id: RecordId) -> Result<(Access, Arc<Register>), Fault> {
    let access = item::either(app, staff, Action::Disclose)?;
    let register = app.register()?;
    match app.engine.kind_of(&register.notice.id, id).await?.as_deref() {
        Some(FEEDBACK) => Ok((access, register)),
        _ => Err(Fault::not_found()),
    }
}

fn page(
    ctx: &Ctx,
    register: &Register,
    id: RecordId,
    (values, errors): (&Values, &FormErrors),
) -> Response {
    let form = Form {
        spec: &spec(ctx, register),
        action: &format!("/hallinta/palaute/{id}/luovuta"),
        values,
        errors,
        submit: &ctx.say("disclose-submit"),
    };
    Page::new(ctx.say("disclose-title"), form.render(ctx, html! {}))
        .lead(ctx.say("disclose-lead"))
        .status(errors.status())
        .trail(trail(ctx))
        .render(ctx)
}

pub(super) fn trail(ctx: &Ctx) -> Vec<Link> {
    vec![Link::new("/hallinta/palaute", ctx.say("inbox-title"))]
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let (access, register) = asked(&app, &staff, id).await?;
    let (values, command) = match sent.read(&ctx, &spec(&ctx, &register))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            app.engine.note_refusal(&access).await?;
            return Ok(page(&ctx, &register, id, (&values, &errors)));
        }
    };
    let item = item::open(&app, &staff, id).await?;
    match record(&app, &ctx, &staff, &item, &values).await {
        Ok(disclosed) => Ok(answer(&ctx, &item, &disclosed)),
        Err(fault) => {
            ctx.send_again(command);
            Ok(page(&ctx, &register, id, (&values, &wrong(&ctx, fault)?)))
        }
    }
}

async fn record(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    item: &Item,
    values: &Values,
) -> Result<Disclosed, Fault> {
    let access = item.access(app, staff, Action::Disclose)?;
    let names: Vec<&str> = chosen(values).collect();
    let given = given(ctx, &item.register.notice, FEEDBACK, &names);
    let disclosure = disclosure(ctx, app, values, given).await?;
    let about = Some(item.opened.id);
    // Not hung on the feedback: who received it must be known after it is gone (Art. 19).
    app.engine.disclose(&access, item.opened.person, about, &disclosure, ctx.lang).await
}

fn answer(ctx: &Ctx, item: &Item, disclosed: &Disclosed) -> Response {
    match &disclosed.leave {
        None => waits(ctx, item.opened.id),
        Some(leave) => handed_over(ctx, item, leave),
    }
}

/// Shown only after the record of it is on disk.
pub(super) fn handed_over(ctx: &Ctx, item: &Item, leave: &Leave) -> Response {
    let given = (&item.opened, leave);
    disclosing::handed_over(ctx, &item.register.notice, given, trail(ctx))
}

fn waits(ctx: &Ctx, id: RecordId) -> Response {
    let back = Link::new(format!("/hallinta/palaute/{id}"), ctx.say("convert-back"));
    disclosing::waits(ctx, &back, trail(ctx))
}

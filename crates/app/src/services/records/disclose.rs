//! Giving a record to somebody outside: recorded before anything is handed over, and where the provision
//! is not on the list or the notice says so of the recipient, approved by a second person first.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Action, Disclosed, Leave};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::item::{self, Item};
use super::shown;
use crate::app::App;
use crate::console::Staff;
use crate::disclosing::{
    self, FOR_ONE, HAND_OVER, chosen, disclosure, fields, given, items, wrong,
};

async fn open(app: &App, staff: &Staff, id: RecordId) -> Result<Item, Fault> {
    item::open(app, staff, id, &[Action::Read, Action::Disclose], None).await
}

fn spec(ctx: &Ctx, item: &Item) -> FormSpec {
    let mut all = fields(ctx, &item.at.register, FOR_ONE);
    let given = item.at.opened(item.access.purpose()).map(|field| field.name.as_str());
    let names: Vec<&str> = given.filter(|name| item.opened.fields.contains_key(*name)).collect();
    all.push(items(ctx, &item.at.register.notice, &item.at.kind.kind, &names));
    FormSpec::new("records-disclose", all)
}

fn trail(ctx: &Ctx, item: &Item) -> Vec<Link> {
    let mut trail = item.at.trail(ctx);
    trail.push(Link::new(item.path(), shown::title(ctx, &item.at, &item.opened)));
    trail
}

fn page(ctx: &Ctx, item: &Item, (values, errors): (&Values, &FormErrors)) -> Response {
    let form = Form {
        spec: &spec(ctx, item),
        action: &format!("{}/luovuta", item.path()),
        values,
        errors,
        submit: &ctx.say("disclose-submit"),
    };
    Page::new(ctx.say("disclose-title"), form.render(ctx, html! {}))
        .lead(ctx.say("disclose-lead"))
        .status(errors.status())
        .trail(trail(ctx, item))
        .render(ctx)
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let item = open(&app, &staff, id).await?;
    Ok(page(&ctx, &item, (&Values::none(), &FormErrors::none())))
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = open(&app, &staff, id).await?;
    let access = staff.access(&app, item.access.purpose(), Action::Disclose)?;
    let (values, command) = match sent.read(&ctx, &spec(&ctx, &item))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            app.engine.note_refusal(&access).await?;
            return Ok(page(&ctx, &item, (&values, &errors)));
        }
    };
    match record(&app, &ctx, &access, &item, &values).await {
        Ok(disclosed) => Ok(answer(&ctx, &item, &disclosed)),
        Err(fault) => {
            ctx.send_again(command);
            Ok(page(&ctx, &item, (&values, &wrong(&ctx, fault)?)))
        }
    }
}

fn answer(ctx: &Ctx, item: &Item, disclosed: &Disclosed) -> Response {
    match &disclosed.leave {
        None => {
            let back = Link::new(item.path(), ctx.say("records-back"));
            disclosing::waits(ctx, &back, trail(ctx, item))
        }
        Some(leave) => handed_over(ctx, item, leave),
    }
}

fn handed_over(ctx: &Ctx, item: &Item, leave: &Leave) -> Response {
    let (notice, given) = (&item.at.register.notice, (&item.opened, leave));
    disclosing::handed_over(ctx, notice, given, trail(ctx, item))
}

async fn record(
    app: &Arc<App>,
    ctx: &Ctx,
    access: &seloste_register::Access,
    item: &Item,
    values: &Values,
) -> Result<Disclosed, Fault> {
    let (notice, kind) = (&item.at.register.notice, &item.at.kind.kind);
    let names: Vec<&str> = chosen(values).collect();
    let disclosure = disclosure(ctx, app, values, given(ctx, notice, kind, &names)).await?;
    let about = Some(item.opened.id);
    // Not hung on the record: who received it must be known after it is gone (Art. 19).
    app.engine.disclose(access, item.opened.person, about, &disclosure, ctx.lang).await
}

/// Hands over what a second person has approved.
pub(super) async fn hand_over(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, disclosure)): Path<(RecordId, RecordId)>,
    sent: Submission,
) -> Answer {
    // Opened first: what cannot be shown must not be written down as handed over.
    let item = open(&app, &staff, id).await?;
    sent.pressed(&ctx, HAND_OVER)?;
    let access = staff.access(&app, item.access.purpose(), Action::Disclose)?;
    let leave = app.engine.hand_over(&access, disclosure, &item.opened).await?;
    Ok(handed_over(&ctx, &item, &leave))
}

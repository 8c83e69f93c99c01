//! How a record stands: a choice of the notice's, set from its page. A state that the notice lets
//! keep a record begins and ends with the same write.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId, Sensitive};
use seloste_register::Action;
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx};

use super::act;
use super::item::{self, Item};
use super::known::{serves, state_field};
use crate::app::App;
use crate::console::Staff;
use crate::{done, forms};

/// The hidden field with the version that was seen.
const SEEN: &str = "seen-version";

fn spec(ctx: &Ctx, item: &Item) -> Option<FormSpec> {
    let field = state_field(&item.at.kind)?;
    let fields = vec![forms::one(field, ctx.lang).required(), Field::new(SEEN, "", Kind::Hidden)];
    Some(FormSpec::new("records-state", fields))
}

/// The form, where the record has a state and the user may set it.
pub(super) fn form(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    item: &Item,
    errors: &FormErrors,
) -> Markup {
    let field = state_field(&item.at.kind).filter(|field| serves(field, item.access.purpose()));
    let (Some(field), Some(spec)) = (field, spec(ctx, item)) else { return html! {} };
    if act::changing(app, staff, &item.at, &[&field.name]).is_err() {
        return html! {};
    }
    let mut values = Values::none();
    values.set(&field.name, Sensitive::new(item.opened.state.clone()));
    values.set(SEEN, Sensitive::new(item.opened.version.to_string()));
    let form = Form {
        spec: &spec,
        action: &format!("{}/tila", item.path()),
        values: &values,
        errors,
        submit: &ctx.say("records-save"),
    };
    html! { h2 { (ctx.say("records-state")) } (form.render(ctx, html! {})) }
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = item::open(&app, &staff, id, &[Action::Read], None).await?;
    let field = state_field(&item.at.kind).ok_or_else(Fault::not_found)?;
    let access = act::changing(&app, &staff, &item.at, &[&field.name])?;
    let spec = spec(&ctx, &item).ok_or_else(Fault::not_found)?;
    let mut values = match sent.read(&ctx, &spec)? {
        Reading::Good(values, _) => values,
        Reading::Bad(_, errors) => {
            return Ok(item::page(&ctx, &app, &staff, &item, &errors).await?);
        }
    };
    let seen = (id, item::seen(&values, SEEN)?);
    let chosen = values.take(&field.name).unwrap_or_else(|| Sensitive::new(String::new()));
    act::change(&app, &access, &item.at, seen, (vec![(field.name.clone(), chosen)], None)).await?;
    Ok(ctx.redirect(&done::at(&item.path(), "tila")))
}

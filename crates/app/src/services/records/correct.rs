//! Correcting a record (Art. 16), as far as its purpose opens it to this user.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault, RecordId, Sensitive};
use seloste_notice::model::{Field as Declared, FieldType};
use seloste_register::Action;
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::item::{self, Item};
use super::{act, shown};
use crate::app::App;
use crate::console::Staff;
use crate::done;
use crate::forms::{self, wrong_field};

/// The hidden field with the version that was seen.
const SEEN: &str = "seen-version";

/// The record, opened for the purpose for which it may be corrected.
async fn open(app: &App, staff: &Staff, id: RecordId) -> Result<Item, Fault> {
    item::open(app, staff, id, &[Action::Read, Action::Amend], None).await
}

/// The fields that can be corrected.
fn fields(item: &Item) -> impl Iterator<Item = &Declared> {
    item.at.opened(item.access.purpose())
}

fn spec(ctx: &Ctx, item: &Item) -> FormSpec {
    let mut all: Vec<Field> = fields(item)
        .map(|declared| {
            let mut field = forms::one(declared, ctx.lang);
            // A document that is there stays unless another is given.
            let there = item.opened.fields.contains_key(&declared.name);
            field.required &= !(there && declared.ty == FieldType::File);
            field
        })
        .collect();
    all.push(Field::new(SEEN, "", Kind::Hidden));
    FormSpec::new("records-correct", all)
}

fn values(item: &Item) -> Values {
    let mut values = Values::none();
    for field in fields(item).filter(|field| field.ty != FieldType::File) {
        let held = item.opened.text(&field.name, Exit::Page);
        let unticked = field.ty == FieldType::Flag && held == "no";
        if !(held.is_empty() || unticked) {
            values.set(&field.name, Sensitive::new(held.to_owned()));
        }
    }
    values.set(SEEN, Sensitive::new(item.opened.version.to_string()));
    values
}

fn page(ctx: &Ctx, item: &Item, (values, errors): (&Values, &FormErrors)) -> Response {
    let form = Form {
        spec: &spec(ctx, item),
        action: &format!("{}/korjaa", item.path()),
        values,
        errors,
        submit: &ctx.say("records-save"),
    };
    let title = shown::title(ctx, &item.at, &item.opened);
    let mut trail = item.at.trail(ctx);
    trail.push(Link::new(item.path(), title));
    let page = Page::new(ctx.say("records-correct"), form.render(ctx, html! {}));
    page.status(errors.status()).trail(trail).render(ctx)
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let item = open(&app, &staff, id).await?;
    Ok(page(&ctx, &item, (&values(&item), &FormErrors::none())))
}

/// What was typed beside what is held: only what differs is written.
fn changes(item: &Item, values: &Values) -> Vec<(String, Sensitive<String>)> {
    let mut changes = Vec::new();
    for field in fields(item) {
        let held = item.opened.text(&field.name, Exit::Decision);
        let typed = values.get(&field.name).map_or("", |value| value.expose(Exit::Decision));
        let stays = match field.ty {
            FieldType::File => typed.is_empty(),
            FieldType::Flag => typed == held || typed.is_empty() && held == "no",
            _ => typed == held,
        };
        if !stays {
            changes.push((field.name.clone(), Sensitive::new(typed.to_owned())));
        }
    }
    changes
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = open(&app, &staff, id).await?;
    let (values, command) = match sent.read(&ctx, &spec(&ctx, &item))? {
        Reading::Bad(values, errors) => return Ok(page(&ctx, &item, (&values, &errors))),
        Reading::Good(values, command) => (values, command),
    };
    let seen = (id, item::seen(&values, SEEN)?);
    let changes = changes(&item, &values);
    let access = staff.access(&app, item.access.purpose(), Action::Amend)?;
    match act::change(&app, &access, &item.at, seen, (changes, None)).await {
        Ok(_) => Ok(ctx.redirect(&done::at(&item.path(), "korjaus"))),
        Err(fault) => {
            ctx.send_again(command);
            Ok(page(&ctx, &item, (&values, &wrong_field(&ctx, fault)?)))
        }
    }
}

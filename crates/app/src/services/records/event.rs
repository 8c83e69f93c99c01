//! An event from which a record's last day is counted: the day is asked, what it means is shown, and
//! only then is it written.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId, Sensitive, Timestamp, ZONE};
use seloste_register::Action;
use seloste_web::components::definitions;
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::item::{self, Item};
use super::known::events;
use super::{act, shown, times};
use crate::app::App;
use crate::console::Staff;
use crate::done;
use crate::forms::wrong_field;

/// The hidden field with the version that was seen.
const SEEN: &str = "seen-version";

/// The field with the day whose meaning was shown.
const SHOWN: &str = "shown";

fn spec(ctx: &Ctx, event: &str) -> FormSpec {
    let label = ctx.say(&format!("records-event-{event}-day"));
    let fields = vec![
        Field::new("date", label, Kind::Date).required(),
        Field::new(SHOWN, "", Kind::Hidden),
        Field::new(SEEN, "", Kind::Hidden),
    ];
    FormSpec::new("records-event", fields)
}

async fn open(app: &App, staff: &Staff, id: RecordId, event: &str) -> Result<Item, Fault> {
    let item = item::open(app, staff, id, &[Action::Read], None).await?;
    act::changing(app, staff, &item.at, &[])?;
    match events(&item.at.kind).contains(&event) {
        true => Ok(item),
        false => Err(Fault::not_found()),
    }
}

fn page(
    ctx: &Ctx,
    (item, event): (&Item, &str),
    (values, errors): (&Values, &FormErrors),
    meaning: Option<Markup>,
) -> Response {
    let key = if meaning.is_some() { "records-event-confirm" } else { "records-event-show" };
    let form = Form {
        spec: &spec(ctx, event),
        action: &format!("{}/tapahtuma/{event}", item.path()),
        values,
        errors,
        submit: &ctx.say(key),
    };
    let mut trail = item.at.trail(ctx);
    trail.push(Link::new(item.path(), shown::title(ctx, &item.at, &item.opened)));
    let body = form.render(ctx, html! { @if let Some(meaning) = meaning { (meaning) } });
    Page::new(ctx.say(&format!("records-event-{event}")), body)
        .lead(ctx.say("records-event-lead"))
        .status(errors.status())
        .trail(trail)
        .render(ctx)
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, event)): Path<(RecordId, String)>,
) -> Answer {
    let item = open(&app, &staff, id, &event).await?;
    let today = ctx.now.in_tz(ZONE).map_err(Fault::internal)?.date();
    let mut values = Values::none();
    values.set("date", Sensitive::new(today.to_string()));
    values.set(SEEN, Sensitive::new(item.opened.version.to_string()));
    Ok(page(&ctx, (&item, &event), (&values, &FormErrors::none()), None))
}

/// What the event means, told before it is written.
fn meaning(ctx: &Ctx, item: &Item, event: &str, at: Timestamp) -> Markup {
    let told = times::meaning(ctx, &item.at.register.notice, &item.at.kind, (event, at));
    html! {
        h2 { (ctx.say("records-event-means")) }
        (definitions(&told))
        p { (ctx.say("records-event-confirm-text")) }
    }
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, event)): Path<(RecordId, String)>,
    sent: Submission,
) -> Answer {
    let item = open(&app, &staff, id, &event).await?;
    let (mut values, command) = match sent.read(&ctx, &spec(&ctx, &event))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            return Ok(page(&ctx, (&item, &event), (&values, &errors), None));
        }
    };
    match write(&ctx, (&app, &staff), (&item, &event), &mut values).await {
        Ok(None) => Ok(ctx.redirect(&done::at(&item.path(), "tapahtuma"))),
        Ok(Some(told)) => {
            Ok(page(&ctx, (&item, &event), (&values, &FormErrors::none()), Some(told)))
        }
        Err(fault) => {
            ctx.send_again(command);
            Ok(page(&ctx, (&item, &event), (&values, &wrong_field(&ctx, fault)?), None))
        }
    }
}

/// Writes the event; or tells what it means, where the day is not the one whose meaning was shown.
async fn write(
    ctx: &Ctx,
    (app, staff): (&Arc<App>, &Staff),
    (item, event): (&Item, &str),
    values: &mut Values,
) -> Result<Option<Markup>, Fault> {
    let text = |name: &str| values.get(name).map(|text| text.expose(Exit::Decision).clone());
    let day = text("date").unwrap_or_default();
    let at = times::midnight(&day).ok_or_else(Fault::not_found)?;
    if text(SHOWN).as_deref() != Some(&day) && at <= ctx.now {
        values.set(SHOWN, Sensitive::new(day));
        return Ok(Some(meaning(ctx, item, event, at)));
    }
    let access = act::changing(app, staff, &item.at, &[])?;
    let mut opened = item.opened.clone();
    opened.version = item::seen(values, SEEN)?;
    act::event(app, &access, &item.at, &opened, (event, at)).await.map(|_| None)
}

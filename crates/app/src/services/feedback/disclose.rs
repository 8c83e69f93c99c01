//! Giving feedback to somebody outside: recipient, purpose and ground first, recorded before
//! anything is handed over.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_register::{Action, Disclosure, Ground, Register};
use seloste_web::components::definitions;
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Link, Page};

use super::FEEDBACK;
use super::item::{self, Item};
use super::letter::ANSWERING;
use crate::app::App;
use crate::console::Staff;
use crate::forms::wrong_field;
use crate::sentences::text;

/// A purpose of the recipient's own, outside the notice's list.
const OWN_TASK: &str = "recipient-task";

/// Fields of a feedback that can be disclosed.
const ITEMS: [&str; 3] = ["message", "name", "email"];

/// What every disclosure must tell.
pub(super) fn fields(ctx: &Ctx, register: &Register) -> Vec<Field> {
    let ground = |name: &str| Choice::new(name, ctx.say(&format!("disclose-ground-{name}")));
    let grounds = vec![ground("consent"), ground("mandate"), ground("statute")];
    let line = |name: &str| Field::new(name, ctx.say(&format!("disclose-{name}")), Kind::Line);
    let help = |name: &str| ctx.say(&format!("disclose-{name}-help"));
    vec![
        line("recipient").required(),
        Field::new("purpose", ctx.say("disclose-purpose"), Kind::Select(purposes(ctx, register)))
            .required()
            .help(help("purpose")),
        Field::new("ground", ctx.say("disclose-ground"), Kind::Radio(grounds)).required(),
        line("reference").help(help("reference")),
        line("act").help(help("act")),
        line("section").help(help("section")),
    ]
}

/// All purposes that there are, forbidden ones too: choosing one is refused and says by which
/// promise, instead of tempting anybody to call it something else.
fn purposes(ctx: &Ctx, register: &Register) -> Vec<Choice> {
    let notice = &register.notice;
    let own = Choice::new(OWN_TASK, ctx.say("disclose-purpose-own"));
    let declared = notice
        .purposes
        .iter()
        .map(|purpose| Choice::new(&purpose.name, text(&purpose.text, ctx.lang)));
    let forbidden = notice.forbidden.iter().map(|item| {
        let name = ctx.say(&format!("disclose-purpose-{}", item.name));
        Choice::new(
            &item.name,
            ctx.say_with("disclose-purpose-forbidden", &[("name", name.into())]),
        )
    });
    std::iter::once(own).chain(declared).chain(forbidden).collect()
}

/// The disclosure that was filled in; the engine judges it.
pub(super) fn disclosure(values: &Values, items: String) -> Disclosure {
    let typed = |name: &str| {
        values.get(name).map(|value| value.expose(Exit::Decision).clone()).unwrap_or_default()
    };
    let ground = match typed("ground").as_str() {
        "statute" => Ground::Statute { act: typed("act"), section: typed("section") },
        "mandate" => Ground::Mandate { reference: typed("reference") },
        _ => Ground::Consent { reference: typed("reference") },
    };
    Disclosure { recipient: typed("recipient"), purpose: typed("purpose"), ground, items }
}

fn spec(ctx: &Ctx, register: &Register) -> FormSpec {
    let mut fields = fields(ctx, register);
    let choices = ITEMS.iter().map(|name| Choice::new(*name, label(ctx, register, name)));
    let items = Field::new("items", ctx.say("disclose-items"), Kind::Checks(choices.collect()));
    fields.push(items.required());
    FormSpec::new("feedback-disclose", fields)
}

fn label(ctx: &Ctx, register: &Register, name: &str) -> String {
    let field = register.notice.kind(FEEDBACK).and_then(|kind| kind.field(name));
    field.map(|field| text(&field.label, ctx.lang)).unwrap_or_default()
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    staff.access(&app, ANSWERING, Action::Disclose)?;
    Ok(page(&ctx, &*app.register()?, id, (&Values::none(), &FormErrors::none())))
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

fn trail(ctx: &Ctx) -> Vec<Link> {
    vec![Link::new("/hallinta/palaute", ctx.say("inbox-title"))]
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let register = app.register()?;
    let (values, command) = match sent.read(&ctx, &spec(&ctx, &register))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => return Ok(page(&ctx, &register, id, (&values, &errors))),
    };
    let item = item::open(&app, &staff, id).await?;
    match record(&app, &ctx, &staff, &item, &values).await {
        Ok(()) => Ok(handed_over(&ctx, &item, &values)),
        Err(fault) => {
            ctx.send_again(command);
            let errors = wrong_field(&ctx, fault)?;
            Ok(page(&ctx, &register, id, (&values, &errors)))
        }
    }
}

async fn record(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    item: &Item,
    values: &Values,
) -> Result<(), Fault> {
    let access = staff.access(app, ANSWERING, Action::Disclose)?;
    let items: Vec<String> = chosen(values).map(|name| label(ctx, &item.register, name)).collect();
    let disclosure = disclosure(values, items.join(", "));
    // Not hung on the feedback: who received it must be known after it is gone (Art. 19).
    app.engine.disclose(&access, item.opened.person, None, &disclosure, ctx.lang).await.map(drop)
}

fn chosen(values: &Values) -> impl Iterator<Item = &str> {
    values.all("items").iter().map(|value| value.expose(Exit::Decision).as_str())
}

/// Shown only after the record of it is on disk.
fn handed_over(ctx: &Ctx, item: &Item, values: &Values) -> Response {
    let pairs: Vec<_> = chosen(values)
        .map(|name| {
            (label(ctx, &item.register, name), html! { (item.opened.text(name, Exit::Export)) })
        })
        .collect();
    let body = html! {
        (item::done(ctx, "disclose-done", html! { p { (ctx.say("disclose-done-text")) } }))
        (definitions(&pairs))
    };
    Page::new(ctx.say("disclose-title"), body).trail(trail(ctx)).render(ctx)
}

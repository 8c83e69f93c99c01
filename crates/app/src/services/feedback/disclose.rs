//! Giving feedback to somebody outside: recipient, purpose and ground first, recorded before
//! anything is handed over. A provision that is not on the list waits for a second person.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault, FaultKind, RecordId};
use seloste_notice::statutes;
use seloste_register::{Action, Disclosed, Disclosure, Ground, Register};
use seloste_web::components::{Tone, definitions, link_button, note};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Link, Page};

use super::FEEDBACK;
use super::item::{self, Item};
use crate::app::App;
use crate::cases;
use crate::console::Staff;
use crate::forms;
use crate::sentences::text;

/// A purpose of the recipient's own, outside the notice's list.
const OWN_TASK: &str = "recipient-task";

/// Fields of a feedback that can be disclosed.
const ITEMS: [&str; 3] = ["message", "name", "email"];

/// Grounds for everything at once: nobody's mandate covers others, and a second person looks at
/// one disclosure at a time.
pub(super) const FOR_ALL: &[&str] = &["consent", "listed"];

/// Grounds for one feedback.
const FOR_ONE: &[&str] = &["consent", "mandate", "listed", "statute"];

/// What every disclosure must tell; `grounds` are those that it may rest on.
pub(super) fn fields(ctx: &Ctx, register: &Register, grounds: &[&str]) -> Vec<Field> {
    let may = |ground: &str| grounds.contains(&ground);
    let line = |name: &str| Field::new(name, ctx.say(&format!("disclose-{name}")), Kind::Line);
    let helped =
        |name: &str| line(name).help(ctx.say(&format!("disclose-{name}-help"))).conditional();
    let choices = grounds.iter().map(|name| {
        let mut choice = Choice::new(*name, ctx.say(&format!("disclose-ground-{name}")));
        choice.help = (*name == "statute").then(|| ctx.say("disclose-ground-statute-help"));
        choice
    });
    let ground = Kind::Radio(choices.collect());
    let mut fields = vec![
        line("recipient").required(),
        Field::new("purpose", ctx.say("disclose-purpose"), Kind::Select(purposes(ctx, register)))
            .required()
            .help(ctx.say("disclose-purpose-help")),
        Field::new("ground", ctx.say("disclose-ground"), ground).required(),
        helped("reference"),
    ];
    let declared = register.notice.kind(seloste_register::DISCLOSURE);
    let document = declared.and_then(|kind| kind.field("document"));
    if let Some(document) = document.filter(|_| may("mandate")) {
        fields.push(forms::one(document, ctx.lang).conditional());
        let checked = Field::new("checked", ctx.say("disclose-checked"), Kind::Consent);
        fields.push(checked.conditional());
    }
    let statute = Kind::Select(provisions(ctx));
    let statute = Field::new("statute", ctx.say("disclose-statute"), statute);
    fields.push(statute.help(ctx.say("disclose-statute-help")).conditional());
    fields.push(helped("request"));
    if may("statute") {
        fields.extend([helped("act"), helped("section")]);
    }
    fields
}

fn provisions(ctx: &Ctx) -> Vec<Choice> {
    let label = |statute: &statutes::Statute| {
        let (act, right) = (text(&statute.act, ctx.lang), text(&statute.right, ctx.lang));
        format!("{act} {}: {right}", statute.section)
    };
    statutes::all().iter().map(|statute| Choice::new(&statute.code, label(statute))).collect()
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
///
/// # Errors
/// `Invalid` for a request under the openness act that does not wait for an answer.
pub(super) async fn disclosure(
    ctx: &Ctx,
    app: &App,
    values: &Values,
    items: String,
) -> Result<Disclosure, Fault> {
    let typed = |name: &str| {
        values.get(name).map(|value| value.expose(Exit::Decision).clone()).unwrap_or_default()
    };
    let ground = match typed("ground").as_str() {
        "statute" => Ground::Statute { act: typed("act"), section: typed("section") },
        "listed" => {
            let code = typed("statute");
            let openness = statutes::by_code(&code).is_some_and(|statute| statute.openness);
            let request = match openness {
                true => request(ctx, app, &typed("request")).await?,
                false => String::new(),
            };
            Ground::Listed { code, request }
        }
        "mandate" => Ground::Mandate {
            reference: typed("reference"),
            document: values.get("document").cloned(),
            checked: values.is_ticked("checked"),
        },
        _ => Ground::Consent { reference: typed("reference") },
    };
    Ok(Disclosure { recipient: typed("recipient"), purpose: typed("purpose"), ground, items })
}

/// How an open request under the openness act is named; empty when no number was given.
async fn request(ctx: &Ctx, app: &App, typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let number = typed.parse().unwrap_or_default();
    if !cases::openness_waits(app, number).await? {
        return Err(Fault::new(FaultKind::Invalid, "disclose-request-unknown").in_field("request"));
    }
    Ok(ctx.say_with("disclose-request-named", &[("number", number.into())]))
}

fn spec(ctx: &Ctx, register: &Register) -> FormSpec {
    let mut fields = fields(ctx, register, FOR_ONE);
    let choices = ITEMS.iter().map(|name| Choice::new(*name, label(ctx, register, name)));
    let items = Field::new("items", ctx.say("disclose-items"), Kind::Checks(choices.collect()));
    fields.push(items.required());
    FormSpec::new("feedback-disclose", fields)
}

/// A field of feedback in the notice's words.
pub(super) fn label(ctx: &Ctx, register: &Register, name: &str) -> String {
    let field = register.notice.kind(FEEDBACK).and_then(|kind| kind.field(name));
    field.map(|field| text(&field.label, ctx.lang)).unwrap_or_default()
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    item::either(&app, &staff, Action::Disclose)?;
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
    let (access, register) = (item::either(&app, &staff, Action::Disclose)?, app.register()?);
    let (values, command) = match sent.read(&ctx, &spec(&ctx, &register))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            app.engine.note_refusal(&access).await?;
            return Ok(page(&ctx, &register, id, (&values, &errors)));
        }
    };
    let item = item::open(&app, &staff, id).await?;
    match record(&app, &ctx, &staff, &item, &values).await {
        Ok(disclosed) if disclosed.waits => Ok(waits(&ctx, id)),
        Ok(_) => Ok(handed_over(&ctx, &item, chosen(&values))),
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
    let items: Vec<String> = names.iter().map(|name| label(ctx, &item.register, name)).collect();
    let disclosure = disclosure(ctx, app, values, items.join(", ")).await?;
    let about = Some((item.opened.id, names.as_slice()));
    // Not hung on the feedback: who received it must be known after it is gone (Art. 19).
    app.engine.disclose(&access, item.opened.person, about, &disclosure, ctx.lang).await
}

/// What is wrong with the form, in words that name no field by its technical name.
pub(super) fn wrong(ctx: &Ctx, fault: Fault) -> Result<FormErrors, Fault> {
    const TOLD: [&str; 7] =
        ["reference", "document", "checked", "statute", "request", "act", "section"];
    match fault.field() {
        Some(field) if fault.key() == "fault-field-missing" && TOLD.contains(&field) => {
            let mut errors = FormErrors::none();
            errors.add(field, ctx.say(&format!("disclose-{field}-missing")));
            Ok(errors)
        }
        _ => forms::wrong_field(ctx, fault),
    }
}

fn chosen(values: &Values) -> impl Iterator<Item = &str> {
    values.all("items").iter().map(|value| value.expose(Exit::Decision).as_str())
}

/// Shown only after the record of it is on disk.
pub(super) fn handed_over<'a>(
    ctx: &Ctx,
    item: &Item,
    names: impl Iterator<Item = &'a str>,
) -> Response {
    let pairs: Vec<_> = names
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

fn waits(ctx: &Ctx, id: RecordId) -> Response {
    let body = html! {
        (note(Tone::Info, &ctx.say("disclose-waits"), html! { p { (ctx.say("disclose-waits-text")) } }))
        (link_button(ctx, &format!("/hallinta/palaute/{id}"), &ctx.say("convert-back")))
    };
    Page::new(ctx.say("disclose-title"), body).trail(trail(ctx)).render(ctx)
}

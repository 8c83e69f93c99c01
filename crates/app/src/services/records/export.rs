//! A list as a file. It leaves the service, so it passes the same gate as any disclosure, and
//! everybody in it can see in their own data who received it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault};
use seloste_notice::model::Gets;
use seloste_register::{Action, Opened, Query};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page};

use super::known::At;
use crate::app::App;
use crate::console::Staff;
use crate::disclosing::{FOR_ALL, disclosure, fields, given, wrong};
use crate::exporting::Export;

/// The kind, and the purpose for which the user may export it.
fn open(ctx: &Ctx, app: &App, staff: &Staff, names: (&str, &str)) -> Result<(At, String), Fault> {
    let at = At::find(app, names.0, names.1)?;
    let (actions, wish) = ([Action::Export, Action::Disclose], ctx.param("tarkoitus"));
    let purpose = at.purpose(app, staff, &actions, wish.as_deref())?;
    Ok((at, purpose))
}

fn page(
    ctx: &Ctx,
    (at, purpose): (&At, &str),
    (values, errors): (&Values, &FormErrors),
) -> Response {
    let form = Form {
        spec: &spec(ctx, at),
        action: &format!("{}/vie?tarkoitus={purpose}", at.path()),
        values,
        errors,
        submit: &ctx.say("export-submit"),
    };
    let lead = ctx.say_with("records-export-lead", &[("kind", at.title(ctx).into())]);
    Page::new(ctx.say("records-export"), form.render(ctx, html! {}))
        .lead(lead)
        .status(errors.status())
        .trail(at.trail(ctx))
        .render(ctx)
}

fn spec(ctx: &Ctx, at: &At) -> FormSpec {
    FormSpec::new("records-export", fields(ctx, &at.register, FOR_ALL))
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
) -> Answer {
    let (at, purpose) = open(&ctx, &app, &staff, (&service, &kind))?;
    Ok(page(&ctx, (&at, &purpose), (&Values::none(), &FormErrors::none())))
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let (at, purpose) = open(&ctx, &app, &staff, (&service, &kind))?;
    let (values, command) = match sent.read(&ctx, &spec(&ctx, &at))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            let access = staff.access(&app, &purpose, Action::Disclose)?;
            app.engine.note_refusal(&access).await?;
            return Ok(page(&ctx, (&at, &purpose), (&values, &errors)));
        }
    };
    match export(&app, &ctx, &staff, (&at, &purpose), &values).await {
        Ok(file) => Ok(file),
        Err(fault) => {
            ctx.send_again(command);
            Ok(page(&ctx, (&at, &purpose), (&values, &wrong(&ctx, fault)?)))
        }
    }
}

async fn export(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    (at, purpose): (&At, &str),
    values: &Values,
) -> Result<Response, Fault> {
    let names = columns(at, purpose, values);
    let told: Vec<&str> = names.iter().map(String::as_str).collect();
    let given = given(ctx, &at.register.notice, &at.kind.kind, &told);
    let before = ["number", "created", "due"].map(str::to_owned);
    let export = Export {
        app: Arc::clone(app),
        lang: ctx.lang,
        reading: staff.access(app, purpose, Action::Export)?,
        disclosing: staff.access(app, purpose, Action::Disclose)?,
        disclosure: disclosure(ctx, app, values, given).await?,
        query: Query::of(&at.kind.kind),
        columns: before.into_iter().chain(names.iter().cloned()).collect(),
        rows: Box::new(move |_, records| {
            let rows = records.iter().map(|opened| row(opened, &names)).collect();
            Box::pin(std::future::ready(Ok(rows)))
        }),
    };
    export.begin(&at.kind.kind).await
}

/// The fields of the file: what the purpose opens, and of that what the notice gives this recipient of
/// the kind. Where it gives them nothing of it, the gate says so by name.
fn columns(at: &At, purpose: &str, values: &Values) -> Vec<String> {
    let typed = values.get("recipient").map(|value| value.expose(Exit::Decision).clone());
    let known = at.register.notice.recipients.iter().find(|one| Some(&one.name) == typed.as_ref());
    let gets = known.and_then(|one| one.gets.iter().find(|gets| gets.kind.value == at.kind.kind));
    let theirs = |name: &String| {
        let of = |gets: &Gets| gets.fields.iter().any(|field| field.value == *name);
        gets.is_none_or(|gets| gets.fields.is_empty() || of(gets))
    };
    at.opened(purpose).map(|field| field.name.clone()).filter(theirs).collect()
}

fn row(opened: &Opened, names: &[String]) -> Vec<String> {
    let number = opened.number.map(|number| number.to_string()).unwrap_or_default();
    let due = opened.due.map(|due| due.to_string()).unwrap_or_default();
    let values = names.iter().map(|name| opened.text(name, Exit::Export).to_owned());
    [number, opened.created.to_string(), due].into_iter().chain(values).collect()
}

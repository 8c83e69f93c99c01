//! A list as a file. It leaves the service, so it passes the same gate as any disclosure, and
//! everybody in it can see in their own data who received it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault, Timestamp};
use seloste_notice::model::Gets;
use seloste_register::{Access, Action, Opened, Query};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page};

use super::known::At;
use crate::app::App;
use crate::console::Staff;
use crate::disclosing::{FOR_ALL, disclosure, fields, given, wrong};
use crate::exporting::Export;
use crate::last_day;

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
    let (reading, columns) = (staff.access(app, purpose, Action::Export)?, names.clone());
    let access = reading.clone();
    let export = Export {
        app: Arc::clone(app),
        lang: ctx.lang,
        reading,
        disclosing: staff.access(app, purpose, Action::Disclose)?,
        disclosure: disclosure(ctx, app, values, given).await?,
        query: Query::of(&at.kind.kind),
        columns: before.into_iter().chain(columns).collect(),
        rows: Box::new(move |app, records| {
            let (names, access) = (names.clone(), access.clone());
            Box::pin(async move { rows(&app, &access, &records, &names).await })
        }),
    };
    export.begin(&at.kind.kind).await
}

/// The rows of records, each with the day on which it really goes, with what keeps it.
async fn rows(
    app: &App,
    access: &Access,
    records: &[Opened],
    names: &[String],
) -> Result<Vec<Vec<String>>, Fault> {
    let (holds, now) = (app.engine.holds_among(access, records).await?, app.engine.now());
    let held = |opened: &Opened| holds.get(&opened.id).map_or(&[][..], Vec::as_slice);
    let due = |opened: &Opened| last_day::goes_on(opened, held(opened), now);
    Ok(records.iter().map(|opened| row(opened, due(opened), names)).collect())
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

fn row(opened: &Opened, due: Option<Timestamp>, names: &[String]) -> Vec<String> {
    let number = opened.number.map(|number| number.to_string()).unwrap_or_default();
    let due = due.map(|due| due.to_string()).unwrap_or_default();
    let values = names.iter().map(|name| opened.text(name, Exit::Export).to_owned());
    [number, opened.created.to_string(), due].into_iter().chain(values).collect()
}

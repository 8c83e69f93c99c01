//! All texts in one file, without contact details. It leaves the service, so it passes the same
//! gate as any disclosure, and every sender can see in their own data who received it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::html;
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_register::{Access, Action, Item, Opened, Query};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::inbox::{DEVELOPING, themes};
use super::{FEEDBACK, THEME};
use crate::app::App;
use crate::console::Staff;
use crate::disclosing::{FOR_ALL, disclosure, fields, wrong};
use crate::exporting::Export;

fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    Ok(FormSpec::new("feedback-export", fields(ctx, &*app.register()?, FOR_ALL)))
}

/// Leave to disclose, for whoever may take texts out as well.
fn leave(app: &App, staff: &Staff) -> Result<Access, Fault> {
    staff.access(app, DEVELOPING, Action::Export)?;
    staff.access(app, DEVELOPING, Action::Disclose)
}

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    leave(&app, &staff)?;
    Ok(page(&ctx, &spec(&ctx, &app)?, (&Values::none(), &FormErrors::none())))
}

fn page(ctx: &Ctx, spec: &FormSpec, (values, errors): (&Values, &FormErrors)) -> Response {
    let submit = ctx.say("export-submit");
    let form = Form { spec, action: "/hallinta/palaute/vie", values, errors, submit: &submit };
    Page::new(ctx.say("export-title"), form.render(ctx, html! {}))
        .lead(ctx.say("export-lead"))
        .status(errors.status())
        .trail(vec![Link::new("/hallinta/palaute", ctx.say("inbox-title"))])
        .render(ctx)
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    sent: Submission,
) -> Answer {
    let access = leave(&app, &staff)?;
    let spec = spec(&ctx, &app)?;
    let (values, command) = match sent.read(&ctx, &spec)? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            app.engine.note_refusal(&access).await?;
            return Ok(page(&ctx, &spec, (&values, &errors)));
        }
    };
    match export(&app, &ctx, &staff, &values).await {
        Ok(file) => Ok(file),
        Err(fault) => {
            ctx.send_again(command);
            let errors = wrong(&ctx, fault)?;
            Ok(page(&ctx, &spec, (&values, &errors)))
        }
    }
}

async fn export(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    values: &Values,
) -> Result<Response, Fault> {
    let disclosing = staff.access(app, DEVELOPING, Action::Disclose)?;
    let fields = [Item::of(FEEDBACK, ["message"]), Item::of(THEME, ["theme"])].concat();
    let disclosure = disclosure(ctx, app, values, (ctx.say("export-items"), fields)).await?;
    let export = Export {
        app: Arc::clone(app),
        lang: ctx.lang,
        reading: staff.access(app, DEVELOPING, Action::Export)?,
        disclosing,
        disclosure,
        query: Query::of(FEEDBACK),
        columns: ["number", "sent", "state", "theme", "message"].map(str::to_owned).to_vec(),
        rows: Box::new(|app, records| Box::pin(rows(app, records))),
    };
    export.begin("palaute").await
}

async fn rows(app: Arc<App>, records: Vec<Opened>) -> Result<Vec<Vec<String>>, Fault> {
    let ids: Vec<RecordId> = records.iter().map(|opened| opened.id).collect();
    let mut themes = themes(&app, &ids).await?;
    let theme = |opened: &Opened| themes.remove(&opened.id).unwrap_or_default();
    let themes: Vec<String> = records.iter().map(theme).collect();
    Ok(records.iter().zip(themes).map(|(opened, theme)| row(opened, theme)).collect())
}

fn row(opened: &Opened, theme: String) -> Vec<String> {
    let number = opened.number.map(|number| number.to_string()).unwrap_or_default();
    let message = opened.text("message", Exit::Export).to_owned();
    vec![number, opened.created.to_string(), opened.state.clone(), theme, message]
}

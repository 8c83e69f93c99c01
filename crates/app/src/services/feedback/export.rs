//! All texts in one file, without contact details. It leaves the service, so it passes the same
//! gate as any disclosure, and every sender can see in their own data who received it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::header;
use maud::html;
use seloste_kernel::{Exit, Fault};
use seloste_register::{Access, Action, Opened, Query};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::FEEDBACK;
use super::disclose::{FOR_ALL, disclosure, fields, wrong};
use super::inbox::{DEVELOPING, themes};
use crate::app::App;
use crate::console::Staff;

fn spec(ctx: &Ctx, app: &App) -> Result<FormSpec, Fault> {
    Ok(FormSpec::new("feedback-export", fields(ctx, &*app.register()?, FOR_ALL)))
}

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    staff.access(&app, DEVELOPING, Action::Export)?;
    staff.access(&app, DEVELOPING, Action::Disclose)?;
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
    let spec = spec(&ctx, &app)?;
    let (values, command) = match sent.read(&ctx, &spec)? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => {
            let access = staff.access(&app, DEVELOPING, Action::Disclose)?;
            app.engine.note_refusal(&access).await?;
            return Ok(page(&ctx, &spec, (&values, &errors)));
        }
    };
    match export(&app, &ctx, &staff, &values).await {
        Ok(file) => Ok(download(file)),
        Err(fault) => {
            ctx.send_again(command);
            let errors = wrong(&ctx, fault)?;
            Ok(page(&ctx, &spec, (&values, &errors)))
        }
    }
}

/// First the records of the disclosure, then the file.
async fn export(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    values: &Values,
) -> Result<Vec<u8>, Fault> {
    let disclosing = staff.access(app, DEVELOPING, Action::Disclose)?;
    let disclosure = disclosure(ctx, app, values, ctx.say("export-items")).await?;
    app.engine.judge(&disclosing, &disclosure).await?;
    let reading = staff.access(app, DEVELOPING, Action::Export)?;
    let all = everything(app, &reading).await?;
    for opened in &all {
        app.engine.disclose(&disclosing, opened.person, None, &disclosure, ctx.lang).await?;
    }
    let themes = themes(app).await?;
    let mut file = csv::Writer::from_writer(Vec::new());
    // Stable names and ISO 8601 times: programs read this (RFC 4180).
    let titles = ["number", "sent", "state", "theme", "message"];
    file.write_record(titles).map_err(Fault::internal)?;
    for opened in &all {
        let number = opened.number.map(|number| number.to_string()).unwrap_or_default();
        let theme = themes.get(&opened.id).map(String::as_str).unwrap_or_default();
        let message = opened.text("message", Exit::Export);
        let sent = opened.created.to_string();
        let row = [&number, &sent, &opened.state, theme, message];
        file.write_record(row.map(inert)).map_err(Fault::internal)?;
    }
    file.into_inner().map_err(Fault::internal)
}

async fn everything(app: &App, access: &Access) -> Result<Vec<Opened>, Fault> {
    let (mut all, mut query) = (Vec::new(), Query::of(FEEDBACK));
    loop {
        let page = app.engine.page(access, &query).await?;
        all.extend(page.records);
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(all),
        }
    }
}

/// A spreadsheet takes a cell that begins so for a formula and would carry it out; an apostrophe
/// makes it text.
fn inert(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

fn download(file: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"palaute.csv\""),
    ];
    (headers, file).into_response()
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn cells_are_never_formulas() {
        for formula in ["=1+1", "+358", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(inert(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(inert("Hei = moi"), "Hei = moi");
        assert_eq!(inert(""), "");
    }
}

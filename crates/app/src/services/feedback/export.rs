//! All texts in one file, without contact details. It leaves the service, so it passes the same
//! gate as any disclosure, and every sender can see in their own data who received it.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use http::header;
use maud::html;
use seloste_kernel::{Exit, Fault, Lang, RecordId};
use seloste_register::{Access, Action, Disclosure, Opened, Query};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};
use tokio::sync::mpsc;

use super::FEEDBACK;
use super::disclose::{FOR_ALL, disclosure, fields, wrong};
use super::inbox::{DEVELOPING, themes};
use crate::app::App;
use crate::console::Staff;
use crate::output::inert;

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

/// What the file is made of.
struct Export {
    app: Arc<App>,
    lang: Lang,
    reading: Access,
    disclosing: Access,
    disclosure: Disclosure,
}

/// Judges the disclosure and begins the file. It is made a page at a time and no faster than it is
/// taken away, so whoever is not in it has no disclosure on record either.
async fn export(
    app: &Arc<App>,
    ctx: &Ctx,
    staff: &Staff,
    values: &Values,
) -> Result<Response, Fault> {
    let disclosing = staff.access(app, DEVELOPING, Action::Disclose)?;
    let disclosure = disclosure(ctx, app, values, ctx.say("export-items")).await?;
    app.engine.judge(&disclosing, &disclosure).await?;
    let reading = staff.access(app, DEVELOPING, Action::Export)?;
    let export = Export { app: Arc::clone(app), lang: ctx.lang, reading, disclosing, disclosure };
    let (sender, mut receiver) = mpsc::channel(1);
    // Of its own, so that a page that is begun is ended: what is recorded is in it.
    tokio::spawn(async move { export.run(&sender).await });
    // The first page tells whether there will be a file at all.
    let first = receiver.recv().await.transpose()?.unwrap_or_default();
    let rest = stream::poll_fn(move |task| receiver.poll_recv(task));
    let pages = stream::once(std::future::ready(Ok(first))).chain(rest);
    let ended = |fault: Fault| std::io::Error::other(fault.key());
    Ok(download(Body::from_stream(pages.map_err(ended))))
}

impl Export {
    async fn run(&self, to: &mpsc::Sender<Result<Vec<u8>, Fault>>) {
        let mut query = Query::of(FEEDBACK);
        // Stable names and ISO 8601 times: programs read this (RFC 4180).
        let mut page = lines(&[["number", "sent", "state", "theme", "message"].map(str::to_owned)]);
        loop {
            let next = match self.page(&query).await {
                Ok((rows, next)) => {
                    page = page.and_then(|page| Ok([page, lines(&rows)?].concat()));
                    next
                }
                Err(fault) => {
                    page = Err(fault);
                    None
                }
            };
            if let Err(fault) = &page {
                tracing::error!(?fault, "an export ends early");
            }
            let ends = page.is_err() || next.is_none();
            // Nobody takes it any more: nobody else is disclosed.
            if to.send(page).await.is_err() || ends {
                return;
            }
            (page, query.after) = (Ok(Vec::new()), next);
        }
    }

    /// The rows of a page, each with its disclosure on record, and where the next page begins.
    async fn page(
        &self,
        query: &Query,
    ) -> Result<(Vec<[String; 5]>, Option<(i64, RecordId)>), Fault> {
        let engine = &self.app.engine;
        let page = engine.page(&self.reading, query).await?;
        let ids: Vec<RecordId> = page.records.iter().map(|opened| opened.id).collect();
        let mut themes = themes(&self.app, &ids).await?;
        let mut rows = Vec::with_capacity(ids.len());
        for opened in &page.records {
            let (person, disclosure) = (opened.person, &self.disclosure);
            match engine.disclose(&self.disclosing, person, None, disclosure, self.lang).await {
                Ok(_) => rows.push(row(opened, themes.remove(&opened.id).unwrap_or_default())),
                // Erased meanwhile: it is not given, and the others are.
                Err(fault) if fault.is_gone() => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok((rows, page.next))
    }
}

fn row(opened: &Opened, theme: String) -> [String; 5] {
    let number = opened.number.map(|number| number.to_string()).unwrap_or_default();
    let message = opened.text("message", Exit::Export).to_owned();
    [number, opened.created.to_string(), opened.state.clone(), theme, message]
}

fn lines(rows: &[[String; 5]]) -> Result<Vec<u8>, Fault> {
    let mut file = csv::Writer::from_writer(Vec::new());
    for row in rows {
        file.write_record(row.each_ref().map(|cell| inert(cell))).map_err(Fault::internal)?;
    }
    file.into_inner().map_err(Fault::internal)
}

fn download(file: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"palaute.csv\""),
    ];
    (headers, file).into_response()
}

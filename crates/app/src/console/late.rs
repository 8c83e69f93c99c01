//! A form that comes after its sender's session has ended. Nothing is done; what was written is
//! given back on the page, because the program keeps it nowhere.

use axum::extract::{FromRequest, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{Method, StatusCode};
use maud::{Markup, html};
use seloste_kernel::{Exit, Sensitive};
use seloste_web::form::Submission;
use seloste_web::{Ctx, Page};

use super::{guard, signin};

/// Fields of the console in which somebody writes more than a line.
const WRITTEN: [&str; 3] = ["text", "ground", "document"];
/// Lines shown of a text; it can be scrolled.
const ROWS: usize = 10;

/// Stops such a form; lets everything else pass.
pub async fn give_back(ctx: Ctx, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    if !(is_late(&ctx) && method == Method::POST) {
        return next.run(request).await;
    }
    let mut written = match Submission::from_request(request, &()).await {
        Ok(sent) => sent.written(&WRITTEN),
        Err(failed) => return failed.into_response(),
    };
    // A single word is a choice, or quickly written again.
    written.retain(|text| text.expose(Exit::Page).trim().contains(char::is_whitespace));
    if written.is_empty() {
        return guard::sign_in_first(&ctx, &method);
    }
    let sign_in = signin::path_to(&guard::page(&ctx, &method));
    Page::new(ctx.say("console-lapsed"), page(&ctx, &sign_in, &written))
        .lead(ctx.say("console-late-lead"))
        .status(StatusCode::UNAUTHORIZED)
        .render(&ctx)
}

/// Whether this is for signed-in staff, and comes in a session that is over.
fn is_late(ctx: &Ctx) -> bool {
    let for_staff = ctx.path.starts_with("/hallinta/")
        && ctx.path != signin::PATH
        && !["/hallinta/kirjaudu/", "/hallinta/aloita/"]
            .iter()
            .any(|open| ctx.path.starts_with(open));
    ctx.lapsed && for_staff && !ctx.for_program
}

fn page(ctx: &Ctx, sign_in: &str, written: &[Sensitive<String>]) -> Markup {
    html! {
        p { (ctx.say("console-late-how")) }
        @for (number, text) in written.iter().enumerate() {
            @let id = format!("written-{number}");
            div.field {
                label for=(id) { (ctx.say("console-late-text")) }
                textarea #(id) rows=(ROWS) readonly { (text.expose(Exit::Page)) }
            }
        }
        p {
            a.button href=(ctx.href(sign_in)) target="_blank" rel="noopener" {
                (ctx.say("console-late-sign-in"))
            }
        }
    }
}

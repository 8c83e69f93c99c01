//! Withdrawing every consent at once (Art. 7(3)): first what goes, then the deed.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use maud::html;
use seloste_kernel::Fault;
use seloste_notice::model::Notice;
use seloste_register::{Action, Going};
use seloste_web::components::{Tone, button_danger, note, post_button};
use seloste_web::form::Submission;
use seloste_web::{Answer, Ctx, Page, Router};

use super::super::withdrawal;
use super::{Own, trail};
use crate::app::App;
use crate::sentences::text;

/// The page.
pub const PATH: &str = "/oma/peru";

const FORM: &str = "own-withdraw-all";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(ask).post(withdraw))
}

/// What goes, in the notice's words: fields of a record, or the record as a whole.
pub fn names(ctx: &Ctx, notice: &Notice, going: &[Going]) -> Vec<String> {
    let mut names = Vec::new();
    for one in going {
        let Some(kind) = notice.kind(&one.kind) else { continue };
        if one.fields.is_empty() {
            names.push(text(&kind.title, ctx.lang));
        }
        // In the order in which they were asked.
        let gone = kind.fields.iter().filter(|field| one.fields.contains(&field.name));
        names.extend(gone.map(|field| text(&field.label, ctx.lang)));
    }
    names
}

/// What the end of all consents takes; `None` where none is in force.
async fn going(app: &App, own: &Own) -> Result<Option<Vec<Going>>, Fault> {
    let access = own.access(app, Action::Erase)?;
    let (mut going, mut any) = (Vec::new(), false);
    for record in app.engine.all_of(&own.access(app, Action::Read)?, own.person).await? {
        if !record.consents.is_empty() {
            any = true;
            going.extend(app.engine.plan_withdrawal(&access, record.id, None).await?);
        }
    }
    Ok(any.then_some(going))
}

async fn ask(ctx: Ctx, own: Own, State(app): State<Arc<App>>) -> Answer {
    let going = going(&app, &own).await?;
    let body = html! {
        @match going {
            None => (note(Tone::Info, &ctx.say("rights-withdraw-none"), html! {})),
            Some(going) => {
                h2 { (ctx.say("rights-withdraw-goes")) }
                ul { @for one in names(&ctx, &app.register()?.notice, &going) { li { (one) } } }
                (note(Tone::Warning, &ctx.say("rights-withdraw-warning"), html! { p { (ctx.say("rights-withdraw-all-text")) } }))
                (post_button(&ctx, FORM, PATH, button_danger(&ctx.say("rights-withdraw-all"))))
            }
        }
    };
    Ok(Page::new(ctx.say("rights-withdraw-all-title"), body).trail(trail(&ctx)).render(&ctx))
}

async fn withdraw(ctx: Ctx, own: Own, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    sent.pressed(&ctx, FORM)?;
    let erase = own.access(&app, Action::Erase)?;
    let gone = withdrawal::withdraw_all(&app, &erase, own.person).await?;
    let told = ctx.say_with("rights-withdrawn", &[("count", gone.into())]);
    let told = note(Tone::Good, &ctx.say("rights-withdrawn-title"), html! { p { (told) } });
    Ok(Page::new(ctx.say("rights-withdrawn-title"), told).trail(trail(&ctx)).render(&ctx))
}

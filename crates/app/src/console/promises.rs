//! `/hallinta/lupaukset`: the promises for those who answer for them, and the words that only a
//! person can give.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use axum::extract::{Path, State};
use axum::routing::{get, post};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault};
use seloste_notice::model::Attestation;
use seloste_register::{Access, Action, Attested, RIGHTS, SECURITY};
use seloste_web::components::{Tone, button_quiet, empty, note, post_button};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::{Staff, clock, figures};
use crate::app::App;
use crate::jobs::backup;
use crate::proofs;
use crate::public::{Board, Version, freshness};
use crate::sentences::text;

pub(super) const PATH: &str = "/hallinta/lupaukset";

/// The part with the words that only a person can give.
pub(super) const WORDS: &str = "vahvistukset";

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(PATH, get(board))
        .route("/hallinta/lupaukset/luvut", get(figures::show))
        .route("/hallinta/lupaukset/tarkista", post(check_now))
        .route("/hallinta/lupaukset/vahvista/{name}", get(show).post(send))
}

/// Leave to act for the first of the purposes under which proofs are seen and given.
pub(super) fn leave(app: &App, staff: &Staff, action: Action) -> Result<Access, Fault> {
    staff.access(app, RIGHTS, action).or_else(|_| staff.access(app, SECURITY, action))
}

/// Leave to vouch for a measure, in the role that the notice names for it.
pub(super) fn voucher(app: &App, staff: &Staff, measure: &Attestation) -> Result<Access, Fault> {
    let vouching = |purpose| match &measure.by {
        Some(role) => staff.access_as(app, role, purpose, Action::Attest),
        None => staff.access(app, purpose, Action::Attest),
    };
    vouching(RIGHTS).or_else(|_| vouching(SECURITY))
}

async fn board(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    leave(&app, &staff, Action::SeeEvidence)?;
    let register = app.register()?;
    let states = app.board.states(ctx.now);
    let document = Version::current(&app)?.document(Some(&states), ctx.lang);
    let given = app.engine.attestations(&register.notice.id).await?;
    let damaged = backup::damaged(&app).await?;
    let may = leave(&app, &staff, Action::Attest).is_ok();
    let body = html! {
        (news(&ctx, &app, damaged))
        (clock::told(&ctx, &app, may))
        (freshness(&ctx, &app))
        div.actions {
            (post_button(&ctx, "check-now", "/hallinta/lupaukset/tarkista", button_quiet(&ctx.say("privacy-check-now"))))
            a.button.quiet-button href=(ctx.href("/hallinta/lupaukset/luvut")) { (ctx.say("figures-title")) }
        }
        h2 #(WORDS) { (ctx.say("privacy-words")) }
        (words(&ctx, &register.notice.attestations, &given, |measure| voucher(&app, &staff, measure).is_ok()))
        (Board::of(&register.promises, &states).render(&ctx, PATH, &states, &document.sections))
    };
    Ok(Page::new(ctx.say("console-nav-promises"), body).wide().render(&ctx))
}

/// What has just been done, and what must be looked at first.
fn news(ctx: &Ctx, app: &App, damaged: i64) -> Markup {
    html! {
        @if ctx.param("annettu").is_some() { (note(Tone::Good, &ctx.say("privacy-attested"), html! {})) }
        @if app.board.is_asked() { (note(Tone::Info, &ctx.say("privacy-check-runs"), html! {})) }
        @if ctx.param("kello").is_some() { (note(Tone::Good, &ctx.say("privacy-clock-confirmed"), html! {})) }
        @if backup::is_others(app) {
            (note(Tone::Bad, &ctx.say("console-step-backups-others"), html! {
                p { (ctx.say("console-step-backups-others-why")) }
            }))
        }
        @if damaged > 0 {
            (note(Tone::Bad, &ctx.say_with("privacy-backups-damaged", &[("count", damaged.into())]), html! {
                p { (ctx.say("privacy-backups-damaged-next")) }
            }))
        }
    }
}

/// Every measure that somebody must vouch for, with the newest word on it.
fn words(
    ctx: &Ctx,
    declared: &[Attestation],
    given: &[Attested],
    may: impl Fn(&Attestation) -> bool,
) -> Markup {
    if declared.is_empty() {
        return empty(&ctx.say("privacy-no-words"), html! {});
    }
    html! {
        ul.cards {
            @for attestation in declared {
                @let word = given.iter().find(|word| word.name == attestation.name);
                li.card {
                    p { (text(&attestation.text, ctx.lang)) }
                    p.quiet { (until(ctx, word)) }
                    @if may(attestation) {
                        p {
                            a href=(ctx.href(&format!("{PATH}/vahvista/{}", attestation.name))) {
                                (ctx.say("privacy-vouch"))
                                span.unseen { ": " (text(&attestation.text, ctx.lang)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn until(ctx: &Ctx, word: Option<&Attested>) -> String {
    match word {
        Some(word) if word.until > ctx.now => {
            ctx.say_with("privacy-word-until", &[("date", ctx.date(word.until).into())])
        }
        Some(word) => ctx.say_with("privacy-word-over", &[("date", ctx.date(word.until).into())]),
        None => ctx.say("privacy-word-none"),
    }
}

async fn check_now(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    sent: Submission,
) -> Answer {
    leave(&app, &staff, Action::SeeEvidence)?;
    sent.pressed(&ctx, "check-now")?;
    // All records take longer than a page may: the job does it, and the page tells.
    app.board.ask();
    Ok(ctx.redirect(PATH))
}

/// What somebody who vouches says: where the proof is, and that it is so.
fn spec(ctx: &Ctx) -> FormSpec {
    let document =
        Field::new("document", ctx.say("privacy-vouch-document"), Kind::Text { rows: 3 })
            .required()
            .max_chars(1_000)
            .help(ctx.say("privacy-vouch-document-help"));
    let sure = Field::new("sure", ctx.say("privacy-vouch-sure"), Kind::Consent).required();
    FormSpec::new("attest", vec![document, sure])
}

fn form(
    ctx: &Ctx,
    attestation: &Attestation,
    values: &Values,
    errors: &FormErrors,
) -> axum::response::Response {
    let action = format!("{PATH}/vahvista/{}", attestation.name);
    let submit = ctx.say("privacy-vouch");
    let form = Form { spec: &spec(ctx), action: &action, values, errors, submit: &submit };
    Page::new(ctx.say("privacy-vouch"), form.render(ctx, html! {}))
        .lead(text(&attestation.text, ctx.lang))
        .trail(vec![Link::new(PATH, ctx.say("console-nav-promises"))])
        .status(errors.status())
        .render(ctx)
}

fn declared(app: &App, name: &str) -> Result<Attestation, Fault> {
    let register = app.register()?;
    let found = register.notice.attestations.iter().find(|known| known.name == name);
    found.cloned().ok_or_else(Fault::not_found)
}

async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
) -> Answer {
    let measure = declared(&app, &name)?;
    voucher(&app, &staff, &measure)?;
    Ok(form(&ctx, &measure, &Values::none(), &FormErrors::none()))
}

async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
    sent: Submission,
) -> Answer {
    let measure = declared(&app, &name)?;
    let access = voucher(&app, &staff, &measure)?;
    match sent.read(&ctx, &spec(&ctx))? {
        Reading::Bad(values, errors) => Ok(form(&ctx, &measure, &values, &errors)),
        Reading::Good(values, _) => {
            // What is kept is the digest: it shows later that this, and nothing else, was meant.
            let document = values.get("document").map_or("", |text| text.expose(Exit::Decision));
            let mut hash = [0; 32];
            hash.copy_from_slice(digest(&SHA256, document.as_bytes()).as_ref());
            app.engine.attest(&access, &name, hash).await?;
            proofs::look_soon(&app).await?;
            Ok(ctx.redirect(&format!("{PATH}?annettu=1")))
        }
    }
}

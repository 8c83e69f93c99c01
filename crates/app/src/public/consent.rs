//! `/todiste`: whether the receipt of a consent is genuine, and whether the consent still stands.
//! Anybody may ask; a receipt names nobody, and neither does the answer.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive, Timestamp};
use seloste_register::{ConsentReceipt, ConsentState, Why};
use seloste_web::components::{Tone, definitions, note, time};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Page, RateClass};

use crate::app::App;

/// The form's name in its token.
const FORM: &str = "consent-check";
/// Each look checks a signature and asks the database once.
const CHECKING: RateClass = RateClass { name: "consent-checks", burst: 20, per_minute: 10 };
/// A receipt has about two thousand characters; sentences may be long.
const RECEIPT_MAX: usize = 20_000;

fn spec(ctx: &Ctx) -> FormSpec {
    let field = Field::new("receipt", ctx.say("consent-check-field"), Kind::Text { rows: 10 });
    let field = field.help(ctx.say("consent-check-help")).max_chars(RECEIPT_MAX).required();
    FormSpec::new(FORM, vec![field])
}

fn page(ctx: &Ctx, app: &App, (values, errors): (&Values, &FormErrors), found: Markup) -> Response {
    let submit = ctx.say("consent-check-submit");
    let form = Form { spec: &spec(ctx), action: "/todiste", values, errors, submit: &submit };
    let body = html! {
        (found)
        (form.render(ctx, html! {}))
        h2 { (ctx.say("consent-check-offline")) }
        p { (ctx.say("consent-check-offline-text")) }
        pre { code translate="no" {
            "seloste ledger verify-receipt suostumus.json --key '" (app.engine.ledger_key()) "'"
        } }
    };
    Page::new(ctx.say("consent-check-title"), body)
        .lead(ctx.say("consent-check-lead"))
        .status(errors.status())
        .render(ctx)
}

pub(super) async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    Ok(page(&ctx, &app, (&Values::none(), &FormErrors::none()), html! {}))
}

pub(super) async fn check(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(CHECKING)?;
    let mut values = match sent.read(&ctx, &spec(&ctx))? {
        Reading::Bad(values, errors) => return Ok(page(&ctx, &app, (&values, &errors), html! {})),
        Reading::Good(values, _) => values,
    };
    let text = values.take("receipt").unwrap_or_else(|| Sensitive::new(String::new()));
    let found = found(&ctx, &app, text.expose(Exit::Decision)).await?;
    Ok(page(&ctx, &app, (&Values::none(), &FormErrors::none()), found))
}

async fn found(ctx: &Ctx, app: &App, text: &str) -> Result<Markup, Fault> {
    let Some(receipt) = ConsentReceipt::check(text, &app.engine.ledger_key()) else {
        let text = html! { p { (ctx.say("consent-check-bad-text")) } };
        return Ok(note(Tone::Bad, &ctx.say("consent-check-bad"), text));
    };
    let state = app.engine.consent_state(&receipt.notice, &receipt.reference).await?;
    let (tone, told) = told(ctx, &receipt, &state);
    Ok(html! {
        (note(tone, &told, html! { p { (ctx.say("consent-check-genuine")) } }))
        (definitions(&facts(ctx, &receipt)))
    })
}

/// How it is with the consent, in one sentence.
fn told(ctx: &Ctx, receipt: &ConsentReceipt, state: &ConsentState) -> (Tone, String) {
    let on = |key: &str, at: Timestamp| ctx.say_with(key, &[("when", ctx.moment(at).into())]);
    match (state, receipt.withdrawn) {
        (ConsentState::Stands, _) => (Tone::Good, ctx.say("consent-check-stands")),
        (ConsentState::Ended(end), _) => {
            let at = Timestamp::from_millisecond(end.at_ms).unwrap_or_default();
            let key = match end.why {
                Why::Withdrawal => "consent-check-withdrawn",
                Why::Restore => "consent-check-restored",
                _ => "consent-check-ended",
            };
            (Tone::Info, on(key, at))
        }
        (ConsentState::Unknown, Some(at)) => (Tone::Info, on("consent-check-withdrawn", at)),
        (ConsentState::Unknown, None) => match receipt.withdrawn_on.and_then(noon) {
            Some(at) => {
                let when = [("when", ctx.date(at).into())];
                (Tone::Info, ctx.say_with("consent-check-withdrawn", &when))
            }
            None => (Tone::Info, ctx.say("consent-check-unknown")),
        },
    }
}

/// A moment of a day of which no more is known.
fn noon(day: Date) -> Option<Timestamp> {
    day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok().map(|noon| noon.timestamp())
}

fn facts(ctx: &Ctx, receipt: &ConsentReceipt) -> Vec<(String, Markup)> {
    let version = receipt.notice_version;
    let path = format!("/tietosuoja/{}/v/{version}", receipt.notice);
    let named = ctx.say_with("rights-version", &[("version", version.into())]);
    // In the language in which it was asked, which need not be the reader's.
    let asked = |text: &str| html! { span lang=(receipt.language.tag()) { (text) } };
    vec![
        (ctx.say("consent-check-sentence"), asked(&receipt.sentence)),
        (ctx.say("consent-check-controller"), html! { (receipt.controller) }),
        (ctx.say("consent-check-purpose"), asked(&receipt.purpose_text)),
        (ctx.say("consent-check-given"), time(ctx, receipt.given)),
        (ctx.say("consent-check-language"), html! { (receipt.language.name()) }),
        (ctx.say("consent-check-notice"), html! { a href=(ctx.href(&path)) { (named) } }),
        (
            ctx.say("consent-check-hash"),
            html! { code translate="no" { (receipt.sentence_sha256) } },
        ),
        (ctx.say("consent-check-reference"), html! { code translate="no" { (receipt.reference) } }),
    ]
}

//! The public form and the receipt. No account, no cookie; what is asked is what the notice says.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive};
use seloste_notice::model::{self, Keep, Notice};
use seloste_notice::promises::within;
use seloste_register::{Collected, Draft, Register};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, CommandId, Ctx, Page, RateClass};

use super::act::take_in;
use super::letter::ANSWERING;
use super::{FEEDBACK, receipt};
use crate::app::App;
use crate::cases::{ERASURE, request_path};
use crate::forms::{Asked, wrong_field};
use crate::sentences::{sentence, text};

/// The form's name in its token.
pub(super) const FORM: &str = "palaute";

/// The right to withdraw a consent, as the notice names it.
const WITHDRAWAL: &str = "withdraw-consent";

/// The field that says which version of the notice the form was made from.
const SHOWN: &str = "notice-version";

/// What the public form asks for. Whatever else the notice declares is not the visitor's to give.
pub const ASKED: &[&str] = &["message", "name", "email"];

/// What it asks for where no mail goes: what is only there for an answer by mail would be collected
/// for nothing (Art. 5(1)(c)). The answer waits behind the receipt code, for whoever consents to be
/// answered.
const UNMAILED: &[&str] = &["message"];

/// What the form asks under a version of the notice.
///
/// # Errors
/// `NotFound` when the notice does not declare the kind.
pub fn asked<'a>(app: &App, notice: &'a Notice) -> Result<Asked<'a>, Fault> {
    let names = if is_unmailed(app, notice)? { UNMAILED } else { ASKED };
    let asked = Asked::new(notice, FEEDBACK, names)?;
    match asked.declared().any(model::Field::is_mail) {
        true => Ok(asked),
        false => Ok(asked.reached_by_code(ANSWERING)),
    }
}

/// Whether the notice has an address for an answer that no letter reaches now: no mail is set up, or
/// its relay is not in the notice. What a notice demands of everybody is asked all the same.
fn is_unmailed(app: &App, notice: &Notice) -> Result<bool, Fault> {
    let fields = notice.kind(FEEDBACK).map(|kind| kind.fields.as_slice()).unwrap_or_default();
    let is_in = |names: &[&str], field: &model::Field| names.contains(&field.name.as_str());
    let demanded =
        |field: &model::Field| field.required && is_in(ASKED, field) && !is_in(UNMAILED, field);
    let can = fields.iter().any(model::Field::is_mail) && !fields.iter().any(demanded);
    Ok(can && !app.mails()?)
}

/// Feedback from one caller: enough for a family behind one address, too little for a flood.
pub const SENDING: RateClass = RateClass { name: "feedback", burst: 20, per_minute: 10 };

pub(super) async fn show(ctx: Ctx, State(app): State<Arc<App>>) -> Answer {
    Ok(page(&ctx, &app, (&Values::none(), &FormErrors::none()))?)
}

pub(super) async fn send(ctx: Ctx, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    ctx.throttle(SENDING)?;
    let register = app.register()?;
    let asked = asked(&app, &register.notice)?;
    // A reload of the receipt sends the same form again.
    if sent.sent_before(&ctx, FORM).is_some() {
        return Ok(receipt::again(&ctx, &app, &register, sent.exact(&ctx))?);
    }
    let (values, command) = match sent.read(&ctx, &spec(&ctx, asked))? {
        Reading::Bad(values, errors) => return Ok(page(&ctx, &app, (&values, &errors))?),
        Reading::Good(values, command) => (values, command),
    };
    let shown = values.get(SHOWN).and_then(|text| text.expose(Exit::Decision).parse().ok());
    let stored = match same_terms(&app, &register, shown.unwrap_or(0)).await? {
        true => store(&ctx, &app, asked, (&values, command)).await?,
        false => return Ok(changed(&ctx, &app, &register, (values, command))?),
    };
    match stored {
        Ok(new) => Ok(receipt::first(&ctx, &app, &register, (sent.exact(&ctx), &new)).await?),
        Err(errors) => {
            ctx.send_again(command);
            Ok(page(&ctx, &app, (&values, &errors))?)
        }
    }
}

/// Stores what was typed, or tells what is wrong with it.
async fn store(
    ctx: &Ctx,
    app: &Arc<App>,
    asked: Asked<'_>,
    (values, command): (&Values, CommandId),
) -> Result<Result<Collected, FormErrors>, Fault> {
    let mut errors = FormErrors::none();
    asked.check_consents(ctx, values, &mut errors);
    if !errors.is_empty() {
        return Ok(Err(errors));
    }
    let mut typed = values.clone();
    let fill = |draft: Draft| asked.fill(draft.command(command.0), &mut typed);
    match take_in(app, ctx.lang, fill).await {
        Ok(new) => Ok(Ok(new)),
        Err(fault) => wrong_field(ctx, fault).map(Err),
    }
}

/// Whether whoever was shown the form under this version of the notice was asked for the same as
/// the version in force asks. A consent is given to the words that were seen (Art. 7(1)).
///
/// # Errors
/// When the store fails.
pub async fn same_terms(app: &App, register: &Register, shown: i64) -> Result<bool, Fault> {
    if shown == register.version {
        return Ok(true);
    }
    let Some(earlier) = app.engine.published(&register.notice.id, shown).await? else {
        return Ok(false);
    };
    let now = asked(app, &register.notice)?;
    Ok(asked(app, &earlier.notice).is_ok_and(|then| now.has_terms_of(then)))
}

/// The form again, as the notice in force asks it; what was agreed to other words is not kept.
fn changed(
    ctx: &Ctx,
    app: &App,
    register: &Register,
    (mut values, command): (Values, CommandId),
) -> Result<Response, Fault> {
    ctx.send_again(command);
    let asked = asked(app, &register.notice)?;
    asked.untick(&mut values);
    let mut errors = FormErrors::none();
    errors.add(asked.place_of_terms(), ctx.say("feedback-notice-changed"));
    page(ctx, app, (&values, &errors))
}

fn spec(ctx: &Ctx, asked: Asked<'_>) -> FormSpec {
    let mut fields = asked.fields(ctx);
    fields.push(Field::new(SHOWN, "", Kind::Hidden));
    FormSpec::new(FORM, fields)
}

fn page(ctx: &Ctx, app: &App, (values, errors): (&Values, &FormErrors)) -> Result<Response, Fault> {
    let register = &*app.register()?;
    let asked = asked(app, &register.notice)?;
    let spec = spec(ctx, asked);
    let submit = ctx.say("feedback-send");
    let mut values = values.clone();
    values.set(SHOWN, Sensitive::new(register.version.to_string()));
    let form = Form { spec: &spec, action: "/palaute", values: &values, errors, submit: &submit };
    let body = html! {
        @if is_unmailed(app, &register.notice)? { p { (ctx.say("feedback-answer-by-code")) } }
        (form.render(ctx, short_notice(ctx, register)))
        (earlier(ctx, register))
    };
    Ok(Page::new(ctx.say("feedback-title"), body)
        .lead(ctx.say("feedback-lead"))
        .status(errors.status())
        .render(ctx))
}

/// Before the button: who, how long, and where the whole notice is (Art. 13, first layer).
fn short_notice(ctx: &Ctx, register: &Register) -> Markup {
    let notice = &register.notice;
    let controller = ctx.say_with(
        "feedback-short-who",
        &[
            ("controller", notice.controller.name.as_str().into()),
            ("register", text(&notice.register, ctx.lang).into()),
        ],
    );
    html! {
        section.short-notice aria-labelledby="short-notice" {
            h2 #short-notice { (ctx.say("feedback-short-title")) }
            p { (controller) }
            @if let Some(keep) = kept(ctx, register) { p { (keep) } }
            p { (ctx.say("feedback-short-rights")) }
            p { a href=(ctx.href("/tietosuoja")) { (ctx.say("feedback-short-link")) } }
        }
    }
}

/// How long feedback is kept, said to its sender; when that is no plain period, as the notice says.
fn kept(ctx: &Ctx, register: &Register) -> Option<String> {
    match register.notice.kind(FEEDBACK)?.keep.as_ref()? {
        Keep::For { period, .. } => {
            let period = within(ctx.lang, *period);
            Some(ctx.say_with("feedback-short-keep", &[("period", period.into())]))
        }
        _ => sentence(register, "keep.feedback", ctx.lang),
    }
}

/// The form is also the place to have earlier feedback erased and a consent withdrawn, as the
/// notice says.
fn earlier(ctx: &Ctx, register: &Register) -> Markup {
    let withdrawable = register.notice.rights.iter().any(|right| right.name == WITHDRAWAL);
    html! {
        section aria-labelledby="earlier" {
            h2 #earlier { (ctx.say("feedback-earlier-title")) }
            p { (ctx.say("feedback-earlier-text")) }
            ul {
                li { a href=(ctx.href("/oma")) { (ctx.say("feedback-earlier-code")) } }
                li { a href=(ctx.href(&request_path(ERASURE))) { (ctx.say("feedback-earlier-request")) } }
                @if withdrawable {
                    li { a href=(ctx.href(&request_path(WITHDRAWAL))) { (ctx.say("feedback-earlier-withdraw")) } }
                }
            }
        }
    }
}

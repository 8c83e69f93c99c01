//! The decision on a request as the desk takes it: the form, the letter to look at, the deed.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Sensitive};
use seloste_notice::refusals;
use seloste_register::{Opened, RIGHTS};
use seloste_web::components::{Tone, link_button, note};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::decision::{self, Decision, Done, Prepared};
use super::super::own::proof_saying;
use super::super::requests::{self, ANSWER, DECIDED, ERASURE};
use super::super::{behalf, job, letter, nobody, pause};
use super::case::{Case, under};
use super::preview::{self, Look};
use super::sending::Sending;
use super::{PATH, item, owner};
use crate::app::App;
use crate::forms;
use crate::sentences::text;
use crate::words::say;

/// The name of the form.
pub const FORM: &str = "rights-decide";

/// The ground: nothing is held of whoever asks.
const NONE_HELD: &str = "none-held";

/// The ground: who asks, or their right to act for another, was not shown.
const UNSURE: &str = "12-6";

const FIELDS: [&str; 3] = ["decision", "ground", "text"];

/// What the form asks.
///
/// # Errors
/// When the notice does not declare answers.
pub fn spec(ctx: &Ctx, app: &App, request: &Opened) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let mut fields = forms::Asked::new(&register.notice, ANSWER, &FIELDS)?.fields(ctx);
    let asked = request.text("type", Exit::Decision);
    for field in &mut fields {
        match (field.name.as_str(), &mut field.kind) {
            // The other choices name letters before a decision.
            ("decision", Kind::Select(choices)) => {
                choices.retain(|choice| DECIDED.contains(&choice.value.as_str()));
            }
            // Of a document the law has too many grounds for a list.
            ("ground", kind) if !letter::is_openness(request) => {
                *kind = Kind::Select(grounds(ctx, asked));
                field.help = Some(ctx.say("case-ground-help"));
            }
            ("text", _) if asked == ERASURE => {
                field.help = Some(ctx.say("rights-erasure-answer-help"));
            }
            ("text", _) => field.help = Some(ctx.say("case-words-help")),
            _ => {}
        }
        // What the decision and its ground want beside them, their help says.
        field.conditional = true;
    }
    fields.push(Field::new("version", "", Kind::Hidden));
    fields.push(Field::new(preview::SEEN, "", Kind::Hidden));
    Ok(FormSpec::new(FORM, fields))
}

fn grounds(ctx: &Ctx, asked: &str) -> Vec<Choice> {
    let label = |of: &refusals::Refusal| {
        format!("{}: {}", text(&of.law, ctx.lang), text(&of.says, ctx.lang))
    };
    refusals::of(asked).map(|of| Choice::new(&of.code, label(of))).collect()
}

/// Where the decision on a request is sent.
pub fn path(request: &Opened) -> String {
    under(request, "ratkaise")
}

/// The form.
///
/// # Errors
/// When the notice does not declare answers.
pub fn form(
    ctx: &Ctx,
    app: &App,
    request: &Opened,
    (values, errors): &(Values, FormErrors),
) -> Result<Markup, Fault> {
    let mut values = values.clone();
    if values.get("version").is_none() {
        values.set("version", Sensitive::new(request.version.to_string()));
    }
    let action = path(request);
    let submit = ctx.say("case-decide-look");
    let spec = spec(ctx, app, request)?;
    let form = Form { spec: &spec, action: &action, values: &values, errors, submit: &submit };
    let before = html! { p.quiet { (ctx.say("rights-decide-text")) } };
    Ok(form.render(ctx, before))
}

/// The form, with a proposal where nothing is held with the address by which somebody asks.
///
/// # Errors
/// When the store fails.
pub async fn proposed(
    ctx: &Ctx,
    app: &Arc<App>,
    request: &Opened,
    (typed, errors): &(Values, FormErrors),
) -> Result<Markup, Fault> {
    let asked = request.text("type", Exit::Decision);
    let untouched = typed.get("decision").is_none() && errors.is_empty();
    if untouched && pause::is_unanswered(request) && !requests::is_known(request) {
        let ground = if behalf::is_for_another(request) { UNSURE } else { nobody::GROUND };
        let mut values = typed.clone();
        for (name, value) in [("decision", "refused"), ("ground", ground)] {
            values.set(name, Sensitive::new(value.to_owned()));
        }
        return form(ctx, app, request, &(values, errors.clone()));
    }
    let fits = untouched && refusals::of(asked).any(|of| of.code == NONE_HELD);
    if !fits || !nobody::holds_nothing(app, request).await? {
        return form(ctx, app, request, &(typed.clone(), errors.clone()));
    }
    let words = say(job::language(request), "rights-none-held-answer");
    let mut values = typed.clone();
    for (name, value) in [("decision", "refused"), ("ground", NONE_HELD), ("text", words.as_str())]
    {
        values.set(name, Sensitive::new(value.to_owned()));
    }
    let says = html! { p { (ctx.say("rights-none-held-text")) } };
    Ok(html! {
        (note(Tone::Info, &ctx.say("rights-none-held"), says))
        (form(ctx, app, request, &(values, errors.clone()))?)
    })
}

/// Takes the decision.
///
/// # Errors
/// As the engine's operations; `Conflict` when somebody else was quicker.
pub async fn decide(ctx: Ctx, case: Case, State(app): State<Arc<App>>, sent: Submission) -> Answer {
    let request = &case.request;
    decision::may_claim(request, ctx.now)?;
    let (values, errors) = match sent.read(&ctx, &spec(&ctx, &app, request)?)? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, command) => {
            let wrong = of(&values).wrong(&app, request).await?;
            if wrong.is_empty() {
                return taken(&ctx, &app, case, values).await;
            }
            ctx.send_again(command);
            (values, told(&ctx, wrong))
        }
    };
    let typed = item::Typed { decision: (values, errors), ..item::Typed::default() };
    item::page(&ctx, &app, &case, &typed).await
}

fn told(ctx: &Ctx, wrong: Vec<(&'static str, &'static str)>) -> FormErrors {
    let mut errors = FormErrors::none();
    for (field, key) in wrong {
        errors.add(field, ctx.say(key));
    }
    errors
}

fn plain<'a>(values: &'a Values, name: &str) -> &'a str {
    values.get(name).map_or("", |value| value.expose(Exit::Decision).as_str())
}

fn of(values: &Values) -> Decision {
    let words = values.get("text").cloned();
    Decision {
        decision: plain(values, "decision").to_owned(),
        ground: plain(values, "ground").to_owned(),
        words: words.unwrap_or_else(|| Sensitive::new(String::new())),
    }
}

/// Shows the letter, or carries out what its letter was shown for.
async fn taken(ctx: &Ctx, app: &Arc<App>, case: Case, values: Values) -> Answer {
    let Case { staff, access, request } = &case;
    let decision = of(&values);
    let seen = plain(&values, "version").parse().unwrap_or(0);
    if seen != request.version {
        // Nobody writes a letter about a request that looks otherwise by now.
        return changed(ctx, app, case, values).await;
    }
    let prepared = decision::prepare(app, access, request, &decision).await?;
    if !preview::is_seen(&values, &prepared) {
        return shown(ctx, app, &case, &prepared, values).await;
    }
    let leave = |action| staff.access(app, RIGHTS, action);
    let carried = async {
        // Whoever decides is whom others ask about it.
        let seen = owner::becomes(app, &case).await?;
        decision::carry_out(app, &leave, (request, seen), &decision, &prepared).await
    };
    match carried.await {
        Err(fault) if fault.key() == decision::TAKEN => changed(ctx, app, case, values).await,
        Err(fault) => Err(fault.into()),
        Ok(Done::Erased(erased)) => {
            let proof = proof_saying(ctx, &app.register()?.notice, &erased, "rights-desk-erased");
            Ok(done(ctx, &proof, &prepared))
        }
        Ok(Done::Answered) => {
            let way = Sending::decided(app, request, &prepared).await?.told(ctx);
            Ok(done(ctx, &way, &prepared))
        }
    }
}

/// The request is not as it was seen any longer. Where an answer to a question has come, it is shown with
/// that and with what was typed: nobody decides without having seen it.
async fn changed(ctx: &Ctx, app: &Arc<App>, case: Case, mut values: Values) -> Answer {
    let request = app.engine.read(&case.access, case.request.id).await?;
    if !pause::is_answered(&request) || decision::may_claim(&request, app.engine.now()).is_err() {
        return Err(decision::taken().into());
    }
    for name in ["version", preview::SEEN] {
        values.take(name);
    }
    let mut errors = FormErrors::none();
    errors.add("decision", ctx.say("case-answer-came"));
    let typed = item::Typed { decision: (values, errors), ..item::Typed::default() };
    item::page(ctx, app, &Case { request, ..case }, &typed).await
}

/// The letter before it goes, or what an erasure takes.
async fn shown(
    ctx: &Ctx,
    app: &Arc<App>,
    case: &Case,
    prepared: &Prepared,
    values: Values,
) -> Answer {
    let request = &case.request;
    if let Some(plans) = &prepared.erases {
        return preview::erasure(ctx, app, case, (prepared, plans), values).await;
    }
    let (spec, action) = (spec(ctx, app, request)?, path(request));
    let way = Sending::decided(app, request, prepared).await?;
    let submit = ctx.say("case-preview-send");
    let look = Look { spec: &spec, action: &action, submit, way };
    preview::letter(ctx, (request, prepared), &look, values)
}

/// What was done, and the letter as it was given: for paper when no mail could go.
fn done(ctx: &Ctx, body: &Markup, prepared: &Prepared) -> Response {
    let back = link_button(ctx, PATH, &ctx.say("rights-desk-back"));
    let body = html! {
        (body)
        h2 { (ctx.say("case-letter")) }
        (prepared.paper.html())
        p { (back) }
    };
    Page::new(ctx.say("rights-decided"), body)
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .render(ctx)
}

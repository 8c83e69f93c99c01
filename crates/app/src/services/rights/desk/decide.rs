//! The decision on a request, its effect and its answer: what is told is what was done.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_register::{Access, Action, Draft, Opened, Owner, RIGHTS, RestrictionGround};
use seloste_web::components::{Tone, link_button, note};
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::super::own::proof_saying;
use super::super::requests::{self, ANSWER, DECIDING, ERASURE};
use super::super::{job, letter, mailbox, may_restrict, withdrawal};
use super::{PATH, confirm, item};
use crate::app::App;
use crate::console::Staff;
use crate::forms;
use crate::post;

/// The name of the form.
pub const FORM: &str = "rights-decide";

const FIELDS: [&str; 3] = ["decision", "ground", "text"];

/// A decision takes no longer than this; a claim that is older was left by a crash.
const CLAIM: SignedDuration = SignedDuration::from_mins(10);

/// The decision that grants everything.
const GRANTED: &str = "granted";

fn spec(ctx: &Ctx, app: &App, request: &Opened) -> Result<FormSpec, Fault> {
    let register = app.register()?;
    let mut fields = forms::Asked::new(&register.notice, ANSWER, &FIELDS)?.fields(ctx);
    // Of a granted erasure nobody is told by letter, so nobody writes one that goes nowhere.
    for field in fields.iter_mut().filter(|field| field.name == "text" && erases(request)) {
        field.required = false;
        field.consequence = None;
        field.help = Some(ctx.say("rights-erasure-answer-help"));
    }
    fields.push(Field::new("version", "", Kind::Hidden));
    fields.push(Field::new(confirm::SEEN, "", Kind::Hidden));
    Ok(FormSpec::new(FORM, fields))
}

fn erases(request: &Opened) -> bool {
    request.text("type", Exit::Decision) == ERASURE
}

/// Where the decision on a request is sent.
pub fn path(request: &Opened) -> String {
    format!("{PATH}/{}/ratkaise", request.id)
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
    let submit = ctx.say("rights-decide-send");
    let spec = spec(ctx, app, request)?;
    let form = Form { spec: &spec, action: &action, values: &values, errors, submit: &submit };
    let before = html! { p.quiet { (ctx.say("rights-decide-text")) } };
    Ok(form.render(ctx, before))
}

/// Takes the decision.
///
/// # Errors
/// As the engine's operations; `Conflict` when somebody else was quicker.
pub async fn decide(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let request = item::request(&app, &access, &id).await?;
    may_claim(&request, ctx.now)?;
    let (values, errors) = match sent.read(&ctx, &spec(&ctx, &app, &request)?)? {
        Reading::Bad(values, errors) => (values, errors),
        Reading::Good(values, command) => {
            let errors = wrong(&ctx, &request, &values);
            if errors.is_empty() {
                return claimed(&ctx, &app, &staff, (&access, &request), values).await;
            }
            ctx.send_again(command);
            (values, errors)
        }
    };
    let typed = item::Typed { decision: (values, errors), ..item::Typed::default() };
    item::page(&ctx, &app, &access, &request, &typed).await
}

/// Claims the request and does what was decided, after a second look before an erasure; gives it
/// back when nothing comes of it.
async fn claimed(
    ctx: &Ctx,
    app: &Arc<App>,
    staff: &Staff,
    (access, request): (&Access, &Opened),
    values: Values,
) -> Answer {
    if is_unseen(request, &values) {
        return confirm::page(ctx, app, access, request, values).await;
    }
    let claimed = claim(app, access, request, &values).await?;
    let done = effect(ctx, app, staff, &claimed, values).await;
    if done.is_err() {
        give_back(app, access, &claimed, &request.state).await;
    }
    done
}

/// Whether an erasure would destroy data at which nobody has looked once more.
fn is_unseen(request: &Opened, values: &Values) -> bool {
    let asks = erases(request) && plain(values, "decision") == GRANTED;
    asks && requests::is_known(request) && !confirm::is_seen(values)
}

fn taken() -> Fault {
    Fault::new(FaultKind::Conflict, "rights-already-decided")
}

/// Refuses a request that does not wait. One that was claimed long ago waits: whoever claimed it
/// has crashed.
fn may_claim(request: &Opened, now: Timestamp) -> Result<(), Fault> {
    let held = now.duration_since(request.updated) < CLAIM;
    let waits = requests::WAITING.contains(&request.state.as_str());
    if waits && !(request.state == DECIDING && held) { Ok(()) } else { Err(taken()) }
}

/// Takes the request for one decision, before anything is done: one conditional write at the
/// version that was on the page, so that of two who decide at the same moment one does.
async fn claim(
    app: &App,
    access: &Access,
    request: &Opened,
    values: &Values,
) -> Result<Opened, Fault> {
    let seen = values.get("version").and_then(|text| text.expose(Exit::Decision).parse().ok());
    let version = app.engine.set_state(access, request.id, seen.unwrap_or(0), DECIDING).await;
    let version = version.map_err(|fault| match fault.kind() {
        FaultKind::Conflict => taken(),
        _ => fault,
    })?;
    Ok(Opened { version, state: DECIDING.to_owned(), ..request.clone() })
}

/// Nothing came of a claim. Where even this fails, the claim ends by its age.
async fn give_back(app: &App, access: &Access, claimed: &Opened, state: &str) {
    if let Ok(still) = app.engine.read(access, claimed.id).await
        && still.state == DECIDING
        && let Err(fault) = app.engine.set_state(access, still.id, still.version, state).await
    {
        tracing::warn!(?fault, "a request could not be given back after a failed decision");
    }
}

fn plain<'a>(values: &'a Values, name: &str) -> &'a str {
    values.get(name).map_or("", |value| value.expose(Exit::Decision).as_str())
}

/// Who refuses says why (Art. 12(4)); nobody's data is erased for somebody unknown.
fn wrong(ctx: &Ctx, request: &Opened, values: &Values) -> FormErrors {
    let mut errors = FormErrors::none();
    let granted = plain(values, "decision") == GRANTED;
    if !granted && values.get("ground").is_none() {
        errors.add("ground", ctx.say("rights-ground-missing"));
    }
    if !(granted && erases(request)) && values.get("text").is_none() {
        errors.add("text", ctx.say("rights-answer-missing"));
    }
    let acts = [ERASURE, "withdraw-consent", "restriction", "objection"];
    let needs_person = acts.contains(&request.text("type", Exit::Decision));
    if granted && needs_person && !requests::is_known(request) {
        errors.add("decision", ctx.say("rights-not-identified"));
    }
    errors
}

async fn effect(
    ctx: &Ctx,
    app: &Arc<App>,
    staff: &Staff,
    request: &Opened,
    values: Values,
) -> Answer {
    let granted = plain(&values, "decision") == GRANTED;
    if granted && requests::is_known(request) {
        let erase = staff.access(app, RIGHTS, Action::Erase)?;
        let persons = mailbox::persons(app, request).await?;
        match request.text("type", Exit::Decision) {
            ERASURE => {
                let erased = mailbox::erase(app, &erase, request).await?;
                return Ok(done(ctx, proof_saying(ctx, &erased, "rights-desk-erased")));
            }
            "withdraw-consent" => {
                for person in persons {
                    withdrawal::withdraw_all(app, &erase, person).await?;
                }
            }
            "restriction" | "objection" => restrict(app, staff, persons).await?,
            _ => {}
        }
    }
    let access = staff.access(app, RIGHTS, Action::DecideRequests)?;
    let by_mail =
        app.mailer.is_ready() && request.fields.get("contact").is_some_and(requests::is_mail);
    let written = close(app, &access, request, (values, by_mail)).await?;
    Ok(told(ctx, app, request, &written, by_mail)?)
}

async fn restrict(app: &Arc<App>, staff: &Staff, persons: Vec<PersonId>) -> Result<(), Fault> {
    let access = staff.access(app, RIGHTS, Action::DecideRequests)?;
    for person in persons {
        if !may_restrict(app, person).await? {
            return Err(Fault::new(FaultKind::Conflict, "rights-no-restriction"));
        }
        app.engine.restrict(&access, person, None, RestrictionGround::Accuracy).await?;
    }
    Ok(())
}

/// Writes the answer and closes the case. The keeping of both is counted from now; the state
/// changes last, so that an interrupted decision stays open and is taken again.
async fn close(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    (mut values, by_mail): (Values, bool),
) -> Result<Sensitive<String>, Fault> {
    let decision = plain(&values, "decision").to_owned();
    let written = values.get("text").cloned().unwrap_or_else(|| Sensitive::new(String::new()));
    // What was done for the person may have changed the request meanwhile.
    let request = app.engine.read(access, request.id).await?;
    if request.state != DECIDING {
        return Err(taken());
    }
    let version = app.engine.event(access, &request, "decided", app.engine.now()).await?;
    let mut draft = Draft::new(ANSWER, "decided", job::language(&request))
        .part_of(request.id)
        .moves_whole(version, &decision);
    if by_mail {
        draft = draft.state(post::QUEUED).then_job(job::ANSWER);
    }
    for name in FIELDS {
        if let Some(value) = values.take(name) {
            draft = draft.field(name, value);
        }
    }
    app.engine.collect(access, Owner::Existing(request.person), draft).await?;
    Ok(written)
}

fn done(ctx: &Ctx, body: Markup) -> Response {
    let back = link_button(ctx, PATH, &ctx.say("rights-desk-back"));
    Page::new(ctx.say("rights-decided"), html! { (body) p { (back) } })
        .trail(vec![Link::new(PATH, ctx.say("rights-desk-title"))])
        .render(ctx)
}

/// The reply as it was given, for paper when no mail could go.
fn told(
    ctx: &Ctx,
    app: &App,
    request: &Opened,
    written: &Sensitive<String>,
    by_mail: bool,
) -> Result<Response, Fault> {
    let register = app.register()?;
    let closing = letter::closing(&register.notice, request, job::language(request));
    let key = if by_mail { "rights-answer-sent" } else { "rights-answer-by-hand" };
    let body = html! {
        (note(Tone::Good, &ctx.say(key), html! {}))
        h2 { (ctx.say("rights-answer-title")) }
        p { span.text { (written.expose(Exit::Page)) } }
        @for line in closing.lines() { p { (line) } }
    };
    Ok(done(ctx, body))
}

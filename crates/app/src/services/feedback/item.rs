//! One feedback: what was said, by whom if they wanted an answer, and what can be done with it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId};
use seloste_register::{
    Access, Action, Held, Looked, Opened, Query, RIGHTS, Register, Waiting, is_unconsented,
};
use seloste_web::components::{Tone, button_quiet, definitions, note, post_button};
use seloste_web::form::{FormErrors, Values};
use seloste_web::{Answer, Ctx, Link, Page};

use super::inbox::{self, DEVELOPING, state_word, theme_word, themes};
use super::letter::{ANSWERING, may_be_mailed};
use super::{FEEDBACK, REPLY, answer, classify};
use crate::app::App;
use crate::console::Staff;
use crate::sentences::text;
use crate::{disclosing, holding, last_day, looks, post};

/// Lines of "who has looked" on the page.
const LOOKS: i64 = 50;

/// One feedback as this user may see it.
pub(super) struct Item {
    pub opened: Opened,
    pub register: Arc<Register>,
    /// Whether contact details and answers are open to this user.
    pub answers: bool,
    /// Whether this user would answer, had the sender asked for it.
    unconsented: bool,
    replies: Vec<Opened>,
    pub theme: String,
    looks: Vec<Looked>,
    /// What keeps it longer.
    held: Vec<Held>,
    /// Disclosures that are not made yet.
    pending: Vec<Waiting>,
}

/// What was typed into the forms of the page, and what is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    /// Of the answer.
    pub answer: (Values, FormErrors),
    /// Of the sorting.
    pub sorting: FormErrors,
}

/// An access of this user to feedback in general, before any is opened: answering, or else
/// developing.
///
/// # Errors
/// `Forbidden` when their roles allow neither.
pub(super) fn either(app: &App, staff: &Staff, action: Action) -> Result<Access, Fault> {
    staff.access(app, ANSWERING, action).or_else(|_| staff.access(app, DEVELOPING, action))
}

/// The widest access that this user has to one feedback, with what it opens: answering, where its
/// sender lets it be used for that, or else developing.
///
/// # Errors
/// `Forbidden` when their roles allow neither.
pub async fn widest(
    app: &App,
    staff: &Staff,
    id: RecordId,
    action: Action,
) -> Result<(Access, Opened), Fault> {
    if let Ok(access) = staff.access(app, ANSWERING, action) {
        match app.engine.read(&access, id).await {
            Err(fault) if is_unconsented(&fault) => {}
            opened => return Ok((access, opened?)),
        }
    }
    let access = staff.access(app, DEVELOPING, action)?;
    let opened = app.engine.read(&access, id).await?;
    Ok((access, opened))
}

impl Item {
    /// The widest access that this user has to the feedback as it was opened.
    ///
    /// # Errors
    /// `Forbidden` when their roles allow none.
    pub fn access(&self, app: &App, staff: &Staff, action: Action) -> Result<Access, Fault> {
        let answering = self.answers.then(|| staff.access(app, ANSWERING, action).ok()).flatten();
        answering.map_or_else(|| staff.access(app, DEVELOPING, action), Ok)
    }
}

/// Opens one feedback and what hangs on it.
pub(super) async fn open(app: &App, staff: &Staff, id: RecordId) -> Result<Item, Fault> {
    let (access, opened) = widest(app, staff, id, Action::Read).await?;
    if opened.kind != FEEDBACK {
        return Err(Fault::not_found());
    }
    let answers = access.purpose() == ANSWERING;
    let replies = match answers {
        true => {
            let query = Query { thread: Some(id), oldest_first: true, ..Query::of(REPLY) };
            app.engine.page(&access, &query).await?.records
        }
        false => Vec::new(),
    };
    let looks = app.engine.looks(&access, opened.person, None, LOOKS).await?;
    let theme = themes(app, &[id]).await?.remove(&id).unwrap_or_default();
    let unconsented = !answers && staff.may(app, ANSWERING, Action::Answer);
    let pending = match answers || unconsented {
        true => disclosing::pending(app, opened.person).await?,
        false => Vec::new(),
    };
    let held = app.engine.holds_on(&access, opened.person, &[id]).await?.remove(&id);
    let (register, held) = (app.register()?, held.unwrap_or_default());
    Ok(Item { held, opened, register, answers, unconsented, replies, theme, looks, pending })
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(of): Path<String>,
) -> Answer {
    if let Ok(number) = of.parse::<i64>() {
        let id = of_number(&app, &staff, number).await?;
        return Ok(ctx.redirect(&format!("{}/{id}", inbox::PATH)));
    }
    let id = of.parse().map_err(|_| Fault::not_found())?;
    let item = open(&app, &staff, id).await?;
    Ok(page(&ctx, &app, &staff, &item, &Typed::default())?)
}

/// The feedback of a number, as pages show it, for whoever may open it.
async fn of_number(app: &App, staff: &Staff, number: i64) -> Result<RecordId, Fault> {
    let access = staff.access(app, DEVELOPING, Action::Read);
    let access = access.or_else(|_| staff.access(app, ANSWERING, Action::Read))?;
    let of = Query { number: Some(number), limit: 1, ..Query::of(FEEDBACK) };
    let (found, _) = app.engine.waiting(&access.register().notice.id, &of).await?;
    found.first().map(|one| one.record).ok_or_else(Fault::not_found)
}

pub(super) fn page(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    item: &Item,
    typed: &Typed,
) -> Result<Response, Fault> {
    let number = item.opened.number.unwrap_or(0).to_string();
    let title = ctx.say_with("item-title", &[("number", number.into())]);
    let answering = item.answers && staff.may(app, ANSWERING, Action::Answer);
    let deeds = [
        ("vastaus", "answer-done"),
        ("lajittelu", "classify-done"),
        (post::AGAIN, "post-again-done"),
    ];
    let body = html! {
        (crate::done::told(ctx, &deeds))
        (definitions(&facts(ctx, item)))
        h2 { (ctx.say("item-message")) }
        (quote(item.opened.text("message", Exit::Page)))
        @if item.answers { (replies(ctx, item, answering)) }
        @if answering { (answer::form(ctx, app, item, &typed.answer)?) }
        (classify::form(ctx, item, &typed.sorting))
        (more(ctx, app, staff, item))
        h2 { (ctx.say("item-looks")) }
        (looks::told(ctx, &item.register.notice, &item.looks))
    };
    let errors = if typed.sorting.is_empty() { &typed.answer.1 } else { &typed.sorting };
    Ok(Page::new(title, body)
        .status(errors.status())
        .trail(vec![
            Link::new("/hallinta", ctx.say("nav-console")),
            Link::new("/hallinta/palaute", ctx.say("inbox-title")),
        ])
        .render(ctx))
}

/// Text of several lines, as it was written.
pub(super) fn quote(said: &str) -> Markup {
    html! {
        blockquote {
            @for paragraph in said.split("\n\n") {
                p { @for (number, line) in paragraph.lines().enumerate() {
                    @if number > 0 { br; }
                    (line)
                } }
            }
        }
    }
}

fn facts(ctx: &Ctx, item: &Item) -> Vec<(String, Markup)> {
    let opened = &item.opened;
    let mut facts = vec![
        (ctx.say("feedback-receipt-sent"), html! { (ctx.moment(opened.created)) }),
        (ctx.say("inbox-col-state"), html! { (state_word(ctx, &opened.state)) }),
    ];
    if let Some(goes) = last_day::told(ctx, opened, &item.held) {
        facts.push((ctx.say("feedback-receipt-due"), goes));
    }
    facts.extend(holding::told(ctx, &item.register.notice, FEEDBACK, &item.held));
    if !item.theme.is_empty() {
        facts.push((
            ctx.say("inbox-col-theme"),
            html! { (theme_word(ctx, &item.register, &item.theme)) },
        ));
    }
    if !item.answers {
        let why = if item.unconsented { "item-contact-unasked" } else { "item-contact-closed" };
        facts.push((ctx.say("item-contact"), html! { (ctx.say(why)) }));
        return facts;
    }
    let declared = item.register.notice.kind(FEEDBACK);
    for name in ["name", "email"] {
        let value = opened.text(name, Exit::Page);
        if let Some(field) =
            declared.and_then(|kind| kind.field(name)).filter(|_| !value.is_empty())
        {
            facts.push((text(&field.label, ctx.lang), html! { (value) }));
        }
    }
    let consent = match may_be_mailed(opened) {
        true => "item-contact-consent",
        false => "item-contact-none",
    };
    facts.push((ctx.say("item-contact"), html! { (ctx.say(consent)) }));
    facts
}

fn replies(ctx: &Ctx, item: &Item, may: bool) -> Markup {
    let here = format!("/hallinta/palaute/{}", item.opened.id);
    html! {
        @for reply in &item.replies {
            h2 { (ctx.say("item-reply")) }
            (quote(reply.text("text", Exit::Page)))
            p.quiet { (ctx.moment(reply.created)) }
            (post::told(ctx, reply, &here, may))
        }
    }
}

fn more(ctx: &Ctx, app: &App, staff: &Staff, item: &Item) -> Markup {
    let here = format!("/hallinta/palaute/{}", item.opened.id);
    let may = |action| item.access(app, staff, action).is_ok();
    let (erases, answers, discloses) =
        (may(Action::Erase), may(Action::Answer), may(Action::Disclose));
    let holds = staff.may(app, RIGHTS, Action::DecideRequests);
    html! {
        @if erases || answers || discloses || holds {
            h2 { (ctx.say("item-more")) }
            @if discloses { (disclosing::list(ctx, &here, &item.pending)) }
            @if answers {
                p { (ctx.say("item-convert-text")) }
                div.actions {
                    (post_button(ctx, "feedback-convert", &format!("{here}/pyynnoksi"), button_quiet(&ctx.say("item-convert"))))
                }
            }
            ul {
                @if discloses { li { a href=(ctx.href(&format!("{here}/luovuta"))) { (ctx.say("item-disclose")) } } }
                @if erases { li { a href=(ctx.href(&format!("{here}/poista"))) { (ctx.say("item-erase")) } } }
                (holding::way(ctx, app, staff, item.opened.id))
            }
        }
    }
}

/// A note that something was done, above a page.
pub(super) fn done(ctx: &Ctx, key: &str, body: Markup) -> Markup {
    note(Tone::Good, &ctx.say(key), body)
}

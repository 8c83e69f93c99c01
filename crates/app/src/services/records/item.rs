//! One record: what it says, what hangs on it, what goes when and why, who has looked, and what can
//! be done with it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, RecordId};
use seloste_register::{Access, Action, Opened, RIGHTS};
use seloste_web::components::{Tone, definitions, note};
use seloste_web::form::{FormErrors, Values};
use seloste_web::{Answer, Ctx, Page};

use super::known::{At, events, purposes};
use super::{ITEM, act, parts, shown, state, times};
use crate::app::App;
use crate::console::Staff;
use crate::sentences::text;
use crate::{disclosing, done, holding, looks};

/// Lines of "who has looked" on the page.
const LOOKS: i64 = 50;

/// A record as this user may see it.
pub struct Item {
    /// Its kind.
    pub at: At,
    /// Leave to read it.
    pub access: Access,
    /// The record.
    pub opened: Opened,
}

impl Item {
    /// Its page.
    pub fn path(&self) -> String {
        format!("{ITEM}/{}", self.opened.id)
    }
}

/// Opens a record for a purpose for which the user may do all of this with it.
///
/// # Errors
/// `NotFound` when there is none of such a service; `Forbidden` when no role may.
pub async fn open(
    app: &App,
    staff: &Staff,
    id: RecordId,
    actions: &[Action],
    wish: Option<&str>,
) -> Result<Item, Fault> {
    let register = app.register()?.notice.id.clone();
    let kind = app.engine.kind_of(&register, id).await?.ok_or_else(Fault::not_found)?;
    let at = At::of_kind(app, &kind)?;
    let purpose = at.purpose(app, staff, actions, wish)?;
    let access = staff.access(app, &purpose, Action::Read)?;
    let opened = app.engine.read(&access, id).await?;
    Ok(Item { at, access, opened })
}

/// The version of a record that a form was made from.
///
/// # Errors
/// `Conflict` when the form does not say it.
pub(super) fn seen(values: &Values, name: &str) -> Result<i64, Fault> {
    let told = values.get(name).and_then(|text| text.expose(Exit::Decision).parse().ok());
    told.ok_or_else(|| Fault::new(FaultKind::Conflict, "fault-conflict"))
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let wish = ctx.param("tarkoitus");
    let item = open(&app, &staff, id, &[Action::Read], wish.as_deref()).await?;
    Ok(page(&ctx, &app, &staff, &item, &FormErrors::none()).await?)
}

pub(super) async fn page(
    ctx: &Ctx,
    app: &App,
    staff: &Staff,
    item: &Item,
    errors: &FormErrors,
) -> Result<Response, Fault> {
    let (at, opened, purpose) = (&item.at, &item.opened, item.access.purpose());
    let mut looks = app.engine.looks(&item.access, opened.person, None, LOOKS).await?;
    // What somebody else did with other records of the same person is not told here.
    let served = purposes(&at.register.notice, &at.kind);
    looks.retain(|look| look.purpose == RIGHTS || served.contains(&look.purpose.as_str()));
    let deeds = [
        ("lisays", "records-added"),
        ("korjaus", "records-corrected"),
        ("tila", "records-state-set"),
        ("tapahtuma", "records-event-set"),
        ("poisto", "records-erased-part"),
    ];
    let body = html! {
        (done::told(ctx, &deeds))
        (parts::links_to_purposes(ctx, app, staff, at, (purpose, &item.path())))
        (definitions(&shown::fields(ctx, at, purpose, opened)))
        (by_programs(ctx, item))
        (state::form(ctx, app, staff, item, errors))
        (actions(ctx, app, staff, item).await?)
        (parts::hanging(ctx, app, staff, item).await?)
        (times::section(ctx, app, item).await?)
        (parts::others(ctx, app, staff, item).await?)
        h2 { (ctx.say("item-looks")) }
        (looks::told(ctx, &at.register.notice, &looks))
    };
    let title = shown::title(ctx, at, opened);
    Ok(Page::new(title, body).status(errors.status()).trail(at.trail(ctx)).render(ctx))
}

/// Which of what is shown a program decided, and what a human said of it.
fn by_programs(ctx: &Ctx, item: &Item) -> Markup {
    let kind = &item.at.kind;
    let made = item.opened.automated.iter().map(|(name, made)| {
        let label = kind.field(name).map(|field| text(&field.label, ctx.lang)).unwrap_or_default();
        let reviewed = made.reviewed().map(|at| ctx.moment(at)).unwrap_or_default();
        let key = match (reviewed.is_empty(), made.changed) {
            (true, _) => "records-decided-alone",
            (false, false) => "records-decided-stands",
            (false, true) => "records-decided-changed",
        };
        let args = [
            ("field", label.into()),
            ("when", ctx.moment(made.at()).into()),
            ("reviewed", reviewed.into()),
        ];
        note(Tone::Info, &ctx.say_with(key, &args), html! {})
    });
    html! { @for one in made { (one) } }
}

/// What else can be done, as far as roles allow.
async fn actions(ctx: &Ctx, app: &App, staff: &Staff, item: &Item) -> Result<Markup, Fault> {
    let here = item.path();
    let may = |action| item.at.may(app, staff, &[Action::Read, action]);
    let names: Vec<&str> = item.at.kind.fields.iter().map(|field| field.name.as_str()).collect();
    let corrects = names.iter().any(|name| act::changing(app, staff, &item.at, &[name]).is_ok())
        && may(Action::Amend);
    let marks = act::changing(app, staff, &item.at, &[]).is_ok();
    let (erases, discloses) = (may(Action::Erase), may(Action::Disclose));
    let pending = match discloses {
        true => disclosing::pending(app, item.opened.person).await?,
        false => Vec::new(),
    };
    let events = if marks { events(&item.at.kind) } else { Vec::new() };
    let holds = staff.may(app, RIGHTS, Action::DecideRequests);
    Ok(html! {
        @if discloses { (disclosing::list(ctx, &here, &pending)) }
        @if corrects || erases || discloses || holds || !events.is_empty() {
            h2 { (ctx.say("records-actions")) }
            ul {
                @if corrects {
                    li { a href=(ctx.href(&format!("{here}/korjaa"))) { (ctx.say("records-correct")) } }
                }
                @for event in events {
                    @let path = format!("{here}/tapahtuma/{event}");
                    li { a href=(ctx.href(&path)) { (ctx.say(&format!("records-event-{event}"))) } }
                }
                @if discloses {
                    li { a href=(ctx.href(&format!("{here}/luovuta"))) { (ctx.say("records-disclose")) } }
                }
                @if erases {
                    li { a href=(ctx.href(&format!("{here}/poista"))) { (ctx.say("records-erase")) } }
                }
                (holding::way(ctx, app, staff, item.opened.id))
            }
        }
    })
}

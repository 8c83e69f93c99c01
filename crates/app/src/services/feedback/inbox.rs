//! The inbox: what has come, without contact details. Opening one is a read of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId, Timestamp, ZONE};
use seloste_register::{Access, Action, Opened, Page as Found, Query, Register};
use seloste_web::components::{Column, Table, empty, filter_form, link_button, pagination, stats};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Page};

use super::letter::ANSWERING;
use super::{FEEDBACK, REPLY, STATES, THEME};
use crate::app::App;
use crate::console::Staff;
use crate::{place, post};

/// The list.
pub const PATH: &str = "/hallinta/palaute";

/// The list of what waits for staff.
pub const WAITING: &str = "/hallinta/palaute?tila=waiting";

/// Which state the list is narrowed to, and which states that means: waiting is new or in hand.
const NARROWED: [(&str, &[&str]); 5] = [
    ("waiting", &["new", "open"]),
    ("new", &["new"]),
    ("open", &["open"]),
    ("answered", &["answered"]),
    ("closed", &["closed"]),
];

/// Rows on one page.
const ROWS: usize = 25;

/// Characters of a message shown in the list.
const EXCERPT_CHARS: usize = 120;

/// The purpose that opens texts without contact details.
pub const DEVELOPING: &str = "develop";

/// What the list is narrowed to: structure only, so it may stand in the address.
#[derive(Default)]
struct Filter {
    state: String,
    theme: String,
    from: String,
    until: String,
    after: Option<(i64, RecordId)>,
}

impl Filter {
    fn of(ctx: &Ctx) -> Self {
        let param = |name: &str| ctx.param(name).unwrap_or_default();
        Self {
            state: param("tila"),
            theme: param("aihe"),
            from: param("alku"),
            until: param("loppu"),
            after: ctx.param("jatko").and_then(|text| place::read(&text)),
        }
    }

    /// What says nothing that could be looked for, and why.
    fn refused(&self, ctx: &Ctx, themes: &[Choice]) -> FormErrors {
        let mut errors = FormErrors::none();
        let (from, until) = (midnight(&self.from, 0), midnight(&self.until, 1));
        let state = NARROWED.iter().any(|(name, _)| *name == self.state);
        let theme = themes.iter().any(|theme| theme.value == self.theme);
        for (name, value, known, why) in [
            ("tila", &self.state, state, "field-choice"),
            ("aihe", &self.theme, theme, "field-choice"),
            ("alku", &self.from, from.is_some(), "field-date"),
            ("loppu", &self.until, until.is_some(), "field-date"),
        ] {
            if !value.is_empty() && !known {
                errors.add(name, ctx.say(why));
            }
        }
        if from.zip(until).is_some_and(|(from, until)| until <= from) {
            errors.add("loppu", ctx.say("inbox-turned"));
        }
        errors
    }

    fn query(&self) -> Query {
        let narrowed = NARROWED.iter().filter(|(name, _)| *name == self.state);
        let states = narrowed.flat_map(|(_, states)| states.iter());
        Query {
            states: states.map(|state| (*state).to_owned()).collect(),
            from: midnight(&self.from, 0),
            until: midnight(&self.until, 1),
            part: (!self.theme.is_empty()).then(|| (THEME.to_owned(), self.theme.clone())),
            after: self.after,
            limit: ROWS,
            ..Query::of(FEEDBACK)
        }
    }

    fn path(&self, after: Option<(i64, RecordId)>) -> String {
        let mut path = format!(
            "{PATH}?tila={}&aihe={}&alku={}&loppu={}",
            known(&NARROWED.map(|(name, _)| name), &self.state),
            self.theme.chars().filter(char::is_ascii_alphanumeric).collect::<String>(),
            civil(&self.from).map(|day| day.to_string()).unwrap_or_default(),
            civil(&self.until).map(|day| day.to_string()).unwrap_or_default(),
        );
        if let Some(end) = after {
            path.push_str(&format!("&jatko={}", place::write(end)));
        }
        path
    }
}

fn known<'a>(words: &[&'a str], word: &str) -> &'a str {
    words.iter().find(|known| **known == word).copied().unwrap_or_default()
}

/// A day as browsers send it, or as people write it where a browser does not help them.
fn civil(day: &str) -> Option<Date> {
    day.parse().or_else(|_| Date::strptime("%d.%m.%Y", day.trim())).ok()
}

/// The beginning of a day, so many days later; `None` for what is no day.
fn midnight(day: &str, later: i64) -> Option<Timestamp> {
    let day = civil(day)?.checked_add(later.days()).ok()?;
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    day.to_zoned(zone).ok().map(|at| at.timestamp())
}

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, DEVELOPING, Action::Read)?;
    let filter = Filter::of(&ctx);
    let refused = filter.refused(&ctx, &theme_choices(&ctx, &*app.register()?));
    let found = match refused.is_empty() {
        true => app.engine.page(&access, &filter.query()).await?,
        false => Found::default(),
    };
    let themes = themes(&app, &ids(&found)).await?;
    let answers = staff.may(&app, ANSWERING, Action::Answer);
    let list = List { found, themes, filter, refused, searched: None, answers };
    Ok(page(&ctx, &app, &list).await?)
}

/// Words of a search may be personal, so they come in the body, never in an address.
pub(super) async fn search(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    sent: Submission,
) -> Answer {
    let access = staff.access(&app, DEVELOPING, Action::Read)?;
    let (found, searched) = match sent.read(&ctx, &search_spec(&ctx))? {
        Reading::Good(values, _) => {
            let word = values.get("haku").map(|word| word.expose(Exit::Decision).to_lowercase());
            let found = matching(&app, &access, &word.unwrap_or_default()).await?;
            (found, (values, FormErrors::none()))
        }
        Reading::Bad(values, errors) => (Found::default(), (values, errors)),
    };
    let (themes, filter) = (themes(&app, &ids(&found)).await?, Filter::default());
    let answers = staff.may(&app, ANSWERING, Action::Answer);
    let refused = FormErrors::none();
    let list = List { found, themes, filter, refused, searched: Some(searched), answers };
    Ok(page(&ctx, &app, &list).await?)
}

async fn matching(app: &App, access: &Access, word: &str) -> Result<Found, Fault> {
    let has =
        |opened: &Opened| opened.text("message", Exit::Decision).to_lowercase().contains(word);
    app.engine.search(access, &Query::of(FEEDBACK), has).await
}

fn ids(found: &Found) -> Vec<RecordId> {
    found.records.iter().map(|opened| opened.id).collect()
}

/// The theme of each of these that is sorted.
pub(super) async fn themes(
    app: &App,
    feedback: &[RecordId],
) -> Result<BTreeMap<RecordId, String>, Fault> {
    let parts = app.engine.parts(&app.register()?.notice.id, THEME, feedback).await?;
    Ok(parts.into_iter().map(|part| (part.whole, part.state)).collect())
}

struct List {
    found: Found,
    themes: BTreeMap<RecordId, String>,
    filter: Filter,
    refused: FormErrors,
    searched: Option<(Values, FormErrors)>,
    /// Whether answers are this user's work.
    answers: bool,
}

async fn page(ctx: &Ctx, app: &App, list: &List) -> Result<Response, Fault> {
    let register = app.register()?;
    let counts = app.engine.counts(&register.notice.id, FEEDBACK).await?;
    let unsent = match list.answers {
        true => post::board(ctx, app, REPLY, "/hallinta/palaute").await?,
        false => html! {},
    };
    let tiles: Vec<(Markup, String)> = STATES
        .iter()
        .map(|state| {
            let (path, count) = (format!("{PATH}?tila={state}"), counts.get(*state).unwrap_or(&0));
            let word = state_word(ctx, state);
            (html! { a href=(ctx.href(&path)) { (word) } }, count.to_string())
        })
        .collect();
    let first = list.filter.after.map(|_| list.filter.path(None));
    let next = list.found.next.filter(|_| list.searched.is_none());
    let next = next.map(|after| list.filter.path(Some(after)));
    let body = html! {
        (unsent)
        (stats(&tiles))
        (filters(ctx, &register, &list.filter, &list.refused))
        (search_form(ctx, list.searched.as_ref()))
        @if list.refused.is_empty() { (table(ctx, &register, list)) }
        (pagination(ctx, first.as_deref(), next.as_deref()))
        div.actions { (link_button(ctx, "/hallinta/palaute/vie", &ctx.say("inbox-export"))) }
    };
    let status =
        list.searched.as_ref().map_or(list.refused.status(), |(_, errors)| errors.status());
    Ok(Page::new(ctx.say("inbox-title"), body).status(status).wide().render(ctx))
}

fn table(ctx: &Ctx, register: &Register, list: &List) -> Markup {
    if list.found.records.is_empty() {
        let way = html! { a href=(ctx.href("/hallinta/palaute")) { (ctx.say("inbox-all")) } };
        return empty(&ctx.say("inbox-empty"), html! { p { (way) } });
    }
    let title = |key: &str| ctx.say(key);
    let mut table = Table::new(
        title("inbox-table"),
        vec![
            Column::text(title("inbox-col-number")),
            Column::text(title("inbox-col-sent")),
            Column::text(title("inbox-col-state")),
            Column::text(title("inbox-col-theme")),
            Column::text(title("inbox-col-message")),
        ],
    );
    for opened in &list.found.records {
        let theme = list.themes.get(&opened.id);
        let number = opened.number.unwrap_or(0);
        let link = ctx.href(&format!("/hallinta/palaute/{}", opened.id));
        table.row(vec![
            html! { a href=(link) { (ctx.say_with("inbox-number", &[("number", number.to_string().into())])) } },
            html! { (ctx.date(opened.created)) },
            html! { (state_word(ctx, &opened.state)) },
            html! { (theme.map(|theme| theme_word(ctx, register, theme)).unwrap_or_default()) },
            html! { (excerpt(opened.text("message", Exit::Page))) },
        ]);
    }
    table.render()
}

fn excerpt(message: &str) -> String {
    let mut short: String = message.chars().take(EXCERPT_CHARS).collect();
    if message.chars().nth(EXCERPT_CHARS).is_some() {
        short.push('…');
    }
    short
}

/// A state in words.
pub(super) fn state_word(ctx: &Ctx, state: &str) -> String {
    ctx.say(&format!("feedback-state-{}", known(STATES, state)))
}

/// A theme in the notice's words.
pub(super) fn theme_word(ctx: &Ctx, register: &Register, theme: &str) -> String {
    let found = theme_choices(ctx, register).into_iter().find(|choice| choice.value == theme);
    found.map(|choice| choice.label).unwrap_or_default()
}

/// The themes that the notice declares.
pub(super) fn theme_choices(ctx: &Ctx, register: &Register) -> Vec<Choice> {
    let declared = register.notice.kind(THEME).and_then(|kind| kind.field(THEME));
    match declared.map(|field| crate::forms::one(field, ctx.lang).kind) {
        Some(Kind::Select(choices)) => choices,
        _ => Vec::new(),
    }
}

/// The states, as choices.
pub(super) fn state_choices(ctx: &Ctx) -> Vec<Choice> {
    STATES.iter().map(|state| Choice::new(*state, state_word(ctx, state))).collect()
}

/// The states and what waits, as choices of the filter.
fn narrowings(ctx: &Ctx) -> Vec<Choice> {
    let waiting = Choice::new("waiting", ctx.say("inbox-waiting"));
    std::iter::once(waiting).chain(state_choices(ctx)).collect()
}

fn filters(ctx: &Ctx, register: &Register, filter: &Filter, refused: &FormErrors) -> Markup {
    let field = |name: &str, label: &str, input: Markup| {
        html! {
            div.field .wrong[refused.of(name).is_some()] {
                label for=(name) { (label) }
                @if let Some(why) = refused.of(name) {
                    p.error id={ (name) "-error" } { span.unseen { (ctx.say("field-error")) " " } (why) }
                }
                (input)
            }
        }
    };
    let wrong = |name: &str| refused.of(name).map(|_| "true");
    let described = |name: &str| refused.of(name).map(|_| format!("{name}-error"));
    let select = |name: &str, label: &str, chosen: &str, choices: Vec<Choice>| {
        let input = html! {
            select #(name) name=(name) aria-invalid=[wrong(name)] aria-describedby=[described(name)] {
                option value="" { (ctx.say("inbox-any")) }
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
                }
            }
        };
        field(name, label, input)
    };
    let day = |name: &str, label: &str, value: &str| {
        let input = html! {
            input #(name) name=(name) type="date" value=(value)
                aria-invalid=[wrong(name)] aria-describedby=[described(name)];
        };
        field(name, label, input)
    };
    filter_form(
        ctx,
        "/hallinta/palaute",
        html! {
            (select("tila", &ctx.say("inbox-col-state"), &filter.state, narrowings(ctx)))
            (select("aihe", &ctx.say("inbox-col-theme"), &filter.theme, theme_choices(ctx, register)))
            (day("alku", &ctx.say("inbox-from"), &filter.from))
            (day("loppu", &ctx.say("inbox-until"), &filter.until))
        },
    )
}

fn search_spec(ctx: &Ctx) -> FormSpec {
    let field = Field::new("haku", ctx.say("inbox-search"), Kind::Line);
    FormSpec::new(
        "inbox-search",
        vec![field.required().max_chars(100).help(ctx.say("inbox-search-help"))],
    )
}

fn search_form(ctx: &Ctx, searched: Option<&(Values, FormErrors)>) -> Markup {
    let none = Default::default();
    let (values, errors) = searched.unwrap_or(&none);
    let spec = search_spec(ctx);
    let form = Form {
        spec: &spec,
        action: "/hallinta/palaute",
        values,
        errors,
        submit: &ctx.say("inbox-search-submit"),
    };
    html! {
        details open[searched.is_some()] {
            summary { (ctx.say("inbox-search-title")) }
            (form.render(ctx, html! {}))
        }
    }
}

//! `/tietosuoja/naytto`: every promise with its proof. What is wrong comes first.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State as Extract};
use axum::response::IntoResponse;
use maud::{Markup, html};
use seloste_kernel::{Fault, Timestamp};
use seloste_notice::promises::{Promise, State, States};
use seloste_notice::render::tree::Section;
use seloste_web::components::{
    self, State as Look, Tone, definitions, filter_form, note, promise, time, timeline,
};
use seloste_web::{Answer, Ctx, Page};
use serde_json::json;

use super::notice::trail;
use super::version::Version;
use crate::app::App;
use crate::proofs::{STALE_S, is_bad};

/// So long before its end a word counts as to be given again.
const SOON_DAYS: i32 = 30;
/// How much of a promise's history is looked through, and how much is shown.
const HISTORY: (i64, usize) = (2_000, 50);

/// How a state looks.
pub fn look(state: Option<&State>, as_of: Timestamp) -> Look {
    let Some(state) = state else { return Look::Text };
    if is_bad(state, as_of) {
        return Look::Broken;
    }
    let soon = |date: &jiff::civil::Date| {
        let today = as_of.to_zoned(jiff::tz::TimeZone::UTC).date();
        let left = today.until(*date).map_or(0, |span| span.get_days());
        left <= SOON_DAYS
    };
    match state {
        State::Kept { .. } | State::Broken { .. } => Look::Kept,
        State::AttestedUntil { date } | State::Due { date } if soon(date) => Look::Due,
        State::AttestedUntil { .. } => Look::Attested,
        State::Awaited { .. } => Look::Due,
        State::Due { .. } => Look::Kept,
        State::Text => Look::Text,
    }
}

/// How a promise is kept, and how it stands with it.
pub(super) fn how(ctx: &Ctx, of: &Promise, state: Option<&State>, as_of: Timestamp) -> Markup {
    html! {
        p { (said(ctx, state, as_of)) }
        (means(ctx, of))
    }
}

/// How a promise is kept, and where its proof is.
fn means(ctx: &Ctx, of: &Promise) -> Markup {
    html! {
        p { (of.mechanism.describe(ctx.lang)) }
        p.quiet {
            @if let Some(article) = of.article { (article.say(ctx.lang)) " · " }
            a href=(ctx.href(&format!("/tietosuoja/naytto/{}", of.id))) { (ctx.say("privacy-to-proof")) }
        }
    }
}

fn said(ctx: &Ctx, state: Option<&State>, as_of: Timestamp) -> String {
    state.map_or_else(|| ctx.say("privacy-unchecked"), |state| state.say(ctx.lang, as_of))
}

/// The promises in the order in which they matter to somebody who looks for trouble.
pub struct Board<'a> {
    /// Broken, or a word that has run out.
    pub bad: Vec<&'a Promise>,
    /// To be vouched for or acted on soon.
    pub due: Vec<&'a Promise>,
    /// Enforced and found true.
    pub kept: Vec<&'a Promise>,
    /// Vouched for by a person.
    pub attested: Vec<&'a Promise>,
    /// Told only, or not looked at yet.
    pub told: Vec<&'a Promise>,
}

impl<'a> Board<'a> {
    /// Sorts promises by their states.
    pub fn of(promises: &'a [Promise], states: &States) -> Self {
        let with = |wanted: Look| -> Vec<&'a Promise> {
            let look = |promise: &Promise| look(states.of.get(&promise.id), states.as_of);
            promises.iter().filter(|promise| look(promise) == wanted).collect()
        };
        Self {
            bad: with(Look::Broken),
            due: with(Look::Due),
            kept: with(Look::Kept),
            attested: with(Look::Attested),
            told: with(Look::Text),
        }
    }

    /// The groups with their name in addresses, worst first.
    fn groups(&self) -> [Group<'_>; 5] {
        [
            ("rikki", "privacy-group-bad", &self.bad),
            ("pian", "privacy-group-due", &self.due),
            ("pidetaan", "privacy-group-kept", &self.kept),
            ("vahvistettu", "privacy-group-attested", &self.attested),
            ("kerrotaan", "privacy-group-told", &self.told),
        ]
    }

    /// The numbers, the filter and the promises: first what is wrong or due, then the rest in the
    /// notice's own sections. `path` is where numbers and filter lead.
    pub fn render(&self, ctx: &Ctx, path: &str, states: &States, sections: &[Section]) -> Markup {
        let wanted = ctx.param("tila").unwrap_or_default();
        let groups = self.groups();
        let known = groups.iter().any(|(name, ..)| *name == wanted);
        let shown = |name: &str| !known || name == wanted;
        let rest: BTreeMap<&str, &Promise> = groups[2..]
            .iter()
            .filter(|(name, ..)| shown(name))
            .flat_map(|(_, _, promises)| promises.iter().map(|of| (of.id.as_str(), *of)))
            .collect();
        let of_section = |section: &Section| -> Vec<&Promise> {
            section.lines().filter_map(|line| rest.get(line.id.as_str()).copied()).collect()
        };
        let parts = sections.iter().map(|section| (section, of_section(section)));
        let parts: Vec<_> = parts.filter(|(_, promises)| !promises.is_empty()).collect();
        html! {
            (numbers(ctx, path, &groups))
            (filter(ctx, path, &groups.map(|(name, key, _)| (name, key)), &wanted))
            @for (name, key, promises) in &groups[..2] {
                @if !promises.is_empty() && shown(name) {
                    (list(ctx, name, &ctx.say(key), promises, states))
                }
            }
            @if parts.len() > 1 {
                nav.contents aria-label=(ctx.say("privacy-contents")) {
                    h2 { (ctx.say("privacy-contents")) }
                    ol { @for (section, _) in &parts { li { a href={ "#osio-" (section.id) } { (section.title) } } } }
                }
            }
            @for (section, promises) in &parts {
                (list(ctx, &format!("osio-{}", section.id), &section.title, promises, states))
            }
        }
    }
}

type Group<'a> = (&'static str, &'static str, &'a [&'a Promise]);

/// How many there are of each group; the number leads to them.
fn numbers(ctx: &Ctx, path: &str, groups: &[Group<'_>]) -> Markup {
    html! {
        dl.stats {
            @for (name, key, promises) in groups {
                div {
                    dt {
                        @if promises.is_empty() { (ctx.say(key)) }
                        @else { a href=(ctx.href(&format!("{path}?tila={name}"))) { (ctx.say(key)) } }
                    }
                    dd { (promises.len()) }
                }
            }
        }
    }
}

fn list(ctx: &Ctx, id: &str, title: &str, promises: &[&Promise], states: &States) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) " " span.quiet { "(" (promises.len()) ")" } }
            div.promises { @for of in promises { (one_line(ctx, of, states)) } }
        }
    }
}

fn filter(ctx: &Ctx, path: &str, groups: &[(&str, &str)], wanted: &str) -> Markup {
    let fields = html! {
        div.field {
            label for="tila" { (ctx.say("privacy-filter")) }
            select #tila name="tila" {
                option value="" { (ctx.say("privacy-filter-all")) }
                @for (name, key) in groups {
                    option value=(name) selected[*name == wanted] { (ctx.say(key)) }
                }
            }
        }
    };
    filter_form(ctx, path, fields)
}

fn one_line(ctx: &Ctx, of: &Promise, states: &States) -> Markup {
    let state = states.of.get(&of.id);
    let bad = state.is_some_and(|state| is_bad(state, states.as_of));
    let sentence = html! {
        p data-promise=(of.id) { (sentence(ctx, of)) }
        @if bad { p.why { (said(ctx, state, states.as_of)) } }
    };
    // What is wrong stands beside the sentence, and is said once.
    let how = if bad { means(ctx, of) } else { how(ctx, of, state, states.as_of) };
    promise(ctx, &of.id, look(state, states.as_of), sentence, how)
}

fn sentence<'p>(ctx: &Ctx, of: &'p Promise) -> &'p str {
    of.sentence.get(&ctx.lang).map_or("", String::as_str)
}

/// When the promises were last looked at; loud when that is too long ago.
pub fn freshness(ctx: &Ctx, app: &App) -> Markup {
    let Some(checked) = app.board.checked() else {
        return note(Tone::Info, &ctx.say("privacy-first-check"), html! {});
    };
    let late = ctx.now.as_second() - checked.as_second() > STALE_S;
    html! {
        @if late { (note(Tone::Bad, &ctx.say("privacy-checks-late"), html! {})) }
        p.quiet {
            (ctx.say_with("privacy-checked", &[("time", ctx.moment(checked).into())])) " "
            @if let Some(full) = app.board.full() {
                (ctx.say_with("privacy-scanned", &[("time", ctx.moment(full).into())]))
            }
        }
    }
}

/// The page.
pub(super) async fn show(ctx: Ctx, Extract(app): Extract<Arc<App>>) -> Answer {
    let version = Version::current(&app)?;
    let states = app.board.states(ctx.now);
    let board = Board::of(&version.register.promises, &states);
    let document = version.document(Some(&states), ctx.lang);
    let body = html! {
        (freshness(&ctx, &app))
        (board.render(&ctx, "/tietosuoja/naytto", &states, &document.sections))
        p { a href=(ctx.href("/tietosuoja/naytto.json")) { (ctx.say("privacy-as-json")) } }
    };
    let page = Page::new(ctx.say("privacy-evidence"), body).lead(ctx.say("privacy-evidence-lead"));
    Ok(page.trail(trail(&ctx)).wide().render(&ctx))
}

/// The same for programs.
pub(super) async fn json(ctx: Ctx, Extract(app): Extract<Arc<App>>) -> Answer {
    let version = Version::current(&app)?;
    let states = app.board.states(ctx.now);
    let told = |promise| one_json(promise, &states);
    let promises: Vec<_> = version.register.promises.iter().map(told).collect();
    let body = json!({
        "notice": version.register.notice.id,
        "version": version.meta.version,
        "hash": version.meta.hash,
        "checked": app.board.checked(),
        "scanned": app.board.full(),
        "promises": promises,
    });
    Ok(Json(body).into_response())
}

fn one_json(promise: &Promise, states: &States) -> serde_json::Value {
    let state = states.of.get(&promise.id);
    json!({
        "id": promise.id,
        "sentence": promise.sentence,
        "mechanism": promise.mechanism,
        "bad": state.is_some_and(|state| is_bad(state, states.as_of)),
        "state": state,
    })
}

/// One promise with its history.
pub(super) async fn one(
    ctx: Ctx,
    Extract(app): Extract<Arc<App>>,
    Path(id): Path<String>,
) -> Answer {
    let version = Version::current(&app)?;
    let of = version.register.promises.iter().find(|promise| promise.id == id);
    let of = of.ok_or_else(Fault::not_found)?;
    let changes = history(&app, &of.id).await?;
    let rows: Vec<(Timestamp, Markup)> = changes
        .iter()
        .map(|(at, state)| (*at, html! { p { (state.say(ctx.lang, *at)) } }))
        .collect();
    let since = changes.first().map(|(since, _)| *since);
    let body = html! {
        (definitions(&facts(&ctx, of, &app.board.states(ctx.now), since)))
        h2 { (ctx.say("privacy-history")) }
        @if rows.is_empty() { p { (ctx.say("privacy-unchecked")) } } @else { (timeline(&ctx, &rows)) }
    };
    let mut above = trail(&ctx);
    above.push(seloste_web::Link::new("/tietosuoja/naytto", ctx.say("privacy-evidence")));
    let page = Page::new(ctx.say("privacy-proof"), body).lead(sentence(&ctx, of)).trail(above);
    Ok(page.render(&ctx))
}

/// What is known of one promise: its state and since when, how it is kept, the law behind it.
fn facts(
    ctx: &Ctx,
    of: &Promise,
    states: &States,
    since: Option<Timestamp>,
) -> Vec<(String, Markup)> {
    let state = states.of.get(&of.id);
    let mut pairs = vec![
        (
            ctx.say("privacy-state"),
            html! {
                (components::badge(ctx, look(state, states.as_of))) p { (said(ctx, state, states.as_of)) }
            },
        ),
        (ctx.say("privacy-how"), html! { (of.mechanism.describe(ctx.lang)) }),
    ];
    if let Some(article) = of.article {
        pairs.push((ctx.say("privacy-law"), html! { (article.say(ctx.lang)) }));
    }
    if let Some(since) = since {
        pairs.push((ctx.say("privacy-since"), time(ctx, since)));
    }
    pairs.push((ctx.say("privacy-id"), html! { code { (of.id) } }));
    pairs
}

/// When a promise's state changed, newest first; checks that found the same are one.
async fn history(app: &App, promise: &str) -> Result<Vec<(Timestamp, State)>, Fault> {
    let (looked_at, shown) = HISTORY;
    let findings = app.engine.findings_of(promise, looked_at).await?;
    let mut changes: Vec<(Timestamp, State)> = Vec::new();
    for finding in findings {
        // A state written by another version of the program may not be readable any more.
        let Ok(state) = serde_json::from_str::<State>(&finding.state) else { continue };
        match changes.last_mut() {
            Some((at, later)) if same(later, &state) => *at = finding.at,
            _ => changes.push((finding.at, state)),
        }
    }
    changes.truncate(shown);
    Ok(changes)
}

fn same(later: &State, earlier: &State) -> bool {
    match (later, earlier) {
        (State::Kept { .. }, State::Kept { .. }) => true,
        (State::Broken { why: a, .. }, State::Broken { why: b, .. }) => a == b,
        (a, b) => a == b,
    }
}

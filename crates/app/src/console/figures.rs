//! `/hallinta/lupaukset/luvut`: what was erased when, and how many consents came and went.
//! Numbers only: they stay when the people in them have gone.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use seloste_register::{Action, ConsentTotal, SweepRun};
use seloste_web::components::{Column, Table, empty, time};
use seloste_web::{Answer, Ctx, Link, Page};

use super::Staff;
use super::promises::leave;
use crate::app::App;
use crate::sentences::text;

/// Sweeps shown, the newest of those that erased something.
const SWEEPS: usize = 50;

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    leave(&app, &staff, Action::SeeEvidence)?;
    let register = app.register()?;
    let last = app.engine.sweeps(false, 1).await?.pop();
    let sweeps = app.engine.sweeps(true, SWEEPS).await?;
    let totals = app.engine.consent_totals(&register.notice.id).await?;
    let purpose = |name: &str| {
        let known = register.notice.purpose(name).map(|purpose| text(&purpose.text, ctx.lang));
        known.unwrap_or_else(|| name.to_owned())
    };
    let body = html! {
        h2 { (ctx.say("figures-sweeps")) }
        @if let Some(last) = last { p { (ctx.say("figures-last")) " " (time(&ctx, last.started)) } }
        @if sweeps.is_empty() { (empty(&ctx.say("figures-no-sweeps"), html! {})) }
        @else { (runs(&ctx, &sweeps)) }
        h2 { (ctx.say("figures-consents")) }
        @if totals.is_empty() { (empty(&ctx.say("figures-no-consents"), html! {})) }
        @else { (consents(&ctx, &totals, &purpose)) }
    };
    Ok(Page::new(ctx.say("figures-title"), body)
        .wide()
        .lead(ctx.say("figures-lead"))
        .trail(vec![Link::new("/hallinta/lupaukset", ctx.say("console-nav-promises"))])
        .render(&ctx))
}

fn runs(ctx: &Ctx, sweeps: &[SweepRun]) -> Markup {
    let columns = vec![
        Column::text(ctx.say("figures-when")),
        Column::number(ctx.say("figures-records")),
        Column::number(ctx.say("figures-persons")),
    ];
    let mut table = Table::new(ctx.say("figures-sweeps-caption"), columns);
    for run in sweeps {
        table.row(vec![
            time(ctx, run.started),
            html! { (run.swept.removed + run.swept.stripped) },
            html! { (run.swept.persons) },
        ]);
    }
    table.render()
}

fn consents(ctx: &Ctx, totals: &[ConsentTotal], purpose: &dyn Fn(&str) -> String) -> Markup {
    let columns = vec![
        Column::text(ctx.say("figures-month")),
        Column::text(ctx.say("figures-purpose")),
        Column::number(ctx.say("figures-version")),
        Column::number(ctx.say("figures-given")),
        Column::number(ctx.say("figures-withdrawn")),
    ];
    let mut table = Table::new(ctx.say("figures-consents-caption"), columns);
    for total in totals {
        // The year and month of an ISO date.
        let month = total.month.get(..7).unwrap_or(&total.month);
        table.row(vec![
            html! { time datetime=(month) { (month) } },
            html! { (purpose(&total.purpose)) },
            html! { (total.notice_version) },
            html! { (total.given) },
            html! { (total.withdrawn) },
        ]);
    }
    table.render()
}

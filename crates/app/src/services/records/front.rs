//! The registers and their kinds: what this user may open of them, and how much there is.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::Fault;
use seloste_notice::model::Service;
use seloste_register::Action;
use seloste_web::components::{link_button, link_button_quiet};
use seloste_web::{Answer, Ctx, Page};

use super::PATH;
use super::known::{At, services};
use crate::app::App;
use crate::console::Staff;
use crate::looks;
use crate::sentences::{sentence, text};

/// All registers of which the user may open something.
pub(super) async fn all(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let register = app.register()?;
    let open: Vec<&Service> = services(&register.notice)
        .filter(|service| !kinds(&app, &staff, service).is_empty())
        .collect();
    if open.is_empty() {
        return Err(Fault::not_found().into());
    }
    let body = html! {
        ul {
            @for service in open {
                @let path = format!("{PATH}/{}", service.name);
                li { a href=(ctx.href(&path)) { (text(&service.title, ctx.lang)) } }
            }
        }
    };
    Ok(Page::new(ctx.say("records-title"), body).render(&ctx))
}

/// The kinds of a service that the user may open or add to.
fn kinds(app: &App, staff: &Staff, service: &Service) -> Vec<At> {
    let all = service.collects.iter();
    all.filter_map(|kind| At::of_kind(app, &kind.kind).ok())
        .filter(|at| at.may(app, staff, &[Action::Read]) || at.adding(app, staff).is_ok())
        .collect()
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(name): Path<String>,
) -> Answer {
    let register = app.register()?;
    let service = services(&register.notice).find(|known| known.name == name);
    let service = service.ok_or_else(Fault::not_found)?;
    let kinds = kinds(&app, &staff, service);
    if kinds.is_empty() {
        return Err(Fault::not_found().into());
    }
    let mut sections = Vec::with_capacity(kinds.len());
    for at in &kinds {
        sections.push(section(&ctx, &app, &staff, at).await?);
    }
    let body = html! { @for section in sections { (section) } };
    Ok(Page::new(text(&service.title, ctx.lang), body).render(&ctx))
}

async fn section(ctx: &Ctx, app: &App, staff: &Staff, at: &At) -> Result<Markup, Fault> {
    let notice = &at.register.notice;
    let counts = app.engine.counts(&notice.id, &at.kind.kind).await?;
    let count: i64 = counts.values().sum();
    let adds = at.kind.part_of.is_none() && at.adding(app, staff).is_ok();
    let keep = sentence(&at.register, &format!("keep.{}", at.kind.kind), ctx.lang);
    let purpose = at.purpose(app, staff, &[Action::Read], None).ok();
    Ok(html! {
        section {
            h2 { (at.title(ctx)) }
            p { (ctx.say_with("records-count", &[("count", count.into())])) }
            @if let Some(purpose) = &purpose {
                p.quiet { (ctx.say("records-for")) " " (looks::purpose(ctx, notice, purpose)) }
            }
            @if let Some(keep) = keep { p.quiet { (keep) } }
            div.actions {
                @if purpose.is_some() { (link_button(ctx, &at.path(), &ctx.say("records-open"))) }
                @if adds {
                    (link_button_quiet(ctx, &format!("{}/uusi", at.path()), &ctx.say("records-add")))
                }
            }
        }
    })
}

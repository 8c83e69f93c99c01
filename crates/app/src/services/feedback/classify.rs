//! Sorting: the state and the theme of a feedback, from closed lists.

use std::sync::Arc;

use axum::extract::{Path, State};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, Lang, RecordId, Sensitive};
use seloste_register::Action;
use seloste_web::form::{Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values};
use seloste_web::{Answer, Ctx};

use super::act::set_theme;
use super::inbox::{state_choices, theme_choices};
use super::item::{self, Item, Typed};
use crate::app::App;
use crate::console::Staff;
use crate::done;

fn spec(ctx: &Ctx, item: &Item) -> FormSpec {
    let themes = theme_choices(ctx, &item.register);
    FormSpec::new(
        "feedback-classify",
        vec![
            Field::new("state", ctx.say("inbox-col-state"), Kind::Select(state_choices(ctx)))
                .required(),
            Field::new("theme", ctx.say("inbox-col-theme"), Kind::Select(themes)),
        ],
    )
}

/// The form, as the feedback is sorted now, with what was wrong with the last try.
pub(super) fn form(ctx: &Ctx, item: &Item, errors: &FormErrors) -> Markup {
    let mut values = Values::none();
    values.set("state", Sensitive::new(item.opened.state.clone()));
    values.set("theme", Sensitive::new(item.theme.clone()));
    let form = Form {
        spec: &spec(ctx, item),
        action: &format!("/hallinta/palaute/{}/luokittele", item.opened.id),
        values: &values,
        errors,
        submit: &ctx.say("classify-submit"),
    };
    html! {
        h2 { (ctx.say("classify-title")) }
        (form.render(ctx, html! {}))
    }
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let item = item::open(&app, &staff, id).await?;
    let values = match sent.read(&ctx, &spec(&ctx, &item))? {
        Reading::Good(values, _) => values,
        Reading::Bad(_, sorting) => {
            let typed = Typed { sorting, ..Typed::default() };
            return Ok(item::page(&ctx, &app, &staff, &item, &typed)?);
        }
    };
    sort(&app, &staff, &item, ctx.lang, &values).await?;
    Ok(ctx.redirect(&done::at(&format!("/hallinta/palaute/{id}"), "lajittelu")))
}

/// Sets the chosen state and theme, as far as they were chosen.
async fn sort(
    app: &Arc<App>,
    staff: &Staff,
    item: &Item,
    lang: Lang,
    values: &Values,
) -> Result<(), Fault> {
    let chosen = |name: &str| values.get(name).map(|value| value.expose(Exit::Decision).clone());
    let opened = &item.opened;
    let state = chosen("state").unwrap_or_default();
    let mut version = opened.version;
    if state != opened.state {
        let access = item.access(app, staff, Action::Classify)?;
        version = app.engine.set_state(&access, opened.id, version, &state).await?;
    }
    match chosen("theme") {
        Some(theme) => {
            set_theme(app, staff, opened, (version, &state), lang, &theme).await.map(drop)
        }
        None => Ok(()),
    }
}

//! Every building block on one page, for looking at and for the accessibility check.

use maud::{Markup, html};

use super::{
    Column, State, Table, Tone, badge, button, button_danger, button_quiet, code_display,
    definitions, empty, filter_form, link_button, note, pagination, post_button, promise, stats,
    steps, timeline,
};
use crate::Ctx;
use crate::form::{Choice, Field, Form, FormErrors, FormSpec, Kind, Values};

/// All components with invented contents. `errors`: the form as it looks after a mistake.
pub fn gallery(ctx: &Ctx, errors: bool) -> Markup {
    html! {
        @if errors { (form(ctx, true)) }
        h2 { (ctx.say("gallery-promises")) }
        @for state in State::ALL { (one_promise(ctx, state)) }
        p.badges { @for state in State::ALL { (badge(ctx, state)) " " } }
        h2 { (ctx.say("gallery-notes")) }
        (notes(ctx))
        h2 { (ctx.say("gallery-actions")) }
        (actions(ctx))
        h2 { (ctx.say("gallery-data")) }
        (data(ctx))
        @if !errors { h2 { (ctx.say("gallery-form")) } (form(ctx, false)) }
    }
}

fn one_promise(ctx: &Ctx, state: State) -> Markup {
    let key = match state {
        State::Kept => "gallery-promise-kept",
        State::Broken => "gallery-promise-broken",
        State::Attested => "gallery-promise-attested",
        State::Due => "gallery-promise-due",
        State::Text => "gallery-promise-text",
    };
    let how = html! { p { (ctx.say("gallery-how")) } };
    promise(ctx, key, state, html! { p { (ctx.say(key)) } }, how)
}

fn notes(ctx: &Ctx) -> Markup {
    let tones = [
        (Tone::Info, "gallery-note-info"),
        (Tone::Good, "gallery-note-good"),
        (Tone::Warning, "gallery-note-warning"),
        (Tone::Bad, "gallery-note-bad"),
    ];
    html! {
        @for (tone, key) in tones {
            (note(tone, &ctx.say(key), html! { p { (ctx.say("gallery-text")) } }))
        }
        (code_display(&ctx.say("gallery-code"), "7KQ2-M4XW-9TRA"))
    }
}

fn actions(ctx: &Ctx) -> Markup {
    let titles = [ctx.say("gallery-step-1"), ctx.say("gallery-step-2"), ctx.say("gallery-step-3")];
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    html! {
        (steps(ctx, &titles, 1))
        div.actions {
            (button(&ctx.say("gallery-send")))
            (button_quiet(&ctx.say("gallery-save")))
            (link_button(ctx, "/", &ctx.say("gallery-begin")))
            (post_button(ctx, "gallery", "/hallinta/tyyli", button_danger(&ctx.say("gallery-erase"))))
        }
        (pagination(ctx, Some("/hallinta/tyyli"), Some("/hallinta/tyyli?sivu=2")))
    }
}

fn data(ctx: &Ctx) -> Markup {
    let mut table = Table::new(
        ctx.say("gallery-table"),
        vec![
            Column::text(ctx.say("gallery-col-item")),
            Column::text(ctx.say("gallery-col-state")),
            Column::number(ctx.say("gallery-col-count")),
        ],
    );
    for (number, state) in State::ALL.into_iter().enumerate() {
        table.row(vec![
            html! { a href="#main" { (ctx.say("gallery-item")) " " (number + 1) } },
            badge(ctx, state),
            html! { (17 * number + 3) },
        ]);
    }
    let pairs = [
        (ctx.say("gallery-kept-until"), html! { (ctx.date(ctx.now)) }),
        (ctx.say("gallery-col-item"), html! { (ctx.say("gallery-text")) }),
    ];
    let tiles = [
        (html! { (ctx.say("state-kept")) }, "48".to_owned()),
        (html! { (ctx.say("state-attested")) }, "7".to_owned()),
        (html! { (ctx.say("state-broken")) }, "0".to_owned()),
    ];
    let search = html! {
        div.field { label for="haku" { (ctx.say("gallery-col-item")) } input #haku name="haku" type="search"; }
    };
    html! {
        (stats(&tiles))
        (filter_form(ctx, "/hallinta/tyyli", search))
        (table.render())
        (definitions(&pairs))
        (timeline(ctx, &[
            (ctx.now, html! { p { (ctx.say("gallery-text")) } }),
            (ctx.now, html! { p { (ctx.say("gallery-how")) } }),
        ]))
        (empty(&ctx.say("gallery-empty"), link_button(ctx, "/", &ctx.say("gallery-begin"))))
    }
}

fn form(ctx: &Ctx, wrong: bool) -> Markup {
    let spec = gallery_form(ctx);
    let mut errors = FormErrors::none();
    if wrong {
        errors.add("message", ctx.say("field-missing"));
        errors.add("email", ctx.say("field-email"));
        errors.add("consent", ctx.say("field-missing-consent"));
        errors.add("topic", ctx.say("field-missing-choice"));
    }
    let submit = ctx.say("gallery-send");
    let (values, action) = (&Values::none(), "/hallinta/tyyli");
    Form { spec: &spec, action, values, errors: &errors, submit: &submit }.render(ctx, html! {})
}

fn gallery_form(ctx: &Ctx) -> FormSpec {
    let choices = || {
        vec![
            Choice::new("1", ctx.say("gallery-step-1")),
            Choice::new("2", ctx.say("gallery-step-2")),
            Choice::new("3", ctx.say("gallery-step-3")),
        ]
    };
    let help = ctx.say("gallery-text");
    FormSpec::new(
        "gallery",
        vec![
            Field::new("message", ctx.say("gallery-f-message"), Kind::Text { rows: 6 })
                .required()
                .help(help.as_str()),
            Field::new("email", ctx.say("gallery-f-email"), Kind::Email)
                .autocomplete("email")
                .consequence(ctx.say("gallery-f-consequence")),
            Field::new("topic", ctx.say("gallery-f-topic"), Kind::Radio(choices())).required(),
            Field::new("channel", ctx.say("gallery-f-channel"), Kind::Select(choices())),
            Field::new("day", ctx.say("gallery-f-day"), Kind::Date),
            Field::new("code", ctx.say("gallery-code"), Kind::Code),
            Field::new("rights", ctx.say("gallery-f-rights"), Kind::Checks(choices())),
            Field::new("consent", ctx.say("gallery-f-consent"), Kind::Consent).required(),
        ],
    )
}

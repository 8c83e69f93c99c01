//! Things to press and follow.

use maud::{Markup, html};

use crate::Ctx;
use crate::csrf::TOKEN_FIELD;

/// The main button of a form. One per page.
pub fn button(text: &str) -> Markup {
    html! { button.button type="submit" { (text) } }
}

/// A second choice beside the main button.
pub fn button_quiet(text: &str) -> Markup {
    html! { button.button.quiet-button type="submit" { (text) } }
}

/// A button that erases or cannot be undone.
pub fn button_danger(text: &str) -> Markup {
    html! { button.button.danger type="submit" { (text) } }
}

/// A link that looks like a button: begins something, changes nothing by itself.
pub fn link_button(ctx: &Ctx, path: &str, text: &str) -> Markup {
    html! { a.button href=(ctx.href(path)) { (text) } }
}

/// A link that looks like a second choice beside the main one.
pub fn link_button_quiet(ctx: &Ctx, path: &str, text: &str) -> Markup {
    html! { a.button.quiet-button href=(ctx.href(path)) { (text) } }
}

/// A form of nothing but a button: one action on one thing. `form` is the name of its empty
/// [`crate::form::FormSpec`].
pub fn post_button(ctx: &Ctx, form: &str, path: &str, button: Markup) -> Markup {
    pressed(ctx, form, path, button)
}

/// As [`post_button`], on a thing as it is seen on this page: `version` comes along, for a form of one
/// hidden field of that name.
pub fn post_button_at(
    ctx: &Ctx,
    form: &str,
    path: &str,
    (version, button): (i64, Markup),
) -> Markup {
    pressed(ctx, form, path, html! { input type="hidden" name="version" value=(version); (button) })
}

fn pressed(ctx: &Ctx, form: &str, path: &str, content: Markup) -> Markup {
    html! {
        form.inline method="post" action=(ctx.href(path)) {
            input type="hidden" name=(TOKEN_FIELD) value=(ctx.form_token(form));
            (content)
        }
    }
}

/// Links to the previous and next part of a long list, with the addresses made by the caller.
pub fn pagination(ctx: &Ctx, previous: Option<&str>, next: Option<&str>) -> Markup {
    html! {
        @if previous.is_some() || next.is_some() {
            nav.pages aria-label=(ctx.say("pages")) {
                ul {
                    @if let Some(previous) = previous {
                        li { a rel="prev" href=(ctx.href(previous)) { "← " (ctx.say("page-previous")) } }
                    }
                    @if let Some(next) = next {
                        li { a rel="next" href=(ctx.href(next)) { (ctx.say("page-next")) " →" } }
                    }
                }
            }
        }
    }
}

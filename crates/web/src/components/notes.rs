//! Things to notice: boxes, badges, promises, steps. State is told by icon and word, never by
//! colour alone.

use maud::{Markup, html};

use crate::Ctx;

/// How loud a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Done.
    Good,
    /// Take care.
    Warning,
    /// Something is wrong.
    Bad,
}

/// A box with a heading.
pub fn note(tone: Tone, heading: &str, body: Markup) -> Markup {
    let (class, icon) = match tone {
        Tone::Info => ("info", ICON_INFO),
        Tone::Good => ("good", ICON_TICK),
        Tone::Warning => ("warning", ICON_BANG),
        Tone::Bad => ("bad", ICON_CROSS),
    };
    html! {
        div.note.(class) {
            (svg(icon))
            div { p.note-title { (heading) } (body) }
        }
    }
}

/// How it stands with a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Enforced and found true.
    Kept,
    /// Found untrue.
    Broken,
    /// Vouched for by a person, for a time.
    Attested,
    /// Must be vouched for or acted on soon, or again.
    Due,
    /// Plain information: nothing to enforce.
    Text,
}

impl State {
    /// All states.
    pub const ALL: [State; 5] =
        [State::Kept, State::Broken, State::Attested, State::Due, State::Text];

    fn word(self) -> &'static str {
        match self {
            State::Kept => "kept",
            State::Broken => "broken",
            State::Attested => "attested",
            State::Due => "due",
            State::Text => "text",
        }
    }

    fn icon(self) -> &'static str {
        match self {
            State::Kept => ICON_TICK,
            State::Broken => ICON_CROSS,
            State::Attested => ICON_PEN,
            State::Due => ICON_CLOCK,
            State::Text => ICON_LINES,
        }
    }
}

/// A state as a small badge with icon and word.
pub fn badge(ctx: &Ctx, state: State) -> Markup {
    html! {
        span.badge.(state.word()) { (svg(state.icon())) (ctx.say(&format!("state-{}", state.word()))) }
    }
}

/// A sentence of the notice with its state in the margin and, folded, how it is kept. `id` is
/// the promise's id: links point to it.
pub fn promise(ctx: &Ctx, id: &str, state: State, sentence: Markup, how: Markup) -> Markup {
    html! {
        div.promise.(state.word()) id=(id) {
            div.promise-text { (sentence) }
            details {
                summary { (badge(ctx, state)) span.unseen { " " (ctx.say("promise-how")) } }
                div.promise-how { (how) }
            }
        }
    }
}

/// What happens in which order, the present step marked.
pub fn steps(ctx: &Ctx, titles: &[&str], present: usize) -> Markup {
    html! {
        ol.steps {
            @for (number, title) in titles.iter().enumerate() {
                li .done[number < present] aria-current=[(number == present).then_some("step")] {
                    (title)
                    @if number < present { span.unseen { " – " (ctx.say("step-done")) } }
                }
            }
        }
    }
}

const ICON_TICK: &str = "m3.5 8.5 3 3 6-7";
const ICON_CROSS: &str = "m4 4 8 8M12 4l-8 8";
const ICON_BANG: &str = "M8 3v6M8 12.5v.1";
const ICON_INFO: &str = "M8 7v5.5M8 3.5v.1";
const ICON_PEN: &str = "m3 13 .8-3L10.5 3.3l2.2 2.2L6 12.2z";
const ICON_CLOCK: &str = "M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.3l2.2 1.4";
const ICON_LINES: &str = "M3 4.5h10M3 8h10M3 11.5h6";

fn svg(path: &str) -> Markup {
    html! {
        svg.icon viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            path d=(path) {}
        }
    }
}

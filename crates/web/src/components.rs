//! The building blocks of pages: small functions from plain values to markup.

mod actions;
mod data;
mod fields;
mod gallery;
mod notes;

pub use actions::{
    button, button_danger, button_quiet, link_button, link_button_quiet, pagination, post_button,
    post_button_at,
};
pub use data::{Column, Table, code_display, definitions, empty, stats, time, timeline};
pub use fields::{FieldParts, error_summary, filter_form};
pub use gallery::gallery;
pub use notes::{State, Tone, badge, note, promise, steps};

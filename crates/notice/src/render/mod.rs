//! A notice as people and machines read it. Pure: the same notice, version and states give the
//! same bytes.
//!
//! [`document`] makes one small tree; [`html`], [`text`] and [`typst`] write it out. [`jsonld`]
//! and [`tilt`] are made from the notice itself. All carry the same version hash.

mod authority;
mod builder;
mod html;
mod jsonld;
mod sections;
mod text;
mod tilt;
pub mod tree;
mod typst;

pub use authority::{Supervisor, supervisor};
pub use html::html;
pub use jsonld::jsonld;
use seloste_kernel::{Lang, Timestamp};
use serde::Serialize;
pub use text::text;
pub use tilt::tilt;
pub use tree::Document;
pub use typst::{literal, typst};

use crate::model::Notice;
use crate::promises::{Promise, States};

/// Which version is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// Running number of the publication, from 1.
    pub version: u32,
    /// The version's hash, hexadecimal; it names the version in every format.
    pub hash: String,
    /// When it was published.
    pub published: Timestamp,
    /// How many versions came before it.
    pub previous: u32,
    /// Public address of the service without the last slash: `https://palaute.example.fi`.
    pub base: Option<String>,
}

impl Meta {
    /// The first characters of the hash, as shown to people.
    pub fn short_hash(&self) -> String {
        self.hash.chars().take(12).collect()
    }

    /// Where this version is read: an address when the public address is known.
    pub fn address(&self, notice: &str) -> String {
        match &self.base {
            Some(base) => format!("{base}/tietosuoja/{notice}/v/{}", self.version),
            None => format!("urn:seloste:notice:{}", self.hash),
        }
    }
}

/// The notice in one language; with `states`, each promise shows whether it is kept.
pub fn document(
    notice: &Notice,
    meta: &Meta,
    promises: &[Promise],
    states: Option<&States>,
    lang: Lang,
) -> Document {
    builder::build(notice, meta, promises, states, lang)
}

/// The path of a page in this language: `/oma`, `/sv/oma`.
pub fn path(lang: Lang, page: &str) -> String {
    match lang {
        Lang::Fi => page.to_owned(),
        Lang::Sv | Lang::En => format!("/{lang}{page}"),
    }
}

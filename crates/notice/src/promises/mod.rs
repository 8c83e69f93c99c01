//! From notice to promises: every atomic statement gets an id, a sentence, its article and the
//! mechanism that keeps it.
//!
//! [`compile`] is total: whatever the notice declares becomes a promise, or is reported by
//! [`uncovered`]. The engine looks promises up by id, checks each mechanism's invariant on the
//! live system and hands [`State`]s back.

mod article;
mod compile;
mod mechanism;
pub(crate) mod phrase;

/// A period inside a sentence: `kuukauden`, `en månad`, `one month`.
pub fn within(lang: seloste_kernel::Lang, period: crate::model::Period) -> String {
    phrase::period(lang, period, phrase::Case::Within)
}
mod state;

pub use article::Article;
pub use compile::{Uncovered, anonymised, compile, uncovered};
pub(crate) use compile::{basis_key, slug};
pub use mechanism::Mechanism;
use serde::Serialize;
pub use state::{State, States, Tone, WHYS};

use crate::model::{Span, Text};

/// One atomic statement of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// Stable, readable, unique in the notice: `palaute.keep.feedback`.
    pub id: String,
    /// The statement in the notice's languages, true figures included.
    pub sentence: Text,
    /// The law that asks for it, or that it answers.
    pub article: Option<Article>,
    /// What keeps it.
    pub mechanism: Mechanism,
    /// The service that it concerns; `None` for the whole register.
    pub service: Option<String>,
    /// Where the notice says so.
    #[serde(skip)]
    pub span: Span,
}

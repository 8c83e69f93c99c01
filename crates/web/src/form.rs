//! Forms: one value describes a form, and from it come both the page and the reading of what is
//! sent. The program makes it from the notice, so a form cannot ask for what is not declared.

mod read;
mod render;
mod spec;
mod submission;

pub use read::{FieldError, FormErrors, Values};
pub use render::Form;
pub use spec::{Choice, Field, FormSpec, Kind};
pub use submission::{Reading, Submission};

pub(crate) use read::pairs;

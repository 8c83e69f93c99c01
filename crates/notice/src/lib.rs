//! The notice language.

pub mod model;

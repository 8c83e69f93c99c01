//! `seloste schema`: the notice language for editors.

use seloste_kernel::Fault;
use seloste_notice::grammar;

use crate::output::{Ending, Output};

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What the editor reads.
    #[arg(long = "as", value_enum, default_value_t = Shape::Json)]
    shape: Shape,
}

/// Forms in which editors take a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Shape {
    /// Every node, value and property with its meaning, as one JSON document.
    Json,
    /// Snippets in the format of Visual Studio Code.
    Snippets,
    /// One word a line.
    Words,
}

pub(super) fn run(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    match args.shape {
        Shape::Json => output.json(&grammar::schema())?,
        Shape::Snippets => output.json(&grammar::snippets())?,
        Shape::Words => grammar::vocabulary().into_iter().for_each(|word| output.line(word)),
    }
    Ok(Ending::Ok)
}

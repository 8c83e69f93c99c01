//! `seloste explain`: a finding's code, or a word of the notice language.

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::grammar::Node;

use crate::output::{Ending, Output};

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A code (`SEL014`) or a word of the language (`purpose`).
    word: String,
}

pub(super) fn run(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    if args.word.trim().is_empty() {
        return Err(Fault::new(FaultKind::BadRequest, "fault-explain-what"));
    }
    let code = args.word.to_uppercase();
    if let Some(explanation) = seloste_notice::explain(&code, output.lang) {
        if output.is_json() {
            output.json(&explanation)?;
        } else {
            output.line(format!("{} {}", explanation.code, explanation.title));
            output.line(format!("\n{}\n\n{}", explanation.why, explanation.mend));
            if !explanation.law_said.is_empty() {
                output.line(format!("\n{}", explanation.law_said));
            }
        }
        return Ok(Ending::Ok);
    }
    let found = seloste_notice::grammar::find(&args.word);
    if !found.is_empty() {
        found.iter().try_for_each(|(path, node)| word(path, node, output))?;
        return Ok(Ending::Ok);
    }
    Err(Fault::new(FaultKind::BadRequest, "fault-nothing-to-explain").with("word", &args.word))
}

/// A word of the language may stand in several places, with a meaning in each.
fn word(path: &str, node: &Node, output: &mut Output) -> Result<(), Fault> {
    let inside: Vec<_> = node.inside().collect();
    if output.is_json() {
        return output.json(&serde_json::json!({
            "path": path, "doc": node.doc, "inside": inside, "example": node.example
        }));
    }
    output.line(format!("{path}\n  {}", node.doc));
    if let Some(value) = node.value {
        output.line(format!("  {} {}", node.name, value.describe()));
    }
    for prop in node.props {
        output.line(format!("  {}= {} – {}", prop.name, prop.value.describe(), prop.doc));
    }
    if !inside.is_empty() {
        output.line(format!("  {{ {} }}", inside.join(" ")));
    }
    if !node.example.is_empty() {
        output.line(format!("\n{}", node.example));
    }
    Ok(())
}

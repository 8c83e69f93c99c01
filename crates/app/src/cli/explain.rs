//! `seloste explain`: a finding's code, or a word of the notice language.

use seloste_kernel::{Fault, FaultKind};

use crate::output::{Ending, Output};

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A code (`SEL014`) or a word of the language (`purpose`).
    word: String,
}

pub(super) fn run(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
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
    Err(Fault::new(FaultKind::BadRequest, "fault-nothing-to-explain").with("word", &args.word))
}

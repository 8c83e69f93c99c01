//! Canonical formatting: four spaces, one node a line, comments kept.

use kdl::{FormatConfig, KdlDocument};

use crate::finding::Finding;
use crate::reading::read;

/// The text in its canonical form. Formatting twice changes nothing.
///
/// # Errors
/// The findings, when the text is not whole: a broken file is never rewritten.
pub fn fmt(text: &str) -> Result<String, Vec<Finding>> {
    let reading = read(text, "");
    if !reading.is_whole() {
        return Err(reading.findings);
    }
    Ok(layout(reading.document))
}

fn layout(mut document: KdlDocument) -> String {
    let config = FormatConfig::builder().indent("    ").build();
    document.autoformat_config(&config);
    document.to_string()
}

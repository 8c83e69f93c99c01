//! Findings on a terminal: the line, what is wrong, the law, the mend.

use std::sync::Arc;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Severity,
    ThemeCharacters, ThemeStyles,
};
use seloste_kernel::Lang;

use crate::checks::{law, said, word};
use crate::finding::{Finding, Level};
use crate::reading::Reading;

/// Lines around the one that is pointed at.
const CONTEXT_LINES: usize = 1;
/// As many findings are drawn: drawing one walks the file, and nobody reads more at a time.
pub(super) const SHOWN: usize = 100;
/// Columns; longer texts wrap.
const WIDTH: usize = 100;

/// Findings as text; of very many the first, and how many more there are. `color` off honours `NO_COLOR` and files.
pub fn human(findings: &[Finding], reading: &Reading, lang: Lang, color: bool) -> String {
    if findings.is_empty() {
        return format!("{}\n", word(lang, "report-clean", &[]));
    }
    let styles = if color { ThemeStyles::ansi() } else { ThemeStyles::none() };
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme {
        characters: ThemeCharacters::unicode(),
        styles,
    })
    .with_links(false)
    .with_context_lines(CONTEXT_LINES)
    .with_width(WIDTH);
    let source = Arc::new(NamedSource::new(&reading.file, reading.text.clone()));
    let mut out = String::new();
    for finding in findings.iter().take(SHOWN) {
        let report =
            miette::Report::new(diagnostic(finding, lang)).with_source_code(Arc::clone(&source));
        if handler.render_report(&mut out, report.as_ref()).is_err() {
            // Nothing is lost when the drawing fails: the sentence is what matters.
            out.push_str(&said(finding, lang).message);
        }
        out.push('\n');
    }
    let more = findings.len().saturating_sub(SHOWN);
    if more > 0 {
        out.push_str(&word(lang, "report-more", &[("count", more.to_string())]));
        out.push('\n');
    }
    let count =
        |level| findings.iter().filter(|finding| finding.level == level).count().to_string();
    let (errors, warnings) = (count(Level::Error), count(Level::Warning));
    let form = |count: &str| if count == "1" { "one" } else { "many" }.to_owned();
    let totals = [
        ("error-form", form(&errors)),
        ("warning-form", form(&warnings)),
        ("errors", errors),
        ("warnings", warnings),
    ];
    out.push_str(&word(lang, "report-total", &totals));
    out.push('\n');
    out
}

fn diagnostic(finding: &Finding, lang: Lang) -> MietteDiagnostic {
    let said = said(finding, lang);
    let label = |text: Option<String>, span: crate::model::Span| {
        LabeledSpan::new(text, span.offset, span.len)
    };
    let notes = finding.notes.iter().zip(&said.notes);
    let mut labels = vec![label(None, finding.span)];
    labels.extend(notes.map(|(note, text)| label(Some(text.clone()), note.span)));
    let mut help = format!("{}\n{}", said.mend, said.why);
    let law = law(finding.law, lang);
    if !law.is_empty() {
        help.push_str(&format!("\n{}: {law}", word(lang, "report-law", &[])));
    }
    if let Some(paste) = &finding.paste {
        help.push_str(&format!("\n{}\n{paste}", word(lang, "report-paste", &[])));
    }
    let severity = match finding.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Info => Severity::Advice,
    };
    MietteDiagnostic::new(said.message)
        .with_code(finding.code)
        .with_severity(severity)
        .with_help(help)
        .with_labels(labels)
}

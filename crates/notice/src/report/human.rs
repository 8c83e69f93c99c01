//! Findings on a terminal: the line, what is wrong, the law, the mend.

use std::collections::BTreeSet;
use std::sync::Arc;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError,
    MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents, ThemeCharacters,
    ThemeStyles,
};
use seloste_kernel::Lang;

use crate::checks::{law, said, word};
use crate::finding::{Finding, Level};
use crate::model::Span;
use crate::reading::Reading;

/// Lines around the one that is pointed at.
const CONTEXT_LINES: usize = 1;
/// As many findings are drawn: drawing one walks the file, and nobody reads more at a time.
pub(super) const SHOWN: usize = 100;
/// As many further places of one finding are drawn; the others are counted.
const PLACES: usize = 2;
/// Columns; longer texts wrap.
const WIDTH: usize = 100;

/// The notice, as the drawing reads it.
struct Source {
    file: String,
    text: String,
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.text.read_span(span, before, after)?;
        // The library counts lines from the beginning of the file, takes two places far down in it
        // for neighbours, and would draw everything that is between them.
        let lines = found.data().split(|byte| *byte == b'\n').count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.file.clone(),
            found.data(),
            *found.span(),
            found.line(),
            found.column(),
            lines,
        )))
    }
}

/// Findings as text, gravest last: what is nearest to the prompt is what must be mended. Of very many
/// the first of the gravest, and how many more there are. `color` off honours `NO_COLOR` and files.
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
    let source = Arc::new(Source { file: reading.file.clone(), text: reading.text.clone() });
    let mut out = String::new();
    let mut told = BTreeSet::new();
    let mut shown: Vec<&Finding> = findings.iter().collect();
    shown.sort_by_key(|finding| finding.level);
    shown.truncate(SHOWN);
    shown.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    for finding in shown {
        // Why, and by which law, is told once for each check.
        let drawn = diagnostic(finding, &reading.text, lang, told.insert(finding.code));
        let report = miette::Report::new(drawn).with_source_code(Arc::clone(&source));
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

/// Length of the span on its first line: a block is known by its head, and drawn whole it would
/// push the help off the screen.
fn first_line(source: &str, span: Span) -> usize {
    let whole = source.get(span.offset..span.offset + span.len).unwrap_or_default();
    whole.lines().next().map_or(span.len, str::len)
}

fn diagnostic(finding: &Finding, source: &str, lang: Lang, first: bool) -> MietteDiagnostic {
    let said = said(finding, lang);
    let label = |text: Option<String>, span: Span| {
        LabeledSpan::new(text, span.offset, first_line(source, span))
    };
    let notes = finding.notes.iter().zip(&said.notes).take(PLACES);
    let mut labels = vec![label(None, finding.span)];
    labels.extend(notes.map(|(note, text)| label(Some(text.clone()), note.span)));
    let mut help = said.mend;
    let more = finding.notes.len().saturating_sub(PLACES);
    if more > 0 {
        help.push_str(&format!(
            "\n{}",
            word(lang, "report-places", &[("count", more.to_string())])
        ));
    }
    if first {
        help.push_str(&format!("\n{}", said.why));
    }
    let law = law(finding.law, lang);
    if first && !law.is_empty() {
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

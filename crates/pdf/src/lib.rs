//! Typst source to PDF, in memory: no file, no network, no clock.
//!
//! The result is PDF/A-2a and PDF/UA-1 (tagged, archivable, readable aloud) whenever the text can
//! be: a character that no embedded font has a shape for makes that impossible, and then a plain
//! tagged PDF is made instead, because a notice that cannot be printed helps nobody.
//!
//! The same arguments give the same bytes.

mod world;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Array, Datetime, Dict, IntoValue, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use world::OneFile;

/// The properties reach the compiler as values, so they need no quoting.
const PREAMBLE: &str = "#set document(title: sys.inputs.title, author: sys.inputs.author, \
    keywords: sys.inputs.keywords)\n#set text(lang: sys.inputs.lang)\n";

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// Title, shown by readers and spoken first.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// BCP 47 tag; also chooses hyphenation.
    pub lang: String,
    /// Found in the file's properties; the version hash goes here.
    pub keywords: Vec<String>,
    /// When the document was made, never the present moment.
    pub date: Timestamp,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether it conforms to PDF/A-2a and PDF/UA-1.
    pub conforming: bool,
}

/// Sets `source` (Typst markup) into pages.
///
/// # Errors
/// The compiler's messages, one a line, when the source is not valid Typst.
pub fn pdf(source: &str, info: &Info) -> Result<Pdf, String> {
    let world = OneFile::new(&format!("{PREAMBLE}{source}"), inputs(info));
    let document: PagedDocument =
        typst::compile(&world).output.map_err(|errors| messages(&errors))?;
    let strict = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| error.message().to_string())?;
    let made = match typst_pdf::pdf(&document, &options(strict, info)) {
        Ok(bytes) => Ok(Pdf { bytes, conforming: true }),
        Err(_) => typst_pdf::pdf(&document, &options(PdfStandards::default(), info))
            .map(|bytes| Pdf { bytes, conforming: false })
            .map_err(|errors| messages(&errors)),
    };
    // The compiler remembers what it has computed; a server must not let that grow.
    comemo::evict(2);
    made
}

fn inputs(info: &Info) -> Dict {
    let keywords: Array = info.keywords.iter().map(|word| word.as_str().into_value()).collect();
    [
        ("title", info.title.as_str().into_value()),
        ("author", info.author.as_str().into_value()),
        ("lang", info.lang.as_str().into_value()),
        ("keywords", keywords.into_value()),
    ]
    .into_iter()
    .map(|(name, value)| (name.into(), value))
    .collect()
}

fn options(standards: PdfStandards, info: &Info) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(format!("{}|{}", info.title, info.keywords.join("|"))),
        timestamp: moment(info.date).map(typst_pdf::Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    }
}

fn moment(at: Timestamp) -> Option<Datetime> {
    let utc: DateTime = at.to_zoned(TimeZone::UTC).datetime();
    let part = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        part(utc.month())?,
        part(utc.day())?,
        part(utc.hour())?,
        part(utc.minute())?,
        part(utc.second())?,
    )
}

fn messages(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("\n")
}

//! One version of a notice and the forms that it is given in.

use std::sync::Arc;

use seloste_kernel::{Fault, Lang};
use seloste_notice::promises::States;
use seloste_notice::render::{self, Document, Meta};
use seloste_register::Register;

use crate::app::App;
use crate::output::hex;

/// The forms of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// For browsers.
    Html,
    /// Plain text.
    Txt,
    /// For paper and archives (PDF/A-2a, PDF/UA-1).
    Pdf,
    /// Linked data in the Data Privacy Vocabulary.
    Jsonld,
    /// Transparency Information Language and Toolkit.
    Tilt,
}

impl Form {
    /// The end of an address in this form.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Txt => ".txt",
            Self::Pdf => ".pdf",
            Self::Jsonld => ".jsonld",
            Self::Tilt => ".tilt.json",
        }
    }

    /// The media type.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Txt => "text/plain; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Jsonld => "application/ld+json",
            Self::Tilt => "application/json",
        }
    }

    /// The form that is wanted most (RFC 9110 §12.5.1): the first of the caller's types that we
    /// have, by weight. Whoever says nothing gets the page.
    pub fn wanted(accept: &str) -> Self {
        let mut wishes: Vec<(f32, Self)> = accept
            .split(',')
            .take(16)
            .filter_map(|wish| {
                let mut parts = wish.split(';').map(str::trim);
                let form = match parts.next()? {
                    "text/html" | "application/xhtml+xml" | "*/*" | "text/*" => Self::Html,
                    "text/plain" => Self::Txt,
                    "application/pdf" => Self::Pdf,
                    "application/ld+json" => Self::Jsonld,
                    "application/json" => Self::Tilt,
                    _ => return None,
                };
                let weight = parts.find_map(|part| part.strip_prefix("q="));
                Some((weight.map_or(Some(1.0), |q| q.parse().ok())?, form))
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        // Stable: equal wishes keep the caller's order.
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map_or(Self::Html, |(_, form)| *form)
    }

    /// A name with a form's ending, such as `3.pdf`, taken apart.
    pub fn split(name: &str) -> Option<(&str, Self)> {
        let (number, end) = name.split_once('.').map_or((name, ""), |(number, end)| (number, end));
        let form = match end {
            "" => Self::Html,
            "txt" => Self::Txt,
            "pdf" => Self::Pdf,
            "jsonld" => Self::Jsonld,
            "tilt.json" => Self::Tilt,
            _ => return None,
        };
        Some((number, form))
    }
}

/// One version: the notice with its promises, and how it is named.
#[derive(Debug, Clone)]
pub struct Version {
    /// The notice.
    pub register: Arc<Register>,
    /// Number, hash and date, from publishing.
    pub meta: Meta,
}

impl Version {
    /// A version.
    ///
    /// # Errors
    /// Internal when its number is none.
    pub fn new(register: Arc<Register>, base: Option<String>) -> Result<Self, Fault> {
        let version = u32::try_from(register.version).map_err(Fault::internal)?;
        let meta = Meta {
            version,
            hash: hex(&register.hash),
            published: register.published,
            previous: version.saturating_sub(1),
            base,
        };
        Ok(Self { register, meta })
    }

    /// The version in force.
    ///
    /// # Errors
    /// `NotFound` before the first publishing.
    pub fn current(app: &App) -> Result<Self, Fault> {
        Self::new(app.register()?, base(app))
    }

    /// All published versions, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(app: &App) -> Result<Vec<Self>, Fault> {
        let register = app.register()?;
        let mut all = Vec::new();
        for version in 1..register.version {
            let published = app.engine.published(&register.notice.id, version).await?;
            all.extend(published.map(|earlier| Self::new(earlier, base(app))).transpose()?);
        }
        all.push(Self::new(register, base(app))?);
        Ok(all)
    }

    /// One published version.
    ///
    /// # Errors
    /// `NotFound` when it never was.
    pub async fn numbered(app: &App, number: &str) -> Result<Self, Fault> {
        let register = app.register()?;
        let number = number.parse().map_err(|_| Fault::not_found())?;
        let published = app.engine.published(&register.notice.id, number).await?;
        Self::new(published.ok_or_else(Fault::not_found)?, base(app))
    }

    /// The document in one language.
    pub fn document(&self, states: Option<&States>, lang: Lang) -> Document {
        let Register { notice, promises, .. } = &*self.register;
        render::document(notice, &self.meta, promises, states, lang)
    }
}

fn base(app: &App) -> Option<String> {
    app.kit().map(|kit| kit.base().to_owned())
}

/// A version as a file. Setting a PDF takes a while and a processor: not on the server's threads.
///
/// # Errors
/// Internal when the PDF writer fails.
pub fn write(version: &Version, form: Form, lang: Lang) -> Result<Vec<u8>, Fault> {
    let document = || version.document(None, lang);
    // Without the one character that could end a script in which somebody embeds it.
    let pretty = |value: &serde_json::Value| {
        let text = serde_json::to_string_pretty(value).map_err(Fault::internal)?;
        Ok(text.replace('<', "\\u003c").into_bytes())
    };
    match form {
        Form::Html => Ok(page(&document()).into_bytes()),
        Form::Txt => Ok(render::text(&document()).into_bytes()),
        Form::Pdf => super::pdf::set(&document()),
        Form::Jsonld => pretty(&render::jsonld(
            &version.register.notice,
            &version.meta,
            &version.register.promises,
        )),
        Form::Tilt => pretty(&render::tilt(&version.register.notice, &version.meta, lang)),
    }
}

/// A file of its own, for `seloste render`.
fn page(document: &Document) -> String {
    maud::html! {
        (maud::DOCTYPE)
        html lang=(document.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (document.title) " – " (document.author) }
            }
            body { (maud::PreEscaped(render::html(document))) }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn the_heaviest_wish_wins() {
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert_eq!(Form::wanted(browser), Form::Html);
        assert_eq!(Form::wanted(""), Form::Html);
        assert_eq!(Form::wanted("*/*"), Form::Html);
        assert_eq!(Form::wanted("application/pdf, text/html;q=0.5"), Form::Pdf);
        assert_eq!(Form::wanted("text/html;q=0.1, application/ld+json"), Form::Jsonld);
        assert_eq!(Form::wanted("text/plain;q=x, image/png"), Form::Html);
    }

    #[test]
    fn a_name_says_its_form() {
        assert_eq!(Form::split("3"), Some(("3", Form::Html)));
        assert_eq!(Form::split("3.tilt.json"), Some(("3", Form::Tilt)));
        assert_eq!(Form::split("3.exe"), None);
    }
}

//! An answer of the server, with assertions that say what was there instead.

use http::response::Parts;
use http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};
use url::Url;

/// How much of a page a failed assertion shows.
const EXCERPT: usize = 2_000;

/// What came back.
#[derive(Debug, Clone)]
pub struct Page {
    /// The address asked for.
    pub url: Url,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, whatever it is.
    pub body: Vec<u8>,
}

impl Page {
    pub(super) fn new(url: Url, parts: Parts, body: Vec<u8>) -> Self {
        Self { url, status: parts.status, headers: parts.headers, body }
    }

    /// Fails unless the status is this one.
    #[track_caller]
    pub fn status(self, wanted: u16) -> Self {
        assert_eq!(self.status.as_u16(), wanted, "{}", self.excerpt());
        self
    }

    /// Fails unless the text that people see has this in it.
    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        assert!(self.text().contains(text), "`{text}` is missing\n{}", self.excerpt());
        self
    }

    /// Fails if this is anywhere in the answer: text, markup or headers.
    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        let headers = format!("{:?}", self.headers);
        let there = self.source().contains(text) || headers.contains(text);
        assert!(!there, "`{text}` must not be here\n{}", self.excerpt());
        self
    }

    /// The body as it came.
    pub fn source(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The text that people see, white space collapsed.
    pub fn text(&self) -> String {
        let html = self.html();
        let words = html
            .root_element()
            .descendants()
            .filter(|node| {
                let mut above = node.ancestors().filter_map(|node| node.value().as_element());
                !above.any(|element| matches!(element.name(), "head" | "script" | "style"))
            })
            .filter_map(|node| node.value().as_text());
        let text: String = words.map(|text| &**text).collect::<Vec<_>>().join(" ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The parsed page.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.source())
    }

    /// The text of every element that `css` selects.
    pub fn all(&self, css: &str) -> Vec<String> {
        self.select(css, |element| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// The text of the first element that `css` selects.
    #[track_caller]
    pub fn one(&self, css: &str) -> String {
        let found = self.all(css).into_iter().next();
        found.unwrap_or_else(|| panic!("no `{css}`\n{}", self.excerpt()))
    }

    /// An attribute of every element that `css` selects and that has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let values = self.select(css, |element| element.attr(name).map(ToOwned::to_owned));
        values.into_iter().flatten().collect()
    }

    fn select<T>(&self, css: &str, take: impl Fn(ElementRef<'_>) -> T) -> Vec<T> {
        self.html().select(&selector(css)).map(take).collect()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("not JSON: {error}\n{}", self.excerpt()))
    }

    /// A header's value; empty when it is not there.
    pub fn header(&self, name: &str) -> String {
        let value = self.headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    }

    /// Where a redirect leads, as path and query; fails if it leads to another host.
    pub fn location(&self) -> Option<String> {
        if !self.status.is_redirection() || self.header("location").is_empty() {
            return None;
        }
        let next = self.url.join(&self.header("location")).unwrap();
        assert_eq!(next.origin(), self.url.origin(), "redirected to another host");
        Some(next[url::Position::BeforePath..].to_owned())
    }

    pub(super) fn excerpt(&self) -> String {
        let source = self.source();
        let short: String = source.chars().take(EXCERPT).collect();
        format!("{} answered {}\n{:?}\n{short}", self.url, self.status, self.headers)
    }
}

pub(super) fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("`{css}`: {error}"))
}

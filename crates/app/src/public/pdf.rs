//! The notice on paper. Made once per version and language, one at a time.

use std::collections::VecDeque;
use std::sync::Mutex;

use axum::body::Bytes;
use seloste_kernel::{Fault, Lang};
use seloste_notice::render::{Document, typst};

use super::version::{Form, Version, write};

/// How many files are remembered: three languages of the last versions.
const REMEMBERED: usize = 12;

/// What a file is known by: the version's hash and the language.
type Key = (String, Lang);

/// Notices already set into pages.
#[derive(Default)]
pub struct Pdfs {
    made: Mutex<VecDeque<(Key, Bytes)>>,
    /// Setting pages takes a whole processor: never two at once.
    turn: tokio::sync::Mutex<()>,
}

impl Pdfs {
    /// The file, made now or before.
    ///
    /// # Errors
    /// Internal when the PDF writer fails.
    pub async fn get(&self, version: Version, lang: Lang) -> Result<Bytes, Fault> {
        let key = (version.meta.hash.clone(), lang);
        if let Some(bytes) = self.made_before(&key) {
            return Ok(bytes);
        }
        let _turn = self.turn.lock().await;
        // Whoever had the turn before may have made the same.
        if let Some(bytes) = self.made_before(&key) {
            return Ok(bytes);
        }
        let made = tokio::task::spawn_blocking(move || write(&version, Form::Pdf, lang)).await;
        let bytes = Bytes::from(made.map_err(Fault::internal)??);
        let mut all = self.made.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        all.push_back((key, bytes.clone()));
        while all.len() > REMEMBERED {
            all.pop_front();
        }
        Ok(bytes)
    }

    /// A document that is set into pages once and not remembered.
    ///
    /// # Errors
    /// Internal when the PDF writer fails.
    pub async fn set(&self, source: String, info: seloste_pdf::Info) -> Result<Bytes, Fault> {
        let _turn = self.turn.lock().await;
        let made = tokio::task::spawn_blocking(move || seloste_pdf::pdf(&source, &info)).await;
        let pdf = made.map_err(Fault::internal)?.map_err(Fault::internal)?;
        Ok(Bytes::from(pdf.bytes))
    }

    fn made_before(&self, key: &Key) -> Option<Bytes> {
        let all = self.made.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        all.iter().find(|(known, _)| known == key).map(|(_, bytes)| bytes.clone())
    }
}

/// Sets a document into pages.
///
/// # Errors
/// Internal when the PDF writer fails.
pub(super) fn set(document: &Document) -> Result<Vec<u8>, Fault> {
    let info = seloste_pdf::Info {
        title: document.title.clone(),
        author: document.author.clone(),
        lang: document.lang.tag().to_owned(),
        keywords: vec![document.meta.hash.clone()],
        date: document.meta.published,
    };
    let pdf = seloste_pdf::pdf(&typst(document), &info).map_err(Fault::internal)?;
    Ok(pdf.bytes)
}

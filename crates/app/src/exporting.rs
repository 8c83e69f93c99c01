//! Records as a file that leaves the service: through the same gate as any disclosure, so everybody
//! who is in it can see in their own data who received it.

use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::header;
use seloste_kernel::{Fault, FaultKind, Lang, RecordId};
use seloste_register::{Access, Disclosed, Disclosure, Opened, Query, is_unconsented};
use seloste_web::Later;
use tokio::sync::mpsc;

use crate::app::App;
use crate::cells::lines;
use crate::streaming::{self, Piece};

/// The rows of some records, in their order.
pub type Rows =
    Box<dyn Fn(Arc<App>, Vec<Opened>) -> Later<'static, Vec<Vec<String>>> + Send + Sync>;

/// What a file is made of.
pub struct Export {
    /// The program.
    pub app: Arc<App>,
    /// In which language the disclosures are written down.
    pub lang: Lang,
    /// Leave to open the records.
    pub reading: Access,
    /// Leave to disclose them.
    pub disclosing: Access,
    /// To whom, for what, on which ground.
    pub disclosure: Disclosure,
    /// Which records.
    pub query: Query,
    /// Names of the columns: stable, for programs read this (RFC 4180).
    pub columns: Vec<String>,
    /// The rows of a page.
    pub rows: Rows,
}

impl Export {
    /// Judges the disclosure and begins the file. It is made a page at a time and no faster than it
    /// is taken away, so whoever is not in it has no disclosure on record either.
    ///
    /// # Errors
    /// As [`seloste_register::Engine::judge`], and what keeps the first page from being made.
    pub async fn begin(self, name: &str) -> Result<Response, Fault> {
        self.app.engine.judge_many(&self.disclosing, &self.disclosure, self.lang).await?;
        let (sender, receiver) = mpsc::channel(1);
        // Of its own, so that a page that is begun is ended: what is recorded is in it.
        tokio::spawn(async move { self.run(&sender).await });
        Ok(download(name, streaming::file(receiver).await?))
    }

    async fn run(mut self, to: &mpsc::Sender<Piece>) {
        self.columns.push("disclosure".to_owned());
        let mut page = lines(std::slice::from_ref(&self.columns));
        loop {
            let next = match self.page().await {
                Ok((rows, next)) => {
                    page = page.and_then(|page| Ok([page, lines(&rows)?].concat()));
                    next
                }
                Err(fault) => {
                    page = Err(fault);
                    None
                }
            };
            let ends = page.is_err() || next.is_none();
            // Nobody takes it any more: nobody else is disclosed.
            if to.send(page).await.is_err() || ends {
                return;
            }
            (page, self.query.after) = (Ok(Vec::new()), next);
        }
    }

    /// The rows of a page, each with its disclosure on record, and where the next page begins.
    async fn page(&self) -> Result<(Vec<Vec<String>>, Option<(i64, RecordId)>), Fault> {
        let engine = &self.app.engine;
        let page = engine.page(&self.reading, &self.query).await?;
        let whose: Vec<_> = page.records.iter().map(|opened| (opened.person, opened.id)).collect();
        let ready = (self.rows)(Arc::clone(&self.app), page.records).await?;
        let mut rows = Vec::with_capacity(ready.len());
        for ((person, record), row) in whose.into_iter().zip(ready) {
            let (access, given) = (&self.disclosing, &self.disclosure);
            match engine.disclose(access, person, Some(record), given, self.lang).await {
                // By its mark the recipient is told, should the data change (Art. 19).
                Ok(Disclosed { leave: Some(leave), .. }) => {
                    rows.push([row, vec![leave.mark()]].concat());
                }
                Ok(Disclosed { leave: None, .. }) => {
                    return Err(Fault::new(FaultKind::Conflict, "fault-disclosure-not-approved"));
                }
                // Erased meanwhile, or closed to what it would be given for: it is not given, and the
                // others are.
                Err(fault) if fault.is_gone() || is_closed(&fault) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok((rows, page.next))
    }
}

/// Whether a record is closed to a purpose: restricted, objected to, or without the consent.
fn is_closed(fault: &Fault) -> bool {
    fault.kind() == FaultKind::Restricted || is_unconsented(fault)
}

fn download(name: &str, file: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
    ];
    (headers, file).into_response()
}

//! What a package holds, made from the declarations of the notice over all services: everything that
//! is held on one person, a page of records at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use seloste_kernel::{Document, Exit, Fault, Lang, PersonId, Sensitive};
use seloste_notice::model::FieldType;
use seloste_register::{Access, DISCLOSURE, Held, Kinds, Opened, Register};
use seloste_web::{Ctx, Kit, Settings};
use serde_json::json;

use super::super::beside::Beside;
use super::super::own::calendar;
use super::super::portable::Pieces;
use super::super::{data, slip, told};
use super::archive::{Archive, FORMAT, Manifest, Out};
use super::page::Pages;
use super::{page, table, talk};
use crate::app::App;
use crate::cells;
use crate::looks;
use crate::output::hex;
use crate::public::{Form, Version, write};
use crate::sentences::text;
use crate::words;
use crate::{cases, erasing, last_day};

/// Records read at a time.
const RECORDS: usize = 100;

/// Looks read at a time.
const LOOKS: usize = 500;

/// What is known of the whole when everything has been written.
pub struct Whole {
    /// How many records there are of each kind.
    pub kinds: BTreeMap<String, u64>,
    /// Under which versions of the notice they came.
    pub versions: BTreeSet<i64>,
    /// How many pages of records, and of conversations, there are.
    pub pages: (u32, u32),
}

/// A package in the making.
pub struct Contents {
    pub app: Arc<App>,
    pub access: Access,
    pub person: PersonId,
    pub register: Arc<Register>,
    /// The voice of the person's own language first, then of the notice's others.
    pub voices: Vec<Ctx>,
    pub archive: Archive,
}

/// Writes the package of a person to `out`; what must wait its turn lies sealed in `folder`
/// meanwhile.
///
/// # Errors
/// When something cannot be read or written.
pub async fn pack(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
    lang: Lang,
    (out, folder): (Out, &Path),
) -> Result<Out, Fault> {
    let register = app.register()?;
    let archive = Archive::begin(out, folder, Arc::clone(&app.random));
    let kit = kit(app)?;
    let langs = register.notice.languages.iter().copied().filter(|other| *other != lang);
    let voices = std::iter::once(lang).chain(langs).map(|lang| Ctx::aside(&kit, lang)).collect();
    let (app, access) = (Arc::clone(app), access.clone());
    let contents = Contents { app, access, person, register, voices, archive };
    contents.write().await
}

/// The kit of the running service; without one, one for its words alone.
fn kit(app: &App) -> Result<Arc<Kit>, Fault> {
    if let Some(kit) = app.kit() {
        return Ok(Arc::clone(kit));
    }
    let mut settings = Settings::new(app.base(), Arc::clone(&app.clock), Arc::clone(&app.random));
    settings.words = vec![words::shared()];
    Kit::new(settings)
}

impl Contents {
    /// The voice of the person's own language.
    pub fn ctx(&self) -> Result<&Ctx, Fault> {
        self.voices.first().ok_or_else(|| Fault::internal("a package in no language"))
    }

    async fn write(self) -> Result<Out, Fault> {
        let ctx = self.ctx()?.clone();
        let mut whole = self.records(&ctx).await?;
        whole.pages.1 = talk::write(&self, &ctx).await?;
        let beside = Beside::of(&self.app, &self.access, self.person).await?;
        self.looks(&ctx, &beside).await?;
        let days = calendar::calendar(&ctx, &self.app, &self.access, self.person).await?;
        self.archive.file("calendar.ics", days).await?;
        self.notices(&mut whole).await?;
        let mut portable = Pieces::of(&self.app, &self.access, self.person)?;
        while let Some(piece) = portable.next().await? {
            self.archive.more("portability/data.json", piece).await?;
        }
        for (place, voice) in self.voices.iter().enumerate() {
            let index = page::index(voice, &self.register, (&whole, &beside), &self.voices);
            if place == 0 {
                self.archive.file("index.html", index.clone()).await?;
            }
            self.archive.file(format!("index.{}.html", voice.lang.tag()), index).await?;
        }
        let readme: Vec<String> =
            self.voices.iter().map(|voice| voice.say("package-readme")).collect();
        self.archive.file("README.txt", format!("{}\n", readme.join("\n\n---\n\n"))).await?;
        let manifest = self.manifest(&ctx);
        self.archive.finish(manifest, self.app.engine.signer()).await
    }

    fn manifest(&self, ctx: &Ctx) -> Manifest {
        let Register { notice, version, hash, .. } = &*self.register;
        Manifest {
            format: FORMAT.to_owned(),
            made: ctx.now.to_string(),
            controller: notice.controller.name.clone(),
            notice: notice.id.clone(),
            notice_version: *version,
            notice_sha256: hex(hash),
            ledger_key: self.app.engine.ledger_key().to_string(),
            files: Vec::new(),
        }
    }

    /// Every record: for people, for programs and for spreadsheets.
    async fn records(&self, ctx: &Ctx) -> Result<Whole, Fault> {
        let mut whole = Whole { kinds: BTreeMap::new(), versions: BTreeSet::new(), pages: (0, 0) };
        self.archive.more("data.json", data::head(ctx, &self.register)?).await?;
        let (mut after, mut first) = (None, true);
        let mut pages = Pages::new("records", &self.voices);
        loop {
            let engine = &self.app.engine;
            let (records, next) =
                engine.some_of(&self.access, self.person, &Kinds::All, after, RECORDS).await?;
            let mut told = Vec::with_capacity(records.len());
            for record in cases::all_told_now(&self.app, records).await? {
                told.push(self.without_documents(record).await?);
            }
            let told = data::held(&self.app, &self.access, self.person, told).await?;
            let mut lines = Vec::new();
            let notice = &self.register.notice;
            let values = told.iter().map(|(record, held)| data::one(ctx, notice, (record, held)));
            data::list(&mut lines, &mut first, values)?;
            self.archive.more("data.json", lines).await?;
            for (record, held) in &told {
                self.one(ctx, (record, held), &mut whole).await?;
                pages
                    .add(&self.archive, &self.voices, |voice| {
                        page::record(voice, notice, (record, held))
                    })
                    .await?;
            }
            let Some(next) = next else { break };
            after = Some(next);
        }
        whole.pages.0 = pages.finish(&self.archive, &self.voices).await?;
        Ok(whole)
    }

    async fn one(
        &self,
        ctx: &Ctx,
        (record, held): (&Opened, &[Held]),
        whole: &mut Whole,
    ) -> Result<(), Fault> {
        whole.versions.insert(record.notice_version);
        let count = whole.kinds.entry(record.kind.clone()).or_default();
        *count += 1;
        let notice = &self.register.notice;
        if *count == 1 {
            let head = table::head(notice, &record.kind)?;
            self.archive.more(table::name(&record.kind), head).await?;
        }
        let row = table::row(ctx, notice, (record, held))?;
        self.archive.more(table::name(&record.kind), row).await?;
        if record.kind == DISCLOSURE {
            let first = *count == 1;
            self.archive
                .more("disclosures.csv", table::disclosure(ctx, notice, record, first)?)
                .await?;
        }
        self.receipts(record).await
    }

    /// Documents lie beside the text, each in its own form; where they stood, their path stands.
    async fn without_documents(&self, mut record: Opened) -> Result<Opened, Fault> {
        let declared = self.register.notice.kind(&record.kind);
        let fields = declared.map(|kind| kind.fields.as_slice()).unwrap_or_default();
        for field in fields.iter().filter(|field| field.ty == FieldType::File) {
            let Some(document) = Document::from_url(record.text(&field.name, Exit::Export)) else {
                continue;
            };
            let end = document.media.extension();
            let path = format!("documents/{}-{}.{end}", record.id, field.name);
            self.archive.file(path.clone(), document.bytes).await?;
            record.fields.insert(field.name.clone(), Sensitive::new(path));
        }
        Ok(record)
    }

    /// What was said yes to, word for word (Art. 7(1)), one on a line.
    async fn receipts(&self, record: &Opened) -> Result<(), Fault> {
        for consent in &record.consents {
            let id = &self.register.notice.id;
            let Some(asked) = self.app.engine.published(id, consent.notice_version).await? else {
                continue;
            };
            let purpose = asked.notice.purpose(&consent.purpose);
            let sentence =
                purpose.map(|known| text(&known.consent, consent.lang)).unwrap_or_default();
            let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, sentence.as_bytes());
            let receipt = json!({
                "record": record.id, "purpose": consent.purpose, "given": record.created.to_string(),
                "language": consent.lang.tag(), "sentence": sentence, "sentence-sha256": hex(digest.as_ref()),
                "controller": asked.notice.controller.name, "notice": id,
                "notice-version": consent.notice_version, "notice-sha256": hex(&asked.hash),
            });
            self.archive.more("receipts/consents.jsonl", format!("{receipt}\n")).await?;
        }
        Ok(())
    }

    /// Who has looked; with this the list for programs ends.
    async fn looks(&self, ctx: &Ctx, beside: &Beside) -> Result<(), Fault> {
        self.archive.more("data.json", "],\n\"looked\":[").await?;
        self.archive.more("access-log.csv", table::looks_head()?).await?;
        let (mut after, mut first) = (None, true);
        loop {
            let (looks, next) =
                slip::looks(&self.app, &self.access, self.person, (after, LOOKS)).await?;
            after = next;
            let mut lines = Vec::new();
            data::list(&mut lines, &mut first, looks.iter().map(data::look))?;
            self.archive.more("data.json", lines).await?;
            let notice = &self.register.notice;
            let rows = looks.iter().map(|look| {
                let role = looks::role(ctx, notice, &look.role);
                let purpose = looks::purpose(ctx, notice, &look.purpose);
                [look.at.to_string(), role, purpose, look.action.clone(), look.entry.to_string()]
            });
            self.archive.more("access-log.csv", cells::lines(rows)?).await?;
            if after.is_none() {
                break;
            }
        }
        self.archive.more("data.json", data::end(beside)?).await
    }

    /// The versions of the notice that applied, and the one in force.
    async fn notices(&self, whole: &mut Whole) -> Result<(), Fault> {
        whole.versions.insert(self.register.version);
        for number in &whole.versions {
            let id = &self.register.notice.id;
            let Some(register) = self.app.engine.published(id, *number).await? else { continue };
            let version = Version::new(register, Some(self.app.base()))?;
            for voice in &self.voices {
                let name = format!("notice/v{number}.{}.html", voice.lang.tag());
                self.archive.file(name, write(&version, Form::Html, voice.lang)?).await?;
            }
        }
        Ok(())
    }
}

/// The heading of a record, with where it came from and how long it stays.
pub fn facts(
    ctx: &Ctx,
    notice: &seloste_notice::model::Notice,
    (record, held): (&Opened, &[Held]),
) -> [String; 3] {
    let goes = last_day::goes_on(record, held, ctx.now).map(|due| {
        match told::beyond(ctx, notice, record) {
            Some(beyond) => format!("{}. {beyond}", ctx.moment(due)),
            None => ctx.moment(due),
        }
    });
    let goes = goes.or_else(|| {
        if last_day::is_held(record, held, ctx.now) {
            return Some(ctx.say("rights-goes-held"));
        }
        let review = record.review.filter(|_| record.kind != cases::KIND)?;
        Some(erasing::reviewed(ctx, notice, &record.kind, review))
    });
    [
        told::title(ctx, notice, record),
        told::source(ctx, notice, record),
        goes.unwrap_or_else(|| ctx.say("rights-goes-event")),
    ]
}

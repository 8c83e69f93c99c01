//! What a letter says: who asked what, what was decided and done, what stays and why, the ground of
//! a refusal in the law's words, and where to complain (Art. 12(4), 77, 79). It is written from the
//! decision that is carried out, so it cannot tell anything else.

use jiff::SignedDuration;
use seloste_kernel::{EntryId, Exit, Lang, Timestamp};
use seloste_notice::model::{FieldType, Notice};
use seloste_notice::refusals::Refusal;
use seloste_notice::render::supervisor;
use seloste_register::Opened;

use super::super::job::language;
use super::super::slip::{Behind, COPY_DAYS};
use super::is_openness;
use super::paper::{Block, Paper};
use crate::cases::KIND;
use crate::sentences::text;
use crate::words::{date, say, say_with};

/// What was decided and what comes of it.
#[derive(Debug, Clone, Default)]
pub struct Decided<'a> {
    /// `granted`, `partly` or `refused`.
    pub decision: &'a str,
    /// Why not in full.
    pub ground: Option<&'static Refusal>,
    /// What staff say themselves.
    pub words: &'a str,
    /// Whether it is known whose data the request is about: without that nothing was done.
    pub is_known: bool,
    /// Where a copy is to be read.
    pub behind: Behind,
    /// What a human has said of what programs decided.
    pub reviewed: Vec<Reviewed>,
    /// What is erased: how many records of which kind.
    pub goes: Vec<(String, usize)>,
    /// What stays in spite of it.
    pub stays: Vec<Stays>,
    /// What stays as counts of nobody, in the words of the notice.
    pub counted: Vec<String>,
    /// The entries of the ledger that prove what was erased, where it has been.
    pub proof: &'a [EntryId],
}

/// A record that a ground keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stays {
    /// What it is.
    pub what: String,
    /// On which ground.
    pub why: String,
    /// Until when, as far as that is known.
    pub until: Option<Timestamp>,
}

/// What a program decided, after a human has looked at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// About what.
    pub what: String,
    /// When the program decided.
    pub at: Timestamp,
    /// What it decided.
    pub was: String,
    /// What the human decided, where that is something else.
    pub is: Option<String>,
}

/// Whose letter it is.
#[derive(Debug, Clone)]
pub struct From<'a> {
    /// The controller's notice.
    pub notice: &'a Notice,
    /// The address of the reader's own page.
    pub own: String,
}

/// The controller, with every way to reach them that the notice declares.
pub fn sender(notice: &Notice, lang: Lang) -> String {
    let controller = &notice.controller;
    let address = Some(text(&controller.address, lang)).filter(|text| !text.is_empty());
    let known = [address, controller.email.clone(), controller.phone.clone()];
    let lines = std::iter::once(controller.name.clone()).chain(known.into_iter().flatten());
    lines.collect::<Vec<_>>().join("\n")
}

/// A letter before the decision.
#[derive(Debug, Clone, Copy)]
pub enum Word<'a> {
    /// Two more months are taken.
    Extended {
        /// The ground of Art. 12(3).
        ground: &'a str,
        /// Until when.
        until: Timestamp,
    },
    /// Whoever asked is asked who they are.
    Identify {
        /// By when they may answer.
        until: Timestamp,
        /// Whether the doubt is about their right to act for another.
        mandate: bool,
    },
}

impl Word<'_> {
    /// Its name among the decisions that the notice declares.
    pub fn name(self) -> &'static str {
        match self {
            Self::Extended { .. } => "extended",
            Self::Identify { .. } => "identify",
        }
    }
}

/// The letter with a decision.
pub fn decided(from: From<'_>, request: &Opened, of: &Decided<'_>, now: Timestamp) -> Paper {
    let lang = language(request);
    let mut letter = Letter::begin(&from, request, lang);
    let word = say(lang, &format!("letter-decision-{}", of.decision));
    let args = [("date", date(lang, now)), ("decision", word)];
    letter.text(say_with(lang, "letter-decided", &args));
    let some = !of.goes.is_empty() || !of.reviewed.is_empty();
    if of.is_known && (of.decision == "granted" || some) {
        letter.done(request, of, now);
    }
    letter.proof(of.proof);
    letter.stays(&of.stays);
    letter.counted(&of.counted);
    letter.ground(of.ground);
    letter.own_words(("letter-words-title", of.words));
    letter.end(from.notice, request)
}

/// The letter with a word before the decision.
pub fn word(
    from: From<'_>,
    request: &Opened,
    (word, words): (Word<'_>, &str),
    now: Timestamp,
) -> Paper {
    let lang = language(request);
    let mut letter = Letter::begin(&from, request, lang);
    match word {
        Word::Extended { ground, until } => {
            let why = say(lang, &format!("letter-{ground}"));
            let args = [("now", date(lang, now)), ("until", date(lang, until)), ("why", why)];
            letter.heading("letter-extended-title");
            letter.text(say_with(lang, "letter-extended", &args));
        }
        Word::Identify { mandate, .. } => {
            let key = if mandate { "letter-mandate" } else { "letter-identify" };
            letter.heading(&format!("{key}-title"));
            letter.text(say_with(lang, key, &[("now", date(lang, now))]));
        }
    }
    letter.own_words(match word {
        Word::Identify { .. } => ("letter-question-title", words),
        Word::Extended { .. } => ("letter-words-title", words),
    });
    if let Word::Identify { until, .. } = word {
        letter.heading("letter-reply-title");
        let asks = from.notice.kind(KIND).is_some_and(|kind| kind.field("reply").is_some());
        let key = if asks { "letter-reply" } else { "letter-reply-officer" };
        letter.text(say_with(lang, key, &[("until", date(lang, until))]));
    }
    letter.end(from.notice, request)
}

/// A letter that is being written.
struct Letter {
    lang: Lang,
    paper: Paper,
}

impl Letter {
    fn begin(from: &From<'_>, request: &Opened, lang: Lang) -> Self {
        let notice = from.notice;
        let key = if is_openness(request) { "openness-subject" } else { "rights-answer-subject" };
        let mut letter = Self { lang, paper: Paper { title: say(lang, key), blocks: Vec::new() } };
        letter.text(sender(notice, lang));
        let args = [
            ("number", request.number.map(|number| number.to_string()).unwrap_or_default()),
            ("date", date(lang, request.created)),
            ("asked", asked(notice, request, lang)),
        ];
        letter.text(say_with(lang, "letter-asked", &args));
        letter.text(say_with(lang, "letter-own-page", &[("page", from.own.clone())]));
        letter
    }

    fn heading(&mut self, key: &str) {
        self.paper.blocks.push(Block::Heading(say(self.lang, key)));
    }

    fn text(&mut self, text: String) {
        self.paper.blocks.push(Block::Text(text));
    }

    fn item(&mut self, text: String) {
        self.paper.blocks.push(Block::Item(text));
    }

    /// What the program did for this right.
    fn done(&mut self, request: &Opened, of: &Decided<'_>, now: Timestamp) {
        let key = match request.text("type", Exit::Decision) {
            "access" | "portability" if of.behind != Behind::Own => {
                return self.copy(request, of.behind, now);
            }
            "access" => "letter-done-access",
            "erasure" if of.goes.is_empty() => "letter-done-erasure-nothing",
            "erasure" if !of.stays.is_empty() => "letter-done-erasure-part",
            "erasure" => "letter-done-erasure",
            "restriction" => "letter-done-restriction",
            "objection" => "letter-done-objection",
            "marketing" => "letter-done-marketing",
            "portability" => "letter-done-portability",
            "withdraw-consent" => "letter-done-withdraw-consent",
            "human-review" => "letter-done-human-review",
            // What came of the rest, as what was corrected, somebody says in their own words: the
            // program has not seen it.
            _ => return,
        };
        self.heading("letter-done-title");
        self.text(say(self.lang, key));
        for one in &of.reviewed {
            let mut args = vec![("what", one.what.clone()), ("was", one.was.clone())];
            args.push(("date", date(self.lang, one.at)));
            args.extend(one.is.iter().map(|is| ("is", is.clone())));
            let key =
                if one.is.is_some() { "letter-review-changed" } else { "letter-review-stands" };
            self.item(say_with(self.lang, key, &args));
        }
        for (kind, count) in &of.goes {
            self.item(format!("{kind}: {count}"));
        }
    }

    /// What was granted of a copy, and where it really is to be read.
    fn copy(&mut self, request: &Opened, behind: Behind, now: Timestamp) {
        let asked = request.text("type", Exit::Decision);
        let place = match behind {
            Behind::Own | Behind::Request => "request",
            Behind::Data => "data",
            Behind::Nothing => "nothing",
        };
        self.heading("letter-done-title");
        self.text(say(self.lang, &format!("letter-granted-{asked}")));
        let until = now.checked_add(SignedDuration::from_hours(COPY_DAYS * 24)).unwrap_or(now);
        let args = [("days", COPY_DAYS.to_string()), ("until", date(self.lang, until))];
        self.text(say_with(self.lang, &format!("letter-copy-{place}"), &args));
    }

    fn proof(&mut self, entries: &[EntryId]) {
        if !entries.is_empty() {
            let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
            let args = [("entries", entries.join(", "))];
            self.text(say_with(self.lang, "letter-erasure-proof", &args));
        }
    }

    fn stays(&mut self, stays: &[Stays]) {
        if stays.is_empty() {
            return;
        }
        self.heading("letter-stays-title");
        self.text(say(self.lang, "letter-stays"));
        for one in stays {
            let mut args = vec![("what", one.what.clone()), ("why", one.why.clone())];
            let key = match one.until {
                Some(until) => {
                    args.push(("until", date(self.lang, until)));
                    "letter-stays-until"
                }
                None => "letter-stays-open",
            };
            self.item(say_with(self.lang, key, &args));
        }
    }

    fn counted(&mut self, counted: &[String]) {
        if !counted.is_empty() {
            self.heading("erasure-counts");
            counted.iter().for_each(|one| self.item(one.clone()));
        }
    }

    fn ground(&mut self, ground: Option<&Refusal>) {
        let Some(ground) = ground else { return };
        self.heading("letter-ground-title");
        self.text(text(&ground.says, self.lang));
        let law = [("law", text(&ground.law, self.lang))];
        self.text(say_with(self.lang, "letter-ground-law", &law));
    }

    fn own_words(&mut self, (title, words): (&str, &str)) {
        if !words.trim().is_empty() {
            self.heading(title);
            self.paper.blocks.extend(Paper::read(words.trim()).blocks);
        }
    }

    /// Where to ask further and where to complain.
    fn end(mut self, notice: &Notice, request: &Opened) -> Paper {
        if is_openness(request) {
            self.text(say(self.lang, "openness-closing"));
            return self.paper;
        }
        self.heading("rights-complaint-title");
        if let Some(officer) = &notice.officer {
            let address = Some(text(&officer.address, self.lang)).filter(|text| !text.is_empty());
            let known = [officer.email.clone(), officer.phone.clone(), address];
            let known: Vec<String> = known.into_iter().flatten().collect();
            let args = [("officer", text(&officer.title, self.lang)), ("where", known.join(", "))];
            self.text(say_with(self.lang, "letter-officer", &args));
        }
        if let Some(known) = notice.authority.as_ref().and_then(|found| supervisor(&found.code)) {
            let args = [
                ("authority", text(&known.name, self.lang)),
                ("postal", text(&known.postal, self.lang)),
                ("visiting", text(&known.visiting, self.lang)),
                ("site", text(&known.site, self.lang)),
                ("email", known.email.clone()),
                ("phone", known.phone.clone()),
            ];
            self.text(say_with(self.lang, "letter-complaint", &args));
        }
        self.text(say(self.lang, "letter-court"));
        self.paper
    }
}

/// Which right was asked, in the notice's words.
pub fn asked(notice: &Notice, request: &Opened, lang: Lang) -> String {
    let held = request.text("type", Exit::Mail);
    let field = notice.kind(KIND).and_then(|kind| kind.field("type"));
    let choices = match field.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices.as_slice(),
        _ => &[],
    };
    let known = choices.iter().find(|(choice, _)| choice == held);
    known.map_or_else(|| held.to_owned(), |(_, label)| text(label, lang))
}

#[cfg(test)]
mod tests;

//! The checked notice as plain data: what one `notice.kdl` declares, in the law's own words.
//!
//! Built by [`crate::read`]; the engine, the pages and the promises all read this and nothing
//! else. Every declared thing carries the span of its place in the file, so that any message can
//! point at the line.

use std::collections::{BTreeMap, BTreeSet};

use seloste_kernel::Lang;
use serde::Serialize;

use crate::floors::{CALENDAR_YEAR, YearEnd};

mod counted;
mod recipients;

pub use counted::{Anonymise, CountedPer};
pub use recipients::{Approval, Gets, Recipient};

/// A place in the notice file: byte offset and length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Span {
    /// First byte.
    pub offset: usize,
    /// Bytes covered.
    pub len: usize,
}

/// One text in the notice's languages.
pub type Text = BTreeMap<Lang, String>;

/// A name or value with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named<T = String> {
    /// The value.
    pub value: T,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// One version of one notice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Short name, used in addresses and promise ids: `palaute`.
    pub id: String,
    /// The languages in which every text must exist.
    pub languages: Vec<Lang>,
    /// Art. 13(1)(a).
    pub controller: Controller,
    /// Art. 13(1)(b).
    pub officer: Option<Contact>,
    /// Who answers in register matters; a role mailbox or a staff user.
    pub contact: Option<Contact>,
    /// The register's name.
    pub register: Text,
    /// How often the notice is read through, and by whom (role).
    pub review: Option<Period>,
    /// Purposes that may be used, Art. 13(1)(c).
    pub purposes: Vec<Purpose>,
    /// Purposes that no consent can lift: nothing may be used or disclosed for them.
    pub forbidden: Vec<Forbidden>,
    /// Staff roles and what each may do.
    pub roles: Vec<Role>,
    /// Services and the kinds of records that each collects.
    pub services: Vec<Service>,
    /// Cookies and other storage on the visitor's device: the closed inventory.
    pub cookies: Vec<Cookie>,
    /// Analytics, when the notice declares any.
    pub analytics: Option<Analytics>,
    /// Recipients and processors, Art. 13(1)(e). Empty with `recipients none`.
    pub recipients: Vec<Recipient>,
    /// Transfers outside the EEA, Art. 13(1)(f).
    pub transfers: Transfers,
    /// Measures that the program itself keeps and checks (Art. 32).
    pub measures: Vec<Measure>,
    /// Measures that only a person can vouch for.
    pub attestations: Vec<Attestation>,
    /// Rights offered, Art. 13(2)(b)–(c), with their deadlines.
    pub rights: Vec<Right>,
    /// Art. 13(2)(d): `fi`, or spelt out.
    pub authority: Option<Authority>,
    /// Art. 13(2)(f). `None` means that the notice is silent, which a check reports.
    pub automated_decisions: Option<Vec<AutomatedDecision>>,
    /// How often due records are swept, and how long backups and logs live.
    pub operations: Operations,
    /// Sentences that are text only, by the author's explicit word.
    pub statements: Vec<Statement>,
    /// Place of the `notice` node.
    #[serde(skip)]
    pub span: Span,
}

/// The controller, Art. 4(7).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Controller {
    /// Registered name.
    pub name: String,
    /// `authority`, `association`, `company`, `foundation`, `person`.
    pub kind: String,
    /// Finnish business id, `1234567-1`, check digit verified.
    pub business_id: Option<String>,
    /// Postal address.
    pub address: Text,
    /// Mail address of the registry or office.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// The last day of its financial year, `12-31`; the calendar year when `None`.
    pub year_ends: Option<String>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// How somebody is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Title or role, never needed to be a person's name.
    pub title: Text,
    /// Mail address.
    pub email: Option<String>,
    /// Postal address.
    pub address: Text,
    /// Telephone number.
    pub phone: Option<String>,
    /// Name of the staff user whose account must be open for the notice to be true.
    pub user: Option<String>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// The six grounds of Art. 6(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Art. 6(1)(a).
    Consent,
    /// Art. 6(1)(b).
    Contract,
    /// Art. 6(1)(c).
    LegalObligation,
    /// Art. 6(1)(d).
    VitalInterests,
    /// Art. 6(1)(e).
    PublicTask,
    /// Art. 6(1)(f).
    LegitimateInterests,
}

/// One purpose with exactly one basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Purpose {
    /// Short name.
    pub name: String,
    /// Its ground; `None` when missing or unknown (a finding).
    pub basis: Option<Basis>,
    /// What it is, for people.
    pub text: Text,
    /// The statute behind a legal obligation or public task.
    pub law: Text,
    /// `direct-marketing` or `market-research`: what people may forbid for themselves whatever the
    /// basis is (Art. 21(2)).
    pub usage: Option<String>,
    /// The named interest behind Art. 6(1)(f), Art. 13(1)(d).
    pub interest: Text,
    /// What the person says yes to, when the basis is consent.
    pub consent: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A purpose that is ruled out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Forbidden {
    /// Short name: `direct-marketing`, `market-research`, `directory`, `genealogy`.
    pub name: String,
    /// The sentence, for people.
    pub text: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A staff role: which purposes it acts under and what it may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Role {
    /// Short name: `handler`, `developer`, `officer`, `admin`.
    pub name: String,
    /// What it is, for people.
    pub text: Text,
    /// Purposes it may name.
    pub purposes: Vec<Named>,
    /// Actions it may take: `read`, `collect`, `answer`, `classify`, `erase`, `export`, `disclose`,
    /// `decide-requests`, `manage-users`, `publish`, `attest`, `see-evidence`.
    pub may: Vec<Named>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A service of the program that the notice switches on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Service {
    /// The program's name of the service, `feedback`, or the notice's own where it says what runs it.
    pub name: String,
    /// What runs a service that the program does not know by its name: `records`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runs: Option<String>,
    /// Whether the program is asked for what it collects; only what then stands here counts.
    #[serde(skip)]
    pub ready_made: bool,
    /// What it is, for people; empty for a service that the program names.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What it collects.
    pub collects: Vec<Collect>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// From where data come, Art. 14(2)(f).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The person gives them.
    Person,
    /// Staff write them.
    Staff,
    /// The program makes them while it works.
    System,
    /// Somebody else; named by a recipient or `source` text.
    Other,
}

/// One kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Collect {
    /// The kind's name, unique in the notice: `feedback`, `reply`.
    pub kind: String,
    /// What it is, for people.
    pub title: Text,
    /// Where it comes from; `None` when missing (a finding).
    pub source: Option<Source>,
    /// Who the source is, when it is [`Source::Other`], Art. 14(2)(f); who else it may be, when it is
    /// [`Source::Person`].
    pub source_text: Text,
    /// Its fields: a closed list.
    pub fields: Vec<Field>,
    /// Until when it is kept; `None` when missing (a finding).
    pub keep: Option<Keep>,
    /// The longest time from a person's demand to its erasure.
    pub erase_within: Option<Period>,
    /// The kind whose records these hang on and share their end with (`reply` on `feedback`).
    pub part_of: Option<Named>,
    /// Whether other people may add theirs to the same whole. Each then belongs to its writer and
    /// has an end of its own.
    pub shared: bool,
    /// What the law wants kept, and for how long.
    pub floors: Vec<FloorRule>,
    /// States that keep a record as long as they last.
    pub holds: Vec<HoldRule>,
    /// What stays of its records when they go; `None` for nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anonymise: Option<Anonymise>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A duty of law to keep some fields of a record, Art. 17(3)(b).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FloorRule {
    /// Which: a name of [`crate::floors`].
    pub ground: String,
    /// The fields that it keeps.
    pub fields: Vec<Named>,
    /// The event that begins it.
    pub from: String,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A state of a record that keeps all of it, Art. 17(3)(e).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoldRule {
    /// Short name of the ground: `open-invoice`.
    pub name: String,
    /// What it is, for people.
    pub text: Text,
    /// The field that says so.
    pub field: String,
    /// Its values that keep the record.
    pub is: Vec<Named>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// How a field is asked and validated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// A mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A calendar date.
    Date,
    /// A moment.
    Time,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// One of these values.
    Choice(Vec<(String, Text)>),
    /// A document: PDF, PNG or JPEG, kept as a `data:` address (RFC 2397).
    File,
}

/// One field of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Short name, also the form field's name.
    pub name: String,
    /// Category of data: `content`, `identity`, `contact`, `technical`, `decision`, `special`.
    pub category: String,
    /// What may be done with it.
    pub purposes: Vec<Named>,
    /// Whether it must be given, Art. 13(2)(e).
    pub required: bool,
    /// What follows when it is not given, Art. 13(2)(e).
    pub consequence: Text,
    /// Label, for people.
    pub label: Text,
    /// A short help under the label.
    pub help: Text,
    /// How it is asked.
    pub ty: FieldType,
    /// Longest value, in characters; of a file, in bytes.
    pub max_chars: u32,
    /// Whether records may be found by it (a keyed hash, Art. 32); high-entropy values only.
    pub lookup: bool,
    /// The ground of Art. 9(2) that lets a `special` category field be processed.
    pub ground: Option<String>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// Until when a kind is kept, Art. 13(2)(a).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// A period from an event of the record: `"1 month" from="sent"`.
    For {
        /// How long.
        period: Period,
        /// From what: an event name known to the service (`sent`, `closed`, `last-sign-in`).
        from: String,
    },
    /// A stated criterion with a date of review.
    Criterion {
        /// The criterion, for people.
        text: Text,
        /// How often it is looked at.
        review: Period,
    },
}

/// A calendar period, counted in Europe/Helsinki (Reg. 1182/71): months and years first, then
/// days, then hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Period {
    /// Years.
    pub years: i32,
    /// Months.
    pub months: i32,
    /// Days (a week is seven).
    pub days: i32,
    /// Hours.
    pub hours: i32,
    /// Minutes.
    pub minutes: i32,
}

/// How long a cookie lives on the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cookie {
    /// Exact name as sent to the browser.
    pub name: String,
    /// Whether the service works only with it (Act 917/2014 § 205): no consent needed.
    pub necessary: bool,
    /// Purpose, for people.
    pub text: Text,
    /// Lifetime; `None` means until the browser is closed.
    pub keep: Option<Period>,
    /// For the session cookie: how long a session may lie unused.
    pub idle: Option<Period>,
    /// Who sets and reads it; `None` is the controller itself.
    pub party: Option<String>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// Declared analytics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Analytics {
    /// `counts` or `visits`.
    pub mode: String,
    /// Recorded dimensions: `device`, `country`, `pages`, `duration`, `referrer`, `language`.
    pub dimensions: Vec<Named>,
    /// Signals that are honoured: `dnt`, `gpc`.
    pub honour: Vec<Named>,
    /// The tool's name as the notice tells it; the built-in one is `seloste`.
    pub tool: String,
    /// How long visits or counts are kept.
    pub keep: Option<Period>,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// Transfers outside the EEA, Art. 44–49.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transfers {
    /// The notice is silent (a finding).
    #[default]
    Silent,
    /// There are none; recipients outside the EEA are refused.
    None,
    /// Declared, each with its mechanism.
    Declared(Vec<Transfer>),
}

/// One declared transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Transfer {
    /// To which recipient.
    pub recipient: String,
    /// To which country.
    pub country: String,
    /// `adequacy`, `standard-clauses`, `binding-rules` or `consent`.
    pub mechanism: String,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A technical measure by its known name: `encrypted-at-rest`, `encrypted-in-transit`,
/// `access-log`, `no-address-stored`, `hardened`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// Known name.
    pub name: String,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A measure that somebody vouches for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attestation {
    /// Short name.
    pub name: String,
    /// Role that vouches.
    pub by: Option<String>,
    /// How long one word of theirs lasts.
    pub every: Option<Period>,
    /// The recipient that it is about, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The sentence, for people.
    pub text: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A right offered: `access`, `rectification`, `erasure`, `restriction`, `portability`,
/// `objection`, `withdraw-consent`, `complaint`, `no-automated-decision`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Right {
    /// Known name.
    pub name: String,
    /// Promised time, when shorter than the law's one month.
    pub within: Option<Period>,
    /// In which time it is meant to be used, inside the promised one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Period>,
    /// How long somebody may change their mind about erasing all of their own data.
    pub cooling_off: Option<Period>,
    /// Extra words, for people.
    pub text: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// The supervisory authority, Art. 77.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// Country code of a known authority, or empty when spelt out.
    pub code: String,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// One automated decision, Art. 22.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AutomatedDecision {
    /// Short name.
    pub name: String,
    /// The kind of record that is decided about.
    pub kind: Option<Named>,
    /// Its field whose value is the outcome.
    pub field: Option<Named>,
    /// What permits it, Art. 22(2): `contract`, `law` or `consent`.
    pub basis: Option<Named>,
    /// The law that authorises it.
    pub law: Text,
    /// The fields that it looks at; empty: all of the kind and of what that hangs on.
    pub uses: Vec<Named>,
    /// Logic and consequences, for people.
    pub text: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// Times that make the effective retention: a record lives at most its period + `sweep`, its
/// sealed bytes at most `backups` longer, unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operations {
    /// How often due records are swept.
    pub sweep: Period,
    /// How long a backup lives.
    pub backups: Period,
    /// How long the program's log lives.
    pub logs: Period,
    /// How long ledger entries live.
    pub ledger: Period,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

/// A sentence that is only told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Short name.
    pub name: String,
    /// The sentence, for people.
    pub text: Text,
    /// Place in the file.
    #[serde(skip)]
    pub span: Span,
}

impl Default for Operations {
    fn default() -> Self {
        let days = |days| Period { days, ..Period::default() };
        Self {
            sweep: Period { hours: 1, ..Period::default() },
            backups: days(14),
            logs: days(14),
            ledger: Period { years: 3, ..Period::default() },
            span: Span::default(),
        }
    }
}

/// Ports at which mail servers take mail for others (RFC 8314, RFC 6409).
const MAIL_PORTS: [u16; 3] = [25, 465, 587];

/// The cookie in which somebody is signed in.
pub const SESSION_COOKIE: &str = "__Host-session";

/// How long somebody stays signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTimes {
    /// From the sign-in to the end, whatever happens.
    pub life: Period,
    /// From the last use to the end.
    pub idle: Period,
}

impl Default for SessionTimes {
    fn default() -> Self {
        let none = Period::default();
        Self { life: Period { hours: 12, ..none }, idle: Period { minutes: 30, ..none } }
    }
}

impl Notice {
    /// How long somebody stays signed in: as the session cookie says, or else the defaults.
    pub fn session_times(&self) -> SessionTimes {
        let silent = SessionTimes::default();
        let cookie = self.cookies.iter().find(|cookie| cookie.name == SESSION_COOKIE);
        cookie.map_or(silent, |cookie| SessionTimes {
            life: cookie.keep.unwrap_or(silent.life),
            idle: cookie.idle.unwrap_or(silent.idle),
        })
    }

    /// All kinds with their service.
    pub fn kinds(&self) -> impl Iterator<Item = (&Service, &Collect)> {
        self.services.iter().flat_map(|service| service.collects.iter().map(move |c| (service, c)))
    }

    /// The kind of this name.
    pub fn kind(&self, name: &str) -> Option<&Collect> {
        self.kinds().map(|(_, collect)| collect).find(|collect| collect.kind == name)
    }

    /// The purpose of this name.
    pub fn purpose(&self, name: &str) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.name == name)
    }

    /// Whether the purpose of this name rests on consent; one that is not declared does not.
    pub fn by_consent(&self, purpose: &str) -> bool {
        self.purpose(purpose).is_some_and(Purpose::by_consent)
    }

    /// Servers that take mail, among the hosts of recipients.
    pub fn mail_hosts(&self) -> impl Iterator<Item = &Named> {
        let takes_mail = |host: &&Named| {
            let port = host.value.rsplit_once(':').and_then(|(_, port)| port.parse().ok());
            port.is_some_and(|port: u16| MAIL_PORTS.contains(&port))
        };
        self.recipients.iter().flat_map(|recipient| &recipient.hosts).filter(takes_mail)
    }

    /// Whether somebody is declared by whom mail can go to the address in this field: a mail server,
    /// or any host of a recipient for one of its purposes.
    pub fn mails_for(&self, field: &Field) -> bool {
        let serves = |recipient: &Recipient| {
            let mut purposes = field.purposes.iter();
            !recipient.hosts.is_empty()
                && purposes.any(|of| recipient.purposes.iter().any(|one| one.value == of.value))
        };
        self.mail_hosts().next().is_some() || self.recipients.iter().any(serves)
    }

    /// The uses of its purposes that people may forbid for themselves, each once.
    pub fn uses(&self) -> BTreeSet<&str> {
        self.purposes.iter().filter_map(|purpose| purpose.usage.as_deref()).collect()
    }

    /// How long somebody may change their mind about erasing all of their own data.
    pub fn cooling_off(&self) -> Option<Period> {
        let right = self.rights.iter().find(|right| right.name == "erasure")?;
        right.cooling_off.filter(|period| !period.is_zero())
    }

    /// The last day of the controller's financial year.
    pub fn year_end(&self) -> YearEnd {
        let said = self.controller.year_ends.as_deref().and_then(YearEnd::parse);
        said.unwrap_or(CALENDAR_YEAR)
    }

    /// The role of this name.
    pub fn role(&self, name: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.name == name)
    }
}

impl Purpose {
    /// Whether it rests on consent (Art. 6(1)(a)).
    pub fn by_consent(&self) -> bool {
        self.basis == Some(Basis::Consent)
    }
}

impl Field {
    /// Whether it holds a mail address.
    pub fn is_mail(&self) -> bool {
        matches!(self.ty, FieldType::Email)
    }

    /// Whether nothing but consent lets it be used: every purpose of it rests on one.
    pub fn by_consent_alone(&self, notice: &Notice) -> bool {
        !self.purposes.is_empty()
            && self.purposes.iter().all(|named| notice.by_consent(&named.value))
    }
}

impl Service {
    /// The program's name of what runs it.
    pub fn run_by(&self) -> &str {
        self.runs.as_deref().unwrap_or(&self.name)
    }
}

impl Collect {
    /// Whether a field is asked of the person: what staff or the program write leaves them no choice.
    pub fn is_asked(&self, field: &Field) -> bool {
        self.source == Some(Source::Person) && field.category != "technical"
    }

    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

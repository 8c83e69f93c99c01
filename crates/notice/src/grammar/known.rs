//! The closed vocabularies of the notice language.

/// Languages of texts.
pub const LANGUAGES: &[&str] = &["fi", "sv", "en"];

/// Kinds of controllers.
pub const CONTROLLER_KINDS: &[&str] =
    &["authority", "association", "company", "foundation", "person"];

/// The six grounds of Art. 6(1).
pub const BASES: &[&str] = &[
    "consent",
    "contract",
    "legal-obligation",
    "vital-interests",
    "public-task",
    "legitimate-interests",
];

/// How exactly the time of what is only counted is kept.
pub const COUNTED_PER: &[&str] = &["month", "year"];

/// Uses that people may forbid for themselves whatever the basis is (Art. 21(2)).
pub const USES: &[&str] = &["direct-marketing", "market-research"];

/// The grounds of Art. 9(2) for special categories of data.
pub const SPECIAL_GROUNDS: &[&str] = &[
    "explicit-consent",
    "employment-law",
    "vital-interests",
    "non-profit-members",
    "made-public",
    "legal-claims",
    "public-interest",
    "health-care",
    "public-health",
    "archiving-research",
];

/// What permits an automated decision: the grounds of Art. 22(2).
pub const DECISION_BASES: &[&str] = &["contract", "law", "consent"];

/// What can run a service whose kinds the notice itself makes.
pub const RUNNERS: &[&str] = &["records"];

/// Services that the program has.
pub const SERVICES: &[&str] = &[
    "feedback",
    "support",
    "booking",
    "association",
    "company",
    "events",
    "letters",
    "staff",
    "rights",
];

/// Services whose data the program itself makes wherever it runs; every notice declares them.
pub const ENGINE_SERVICES: &[&str] = &["staff", "rights"];

/// Where data come from.
pub const SOURCES: &[&str] = &["person", "staff", "system", "other"];

/// On what data may be given to somebody outside: the words of the register of disclosures.
pub const GROUNDS: &[&str] = &["consent", "mandate", "statute"];

/// Whose word a disclosure waits for.
pub const APPROVALS: &[&str] = &["second-person"];

/// What lets a disclosure go before that word (Art. 6(1)(d)).
pub const AT_ONCE: &[&str] = &["vital-interests"];

/// What must be written down of every disclosure to a recipient: fields of the kind `disclosure`.
pub const DEMANDS: &[&str] = &["requester", "matter"];

/// Categories of data.
pub const CATEGORIES: &[&str] =
    &["content", "identity", "contact", "technical", "decision", "special"];

/// How a field is asked and validated.
pub const FIELD_TYPES: &[&str] =
    &["line", "text", "email", "phone", "date", "time", "number", "flag", "choice", "file"];

/// Those of [`EVENTS`] that are the writing itself: a period from one of them runs at once.
pub const AT_WRITING: &[&str] = &["sent", "created"];

/// Events from which a period may be counted.
pub const EVENTS: &[&str] = &[
    "sent",
    "created",
    "changed",
    "closed",
    "answered",
    "decided",
    "started",
    "ended",
    "last-sign-in",
    "year-end",
];

/// Floors that the law sets, by the names of `data/floors.json`.
pub const FLOORS: &[&str] =
    &["accounting-vouchers", "accounting-books", "vat-property", "payroll-vouchers"];

/// What a staff role may do.
pub const ACTIONS: &[&str] = &[
    "read",
    "collect",
    "answer",
    "classify",
    "amend",
    "erase",
    "export",
    "disclose",
    "decide-requests",
    "manage-users",
    "publish",
    "attest",
    "see-evidence",
];

/// Rights of the person.
pub const RIGHTS: &[&str] = &[
    "access",
    "rectification",
    "erasure",
    "restriction",
    "portability",
    "objection",
    "withdraw-consent",
    "complaint",
    "no-automated-decision",
];

/// Measures that the program keeps and checks by itself.
pub const MEASURES: &[&str] = &[
    "encrypted-at-rest",
    "encrypted-in-transit",
    "access-log",
    "no-address-stored",
    "hardened",
    "two-factor",
    "purpose-bound-access",
];

/// Mechanisms of Art. 45–49.
pub const TRANSFER_MECHANISMS: &[&str] =
    &["adequacy", "standard-clauses", "binding-rules", "consent"];

/// Dimensions that analytics can record.
pub const DIMENSIONS: &[&str] = &["device", "country", "pages", "duration", "referrer", "language"];

/// Signals of the browser that analytics can honour.
pub const SIGNALS: &[&str] = &["dnt", "gpc"];

/// Supervisory authorities known by country code.
pub const AUTHORITIES: &[&str] = &["fi", "ax", "se", "ee"];

/// States of the EEA (the EU and Iceland, Liechtenstein, Norway), ISO 3166-1 alpha-2.
pub const EEA: &str = include_str!("../../data/eea.txt");

/// All country codes of ISO 3166-1 alpha-2.
pub const COUNTRIES: &str = include_str!("../../data/countries.txt");

fn listed(file: &str, code: &str) -> bool {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .any(|c| c == code)
}

/// Whether the country is in the EEA.
pub fn in_eea(country: &str) -> bool {
    listed(EEA, country)
}

/// Whether the two letters are a country.
pub fn is_country(country: &str) -> bool {
    listed(COUNTRIES, country)
}

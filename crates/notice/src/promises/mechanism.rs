//! What can keep a promise: a closed table.

use seloste_kernel::Lang;
use serde::Serialize;

use super::phrase::say;
use crate::model::Period;

/// Enforcing code plus the invariant that can find the promise broken on the live system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "mechanism", rename_all = "kebab-case")]
pub enum Mechanism {
    /// The notice is not published without this item; the public page shows it.
    Published {
        /// Which item of Art. 13.
        item: String,
    },
    /// Dates and versions come from publication; the stored text matches its hash.
    Versioned,
    /// Nothing undeclared exists: kinds and fields of storage equal the notice.
    ClosedWorld {
        /// The kind; `None` for all.
        kind: Option<String>,
    },
    /// Records of this kind come only from the declared source.
    SourceGate {
        /// The kind.
        kind: String,
    },
    /// Personal data open only for a declared purpose.
    PurposeGate {
        /// The purpose; `None` for the rule that there are no others.
        purpose: Option<String>,
    },
    /// A field opens only for its own purposes.
    FieldGate {
        /// The kind.
        kind: String,
        /// The field.
        field: String,
    },
    /// The form and the interface ask for it exactly as told.
    RequiredField {
        /// The kind.
        kind: String,
        /// The field.
        field: String,
        /// Whether it must be given.
        required: bool,
    },
    /// Records are found by this field only through a keyed hash.
    BlindIndex {
        /// The kind.
        kind: String,
        /// The field.
        field: String,
    },
    /// No record is past its due date.
    Retention {
        /// The kind.
        kind: String,
    },
    /// No demand is older than its promised time and unexecuted.
    EraseOnRequest {
        /// The kind.
        kind: String,
        /// The promised time.
        within: Period,
    },
    /// What a ground of law or a state keeps stays, and goes when the ground ends.
    KeptOnGround {
        /// The kind.
        kind: String,
        /// The ground.
        ground: String,
    },
    /// Of what goes nothing stays but the declared counts.
    Counted {
        /// The kind.
        kind: String,
    },
    /// Personal data at rest are sealed under their person's key.
    Sealed,
    /// Pages and forms are served only over an encrypted connection.
    Tls,
    /// The browser is given only the declared cookies.
    CookieInventory {
        /// The cookie; `None` for the rule that there are no others.
        cookie: Option<String>,
    },
    /// Visits are recorded only in the declared dimensions.
    AnalyticsSchema,
    /// A browser's signal stops the recording of visits.
    AnalyticsSignal {
        /// `dnt` or `gpc`.
        signal: String,
    },
    /// No visit is past its date.
    AnalyticsRetention,
    /// No record is opened or disclosed for this purpose, whoever consents.
    ForbiddenPurpose {
        /// The purpose.
        name: String,
    },
    /// Data leave only to declared recipients and hosts.
    Recipients {
        /// The recipient; `None` for the rule that there are no others.
        recipient: Option<String>,
    },
    /// No recipient or host is outside the EEA without a declared transfer.
    NoTransfer,
    /// A declared transfer goes to its recipient and country only.
    Transfer {
        /// The recipient.
        recipient: String,
    },
    /// A request for this right can be made, has a clock, and is answered in time.
    RightDesk {
        /// The right; `None` for the deadline of them all.
        right: Option<String>,
    },
    /// Every access is in a ledger that shows tampering.
    AccessLog,
    /// Network addresses and browser descriptions are never written.
    NoAddressStored,
    /// Pages carry the protective headers; the program checks itself.
    Hardened,
    /// Staff sessions open only after a second factor.
    TwoFactor,
    /// Due records are swept on time.
    Sweep,
    /// No backup is older than told.
    Backups,
    /// No ledger entry is older than told.
    LedgerKeep,
    /// Somebody must look at it again by a date.
    ReviewDate {
        /// What is looked at: `notice`, or a kind.
        of: String,
    },
    /// The named user's account is open.
    ContactOpen {
        /// The user.
        user: String,
    },
    /// A role acts only under its purposes and with its rights.
    RolesLimit {
        /// The role.
        role: String,
    },
    /// Every record kept on consent carries its proof, and consent can be withdrawn.
    ConsentProof {
        /// The purpose.
        purpose: String,
    },
    /// Whoever objected is left out of this purpose.
    Objected {
        /// The purpose.
        purpose: String,
    },
    /// No program part decides about a person without a human.
    NoAutomatedDecision,
    /// A program decides this and nothing else.
    AutomatedDecision {
        /// The decision.
        decision: String,
    },
    /// A person vouches for it with a document.
    Attested {
        /// The attestation.
        name: String,
    },
    /// Told only, by the author's explicit word.
    Text,
}

impl Mechanism {
    /// Every mechanism's machine name, for documentation and tests.
    pub const NAMES: [&str; 39] = [
        "published",
        "versioned",
        "closed-world",
        "source-gate",
        "purpose-gate",
        "field-gate",
        "required-field",
        "blind-index",
        "retention",
        "erase-on-request",
        "kept-on-ground",
        "counted",
        "sealed",
        "tls",
        "cookie-inventory",
        "analytics-schema",
        "analytics-signal",
        "analytics-retention",
        "forbidden-purpose",
        "recipients",
        "no-transfer",
        "transfer",
        "right-desk",
        "access-log",
        "no-address-stored",
        "hardened",
        "two-factor",
        "sweep",
        "backups",
        "ledger-keep",
        "review-date",
        "contact-open",
        "roles-limit",
        "consent-proof",
        "objected",
        "no-automated-decision",
        "automated-decision",
        "attested",
        "text",
    ];

    /// The machine name: `retention`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Published { .. } => "published",
            Self::Versioned => "versioned",
            Self::ClosedWorld { .. } => "closed-world",
            Self::SourceGate { .. } => "source-gate",
            Self::PurposeGate { .. } => "purpose-gate",
            Self::FieldGate { .. } => "field-gate",
            Self::RequiredField { .. } => "required-field",
            Self::BlindIndex { .. } => "blind-index",
            Self::Retention { .. } => "retention",
            Self::EraseOnRequest { .. } => "erase-on-request",
            Self::KeptOnGround { .. } => "kept-on-ground",
            Self::Counted { .. } => "counted",
            Self::Sealed => "sealed",
            Self::Tls => "tls",
            Self::CookieInventory { .. } => "cookie-inventory",
            Self::AnalyticsSchema => "analytics-schema",
            Self::AnalyticsSignal { .. } => "analytics-signal",
            Self::AnalyticsRetention => "analytics-retention",
            Self::ForbiddenPurpose { .. } => "forbidden-purpose",
            Self::Recipients { .. } => "recipients",
            Self::NoTransfer => "no-transfer",
            Self::Transfer { .. } => "transfer",
            Self::RightDesk { .. } => "right-desk",
            Self::AccessLog => "access-log",
            Self::NoAddressStored => "no-address-stored",
            Self::Hardened => "hardened",
            Self::TwoFactor => "two-factor",
            Self::Sweep => "sweep",
            Self::Backups => "backups",
            Self::LedgerKeep => "ledger-keep",
            Self::ReviewDate { .. } => "review-date",
            Self::ContactOpen { .. } => "contact-open",
            Self::RolesLimit { .. } => "roles-limit",
            Self::ConsentProof { .. } => "consent-proof",
            Self::Objected { .. } => "objected",
            Self::NoAutomatedDecision => "no-automated-decision",
            Self::AutomatedDecision { .. } => "automated-decision",
            Self::Attested { .. } => "attested",
            Self::Text => "text",
        }
    }

    /// How the promise is enforced and what the live check looks at, in one sentence or two.
    pub fn describe(&self, lang: Lang) -> String {
        say(lang, &format!("mechanism-{}", self.name()), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mechanism_is_described_and_named_as_in_json() {
        for name in Mechanism::NAMES {
            for lang in Lang::ALL {
                let said = say(lang, &format!("mechanism-{name}"), &[]);
                assert!(!said.contains('⟦'), "{said}");
            }
        }
        let sample = Mechanism::EraseOnRequest { kind: "k".into(), within: Period::default() };
        let json = serde_json::to_value(&sample).unwrap();
        assert_eq!(json["mechanism"], sample.name());
    }
}

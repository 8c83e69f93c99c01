//! The register engine: the one gate through which personal data is written, read, changed,
//! disclosed and erased. Here, and only here, the store and the vault meet.
//!
//! Every operation takes an [`Access`], which exists only when the published notice allows that
//! actor to act so for that purpose, and writes the ledger in the transaction of its effect,
//! before the caller sees anything.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests"))]

mod access;
mod addresses;
mod aliens;
mod amend;
mod automated;
mod body;
mod change;
mod closed_again;
mod collect;
mod consent_receipt;
mod consented;
mod counted;
mod disclose;
mod draft;
mod engine;
mod erase;
mod evidence;
mod execute;
mod gate;
mod given;
mod grounds;
mod handing;
mod hold;
mod impact;
mod import;
mod jobs;
pub mod keyring;
mod leaving;
mod live;
mod mask;
mod note;
mod objection;
mod once;
mod open;
mod own;
mod people;
mod prove;
mod publish;
mod published;
mod read;
mod rebuild;
mod release;
mod restore;
mod restriction;
mod rollback;
mod second;
mod session;
mod settle;
mod standing;
mod sweep;
mod telling;
mod token;
mod totals;
mod trail;
mod upkeep;
mod validate;
mod watch;
mod withdraw;

pub use access::{Access, Action, RIGHTS, SECURITY};
pub use addresses::{ClosedAddresses, is_address};
pub use aliens::Aliens;
pub use automated::Automated;
pub use consent_receipt::{ConsentReceipt, ConsentState, Given};
pub use counted::{TotalRow, Totals};
pub use disclose::{
    APPROVED, Circumstances, DISCLOSURE, DISPUTED, Disclosed, Disclosure, Ground, HANDED_OVER,
    MADE, PROPOSED, REJECTED, URGENT,
};
pub use draft::{Collected, Draft, Owner};
pub use engine::{Engine, LEDGER_KEY_FILE, Register};
pub use erase::{BY_LAW, Erased, Keeping, Outcome, Plan, RESTRICTION, Step, Why, kept_by_law};
pub use evidence::{Attested, Finding};
pub use gate::{Item, OWN_TASK};
pub use hold::{
    HELD_TOGETHER, HOLD, Held, HeldRecord, Holding, OF_HOLD, OF_RECORD, OVER as HOLD_OVER,
    STANDING as HOLD_STANDING, declared_grounds, kept::WAS,
};
pub use impact::{Affected, AffectedKind, LISTED};
pub use import::{Brought, IMPORT_MAX, Imported};
pub use jobs::Job;
pub use live::is_unconsented;
pub use objection::{Objectable, Objection, Standpoint, is_objected, objectable};
pub use once::Linked;
pub use own::{Coming, Hanging, PACKAGE, last_day};
pub use people::{ErasedRecord, Looked, Outline, Recognised, StillKept, Tombstone};
pub use prove::Scanned;
pub use published::{Pinned, Published, Weakened};
pub use read::{Consent, Kinds, LookedUp, Opened, Page, Part, Query, Waiting};
pub use release::Ended;
pub use restore::Replayed;
pub use restriction::{Restriction, RestrictionGround, SHOWN_DAYS, Told};
pub use second::{Leave, Prepared, Wait};
pub use session::{Session, Way};
pub use settle::{Settle, Settled, Stale};
pub use sweep::Swept;
pub use telling::{IMPOSSIBLE, TELLING, TOLD, UNTOLD, mark};
pub use totals::{ConsentTotal, SweepRun};
pub use trail::PROGRAM;
pub use validate::check_value;
pub use watch::{Doubt, LEAP};
pub use withdraw::{Going, Withdrawn};

/// This crate's locale files: language, name, content.
pub const LOCALES: [&[(seloste_kernel::Lang, &str, &str)]; 2] = [FAULTS, keyring::LOCALES];

const FAULTS: &[(seloste_kernel::Lang, &str, &str)] = &[
    (seloste_kernel::Lang::Fi, "register/fi/faults.ftl", include_str!("../locales/fi/faults.ftl")),
    (seloste_kernel::Lang::Sv, "register/sv/faults.ftl", include_str!("../locales/sv/faults.ftl")),
    (seloste_kernel::Lang::En, "register/en/faults.ftl", include_str!("../locales/en/faults.ftl")),
];

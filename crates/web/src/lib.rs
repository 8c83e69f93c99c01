//! The page kit: everything about pages, forms and HTTP that has nothing to do with data.
//!
//! It knows no register, no notice and no key; it knows how a page looks, how a form is read
//! strictly, how a fault becomes a calm page, which cookies and hosts are declared, and how to
//! serve all that without being held up by slow or many callers. See `README.md` for an example.

#![cfg_attr(test, expect(clippy::unwrap_used, reason = "tests"))]

mod activity;
mod assets;
pub mod components;
mod cookies;
mod csrf;
mod ctx;
mod dates;
mod fault;
pub mod form;
mod guard;
mod health;
mod kit;
mod lang;
mod log;
mod mac;
mod observe;
mod policy;
mod rate;
mod reports;
mod router;
mod serve;
mod session;
mod shell;
mod stack;
pub mod testing;
mod text;
mod whence;

pub use cookies::{CookieInventory, DeclaredCookie, HOST_PREFIX};
pub use csrf::{CommandId, LIFE_S as FORM_LIFE_S, TOKEN_FIELD};
pub use ctx::{Ctx, RequestId};
pub use dates::{date, moment};
pub use fault::{Answer, Failed, public_text, status_of};
pub use health::metrics_router;
pub use kit::{Alert, Kit, Nav, Owner, Settings};
pub use lang::localised;
pub use log::quiet_panics;
pub use observe::{Observations, Observed, Sighting};
pub use policy::{Policy, REPORT_PATH};
pub use rate::{CallerKey, READ, RateClass, WRITE};
pub use router::Router;
pub use serve::{Pem, ServeOptions, TlsConfig, serve, tls_from_pem};
pub use session::{Later, Session, SessionCookie, SessionRow, SessionStore};
pub use shell::{Link, Page};
pub use stack::Site;
pub use text::{Texts, own_words};
pub use whence::{CountryOf, Whence};

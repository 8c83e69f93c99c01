//! The services that a notice can switch on. One folder each; none knows another.

use std::sync::Arc;

use seloste_notice::model::Notice;
use seloste_register::Action;
use seloste_web::{Ctx, Later, Link, Router};
use utoipa_axum::router::OpenApiRouter;

use crate::app::App;
use crate::words::Locale;

mod compare;
pub mod feedback;
pub mod records;
pub mod rights;
pub mod staff;

pub use compare::{compare, findings};

/// One kind of record that a service's code writes and reads.
pub struct Kind {
    /// Its name, as in the notice.
    pub name: &'static str,
    /// Every field that the code knows. The notice may leave out those not needed.
    pub fields: &'static [&'static str],
    /// Fields without which the service cannot work; where there are none, it works without the kind.
    pub needed: &'static [&'static str],
    /// Events from which keeping can be counted, beside the writing itself.
    pub events: &'static [&'static str],
}

/// A part of the console.
pub struct Place {
    /// Its first page.
    pub path: &'static str,
    /// The key of its name.
    pub name: &'static str,
    /// It is open to whoever may do this for any of these purposes.
    pub open: (Action, &'static [&'static str]),
}

/// Records that wait for somebody, as the front page of the console counts them.
pub struct Work {
    /// Of which kind.
    pub kind: &'static str,
    /// In which states.
    pub states: &'static [&'static str],
    /// Counted for whoever may do this for any of these purposes.
    pub open: (Action, &'static [&'static str]),
    /// The key of what the number says.
    pub name: &'static str,
    /// Whether it is told when there is none.
    pub always: bool,
    /// Where they are listed.
    pub at: &'static str,
}

/// What a service does by itself, round after round.
pub struct Job {
    /// Its name in the log.
    pub name: &'static str,
    /// One round.
    pub run: fn(Arc<App>) -> Later<'static, ()>,
}

/// A kind of letter that waits in the queue of mail.
pub struct Mail {
    /// The name of its jobs.
    pub name: &'static str,
    /// Whether one letter does for all that has come since the last round.
    pub one_for_all: bool,
    /// Writes and sends it.
    pub send: fn(Arc<App>, seloste_register::Job) -> Later<'static, ()>,
}

/// Whether whoever looks may do this for this purpose.
pub type May<'a> = &'a dyn Fn(&str, Action) -> bool;

/// One service: everything by which the rest of the program knows it.
pub struct Service {
    /// Its name, as in the notice.
    pub name: &'static str,
    /// What it collects.
    pub kinds: &'static [Kind],
    /// Whether its kinds are the notice's making instead, in any number of services that the notice
    /// says it runs.
    pub kinds_of_notice: bool,
    /// Its pages.
    pub routes: fn() -> Router<Arc<App>>,
    /// Its interface for programs.
    pub api: fn() -> OpenApiRouter<Arc<App>>,
    /// The notice that `seloste new` makes of it: name and text.
    pub notice: Option<(&'static str, &'static str)>,
    /// Its texts in three languages.
    pub texts: &'static [Locale],
    /// The kind that visitors write themselves, the page of its form, and what that asks.
    pub form: Option<(&'static str, &'static str, &'static [&'static str])>,
    /// What anybody comes for: a page, the key of its name in the navigation and on the button of
    /// the front page.
    pub front: Option<(&'static str, &'static str, &'static str)>,
    /// Its parts of the console.
    pub places: &'static [Place],
    /// Parts of the console that follow from the notice.
    pub more_places: fn(&Ctx, &Notice, May<'_>) -> Vec<Link>,
    /// What waits for staff.
    pub work: &'static [Work],
    /// What it does by itself.
    pub jobs: &'static [Job],
    /// Its letters.
    pub mail: &'static [Mail],
}

impl Service {
    /// A service that collects this and does nothing yet.
    pub const fn new(name: &'static str, kinds: &'static [Kind]) -> Self {
        Self {
            name,
            kinds,
            kinds_of_notice: false,
            routes: Router::new,
            api: OpenApiRouter::new,
            notice: None,
            texts: &[],
            form: None,
            front: None,
            places: &[],
            more_places: |_, _, _| Vec::new(),
            work: &[],
            jobs: &[],
            mail: &[],
        }
    }

    /// Whether it is what runs this declared service.
    pub fn runs(&self, declared: &seloste_notice::model::Service) -> bool {
        self.name == declared.run_by() && self.kinds_of_notice == declared.runs.is_some()
    }
}

/// Every service of the program.
pub const ALL: &[&Service] =
    &[&feedback::SERVICE, &records::SERVICE, &rights::SERVICE, &staff::SERVICE];

/// The ready-made notices of the services that have one: name and text.
pub fn ready_made() -> impl Iterator<Item = (&'static str, &'static str)> {
    ALL.iter().filter_map(|service| service.notice)
}

/// The services that a notice switches on.
pub fn of(notice: &Notice) -> impl Iterator<Item = &'static Service> {
    let declared =
        |service: &&&Service| notice.services.iter().any(|declared| service.runs(declared));
    ALL.iter().filter(declared).copied()
}

//! The rights of the person (GDPR Art. 12–22): seeing, taking along, correcting, restricting,
//! erasing, and requests without a sign-in.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, PersonId};
use seloste_register::{Access, Action, DISCLOSURE, HOLD, PACKAGE, RIGHTS, TELLING, UNTOLD};
use seloste_web::Router;

use super::{Job, Kind, Mail, Place, Service, Work};
use crate::app::App;
use crate::cases::{self, job_access};
use crate::post::FAILED;
use crate::words::locale;

mod alarm;
mod behalf;
mod beside;
mod clock;
mod data;
mod decision;
mod desk;
mod disclosures;
mod holds;
mod invent;
mod job;
mod letter;
mod mailbox;
mod nobody;
mod objecting;
mod openness;
mod own;
pub mod package;
pub mod passed;
mod pause;
pub mod portable;
mod request;
mod requests;
mod review;
pub mod slip;
mod target;
mod telling;
mod told;
mod withdrawal;

pub use alarm::{Late, banner, list as list_of_late};
pub use beside::standpoint;
pub use data::held as with_holds;
pub use decision::{Decision, Done, carry_out, letter_of_erasure, may_claim, prepare};
pub use invent::{Invented, erase as invent_erasure, invent};
pub use letter::of as letter_of;
pub use openness::is_declared as takes_openness;
pub use own::{GROUNDS as OWN_GROUNDS, demand as demand_restrictable, first_view, object};
pub use request::FIELDS;
pub use requests::{ANSWER, DECIDED, ERASURE, is_known, overdue_requests};
pub use telling::{PATH as RECIPIENTS, late as recipients_untold};
pub use told::is_withheld;

/// The service.
pub const SERVICE: Service = Service {
    routes,
    texts: &[locale!("own.ftl"), locale!("rights.ftl")],
    form: Some((cases::KIND, "/pyynto", &FIELDS)),
    places: &[
        Place {
            path: desk::PATH,
            name: "console-nav-requests",
            open: (Action::DecideRequests, &[RIGHTS]),
        },
        Place {
            path: disclosures::PATH,
            name: "console-nav-disclosures",
            open: (Action::DecideRequests, &[RIGHTS]),
        },
        Place {
            path: holds::PATH,
            name: "console-nav-holds",
            open: (Action::DecideRequests, &[RIGHTS]),
        },
    ],
    work: &[
        Work {
            kind: cases::KIND,
            states: &requests::WAITING,
            open: (Action::DecideRequests, &[RIGHTS]),
            name: "console-front-requests",
            always: true,
            at: desk::PATH,
        },
        Work {
            kind: DISCLOSURE,
            states: &disclosures::WAITING,
            open: (Action::DecideRequests, &[RIGHTS]),
            name: "console-front-approvals",
            always: false,
            at: disclosures::WAITING_PATH,
        },
        Work {
            kind: TELLING,
            states: &[UNTOLD],
            open: (Action::DecideRequests, &[RIGHTS]),
            name: "console-front-recipients",
            always: false,
            at: telling::PATH,
        },
        Work {
            kind: requests::ANSWER,
            states: &[FAILED],
            open: (Action::DecideRequests, &[RIGHTS]),
            name: "console-front-requests-unsent",
            always: false,
            at: desk::PATH,
        },
    ],
    jobs: &[
        Job { name: "requests", run: |app| Box::pin(async move { job::run(&app).await }) },
        Job { name: "packages", run: |app| Box::pin(async move { package::tidy(&app).await }) },
    ],
    mail: &[
        Mail {
            name: job::LINKS,
            one_for_all: false,
            send: |app, job| Box::pin(async move { job::send_links(&app, &job).await }),
        },
        Mail {
            name: job::ANSWER,
            one_for_all: false,
            send: |app, job| Box::pin(async move { job::send_answer(&app, &job).await }),
        },
        Mail {
            name: nobody::ANSWER,
            one_for_all: false,
            send: |app, job| Box::pin(async move { nobody::answer(&app, &job).await }),
        },
        Mail {
            name: pause::END,
            one_for_all: false,
            send: |app, job| Box::pin(async move { pause::end(&app, &job).await }),
        },
        Mail {
            name: target::TARGET,
            one_for_all: false,
            send: |app, job| Box::pin(async move { target::tell(&app, &job).await }),
        },
        Mail {
            name: alarm::LATE,
            one_for_all: false,
            send: |app, job| Box::pin(async move { alarm::send(&app, &job).await }),
        },
    ],
    ..Service::new("rights", KINDS)
};

const KINDS: &[Kind] = &[
    Kind {
        name: cases::KIND,
        fields: &[
            "type",
            "text",
            "channel",
            "contact",
            "language",
            "matched",
            "behalf",
            "subject",
            "mandate",
            "mandate-seen",
            "reply",
            "reply-document",
            "owner",
            "asked",
            "answered",
            "sent-by",
            requests::PURPOSE,
        ],
        needed: &["type", "channel", "matched"],
        events: &["decided"],
    },
    Kind {
        name: requests::ANSWER,
        fields: &["decision", "ground", "text", "letter"],
        needed: &["decision", "ground", "text", "letter"],
        events: &[],
    },
    Kind {
        name: cases::NOTE,
        fields: &["text", "author"],
        needed: &["text", "author"],
        events: &[],
    },
    Kind { name: PACKAGE, fields: &["file-key"], needed: &["file-key"], events: &[] },
    Kind {
        name: DISCLOSURE,
        fields: &[
            "recipient",
            "purpose",
            "ground",
            "reference",
            "items",
            "document",
            "handler",
            "approver",
            "about",
            "requester",
            "matter",
            "urgency",
        ],
        needed: &["recipient", "purpose", "ground", "reference", "items"],
        events: &[],
    },
    // Older notices do not have it: then nothing is held in the console.
    Kind {
        name: HOLD,
        fields: &["ground", "matter", "recipient", "reason", "items", "about", "handler"],
        needed: &[],
        events: &["decided"],
    },
    Kind {
        name: TELLING,
        fields: &["recipient", "change", "items", "disclosed", "how", "reason", "handler"],
        needed: &["recipient", "change", "items", "disclosed", "how", "reason"],
        events: &["decided"],
    },
];

fn routes() -> Router<Arc<App>> {
    own::routes()
        .merge(request::routes())
        .merge(openness::routes())
        .merge(desk::routes())
        .merge(disclosures::routes())
        .merge(holds::routes())
        .merge(telling::routes())
        .merge(letter::routes())
}

/// Leave for a person to use their own rights.
fn person_access(app: &App, person: PersonId, action: Action) -> Result<Access, Fault> {
    app.engine.access(&app.register()?.notice.id, Actor::Person(person), RIGHTS, action)
}

/// Whether a person's data can be restricted (Art. 18). Not those of a member of staff: nobody could
/// sign in with an account that is only stored.
async fn may_restrict(app: &App, person: PersonId) -> Result<bool, Fault> {
    Ok(app.staff.directory.of(app, person).await?.is_none())
}

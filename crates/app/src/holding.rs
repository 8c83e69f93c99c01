//! Holds as pages of records show them: what keeps a record from erasure, and the way to set a hold.

use maud::{Markup, html};
use seloste_kernel::{RecordId, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{Action, Held, RIGHTS, declared_grounds};
use seloste_web::Ctx;

use crate::app::App;
use crate::console::Staff;
use crate::erasing;
use crate::sentences::begun;

/// All holds that stand.
pub const PATH: &str = "/hallinta/esteet";

/// Where a hold is set on a record.
pub fn way_to(record: RecordId) -> String {
    format!("{PATH}/uusi/{record}")
}

/// The way to keep a record from erasure, as a line of a list, for whoever decides requests.
pub fn way(ctx: &Ctx, app: &App, staff: &Staff, record: RecordId) -> Markup {
    let declared = app.register().is_ok_and(|now| !declared_grounds(&now.notice).is_empty());
    html! {
        @if declared && staff.may(app, RIGHTS, Action::DecideRequests) {
            li { a href=(ctx.href(&way_to(record))) { (ctx.say("holds-way")) } }
        }
    }
}

/// What keeps a record, each with the fields that it keeps and its end.
pub fn told(ctx: &Ctx, notice: &Notice, kind: &str, held: &[Held]) -> Vec<(String, Markup)> {
    let one = |hold: &Held| {
        let ground = erasing::ground_name(notice, kind, &hold.ground, ctx.lang);
        let fields = fields(ctx, notice, kind, &hold.fields);
        let told = html! { (begun(&ground)) br; (fields) br; (until(ctx, hold.until)) };
        (ctx.say("records-held"), told)
    };
    held.iter().map(one).collect()
}

/// Which of a record's fields something keeps.
pub fn fields(ctx: &Ctx, notice: &Notice, kind: &str, fields: &[String]) -> String {
    match erasing::field_names(notice, kind, fields, ctx.lang) {
        names if names.is_empty() => ctx.say("records-all-fields"),
        names => names,
    }
}

/// Until when something is kept, if anybody knows.
pub fn until(ctx: &Ctx, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => ctx.say_with("records-until", &[("date", ctx.date(at).into())]),
        None => ctx.say("records-until-open"),
    }
}

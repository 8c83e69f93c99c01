//! The services that a notice can switch on. One folder each; none knows another.

use std::sync::Arc;

use axum::Router;
use seloste_kernel::{Fault, FaultKind};
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Keep, Notice};

use crate::app::App;

pub mod feedback;
pub mod rights;
pub mod staff;

/// One kind of record that a service's code writes and reads.
pub struct Kind {
    /// Its name, as in the notice.
    pub name: &'static str,
    /// Every field that the code knows. The notice may leave out those not needed.
    pub fields: &'static [&'static str],
    /// Fields without which the service cannot work.
    pub needed: &'static [&'static str],
    /// Events from which keeping can be counted, beside the writing itself.
    pub events: &'static [&'static str],
}

/// One service.
pub struct Service {
    /// Its name, as in the notice.
    pub name: &'static str,
    /// What it collects.
    pub kinds: &'static [Kind],
    /// Its pages and interfaces.
    pub routes: fn() -> Router<Arc<App>>,
}

/// Every service of the program.
pub const ALL: &[&Service] = &[&feedback::SERVICE, &rights::SERVICE, &staff::SERVICE];

/// Compares the notice with the code both ways: everything declared must be known, everything
/// that a declared service needs must be declared. Nothing undeclared exists, and nothing
/// declared is an empty word.
///
/// # Errors
/// `RefusedByPromise` naming the first difference.
pub fn compare(notice: &Notice) -> Result<(), Fault> {
    for declared in &notice.services {
        let Some(service) = ALL.iter().find(|service| service.name == declared.name) else {
            return Err(difference(notice, "service", &declared.name));
        };
        for collect in &declared.collects {
            let Some(kind) = service.kinds.iter().find(|kind| kind.name == collect.kind) else {
                return Err(difference(notice, "kind", &collect.kind));
            };
            if let Some(field) =
                collect.fields.iter().find(|field| !kind.fields.contains(&field.name.as_str()))
            {
                return Err(difference(
                    notice,
                    "field",
                    &format!("{}.{}", collect.kind, field.name),
                ));
            }
            if let Some(field) = kind.needed.iter().find(|field| collect.field(field).is_none()) {
                return Err(difference(
                    notice,
                    "needed-field",
                    &format!("{}.{field}", collect.kind),
                ));
            }
            if let Some(Keep::For { from, .. }) = &collect.keep
                && !kind.events.contains(&from.as_str())
                && !AT_WRITING.contains(&from.as_str())
            {
                return Err(difference(notice, "event", &format!("{}.{from}", collect.kind)));
            }
        }
        if let Some(kind) = service
            .kinds
            .iter()
            .find(|kind| !declared.collects.iter().any(|collect| collect.kind == kind.name))
        {
            return Err(difference(notice, "needed-kind", kind.name));
        }
    }
    Ok(())
}

fn difference(notice: &Notice, what: &'static str, name: &str) -> Fault {
    Fault::new(FaultKind::RefusedByPromise, "fault-notice-and-program-differ")
        .with("promise", format!("{}.kinds", notice.id))
        .with("what", what)
        .with("name", name)
}

//! Staff work from inside the European Economic Area. To look at data from elsewhere is to take them
//! there (GDPR Art. 44), so a notice with `transfers none` rules that out too; one that declares
//! transfers lets staff work in those countries as well.
//!
//! The country comes from a table in the program, made of what the regional registries of addresses
//! publish. No address reaches this code, and the country is kept nowhere.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use seloste_kernel::{Fault, FaultKind};
use seloste_notice::grammar::in_eea;
use seloste_notice::model::{Notice, Transfers};
use seloste_web::{Ctx, Failed, Whence};

use crate::app::App;

/// Codes of registries for places inside the EEA that its list of states does not name: Åland, the
/// outermost regions of France, and blocks given to the European Union as a whole.
const INSIDE_TOO: [&str; 8] = ["AX", "EU", "GF", "GP", "MF", "MQ", "RE", "YT"];

/// Keeps every page of the console, the sign-in among them, from who is elsewhere.
pub async fn keep_inside(
    State(app): State<Arc<App>>,
    ctx: Ctx,
    request: Request,
    next: Next,
) -> Response {
    let console = ctx.path == "/hallinta" || ctx.path.starts_with("/hallinta/");
    if console && let Err(fault) = allow(&app, ctx.whence) {
        return Failed::from(fault).into_response();
    }
    next.run(request).await
}

/// Whether staff may work from there.
///
/// # Errors
/// `RefusedByPromise` naming the country, or that none is known; when nothing is published.
pub fn allow(app: &App, whence: Whence) -> Result<(), Fault> {
    let refused = judge(&app.register()?.notice, whence);
    if refused.is_err() {
        // Neither the address nor the country: one of a small place points to a person.
        tracing::warn!(
            "a page of the console was refused to somebody outside the declared countries"
        );
    }
    refused
}

/// What the notice says of staff who work from there.
///
/// # Errors
/// `RefusedByPromise` naming the country, or that none is known.
pub fn judge(notice: &Notice, whence: Whence) -> Result<(), Fault> {
    let (promise, declared) = match &notice.transfers {
        Transfers::None => ("transfers.none", &[][..]),
        Transfers::Declared(transfers) => ("recipients.closed", &transfers[..]),
        // Never published: the checker asks for one or the other.
        Transfers::Silent => return Err(Fault::new(FaultKind::Forbidden, "fault-forbidden")),
    };
    let promise = format!("{}.{promise}", notice.id);
    match whence {
        Whence::Near => Ok(()),
        Whence::Country(country)
            if in_eea(country)
                || INSIDE_TOO.contains(&country)
                || declared.iter().any(|transfer| transfer.country == country) =>
        {
            Ok(())
        }
        Whence::Country(country) => {
            Err(Fault::refused("fault-abroad", promise).with("country", country))
        }
        Whence::Unknown => Err(Fault::refused("fault-whence-unknown", promise)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(transfers: &str) -> Notice {
        let text = include_str!("../../../../notices/feedback.kdl");
        assert!(text.contains("transfers none"));
        seloste_notice::read(&text.replace("transfers none", transfers), "notice.kdl").notice
    }

    fn country_of(address: &str) -> Whence {
        Whence::of(address.parse().unwrap(), iptocc::country_code)
    }

    #[test]
    fn only_the_declared_countries_are_let_in() {
        let none = notice("transfers none");
        for inside in ["FI", "SE", "IS", "LI", "NO", "AX", "EU", "RE"] {
            judge(&none, Whence::Country(inside)).unwrap();
        }
        judge(&none, Whence::Near).unwrap();
        for outside in ["US", "GB", "CH", "RU", "SJ", "JP", "XX"] {
            let fault = judge(&none, Whence::Country(outside)).unwrap_err();
            assert_eq!((fault.key(), fault.arg("country")), ("fault-abroad", Some(outside)));
            assert_eq!(fault.arg("promise"), Some("palaute.transfers.none"));
        }
        assert_eq!(judge(&none, Whence::Unknown).unwrap_err().key(), "fault-whence-unknown");
        let declared =
            r#"transfers { transfer "Esimerkkipalvelin Oy" country="US" mechanism="adequacy" }"#;
        let some = notice(declared);
        judge(&some, Whence::Country("US")).unwrap();
        judge(&some, Whence::Country("FI")).unwrap();
        assert!(judge(&some, Whence::Country("JP")).is_err());
        assert!(judge(&some, Whence::Unknown).is_err());
        assert!(judge(&notice(""), Whence::Country("FI")).is_err());
    }

    #[test]
    fn the_table_knows_countries_and_its_own_limits() {
        assert_eq!(country_of("193.166.3.2"), Whence::Country("FI"));
        assert_eq!(country_of("2001:708::1"), Whence::Country("FI"));
        assert_eq!(country_of("8.8.8.8"), Whence::Country("US"));
        assert_eq!(country_of("2001:4860:4860::8888"), Whence::Country("US"));
        // Kept for documentation, given to nobody.
        assert_eq!(country_of("192.0.2.1"), Whence::Unknown);
        assert_eq!(country_of("2001:db8::1"), Whence::Unknown);
    }
}

//! `/hallinta/kayttoonotto`: what is set on the server, and how. The settings are shown as they
//! stand in the file that every installation gets.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};
use seloste_kernel::Fault;
use seloste_register::{Action, SECURITY};
use seloste_web::components::{Tone, note};
use seloste_web::{Answer, Ctx, Link, Page};

use super::Staff;
use crate::app::App;
use crate::cli::SETTINGS;
use crate::proofs::facts::{Connection, connection};

pub(super) const PATH: &str = "/hallinta/kayttoonotto";

/// The part about the address and its encryption.
pub(super) const CONNECTION: &str = "osoite";
/// The part about mail.
pub(super) const MAIL: &str = "posti";
/// The part about backups.
pub(super) const BACKUPS: &str = "varmuuskopiot";

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    staff.access(&app, SECURITY, Action::ManageUsers)?;
    let settings = &app.installation.settings;
    let (mail, backups) = (app.mailer.host().is_some(), settings.backup.folder.is_some());
    let encrypted = connection(&app, ctx.now) == Connection::Encrypted;
    let behind = [key("public-url"), key("trusted-proxies")].join("\n");
    let body = html! {
        (part(&ctx, (CONNECTION, "console-set-up-connection"), encrypted, &behind))
        p { (ctx.say("console-set-up-connection-own")) }
        pre tabindex="0" { code translate="no" { (key("public-url")) "\n\n" (section("tls")) } }
        (part(&ctx, (MAIL, "console-set-up-mail"), mail, &section("mail")))
        (part(&ctx, (BACKUPS, "console-set-up-backups"), backups, &section("backup")))
    };
    Ok(Page::new(ctx.say("console-set-up"), body)
        .lead(ctx.say("console-set-up-lead"))
        .trail(vec![Link::new("/hallinta", ctx.say("nav-console"))])
        .render(&ctx))
}

fn part(ctx: &Ctx, (id, key): (&str, &str), set: bool, lines: &str) -> Markup {
    html! {
        h2 #(id) { (ctx.say(key)) }
        @if set { (note(Tone::Good, &ctx.say("console-set-up-set"), html! {})) }
        p { (ctx.say(&format!("{key}-what"))) }
        pre tabindex="0" { code translate="no" { (lines) } }
        p { (ctx.say(&format!("{key}-then"))) }
    }
}

/// A line of the settings file as it is delivered, put into force.
fn key(name: &str) -> &'static str {
    let begins = format!("# {name} =");
    let line = SETTINGS.lines().find(|line| line.starts_with(&begins));
    line.and_then(|line| line.strip_prefix("# ")).unwrap_or_default()
}

/// A section of the settings file as it is delivered, put into force.
fn section(name: &str) -> String {
    let begins = format!("# [{name}]");
    let lines = SETTINGS.lines().skip_while(|line| **line != begins);
    let lines =
        lines.take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("# "));
    lines.collect::<Vec<_>>().join("\n")
}

/// A mail server that the notice names although no letter leaves: none is set up, or a folder for trying
/// out takes them.
pub(super) fn host_without_mail(app: &App) -> Result<Option<String>, Fault> {
    let register = app.register()?;
    let named = register.notice.mail_hosts().next();
    Ok(named.filter(|_| app.mailer.host().is_none()).map(|host| host.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::{key, section};

    #[test]
    fn the_sections_are_settings() {
        let first = format!("{}\n{}", key("public-url"), key("trusted-proxies"));
        let text = [first, section("tls"), section("mail"), section("backup")].join("\n");
        let settings = toml::from_str::<crate::settings::Settings>(&text).unwrap();
        assert!(settings.public_url.is_some() && settings.tls.is_some());
        assert_eq!(settings.trusted_proxies.len(), 1);
        assert!(settings.mail.unwrap().relay.is_some() && settings.backup.folder.is_some());
    }
}

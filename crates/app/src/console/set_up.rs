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

pub(super) const PATH: &str = "/hallinta/kayttoonotto";

/// The part about mail.
pub(super) const MAIL: &str = "posti";
/// The part about backups.
pub(super) const BACKUPS: &str = "varmuuskopiot";

pub(super) async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    staff.access(&app, SECURITY, Action::ManageUsers)?;
    let settings = &app.installation.settings;
    let (mail, backups) = (settings.mail.is_some(), settings.backup.folder.is_some());
    let body = html! {
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

/// A section of the settings file as it is delivered, put into force.
fn section(name: &str) -> String {
    let begins = format!("# [{name}]");
    let lines = SETTINGS.lines().skip_while(|line| **line != begins);
    let lines =
        lines.take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("# "));
    lines.collect::<Vec<_>>().join("\n")
}

/// A mail server that the notice names although no mail is set up.
pub(super) fn host_without_mail(app: &App) -> Result<Option<String>, Fault> {
    let register = app.register()?;
    let named = register.notice.mail_hosts().next();
    Ok(named.filter(|_| !app.mailer.is_ready()).map(|host| host.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::section;

    #[test]
    fn the_sections_are_settings() {
        let text = [section("mail"), section("backup")].join("\n");
        let settings = toml::from_str::<crate::settings::Settings>(&text).unwrap();
        assert!(settings.mail.unwrap().relay.is_some() && settings.backup.folder.is_some());
    }
}

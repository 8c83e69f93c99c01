//! What is still to be done before everything that the notice promises can be kept: each step with
//! a link to where it is done, for those who may do it.

use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::Fault;
use seloste_register::{Action, RIGHTS, SECURITY};
use seloste_web::Ctx;

use super::{Staff, accounts, promises, set_up};
use crate::app::App;
use crate::delivered;
use crate::jobs::backup;
use crate::proofs::facts::{Connection, connection};
use crate::services::rights::{RECIPIENTS, recipients_untold};
use crate::services::staff::{Account, State};

/// A backup is made every day; one that is older than this was missed.
const BACKUP_LATE: SignedDuration = SignedDuration::from_hours(48);

/// One thing to do.
pub(super) struct Step {
    what: String,
    why: String,
    at: String,
}

impl Step {
    /// About so many of something.
    fn counted(ctx: &Ctx, key: &str, count: usize, at: impl Into<String>) -> Self {
        let what = ctx.say_with(key, &[("count", count.into())]);
        Self { what, why: ctx.say(&format!("{key}-why")), at: at.into() }
    }

    /// About one thing that has a name.
    fn named(ctx: &Ctx, key: &str, name: &str, value: &str, at: impl Into<String>) -> Self {
        let what = ctx.say_with(key, &[(name, value.into())]);
        let why = ctx.say_with(&format!("{key}-why"), &[(name, value.into())]);
        Self { what, why, at: at.into() }
    }

    fn plain(ctx: &Ctx, key: &str, at: impl Into<String>) -> Self {
        Self { what: ctx.say(key), why: ctx.say(&format!("{key}-why")), at: at.into() }
    }
}

/// The steps as a list of links.
pub(super) fn list(ctx: &Ctx, steps: &[Step]) -> Markup {
    html! {
        ol.next {
            @for step in steps {
                li { a href=(ctx.href(&step.at)) { (step.what) } p.quiet { (step.why) } }
            }
        }
    }
}

/// What whoever is signed in may do and has not done.
///
/// # Errors
/// When the store fails.
pub(super) async fn of(ctx: &Ctx, app: &App, staff: &Staff) -> Result<Vec<Step>, Fault> {
    let mut steps = Vec::new();
    if staff.may(app, SECURITY, Action::ManageUsers) {
        invented(ctx, app, &mut steps)?;
    }
    words(ctx, app, staff, &mut steps).await?;
    if staff.may(app, RIGHTS, Action::DecideRequests) {
        let late = recipients_untold(app, ctx.now).await?;
        if late > 0 {
            steps.push(Step::counted(ctx, "console-step-recipients", late, RECIPIENTS));
        }
    }
    if staff.may(app, SECURITY, Action::ManageUsers) {
        contact(ctx, app, &mut steps).await?;
        invited(ctx, app, &mut steps).await?;
        // The demonstration goes with its folder.
        if !ctx.kit.is_demo() {
            operations(ctx, app, &mut steps).await?;
        }
    }
    Ok(steps)
}

/// People would turn to somebody who does not exist.
fn invented(ctx: &Ctx, app: &App, steps: &mut Vec<Step>) -> Result<(), Fault> {
    let notice = &app.register()?.notice;
    if !ctx.kit.is_demo() && delivered::is_invented(notice) {
        let name = &notice.controller.name;
        steps.push(Step::named(ctx, "console-step-invented", "name", name, "/tietosuoja"));
    }
    Ok(())
}

/// Words that only this person's role can give.
async fn words(ctx: &Ctx, app: &App, staff: &Staff, steps: &mut Vec<Step>) -> Result<(), Fault> {
    let register = app.register()?;
    let given = app.engine.attestations(&register.notice.id).await?;
    let stands = |name: &str| given.iter().any(|word| word.name == name && word.until > ctx.now);
    let due = register.notice.attestations.iter().filter(|of| !stands(&of.name));
    let due = due.filter(|measure| promises::voucher(app, staff, measure).is_ok());
    let due: Vec<&str> = due.map(|of| of.name.as_str()).collect();
    let Some(first) = due.first() else { return Ok(()) };
    // Whoever may not see the board goes from one to the next.
    let at = match promises::leave(app, staff, Action::SeeEvidence) {
        Ok(_) => format!("{}#{}", promises::PATH, promises::WORDS),
        Err(_) => format!("{}/vahvista/{first}", promises::PATH),
    };
    steps.push(Step::counted(ctx, "console-step-words", due.len(), at));
    Ok(())
}

/// The account of the person whom the notice names.
async fn contact(ctx: &Ctx, app: &App, steps: &mut Vec<Step>) -> Result<(), Fault> {
    let register = app.register()?;
    let Some(user) = register.notice.contact.as_ref().and_then(|of| of.user.clone()) else {
        return Ok(());
    };
    let all = app.staff.directory.all(app).await?;
    let theirs = all.iter().find(|account| account.has_username(&user));
    let step = match theirs {
        None => Step::named(ctx, "console-step-contact", "user", &user, accounts::INVITE_CONTACT),
        Some(account) if account.state == State::Closed => {
            let at = accounts::path_of(account.record);
            Step::named(ctx, "console-step-contact-closed", "user", &user, at)
        }
        Some(_) => return Ok(()),
    };
    steps.push(step);
    Ok(())
}

/// Invitations that nobody has used.
async fn invited(ctx: &Ctx, app: &App, steps: &mut Vec<Step>) -> Result<(), Fault> {
    let all = app.staff.directory.all(app).await?;
    let waiting: Vec<&Account> =
        all.iter().map(AsRef::as_ref).filter(|account| account.state == State::Invited).collect();
    let at = match waiting[..] {
        [] => return Ok(()),
        [one] => accounts::path_of(one.record),
        _ => accounts::PATH.to_owned(),
    };
    steps.push(Step::counted(ctx, "console-step-invited", waiting.len(), at));
    Ok(())
}

/// What is set on the server.
async fn operations(ctx: &Ctx, app: &App, steps: &mut Vec<Step>) -> Result<(), Fault> {
    if connection(app, ctx.now) != Connection::Encrypted {
        let at = format!("{}#{}", set_up::PATH, set_up::CONNECTION);
        steps.push(Step::named(ctx, "console-step-connection", "address", ctx.kit.base(), at));
    }
    if let Some(host) = set_up::host_without_mail(app)? {
        let at = format!("{}#{}", set_up::PATH, set_up::MAIL);
        steps.push(Step::named(ctx, "console-step-mail", "host", &host, at));
    }
    let at = format!("{}#{}", set_up::PATH, set_up::BACKUPS);
    if app.installation.settings.backup.folder.is_none() {
        steps.push(Step::plain(ctx, "console-step-backups", at));
    } else if backup::is_others(app) {
        steps.push(Step::plain(ctx, "console-step-backups-others", at));
    } else if backup::damaged(app).await? > 0 {
        steps.push(Step::plain(ctx, "console-step-backups-damaged", at));
    } else {
        let last = app.engine.last_finished(backup::NAME).await?;
        if last.is_some_and(|last| ctx.now.duration_since(last) > BACKUP_LATE) {
            steps.push(Step::plain(ctx, "console-step-backups-late", at));
        }
    }
    Ok(())
}

//! Withdrawing the consents of a person (Art. 7(3)).

use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind, PersonId, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Action, Going};
use seloste_web::Ctx;
use seloste_web::components::{Tone, button_danger, note, post_button};

use super::{own, person_access};
use crate::app::App;
use crate::looks;
use crate::sentences::text;

/// Where a person withdraws: the page of their only consent, or where they choose among several.
///
/// # Errors
/// When the store fails.
pub async fn page(app: &Arc<App>, person: PersonId) -> Result<String, Fault> {
    let access = person_access(app, person, Action::Read)?;
    let records = app.engine.all_of(&access, person).await?;
    let mut given = records.iter().flat_map(|record| {
        record.consents.iter().map(|consent| (record.id, consent.purpose.clone()))
    });
    Ok(match (given.next(), given.next()) {
        (Some((record, purpose)), None) => format!("/oma/tieto/{record}/peru/{purpose}"),
        _ => own::PATH.to_owned(),
    })
}

/// What is shown before a consent is withdrawn, wherever its button stands: what goes, and the
/// press that does it.
///
/// # Errors
/// As [`seloste_register::Engine::plan_withdrawal`].
pub async fn before(
    ctx: &Ctx,
    app: &App,
    access: &Access,
    (record, purpose): (RecordId, &str),
    (form, path): (&str, &str),
) -> Result<Markup, Fault> {
    let notice = &access.register().notice;
    let going = app.engine.plan_withdrawal(access, record, Some(purpose)).await?;
    Ok(html! {
        p { (looks::purpose(ctx, notice, purpose)) }
        h2 { (ctx.say("rights-withdraw-goes")) }
        ul { @for one in names(ctx, notice, &going) { li { (one) } } }
        (note(Tone::Warning, &ctx.say("rights-withdraw-warning"), html! { p { (ctx.say("rights-withdraw-text")) } }))
        (post_button(ctx, form, path, button_danger(&ctx.say("rights-withdraw"))))
    })
}

/// What goes, in the notice's words: fields of a record, or the record as a whole.
fn names(ctx: &Ctx, notice: &Notice, going: &[Going]) -> Vec<String> {
    let mut names = Vec::new();
    for one in going {
        let Some(kind) = notice.kind(&one.kind) else { continue };
        if one.fields.is_empty() {
            names.push(text(&kind.title, ctx.lang));
        }
        // In the order in which they were asked.
        let gone = kind.fields.iter().filter(|field| one.fields.contains(&field.name));
        names.extend(gone.map(|field| text(&field.label, ctx.lang)));
    }
    names
}

/// Withdraws every consent of a person; says how many fields and records went.
///
/// # Errors
/// As [`seloste_register::Engine::withdraw`].
pub async fn withdraw_all(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
) -> Result<usize, Fault> {
    let mut gone = 0;
    for record in app.engine.all_of(access, person).await? {
        for consent in &record.consents {
            match app.engine.withdraw(access, record.id, &consent.purpose).await {
                Ok(done) => gone += done.fields.len() + done.erased.len(),
                // A whole that went took its parts along.
                Err(fault) if fault.kind() == FaultKind::NotFound => {}
                Err(fault) => return Err(fault),
            }
        }
    }
    Ok(gone)
}

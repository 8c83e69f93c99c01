//! What people see before they withdraw a consent (Art. 7(3)), wherever its button stands.

use maud::{Markup, html};
use seloste_kernel::{Fault, RecordId};
use seloste_notice::model::Notice;
use seloste_register::{Access, Going};
use seloste_web::Ctx;
use seloste_web::components::{Tone, button_danger, note, post_button};

use crate::app::App;
use crate::looks;
use crate::sentences::text;

/// What goes, and the press that does it.
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
        ul { @for one in names(ctx, notice, &going, |one| (one.whole, &one.fields)) { li { (one) } } }
        @let held = names(ctx, notice, &going, |one| (false, &one.held));
        @if !held.is_empty() {
            h2 { (ctx.say("rights-withdraw-held")) }
            ul { @for one in &held { li { (one) } } }
            p { (ctx.say("rights-withdraw-held-text")) }
        }
        (note(Tone::Warning, &ctx.say("rights-withdraw-warning"), html! { p { (ctx.say("rights-withdraw-text")) } }))
        (post_button(ctx, form, path, button_danger(&ctx.say("rights-withdraw"))))
    })
}

/// Fields of a record, or the record as a whole, in the notice's words.
fn names<'a>(
    ctx: &Ctx,
    notice: &Notice,
    going: &'a [Going],
    which: impl Fn(&'a Going) -> (bool, &'a Vec<String>),
) -> Vec<String> {
    let mut names = Vec::new();
    for one in going {
        let Some(kind) = notice.kind(&one.kind) else { continue };
        let (whole, fields) = which(one);
        if whole {
            names.push(text(&kind.title, ctx.lang));
        }
        // In the order in which they were asked.
        let gone = kind.fields.iter().filter(|field| fields.contains(&field.name));
        names.extend(gone.map(|field| text(&field.label, ctx.lang)));
    }
    names
}

//! What was published is what is kept, also by a later program: where this one reads less, or
//! something else, out of the notice in force than was promised, it does not serve.

use seloste_kernel::{Fault, FaultKind};

use crate::app::App;
use crate::sentences::text;

/// Compares the promises of the version in force with those that were published.
///
/// # Errors
/// `RefusedByPromise`, with the first promise that is not the same.
pub async fn refuse_weakened(app: &App) -> Result<(), Fault> {
    let register = app.register()?;
    let Some((promise, why)) = app.engine.weakened(&register).await? else { return Ok(()) };
    let lang = register.notice.languages.first().copied().unwrap_or_default();
    let sentence = text(&promise.sentence, lang);
    Err(Fault::new(FaultKind::RefusedByPromise, "fault-promise-weakened")
        .with("promise", promise.id)
        .with("why", why.name())
        .with("sentence", sentence))
}

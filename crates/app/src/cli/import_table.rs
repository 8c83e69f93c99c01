//! A table of records for `seloste import --kind`; the same tables come in on a page of the console.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind};
use seloste_register::Action;

use crate::app::App;
use crate::output::{Ending, Output};
use crate::services::records::table::{self, Wrong};
use crate::services::records::{self, At};
use crate::words::say_with;

/// Takes a table in; the whole of it or nothing.
///
/// # Errors
/// `BadRequest` for what is no table; `NotFound` for a kind that no register of the notice has, or
/// that hangs on another.
pub async fn run(
    app: &Arc<App>,
    (bytes, kind): (&[u8], &str),
    output: &mut Output,
) -> Result<Ending, Fault> {
    let at = At::of_kind(app, kind)?;
    if at.kind.part_of.is_some() {
        let fault = Fault::new(FaultKind::Invalid, "fault-import-part");
        return Err(fault.with("kind", kind));
    }
    let table = table::read(bytes)?;
    let wrong = table::check(&at.register.notice, &at.kind, &table, output.lang);
    if !wrong.is_empty() {
        return refuse(&wrong, output);
    }
    let purpose = records::purposes(&at.register.notice, &at.kind).into_iter().next();
    let purpose = purpose.ok_or_else(Fault::not_found)?;
    let id = &at.register.notice.id;
    let access = app.engine.access(id, Actor::Operator, purpose, Action::Collect)?;
    let count = app.engine.take_in(&access, table::drafts(&at, &table), bytes).await?;
    if output.is_json() {
        output.json(&serde_json::json!({ "ok": true, "records": count }))?;
    } else {
        output.line(say_with(
            output.lang,
            "cli-import-table-done",
            &[("count", count.to_string())],
        ));
    }
    Ok(Ending::Ok)
}

fn refuse(wrong: &[Wrong], output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        let all: Vec<_> = wrong
            .iter()
            .map(
                |one| serde_json::json!({ "line": one.line, "field": one.field, "what": one.what }),
            )
            .collect();
        output.json(&serde_json::json!({ "ok": false, "findings": all }))?;
        return Ok(Ending::Findings);
    }
    let args = [("count", wrong.len().to_string())];
    output.line(say_with(output.lang, "cli-import-table-refused", &args));
    for Wrong { line, field, what } in wrong {
        let args = [("line", line.to_string()), ("field", field.clone()), ("what", what.clone())];
        output.line(format!("  {}", say_with(output.lang, "cli-import-finding", &args)));
    }
    Ok(Ending::Findings)
}

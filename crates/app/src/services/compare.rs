//! The notice beside the code: everything declared must be known, everything that a declared
//! service needs must be declared. Nothing undeclared exists, and nothing declared is an empty word.

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::Finding;
use seloste_notice::checks;
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Collect, Keep, Notice, Span};

use super::{ALL, Kind, records};

/// One thing that the notice says and the program does not know, or needs and does not find.
struct Difference {
    what: &'static str,
    name: String,
    span: Span,
    /// What the program knows instead.
    known: String,
}

/// Refuses a notice that differs from the program.
///
/// # Errors
/// `RefusedByPromise` naming the first difference.
pub fn compare(notice: &Notice) -> Result<(), Fault> {
    let Some(first) = differences(notice).into_iter().next() else { return Ok(()) };
    Err(Fault::new(FaultKind::RefusedByPromise, "fault-notice-and-program-differ")
        .with("promise", format!("{}.kinds", notice.id))
        .with("what", first.what)
        .with("name", first.name))
}

/// All differences, each with its line.
pub fn findings(notice: &Notice) -> Vec<Finding> {
    let found = |one: Difference| checks::differs(one.span, one.what, &one.name, &one.known);
    differences(notice).into_iter().map(found).collect()
}

fn differences(notice: &Notice) -> Vec<Difference> {
    let mut found = Vec::new();
    for declared in &notice.services {
        let Some(service) = ALL.iter().find(|service| service.runs(declared)) else {
            found.push(Difference {
                what: "service",
                name: declared.name.clone(),
                span: declared.span,
                known: joined(
                    ALL.iter().filter(|known| !known.kinds_of_notice).map(|known| known.name),
                ),
            });
            continue;
        };
        if service.kinds_of_notice {
            declared.collects.iter().for_each(|collect| of_notice(collect, &mut found));
            continue;
        }
        let kinds = || joined(service.kinds.iter().map(|kind| kind.name));
        for collect in &declared.collects {
            match service.kinds.iter().find(|kind| kind.name == collect.kind) {
                Some(kind) => of_kind(kind, collect, &mut found),
                None => found.push(Difference {
                    what: "kind",
                    name: collect.kind.clone(),
                    span: collect.span,
                    known: kinds(),
                }),
            }
        }
        let there = |name: &str| declared.collects.iter().any(|collect| collect.kind == name);
        let needed = |kind: &&Kind| !kind.needed.is_empty() && !there(kind.name);
        found.extend(service.kinds.iter().filter(needed).map(|kind| Difference {
            what: "needed-kind",
            name: kind.name.to_owned(),
            span: declared.span,
            known: kinds(),
        }));
    }
    found
}

/// A kind of the notice's own making: its name must not be one that the code means something by, and
/// somebody must be able to say that the events have come from which something is counted.
fn of_notice(collect: &Collect, found: &mut Vec<Difference>) {
    let codes = ALL.iter().flat_map(|service| service.kinds).map(|kind| kind.name);
    if codes.clone().any(|name| name == collect.kind) {
        let (name, span) = (collect.kind.clone(), collect.span);
        found.push(Difference { what: "taken", name, span, known: joined(codes) });
    }
    let keep = match &collect.keep {
        Some(Keep::For { from, .. }) => Some(from),
        _ => None,
    };
    let unknown = |from: &&String| {
        !records::EVENTS.contains(&from.as_str()) && !AT_WRITING.contains(&from.as_str())
    };
    let all = keep.into_iter().chain(collect.floors.iter().map(|floor| &floor.from));
    for from in all.filter(unknown) {
        let name = format!("{}.{from}", collect.kind);
        let known = joined(AT_WRITING.iter().chain(records::EVENTS).copied());
        found.push(Difference { what: "event", name, span: collect.span, known });
    }
}

fn of_kind(kind: &Kind, collect: &Collect, found: &mut Vec<Difference>) {
    let within = |name: &str| format!("{}.{name}", collect.kind);
    let fields = || joined(kind.fields.iter().copied());
    for field in &collect.fields {
        if !kind.fields.contains(&field.name.as_str()) {
            let (name, span) = (within(&field.name), field.span);
            found.push(Difference { what: "field", name, span, known: fields() });
        }
    }
    for field in kind.needed.iter().filter(|field| collect.field(field).is_none()) {
        let (name, span) = (within(field), collect.span);
        found.push(Difference { what: "needed-field", name, span, known: fields() });
    }
    if let Some(Keep::For { from, .. }) = &collect.keep
        && !kind.events.contains(&from.as_str())
        && !AT_WRITING.contains(&from.as_str())
    {
        let known = joined(kind.events.iter().chain(AT_WRITING).copied());
        found.push(Difference { what: "event", name: within(from), span: collect.span, known });
    }
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

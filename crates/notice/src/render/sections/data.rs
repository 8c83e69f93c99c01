//! What: purposes, data, retention, cookies.

use super::some;
use crate::model::{Collect, Field, SESSION_COOKIE, Source};
use crate::promises::phrase::{self, Case};
use crate::promises::{basis_key, slug};
use crate::render::builder::{Builder, words};
use crate::render::tree::{Block, Row, Section, Table};

pub(super) fn purposes(b: &Builder<'_>) -> Section {
    let head = ["column-purpose", "column-basis", "column-ground"];
    let rows: Vec<Row> = b
        .notice
        .purposes
        .iter()
        .map(|purpose| {
            let ground =
                [b.text(&purpose.law), b.text(&purpose.interest), b.text(&purpose.consent)];
            let ground: Vec<&str> = ground.into_iter().filter(|text| !text.is_empty()).collect();
            let ground = if ground.is_empty() { "–".to_owned() } else { ground.join(" ") };
            Row {
                cells: vec![
                    words(b.title(&purpose.text, &purpose.name)),
                    words(b.say(basis_key(purpose.basis), &[])),
                    words(ground),
                ],
                lines: b.line(&format!("purpose.{}", slug(&purpose.name))),
            }
        })
        .collect();
    let table = (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: b.say("caption-purposes", &[]),
            head: head.iter().map(|key| b.say(key, &[])).collect(),
            rows,
        })
    });
    let closed = b.told(|id| id.starts_with("consent.") || id == "purposes.closed");
    let forbidden = b.told(|id| id.starts_with("forbid."));
    let heading = forbidden.is_some().then(|| Block::Heading(b.say("heading-forbidden", &[])));
    b.section("purposes", some([table, closed, heading, forbidden]))
}

pub(super) fn data(b: &Builder<'_>) -> Section {
    let mut blocks = Vec::new();
    for (_, collect) in b.notice.kinds() {
        blocks.push(Block::Heading(b.title(&collect.title, &collect.kind)));
        blocks.extend(b.told(|id| id == format!("source.{}", slug(&collect.kind))));
        blocks.extend(fields(b, collect));
        blocks.extend(b.told(|id| id == format!("kind.{}.closed", slug(&collect.kind))));
        let lookups = format!("field.{}.", slug(&collect.kind));
        blocks.extend(b.told(|id| id.starts_with(&lookups) && id.ends_with(".lookup")));
    }
    blocks.extend(b.told(|id| matches!(id, "records.envelope" | "kinds.closed")));
    b.section("data", blocks)
}

fn fields(b: &Builder<'_>, collect: &Collect) -> Option<Block> {
    // What staff or the program write is not asked of anybody.
    let asked = collect.source == Some(Source::Person);
    let mut head = vec![b.say("column-field", &[]), b.say("column-category", &[])];
    if asked {
        head.push(b.say("column-need", &[]));
    }
    head.push(b.say("column-purposes", &[]));
    let rows: Vec<Row> = collect.fields.iter().map(|f| field(b, collect, f, asked)).collect();
    let caption = b.say("caption-fields", &[("kind", &b.title(&collect.title, &collect.kind))]);
    (!rows.is_empty()).then_some(Block::Table(Table { caption, head, rows }))
}

fn field(b: &Builder<'_>, collect: &Collect, field: &Field, asked: bool) -> Row {
    let category = phrase::known(b.lang, &format!("category-{}", field.category))
        .unwrap_or_else(|| field.category.clone());
    let mut cells = vec![words(b.title(&field.label, &field.name)), words(category)];
    if asked {
        let mut need = match (collect.is_asked(field), field.required) {
            (false, _) => b.say("need-written", &[]),
            (true, true) => b.say("need-required", &[]),
            (true, false) => b.say("need-voluntary", &[]),
        };
        let consequence = b.text(&field.consequence);
        if !consequence.is_empty() {
            need = format!("{need} {consequence}");
        }
        cells.push(words(need));
    }
    cells.push(words(b.purpose_titles(&field.purposes)));
    let id = format!("field.{}.{}.", slug(&collect.kind), slug(&field.name));
    let lines = b.lines(|of| of.starts_with(&id) && !of.ends_with(".lookup"));
    Row { cells, lines }
}

pub(super) fn retention(b: &Builder<'_>) -> Section {
    let own = ["keep.", "erase.", "floor.", "hold.", "anonymise."];
    let keeps = b.told(|id| own.iter().any(|start| id.starts_with(start)));
    let operations = b.told(|id| matches!(id, "sweep" | "backups" | "logs" | "ledger"));
    b.section("retention", some([keeps, operations]))
}

pub(super) fn cookies(b: &Builder<'_>) -> Section {
    let head = ["column-cookie", "column-purpose", "column-lifetime", "column-consent"];
    let rows: Vec<Row> = b
        .notice
        .cookies
        .iter()
        .map(|cookie| {
            let mut lifetime = match cookie.keep {
                Some(keep) => phrase::period(b.lang, keep, Case::Plain),
                None => b.say("cookie-session", &[]),
            };
            if cookie.name == SESSION_COOKIE {
                let idle = phrase::period(b.lang, b.notice.session_times().idle, Case::Plain);
                lifetime = b.say("cookie-idle", &[("lifetime", &lifetime), ("idle", &idle)]);
            }
            let need = if cookie.necessary { "cookie-necessary" } else { "cookie-consent" };
            let text = match &cookie.party {
                Some(party) => {
                    b.say("cookie-party", &[("text", b.text(&cookie.text)), ("party", party)])
                }
                None => b.text(&cookie.text).to_owned(),
            };
            Row {
                cells: vec![
                    words(&cookie.name),
                    words(text),
                    words(lifetime),
                    words(b.say(need, &[])),
                ],
                lines: b.line(&format!("cookie.{}", slug(&cookie.name))),
            }
        })
        .collect();
    let table = (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: b.say("caption-cookies", &[]),
            head: head.iter().map(|key| b.say(key, &[])).collect(),
            rows,
        })
    });
    let closed = b.told(|id| id.starts_with("cookies."));
    let analytics = b.told(|id| id == "analytics" || id.starts_with("analytics."));
    let heading = analytics.is_some().then(|| Block::Heading(b.say("heading-analytics", &[])));
    b.section("cookies", some([table, closed, heading, analytics]))
}

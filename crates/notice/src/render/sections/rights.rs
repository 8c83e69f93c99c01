//! What one can do: rights, withdrawal, complaint; and how the notice itself changes.

use super::some;
use crate::promises::phrase;
use crate::render::authority::supervisor;
use crate::render::builder::{Builder, mail, of_draft, phone, words};
use crate::render::path;
use crate::render::tree::{Block, Inline, Section};

pub(super) fn decisions(b: &Builder<'_>) -> Section {
    b.section("decisions", some([b.told(|id| id.starts_with("automated."))]))
}

pub(super) fn rights(b: &Builder<'_>) -> Section {
    if b.notice.rights.is_empty() {
        return b.section("rights", vec![]);
    }
    let how = Block::Paragraph(vec![
        Inline::text(b.say("rights-how-before", &[])),
        Inline::text(" "),
        b.page("link-own", "/oma"),
        Inline::text(b.say("rights-how-between", &[])),
        Inline::text(" "),
        b.page("link-request", "/pyynto"),
        Inline::text(b.say("rights-how-after", &[])),
    ]);
    // Art. 21(4): brought to attention explicitly, clearly and separately from all else.
    let objection = b.lines(|id| id == "right.objection" || id.starts_with("objected."));
    let objection =
        (!objection.is_empty()).then(|| Block::Callout(b.say("objection-title", &[]), objection));
    let ours = |id: &str| {
        (id.starts_with("right.") || id == "rights.deadline")
            && !matches!(id, "right.complaint" | "right.withdraw-consent")
    };
    b.section("rights", some([objection, b.told(ours), Some(how)]))
}

pub(super) fn withdrawal(b: &Builder<'_>) -> Section {
    let lines = b.told(|id| id == "right.withdraw-consent" || id.starts_with("withdraw."));
    let how = lines.is_some().then(|| {
        Block::Paragraph(vec![
            Inline::text(b.say("withdraw-how", &[])),
            Inline::text(" "),
            b.page("link-own", "/oma"),
            Inline::text("."),
        ])
    });
    b.section("withdrawal", some([lines, how]))
}

pub(super) fn complaint(b: &Builder<'_>) -> Section {
    let right = b.told(|id| id == "right.complaint");
    let code = b.notice.authority.as_ref().map(|authority| authority.code.as_str());
    let Some(of) = code.and_then(supervisor) else {
        return b.section("complaint", some([right, b.told(|id| id == "authority")]));
    };
    let site = b.text(&of.site).to_owned();
    let mut items = vec![b.item("term-authority", words(b.text(&of.name)))];
    if let Some(first) = items.first_mut() {
        first.lines = b.line("authority");
    }
    items.extend([
        b.item("term-visiting", words(b.text(&of.visiting))),
        b.item("term-postal", words(b.text(&of.postal))),
        b.item("term-phone", phone(&of.phone)),
        b.item("term-email", mail(&of.email)),
        b.item("term-site", vec![Inline::Link { text: site.clone(), href: site }]),
    ]);
    let checked = b.say("authority-checked", &[("date", &phrase::date(b.lang, of.checked))]);
    let blocks = [right, Some(Block::Definitions(items)), Some(Block::Paragraph(words(checked)))];
    b.section("complaint", some(blocks))
}

pub(super) fn changes(b: &Builder<'_>) -> Section {
    let meta = b.meta;
    let version = meta.version.to_string();
    let date = phrase::date(b.lang, phrase::day(meta.published));
    let said = b.say(
        of_draft(meta, "changes-version", "changes-draft"),
        &[("version", &version), ("date", &date)],
    );
    let previous = match meta.previous {
        0 => vec![Inline::text(b.say("changes-first", &[]))],
        n => vec![
            Inline::text(phrase::say(b.lang, "changes-previous", &[("n", i64::from(n).into())])),
            Inline::text(" "),
            Inline::Link {
                text: b.say("link-changes", &[]),
                href: path(b.lang, "/tietosuoja/muutokset"),
            },
            Inline::text("."),
        ],
    };
    let mut paragraph = words(said + " ");
    paragraph.extend(previous);
    let hash = b.say("changes-hash", &[("hash", &meta.short_hash())]);
    let lines = b.told(|id| matches!(id, "version" | "review"));
    b.section(
        "changes",
        some([Some(Block::Paragraph(paragraph)), Some(Block::Paragraph(words(hash))), lines]),
    )
}

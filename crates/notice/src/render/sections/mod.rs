//! The sections of a notice, in the order of Art. 13.

mod data;
mod people;
mod rights;

use seloste_kernel::Lang;

use super::builder::{Builder, words};
use super::tree::{Block, Inline, Inlines, Section};
use crate::model::{Keep, Recipient, Transfers};
use crate::promises::phrase::{self, Case};

/// All sections; those with nothing to tell are left out.
pub(super) fn all(b: &Builder<'_>) -> Vec<Section> {
    let mut sections = vec![
        people::controller(b),
        data::purposes(b),
        data::data(b),
        data::retention(b),
        people::recipients(b),
        people::transfers(b),
        data::cookies(b),
        rights::decisions(b),
        people::security(b),
        rights::rights(b),
        rights::withdrawal(b),
        rights::complaint(b),
    ];
    let changes = rights::changes(b);
    // Statements, and whatever no section has told: nothing promised may be left out.
    sections.push(b.section("other", b.told(|_| true).into_iter().collect()));
    sections.push(changes);
    sections.retain(|section| !section.blocks.is_empty());
    sections
}

/// The short layer.
pub(super) fn facts(b: &Builder<'_>) -> Vec<Inlines> {
    let notice = b.notice;
    let list = |items: &[String]| phrase::list(b.lang, items);
    let purposes: Vec<String> = notice
        .purposes
        .iter()
        .map(|p| phrase::quoted(b.lang, &b.title(&p.text, &p.name)))
        .collect();
    let keeps: Vec<String> = notice
        .kinds()
        .filter_map(|(_, collect)| match &collect.keep {
            Some(Keep::For { period, .. }) => Some(b.say(
                "fact-keep-one",
                &[
                    ("kind", &phrase::quoted(b.lang, &b.title(&collect.title, &collect.kind))),
                    ("period", &phrase::period(b.lang, *period, Case::Plain)),
                ],
            )),
            _ => None,
        })
        .collect();
    let recipients: Vec<String> = notice.recipients.iter().map(|r| within(b.lang, r)).collect();
    let mut facts = vec![words(b.say("fact-controller", &[("name", &notice.controller.name)]))];
    if !purposes.is_empty() {
        facts.push(words(b.say("fact-purposes", &[("purposes", &list(&purposes))])));
    }
    if !keeps.is_empty() {
        facts.push(words(b.say("fact-keep", &[("keeps", &list(&keeps))])));
    }
    facts.push(words(match (recipients.is_empty(), &notice.transfers) {
        (true, Transfers::None) => b.say("fact-recipients-none-eea", &[]),
        (true, _) => b.say("fact-recipients-none", &[]),
        (false, Transfers::None) => {
            b.say("fact-recipients-eea", &[("recipients", &list(&recipients))])
        }
        (false, _) => b.say("fact-recipients", &[("recipients", &list(&recipients))]),
    }));
    facts.push(vec![
        Inline::text(b.say("fact-rights", &[])),
        Inline::text(" "),
        b.page("link-own", "/oma"),
        Inline::text("."),
    ]);
    facts
}

/// A recipient's name within a sentence: a class is told in words, so it begins small.
fn within(lang: Lang, recipient: &Recipient) -> String {
    let name = recipient.called(lang);
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if recipient.is_class() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// Blocks of which some may be missing.
fn some<const N: usize>(blocks: [Option<Block>; N]) -> Vec<Block> {
    blocks.into_iter().flatten().collect()
}

//! Who: controller, officer, recipients, and what staff may do.

use super::some;
use crate::model::{Contact, Recipient, Text, Transfers};
use crate::promises::{phrase, slug};
use crate::render::builder::{Builder, mail, phone, words};
use crate::render::tree::{Block, Inlines, Item, Row, Section, Table};

pub(super) fn controller(b: &Builder<'_>) -> Section {
    let c = &b.notice.controller;
    let mut items = vec![Item {
        term: b.say("term-controller", &[]),
        value: words(&c.name),
        lines: b.line("controller"),
    }];
    let rows = [
        ("term-business-id", c.business_id.as_deref().map(words)),
        ("term-address", address(b, &c.address)),
        ("term-email", c.email.as_deref().map(mail)),
        ("term-phone", c.phone.as_deref().map(phone)),
    ];
    items.extend(rows.into_iter().filter_map(|(key, value)| Some(b.item(key, value?))));
    let register = Item {
        term: b.say("term-register", &[]),
        value: words(b.title(&b.notice.register, &b.notice.id)),
        lines: b.line("register"),
    };
    items.push(register);
    let people = [
        ("term-officer", b.notice.officer.as_ref(), "officer"),
        ("term-contact", b.notice.contact.as_ref(), "contact"),
    ];
    for (key, person, promise) in people {
        items.extend(person.map(|person| Item {
            term: b.say(key, &[]),
            value: reached(b, key, person),
            lines: b.line(promise),
        }));
    }
    b.section("controller", vec![Block::Definitions(items)])
}

fn address(b: &Builder<'_>, address: &Text) -> Option<Inlines> {
    let said = b.text(address);
    (!said.is_empty()).then(|| words(said))
}

fn reached(b: &Builder<'_>, term: &str, contact: &Contact) -> Inlines {
    let title = b.text(&contact.title);
    // "Data protection officer: Data protection officer" says nothing more.
    let title = if title == b.say(term, &[]) { "" } else { title };
    let parts = [
        (!title.is_empty()).then(|| words(title)),
        contact.email.as_deref().map(mail),
        contact.phone.as_deref().map(phone),
        address(b, &contact.address),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&words(", ")[..])
}

pub(super) fn recipients(b: &Builder<'_>) -> Section {
    let head = ["column-recipient", "column-role", "column-country", "column-task", "column-for"];
    let rows: Vec<Row> = b
        .notice
        .recipients
        .iter()
        .map(|recipient| {
            let role = format!("role-{}", recipient.role);
            let role = phrase::known(b.lang, &role).unwrap_or_else(|| recipient.role.clone());
            let country = recipient.country.as_deref().map(|code| phrase::country(b.lang, code));
            let country = country.unwrap_or_else(|| "–".into());
            // Who belongs to a class is its name.
            let task = if recipient.is_class() { "–".into() } else { contract(b, recipient) };
            let task = narrowed(b, recipient, task);
            let name = match &recipient.products {
                Some(products) => b.say(
                    "recipient-products",
                    &[("name", &recipient.name), ("products", products)],
                ),
                None => recipient.called(b.lang).to_owned(),
            };
            Row {
                cells: vec![
                    words(name),
                    words(role),
                    words(country),
                    words(task),
                    words(match recipient.has_own_task() {
                        true => b.say("recipient-own", &[]),
                        false => b.purpose_titles(&recipient.purposes),
                    }),
                ],
                lines: b.line(&recipient.promise()),
            }
        })
        .collect();
    let table = (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: b.say("caption-recipients", &[]),
            head: head.iter().map(|key| b.say(key, &[])).collect(),
            rows,
        })
    });
    let lines = b.told(|id| id.starts_with("recipient.") || id.starts_with("recipients."));
    b.section("recipients", some([table, lines]))
}

/// What it does, and what alone it may get.
fn narrowed(b: &Builder<'_>, recipient: &Recipient, task: String) -> String {
    let mut items = Vec::new();
    for of in &recipient.gets {
        let Some(kind) = b.notice.kind(&of.kind.value) else { continue };
        let title = b.title(&kind.title, &kind.kind);
        let named = of.fields.iter().filter_map(|name| kind.field(&name.value));
        let labels: Vec<String> = named.map(|field| b.title(&field.label, &field.name)).collect();
        items.push(match labels.is_empty() {
            true => title,
            false => format!("{title} ({})", labels.join(", ")),
        });
    }
    match items.is_empty() {
        true => task,
        false => {
            b.say("recipient-gets", &[("task", &task), ("items", &phrase::list(b.lang, &items))])
        }
    }
}

/// What it does, and under which contract.
fn contract(b: &Builder<'_>, recipient: &Recipient) -> String {
    let task = b.text(&recipient.text);
    let day =
        |day: &String| day.parse().map_or_else(|_| day.clone(), |date| phrase::date(b.lang, date));
    let Some(date) = recipient.contract.as_ref().map(day) else { return task.to_owned() };
    match recipient.until.as_ref().map(day) {
        Some(until) => {
            b.say("recipient-contract-until", &[("task", task), ("date", &date), ("until", &until)])
        }
        None => b.say("recipient-contract", &[("task", task), ("date", &date)]),
    }
}

pub(super) fn transfers(b: &Builder<'_>) -> Section {
    let silent = b.notice.transfers == Transfers::Silent;
    let silence = silent.then(|| Block::Paragraph(words(b.say("transfers-silent", &[]))));
    let lines = b.told(|id| id.starts_with("transfer"));
    b.section("transfers", some([silence, lines]))
}

pub(super) fn security(b: &Builder<'_>) -> Section {
    let measures = b.told(|id| id.starts_with("measure."));
    let attested = b.told(|id| id.starts_with("attest."));
    let heading = attested.is_some().then(|| Block::Heading(b.say("heading-attested", &[])));
    let roles = roles(b);
    let staff = roles.is_some().then(|| Block::Heading(b.say("heading-roles", &[])));
    b.section("security", some([measures, heading, attested, staff, roles]))
}

fn roles(b: &Builder<'_>) -> Option<Block> {
    let head = ["column-staff-role", "column-for", "column-may"];
    let rows: Vec<Row> = b
        .notice
        .roles
        .iter()
        .map(|role| {
            let may = role.may.iter().map(|action| {
                let key = format!("may-{}", action.value);
                phrase::known(b.lang, &key).unwrap_or_else(|| action.value.clone())
            });
            Row {
                cells: vec![
                    words(b.title(&role.text, &role.name)),
                    words(b.purpose_titles(&role.purposes)),
                    words(phrase::list(b.lang, &may.collect::<Vec<_>>())),
                ],
                lines: b.line(&format!("role.{}", slug(&role.name))),
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            caption: b.say("caption-roles", &[]),
            head: head.iter().map(|key| b.say(key, &[])).collect(),
            rows,
        })
    })
}

//! How a record is told to the person it is about: what it holds, why, on which basis, from
//! where, under which version of the notice, and until when.

use maud::{Markup, html};
use seloste_kernel::{Document, Exit, Timestamp};
use seloste_notice::model::{Basis, Collect, Field, FieldType, Keep, Notice, Source};
use seloste_notice::promises::within;
use seloste_notice::render::supervisor;
use seloste_register::{DISCLOSURE, HOLD, Held, OWN_TASK, Opened, TELLING, WAS};
use seloste_web::Ctx;
use seloste_web::components::{Column, Table, definitions, time};

use super::letter::Paper;
use super::{behalf, review, telling};
use crate::last_day::{goes_on, is_held};
use crate::sentences::{begun, text};
use crate::{cases, erasing, looks};

/// Fields whose value opens an account: they are named, and not shown.
const WITHHELD: [&str; 4] = ["password-hash", "totp-secret", "recovery-codes", "passkeys"];

/// Whether a field's value is not shown.
pub fn is_withheld(name: &str) -> bool {
    WITHHELD.contains(&field_of(name))
}

/// The field of a value: its own, or the one of which a hold keeps an earlier value.
fn field_of(name: &str) -> &str {
    name.strip_prefix(WAS).unwrap_or(name)
}

/// The declared field of a value, and what the value is called.
pub fn named<'a>(
    ctx: &Ctx,
    declared: Option<&'a Collect>,
    name: &str,
) -> (Option<&'a Field>, Option<String>) {
    let field = declared.and_then(|kind| kind.field(field_of(name)));
    let label = field.map(|field| text(&field.label, ctx.lang));
    let label = match label {
        Some(label) if name.starts_with(WAS) => {
            Some(ctx.say_with("rights-was", &[("field", label.into())]))
        }
        other => other,
    };
    (field, label)
}

/// The heading of a record.
pub fn title(ctx: &Ctx, notice: &Notice, record: &Opened) -> String {
    let name = notice.kind(&record.kind).map(|kind| text(&kind.title, ctx.lang));
    let name = name.unwrap_or_else(|| record.kind.clone());
    match record.number {
        Some(number) => format!("{name} {number}"),
        None => name,
    }
}

/// A field's value as people read it.
pub fn value(ctx: &Ctx, field: Option<&Field>, name: &str, record: &Opened, exit: Exit) -> String {
    if is_withheld(name) {
        return ctx.say("rights-withheld");
    }
    let held = record.text(name, exit);
    match field.map(|field| &field.ty) {
        Some(FieldType::Choice(choices)) => choices
            .iter()
            .find(|(choice, _)| choice == held)
            .map_or_else(|| held.to_owned(), |(_, label)| text(label, ctx.lang)),
        Some(FieldType::File) => document(ctx, held),
        _ => held.to_owned(),
    }
}

/// A document as it is told of: what it is and how large. Its content is in the copies.
fn document(ctx: &Ctx, held: &str) -> String {
    // In a package it lies beside: there its path stands here.
    let Some(document) = Document::from_url(held) else { return held.to_owned() };
    let size = document.bytes.len().div_ceil(1_000);
    ctx.say_with(
        "rights-document",
        &[("kind", document.media.extension().to_uppercase().into()), ("size", size.into())],
    )
}

/// The content of a record.
pub fn content(ctx: &Ctx, notice: &Notice, record: &Opened) -> Markup {
    if let Some(letter) = letter(record) {
        let pdf = ctx.href(&format!("/oma/kirje/{}", record.id));
        return html! {
            (letter.html())
            p { a href=(pdf) download { (ctx.say("case-letter-pdf")) } }
        };
    }
    let mut pairs = pairs(ctx, notice, record);
    if record.kind == cases::KIND && behalf::is_without_document(record) {
        let field = notice.kind(cases::KIND).and_then(|kind| kind.field("mandate"));
        let label = field.map(|field| text(&field.label, ctx.lang)).unwrap_or_default();
        pairs.push((label, html! { span.quiet { (ctx.say("own-mandate-apart")) } }));
    }
    definitions(&pairs)
}

/// The content of a record, and beside it what its owner has left empty and could have given.
pub fn all_content(ctx: &Ctx, notice: &Notice, record: &Opened) -> Markup {
    // A request stands as it was sent: nothing can be added to it.
    if letter(record).is_some() || record.kind == cases::KIND {
        return content(ctx, notice, record);
    }
    let mut pairs = pairs(ctx, notice, record);
    let given = notice.kind(&record.kind).filter(|kind| kind.source == Some(Source::Person));
    let missing = given.map(|kind| kind.fields.as_slice()).unwrap_or_default().iter();
    for field in missing
        .filter(|field| field.category != "technical" && !record.fields.contains_key(&field.name))
    {
        let label = text(&field.label, ctx.lang);
        let said = match went_with(record, &field.name) {
            Some(day) => ctx.say_with("own-went-with-consent", &[("day", ctx.date(day).into())]),
            None => ctx.say("own-not-given"),
        };
        pairs.push((label, html! { span.quiet { (said) } }));
    }
    definitions(&pairs)
}

/// When a consent ended that took this field along.
fn went_with(record: &Opened, field: &str) -> Option<Timestamp> {
    let took = record.withdrawn.iter().filter(|ended| ended.took.iter().any(|of| of == field));
    let ended = took.filter_map(|ended| ended.withdrawn_ms).max();
    ended.and_then(|ms| Timestamp::from_millisecond(ms).ok())
}

/// The letter that an answer is.
pub fn letter(record: &Opened) -> Option<Paper> {
    let whole = record.fields.get("letter").filter(|_| record.kind == cases::ANSWER);
    whole.map(|letter| Paper::read(letter.expose(Exit::Page)))
}

/// The content of a record, field by field.
pub fn pairs(ctx: &Ctx, notice: &Notice, record: &Opened) -> Vec<(String, Markup)> {
    let declared = notice.kind(&record.kind);
    // A letter is shown as one, beside these.
    let letter = |name: &&str| *name == "letter" && record.kind == cases::ANSWER;
    in_order(declared, record)
        .filter(|name| !letter(name))
        .map(|name| {
            let (field, label) = named(ctx, declared, name);
            let label = label.unwrap_or_else(|| name.to_owned());
            let held = match (record.kind.as_str(), name) {
                (DISCLOSURE, "purpose") => received_for(ctx, notice, record),
                (TELLING | HOLD, "items") => telling::items(notice, record, ctx.lang).join(", "),
                (TELLING, "disclosed") => given_before(ctx, record),
                (_, "roles") => {
                    role_names(ctx, notice, &value(ctx, field, name, record, Exit::Page))
                }
                _ => value(ctx, field, name, record, Exit::Page),
            };
            (label, html! { span.text { (held) } })
        })
        .collect()
}

/// When something had been disclosed, with the mark under which it was.
fn given_before(ctx: &Ctx, record: &Opened) -> String {
    let given = telling::disclosed(record).into_iter();
    given.map(|(at, mark)| format!("{} ({mark})", ctx.date(at))).collect::<Vec<_>>().join(", ")
}

/// What a recipient got data for: a purpose of the notice, or a task of its own.
fn received_for(ctx: &Ctx, notice: &Notice, record: &Opened) -> String {
    let name = record.text("purpose", Exit::Page);
    match notice.purpose(name) {
        Some(known) => text(&known.text, ctx.lang),
        None if name == OWN_TASK => ctx.say("disclose-purpose-own"),
        None => name.to_owned(),
    }
}

/// The roles of an account, as the notice calls them.
fn role_names(ctx: &Ctx, notice: &Notice, roles: &str) -> String {
    let names = roles.split_whitespace().map(|role| looks::role(ctx, notice, role));
    names.collect::<Vec<_>>().join(", ")
}

/// The names of a record's fields, in the order in which the notice declares them.
pub fn in_order<'a>(
    declared: Option<&'a Collect>,
    record: &'a Opened,
) -> impl Iterator<Item = &'a str> {
    let known = declared.map(|kind| kind.fields.as_slice()).unwrap_or_default();
    let first = known
        .iter()
        .map(|field| field.name.as_str())
        .filter(|name| record.fields.contains_key(*name));
    let rest = record
        .fields
        .keys()
        .map(String::as_str)
        .filter(|name| !known.iter().any(|field| field.name == *name));
    first.chain(rest)
}

/// When it came, when it goes and what postpones that, under which notice, with which consent. How a slip
/// leads to its answer depends on whether the service sends mail.
pub fn times(
    ctx: &Ctx,
    notice: &Notice,
    record: &Opened,
    (held, mails): (&[Held], bool),
) -> Markup {
    let received = if record.kind == cases::ANSWER { "rights-answered" } else { "rights-received" };
    let mut pairs = standing(ctx, record, mails);
    pairs.push((ctx.say(received), time(ctx, record.created)));
    if record.updated > record.created {
        pairs.push((ctx.say("rights-changed"), time(ctx, record.updated)));
    }
    pairs.push((ctx.say("rights-goes"), goes(ctx, notice, record, held)));
    pairs.push((ctx.say("own-postponed"), postponed(ctx, notice, record, held)));
    pairs.push((ctx.say("rights-source"), html! { (source(ctx, notice, record)) }));
    let version = format!("/tietosuoja/{}/v/{}", notice.id, record.notice_version);
    let named = ctx.say_with("rights-version", &[("version", record.notice_version.into())]);
    pairs.push((ctx.say("rights-notice"), html! { a href=(ctx.href(&version)) { (named) } }));
    pairs.extend(review::told(ctx, notice, record));
    for consent in record.consents.iter().chain(&record.withdrawn) {
        let purpose = looks::purpose(ctx, notice, &consent.purpose);
        let ended = consent.withdrawn_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
        let when = |at| if consent.by_day { ctx.date(at) } else { ctx.moment(at) };
        let ended =
            ended.map(|at| ctx.say_with("rights-consent-withdrawn", &[("when", when(at).into())]));
        let given = ctx.say_with(
            "rights-consent-given",
            &[
                ("version", consent.notice_version.into()),
                ("when", ctx.moment(record.created).into()),
                ("language", consent.lang.name().into()),
            ],
        );
        pairs.push((
            ctx.say("rights-consent"),
            html! {
                (purpose) br;
                span.quiet { (given) }
                @if let Some(ended) = ended { br; strong { (ended) } }
            },
        ));
    }
    definitions(&pairs)
}

/// How a request stands, and its last day while it waits.
fn standing(ctx: &Ctx, record: &Opened, mails: bool) -> Vec<(String, Markup)> {
    if record.kind != cases::KIND {
        return Vec::new();
    }
    let waits = !cases::DECIDED.contains(&record.state.as_str());
    let over = record.review.is_some_and(|due| due < ctx.now);
    let (state, says) = match record.state.as_str() {
        _ if cases::is_asked(record) && over => ("own-state-silent", Some("own-state-silent-text")),
        _ if cases::is_asked(record) => ("own-state-asked", Some("own-state-asked-text")),
        cases::UNSHOWN_HANDLED => ("own-state-handled", Some("own-state-handled-text")),
        cases::UNSHOWN if over && mails => ("own-state-over", Some("own-state-over-text")),
        cases::UNSHOWN if over => ("own-state-over", Some("own-state-over-unmailed")),
        cases::UNSHOWN if mails => ("own-state-unshown", Some("own-state-unshown-text")),
        cases::UNSHOWN => ("own-state-unshown", Some("own-state-unshown-unmailed")),
        _ if waits => ("rights-state-open", None),
        "granted" => ("rights-state-granted", None),
        "partly" => ("rights-state-partly", None),
        _ => ("rights-state-refused", None),
    };
    let unshown = record.state == cases::UNSHOWN;
    let handled = record.state == cases::UNSHOWN_HANDLED;
    let agents = behalf::is_for_another(record) && !handled;
    let says = says.map(|says| if agents { agent(over) } else { says });
    let told = html! {
        (ctx.say(state))
        @if let Some(says) = says { p { (ctx.say(says)) } }
        @if unshown { p { (ctx.say("own-slip-words")) } }
    };
    let mut pairs = vec![(ctx.say("rights-column-state"), told)];
    if let Some(due) = record.review.filter(|_| waits && !handled) {
        let key = if cases::is_asked(record) { "own-reply-by" } else { "rights-due" };
        pairs.push((ctx.say(key), html! { time datetime=(due) { (ctx.date(due)) } }));
    }
    pairs
}

/// What a slip says to whoever acts for another: their right is looked at first, and no link goes to
/// them.
fn agent(over: bool) -> &'static str {
    if over { "own-state-over-agent" } else { "own-state-unshown-agent" }
}

/// The day a record goes, or what it waits for.
fn goes(ctx: &Ctx, notice: &Notice, record: &Opened, held: &[Held]) -> Markup {
    if is_held(record, held, ctx.now) {
        return html! { (ctx.say("rights-goes-held")) };
    }
    html! {
        (day_of(ctx, notice, record, goes_on(record, held, ctx.now)))
        @if !held.iter().all(|hold| hold.fields.is_empty()) { br; (ctx.say("rights-goes-rest")) }
    }
}

fn day_of(ctx: &Ctx, notice: &Notice, record: &Opened, due: Option<Timestamp>) -> Markup {
    match (due, record.review.filter(|_| record.kind != cases::KIND)) {
        (Some(due), _) => html! {
            time datetime=(due) { (ctx.moment(due)) }
            @if let Some(beyond) = beyond(ctx, notice, record) { p { (beyond) } }
        },
        (None, Some(review)) => {
            html! { (erasing::reviewed(ctx, notice, &record.kind, review)) }
        }
        (None, None) => html! { (ctx.say("rights-goes-event")) },
    }
}

/// What stays when a slip goes on which nothing is told: the request itself, as the notice says.
pub fn beyond(ctx: &Ctx, notice: &Notice, record: &Opened) -> Option<String> {
    if !record.state.starts_with(cases::UNSHOWN) {
        return None;
    }
    let kept = notice.kind(cases::KIND).and_then(|kind| kind.keep.as_ref());
    Some(match kept {
        Some(Keep::For { period, from }) if from == "decided" => {
            let period = within(ctx.lang, *period);
            ctx.say_with("own-slip-goes-decided", &[("period", period.into())])
        }
        _ => ctx.say("own-slip-goes"),
    })
}

/// What keeps a record beyond its day, or could.
pub fn postponed(ctx: &Ctx, notice: &Notice, record: &Opened, held: &[Held]) -> Markup {
    html! {
        @if held.is_empty() { span.quiet { (ctx.say("own-postponed-not")) } }
        @for hold in held {
            p {
                (begun(&erasing::ground_name(notice, &record.kind, &hold.ground, ctx.lang)))
                @if !hold.fields.is_empty() {
                    " (" (erasing::field_names(notice, &record.kind, &hold.fields, ctx.lang)) ")"
                }
                ". "
                @match hold.until {
                    Some(until) => (ctx.say_with("own-postponed-until", &[("date", ctx.date(until).into())])),
                    None => (ctx.say("own-postponed-open")),
                }
            }
        }
    }
}

/// From where a record comes (Art. 15(1)(g)).
pub fn source(ctx: &Ctx, notice: &Notice, record: &Opened) -> String {
    let Some(kind) = notice.kind(&record.kind) else { return String::new() };
    match kind.source {
        Some(Source::Person) if kind.source_text.is_empty() => ctx.say("rights-source-person"),
        Some(Source::Person) => {
            let others = text(&kind.source_text, ctx.lang);
            ctx.say_with("rights-source-person-or", &[("others", others.into())])
        }
        Some(Source::Staff) => ctx.say("rights-source-staff"),
        Some(Source::System) => ctx.say("rights-source-system"),
        _ => text(&kind.source_text, ctx.lang),
    }
}

/// Field by field: what for and on which basis.
pub fn reasons(ctx: &Ctx, notice: &Notice, record: &Opened) -> Markup {
    let columns = vec![
        Column::text(ctx.say("rights-column-field")),
        Column::text(ctx.say("rights-column-purpose")),
        Column::text(ctx.say("rights-column-basis")),
    ];
    let mut table = Table::new(ctx.say("rights-reasons"), columns);
    let declared = notice.kind(&record.kind);
    for name in in_order(declared, record) {
        let Some(field) = declared.and_then(|kind| kind.field(name)) else { continue };
        let held = field.purposes.iter().filter(|named| is_carried(notice, record, &named.value));
        let (purposes, bases): (Vec<String>, Vec<String>) = held
            .map(|named| {
                (looks::purpose(ctx, notice, &named.value), basis(ctx, notice, &named.value))
            })
            .unzip();
        table.row(vec![
            html! { (text(&field.label, ctx.lang)) },
            html! { @for one in &purposes { p { (one) } } },
            html! { @for one in &bases { p { (one) } } },
        ]);
    }
    html! { details { summary { (ctx.say("rights-reasons")) } (table.render()) } }
}

/// Whether a record may be used for a purpose of its fields: one that rests on consent needs that
/// consent. What hangs on another record rests on the consent that was given with that one.
pub fn is_carried(notice: &Notice, record: &Opened, purpose: &str) -> bool {
    !notice.by_consent(purpose)
        || record.thread.is_some()
        || record.consents.iter().any(|consent| consent.purpose == purpose)
}

/// The basis of a purpose, with its law (Art. 6).
pub fn basis(ctx: &Ctx, notice: &Notice, purpose: &str) -> String {
    let Some(known) = notice.purpose(purpose) else { return String::new() };
    let Some(basis) = known.basis else { return String::new() };
    let named = ctx.say(match basis {
        Basis::Consent => "rights-basis-consent",
        Basis::Contract => "rights-basis-contract",
        Basis::LegalObligation => "rights-basis-legal-obligation",
        Basis::VitalInterests => "rights-basis-vital-interests",
        Basis::PublicTask => "rights-basis-public-task",
        Basis::LegitimateInterests => "rights-basis-legitimate-interests",
    });
    let law = text(&known.law, ctx.lang);
    if law.is_empty() { named } else { format!("{named}: {law}") }
}

/// Where to ask further and where to complain (Art. 12(4), 13(2)(d)), with links that work.
pub fn complaint(ctx: &Ctx, notice: &Notice) -> Markup {
    let authority = notice.authority.as_ref().and_then(|found| supervisor(&found.code));
    html! {
        h2 { (ctx.say("rights-complaint-title")) }
        @if let Some(officer) = &notice.officer {
            p {
                (text(&officer.title, ctx.lang)) ": "
                @if let Some(email) = &officer.email { a href={ "mailto:" (email) } { (email) } }
                @let address = text(&officer.address, ctx.lang);
                @if !address.is_empty() { ", " (address) }
            }
        }
        @if let Some(known) = authority {
            @let site = text(&known.site, ctx.lang);
            p {
                (ctx.say("rights-complaint-to")) " " (text(&known.name, ctx.lang)) ", "
                a href=(site) { (site) } ", "
                a href={ "mailto:" (known.email) } { (known.email) } ", " (known.phone)
            }
        }
    }
}

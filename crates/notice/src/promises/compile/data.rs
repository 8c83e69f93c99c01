//! Statements about the kinds of records: fields, source, retention, erasure.

use super::{Compiler, Head, count, slug, title};
use crate::model::{Collect, Field, Keep, Period, Service, Source};
use crate::promises::phrase::{self, Arg, Case, known, say};
use crate::promises::{Article, Mechanism};

pub(super) fn kinds(c: &mut Compiler<'_>) {
    let notice = c.notice;
    for (service, collect) in notice.kinds() {
        closed(c, service, collect);
        source(c, service, collect);
        for field in &collect.fields {
            one_field(c, service, collect, field);
        }
        keep(c, service, collect);
        if let Some(within) = collect.erase_within {
            erase(c, service, collect, within);
        }
    }
    let head = Head::new("records.envelope", Mechanism::ClosedWorld { kind: None }, notice.span);
    c.promise(head.by(Article::point(5, 1, 'c')), "record-envelope", |_| vec![]);
    let head = Head::new("kinds.closed", Mechanism::ClosedWorld { kind: None }, notice.span);
    c.promise(head.by(Article::point(5, 1, 'c')), "kinds-closed", |_| vec![]);
}

fn closed(c: &mut Compiler<'_>, service: &Service, collect: &Collect) {
    let mechanism = Mechanism::ClosedWorld { kind: Some(collect.kind.clone()) };
    let id = format!("kind.{}.closed", slug(&collect.kind));
    let head = Head::new(id, mechanism, collect.span).by(Article::point(5, 1, 'c'));
    c.promise(head.of(&service.name), "kind-closed", |lang| {
        let fields: Vec<String> =
            collect.fields.iter().map(|field| title(&field.label, &field.name, lang)).collect();
        vec![
            ("kind", title(&collect.title, &collect.kind, lang).into()),
            ("count", count(fields.len())),
            ("fields", phrase::list(lang, &fields).into()),
        ]
    });
}

fn source(c: &mut Compiler<'_>, service: &Service, collect: &Collect) {
    let key = match collect.source {
        None => return,
        Some(Source::Person) => "source-person",
        Some(Source::Staff) => "source-staff",
        Some(Source::System) => "source-system",
        Some(Source::Other) => "source-other",
    };
    let mechanism = Mechanism::SourceGate { kind: collect.kind.clone() };
    let head = Head::new(format!("source.{}", slug(&collect.kind)), mechanism, collect.span);
    let article = match collect.source {
        Some(Source::Other) => Article::point(14, 2, 'f'),
        _ => Article::point(5, 1, 'a'),
    };
    c.promise(head.by(article).of(&service.name), key, |lang| {
        vec![("kind", title(&collect.title, &collect.kind, lang).into())]
    });
}

fn one_field(c: &mut Compiler<'_>, service: &Service, collect: &Collect, field: &Field) {
    let id = |what: &str| format!("field.{}.{}.{what}", slug(&collect.kind), slug(&field.name));
    let place = || (collect.kind.clone(), field.name.clone());
    let label = |lang| ("field", Arg::from(title(&field.label, &field.name, lang)));

    let (kind, name) = place();
    let head = Head::new(id("purpose"), Mechanism::FieldGate { kind, field: name }, field.span);
    let key = if field.purposes.is_empty() { "field-no-purpose" } else { "field-purpose" };
    let titles = c.in_all(|lang| c.purposes(lang, &field.purposes));
    c.promise(head.by(Article::point(5, 1, 'b')).of(&service.name), key, |lang| {
        vec![
            label(lang),
            ("count", count(field.purposes.len())),
            ("purposes", phrase::text(&titles, lang).to_owned().into()),
        ]
    });

    // Only the person can be asked; for what staff or the program write, there is no choice.
    if collect.source == Some(Source::Person) {
        let (kind, name) = place();
        let required = field.required;
        let mechanism = Mechanism::RequiredField { kind, field: name, required };
        let word = if required { "required" } else { "voluntary" };
        let told = if field.consequence.is_empty() { "" } else { "-consequence" };
        let head = Head::new(id(word), mechanism, field.span).by(Article::point(13, 2, 'e'));
        c.promise(head.of(&service.name), &format!("field-{word}{told}"), |lang| {
            let consequence = phrase::text(&field.consequence, lang).to_owned();
            vec![label(lang), ("consequence", consequence.into())]
        });
    }

    if field.lookup {
        let (kind, name) = place();
        let head = Head::new(id("lookup"), Mechanism::BlindIndex { kind, field: name }, field.span);
        c.promise(head.by(Article::paragraph(32, 1)).of(&service.name), "field-lookup", |lang| {
            vec![label(lang)]
        });
    }
}

fn keep(c: &mut Compiler<'_>, service: &Service, collect: &Collect) {
    let article = Article::point(13, 2, 'a');
    let kind = |lang| ("kind", Arg::from(title(&collect.title, &collect.kind, lang)));
    let id = format!("keep.{}", slug(&collect.kind));
    let retention = Mechanism::Retention { kind: collect.kind.clone() };
    let sweep = c.notice.operations.sweep;
    match (&collect.keep, &collect.part_of) {
        (Some(Keep::For { period, from }), _) => {
            let head = Head::new(id, retention, collect.span).by(article).of(&service.name);
            c.promise(head, "keep", |lang| {
                let event = known(lang, &format!("event-{from}")).unwrap_or_else(|| {
                    say(lang, "event-other", &[("name", Arg::from(from.clone()))])
                });
                vec![
                    kind(lang),
                    ("period", phrase::period(lang, *period, Case::Within).into()),
                    ("event", event.into()),
                    ("sweep", phrase::period(lang, sweep, Case::Within).into()),
                ]
            });
        }
        (Some(Keep::Criterion { text, review }), _) => {
            let mechanism = Mechanism::ReviewDate { of: collect.kind.clone() };
            let head = Head::new(id, mechanism, collect.span).by(article).of(&service.name);
            c.promise(head, "keep-criterion", |lang| {
                vec![
                    kind(lang),
                    ("criterion", phrase::text(text, lang).to_owned().into()),
                    ("period", phrase::period(lang, *review, Case::Within).into()),
                ]
            });
        }
        (None, Some(parent)) => {
            let notice = c.notice;
            let head = Head::new(id, retention, collect.span).by(article).of(&service.name);
            c.promise(head, "keep-part", |lang| {
                let parent = match notice.kind(&parent.value) {
                    Some(of) => title(&of.title, &of.kind, lang),
                    None => phrase::quoted(lang, &parent.value),
                };
                vec![kind(lang), ("parent", parent.into())]
            });
        }
        (None, None) => {}
    }
}

fn erase(c: &mut Compiler<'_>, service: &Service, collect: &Collect, within: Period) {
    let mechanism = Mechanism::EraseOnRequest { kind: collect.kind.clone(), within };
    let head = Head::new(format!("erase.{}", slug(&collect.kind)), mechanism, collect.span);
    c.promise(head.by(Article::paragraph(17, 1)).of(&service.name), "erase", |lang| {
        vec![
            ("kind", title(&collect.title, &collect.kind, lang).into()),
            ("period", phrase::period(lang, within, Case::Within).into()),
        ]
    });
}

//! Statements about the kinds of records: fields, source, retention, erasure.

use seloste_kernel::Lang;

use super::{Compiler, Head, count, slug, title};
use crate::floors;
use crate::model::{
    Anonymise, Collect, CountedPer, Field, FieldType, FloorRule, HoldRule, Keep, Named, Period,
    Service, Source,
};
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
        collect.floors.iter().for_each(|rule| floor(c, service, collect, rule));
        collect.holds.iter().for_each(|rule| hold(c, service, collect, rule));
        collect.anonymise.iter().for_each(|rule| anonymise(c, service, collect, rule));
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
        Some(Source::Person) if collect.source_text.is_empty() => "source-person",
        Some(Source::Person) => "source-person-or",
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
        let others = phrase::text(&collect.source_text, lang).to_owned();
        vec![("kind", title(&collect.title, &collect.kind, lang).into()), ("others", others.into())]
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

    if collect.is_asked(field) {
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
                vec![
                    kind(lang),
                    ("period", phrase::period(lang, *period, Case::Within).into()),
                    ("event", event(lang, from)),
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

fn floor(c: &mut Compiler<'_>, service: &Service, collect: &Collect, rule: &FloorRule) {
    let Some(law) = floors::by_code(&rule.ground) else { return };
    let (kind, ground) = (collect.kind.clone(), rule.ground.clone());
    let id = format!("floor.{}.{}", slug(&kind), slug(&ground));
    let head = Head::new(id, Mechanism::KeptOnGround { kind, ground }, rule.span);
    let head = head.by(Article::point(17, 3, 'b')).of(&service.name);
    c.promise(head, "floor", |lang| {
        let event = event(lang, &rule.from);
        let start = say(lang, &format!("floor-start-{}", law.start.word()), &[("event", event)]);
        let named = rule.fields.iter().filter_map(|named| collect.field(&named.value));
        let fields: Vec<String> =
            named.map(|field| title(&field.label, &field.name, lang)).collect();
        vec![
            ("kind", title(&collect.title, &collect.kind, lang).into()),
            ("count", count(fields.len())),
            ("fields", phrase::list(lang, &fields).into()),
            ("period", phrase::period(lang, law.period, Case::Within).into()),
            ("start", start.into()),
            ("law", law.citation(lang).into()),
        ]
    });
}

fn hold(c: &mut Compiler<'_>, service: &Service, collect: &Collect, rule: &HoldRule) {
    let (kind, ground) = (collect.kind.clone(), rule.name.clone());
    let id = format!("hold.{}.{}", slug(&kind), slug(&ground));
    let head = Head::new(id, Mechanism::KeptOnGround { kind, ground }, rule.span);
    let head = head.by(Article::paragraph(17, 3)).of(&service.name);
    let Some(field) = collect.field(&rule.field) else { return };
    c.promise(head, "hold", |lang| {
        let choices = match &field.ty {
            FieldType::Choice(choices) => choices.as_slice(),
            _ => &[],
        };
        let chosen = choices.iter().filter(|(name, _)| rule.is.iter().any(|is| is.value == *name));
        let values: Vec<String> =
            chosen.map(|(name, text)| phrase::quoted(lang, &title(text, name, lang))).collect();
        vec![
            ("kind", title(&collect.title, &collect.kind, lang).into()),
            ("field", phrase::quoted(lang, &title(&field.label, &field.name, lang)).into()),
            ("values", phrase::list(lang, &values).into()),
            ("ground", title(&rule.text, &rule.name, lang).into()),
        ]
    });
}

fn anonymise(c: &mut Compiler<'_>, service: &Service, collect: &Collect, rule: &Anonymise) {
    let mechanism = Mechanism::Counted { kind: collect.kind.clone() };
    let head = Head::new(format!("anonymise.{}", slug(&collect.kind)), mechanism, rule.span);
    let head = head.by(Article::point(5, 1, 'e')).of(&service.name);
    c.promise(head, "anonymise", |lang| what_is_counted(collect, rule, lang));
}

/// What stays of a kind as counts when it goes, in the words of the promise; `None` where nothing does.
pub fn anonymised(collect: &Collect, lang: Lang) -> Option<String> {
    let rule = collect.anonymise.as_ref()?;
    Some(say(lang, "anonymise", &what_is_counted(collect, rule, lang)))
}

fn what_is_counted(collect: &Collect, rule: &Anonymise, lang: Lang) -> Vec<(&'static str, Arg)> {
    let named = |fields: &[Named]| -> Vec<String> {
        let known = fields.iter().filter_map(|named| collect.field(&named.value));
        known.map(|field| title(&field.label, &field.name, lang)).collect()
    };
    let per = rule.per.map_or("all", CountedPer::word);
    let mut what = vec![say(lang, &format!("anonymise-per-{per}"), &[])];
    for (key, fields) in [("anonymise-by", named(&rule.by)), ("anonymise-sum", named(&rule.sum))] {
        if !fields.is_empty() {
            what.push(say(lang, key, &[("fields", phrase::list(lang, &fields).into())]));
        }
    }
    vec![
        ("kind", title(&collect.title, &collect.kind, lang).into()),
        ("what", what.join("; ").into()),
        ("fewer", rule.fewer_than.to_string().into()),
    ]
}

/// What starts a period, as a clause.
fn event(lang: Lang, name: &str) -> Arg {
    let told = known(lang, &format!("event-{name}"));
    let other = || say(lang, "event-other", &[("name", Arg::from(name.to_owned()))]);
    told.unwrap_or_else(other).into()
}

fn erase(c: &mut Compiler<'_>, service: &Service, collect: &Collect, within: Period) {
    let mechanism = Mechanism::EraseOnRequest { kind: collect.kind.clone(), within };
    let head = Head::new(format!("erase.{}", slug(&collect.kind)), mechanism, collect.span);
    let key = match collect.floors.is_empty() && collect.holds.is_empty() {
        true => "erase",
        false => "erase-except",
    };
    c.promise(head.by(Article::paragraph(17, 1)).of(&service.name), key, |lang| {
        vec![
            ("kind", title(&collect.title, &collect.kind, lang).into()),
            ("period", phrase::period(lang, within, Case::Within).into()),
        ]
    });
}

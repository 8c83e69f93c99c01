//! Services that the program brings written: `service "staff" ready-made=#true`. What they collect is
//! the same everywhere, and a notice that writes it out is half about the program.
//!
//! A line of the notice inside such a service goes before the delivered one: what can be there once
//! replaces it, what can be there several times (a kind, a field, a choice) is filled up, and what is
//! not delivered is added: behind the line that stands before it, or at the end. What is published is the notice written out, so that no later version of
//! the program changes what was promised.

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};
use miette::SourceSpan;

use crate::exchange::place;
use crate::grammar::{LANGUAGES, NOTICE, Node, first_text};
use crate::reading::{Reading, tree_of};

/// The property that asks for it.
pub(crate) const PROPERTY: &str = "ready-made";

/// The property of a promised time.
const WITHIN: &str = "within";
/// The law's own time (Art. 12(3)), for a notice that promises no other.
const LAW: &str = "1 month";

/// What is delivered, by the service's name.
const DELIVERED: &[(&str, &str)] = &[
    ("staff", include_str!("../data/ready-made/staff.kdl")),
    ("rights", include_str!("../data/ready-made/rights.kdl")),
];

/// The services that can be had ready-made.
pub fn names() -> impl Iterator<Item = &'static str> {
    DELIVERED.iter().map(|(name, _)| *name)
}

/// The whole service as it is delivered, in every language. An `erase-on-request` without a time takes that
/// of the notice's right.
pub fn delivered(name: &str) -> Option<&'static str> {
    DELIVERED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The tree with every ready-made service filled; what comes from the program has the place of the
/// service's own line. `None` when there is no such service.
pub(crate) fn filled(document: &KdlDocument) -> Option<KdlDocument> {
    let mut document = document.clone();
    let notice = document.nodes_mut().iter_mut().find(|node| node.name().value() == NOTICE.name)?;
    let asked = Asked::by(notice);
    let services = notice.children_mut().as_mut()?.nodes_mut();
    let filled = wholes(services, &asked);
    let any = !filled.is_empty();
    for (at, whole) in filled {
        services.get_mut(at).into_iter().for_each(|service| *service = whole.clone());
    }
    any.then_some(document)
}

/// The text with every ready-made service written out; all the rest stays as it was written.
pub(crate) fn written_out(reading: &Reading) -> String {
    let mut text = reading.text.clone();
    let mut nodes = reading.document.nodes().iter();
    let Some(notice) = nodes.find(|node| node.name().value() == NOTICE.name) else { return text };
    let asked = Asked::by(notice);
    let services = notice.children().map(KdlDocument::nodes).unwrap_or_default();
    // From the end, so that places before stay true.
    for (at, mut whole) in wholes(services, &asked).into_iter().rev() {
        whole.entries_mut().retain(|entry| !asks(entry));
        let place = services.get(at).map(|service| place(&reading.text, service));
        if let Some(place) = place.filter(|place| text.get(place.clone()).is_some()) {
            text.replace_range(place, whole.to_string().trim());
        }
    }
    text
}

/// Whether this is the property that asks for it.
fn asks(entry: &KdlEntry) -> bool {
    entry.name().is_some_and(|name| name.value() == PROPERTY)
}

/// What of a notice a delivered service goes by.
struct Asked {
    /// Its languages; texts in others are left out.
    languages: Vec<String>,
    /// The time in which it promises an erasure.
    within: String,
}

impl Asked {
    fn by(notice: &KdlNode) -> Self {
        let text =
            |node: &KdlNode, name: &str| Some(node.entry(name)?.value().as_string()?.to_owned());
        let inside = |node: &KdlNode, name: &str| node.children()?.get(name).cloned();
        let right = inside(notice, "rights").and_then(|rights| inside(&rights, "erasure"));
        let languages = text(notice, "languages").unwrap_or_default();
        Self {
            languages: languages.split_whitespace().map(str::to_owned).collect(),
            within: right.and_then(|right| text(&right, WITHIN)).unwrap_or_else(|| LAW.to_owned()),
        }
    }
}

/// The ready-made services among these nodes, filled, each with its place among them. A service that is
/// written again is a mistake, and is filled only once: no notice grows without bounds.
fn wholes(nodes: &[KdlNode], asked: &Asked) -> Vec<(usize, KdlNode)> {
    let mut found: Vec<(usize, KdlNode)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        if found.iter().all(|(_, known)| first_text(known) != first_text(node)) {
            found.extend(whole(node, asked).map(|whole| (at, whole)));
        }
    }
    found
}

/// The service as delivered with the notice's own lines in it, when it is to be had and asked for.
fn whole(service: &KdlNode, asked: &Asked) -> Option<KdlNode> {
    let rule = NOTICE.children.iter().find(|rule| rule.name == "service")?;
    let is_true = |entry: &KdlEntry| *entry.value() == KdlValue::Bool(true);
    let wanted = service.entries().iter().any(|entry| asks(entry) && is_true(entry));
    if service.name().value() != rule.name || !wanted {
        return None;
    }
    let mut whole = tree_of(delivered(first_text(service)?)?)?.nodes().first()?.clone();
    adapt(&mut whole, asked);
    fill(&mut whole, service, rule);
    Some(whole)
}

/// Leaves out the texts in languages that the notice does not have, and lets an erasure that is delivered
/// without a time take the one that the notice promises.
fn adapt(node: &mut KdlNode, asked: &Asked) {
    if node.name().value() == "erase-on-request" && node.entry(WITHIN).is_none() {
        node.push(KdlEntry::new_prop(WITHIN, asked.within.as_str()));
    }
    let Some(inside) = node.children_mut() else { return };
    inside.nodes_mut().retain(|child| {
        let name = child.name().value();
        let foreign =
            LANGUAGES.contains(&name) && !asked.languages.iter().any(|known| known == name);
        asked.languages.is_empty() || !foreign
    });
    inside.nodes_mut().iter_mut().for_each(|child| adapt(child, asked));
}

/// Puts the own lines before the delivered ones. No deeper than the grammar.
fn fill(whole: &mut KdlNode, own: &KdlNode, rule: &'static Node) {
    put_at(whole, own.name().span());
    for entry in own.entries() {
        let name = |of: &KdlEntry| of.name().map(|name| name.value().to_owned());
        match whole.entries_mut().iter_mut().find(|known| name(known) == name(entry)) {
            Some(known) => *known = entry.clone(),
            None => whole.entries_mut().push(entry.clone()),
        }
    }
    let Some(lines) = own.children() else { return };
    let inside = whole.ensure_children().nodes_mut();
    let mut end = None;
    for line in lines.nodes() {
        let rule = rule.children.iter().find(|rule| rule.name == line.name().value());
        let many = rule.filter(|rule| rule.many);
        let delivered = inside.iter().position(|known| {
            known.name().value() == line.name().value()
                && (many.is_none() || first_text(known) == first_text(line))
        });
        let at = delivered.or(end).unwrap_or(inside.len());
        match (inside.get_mut(at).filter(|_| delivered.is_some()), many) {
            (Some(known), Some(rule)) => fill(known, line, rule),
            (Some(known), None) => *known = own_line(line),
            (None, _) => inside.insert(at, own_line(line)),
        }
        end = Some(at + 1);
    }
}

/// A line that stands by itself wherever it is put.
fn own_line(line: &KdlNode) -> KdlNode {
    let mut line = line.clone();
    if let Some(format) = line.format_mut().filter(|format| format.terminator.is_empty()) {
        format.terminator = "\n".to_owned();
    }
    line
}

/// Gives a delivered node, with all in it, a place in the notice.
fn put_at(node: &mut KdlNode, at: SourceSpan) {
    node.set_span(at);
    node.name_mut().set_span(at);
    for entry in node.entries_mut() {
        entry.set_span(at);
        entry.name_mut().into_iter().for_each(|name| name.set_span(at));
    }
    let inside = node.children_mut().as_mut().map(KdlDocument::nodes_mut);
    inside.into_iter().flatten().for_each(|child| put_at(child, at));
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{delivered, names};
    use crate::model::{FieldType, Keep, Notice};
    use crate::read;

    /// A notice with these services.
    fn with(languages: &str, services: &str) -> String {
        format!("notice \"a\" languages=\"{languages}\" {{\n    {services}\n}} // end\n")
    }

    fn as_json(notice: &Notice) -> Value {
        json!({ "notice": notice })
    }

    fn kind<'a>(notice: &'a Notice, name: &str) -> &'a crate::model::Collect {
        notice.kinds().map(|(_, kind)| kind).find(|kind| kind.kind == name).unwrap()
    }

    #[test]
    fn a_ready_made_service_is_the_delivered_one() {
        for name in names() {
            let ready =
                read(&with("fi sv en", &format!("service \"{name}\" ready-made=#true")), "");
            assert_eq!(ready.findings, []);
            let kinds = delivered(name).unwrap().matches("collect \"").count();
            assert_eq!(ready.notice.kinds().count(), kinds);
            assert_eq!(read(&ready.whole(), "").findings, []);
            assert_eq!(as_json(&read(&ready.whole(), "").notice), as_json(&ready.notice));
            assert!(ready.whole().ends_with("} // end\n"));
        }
    }

    #[test]
    fn own_lines_go_before_delivered_ones() {
        let text = with(
            "fi en",
            r#"service "rights" ready-made=#true {
        collect "rights-request" { keep "5 years" from="decided"; field "contact" max=77 }
        collect "rights-note" { field "extra" category="content" purposes="rights" { fi "Lisä"; en "Extra" }
        }
        collect "more" from="staff" { fi "Muuta"; en "More"; keep "1 year" from="created" }
    }; statement "x" { fi "Yksi"; en "One" }"#,
        );
        let reading = read(&text, "");
        assert_eq!(reading.findings, []);
        let request = kind(&reading.notice, "rights-request");
        assert!(
            matches!(&request.keep, Some(Keep::For { period, .. }) if period.to_string() == "5 years")
        );
        let contact = request.fields.iter().find(|field| field.name == "contact").unwrap();
        assert_eq!(contact.max_chars, 77);
        assert!(!contact.label.is_empty(), "what is not written is as delivered");
        let delivered = read(&with("fi en", delivered("rights").unwrap()), "");
        let before = kind(&delivered.notice, "rights-request");
        assert_eq!(request.fields.len(), before.fields.len());
        let note = kind(&reading.notice, "rights-note");
        assert_eq!(note.fields.len(), kind(&delivered.notice, "rights-note").fields.len() + 1);
        kind(&reading.notice, "more");

        let whole = read(&reading.whole(), "");
        assert_eq!(whole.findings, []);
        assert_eq!(as_json(&whole.notice), as_json(&reading.notice));
        assert_eq!(whole.text, whole.whole(), "written out is written out");
        assert!(!whole.text.contains("sv \""), "no language that the notice does not have");
    }

    #[test]
    fn an_erasure_takes_the_time_that_the_notice_promises() {
        for (rights, days) in [("", "1 month"), ("rights { erasure within=\"3 days\" }", "3 days")]
        {
            let service = "service \"rights\" ready-made=#true { collect \"rights-note\" { erase-on-request within=\"2 days\" } }";
            let reading = read(&with("fi", &format!("{service}; {rights}")), "");
            for notice in [&reading.notice, &read(&reading.whole(), "").notice] {
                let within = |name| kind(notice, name).erase_within.unwrap().to_string();
                assert_eq!(within("rights-request"), days);
                assert_eq!(
                    (within("rights-note"), within("disclosure")),
                    ("2 days".into(), "1 month".into())
                );
            }
        }
    }

    #[test]
    fn what_is_added_stands_behind_the_line_before_it() {
        let own = "collect \"rights-request\" { field \"type\" { choice \"access\"\n choice \"new\" { fi \"Uusi\" } } }";
        let text = with("fi", &format!("service \"rights\" ready-made=#true {{ {own} }}"));
        let reading = read(&text, "");
        assert_eq!(reading.findings, []);
        for notice in [&reading.notice, &read(&reading.whole(), "").notice] {
            let request = kind(notice, "rights-request");
            let field = request.fields.iter().find(|field| field.name == "type").unwrap();
            let choices = match &field.ty {
                FieldType::Choice(choices) => choices.as_slice(),
                _ => &[],
            };
            let names: Vec<&str> = choices.iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(names[..2], ["access", "new"], "{names:?}");
            assert!(!choices[0].1.is_empty(), "what is not written is as delivered");
            assert_eq!(names.last(), Some(&"other"));
        }
    }

    #[test]
    fn what_is_found_in_it_is_told_at_a_line_of_the_notice() {
        let text = with("fi sv en", "service \"staff\" ready-made=#true");
        let reading = read(&text, "");
        for (_, kind) in reading.notice.kinds() {
            let spans = kind.fields.iter().map(|field| field.span).chain([kind.span]);
            for span in spans {
                assert_eq!(text.get(span.offset..span.offset + span.len), Some("service"));
            }
        }
    }

    #[test]
    fn nobody_gets_what_is_not_there() {
        for service in ["service \"feedback\" ready-made=#true", "service ready-made=#true"] {
            let text = with("fi", service);
            let reading = read(&text, "");
            assert_eq!(reading.notice.kinds().count(), 0);
            assert_eq!(reading.whole(), text);
        }
        let two = format!("{0}{0}", with("fi", "service \"staff\" ready-made=#true"));
        assert_eq!(
            read(&two, "").whole().matches("ready-made").count(),
            1,
            "the first notice counts"
        );
        let often = "service \"staff\" ready-made=#true; ".repeat(10_000);
        assert!(read(&with("fi", &often), "").whole().len() < often.len() + 50_000);
        let text = with("fi", "service \"staff\" ready-made=#false");
        assert_eq!(read(&text, "").notice.kinds().count(), 0);
    }
}

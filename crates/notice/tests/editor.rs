//! What editors complete from is the grammar: nothing is missing in it and nothing is invented.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};

use kdl::{KdlDocument, KdlNode};
use seloste_notice::grammar::{self, LANGUAGES, NOTICE, Node, Value};
use seloste_notice::read;
use serde_json::Value as Json;

fn list(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn words(value: &Value) -> &'static [&'static str] {
    match value {
        Value::One(words) | Value::Words(words) | Value::Known(words) => words,
        _ => &[],
    }
}

/// The table's value and the schema's say the same.
#[track_caller]
fn same_value(table: Option<&Value>, schema: &Json) {
    let Some(table) = table else { return assert!(schema.is_null(), "{schema}") };
    let variant = format!("{table:?}").split(['(', ' ']).next().unwrap().to_lowercase();
    assert_eq!(schema["type"], variant);
    let listed: Vec<&str> =
        list(&schema["words"]).iter().map(|word| word.as_str().unwrap()).collect();
    assert_eq!(listed, words(table));
}

/// Goes through both at once; lengths are compared, so neither may have more than the other.
#[track_caller]
fn same_node(table: &Node, schema: &Json) {
    assert_eq!(schema["name"], table.name);
    assert_eq!(schema["doc"], table.doc);
    assert!(!table.doc.is_empty(), "{}", table.name);
    assert_eq!(schema["example"], table.example);
    let flags = [
        ("value_required", table.must && !table.either),
        ("more_values", table.more),
        ("repeatable", table.many),
        ("texts", table.texts),
        ("texts_required", table.texts && !table.texts_optional && !table.either),
        ("value_or_texts", table.either),
    ];
    for (name, set) in flags {
        assert_eq!(schema[name], set, "{}.{name}", table.name);
    }
    same_value(table.value.as_ref(), &schema["value"]);
    let props = list(&schema["properties"]);
    assert_eq!(props.len(), table.props.len(), "{}", table.name);
    for (prop, schema) in table.props.iter().zip(props) {
        assert_eq!((&schema["name"], &schema["doc"]), (&prop.name.into(), &prop.doc.into()));
        same_value(Some(&prop.value), &schema["value"]);
    }
    let children = list(&schema["children"]);
    assert_eq!(children.len(), table.children.len(), "{}", table.name);
    for (child, schema) in table.children.iter().zip(children) {
        same_node(child, schema);
    }
}

#[test]
fn the_schema_and_the_grammar_are_the_same_both_ways() {
    let schema = grammar::schema();
    same_node(&NOTICE, &schema["root"]);
    let languages: Vec<Json> = LANGUAGES.iter().map(|language| (*language).into()).collect();
    assert_eq!(schema["languages"], Json::Array(languages));
}

/// Looks the nodes of a real notice up in the schema, knowing nothing of the table.
fn known(node: &KdlNode, schema: &Json, languages: &[Json], path: &str) {
    for entry in node.entries() {
        let value = match entry.name() {
            Some(name) => {
                let props = list(&schema["properties"]);
                let found = props.iter().find(|prop| prop["name"] == name.value());
                &found.unwrap_or_else(|| panic!("{path}.{}", name.value()))["value"]
            }
            None => &schema["value"],
        };
        assert!(value.is_object(), "{path} takes no value");
        for word in entry.value().as_string().unwrap_or_default().split_whitespace() {
            let listed = list(&value["words"]);
            let open = listed.is_empty() || value["type"] == "known";
            assert!(open || listed.contains(&word.into()), "{path}: {word}");
        }
    }
    for child in node.children().iter().flat_map(|children| children.nodes()) {
        let name = child.name().value();
        let path = format!("{path} › {name}");
        match list(&schema["children"]).iter().find(|schema| schema["name"] == name) {
            Some(schema) => known(child, schema, languages, &path),
            None => assert!(schema["texts"] == true && languages.contains(&name.into()), "{path}"),
        }
    }
}

#[test]
fn every_word_of_the_ready_made_notices_is_in_the_schema() {
    let schema = grammar::schema();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../notices");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let document = KdlDocument::parse_v2(&text).unwrap();
        for node in document.nodes() {
            known(node, &schema["root"], list(&schema["languages"]), "notice");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

/// A snippet as it stands in the text when every stop is left as it is.
fn expanded(snippet: &Json, inside: &str) -> String {
    let lines: Vec<&str> =
        list(&snippet["body"]).iter().map(|line| line.as_str().unwrap()).collect();
    let body = lines.join("\n").replace("$0", inside);
    let mut out = String::new();
    let mut pieces = body.split("${");
    out.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (stop, rest) = piece.split_once('}').unwrap();
        let at = stop.find([':', '|']).unwrap();
        let text = stop[at + 1..].trim_end_matches('|');
        out.push_str(if stop[at..].starts_with('|') {
            text.split(',').next().unwrap()
        } else {
            text
        });
        out.push_str(rest);
    }
    out
}

/// Goes down the table; `around` puts a text where this node stands.
fn complete(
    node: &'static Node,
    above: &str,
    around: &dyn Fn(&str) -> String,
    snippets: &BTreeMap<String, Json>,
    seen: &mut BTreeSet<String>,
) {
    let path =
        if above.is_empty() { node.name.to_owned() } else { format!("{above} › {}", node.name) };
    let own = &snippets[&path];
    let reads = |what: &str, text: String| {
        let found = read(&text, "").findings;
        assert!(found.is_empty(), "{what}: {found:?}\n{text}");
    };
    reads(&path, around(&expanded(own, "")));
    seen.insert(path.clone());
    // The node alone: its properties follow its value.
    let head = expanded(own, "").lines().next().unwrap().trim_end_matches([' ', '{']).to_owned();
    let at = |prop: &grammar::Prop| head.find(&format!(" {}=", prop.name));
    let bare = &head[..node.props.iter().filter_map(at).min().unwrap_or(head.len())];
    for prop in node.props {
        let name = format!("{path} › {}=", prop.name);
        reads(&name, around(&format!("{bare} {}", expanded(&snippets[&name], ""))));
        seen.insert(name);
    }
    for child in node.children {
        let inside = |text: &str| around(&expanded(own, text));
        complete(child, &path, &inside, snippets, seen);
    }
}

#[test]
fn every_snippet_reads_without_a_finding_and_none_is_missing() {
    let snippets: BTreeMap<String, Json> = serde_json::from_value(grammar::snippets()).unwrap();
    let mut seen = BTreeSet::new();
    complete(&NOTICE, "", &str::to_owned, &snippets, &mut seen);
    assert_eq!(snippets.keys().cloned().collect::<BTreeSet<_>>(), seen);
    for (name, snippet) in &snippets {
        assert_eq!(snippet["scope"], "kdl", "{name}");
        assert!(snippet["description"].as_str().is_some_and(|doc| !doc.is_empty()), "{name}");
        assert!(snippet["prefix"].as_str().is_some_and(|prefix| name.contains(prefix)), "{name}");
    }
}

#[test]
fn the_word_list_is_every_word_once() {
    fn gather(schema: &Json, into: &mut BTreeSet<String>) {
        let name = |json: &Json| json["name"].as_str().unwrap().to_owned();
        into.insert(name(schema));
        let props = list(&schema["properties"]);
        into.extend(props.iter().map(name));
        for value in props.iter().map(|prop| &prop["value"]).chain([&schema["value"]]) {
            into.extend(list(&value["words"]).iter().map(|word| word.as_str().unwrap().to_owned()));
        }
        list(&schema["children"]).iter().for_each(|child| gather(child, into));
    }
    let mut wanted: BTreeSet<String> = LANGUAGES.iter().map(|word| (*word).to_owned()).collect();
    gather(&grammar::schema()["root"], &mut wanted);
    let words: Vec<String> = grammar::vocabulary().into_iter().map(str::to_owned).collect();
    assert_eq!(words, wanted.into_iter().collect::<Vec<_>>());
}

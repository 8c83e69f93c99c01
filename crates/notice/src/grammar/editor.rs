//! The grammar for editors, from the one table: a schema for tools that complete and explain by
//! themselves, snippets for editors that know the format of Visual Studio Code, and a plain list
//! of words for those that complete from a dictionary.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::{LANGUAGES, MAX_NAME, NOTICE, Node, Prop, Value};

/// The version of the schema's own form: raised when a key changes its meaning.
const FORM: u32 = 1;

/// The grammar as JSON: `root` is a node; every node lists its value, properties and children,
/// each with what it means.
pub fn schema() -> Json {
    json!({
        "language": "seloste-notice",
        "form": FORM,
        "kdl": 2,
        "languages": LANGUAGES,
        "root": node_json(&NOTICE),
    })
}

fn node_json(node: &Node) -> Json {
    let props: Vec<Json> = node
        .props
        .iter()
        .map(|prop| json!({ "name": prop.name, "doc": prop.doc, "value": prop.value.json() }))
        .collect();
    json!({
        "name": node.name,
        "doc": node.doc,
        "value": node.value.map(|value| value.json()),
        "value_required": node.must && !node.either,
        "more_values": node.more,
        "repeatable": node.many,
        "texts": node.texts,
        "texts_required": node.texts && !node.texts_optional && !node.either,
        "value_or_texts": node.either,
        "properties": props,
        "example": node.example,
        "children": node.children.iter().map(|child| node_json(child)).collect::<Vec<_>>(),
    })
}

impl Value {
    fn json(&self) -> Json {
        match self {
            Value::One(words) => json!({ "type": "one", "words": words }),
            Value::Words(words) => json!({ "type": "words", "words": words }),
            Value::Name => json!({ "type": "name", "max_chars": MAX_NAME }),
            Value::Known(words) => {
                json!({ "type": "known", "max_chars": MAX_NAME, "words": words })
            }
            Value::Names => json!({ "type": "names", "max_chars": MAX_NAME }),
            Value::Text => json!({ "type": "text" }),
            Value::Period => json!({ "type": "period" }),
            Value::Date => json!({ "type": "date" }),
            Value::YearEnd => json!({ "type": "yearend" }),
            Value::Email => json!({ "type": "email" }),
            Value::Country => json!({ "type": "country" }),
            Value::Host => json!({ "type": "host" }),
            Value::Flag => json!({ "type": "flag" }),
            Value::Number => json!({ "type": "number" }),
        }
    }

    /// The value as it may be written, a stop of the snippet in it.
    fn stop(&self, stops: &mut Stops) -> String {
        match self {
            Value::One(words) | Value::Known(words) => format!("\"{}\"", stops.choice(words)),
            Value::Words(words) => format!("\"{}\"", stops.filled(&words.join(" "))),
            Value::Flag => stops.choice(&["#true", "#false"]),
            Value::Number => stops.filled("200"),
            Value::Period => format!("\"{}\"", stops.filled("1 month")),
            Value::Date => format!("\"{}\"", stops.filled("2026-01-31")),
            Value::YearEnd => format!("\"{}\"", stops.filled("12-31")),
            Value::Email => format!("\"{}\"", stops.filled("nimi@example.fi")),
            Value::Country => format!("\"{}\"", stops.filled("FI")),
            Value::Host => format!("\"{}\"", stops.filled("example.fi")),
            Value::Name => format!("\"{}\"", stops.filled("name")),
            Value::Names => format!("\"{}\"", stops.filled("name")),
            Value::Text => format!("\"{}\"", stops.filled("…")),
        }
    }
}

/// Numbers the places of one snippet at which the cursor stops.
#[derive(Default)]
struct Stops(usize);

impl Stops {
    fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }

    fn filled(&mut self, text: &str) -> String {
        format!("${{{}:{text}}}", self.next())
    }

    fn choice(&mut self, words: &[&str]) -> String {
        format!("${{{}|{}|}}", self.next(), words.join(","))
    }
}

/// Snippets in the format of Visual Studio Code, which other editors read, too: one for each node
/// with what its example has, and one for each property, with its words to choose from.
pub fn snippets() -> Json {
    let mut all = BTreeMap::new();
    collect(&NOTICE, "", &mut all);
    json!(all)
}

fn collect(node: &Node, above: &str, all: &mut BTreeMap<String, Json>) {
    let path = match above {
        "" => node.name.to_owned(),
        above => format!("{above} › {}", node.name),
    };
    all.insert(path.clone(), snippet(node.name, node_body(node), node.doc));
    for prop in node.props {
        let body = vec![property(prop, &mut Stops::default())];
        all.insert(format!("{path} › {}=", prop.name), snippet(prop.name, body, prop.doc));
    }
    for child in node.children {
        collect(child, &path, all);
    }
}

fn snippet(prefix: &str, body: Vec<String>, doc: &str) -> Json {
    json!({ "scope": "kdl", "prefix": prefix, "body": body, "description": doc })
}

fn property(prop: &Prop, stops: &mut Stops) -> String {
    format!("{}={}", prop.name, prop.value.stop(stops))
}

/// A node as its example shows it: properties that can be left out are not put in by default.
fn node_body(node: &Node) -> Vec<String> {
    let mut stops = Stops::default();
    let mut head = node.name.to_owned();
    let valued = !node.either && (node.must || node.children.is_empty());
    if let Some(value) = node.value.filter(|_| valued) {
        head.push_str(&format!(" {}", value.stop(&mut stops)));
    }
    let shown = |prop: &&Prop| node.example.contains(&format!(" {}=", prop.name));
    for prop in node.props.iter().filter(shown) {
        head.push_str(&format!(" {}", property(prop, &mut stops)));
    }
    let texts = node.texts && !node.texts_optional;
    if !texts && node.children.is_empty() {
        return vec![head];
    }
    let mut body = vec![format!("{head} {{")];
    if texts {
        let line = |language: &&str| format!("\t{language} \"{}\"", stops.filled("…"));
        body.extend(LANGUAGES.iter().map(line));
    }
    if !node.children.is_empty() {
        body.push("\t$0".to_owned());
    }
    body.push("}".to_owned());
    body
}

/// Every word that the language knows, sorted: nodes, properties and the words of closed lists.
pub fn vocabulary() -> Vec<&'static str> {
    let mut words: BTreeSet<&'static str> = LANGUAGES.iter().copied().collect();
    gather(&NOTICE, &mut words);
    words.into_iter().collect()
}

fn gather(node: &'static Node, words: &mut BTreeSet<&'static str>) {
    words.insert(node.name);
    words.extend(node.props.iter().map(|prop| prop.name));
    let values = node.value.iter().chain(node.props.iter().map(|prop| &prop.value));
    for value in values {
        if let Value::One(known) | Value::Words(known) | Value::Known(known) = value {
            words.extend(known.iter());
        }
    }
    node.children.iter().for_each(|child| gather(child, words));
}

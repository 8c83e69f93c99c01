//! The compiler: walks the notice in the order of Art. 13 and says each statement once.

mod data;
mod device;
mod whole;

pub use data::anonymised;
use std::collections::BTreeSet;

use seloste_kernel::Lang;
use serde::Serialize;
pub(crate) use whole::basis_key;

use super::phrase::{self, Arg, say};
use super::{Article, Mechanism, Promise};
use crate::model::{Notice, Span, Text};

/// Every atomic statement of the notice. Total and deterministic: the same notice gives the same
/// ids in the same order.
pub fn compile(notice: &Notice) -> Vec<Promise> {
    let mut compiler = Compiler { notice, taken: BTreeSet::new(), out: Vec::new() };
    whole::identity(&mut compiler);
    whole::purposes(&mut compiler);
    data::kinds(&mut compiler);
    whole::recipients(&mut compiler);
    whole::transfers(&mut compiler);
    device::cookies(&mut compiler);
    device::analytics(&mut compiler);
    whole::roles(&mut compiler);
    whole::measures(&mut compiler);
    whole::operations(&mut compiler);
    whole::rights(&mut compiler);
    whole::statements(&mut compiler);
    compiler.out
}

/// A declared thing that no mechanism keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Uncovered {
    /// What: `measure`, `right` or `authority`.
    pub what: &'static str,
    /// Its name in the notice.
    pub name: String,
    /// Where it stands.
    #[serde(skip)]
    pub span: Span,
}

/// Declared names that the compiler knows no mechanism for, and so cannot promise, and what nobody
/// vouches for though only a person can. A notice with any of these must not be published.
pub fn uncovered(notice: &Notice) -> Vec<Uncovered> {
    let measures = notice
        .measures
        .iter()
        .filter(|measure| whole::measure(&measure.name).is_none())
        .map(|m| Uncovered { what: "measure", name: m.name.clone(), span: m.span });
    let rights = notice
        .rights
        .iter()
        .filter(|right| whole::right(&right.name).is_none())
        .map(|r| Uncovered { what: "right", name: r.name.clone(), span: r.span });
    let authority = notice
        .authority
        .iter()
        .filter(|authority| crate::render::supervisor(&authority.code).is_none())
        .map(|a| Uncovered { what: "authority", name: a.code.clone(), span: a.span });
    let vouched = notice.attestations.iter().any(|known| known.name == whole::LOGS);
    let logs = (!vouched).then(|| {
        let told = notice.operations.span;
        let span = if told == Span::default() { notice.span } else { told };
        Uncovered { what: "operations", name: whole::LOGS.to_owned(), span }
    });
    measures.chain(rights).chain(authority).chain(logs).collect()
}

/// The arguments of a sentence in one language.
type Args = Vec<(&'static str, Arg)>;

struct Compiler<'a> {
    notice: &'a Notice,
    taken: BTreeSet<String>,
    out: Vec<Promise>,
}

/// Where a promise stands, without its sentence.
struct Head<'a> {
    id: String,
    article: Option<Article>,
    mechanism: Mechanism,
    service: Option<&'a str>,
    span: Span,
}

impl<'a> Head<'a> {
    fn new(id: impl Into<String>, mechanism: Mechanism, span: Span) -> Self {
        Self { id: id.into(), article: None, mechanism, service: None, span }
    }

    fn by(mut self, article: Article) -> Self {
        self.article = Some(article);
        self
    }

    fn of(mut self, service: &'a str) -> Self {
        self.service = Some(service);
        self
    }
}

impl Compiler<'_> {
    /// Adds a promise whose sentence is a text of `promises.ftl`.
    fn promise(&mut self, head: Head<'_>, key: &str, args: impl Fn(Lang) -> Args) {
        let sentence = self.in_all(|lang| say(lang, key, &args(lang)));
        self.told(head, sentence);
    }

    /// Adds a promise whose sentence is already there.
    fn told(&mut self, head: Head<'_>, sentence: Text) {
        let id = self.free(format!("{}.{}", slug(&self.notice.id), head.id));
        self.out.push(Promise {
            id,
            sentence,
            article: head.article,
            mechanism: head.mechanism,
            service: head.service.map(str::to_owned),
            span: head.span,
        });
    }

    fn in_all(&self, word: impl Fn(Lang) -> String) -> Text {
        let declared = &self.notice.languages;
        let langs = if declared.is_empty() { &Lang::ALL[..] } else { declared };
        langs.iter().map(|lang| (*lang, word(*lang))).collect()
    }

    /// Two things of one name are a finding elsewhere; here each still gets its own id.
    fn free(&mut self, id: String) -> String {
        let mut free = id.clone();
        let mut n = 2;
        while !self.taken.insert(free.clone()) {
            free = format!("{id}-{n}");
            n += 1;
        }
        free
    }

    /// The purposes of these names as quoted titles.
    fn purposes(&self, lang: Lang, names: &[crate::model::Named]) -> String {
        let title = |name: &str| match self.notice.purpose(name) {
            Some(purpose) if !phrase::text(&purpose.text, lang).is_empty() => {
                phrase::quoted(lang, phrase::text(&purpose.text, lang))
            }
            _ => phrase::quoted(lang, name),
        };
        phrase::list(lang, &names.iter().map(|n| title(&n.value)).collect::<Vec<_>>())
    }
}

/// A title in quotation marks, or the machine name when there is none.
fn title(text: &Text, name: &str, lang: Lang) -> String {
    let said = phrase::text(text, lang);
    phrase::quoted(lang, if said.is_empty() { name } else { said })
}

/// An id's part: small letters, digits and hyphens.
pub(crate) fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' | '_' => out.push(c),
            'å' | 'ä' => out.push('a'),
            'ö' => out.push('o'),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    let trimmed = out.trim_end_matches('-');
    if trimmed.is_empty() { "unnamed".into() } else { trimmed.into() }
}

/// A count as an argument.
fn count(n: usize) -> Arg {
    Arg::from(i64::try_from(n).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    #[test]
    fn every_known_measure_and_right_can_be_promised() {
        let quoted: Vec<String> =
            grammar::MEASURES.iter().map(|name| format!("\"{name}\"")).collect();
        let text = format!(
            "notice \"n\" languages=\"fi sv en\" {{\n measure {}\n rights {{ {} }}\n attest \"logs\"\n}}",
            quoted.join(" "),
            grammar::RIGHTS.join("; ")
        );
        let notice = crate::read(&text, "n.kdl").notice;
        assert_eq!(uncovered(&notice), []);
        let promises = compile(&notice);
        let measures = grammar::MEASURES.iter().map(|name| format!("n.measure.{name}"));
        let rights = grammar::RIGHTS.iter().map(|name| format!("n.right.{name}"));
        for id in measures.chain(rights) {
            let promise = promises.iter().find(|promise| promise.id == id);
            let said = &promise.unwrap_or_else(|| unreachable!("{id}")).sentence;
            assert!(said.len() == 3 && said.values().all(|text| !text.contains('⟦')), "{said:?}");
        }
    }

    #[test]
    fn every_word_of_the_language_has_its_text() {
        let words = [
            ("event", grammar::EVENTS),
            ("may", grammar::ACTIONS),
            ("category", grammar::CATEGORIES),
            ("transfer", grammar::TRANSFER_MECHANISMS),
            ("analytics-dimension", grammar::DIMENSIONS),
            ("signal", grammar::SIGNALS),
            ("basis", grammar::BASES),
            ("source", grammar::SOURCES),
            ("role", &["processor", "recipient", "joint-controller", "authority", "class"]),
            ("disclosed-on", grammar::GROUNDS),
            ("demand", grammar::DEMANDS),
        ];
        for (prefix, names) in words {
            for name in names {
                let key = format!("{prefix}-{name}");
                assert!(phrase::known(Lang::Fi, &key).is_some(), "{key}");
            }
        }
    }

    #[test]
    fn two_things_of_one_name_get_two_ids() {
        let text = "notice \"n\" languages=\"fi\" { statement \"a\" { fi \"A.\" }; statement \"a\" { fi \"B.\" } }";
        let promises = compile(&crate::read(text, "n.kdl").notice);
        let ids: BTreeSet<&str> = promises.iter().map(|promise| promise.id.as_str()).collect();
        assert!(ids.contains("n.statement.a") && ids.contains("n.statement.a-2"), "{ids:?}");
        assert_eq!(ids.len(), promises.len());
    }
}

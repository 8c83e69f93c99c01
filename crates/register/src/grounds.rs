//! The grounds that a record's own kind sets (Art. 17(3)): floors of law, which keep some fields
//! until a computed day, and states, which keep the whole record while they last. They are rows
//! beside the record, written and ended by the same transaction as what they follow from.
//!
//! A record obeys the notice version that it was written under, in this as in all else: a floor
//! that a later version adds holds for what is written from then on.

use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive, Timestamp};
use seloste_notice::floors;
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Collect, FloorRule, Notice};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};

/// What begins and ends with one write.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grounds {
    /// Ground, the fields that it keeps (none: the whole record), and until when.
    begin: Vec<(String, Option<String>, Option<i64>)>,
    end: Vec<String>,
}

impl Grounds {
    /// Those of a record that is being written, and that came at this moment.
    pub(crate) fn at_writing(
        notice: &Notice,
        kind: &Collect,
        fields: &[(String, Sensitive<String>)],
        at: Timestamp,
    ) -> Self {
        let mut grounds = Self::by_change(Some(kind), fields);
        for rule in &kind.floors {
            let at = AT_WRITING.contains(&rule.from.as_str()).then_some(at);
            grounds.begin.push(floor(notice, rule, at));
        }
        grounds
    }

    /// Those that follow from new values of fields; an empty value is none.
    pub(crate) fn by_change(
        kind: Option<&Collect>,
        fields: &[(String, Sensitive<String>)],
    ) -> Self {
        let mut grounds = Self::default();
        for rule in kind.iter().flat_map(|kind| &kind.holds) {
            let Some((_, value)) = fields.iter().find(|(name, _)| *name == rule.field) else {
                continue;
            };
            if rule.is.iter().any(|is| is.value == *value.expose(Exit::Decision)) {
                grounds.begin.push((rule.name.clone(), None, None));
            } else {
                grounds.end.push(rule.name.clone());
            }
        }
        grounds
    }

    /// Those that follow from an event at this moment, or from its being taken back.
    pub(crate) fn by_event(
        notice: &Notice,
        kind: &Collect,
        event: &str,
        at: Option<Timestamp>,
    ) -> Self {
        let begun = kind
            .floors
            .iter()
            .filter(|rule| rule.from == event && !AT_WRITING.contains(&rule.from.as_str()));
        Self { begin: begun.map(|rule| floor(notice, rule, at)).collect(), end: Vec::new() }
    }

    /// Those that end because fields go.
    pub(crate) fn without(kind: &Collect, gone: &[String]) -> Self {
        let ended = kind.holds.iter().filter(|rule| gone.contains(&rule.field));
        Self { begin: Vec::new(), end: ended.map(|rule| rule.name.clone()).collect() }
    }

    pub(crate) fn write(
        &self,
        tx: &mut Tx,
        person: PersonId,
        record: RecordId,
        now_ms: i64,
    ) -> Result<(), Fault> {
        for ground in &self.end {
            holds::release(tx, person, record, ground)?;
        }
        for (ground, field, until_ms) in &self.begin {
            let (ground, field) = (ground.clone(), field.clone());
            let until_ms = *until_ms;
            let hold = Hold { person, record, ground, field, until_ms, created_ms: now_ms };
            holds::insert(tx, &hold)?;
        }
        Ok(())
    }

    /// How many of these rows differ from what a record has: what its fields want of states, and
    /// whether each floor is there.
    pub(crate) fn differ(&self, kind: &Collect, there: &[Hold]) -> bool {
        let has = |ground: &str, field: Option<&str>| {
            there.iter().any(|hold| hold.ground == ground && hold.field.as_deref() == field)
        };
        let floors = kind.floors.iter().all(|rule| has(&rule.ground, Some(&named(rule))));
        let begun = self.begin.iter().all(|(ground, field, _)| has(ground, field.as_deref()));
        let ended = self.end.iter().all(|ground| !has(ground, None));
        !(floors && begun && ended)
    }
}

/// Whether the kind itself sets and ends this ground, so that nobody does it by hand.
pub(crate) fn is_of_kind(kind: &Collect, ground: &str) -> bool {
    kind.floors.iter().any(|rule| rule.ground == ground)
        || kind.holds.iter().any(|rule| rule.name == ground)
}

fn floor(
    notice: &Notice,
    rule: &FloorRule,
    at: Option<Timestamp>,
) -> (String, Option<String>, Option<i64>) {
    let law = floors::by_code(&rule.ground);
    // Until the event has come nobody knows the day.
    let until = at.zip(law).map(|(at, law)| law.free_at(notice.year_end(), at).as_millisecond());
    (rule.ground.clone(), Some(named(rule)), until)
}

fn named(rule: &FloorRule) -> String {
    let names: Vec<&str> = rule.fields.iter().map(|field| field.value.as_str()).collect();
    names.join(" ")
}

//! What one person has, page by page in the order of ids (oldest first): the same work for a page
//! however much there is.

use seloste_kernel::{Fault, PersonId, RecordId};

use super::{Outline, RecordRow, TABLE, outline, read};
use crate::tx::Tx;
use crate::value::Value;

/// Which kinds of a person's records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Kinds {
    /// All.
    #[default]
    All,
    /// These.
    Only(Vec<String>),
    /// All but these.
    Except(Vec<String>),
}

impl Kinds {
    /// The condition in SQL, its parameters added to the others.
    fn condition<'a>(&'a self, params: &mut Vec<Value<'a>>) -> String {
        let (not, names) = match self {
            Kinds::All => return String::new(),
            Kinds::Only(names) => ("", names),
            Kinds::Except(names) => ("NOT ", names),
        };
        let places: Vec<String> = names
            .iter()
            .map(|name| {
                params.push(Value::from(name));
                format!("${}", params.len())
            })
            .collect();
        format!(" AND kind {not}IN (SELECT id FROM kinds WHERE name IN ({}))", places.join(", "))
    }
}

/// A person's records of these kinds after the given one.
///
/// # Errors
/// Only the engine's.
pub fn of_person_among(
    tx: &mut Tx,
    person: PersonId,
    kinds: &Kinds,
    after: Option<RecordId>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut params = vec![Value::from(&person), Value::from(after.as_slice()), limit.into()];
    let among = kinds.condition(&mut params);
    let rest = format!("WHERE person = $1 AND id > $2{among} ORDER BY id LIMIT $3");
    tx.genuine(&TABLE, &rest, &params, read)
}

/// Those records of a person on which something hangs, after the given one.
///
/// # Errors
/// Only the engine's.
pub fn wholes(
    tx: &mut Tx,
    person: PersonId,
    after: Option<RecordId>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let rest = "WHERE person = $1 AND id > $2 AND EXISTS \
         (SELECT 1 FROM records p WHERE p.thread = r.id) ORDER BY id LIMIT $3";
    let params = [Value::from(&person), Value::from(after.as_slice()), limit.into()];
    tx.genuine(&TABLE, rest, &params, read)
}

/// What hangs on these records, whosever it is, by the record on which it hangs and then by age,
/// after the given place.
///
/// # Errors
/// Only the engine's.
pub fn hanging(
    tx: &mut Tx,
    wholes: &[RecordId],
    after: Option<(RecordId, RecordId)>,
    limit: i64,
) -> Result<Vec<RecordRow>, Fault> {
    let mut params: Vec<Value<'_>> = wholes.iter().map(Value::from).collect();
    let places: Vec<String> = (1..=params.len()).map(|place| format!("${place}")).collect();
    let mut beyond = String::new();
    if let Some((whole, id)) = &after {
        params.extend([Value::from(whole), Value::from(id)]);
        beyond = format!("AND (thread, id) > (${}, ${})", params.len() - 1, params.len());
    }
    params.push(limit.into());
    let rest = format!(
        "WHERE thread IN ({}) {beyond} ORDER BY thread, id LIMIT ${}",
        places.join(", "),
        params.len()
    );
    tx.genuine(&TABLE, &rest, &params, read)
}

/// What a person has, without the content, after the given record.
///
/// # Errors
/// Only the engine's.
pub fn outlines(
    tx: &mut Tx,
    person: PersonId,
    kinds: &Kinds,
    after: Option<RecordId>,
    limit: i64,
) -> Result<Vec<Outline>, Fault> {
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut params = vec![Value::from(&person), Value::from(after.as_slice()), limit.into()];
    let among = kinds.condition(&mut params);
    let rest = format!("WHERE person = $1 AND id > $2{among} ORDER BY id LIMIT $3");
    tx.genuine_outlines(&TABLE, &rest, &params, outline)
}

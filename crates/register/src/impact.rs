//! How many stored records a change of the notice is about. Nothing is opened: kinds, names of fields
//! and numbers lie beside what is sealed.

use std::collections::BTreeMap;

use seloste_kernel::{Fault, PersonId, RecordId};
use seloste_notice::diff::Touched;
use seloste_store::tables::records;

use crate::Engine;
use crate::body::{self, Cells};
use crate::read::CONSENTS;

/// Rows looked at in one step.
const ROWS: i64 = 500;
/// Numbers of records that are listed of each kind, at most.
pub const LISTED: usize = 50;

/// Of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct AffectedKind {
    /// How many records.
    pub records: u64,
    /// Of how many people, each counted once.
    pub persons: u64,
    /// In how many of them stands a consent that no longer covers what is done.
    pub consents: u64,
    /// The numbers by which the pages know the first of them, [`LISTED`] at most.
    pub numbers: Vec<i64>,
}

/// What a change is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Affected {
    /// By kind.
    pub kinds: BTreeMap<String, AffectedKind>,
    /// Of how many people in all, each counted once.
    pub persons: u64,
}

impl Engine {
    /// Counts the records that changes are about. Rows come person by person, so that whoever was
    /// counted needs no remembering: the memory is that of one step.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn affected(&self, register: &str, touched: &Touched) -> Result<Affected, Fault> {
        let mut affected = Affected::default();
        let mut after: Option<(PersonId, RecordId)> = None;
        // Of the person whose rows are looked at: in which kinds they were counted.
        let mut counted: (Option<PersonId>, Vec<String>) = (None, Vec::new());
        loop {
            let rows = self.store.read(move |tx| records::by_person(tx, after, ROWS)).await?;
            let Some(last) = rows.last() else { return Ok(affected) };
            after = Some((last.person, last.id));
            for row in &rows {
                let policy = self.policy(row.policy).await?;
                let Some(fields) = touched.kinds.get(&policy.kind) else { continue };
                let cells: Cells = body::decode(&row.body).unwrap_or_default();
                let holds = |name: &str| cells.iter().any(|(of, _)| of == name);
                let is_about = fields.as_ref().is_none_or(|names| names.iter().any(|of| holds(of)));
                if policy.register != register || !is_about {
                    continue;
                }
                if counted.0 != Some(row.person) {
                    counted = (Some(row.person), Vec::new());
                    affected.persons += 1;
                }
                let asks = touched.consents.contains(&policy.kind) && holds(CONSENTS);
                let kind = affected.kinds.entry(policy.kind.clone()).or_default();
                kind.records += 1;
                kind.consents += u64::from(asks);
                if !counted.1.contains(&policy.kind) {
                    kind.persons += 1;
                    counted.1.push(policy.kind);
                }
                kind.numbers.extend(row.number.filter(|_| kind.numbers.len() < LISTED));
            }
        }
    }
}

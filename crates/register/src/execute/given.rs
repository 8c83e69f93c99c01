//! What tells to whom a record was disclosed stays for as long as a ground keeps that record, though its
//! person wished everything gone: without it nobody could be told when the record goes (Art. 19).

use std::collections::BTreeMap;

use seloste_kernel::{Fault, PersonId, RecordId};
use seloste_store::Tx;
use seloste_store::tables::holds::{self, Hold};
use seloste_store::tables::records::{self, RecordRow};

use super::look::Held;
use crate::given::Given;
use crate::hold::OF_RECORD;
use crate::{Engine, Keeping, Outcome, Plan};

impl Engine {
    /// Lets a plan keep what tells of disclosures of records that it keeps.
    pub(crate) async fn keep_with_records(
        &self,
        plan: &mut Plan,
        disclosures: Vec<RecordRow>,
    ) -> Result<(), Fault> {
        let kept = |step: &crate::Step| Some((step.record, step.outcome.kept().first()?.until_ms));
        let kept: BTreeMap<RecordId, Option<i64>> = plan.steps.iter().filter_map(kept).collect();
        if kept.is_empty() {
            return Ok(());
        }
        for row in disclosures {
            let Some(until_ms) = self.given_from(&row).await?.and_then(|of| kept.get(&of)) else {
                continue;
            };
            let step = plan.steps.iter_mut().find(|step| step.record == row.id);
            if let Some(step) = step.filter(|step| step.outcome.is_whole()) {
                let ground = OF_RECORD.to_owned();
                let keeping = Keeping { ground, fields: Vec::new(), until_ms: *until_ms };
                step.outcome = Outcome::Keep(vec![keeping]);
            }
        }
        Ok(())
    }

    /// From which record something was disclosed.
    async fn given_from(&self, disclosure: &RecordRow) -> Result<Option<RecordId>, Fault> {
        let about = self.said(disclosure, "about").await?;
        Ok(Given::read(&about).record)
    }

    /// Holds what a plan keeps with its record.
    pub(super) async fn hold_with_records(&self, plan: &Plan, now_ms: i64) -> Result<(), Fault> {
        let with = |kept: &Keeping| kept.ground == OF_RECORD;
        let steps = plan.steps.iter().filter(|step| step.outcome.kept().iter().any(with));
        let on: Vec<(PersonId, RecordId)> = steps.map(|step| (step.person, step.record)).collect();
        if on.is_empty() {
            return Ok(());
        }
        self.write_surely(move |tx| {
            for (person, record) in &on {
                if records::get(tx, *person, *record)?.is_some() {
                    holds::insert(tx, &held_with(*person, *record, now_ms))?;
                }
            }
            Ok(())
        })
        .await
    }

    /// What was kept with records that go now.
    pub(super) async fn freed_with(&self, held: &Held) -> Result<Vec<(PersonId, RecordId)>, Fault> {
        let person = held.person;
        let look = move |tx: &mut Tx| {
            let mut rows = Vec::new();
            for hold in holds::of_person(tx, person)? {
                if hold.ground == OF_RECORD {
                    rows.extend(records::get(tx, person, hold.record)?);
                }
            }
            Ok(rows)
        };
        let mut freed = Vec::new();
        for row in self.store.read(look).await? {
            let of = self.given_from(&row).await?;
            if held.going.iter().any(|going| Some(going.id) == of) {
                freed.push((person, row.id));
            }
        }
        Ok(freed)
    }
}

fn held_with(person: PersonId, record: RecordId, now_ms: i64) -> Hold {
    let ground = OF_RECORD.to_owned();
    Hold { person, record, ground, field: None, until_ms: None, created_ms: now_ms }
}

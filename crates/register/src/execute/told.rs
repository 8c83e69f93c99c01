//! Whoever received what an erasure takes is told (Art. 19). The tasks are made of what really goes,
//! once nothing can change it any more, and are written with its intent: what a ground keeps is told to
//! nobody as gone, nobody is forgotten by a crash, and nobody is told twice by another try.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, PersonId, RecordId};
use seloste_store::tables::records::RecordRow;

use super::{Held, Intent};
use crate::collect::Ready;
use crate::telling::{Change, Touched};
use crate::{Access, Engine, Register, Why, body};

/// The wish that a ground has put off until now.
pub(super) fn wish_in(row: &RecordRow) -> Option<Why> {
    body::wished(&body::decode(&row.body).ok()?)
}

impl Engine {
    /// The tasks of what was found to go. The keys under which they lie stay.
    pub(super) async fn tasks_of(
        self: &Arc<Self>,
        under: Option<&Access>,
        why: Why,
        found: &mut [Held],
    ) -> Result<Vec<Ready>, Fault> {
        // What has come to its end, and what a restored backup brings back, was told or need not be. What
        // somebody had wished and a ground put off is told now that it goes.
        let wished = Why::WISHES.contains(&why);
        if why == Why::Restore || (wished && under.is_none()) {
            return Ok(Vec::new());
        }
        let mut tasks = Vec::new();
        for held in found {
            let (touched, register) = self.touched(held, wished).await?;
            let own = register.map(|of| Access::of_engine(of, Actor::Job("sweep".to_owned())));
            let Some(access) = under.or(own.as_ref()) else { continue };
            let mut change = Change::of_erasure(touched);
            // What tells of disclosures goes next: nothing of the task stays with the person.
            let freed = self.freed_with(held).await?;
            change.going.extend(freed.into_iter().map(|(_, record)| record));
            for task in self.to_tell(access, held.person, &change).await? {
                if task.row.person == held.person {
                    held.needed.insert(task.row.key);
                    held.stays = true;
                }
                tasks.push(task);
            }
        }
        Ok(tasks)
    }

    /// What of a person's records goes by somebody's wish, this one or an earlier one, and in which
    /// register; none where nothing does.
    async fn touched(
        &self,
        held: &Held,
        wished: bool,
    ) -> Result<(BTreeMap<RecordId, Touched>, Option<Arc<Register>>), Fault> {
        let whole = held.going.iter().map(|row| (row, None));
        let parts = held.parts.iter().filter(|(_, part)| !part.gone.is_empty());
        let all = whole.chain(parts.map(|(row, part)| (row, Some(part.gone.clone()))));
        let (mut touched, mut register) = (BTreeMap::new(), None);
        for (row, fields) in all.filter(|(row, _)| wished || wish_in(row).is_some()) {
            let policy = self.policy(row.policy).await?;
            register = Some(self.register(&policy.register)?);
            touched.insert(row.id, (policy.kind, fields));
        }
        Ok((touched, register))
    }

    /// Brings to its end what of these persons another try has begun, with its tasks: planned anew it
    /// would be told anew.
    pub(super) async fn finish_begun(
        self: &Arc<Self>,
        people: &BTreeSet<PersonId>,
    ) -> Result<(), Fault> {
        let theirs = |intent: &Intent| intent.refs.iter().any(|of| people.contains(&of.person));
        self.finish(theirs).await
    }
}

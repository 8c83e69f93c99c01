//! Whoever received what an erasure takes is told (Art. 19). The tasks are made of what really goes,
//! once nothing can change it any more, and are written with its intent: what a ground keeps is told to
//! nobody as gone, nobody is forgotten by a crash, and nobody is told twice by another try.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use seloste_kernel::{Fault, PersonId, RecordId};

use super::{Held, Intent};
use crate::collect::Ready;
use crate::telling::{Change, Touched};
use crate::{Access, Engine, Why};

impl Engine {
    /// The tasks of what was found to go. The keys under which they lie stay.
    pub(super) async fn tasks_of(
        self: &Arc<Self>,
        under: Option<&Access>,
        why: Why,
        found: &mut [Held],
    ) -> Result<Vec<Ready>, Fault> {
        // What has come to its end, and what a restored backup brings back, was told or need not be.
        let tells = matches!(why, Why::Request | Why::Decision | Why::Withdrawal);
        let Some(access) = under.filter(|_| tells) else { return Ok(Vec::new()) };
        let mut tasks = Vec::new();
        for held in found {
            let change = Change::of_erasure(self.touched(held).await?);
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

    /// What of a person's records goes.
    async fn touched(&self, held: &Held) -> Result<BTreeMap<RecordId, Touched>, Fault> {
        let whole = held.going.iter().map(|row| (row, None));
        let parts = held.parts.iter().filter(|(_, part)| !part.gone.is_empty());
        let mut touched = BTreeMap::new();
        for (row, fields) in whole.chain(parts.map(|(row, part)| (row, Some(part.gone.clone())))) {
            touched.insert(row.id, (self.policy(row.policy).await?.kind, fields));
        }
        Ok(touched)
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

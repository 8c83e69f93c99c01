//! Rows of the database that this program did not write: what reading passes over in silence is
//! looked for here, and named.

use seloste_kernel::Fault;
use seloste_store::{Alien, Place};

use crate::Engine;

/// How many rows one step looks at.
const STEP: i64 = 500;

/// How many are named; beyond them they are only counted.
const NAMED: usize = 100;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliens {
    /// How many rows.
    pub count: u64,
    /// The first of them.
    pub named: Vec<Alien>,
}

impl Engine {
    /// Looks at every row by which something is decided, in every table.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn aliens(&self) -> Result<Aliens, Fault> {
        let mut aliens = Aliens::default();
        let mut place = Some(Place::default());
        while let Some(here) = place {
            let step = move |tx: &mut _| seloste_store::aliens(tx, &here, STEP);
            let (found, next) = self.store.read(step).await?;
            for alien in found {
                tracing::error!(
                    table = alien.table,
                    key = alien.key,
                    "not written by this program"
                );
                aliens.count += 1;
                if aliens.named.len() < NAMED {
                    aliens.named.push(alien);
                }
            }
            place = next;
        }
        Ok(aliens)
    }
}

//! Publishing a notice: from then on it is what the engine obeys. Versions are kept for ever.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, ZONE};
use seloste_notice::Level;
use seloste_store::tables::notices;

use crate::{Engine, Register};

impl Engine {
    /// Publishes the text as the next version of its register; the same text again changes
    /// nothing. The date is the moment of publishing and cannot be given.
    ///
    /// # Errors
    /// `Invalid` while the checker has errors; the findings are `seloste check`'s to show.
    pub async fn publish(&self, text: &str) -> Result<Arc<Register>, Fault> {
        let reading = seloste_notice::read(text, "notice.kdl");
        let today = self.now().in_tz(ZONE).map_err(Fault::internal)?.date();
        let errors = seloste_notice::check_on(&reading, today)
            .iter()
            .filter(|finding| finding.level == Level::Error)
            .count();
        if errors > 0 {
            return Err(Fault::new(FaultKind::Invalid, "fault-notice-has-errors")
                .with("count", errors.to_string()));
        }
        let hash = seloste_notice::hash(text);
        let register = reading.notice.id.clone();
        let latest = {
            let register = register.clone();
            self.store.read(move |tx| notices::latest(tx, &register)).await?
        };
        let row = match latest {
            Some(row) if row.hash == hash => row,
            latest => {
                let row = notices::Notice {
                    register,
                    version: latest.map_or(1, |row| row.version + 1),
                    hash,
                    source: text.to_owned(),
                    published_ms: self.now().as_millisecond(),
                };
                let kept = row.clone();
                self.store.write(move |tx| notices::insert(tx, &kept)).await?;
                row
            }
        };
        Ok(self.put_in_force(row))
    }

    /// All published versions of a register, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn versions(&self, register: &str) -> Result<Vec<notices::Notice>, Fault> {
        let all = self.store.read(notices::all).await?;
        Ok(all.into_iter().filter(|row| row.register == register).collect())
    }

    pub(crate) async fn load_published(&self) -> Result<(), Fault> {
        // In the order of their versions: the last of each register stays.
        for row in self.store.read(notices::all).await? {
            self.put_in_force(row);
        }
        Ok(())
    }

    fn put_in_force(&self, row: notices::Notice) -> Arc<Register> {
        let register = Arc::new(Register::from_row(&row));
        let mut registers = self.registers.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        registers.insert(row.register, Arc::clone(&register));
        register
    }
}

//! Making deleted bytes unreadable, the second layer after the keys are gone.

use seloste_kernel::Fault;

use crate::engine::checkpoint;
use crate::fault;
use crate::store::Store;
use crate::tx::{Engine, Tx};

impl Store {
    /// Writes the database anew without what was deleted, and empties its log. PostgreSQL keeps
    /// the bytes in its own log until that is recycled: its archive must not outlive the backups.
    ///
    /// # Errors
    /// `Environment` with the key `store-busy` when a reader keeps the old log from being
    /// emptied: call it again.
    pub fn scrub(&self) -> Result<(), Fault> {
        self.drop_idle_readers();
        self.alone(|tx| match tx.engine() {
            Engine::Sqlite(connection) => {
                for file in ["main", "idx"] {
                    crate::engine::sqlite::execute(connection, &format!("VACUUM {file}"), &[])?;
                }
                if checkpoint::move_logs(connection, "TRUNCATE")? {
                    return Err(fault::environment("store-busy", "a reader holds the old log"));
                }
                Ok(())
            }
            Engine::Postgres(_) => vacuum_full(tx),
        })
    }
}

/// Table by table, because `VACUUM FULL` without a name takes the whole database, and other
/// programs may share it.
fn vacuum_full(tx: &mut Tx) -> Result<(), Fault> {
    let tables = tx.all(tx.dialect().tables(), &[], |row| row.text(0))?;
    tables.iter().try_for_each(|table| tx.border(&format!("VACUUM FULL {table}")))
}

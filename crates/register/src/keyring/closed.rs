//! Addresses that are closed to a use (Art. 21(3)): on the erasure list, as digests under a key of
//! their own. So they outlive the person, go wherever that list goes, and no restore forgets them.
//!
//! The list only grows. Closing writes a first turn, opening again the answer to it, closing again
//! the second turn: how it stands is told by the last turn that is there.

use seloste_kernel::Fault;
use seloste_vault::{Erased, Turn};

use super::erasures::List;
use super::{Files, Keyring};

impl Keyring {
    /// Closes addresses, in their canonical form, to a use; those that are closed stay so. Durable
    /// when this returns.
    ///
    /// # Errors
    /// As [`Keyring::condemn`].
    pub(crate) fn close_addresses(&self, usage: &str, addresses: &[String]) -> Result<(), Fault> {
        self.turn(usage, addresses, false)
    }

    /// Opens an address again.
    ///
    /// # Errors
    /// As [`Keyring::condemn`].
    pub(crate) fn open_address(&self, usage: &str, address: &str) -> Result<(), Fault> {
        self.turn(usage, &[address.to_owned()], true)
    }

    /// Whether this address is closed to the use.
    pub(crate) fn is_closed(&self, usage: &str, address: &str) -> bool {
        let files = self.files();
        matches!(self.next(&files.list, usage, address), Turn::Opened(_))
    }

    fn turn(&self, usage: &str, addresses: &[String], open: bool) -> Result<(), Fault> {
        let mut files = self.files();
        let turns = addresses.iter().filter_map(|address| {
            let next = self.next(&files.list, usage, address);
            let wanted = matches!(next, Turn::Opened(_)) == open;
            wanted.then(|| self.entry(self.erased(usage, address, next)))
        });
        let entries: Vec<_> = turns.collect();
        let Files { list, .. } = &mut *files;
        list.append(&entries)
    }

    /// The turn that is not there yet.
    fn next(&self, list: &List, usage: &str, address: &str) -> Turn {
        let mut count = 0;
        loop {
            for turn in [Turn::Closed(count), Turn::Opened(count)] {
                if !list.contains(self.erased(usage, address, turn)) {
                    return turn;
                }
            }
            count += 1;
        }
    }

    fn erased(&self, usage: &str, address: &str, turn: Turn) -> Erased {
        Erased::Closed(self.closed_key.digest(usage, address, turn))
    }
}

//! One round of a job over many: what cannot be done for one keeps none of the others waiting.

use seloste_kernel::Fault;

/// How a round has gone so far.
#[derive(Default)]
pub struct Round(Option<Fault>);

impl Round {
    /// Notes how it went for one. What has gone meanwhile needs nothing any more.
    pub fn went(&mut self, one: Result<(), Fault>) {
        if let Err(fault) = one.or_else(|fault| if fault.is_gone() { Ok(()) } else { Err(fault) }) {
            tracing::error!(?fault, "one of a round was left for the next");
            self.0.get_or_insert(fault);
        }
    }

    /// The end of the round.
    ///
    /// # Errors
    /// The first that was noted: the next round tries again.
    pub fn end(self) -> Result<(), Fault> {
        self.0.map_or(Ok(()), Err)
    }
}

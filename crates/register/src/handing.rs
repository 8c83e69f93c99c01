//! Giving data away is using them for what they are given for. So what closes that use to the program
//! closes the giving, whatever staff opened the record for: an objection (Art. 21), an address on the list,
//! a consent that was not given or does not stand any more (Art. 6(1)(a), 7(3)), a restriction (Art. 18).

use seloste_kernel::{Exit, Fault};
use seloste_store::tables::records::RecordRow;

use crate::disclose::{Disclosure, Ground};
use crate::gate::Item;
use crate::objection::objected;
use crate::standing::{Standing, is_restricted};
use crate::{Access, Engine, Opened, body};

/// What is given, and for what.
pub(crate) struct Handing<'a> {
    /// A purpose of the notice, or the recipient's own task.
    pub purpose: &'a str,
    /// The fields.
    pub items: &'a [Item],
    /// Whether a law demands it, which a restriction does not stop (Art. 18(2)).
    pub by_law: bool,
}

impl<'a> Handing<'a> {
    /// What is to be disclosed.
    pub fn of(disclosure: &'a Disclosure) -> Self {
        let by_law = Ground::is_law(disclosure.ground.word());
        Self { purpose: disclosure.purpose.trim(), items: &disclosure.fields, by_law }
    }

    /// What was disclosed, or waits for it.
    pub fn made(disclosure: &'a Opened, items: &'a [Item]) -> Self {
        let text = |name: &str| disclosure.text(name, Exit::Decision);
        Self { purpose: text("purpose"), items, by_law: Ground::is_law(text("ground")) }
    }
}

impl Engine {
    /// Refuses to give from this record for a purpose to which it is closed.
    ///
    /// # Errors
    /// `Restricted` for what the person or a restriction has closed, `RefusedByPromise` where only a consent
    /// would open it, `Gone`.
    pub(crate) async fn demand_handing(
        &self,
        access: &Access,
        row: &RecordRow,
        of: Handing<'_>,
    ) -> Result<(), Fault> {
        // What the recipient does of its own right serves none of our purposes.
        if access.register.notice.purpose(of.purpose).is_none() {
            return Ok(());
        }
        let used = Access { purpose: of.purpose.to_owned(), ..access.clone() };
        let (now, seen) = (self.now().as_millisecond(), row.clone());
        let standing = self.store.read(move |tx| Standing::of(tx, &seen, now)).await?;
        let opened = match self.open_row(&used, row, standing).await {
            Ok(untraced) => untraced.opened,
            Err(fault) if of.by_law && is_restricted(&fault) => return Ok(()),
            Err(fault) => return Err(fault),
        };
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        // An address that was left out on opening is one that is closed to this use.
        let cells = body::decode(&row.body)?;
        let is_closed = |item: &&Item| {
            item.kind == policy.kind
                && used.opens_of(&written, &policy.kind, &item.field)
                && cells.iter().any(|(name, _)| *name == item.field)
                && !opened.fields.contains_key(&item.field)
        };
        match of.items.iter().find(is_closed) {
            Some(_) => Err(objected(&used)),
            None => Ok(()),
        }
    }
}

//! Addresses by which somebody is written to or called, and whether they are closed to a use
//! (Art. 21(3)): in one canonical form each, as digests that outlive the person.

use std::collections::BTreeMap;
use std::sync::Arc;

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, Sensitive};
use seloste_notice::model::{Collect, Field, FieldType};
use seloste_store::tables::limits::{self, Limit};
use seloste_store::tables::persons;
use seloste_store::tables::records::RecordRow;

use crate::access::{Action, not_found};
use crate::consented::Keys;
use crate::objection::{LISTED, objected};
use crate::rollback::note_erasures;
use crate::{Access, Engine, Register, body};

/// People looked at in one step.
const STEP: i64 = 500;

/// So many digits at least make a telephone number.
const PHONE_DIGITS: usize = 5;

/// Where a number without a country is.
const COUNTRY: &str = "+358";

/// What closing a list of addresses did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct ClosedAddresses {
    /// Addresses that are closed now.
    pub addresses: usize,
    /// People here who have one of them and were not left out before.
    pub persons: usize,
}

/// Whether a text is a mail address or a telephone number.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let mail = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    });
    mail || phone(text).is_some()
}

/// Whether a field holds addresses.
fn holds_addresses(field: &Field) -> bool {
    let by_type = matches!(field.ty, FieldType::Email | FieldType::Phone);
    field.category == "contact" && (by_type || field.lookup)
}

/// The addresses of a field's value, one on each line, in canonical form: mail addresses in small
/// letters, telephone numbers as the country and digits, anything else in small letters with
/// single spaces.
pub(crate) fn canonical(value: &str) -> Vec<String> {
    value.lines().filter_map(one).collect()
}

fn one(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let text = words.join(" ").to_lowercase();
    if text.is_empty() {
        return None;
    }
    Some(phone(&text).unwrap_or(text))
}

fn phone(text: &str) -> Option<String> {
    let text = text.replace("(0)", "");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
    if !plain || digits.len() < PHONE_DIGITS {
        return None;
    }
    Some(match (text.starts_with('+'), digits.strip_prefix("00"), digits.strip_prefix('0')) {
        (true, ..) => format!("+{digits}"),
        (_, Some(rest), _) => format!("+{rest}"),
        (_, None, Some(rest)) => format!("{COUNTRY}{rest}"),
        (_, None, None) => format!("+{digits}"),
    })
}

impl Engine {
    /// Whether a field holds an address that is closed to a use; `None` for one that holds none.
    fn is_shut(&self, usage: &str, field: Option<&Field>, value: &str) -> Option<bool> {
        field.filter(|field| holds_addresses(field))?;
        Some(canonical(value).iter().any(|address| self.keyring.is_closed(usage, address)))
    }

    /// Takes addresses that are closed to a use out of what was opened for it, whoever has them
    /// now.
    ///
    /// # Errors
    /// `Restricted` when none is left by which the person could be reached.
    pub(crate) fn leave_out_closed(
        &self,
        access: &Access,
        declared: Option<&Collect>,
        fields: &mut BTreeMap<String, Sensitive<String>>,
    ) -> Result<(), Fault> {
        let purpose = access.register.notice.purpose(&access.purpose);
        let Some(usage) = purpose.and_then(|purpose| purpose.usage.as_deref()) else {
            return Ok(());
        };
        let (mut open, mut shut) = (0, 0);
        fields.retain(|name, value| {
            let field = declared.and_then(|kind| kind.field(name));
            let is_shut = self.is_shut(usage, field, value.expose(Exit::Decision));
            open += usize::from(is_shut == Some(false));
            shut += usize::from(is_shut == Some(true));
            is_shut != Some(true)
        });
        if shut > 0 && open == 0 { Err(objected(access)) } else { Ok(()) }
    }

    /// The purposes that are closed to somebody with these values, because an address among them
    /// is on the list.
    pub(crate) fn closed_to(
        &self,
        register: &Register,
        declared: &Collect,
        values: &[(String, Sensitive<String>)],
    ) -> Vec<String> {
        let uses = register.notice.uses();
        let holds = |usage: &&str| {
            values.iter().any(|(name, value)| {
                let value = value.expose(Exit::Decision);
                self.is_shut(usage, declared.field(name), value) == Some(true)
            })
        };
        let closed: Vec<&str> = uses.into_iter().filter(holds).collect();
        let of_use = register.notice.purposes.iter().filter(|purpose| {
            purpose.usage.as_deref().is_some_and(|usage| closed.contains(&usage))
        });
        of_use.map(|purpose| purpose.name.clone()).collect()
    }

    /// All addresses of a person. Nobody sees them; they become digests.
    pub(crate) async fn addresses_of(&self, person: PersonId) -> Result<Vec<String>, Fault> {
        let mut all = Vec::new();
        for row in self.rows_of(person).await? {
            all.extend(self.addresses_in(&row).await?);
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    async fn addresses_in(&self, row: &RecordRow) -> Result<Vec<String>, Fault> {
        let policy = self.policy(row.policy).await?;
        let written = self.version(&policy).await?;
        let (Some(declared), Ok(cells)) =
            (written.notice.kind(&policy.kind), body::decode(&row.body))
        else {
            return Ok(Vec::new());
        };
        if !declared.fields.iter().any(holds_addresses) {
            return Ok(Vec::new());
        }
        let keys = match Keys::of(&self.keyring, row, &cells) {
            Err(fault) if fault.kind() == FaultKind::Gone => return Ok(Vec::new()),
            found => found?,
        };
        let mut all = Vec::new();
        for (name, cell) in &cells {
            if !declared.field(name).is_some_and(holds_addresses) {
                continue;
            }
            let key = match keys.field(&written, &policy.kind, name) {
                Err(fault) if fault.kind() == FaultKind::Gone => continue,
                found => found?,
            };
            let place = written.place(&policy.kind, name, row.person, row.id);
            // What is damaged opens for nobody, and so nothing is sent to it either.
            if let Ok(text) = body::open(&key, &place, cell) {
                all.extend(canonical(text.expose(Exit::Decision)));
            }
        }
        Ok(all)
    }

    /// Puts addresses on the list of those that are closed to a use. Durable when this returns.
    pub(crate) async fn close_all(
        self: &Arc<Self>,
        usage: &str,
        addresses: Vec<String>,
    ) -> Result<(), Fault> {
        if addresses.is_empty() {
            return Ok(());
        }
        let (engine, usage) = (Arc::clone(self), usage.to_owned());
        let closing = move || engine.keyring.close_addresses(&usage, &addresses);
        tokio::task::spawn_blocking(closing).await.map_err(Fault::internal)?
    }

    /// Closes addresses to a use, from a list kept elsewhere. Nothing but their digests is stored;
    /// people here who have one of them are left out from now on.
    ///
    /// # Errors
    /// `NotFound` for a use that no purpose of the notice has; `StorageFull` or `Environment` when
    /// the folder of keys cannot be written.
    pub async fn close_addresses(
        self: &Arc<Self>,
        access: &Access,
        usage: &str,
        list: &[Sensitive<String>],
    ) -> Result<ClosedAddresses, Fault> {
        access.demand(&[Action::DecideRequests])?;
        if !access.register.notice.uses().contains(usage) {
            return Err(not_found());
        }
        let mut addresses: Vec<String> =
            list.iter().flat_map(|text| canonical(text.expose(Exit::Decision))).collect();
        addresses.sort_unstable();
        addresses.dedup();
        let count = addresses.len();
        self.close_all(usage, addresses).await?;
        let list = self.keyring.erasure_count();
        let traced = self.trail(access, "close-addresses", "", None, count as i64)?;
        self.store
            .write(move |tx| {
                note_erasures(tx, list)?;
                traced.write(tx)
            })
            .await?;
        Ok(ClosedAddresses { addresses: count, persons: self.leave_out_listed(access).await? })
    }

    /// Closes one address to a use: whoever says so need not be known, for nothing is told and only
    /// the owner of the mailbox opens it again. Takes as long whether or not anybody has it.
    ///
    /// # Errors
    /// `NotFound` for a use that no purpose of the notice has; `StorageFull` or `Environment` when
    /// the folder of keys cannot be written.
    pub async fn close_address(
        self: &Arc<Self>,
        access: &Access,
        usage: &str,
        address: &Sensitive<String>,
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        if !access.register.notice.uses().contains(usage) {
            return Err(not_found());
        }
        self.close_all(usage, canonical(address.expose(Exit::Decision))).await?;
        let list = self.keyring.erasure_count();
        let traced = self.trail(access, "close-addresses", "", None, 1)?;
        self.write_surely(move |tx| {
            note_erasures(tx, list)?;
            traced.write(tx)
        })
        .await
    }

    /// Opens an address again that its owner has just shown to be theirs.
    ///
    /// # Errors
    /// As [`Engine::close_address`].
    pub async fn open_address(
        self: &Arc<Self>,
        access: &Access,
        usage: &str,
        proven: &Sensitive<String>,
    ) -> Result<(), Fault> {
        access.demand(&[Action::DecideRequests])?;
        let (engine, usage) = (Arc::clone(self), usage.to_owned());
        let addresses = canonical(proven.expose(Exit::Decision));
        let opening = move || {
            addresses.iter().try_for_each(|address| engine.keyring.open_address(&usage, address))
        };
        tokio::task::spawn_blocking(opening).await.map_err(Fault::internal)??;
        let list = self.keyring.erasure_count();
        let traced = self.trail(access, "open-address", "", None, 1)?;
        self.write_surely(move |tx| {
            note_erasures(tx, list)?;
            traced.write(tx)
        })
        .await
    }

    /// Whether an address is closed to a use.
    ///
    /// # Errors
    /// `Forbidden` for an access that decides nothing.
    pub fn is_closed(
        &self,
        access: &Access,
        usage: &str,
        address: &Sensitive<String>,
    ) -> Result<bool, Fault> {
        access.demand(&[Action::DecideRequests])?;
        let addresses = canonical(address.expose(Exit::Decision));
        Ok(addresses.iter().any(|address| self.keyring.is_closed(usage, address)))
    }

    /// Leaves everybody out of what their addresses are closed to; says how many were not yet. Each of
    /// them has an entry of it.
    pub(crate) async fn leave_out_listed(&self, access: &Access) -> Result<usize, Fault> {
        let register = &access.register;
        let uses: Vec<String> = register.notice.uses().into_iter().map(str::to_owned).collect();
        let (mut after, mut count) = (None, 0);
        while !uses.is_empty() {
            let name = register.notice.id.clone();
            let people = self.store.read(move |tx| persons::list(tx, &name, after, STEP)).await?;
            let Some(last) = people.last() else { break };
            after = Some(last.id);
            for person in people {
                let addresses = self.addresses_of(person.id).await?;
                let closed = |usage: &String| {
                    addresses.iter().any(|address| self.keyring.is_closed(usage, address))
                };
                let closed: Vec<&String> = uses.iter().filter(|usage| closed(usage)).collect();
                let of_use = register.notice.purposes.iter().filter(|purpose| {
                    purpose.usage.as_ref().is_some_and(|usage| closed.contains(&usage))
                });
                let purposes: Vec<String> = of_use.map(|purpose| purpose.name.clone()).collect();
                if purposes.is_empty() {
                    continue;
                }
                count += usize::from(self.leave_out(access, person.id, purposes).await?);
            }
        }
        Ok(count)
    }

    async fn leave_out(
        &self,
        access: &Access,
        person: PersonId,
        purposes: Vec<String>,
    ) -> Result<bool, Fault> {
        let traced = match self.trail_whole(access, "object", person).await {
            Ok(traced) => traced,
            // Erased since it was listed.
            Err(fault) if fault.is_gone() => return Ok(false),
            Err(fault) => return Err(fault),
        };
        let now = self.now().as_millisecond();
        self.store
            .write(move |tx| {
                let known = persons::get(tx, person)?.is_some();
                let added = known && listed(tx, person, &purposes, now)?;
                if added {
                    traced.write(tx)?;
                }
                Ok(added)
            })
            .await
    }
}

/// Notes that a person is left out of these purposes because an address of theirs is on the list;
/// whether they were not before.
pub(crate) fn listed(
    tx: &mut seloste_store::Tx,
    person: PersonId,
    purposes: &[String],
    now_ms: i64,
) -> Result<bool, Fault> {
    let mut fresh = false;
    for purpose in purposes {
        let (purpose, why) = (Some(purpose.clone()), LISTED.to_owned());
        let limit = Limit { person, record: None, purpose, why, since_ms: now_ms, told_ms: None };
        fresh |= limits::add(tx, &limit)?;
    }
    Ok(fresh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_one_form() {
        for (written, form) in [
            (" Maija.Meikalainen@Example.FI ", "maija.meikalainen@example.fi"),
            ("040 123 4567", "+358401234567"),
            ("+358 (0)40-123 4567", "+358401234567"),
            ("00358 40 1234567", "+358401234567"),
            ("+46 8 123 456", "+468123456"),
            ("Mannerheimintie  1", "mannerheimintie 1"),
        ] {
            assert_eq!(canonical(written), [form]);
        }
        assert_eq!(canonical("040 123 4567\n\n050 123 4567").len(), 2);
        assert!(canonical(" \n ").is_empty());
        assert!(is_address(" a@example.fi ") && is_address("040 123 4567"));
        for other in ["Maija", "", "2026", "a @example.fi", "@example.fi", "a@b"] {
            assert!(!is_address(other), "{other}");
        }
    }
}

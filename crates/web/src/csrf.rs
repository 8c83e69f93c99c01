//! Form tokens: proof that a submitted form came from a page of ours, was made for this session
//! (or for nobody's) and is sent once. No cookie is needed, so an anonymous form sets none.

use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

use jiff::Timestamp;
use seloste_kernel::{Fault, FaultKind, Random};
use subtle::ConstantTimeEq;

use crate::mac::{from_base64, mac, random_bytes, to_base64};

/// The hidden field that carries the token.
pub const TOKEN_FIELD: &str = "_token";
/// Seconds that a form stays good after its page was made.
pub const LIFE_S: i64 = 2 * 60 * 60;
/// Used tokens remembered per node; when full the oldest is forgotten. The durable guard against
/// doing a thing twice is the [`CommandId`], which the program stores with the effect.
const MAX_USED: usize = 200_000;

/// The number of one submission: the same form sent twice has the same. Store it with the effect
/// and the effect happens once, whatever happens to the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CommandId(pub [u8; 16]);

/// A token that was checked and found good, not yet used.
#[derive(Debug, Clone, Copy)]
pub struct GoodToken {
    /// Its number.
    pub command: CommandId,
    issued_s: i64,
}

/// Issues and checks tokens.
pub struct Tokens {
    key: [u8; 32],
    used: Mutex<Used>,
}

#[derive(Default)]
struct Used {
    /// When each was issued, in seconds.
    ids: HashMap<[u8; 16], i64>,
    by_age: BTreeSet<(i64, [u8; 16])>,
}

impl Tokens {
    /// All nodes of one installation share the key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key, used: Mutex::default() }
    }

    /// A token for one showing of one form.
    pub fn issue(
        &self,
        form: &str,
        session: Option<&[u8; 32]>,
        now: Timestamp,
        random: &dyn Random,
    ) -> String {
        let nonce = random_bytes::<16>(random);
        let issued = now.as_second().to_be_bytes();
        let mut token = Vec::with_capacity(56);
        token.extend_from_slice(&nonce);
        token.extend_from_slice(&issued);
        token.extend_from_slice(&self.sign(form, session, &nonce, &issued));
        to_base64(&token)
    }

    fn sign(
        &self,
        form: &str,
        session: Option<&[u8; 32]>,
        nonce: &[u8],
        issued: &[u8],
    ) -> [u8; 32] {
        let session: &[u8] = session.map_or(&[], |digest| digest);
        mac(&self.key, &[b"form token", form.as_bytes(), session, nonce, issued])
    }

    /// Checks a token without using it up.
    ///
    /// # Errors
    /// `Forbidden` for a missing, forged or foreign token; `Conflict` for one that has expired
    /// or was used.
    pub fn check(
        &self,
        token: &str,
        form: &str,
        session: Option<&[u8; 32]>,
        now: Timestamp,
    ) -> Result<GoodToken, Fault> {
        let good = self.genuine(token, form, session, now)?;
        if self.used().ids.contains_key(&good.command.0) {
            return Err(Fault::new(FaultKind::Conflict, "fault-form-sent"));
        }
        Ok(good)
    }

    /// The number of a submission whose token is genuine, young and already used: the same page
    /// sent again, as a reload does.
    pub fn sent_before(
        &self,
        token: &str,
        form: &str,
        session: Option<&[u8; 32]>,
        now: Timestamp,
    ) -> Option<CommandId> {
        let command = self.genuine(token, form, session, now).ok()?.command;
        self.used().ids.contains_key(&command.0).then_some(command)
    }

    /// A number for exactly these pairs, the token among them. Keyed, so that nobody finds out by
    /// trying what a number that they have seen stands for.
    pub fn exact(&self, pairs: &[(Vec<u8>, Vec<u8>)]) -> CommandId {
        let parts = pairs.iter().flat_map(|(name, value)| [name.as_slice(), value.as_slice()]);
        let parts: Vec<&[u8]> = std::iter::once(b"exact".as_slice()).chain(parts).collect();
        let mut number = [0; 16];
        mac(&self.key, &parts).iter().zip(&mut number).for_each(|(of, byte)| *byte = *of);
        CommandId(number)
    }

    fn genuine(
        &self,
        token: &str,
        form: &str,
        session: Option<&[u8; 32]>,
        now: Timestamp,
    ) -> Result<GoodToken, Fault> {
        let forged = || Fault::new(FaultKind::Forbidden, "fault-token");
        let bytes = from_base64(token).ok_or_else(forged)?;
        let (nonce, rest) = bytes.split_first_chunk::<16>().ok_or_else(forged)?;
        let (issued, signature) = rest.split_first_chunk::<8>().ok_or_else(forged)?;
        let expected = self.sign(form, session, nonce, issued);
        if !bool::from(expected.as_slice().ct_eq(signature)) {
            return Err(forged());
        }
        let issued_s = i64::from_be_bytes(*issued);
        // A clock that has gone backwards makes a form young, never good for ever.
        if now.as_second().saturating_sub(issued_s) > LIFE_S
            || issued_s.saturating_sub(now.as_second()) > LIFE_S
        {
            return Err(Fault::new(FaultKind::Conflict, "fault-form-expired"));
        }
        Ok(GoodToken { command: CommandId(*nonce), issued_s })
    }

    /// Uses the token up.
    ///
    /// # Errors
    /// `Conflict` when another submission was quicker.
    pub fn spend(&self, token: GoodToken) -> Result<CommandId, Fault> {
        let mut used = self.used();
        if used.ids.contains_key(&token.command.0) {
            return Err(Fault::new(FaultKind::Conflict, "fault-form-sent"));
        }
        used.ids.insert(token.command.0, token.issued_s);
        used.by_age.insert((token.issued_s, token.command.0));
        while used.ids.len() > MAX_USED {
            let Some((_, oldest)) = used.by_age.pop_first() else { break };
            used.ids.remove(&oldest);
        }
        Ok(token.command)
    }

    /// Gives a token back: the submission had no effect, and the visitor may send it again.
    pub fn give_back(&self, command: CommandId) {
        let mut used = self.used();
        if let Some(issued_s) = used.ids.remove(&command.0) {
            used.by_age.remove(&(issued_s, command.0));
        }
    }

    fn used(&self) -> std::sync::MutexGuard<'_, Used> {
        self.used.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    const SESSION: [u8; 32] = [7; 32];

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn kind(result: Result<GoodToken, Fault>) -> (FaultKind, &'static str) {
        let fault = result.unwrap_err();
        (fault.kind(), fault.key())
    }

    #[test]
    fn a_token_is_good_for_its_form_its_session_its_time_and_once() {
        let tokens = Tokens::new([1; 32]);
        let random = SeededRandom::new(1);
        let token = tokens.issue("palaute", Some(&SESSION), at(1000), &random);
        let check = |form, session, second| tokens.check(&token, form, session, at(second));
        let good = check("palaute", Some(&SESSION), 1000 + LIFE_S).unwrap();

        let forged = (FaultKind::Forbidden, "fault-token");
        assert_eq!(kind(check("muu", Some(&SESSION), 1000)), forged);
        assert_eq!(kind(check("palaute", None, 1000)), forged);
        assert_eq!(kind(check("palaute", Some(&[8; 32]), 1000)), forged);
        let expired = (FaultKind::Conflict, "fault-form-expired");
        assert_eq!(kind(check("palaute", Some(&SESSION), 1001 + LIFE_S)), expired);

        let again = check("palaute", Some(&SESSION), 1000).unwrap();
        assert_eq!(tokens.spend(good).unwrap(), again.command);
        assert!(tokens.spend(again).is_err());
        let sent = (FaultKind::Conflict, "fault-form-sent");
        assert_eq!(kind(check("palaute", Some(&SESSION), 1000)), sent);
    }

    #[test]
    fn a_token_given_back_is_good_again_and_takes_no_room() {
        let tokens = Tokens::new([1; 32]);
        let token = tokens.issue("f", None, at(0), &SeededRandom::new(3));
        for _ in 0..3 {
            let good = tokens.check(&token, "f", None, at(0)).unwrap();
            tokens.give_back(tokens.spend(good).unwrap());
        }
        let used = tokens.used();
        assert!(used.ids.is_empty() && used.by_age.is_empty());
    }

    #[test]
    fn a_number_is_that_of_one_content() {
        let tokens = Tokens::new([1; 32]);
        let pairs = |all: &[(&str, &str)]| -> Vec<(Vec<u8>, Vec<u8>)> {
            all.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
        };
        let first = pairs(&[("_token", "a"), ("text", "b")]);
        assert_eq!(tokens.exact(&first), tokens.exact(&first));
        for other in [
            pairs(&[("_token", "a"), ("text", "c")]),
            pairs(&[("_token", "b"), ("text", "b")]),
            pairs(&[("_token", "a")]),
            pairs(&[("_tokena", ""), ("text", "b")]),
        ] {
            assert_ne!(tokens.exact(&first), tokens.exact(&other));
        }
        assert_ne!(tokens.exact(&first), Tokens::new([2; 32]).exact(&first));
    }

    #[test]
    fn every_changed_byte_makes_it_forged() {
        let tokens = Tokens::new([1; 32]);
        let token = tokens.issue("f", None, at(0), &SeededRandom::new(2));
        let bytes = from_base64(&token).unwrap();
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            let result = tokens.check(&to_base64(&changed), "f", None, at(0));
            assert_eq!(kind(result).0, FaultKind::Forbidden, "byte {place}");
        }
        for odd in ["", "a", "ääkkösiä", &token[..20], &"A".repeat(10_000)] {
            assert_eq!(kind(tokens.check(odd, "f", None, at(0))).0, FaultKind::Forbidden);
        }
    }
}

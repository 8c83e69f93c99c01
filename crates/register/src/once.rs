//! Things that may happen once: links that open one door one time, and marks that say "this was
//! used". Only keyed digests are stored; whoever reads the database cannot make a link of them.

use seloste_kernel::{Exit, Fault, PersonId, Sensitive, Timestamp};
use seloste_store::Tx;
use seloste_store::tables::commands;

use crate::engine::hex;
use crate::people::Tombstone;
use crate::{Engine, Register, own, people};

/// What the mark of a code says that was used.
pub(crate) const USED: &[u8] = b"used";

/// Bytes of randomness in a link.
const LINK_BYTES: usize = 20;

/// What came of a wish for a link.
#[derive(Debug)]
pub enum Linked {
    /// Its secret.
    Made(Sensitive<String>),
    /// An earlier one still opens; what that one says.
    Open(String),
}

impl Engine {
    /// A secret that [`Engine::take_link`] accepts once until `expires`, and what it is to say
    /// then (never personal). A person has at most one: a new link makes the earlier void.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn make_link(
        &self,
        person: Option<PersonId>,
        says: &str,
        expires: Timestamp,
    ) -> Result<Sensitive<String>, Fault> {
        let mut bytes = [0; LINK_BYTES];
        self.random.fill(&mut bytes);
        let secret = hex(&bytes);
        let digest = self.link_digest(&secret);
        let says = says.as_bytes().to_vec();
        self.store
            .write(move |tx| {
                if let Some(person) = person {
                    for (id, _) in links_of(tx, person)? {
                        commands::take(tx, id, i64::MIN)?;
                    }
                }
                commands::once(tx, digest, person, &says, expires.as_millisecond()).map(drop)
            })
            .await?;
        Ok(Sensitive::new(secret))
    }

    /// As [`Engine::make_link`], unless this person, or this mailbox, has a link that begins with
    /// `kind` and still opens. One that ends with `about` is for the same thing: its letter never
    /// went, and it becomes void.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn make_link_unless_open(
        &self,
        whose: PersonId,
        (kind, about): (&str, &str),
        says: &str,
        expires: Timestamp,
    ) -> Result<Linked, Fault> {
        let (kind, about) = (kind.as_bytes().to_vec(), about.as_bytes().to_vec());
        let mut bytes = [0; LINK_BYTES];
        self.random.fill(&mut bytes);
        let secret = hex(&bytes);
        let digest = self.link_digest(&secret);
        let says = says.as_bytes().to_vec();
        let (now, ends) = (self.now().as_millisecond(), expires.as_millisecond());
        let open = self.store.write(move |tx| {
            for (id, earlier) in links_of(tx, whose)? {
                if !earlier.starts_with(&kind) {
                    continue;
                }
                if !earlier.ends_with(&about) && commands::unexpired(tx, id, now)?.is_some() {
                    return Ok(Some(earlier));
                }
                commands::take(tx, id, i64::MIN)?;
            }
            commands::once(tx, digest, Some(whose), &says, ends)?;
            Ok(None)
        });
        Ok(match open.await? {
            Some(earlier) => Linked::Open(String::from_utf8_lossy(&earlier).into_owned()),
            None => Linked::Made(Sensitive::new(secret)),
        })
    }

    /// What stands for the mailbox of an address, wherever a person's id would: the same for the
    /// same address in one register, and nobody can tell the address from it.
    pub fn mailbox(&self, register: &Register, address: &Sensitive<String>) -> PersonId {
        PersonId::from_bytes(self.digest(register, "mailbox", address.expose(Exit::Decision)))
    }

    /// What a link says, without using it up; `None` when it was never made, used or is too old.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn see_link(&self, secret: &Sensitive<String>) -> Result<Option<String>, Fault> {
        let digest = self.link_digest(secret.expose(Exit::Decision));
        let now = self.now().as_millisecond();
        let says = self.store.read(move |tx| commands::unexpired(tx, digest, now)).await?;
        Ok(says.and_then(|says| String::from_utf8(says).ok()))
    }

    /// Uses a link up. Of two who come at the same moment, one gets it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn take_link(&self, secret: &Sensitive<String>) -> Result<Option<String>, Fault> {
        let digest = self.link_digest(secret.expose(Exit::Decision));
        let now = self.now().as_millisecond();
        // A link may be the only way to an erasure, also on a full disk.
        let says = self.write_surely(move |tx| commands::take(tx, digest, now)).await?;
        Ok(says.and_then(|says| String::from_utf8(says).ok()))
    }

    /// Ends everything that opens something for the person without a session: one-time links, keys
    /// of programs, the address of a calendar.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_what_opens_for(&self, person: PersonId) -> Result<(), Fault> {
        self.store.write(move |tx| commands::delete_person(tx, person).map(drop)).await
    }

    /// Whether this is the first use of `what` by the person; later ones are told apart until
    /// `expires`, also after a restart and on every node.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn first_use(
        &self,
        person: PersonId,
        what: &str,
        expires: Timestamp,
    ) -> Result<bool, Fault> {
        let digest = self.use_digest(person.as_bytes(), what);
        let earlier = self
            .store
            // Nobody's: what makes a person's links void must not make a used code good again.
            .write(move |tx| commands::once(tx, digest, None, USED, expires.as_millisecond()))
            .await?;
        Ok(earlier.is_none())
    }

    /// Under which a use of `what` by or about somebody is remembered.
    pub(crate) fn use_digest(&self, of: &[u8; 16], what: &str) -> [u8; 16] {
        let name = [of.as_slice(), what.as_bytes()].concat();
        self.keyring.index_key().digest("", "used once", &name)
    }

    /// Ends whatever opens something without anybody being asked: keys of programs, links, results
    /// of forms. Some of them were ended after the backup was made that has now been put back.
    /// What says that something is over stays: codes that were used, receipts of what was erased.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_what_opens(&self) -> Result<u64, Fault> {
        let is_over =
            |result: &[u8]| result == USED || serde_json::from_slice::<Tombstone>(result).is_ok();
        self.store.write(move |tx| commands::retain(tx, is_over)).await
    }

    fn link_digest(&self, secret: &str) -> [u8; 16] {
        self.keyring.index_key().digest("", "one-time link", secret.as_bytes())
    }
}

/// A person's links, with what they say. Keys of programs, which say only whose they are, and the
/// address of a calendar are kept beside them, and what was erased: a new link leaves those alone.
fn links_of(tx: &mut Tx, person: PersonId) -> Result<Vec<commands::Done>, Fault> {
    let mut all = commands::of_person(tx, person)?;
    let opens =
        |says: &[u8]| says != person.as_bytes() && !own::is_feed(says) && !people::is_stone(says);
    all.retain(|(_, says)| opens(says));
    Ok(all)
}

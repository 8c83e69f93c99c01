//! What is said of a version when it is published: who did it, why (Art. 5(2)), and what it promised.
//! The promises are the program's reading of the notice. They are kept as they were read, so that a
//! later program that reads less out of the same notice is told from the one that was published.

use aws_lc_rs::digest::{Context, SHA256};
use seloste_kernel::Fault;
use seloste_notice::model::{Notice, Text};
use seloste_notice::promises::{Promise, compile};
use seloste_store::tables::publications;
use serde::{Deserialize, Serialize};

use crate::{Engine, Register};

/// What a published version says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// In which role it was published: `operator`, or a role of the notice. Empty where that is not
    /// known.
    pub author: String,
    /// Why; empty where nobody was asked.
    pub reason: Text,
}

/// One promise as it was read out of the notice when that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    /// Its id.
    pub id: String,
    /// What keeps it, and with what figures.
    pub mechanism: serde_json::Value,
    /// What people read.
    pub sentence: Text,
}

/// What this program makes less of a published promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakened {
    /// It is not read out of the notice any more.
    Dropped,
    /// Something else keeps it, or with other figures.
    Mechanism,
}

impl Weakened {
    /// The end of the keys of its texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Mechanism => "mechanism",
        }
    }
}

/// The promises of a notice as they are kept with its version.
pub(crate) fn pinned(notice: &Notice) -> Result<Vec<Pinned>, Fault> {
    let pin = |promise: Promise| {
        let mechanism = serde_json::to_value(&promise.mechanism).map_err(Fault::internal)?;
        Ok(Pinned { id: promise.id, mechanism, sentence: promise.sentence })
    };
    compile(notice).into_iter().map(pin).collect()
}

/// The row beside a version.
pub(crate) fn row(
    register: &str,
    version: i64,
    author: &str,
    (reason, promises): (&Text, &[Pinned]),
) -> Result<publications::Publication, Fault> {
    Ok(publications::Publication {
        register: register.to_owned(),
        version,
        author: author.to_owned(),
        reason: serde_json::to_string(reason).map_err(Fault::internal)?,
        promises: serde_json::to_string(promises).map_err(Fault::internal)?,
    })
}

/// What ties the entry of the ledger to the version, its author and its reason.
pub(crate) fn commitment(hash: &[u8; 32], author: &str, reason: &Text) -> [u8; 32] {
    let mut all = Context::new(&SHA256);
    all.update(hash);
    all.update(author.as_bytes());
    for (lang, said) in reason {
        all.update(&[0]);
        all.update(lang.tag().as_bytes());
        all.update(&(said.len() as u64).to_be_bytes());
        all.update(said.as_bytes());
    }
    let mut commitment = [0; 32];
    commitment.copy_from_slice(all.finish().as_ref());
    commitment
}

/// The first promise of which the later reading makes less, or something else. Better words for the same
/// are neither: a service that people depend on does not stay closed for a comma.
fn weaker(then: &[Pinned], now: &[Pinned]) -> Option<(Pinned, Weakened)> {
    then.iter().find_map(|said| {
        let why = match now.iter().find(|other| other.id == said.id) {
            None => Weakened::Dropped,
            Some(other) if other.mechanism != said.mechanism => Weakened::Mechanism,
            Some(_) => return None,
        };
        Some((said.clone(), why))
    })
}

impl Engine {
    /// What a version says of itself; `None` for one that was published before that was asked.
    ///
    /// # Errors
    /// `Environment` for what this program did not write.
    pub async fn said_of(&self, register: &str, version: i64) -> Result<Option<Published>, Fault> {
        let register = register.to_owned();
        let row = self.store.read(move |tx| publications::get(tx, &register, version)).await?;
        row.map(|row| {
            let reason = serde_json::from_str(&row.reason).map_err(Fault::internal)?;
            Ok(Published { author: row.author, reason })
        })
        .transpose()
    }

    /// The first promise of the version in force that this program reads out of it as less than what
    /// was published. Of a version from before promises were kept, they are kept from now on.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn weakened(&self, of: &Register) -> Result<Option<(Pinned, Weakened)>, Fault> {
        let (register, version) = (of.notice.id.clone(), of.version);
        let name = register.clone();
        let known = self.store.read(move |tx| publications::get(tx, &name, version)).await?;
        let now = pinned(&of.notice)?;
        let Some(known) = known else {
            let row = row(&register, version, "", (&Text::new(), &now))?;
            self.store.write(move |tx| publications::insert(tx, &row)).await?;
            return Ok(None);
        };
        let then: Vec<Pinned> = serde_json::from_str(&known.promises).map_err(Fault::internal)?;
        Ok(weaker(&then, &now))
    }
}

#[cfg(test)]
mod tests {
    use seloste_kernel::{Actor, Lang};
    use seloste_store::tables::notices;

    use super::*;
    use crate::execute::tests::open;

    const NOTICE: &str = include_str!("../../../notices/feedback.kdl");

    fn pin(id: &str, mechanism: &str, sentence: &str) -> Pinned {
        let sentence = Text::from([(Lang::Fi, sentence.to_owned())]);
        Pinned { id: id.to_owned(), mechanism: mechanism.into(), sentence }
    }

    #[test]
    fn less_is_told_from_the_same_and_from_more() {
        let then = [
            pin("n.keep", "retention", "Poistetaan kuukaudessa."),
            pin("n.tls", "tls", "Salattu."),
        ];
        let why = |now: &[Pinned]| weaker(&then, now).map(|(said, why)| (said.id, why));
        let more = [then[0].clone(), then[1].clone(), pin("n.more", "text", "Lisää.")];
        assert_eq!(why(&then), None);
        assert_eq!(why(&more), None);
        assert_eq!(why(&then[..1]), Some(("n.tls".to_owned(), Weakened::Dropped)));
        let by_text = [then[0].clone(), pin("n.tls", "text", "Salattu.")];
        assert_eq!(why(&by_text), Some(("n.tls".to_owned(), Weakened::Mechanism)));
        let said = [pin("n.keep", "retention", "Poistetaan kuukauden kuluttua."), then[1].clone()];
        assert_eq!(why(&said), None);
    }

    /// A version that an earlier program published, which read one promise more, or another, out of
    /// the same notice.
    #[tokio::test]
    async fn what_an_earlier_program_promised_is_missed_until_it_is_published_anew() {
        let root = tempfile::tempdir().unwrap();
        let engine = open(root.path(), 1).await;
        let register = engine.registers().remove(0);
        assert_eq!(engine.weakened(&register).await.unwrap(), None);

        let mut pins = pinned(&register.notice).unwrap();
        pins.push(pin("palaute.more", "sealed", "Enemmän."));
        let said = row("palaute", 2, "operator", (&Text::new(), &pins)).unwrap();
        let (hash, source) = (register.hash, NOTICE.to_owned());
        let planted = notices::Notice {
            register: "palaute".to_owned(),
            version: 2,
            hash,
            source,
            published_ms: 9,
        };
        let write = move |tx: &mut seloste_store::Tx| {
            notices::insert(tx, &planted)?;
            publications::insert(tx, &said)
        };
        engine.store.write(write).await.unwrap();
        engine.load_published().await.unwrap();
        let register = engine.registers().remove(0);
        let (missed, why) = engine.weakened(&register).await.unwrap().unwrap();
        assert_eq!((missed.id.as_str(), why), ("palaute.more", Weakened::Dropped));

        // The same text, published by this program, is a version of its own.
        let anew = engine.publish(&Actor::Operator, NOTICE).await.unwrap();
        assert_eq!(anew.version, 3);
        assert_eq!(engine.weakened(&anew).await.unwrap(), None);
        assert_eq!(engine.publish(&Actor::Operator, NOTICE).await.unwrap().version, 3);
    }

    /// One from before promises were kept is believed once, and then no more than it said.
    #[tokio::test]
    async fn a_version_without_promises_gets_those_that_are_read_first() {
        let root = tempfile::tempdir().unwrap();
        let engine = open(root.path(), 1).await;
        let register = engine.registers().remove(0);
        let notice = notices::Notice {
            register: "palaute".to_owned(),
            version: 2,
            hash: register.hash,
            source: NOTICE.to_owned(),
            published_ms: 9,
        };
        engine.store.write(move |tx| notices::insert(tx, &notice)).await.unwrap();
        engine.load_published().await.unwrap();
        let register = engine.registers().remove(0);
        assert_eq!(engine.said_of("palaute", 2).await.unwrap(), None);
        assert_eq!(engine.weakened(&register).await.unwrap(), None);
        let said = engine.said_of("palaute", 2).await.unwrap().unwrap();
        assert_eq!((said.author.as_str(), said.reason.is_empty()), ("", true));
        let known = engine.store.read(|tx| publications::get(tx, "palaute", 2)).await.unwrap();
        assert_ne!(known.unwrap().promises, "[]");
    }

    #[test]
    fn another_reason_is_another_commitment() {
        let reason = |said: &str| Text::from([(Lang::Fi, said.to_owned())]);
        let one = commitment(&[1; 32], "operator", &reason("Laki muuttui."));
        assert_ne!(one, commitment(&[1; 32], "operator", &reason("Laki ei muuttunut.")));
        assert_ne!(one, commitment(&[1; 32], "officer", &reason("Laki muuttui.")));
        assert_ne!(one, commitment(&[2; 32], "operator", &reason("Laki muuttui.")));
    }
}

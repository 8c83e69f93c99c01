//! Counters at rest are sealed: whoever has a copy of the database reads in it neither that few were alike nor
//! what is about to be added.

use std::sync::Arc;

use seloste_kernel::{Fault, Random};
use seloste_store::Tx;
use seloste_store::tables::meta;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Counters;
use crate::Engine;
use crate::engine::hex;
use crate::keyring::Keyring;

/// The length of a sealed value tells how many such blocks it fills, and no more.
const BLOCK_BYTES: usize = 1_024;

/// Under this begin the names of all counters.
pub(super) const COUNTED: &str = "counted/";

/// Seals and opens counters.
#[derive(Clone)]
pub(crate) struct Sealer {
    keyring: Arc<Keyring>,
    random: Arc<dyn Random>,
}

impl Sealer {
    pub fn of(engine: &Engine) -> Self {
        Self { keyring: Arc::clone(&engine.keyring), random: Arc::clone(&engine.random) }
    }

    pub fn seal(&self, name: &str, value: &impl Serialize) -> Result<String, Fault> {
        let mut text = serde_json::to_vec(value).map_err(Fault::internal)?;
        text.resize(text.len().next_multiple_of(BLOCK_BYTES), b' ');
        Ok(hex(&self.keyring.system_key().seal(name, &text, &*self.random)?))
    }

    /// What an earlier program wrote open is read as it is.
    pub fn open<T: DeserializeOwned>(&self, name: &str, text: &str) -> Result<T, Fault> {
        if is_open(text) {
            return serde_json::from_str(text).map_err(Fault::internal);
        }
        let sealed = bytes(text).ok_or_else(|| Fault::internal("a sealed counter is cut off"))?;
        let opened = self.keyring.system_key().open(name, &sealed)?;
        serde_json::from_slice(&opened).map_err(Fault::internal)
    }
}

/// Whether nobody has sealed it.
fn is_open(text: &str) -> bool {
    text.starts_with('[')
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

impl Engine {
    /// Seals the counters that an earlier program left open.
    pub(crate) async fn seal_counters(&self) -> Result<(), Fault> {
        let sealer = Sealer::of(self);
        let open = self.store.read(open_ones).await?;
        if open.is_empty() {
            return Ok(());
        }
        self.write_surely(move |tx| {
            for name in &open {
                let Some(text) = meta::get(tx, name)?.filter(|text| is_open(text)) else {
                    continue;
                };
                let counters: Counters = sealer.open(name, &text)?;
                meta::put(tx, name, &sealer.seal(name, &counters)?)?;
            }
            Ok(())
        })
        .await
    }
}

/// The names of the counters that are not sealed.
fn open_ones(tx: &mut Tx) -> Result<Vec<String>, Fault> {
    let mut open = Vec::new();
    for name in meta::names(tx, COUNTED)? {
        if meta::get(tx, &name)?.is_some_and(|text| is_open(&text)) {
            open.push(name);
        }
    }
    Ok(open)
}

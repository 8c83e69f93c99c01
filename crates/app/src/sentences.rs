//! The promises of the notice in force, compiled once per version: pages quote the very sentence
//! that the notice publishes, never one of their own.

use std::sync::{Arc, LazyLock, Mutex};

use seloste_kernel::Lang;
use seloste_notice::model::Text;
use seloste_notice::promises::{Promise, compile};
use seloste_register::Register;

type Compiled = (([u8; 32], String), Arc<Vec<Promise>>);

static LATEST: LazyLock<Mutex<Option<Compiled>>> = LazyLock::new(Mutex::default);

/// The promises of this register's notice.
pub fn promises(register: &Register) -> Arc<Vec<Promise>> {
    let name = (register.hash, register.notice.id.clone());
    let mut latest = LATEST.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    match &*latest {
        Some((known, promises)) if *known == name => Arc::clone(promises),
        _ => {
            let promises = Arc::new(compile(&register.notice));
            *latest = Some((name, Arc::clone(&promises)));
            promises
        }
    }
}

/// The sentence of the promise that ends so (`keep.feedback`), if the notice makes it.
pub fn sentence(register: &Register, id: &str, lang: Lang) -> Option<String> {
    let id = format!("{}.{id}", register.notice.id);
    let promises = promises(register);
    promises.iter().find(|promise| promise.id == id).map(|found| text(&found.sentence, lang))
}

/// A text of the notice in this language, or else in the first that it has.
pub fn text(text: &Text, lang: Lang) -> String {
    text.get(&lang).or_else(|| text.values().next()).cloned().unwrap_or_default()
}

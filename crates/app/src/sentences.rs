//! Sentences of the notice in force: pages quote what the notice publishes, never one of their own.

use seloste_kernel::Lang;
use seloste_notice::model::Text;
use seloste_register::Register;

/// The sentence of the promise that ends so (`keep.feedback`), if the notice makes it.
pub fn sentence(register: &Register, id: &str, lang: Lang) -> Option<String> {
    let id = format!("{}.{id}", register.notice.id);
    let found = register.promises.iter().find(|promise| promise.id == id);
    found.map(|found| text(&found.sentence, lang))
}

/// A text as a sentence begins with it.
pub fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text of the notice in this language, or else in the first that it has.
pub fn text(text: &Text, lang: Lang) -> String {
    text.get(&lang).or_else(|| text.values().next()).cloned().unwrap_or_default()
}

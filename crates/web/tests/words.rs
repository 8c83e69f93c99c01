//! Every text that the source asks for exists.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::Path;

use seloste_kernel::Lang;
use seloste_web::own_words;

fn sources(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            // Tests at the end of a file use keys that no page shows.
            all.push_str(text.split("#[cfg(test)]").next().unwrap());
        }
    }
}

#[test]
fn every_key_in_the_source_has_its_text_and_every_text_its_use() {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let words = own_words().unwrap();
    let looks_like_a_key = |text: &str| {
        let families =
            ["fault-", "field-", "gallery-", "link-", "banner-", "page-", "step-", "errors-"];
        families.iter().any(|family| text.starts_with(family) && text.len() > family.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.ends_with('-')
    };
    let mut used = 0;
    for literal in source.split('"').filter(|text| looks_like_a_key(text)) {
        // A name of a style, not of a text.
        if literal == "page-text" {
            continue;
        }
        used += 1;
        assert!(words.has(Lang::Fi, literal), "`{literal}` has no text");
    }
    assert!(used > 80, "only {used} keys found: does this test still read the source?");
    let made = ["fault-title-", "fault-next-", "state-"];
    for key in words.keys() {
        let base = key.strip_suffix("-next").unwrap_or(key);
        let kind =
            key.strip_prefix("fault-").is_some_and(|kind| source.contains(&format!("\"{kind}\"")));
        let known = source.contains(&format!("\"{base}\""))
            || made.iter().any(|start| key.starts_with(start));
        assert!(known || kind, "`{key}` is never used");
    }
}

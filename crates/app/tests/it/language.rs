//! The notice language on the command line: what editors are given, and files that are no notice.

use crate::support::installation::Installation;

/// A file beside the installation, with what `check` and `fmt` say of it and leave of it.
#[track_caller]
fn refused(org: &Installation, bytes: &[u8], code: &str) {
    let file = org.outside().join("hostile.kdl");
    std::fs::write(&file, bytes).unwrap();
    let path = file.to_string_lossy();
    for verb in ["check", "fmt"] {
        let said = org.cli(&[verb, &path]);
        let text = String::from_utf8_lossy(&said.stdout);
        assert_eq!(said.status.code(), Some(1), "{verb}: {text}");
        assert!(text.contains(code), "{verb}: {text}");
        assert!(!String::from_utf8_lossy(&said.stderr).contains("panicked"), "{verb}");
    }
    assert!(std::fs::read(&file).unwrap() == bytes, "a broken file is never rewritten");
}

#[test]
fn files_that_are_no_notice_are_told_and_left_alone() {
    let org = Installation::build("feedback").make();
    let good = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let planted = |piece: &[u8]| {
        let at = good.find("    controller").unwrap();
        [&good.as_bytes()[..at], piece, &good.as_bytes()[at..]].concat()
    };
    refused(&org, &planted(b"// \xff\xfe\n"), "SEL001");
    refused(&org, &planted(b"a \"\xc3\"\n"), "SEL001");
    refused(&org, &planted(b"\0\n"), "SEL001");
    refused(&org, &planted("x {".repeat(100).as_bytes()), "SEL002");
    refused(&org, &planted(&b"x".repeat(2 << 20)), "SEL002");
    refused(&org, &[0xff; 4096], "SEL001");
    // Everything at once: the byte, the unknown word and the line that does not parse.
    let file = org.outside().join("many.kdl");
    std::fs::write(&file, planted(b"// \xff\nregster\npurpose = 1\n")).unwrap();
    let said = org.cli(&["check", &file.to_string_lossy(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let codes: Vec<&str> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes.iter().filter(|code| **code == "SEL001").count(), 2, "{codes:?}");
    assert!(codes.contains(&"SEL004"), "{codes:?}");
}

#[test]
fn a_notice_is_formatted_whole_or_the_place_is_told_where_it_cannot_be() {
    let org = Installation::build("feedback").make();
    let good = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let file = org.outside().join("m.kdl");
    let path = file.to_string_lossy().into_owned();
    let fmt = |more: &[&str]| {
        let said = org.cli(&[&["fmt", &path], more].concat());
        (said.status.code(), String::from_utf8_lossy(&said.stdout).into_owned())
    };
    let wrong = good.replace("\n    register {", "\n  register {");
    assert_ne!(wrong, good);
    let many: String = (0..150).map(|at| format!("x{at} {{ y }} // {at}\n")).collect();
    std::fs::write(&file, format!("{wrong}{many}")).unwrap();
    assert_eq!(fmt(&["--check"]).0, Some(1));
    assert_eq!(fmt(&[]).0, Some(0));
    assert_eq!(fmt(&["--check"]).0, Some(0));
    let formatted = std::fs::read_to_string(&file).unwrap();
    assert!(formatted.starts_with(&good), "the indentation was mended");
    assert_eq!(formatted.matches("\n}\n// ").count(), 150);

    let odd = format!("{wrong}x {{ y }} /* z */ ; // w\n");
    std::fs::write(&file, &odd).unwrap();
    let line = format!("rivi {}:", odd.lines().count());
    for more in [&["--check"][..], &[]] {
        let (code, said) = fmt(more);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&line) && !said.contains("siistissä"), "{said}");
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), odd, "it stays as it was");
}

#[test]
fn editors_are_given_schema_snippets_and_words() {
    let org = Installation::build("feedback").make();
    let schema: serde_json::Value = serde_json::from_str(&org.ok(&["schema"])).unwrap();
    assert_eq!(schema["root"]["name"], "notice");
    let snippets: serde_json::Value =
        serde_json::from_str(&org.ok(&["schema", "--as", "snippets"])).unwrap();
    let basis = snippets["notice › purpose › basis="]["body"][0].as_str().unwrap();
    assert!(basis.contains("legal-obligation"), "{basis}");
    let words = org.ok(&["schema", "--as", "words"]);
    assert!(words.lines().any(|word| word == "erase-on-request"));
}

//! A real notice, damaged in every way that fingers, tools and enemies damage files: it is read
//! without a panic, in time that grows with its length, and all that is wrong is told at once.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::ops::Range;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use rustix::time::{ClockId, clock_gettime};
use seloste_kernel::Lang;
use seloste_notice::{MAX_BYTES, Reading, check, fmt, read, read_bytes, report};

const FEEDBACK: &str = include_str!("../../../notices/feedback.kdl");

/// Strings, words, white space and single signs.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let same = |wanted: fn(char) -> bool| rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        let len = match first {
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            c if c.is_alphanumeric() => same(|c| c.is_alphanumeric() || c == '-'),
            c if c.is_whitespace() => same(char::is_whitespace),
            c => c.len_utf8(),
        };
        tokens.push(at..at + len);
        at += len;
    }
    tokens
}

/// One thing that happens to the file.
#[derive(Debug, Clone)]
enum Harm {
    Delete(Index),
    Duplicate(Index),
    Swap(Index, Index),
    FlipBit(Index, u8),
    Insert(Index, Vec<u8>),
    /// So many blocks around one token.
    Nest(Index, usize),
    /// A token grown to this many bytes.
    Stretch(Index, usize),
    Cut(Index),
}

fn harm() -> impl Strategy<Value = Harm> {
    let pieces: [&[u8]; 12] = [
        b"\0",
        b"\xff\xfe",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\"",
        b"{",
        b"}",
        b"/*",
        b"/-",
        b"\\",
        b"#\"",
        "\u{202e}\u{feff}\u{2028}".as_bytes(),
    ];
    prop_oneof![
        4 => any::<Index>().prop_map(Harm::Delete),
        4 => any::<Index>().prop_map(Harm::Duplicate),
        3 => any::<(Index, Index)>().prop_map(|(one, other)| Harm::Swap(one, other)),
        4 => (any::<Index>(), 0_u8..8).prop_map(|(at, bit)| Harm::FlipBit(at, bit)),
        4 => (any::<Index>(), prop::sample::select(pieces.to_vec()))
            .prop_map(|(at, piece)| Harm::Insert(at, piece.to_vec())),
        1 => (any::<Index>(), 1_usize..80).prop_map(|(at, depth)| Harm::Nest(at, depth)),
        1 => (any::<Index>(), 1_usize..100_000).prop_map(|(at, len)| Harm::Stretch(at, len)),
        1 => any::<Index>().prop_map(Harm::Cut),
    ]
}

fn harmed(harms: &[Harm]) -> Vec<u8> {
    let mut pieces: Vec<Vec<u8>> =
        tokens(FEEDBACK).into_iter().map(|range| FEEDBACK.as_bytes()[range].to_vec()).collect();
    for harm in harms {
        if pieces.is_empty() {
            break;
        }
        let of = |index: &Index| index.index(pieces.len());
        match harm {
            Harm::Delete(at) => drop(pieces.remove(of(at))),
            Harm::Duplicate(at) => pieces.insert(of(at), pieces[of(at)].clone()),
            Harm::Swap(one, other) => {
                let (one, other) = (of(one), of(other));
                pieces.swap(one, other);
            }
            Harm::FlipBit(at, bit) => {
                let at = of(at);
                let byte = pieces[at].len() / 2;
                pieces[at][byte] ^= 1 << bit;
            }
            Harm::Insert(at, piece) => pieces.insert(of(at), piece.clone()),
            Harm::Nest(at, depth) => {
                let at = of(at);
                pieces.insert(at, "\nx {".repeat(*depth).into_bytes());
                pieces.insert(at + 1, "}\n".repeat(*depth).into_bytes());
            }
            Harm::Stretch(at, len) => {
                let at = of(at);
                pieces[at] = pieces[at].repeat(len.div_ceil(pieces[at].len()));
            }
            Harm::Cut(at) => pieces.truncate(of(at)),
        }
    }
    pieces.concat()
}

/// Everything that is done with a file that somebody gives us.
fn used(bytes: &[u8]) -> Reading {
    let reading = read_bytes(bytes, "harmed.kdl");
    let findings = check(&reading);
    for finding in &findings {
        for span in finding.notes.iter().map(|note| note.span).chain([finding.span]) {
            let place = reading.text.get(span.offset..span.offset + span.len);
            assert!(place.is_some(), "{span:?} is outside of the text");
        }
    }
    let shown = &findings[..findings.len().min(20)];
    report::human(shown, &reading, Lang::Fi, false);
    report::sarif(shown, &reading, Lang::En);
    if let Ok(once) = fmt(&reading.text) {
        assert_eq!(fmt(&once).as_ref(), Ok(&once));
    }
    reading
}

/// Lines that are wrong in one way each: the words that stand there, what they become, and the
/// code that must be told at that very line.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("    register {", "    regster {", "SEL004"),
    ("    review every=\"1 year\"", "    review every=\"1 yaer\"", "SEL007"),
    ("    authority \"fi\"", "    authority \"xx\"", "SEL006"),
    ("    operations sweep=", "    operations swep=", "SEL005"),
    (
        "            keep \"1 month\" from=\"sent\"",
        "            keep \"1 month from=\"sent\"",
        "SEL001",
    ),
    ("    automated-decisions none", "    automated-decisions none none", "SEL009"),
    ("    contact user=", "    contact user=\"Eh!\" user=", "SEL010"),
];

fn line_of(text: &str, piece: &str) -> Range<usize> {
    let at = text.find(piece).unwrap_or_else(|| panic!("{piece:?} is not there"));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// What the fuzzer found worth keeping.
#[test]
fn the_fuzzers_seeds_are_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/seeds");
    let seeds: Vec<Vec<u8>> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect();
    assert!(seeds.len() > 20, "{} seeds", seeds.len());
    seeds.iter().for_each(|seed| drop(used(seed)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_harmed_notice_is_read(harms in prop::collection::vec(harm(), 1..6)) {
        used(&harmed(&harms));
    }

    /// Whatever else is wrong, no mistake hides another.
    #[test]
    fn all_mistakes_are_told_at_once(chosen in prop::sample::subsequence(MISTAKES, 1..=MISTAKES.len())) {
        let mut text = FEEDBACK.to_owned();
        for (right, wrong, _) in &chosen {
            prop_assert!(text.contains(right), "{}", right);
            text = text.replacen(right, wrong, 1);
        }
        let reading = used(text.as_bytes());
        for (_, wrong, code) in &chosen {
            let line = line_of(&text, wrong);
            let here = |offset: usize| line.contains(&offset);
            let told = reading.findings.iter().any(|found| found.code == *code && here(found.span.offset));
            prop_assert!(told, "{} at {:?}: {:?}", code, wrong, reading.findings);
        }
    }
}

/// How long this thread computes: other programs on the machine do not count.
fn computing(work: impl FnOnce()) -> Duration {
    let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap();
    let start = now();
    work();
    now() - start
}

/// A large notice made of many pieces; each is told its number.
fn many(len: usize, before: &str, piece: impl Fn(usize) -> String, after: &str) -> String {
    let mut text = before.to_owned();
    for number in 0.. {
        let piece = piece(number);
        if text.len() + piece.len() + after.len() > len {
            break;
        }
        text.push_str(&piece);
    }
    text + after
}

/// Large files of one sort each, of about this length.
fn large(len: usize) -> Vec<(&'static str, String)> {
    const START: &str = "notice \"a\" languages=\"fi\" {\n";
    let service = format!("{START}service \"feedback\" {{\n");
    vec![
        ("notices", FEEDBACK.repeat(len / FEEDBACK.len())),
        (
            "purposes",
            many(
                len,
                START,
                |n| format!("purpose \"p{n}\" basis=\"consent\" {{ fi \"x\" }}\n"),
                "}\n",
            ),
        ),
        (
            "kinds",
            many(
                len,
                &service,
                |n| {
                    format!(
                        "collect \"k{n}\" part-of=\"k{}\" {{ field \"f\" purposes=\"p{n}\" {{ fi \"x\" }} }}\n",
                        n + 1
                    )
                },
                "}}\n",
            ),
        ),
        (
            "cookies",
            many(
                len,
                &format!("{START}cookies {{\n"),
                |n| format!("necessary \"__Host-c{n}\" keep=\"1 year\" {{ fi \"x\" }}\n"),
                "}}\n",
            ),
        ),
        ("unknown", many(len, START, |n| format!("purpse{n} \"x\"\n"), "}\n")),
        (
            "lists",
            many(
                len,
                START,
                |n| format!("role \"r{n}\" purposes=\"{}\"\n", "p q r s t ".repeat(60)),
                "}\n",
            ),
        ),
        (
            "text",
            many(
                len,
                START,
                |n| format!("statement \"s{n}\" {{ fi \"{}\" }}\n", "sana ".repeat(2_000)),
                "}\n",
            ),
        ),
        ("comments", many(len, START, |n| format!("// {n}\n/* {n} */ // x\n"), "}\n")),
        ("blank", many(len, START, |_| "\n \t\n".into(), "}\n")),
        ("broken", many(len, START, |n| format!("purpose = {n}\n"), "}\n")),
        (
            "deep",
            many(len / 4, START, |_| format!("{}{}\n", "x {".repeat(28), "}".repeat(28)), "}\n"),
        ),
        ("nul", "\0".repeat(len)),
        ("one word", "x".repeat(len)),
        ("open", "x {\n".repeat(len / 4)),
        ("quotes", "\"".repeat(len)),
        ("letters", many(len, START, |n| format!("p{n} ä=\"ö\u{0}\"\n"), "}\n")),
    ]
}

/// Reading, checking and telling a megabyte: as long as sixteen times a sixteenth of it, with room
/// for what caches and allocators do. Quadratic work would be 256 times.
#[test]
fn a_megabyte_takes_time_that_grows_with_its_length() {
    const MEGABYTE: usize = MAX_BYTES;
    const PART: usize = MEGABYTE / 16;
    const GROWTH: u32 = 50;
    /// Below this the clock and the allocator tell more than the work.
    const LEAST: Duration = Duration::from_millis(20);
    const MOST: Duration = Duration::from_secs(60);
    for ((name, small), (_, large)) in large(PART).into_iter().zip(large(MEGABYTE)) {
        let work = |text: &str| {
            let reading = read(text, "large.kdl");
            let findings = check(&reading);
            // Each costs the same to tell; a place late in the file costs the most to find.
            let told = findings.len().saturating_sub(500);
            report::json(&findings[told..], &reading, Lang::Sv);
        };
        let (short, long) = (computing(|| work(&small)), computing(|| work(&large)));
        println!("{name}: {short:?} for {}, {long:?} for {}", small.len(), large.len());
        let allowed = short.max(LEAST) * GROWTH;
        assert!(long < allowed.min(MOST), "{name}: {short:?} for a sixteenth, {long:?} for all");
    }
}

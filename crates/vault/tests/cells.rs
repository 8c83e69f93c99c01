//! Sealed values open at their own place, under their own key, unchanged – and nowhere else.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::HashSet;

use proptest::prelude::*;
use seloste_kernel::{Fault, FaultKind, PersonId, Random, RecordId, Sealed, SeededRandom};
use seloste_vault::{
    CELL_OVERHEAD, ClassTag, MAX_CELL, OpenError, PersonKey, Place, open, seal, seal_padded,
};

fn key(register: &str, class: &str, random: &dyn Random) -> PersonKey {
    PersonKey::generate(ClassTag::new(register, class), random).unwrap()
}

fn place() -> Place<'static> {
    Place {
        register: "feedback",
        kind: "feedback",
        field: "message",
        person: PersonId::from_bytes([1; 16]),
        record: RecordId::from_bytes([2; 16]),
        class: "month",
        schema: 1,
    }
}

/// Places that differ from each other in one or more parts, all of one key's class.
fn places() -> Vec<Place<'static>> {
    let mut all = Vec::new();
    for (kind, field) in [("feedback", "message"), ("feedback", "name"), ("feedbackm", "essage")] {
        for (person, record) in [(1, 2), (2, 1), (1, 1), (2, 2)] {
            for schema in [1, 2] {
                let (person, record) =
                    (PersonId::from_bytes([person; 16]), RecordId::from_bytes([record; 16]));
                all.push(Place { kind, field, person, record, schema, ..place() });
            }
        }
    }
    all
}

fn sealed(padded: bool, key: &PersonKey, text: &[u8], random: &dyn Random) -> Sealed {
    let seal = if padded { seal_padded } else { seal };
    seal(key, &place(), text, random).unwrap()
}

#[test]
fn every_ordered_pair_of_exchanged_cells_is_refused() {
    let random = SeededRandom::new(1);
    let keys = [(); 3].map(|()| key("feedback", "month", &random));
    let cells: Vec<(usize, Place<'_>, Sealed)> = (0..keys.len())
        .flat_map(|of| places().into_iter().map(move |place| (of, place)))
        .map(|(of, place)| (of, place, seal(&keys[of], &place, b"text", &random).unwrap()))
        .collect();
    let mut refused = 0;
    for (from, at, sealed) in &cells {
        for (to, there, _) in &cells {
            let opened = open(&keys[*to], there, sealed);
            if from == to && at == there {
                assert_eq!(*opened.unwrap(), b"text");
            } else {
                assert_eq!(opened.unwrap_err(), OpenError::Refused);
                refused += 1;
            }
        }
    }
    assert!(refused > 5_000, "{refused}");
}

#[test]
fn a_key_of_one_register_or_class_opens_and_seals_nothing_of_another() {
    let random = SeededRandom::new(2);
    let ours = key("feedback", "month", &random);
    let sealed = seal(&ours, &place(), b"text", &random).unwrap();
    for (register, class) in [("booking", "month"), ("feedback", "year"), ("feedbackm", "onth")] {
        let elsewhere = Place { register, class, ..place() };
        assert_eq!(open(&ours, &elsewhere, &sealed).unwrap_err(), OpenError::Refused);
        let theirs = key(register, class, &random);
        assert_eq!(open(&theirs, &place(), &sealed).unwrap_err(), OpenError::Refused);
        assert_eq!(open(&theirs, &elsewhere, &sealed).unwrap_err(), OpenError::Refused);
        let fault: Fault = seal(&theirs, &place(), b"text", &random).unwrap_err();
        assert_eq!(fault.kind(), FaultKind::Internal);
    }
}

#[test]
fn every_flipped_bit_and_every_cut_is_refused() {
    let random = SeededRandom::new(3);
    let key = key("feedback", "month", &random);
    for padded in [false, true] {
        let sealed = sealed(padded, &key, b"Kiitos palvelusta!", &random);
        for bit in 0..sealed.as_bytes().len() * 8 {
            let mut changed = sealed.as_bytes().to_vec();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(open(&key, &place(), &Sealed::from_bytes(changed)).is_err(), "bit {bit}");
        }
        for len in 0..sealed.as_bytes().len() {
            let cut = Sealed::from_bytes(sealed.as_bytes()[..len].to_vec());
            assert!(open(&key, &place(), &cut).is_err(), "{len} bytes");
        }
    }
}

#[test]
fn version_and_suite_cannot_be_changed() {
    let random = SeededRandom::new(4);
    let key = key("feedback", "month", &random);
    let sealed = sealed(true, &key, b"text", &random);
    let with = |at: usize, value: u8| {
        let mut bytes = sealed.as_bytes().to_vec();
        bytes[at] = value;
        open(&key, &place(), &Sealed::from_bytes(bytes))
    };
    for other in (0..=255).filter(|version| *version != 1) {
        assert_eq!(with(0, other).unwrap_err(), OpenError::Version(other));
    }
    // A known suite that is not the cell's own: authenticated, so refused.
    assert_eq!(with(1, 1).unwrap_err(), OpenError::Refused);
    for other in (0..=255).filter(|suite| ![1, 2].contains(suite)) {
        assert_eq!(with(1, other).unwrap_err(), OpenError::Suite(other));
    }
}

#[test]
fn the_same_text_never_seals_to_the_same_bytes() {
    let random = SeededRandom::new(5);
    let key = key("feedback", "month", &random);
    let mut nonces = HashSet::new();
    let mut bodies = HashSet::new();
    for _ in 0..5000 {
        let sealed = seal(&key, &place(), b"Kiitos palvelusta, hyvin toimii.", &random).unwrap();
        assert!(nonces.insert(sealed.as_bytes()[2..26].to_vec()));
        assert!(bodies.insert(sealed.as_bytes()[26..].to_vec()));
    }
}

#[test]
fn too_long_a_text_is_refused() {
    let random = SeededRandom::new(6);
    let key = key("feedback", "month", &random);
    let fault = seal(&key, &place(), &vec![0; MAX_CELL + 1], &random).unwrap_err();
    assert_eq!(fault.kind(), FaultKind::TooLarge);
}

#[test]
fn a_padded_cell_shows_its_bucket_only() {
    let random = SeededRandom::new(7);
    let key = key("feedback", "month", &random);
    let len = |text: &[u8]| sealed(true, &key, text, &random).as_bytes().len();
    assert_eq!(len(b""), 64 + CELL_OVERHEAD);
    assert_eq!(len(&[7; 60]), 64 + CELL_OVERHEAD);
    assert_eq!(len(&[7; 61]), 256 + CELL_OVERHEAD);
    assert_eq!(len(&[7; 5000]), 8192 + CELL_OVERHEAD);
}

proptest! {
    #[test]
    fn what_is_sealed_opens_again(text: Vec<u8>, padded: bool, seed: u64) {
        let random = SeededRandom::new(seed);
        let key = key("feedback", "month", &random);
        let sealed = sealed(padded, &key, &text, &random);
        prop_assert_eq!(&*open(&key, &place(), &sealed).unwrap(), &text);
        if text.len() >= 8 {
            prop_assert!(!sealed.as_bytes().windows(text.len()).any(|window| window == text));
        }
    }

    #[test]
    fn any_bytes_are_safe_to_open(bytes: Vec<u8>) {
        let key = key("feedback", "month", &SeededRandom::new(1));
        prop_assert!(open(&key, &place(), &Sealed::from_bytes(bytes)).is_err());
    }
}

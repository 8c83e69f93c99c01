//! The vectors that all implementations of RFC 6962 share, and the proofs of every small tree.

use super::*;

struct Leaves(Vec<Hash>);

impl Source for Leaves {
    type Error = ();

    fn subtree(&mut self, level: u32, index: u64) -> Result<Hash, ()> {
        let (from, to) = ((index << level) as usize, ((index + 1) << level) as usize);
        self.0.get(from..to).and_then(complete).ok_or(())
    }
}

fn hash(hex: &str) -> Hash {
    let byte = |place: usize| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).unwrap();
    std::array::from_fn(byte)
}

#[test]
fn roots_are_those_of_the_known_tree() {
    let entries: [&[u8]; 8] = [
        b"",
        &[0x00],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d,
            0x6e, 0x6f,
        ],
    ];
    let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let mut leaves = Leaves(entries.iter().map(|entry| leaf(entry)).collect());
    for (size, expected) in roots.iter().enumerate() {
        assert_eq!(root(&mut leaves, size as u64), Ok(hash(expected)), "{size}");
    }
}

#[test]
fn proofs_hold_for_what_is_so_and_for_nothing_else() {
    let mut leaves = Leaves((0..40_u8).map(|n| leaf(&[n])).collect());
    for size in 1..=40_u64 {
        let whole = root(&mut leaves, size).unwrap();
        for index in 0..size {
            let proof = inclusion(&mut leaves, index, size).unwrap();
            let of = leaf(&[index as u8]);
            assert!(included(&of, index, size, &proof, &whole), "{index} of {size}");
            assert!(!included(&leaf(b"x"), index, size, &proof, &whole));
            assert!(!included(&of, index + 1, size, &proof, &whole));
            let longer = [proof.as_slice(), &[whole]].concat();
            assert!(!included(&of, index, size, &longer, &whole));
        }
        for old in 1..=size {
            let before = root(&mut leaves, old).unwrap();
            let proof = consistency(&mut leaves, old, size).unwrap();
            assert!(consistent((old, &before), (size, &whole), &proof), "{old} in {size}");
            let other = leaf(b"other");
            assert!(!consistent((old, &other), (size, &whole), &proof));
            assert!(!consistent((old, &before), (size, &other), &proof));
            for place in 0..proof.len() {
                let mut wrong = proof.clone();
                wrong[place][0] ^= 1;
                assert!(!consistent((old, &before), (size, &whole), &wrong));
            }
        }
    }
}

//! Which promise is proved by which tests: `docs/promises.toml` as the program carries it.

use serde::{Deserialize, Serialize};

/// The table, as it was when the program was built.
pub const TABLE: &str = include_str!("../../../docs/promises.toml");

/// One promise of a ready-made notice.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// Seed and number, such as `S2-41`.
    pub id: String,
    /// The ready-made notice: `S0` to `S4`.
    pub seed: String,
    /// What the system does, in one sentence.
    pub line: String,
    /// Who makes it true: `engine`, `evidence` or `statement`.
    pub by: String,
    /// The part of the system that does.
    pub mechanism: String,
    /// Names of the tests that prove it.
    pub tests: Vec<String>,
}

/// How much of one seed is proved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The ready-made notice: `S0` to `S4`.
    pub seed: String,
    /// Promises with at least one test.
    pub proven: usize,
    /// All promises.
    pub total: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    promise: Vec<Promise>,
}

/// Reads a table of promises, in its own order.
///
/// # Errors
/// Says where the text is no such table.
pub fn read(text: &str) -> Result<Vec<Promise>, toml::de::Error> {
    toml::from_str::<Table>(text).map(|table| table.promise)
}

/// How much of each seed is proved, in the order of the table.
///
/// # Errors
/// Says where the table is damaged, which a test excludes.
pub fn summary() -> Result<Vec<Tally>, toml::de::Error> {
    read(TABLE).map(|promises| tally(&promises))
}

/// Proven and all promises per seed, in the order of the promises.
pub fn tally(promises: &[Promise]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for promise in promises {
        let proven = usize::from(!promise.tests.is_empty());
        match tallies.iter_mut().find(|tally| tally.seed == promise.seed) {
            Some(tally) => {
                tally.proven += proven;
                tally.total += 1;
            }
            None => tallies.push(Tally { seed: promise.seed.clone(), proven, total: 1 }),
        }
    }
    tallies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_with_tests_count_as_proven() {
        let row = |id: &str, tests: &str| {
            format!(
                "[[promise]]\nid = \"{id}\"\nseed = \"{}\"\nline = \"x\"\nby = \"engine\"\n\
                 mechanism = \"sealed\"\ntests = [{tests}]\n",
                &id[..2]
            )
        };
        let text = [row("S0-01", ""), row("S2-01", "\"a\", \"b\""), row("S2-02", "")].concat();
        let tally = tally(&read(&text).unwrap());
        let expected = [("S0", 0, 1), ("S2", 1, 2)];
        let expected =
            expected.map(|(seed, proven, total)| Tally { seed: seed.to_owned(), proven, total });
        assert_eq!(tally, expected);
        assert!(read("[[promise]]\nid = 1").is_err());
    }
}

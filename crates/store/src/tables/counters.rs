//! Plain counts, per day or for ever: no person in them.

use seloste_kernel::Fault;

use crate::tx::Tx;
use crate::value::params;

/// Adds to a day's count; the day as `2026-11-21`.
///
/// # Errors
/// Only the engine's.
pub fn add(tx: &mut Tx, name: &str, day: &str, n: i64) -> Result<(), Fault> {
    let sql = "INSERT INTO counters (name, day, n) VALUES ($1, $2, $3) \
         ON CONFLICT (name, day) DO UPDATE SET n = counters.n + excluded.n";
    tx.execute(sql, params![name, day, n]).map(drop)
}

/// All counts whose name begins so, by name and day. The prefix is a whole path that ends in `/`.
///
/// # Errors
/// Only the engine's.
pub fn of_prefix(tx: &mut Tx, prefix: &str) -> Result<Vec<(String, String, i64)>, Fault> {
    // `0` is the byte after `/`: a range, so that no sign of the name is taken for a pattern.
    let end = format!("{}0", prefix.strip_suffix('/').unwrap_or(prefix));
    let sql = "SELECT name, day, n FROM counters WHERE name >= $1 AND name < $2 ORDER BY name, day";
    tx.all(sql, params![prefix, &end], |row| Ok((row.text(0)?, row.text(1)?, row.int(2)?)))
}

/// The day of a count that runs for ever.
const ALWAYS: &str = "";

/// The next of numbers that are given once: what `first` says where none was given yet, and never
/// again one that was given, whatever has been erased since.
///
/// # Errors
/// Only the engine's.
pub fn next(tx: &mut Tx, name: &str, first: i64) -> Result<i64, Fault> {
    let sql = "INSERT INTO counters (name, day, n) VALUES ($1, $2, $3) \
         ON CONFLICT (name, day) DO UPDATE SET \
         n = CASE WHEN counters.n + 1 > excluded.n THEN counters.n + 1 ELSE excluded.n END";
    tx.execute(sql, params![name, ALWAYS, first])?;
    let sql = "SELECT n FROM counters WHERE name = $1 AND day = $2";
    tx.one(sql, params![name, ALWAYS], |row| row.int(0))
}

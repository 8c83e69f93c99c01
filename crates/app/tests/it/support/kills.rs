//! Kills the server under write load, again and again, and looks for lost writes.

use std::fs::File;
use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use seloste_kernel::{Random, SeededRandom};

use super::browser::Browser;
use super::installation::Installation;

/// The load and how often it is cut off.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many times the server is killed.
    pub rounds: u32,
    /// How many clients write at once.
    pub clients: usize,
    /// The kill comes within this many milliseconds of the first write.
    pub within_ms: u64,
    /// Makes the moments of killing repeatable.
    pub seed: u64,
}

/// What happened.
#[derive(Debug)]
pub struct Outcome {
    /// Writes that the server acknowledged.
    pub acknowledged: usize,
    /// Acknowledged writes that a later server did not know.
    pub lost: Vec<String>,
}

/// Runs the plan on a running installation.
///
/// `write` makes one write and gives its receipt once the server has acknowledged it, or nothing
/// when there was no proper answer. `known` asks whether the server still knows a receipt. After
/// each kill the server is started again and asked for the receipts of that round; at the end it
/// is asked for all of them.
pub fn run(
    installation: &mut Installation,
    plan: Plan,
    write: impl Fn(&Browser, u64) -> Option<String> + Sync,
    known: impl Fn(&Browser, &str) -> bool,
) -> Outcome {
    let journal = installation.outside().join("receipts");
    let journal = File::options().create(true).append(true).open(journal).unwrap();
    let random = SeededRandom::new(plan.seed);
    let numbers = AtomicU64::new(0);
    let mut outcome = Outcome { acknowledged: 0, lost: Vec::new() };
    let mut all = Vec::new();
    for _ in 0..plan.rounds {
        let receipts = Mutex::new(Vec::new());
        let over = AtomicBool::new(false);
        let delay = Duration::from_millis(1 + number(&random) % plan.within_ms);
        let browsers: Vec<_> = (0..plan.clients).map(|_| installation.browser()).collect();
        std::thread::scope(|scope| {
            for browser in &browsers {
                scope.spawn(|| {
                    while !over.load(Ordering::Relaxed) {
                        let number = numbers.fetch_add(1, Ordering::Relaxed);
                        if let Some(receipt) = write(browser, number) {
                            writeln!(&journal, "{receipt}").unwrap();
                            receipts.lock().unwrap().push(receipt);
                        }
                    }
                });
            }
            // Not a wait for something: this is the moment at which the power goes.
            super::wait::pass(delay);
            installation.kill();
            over.store(true, Ordering::Relaxed);
        });
        installation.start();
        let receipts = receipts.into_inner().unwrap();
        outcome.lost.extend(unknown(installation, &receipts, &known));
        outcome.acknowledged += receipts.len();
        all.extend(receipts);
    }
    outcome.lost.extend(unknown(installation, &all, &known));
    outcome
}

fn unknown(
    installation: &Installation,
    receipts: &[String],
    known: &impl Fn(&Browser, &str) -> bool,
) -> Vec<String> {
    let browser = installation.browser();
    receipts.iter().filter(|receipt| !known(&browser, receipt)).cloned().collect()
}

fn number(random: &SeededRandom) -> u64 {
    let mut bytes = [0; 8];
    random.fill(&mut bytes);
    u64::from_le_bytes(bytes)
}

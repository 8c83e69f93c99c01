//! The one place where a scenario lets real time pass. The program's clock is a file that tests
//! move; its jobs look at it twice a second, and that is what is waited for here.

use std::time::{Duration, Instant};

/// Nothing that a scenario waits for takes longer, not even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it is looked whether it is done.
const LOOK: Duration = Duration::from_millis(50);

/// Every job of the program looks a few times in so long.
const ROUNDS: Duration = Duration::from_secs(3);

/// Waits for what the program does by itself.
#[track_caller]
pub fn wait_for(what: &str, mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < PATIENCE, "not yet: {what}");
        pass(LOOK);
    }
}

/// Gives the jobs time to do what they must not do.
pub fn let_jobs_look() {
    pass(ROUNDS);
}

/// Lets this time pass: until the moment at which the power goes.
pub fn pass(time: Duration) {
    std::thread::sleep(time);
}

//! Rates, printed when asked for: `cargo test --release -p seloste-store --test conformance --
//! --ignored --nocapture rates`. Nothing is asserted: numbers belong to a machine.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

use seloste_store::tables::records;

use crate::setting::*;

#[test]
#[ignore = "prints rates, asserts nothing"]
fn rates() {
    on_each_engine(|store| {
        let policy = prepare(store, 1_000);
        let next = AtomicU32::new(0);
        for writers in [1, 4, 16, 64] {
            let start = Instant::now();
            let each = 4_000 / writers;
            std::thread::scope(|scope| {
                for _ in 0..writers {
                    scope.spawn(|| {
                        for _ in 0..each {
                            let n = next.fetch_add(1, Ordering::Relaxed);
                            let row = row(policy, n % 1_000, n);
                            store.write_now(move |tx| records::insert(tx, &row)).unwrap();
                        }
                    });
                }
            });
            let rate = f64::from(each * writers) / start.elapsed().as_secs_f64();
            println!("{writers:>2} writers: {rate:.0} durable records/s");
        }
        for readers in [1, 2, 8] {
            let start = Instant::now();
            let each = 20_000 / readers;
            std::thread::scope(|scope| {
                for reader in 0..readers {
                    scope.spawn(move || {
                        for n in 0..each {
                            let n = (n * 7 + reader) % 15_000;
                            let read = move |tx: &mut seloste_store::Tx| {
                                records::get(tx, person(n % 1_000), record(n))
                            };
                            assert!(store.read_now(read).unwrap().is_some());
                        }
                    });
                }
            });
            let rate = f64::from(each * readers) / start.elapsed().as_secs_f64();
            println!("{readers:>2} readers: {rate:.0} reads/s");
        }
    });
}

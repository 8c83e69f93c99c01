//! A PostgreSQL that goes away and comes back.

use std::sync::Arc;

use seloste_kernel::{FaultKind, SeededRandom};
use seloste_store::tables::meta;
use seloste_store::{Location, Store};

use crate::setting::*;

/// Ends every connection of the server but the one that asks, as a restart would.
fn cut(url: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) =
            tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        // Only those of this test: others run beside it.
        let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
             WHERE application_name = 'seloste-outage'";
        client.query(sql, &[]).await.unwrap();
    });
}

#[test]
fn a_transaction_that_postgres_cuts_leaves_nothing_and_the_next_one_works() {
    let Some(Location::Postgres { url, schema }) = postgres() else { return };
    // An address may be given as a URL or as words.
    let joint = match (url.contains("://"), url.contains('?')) {
        (true, true) => "&",
        (true, false) => "?",
        (false, _) => " ",
    };
    let named = format!("{url}{joint}application_name=seloste-outage");
    let location = Location::Postgres { url: named, schema };
    let store: Store = open(&location);
    for turn in 0..3 {
        store.write_now(|tx| meta::put(tx, "before", "1")).unwrap();
        let cut_off = url.clone();
        let fault = store
            .write_now(move |tx| {
                meta::put(tx, "a", "1")?;
                cut(&cut_off);
                // The caller does not even look.
                let _ = meta::put(tx, "b", "1");
                let _ = meta::put(tx, "c", "1");
                Ok(())
            })
            .unwrap_err();
        assert_eq!(fault.kind(), FaultKind::Environment, "{fault:?} in turn {turn}");
        let kept = |name: &'static str| store.read_now(move |tx| meta::get(tx, name));
        for name in ["a", "b", "c"] {
            assert_eq!(kept(name).unwrap(), None, "{name} in turn {turn}");
        }
        assert_eq!(kept("before").unwrap().as_deref(), Some("1"));
    }
    // Cut while nothing runs: the first use after it finds a new connection.
    cut(&url);
    store.write_now(|tx| meta::put(tx, "after", "1")).unwrap();
}

#[test]
fn a_second_server_on_the_same_schema_is_refused() {
    let Some(location) = postgres() else { return };
    let first = open(&location);
    let second = Store::open(location.clone(), Arc::new(SeededRandom::new(1)), marker());
    let second = second.err().unwrap();
    assert_eq!((second.kind(), second.key()), (FaultKind::Environment, "store-in-use"));
    first.write_now(|tx| meta::put(tx, "a", "1")).unwrap();
    first.close();
    open(&location).close();
}

#[test]
fn whoever_loses_the_schema_writes_nothing_until_it_is_free_again() {
    let Some(location) = postgres() else { return };
    let Location::Postgres { url, schema } = &location else { return };
    let store = open(&location);
    let write = || store.write_now(|tx| meta::put(tx, "a", "1"));
    write().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let connect = async || {
            let (client, connection) =
                tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client
        };
        // Another waits for the lock, and then its holder's connection is cut.
        let (other, cutter) = (connect().await, connect().await);
        let take = format!("SELECT pg_advisory_lock(7317022, hashtext('{schema}'))");
        let cut = format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks \
             WHERE locktype = 'advisory' AND granted AND objid = hashtext('{schema}')::oid"
        );
        let waits = tokio::spawn(async move {
            other.batch_execute(&take).await.unwrap();
            other
        });
        let queued = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
        while cutter.query(queued, &[]).await.unwrap().is_empty() {
            tokio::task::yield_now().await;
        }
        assert_eq!(cutter.query(&cut, &[]).await.unwrap().len(), 1);
        let other = waits.await.unwrap();

        let refused = until(|| write().err());
        assert_eq!((refused.kind(), refused.key()), (FaultKind::Environment, "store-in-use"));
        assert!(store.read_now(|tx| meta::get(tx, "a")).is_ok(), "reading harms nobody");
        drop(other);
    });
    drop(runtime);
    until(|| write().ok());
}

/// Asks until there is an answer.
fn until<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(answer) = ask() {
            return answer;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("a minute is over");
}

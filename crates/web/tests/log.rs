//! What is written to the log: enough to find a fault, nothing about the visitor.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::routing::get;
use seloste_kernel::Fault;
use seloste_web::testing::browser;
use seloste_web::{Answer, Router, quiet_panics};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Lines;
    fn make_writer(&'a self) -> Lines {
        self.clone()
    }
}

async fn fail() -> Answer {
    Err(Fault::internal("row 7\n{\"level\":\"forged\"}\u{1b}[2J").into())
}

async fn boom() -> String {
    "CANARY-in-a-panic".parse::<u16>().unwrap().to_string()
}

#[tokio::test]
async fn the_log_names_the_route_and_the_fault_but_nothing_of_the_visitor() {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt().json().with_writer(lines.clone()).finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    quiet_panics();
    let routes = Router::new()
        .route("/oma/{id}", get(|| async { "ok" }))
        .route("/fail", get(fail))
        .route("/boom", get(boom));
    let mut browser = browser(routes);
    for (name, value) in [
        ("user-agent", "CANARY-agent"),
        ("x-forwarded-for", "203.0.113.77"),
        ("referer", "https://CANARY.example/"),
        ("cookie", "a=CANARY-cookie"),
    ] {
        browser.headers.push((name.to_owned(), value.to_owned()));
    }
    for path in ["/oma/CANARY-id?q=CANARY-query", "/CANARY-path", "/boom", "/sv/fail"] {
        browser.get(path).await;
    }
    let failed = browser.get("/fail").await;

    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(!text.contains("CANARY") && !text.contains("203.0.113"), "{text}");
    for expected in
        ["\"route\":\"/oma/{id}\"", "\"status\":500", "\"method\":\"GET\"", "tests/log.rs"]
    {
        assert!(text.contains(expected), "{expected} is not in {text}");
    }
    assert!(text.contains(failed.header("x-request-id")));
    for line in text.lines() {
        assert!(line.starts_with("{\"timestamp\""), "a forged line: {line}");
        assert!(!line.contains('\u{1b}'));
    }
}

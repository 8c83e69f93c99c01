//! `seloste bench` measures what it says, and leaves nothing behind. Nothing is asserted of speed:
//! that belongs to a machine.

use std::process::Command;

use serde_json::Value;

use crate::support::postgres::Schema;

fn bench(folder: &std::path::Path, arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["bench", "--size", "200", "--seconds", "1", "--rounds", "1", "--format", "json"])
        .arg("--folder")
        .arg(folder)
        .args(arguments)
        .output()
        .unwrap();
    let (text, errors) = (&output.stdout, String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{errors}", String::from_utf8_lossy(text));
    serde_json::from_slice(text).unwrap()
}

/// Every row of every workload.
fn rows(report: &Value) -> Vec<&Value> {
    let workloads = report["workloads"].as_array().unwrap().iter();
    workloads.flat_map(|workload| workload["rows"].as_array().unwrap()).collect()
}

fn ids(report: &Value) -> Vec<&str> {
    let mut ids: Vec<_> = rows(report).iter().map(|row| row["id"].as_str().unwrap()).collect();
    ids.dedup();
    ids
}

#[test]
fn a_document_without_a_place_for_figures_is_refused_before_anything_is_measured() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("figures.md");
    std::fs::write(&document, "nothing here").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["bench", "--lang", "en", "--into"])
        .arg(&document)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stdout).contains("no place for the figures"));
    assert_eq!(std::fs::read_to_string(&document).unwrap(), "nothing here");
}

#[test]
fn a_run_tells_every_workload_with_its_probes_and_removes_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (elsewhere, marks) =
        (tempfile::tempdir().unwrap(), ["<!-- figures -->", "<!-- end of figures -->"]);
    let document = elsewhere.path().join("figures.md");
    std::fs::write(&document, format!("first\n{}\nold\n{}\nlast\n", marks[0], marks[1])).unwrap();
    let report = bench(folder.path(), &["--into", document.to_str().unwrap()]);
    let written = std::fs::read_to_string(&document).unwrap();
    assert!(written.starts_with(&format!("first\n{}\n", marks[0])), "{written}");
    assert!(written.ends_with(&format!("\n{}\nlast\n", marks[1])), "{written}");
    assert!(!written.contains("old"), "{written}");
    assert_eq!(written.matches("\n| B").count(), rows(&report).len());
    let wanted = [
        "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B14", "B15", "B17", "B18", "B19",
        "B16",
    ];
    assert_eq!(ids(&report), wanted);
    for workload in report["workloads"].as_array().unwrap() {
        for probe in ["before", "after"] {
            for value in ["sync_p50_us", "sync_p99_us", "sha256_mb_s", "aes_mb_s"] {
                assert!(workload[probe][value].as_f64().unwrap() > 0.0, "{probe}: {value}");
            }
        }
    }
    for row in rows(&report) {
        let median = |side: &Value| side["median"].as_f64().unwrap();
        assert!(median(&row["ours"]) > 0.0, "{row}");
        assert!(["D", "D/none", "none"].contains(&row["durability"].as_str().unwrap()));
        if row["peer"].is_null() {
            assert!(row["ratio"].is_null());
            continue;
        }
        let (ours, theirs) = (median(&row["ours"]), median(&row["peer"]));
        let ratio = if row["better"] == "more" { ours / theirs } else { theirs / ours };
        assert!((ratio - row["ratio"].as_f64().unwrap()).abs() < 1e-6, "{row}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the folder is left over");
}

#[test]
fn an_unknown_workload_is_a_usage_error() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_seloste")).args(["bench", "B99"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn postgres_is_measured_beside_ours_and_under_ours() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["B1", "B3", "B9", "--peer", "postgres", "--engine", "postgres"];
    let report = bench(folder.path(), &arguments);
    assert_eq!(report["engine"], "postgres");
    assert_eq!(ids(&report), ["B1", "B3", "B9"]);
    let beside = rows(&report)
        .into_iter()
        .filter(|row| row["peer"]["who"].as_str().is_some_and(|who| who.starts_with("PostgreSQL")));
    assert_eq!(beside.count(), 8);
    let schemas = Schema::new();
    let left = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'seloste_bench_%'";
    assert_eq!(schemas.sql(left).trim(), "0");
}

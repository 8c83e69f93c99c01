//! A restore that does not come to its end: what it leaves serves nobody as if it were whole, says what
//! it is, and does not stand in the way of the next one.

use std::path::{Path, PathBuf};

use crate::operations::{refused, send};
use crate::support::installation::{Engine, Installation, Process};
use crate::support::wait::wait_for;

/// A backup, and what a restore of it is called with.
fn backup(org: &Installation) -> Vec<String> {
    let halves = ["data", "keys"].map(|half| org.outside().join("backup").join(half));
    let [data, keys] = halves.each_ref().map(|half| half.to_string_lossy().into_owned());
    org.ok(&["backup", "create", "--data", &data, "--keys", &keys]);
    let only = |dir: &PathBuf| {
        let mut found = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        found.find(|path| path.is_dir()).unwrap().to_string_lossy().into_owned()
    };
    let root = org.dir().join("keys/root.secret").to_string_lossy().into_owned();
    let from = ["--data", &only(&halves[0]), "--keys", &only(&halves[1]), "--root-file", &root];
    from.map(str::to_owned).to_vec()
}

fn call<'a>(to: &'a str, from: &'a [String]) -> Vec<&'a str> {
    let verb = ["--test-clock", "backup", "restore", to, "--lang", "en"];
    verb.into_iter().chain(from.iter().map(String::as_str)).collect()
}

#[test]
fn a_restore_that_is_killed_leaves_no_installation_without_its_hold() {
    let mut org = Installation::mailing("feedback");
    send(&org, "Varmuuskopioon.");
    let from = backup(&org);
    org.stop();
    for round in 0..5 {
        let to = org.outside().join(format!("restored{round}"));
        let name = to.to_string_lossy().into_owned();
        let mut restoring = org.program();
        let mut restoring = restoring.args(call(&name, &from)).spawn().unwrap();
        wait_for("the notice", || to.join("notice.kdl").exists());
        // It may have ended by then; what is asked holds also of a whole one.
        Process::of(&restoring).kill();
        restoring.wait().unwrap();
        assert!(to.join("data/restored").exists(), "{round}");
    }
    // Interrupted before: the folder says what it is, and is not served.
    let to = org.outside().join("restored0");
    std::fs::remove_file(to.join("notice.kdl")).unwrap();
    let name = to.to_string_lossy().into_owned();
    let told = refused(&org.cli(&call(&name, &from)), 4);
    assert!(told.contains("the rest of a restore that was interrupted"), "{told}");
    assert!(told.contains("Then restore again"), "{told}");
    std::fs::remove_dir_all(&to).unwrap();
    refused(&org.cli(&call(&name, &from)), 0);
}

#[test]
fn the_rest_of_a_restore_in_postgres_serves_nobody_and_the_next_restore_empties_it() {
    let mut org = Installation::build("feedback").engine(Engine::Postgres).letters().start();
    send(&org, "Varmuuskopioon.");
    let from = backup(&org);
    org.stop();
    let schema = org.schema().unwrap();
    let tables = "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables \
         WHERE schemaname = current_schema() AND tablename NOT IN ('schema_version', 'index_generation')";
    schema.sql(&format!("TRUNCATE {} CASCADE", schema.sql(tables).trim()));
    // The last step fails: all rows are there, and the restore has not come to its end.
    schema.sql(
        "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS \
         'BEGIN RAISE EXCEPTION ''broken''; END'; \
         CREATE TRIGGER broken BEFORE DELETE ON meta FOR EACH ROW EXECUTE FUNCTION broken()",
    );
    let to = org.outside().join("restored");
    let name = to.to_string_lossy().into_owned();
    let told = org.cli(&call(&name, &from));
    assert!(!told.status.success() && !to.exists(), "{told:?}");
    assert_ne!(schema.sql("SELECT count(*) FROM records").trim(), "0");
    schema.sql("DROP TRIGGER broken ON meta");
    let dir = org.dir().to_string_lossy().into_owned();
    for verb in ["serve", "publish"] {
        let told = refused(&org.cli(&["--test-clock", verb, &dir, "--lang", "en"]), 4);
        assert!(told.contains("the rest of a restore that was interrupted"), "{verb}: {told}");
    }

    refused(&org.cli(&call(&name, &from)), 0);
    assert!(Path::new(&name).join("data/restored").exists());
    // A whole one is not emptied.
    let other = org.outside().join("other").to_string_lossy().into_owned();
    let told = refused(&org.cli(&call(&other, &from)), 4);
    assert!(told.contains("holds data already") && told.contains("database.schema"), "{told}");
}

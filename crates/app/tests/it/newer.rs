//! A database that a newer program has migrated: an older one refuses it and leaves it as it is.

use std::process::Command;

use crate::operations::{refused, send, told};
use crate::support::installation::{Engine, Installation};

/// The parts of the database that are migrated each by itself.
const PARTS: [&str; 2] = ["data", "index"];

/// Runs SQL in a part behind the program's back.
fn sql(org: &Installation, part: &str, sql: &str) -> String {
    if let Some(schema) = org.schema() {
        let path =
            if part == "index" { format!("{}_index", schema.name) } else { schema.name.clone() };
        return schema.sql(&format!("SET search_path TO {path}; {sql}"));
    }
    let file = org.dir().join(format!("data/{part}.db"));
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=20)\n\
        print('\\n'.join(str(r) for r in c.execute(sys.argv[2])))\nc.commit()\nc.close()";
    let output = Command::new("python3").args(["-c", script]).arg(file).arg(sql).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a migration, or a service that went on, would change.
fn content(org: &Installation) -> Vec<String> {
    let tables = [
        ("data", "SELECT * FROM records ORDER BY id"),
        ("data", "SELECT * FROM meta ORDER BY name"),
        ("data", "SELECT * FROM job_runs ORDER BY id"),
        ("data", "SELECT number FROM schema_version"),
        ("index", "SELECT number FROM schema_version"),
        ("index", "SELECT * FROM lookups ORDER BY digest"),
    ];
    tables.map(|(part, table)| sql(org, part, table)).into()
}

fn refuses(engine: Engine) {
    let mut org = Installation::build("feedback").letters().engine(engine).start();
    let receipt = send(&org, "Uudempi tietovarasto.");
    org.stop();
    for part in PARTS {
        sql(&org, part, "UPDATE schema_version SET number = number + 1");
        let before = content(&org);
        let serve = ["serve", "--listen", "127.0.0.1:0", "--test-clock", "--lang"];
        for (lang, word) in [
            ("fi", "Päivitä ohjelma"),
            ("sv", "Uppdatera programmet"),
            ("en", "Update the program"),
        ] {
            let text = refused(&org.cli(&[&serve[..], &[lang]].concat()), 4);
            assert!(text.contains(word) && !text.contains("listening"), "{text}");
        }
        // Every verb that opens it, too.
        for verb in [&["sweep"][..], &["promises"], &["keys", "rotate"], &["backup", "drill"]] {
            refused(&org.cli(verb), 4);
        }
        let doctor = refused(&org.cli(&["doctor"]), 1);
        assert!(doctor.contains("Päivitä ohjelma"), "{doctor}");
        assert_eq!(content(&org), before, "nothing was changed");
        sql(&org, part, "UPDATE schema_version SET number = number - 1");
    }
    // The right program finds everything as it was.
    org.start();
    let shown = told(&org, &receipt, &["person", "show"]);
    assert!(refused(&shown, 0).contains("Uudempi tietovarasto."));
    org.ok(&["ledger", "verify"]);
}

#[test]
fn a_database_newer_than_the_program_is_refused_and_left_alone_sqlite() {
    refuses(Engine::Sqlite);
}

#[test]
fn a_database_newer_than_the_program_is_refused_and_left_alone_postgres() {
    refuses(Engine::Postgres);
}

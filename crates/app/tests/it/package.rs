//! The access package and the data to take along: what is in them, who may have them, that they can be
//! verified, and when they go.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use serde_json::{Value, json};

use crate::support::browser::Browser;
use crate::support::feedback;
use crate::support::installation::{Engine, Installation};
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

/// A message that a spreadsheet would carry out.
const MESSAGE: &str = "=HYPERLINK(\"https://example.com\") Kanarialinnun ovi narisee";
const ANSWER: &str = "Kiitos, ovi rasvataan perjantaina.";

fn open(installation: &Installation, code: &str) -> Browser {
    let browser = installation.browser();
    browser.form("/oma", "main form").set("code", code).finish().status(200);
    browser
}

/// Orders a package and gives the page on which it can be downloaded.
fn order(browser: &Browser) -> Page {
    let page = browser.form("/oma/paketti", "form[action$='/oma/paketti']").finish().status(200);
    page.shows("Paketti on valmis")
}

fn link(page: &Page) -> String {
    page.attributes("main a[download]", "href").remove(0)
}

/// The files of a package by their names.
fn files(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        assert!(files.insert(file.name().unwrap().into_owned(), bytes).is_none());
    }
    files
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let found = files.get(name).unwrap_or_else(|| panic!("no {name}: {:?}", files.keys()));
    String::from_utf8(found.clone()).unwrap()
}

/// An installation with feedback that has been answered and disclosed; gives the receipt code, too.
fn answered(sink: &MailSink, engine: Engine) -> (Installation, String) {
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut installation = build.engine(engine).mail(sink).start();
    let code = feedback::with_contact(&installation, MESSAGE).one(".code-display code");
    let handler = staff::first(&mut installation, "alma");
    let path = feedback::newest(&handler);
    handler.form(&path, "form[action$=vastaa]").set("text", ANSWER).finish().status(200);
    sink.wait_for(1);
    let form = handler.form(&format!("{path}/luovuta"), "main form").set("recipient", "by-consent");
    let form = form.set("called", "Esimerkki ry");
    let form = form.set("purpose", "recipient-task").set("ground", "consent").tick("items");
    form.set("reference", "Kirje 12/2026").submit().status(200).shows("Luovutus on kirjattu");
    (installation, code)
}

#[test]
fn s3_28_a_package_is_everything_for_people_and_for_machines() {
    a_package_is_everything(Engine::Sqlite);
}

#[test]
fn s3_28_a_package_is_everything_on_postgres() {
    a_package_is_everything(Engine::Postgres);
}

fn a_package_is_everything(engine: Engine) {
    let sink = MailSink::start();
    let (installation, code) = answered(&sink, engine);
    let browser = open(&installation, &code);
    browser.form("/oma", "form[action$='/oma/vastusta/develop']").finish().status(200);
    let file = browser.get(&link(&order(&browser))).status(200);
    assert_eq!(file.header("content-type"), "application/zip");
    assert_eq!(file.header("content-length"), file.body.len().to_string());
    let files = files(&file.body);
    let names: Vec<&String> = files.keys().collect();
    insta::assert_json_snapshot!("package-files", names);
    insta::assert_snapshot!("package-index", text(&files, "index.html"));

    // The same as the own page's file tells, but for what came since.
    let data: Value = serde_json::from_slice(&files["data.json"]).unwrap();
    let copy = browser.get("/oma/tiedot.json").status(200).json();
    let ids = |file: &Value| {
        let records = file["records"].as_array().unwrap().iter();
        let records = records.filter(|record| record["kind"] != "rights-package");
        records.map(|record| record["id"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&data), ids(&copy));
    assert_eq!(ids(&data).len(), 4);
    // Whoever looked is in it by role and purpose; nobody of staff by name, no key of the package.
    let log = text(&files, "access-log.csv");
    assert!(log.contains("Palautteen käsittelijä"), "{log}");
    for (name, bytes) in &files {
        let held = String::from_utf8_lossy(bytes);
        for hidden in ["alma", "file-key\":{", "\"handler\":{"] {
            assert!(!held.contains(hidden), "{name} has {hidden}");
        }
    }
    // No formula, though the person wrote one; the text itself is whole.
    let table = text(&files, "csv/feedback.csv");
    assert!(table.contains("\"'=HYPERLINK(\"\"https"), "{table}");
    // Who received what, on which ground.
    let given = text(&files, "disclosures.csv");
    assert!(given.contains("Esimerkki ry") && given.contains("Kirje 12/2026"), "{given}");
    // The conversation in its order; staff are the organisation.
    let talk = text(&files, "conversations/0001.html");
    let (asked, said) = (talk.find("Sinä").unwrap(), talk.find("rasvataan").unwrap());
    assert!(asked < said && talk.contains("Esimerkkikeskus"), "{talk}");
    // The consent word for word, the calendar, the notice that applied.
    let receipt: Value =
        serde_json::from_str(text(&files, "receipts/consents.jsonl").trim()).unwrap();
    assert!(
        receipt["sentence"].as_str().unwrap().starts_with("Esimerkkikeskus saa käyttää antamiani")
    );
    assert!(text(&files, "calendar.ics").contains("DTSTART;VALUE=DATE:20260214"));
    assert!(text(&files, "notice/v1.sv.html").contains("Responstjänsten"));
    for page in names.iter().filter(|name| name.ends_with(".html") && !name.starts_with("notice")) {
        let page = text(&files, page);
        assert!(
            page.contains("<html lang=") && page.contains("<main>") && !page.contains("<script")
        );
        assert!(!page.contains("src=") && !page.contains("<link"), "it needs nothing else: {page}");
    }
}

#[test]
fn a_package_can_be_verified_by_anybody_and_no_byte_changed() {
    let installation = Installation::mailing("feedback");
    let code = feedback::with_contact(&installation, MESSAGE).one(".code-display code");
    let browser = open(&installation, &code);
    let zip = browser.get(&link(&order(&browser))).status(200).body;
    let path = installation.outside().join("paketti.zip");
    let path = path.to_str().unwrap();
    fs::write(path, &zip).unwrap();
    let key = installation.json(&["ledger", "show"])["key"].as_str().unwrap().to_owned();
    let found = installation.json(&["package", "verify", path, "--key", &key]);
    assert_eq!((&found["ok"], &found["key"]), (&json!(true), &json!(key)), "{found}");
    installation.ok(&["package", "verify", path]);

    let other = Installation::mailing("feedback");
    let strange = other.json(&["ledger", "show"])["key"].as_str().unwrap().to_owned();
    assert_eq!(
        installation.cli(&["package", "verify", path, "--key", &strange]).status.code(),
        Some(1)
    );
    // Every forgery that keeps the ZIP readable: a file changed, added, left out, the list changed.
    for forge in [change, add, leave_out, change_list] {
        fs::write(path, forged(&files(&zip), forge)).unwrap();
        let told = installation.cli(&["package", "verify", path]);
        assert_eq!(told.status.code(), Some(1), "{}", String::from_utf8_lossy(&told.stdout));
    }
    // And bytes of the ZIP as it is.
    for place in (0..zip.len()).step_by(zip.len() / 40) {
        let mut changed = zip.clone();
        changed[place] ^= 1;
        fs::write(path, &changed).unwrap();
        let same = || files_or_none(&changed).is_some_and(|held| held == files(&zip));
        let code = installation.cli(&["package", "verify", path]).status.code();
        assert!(code == Some(1) || same(), "byte {place}");
    }
}

fn files_or_none(zip: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).ok()?;
    let mut files = BTreeMap::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        files.insert(file.name().ok()?.into_owned(), bytes);
    }
    Some(files)
}

type Files = BTreeMap<String, Vec<u8>>;

fn change(files: &mut Files) {
    files.get_mut("data.json").unwrap().push(b' ');
}

fn add(files: &mut Files) {
    files.insert("extra.txt".into(), b"added".to_vec());
}

fn leave_out(files: &mut Files) {
    files.remove("access-log.csv");
}

fn change_list(files: &mut Files) {
    let list = String::from_utf8(files["manifest.json"].clone()).unwrap();
    files.insert("manifest.json".into(), list.replace("Esimerkkikeskus", "Toinen").into_bytes());
}

fn forged(files: &Files, forge: fn(&mut Files)) -> Vec<u8> {
    use std::io::Write;
    let mut files = files.clone();
    forge(&mut files);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &files {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sealed(installation: &Installation) -> Vec<String> {
    let folder = installation.dir().join("data/packages");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_package_is_sealed_and_only_its_person_gets_it() {
    let mut installation = Installation::mailing("feedback");
    let code = feedback::with_contact(&installation, MESSAGE).one(".code-display code");
    let other = feedback::anonymous(&installation, "Muu asia").one(".code-display code");
    let browser = open(&installation, &code);
    let path = link(&order(&browser));
    assert_eq!(sealed(&installation).len(), 1);
    for canary in [feedback::NAME, feedback::EMAIL, "Kanarialinnun ovi narisee", "manifest.json"] {
        assert_eq!(installation.scan(canary), [], "{canary}");
    }
    let stranger = open(&installation, &other);
    stranger.get(&path).status(404);
    assert_eq!(installation.browser().get(&path).location().as_deref(), Some("/oma"));
    browser.get("/oma/paketti/ei-ole.zip").status(404);
    // It is there after a restart; ordering again makes the first one void.
    installation.restart();
    let browser = open(&installation, &code);
    browser.get(&path).status(200);
    let second = link(&order(&browser));
    assert_ne!(path, second);
    browser.get(&path).status(404);
    browser.get(&second).status(200);
    // The ledger has each taking away.
    let shown = installation.json(&["ledger", "show", "--last", "1000"]);
    let taken = shown["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["kind"] == "rights-package" && entry["action"] == "export");
    assert!(taken.count() >= 2, "{shown}");
    // Bytes changed on the disk are not served as a package.
    let file = installation.dir().join("data/packages").join(&sealed(&installation)[0]);
    let mut bytes = fs::read(&file).unwrap();
    bytes[100] ^= 1;
    fs::write(&file, bytes).unwrap();
    browser.get(&second).status(500);
}

#[test]
fn a_package_goes_with_its_day_with_a_withdrawal_and_with_anything_in_it() {
    let installation = Installation::mailing("feedback");
    let code = feedback::with_contact(&installation, MESSAGE).one(".code-display code");
    let browser = open(&installation, &code);
    let path = link(&order(&browser).shows("28.1.2026"));
    let withdraw = browser.get("/oma").attributes("a[href*='/peru/']", "href").remove(0);
    browser.form(&withdraw, "main form").finish().status(200);
    browser.get(&path).status(404);
    wait_for("the file to go", || sealed(&installation).is_empty());

    let path = link(&order(&browser));
    installation.advance("2026-01-28T12:00:00+02:00");
    let browser = open(&installation, &code);
    assert!([404, 410].contains(&browser.get(&path).status.as_u16()));
    wait_for("the file to go", || sealed(&installation).is_empty());

    // Near the last day of what is in it, the package has that day.
    installation.advance("2026-02-12T12:00:00+02:00");
    let browser = open(&installation, &code);
    order(&browser).shows("14.2.2026");
    let done = browser.form("/oma/poista", "main form");
    done.page().clone().shows("kopio kaikista tiedoistasi");
    done.submit().status(200);
    wait_for("the file to go", || sealed(&installation).is_empty());
    open_erased(&installation, &code);
}

fn open_erased(installation: &Installation, code: &str) {
    let page = installation.browser().form("/oma", "main form").set("code", code).finish();
    page.status(200).shows("Poistettu 12.2.2026");
}

/// Writes receipt codes into a file and exports their package with the command line.
fn export(installation: &Installation, code: &str) -> BTreeMap<String, Vec<u8>> {
    let codes = installation.outside().join("codes");
    fs::write(&codes, code).unwrap();
    let zip = installation.outside().join("vienti.zip");
    let _ = fs::remove_file(&zip);
    let (codes, path) = (codes.to_str().unwrap(), zip.to_str().unwrap());
    let call = ["--test-clock", "person", "export", ".", "--receipts", codes, "--output", path];
    installation.ok(&call);
    // What is there already is not written over.
    assert_eq!(installation.cli(&call).status.code(), Some(4));
    installation.ok(&["package", "verify", path]);
    files(&fs::read(&zip).unwrap())
}

#[test]
fn the_command_line_writes_the_same_package_with_and_without_a_running_service() {
    let mut installation = Installation::mailing("feedback");
    let code = feedback::with_contact(&installation, MESSAGE).one(".code-display code");
    let browser = open(&installation, &code);
    let own = files(&browser.get(&link(&order(&browser))).status(200).body);
    let running = export(&installation, &code);
    installation.stop();
    let still = export(&installation, &code);
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&own), names(&running));
    assert_eq!(names(&own), names(&still));
    assert_eq!(own["portability/data.json"].len(), still["portability/data.json"].len());
}

pub fn import(installation: &Installation, file: &Value) -> (Option<i32>, Value) {
    import_text(installation, &file.to_string())
}

fn import_text(installation: &Installation, file: &str) -> (Option<i32>, Value) {
    let path = installation.outside().join("tuonti.json");
    fs::write(&path, file).unwrap();
    let output = installation.cli(&["import", path.to_str().unwrap(), ".", "--format", "json"]);
    let told = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output.status.code(), told)
}

#[test]
fn s1_133_data_to_take_along_is_what_was_given_and_comes_out_as_it_went_in() {
    let sink = MailSink::start();
    let (installation, code) = answered(&sink, Engine::Sqlite);
    let browser = open(&installation, &code);
    browser.form("/oma", "form[action$='/oma/vastusta/develop']").finish().status(200);
    let file = browser.get("/oma/siirto.json").status(200).json();
    let records = file["records"].as_array().unwrap();
    // The answer is not theirs, the objection rests on no consent: only the feedback goes along.
    assert_eq!(records.len(), 1, "{file}");
    assert_eq!(records[0]["fields"]["message"], MESSAGE);
    assert_eq!(records[0]["consents"][0]["purpose"], "answer");

    let other = Installation::new("feedback");
    let (status, told) = import(&other, &file);
    assert_eq!((status, &told["records"]), (Some(0), &json!(1)), "{told}");
    let receipt = told["receipt"].as_str().unwrap();
    let there = open(&other, receipt);
    there.get("/oma").status(200).shows(feedback::NAME).shows("14.2.2026").shows("Peru suostumus");
    let again = there.get("/oma/siirto.json").status(200).json();
    assert_eq!(again["records"], file["records"]);
    let (status, _) = import(&other, &file);
    assert_ne!(status, Some(0), "the same comes in once");
    // Whoever gave no consent takes nothing along: what rests on a public task stays.
    let code = feedback::anonymous(&installation, MESSAGE).one(".code-display code");
    let empty = open(&installation, &code).get("/oma/siirto.json").status(200).json();
    assert_eq!(empty["records"], json!([]));
}

#[test]
fn what_a_notice_does_not_declare_is_refused_by_name_and_nothing_is_half_brought_in() {
    let installation = Installation::new("feedback");
    let sentence = "Esimerkkikeskus saa käyttää antamiani tietoja vastatakseen tähän \
        palautteeseen. Voin perua suostumukseni milloin tahansa kuittikoodillani.";
    let good = json!({ "kind": "feedback", "created": "2026-01-10T10:00:00Z",
        "fields": { "message": "Tuotu kanarialintu", "name": "Tuija Tuotu" },
        "consents": [{ "purpose": "answer", "language": "fi", "sentence": sentence }] });
    let with = |path: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(path).unwrap() = value;
        bad
    };
    let cases = [
        (with("/kind", json!("booking")), "kind `booking` is not declared"),
        (
            with("/fields", json!({ "message": "a", "shoe-size": "44" })),
            "field `feedback.shoe-size`",
        ),
        (with("/fields", json!({ "name": "a" })), "field `feedback.message` is missing"),
        (with("/consents/0/sentence", json!("Kaikki käy")), "consent `answer`"),
        (with("/created", json!("2025-11-01T10:00:00Z")), "kept here for a shorter time"),
        (with("/created", json!("2026-02-01T10:00:00Z")), "`created` has not come yet"),
        (with("/kind", json!("reply")), "does not come from the person"),
        (
            json!({ "kind": "rights-request", "created": "2026-01-10T10:00:00Z",
                "fields": { "type": "access", "channel": "form", "matched": "mailbox:a" } }),
            "field `rights-request.matched` is not the person's",
        ),
    ];
    for (bad, named) in cases {
        let file = json!({ "format": "seloste-portability/1", "records": [good, bad] });
        let (status, told) = import(&installation, &file);
        assert_eq!(status, Some(1), "{told}");
        let differences = told["differences"].to_string();
        assert!(differences.contains(named) && differences.contains("records[1]"), "{differences}");
    }
    // What only the engine finds is refused, too, and takes the others along.
    let long = with("/fields/name", json!("x".repeat(101)));
    let file = json!({ "format": "seloste-portability/1", "records": [good, long] });
    assert_ne!(import(&installation, &file).0, Some(0));
    for nothing in [json!({ "format": "muuta/1", "records": [] }), json!({ "records": 1 })] {
        assert_ne!(import(&installation, &nothing).0, Some(0));
    }
    let file = json!({ "format": "seloste-portability/1", "records": [good] });
    // Of a field that is there twice nobody knows which is meant.
    let name = "\"name\":\"Tuija Tuotu\"";
    let twice = file.to_string().replace(name, &format!("{name},\"name\":\"Joku Muu\""));
    assert_ne!(import_text(&installation, &twice).0, Some(0), "{twice}");
    let (status, told) = import(&installation, &file);
    assert_eq!(status, Some(0), "{told}");
    let page = open(&installation, told["receipt"].as_str().unwrap()).get("/oma").status(200);
    assert_eq!(page.all("main section h2"), ["Palaute 1"], "nothing came before it");
}

/// The most memory that a process has used, in kilobytes.
fn peak(process: u32) -> u64 {
    let status =
        fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// With `SELOSTE_PACKAGE_RECORDS=10000` and `--nocapture` it measures, too.
#[test]
fn a_package_of_many_records_is_whole_and_takes_little_memory() {
    let count = std::env::var("SELOSTE_PACKAGE_RECORDS").ok().and_then(|text| text.parse().ok());
    let count: usize = count.unwrap_or(2_000);
    let mut installation = Installation::new("feedback");
    let records: Vec<Value> = (0..count)
        .map(|number| {
            let message = format!("Palaute {number}: {}", "ovi narisee ja on raskas. ".repeat(20));
            json!({ "kind": "feedback", "created": "2026-01-10T10:00:00Z",
                "fields": { "message": message } })
        })
        .collect();
    let (status, told) =
        import(&installation, &json!({ "format": "seloste-portability/1", "records": records }));
    assert_eq!(status, Some(0), "{told}");
    let code = told["receipt"].as_str().unwrap().to_owned();
    installation.restart();
    let browser = open(&installation, &code);
    let page = std::time::Instant::now();
    browser.get("/oma").status(200).shows("Seuraava");
    let page = page.elapsed();
    let (before, began) = (peak(installation.server_id()), std::time::Instant::now());
    browser.form("/oma/paketti", "form[action$='/oma/paketti']").finish().status(200);
    wait_for("the package", || browser.get("/oma/paketti").text().contains("Paketti on valmis"));
    let (took, after) = (began.elapsed(), peak(installation.server_id()));
    let zip = browser.get(&link(&browser.get("/oma/paketti"))).status(200).body;
    let served = peak(installation.server_id());
    println!(
        "{count} records: own page {page:?}, package {took:?}, {} kB, peak memory {before} kB before, \
         {after} kB after, {served} kB when it was taken away",
        zip.len() / 1000
    );
    let data: Value = serde_json::from_slice(&files(&zip)["data.json"]).unwrap();
    assert!(data["records"].as_array().unwrap().len() >= count, "no caps");
    assert!(after - before < 200_000 && served - before < 220_000, "{before} {after} {served}");
}

#[test]
fn what_staff_note_for_themselves_is_in_no_package_and_on_no_page_of_the_person() {
    const NOTE: &str = "Kanarialinnun muistiinpano";
    let mut installation = Installation::new("feedback");
    let receipt = feedback::anonymous(&installation, MESSAGE).one(".code-display code");
    let person = open(&installation, &receipt);
    let form = person.form("/pyynto", "main form").set("type", "access").set("code", &receipt);
    form.finish().status(200);
    let officer = staff::first(&mut installation, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200);
    let path = list.attributes("tbody th a", "href").remove(0);
    let form = officer.form(&path, "form[action$=muistiinpano]").set("text", NOTE);
    form.finish().status(200).shows(NOTE);
    let form = officer.form(&path, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form).status(200);
    officer.get(&path).status(200).shows(NOTE);

    let package = files(&person.get(&link(&order(&person))).status(200).body);
    for (name, bytes) in &package {
        let held = String::from_utf8_lossy(bytes);
        // The notice itself says that there may be such notes.
        let named = held.contains("rights-note") && !name.starts_with("notice/");
        assert!(!held.contains(NOTE) && !named, "{name}");
    }
    assert!(text(&package, "conversations/0001.html").contains("suostumme pyyntöösi"));
    for page in ["/oma", "/oma/tuloste", "/oma/tiedot.json", "/oma/siirto.json"] {
        let told = person.get(page).source();
        assert!(!told.contains(NOTE) && !told.contains("rights-note"), "{page}: {told}");
    }
    let header = format!("Receipt {receipt}");
    let program = installation.browser().with("authorization", &header);
    let told = program.get("/api/v1/own").status(200).source();
    assert!(!told.contains(NOTE) && !told.contains("rights-note"), "{told}");
    let codes = installation.outside().join("codes");
    fs::write(&codes, &receipt).unwrap();
    let shown = installation.ok(&["person", "show", "--receipts", codes.to_str().unwrap()]);
    assert!(shown.contains("narisee") && !shown.contains(NOTE), "{shown}");
    // They go with everything else.
    person.form("/oma/poista", "main form").submit().status(200);
    assert_eq!(officer.get(&path).status.as_u16(), 404);
    assert_eq!(installation.scan(NOTE), []);
}

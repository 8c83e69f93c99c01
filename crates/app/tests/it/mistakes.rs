//! What a person who does not know the program does wrong, and what the program says to it.

use std::path::Path;

use crate::operations::{refused, send};
use crate::support::installation::Installation;
use crate::support::mail::{MailSink, Manners};
use crate::support::staff;
use crate::support::wait::let_jobs_look;

/// A purpose written properly, in three languages.
const MARKETING: &str = r#"purpose "marketing" basis="consent" {
        fi "Uutisista kertominen"
        sv "Att berätta om nyheter"
        en "Telling about news"
        consent {
            fi "Saatte kertoa minulle uutisista."
            sv "Ni får berätta om nyheter för mig."
            en "You may tell me about news."
        }
    }
    forbid "direct-marketing" {"#;

const PHONE: &str = r#"field "phone" category="contact" purposes="answer" type="phone" max=40 {
                fi "Puhelinnumero"
                sv "Telefonnummer"
                en "Phone number"
            }
            keep "1 month" from="sent""#;

/// The message of the finding with this code.
#[track_caller]
fn finding(org: &Installation, code: &str) -> (String, i64) {
    let said = org.cli(&["check", "--format", "json", "--lang", "en"]);
    let json: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let found = findings.iter().find(|one| one["code"] == code);
    let found = found.unwrap_or_else(|| panic!("{code} is not in {json:#}"));
    (found["message"].as_str().unwrap().to_owned(), i64::from(said.status.code().unwrap()))
}

#[test]
fn a_marketing_purpose_beside_the_ban_is_refused_under_any_name() {
    let org = Installation::build("feedback").make();
    org.edit_notice("forbid \"direct-marketing\" {", MARKETING);
    let email = |purposes| format!("category=\"contact\" purposes=\"{purposes}\" type=\"email\"");
    org.edit_notice(&email("answer"), &email("answer marketing"));
    let (message, code) = finding(&org, "SEL038");
    assert!(message.contains("`marketing`") && message.contains("`direct-marketing`"), "{message}");
    assert_eq!(code, 1);
    refused(&org.cli(&["publish"]), 1);
}

#[test]
fn curly_quotation_marks_are_told() {
    let org = Installation::build("feedback").make();
    org.edit_notice("fi \"Palautteesi\"", "fi ”Palautteesi”");
    let (message, code) = finding(&org, "SEL119");
    assert!(message.contains("`”Palautteesi”`"), "{message}");
    assert_eq!(code, 1);
}

#[test]
fn a_hostile_notice_does_nothing_to_the_terminal() {
    let org = Installation::build("feedback").make();
    org.edit_notice("email \"kirjaamo@example.fi\"", "email \"\\u{1b}]0;title\\u{7}\\r\"");
    let said = org.cli(&["check", "--lang", "en"]);
    let told = String::from_utf8([said.stdout, said.stderr].concat()).unwrap();
    assert!(!told.contains(['\u{1b}', '\u{7}', '\r']), "{told:?}");
    assert!(told.contains("\\u{1b}]0;title"), "{told}");
}

#[test]
fn two_times_for_one_erasure_are_refused() {
    let org = Installation::build("feedback").make();
    org.edit_notice("erase-on-request within=\"3 days\"", "erase-on-request within=\"20 days\"");
    let said = org.cli(&["check", "--lang", "en"]);
    let text = refused(&said, 1);
    assert!(
        text.contains("may take 20 days, though the right promises it within 3 days"),
        "{text}"
    );
}

#[test]
fn a_time_in_a_text_that_is_not_the_declared_one_is_told() {
    let org = Installation::build("feedback").make();
    org.edit_notice("within three days at the latest", "within three years at the latest");
    let said = refused(&org.cli(&["check", "--lang", "en"]), 0);
    assert!(said.contains("the text says 3 years, but 3 days is declared"), "{said}");
    refused(&org.cli(&["check", "--strict"]), 1);
}

#[test]
fn check_shows_the_line_of_a_field_that_the_program_does_not_know() {
    let org = Installation::build("feedback").make();
    let feedback = "keep \"1 month\" from=\"sent\"";
    org.edit_notice(feedback, PHONE);
    let (message, code) = finding(&org, "SEL103");
    assert!(message.contains("`feedback.phone`: remove it"), "{message}");
    assert!(message.contains("message"), "it says what the program knows: {message}");
    assert_eq!(code, 1);
    let told = refused(&org.cli(&["publish", "--lang", "en"]), 3);
    assert!(told.contains("seloste check"), "{told}");
}

#[test]
fn the_invented_organisation_and_its_laws_are_told() {
    let org = Installation::build("feedback").make();
    let (message, code) = finding(&org, "SEL104");
    assert!(message.contains("Esimerkkikeskus"), "{message}");
    assert_eq!(code, 0);
    org.edit_notice("kind=\"authority\"", "kind=\"association\"");
    finding(&org, "SEL035");
    assert!(finding(&org, "SEL102").0.contains("434/2003"));
}

#[test]
fn the_template_s_name_is_told_in_every_text_that_still_has_it() {
    let org = Installation::build("feedback").make();
    org.edit_notice("controller \"Esimerkkikeskus\"", "controller \"Naapuriapu ry\"");
    let said = org.cli(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let all = json["findings"].as_array().unwrap();
    let told: Vec<_> = all.iter().filter(|finding| finding["code"] == "SEL104").collect();
    assert_eq!(told.len(), 3, "one for each invented organisation: {json:#}");
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let line = |place: &serde_json::Value| lines[place["line"].as_u64().unwrap() as usize - 1];
    let notes = told[0]["notes"].as_array().unwrap();
    let mut places: Vec<&str> = notes.iter().map(|note| line(&note["start"])).collect();
    places.push(line(&told[0]["start"]));
    for part in [
        "fi \"Esimerkkikeskus saa käyttää",
        "sv \"Esimerkkikeskus får",
        "en \"Esimerkkikeskus may",
        // What stood behind it on the same node is told beside it.
        "1234567-1",
        "kirjaamo@example.fi",
        "+358 29 000 0000",
        "fi \"PL 1, 00101 Helsinki",
        "sv \"PB 1, 00101 Helsingfors",
    ] {
        assert!(places.iter().any(|place| place.contains(part)), "{part}: {places:?}");
    }
}

#[test]
fn a_processor_that_goes_takes_what_is_said_of_it_along() {
    let org = Installation::build("feedback").make();
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let at = text.find("processor \"Esimerkkiposti Oy\"").unwrap();
    let end = at + text[at..].find("        }\n").unwrap() + "        }\n".len();
    org.edit_notice(&text[at..end], "");
    let (message, code) = finding(&org, "SEL111");
    assert!(message.contains("`mail-contract`") && message.contains("`Esimerkkiposti Oy`"));
    assert_eq!(code, 1);
}

#[test]
fn a_plain_true_is_told_with_its_mend_and_in_few_lines() {
    let org = Installation::build("feedback").make();
    let right = "required=#true max=4000 {\n                fi \"Palautteesi\"";
    let wrong = right.replace("#true", "true");
    org.edit_notice(right, &wrong);
    let text = refused(&org.cli(&["check", "--lang", "en"]), 1);
    assert!(text.contains("Write `#true`.") && !text.contains("Expected"), "{text}");
    assert_eq!(text.matches("SEL").count(), 1, "what follows from it is held back: {text}");
    org.edit_notice(&wrong, right);
    org.edit_notice("email \"palaute@example.fi\"", "email \"palaute.naapuriapu.fi\"");
    let text = refused(&org.cli(&["check", "--lang", "en"]), 1);
    assert!(text.contains("Write a whole mail address, such as"), "{text}");
    // A block of sixty lines is shown by its head.
    org.edit_notice("email \"palaute.naapuriapu.fi\"", "email \"palaute@example.fi\"");
    org.edit_notice("collect \"feedback\" from=\"person\"", "collect \"feedback\"");
    let text = refused(&org.cli(&["check", "--lang", "en"]), 1);
    for told in text.split("╭─").skip(1) {
        let source = told.lines().filter(|line| line.contains(" │ ")).count();
        assert!(source <= 6, "{source} lines: {told}");
    }
}

#[test]
fn a_wrong_setting_is_told_alike_by_every_verb() {
    let org = Installation::build("feedback").make();
    let file = org.dir().join("seloste.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("adress = \"127.0.0.1:1\"\n{text}")).unwrap();
    let told = "seloste.toml, line 1: there is no setting `adress`. Did you mean `address`?";
    let dir = org.dir().display().to_string();
    for (verb, code) in [
        (&["doctor", &dir][..], 1),
        (&["serve", &dir], 4),
        (&["publish", &dir], 4),
        (&["user", "list", "--folder", &dir], 4),
        (&["backup", "create", &dir], 4),
        (&["promises", &dir], 4),
    ] {
        let args = [verb, &["--lang", "en"]].concat();
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_seloste")).args(&args).output();
        let out = out.unwrap();
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(said.contains(told), "{verb:?}: {said}");
        assert_eq!(out.status.code(), Some(code), "{verb:?}: {said}");
    }
}

#[test]
fn a_missing_brace_is_told_alone_and_where_it_was_meant() {
    let org = Installation::build("feedback").make();
    org.edit_notice("    }\n    officer {", "    officer {");
    let said = org.cli(&["check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let [only] = &json["findings"].as_array().unwrap()[..] else { panic!("{json:#}") };
    assert_eq!(only["code"], "SEL001");
    let text = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let line = text.lines().position(|line| line.contains("    controller ")).unwrap() + 1;
    assert!(only.to_string().contains(&format!("\"line\":{line}")), "line {line}: {only:#}");
}

#[test]
fn a_misspelt_basis_is_told_once() {
    let org = Installation::build("feedback").make();
    org.edit_notice("purpose \"answer\" basis=\"consent\"", "purpose \"answer\" basis=\"consnt\"");
    let text = refused(&org.cli(&["check", "--lang", "en"]), 1);
    assert!(text.contains("SEL006") && !text.contains("SEL029"), "{text}");
}

#[test]
fn one_slip_in_a_kind_a_period_or_a_number_is_told_as_what_it_is() {
    for (right, wrong, told, untold) in [
        (
            "\"Esimerkkikeskus\" kind=\"authority\"",
            "\"Esimerkkikeskus\" kind=\"club\"",
            "SEL006",
            "SEL021",
        ),
        ("keep \"1 month\" from=\"sent\"", "keep \"0 days\" from=\"sent\"", "SEL055", "SEL061"),
        ("max=8000", "max=\"8000\"", "`8000` is in quotation marks", "is not a whole number"),
    ] {
        let org = Installation::build("feedback").make();
        org.edit_notice(right, wrong);
        let text = refused(&org.cli(&["check", "--lang", "en"]), 1);
        assert!(text.contains(told) && !text.contains(untold), "{wrong}: {text}");
    }
}

#[test]
fn a_file_that_is_no_text_is_told_so_and_nothing_else() {
    let org = Installation::build("feedback").make();
    let file = org.outside().join("kuva.kdl");
    std::fs::create_dir_all(org.outside()).unwrap();
    std::fs::write(
        &file,
        [&b"\x89PNG\r\n\x1a\n"[..], &[0, 255, b'{', b'"', 7, b'\n'].repeat(40)].concat(),
    )
    .unwrap();
    let said = org.cli(&["check", &file.to_string_lossy(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    let [only] = &json["findings"].as_array().unwrap()[..] else { panic!("{json:#}") };
    assert!(only["message"].as_str().unwrap().contains("UTF-8"), "{only:#}");
}

#[test]
fn what_is_asked_of_nothing_or_of_a_past_day_is_said_to_be_so() {
    let org = Installation::new("feedback");
    let told = refused(&org.cli(&["explain", " ", "--lang", "en"]), 2);
    assert!(told.contains("Explain what?"), "{told}");
    let past = ["simulate", ".", "--until", "2026-01-13", "--lang", "en"];
    let told = refused(&org.cli(&past), 2);
    assert!(told.contains("The day 13 January 2026 is past"), "{told}");
    org.ok(&["simulate", ".", "--until", "2026-01-14"]);
}

#[test]
fn keys_tell_local_time_and_one_entry_is_one() {
    let org = Installation::build("feedback").make();
    org.ok(&["--test-clock", "publish", "--reason", "Koe"]);
    let told = org.ok(&["--test-clock", "keys", "rotate", "--lang", "en"]);
    assert!(told.contains("Epoch 2 began") && told.contains(" at "), "{told}");
    assert!(!told.contains("Z:"), "{told}");
    assert!(org.ok(&["ledger", "verify", "--lang", "en"]).contains(": 1 entry, root"), "{told}");
}

#[test]
fn publishing_and_rendering_say_what_happened() {
    let org = Installation::build("feedback").make();
    let text = org.ok(&["render", "--to", "txt"]);
    assert!(text.contains("Luonnos, ei julkaistu") && !text.contains("Versio 0"), "{text}");
    assert!(org.ok(&["publish", "--reason", "Koe", "--lang", "en"]).contains("version 1"));
    assert!(org.ok(&["publish", "--reason", "Koe", "--lang", "en"]).contains("No changes"));
}

#[test]
fn characters_that_nobody_sees_are_refused() {
    let org = Installation::build("feedback").make();
    let sentence = "fi \"Palaute\"";
    org.edit_notice(sentence, "fi \"Palaute\\u{202E}ettual\"");
    let (message, code) = finding(&org, "SEL105");
    assert!(message.contains("U+202E"), "{message}");
    assert_eq!(code, 1);
    refused(&org.cli(&["publish"]), 1);
    org.edit_notice("Palaute\\u{202E}ettual", "Palaute\\u{7}");
    assert!(finding(&org, "SEL105").0.contains("U+0007"));
}

/// An installation that mails through this server, with somebody who has an address.
fn with_colleague(sink: &MailSink) -> Installation {
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").without_second_factor();
    let build = build.notice("host \"mail.example.fi:465\"", &host);
    let mut org = build.mail(sink).start();
    let _alma = staff::first(&mut org, "alma");
    let add = ["user", "add", "iida", "--name", "Iida Into", "--role", "handler"];
    let add = [&add[..], &["--email", "iida.into@example.fi"]].concat();
    let link = staff::path_of(org.json(&add)["link"].as_str().unwrap());
    assert_eq!(sink.messages().len(), 0);
    staff::accept(&org, &link);
    org
}

#[test]
fn a_test_letter_goes_to_staff_alone_and_the_relay_s_word_is_told() {
    let sink = MailSink::start();
    let org = with_colleague(&sink);
    let told = org.ok(&["mail", "test", "Iida.Into@example.fi", "--lang", "en"]);
    assert!(told.contains("took the test message"), "{told}");
    let letter = sink.wait_for(1).remove(0);
    assert_eq!(letter.to, ["iida.into@example.fi"]);
    assert!(letter.tls && letter.header("subject").contains("Test message"));
    let stranger = org.cli(&["mail", "test", "joku@example.fi", "--lang", "en"]);
    let told = refused(&stranger, 1);
    assert!(told.contains("No open staff account") && told.contains("seloste user list"), "{told}");
    assert_eq!(sink.messages().len(), 1);
    assert!(!org.logs().contains("iida.into"));
}

#[test]
fn a_relay_that_does_not_take_the_test_letter_is_told_in_plain_words() {
    for (manners, word, trouble) in [
        (Manners::Refuse, "refused the message for good", "refused"),
        (Manners::Busy, "Try again later", "busy"),
        (Manners::NoTls, "STARTTLS", "starttls"),
    ] {
        let sink = MailSink::with(manners, 0);
        let org = with_colleague(&sink);
        let call = ["mail", "test", "iida.into@example.fi", "--lang", "en"];
        let told = refused(&org.cli(&call), 4);
        assert!(told.contains("did not take the test message") && told.contains(word), "{told}");
        let json = org.cli(&[&call[..], &["--format", "json"]].concat());
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
        assert_eq!((&json["taken"], &json["trouble"]), (&false.into(), &trouble.into()));
    }
}

#[test]
fn the_door_of_the_first_account_stays_shut_once_there_are_accounts() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    let link = org.dir().join("data/first-link");
    staff::first(&mut org, "alma");
    org.restart();
    assert!(!link.exists());
    // The only account is given a new link: nobody can sign in, but this is no first start.
    let folder = org.dir().to_string_lossy().into_owned();
    assert!(org.ok(&["user", "list", &folder]).contains("alma"));
    org.ok(&["user", "reset", "alma", &folder]);
    org.restart();
    assert!(!link.exists());
}

/// Where the halves of one backup lie, and the folder around them.
fn backed_up(org: &Installation) -> (String, [String; 2]) {
    let folder = org.outside().join("copies");
    let halves = ["data", "keys"].map(|half| folder.join(half).to_string_lossy().into_owned());
    org.ok(&["backup", "create", "--data", &halves[0], "--keys", &halves[1]]);
    let only = |dir: &String| {
        let mut found = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
        found.find(|path| path.is_dir()).unwrap().to_string_lossy().into_owned()
    };
    (folder.to_string_lossy().into_owned(), halves.each_ref().map(only))
}

#[test]
fn a_backup_is_looked_for_where_people_point() {
    let org = Installation::new("feedback");
    let (folder, halves) = backed_up(&org);
    let told = org.ok(&["backup", "verify", &folder]);
    assert!(halves.iter().all(|half| told.contains(half.as_str())), "{told}");
    let nothing = org.outside().join("nothing");
    std::fs::create_dir(&nothing).unwrap();
    let told = refused(&org.cli(&["backup", "verify", &nothing.to_string_lossy()]), 1);
    assert!(told.contains("ei ole varmuuskopio") && !told.contains("fault-"), "{told}");
}

#[test]
fn a_failed_restore_leaves_nothing_and_a_restored_copy_waits() {
    let mut org = Installation::mailing("feedback");
    send(&org, "Varmuuskopioon.");
    let (_, [data, keys]) = backed_up(&org);
    org.stop();
    let to = org.outside().join("restored");
    let to = to.to_string_lossy();
    let call = ["--test-clock", "backup", "restore", &*to, "--data", &data, "--keys", &keys];
    let told = refused(&org.cli(&call), 4);
    assert!(told.contains("--root-file") && !Path::new(&*to).exists(), "{told}");
    // Another installation's secret: it is found out only while restoring.
    let wrong = org.outside().join("wrong.secret");
    let other = org.outside().join("other");
    org.ok(&["new", "feedback", &other.to_string_lossy()]);
    std::fs::copy(other.join("keys/root.secret"), &wrong).unwrap();
    let root = |file: &Path| ["--root-file".to_owned(), file.to_string_lossy().into_owned()];
    let with = |file: &Path| {
        let [flag, file] = root(file);
        org.cli(&[&call[..], &[&flag, &file]].concat())
    };
    refused(&with(&wrong), 4);
    assert!(!Path::new(&*to).exists(), "a failed restore leaves nothing behind");
    let told = refused(&with(&org.dir().join("keys/root.secret")), 0);
    assert!(told.contains("seloste backup confirm"), "{told}");
    assert!(Path::new(&*to).join("data/restored").exists());
    let told = org.cli(&["doctor", &to]);
    assert!(String::from_utf8_lossy(&told.stdout).contains("! Tämä on palautettu kopio"));
    // Settings of its own, and nobody has ever had an account.
    std::fs::write(Path::new(&*to).join("seloste.toml"), "").unwrap();
    let told = org.ok(&["backup", "confirm", &to]);
    for line in [
        "Vahvistettu",
        "Yhtään tunnusta ei ole käytössä",
        "ei lähetä sähköpostia",
        "ei tee varmuuskopioita",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!told.contains("Henkilökunta pääsee"), "{told}");
    assert!(!Path::new(&*to).join("data/restored").exists());
}

#[test]
fn a_restored_copy_sends_no_mail_until_it_is_confirmed() {
    let sink = MailSink::start();
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut org = build.mail(&sink).set("mail.notify", "tiimi@example.fi").make();
    std::fs::write(org.dir().join("data/restored"), "").unwrap();
    org.start();
    send(&org, "Kuka tätä lukee?");
    let_jobs_look();
    assert_eq!(sink.messages().len(), 0);
    let told = org.ok(&["backup", "confirm"]);
    assert!(told.contains("Palvelu lähettää sähköpostia."), "{told}");
    assert_eq!(sink.wait_for(1)[0].to, ["tiimi@example.fi"]);
}

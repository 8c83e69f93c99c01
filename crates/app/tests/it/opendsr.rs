//! Requests that another system passes on, in the shape of OpenDSR 2.0: cases as any other, told by
//! four words, in answers that are signed.

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::{Method, Request};
use serde_json::{Value, json};
use x509_cert::Certificate;

use crate::support::browser::Browser;
use crate::support::certificates::Authority;
use crate::support::installation::{Build, Installation};
use crate::support::mail::MailSink;
use crate::support::page::Page;
use crate::support::staff;

const BASE: &str = "/api/v1/opendsr/v2";
const ID: &str = "a7551968-d5d6-44b2-9831-815ac9017798";
const EMAIL: &str = "kanarialintu.valitetty@example.fi";
const MEMBERS: &str = "/hallinta/rekisteri/members/member";

/// With a certificate to sign with.
fn signing(build: Build, authority: &Authority) -> Build {
    let path = |file: &std::path::Path| file.to_string_lossy().into_owned();
    build
        .set("opendsr.certificate", path(&authority.certificate))
        .set("opendsr.key", path(&authority.key))
}

fn program(org: &Installation, username: &str) -> Browser {
    let made = org.json(&["user", "token", username]);
    org.browser().with("authorization", &format!("Bearer {}", made["token"].as_str().unwrap()))
}

fn request(id: &str, what: &str, identities: &Value) -> Value {
    json!({
        "regulation": "gdpr",
        "subject_request_id": id,
        "subject_request_type": what,
        "submitted_time": "2026-01-13T12:00:00Z",
        "subject_identities": identities,
        "api_version": "2.0",
    })
}

fn by(ty: &str, value: &str) -> Value {
    json!([{"identity_type": ty, "identity_value": value, "identity_format": "raw"}])
}

fn pass_on(program: &Browser, body: &Value) -> Page {
    program.json(Method::POST, &format!("{BASE}/requests"), body)
}

fn ask(program: &Browser, id: &str) -> Page {
    program.get(&format!("{BASE}/requests/{id}"))
}

fn standing(program: &Browser, id: &str) -> String {
    let told = ask(program, id).status(200).json();
    assert_eq!(told["subject_request_id"], id);
    told["request_status"].as_str().unwrap().to_owned()
}

/// Verifies an answer as its reader does: with the certificate that discovery names.
fn is_signed(org: &Installation, page: &Page) {
    let told = org.browser().get(&format!("{BASE}/discovery")).status(200).json();
    let place = told["processor_certificate"].as_str().unwrap();
    let path = &place[place.find("/api/").unwrap()..];
    let pem = org.browser().get(path).status(200).source();
    let chain = Certificate::load_pem_chain(pem.as_bytes()).unwrap();
    let key = chain[0].tbs_certificate().subject_public_key_info().subject_public_key.raw_bytes();
    let signature = BASE64_STANDARD.decode(page.header("x-opendsr-signature")).unwrap();
    assert_eq!(page.header("x-opendsr-processor-domain"), "localhost");
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key)
        .verify(page.source().as_bytes(), &signature)
        .unwrap();
}

/// The request at the top of the desk.
fn newest(officer: &Browser) -> String {
    officer.get("/hallinta/pyynnot").status(200).attributes("tbody th a", "href").remove(0)
}

#[test]
fn what_another_system_passes_on_is_a_case_whose_mailbox_is_asked_and_its_status_follows() {
    let (sink, dir) = (MailSink::start(), tempfile::tempdir().unwrap());
    let authority = Authority::rsa(dir.path());
    let host = format!("host \"localhost:{}\"", sink.port);
    let build = Installation::build("feedback").notice("host \"mail.example.fi:465\"", &host);
    let mut org = signing(build.mail(&sink), &authority).start_named();
    let sender = org.browser();
    let form = sender.form("/palaute", "main form").set("message", "Kanarialinnun viesti");
    form.set("email", EMAIL).tick("consent-answer").submit().status(200);
    let officer = staff::first(&mut org, "alma");
    let program = program(&org, "alma");

    let found = program.get(&format!("{BASE}/discovery")).status(200);
    assert_eq!(found.json()["supported_subject_request_types"].as_array().unwrap().len(), 3);
    is_signed(&org, &found);

    let body = request(ID, "access", &by("email", EMAIL));
    let taken = pass_on(&program, &body).status(201);
    is_signed(&org, &taken);
    let told = taken.json();
    assert_eq!(told["subject_request_id"], ID);
    assert_eq!(told["expected_completion_time"], "2026-02-12T12:00:00Z");
    let echoed = BASE64_STANDARD.decode(told["encoded_request"].as_str().unwrap()).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&echoed).unwrap(), body);
    assert_eq!(standing(&program, ID), "pending");
    is_signed(&org, &ask(&program, ID));

    // Sent again it is the same case; something else by the same id is refused.
    pass_on(&program, &body).status(201);
    assert_eq!(officer.get("/hallinta/pyynnot").status(200).all("tbody tr").len(), 1);
    let other = request(ID, "erasure", &by("email", EMAIL));
    assert_eq!(pass_on(&program, &other).status(400).json()["code"], "fault-opendsr-again");

    // The mailbox says whose it is, as with any request.
    let letter = sink.wait_for(1)[0].text.clone();
    let link = letter.split_whitespace().find(|word| word.contains("/oma/linkki/")).unwrap();
    let mailbox = org.browser();
    let path = &link[link.find("/oma/").unwrap()..];
    let page = mailbox.form(path.trim_end_matches('='), "main form").finish().status(200);
    mailbox.form_on(&page, "form[action$='/kylla']").finish().status(200);
    // That the mailbox was written to, and what it said, would tell that the address is known.
    assert_eq!(standing(&program, ID), "pending");

    let path = newest(&officer);
    let page = officer.get(&path).status(200).shows("Toisesta järjestelmästä");
    let form = officer.form_on(&page, "form[action$=ratkaise]").set("decision", "granted");
    staff::decide(&officer, form.set("text", "Tässä tietosi.")).status(200);
    assert_eq!(standing(&program, ID), "completed");
    // Nothing of the data goes to the system: neither where the answer is, nor what is in it.
    let answer = ask(&program, ID).status(200).hides(EMAIL).hides("Kanarialinnun viesti").json();
    assert!(answer.get("results_url").is_none(), "{answer}");
}

#[test]
fn a_record_that_another_system_names_is_matched_by_its_word_and_somebody_decides() {
    let dir = tempfile::tempdir().unwrap();
    let build = Installation::build("register").without_second_factor();
    let mut org = signing(build, &Authority::rsa(dir.path())).start_named();
    let secretary = staff::first(&mut org, "alma");
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form");
    let form = form.set("name", "Kanarialintu Valitetty").set("member-number", "J-1");
    let page = form.set("membership", "ordinary").submit().status(200);
    let item = page.attributes("main .actions a", "href").remove(0);
    let record = item.rsplit('/').next().unwrap();
    let program = program(&org, "alma");

    let body = request(ID, "erasure", &by("controller_customer_id", record));
    pass_on(&program, &body).status(201);
    // Neither a match nor its want tells the system whether a record is there.
    let nobody = request(ID, "erasure", &by("controller_customer_id", "nobody"));
    assert_eq!(pass_on(&program, &nobody).status(400).json()["code"], "fault-opendsr-again");
    assert_eq!(standing(&program, ID), "pending");
    // The word of a system carries no erasure out, not even at the last moment.
    org.advance("2026-02-13T12:00:01+02:00");
    let secretary = staff::sign_in(&org, "alma");
    secretary.get(&item).status(200).shows("Kanarialintu Valitetty");

    let path = newest(&secretary);
    let form = secretary.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    let form = form.set("ground", "12-5").set("text", "Pyyntö toistuu ilman perustetta.");
    staff::decide(&secretary, form).status(200);
    assert_eq!(standing(&program, ID), "cancelled");

    // A record that nobody has: the case stands, and staff read what was named.
    let second = "b7551968-d5d6-44b2-9831-815ac9017798";
    let nobody = by("controller_customer_id", "asiakas-17");
    pass_on(&program, &request(second, "access", &nobody)).status(201);
    assert_eq!(standing(&program, second), "pending");
    secretary.get(&newest(&secretary)).status(200).shows("asiakas-17");

    // Another account sees nothing of it, and who may not see to rights passes nothing on.
    staff::member(&org, "olli", &["officer"]);
    let olli = self::program(&org, "olli");
    ask(&olli, ID).status(404);
    pass_on(&olli, &request(ID, "access", &nobody)).status(201);
    assert_eq!(
        (standing(&olli, ID), standing(&program, ID)),
        ("pending".into(), "cancelled".into())
    );
    staff::member(&org, "raha", &["treasurer"]);
    let treasurer = self::program(&org, "raha");
    pass_on(&treasurer, &body).status(403);
    ask(&treasurer, ID).status(403);
    ask(&secretary, ID).status(401);
    ask(&org.browser(), ID).status(401);
}

#[test]
fn what_the_shape_does_not_allow_is_refused_whole_and_without_a_certificate_everything() {
    let dir = tempfile::tempdir().unwrap();
    let authority = Authority::rsa(dir.path());
    let build = || Installation::build("register").without_second_factor();
    let mut org = build().start_named();
    let officer = staff::first(&mut org, "alma");
    let good = request(ID, "access", &by("email", EMAIL));
    let told = org.browser().get(&format!("{BASE}/discovery")).status(200).json();
    assert_eq!(told["supported_subject_request_types"], json!([]));
    assert!(told["message"].as_str().unwrap().contains("varmennetta"), "{told}");
    org.browser().get(&format!("{BASE}/certificate.pem")).status(404);
    let alma = program(&org, "alma");
    let refused = pass_on(&alma, &good).status(403).json();
    assert_eq!(refused["code"], "fault-opendsr-unsigned");
    officer.get("/hallinta/pyynnot").status(200).shows("Pyyntöjä ei ole");

    let mut org = signing(build(), &authority).start_named();
    let officer = staff::first(&mut org, "alma");
    let alma = program(&org, "alma");
    let with = |name: &str, value: Value| {
        let mut body = good.clone();
        body[name] = value;
        body
    };
    let hashed =
        json!([{"identity_type": "email", "identity_value": "ab", "identity_format": "sha256"}]);
    let hosts = json!(["https://example.fi/opendsr/callbacks"]);
    for (name, value, code) in [
        ("status_callback_urls", hosts, "fault-opendsr-callbacks"),
        ("subject_identities", hashed, "fault-opendsr-identity"),
        ("subject_identities", json!([]), "fault-opendsr-identity"),
        ("subject_identities", by("ios_vendor_id", "x"), "fault-opendsr-identity"),
        ("subject_identities", by("email", "ei osoite"), "fault-opendsr-identity"),
        ("subject_request_type", json!("rectification"), "fault-field-form"),
        ("subject_request_id", json!("A7551968-D5D6-44B2-9831-815AC9017798"), "fault-field-form"),
        ("submitted_time", json!("2027-01-13T12:00:00Z"), "fault-field-form"),
        ("regulation", json!("ccpa"), "fault-field-form"),
        ("extensions", json!({"localhost": {"a": 1}}), "fault-field-undeclared"),
        ("nickname", json!("Kanarialintu"), "fault-field-undeclared"),
    ] {
        let told = pass_on(&alma, &with(name, value)).status(400).json();
        assert_eq!((&told["code"], &told["field"]), (&json!(code), &json!(name)), "{told}");
    }
    let broken = Request::post(format!("{BASE}/requests")).body(b"{".to_vec()).unwrap();
    alma.send(broken).status(400);
    officer.get("/hallinta/pyynnot").status(200).shows("Pyyntöjä ei ole");
    // Extensions for others are theirs, and the examples of the specification have no regulation.
    let mut plain = with("extensions", json!({"example.fi": {"a": 1}}));
    plain.as_object_mut().unwrap().remove("regulation");
    pass_on(&alma, &plain).status(201);

    // The start refuses what nobody could verify.
    let elsewhere = build().set("public-url", "https://palvelu.example.fi");
    let other = tempfile::tempdir().unwrap();
    let own = Authority::new(other.path());
    for (build, said) in [
        (signing(elsewhere, &Authority::rsa(dir.path())), "palvelu.example.fi"),
        (signing(build().set("public-url", "https://localhost"), &own), "RSA"),
    ] {
        let mut org = build.make();
        org.try_start().unwrap_err();
        let why = org.cli(&["publish"]);
        assert_eq!(why.status.code(), Some(4));
        let why = String::from_utf8_lossy(&why.stdout).into_owned();
        assert!(why.contains(said), "{why}");
    }
}

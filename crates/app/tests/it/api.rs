//! The interface for programs: what the pages do, strictly and with proper refusals.

use http::{Method, Request};
use serde_json::{Value, json};

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff::{first, member};

const FEEDBACK: &str = "/api/v1/feedback";
const OWN: &str = "/api/v1/own";

fn post(browser: &Browser, body: &Value) -> Page {
    browser.json(Method::POST, FEEDBACK, body)
}

fn with(browser: &Browser, method: Method, path: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    browser.send(request.body(Vec::new()).unwrap())
}

/// A refusal: its status, that it is a problem, and its code.
#[track_caller]
fn refused(page: &Page, status: u16) -> Value {
    let problem = page.clone().status(status).json();
    assert_eq!(page.header("content-type"), "application/problem+json");
    assert_eq!(problem["status"], status);
    for member in ["type", "title", "detail", "instance", "code"] {
        assert!(problem[member].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
        // A text that the locale files lack shows as its key in brackets.
        assert!(!problem[member].as_str().unwrap().contains('⟦'), "{problem}");
    }
    problem
}

fn receipt(page: &Page) -> String {
    page.clone().status(201).json()["receipt"].as_str().unwrap().to_owned()
}

fn own(browser: &Browser, method: Method, receipt: &str) -> Page {
    with(browser, method, OWN, &[("authorization", &format!("Receipt {receipt}"))])
}

#[test]
fn feedback_is_sent_seen_and_erased_by_its_receipt() {
    let org = Installation::mailing("feedback");
    let program = org.browser();
    let sent = post(
        &program,
        &json!({"message": "Kiitos! 010190-900P", "name": "Maija Esimerkki",
                "email": "maija@example.fi", "consents": ["answer"], "lang": "sv"}),
    );
    let code = receipt(&sent);
    let sent = sent.json();
    assert_eq!((&sent["number"], &sent["masked"]), (&json!(1), &json!(1)));
    assert_eq!(sent["due"], "2026-02-14T08:00:00Z");

    let held = own(&program, Method::GET, &code).status(200).json();
    let record = &held["records"][0];
    assert_eq!(record["fields"]["email"], "maija@example.fi");
    assert_eq!(record["fields"]["message"], "Kiitos! ******-****");
    assert_eq!(
        record["consents"],
        json!([{"purpose": "answer", "notice_version": 1, "lang": "sv"}])
    );
    assert_eq!(record["due"], sent["due"]);
    // One's own visits are no looks of others.
    assert_eq!(held["looks"], json!([]));
    assert_eq!(own(&program, Method::HEAD, &code).status(200).source(), "");

    let gone = own(&program, Method::DELETE, &code).status(200).json();
    assert_eq!((&gone["removed"], &gone["kept"]), (&json!(1), &json!([])));
    for method in [Method::GET, Method::DELETE] {
        let erased = refused(&own(&program, method, &code), 410);
        assert_eq!(erased["why"], "request");
        assert_eq!(erased["proof"], gone["proof"][0]);
        assert_eq!(erased["at"], "2026-01-14T08:00:00Z");
    }
    assert_eq!(org.scan("maija@example.fi"), []);
}

#[test]
fn what_is_past_its_last_day_is_gone_at_once() {
    let org = Installation::new("feedback");
    let program = org.browser();
    let code = receipt(&post(&program, &json!({"message": "Hei"})));
    org.advance("2026-02-14T09:59:00+02:00");
    own(&program, Method::GET, &code).status(200);
    org.advance("2026-02-14T10:00:00+02:00");
    refused(&own(&program, Method::GET, &code), 410);
}

#[test]
fn a_receipt_that_is_not_one_opens_nothing() {
    let org = Installation::new("feedback");
    let program = org.browser();
    let code = receipt(&post(&program, &json!({"message": "Hei"})));
    let wrong =
        if code.starts_with('0') { code.replacen('0', "1", 1) } else { format!("0{}", &code[1..]) };
    for wrong in [wrong.as_str(), "abc", "a b c"] {
        for scheme in ["Receipt", "Bearer", "Basic"] {
            let header = format!("{scheme} {wrong}");
            let page = with(&program, Method::GET, OWN, &[("authorization", &header)]);
            assert_eq!(refused(&page, 401)["code"], "fault-api-receipt");
            assert_eq!(page.header("www-authenticate"), "Bearer");
        }
    }
    refused(&program.get(OWN), 401);
    own(&program, Method::GET, &code).status(200);
}

#[test]
fn receipts_cannot_be_guessed_at_speed() {
    let org = Installation::new("feedback");
    let program = org.browser();
    let tries = (0..60).map(|_| own(&program, Method::GET, "2345-6789-abcd-efgh-jkmn-pqrs"));
    let throttled: Vec<Page> = tries.filter(|page| page.status == 429).collect();
    assert!(throttled.len() >= 20, "{} of 60", throttled.len());
    assert!(throttled[0].header("retry-after").parse::<u32>().is_ok_and(|wait| wait > 0));
    refused(&throttled[0], 429);
}

#[test]
fn s2_23_members_that_the_notice_does_not_declare_are_refused() {
    let org = Installation::new("feedback");
    let program = org.browser();
    for name in ["phone", "Message", "_consents", "state", ""] {
        let page = post(&program, &json!({"message": "Hei SALAINEN", name: "040 123 4567"}));
        let problem = refused(&page, 422);
        assert_eq!(
            (&problem["field"], &problem["code"]),
            (&json!(name), &json!("fault-field-undeclared"))
        );
    }
    assert_eq!(org.scan("040 123 4567"), []);
    let counted = post(&program, &json!({"message": "Hei"})).json();
    assert_eq!(counted["number"], 1, "a refused one was stored");
}

#[test]
fn s2_09_contact_details_without_consent_are_refused() {
    let org = Installation::mailing("feedback");
    let program = org.browser();
    let page = post(&program, &json!({"message": "Hei", "email": "maija@example.fi"}));
    assert_eq!(refused(&page, 422)["field"], "email");
    let page = post(&program, &json!({"message": "Hei", "consents": ["direct-marketing"]}));
    refused(&page, 422);
    assert_eq!(org.scan("maija@example.fi"), []);
}

#[test]
fn bad_bodies_are_refused_each_in_its_own_way() {
    let org = Installation::new("feedback");
    let program = org.browser();
    let send = |media: &str, body: &[u8]| {
        let request = Request::post(FEEDBACK).header("content-type", media).body(body.to_vec());
        program.send(request.unwrap())
    };
    let json = "application/json; charset=utf-8";
    refused(&send("application/x-www-form-urlencoded", b"message=Hei"), 415);
    refused(&send("text/plain", b"{}"), 415);
    for bad in [&b"{\"message\":"[..], b"", b"{\"message\":\"\xff\"}", b"{\"message\":\"a\0\"}"] {
        refused(&send(json, bad), 400);
    }
    refused(&send(json, "[".repeat(100_000).as_bytes()), 422);
    let deep = format!("{{\"message\":{}", "[".repeat(100_000));
    refused(&send(json, deep.as_bytes()), 400);
    for (bad, field) in [
        (r#"{}"#, "message"),
        (r#"{"message":""}"#, "message"),
        (r#"{"message":null}"#, "message"),
        (r#"{"message":"a","name":""}"#, "name"),
        (r#"{"message":["Hei"]}"#, "message"),
        (r#"{"message":"a\u0000b"}"#, "message"),
        (r#"{"message":"a","message":"b"}"#, "message"),
        (r#"{"message":"a","lang":"xx"}"#, "lang"),
        (r#"{"message":"a","consents":"answer"}"#, "consents"),
        (r#"{"message":"a","consents":["answer","answer"]}"#, "consents"),
    ] {
        assert_eq!(refused(&send(json, bad.as_bytes()), 422)["field"], field, "{bad}");
    }
    let long = json!({"message": "ä".repeat(4001)}).to_string();
    refused(&send(json, long.as_bytes()), 422);
    // One byte too many, so that the server has read it all when it refuses.
    refused(&send(json, " ".repeat((1 << 20) + 1).as_bytes()), 413);
    assert_eq!(post(&program, &json!({"message": "Hei"})).json()["number"], 1);
}

#[test]
fn a_command_sent_again_has_one_effect_and_one_answer() {
    let org = Installation::new("feedback");
    let program = org.browser();
    let send = |key: &str, text: &str| {
        let request = Request::post(FEEDBACK)
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .body(json!({"message": text}).to_string().into_bytes());
        program.send(request.unwrap())
    };
    let key = "8e03978e-40d5-43dd-bc93-6894a57f9324";
    let first = send(key, "Hei").status(201).json();
    assert_eq!(send(key, "Hei").status(201).json(), first);
    assert_eq!(send("8E03978E40D543DDBC936894A57F9324", "Hei").status(201).json(), first);
    // Another's key alone does not open what they have sent.
    let other = send(key, "Moi").status(201).json();
    assert_eq!(other["number"], 2);
    assert_ne!(other["receipt"], first["receipt"]);
    assert_eq!(refused(&send("1", "Hei"), 400)["code"], "fault-api-idempotency-key");
}

#[test]
fn a_reply_sent_again_is_one_reply_and_one_answer() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    let asked = json!({"message": "Hei", "consents": ["answer"]});
    let code = receipt(&post(&org.browser(), &asked));
    let id = alma.get(INBOX).status(200).json()["feedback"][0]["id"].as_str().unwrap().to_owned();
    let send = |version: i64, text: &str| {
        let request = Request::post(format!("{INBOX}/{id}/reply"))
            .header("content-type", "application/json")
            .header("idempotency-key", "8e03978e-40d5-43dd-bc93-6894a57f9324")
            .body(json!({"version": version, "text": text}).to_string().into_bytes());
        alma.send(request.unwrap())
    };
    let first = send(1, "Hei vain").status(201).json();
    assert_eq!(send(1, "Hei vain").status(201).json(), first);
    refused(&send(1, "Moi vain"), 409);
    let held = own(&org.browser(), Method::GET, &code).status(200).json();
    let replies = held["records"].as_array().unwrap();
    let replies = replies.iter().filter(|record| record["kind"] == "reply").count();
    assert_eq!(replies, 1, "{held}");
}

#[test]
fn a_key_used_for_other_feedback_is_another_command() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    for text in ["Yksi", "Kaksi"] {
        post(&org.browser(), &json!({"message": text, "consents": ["answer"]})).status(201);
    }
    let inbox = alma.get(INBOX).status(200).json();
    for feedback in inbox["feedback"].as_array().unwrap() {
        let request = Request::post(format!("{INBOX}/{}/reply", feedback["id"].as_str().unwrap()))
            .header("content-type", "application/json")
            .header("idempotency-key", "8e03978e-40d5-43dd-bc93-6894a57f9324")
            .body(json!({"version": 1, "text": "Asiasi on hoidettu."}).to_string().into_bytes());
        alma.send(request.unwrap()).status(201);
    }
    let inbox = alma.get(INBOX).status(200).json();
    for feedback in inbox["feedback"].as_array().unwrap() {
        assert_eq!(feedback["state"], "answered", "{inbox}");
    }
}

#[test]
fn who_sorts_at_the_same_moment_makes_one_theme() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    let code = receipt(&post(&org.browser(), &json!({"message": "Hei"})));
    let id = alma.get(INBOX).status(200).json()["feedback"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("{INBOX}/{id}");
    let body = json!({"version": 1, "theme": "fault"});
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let sort = || alma.json(Method::PATCH, &path, &body).status.as_u16();
        let sent: Vec<_> = (0..8).map(|_| scope.spawn(sort)).collect();
        sent.into_iter().map(|sent| sent.join().unwrap()).collect()
    });
    // Who comes late and wants the same has it.
    assert!(statuses.iter().all(|status| [200, 409].contains(status)), "{statuses:?}");
    let held = own(&org.browser(), Method::GET, &code).status(200).json();
    let themes = held["records"].as_array().unwrap().iter();
    assert_eq!(themes.filter(|record| record["kind"] == "theme").count(), 1, "{held}");
}

#[test]
fn who_sorts_by_an_older_view_overwrites_no_theme() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    post(&org.browser(), &json!({"message": "Hei"})).status(201);
    let id = alma.get(INBOX).status(200).json()["feedback"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("{INBOX}/{id}");
    let sort = |version: i64, theme: &str| {
        alma.json(Method::PATCH, &path, &json!({"version": version, "theme": theme}))
    };
    assert_eq!(sort(1, "fault").status(200).json()["version"], 2);
    assert_eq!(sort(2, "praise").status(200).json()["version"], 3);
    refused(&sort(2, "other"), 409);
    // Of those who have the same view one is heeded, however close they are.
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let themes = ["usability", "content", "accessibility", "other"];
        let sent = themes.map(|theme| scope.spawn(move || sort(3, theme).status.as_u16()));
        sent.map(|sent| sent.join().unwrap()).into()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [200, 409].contains(status)), "{statuses:?}");
    let thread = alma.get(&path).status(200).json();
    assert_eq!(thread["feedback"]["version"], 4);
    let parts = thread["parts"].as_array().unwrap();
    let [theme] = &parts[..] else { panic!("{thread}") };
    assert_eq!(theme["state"], theme["fields"]["theme"], "{thread}");
}

#[test]
fn a_purpose_that_feedback_does_not_serve_lists_none() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    post(&org.browser(), &json!({"message": "Hei"})).status(201);
    alma.get(&format!("{INBOX}?purpose=develop")).status(200);
    refused(&alma.get(&format!("{INBOX}?purpose=security")), 403);
}

#[test]
fn what_shows_nothing_was_not_given() {
    let org = Installation::new("feedback");
    for blank in ["   ", "\u{200b}", "\u{a0}\u{feff}", "\u{202e}"] {
        refused(&post(&org.browser(), &json!({"message": blank})), 422);
    }
}

/// Enters a letter about somebody's data and matches it with their receipt.
fn letter_about(officer: &Browser, code: &str, contact: &str) {
    let form = officer.form("/hallinta/pyynnot/uusi", "main form").set("type", "access");
    let form = form.set("channel", "letter").set("language", "fi").set("contact", contact);
    let page = form.set("arrived", "2026-01-13").submit().status(200);
    let path = page.attributes("main a.button", "href").remove(0);
    officer.form(&path, "form[action$=tunnista]").set("code", code).finish().status(200);
}

/// Erases whom a receipt belongs to, by the command line.
fn erase_by_receipt(org: &Installation, code: &str) -> std::process::Output {
    let file = org.outside().join("receipts");
    std::fs::write(&file, code).unwrap();
    org.cli(&["person", "erase", "--receipts", &file.to_string_lossy()])
}

#[test]
fn the_requests_about_somebody_go_with_them_whichever_way_they_are_erased() {
    let mut org = Installation::new("feedback");
    let officer = first(&mut org, "alma");
    let program = org.browser();
    let first = receipt(&post(&program, &json!({"message": "Hei"})));
    letter_about(&officer, &first, "ensimmaisen.osoite@example.fi");
    own(&program, Method::DELETE, &first).status(200);
    let second = receipt(&post(&program, &json!({"message": "Hei taas"})));
    letter_about(&officer, &second, "toisen.osoite@example.fi");
    assert!(erase_by_receipt(&org, &second).status.success());
    officer.get("/hallinta/pyynnot").status(200).shows("Pyyntöjä ei ole");
}

#[test]
fn what_the_law_keeps_is_erased_by_nobody() {
    let mut org = Installation::build("feedback")
        .notice(
            "purpose \"develop\" basis=\"public-task\"",
            "purpose \"develop\" basis=\"legal-obligation\"",
        )
        .start();
    let alma = clerk(&mut org);
    let program = org.browser();
    let code = receipt(&post(&program, &json!({"message": "Hei"})));
    let id = alma.get(INBOX).status(200).json()["feedback"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("{INBOX}/{id}");
    // What staff have noted by law hangs on it.
    alma.json(Method::PATCH, &path, &json!({"version": 1, "theme": "fault"})).status(200);
    let page = with(&alma, Method::DELETE, &path, &[]);
    assert_eq!(refused(&page, 409)["code"], "rights-kept-by-law");
    alma.get(&format!("/hallinta/palaute/{id}/poista")).status(200).shows("Laki velvoittaa");
    // The person's own wish takes what no law keeps, and that alone.
    let done = own(&program, Method::DELETE, &code).status(200).json();
    assert_eq!((&done["removed"], &done["stripped"]), (&json!(1), &json!(0)), "{done}");
    let kept = json!([{ "kind": "theme", "ground": "by-law", "fields": [],
        "until": "2026-02-14T08:00:00Z" }]);
    assert_eq!(done["kept"], kept);
    let coming = org.json(&["simulate", ".", "--until", "2026-12-31"]);
    let kinds: Vec<_> = coming.as_array().unwrap().iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds, ["theme"], "it stays until its own day");
}

#[test]
fn refusals_speak_the_caller_s_language() {
    let org = Installation::new("feedback");
    let title = |lang: &str| {
        let page = with(&org.browser(), Method::GET, "/api/v1/none", &[("accept-language", lang)]);
        assert_eq!(page.header("content-language"), lang[..2]);
        refused(&page, 404)["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(title("en-GB,en;q=0.9"), "Page not found");
    let titles = [title("fi"), title("sv"), title("en")];
    assert!(titles[0] != titles[1] && titles[1] != titles[2], "{titles:?}");
}

#[test]
fn other_methods_and_foreign_sites_are_refused() {
    let org = Installation::new("feedback");
    let program = org.browser();
    let page = with(&program, Method::PUT, OWN, &[]);
    refused(&page, 405);
    let allowed = page.header("allow");
    for method in ["GET", "HEAD", "DELETE"] {
        assert!(allowed.contains(method), "{allowed}");
    }
    let foreign = org.browser().with("sec-fetch-site", "cross-site");
    assert_eq!(refused(&post(&foreign, &json!({"message": "Hei"})), 403)["code"], "fault-origin");
    assert_eq!(
        post(&program, &json!({"message": "Hei"})).header("access-control-allow-origin"),
        ""
    );
}

#[test]
fn the_description_asks_for_no_more_than_the_form() {
    let org = Installation::new("feedback");
    let program = org.browser();
    program.get("/palaute").status(200).hides("Sähköpostiosoite");
    let described = program.get("/api/v1/openapi.json").status(200).json();
    let body = &described["paths"][FEEDBACK]["post"]["requestBody"]["content"]["application/json"];
    let properties = body["schema"]["properties"].as_object().unwrap();
    let members: Vec<&String> = properties.keys().collect();
    assert_eq!(members, ["message", "consents", "notice_version", "lang"], "{body}");
    let bare = json!({"message": "Kiitos", "consents": ["answer"]});
    receipt(&post(&program, &bare));
    let more = json!({"message": "Kiitos", "email": "maija@example.fi", "consents": ["answer"]});
    assert_eq!(refused(&post(&program, &more), 422)["field"], "email");
}

#[test]
fn the_notice_and_the_description_say_the_same() {
    let org = Installation::mailing("feedback");
    let program = org.browser();
    let notice = program.get("/api/v1/notice").status(200).json();
    assert_eq!((&notice["id"], &notice["version"]), (&json!("palaute"), &json!(1)));
    let kinds = notice["kinds"].as_array().unwrap();
    let feedback = kinds.iter().find(|kind| kind["name"] == "feedback").unwrap();
    assert_eq!(feedback["keep"], json!({"period": "P1M", "from": "sent"}));
    let names: Vec<&str> = feedback["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["message", "name", "email"]);

    let described = program.get("/api/v1/openapi.json").status(200).json();
    assert_eq!(described["openapi"], "3.1.0");
    let body = &described["paths"][FEEDBACK]["post"]["requestBody"]["content"]["application/json"];
    let shapes = body["schema"]["anyOf"].as_array().unwrap();
    let members = |shape: &Value| {
        let properties = shape["properties"].as_object().unwrap();
        properties.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(members(&shapes[0]), ["message", "consents", "notice_version", "lang"]);
    assert_eq!(
        members(&shapes[1]),
        ["message", "name", "email", "consents", "notice_version", "lang"]
    );
    assert_eq!(shapes[1]["properties"]["message"]["maxLength"], 4000);
}

#[test]
fn the_promises_tell_their_state() {
    let org = Installation::new("feedback");
    let told = org.browser().get("/en/api/v1/promises").status(200).json();
    let promises = told["promises"].as_array().unwrap();
    assert!(promises.len() > 50, "{}", promises.len());
    let keep = promises.iter().find(|one| one["id"] == "palaute.keep.feedback").unwrap();
    assert_eq!(keep["mechanism"], "retention");
    for promise in promises {
        let text = |member: &str| promise[member].as_str().unwrap();
        assert!(!text("sentence").is_empty() && !text("said").contains('⟦'), "{promise}");
        let states = ["kept", "broken", "attested-until", "due", "text", "unchecked"];
        assert!(states.contains(&text("state")), "{promise}");
    }
    let bad = promises.iter().filter(|promise| promise["bad"] == true).count();
    assert_eq!(told["bad"], bad);
}

const INBOX: &str = "/api/v1/staff/feedback";

/// Somebody signed in, whose program sends what pages cannot.
fn clerk(org: &mut Installation) -> Browser {
    first(org, "alma").with("x-seloste", "1")
}

#[test]
fn staff_read_sort_answer_and_erase() {
    let mut org = Installation::mailing("feedback");
    let alma = clerk(&mut org);
    let visitor = org.browser();
    let code = receipt(&post(
        &visitor,
        &json!({"message": "Ovi ei aukea", "email": "maija@example.fi", "consents": ["answer"]}),
    ));
    org.advance("2026-01-14T10:05:00+02:00");
    post(&visitor, &json!({"message": "Kiitos"})).status(201);

    let page = alma.get(&format!("{INBOX}?limit=1")).status(200).json();
    assert_eq!(page["purpose"], "develop");
    assert_eq!(page["feedback"][0]["fields"], json!({"message": "Kiitos"}));
    let after = page["next"].as_str().unwrap();
    let page = alma.get(&format!("{INBOX}?limit=1&after={after}")).status(200).json();
    let first = &page["feedback"][0];
    assert_eq!(first["fields"], json!({"message": "Ovi ei aukea"}));
    let answering = alma.get(&format!("{INBOX}?purpose=answer&limit=1&after={after}")).json();
    assert_eq!(answering["feedback"][0]["fields"]["email"], "maija@example.fi");
    let path = format!("{INBOX}/{}", first["id"].as_str().unwrap());

    let sorted = alma.json(Method::PATCH, &path, &json!({"version": 1, "state": "closed"}));
    assert_eq!(sorted.status(200).json()["version"], 2);
    let stale = alma.json(Method::PATCH, &path, &json!({"version": 1, "state": "new"}));
    refused(&stale, 409);
    let unknown = alma.json(Method::PATCH, &path, &json!({"version": 2, "state": "maija"}));
    assert_eq!(refused(&unknown, 422)["field"], "state");
    let unknown = alma.json(Method::PATCH, &path, &json!({"version": 2, "theme": "maija"}));
    assert_eq!(refused(&unknown, 422)["field"], "theme");
    alma.json(Method::PATCH, &path, &json!({"version": 2, "theme": "fault"})).status(200);
    let closed = alma.get(&format!("{INBOX}?state=closed")).status(200).json();
    assert_eq!(closed["feedback"].as_array().unwrap().len(), 1);

    let reply = format!("{path}/reply");
    let stale = alma.json(Method::POST, &reply, &json!({"version": 2, "text": "Korjasimme."}));
    refused(&stale, 409);
    alma.json(Method::POST, &reply, &json!({"version": 3, "text": "Korjasimme."})).status(201);
    let thread = alma.get(&path).status(200).json();
    assert_eq!(thread["feedback"]["state"], "answered");
    let parts = thread["parts"].as_array().unwrap();
    assert!(parts.iter().any(|part| part["fields"]["text"] == "Korjasimme."), "{thread}");
    assert!(parts.iter().any(|part| part["state"] == "fault"), "{thread}");
    let held = own(&visitor, Method::GET, &code).status(200).json();
    assert_eq!(held["records"].as_array().unwrap().len(), 3);
    assert!(held["looks"].as_array().unwrap().iter().any(|look| look["role"] == "handler"));

    let gone = with(&alma, Method::DELETE, &path, &[]).status(200).json();
    assert_eq!(gone["removed"], 3);
    refused(&alma.get(&path), 404);
    assert_eq!(refused(&own(&visitor, Method::GET, &code), 410)["why"], "decision");
}

#[test]
fn staff_pages_of_others_and_forged_requests_open_nothing() {
    let mut org = Installation::new("feedback");
    let alma = first(&mut org, "alma");
    let visitor = org.browser();
    let code = receipt(&post(&visitor, &json!({"message": "Hei"})));
    let id = alma.get(INBOX).status(200).json()["feedback"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("{INBOX}/{id}");
    for (method, path) in [(Method::GET, INBOX), (Method::GET, &path), (Method::DELETE, &path)] {
        refused(&with(&visitor, method.clone(), path, &[]), 401);
        let bearer = format!("Bearer {code}");
        refused(&with(&visitor, method, path, &[("authorization", &bearer)]), 401);
    }
    // The cookie alone, as a foreign page would have it sent.
    let forged = with(&alma, Method::DELETE, &path, &[]);
    assert_eq!(refused(&forged, 403)["code"], "fault-api-own-header");
    own(&visitor, Method::GET, &code).status(200);
    // Other kinds of records are not feedback.
    for id in ["", "x", "00000000000000000000000000", "zzzzzzzzzzzzzzzzzzzzzzzzzz"] {
        refused(&alma.get(&format!("{INBOX}/{id}")), 404);
    }
}

#[test]
fn s2_51_nobody_is_listed_or_found_by_name() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    for query in ["name=Maija", "email=maija@example.fi", "q=Maija", "sort=name", "search=Maija"] {
        let problem = refused(&alma.get(&format!("{INBOX}?{query}")), 422);
        assert_eq!(problem["code"], "fault-field-undeclared", "{query}");
    }
    let listing = alma.get(&format!("{INBOX}?purpose=directory"));
    assert_eq!(refused(&listing, 403)["promise"], "palaute.forbid.directory");
    for none in ["senders", "persons", "people", "feedback/names", "visits", "search"] {
        refused(&alma.get(&format!("/api/v1/staff/{none}")), 404);
    }
    let described = alma.get("/api/v1/openapi.json").status(200).json();
    let paths = described["paths"].as_object().unwrap();
    let parameters = paths.values().flat_map(|item| item.as_object().unwrap().values());
    for parameter in parameters.filter_map(|one| one["parameters"].as_array()).flatten() {
        let known = ["id", "purpose", "state", "after", "limit", "dry_run", "record", "seen"];
        let known = [known.as_slice(), &["Idempotency-Key"]].concat();
        assert!(known.contains(&parameter["name"].as_str().unwrap()), "{parameter}");
    }
}

#[test]
fn parameters_are_read_strictly() {
    let mut org = Installation::new("feedback");
    let alma = clerk(&mut org);
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=%2B1", "limit"),
        ("limit=1&limit=2", "limit"),
        ("after=1", "after"),
        ("state=New", "state"),
        ("state=", "state"),
        ("state=%ff", "state"),
    ] {
        let problem = refused(&alma.get(&format!("{INBOX}?{query}")), 422);
        assert_eq!(problem["field"], field, "{query}");
    }
}

/// A program with the key of an account.
fn program(org: &Installation, username: &str) -> Browser {
    let made = org.json(&["user", "token", username]);
    org.browser().with("authorization", &format!("Bearer {}", made["token"].as_str().unwrap()))
}

#[test]
fn s2_25_developers_get_texts_and_themes_without_contact_details() {
    let org = Installation::build("feedback").letters().notice("\"two-factor\" ", "").start();
    let visitor = org.browser();
    let body = json!({"message": "Ovi ei aukea", "name": "Maija Esimerkki",
                      "email": "maija@example.fi", "consents": ["answer"]});
    post(&visitor, &body).status(201);
    member(&org, "kehittaja", &["developer"]);
    let developer = program(&org, "kehittaja");
    let page = developer.get(INBOX).status(200);
    let item = page.json()["feedback"][0].clone();
    assert_eq!(item["fields"], json!({"message": "Ovi ei aukea"}));
    let path = format!("{INBOX}/{}", item["id"].as_str().unwrap());
    let opened = developer.get(&path).status(200);
    for answer in [&page, &opened] {
        assert!(!answer.source().contains("Maija") && !answer.source().contains("example.fi"));
    }
    // Neither by naming another purpose nor by what only handlers do.
    for query in ["answer", "rights", "security"] {
        refused(&developer.get(&format!("{path}?purpose={query}")), 403);
        refused(&developer.get(&format!("{INBOX}?purpose={query}")), 403);
    }
    let reply = developer.json(
        Method::POST,
        &format!("{path}/reply"),
        &json!({"version": 1, "text": "Hei"}),
    );
    refused(&reply, 403);
    refused(&with(&developer, Method::DELETE, &path, &[]), 403);
    let sorted = developer.json(Method::PATCH, &path, &json!({"version": 1, "state": "open"}));
    assert_eq!(sorted.status(200).json()["version"], 2);
}

#[test]
fn s2_19_visits_are_not_to_be_had_row_by_row() {
    let mut org = Installation::new("feedback");
    first(&mut org, "alma");
    let alma = program(&org, "alma");
    alma.get(INBOX).status(200);
    for none in ["visits", "analytics", "visitors", "hits", "sessions"] {
        for path in [format!("/api/v1/staff/{none}"), format!("/api/v1/{none}")] {
            refused(&alma.get(&path), 404);
        }
    }
}

#[test]
fn a_key_ends_with_its_time_and_with_its_account() {
    let org = Installation::build("feedback").notice("\"two-factor\" ", "").start();
    member(&org, "kalle", &["handler"]);
    member(&org, "kaisa", &["handler"]);
    let (kalle, kaisa) = (program(&org, "kalle"), program(&org, "kaisa"));
    kalle.get(INBOX).status(200);
    kaisa.get(INBOX).status(200);
    org.ok(&["user", "close", "kalle"]);
    assert_eq!(refused(&kalle.get(INBOX), 401)["code"], "fault-api-token");
    kaisa.get(INBOX).status(200);
    org.ok(&["user", "roles", "kaisa", "--role", "admin"]);
    refused(&kaisa.get(INBOX), 403);
    member(&org, "iida", &["admin"]);
    org.ok(&["user", "roles", "kaisa", "--role", "handler"]);
    kaisa.get(INBOX).status(200);
    org.advance("2026-04-14T10:59:00+03:00");
    kaisa.get(INBOX).status(200);
    org.advance("2026-04-14T11:00:00+03:00");
    refused(&kaisa.get(INBOX), 401);
    assert!(!org.cli(&["user", "token", "kalle"]).status.success());
    assert_eq!(org.scan("seloste_"), []);
}

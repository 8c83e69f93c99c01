//! What a stranger gets who shares a machine, a form or an address with somebody: nothing of theirs.

use http::Method;
use serde_json::json;

use crate::support::browser::Browser;
use crate::support::disk::Disk;
use crate::support::feedback;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;

/// Guesses that whoever tries a list of codes makes in no time.
const GUESSES: usize = 60;
/// As many documents as would take several times the room that there is for them.
const DOCUMENTS: usize = 40;

fn token(page: &Page) -> String {
    page.attributes("main form input[name=_token]", "value").remove(0)
}

/// The number of a form in its token, its first 16 bytes in base64url, in hexadecimal.
fn number_in(token: &str) -> String {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let values = token.chars().map(|digit| DIGITS.find(digit).unwrap());
    let bits: String = values.map(|value| format!("{value:06b}")).collect();
    let bytes = bits.as_bytes()[..128].chunks(4).map(|four| std::str::from_utf8(four).unwrap());
    bytes.map(|four| format!("{:x}", u8::from_str_radix(four, 2).unwrap())).collect()
}

/// The code that a page shows, if it shows one.
fn code(page: &Page) -> Option<String> {
    page.all(".code-display code").into_iter().next()
}

/// Sends a form as whoever has its token does.
fn sent(browser: &Browser, path: &str, token: &str, fields: &[(&str, &str)]) -> Page {
    let fields = [&[("_token", token)], fields].concat();
    browser.follow(browser.post(path, &fields))
}

#[test]
fn a_receipt_is_shown_again_to_whoever_sends_just_the_same_and_to_nobody_else() {
    let org = Installation::new("feedback");
    let version = ("notice-version", "1");
    let forms: [(&str, Vec<(&str, &str)>); 3] = [
        ("/palaute", vec![("message", "Kanarialinnun palaute"), version]),
        ("/pyynto", vec![("type", "access"), ("text", "Kanarialinnun pyyntö")]),
        ("/tietopyynto", vec![("text", "Kanarialinnun asiakirja")]),
    ];
    for (path, fields) in forms {
        // Whoever opens the page on a shared machine knows the token of whoever sends it next.
        let token = token(&org.browser().get(path).status(200));
        let owner = org.browser();
        let first = sent(&owner, path, &token, &fields).status(200);
        let receipt = code(&first).unwrap();
        assert_eq!(code(&sent(&owner, path, &token, &fields)), Some(receipt.clone()), "a reload");
        let mut other = fields.clone();
        other.iter_mut().filter(|(name, _)| *name == "text" || *name == "message").for_each(
            |field| {
                field.1 = "Vieraan sanat";
            },
        );
        let page = sent(&org.browser(), path, &token, &other).status(409);
        assert!(!page.source().contains(&receipt), "{}", page.source());
        // Nor does the number in the token lead to the page of the receipt.
        let guessed = org.browser().get(&format!("{path}/kuitti/{}", number_in(&token)));
        assert!(!guessed.source().contains(&receipt), "{}", guessed.source());
    }
}

#[test]
fn a_key_of_an_account_without_second_factor_opens_nothing() {
    let mut org = Installation::new("feedback");
    feedback::anonymous(&org, "Kanarialinnun palaute");
    staff::first(&mut org, "alma");
    staff::accept(&org, &staff::invite(&org, "kalle", &["handler"]));
    let key = |name: &str| {
        let made = org.json(&["user", "token", name]);
        format!("Bearer {}", made["token"].as_str().unwrap())
    };
    for path in ["/api/v1/staff/feedback", "/api/v1/staff/promises"] {
        let page = org.browser().with("authorization", &key("kalle")).get(path);
        assert!(!page.source().contains("Kanarialinnun"), "{}", page.source());
        if page.status != 404 {
            assert_eq!(page.status(403).json()["code"], "fault-second-factor-first");
        }
    }
    // With the factor the same account's key works.
    org.browser().with("authorization", &key("alma")).get("/api/v1/staff/feedback").status(200);
}

/// Two callers behind a proxy.
const GUESSER: &str = "198.51.100.77";
const ELSEWHERE: &str = "198.51.100.78";

/// One way in by a code, tried by somebody who guesses and then by its owner from elsewhere; `refused`
/// and `opened` are the answers to a wrong and to the right one.
fn guessing(
    org: &Installation,
    code: &str,
    (refused, opened): (u16, u16),
    guess: impl Fn(&Browser, &str) -> Page,
) {
    let visitor = |address: &str| org.browser().with("x-forwarded-for", address);
    let last = if code.ends_with('0') { '1' } else { '0' };
    let wrong = format!("{}{last}", &code[..code.len() - 1]);
    let browser = visitor(GUESSER);
    let pages: Vec<Page> = (0..GUESSES).map(|_| guess(&browser, &wrong)).collect();
    let stopped: Vec<&Page> = pages.iter().filter(|page| page.status == 429).collect();
    assert!(!stopped.is_empty(), "{GUESSES} guesses and no end");
    for page in &pages {
        assert!(page.status == 429 || page.status == refused, "{}", page.status);
    }
    for page in stopped {
        let wait = page.header("retry-after").parse::<u32>();
        assert!(wait.is_ok_and(|wait| wait > 0), "{:?}", page.headers);
    }
    assert_eq!(guess(&visitor(ELSEWHERE), code).status, opened);
}

#[test]
fn s2_45_wrong_codes_are_counted_by_caller_and_no_caller_is_written_down() {
    let org = Installation::build("feedback").behind_proxy().start();
    let code = feedback::anonymous(&org, "Kanarialinnun palaute").one(".code-display code");
    guessing(&org, &code, (422, 303), |browser, code| {
        browser.form("/oma", "main form").set("code", code).submit()
    });
    guessing(&org, &code, (401, 200), |browser, code| {
        let request = http::Request::builder().method(Method::GET).uri("/api/v1/own");
        let request = request.header("authorization", format!("Receipt {code}"));
        browser.send(request.body(Vec::new()).unwrap())
    });
    for address in [GUESSER, ELSEWHERE] {
        assert_eq!(org.scan(address), [], "{address}");
    }
}

#[test]
fn a_crowd_of_documents_does_not_fill_the_disk_and_the_request_is_taken_without() {
    let build = Installation::build("feedback").without_second_factor();
    let (mut org, disk) = build.behind_proxy().start_on_small_disk();
    let Disk::Mounted(_) = disk else {
        eprintln!("no disk of its own can be mounted here: not tried");
        return;
    };
    let document = [b"%PDF-1.7 ".as_slice(), &[b'x'; 480_000]].concat();
    let mut told = 0;
    for caller in 0..DOCUMENTS {
        let browser = org.browser().with("x-forwarded-for", &format!("10.3.0.{caller}"));
        let form = browser.form("/pyynto", "main form").set("type", "access");
        let form = form.set("behalf", "agent").set("subject", "maija@example.fi");
        let page = form.attach("mandate", "valtakirja.pdf", &document).finish().status(200);
        assert!(code(&page).is_some(), "the request is taken: {}", page.text());
        told += usize::from(page.text().contains("Todistusta ei voitu ottaa vastaan"));
    }
    assert!((DOCUMENTS / 2..DOCUMENTS).contains(&told), "{told} of {DOCUMENTS} told");
    // What was told is so: the newest has none, the oldest has one, and feedback still comes in.
    let officer = staff::first(&mut org, "alma");
    let list = officer.get("/hallinta/pyynnot").status(200).attributes("tbody th a", "href");
    // What is decided still takes its room, for as long as it is kept.
    let form = officer.form(&list[0], "form[action$=ratkaise]").set("decision", "refused");
    let form = form.set("ground", "none-held").set("text", "Tietoja ei ole.");
    staff::decide(&officer, form).status(200);
    let browser = org.browser().with("x-forwarded-for", "10.4.0.1");
    let form = browser.form("/pyynto", "main form").set("type", "access").set("behalf", "agent");
    let page = form.attach("mandate", "valtakirja.pdf", &document).finish().status(200);
    page.shows("Todistusta ei voitu ottaa vastaan");
    let body = json!({"message": "Tilaa on"});
    org.browser().json(Method::POST, "/api/v1/feedback", &body).status(201);
}

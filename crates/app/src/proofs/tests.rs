//! Planted violations: each must turn the right promise broken.

use std::sync::Arc;

use axum::routing::get;
use http::HeaderMap;
use seloste_kernel::Timestamp;
use seloste_notice::promises::{Mechanism, Promise, State};
use seloste_register::{Aliens, Register, Scanned};
use seloste_store::Alien;
use seloste_web::Router;
use seloste_web::testing::{Browser, kit_at};

use super::facts::{Connection, Contact, Deep, Facts};
use super::self_check::missing;
use super::verdict::{Verdict, of};

fn register() -> Register {
    let text = include_str!("../../../../notices/feedback.kdl");
    Register::read(text, 1, "2026-01-14T10:00:00+02:00".parse().unwrap())
}

/// Nothing is wrong anywhere.
fn well() -> Facts {
    Facts {
        now: "2026-01-20T10:00:00+02:00".parse().unwrap(),
        versions_match: true,
        connection: Connection::Encrypted,
        missing_headers: Some(Vec::new()),
        one_factor: Some(Vec::new()),
        contact: Some(Contact::Open),
        late_requests: Some(Default::default()),
        late_erasures: Some(Vec::new()),
        entries: Some(Vec::new()),
        backups: Some(Vec::new()),
        deep: Some(Deep {
            ledger_whole: true,
            address_in: Some(Vec::new()),
            used_without_consent: Some(Default::default()),
            ..Deep::default()
        }),
        ..Facts::default()
    }
}

/// Ids of the promises that these facts break.
fn broken(facts: &Facts) -> Vec<String> {
    let register = register();
    let bad = register.promises.iter().filter(|promise| {
        !matches!(promise.mechanism, Mechanism::Attested { .. })
            && matches!(of(&promise.mechanism, &register, facts), Some(Verdict::Broken(..)))
    });
    bad.map(|promise| promise.id.clone()).collect()
}

#[test]
fn every_promise_has_a_verdict_and_nothing_is_red_without_cause() {
    let (register, facts) = (register(), well());
    for promise in &register.promises {
        assert!(of(&promise.mechanism, &register, &facts).is_some(), "{}", promise.id);
    }
    assert_eq!(broken(&facts), [""; 0]);
}

#[test]
fn a_late_request_breaks_the_right_that_it_is_about_and_no_other() {
    let facts = Facts { late_requests: Some([("access".to_owned(), vec![1])].into()), ..well() };
    assert_eq!(broken(&facts), ["palaute.right.access", "palaute.rights.deadline"]);
}

#[test]
fn a_new_account_has_a_while_to_get_its_second_factor() {
    let facts = Facts { one_factor: Some(vec![well().now]), ..well() };
    assert_eq!(broken(&facts), [""; 0]);
    let verdict = of(&Mechanism::TwoFactor, &register(), &facts);
    assert!(matches!(verdict, Some(Verdict::Awaited("no-second-factor", ..))), "{verdict:?}");
}

#[tokio::test]
async fn s2_57_s2_61_an_undeclared_cookie_turns_the_promise_red() {
    let kit = kit_at("https://palaute.example.fi");
    let tracked = || async { ([("set-cookie", "tracker=1; Path=/")], "hello") };
    let site = kit.site(Router::new().route("/", get(tracked)));
    let answered = Browser::new(site).get("/").await;
    assert_eq!(answered.header("set-cookie"), "", "the cookie must not leave");
    let facts = Facts { observed: kit.observations.all(), ..well() };
    assert_eq!(broken(&facts), ["palaute.cookies.closed"]);
    let verdict = of(&Mechanism::CookieInventory { cookie: None }, &register(), &facts).unwrap();
    let Verdict::Broken(why, args) = verdict else { panic!("{verdict:?}") };
    assert_eq!((why, args["name"].as_str()), ("undeclared-cookie", "tracker"));
}

#[test]
fn what_could_not_be_looked_at_is_not_kept() {
    let register = register();
    let of_ledger = |promise: &&Promise| {
        use Mechanism::{FieldGate, ForbiddenPurpose, PurposeGate, RolesLimit, SourceGate};
        matches!(
            promise.mechanism,
            SourceGate { .. }
                | PurposeGate { .. }
                | FieldGate { .. }
                | RolesLimit { .. }
                | ForbiddenPurpose { .. }
        )
    };
    let unread = Facts { entries: None, ..well() };
    let mut looked = 0;
    for promise in register.promises.iter().filter(of_ledger) {
        assert_eq!(of(&promise.mechanism, &register, &unread), None, "{}", promise.id);
        assert!(of(&promise.mechanism, &register, &well()).is_some(), "{}", promise.id);
        looked += 1;
    }
    assert!(looked > 4, "{looked}");
    let unread = Facts { backups: None, ..well() };
    assert_eq!(of(&Mechanism::Backups, &register, &unread), None);
    let opens = vec!["genealogy".to_owned()];
    let open = Facts { entries: None, opens_forbidden: opens, ..well() };
    assert_eq!(broken(&open), ["palaute.forbid.genealogy"]);
}

#[test]
fn each_finding_breaks_its_own_promise() {
    let deep = |deep: Deep| Facts { deep: Some(deep), ..well() };
    let scanned = |scanned: Scanned| deep(Deep { scanned, ledger_whole: true, ..Deep::default() });
    let cases: Vec<(Facts, &str)> = vec![
        (Facts { overdue: [("reply".to_owned(), 1)].into(), ..well() }, "palaute.keep.reply"),
        (Facts { sweep_late: true, ..well() }, "palaute.sweep"),
        (Facts { versions_match: false, ..well() }, "palaute.version"),
        (Facts { connection: Connection::Open, ..well() }, "palaute.measure.encrypted-in-transit"),
        (Facts { contact: Some(Contact::Closed), ..well() }, "palaute.contact"),
        (Facts { late_erasures: Some(vec![1]), ..well() }, "palaute.erase.feedback"),
        (
            Facts { one_factor: Some(vec![Timestamp::UNIX_EPOCH]), ..well() },
            "palaute.measure.two-factor",
        ),
        (Facts { undeclared_host: Some("x".into()), ..well() }, "palaute.recipients.closed"),
        (Facts { opens_forbidden: vec!["genealogy".into()], ..well() }, "palaute.forbid.genealogy"),
        (Facts { missing_headers: Some(vec!["x".into()]), ..well() }, "palaute.measure.hardened"),
        (Facts { backups: Some(vec![Timestamp::UNIX_EPOCH]), ..well() }, "palaute.backups"),
        (
            scanned(Scanned { unsealed: 1, ..Scanned::default() }),
            "palaute.measure.encrypted-at-rest",
        ),
        (
            deep(Deep {
                aliens: Aliens {
                    count: 1,
                    named: vec![Alien { table: "records", key: "00/01".to_owned() }],
                },
                ledger_whole: true,
                ..Deep::default()
            }),
            "palaute.measure.encrypted-at-rest",
        ),
        (
            scanned(Scanned { keyless: 1, ..Scanned::default() }),
            "palaute.measure.encrypted-at-rest",
        ),
        (
            Facts {
                forms: [("feedback".into(), [("message".into(), false)].into())].into(),
                ..well()
            },
            "palaute.field.feedback.message.required",
        ),
        (
            Facts {
                forms: [(
                    "feedback".into(),
                    [("message".into(), true), ("email".into(), true)].into(),
                )]
                .into(),
                ..well()
            },
            "palaute.field.feedback.email.voluntary",
        ),
        (
            deep(Deep { ledger_whole: true, unkeyed: ["email".into()].into(), ..Deep::default() }),
            "palaute.field.feedback.email.lookup",
        ),
        (scanned(Scanned { unconsented: 1, ..Scanned::default() }), "palaute.consent.answer"),
        (
            deep(Deep {
                ledger_whole: true,
                used_without_consent: Some([("answer".into(), 1)].into()),
                ..Deep::default()
            }),
            "palaute.consent.answer",
        ),
        (deep(Deep::default()), "palaute.measure.access-log"),
        (
            deep(Deep {
                ledger_whole: true,
                ledger_first: Some("2023-01-20T09:00:00+02:00".parse().unwrap()),
                ..Deep::default()
            }),
            "palaute.ledger",
        ),
        (
            deep(Deep {
                ledger_whole: true,
                address_in: Some(vec!["data.db".into()]),
                ..Deep::default()
            }),
            "palaute.measure.no-address-stored",
        ),
    ];
    for (facts, promise) in cases {
        let broken = broken(&facts);
        assert!(broken.iter().any(|id| id == promise), "{promise}: {broken:?}");
        assert!(broken.len() <= 11, "{promise}: {broken:?}");
    }
}

#[test]
fn a_header_taken_off_is_missed() {
    let kit = kit_at("https://palaute.example.fi");
    let site = kit.site(Router::new().route("/", get(|| async { "hello" })));
    let mut headers = tokio::runtime::Runtime::new()
        .unwrap()
        .block_on(async { Browser::new(site).get("/").await.headers });
    assert_eq!(missing(&headers, true), [""; 0]);
    headers.remove("x-frame-options");
    headers.remove("strict-transport-security");
    assert_eq!(missing(&headers, true), ["x-frame-options", "strict-transport-security"]);
    assert_eq!(missing(&HeaderMap::new(), false).len(), 7);
}

#[test]
fn what_a_page_demands_is_read_from_it() {
    let page = "<form><input type=\"hidden\" name=\"_token\" value=\"x required y\">\
        <textarea id=\"f\" name=\"message\" rows=\"8\" required>a > b</textarea>\
        <input id=\"e\" name=\"email\" type=\"email\"><input type=\"radio\" name=\"type\" value=\"a\">\
        <input type=\"radio\" name=\"type\" value=\"b\" required></form>";
    let asked = super::self_check::demanded(page);
    let asked: Vec<(&str, bool)> =
        asked.iter().map(|(name, must)| (name.as_str(), *must)).collect();
    assert_eq!(asked[1..], [("email", false), ("message", true), ("type", true)]);
}

#[test]
fn a_breach_keeps_its_beginning() {
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let (noon, later) = (at("2026-01-20T12:00:00Z"), at("2026-01-20T13:00:00Z"));
    let verdict = || Verdict::Broken("past-due", [("count".to_owned(), "2".to_owned())].into());
    let first = verdict().state(None, noon);
    let State::Broken { since, .. } = verdict().state(Some(&first), later) else { panic!() };
    assert_eq!(since, noon);
    let State::Broken { since, .. } =
        verdict().state(Some(&State::Kept { checked_at: noon }), later)
    else {
        panic!()
    };
    assert_eq!(since, later);
}

#[test]
fn a_recipient_abroad_needs_a_declared_transfer() {
    let mut register = register();
    let relay = Arc::new(register.notice.recipients[1].name.clone());
    register.notice.recipients[1].country = Some("US".into());
    let abroad = of(&Mechanism::NoTransfer, &register, &well());
    let expected = Verdict::Broken("outside-eea", [("name".to_owned(), relay.to_string())].into());
    assert_eq!(abroad, Some(expected));
}

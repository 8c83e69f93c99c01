//! Decisions about people: a program makes only those that the notice declares, each is told and in the
//! ledger, and what a human has looked at is a human's (Art. 22).

use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive, UserId};
use seloste_register::{Access, Action, Draft, Engine, Opened, Owner, RIGHTS, Settle, Why};

use crate::setting::World;

each_engine!(
    a_program_decides_nothing_where_the_notice_declares_nothing,
    a_declared_decision_is_named_marked_and_in_the_ledger,
    what_a_human_has_looked_at_no_program_changes,
    a_decision_on_consent_needs_the_consent,
    the_mark_goes_and_stays_with_its_field,
);

const SHOP: &str = include_str!("shop.kdl");
const REGISTER: &str = "kauppa";

const SERVICE: &str = r#"    service "credit" runs="records" {
        fi "Luotot"
        collect "application" from="staff" {
            fi "Hakemus"
            field "income" category="content" purposes="deliver" type="number" { fi "Tulot" }
            field "outcome" category="decision" purposes="deliver accounts" type="choice" {
                fi "Ratkaisu"
                choice "granted" { fi "Myönnetty" }
                choice "refused" { fi "Hylätty" }
            }
            field "offer" category="decision" purposes="letters" type="choice" {
                fi "Tarjous"
                choice "low" { fi "Pieni" }
                choice "high" { fi "Suuri" }
            }
            keep "1 year" from="created"
            floor "accounting-vouchers" fields="outcome" from="created"
            erase-on-request within="3 days"
        }
    }
"#;

const DECISIONS: &str = r#"automated-decisions {
        decision "credit" kind="application" field="outcome" basis="contract" { fi "Tulot ratkaisevat." }
        decision "offer" kind="application" field="offer" basis="consent" { fi "Tulot ratkaisevat." }
    }"#;

fn none() -> String {
    SHOP.replace("    service \"staff\" {", &format!("{SERVICE}    service \"staff\" {{"))
}

fn declared() -> String {
    let right = "withdraw-consent; no-automated-decision;";
    none().replace("automated-decisions none", DECISIONS).replace("withdraw-consent;", right)
}

fn user() -> UserId {
    UserId::from_bytes([9; 16])
}

fn program(engine: &Engine, action: Action) -> Access {
    let actor = Actor::Program { user: user(), role: "clerk".to_owned() };
    engine.access(REGISTER, actor, "deliver", action).unwrap()
}

fn clerk(engine: &Engine) -> Access {
    let actor = Actor::Staff { user: user(), role: "clerk".to_owned() };
    engine.access(REGISTER, actor, "deliver", Action::Amend).unwrap()
}

fn officer(engine: &Engine) -> Access {
    let actor = Actor::Staff { user: user(), role: "officer".to_owned() };
    engine.access(REGISTER, actor, RIGHTS, Action::DecideRequests).unwrap()
}

fn operator(engine: &Engine, purpose: &str, action: Action) -> Access {
    engine.access(REGISTER, Actor::Operator, purpose, action).unwrap()
}

fn to(field: &str, value: &str) -> Vec<(String, Sensitive<String>)> {
    vec![(field.to_owned(), Sensitive::new(value.to_owned()))]
}

async fn application(engine: &Arc<Engine>, consents: &[&str]) -> (PersonId, RecordId) {
    let draft = Draft::new("application", "created", Lang::Fi).field("income", "1000".to_owned());
    let draft = consents.iter().fold(draft, |draft, purpose| draft.consent(purpose));
    let collect = operator(engine, "deliver", Action::Collect);
    let made = engine.collect(&collect, Owner::New, draft).await.unwrap();
    (made.person, made.record)
}

async fn opened(engine: &Engine, record: RecordId) -> Opened {
    engine.read(&operator(engine, RIGHTS, Action::Read), record).await.unwrap()
}

/// A program decides this, naming the decision.
async fn decide(
    engine: &Arc<Engine>,
    record: RecordId,
    (field, value): (&str, &str),
    named: Option<&str>,
) -> Result<i64, Fault> {
    let seen = opened(engine, record).await.version;
    let (state, named) = (Some(value.to_owned()), named.map(str::to_owned));
    let access = program(engine, Action::Amend);
    engine.amend_deciding(&access, (record, seen), to(field, value), (state, named)).await
}

fn refusal(done: Result<i64, Fault>) -> (FaultKind, String) {
    let fault = done.unwrap_err();
    (fault.kind(), fault.key().to_owned())
}

fn by_promise(key: &str) -> (FaultKind, String) {
    (FaultKind::RefusedByPromise, key.to_owned())
}

async fn a_program_decides_nothing_where_the_notice_declares_nothing(world: World) {
    let engine = world.open_with(&none()).await;
    let (_, record) = application(&engine, &[]).await;
    for named in [None, Some("credit")] {
        let done = decide(&engine, record, ("outcome", "refused"), named).await;
        assert_eq!(refusal(done), by_promise("fault-decision-undeclared"));
    }
    // Neither with a new record, nor by the program's own jobs, nor by the state alone.
    let draft =
        Draft::new("application", "created", Lang::Fi).field("outcome", "refused".to_owned());
    let collect = program_collects(&engine);
    let fault = engine.collect(&collect, Owner::New, draft).await.unwrap_err();
    assert_eq!(fault.key(), "fault-decision-undeclared");
    let job =
        engine.access(REGISTER, Actor::Job("x".to_owned()), "deliver", Action::Amend).unwrap();
    let done = engine.amend(&job, record, 1, to("outcome", "refused")).await;
    assert_eq!(refusal(done), by_promise("fault-decision-undeclared"));
    let done = engine.set_state(&program(&engine, Action::Amend), record, 1, "refused").await;
    assert_eq!(done.unwrap_err().kind(), FaultKind::Forbidden);
    let left = opened(&engine, record).await;
    assert_eq!((left.version, left.text("outcome", Exit::Decision)), (1, ""));
    // What decides nothing is a program's to write; what decides is a human's.
    let access = program(&engine, Action::Amend);
    let version = engine.amend(&access, record, 1, to("income", "2000")).await.unwrap();
    engine.amend(&clerk(&engine), record, version, to("outcome", "refused")).await.unwrap();
    let by_human = opened(&engine, record).await;
    assert_eq!(by_human.text("outcome", Exit::Decision), "refused");
    assert!(by_human.automated.is_empty());
    // What stays as it is is not decided.
    let same = [to("income", "3000"), to("outcome", "refused")].concat();
    engine.amend(&access, record, by_human.version, same).await.unwrap();
}

fn program_collects(engine: &Engine) -> Access {
    engine.access(REGISTER, Actor::Job("x".to_owned()), "deliver", Action::Collect).unwrap()
}

async fn a_declared_decision_is_named_marked_and_in_the_ledger(world: World) {
    let engine = world.open_with(&declared()).await;
    let (person, record) = application(&engine, &[]).await;
    for named in [None, Some("offer"), Some("other")] {
        let done = decide(&engine, record, ("outcome", "refused"), named).await;
        assert_eq!(refusal(done), by_promise("fault-decision-not-named"));
    }
    let empty = decide(&engine, record, ("income", "1"), Some("credit")).await;
    assert_eq!(refusal(empty).1, "fault-decision-without-outcome");
    let human = engine
        .amend_deciding(
            &clerk(&engine),
            (record, 1),
            to("outcome", "refused"),
            (None, Some("credit".to_owned())),
        )
        .await;
    assert_eq!(refusal(human).1, "fault-decision-by-human");
    decide(&engine, record, ("outcome", "refused"), Some("credit")).await.unwrap();
    let told = opened(&engine, record).await;
    assert_eq!((told.state.as_str(), told.text("outcome", Exit::Decision)), ("refused", "refused"));
    let made = &told.automated["outcome"];
    assert_eq!((made.decision.as_str(), made.outcome.as_str()), ("credit", "refused"));
    assert_eq!((made.reviewed(), made.changed), (None, false));
    let looks =
        engine.looks(&operator(&engine, RIGHTS, Action::Read), person, None, 20).await.unwrap();
    let decided = looks.iter().find(|look| look.action.starts_with("decide:")).unwrap();
    assert_eq!(
        (decided.action.as_str(), decided.role.as_str()),
        ("decide:credit:refused", "program:clerk")
    );
    // With a new record, too.
    let draft =
        Draft::new("application", "created", Lang::Fi).field("outcome", "granted".to_owned());
    let made = engine
        .collect(&program_collects(&engine), Owner::New, draft.decides("credit"))
        .await
        .unwrap();
    assert_eq!(opened(&engine, made.record).await.automated["outcome"].outcome, "granted");
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert!(scanned.undeclared.is_empty() && scanned.unsealed == 0, "{scanned:?}");
}

async fn what_a_human_has_looked_at_no_program_changes(world: World) {
    let engine = world.open_with(&declared()).await;
    let (_, record) = application(&engine, &[]).await;
    let review = |becomes: Option<&str>, access: Access| {
        let (engine, becomes) =
            (Arc::clone(&engine), becomes.map(|to| Sensitive::new(to.to_owned())));
        async move {
            let seen = opened(&engine, record).await.version;
            engine.review(&access, (record, seen), "outcome", becomes).await
        }
    };
    assert_eq!(review(None, officer(&engine)).await.unwrap_err().kind(), FaultKind::NotFound);
    decide(&engine, record, ("outcome", "refused"), Some("credit")).await.unwrap();
    // Until a human looks, the program may decide again.
    decide(&engine, record, ("outcome", "refused"), Some("credit")).await.unwrap();
    let job = engine
        .access(REGISTER, Actor::Job("x".to_owned()), RIGHTS, Action::DecideRequests)
        .unwrap();
    assert_eq!(review(None, job).await.unwrap_err().kind(), FaultKind::Forbidden);
    review(None, officer(&engine)).await.unwrap();
    let stands = opened(&engine, record).await.automated["outcome"].clone();
    assert!(stands.reviewed().is_some() && !stands.changed);
    let again = decide(&engine, record, ("outcome", "granted"), Some("credit")).await;
    assert_eq!(refusal(again), by_promise("fault-decision-reviewed"));
    review(Some("granted"), officer(&engine)).await.unwrap();
    let changed = opened(&engine, record).await;
    assert_eq!(
        (changed.state.as_str(), changed.text("outcome", Exit::Decision)),
        ("granted", "granted")
    );
    let made = &changed.automated["outcome"];
    assert!(made.changed && made.outcome == "refused", "{made:?}");
    // Whoever of the staff decides otherwise in the daily work has looked at it as well.
    let (_, other) = application(&engine, &[]).await;
    decide(&engine, other, ("outcome", "refused"), Some("credit")).await.unwrap();
    let seen = opened(&engine, other).await.version;
    engine.amend(&clerk(&engine), other, seen, to("outcome", "granted")).await.unwrap();
    assert!(opened(&engine, other).await.automated["outcome"].changed);
}

async fn a_decision_on_consent_needs_the_consent(world: World) {
    let engine = world.open_with(&declared()).await;
    let (_, without) = application(&engine, &[]).await;
    let offer = |record| {
        let engine = Arc::clone(&engine);
        async move {
            let actor = Actor::Job("x".to_owned());
            let access = engine.access(REGISTER, actor, "letters", Action::Amend).unwrap();
            let seen = opened(&engine, record).await.version;
            let named = (None, Some("offer".to_owned()));
            engine.amend_deciding(&access, (record, seen), to("offer", "low"), named).await
        }
    };
    assert!(offer(without).await.is_err());
    assert!(opened(&engine, without).await.automated.is_empty());
    let (_, with) = application(&engine, &["letters"]).await;
    offer(with).await.unwrap();
    assert_eq!(opened(&engine, with).await.automated["offer"].outcome, "low");
    // With the consent goes what rests on it, and that a program decided it.
    engine.withdraw(&operator(&engine, RIGHTS, Action::Erase), with, "letters").await.unwrap();
    let left = opened(&engine, with).await;
    assert!(left.automated.is_empty() && left.text("offer", Exit::Decision).is_empty());
}

async fn the_mark_goes_and_stays_with_its_field(world: World) {
    let engine = world.open_with(&declared()).await;
    let (person, record) = application(&engine, &[]).await;
    decide(&engine, record, ("outcome", "refused"), Some("credit")).await.unwrap();
    let erases = operator(&engine, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&erases, person, Why::Request).await.unwrap();
    assert!(!format!("{plan:?}").contains("_decided"), "{plan:?}");
    engine.erase(&erases, &plan).await.unwrap();
    // What the law keeps of the record keeps who decided it.
    let left = opened(&engine, record).await;
    assert_eq!(left.fields.keys().map(String::as_str).collect::<Vec<_>>(), ["outcome"]);
    assert_eq!(left.automated["outcome"].decision, "credit");
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert_eq!((scanned.unsealed, scanned.keyless, scanned.undeclared.len()), (0, 0, 0));

    // A field that a new version takes out takes its mark along.
    let (_, record) = application(&engine, &["letters"]).await;
    let actor = Actor::Job("x".to_owned());
    let access = engine.access(REGISTER, actor, "letters", Action::Amend).unwrap();
    let named = (None, Some("offer".to_owned()));
    engine.amend_deciding(&access, (record, 1), to("offer", "low"), named).await.unwrap();
    let text = declared();
    let from = text.find("            field \"offer\"").unwrap();
    let until = from + text[from..].find("            keep \"1 year\"").unwrap();
    let text = format!("{}{}", &text[..from], &text[until..]);
    let start = text.find("        decision \"offer\"").unwrap();
    let end = start + text[start..].find('\n').unwrap() + 1;
    let text = format!("{}{}", &text[..start], &text[end..]);
    let settle = Settle { erase: true, shorten: false };
    engine.publish_settling(&Actor::Operator, &text, settle).await.unwrap();
    let left = opened(&engine, record).await;
    assert!(left.automated.is_empty(), "{:?}", left.automated);
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert_eq!((scanned.unsealed, scanned.keyless, scanned.undeclared.len()), (0, 0, 0));
}

//! What goes, what stays, on which ground and until which day: a shop with invoices that the
//! Accounting Act wants kept, and conversations that several people write.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive};
use seloste_notice::Level;
use seloste_register::{
    Access, Action, Collected, Draft, Engine, Opened, Outcome, Owner, Plan, RIGHTS, Recognised, Why,
};

use crate::setting::{World, close, instant};

const SHOP: &str = include_str!("shop.kdl");
const REGISTER: &str = "kauppa";
/// The financial year of an invoice of January 2026 ends on 30 April 2026: vouchers are free six
/// years after the end of 2026, books ten years after the end of April 2026.
const VOUCHERS_FREE: &str = "2033-01-01T00:00:00+02:00";
const BOOKS_FREE: &str = "2036-05-01T00:00:00+03:00";

each_engine!(
    the_law_keeps_what_it_names_and_the_rest_goes,
    what_floors_keep_goes_when_they_end_and_nobody_asks,
    an_open_invoice_holds_until_it_is_paid,
    what_the_notice_holds_nobody_releases_by_hand,
    a_demand_waits_for_the_last_ground_and_then_goes_by_itself,
    one_old_invoice_does_not_keep_the_rest_of_its_customer,
    no_second_path_goes_past_the_grounds,
    every_field_that_no_ground_names_goes,
    the_plan_that_is_shown_is_the_plan_that_runs,
    an_event_gives_no_longer_life_to_what_was_asked_to_go,
);

async fn shop(world: &World) -> Arc<Engine> {
    let findings = seloste_notice::check(&seloste_notice::read(SHOP, "shop.kdl"));
    let errors: Vec<_> = findings.iter().filter(|of| of.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    world.open_with(SHOP).await
}

fn leave(engine: &Engine, actor: Actor, purpose: &str, action: Action) -> Access {
    engine.access(REGISTER, actor, purpose, action).unwrap()
}

fn operator(engine: &Engine, purpose: &str, action: Action) -> Access {
    leave(engine, Actor::Operator, purpose, action)
}

fn own(engine: &Engine, person: PersonId, action: Action) -> Access {
    leave(engine, Actor::Person(person), RIGHTS, action)
}

fn invoice(status: &str) -> Draft {
    Draft::new("invoice", "created", Lang::Fi)
        .field("number", "1001".to_owned())
        .field("sum", "4200".to_owned())
        .field("payer", "Testi Maksaja".to_owned())
        .field("account", "3000".to_owned())
        .field("wishes", "Ovikoodi 1234.\nSoita ensin.".to_owned())
        .field("phones", "+358 40 000 0001\n+358 40 000 0002".to_owned())
        .field("email", "maksaja@example.fi".to_owned())
        .field("status", status.to_owned())
        .consent("letters")
        .with_receipt()
}

async fn write(engine: &Arc<Engine>, owner: Owner, draft: Draft) -> Result<Collected, Fault> {
    engine.collect(&operator(engine, "deliver", Action::Collect), owner, draft).await
}

async fn open(engine: &Engine, record: RecordId) -> Result<Opened, Fault> {
    engine.read(&operator(engine, RIGHTS, Action::Read), record).await
}

async fn fields(engine: &Engine, record: RecordId) -> Vec<String> {
    open(engine, record).await.unwrap().fields.into_keys().collect()
}

async fn plan(engine: &Engine, person: PersonId) -> Plan {
    engine.plan_person(&own(engine, person, Action::Erase), person, Why::Request).await.unwrap()
}

async fn erase(engine: &Arc<Engine>, person: PersonId) -> seloste_register::Erased {
    let plan = plan(engine, person).await;
    engine.erase(&own(engine, person, Action::Erase), &plan).await.unwrap()
}

async fn set(engine: &Arc<Engine>, record: RecordId, status: &str) {
    let clerk = operator(engine, "deliver", Action::Amend);
    let version = open(engine, record).await.unwrap().version;
    let change = vec![("status".to_owned(), Sensitive::new(status.to_owned()))];
    engine.amend(&clerk, record, version, change).await.unwrap();
}

/// Nothing in the register contradicts itself.
async fn whole(engine: &Engine) {
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert_eq!((scanned.unsealed, scanned.keyless, scanned.undated), (0, 0, 0), "{scanned:?}");
    assert!(scanned.undeclared.is_empty() && scanned.misheld.is_empty(), "{scanned:?}");
    assert!(engine.scan_lookups(REGISTER).await.unwrap().is_empty());
}

async fn the_law_keeps_what_it_names_and_the_rest_goes(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    whole(&engine).await;

    let plan = plan(&engine, sent.person).await;
    let [step] = plan.steps() else { unreachable!("one record") };
    let Outcome::Strip { gone, kept } = &step.outcome else { unreachable!("{step:?}") };
    let gone: BTreeSet<&str> = gone.iter().map(String::as_str).collect();
    assert_eq!(gone, ["_consents", "email", "phones", "status", "wishes"].into());
    let until = |text: &str| Some(instant(text).as_millisecond());
    let told: Vec<_> = kept.iter().map(|one| (one.ground.as_str(), one.until_ms)).collect();
    let law =
        [("accounting-books", until(BOOKS_FREE)), ("accounting-vouchers", until(VOUCHERS_FREE))];
    assert_eq!(told, law, "the longest first");
    assert_eq!(kept[1].fields, ["number", "sum", "payer"]);

    let done = erase(&engine, sent.person).await;
    assert_eq!((done.removed, done.stripped, done.kept, done.persons), (0, 1, 1, 0));
    assert_eq!(done.entries.len(), 1, "the ledger proves it");
    let left = open(&engine, sent.record).await.unwrap();
    let names: Vec<&str> = left.fields.keys().map(String::as_str).collect();
    assert_eq!(names, ["account", "number", "payer", "sum"]);
    assert!(left.consents.is_empty(), "no consent stays in their name");
    assert!(left.asked.is_some());
    assert_eq!(left.due, Some(instant(VOUCHERS_FREE)), "told: the next day on which some goes");
    let reader = operator(&engine, "letters", Action::Read);
    assert!(engine.find(&reader, "email", "maksaja@example.fi").await.unwrap().is_empty());
    let receipt = sent.receipt.unwrap();
    let known = engine.recognise(REGISTER, &receipt).await.unwrap();
    assert!(matches!(known, Some(Recognised::Person { .. })), "the rest is still theirs to see");
    whole(&engine).await;

    // Asked for again it does nothing more.
    let again = erase(&engine, sent.person).await;
    assert_eq!((again.removed, again.stripped, again.kept, again.entries.len()), (0, 0, 1, 0));
    close(engine);
    let engine = world.try_open().await.unwrap();
    assert_eq!(fields(&engine, sent.record).await.len(), 4, "nor does a start");
}

async fn what_floors_keep_goes_when_they_end_and_nobody_asks(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    let receipt = sent.receipt.clone().unwrap();
    erase(&engine, sent.person).await;

    world.at("2032-12-31T23:59:59+02:00");
    confirm(&engine).await;
    assert_eq!(engine.sweep().await.unwrap().stripped, 0, "not a second early");
    assert_eq!(fields(&engine, sent.record).await.len(), 4);

    world.at(VOUCHERS_FREE);
    // Unreadable at once, before any sweep.
    assert_eq!(fields(&engine, sent.record).await, ["account", "number"]);
    let now = engine.now();
    assert_eq!(engine.sweep_preview(now).await.unwrap(), [(REGISTER.into(), "invoice".into(), 1)]);
    let swept = engine.sweep().await.unwrap();
    assert_eq!((swept.removed, swept.stripped), (0, 1));
    assert_eq!(fields(&engine, sent.record).await, ["account", "number"], "both floors name it");
    let lookup = operator(&engine, "deliver", Action::Read);
    assert!(engine.find(&lookup, "payer", "Testi Maksaja").await.unwrap().is_empty());
    whole(&engine).await;

    world.at(BOOKS_FREE);
    confirm(&engine).await;
    assert_eq!(open(&engine, sent.record).await.unwrap_err().kind(), FaultKind::Gone);
    let swept = engine.sweep().await.unwrap();
    assert_eq!((swept.removed, swept.persons), (1, 1), "of the person nothing is left");
    assert!(engine.holds().await.unwrap().is_empty());
    let known = engine.recognise(REGISTER, &receipt).await.unwrap();
    assert!(matches!(known, Some(Recognised::Erased(stone)) if stone.kept.is_empty()));
    whole(&engine).await;
}

/// Years pass by leaps in these tests, which the watch asks somebody to confirm.
async fn confirm(engine: &Engine) {
    if engine.clock_doubt().is_some() {
        let officer = operator(engine, RIGHTS, Action::Attest);
        engine.confirm_clock(&officer).await.unwrap();
    }
}

async fn an_open_invoice_holds_until_it_is_paid(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("open")).await.unwrap();
    let shown = plan(&engine, sent.person).await;
    let Outcome::Keep(kept) = &shown.steps()[0].outcome else { unreachable!("{shown:?}") };
    assert_eq!((kept[0].ground.as_str(), kept[0].until_ms), ("open-invoice", None));
    assert!(kept[0].fields.is_empty(), "all of it");

    set(&engine, sent.record, "reminded").await;
    assert!(!plan(&engine, sent.person).await.takes_something(), "one hold for both states");
    set(&engine, sent.record, "paid").await;
    assert_eq!(plan(&engine, sent.person).await.stripped(), 1, "ended with the same write");
    set(&engine, sent.record, "open").await;
    assert!(!plan(&engine, sent.person).await.takes_something(), "and set again");
    whole(&engine).await;
}

async fn what_the_notice_holds_nobody_releases_by_hand(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("open")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    for ground in ["open-invoice", "accounting-vouchers"] {
        let refused = engine.release(&officer, sent.record, ground).await.unwrap_err();
        assert_eq!(refused.key(), "fault-hold-of-notice");
        let refused = engine.hold(&officer, sent.record, ground, None).await.unwrap_err();
        assert_eq!(refused.key(), "fault-hold-of-notice");
    }
    engine.hold(&officer, sent.record, "legal-claim", None).await.unwrap();
    assert!(engine.release(&officer, sent.record, "legal-claim").await.unwrap());
    whole(&engine).await;
}

async fn a_demand_waits_for_the_last_ground_and_then_goes_by_itself(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("open")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine.hold(&officer, sent.record, "legal-claim", None).await.unwrap();
    let done = erase(&engine, sent.person).await;
    assert_eq!((done.removed, done.stripped, done.kept), (0, 0, 1));
    assert!(open(&engine, sent.record).await.unwrap().asked.is_some());
    world.move_hours(2);
    assert_eq!(engine.sweep().await.unwrap().stripped, 0);
    set(&engine, sent.record, "paid").await;
    assert_eq!(engine.sweep().await.unwrap().stripped, 0, "the claim holds it still");
    engine.release(&officer, sent.record, "legal-claim").await.unwrap();
    let swept = engine.sweep().await.unwrap();
    assert_eq!((swept.removed, swept.stripped), (0, 1), "nobody had to ask again");
    assert_eq!(fields(&engine, sent.record).await, ["account", "number", "payer", "sum"]);
    whole(&engine).await;
}

async fn one_old_invoice_does_not_keep_the_rest_of_its_customer(world: World) {
    let engine = shop(&world).await;
    let old = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    let line = Draft::new("line", "created", Lang::Fi)
        .field("text", "Kaksi tuolia".to_owned())
        .part_of(old.record);
    let line = write(&engine, Owner::Existing(old.person), line).await.unwrap();
    let topic = Draft::new("topic", "created", Lang::Fi).field("title", "Tuolit".to_owned());
    let topic = write(&engine, Owner::Existing(old.person), topic.with_receipt()).await.unwrap();
    let open_one = write(&engine, Owner::Existing(old.person), invoice("open")).await.unwrap();
    let done = erase(&engine, old.person).await;
    assert_eq!((done.removed, done.stripped, done.kept), (2, 1, 2));
    for gone in [line.record, topic.record] {
        assert_eq!(open(&engine, gone).await.unwrap_err().kind(), FaultKind::NotFound);
    }
    // Only that invoice is open, and only it stays whole.
    assert_eq!(fields(&engine, old.record).await.len(), 4);
    assert_eq!(fields(&engine, open_one.record).await.len(), 8);
    let known = engine.recognise(REGISTER, &topic.receipt.unwrap()).await.unwrap();
    let Some(Recognised::Erased(stone)) = known else { unreachable!("told: {known:?}") };
    let told: BTreeSet<&str> = stone.kept.iter().map(|one| one.ground.as_str()).collect();
    assert_eq!(told, ["accounting-books", "open-invoice"].into(), "what stays, and why");
    whole(&engine).await;
}

async fn no_second_path_goes_past_the_grounds(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("open")).await.unwrap();
    // By the record, by staff's decision, by a withdrawal, by the sweep.
    for why in [Why::Request, Why::Decision, Why::Withdrawal] {
        let access = operator(&engine, RIGHTS, Action::Erase);
        let plan = engine.plan_record(&access, sent.record, why).await.unwrap();
        assert!(!plan.takes_something(), "{}", why.word());
        let done = engine.erase(&access, &plan).await.unwrap();
        assert_eq!((done.removed, done.stripped, done.kept), (0, 0, 1));
    }
    engine.sweep().await.unwrap();
    assert_eq!(fields(&engine, sent.record).await.len(), 8);
    let access = own(&engine, sent.person, Action::Erase);
    let withdrawn = engine.withdraw(&access, sent.record, "letters").await.unwrap();
    let mail = ("invoice".to_owned(), "email".to_owned());
    assert_eq!(withdrawn.fields, [mail], "a withdrawal takes what rested on it, at any time");
    assert_eq!(fields(&engine, sent.record).await.len(), 7);
    whole(&engine).await;
}

/// Lists in one field, free text, codes and lookups alike: what stays is what a floor names.
async fn every_field_that_no_ground_names_goes(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    let register = engine.register(REGISTER).unwrap();
    let kind = register.notice.kind("invoice").unwrap();
    let declared: BTreeSet<&str> = kind.fields.iter().map(|field| field.name.as_str()).collect();
    let given: Vec<String> = fields(&engine, sent.record).await;
    assert_eq!(given.len(), declared.len(), "the test gives every field");
    erase(&engine, sent.person).await;
    let named: BTreeSet<&str> =
        kind.floors.iter().flat_map(|floor| &floor.fields).map(|of| of.value.as_str()).collect();
    let left = fields(&engine, sent.record).await;
    assert_eq!(left.iter().map(String::as_str).collect::<BTreeSet<_>>(), named);
    let reader = operator(&engine, RIGHTS, Action::Read);
    for field in declared.iter().filter(|field| kind.field(field).is_some_and(|of| of.lookup)) {
        for value in ["Testi Maksaja", "maksaja@example.fi", "+358 40 000 0001\n+358 40 000 0002"] {
            let found = engine.find(&reader, field, value).await.unwrap();
            assert!(found.is_empty() || named.contains(field), "{field} still finds");
        }
    }
}

/// What the plan says before is what is there afterwards, record by record and field by field, in
/// sixty different situations.
async fn the_plan_that_is_shown_is_the_plan_that_runs(world: World) {
    let engine = shop(&world).await;
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    for case in 0..60_u32 {
        let bit = |place: u32| case >> place & 1 == 1;
        let status = if bit(0) { "open" } else { "paid" };
        let first = write(&engine, Owner::New, invoice(status)).await.unwrap();
        let owner = Owner::Existing(first.person);
        let bare =
            Draft::new("invoice", "created", Lang::Fi).field("wishes", "Ei muuta.".to_owned());
        let second = if bit(1) { bare } else { invoice("paid") };
        let second = write(&engine, owner, second).await.unwrap();
        let topic = Draft::new("topic", "created", Lang::Fi).field("title", "Aihe".to_owned());
        let third = write(&engine, owner, topic).await.unwrap();
        let records = [first.record, second.record, third.record];
        let held = records[(case % 3) as usize];
        if bit(2) {
            let until = bit(3).then(|| engine.now() + jiff::SignedDuration::from_hours(24));
            engine.hold(&officer, held, "authority-order", until).await.unwrap();
        }
        if bit(4) {
            set(&engine, first.record, if bit(5) { "paid" } else { "reminded" }).await;
        }
        let mut before = Vec::new();
        for record in records {
            before.push(fields(&engine, record).await);
        }
        let plan = plan(&engine, first.person).await;
        let done = engine.erase(&own(&engine, first.person, Action::Erase), &plan).await.unwrap();
        let told = (plan.removed(), plan.stripped());
        assert_eq!(told, (done.removed, done.stripped), "case {case}: {plan:?}");
        for step in plan.steps() {
            let place = records.iter().position(|record| *record == step.record).unwrap();
            let gone: &[String] = match &step.outcome {
                Outcome::Remove => {
                    assert!(open(&engine, step.record).await.is_err(), "case {case}");
                    continue;
                }
                Outcome::Keep(_) => &[],
                Outcome::Strip { gone, .. } => gone,
            };
            let mut expected = before[place].clone();
            expected.retain(|name| !gone.contains(name));
            assert_eq!(fields(&engine, step.record).await, expected, "case {case}");
        }
        let again = self::plan(&engine, first.person).await;
        assert!(!again.takes_something(), "case {case}: nothing was left undone: {again:?}");
    }
    whole(&engine).await;
}

async fn an_event_gives_no_longer_life_to_what_was_asked_to_go(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    erase(&engine, sent.person).await;
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let opened = open(&engine, sent.record).await.unwrap();
    world.at("2032-12-30T12:00:00+02:00");
    engine.end(&officer, &opened, "done", "closed").await.unwrap();
    let due = open(&engine, sent.record).await.unwrap().due;
    assert_eq!(due, Some(instant(VOUCHERS_FREE)), "and not a year from now");
}

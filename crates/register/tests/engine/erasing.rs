//! What goes, what stays, on which ground and until which day: a shop with invoices that the
//! Accounting Act wants kept, and conversations that several people write.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Actor, Exit, Fault, FaultKind, Lang, PersonId, RecordId, Sensitive};
use seloste_notice::Level;
use seloste_register::{
    Access, Action, Collected, Draft, Engine, Opened, Outcome, Owner, Plan, Query, RIGHTS,
    Recognised, RestrictionGround, Why,
};
use seloste_store::tables::persons;

use crate::recovery::Backup;
use crate::setting::{World, close, instant, restored};

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
    a_conversation_keeps_what_others_wrote,
    only_a_shared_kind_hangs_on_somebody_elses_record,
    who_leaves_may_change_their_mind_and_then_no_more,
    numbers_stay_when_the_people_go,
    a_withdrawal_is_faster_than_a_queued_mail,
    a_backup_brings_back_nothing_that_was_asked_to_go,
    a_plan_of_another_purpose_is_not_carried_out,
    a_backup_forgets_no_wish_to_go_and_brings_back_none_that_was_called_off,
    what_is_shut_again_after_a_backup_is_in_the_ledger,
    a_wish_that_was_carried_out_ends_with_an_entry,
    a_wish_that_is_not_written_is_not_on_the_list,
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

async fn talk(engine: &Arc<Engine>, owner: Owner, draft: Draft) -> Result<Collected, Fault> {
    engine.collect(&operator(engine, "talk", Action::Collect), owner, draft).await
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
        let refused = engine
            .hold(&officer, &seloste_register::Holding::whole(sent.record, ground, None), None)
            .await
            .unwrap_err();
        assert_eq!(refused.key(), "fault-hold-of-notice");
    }
    engine
        .hold(&officer, &seloste_register::Holding::whole(sent.record, "legal-claim", None), None)
        .await
        .unwrap();
    assert!(engine.release(&officer, sent.record, "legal-claim").await.unwrap());
    whole(&engine).await;
}

async fn a_demand_waits_for_the_last_ground_and_then_goes_by_itself(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("open")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine
        .hold(&officer, &seloste_register::Holding::whole(sent.record, "legal-claim", None), None)
        .await
        .unwrap();
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
            engine
                .hold(
                    &officer,
                    &seloste_register::Holding::whole(held, "authority-order", until),
                    None,
                )
                .await
                .unwrap();
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
                Outcome::Remove | Outcome::Anonymise => {
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

/// Three people talk. One leaves: their texts go, wherever they stand; the others' stay; and their
/// name stands nowhere any more.
async fn a_conversation_keeps_what_others_wrote(world: World) {
    let engine = shop(&world).await;
    let topic = Draft::new("topic", "created", Lang::Fi)
        .field("title", "Aino kysyy".to_owned())
        .field("author", "Aino Avaaja".to_owned());
    let topic = write(&engine, Owner::New, topic.with_receipt()).await.unwrap();
    let post = |text: &str, author: &str| {
        Draft::new("post", "created", Lang::Fi)
            .field("text", text.to_owned())
            .field("author", author.to_owned())
            .part_of(topic.record)
    };
    let own_post = post("Oma vastaus", "Aino Avaaja");
    let own_post = talk(&engine, Owner::Existing(topic.person), own_post).await.unwrap();
    let second = talk(&engine, Owner::New, post("Toinen", "Bertta")).await.unwrap();
    let third = talk(&engine, Owner::New, post("Kolmas", "Celia")).await.unwrap();
    assert_ne!(second.due, topic.due, "each has an end of its own");
    // Nobody reaches another's by way of the conversation.
    let stranger = own(&engine, second.person, Action::Read);
    assert_eq!(engine.read(&stranger, topic.record).await.unwrap_err().kind(), FaultKind::NotFound);
    let stranger = own(&engine, second.person, Action::Erase);
    let refused = engine.plan_record(&stranger, third.record, Why::Request).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::NotFound);

    let shown = plan(&engine, topic.person).await;
    assert_eq!((shown.steps().len(), shown.removed()), (2, 2), "their own, and no more");
    erase(&engine, topic.person).await;
    for gone in [topic.record, own_post.record] {
        assert_eq!(open(&engine, gone).await.unwrap_err().kind(), FaultKind::NotFound);
    }
    let clerk = operator(&engine, "talk", Action::Read);
    let thread = || Query { thread: Some(topic.record), ..Query::of("post") };
    let left = engine.page(&clerk, &thread()).await.unwrap().records;
    let said: BTreeSet<&str> = left.iter().map(|post| post.text("text", Exit::Page)).collect();
    assert_eq!(said, ["Kolmas", "Toinen"].into());
    for post in left.iter().chain(&engine.page(&clerk, &Query::of("topic")).await.unwrap().records)
    {
        let aino = post.fields.values().any(|value| value.expose(Exit::Page).contains("Aino"));
        assert!(!aino, "{post:?}");
    }
    whole(&engine).await;
    // Another leaves; and what is left ends by itself.
    erase(&engine, second.person).await;
    assert_eq!(engine.page(&clerk, &thread()).await.unwrap().records.len(), 1);
    world.at("2027-01-14T10:00:01+02:00");
    confirm(&engine).await;
    assert_eq!(engine.sweep().await.unwrap().removed, 1);
    whole(&engine).await;
}

async fn only_a_shared_kind_hangs_on_somebody_elses_record(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    let line = Draft::new("line", "created", Lang::Fi)
        .field("text", "Rivi".to_owned())
        .part_of(sent.record);
    let refused = write(&engine, Owner::New, line).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::NotFound);
    // Nor does a shared kind hang on a record of another kind than the one declared.
    let post = Draft::new("post", "created", Lang::Fi)
        .field("text", "Teksti".to_owned())
        .part_of(sent.record);
    assert_eq!(write(&engine, Owner::New, post).await.unwrap_err().kind(), FaultKind::NotFound);
}

async fn who_leaves_may_change_their_mind_and_then_no_more(world: World) {
    let engine = shop(&world).await;
    let topic = Draft::new("topic", "created", Lang::Fi).field("title", "Aihe".to_owned());
    let sent = write(&engine, Owner::New, topic).await.unwrap();
    let other = Draft::new("topic", "created", Lang::Fi).field("title", "Muu".to_owned());
    let other = write(&engine, Owner::New, other).await.unwrap();
    let leaver = own(&engine, sent.person, Action::Erase);
    let clerk = operator(&engine, "talk", Action::Read);
    let at = engine.leave(&leaver, sent.person).await.unwrap().unwrap();
    assert_eq!(at, instant("2026-01-16T10:00:00+02:00"), "two days, as the notice says");
    // Hidden from everybody's daily work, and from nobody's rights.
    let hidden = engine.read(&clerk, sent.record).await.unwrap_err();
    assert_eq!(hidden.kind(), FaultKind::Restricted);
    assert_eq!(engine.page(&clerk, &Query::of("topic")).await.unwrap().records.len(), 1);
    assert!(engine.read(&own(&engine, sent.person, Action::Read), sent.record).await.is_ok());
    // Nobody else wishes it for them, or calls it off.
    let officer = operator(&engine, RIGHTS, Action::Erase);
    assert_eq!(engine.stay(&officer, sent.person).await.unwrap_err().kind(), FaultKind::Forbidden);
    assert!(engine.leave(&officer, other.person).await.is_err());
    assert!(engine.leave(&leaver, other.person).await.is_err());

    assert!(engine.stay(&leaver, sent.person).await.unwrap());
    assert!(engine.read(&clerk, sent.record).await.is_ok(), "open again");
    assert!(!engine.stay(&leaver, sent.person).await.unwrap(), "nothing to call off");

    let at = engine.leave(&leaver, sent.person).await.unwrap();
    world.move_hours(1);
    assert_eq!(engine.leave(&leaver, sent.person).await.unwrap(), at, "the day told first stays");
    close(engine);
    let engine = world.try_open().await.unwrap();
    let leaver = own(&engine, sent.person, Action::Erase);
    assert!(engine.leavers(REGISTER).await.unwrap().is_empty());
    world.move_hours(47);
    assert_eq!(engine.leavers(REGISTER).await.unwrap(), [sent.person]);
    assert!(!engine.stay(&leaver, sent.person).await.unwrap(), "too late, carried out or not");
    let plan = engine.plan_person(&leaver, sent.person, Why::Request).await.unwrap();
    assert_eq!(engine.erase(&leaver, &plan).await.unwrap().persons, 1);
    engine.left(&leaver, sent.person).await.unwrap();
    assert!(engine.leavers(REGISTER).await.unwrap().is_empty());
    assert!(open(&engine, other.record).await.is_ok());
}

async fn numbers_stay_when_the_people_go(world: World) {
    let engine = shop(&world).await;
    for _ in 0..3 {
        let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
        erase(&engine, sent.person).await;
    }
    let totals = engine.consent_totals(REGISTER).await.unwrap();
    let given: i64 = totals.iter().map(|total| total.given).sum();
    assert_eq!(given, 3, "how many said yes is still known, and who did is not");
    engine.sweep().await.unwrap();
    assert!(!engine.sweeps(false, 10).await.unwrap().is_empty());
}

/// A letter waits in the queue while its reader takes the consent back: when its time comes the
/// address is not there any more.
async fn a_withdrawal_is_faster_than_a_queued_mail(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid").then_job("letter")).await.unwrap();
    let access = own(&engine, sent.person, Action::Erase);
    engine.withdraw(&access, sent.record, "letters").await.unwrap();
    let jobs = engine.take_jobs(std::time::Duration::from_secs(60), 10).await.unwrap();
    let [job] = jobs.as_slice() else { unreachable!("{jobs:?}") };
    let mail = operator(&engine, "letters", Action::Read);
    let refused = engine.read(&mail, job.record).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::RefusedByPromise);
    let opened = open(&engine, job.record).await.unwrap();
    assert_eq!(opened.text("email", Exit::Mail), "");
    assert!(opened.consents.is_empty());
    // And when all has gone, there is nothing to open at all.
    let topic = Draft::new("topic", "created", Lang::Fi).field("title", "Aihe".to_owned());
    let topic = write(&engine, Owner::New, topic.then_job("letter")).await.unwrap();
    erase(&engine, topic.person).await;
    assert_eq!(open(&engine, topic.record).await.unwrap_err().kind(), FaultKind::NotFound);
}

async fn a_backup_brings_back_nothing_that_was_asked_to_go(world: World) {
    let engine = shop(&world).await;
    let paid = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    let unpaid = write(&engine, Owner::New, invoice("open")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let soon = engine.now() + jiff::SignedDuration::from_hours(48);
    let other = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    engine
        .hold(
            &officer,
            &seloste_register::Holding::whole(other.record, "legal-claim", Some(soon)),
            None,
        )
        .await
        .unwrap();
    let backup = Backup::of(&engine);
    for person in [paid.person, unpaid.person, other.person] {
        erase(&engine, person).await;
    }
    let erasures = engine.keyring().erasures();
    close(engine);

    let (_root, engine, _) = backup.restore(&world, &erasures).await;
    let unopened = open(&engine, paid.record).await.unwrap_err();
    assert_eq!(unopened.kind(), FaultKind::Gone, "the old copy has the cells and no key for them");
    engine.erase_again().await.unwrap();
    assert_eq!(fields(&engine, paid.record).await, ["account", "number", "payer", "sum"]);
    let left = open(&engine, paid.record).await.unwrap();
    assert_eq!(left.due, Some(instant(VOUCHERS_FREE)));
    assert!(left.consents.is_empty() && left.asked.is_some());
    let read = operator(&engine, RIGHTS, Action::Read);
    assert_eq!(restored(&engine, &read, paid.person).await, ["withdraw-consent"]);
    assert_eq!(restored(&engine, &read, unpaid.person).await, ["erase:restore"]);
    // What was held whole is whole, and the demand is remembered.
    for held in [unpaid.record, other.record] {
        let opened = open(&engine, held).await.unwrap();
        assert_eq!(opened.fields.len(), 8);
        assert!(opened.asked.is_some(), "asked for before, and still");
    }
    world.move_hours(49);
    let swept = engine.sweep().await.unwrap();
    assert_eq!((swept.removed, swept.stripped), (0, 1), "the claim has ended");
    assert_eq!(fields(&engine, other.record).await.len(), 4);
    whole(&engine).await;
    assert_eq!(engine.erase_again().await.unwrap().fields, 0, "nothing is left to do twice");
}

async fn a_backup_forgets_no_wish_to_go_and_brings_back_none_that_was_called_off(world: World) {
    let engine = shop(&world).await;
    let mut people = Vec::new();
    for title in ["Lähtee", "Peruu", "Peruu ja lähtee", "Perui jo", "Jää"] {
        let topic = Draft::new("topic", "created", Lang::Fi).field("title", title.to_owned());
        people.push(write(&engine, Owner::New, topic).await.unwrap().person);
    }
    let [goes, returns, turns, returned, stays] = people[..] else { unreachable!() };
    let rights = |engine: &Engine, person| own(engine, person, Action::Erase);
    let wish = async |engine: &Arc<Engine>, person| {
        engine.leave(&rights(engine, person), person).await.unwrap().unwrap()
    };
    let stay = async |engine: &Arc<Engine>, person| {
        assert!(engine.stay(&rights(engine, person), person).await.unwrap());
    };
    // Known to the backup, and called off on the same day before and after it.
    wish(&engine, returned).await;
    stay(&engine, returned).await;
    wish(&engine, returns).await;
    let backup = Backup::of(&engine);
    stay(&engine, returns).await;
    world.move_hours(20);
    let at = wish(&engine, goes).await;
    wish(&engine, turns).await;
    stay(&engine, turns).await;
    world.move_hours(6);
    let later = wish(&engine, turns).await;
    let erasures = engine.keyring().erasures();
    close(engine);

    let (_root, engine, _) = backup.restore(&world, &erasures).await;
    let made = instant("2026-01-14T10:00:00+02:00");
    assert_eq!(engine.wish_again(made).await.unwrap(), 3);
    assert_eq!(engine.wish_again(made).await.unwrap(), 0, "nothing is left to do twice");
    for (person, told) in [(goes, at), (turns, later)] {
        let known = engine.leaving(&rights(&engine, person), person).await.unwrap().unwrap();
        let delay = known.duration_since(told).as_secs();
        assert!((0..=60).contains(&delay), "never before the moment that was told: {delay} s");
    }
    for (person, word) in [(goes, "wish-erasure"), (returns, "call-off-erasure")] {
        assert_eq!(restored(&engine, &rights(&engine, person), person).await, [word]);
    }
    for person in [returns, returned, stays] {
        assert_eq!(engine.leaving(&rights(&engine, person), person).await.unwrap(), None);
    }
    // The day comes in the restored installation as it would have come in the lost one.
    world.move_hours(43);
    assert_eq!(engine.leavers(REGISTER).await.unwrap(), [goes]);
}

async fn a_plan_of_another_purpose_is_not_carried_out(world: World) {
    let engine = shop(&world).await;
    let topic = Draft::new("topic", "created", Lang::Fi).field("title", "Aihe".to_owned());
    let sent = write(&engine, Owner::New, topic).await.unwrap();
    let opened = open(&engine, sent.record).await.unwrap();
    let made = plan(&engine, sent.person).await;
    let refused =
        engine.erase(&operator(&engine, "accounts", Action::Erase), &made).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::NotFound);
    assert_eq!(open(&engine, sent.record).await.unwrap().version, opened.version);
}

async fn topic(engine: &Arc<Engine>) -> Collected {
    let topic = Draft::new("topic", "created", Lang::Fi).field("title", "Aihe".to_owned());
    write(engine, Owner::New, topic).await.unwrap()
}

async fn what_is_shut_again_after_a_backup_is_in_the_ledger(world: World) {
    let engine = shop(&world).await;
    let (shut, other) = (topic(&engine).await, topic(&engine).await);
    let backup = Backup::of(&engine);
    let amend = own(&engine, shut.person, Action::Amend);
    engine.restrict(&amend, shut.person, None, RestrictionGround::Claim).await.unwrap();
    engine.leave_behind(shut.record).await.unwrap();
    let erasures = engine.keyring().erasures();
    close(engine);

    let (_root, engine, _) = backup.restore(&world, &erasures).await;
    let made = instant("2026-01-14T10:00:00+02:00");
    for done in [1, 0] {
        assert_eq!(engine.close_again(made).await.unwrap(), done);
    }
    assert_eq!(engine.put_back("topic", made, "waits").await.unwrap(), 1);
    assert_eq!(open(&engine, shut.record).await.unwrap().state, "waits");
    let read = operator(&engine, RIGHTS, Action::Read);
    let mut told = restored(&engine, &read, shut.person).await;
    told.sort();
    assert_eq!(told, ["classify", "restrict"]);
    assert!(restored(&engine, &read, other.person).await.is_empty());
}

async fn a_wish_that_was_carried_out_ends_with_an_entry(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("paid")).await.unwrap();
    engine.leave(&own(&engine, sent.person, Action::Erase), sent.person).await.unwrap().unwrap();
    world.move_hours(49);
    assert_eq!(engine.leavers(REGISTER).await.unwrap(), [sent.person]);
    let job = leave(&engine, Actor::Job("requests".to_owned()), RIGHTS, Action::Erase);
    let plan = engine.plan_person(&job, sent.person, Why::Request).await.unwrap();
    engine.erase(&job, &plan).await.unwrap();
    let reader = operator(&engine, RIGHTS, Action::Read);
    let refused = engine.left(&reader, sent.person).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Forbidden);
    for _ in 0..2 {
        engine.left(&job, sent.person).await.unwrap();
    }
    assert!(engine.leavers(REGISTER).await.unwrap().is_empty());
    let looks = engine.looks(&reader, sent.person, None, 100).await.unwrap();
    assert_eq!(looks.iter().filter(|look| look.action == "wish-carried-out").count(), 1);
}

/// The wish is refused by the database: a restored backup must not let somebody go who was told
/// that it failed.
async fn a_wish_that_is_not_written_is_not_on_the_list(world: World) {
    let (store, engine) = world.try_open_with_store().await.unwrap();
    engine.publish(&Actor::Operator, SHOP).await.unwrap();
    let person = topic(&engine).await.person;
    let listed = engine.keyring().erasure_count();
    let (begin, begun) = std::sync::mpsc::channel();
    let (end, ended) = std::sync::mpsc::channel::<()>();
    let meanwhile = tokio::spawn(async move {
        let work = move |tx: &mut seloste_store::Tx| {
            persons::erase(tx, &[person])?;
            begin.send(()).unwrap();
            let _ = ended.recv();
            Ok(())
        };
        store.write(work).await
    });
    begun.recv().unwrap();
    let wishing = {
        let engine = Arc::clone(&engine);
        tokio::spawn(
            async move { engine.leave(&own(&engine, person, Action::Erase), person).await },
        )
    };
    for _ in 0..20 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        assert_eq!(engine.keyring().erasure_count(), listed, "the ledger has no word of it yet");
    }
    end.send(()).unwrap();
    meanwhile.await.unwrap().unwrap();
    assert_eq!(wishing.await.unwrap().unwrap_err().kind(), FaultKind::NotFound);
    assert_eq!(engine.keyring().erasure_count(), listed);
}

//! What people close: a purpose (Art. 21), a record or everything (Art. 18); and the addresses that
//! stay closed when the person is gone.

use std::sync::Arc;

use seloste_kernel::{Actor, Exit, FaultKind, Lang, PersonId, RecordId, Sensitive, UserId};
use seloste_register::{
    Access, Action, Brought, Collected, Draft, Ended, Engine, Objectable, Owner, Query, RIGHTS,
    Recognised, RestrictionGround, Standpoint, Told, Why, is_objected, objectable,
};

use crate::recovery::Backup;
use crate::setting::{NOTICE, REGISTER, World, access, close, letter, operator, send, staff};

const SHOP: &str = include_str!("shop.kdl");
const MARKETING: &str = "direct-marketing";

each_engine!(
    s3_34_an_objection_to_marketing_holds_whatever_is_consented_later,
    s4_101_an_objector_is_left_out_at_once,
    an_address_stays_closed_when_its_owner_is_gone,
    only_the_owner_of_the_mailbox_opens_an_address_again,
    a_list_kept_elsewhere_closes_addresses_and_stores_none,
    an_older_backup_opens_nothing_that_was_closed,
    an_objection_on_a_public_task_waits_for_its_decision,
    what_cannot_be_objected_to_says_what_fits,
    s4_114_a_contested_record_is_stored_and_nothing_else,
    an_ended_restriction_takes_what_it_alone_kept,
    while_the_clock_is_in_doubt_no_ended_restriction_takes_anything,
    only_who_was_told_loses_a_restriction,
    an_older_backup_restricts_again,
);

async fn shop(world: &World) -> Arc<Engine> {
    world.open_with(SHOP).await
}

fn act(engine: &Engine, actor: Actor, purpose: &str, action: Action) -> Access {
    engine.access("kauppa", actor, purpose, action).unwrap()
}

fn own(engine: &Engine, person: PersonId, action: Action) -> Access {
    act(engine, Actor::Person(person), RIGHTS, action)
}

fn officer(engine: &Engine) -> Access {
    let actor = Actor::Staff { user: UserId::from_bytes([3; 16]), role: "officer".to_owned() };
    act(engine, actor, RIGHTS, Action::DecideRequests)
}

fn job(engine: &Engine, purpose: &str) -> Access {
    act(engine, Actor::Job("mail".to_owned()), purpose, Action::Read)
}

fn invoice(email: &str) -> Draft {
    Draft::new("invoice", "created", Lang::Fi)
        .field("payer", "Testi Maksaja".to_owned())
        .field("phones", "040 000 0001\n+358 50 000 0002".to_owned())
        .field("email", email.to_owned())
        .consent("letters")
        .with_receipt()
}

/// One with nothing but a mail address.
fn only(email: &str) -> Draft {
    let draft = Draft::new("invoice", "created", Lang::Fi).field("email", email.to_owned());
    draft.consent("letters").with_receipt()
}

async fn write(engine: &Arc<Engine>, owner: Owner, draft: Draft) -> Collected {
    let access = act(engine, Actor::Operator, "deliver", Action::Collect);
    engine.collect(&access, owner, draft).await.unwrap()
}

async fn sees(engine: &Engine, record: RecordId) -> bool {
    match engine.read(&job(engine, "letters"), record).await {
        Ok(opened) => !opened.text("email", Exit::Mail).is_empty(),
        Err(fault) => {
            assert!(is_objected(&fault), "{fault:?}");
            assert_eq!(fault.kind(), FaultKind::Restricted);
            false
        }
    }
}

async fn listed(engine: &Engine) -> usize {
    engine.page(&job(engine, "letters"), &Query::of("invoice")).await.unwrap().records.len()
}

async fn erase(engine: &Arc<Engine>, person: PersonId) {
    let access = own(engine, person, Action::Erase);
    let plan = engine.plan_person(&access, person, Why::Request).await.unwrap();
    engine.erase(&access, &plan).await.unwrap();
}

async fn s3_34_an_objection_to_marketing_holds_whatever_is_consented_later(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("kieltaja@example.fi")).await;
    assert!(sees(&engine, sent.record).await);
    let amend = own(&engine, sent.person, Action::Amend);
    let objected = engine.object(&amend, sent.person, "letters").await.unwrap();
    assert_eq!(objected.standpoint, Standpoint::ForGood);
    assert!(!sees(&engine, sent.record).await);
    // Consent from staff, and from an import with the address written otherwise.
    let later = write(&engine, Owner::Existing(sent.person), invoice("kieltaja@example.fi")).await;
    assert!(!sees(&engine, later.record).await);
    let access = act(&engine, Actor::Operator, "deliver", Action::Collect);
    let draft = invoice("toinen@example.fi").field("wishes", "Tuotu.".to_owned());
    let brought = vec![Brought { draft, part_of: None }];
    let imported = engine.import(&access, brought, b"lista").await.unwrap();
    let read = own(&engine, imported.person, Action::Read);
    assert_eq!(
        engine.objections(&read, imported.person).await.unwrap()[0].standpoint,
        Standpoint::Listed,
        "one of the telephones is the objector's"
    );
    assert_eq!(listed(&engine).await, 0, "a list leaves all of them out");
    close(engine);
    let engine = world.try_open().await.unwrap();
    assert!(!sees(&engine, sent.record).await, "also after a restart");
    // Nobody but the person lifts it.
    let officer = officer(&engine);
    let decided = engine.decide_objection(&officer, sent.person, "letters", false).await;
    assert_eq!(decided.unwrap_err().key(), "fault-objection-for-good");
    let lifting = act(&engine, Actor::Operator, RIGHTS, Action::Amend);
    let lifted = engine.lift_objection(&lifting, sent.person, "letters", None).await;
    assert_eq!(lifted.unwrap_err().key(), "fault-objection-for-good");
    assert!(!sees(&engine, sent.record).await);
}

async fn s4_101_an_objector_is_left_out_at_once(world: World) {
    let engine = shop(&world).await;
    let one = write(&engine, Owner::New, invoice("yksi@example.fi")).await;
    write(&engine, Owner::New, only("kaksi@example.fi")).await;
    assert_eq!(listed(&engine).await, 2);
    let calls = |purpose: &str| job(&engine, purpose);
    engine.object(&officer(&engine), one.person, "letters").await.unwrap();
    assert_eq!(listed(&engine).await, 1, "the other stays");
    assert!(!sees(&engine, one.record).await);
    let other = engine.read(&calls("deliver"), one.record).await.unwrap();
    assert_eq!(other.text("payer", Exit::Page), "Testi Maksaja", "other purposes go on");
    let rights = own(&engine, one.person, Action::Read);
    assert!(engine.read(&rights, one.record).await.is_ok(), "the person sees it all");
    let looks = engine.looks(&rights, one.person, None, 10).await.unwrap();
    assert!(looks.iter().any(|look| look.action == "object" && look.role == "officer"));
    assert!(engine.uses_after_objection("kauppa").await.unwrap().values().all(|uses| *uses == 0));
}

async fn an_address_stays_closed_when_its_owner_is_gone(world: World) {
    let engine = shop(&world).await;
    let draft = only("lahden@example.fi").field("phones", "040 000 0001".to_owned());
    let sent = write(&engine, Owner::New, draft).await;
    engine.object(&own(&engine, sent.person, Action::Amend), sent.person, "letters").await.unwrap();
    // Given after the objection: it is closed when the person goes.
    write(&engine, Owner::Existing(sent.person), only("uusi@example.fi")).await;
    erase(&engine, sent.person).await;
    assert_eq!(engine.scan("kauppa").await.unwrap().records, 0);
    engine.keyring().rotate_epoch().unwrap();
    close(engine);
    let engine = world.try_open().await.unwrap();
    for (email, phones) in [
        ("LAHDEN@Example.fi", ""),
        ("uusi@example.fi", ""),
        ("aivan.muu@example.fi", "+358 (0)40 000 0001"),
    ] {
        let draft = only(email).field("phones", phones.to_owned());
        let again = write(&engine, Owner::New, draft).await;
        assert!(!sees(&engine, again.record).await, "{email} {phones}");
        let read = own(&engine, again.person, Action::Read);
        let known = engine.objections(&read, again.person).await.unwrap();
        assert_eq!(known[0].standpoint, Standpoint::Listed, "and the person is told why");
    }
    let free = write(&engine, Owner::New, only("vapaa@example.fi")).await;
    assert!(sees(&engine, free.record).await);
    // A value that is changed to one on the list.
    let free = write(&engine, Owner::New, only("sallin@example.fi")).await;
    let change = vec![("email".to_owned(), Sensitive::new("uusi@example.fi".to_owned()))];
    engine.amend(&own(&engine, free.person, Action::Amend), free.record, 1, change).await.unwrap();
    assert!(!sees(&engine, free.record).await);
}

async fn only_the_owner_of_the_mailbox_opens_an_address_again(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, only("oma@example.fi")).await;
    let amend = own(&engine, sent.person, Action::Amend);
    engine.object(&amend, sent.person, "letters").await.unwrap();
    // Whoever wrote somebody else's address holds a receipt, and no mailbox.
    let stranger = write(&engine, Owner::New, only("oma@example.fi")).await;
    let theirs = own(&engine, stranger.person, Action::Amend);
    let wrong = Sensitive::new("vieras@example.fi".to_owned());
    for proof in [None, Some(&wrong)] {
        let lifted = engine.lift_objection(&theirs, stranger.person, "letters", proof).await;
        assert_eq!(lifted.unwrap_err().key(), "fault-objection-mailbox");
    }
    assert!(!sees(&engine, stranger.record).await);
    let mine = Sensitive::new("Oma@Example.fi".to_owned());
    assert!(engine.lift_objection(&amend, sent.person, "letters", Some(&mine)).await.unwrap());
    assert!(sees(&engine, sent.record).await);
    assert!(!engine.lift_objection(&amend, sent.person, "letters", Some(&mine)).await.unwrap());
    // It can be closed again.
    engine.object(&amend, sent.person, "letters").await.unwrap();
    assert!(!sees(&engine, sent.record).await);
    assert!(engine.lift_objection(&amend, sent.person, "letters", Some(&mine)).await.unwrap());
    assert!(sees(&engine, sent.record).await);
}

async fn a_list_kept_elsewhere_closes_addresses_and_stores_none(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("listalla@example.fi")).await;
    let list = ["Listalla@Example.fi", "toinen@example.fi", "", "toinen@example.fi"];
    let list: Vec<_> = list.iter().map(|line| Sensitive::new((*line).to_owned())).collect();
    let closed = engine.close_addresses(&officer(&engine), MARKETING, &list).await.unwrap();
    assert_eq!((closed.addresses, closed.persons), (2, 1));
    assert!(!sees(&engine, sent.record).await);
    let again = engine.close_addresses(&officer(&engine), MARKETING, &list).await.unwrap();
    assert_eq!((again.addresses, again.persons), (2, 0));
    let unknown = engine.close_addresses(&officer(&engine), "market-research", &list).await;
    assert_eq!(unknown.unwrap_err().kind(), FaultKind::NotFound, "no purpose has this use");
    let bare = act(&engine, Actor::Operator, "deliver", Action::Read);
    assert!(engine.close_addresses(&bare, MARKETING, &list).await.is_err());
    for folder in [Some(world.keys()), world.data().map(std::path::Path::to_owned)] {
        let Some(folder) = folder else { continue };
        for file in std::fs::read_dir(folder).unwrap().filter_map(Result::ok) {
            let bytes = std::fs::read(file.path()).unwrap_or_default();
            let plain = bytes.windows(7).any(|some| some.eq_ignore_ascii_case(b"toinen@"));
            assert!(!plain, "{:?}", file.path());
        }
    }
}

async fn an_older_backup_opens_nothing_that_was_closed(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("aiemmin@example.fi")).await;
    let listed = write(&engine, Owner::New, only("listalle@example.fi")).await;
    let (backup, made) = (Backup::of(&engine), engine.now());
    world.move_hours(50);
    engine.object(&own(&engine, sent.person, Action::Amend), sent.person, "letters").await.unwrap();
    let list = [Sensitive::new("listalle@example.fi".to_owned())];
    engine.close_addresses(&officer(&engine), MARKETING, &list).await.unwrap();
    let erasures = engine.keyring().erasures();
    close(engine);
    let (_root, engine, _) = backup.restore(&world, &erasures).await;
    engine.erase_again().await.unwrap();
    assert!(!sees(&engine, sent.record).await, "the list alone closes the addresses");
    assert_eq!(engine.close_again(made).await.unwrap(), 2);
    assert_eq!(engine.close_again(made).await.unwrap(), 0);
    for (person, record) in [(sent.person, sent.record), (listed.person, listed.record)] {
        assert!(!sees(&engine, record).await);
        let read = own(&engine, person, Action::Read);
        assert_eq!(engine.objections(&read, person).await.unwrap().len(), 1);
    }
    let stranger = write(&engine, Owner::New, only("aiemmin@example.fi")).await;
    assert!(!sees(&engine, stranger.record).await);
}

async fn an_objection_on_a_public_task_waits_for_its_decision(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("En halua.", "vastustaja@example.fi")).await.unwrap();
    let person = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Amend);
    let develop = access(&engine, staff("developer"), "develop", Action::Read);
    let opens = async || engine.read(&develop, sent.record).await.is_ok();
    assert!(opens().await);
    let waits = engine.object(&person, sent.person, "develop").await.unwrap();
    assert_eq!(waits.standpoint, Standpoint::Waiting);
    assert!(!opens().await, "closed until it is decided");
    let answer = access(&engine, staff("handler"), "answer", Action::Read);
    assert!(engine.read(&answer, sent.record).await.is_ok(), "other purposes go on");
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let by_person = access(&engine, Actor::Person(sent.person), RIGHTS, Action::DecideRequests);
    assert!(engine.decide_objection(&by_person, sent.person, "develop", false).await.is_err());
    engine.decide_objection(&officer, sent.person, "develop", false).await.unwrap();
    assert!(opens().await, "refused, it opens again");
    engine.object(&person, sent.person, "develop").await.unwrap();
    engine.decide_objection(&officer, sent.person, "develop", true).await.unwrap();
    assert!(!opens().await, "upheld, it stays closed");
    let twice = engine.decide_objection(&officer, sent.person, "develop", false).await;
    assert_eq!(twice.unwrap_err().key(), "fault-objection-decided");
    let known = engine.objections(&officer, sent.person).await.unwrap();
    assert_eq!(known[0].standpoint, Standpoint::Upheld);
    assert!(engine.lift_objection(&person, sent.person, "develop", None).await.unwrap());
    assert!(opens().await, "the person may take it back");
    assert!(engine.uses_after_objection(REGISTER).await.unwrap().values().all(|uses| *uses == 0));
}

async fn what_cannot_be_objected_to_says_what_fits(world: World) {
    let engine = shop(&world).await;
    let sent = write(&engine, Owner::New, invoice("a@example.fi")).await;
    let person = own(&engine, sent.person, Action::Amend);
    for (purpose, key) in [
        ("deliver", "fault-objection-contract"),
        ("accounts", "fault-objection-duty"),
        ("rights", "fault-objection-duty"),
    ] {
        let refused = engine.object(&person, sent.person, purpose).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (FaultKind::Conflict, key));
    }
    let none = engine.object(&person, sent.person, "nothing").await.unwrap_err();
    assert_eq!(none.kind(), FaultKind::NotFound);
    let feedback = seloste_notice::read(NOTICE, "feedback.kdl").notice;
    assert_eq!(objectable(feedback.purpose("answer").unwrap()), Objectable::No);
    assert_eq!(objectable(feedback.purpose("develop").unwrap()), Objectable::Weighed);
    let stranger = own(&engine, PersonId::from_bytes([9; 16]), Action::Amend);
    assert!(engine.object(&stranger, sent.person, "letters").await.is_err());
}

async fn s4_114_a_contested_record_is_stored_and_nothing_else(world: World) {
    let engine = world.open().await;
    let contested = send(&engine, letter("Väärin kirjattu.", "a@example.fi")).await.unwrap();
    let visitor = access(&engine, Actor::Operator, "develop", Action::Collect);
    let second = Draft::new("feedback", "sent", Lang::Fi).field("message", "Muu.".to_owned());
    let second = engine.collect(&visitor, Owner::Existing(contested.person), second).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let whose = contested.person;
    let one = Some(contested.record);
    engine.restrict(&officer, whose, one, RestrictionGround::Accuracy).await.unwrap();
    for (role, purpose) in [("handler", "answer"), ("developer", "develop")] {
        let reader = access(&engine, staff(role), purpose, Action::Read);
        let refused = engine.read(&reader, contested.record).await.unwrap_err();
        assert_eq!(refused.key(), "fault-restricted");
        let listed = engine.page(&reader, &Query::of("feedback")).await.unwrap();
        assert!(listed.records.iter().all(|record| record.id != contested.record));
    }
    let develop = access(&engine, staff("developer"), "develop", Action::Read);
    assert!(engine.read(&develop, second.record).await.is_ok(), "the other one is free");
    let rights = operator(&engine, RIGHTS, Action::Read);
    assert!(engine.read(&rights, contested.record).await.is_ok());

    world.at("2026-03-01T10:00:00+02:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1, "the free one goes on its day");
    assert!(engine.read(&rights, contested.record).await.is_ok(), "the contested one stays");
    assert!(engine.overdue(REGISTER, 3_600_000).await.unwrap().is_empty());
    let erase = operator(&engine, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&erase, whose, Why::Decision).await.unwrap();
    assert_eq!(engine.erase(&erase, &plan).await.unwrap().removed, 0, "nor does anybody decide so");
    engine.tell_of_end(&officer, whose, one, Told::Directly).await.unwrap();
    let asked = engine.end_restriction(&officer, whose, one, None).await.unwrap();
    let Ended::Asks(plan) = asked else { unreachable!("nobody has seen what goes: {asked:?}") };
    assert_eq!(plan, engine.plan_release(&officer, whose, one).await.unwrap());
    assert_eq!(plan.steps().iter().map(|step| step.record).collect::<Vec<_>>(), [contested.record]);
    assert!(engine.read(&rights, contested.record).await.is_ok(), "until it is confirmed it stays");
    let ended = engine.end_restriction(&officer, whose, one, Some(&plan.seen())).await.unwrap();
    let Ended::Freed(Some(erased)) = ended else { unreachable!("{ended:?}") };
    assert_eq!(
        (erased.removed, erased.persons, erased.entries.len()),
        (1, 1, 1),
        "it goes at once"
    );
    assert_eq!(engine.sweep().await.unwrap().removed, 0);
    let known = engine.recognise(REGISTER, &contested.receipt.unwrap()).await.unwrap();
    let Some(Recognised::Erased(stone)) = known else { unreachable!("{known:?}") };
    assert_eq!((stone.why, stone.entry), (Why::Decision, Some(erased.entries[0])));
}

async fn an_ended_restriction_takes_what_it_alone_kept(world: World) {
    let engine = world.open().await;
    let first = send(&engine, letter("Ensimmäinen.", "a@example.fi")).await.unwrap();
    let visitor = access(&engine, Actor::Operator, "develop", Action::Collect);
    let draft =
        |text: &str| Draft::new("feedback", "sent", Lang::Fi).field("message", text.to_owned());
    let mut more = Vec::new();
    for text in ["Toinen.", "Kolmas."] {
        let owner = Owner::Existing(first.person);
        more.push(engine.collect(&visitor, owner, draft(text)).await.unwrap().record);
    }
    more.sort();
    let own = access(&engine, Actor::Person(first.person), RIGHTS, Action::Amend);
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let claim = RestrictionGround::Claim;
    engine.restrict(&own, first.person, None, claim).await.unwrap();
    engine.restrict(&own, first.person, Some(more[0]), claim).await.unwrap();
    engine
        .hold(&officer, &seloste_register::Holding::whole(more[1], "legal-claim", None), None)
        .await
        .unwrap();
    let nothing = engine.plan_release(&own, first.person, None).await.unwrap();
    assert!(!nothing.takes_something(), "its time has not come");
    world.at("2026-03-01T10:00:00+02:00");
    // Its own restriction keeps the second, and a claim the third.
    let plan = engine.plan_release(&own, first.person, None).await.unwrap();
    assert_eq!(plan.steps().iter().map(|step| step.record).collect::<Vec<_>>(), [first.record]);
    let early = engine.end_restriction(&own, first.person, None, Some(&nothing.seen())).await;
    assert!(matches!(early, Ok(Ended::Asks(_))), "what was seen is true no more");
    // Of two who press at once, one erases.
    let seen = plan.seen();
    let press = || engine.end_restriction(&own, first.person, None, Some(&seen));
    let (one, other) = tokio::join!(press(), press());
    let (done, late) = if one.is_ok() { (one, other) } else { (other, one) };
    assert!(matches!(done, Ok(Ended::Freed(Some(erased))) if erased.removed == 1));
    assert_eq!(late.unwrap_err().key(), "fault-restriction-none");
    let gone = engine.erased_of(&own, first.person).await.unwrap();
    assert_eq!(gone.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Due]);
    let left = engine.held(&own, first.person).await.unwrap();
    assert_eq!(left.iter().map(|one| one.record).collect::<Vec<_>>(), more);
    // The other one keeps nothing that is held.
    engine
        .hold(&officer, &seloste_register::Holding::whole(more[0], "legal-claim", None), None)
        .await
        .unwrap();
    let ended = engine.end_restriction(&own, first.person, Some(more[0]), None).await.unwrap();
    assert_eq!(ended, Ended::Freed(None));
    assert_eq!(engine.held(&own, first.person).await.unwrap().len(), 2);
}

async fn while_the_clock_is_in_doubt_no_ended_restriction_takes_anything(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Säilyttäkää.", "a@example.fi")).await.unwrap();
    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Amend);
    engine.restrict(&own, sent.person, None, RestrictionGround::Claim).await.unwrap();
    world.at("2026-03-01T10:00:00+02:00");
    let plan = engine.plan_release(&own, sent.person, None).await.unwrap();
    world.at("2026-02-01T10:00:00+02:00");
    assert!(engine.clock_doubt().is_some());
    let refused = engine.end_restriction(&own, sent.person, None, Some(&plan.seen())).await;
    assert_eq!(refused.unwrap_err().key(), "fault-clock-in-doubt");
    assert!(engine.read(&own, sent.record).await.is_ok());
    assert_eq!(engine.restrictions(&own, sent.person).await.unwrap().len(), 1, "it stays");
    world.at("2026-03-01T10:00:00+02:00");
    let ended = engine.end_restriction(&own, sent.person, None, Some(&plan.seen())).await.unwrap();
    assert!(matches!(ended, Ended::Freed(Some(erased)) if erased.persons == 1));
}

async fn only_who_was_told_loses_a_restriction(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Rajoitan.", "a@example.fi")).await.unwrap();
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let person = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Amend);
    let none = engine.end_restriction(&officer, sent.person, None, None).await.unwrap_err();
    assert_eq!(none.key(), "fault-restriction-none");
    engine.restrict(&person, sent.person, None, RestrictionGround::Claim).await.unwrap();
    let untold = engine.end_restriction(&officer, sent.person, None, None).await.unwrap_err();
    assert_eq!(untold.key(), "fault-restriction-untold");
    let ends = engine.tell_of_end(&officer, sent.person, None, Told::OnOwnPage).await.unwrap();
    let known = engine.restrictions(&person, sent.person).await.unwrap();
    assert_eq!((known[0].ground, known[0].ends), (RestrictionGround::Claim, Some(ends)));
    let early = engine.end_restriction(&officer, sent.person, None, None).await.unwrap_err();
    assert_eq!(early.key(), "fault-restriction-early");
    world.move_hours(14 * 24);
    engine.end_restriction(&officer, sent.person, None, None).await.unwrap();
    assert!(!engine.is_restricted(&person, sent.person).await.unwrap());
    // The person ends their own at any time; and erases what they restricted.
    engine.restrict(&person, sent.person, None, RestrictionGround::Claim).await.unwrap();
    engine.end_restriction(&person, sent.person, None, None).await.unwrap();
    engine.restrict(&person, sent.person, None, RestrictionGround::Unlawful).await.unwrap();
    let erase = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    let plan = engine.plan_person(&erase, sent.person, Why::Request).await.unwrap();
    assert_eq!(engine.erase(&erase, &plan).await.unwrap().removed, 1);
}

async fn an_older_backup_restricts_again(world: World) {
    let engine = world.open().await;
    let one = send(&engine, letter("Kaikki.", "a@example.fi")).await.unwrap();
    let two = send(&engine, letter("Yksi tietue.", "b@example.fi")).await.unwrap();
    let three = send(&engine, letter("Vapaa.", "c@example.fi")).await.unwrap();
    let (backup, made) = (Backup::of(&engine), engine.now());
    world.move_hours(30);
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine.restrict(&officer, one.person, None, RestrictionGround::Claim).await.unwrap();
    let record = Some(two.record);
    engine.restrict(&officer, two.person, record, RestrictionGround::Unlawful).await.unwrap();
    engine.object(&officer, three.person, "develop").await.unwrap();
    let erasures = engine.keyring().erasures();
    close(engine);
    let (_root, engine, _) = backup.restore(&world, &erasures).await;
    assert_eq!(engine.close_again(made).await.unwrap(), 3);
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let of = async |person| engine.restrictions(&officer, person).await.unwrap();
    assert_eq!(of(one.person).await[0].ground, RestrictionGround::Claim);
    assert_eq!((of(two.person).await[0].record, of(two.person).await.len()), (record, 1));
    assert!(of(three.person).await.is_empty());
    let known = engine.objections(&officer, three.person).await.unwrap();
    assert_eq!(known[0].standpoint, Standpoint::Waiting);
    let answer = operator(&engine, "answer", Action::Read);
    for (record, opens) in [(one.record, false), (two.record, false), (three.record, true)] {
        assert_eq!(engine.read(&answer, record).await.is_ok(), opens);
    }
}

//! One person's life in a register, from the first message to the last trace.

use seloste_kernel::{Actor, FaultKind, Lang, Sensitive};
use seloste_register::{
    Action, Circumstances, Disclosure, Draft, Ground, Item, OWN_TASK, Outcome, Owner, Query,
    RIGHTS, Recognised, RestrictionGround, Why,
};

use crate::setting::{
    NOTICE, REGISTER, World, access, close, forget_lookups, instant, letter, operator, send, shown,
    staff, visitor,
};

each_engine!(
    a_message_is_answered_and_gone_after_its_month,
    a_person_sees_corrects_restricts_and_erases,
    holds_keep_one_record_and_no_more,
    a_code_opens_what_is_held_until_the_last_of_it_is_gone,
    a_command_sent_twice_has_one_effect,
    a_command_sent_again_after_erasure_brings_nothing_back,
    parts_share_the_end_of_their_whole,
    what_was_written_under_an_old_notice_still_opens,
    disclosures_are_kept_and_go_in_time,
    what_the_notice_does_not_let_out_stays_in,
);

async fn a_message_is_answered_and_gone_after_its_month(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Ovi narisee.", "maija@example.fi")).await.unwrap();
    assert_eq!(sent.due, Some(instant("2026-02-14T10:00:00+02:00")));
    let receipt = sent.receipt.unwrap();

    let handler = access(&engine, staff("handler"), "answer", Action::Answer);
    let reply = Draft::new("reply", "sent", Lang::Fi)
        .field("text", "Öljysimme sen.".to_owned())
        .consent("answer")
        .part_of(sent.record);
    let reply = engine.collect(&handler, Owner::Existing(sent.person), reply).await.unwrap();
    assert_eq!(reply.due, sent.due, "a reply goes with its feedback");

    let reader = access(&engine, staff("handler"), "answer", Action::Read);
    let opened = engine.read(&reader, sent.record).await.unwrap();
    assert_eq!(shown(&opened, "email"), "maija@example.fi");
    let developer = access(&engine, staff("developer"), "develop", Action::Read);
    let opened = engine.read(&developer, sent.record).await.unwrap();
    assert_eq!((shown(&opened, "message"), shown(&opened, "email")), ("Ovi narisee.", ""));

    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Read);
    let looks = engine.looks(&own, sent.person, None, 100).await.unwrap();
    assert!(looks.iter().any(|look| look.role == "developer" && look.purpose == "develop"));

    // The last moment, and the first after it.
    world.at("2026-02-14T09:59:59+02:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 0);
    assert!(engine.read(&reader, sent.record).await.is_ok());
    world.at("2026-02-14T10:00:00+02:00");
    let late = engine.read(&reader, sent.record).await.unwrap_err();
    assert_eq!(late.kind(), FaultKind::Gone, "unreadable before any sweep");
    let swept = engine.sweep().await.unwrap();
    assert_eq!((swept.removed, swept.persons), (2, 1));

    let late = engine.read(&reader, sent.record).await.unwrap_err();
    assert_eq!(late.kind(), FaultKind::NotFound);
    let found = engine.find(&reader, "email", "maija@example.fi").await.unwrap();
    assert!(found.is_empty(), "lookups go too");
    let Some(Recognised::Erased(stone)) = engine.recognise(REGISTER, &receipt).await.unwrap()
    else {
        unreachable!("the holder of the receipt is told");
    };
    assert_eq!(
        (stone.why, stone.at_ms),
        (Why::Due, instant("2026-02-14T10:00:00+02:00").as_millisecond())
    );
    assert_eq!(engine.sweep().await.unwrap().removed, 0, "nothing is left to sweep");
}

async fn a_person_sees_corrects_restricts_and_erases(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Väärä osoite.", "vanha@example.fi")).await.unwrap();
    let other = send(&engine, letter("Muu asia.", "muu@example.fi")).await.unwrap();
    let person = Actor::Person(sent.person);
    let own = |action| access(&engine, person.clone(), RIGHTS, action);

    let all = engine.all_of(&own(Action::Read), sent.person).await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].consents[0].purpose, "answer");
    let stranger = engine.read(&own(Action::Read), other.record).await.unwrap_err();
    assert_eq!(stranger.kind(), FaultKind::NotFound, "existence is private");
    assert!(engine.all_of(&own(Action::Read), other.person).await.is_err());

    let change = |value: &str| vec![("email".to_owned(), Sensitive::new(value.to_owned()))];
    let amended =
        engine.amend(&own(Action::Amend), sent.record, 1, change("uusi@example.fi")).await;
    assert_eq!(amended.unwrap(), 2);
    let stale = engine.amend(&own(Action::Amend), sent.record, 1, change("x@example.fi")).await;
    assert_eq!(stale.unwrap_err().kind(), FaultKind::Conflict);
    let bad = engine.amend(&own(Action::Amend), sent.record, 2, change("ei osoite")).await;
    assert_eq!(bad.unwrap_err().field(), Some("email"));
    let reader = access(&engine, staff("handler"), "answer", Action::Read);
    assert!(engine.find(&reader, "email", "vanha@example.fi").await.unwrap().is_empty());
    assert_eq!(engine.find(&reader, "email", "UUSI@example.fi").await.unwrap().len(), 1);

    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine.restrict(&officer, sent.person, None, RestrictionGround::Accuracy).await.unwrap();
    let handler = access(&engine, staff("handler"), "answer", Action::Read);
    let refused = engine.read(&handler, sent.record).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Restricted);
    let listed = engine.page(&handler, &Query::of("feedback")).await.unwrap();
    assert_eq!(listed.records.len(), 1, "lists leave it out");
    let classify = access(&engine, staff("handler"), "answer", Action::Classify);
    let refused = engine.set_state(&classify, sent.record, 2, "done").await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Restricted, "nor is it changed");
    assert!(engine.read(&own(Action::Read), sent.record).await.is_ok(), "rights open it");
    engine.end_restriction(&own(Action::Amend), sent.person, None, None).await.unwrap();
    assert!(engine.read(&handler, sent.record).await.is_ok());

    let plan = engine.plan_person(&own(Action::Erase), sent.person, Why::Request).await.unwrap();
    let erased = engine.erase(&own(Action::Erase), &plan).await.unwrap();
    assert_eq!((erased.removed, erased.persons, erased.entries.len()), (1, 1, 1));
    let again = engine.erase(&own(Action::Erase), &plan).await.unwrap();
    assert_eq!((again.removed, again.entries.len()), (0, 0), "an old plan does nothing twice");
    assert!(engine.read(&handler, other.record).await.is_ok(), "nobody else is touched");
}

async fn a_code_opens_what_is_held_until_the_last_of_it_is_gone(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Lyhyt.", "a@example.fi")).await.unwrap();
    let code = sent.receipt.clone().unwrap();
    world.at("2026-02-01T10:00:00+02:00");
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let later = Draft::new("feedback", "sent", Lang::Fi).field("message", "Pitempi.".to_owned());
    let later = engine.collect(&officer, Owner::Existing(sent.person), later).await.unwrap();

    world.at("2026-02-20T10:00:00+02:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1, "what came with the code has gone");
    let still = Some(Recognised::Person { person: sent.person, record: later.record });
    assert_eq!(engine.recognise(REGISTER, &code).await.unwrap(), still);
    // Also when the lookups are made anew.
    close(engine);
    if let Some(data) = world.data() {
        forget_lookups(data);
    }
    let engine = world.open().await;
    assert_eq!(engine.recognise(REGISTER, &code).await.unwrap(), still);

    world.at("2026-03-01T11:00:00+02:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1);
    let known = engine.recognise(REGISTER, &code).await.unwrap();
    let Some(Recognised::Erased(stone)) = known else { unreachable!("nothing is left") };
    assert_eq!(stone.at_ms, engine.now().as_millisecond(), "it tells of the last that went");
}

async fn holds_keep_one_record_and_no_more(world: World) {
    let engine = world.open().await;
    let held = send(&engine, letter("Riidan kohde.", "a@example.fi")).await.unwrap();
    let second = Draft::new("feedback", "sent", Lang::Fi).field("message", "Toinen.".to_owned());
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    let free = engine.collect(&officer, Owner::Existing(held.person), second).await.unwrap();
    let until = instant("2026-06-01T00:00:00+03:00");
    engine
        .hold(
            &officer,
            &seloste_register::Holding::whole(held.record, "legal-claim", Some(until)),
            None,
        )
        .await
        .unwrap();
    let bad = engine
        .hold(
            &officer,
            &seloste_register::Holding::whole(held.record, "Matti sanoi niin", None),
            None,
        )
        .await
        .unwrap_err();
    assert_eq!(bad.field(), Some("ground"));

    world.at("2026-03-01T10:00:00+02:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1);
    let rights = operator(&engine, RIGHTS, Action::Read);
    assert!(engine.read(&rights, held.record).await.is_ok(), "held, so it opens past its day");
    assert!(engine.read(&rights, free.record).await.is_err());

    let erase = operator(&engine, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&erase, held.person, Why::Request).await.unwrap();
    assert!(
        matches!(&plan.steps()[0].outcome, Outcome::Keep(kept) if kept[0].ground == "legal-claim")
    );
    let erased = engine.erase(&erase, &plan).await.unwrap();
    assert_eq!((erased.removed, erased.kept), (0, 1));
    assert!(engine.read(&rights, held.record).await.is_ok());
    assert_eq!(engine.holds().await.unwrap().len(), 1);

    // It ends by itself; or earlier, when released.
    world.at("2026-06-01T00:00:00+03:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1);
    let third = send(&engine, letter("Kolmas.", "c@example.fi")).await.unwrap();
    engine
        .hold(&officer, &seloste_register::Holding::whole(third.record, "legal-claim", None), None)
        .await
        .unwrap();
    assert!(engine.release(&officer, third.record, "legal-claim").await.unwrap());
    assert!(!engine.release(&officer, third.record, "legal-claim").await.unwrap());
    world.at("2026-08-01T00:00:00+03:00");
    assert_eq!(engine.sweep().await.unwrap().removed, 1);
}

async fn a_command_sent_twice_has_one_effect(world: World) {
    let engine = world.open().await;
    let command = || letter("Kerran riittää.", "k@example.fi").command([9; 16]).numbered();
    let first = send(&engine, command()).await.unwrap();
    close(engine);
    let engine = world.open().await;
    let second = send(&engine, command()).await.unwrap();
    assert_eq!(
        (first.person, first.record, first.number),
        (second.person, second.record, second.number)
    );
    let code = |sent: &seloste_register::Collected| {
        sent.receipt.as_ref().map(|code| code.expose(seloste_kernel::Exit::Page).clone())
    };
    assert_eq!(code(&first), code(&second));
    let reader = operator(&engine, "answer", Action::Read);
    assert_eq!(engine.page(&reader, &Query::of("feedback")).await.unwrap().records.len(), 1);
}

async fn a_command_sent_again_after_erasure_brings_nothing_back(world: World) {
    let engine = world.open().await;
    let command = || letter("Poistan tämän.", "k@example.fi").command([9; 16]);
    let sent = send(&engine, command()).await.unwrap();
    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    let plan = engine.plan_person(&own, sent.person, Why::Request).await.unwrap();
    engine.erase(&own, &plan).await.unwrap();
    let again = send(&engine, command()).await.unwrap_err();
    assert_eq!(again.kind(), FaultKind::Gone);
    let reader = operator(&engine, "answer", Action::Read);
    assert!(engine.page(&reader, &Query::of("feedback")).await.unwrap().records.is_empty());
}

async fn parts_share_the_end_of_their_whole(world: World) {
    let closing =
        NOTICE.replace(r#"keep "1 month" from="sent""#, r#"keep "1 month" from="closed""#);
    let engine = world.open_with(&closing).await;
    let sent = send(&engine, letter("Pitkä juttu.", "a@example.fi")).await.unwrap();
    assert_eq!(sent.due, None, "its period has not begun");
    let answer = operator(&engine, "answer", Action::Answer);
    let reply = |whole| {
        Draft::new("reply", "sent", Lang::Fi)
            .field("text", "Vastaus.".to_owned())
            .consent("answer")
            .part_of(whole)
    };
    let owner = Owner::Existing(sent.person);
    let part = engine.collect(&answer, owner, reply(sent.record)).await.unwrap();
    assert_eq!(part.due, None);

    let opened = engine.read(&answer, sent.record).await.unwrap();
    world.at("2026-03-01T12:00:00+02:00");
    engine.event(&answer, &opened, "closed", instant("2026-03-01T12:00:00+02:00")).await.unwrap();
    let due = Some(instant("2026-04-01T12:00:00+03:00"));
    assert_eq!(engine.read(&answer, sent.record).await.unwrap().due, due);
    assert_eq!(engine.read(&answer, part.record).await.unwrap().due, due, "parts follow");

    // Called off, the last day is cleared for all of them, until the event comes again.
    let manage = operator(&engine, "answer", Action::ManageUsers);
    let opened = engine.read(&answer, sent.record).await.unwrap();
    engine.resume(&manage, &opened, "answered", "sent").await.unwrap();
    let opened = engine.read(&answer, sent.record).await.unwrap();
    assert_eq!((opened.due, opened.state.as_str()), (due, "answered"), "not what began it");
    engine.resume(&manage, &opened, "open", "closed").await.unwrap();
    let opened = engine.read(&answer, sent.record).await.unwrap();
    assert_eq!((opened.due, opened.state.as_str()), (None, "open"));
    assert_eq!(engine.read(&answer, part.record).await.unwrap().due, None);
    engine.end(&manage, &opened, "closed", "closed").await.unwrap();
    assert_eq!(engine.read(&answer, part.record).await.unwrap().due, due);

    // A part hangs on a record of its declared kind, of the same person, that is still there.
    let on_part = engine.collect(&answer, owner, reply(part.record)).await.unwrap_err();
    assert_eq!(on_part.kind(), FaultKind::NotFound);
    let other = send(&engine, letter("Toinen.", "b@example.fi")).await.unwrap();
    let on_other = engine.collect(&answer, owner, reply(other.record)).await.unwrap_err();
    assert_eq!(on_other.kind(), FaultKind::NotFound);
    let alone = Draft::new("reply", "sent", Lang::Fi)
        .field("text", "Irrallaan.".to_owned())
        .consent("answer");
    assert!(engine.collect(&answer, owner, alone).await.is_err());
    world.at("2026-04-01T12:00:00+03:00");
    let late = engine.collect(&answer, owner, reply(sent.record)).await.unwrap_err();
    assert_eq!(late.kind(), FaultKind::Gone);
    assert_eq!(engine.sweep().await.unwrap().removed, 2);
}

async fn what_was_written_under_an_old_notice_still_opens(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Vanha seloste.", "v@example.fi")).await.unwrap();
    let longer = NOTICE.replace(r#"keep "1 month" from="sent""#, r#"keep "2 months" from="sent""#);
    let published = engine.publish(&Actor::Operator, &longer).await.unwrap();
    assert_eq!(published.version, 2);
    let reader = operator(&engine, "answer", Action::Read);
    let opened = engine.read(&reader, sent.record).await.unwrap();
    assert_eq!((shown(&opened, "message"), opened.notice_version), ("Vanha seloste.", 1));
    assert_eq!(opened.due, sent.due, "what was promised when it was given stays promised");
    close(engine);
    let engine = world.try_open().await.unwrap();
    let reader = operator(&engine, "answer", Action::Read);
    assert_eq!(
        shown(&engine.read(&reader, sent.record).await.unwrap(), "message"),
        "Vanha seloste."
    );
    let visitor = visitor(&engine);
    assert_eq!(visitor.register().version, 2);
}

async fn disclosures_are_kept_and_go_in_time(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Luovuta tämä.", "l@example.fi")).await.unwrap();
    let officer = access(&engine, staff("officer"), RIGHTS, Action::Disclose);
    let made = by_law();
    let noted = engine.disclose(&officer, sent.person, None, &made, Lang::Fi).await.unwrap();
    assert!(noted.due.is_some(), "a disclosure's own record has a last day");
    assert!(noted.leave.is_some());
}

fn by_law() -> Disclosure {
    Disclosure {
        recipient: "by-law".to_owned(),
        called: "Esimerkkivirasto".to_owned(),
        purpose: OWN_TASK.to_owned(),
        ground: Ground::Listed { code: "872/2011-4-2".to_owned(), request: String::new() },
        items: "palaute".to_owned(),
        fields: Item::of("feedback", ["message"]),
        told: Circumstances::default(),
    }
}

async fn what_the_notice_does_not_let_out_stays_in(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Luovuta tämä.", "l@example.fi")).await.unwrap();
    let officer = access(&engine, staff("officer"), RIGHTS, Action::Disclose);
    type Change = fn(&mut Disclosure);
    let consent: Change = |made| made.ground = Ground::Consent { reference: "1".to_owned() };
    let refused: [(Change, &str, &str); 8] = [
        (
            |made| made.purpose = "direct-marketing".to_owned(),
            "purpose-forbidden",
            "forbid.direct-marketing",
        ),
        (
            |made| made.recipient = "Tuntematon Oy".to_owned(),
            "recipient-undeclared",
            "recipients.closed",
        ),
        (consent, "recipient-ground", "recipient.by-law"),
        (|made| made.purpose = "develop".to_owned(), "recipient-purpose", "recipient.by-law"),
        (
            |made| made.fields = Item::of("feedback", ["shoes"]),
            "recipient-item",
            "recipient.by-law",
        ),
        // A processor works for the purposes of the notice that it is named for, and for nothing else.
        (
            |made| made.recipient = "Esimerkkiposti Oy".to_owned(),
            "recipient-purpose",
            "recipient.esimerkkiposti-oy",
        ),
        (
            |made| {
                (made.recipient, made.purpose) =
                    ("Esimerkkiposti Oy".to_owned(), "develop".to_owned())
            },
            "recipient-purpose",
            "recipient.esimerkkiposti-oy",
        ),
        (
            // The message serves the answer; the theme of it does not.
            |made| {
                (made.recipient, made.purpose) =
                    ("Esimerkkiposti Oy".to_owned(), "answer".to_owned());
                made.fields = Item::of("theme", ["theme"]);
            },
            "recipient-item",
            "recipient.esimerkkiposti-oy",
        ),
    ];
    for (change, key, promise) in refused {
        let mut made = by_law();
        change(&mut made);
        let fault =
            engine.disclose(&officer, sent.person, None, &made, Lang::Fi).await.unwrap_err();
        assert_eq!(fault.kind(), FaultKind::RefusedByPromise, "{fault:?}");
        assert_eq!(fault.key(), format!("fault-{key}"), "{fault:?}");
        assert_eq!(fault.arg("promise"), Some(format!("palaute.{promise}").as_str()));
    }
    let missing: [(Change, &str); 4] = [
        (|made| made.called = " ".to_owned(), "called"),
        (|made| made.recipient.clear(), "recipient"),
        (|made| made.purpose.clear(), "purpose"),
        (|made| made.fields.clear(), "items"),
    ];
    for (change, field) in missing {
        let mut made = by_law();
        change(&mut made);
        let fault =
            engine.disclose(&officer, sent.person, None, &made, Lang::Fi).await.unwrap_err();
        assert_eq!((fault.kind(), fault.field()), (FaultKind::Invalid, Some(field)), "{fault:?}");
    }
    // Nobody of the staff answers for it.
    let program = operator(&engine, RIGHTS, Action::Disclose);
    let fault =
        engine.disclose(&program, sent.person, None, &by_law(), Lang::Fi).await.unwrap_err();
    assert_eq!(fault.field(), Some("handler"));
    let named = Disclosure {
        recipient: "Esimerkkiposti Oy".to_owned(),
        called: String::new(),
        purpose: "answer".to_owned(),
        ..by_law()
    };
    engine.disclose(&officer, sent.person, None, &named, Lang::Fi).await.unwrap();
}

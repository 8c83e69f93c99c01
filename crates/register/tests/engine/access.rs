//! Nothing undeclared exists: kinds, fields, purposes, roles. And what the notice declares, it
//! means: the matrix of roles, purposes and actions is exactly the notice's.

use seloste_kernel::{Actor, FaultKind, Lang, PersonId, Sensitive};
use seloste_register::{Action, Draft, Kinds, Owner, RIGHTS, RestrictionGround, SECURITY, Why};

use crate::setting::{NOTICE, REGISTER, World, access, letter, operator, send, staff, visitor};

each_engine!(
    undeclared_things_do_not_exist,
    fields_are_guarded_when_written,
    restricted_to_reach,
    opening_needs_an_action_that_opens,
    nothing_is_planned_of_what_is_not_opened
);

#[test]
fn roles_may_exactly_what_the_notice_says() {
    crate::setting::runtime().block_on(async {
        let world = World::sqlite();
        let engine = world.open().await;
        let notice = &engine.register(REGISTER).unwrap().notice;
        let mut granted = 0;
        for role in &notice.roles {
            for purpose in &notice.purposes {
                for action in Action::ALL {
                    let declared = role.purposes.iter().any(|named| named.value == purpose.name)
                        && role.may.iter().any(|named| named.value == action.name());
                    let access = engine.access(REGISTER, staff(&role.name), &purpose.name, action);
                    assert_eq!(
                        access.is_ok(),
                        declared,
                        "{} {} {action:?}",
                        role.name,
                        purpose.name
                    );
                    granted += usize::from(declared);
                }
            }
        }
        assert!(granted > 10, "the notice gives something: {granted}");
        for action in Action::ALL {
            let unknown = engine.access(REGISTER, staff("ghost"), "answer", action).unwrap_err();
            assert_eq!(unknown.kind(), FaultKind::Forbidden);
            let visitor = engine.access(REGISTER, Actor::Visitor, "develop", action);
            assert_eq!(visitor.is_ok(), action == Action::Collect);
            for forbidden in &notice.forbidden {
                let refused =
                    engine.access(REGISTER, Actor::Operator, &forbidden.name, action).unwrap_err();
                assert_eq!(refused.kind(), FaultKind::RefusedByPromise);
            }
            let undeclared = engine.access(REGISTER, Actor::Operator, "profiling", action);
            assert_eq!(undeclared.unwrap_err().kind(), FaultKind::RefusedByPromise);
            let nowhere = engine.access("muualla", Actor::Operator, "answer", action);
            assert_eq!(nowhere.unwrap_err().kind(), FaultKind::NotFound);
        }
    });
}

async fn undeclared_things_do_not_exist(world: World) {
    let engine = world.open().await;
    let plain = || Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let cases: Vec<(Draft, &str)> = vec![
        (Draft::new("diary", "sent", Lang::Fi), "fault-kind-undeclared"),
        (plain().field("shoe-size", "43".to_owned()), "fault-field-undeclared"),
        (plain().field("_consents", "[]".to_owned()), "fault-field-undeclared"),
        (plain().field("_receipt", "00".to_owned()), "fault-field-undeclared"),
        (plain().field("message", "Kaksi.".to_owned()), "fault-field-twice"),
        (plain().consent("develop"), "fault-purpose-undeclared"),
        (plain().consent("profiling"), "fault-purpose-undeclared"),
        (plain().field("email", "a@example.fi".to_owned()), "fault-consent-missing"),
        (Draft::new("feedback", "sent", Lang::Fi), "fault-field-missing"),
        (
            Draft::new("feedback", "sent", Lang::Fi).field("message", String::new()),
            "fault-field-missing",
        ),
        (
            Draft::new("feedback", "sent", Lang::Fi).field("message", "a\0b".to_owned()),
            "fault-field-control",
        ),
        (
            Draft::new("feedback", "sent", Lang::Fi).field("message", "ä".repeat(4001)),
            "fault-field-long",
        ),
        (plain().field("email", "ei osoite".to_owned()).consent("answer"), "fault-field-form"),
    ];
    for (draft, key) in cases {
        let refused = send(&engine, draft).await.unwrap_err();
        assert_eq!(refused.key(), key);
    }
    assert_eq!(engine.counts(REGISTER, "feedback").await.unwrap().values().sum::<i64>(), 0);
    assert!(
        send(&engine, Draft::new("feedback", "sent", Lang::Fi).field("message", "ä".repeat(4000)))
            .await
            .is_ok()
    );
}

async fn fields_are_guarded_when_written(world: World) {
    let engine = world.open().await;
    let silent = Draft::new("feedback", "sent", Lang::Fi).field("message", "Nimettä.".to_owned());
    let sent = send(&engine, silent).await.unwrap();
    let own = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Amend);
    let change =
        |name: &str, value: &str| vec![(name.to_owned(), Sensitive::new(value.to_owned()))];
    // No consent was given when it was written, and amending gives none.
    let refused = engine.amend(&own, sent.record, 1, change("email", "a@example.fi")).await;
    assert_eq!(refused.unwrap_err().key(), "fault-consent-missing");
    let refused = engine.amend(&own, sent.record, 1, change("message", "")).await.unwrap_err();
    assert_eq!(refused.key(), "fault-field-missing");
    for hidden in ["_consents", "_receipt", "shoe-size"] {
        let refused = engine.amend(&own, sent.record, 1, change(hidden, "x")).await.unwrap_err();
        assert_eq!(refused.key(), "fault-field-undeclared");
    }
    // Whoever may not see a field may not write it.
    let full = send(&engine, letter("Nimellä.", "n@example.fi")).await.unwrap();
    let blind = operator(&engine, "develop", Action::Amend);
    let refused = engine.amend(&blind, full.record, 1, change("name", "Muu")).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Forbidden);
    // Codes that nobody asked for are masked on this way, too.
    let coded = change("message", "Tunnukseni on 010190-900P.");
    engine.amend(&own, sent.record, 1, coded).await.unwrap();
    let read = access(&engine, Actor::Person(sent.person), RIGHTS, Action::Read);
    let opened = engine.read(&read, sent.record).await.unwrap();
    assert_eq!(crate::setting::shown(&opened, "message"), "Tunnukseni on ******-****.");
    // Past its last day nothing is amended, swept or not.
    world.at("2026-03-01T00:00:00+02:00");
    let late = engine.amend(&own, sent.record, 2, change("message", "Myöhässä.")).await;
    assert_eq!(late.unwrap_err().kind(), FaultKind::Gone);
}

async fn restricted_to_reach(world: World) {
    let engine = world.open_with(NOTICE).await;
    let sent = send(&engine, letter("Minun.", "m@example.fi")).await.unwrap();
    let nobody = PersonId::from_bytes([1; 16]);
    let stranger = access(&engine, Actor::Person(nobody), RIGHTS, Action::Erase);
    let plan = engine.plan_person(&stranger, sent.person, Why::Request).await;
    assert_eq!(plan.unwrap_err().kind(), FaultKind::NotFound);
    let plan = engine.plan_record(&stranger, sent.record, Why::Request).await;
    assert_eq!(plan.unwrap_err().kind(), FaultKind::NotFound);
    // A plan made with more rights is no way round them.
    let full = operator(&engine, RIGHTS, Action::Erase);
    let plan = engine.plan_person(&full, sent.person, Why::Request).await.unwrap();
    assert!(engine.erase(&stranger, &plan).await.is_err());
    assert!(engine.erase(&operator(&engine, RIGHTS, Action::Read), &plan).await.is_err());
    // Nobody writes into the records of somebody who is not there.
    let draft = || Draft::new("feedback", "sent", Lang::Fi).field("message", "Hei.".to_owned());
    let ghost = operator(&engine, RIGHTS, Action::DecideRequests);
    let refused = engine.collect(&ghost, Owner::Existing(nobody), draft()).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::NotFound);
    let refused = engine.collect(&visitor(&engine), Owner::Existing(sent.person), draft()).await;
    assert_eq!(refused.unwrap_err().kind(), FaultKind::NotFound);
    assert!(engine.restrict(&ghost, nobody, None, RestrictionGround::Claim).await.is_err());
}

async fn opening_needs_an_action_that_opens(world: World) {
    let engine = world.open_with(NOTICE).await;
    let sent = send(&engine, letter("Minun.", "m@example.fi")).await.unwrap();
    let query = seloste_register::Query::of("feedback");
    for action in [Action::Collect, Action::Publish, Action::Attest, Action::SeeEvidence] {
        let access = operator(&engine, RIGHTS, action);
        let refused = [
            engine.read(&access, sent.record).await.err(),
            engine.page(&access, &query).await.err(),
            engine.search(&access, &query, |_| true).await.err(),
            engine.all_of(&access, sent.person).await.err(),
            engine.some_of(&access, sent.person, &Kinds::All, None, 1).await.err(),
            engine.looks(&access, sent.person, None, 10).await.err(),
            engine.is_restricted(&access, sent.person).await.err(),
            engine.find(&access, "email", "m@example.fi").await.err(),
        ];
        for fault in refused {
            assert_eq!(fault.map(|fault| fault.kind()), Some(FaultKind::Forbidden), "{action:?}");
        }
    }
    // Nor may a reader decide when a record goes.
    let reader = operator(&engine, RIGHTS, Action::Read);
    let opened = engine.read(&reader, sent.record).await.unwrap();
    let refused = engine.event(&reader, &opened, "closed", engine.now()).await.unwrap_err();
    assert_eq!(refused.kind(), FaultKind::Forbidden);
    // A person is told who restricted their records, and for what.
    let officer = operator(&engine, RIGHTS, Action::DecideRequests);
    engine.restrict(&officer, sent.person, None, RestrictionGround::Claim).await.unwrap();
    let looks = engine.looks(&reader, sent.person, None, 10).await.unwrap();
    assert!(looks.iter().any(|look| look.action == "restrict" && look.role == "operator"));
}

#[test]
fn only_who_may_publish_publishes_and_it_is_in_the_ledger() {
    crate::setting::runtime().block_on(async {
        let world = World::sqlite();
        let engine = world.open().await;
        let longer =
            NOTICE.replace("keep \"1 month\" from=\"sent\"", "keep \"2 weeks\" from=\"sent\"");
        let person = Actor::Person(PersonId::from_bytes([1; 16]));
        for actor in [Actor::Visitor, person, Actor::Job("sweep".to_owned()), staff("handler")] {
            let refused = engine.publish(&actor, &longer).await.unwrap_err();
            assert_eq!(refused.kind(), FaultKind::Forbidden);
        }
        let published = engine.publish(&Actor::Operator, &longer).await.unwrap();
        assert_eq!(published.version, 2);
        // The same text again is no version and leaves no second entry.
        assert_eq!(engine.publish(&Actor::Operator, &longer).await.unwrap().version, 2);
        let folder = tempfile::tempdir().unwrap();
        let ledger = engine.open_ledger(folder.path()).unwrap();
        ledger.integrate().unwrap();
        let entries = ledger.entries(0, 100).unwrap();
        let published = entries.iter().filter(|entry| entry.action == "publish");
        let versions: Vec<i64> = published.map(|entry| entry.notice_version).collect();
        assert_eq!(versions, [1, 2]);
    });
}

async fn nothing_is_planned_of_what_is_not_opened(world: World) {
    let engine = world.open().await;
    let sent = send(&engine, letter("Minun.", "m@example.fi")).await.unwrap();
    let manager = operator(&engine, SECURITY, Action::ManageUsers);
    let account = Draft::new("staff-account", "opened", Lang::Fi)
        .field("username", "iida".to_owned())
        .field("display-name", "Iida Into".to_owned())
        .field("roles", "handler".to_owned());
    let account = engine.collect(&manager, Owner::New, account).await.unwrap();

    let handler = access(&engine, staff("handler"), "answer", Action::Erase);
    let plan = engine.plan_record(&handler, account.record, Why::Decision).await;
    assert_eq!(plan.unwrap_err().kind(), FaultKind::NotFound);
    let plan = engine.plan_person(&handler, account.person, Why::Decision).await;
    assert_eq!(plan.unwrap_err().kind(), FaultKind::NotFound);
    let admin = access(&engine, staff("admin"), SECURITY, Action::Erase);
    let plan = engine.plan_record(&admin, sent.record, Why::Decision).await;
    assert_eq!(plan.unwrap_err().kind(), FaultKind::NotFound);
    assert_eq!(
        engine.plan_record(&handler, sent.record, Why::Decision).await.unwrap().removed(),
        1
    );
    assert_eq!(
        engine.plan_record(&admin, account.record, Why::Decision).await.unwrap().removed(),
        1
    );
}

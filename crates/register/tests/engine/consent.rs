//! A purpose that rests on consent alone opens, changes and discloses only what somebody has
//! consented to, record by record, whoever asks; and what was used otherwise is found.

use std::sync::Arc;

use seloste_kernel::{Actor, Fault, FaultKind, Lang};
use seloste_register::{
    Action, Circumstances, Collected, Disclosure, Draft, Engine, Ground, Item, Owner, Query,
    RIGHTS, is_unconsented,
};
use seloste_store::ledger::Entry;

use crate::setting::{REGISTER, World, access, letter, operator, send, shown, staff};

each_engine!(
    without_consent_nothing_is_opened_for_a_purpose_that_rests_on_it,
    without_consent_nothing_is_changed_or_given_away,
    a_use_without_consent_is_found_in_the_ledger
);

/// Somebody's feedback, who wishes no answer.
async fn silent(engine: &Arc<Engine>) -> Collected {
    let draft = Draft::new("feedback", "sent", Lang::Fi).field("message", "Ohi meni.".to_owned());
    send(engine, draft.with_receipt()).await.unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Fault>) {
    let fault = result.unwrap_err();
    assert_eq!(
        (fault.kind(), fault.key(), fault.arg("promise")),
        (FaultKind::RefusedByPromise, "fault-no-consent", Some("palaute.consent.answer"))
    );
    assert!(is_unconsented(&fault));
}

async fn withdraw(engine: &Arc<Engine>, sent: &Collected) {
    let own = access(engine, Actor::Person(sent.person), RIGHTS, Action::Erase);
    engine.withdraw(&own, sent.record, "answer").await.unwrap();
}

async fn without_consent_nothing_is_opened_for_a_purpose_that_rests_on_it(world: World) {
    let engine = world.open().await;
    let silent = silent(&engine).await;
    let asked = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap();
    for actor in [staff("handler"), Actor::Operator, Actor::Job("mail".to_owned())] {
        let answering = access(&engine, actor, "answer", Action::Read);
        refused(engine.read(&answering, silent.record).await);
        assert_eq!(
            shown(&engine.read(&answering, asked.record).await.unwrap(), "email"),
            "a@example.fi"
        );
        let page = engine.page(&answering, &Query::of("feedback")).await.unwrap();
        let ids: Vec<_> = page.records.iter().map(|opened| opened.id).collect();
        assert_eq!(ids, [asked.record]);
        let all = engine.search(&answering, &Query::of("feedback"), |_| true).await.unwrap();
        assert_eq!(all.records.len(), 1);
        assert!(engine.all_of(&answering, silent.person).await.unwrap().is_empty());
    }
    let developing = access(&engine, staff("handler"), "develop", Action::Read);
    let opened = engine.read(&developing, silent.record).await.unwrap();
    assert_eq!(shown(&opened, "message"), "Ohi meni.");
    let own = access(&engine, Actor::Person(silent.person), RIGHTS, Action::Read);
    assert!(engine.read(&own, silent.record).await.is_ok(), "the person's own rights open it");
    let looks = engine.looks(&own, silent.person, None, 10).await.unwrap();
    assert_eq!(looks.len(), 1, "a refusal is no use: {looks:?}");
    assert_eq!(looks[0].purpose, "develop");

    withdraw(&engine, &asked).await;
    let answering = access(&engine, staff("handler"), "answer", Action::Read);
    refused(engine.read(&answering, asked.record).await);
    assert!(engine.page(&answering, &Query::of("feedback")).await.unwrap().records.is_empty());
}

async fn without_consent_nothing_is_changed_or_given_away(world: World) {
    let engine = world.open().await;
    let (silent, asked) =
        (silent(&engine).await, send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap());
    let answering = access(&engine, staff("handler"), "answer", Action::Answer);
    let reply = |whole| {
        Draft::new("reply", "sent", Lang::Fi).field("text", "Näin.".to_owned()).part_of(whole)
    };
    let answer = |sent: &Collected| {
        let (owner, draft) = (Owner::Existing(sent.person), reply(sent.record));
        let (engine, answering) = (Arc::clone(&engine), answering.clone());
        async move { engine.collect(&answering, owner, draft).await }
    };
    refused(answer(&silent).await);
    answer(&asked).await.unwrap();
    refused(engine.set_state(&answering, silent.record, 1, "answered").await);
    let disclosing = access(&engine, staff("handler"), "answer", Action::Disclose);
    let disclosure = Disclosure {
        recipient: "by-consent".to_owned(),
        called: "Esimerkki ry".to_owned(),
        purpose: "recipient-task".to_owned(),
        ground: Ground::Consent { reference: "1/2026".to_owned() },
        items: "Palaute".to_owned(),
        fields: Item::of("feedback", ["message"]),
        told: Circumstances::default(),
    };
    let give = |sent: &Collected| {
        let (person, about) = (sent.person, Some(sent.record));
        let (engine, disclosing, disclosure) =
            (Arc::clone(&engine), disclosing.clone(), disclosure.clone());
        async move { engine.disclose(&disclosing, person, about, &disclosure, Lang::Fi).await }
    };
    refused(give(&silent).await);
    give(&asked).await.unwrap();
    withdraw(&engine, &asked).await;
    refused(answer(&asked).await);
}

async fn a_use_without_consent_is_found_in_the_ledger(world: World) {
    let engine = world.open().await;
    let silent = silent(&engine).await;
    let asked = send(&engine, letter("Vastatkaa.", "a@example.fi")).await.unwrap();
    let answering = access(&engine, staff("handler"), "answer", Action::Read);
    engine.read(&answering, asked.record).await.unwrap();
    engine.page(&answering, &Query::of("feedback")).await.unwrap();
    let developing = operator(&engine, "develop", Action::Read);
    engine.read(&developing, silent.record).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let ledger = engine.open_ledger(folder.path()).unwrap();
    let entries = || -> Vec<Entry> {
        ledger.integrate().unwrap();
        ledger.entries(0, 100).unwrap()
    };
    let uses = |entries: Vec<Entry>| {
        let engine = Arc::clone(&engine);
        async move { engine.uses_without_consent(REGISTER, &entries).await.unwrap() }
    };
    assert!(uses(entries()).await.is_empty(), "consented");
    withdraw(&engine, &asked).await;
    let told = entries();
    assert!(uses(told.clone()).await.is_empty(), "before the withdrawal it was lawful");
    // The same uses, had the consent never been there.
    let (withdrawn, mut others): (Vec<Entry>, Vec<Entry>) =
        told.into_iter().partition(|entry| entry.action == "withdraw-consent");
    assert_eq!(withdrawn.len(), 1);
    assert_eq!(uses(others.clone()).await, [("answer".to_owned(), 2)].into());
    // A withdrawal excuses nothing that came after it.
    others.splice(0..0, withdrawn);
    assert_eq!(uses(others).await, [("answer".to_owned(), 2)].into());
}

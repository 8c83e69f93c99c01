//! Random histories against a small model: whatever the order, what should be there is there and
//! opens, and what should be gone is gone.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use seloste_kernel::{Actor, Clock, FaultKind, Lang, PersonId, RecordId, Sensitive, Timestamp};
use seloste_register::{
    Action, Draft, Ended, Engine, Owner, RIGHTS, Recognised, RestrictionGround, Why,
};

use crate::setting::{REGISTER, World, access, close, letter, operator, send, shown};

#[derive(Debug, Clone)]
enum Move {
    Send { email: u8 },
    Add { whom: u8 },
    Reply { to: u8 },
    Amend { which: u8, email: u8 },
    Empty { which: u8 },
    Erase { whom: u8 },
    EraseOne { which: u8 },
    Restrict { whom: u8, on: bool },
    Hold { which: u8, hours: Option<u16> },
    Release { which: u8 },
    Sweep,
    Wait { hours: i16 },
    Restart,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        5 => any::<u8>().prop_map(|email| Move::Send { email: email % 4 }),
        3 => any::<u8>().prop_map(|whom| Move::Add { whom }),
        3 => any::<u8>().prop_map(|to| Move::Reply { to }),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(which, email)| Move::Amend { which, email: email % 4 }),
        1 => any::<u8>().prop_map(|which| Move::Empty { which }),
        2 => any::<u8>().prop_map(|whom| Move::Erase { whom }),
        2 => any::<u8>().prop_map(|which| Move::EraseOne { which }),
        1 => (any::<u8>(), any::<bool>()).prop_map(|(whom, on)| Move::Restrict { whom, on }),
        2 => (any::<u8>(), proptest::option::of(0..2000_u16)).prop_map(|(which, hours)| Move::Hold { which, hours }),
        1 => any::<u8>().prop_map(|which| Move::Release { which }),
        3 => Just(Move::Sweep),
        // Clocks that step back are put in doubt, which has tests of its own.
        3 => (0..900_i16).prop_map(|hours| Move::Wait { hours }),
        1 => Just(Move::Restart),
    ];
    prop::collection::vec(one, 1..40)
}

/// What should be there.
#[derive(Debug, Clone)]
struct Known {
    person: PersonId,
    kind: &'static str,
    text: String,
    email: Option<String>,
    version: i64,
    due: Timestamp,
    whole: Option<RecordId>,
    hold: Option<Option<Timestamp>>,
    consented: bool,
    /// It was to be erased, and a hold kept it.
    asked: bool,
}

#[derive(Default)]
struct Model {
    records: BTreeMap<RecordId, Known>,
    restricted: BTreeMap<PersonId, bool>,
    /// Each code, with the records that it opens.
    receipts: Vec<(Vec<RecordId>, Sensitive<String>)>,
    made: usize,
}

impl Model {
    fn pick(&self, which: u8) -> Option<(RecordId, Known)> {
        let count = self.records.len();
        let chosen = (count > 0).then(|| usize::from(which) % count)?;
        self.records.iter().nth(chosen).map(|(id, known)| (*id, known.clone()))
    }

    fn held(&self, id: RecordId, now: Timestamp) -> bool {
        let hold = self.records.get(&id).and_then(|known| known.hold);
        hold.is_some_and(|until| until.is_none_or(|until| until > now))
    }

    /// What is restricted is stored past its day.
    fn stored(&self, id: RecordId) -> bool {
        let person = self.records.get(&id).map(|known| known.person);
        person.is_some_and(|person| self.restricted.get(&person) == Some(&true))
    }

    fn readable(&self, id: RecordId, now: Timestamp) -> bool {
        self.records.get(&id).is_some_and(|known| known.due > now)
            || self.held(id, now)
            || self.stored(id)
    }

    fn remove(
        &mut self,
        wanted: impl Fn(RecordId, &Known) -> bool,
        now: Timestamp,
        stores: bool,
    ) -> usize {
        let going: Vec<RecordId> = self
            .records
            .iter()
            .filter(|(id, known)| wanted(**id, known) && !self.held(**id, now))
            .filter(|(id, _)| !stores || !self.stored(**id))
            .map(|(id, _)| *id)
            .collect();
        going.iter().for_each(|id| {
            self.records.remove(id);
        });
        let left: Vec<PersonId> = self.records.values().map(|known| known.person).collect();
        self.restricted.retain(|person, _| left.contains(person));
        // What a hold keeps waits, past its last day, for the end of that hold.
        for (_, known) in self.records.iter_mut().filter(|(id, known)| wanted(**id, known)) {
            if !known.asked {
                (known.asked, known.due) = (true, known.due.min(now));
                known.version += 1;
            }
        }
        going.len()
    }
}

fn address(email: u8) -> String {
    format!("osoite{email}@example.fi")
}

async fn play(world: &World, moves: Vec<Move>) {
    let mut engine = world.open().await;
    let mut model = Model::default();
    for step in moves {
        if matches!(step, Move::Restart) {
            close(engine);
            engine = world.try_open().await.unwrap();
        } else {
            make(world, &engine, &mut model, step).await;
        }
        compare(world, &engine, &model).await;
    }
    close(engine);
    let engine = world.try_open().await.unwrap();
    compare(world, &engine, &model).await;
    let scanned = engine.scan(REGISTER).await.unwrap();
    assert_eq!((scanned.records, scanned.keyless, scanned.unsealed), (model.records.len(), 0, 0));
    assert!(scanned.undeclared.is_empty() && scanned.undated == 0);
}

async fn make(world: &World, engine: &Arc<Engine>, model: &mut Model, step: Move) {
    let now = world.clock.now();
    let officer = operator(engine, RIGHTS, Action::DecideRequests);
    let erase = operator(engine, RIGHTS, Action::Erase);
    model.made += 1;
    let text = format!("Viesti {}.", model.made);
    match step {
        Move::Send { email } => {
            let sent = send(engine, letter(&text, &address(email))).await.unwrap();
            let known = Known {
                person: sent.person,
                kind: "feedback",
                text,
                email: Some(address(email)),
                version: 1,
                due: sent.due.unwrap(),
                whole: None,
                hold: None,
                consented: true,
                asked: false,
            };
            model.records.insert(sent.record, known);
            model.receipts.push((vec![sent.record], sent.receipt.unwrap()));
        }
        Move::Add { whom } => {
            let Some((_, known)) = model.pick(whom) else { return };
            let draft = Draft::new("feedback", "sent", Lang::Sv).field("message", text.clone());
            let owner = Owner::Existing(known.person);
            let added = engine.collect(&officer, owner, draft).await.unwrap();
            let due = added.due.unwrap();
            let known = Known {
                kind: "feedback",
                text,
                email: None,
                version: 1,
                due,
                whole: None,
                hold: None,
                consented: false,
                asked: false,
                ..known
            };
            for (opens, _) in &mut model.receipts {
                let there = |id| model.records.get(id);
                if opens.iter().filter_map(there).any(|of| of.person == known.person) {
                    opens.push(added.record);
                }
            }
            model.records.insert(added.record, known);
        }
        Move::Reply { to } => {
            let Some((id, known)) = model.pick(to) else { return };
            let draft = Draft::new("reply", "sent", Lang::Fi)
                .field("text", text.clone())
                .consent("answer")
                .part_of(id);
            let made = engine.collect(&officer, Owner::Existing(known.person), draft).await;
            if known.kind == "feedback" && known.due > now {
                let made = made.unwrap();
                assert_eq!(made.due, Some(known.due));
                let known = Known {
                    kind: "reply",
                    text,
                    email: None,
                    version: 1,
                    whole: Some(id),
                    hold: None,
                    asked: false,
                    ..known
                };
                model.records.insert(made.record, known);
            } else {
                assert!(matches!(made.unwrap_err().kind(), FaultKind::NotFound | FaultKind::Gone));
            }
        }
        Move::Amend { which, email } => {
            let Some((id, known)) = model.pick(which) else { return };
            if known.kind != "feedback" {
                return;
            }
            let own = access(engine, Actor::Person(known.person), RIGHTS, Action::Amend);
            let change = |version| {
                let value = Sensitive::new(address(email));
                engine.amend(&own, id, version, vec![("email".to_owned(), value)])
            };
            if !model.readable(id, now) {
                assert_eq!(change(known.version).await.unwrap_err().kind(), FaultKind::Gone);
            } else if !known.consented {
                let refused = change(known.version).await.unwrap_err();
                assert_eq!(refused.key(), "fault-consent-missing");
            } else {
                let stale = change(known.version - 1).await.unwrap_err();
                assert_eq!(stale.kind(), FaultKind::Conflict);
                let version = change(known.version).await.unwrap();
                let changed = Known { email: Some(address(email)), version, ..known };
                model.records.insert(id, changed);
            }
        }
        Move::Empty { which } => {
            let Some((id, known)) = model.pick(which) else { return };
            if known.kind != "feedback" || !model.readable(id, now) {
                return;
            }
            let own = access(engine, Actor::Person(known.person), RIGHTS, Action::Amend);
            let none = vec![("email".to_owned(), Sensitive::new(String::new()))];
            let version = engine.amend(&own, id, known.version, none).await.unwrap();
            model.records.insert(id, Known { email: None, version, ..known });
        }
        Move::Erase { whom } => {
            let Some((_, known)) = model.pick(whom) else { return };
            let plan = engine.plan_person(&erase, known.person, Why::Request).await.unwrap();
            let erased = engine.erase(&erase, &plan).await.unwrap();
            let gone = model.remove(|_, other| other.person == known.person, now, false);
            assert_eq!(erased.removed, gone);
        }
        Move::EraseOne { which } => {
            let Some((id, _)) = model.pick(which) else { return };
            let plan = engine.plan_record(&erase, id, Why::Decision).await.unwrap();
            let erased = engine.erase(&erase, &plan).await.unwrap();
            let gone = {
                let wanted = |other, known: &Known| other == id || known.whole == Some(id);
                model.remove(wanted, now, true)
            };
            assert_eq!(erased.removed, gone);
        }
        Move::Restrict { whom, on } => {
            let Some((_, known)) = model.pick(whom) else { return };
            let own = access(engine, Actor::Person(known.person), RIGHTS, Action::Amend);
            let before = model.restricted.get(&known.person) == Some(&true);
            if on {
                let ground = RestrictionGround::Accuracy;
                engine.restrict(&officer, known.person, None, ground).await.unwrap();
                model.restricted.insert(known.person, true);
                return;
            }
            let end = async |seen: Option<String>| {
                engine.end_restriction(&own, known.person, None, seen.as_deref()).await
            };
            let ended = match end(None).await {
                Ok(Ended::Asks(plan)) => end(Some(plan.seen())).await,
                ended => ended,
            };
            assert_eq!(ended.is_ok(), before);
            let Ok(ended) = ended else { return };
            let Ended::Freed(erased) = ended else { unreachable!("it was shown: {ended:?}") };
            model.restricted.insert(known.person, false);
            let held: Vec<RecordId> =
                model.records.keys().copied().filter(|id| model.held(*id, now)).collect();
            let due = |id, other: &Known| {
                other.person == known.person && other.due <= now && !held.contains(&id)
            };
            assert_eq!(erased.map_or(0, |erased| erased.removed), model.remove(due, now, true));
        }
        Move::Hold { which, hours } => {
            let Some((id, mut known)) = model.pick(which) else { return };
            let until = hours.map(|hours| now + jiff::SignedDuration::from_hours(hours.into()));
            engine
                .hold(&officer, &seloste_register::Holding::whole(id, "legal-claim", until), None)
                .await
                .unwrap();
            known.hold = Some(until);
            model.records.insert(id, known);
        }
        Move::Release { which } => {
            let Some((id, mut known)) = model.pick(which) else { return };
            let gone = engine.release(&officer, id, "legal-claim").await.unwrap();
            assert_eq!(gone, known.hold.take().is_some());
            model.records.insert(id, known);
        }
        Move::Sweep => {
            let swept = engine.sweep().await.unwrap();
            let held: Vec<RecordId> = model
                .records
                .keys()
                .copied()
                .filter(|id| model.held(*id, now) || model.stored(*id))
                .collect();
            let due = |id, known: &Known| known.due <= now && !held.contains(&id);
            assert_eq!(swept.removed, model.remove(due, now, true));
        }
        Move::Wait { hours } => world.move_hours(hours.into()),
        Move::Restart => unreachable!("handled by the caller"),
    }
}

async fn compare(world: &World, engine: &Arc<Engine>, model: &Model) {
    let now = world.clock.now();
    let rights = operator(engine, RIGHTS, Action::Read);
    let answer = operator(engine, "answer", Action::Read);
    for (id, known) in &model.records {
        let read = engine.read(&rights, *id).await;
        if !model.readable(*id, now) {
            assert_eq!(read.unwrap_err().kind(), FaultKind::Gone);
            continue;
        }
        let opened = read.unwrap();
        let text = if known.kind == "reply" { "text" } else { "message" };
        assert_eq!(shown(&opened, text), known.text);
        assert_eq!(shown(&opened, "email"), known.email.as_deref().unwrap_or_default());
        assert_eq!((opened.version, opened.due), (known.version, Some(known.due)));
        let restricted = model.restricted.get(&known.person) == Some(&true);
        // Past its day nothing but a hold of staff keeps it, for a claim and the person's rights alone.
        let closed = restricted || known.due <= now && model.held(*id, now);
        let worked = engine.read(&answer, *id).await;
        assert_eq!(worked.is_err_and(|fault| fault.kind() == FaultKind::Restricted), closed);
    }
    for email in 0..4 {
        let mut found: Vec<RecordId> = engine
            .find(&answer, "email", &address(email))
            .await
            .unwrap()
            .into_iter()
            .map(|(_, record)| record)
            .collect();
        found.sort();
        let with = |known: &Known| known.email == Some(address(email));
        let expected: Vec<RecordId> =
            model.records.iter().filter(|(_, known)| with(known)).map(|(id, _)| *id).collect();
        assert_eq!(found, expected);
    }
    for (opens, receipt) in &model.receipts {
        let known = engine.recognise(REGISTER, receipt).await.unwrap();
        let left = opens.iter().filter_map(|id| Some((*id, model.records.get(id)?.person)));
        let left = left.min_by_key(|(id, _)| *id.as_bytes());
        match left {
            Some((record, person)) => {
                assert_eq!(known, Some(Recognised::Person { person, record }))
            }
            None => assert!(matches!(known, Some(Recognised::Erased(_)))),
        }
    }
}

/// How many histories: a few at every run, more when asked for.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("SELOSTE_HISTORIES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(usual),
        max_shrink_iters: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn random_histories_end_as_the_model_says_sqlite(moves in moves()) {
        crate::setting::runtime().block_on(play(&World::sqlite(), moves));
    }
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn random_histories_end_as_the_model_says_postgres(moves in moves()) {
        if crate::setting::has_postgres() {
            crate::setting::runtime().block_on(play(&World::postgres(), moves));
        }
    }
}

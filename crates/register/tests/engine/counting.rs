//! What stays of records that go, where the notice lets counts stay: with what lives always the same
//! totals, whatever goes in which order, is begun again, or comes back with a backup.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use seloste_kernel::{Actor, Lang, PersonId, RecordId};
use seloste_register::{
    Access, Action, Collected, Draft, Engine, Outcome, Owner, RIGHTS, Recognised, TotalRow, Totals,
    Why,
};

use crate::recovery::Backup;
use crate::setting::{World, close};

const REGISTER: &str = "kauppa";
const THEMES: [&str; 3] = ["garden", "harbour", "library"];

each_engine!(
    what_a_floor_keeps_is_counted_once,
    what_rests_on_consent_is_not_counted,
    a_restored_backup_counts_again_what_it_brought_back,
    who_was_counted_is_told_so_and_by_nothing_else,
);

/// The shop, where themes of conversations and states of invoices stay as counts.
fn notice() -> String {
    let fields = "field \"theme\" category=\"content\" purposes=\"talk\" type=\"choice\" { fi \"Aihe\"; choice \"garden\" { fi \"Piha\" }; choice \"harbour\" { fi \"Satama\" }; choice \"library\" { fi \"Kirjasto\" } }\n            field \"weight\" category=\"content\" purposes=\"talk\" type=\"number\" { fi \"Paino\" }\n            anonymise by=\"theme\" per=\"month\" sum=\"weight\" fewer-than=3\n            keep \"2 years\" from=\"created\"";
    let floors =
        "anonymise by=\"status\" sum=\"sum\" fewer-than=3\n            hold \"open-invoice\"";
    include_str!("shop.kdl").replacen("keep \"2 years\" from=\"created\"", fields, 1).replacen(
        "hold \"open-invoice\"",
        floors,
        1,
    )
}

async fn shop(world: &World) -> Arc<Engine> {
    world.open_with(&notice()).await
}

fn operator(engine: &Engine, purpose: &str, action: Action) -> Access {
    engine.access(REGISTER, Actor::Operator, purpose, action).unwrap()
}

async fn topic(engine: &Arc<Engine>, owner: Owner, theme: &str, weight: u8) -> Collected {
    let draft = Draft::new("topic", "created", Lang::Fi)
        .field("title", "Kanarian aihe".to_owned())
        .field("theme", theme.to_owned())
        .field("weight", weight.to_string())
        .with_receipt();
    engine.collect(&operator(engine, "talk", Action::Collect), owner, draft).await.unwrap()
}

async fn invoice(engine: &Arc<Engine>, status: &str) -> Collected {
    let draft = Draft::new("invoice", "created", Lang::Fi)
        .field("number", "1001".to_owned())
        .field("sum", "4200".to_owned())
        .field("status", status.to_owned())
        .field("email", "kanaria@example.fi".to_owned())
        .consent("letters")
        .with_receipt();
    engine.collect(&operator(engine, "deliver", Action::Collect), Owner::New, draft).await.unwrap()
}

async fn totals(engine: &Engine, kind: &str) -> Totals {
    let purpose = if kind == "topic" { "talk" } else { "deliver" };
    engine.totals(&operator(engine, purpose, Action::Read), kind).await.unwrap()
}

fn row<'a>(totals: &'a Totals, field: &str, value: &str) -> Option<&'a TotalRow> {
    totals.rows.iter().find(|row| row.facts.get(field).is_some_and(|held| held == value))
}

async fn erase(engine: &Arc<Engine>, person: PersonId) {
    let own = engine.access(REGISTER, Actor::Person(person), RIGHTS, Action::Erase).unwrap();
    let plan = engine.plan_person(&own, person, Why::Request).await.unwrap();
    assert!(plan.steps().iter().all(|step| step.counted));
    engine.erase(&own, &plan).await.unwrap();
}

/// An invoice is stripped of its state, which is counted then; when the law lets the rest go, it is not
/// counted anew.
async fn what_a_floor_keeps_is_counted_once(world: World) {
    let engine = shop(&world).await;
    let mut sent = Vec::new();
    for _ in 0..4 {
        sent.push(invoice(&engine, "paid").await);
    }
    let before = totals(&engine, "invoice").await;
    assert_eq!((before.all.records, before.all.gone), (4, 0));
    for one in sent.iter().take(3) {
        erase(&engine, one.person).await;
        let now = totals(&engine, "invoice").await;
        assert_eq!(now.all.records, 4);
    }
    let now = totals(&engine, "invoice").await;
    assert_eq!((now.all.gone, now.all.sums.as_ref()), (3, before.all.sums.as_ref()));
    let paid = row(&now, "status", "paid").unwrap();
    assert_eq!((paid.records, paid.gone, paid.sums.clone()), (4, 3, before.all.sums.clone()));
    assert!(engine.read(&operator(&engine, RIGHTS, Action::Read), sent[0].record).await.is_ok());

    world.at("2036-05-01T00:00:01+03:00");
    engine.confirm_clock(&operator(&engine, RIGHTS, Action::Attest)).await.unwrap();
    engine.sweep().await.unwrap();
    let read = operator(&engine, RIGHTS, Action::Read);
    assert!(engine.read(&read, sent[0].record).await.is_err(), "the law keeps it no longer");
    let then = totals(&engine, "invoice").await;
    assert_eq!((then.all.records, then.all.gone), (4, 3), "its keeping goes on from its own event");
    assert_eq!(engine.unsound_counters(REGISTER).await.unwrap().values().sum::<u64>(), 0);
}

/// A notice of which the checker knows nothing: the engine itself counts nothing that may be withdrawn.
async fn what_rests_on_consent_is_not_counted(world: World) {
    let letters = "field \"size\" category=\"content\" purposes=\"letters\" type=\"choice\" { fi \"Koko\"; choice \"large\" { fi \"Suuri\" }; choice \"small\" { fi \"Pieni\" } }\n            keep \"1 year\" from=\"closed\"";
    let text = notice().replacen("keep \"1 year\" from=\"closed\"", letters, 1);
    let engine = world.open_with(&text).await;
    let refused = text.replacen("by=\"status\"", "by=\"size\"", 1);
    let findings = seloste_notice::check(&seloste_notice::read(&refused, "shop.kdl"));
    assert!(findings.iter().any(|of| of.code == "SEL125"), "{findings:#?}");
    assert!(engine.publish(&Actor::Operator, &refused).await.is_err());
    let sent = invoice(&engine, "paid").await;
    let own = engine.access(REGISTER, Actor::Person(sent.person), RIGHTS, Action::Erase).unwrap();
    engine.withdraw(&own, sent.record, "letters").await.unwrap();
    let now = totals(&engine, "invoice").await;
    assert_eq!((now.all.records, now.all.gone), (1, 0), "a withdrawal takes no record here");
}

async fn a_restored_backup_counts_again_what_it_brought_back(world: World) {
    let engine = shop(&world).await;
    let (mut people, mut bills) = (Vec::new(), Vec::new());
    for theme in ["garden", "garden", "garden", "harbour", "garden"] {
        people.push(topic(&engine, Owner::New, theme, 10).await);
    }
    for _ in 0..3 {
        bills.push(invoice(&engine, "paid").await);
    }
    erase(&engine, people[4].person).await;
    let before = totals(&engine, "topic").await;
    let bills_before = totals(&engine, "invoice").await;
    assert_eq!((before.all.records, before.all.gone), (5, 1));
    let backup = Backup::of(&engine);
    for one in &people[..3] {
        erase(&engine, one.person).await;
    }
    for one in &bills {
        erase(&engine, one.person).await;
    }
    let after = totals(&engine, "topic").await;
    assert_eq!((after.all.records, after.all.gone), (5, 4));
    assert_eq!(after.all.sums, before.all.sums.or_else(|| after.all.sums.clone()));
    let erasures = engine.keyring().erasures();
    close(engine);

    let (_root, engine, _) = backup.restore(&world, &erasures).await;
    engine.erase_again().await.unwrap();
    engine.erase_again().await.unwrap();
    let restored = totals(&engine, "topic").await;
    assert_eq!(restored, after, "neither lost nor counted twice");
    let bills_now = totals(&engine, "invoice").await;
    assert_eq!((bills_now.all.records, bills_now.all.gone), (bills_before.all.records, 3));
    assert_eq!(
        row(&bills_now, "status", "paid").unwrap().gone,
        3,
        "taken out again, with its state"
    );
    for one in &people[..3] {
        let read = operator(&engine, RIGHTS, Action::Read);
        assert!(engine.read(&read, one.record).await.is_err());
    }
}

async fn who_was_counted_is_told_so_and_by_nothing_else(world: World) {
    let engine = shop(&world).await;
    let sent = topic(&engine, Owner::New, "garden", 7).await;
    let own = engine.access(REGISTER, Actor::Person(sent.person), RIGHTS, Action::Erase).unwrap();
    let plan = engine.plan_person(&own, sent.person, Why::Request).await.unwrap();
    assert_eq!(plan.steps()[0].outcome, Outcome::Anonymise);
    assert_eq!(plan.counted(), BTreeSet::from(["topic"]));
    assert_eq!(engine.erase(&own, &plan).await.unwrap().counted, ["topic"]);
    let told = engine.recognise(REGISTER, &sent.receipt.unwrap()).await.unwrap();
    let Some(Recognised::Erased(stone)) = told else { unreachable!("{told:?}") };
    assert_eq!(stone.counted, ["topic"]);
    // One that is gone is of no combination, and has no numbers.
    let now = totals(&engine, "topic").await;
    assert!(now.rows.is_empty());
    let other = now.other.unwrap();
    assert_eq!((other.records, other.gone, other.sums), (1, 1, None));
    // Who may not open what is counted is not told what it comes to.
    let deliver = operator(&engine, "deliver", Action::Read);
    assert!(engine.totals(&deliver, "topic").await.is_err());
}

#[derive(Debug, Clone)]
enum Step {
    Write { theme: u8, weight: u8, same: bool },
    EraseAll(u8),
    EraseOne(u8),
    EraseBoth(u8),
    Wait(u16),
    Reopen,
    Restore,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (any::<u8>(), any::<u8>(), any::<bool>())
            .prop_map(|(theme, weight, same)| Step::Write { theme, weight, same }),
        3 => any::<u8>().prop_map(Step::EraseAll),
        2 => any::<u8>().prop_map(Step::EraseOne),
        1 => any::<u8>().prop_map(Step::EraseBoth),
        1 => (1..9_000_u16).prop_map(Step::Wait),
        1 => Just(Step::Reopen),
        1 => Just(Step::Restore),
    ];
    proptest::collection::vec(step, 4..24)
}

/// What was ever written, by theme: how many, and their weights. Who still lives.
#[derive(Default, Clone)]
struct Model {
    written: BTreeMap<String, (u64, i64)>,
    live: Vec<(PersonId, RecordId)>,
}

async fn play(world: World, steps: Vec<Step>) {
    let mut engine = shop(&world).await;
    let mut model = Model::default();
    let mut roots = Vec::new();
    let pick = |model: &Model, which: u8| {
        let count = model.live.len();
        (count > 0).then(|| model.live[usize::from(which) % count])
    };
    for step in steps {
        match step {
            Step::Write { theme, weight, same } => {
                let theme = THEMES[usize::from(theme) % THEMES.len()];
                let owner = model.live.last().filter(|_| same).map(|(person, _)| *person);
                let owner = owner.map_or(Owner::New, Owner::Existing);
                let sent = topic(&engine, owner, theme, weight).await;
                model.live.push((sent.person, sent.record));
                let known = model.written.entry(theme.to_owned()).or_default();
                *known = (known.0 + 1, known.1 + i64::from(weight));
            }
            Step::EraseAll(which) => {
                let Some((person, _)) = pick(&model, which) else { continue };
                erase(&engine, person).await;
            }
            Step::EraseOne(which) => {
                let Some((_, record)) = pick(&model, which) else { continue };
                let rights = operator(&engine, RIGHTS, Action::Erase);
                let plan = engine.plan_record(&rights, record, Why::Decision).await.unwrap();
                engine.erase(&rights, &plan).await.unwrap();
                // The same plan again, as somebody who pressed twice.
                engine.erase(&rights, &plan).await.unwrap();
            }
            Step::EraseBoth(which) => {
                let Some((person, _)) = pick(&model, which) else { continue };
                let (one, other) = tokio::join!(
                    operator_erases(&engine, person),
                    operator_erases(&engine, person)
                );
                assert!(one || other);
            }
            Step::Wait(hours) => {
                world.move_hours(i64::from(hours));
                engine.confirm_clock(&operator(&engine, RIGHTS, Action::Attest)).await.unwrap();
                engine.sweep().await.unwrap();
            }
            Step::Reopen if roots.is_empty() => {
                close(engine);
                engine = world.try_open().await.unwrap();
            }
            Step::Restore if roots.is_empty() => {
                let backup = Backup::of(&engine);
                for (person, _) in model.live.iter().skip(1).take(3).copied().collect::<Vec<_>>() {
                    operator_erases(&engine, person).await;
                }
                let erasures = engine.keyring().erasures();
                close(engine);
                let (root, restored, _) = backup.restore(&world, &erasures).await;
                restored.erase_again().await.unwrap();
                (engine, roots) = (restored, vec![root]);
            }
            Step::Reopen | Step::Restore => {}
        }
        let read = operator(&engine, RIGHTS, Action::Read);
        let mut left = Vec::new();
        for (person, record) in model.live.clone() {
            if engine.read(&read, record).await.is_ok() {
                left.push((person, record));
            }
        }
        model.live = left;
        compare(&engine, &model).await;
    }
    close(engine);
}

async fn operator_erases(engine: &Arc<Engine>, person: PersonId) -> bool {
    let rights = operator(engine, RIGHTS, Action::Erase);
    let Ok(plan) = engine.plan_person(&rights, person, Why::Request).await else { return false };
    engine.erase(&rights, &plan).await.is_ok()
}

/// Counted and living together are what was written.
async fn compare(engine: &Engine, model: &Model) {
    let now = totals(engine, "topic").await;
    let records: u64 = model.written.values().map(|(count, _)| count).sum();
    let weights: i64 = model.written.values().map(|(_, weight)| weight).sum();
    assert_eq!(now.all.records, records, "{now:?}");
    assert_eq!(now.all.gone, records - model.live.len() as u64, "{now:?}");
    if let Some(sums) = &now.all.sums {
        assert_eq!(sums.get("weight").copied().unwrap_or_default(), weights, "{now:?}");
    }
    for row in now.rows.iter().filter(|row| row.facts.contains_key("theme")) {
        assert!(row.records <= model.written[&row.facts["theme"]].0, "{row:?}");
    }
}

fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("SELOSTE_HISTORIES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(usual),
        max_shrink_iters: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(10))]

    #[test]
    fn whatever_goes_the_totals_stay_sqlite(steps in steps()) {
        crate::setting::runtime().block_on(play(World::sqlite(), steps));
    }
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn whatever_goes_the_totals_stay_postgres(steps in steps()) {
        if crate::setting::has_postgres() {
            crate::setting::runtime().block_on(play(World::postgres(), steps));
        }
    }
}

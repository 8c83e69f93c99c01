//! B3: GDPRbench rebuilt: what controllers, customers, processors and regulators ask of a store of
//! personal data, in the proportions of Shastri et al. (PVLDB 13(7), 2020).
//!
//! Its nine metadata fields become what a notice knows of a record: its person, its purposes, its
//! last day, its state, an objection. A change of purpose or recipient for everybody is one
//! published notice here and thousands of rows there; that would flatter us and is left out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, RecordId, Sensitive};
use seloste_register::{Action, Opened, Owner, Query, RestrictionGround, Why};
use seloste_store::tables::records;

use super::Bench;
use super::bed::{Bed, demand_count, message, wrong};
use super::load::{self, Sample, Until, scatter};
use super::postgres::roles as peer;
use super::reads::BY_SOCKET;
use super::report::{Better, Durability, Row, Series};

const CLIENTS: u64 = 8;
/// How many records the processor opens at once for a purpose.
const PAGE: usize = 50;
/// How many lines of who has looked the regulator reads.
const LINES: i64 = 100;

/// One of the four, and what of their work is worth mentioning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Controller,
    Customer,
    Processor,
    Regulator,
}

const ROLES: [(Role, &str, peer::Mix, Durability); 4] = [
    (Role::Controller, "controller", peer::CONTROLLER, Durability::Synced),
    (Role::Customer, "customer", peer::CUSTOMER, Durability::Synced),
    (Role::Processor, "processor", peer::PROCESSOR, Durability::Synced),
    (Role::Regulator, "regulator", peer::REGULATOR, Durability::Nothing),
];

/// Each role's operations by eight clients.
pub async fn roles(bench: &Bench<'_>) -> Result<Vec<Row>, Fault> {
    let first = bench.bed.known();
    bench.bed.people(bench.size).await?;
    let operations = (bench.size / 10).clamp(40, 10_000) / CLIENTS * CLIENTS;
    let mut rows = Vec::new();
    for (role, name, mix, class) in ROLES {
        let mut ours = Series::of("seloste");
        let mut postgres = bench.peer.map(|peer| Series::of(&peer.who));
        for round in 0..bench.rounds {
            let scene = Scene::new(bench, role, first, operations, round).await?;
            ours.rate(&scene.play(operations).await?);
            if let Some((peer, series)) = bench.peer.zip(postgres.as_mut()) {
                series.rate(&peer.play(mix, CLIENTS, operations)?);
            }
        }
        let what = format!("GDPRbench, {name}, {CLIENTS} clients");
        let row = Row::of("B3", what, ("operations/s", Better::More), class, ours);
        rows.push(match postgres {
            Some(postgres) => row.beside(postgres).note(BY_SOCKET),
            None => row,
        });
    }
    Ok(rows)
}

/// One role in one round.
struct Scene {
    bed: Arc<Bed>,
    role: Role,
    /// Where the people begin that are met again and again, and how many they are.
    first: u64,
    size: u64,
    /// Those who are there to be erased, or have been: each once.
    doomed: Vec<(PersonId, RecordId)>,
    created: AtomicU64,
    erased: AtomicU64,
    /// Draws differ from round to round.
    seed: u64,
}

impl Scene {
    async fn new(
        bench: &Bench<'_>,
        role: Role,
        first: u64,
        operations: u64,
        round: u64,
    ) -> Result<Arc<Self>, Fault> {
        let bed = Arc::clone(bench.bed);
        let from = bed.known();
        let doomed = if role == Role::Processor { 0 } else { operations / 2 };
        bed.people(doomed).await?;
        let doomed: Vec<_> =
            (from..from + doomed).map(|at| bed.at(at)).collect::<Result<_, _>>()?;
        if role == Role::Regulator {
            for (person, _) in &doomed {
                erase(&bed, *person).await?;
            }
        }
        let (created, erased) = (AtomicU64::new(0), AtomicU64::new(0));
        let seed = scatter(round);
        Ok(Arc::new(Self { bed, role, first, size: bench.size, doomed, created, erased, seed }))
    }

    async fn play(self: &Arc<Self>, operations: u64) -> Result<Sample, Fault> {
        let before = self.bed.count().await?;
        let scene = Arc::clone(self);
        let sample = load::clients(CLIENTS as usize, Until::Count(operations), move |turn| {
            let scene = Arc::clone(&scene);
            async move { scene.operation(turn).await }
        })
        .await?;
        let (created, erased) =
            (self.created.load(Ordering::Relaxed), self.erased.load(Ordering::Relaxed));
        demand_count("records after it", self.bed.count().await?, before + created - erased)?;
        if self.role == Role::Customer {
            self.lift_all().await?;
        }
        self.bed.integrate()?;
        Ok(sample)
    }

    /// Nobody else may open what is restricted; on the other side all of it stays open.
    async fn lift_all(&self) -> Result<(), Fault> {
        for number in self.first..self.first + self.size {
            self.restrict(number, false).await?;
        }
        Ok(())
    }

    async fn operation(&self, turn: u64) -> Result<(), Fault> {
        let draw = scatter(self.seed ^ turn);
        let (share, number) = (draw % 100, self.first + scatter(draw) % self.size);
        let often = self.first + self.often(draw);
        match (self.role, share) {
            (Role::Controller, 0..25) => self.create(draw).await,
            (Role::Controller, 25..50) => self.erase_next().await,
            (Role::Controller, _) => self.classify(number).await,
            (Role::Customer, 0..20) => self.own(often).await,
            (Role::Customer, 20..40) | (Role::Regulator, 0..46) => self.held(often).await,
            (Role::Customer, 40..60) => self.amend(often, draw).await,
            (Role::Customer, 60..80) => self.restrict(often, draw.is_multiple_of(2)).await,
            (Role::Customer, _) => self.erase_next().await,
            (Role::Processor, 0..80) => self.open(number).await,
            (Role::Processor, _) => self.page().await,
            (Role::Regulator, 46..77) => self.looks(often).await,
            (Role::Regulator, _) => self.gone(draw).await,
        }
    }

    /// Some people are met often, most seldom: the k-th in proportion to 1/k, as pgbench draws them.
    fn often(&self, draw: u64) -> u64 {
        let even = (scatter(draw) >> 11) as f64 / (1_u64 << 53) as f64;
        ((self.size as f64).powf(even) as u64).saturating_sub(1).min(self.size - 1)
    }

    async fn create(&self, number: u64) -> Result<(), Fault> {
        self.created.fetch_add(1, Ordering::Relaxed);
        self.bed.collect(Owner::New, number % 10_000_000_000, None).await.map(drop)
    }

    async fn erase_next(&self) -> Result<(), Fault> {
        let next = self.erased.fetch_add(1, Ordering::Relaxed) as usize;
        let (person, _) = self.doomed.get(next).ok_or_else(|| wrong("nobody is left to erase"))?;
        erase(&self.bed, *person).await
    }

    /// What is changed is changed as it was last seen; who comes second looks again.
    async fn classify(&self, number: u64) -> Result<(), Fault> {
        let (bed, (person, record)) = (&self.bed, self.bed.at(number)?);
        let access = bed.handler(Action::Classify)?;
        loop {
            let seen = version(bed, person, record).await?;
            match bed.engine.set_state(&access, record, seen, "seen").await {
                Err(fault) if fault.kind() == FaultKind::Conflict => {}
                other => return other.map(drop),
            }
        }
    }

    async fn amend(&self, number: u64, draw: u64) -> Result<(), Fault> {
        let (bed, (person, record)) = (&self.bed, self.bed.at(number)?);
        let access = bed.own(person, Action::Amend)?;
        loop {
            let seen = version(bed, person, record).await?;
            let text = Sensitive::new(format!("{} {draw:020}", message(number)));
            let changes = vec![("message".to_owned(), text)];
            match bed.engine.amend(&access, record, seen, changes).await {
                Err(fault) if fault.kind() == FaultKind::Conflict => {}
                other => return other.map(drop),
            }
        }
    }

    async fn restrict(&self, number: u64, on: bool) -> Result<(), Fault> {
        let (person, _) = self.bed.at(number)?;
        let (own, engine) = (self.bed.own(person, Action::Amend)?, &self.bed.engine);
        if on {
            return engine.restrict(&own, person, None, RestrictionGround::Accuracy).await;
        }
        match engine.is_restricted(&own, person).await? {
            true => engine.end_restriction(&own, person, None, None).await.map(drop),
            false => Ok(()),
        }
    }

    async fn own(&self, number: u64) -> Result<(), Fault> {
        let (person, _) = self.bed.at(number)?;
        let all = self.bed.engine.all_of(&self.bed.own(person, Action::Export)?, person).await?;
        demand_count("records of a person", all.len() as u64, 1)?;
        all.iter().try_for_each(|opened| says(opened, &message(number)))
    }

    async fn held(&self, number: u64) -> Result<(), Fault> {
        let (person, _) = self.bed.at(number)?;
        let held = self.bed.engine.held(&self.bed.own(person, Action::Read)?, person).await?;
        demand_count("outlines of a person", held.len() as u64, 1)
    }

    async fn open(&self, number: u64) -> Result<(), Fault> {
        let (_, record) = self.bed.at(number)?;
        let access = self.bed.handler(Action::Read)?;
        says(&self.bed.engine.read(&access, record).await?, &message(number))
    }

    async fn page(&self) -> Result<(), Fault> {
        let query = Query { limit: PAGE, ..Query::of("feedback") };
        let page = self.bed.engine.page(&self.bed.handler(Action::Read)?, &query).await?;
        demand_count("records on a page", page.records.len() as u64, PAGE as u64)?;
        page.records.iter().try_for_each(|opened| says(opened, "Palaute "))
    }

    async fn looks(&self, number: u64) -> Result<(), Fault> {
        let (person, _) = self.bed.at(number)?;
        let access = self.bed.own(person, Action::Read)?;
        self.bed.engine.looks(&access, person, None, LINES).await.map(drop)
    }

    async fn gone(&self, draw: u64) -> Result<(), Fault> {
        let index = draw.checked_rem(self.doomed.len() as u64).unwrap_or_default() as usize;
        let (_, record) = self.doomed.get(index).ok_or_else(|| wrong("nobody was erased"))?;
        match self.bed.engine.read(&self.bed.handler(Action::Read)?, *record).await {
            Err(fault) if matches!(fault.kind(), FaultKind::NotFound | FaultKind::Gone) => Ok(()),
            _ => Err(wrong("an erased record was read")),
        }
    }
}

async fn erase(bed: &Bed, person: PersonId) -> Result<(), Fault> {
    let access = bed.own(person, Action::Erase)?;
    let plan = bed.engine.plan_person(&access, person, Why::Request).await?;
    let erased = bed.engine.erase(&access, &plan).await?;
    demand_count("erased persons", erased.persons as u64, 1)
}

async fn version(bed: &Bed, person: PersonId, record: RecordId) -> Result<i64, Fault> {
    let row = bed.store.read(move |tx| records::get(tx, person, record)).await?;
    row.map(|row| row.version).ok_or_else(|| wrong("a row is missing"))
}

/// Amended messages begin as they were written.
fn says(opened: &Opened, beginning: &str) -> Result<(), Fault> {
    match opened.text("message", Exit::Decision).starts_with(beginning) {
        true => Ok(()),
        false => Err(wrong("a record says something else than was written")),
    }
}

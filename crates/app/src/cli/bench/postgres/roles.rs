//! What the four roles of B3 ask of PostgreSQL: scripts for pgbench with their shares.

use seloste_kernel::Fault;

use super::{CREATE, ERASE, Peer};
use crate::cli::bench::bed::demand_count;
use crate::cli::bench::load::Sample;

/// Scripts, and how often each is run among 100.
pub type Mix = &'static [(&'static str, u64)];

const OWN: &str = include_str!("roles/own.sql");
const HELD: &str = include_str!("roles/held.sql");
const AMEND: &str = include_str!("roles/amend.sql");
const RESTRICT: &str = include_str!("roles/restrict.sql");
const CLASSIFY: &str = include_str!("roles/classify.sql");
const OPEN: &str = include_str!("roles/open.sql");
const PAGE: &str = include_str!("roles/page.sql");
const LOOKS: &str = include_str!("roles/looks.sql");
const GONE: &str = include_str!("roles/gone.sql");

/// Who runs the service.
pub const CONTROLLER: Mix = &[(CREATE, 25), (ERASE, 25), (CLASSIFY, 50)];
/// Whose data it is.
pub const CUSTOMER: Mix = &[(OWN, 20), (HELD, 20), (AMEND, 20), (RESTRICT, 20), (ERASE, 20)];
/// Who works with the data.
pub const PROCESSOR: Mix = &[(OPEN, 80), (PAGE, 20)];
/// Who watches over it.
pub const REGULATOR: Mix = &[(HELD, 46), (LOOKS, 31), (GONE, 23)];

impl Peer {
    /// Runs a role's scripts; the audit must tell of as many new and erased records as there are.
    pub fn play(&self, mix: Mix, clients: u64, operations: u64) -> Result<Sample, Fault> {
        self.people(operations / 2, 1)?;
        let before = self.balance()?;
        let (each, clients) = ((operations / clients).to_string(), clients.to_string());
        let sample = self.mixed("role", mix, &["-c", &clients, "-t", &each])?;
        demand_count("PostgreSQL's operations", sample.micros.len() as u64, operations)?;
        demand_count("PostgreSQL's records beside its audit", self.balance()?, before)?;
        Ok(sample)
    }

    /// Records, with those that the audit says are erased, without those that it says are new.
    fn balance(&self) -> Result<u64, Fault> {
        self.schema.number(
            "SELECT (SELECT count(*) FROM records) + count(*) FILTER (WHERE action = 'erase') \
             - count(*) FILTER (WHERE action = 'collect') + 1000000000 FROM audit",
        )
    }
}

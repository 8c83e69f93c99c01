//! The accounts in memory, without their secrets.
//!
//! Every page of the console asks who is signed in and what they may do. Opening the record each
//! time would write a ledger entry per page that says nothing new, and drown those that tell who
//! looked at whom. So accounts are read once, again after every change, and anew when the copy is
//! old: what a sweep or an officer erases does not stay here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use seloste_kernel::{Fault, PersonId, RecordId, Timestamp};
use seloste_register::Query;

use super::{Account, KIND, own_access};
use crate::app::App;

/// The copy is read anew after this long.
const FRESH_S: i64 = 5 * 60;
/// More accounts than this are not kept in memory; who is beyond cannot sign in.
const ACCOUNTS_MAX: usize = 20_000;

/// The accounts in memory.
#[derive(Default)]
pub struct Directory(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    copy: Option<Copy>,
    /// Counts changes: a copy that was begun before the last one may show an account as it was,
    /// and is thrown away.
    changes: u64,
}

struct Copy {
    read: Timestamp,
    accounts: HashMap<PersonId, Arc<Account>>,
}

impl Directory {
    /// The account of a person, whatever its state.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(&self, app: &App, person: PersonId) -> Result<Option<Arc<Account>>, Fault> {
        self.fill(app).await?;
        Ok(self.known(person))
    }

    /// The account of a person, if the copy has it: for what cannot wait, such as a menu.
    pub fn known(&self, person: PersonId) -> Option<Arc<Account>> {
        self.kept().copy.as_ref().and_then(|copy| copy.accounts.get(&person).cloned())
    }

    /// All accounts.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(&self, app: &App) -> Result<Vec<Arc<Account>>, Fault> {
        self.fill(app).await?;
        Ok(self.kept().copy.iter().flat_map(|copy| copy.accounts.values().cloned()).collect())
    }

    /// Whether anybody may sign in.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn any_open(&self, app: &App) -> Result<bool, Fault> {
        Ok(self.all(app).await?.iter().any(|account| account.is_open()))
    }

    /// Reads one account anew, after it was made or changed.
    ///
    /// # Errors
    /// When the store fails; then the whole copy is dropped.
    pub async fn refresh(&self, app: &App, record: RecordId) -> Result<(), Fault> {
        self.kept().changes += 1;
        let opened = Account::open(app, record).await;
        let mut kept = self.kept();
        kept.changes += 1;
        match (opened, kept.copy.as_mut()) {
            (Ok(Some((account, _))), Some(copy)) => {
                copy.accounts.insert(account.person, Arc::new(account));
                Ok(())
            }
            (opened, _) => {
                kept.copy = None;
                opened.map(drop)
            }
        }
    }

    async fn fill(&self, app: &App) -> Result<(), Fault> {
        let now = app.engine.now();
        let fresh = |copy: &Copy| (0..=FRESH_S).contains(&now.duration_since(copy.read).as_secs());
        loop {
            let changes = {
                let kept = self.kept();
                if kept.copy.as_ref().is_some_and(fresh) {
                    return Ok(());
                }
                kept.changes
            };
            let accounts = Self::read(app).await?;
            let mut kept = self.kept();
            if kept.changes == changes {
                kept.copy = Some(Copy { read: now, accounts });
                return Ok(());
            }
        }
    }

    async fn read(app: &App) -> Result<HashMap<PersonId, Arc<Account>>, Fault> {
        let access = own_access(app)?;
        let mut query = Query::of(KIND);
        let mut accounts = HashMap::new();
        loop {
            let page = app.engine.page(&access, &query).await?;
            let read = page.records.iter().map(Account::read);
            accounts.extend(read.map(|account| (account.person, Arc::new(account))));
            query.after = page.next;
            if query.after.is_none() || accounts.len() >= ACCOUNTS_MAX {
                return Ok(accounts);
            }
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

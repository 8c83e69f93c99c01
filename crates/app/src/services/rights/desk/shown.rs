//! The lists of the desk: all that wait, one's own, the late ones, the decided.

use std::collections::BTreeSet;
use std::sync::Arc;

use seloste_kernel::{Fault, RecordId};
use seloste_register::{Access, Opened, Query, Waiting};
use seloste_web::Ctx;

use super::super::requests::{DECIDED, KIND, WAITING, overdue_requests};
use super::PATH;
use crate::app::App;
use crate::console::Staff;
use crate::place;

/// Rows on one page.
const ROWS: usize = 25;

/// One of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// All that wait.
    Open,
    /// Those that whoever looks takes care of.
    Mine,
    /// Those whose last day has passed.
    Late,
    /// The decided.
    Decided,
}

/// Records, and where the next page begins.
type Some25 = (Vec<Opened>, Option<String>);

impl List {
    /// All lists, in the order of the tabs.
    pub const ALL: [List; 4] = [List::Open, List::Mine, List::Late, List::Decided];

    /// The list that an address names.
    pub fn of(ctx: &Ctx) -> Self {
        let named = ctx.param("tila").unwrap_or_default();
        Self::ALL.into_iter().find(|list| list.word() == named).unwrap_or(Self::Open)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Mine => "omat",
            Self::Late => "myohassa",
            Self::Decided => "ratkaistut",
        }
    }

    /// The key of its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "rights-desk-open",
            Self::Mine => "case-list-mine",
            Self::Late => "case-list-late",
            Self::Decided => "rights-desk-decided",
        }
    }

    /// Its address, from this place on.
    pub fn path(self, from: Option<&str>) -> String {
        let word = Some(self.word()).filter(|word| !word.is_empty());
        let parts = [word.map(|word| format!("tila={word}")), from.map(|at| format!("jatko={at}"))];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", parts.join("&")) }
    }
}

/// A page of a list that the database keeps in order.
///
/// # Errors
/// When the store fails.
pub async fn all(ctx: &Ctx, app: &App, access: &Access, list: List) -> Result<Some25, Fault> {
    let decided = list == List::Decided;
    let states: &[&str] = if decided { &DECIDED } else { &WAITING };
    let states = states.iter().map(|state| (*state).to_owned()).collect();
    let after = ctx.param("jatko").and_then(|text| place::read(&text));
    let query = Query { states, soonest_first: !decided, after, limit: ROWS, ..Query::of(KIND) };
    let page = app.engine.page(access, &query).await?;
    Ok((page.records, page.next.map(place::write)))
}

/// A page of a list that is short: its order is known before anything is opened.
///
/// # Errors
/// When the store fails.
pub async fn few(
    ctx: &Ctx,
    app: &Arc<App>,
    (access, staff): (&Access, &Staff),
    list: List,
) -> Result<Some25, Fault> {
    let mut waiting = match list {
        List::Late => overdue_requests(app).await?,
        _ => mine(app, access, staff).await?,
    };
    waiting.sort_by_key(|one| (one.review, one.record));
    let from: usize = ctx.param("jatko").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut records = Vec::new();
    for one in waiting.iter().skip(from).take(ROWS) {
        match app.engine.read(access, one.record).await {
            Ok(opened) => records.push(opened),
            // Erased since the list was made.
            Err(fault) if fault.is_gone() => {}
            Err(fault) => return Err(fault),
        }
    }
    let end = from.saturating_add(ROWS);
    Ok((records, (end < waiting.len()).then(|| end.to_string())))
}

async fn mine(app: &App, access: &Access, staff: &Staff) -> Result<Vec<Waiting>, Fault> {
    let found = app.engine.find(access, "owner", &staff.person.to_string()).await?;
    let own: BTreeSet<RecordId> = found.into_iter().map(|(_, record)| record).collect();
    let mut waiting = app.engine.waiting(&access.register().notice.id, KIND, &WAITING).await?;
    waiting.retain(|one| own.contains(&one.record));
    Ok(waiting)
}

//! The lists of the desk: all that wait, one's own, the late ones, the decided.

use seloste_kernel::Fault;
use seloste_register::{Access, Opened, Query};
use seloste_web::Ctx;

use super::super::requests::{DECIDED, KIND, WAITING, overdue};
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

    /// The key of what its table is called.
    pub fn caption(self) -> &'static str {
        if self == Self::Decided { "rights-desk-caption-decided" } else { "rights-desk-caption" }
    }

    /// Its address, from this place on.
    pub fn path(self, from: Option<&str>) -> String {
        let word = Some(self.word()).filter(|word| !word.is_empty());
        let parts = [word.map(|word| format!("tila={word}")), from.map(|at| format!("jatko={at}"))];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", parts.join("&")) }
    }
}

/// A page of a list, in the order that the database keeps.
///
/// # Errors
/// When the store fails.
pub async fn page(
    ctx: &Ctx,
    app: &App,
    (access, staff): (&Access, &Staff),
    list: List,
) -> Result<Some25, Fault> {
    let open = || Query { soonest_first: true, ..Query::in_states(KIND, &WAITING) };
    let query = match list {
        List::Open => open(),
        List::Mine => {
            let by = app.engine.looked_up(access, "owner", &staff.person.to_string());
            Query { by: Some(by), ..open() }
        }
        List::Late => overdue(app.engine.now()),
        List::Decided => Query::in_states(KIND, &DECIDED),
    };
    let after = ctx.param("jatko").and_then(|text| place::read(&text));
    let page = app.engine.page(access, &Query { after, limit: ROWS, ..query }).await?;
    Ok((page.records, page.next.map(place::write)))
}

//! Slips, as everybody needs them who lists or erases: which case one belongs to, which a case has, and
//! what goes along with either.

use seloste_kernel::{Exit, Fault, PersonId, RecordId};
use seloste_register::{Action, Opened};

use super::{KIND, MAILBOX, SLIPS, job_access};
use crate::app::App;

/// A slip of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// Whose.
    pub person: PersonId,
    /// Which record.
    pub record: RecordId,
    /// Whether its holder is told what becomes of the case.
    pub shown: bool,
}

/// What a slip keeps of its case.
pub fn slip_mark(case: RecordId, shown: bool) -> String {
    format!("{}{case}", SLIPS[usize::from(shown)])
}

/// The slips of a case.
///
/// # Errors
/// When the store fails.
pub async fn slips_of(app: &App, case: RecordId) -> Result<Vec<Slip>, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let mut slips = Vec::new();
    for shown in [false, true] {
        let found = app.engine.find(&access, "matched", &slip_mark(case, shown)).await?;
        slips.extend(found.into_iter().map(|(person, record)| Slip { person, record, shown }));
    }
    Ok(slips)
}

/// What goes with other records.
#[derive(Debug, Default)]
pub struct Along {
    /// Whatever becomes of them meanwhile.
    pub records: Vec<RecordId>,
    /// Cases that go only while nobody is known to be meant by them.
    pub unclaimed: Vec<RecordId>,
}

/// What goes when these records do: the case of a slip, while nobody is known to be meant by it, for it
/// was its maker's; and what the slips of a case would lead to, where that was told.
///
/// # Errors
/// When the store fails.
pub async fn along_with(app: &App, erased: impl Iterator<Item = RecordId>) -> Result<Along, Fault> {
    let access = job_access(app, Action::DecideRequests)?;
    let mut along = Along::default();
    for record in erased {
        let opened = match app.engine.read(&access, record).await {
            Err(fault) if fault.is_gone() => continue,
            opened => opened?,
        };
        if opened.kind != KIND {
            continue;
        }
        let slips = slips_of(app, record).await?.into_iter();
        along.records.extend(slips.filter(|slip| slip.shown).map(|slip| slip.record));
        along.unclaimed.extend(case_behind(&opened));
    }
    Ok(along)
}

/// A case of which nobody is known to be meant; `None` for any other, and for one that is gone.
///
/// # Errors
/// When the store fails.
pub async fn still_unclaimed(app: &App, case: RecordId) -> Result<Option<Opened>, Fault> {
    match app.engine.read(&job_access(app, Action::DecideRequests)?, case).await {
        Err(fault) if fault.is_gone() => Ok(None),
        case => Ok(Some(case?).filter(is_unclaimed)),
    }
}

/// Which case a slip belongs to, told or not; `None` for what is no slip.
pub fn case_behind(slip: &Opened) -> Option<RecordId> {
    let matched = slip.text("matched", Exit::Decision);
    SLIPS.iter().find_map(|mark| matched.strip_prefix(mark))?.parse().ok()
}

fn is_unclaimed(case: &Opened) -> bool {
    let matched = case.text("matched", Exit::Decision);
    matched.is_empty() || [MAILBOX[0], MAILBOX[2]].iter().any(|mark| matched.starts_with(mark))
}

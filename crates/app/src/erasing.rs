//! The way to erase a person or a record, whoever does it: a page, a program, the command line, a
//! job. What the law wants kept is asked here.

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use maud::{Markup, html};
use seloste_kernel::{Fault, FaultKind, Lang, PersonId, RecordId, Timestamp};
use seloste_notice::floors;
use seloste_notice::model::{FieldType, Keep, Notice};
use seloste_notice::promises::anonymised;
pub use seloste_register::kept_by_law;
use seloste_register::{
    Access, Action, BY_LAW, Erased, HOLD, OF_HOLD, OF_RECORD, Outcome, Plan, RESTRICTION, Step, Why,
};
use seloste_web::Ctx;

use crate::app::App;
use crate::cases::{About, Along};
use crate::round::Round;
use crate::sentences::text;
use crate::services::rights::slip;
use crate::words::say;
use crate::{cases, remains};

/// What is answered where everything stays because the law wants it kept.
const BY_LAW_ALONE: &str = "rights-kept-by-law";

/// So often a case may change while it is about to go.
const CHANGES: usize = 8;

/// Refuses a plan that would erase what the law wants kept, or of which the law keeps everything.
///
/// # Errors
/// `Conflict` naming nothing but the fact.
pub fn allowed(notice: &Notice, plan: &Plan) -> Result<(), Fault> {
    let by_law = |step: &Step| match &step.outcome {
        Outcome::Keep(kept) => kept.iter().any(|kept| kept.ground == BY_LAW),
        Outcome::Remove | Outcome::Anonymise => kept_by_law(notice, &step.kind),
        Outcome::Strip { .. } => false,
    };
    let goes = |step: &Step| !matches!(step.outcome, Outcome::Keep(_));
    let refused =
        plan.steps().iter().any(|step| by_law(step) && (goes(step) || !plan.takes_something()));
    if refused {
        return Err(Fault::new(FaultKind::Conflict, BY_LAW_ALONE));
    }
    Ok(())
}

/// A ground's name for people: the law's, the notice's own, or what staff wrote.
pub fn ground_name(notice: &Notice, kind: &str, ground: &str, lang: Lang) -> String {
    if let Some(law) = floors::by_code(ground) {
        return law.citation(lang);
    }
    let declared = notice.kind(kind).and_then(|kind| {
        kind.holds.iter().find(|hold| hold.name == ground).map(|hold| text(&hold.text, lang))
    });
    match (declared, ground) {
        (Some(declared), _) => declared,
        (None, BY_LAW) => say(lang, "erasure-ground-by-law"),
        (None, RESTRICTION) => say(lang, "erasure-ground-restriction"),
        (None, "legal-claim") => say(lang, "erasure-ground-legal-claim"),
        (None, "authority-order") => say(lang, "erasure-ground-authority-order"),
        (None, "open-collection") => say(lang, "erasure-ground-open-collection"),
        (None, OF_HOLD) => say(lang, "erasure-ground-hold"),
        (None, OF_RECORD) => say(lang, "erasure-ground-record"),
        (None, other) => by_hand(notice, other, lang).unwrap_or_else(|| other.to_owned()),
    }
}

/// What stays of these kinds as counts of nobody, in the words of the notice.
pub fn counts<'a>(
    notice: &Notice,
    kinds: impl IntoIterator<Item = &'a str>,
    lang: Lang,
) -> Vec<String> {
    let kinds: BTreeSet<&str> = kinds.into_iter().collect();
    kinds.into_iter().filter_map(|kind| anonymised(notice.kind(kind)?, lang)).collect()
}

/// The same, on a page.
pub fn told_counts<'a>(
    ctx: &Ctx,
    notice: &Notice,
    kinds: impl IntoIterator<Item = &'a str>,
) -> Markup {
    let counts = counts(notice, kinds, ctx.lang);
    html! {
        @if !counts.is_empty() {
            h2 { (ctx.say("erasure-counts")) }
            ul { @for one in &counts { li { (one) } } }
        }
    }
}

/// A ground of the notice's own, on which staff hold something.
fn by_hand(notice: &Notice, ground: &str, lang: Lang) -> Option<String> {
    let field = notice.kind(HOLD)?.field("ground")?;
    let FieldType::Choice(choices) = &field.ty else { return None };
    let known = choices.iter().find(|(name, _)| name == ground);
    known.map(|(_, words)| text(words, lang))
}

/// The names of a kind's fields for people; what the program keeps beside them has none.
pub fn field_names(notice: &Notice, kind: &str, fields: &[String], lang: Lang) -> String {
    let declared = notice.kind(kind);
    let label = |name: &String| declared?.field(name).map(|field| text(&field.label, lang));
    fields.iter().filter_map(label).collect::<Vec<_>>().join(", ")
}

/// What erasing everything of a person would do.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::plan_person`].
pub async fn plan_person(app: &App, access: &Access, person: PersonId) -> Result<Plan, Fault> {
    let plan = app.engine.plan_person(access, person, Why::Request).await?;
    allowed(&access.register().notice, &plan)?;
    Ok(plan)
}

/// Erases everything of a person, with the requests that were made about them: those hold a
/// contact and words of theirs, too. Of those that asked for it a row without a name stays; those that
/// staff alone had found to be about them wait again. Tells the plan that was carried out.
///
/// # Errors
/// `Conflict` for what the law wants kept; otherwise as [`seloste_register::Engine::erase`].
pub async fn erase_person(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
) -> Result<(Plan, Erased), Fault> {
    let plan = plan_person(app, access, person).await?;
    let erased = carry_out(app, access, person, &plan).await?;
    Ok((plan, erased))
}

/// Carries out what [`plan_person`] gave, as it was shown.
///
/// # Errors
/// As [`seloste_register::Engine::erase`].
pub async fn carry_out(
    app: &Arc<App>,
    access: &Access,
    person: PersonId,
    plan: &Plan,
) -> Result<Erased, Fault> {
    // Where grounds keep everything of the person, the requests about it stay as well.
    let about = match plan.takes_something() || plan.steps().is_empty() {
        true => cases::about(app, person).await?,
        false => About::default(),
    };
    for found in about.found {
        cases::unmatch(app, found).await?;
        slip::settle(app, found).await?;
    }
    let asked = remains::before(app, &about.theirs).await?;
    let held = removed(plan).chain(about.theirs.clone());
    let mut along = cases::along_with(app, held).await?;
    along.records.extend(about.theirs);
    let erased = app.engine.erase(access, plan).await?;
    erase_along(app, along).await?;
    remains::after(app, asked, &[(person, plan)], &erased).await;
    Ok(erased)
}

/// The requests that a plan removes.
fn removed(plan: &Plan) -> impl Iterator<Item = RecordId> {
    let whole = plan.steps().iter().filter(|step| step.outcome.is_whole());
    whole.filter(|step| step.kind == cases::KIND).map(|step| step.record)
}

/// Erases requests that go with something else.
///
/// # Errors
/// As [`seloste_register::Engine::erase`].
pub async fn erase_along(app: &Arc<App>, along: Along) -> Result<(), Fault> {
    for request in along.records {
        erase_one(app, request, None).await?;
    }
    for case in along.unclaimed {
        erase_unclaimed(app, case).await?;
    }
    Ok(())
}

/// A mailbox or staff may say at this moment who is meant by it: then it stays, and is answered.
async fn erase_unclaimed(app: &Arc<App>, case: RecordId) -> Result<(), Fault> {
    for _ in 0..CHANGES {
        let Some(unclaimed) = cases::still_unclaimed(app, case).await? else { return Ok(()) };
        match erase_one(app, case, Some(unclaimed.version)).await {
            Err(fault) if fault.kind() == FaultKind::Conflict => {}
            done => return done,
        }
    }
    Err(Fault::new(FaultKind::Conflict, "store-conflict"))
}

async fn erase_one(app: &Arc<App>, request: RecordId, at: Option<i64>) -> Result<(), Fault> {
    let job = cases::job_access(app, Action::Erase)?;
    match app.engine.plan_record(&job, request, Why::Request).await {
        Ok(plan) => {
            let plan = match at {
                Some(version) => plan.only_at(request, version),
                None => plan,
            };
            app.engine.erase(&job, &plan).await.map(drop)
        }
        // It lay with the person and went with them.
        Err(fault) if fault.kind() == FaultKind::NotFound => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// What came of somebody's wish to have everything of theirs erased.
pub enum Leave {
    /// It was carried out.
    Gone(Plan, Erased),
    /// It will be then; until then they may change their mind.
    Waits(Timestamp),
}

/// Erases everything of a person at their own wish: at once, or after the time that the notice
/// gives them for changing their mind.
///
/// # Errors
/// As [`erase_person`].
pub async fn leave(app: &Arc<App>, access: &Access, person: PersonId) -> Result<Leave, Fault> {
    // What cannot be erased is told now and not when the time is over.
    plan_person(app, access, person).await?;
    if let Some(at) = app.engine.leave(access, person).await? {
        return Ok(Leave::Waits(at));
    }
    let (plan, erased) = erase_person(app, access, person).await?;
    Ok(Leave::Gone(plan, erased))
}

/// One round: those whose time for changing their mind is over go.
///
/// # Errors
/// When keys or store fail; what failed is tried again by the next round, and keeps none of the
/// others waiting.
pub async fn let_go(app: Arc<App>) -> Result<(), Fault> {
    let register = app.register()?.notice.id.clone();
    let mut round = Round::default();
    for person in app.engine.leavers(&register).await? {
        let job = cases::job_access(&app, Action::Erase)?;
        match erase_person(&app, &job, person).await {
            // What the law keeps stays, and somebody else may have erased the rest meanwhile. Whoever else
            // is in the way now is not by the next round.
            Err(fault) if fault.key() != BY_LAW_ALONE && !fault.is_gone() => round.went(Err(fault)),
            _ => round.went(app.engine.left(&job, person).await),
        }
    }
    round.end()
}

/// Refuses to erase by decision of staff what an open request is about: whoever asks to see, correct
/// or restrict their data would get an answer about nothing. People themselves may erase theirs.
///
/// # Errors
/// `Conflict` while such a request is open.
pub async fn refuse_before_the_answer(app: &App, person: PersonId) -> Result<(), Fault> {
    let erases = [cases::ERASURE, cases::DECIDING, cases::ERASING];
    let open: Vec<&str> =
        cases::WAITING.into_iter().filter(|state| !erases.contains(state)).collect();
    if cases::wait_for(app, person, &open).await? {
        return Err(Fault::new(FaultKind::Conflict, "erasure-open-request"));
    }
    Ok(())
}

/// Erases one record with all that hangs on it. Tells the plan that was carried out.
///
/// # Errors
/// `Conflict` for what the law wants kept, and for what an open request is about; otherwise as
/// [`seloste_register::Engine::erase`].
pub async fn erase_record(
    app: &Arc<App>,
    access: &Access,
    record: RecordId,
    why: Why,
) -> Result<(Plan, Erased), Fault> {
    let plan = app.engine.plan_record(access, record, why).await?;
    let erased = erase_as_shown(app, access, &plan, why).await?;
    Ok((plan, erased))
}

/// As [`erase_record`], by the plan that was shown.
///
/// # Errors
/// As [`erase_record`].
pub async fn erase_as_shown(
    app: &Arc<App>,
    access: &Access,
    plan: &Plan,
    why: Why,
) -> Result<Erased, Fault> {
    allowed(&access.register().notice, plan)?;
    if let (Why::Decision, Some(step)) = (why, plan.steps().first()) {
        refuse_before_the_answer(app, step.person).await?;
    }
    let along = cases::along_with(app, removed(plan)).await?;
    let erased = app.engine.erase(access, plan).await?;
    erase_along(app, along).await?;
    Ok(erased)
}

/// What names a plan in the form that is shown with it: whoever presses the button says that this is what
/// they saw. Until when something stays is left out, for that moves with the clock.
pub fn seen(plan: &Plan) -> i64 {
    let mut parts: Vec<String> = Vec::with_capacity(plan.steps().len());
    for step in plan.steps() {
        let kept: Vec<_> =
            step.outcome.kept().iter().map(|kept| (&kept.ground, &kept.fields)).collect();
        let whole = step.outcome.is_whole();
        parts.push(format!("{} {whole} {:?} {kept:?}", step.record, step.outcome.gone()));
    }
    parts.sort();
    let digest = digest(&SHA256, parts.join("\n").as_bytes());
    let first: [u8; 8] = std::array::from_fn(|at| digest.as_ref().get(at).copied().unwrap_or(0));
    i64::from_be_bytes(first)
}

/// When a record without a last day goes: by the criterion of its kind, or of the whole on which it hangs,
/// which is looked at by that day; a matter when it is decided.
pub fn reviewed(ctx: &Ctx, notice: &Notice, kind: &str, review: Timestamp) -> String {
    let own = notice.kind(kind);
    let whole = own.and_then(|kind| kind.part_of.as_ref()).and_then(|of| notice.kind(&of.value));
    let keeps = [own, whole].into_iter().flatten().filter_map(|kind| kind.keep.as_ref()).next();
    let date = ("date", ctx.date(review).into());
    match keeps {
        Some(Keep::Criterion { text: criterion, .. }) => {
            let criterion = text(criterion, ctx.lang);
            ctx.say_with("rights-goes-criterion", &[("criterion", criterion.into()), date])
        }
        _ => ctx.say_with("rights-goes-review", &[date]),
    }
}

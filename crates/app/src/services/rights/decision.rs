//! A decision on a request, wherever it is taken: what is wrong with it, the letter that will tell it,
//! and the deed. The letter is written before, from the plan that is then carried out.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_lc_rs::digest::{SHA256, digest};
use jiff::SignedDuration;
use seloste_kernel::{EntryId, Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_notice::refusals;
use seloste_register::{
    Access, Action, Draft, Erased, Opened, Outcome, Owner, Plan, RestrictionGround,
};

use super::letter::{self, Decided, Paper, Stays};
use super::mailbox::Plans;
use super::requests::{self, ANSWER, DECIDING, ERASING, ERASURE, OPEN};
use super::{behalf, job, mailbox, may_restrict, objecting, review, slip, withdrawal};
use crate::app::App;
use crate::output::hex;
use crate::sentences::text;
use crate::{cases, erasing, post};

/// The decision that grants everything.
pub const GRANTED: &str = "granted";

/// A decision takes no longer than this; a claim that is older was left by a crash.
const CLAIM: SignedDuration = SignedDuration::from_mins(10);

/// Requests whose answer nobody but the one who decides can put into words.
const IN_WORDS: [&str; 5] = ["rectification", review::RIGHT, "fault", "other", cases::OPENNESS];

/// What is done to the data themselves when it is granted: nobody's is touched for somebody unknown.
const ACTS: [&str; 5] = [ERASURE, "withdraw-consent", "restriction", "objection", review::RIGHT];

/// What is decided.
#[derive(Clone)]
pub struct Decision {
    /// `granted`, `partly` or `refused`.
    pub decision: String,
    /// The code of the ground on which it is not granted in full; for a document, words.
    pub ground: String,
    /// What whoever decides says themselves.
    pub words: Sensitive<String>,
}

/// A decision whose letter is written.
pub struct Prepared {
    /// The letter.
    pub paper: Paper,
    /// Whose data are erased, and by which plan.
    pub erases: Option<Plans>,
    /// Whether a ground keeps something of whose data are erased: the letter is then read with them.
    pub leaves: bool,
    /// Whether the letter goes by mail.
    pub by_mail: bool,
}

/// What was done.
pub enum Done {
    /// The person's data are gone, and the request with them: no letter is kept or sent.
    Erased(Erased),
    /// The answer is written.
    Answered,
}

/// Gives leave to act, to whoever decides.
pub type Leave<'a> = &'a (dyn Fn(Action) -> Result<Access, Fault> + Sync);

impl Decision {
    fn is_granted(&self) -> bool {
        self.decision == GRANTED
    }

    fn words(&self) -> &str {
        self.words.expose(Exit::Page).trim()
    }

    /// Whether the person's data go if this is carried out.
    pub fn erases(&self, request: &Opened) -> bool {
        self.is_granted() && request.text("type", Exit::Decision) == ERASURE
    }

    /// What is wrong with it: the field and the key of what is said there. Who refuses says why
    /// (Art. 12(4)), and nobody's data are touched or told for somebody unknown.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn wrong(
        &self,
        app: &Arc<App>,
        request: &Opened,
    ) -> Result<Vec<(&'static str, &'static str)>, Fault> {
        let mut wrong = Vec::new();
        let asked = request.text("type", Exit::Decision);
        let known =
            letter::is_openness(request) || refusals::of(asked).any(|of| of.code == self.ground);
        if !self.is_granted() && self.ground.is_empty() {
            wrong.push(("ground", "rights-ground-missing"));
        } else if !self.is_granted() && !known {
            wrong.push(("ground", "case-ground-other-right"));
        }
        let ground = refusals::by_code(&self.ground).filter(|_| known && !self.is_granted());
        let tells_itself = ground.is_some_and(|ground| ground.whole)
            || self.is_granted() && tells_deed(app, request).await? && !IN_WORDS.contains(&asked);
        if self.words().is_empty() && !tells_itself {
            wrong.push(("text", "rights-answer-missing"));
        }
        if self.decision != "refused" && behalf::is_unchecked(request) {
            wrong.push(("decision", "rights-mandate-first"));
        }
        if self.is_granted() && ACTS.contains(&asked) && !requests::is_known(request) {
            wrong.push(("decision", "rights-not-identified"));
        }
        if self.decision != "refused" && asked == review::RIGHT && requests::is_known(request) {
            let access = cases::job_access(app, Action::DecideRequests)?;
            let records = review::decided(app, &access, request).await?;
            wrong.extend(review::unready(&records).map(|key| ("decision", key)));
        }
        Ok(wrong)
    }
}

/// Whether a letter can tell by itself what was done. Of whose mailbox has confirmed a request nobody
/// knows whether they have a code, unless they gave that of the request: how they are shown data,
/// somebody tells them.
async fn tells_deed(app: &App, request: &Opened) -> Result<bool, Fault> {
    let acts = ACTS.contains(&request.text("type", Exit::Decision));
    if requests::target(request).is_some() || acts && requests::is_known(request) {
        return Ok(true);
    }
    Ok(requests::is_known(request) && slip::maker_is_known(app, request).await?)
}

impl Prepared {
    /// What names the letter: whoever sends it says that this is the one they saw.
    pub fn seen(&self) -> String {
        hex(&digest(&SHA256, self.paper.to_text().as_bytes()).as_ref()[..16])
    }
}

/// Writes the letter of a decision. Nothing is done yet.
///
/// # Errors
/// `Conflict` for what the law wants kept, or when nothing could be erased.
pub async fn prepare(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    decision: &Decision,
) -> Result<Prepared, Fault> {
    let notice = &access.register().notice;
    let erases = match decision.erases(request) && requests::is_known(request) {
        true => Some(mailbox::plan(app, access, request).await?),
        false => None,
    };
    let mut of = Decided {
        decision: &decision.decision,
        behind: slip::behind(app, request).await?,
        is_known: tells_deed(app, request).await?,
        ground: refusals::by_code(&decision.ground).filter(|_| !decision.is_granted()),
        ..Decided::default()
    };
    let reviews = request.text("type", Exit::Decision) == review::RIGHT && of.is_known;
    if reviews && decision.decision != "refused" && may_be_told(app, request).await? {
        let records = review::decided(app, access, request).await?;
        of.reviewed = review::results(notice, &records, job::language(request));
    }
    if let Some(plans) = &erases {
        let plans: Vec<&Plan> = plans.of.iter().map(|(_, plan)| plan).collect();
        (of.goes, of.stays) = told(notice, &plans, job::language(request));
        let kinds = plans.iter().flat_map(|plan| plan.counted());
        of.counted = erasing::counts(notice, kinds, job::language(request));
        let holds = plans.iter().any(|plan| !plan.steps().is_empty());
        if holds && !plans.iter().any(|plan| plan.takes_something()) {
            return Err(Fault::new(FaultKind::Conflict, "case-nothing-goes"));
        }
        if !of.stays.is_empty() {
            of.decision = "partly";
        }
    }
    let free = letter::is_openness(request) && !decision.is_granted();
    let words = match free {
        true => format!("{}\n\n{}", decision.ground, decision.words()),
        // Of a granted erasure nothing is kept, so nobody's own words go along.
        false if erases.is_some() => String::new(),
        false => decision.words().to_owned(),
    };
    of.words = &words;
    let paper = letter::decided(letter::from(app, notice, request), request, &of, app.engine.now());
    let by_mail = erases.is_none() && letter::goes_by_mail(app, request).await?;
    let leaves = !of.stays.is_empty();
    Ok(Prepared { paper, erases, leaves, by_mail })
}

/// Whether whoever made a request may read what was decided about whom it is about: they are that
/// person, their right to act for them was looked at, or staff know who they are.
async fn may_be_told(app: &App, request: &Opened) -> Result<bool, Fault> {
    let shown = !cases::is_about(request) || behalf::is_checked(request);
    Ok(shown || slip::maker_is_known(app, request).await?)
}

/// The letter to somebody of whom a ground keeps something, whoever asked for the erasure.
///
/// # Errors
/// Before the first publishing.
pub fn letter_of_erasure(
    app: &App,
    request: &Opened,
    plan: &Plan,
    proof: &[EntryId],
) -> Result<Paper, Fault> {
    let notice = &app.register()?.notice;
    let (goes, stays) = told(notice, &[plan], job::language(request));
    let decision = "partly";
    let counted = erasing::counts(notice, plan.counted(), job::language(request));
    let known = Decided { is_known: true, proof, counted, ..Decided::default() };
    let of = Decided { decision, goes, stays, ..known };
    Ok(letter::decided(letter::from(app, notice, request), request, &of, app.engine.now()))
}

/// Plans in the words of a letter: what goes, and what stays on which ground.
fn told(
    notice: &Notice,
    plans: &[&Plan],
    lang: seloste_kernel::Lang,
) -> (Vec<(String, usize)>, Vec<Stays>) {
    let name = |kind: &str| {
        notice.kind(kind).map_or_else(|| kind.to_owned(), |known| text(&known.title, lang))
    };
    let (mut goes, mut stays) = (BTreeMap::<String, usize>::new(), Vec::new());
    for step in plans.iter().flat_map(|plan| plan.steps()) {
        let title = name(&step.kind);
        let part = |fields: &[String]| match fields.is_empty() {
            true => title.clone(),
            false => {
                let fields = erasing::field_names(notice, &step.kind, fields, lang);
                format!("{title} ({fields})")
            }
        };
        match &step.outcome {
            Outcome::Remove | Outcome::Anonymise => *goes.entry(title.clone()).or_default() += 1,
            Outcome::Strip { gone, .. } => *goes.entry(part(gone)).or_default() += 1,
            Outcome::Keep(_) => {}
        }
        stays.extend(step.outcome.kept().iter().map(|kept| Stays {
            what: part(&kept.fields),
            why: erasing::ground_name(notice, &step.kind, &kept.ground, lang),
            until: kept.until_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()),
        }));
    }
    (goes.into_iter().collect(), stays)
}

/// Refuses a request that does not wait. One that was claimed long ago waits: whoever claimed it
/// has crashed. A granted erasure that was begun is decided.
///
/// # Errors
/// `Conflict` when it is decided, or somebody is about to.
pub fn may_claim(request: &Opened, now: Timestamp) -> Result<(), Fault> {
    let waits = requests::WAITING.contains(&request.state.as_str()) && request.state != ERASING;
    if waits && !(request.state == DECIDING && is_held(request, now)) {
        Ok(())
    } else {
        Err(taken())
    }
}

/// Whether whoever claimed a request may still be at work.
pub fn is_held(request: &Opened, now: Timestamp) -> bool {
    now.duration_since(request.updated) < CLAIM
}

/// What a fault says where somebody else was quicker.
pub const TAKEN: &str = "rights-already-decided";

/// Somebody else was quicker.
pub fn taken() -> Fault {
    Fault::new(FaultKind::Conflict, TAKEN)
}

/// Claims the request at the version that was seen, does what was decided, and writes the letter;
/// gives the request back when nothing comes of it. An erasure of which something was done stays claimed,
/// and the program brings it to its end.
///
/// # Errors
/// As the engine's operations; `Conflict` when somebody else was quicker.
pub async fn carry_out(
    app: &Arc<App>,
    leave: Leave<'_>,
    (request, seen): (&Opened, i64),
    decision: &Decision,
    prepared: &Prepared,
) -> Result<Done, Fault> {
    let access = leave(Action::DecideRequests)?;
    // That it was granted stands with the claim.
    let claim_of = if prepared.erases.is_some() { ERASING } else { DECIDING };
    let claimed = claim(app, &access, (request, seen), claim_of).await?;
    let done = effect(app, leave, &claimed, decision, prepared).await;
    match &done {
        Ok(Done::Answered) => {}
        // Where the law keeps something of it, the request is still there and waits for a refusal.
        Ok(Done::Erased(_)) => give_back(app, &access, &claimed, OPEN).await,
        Err(fault) if fault.key() == mailbox::GOES_ON => {}
        Err(_) => give_back(app, &access, &claimed, &request.state).await,
    }
    done
}

/// Takes the request for one decision, before anything is done: one conditional write at the
/// version that was seen, so that of two who decide at the same moment one does.
async fn claim(
    app: &App,
    access: &Access,
    (request, seen): (&Opened, i64),
    state: &str,
) -> Result<Opened, Fault> {
    let version = app.engine.set_state(access, request.id, seen, state).await;
    let version = version.map_err(|fault| match fault.kind() {
        FaultKind::Conflict => taken(),
        _ => fault,
    })?;
    Ok(Opened { version, state: state.to_owned(), ..request.clone() })
}

/// Nothing came of a claim. Where even this fails, the claim ends by its age.
async fn give_back(app: &App, access: &Access, claimed: &Opened, state: &str) {
    if let Ok(still) = app.engine.read(access, claimed.id).await
        && still.state == claimed.state
        && let Err(fault) = app.engine.set_state(access, still.id, still.version, state).await
    {
        tracing::warn!(?fault, "a request could not be given back after a failed decision");
    }
}

async fn effect(
    app: &Arc<App>,
    leave: Leave<'_>,
    request: &Opened,
    decision: &Decision,
    prepared: &Prepared,
) -> Result<Done, Fault> {
    if let Some(plans) = &prepared.erases {
        let erased = mailbox::erase(app, &leave(Action::Erase)?, request, plans).await?;
        return Ok(Done::Erased(erased));
    }
    if requests::is_known(request) {
        let persons = mailbox::persons(app, request).await?;
        act(app, leave, (request, decision), persons).await?;
    }
    close(app, &leave(Action::DecideRequests)?, request, decision, prepared).await?;
    Ok(Done::Answered)
}

/// What is done to the data of those whom a decided request is about.
async fn act(
    app: &Arc<App>,
    leave: Leave<'_>,
    (request, decision): (&Opened, &Decision),
    persons: Vec<PersonId>,
) -> Result<(), Fault> {
    let granted = decision.is_granted();
    let asked = request.text("type", Exit::Decision);
    if asked == "restriction" && granted {
        return restrict(app, leave, persons).await;
    }
    for person in persons {
        match asked {
            "withdraw-consent" if granted => {
                withdrawal::withdraw_all(app, &leave(Action::Erase)?, person).await.map(drop)?;
            }
            // Refused, what was closed meanwhile opens again.
            "objection" => {
                let upheld = decision.decision != "refused";
                let access = leave(Action::DecideRequests)?;
                objecting::decide(app, &access, (request, person), upheld).await?;
            }
            objecting::MARKETING if granted => {
                objecting::close_use(app, &leave(Action::DecideRequests)?, person).await?;
            }
            _ => {}
        }
    }
    Ok(())
}

async fn restrict(app: &Arc<App>, leave: Leave<'_>, persons: Vec<PersonId>) -> Result<(), Fault> {
    let access = leave(Action::DecideRequests)?;
    for person in persons {
        if !may_restrict(app, person).await? {
            return Err(Fault::new(FaultKind::Conflict, "rights-no-restriction"));
        }
        app.engine.restrict(&access, person, None, RestrictionGround::Accuracy).await?;
    }
    Ok(())
}

/// Writes the answer and closes the case with one write, from which the keeping of both is counted: an
/// interrupted decision stays open, has no last day, and is taken again.
async fn close(
    app: &Arc<App>,
    access: &Access,
    request: &Opened,
    decision: &Decision,
    prepared: &Prepared,
) -> Result<(), Fault> {
    // What was done for the person may have changed the request meanwhile.
    let request = app.engine.read(access, request.id).await?;
    if request.state != DECIDING {
        return Err(taken());
    }
    let ground = if decision.is_granted() { String::new() } else { decision.ground.clone() };
    let mut draft = Draft::new(ANSWER, "decided", job::language(&request))
        .part_of(request.id)
        .ends_whole(request.version, &decision.decision, "decided", app.engine.now())
        .field("decision", decision.decision.clone())
        .field("ground", ground)
        .field("text", decision.words.clone())
        .field("letter", prepared.paper.to_text());
    if prepared.by_mail {
        draft = draft.state(post::QUEUED).then_job(job::ANSWER);
    }
    app.engine.collect(access, Owner::Existing(request.person), draft).await?;
    slip::tell(app, request.id).await
}

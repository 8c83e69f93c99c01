//! Setting a hold: on some fields of a record, on the whole of it, or on everything that is held of the
//! same person now. Nothing of it is opened: what it is about is told by kinds, numbers and fields.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, Lang, RecordId, Sensitive, Timestamp, ZONE};
use seloste_notice::model::{Collect, Notice};
use seloste_register::{
    Access, Draft, HELD_TOGETHER, HOLD, Held, Holding, Outline, PACKAGE, declared_grounds,
};
use seloste_web::components::{Tone, definitions, empty, note};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, Ctx, Page, public_text};

use super::{access, name, path, up};
use crate::app::App;
use crate::console::Staff;
use crate::sentences::text;
use crate::{done, forms, holding};

/// The ground on which somebody must say against whom.
const CLAIM: &str = "legal-claim";

/// How much is held.
const FIELDS: &str = "fields";
const RECORD: &str = "record";
const PERSON: &str = "person";

/// Whether a record of this kind can be held: what tells of a hold goes with that, and a copy of
/// everything with what it copies.
pub(super) fn is_held(kind: &str) -> bool {
    ![HOLD, PACKAGE].contains(&kind)
}

/// The record behind the address, with what else is held of its person and what keeps all of it.
struct About {
    record: Outline,
    all: Vec<Outline>,
    holds: std::collections::BTreeMap<RecordId, Vec<Held>>,
}

impl About {
    async fn of(app: &App, access: &Access, id: RecordId) -> Result<Self, Fault> {
        let person = app.engine.person_of(access, id).await?;
        let mut all = app.engine.held(access, person).await?;
        all.retain(|one| is_held(&one.kind));
        let record = all.iter().find(|one| one.record == id).cloned();
        let record = record.ok_or_else(Fault::not_found)?;
        let ids: Vec<RecordId> = all.iter().map(|one| one.record).collect();
        let holds = app.engine.holds_on(access, person, &ids).await?;
        Ok(Self { record, all, holds })
    }

    fn held(&self, record: RecordId) -> &[Held] {
        self.holds.get(&record).map_or(&[][..], Vec::as_slice)
    }

    /// The records that are to be held: of all of the person's those that this ground does not hold yet.
    fn chosen(&self, scope: &str, ground: &str) -> Vec<RecordId> {
        if scope != PERSON {
            return vec![self.record.record];
        }
        let free = |one: &&Outline| !self.held(one.record).iter().any(|hold| hold.ground == ground);
        self.all.iter().filter(free).map(|one| one.record).collect()
    }

    fn kind<'a>(&self, notice: &'a Notice) -> Option<&'a Collect> {
        notice.kind(&self.record.kind)
    }
}

fn spec(ctx: &Ctx, notice: &Notice, about: &About) -> FormSpec {
    let declared = notice.kind(HOLD);
    let asked = |name: &str| Some(forms::one(declared?.field(name)?, ctx.lang));
    let scopes = [FIELDS, RECORD, PERSON];
    let scopes = scopes.map(|name| Choice::new(name, ctx.say(&format!("holds-scope-{name}"))));
    let names = about.kind(notice).map(|kind| kind.fields.as_slice()).unwrap_or_default();
    let names = names.iter().map(|field| Choice::new(&field.name, text(&field.label, ctx.lang)));
    let mut fields: Vec<Field> = asked("ground").into_iter().collect();
    fields.extend(asked("matter"));
    fields.extend(
        asked("recipient").map(|field| field.help(ctx.say("holds-recipient-help")).conditional()),
    );
    fields.extend(asked("reason").map(Field::required));
    let scope = Field::new("scope", ctx.say("holds-scope"), Kind::Radio(scopes.to_vec()));
    fields.push(scope.help(ctx.say("holds-scope-help")).required());
    let names = Field::new(FIELDS, ctx.say("holds-fields"), Kind::Checks(names.collect()));
    fields.push(names.help(ctx.say("holds-fields-help")).conditional());
    let until = Field::new("until", ctx.say("holds-last"), Kind::Date);
    fields.push(until.help(ctx.say("holds-last-help")));
    FormSpec::new("hold-set", fields)
}

fn page(
    ctx: &Ctx,
    notice: &Notice,
    about: &About,
    (values, errors): (&Values, &FormErrors),
) -> Response {
    let (spec, submit) = (spec(ctx, notice, about), ctx.say("holds-set"));
    let action = holding::way_to(about.record.record);
    let form = Form { spec: &spec, action: &action, values, errors, submit: &submit };
    let body = html! {
        (standing(ctx, notice, about))
        @if declared_grounds(notice).is_empty() {
            (empty(&ctx.say("holds-undeclared"), html! {}))
        } @else { (form.render(ctx, html! {})) }
    };
    let Outline { kind, number, .. } = &about.record;
    let args = [("record", name(ctx, notice, kind, *number).into())];
    Page::new(ctx.say_with("holds-set-title", &args), body)
        .lead(ctx.say("holds-set-lead"))
        .trail(vec![up(ctx)])
        .status(errors.status())
        .render(ctx)
}

/// What keeps the record already.
fn standing(ctx: &Ctx, notice: &Notice, about: &About) -> Markup {
    let held = about.held(about.record.record);
    html! {
        @if !held.is_empty() {
            (note(Tone::Info, &ctx.say("holds-there"), definitions(&holding::told(ctx, notice, &about.record.kind, held))))
        }
    }
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
) -> Answer {
    let access = access(&app, &staff)?;
    let about = About::of(&app, &access, id).await?;
    Ok(page(&ctx, &access.register().notice, &about, (&Values::none(), &FormErrors::none())))
}

pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path(id): Path<RecordId>,
    sent: Submission,
) -> Answer {
    let access = access(&app, &staff)?;
    let about = About::of(&app, &access, id).await?;
    let notice = &access.register().notice;
    let (values, command) = match sent.read(&ctx, &spec(&ctx, notice, &about))? {
        Reading::Good(values, command) => (values, command),
        Reading::Bad(values, errors) => return Ok(page(&ctx, notice, &about, (&values, &errors))),
    };
    match put(&ctx, &app, (&access, &staff), &about, (&values, command.0)).await? {
        Ok(ground) => Ok(ctx.redirect(&done::at(&path(id, &ground), "asetettu"))),
        Err(errors) => {
            ctx.send_again(command);
            Ok(page(&ctx, notice, &about, (&values, &errors)))
        }
    }
}

/// Sets the hold and gives its ground, or tells what stands against it.
async fn put(
    ctx: &Ctx,
    app: &Arc<App>,
    (access, staff): (&Access, &Staff),
    about: &About,
    (values, command): (&Values, [u8; 16]),
) -> Result<Result<String, FormErrors>, Fault> {
    let holding = match wished(ctx, about, values) {
        Ok(holding) => holding,
        Err(errors) => return Ok(Err(errors)),
    };
    let why = why(staff, &access.register().notice, about, (&holding, values)).command(command);
    match app.engine.hold(access, &holding, Some(why)).await {
        Ok(()) => Ok(Ok(holding.ground)),
        Err(fault) => wrong(ctx, fault).map(Err),
    }
}

fn typed<'a>(values: &'a Values, name: &str) -> &'a str {
    values.get(name).map_or("", |value| value.expose(Exit::Decision))
}

/// What is to be held, or everything that is still missing for it.
fn wished(ctx: &Ctx, about: &About, values: &Values) -> Result<Holding, FormErrors> {
    let mut errors = FormErrors::none();
    let (ground, scope) = (typed(values, "ground"), typed(values, "scope"));
    let fields: Vec<String> = match scope {
        FIELDS => {
            values.all(FIELDS).iter().map(|name| name.expose(Exit::Decision).clone()).collect()
        }
        _ => Vec::new(),
    };
    if scope == FIELDS && fields.is_empty() {
        errors.add(FIELDS, ctx.say("holds-fields-missing"));
    }
    if scope != FIELDS && !values.all(FIELDS).is_empty() {
        errors.add("scope", ctx.say("holds-scope-differs"));
    }
    if ground == CLAIM && values.get("recipient").is_none() {
        errors.add("recipient", ctx.say("holds-recipient-missing"));
    }
    let until = day(typed(values, "until"));
    if until.is_some_and(|until| until <= ctx.now) {
        errors.add("until", ctx.say("holds-last-past"));
    }
    let records = about.chosen(scope, ground);
    if records.len() > HELD_TOGETHER {
        let most = [("most", HELD_TOGETHER.into())];
        errors.add("scope", ctx.say_with("holds-scope-many", &most));
    }
    if records.is_empty() {
        errors.add("ground", ctx.say("fault-hold-there"));
    }
    let holding = Holding { records, ground: ground.to_owned(), fields, until };
    if errors.is_empty() { Ok(holding) } else { Err(errors) }
}

/// The beginning of a day here.
fn day(text: &str) -> Option<Timestamp> {
    let day = text.parse::<jiff::civil::Date>().ok()?;
    Some(day.in_tz(ZONE).ok()?.timestamp())
}

/// The record that says what it is for.
fn why(
    staff: &Staff,
    notice: &Notice,
    about: &About,
    (holding, values): (&Holding, &Values),
) -> Draft {
    let join = |words: Vec<String>| words.join(" ");
    let item = |field: &String| format!("{}.{field}", about.record.kind);
    let made = [
        ("ground", holding.ground.clone()),
        ("items", join(holding.fields.iter().map(item).collect())),
        ("about", join(holding.records.iter().map(RecordId::to_string).collect())),
        ("handler", staff.person.to_string()),
    ];
    let has = |name: &str| notice.kind(HOLD).is_some_and(|kind| kind.field(name).is_some());
    let mut draft = Draft::new(HOLD, "written", Lang::default()).numbered();
    for (name, value) in made.into_iter().filter(|(name, value)| has(name) && !value.is_empty()) {
        draft = draft.field(name, Sensitive::new(value));
    }
    for name in ["matter", "recipient", "reason"].into_iter().filter(|name| has(name)) {
        if let Some(value) = values.get(name) {
            draft = draft.field(name, value.clone());
        }
    }
    draft
}

/// What stands against it, at its field.
fn wrong(ctx: &Ctx, fault: Fault) -> Result<FormErrors, Fault> {
    if fault.kind() == FaultKind::Conflict && fault.field() == Some("ground") {
        let mut errors = FormErrors::none();
        errors.add("ground", public_text(ctx, &fault));
        return Ok(errors);
    }
    forms::wrong_field(ctx, fault)
}

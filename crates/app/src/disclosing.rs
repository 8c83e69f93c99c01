//! Giving data to somebody outside, whatever they are: what the form asks, how it is read, what waits
//! for a second person, and how the data are shown once the record of it is on disk.

use axum::response::Response;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, PersonId};
use seloste_notice::model::{Notice, Recipient};
use seloste_notice::statutes;
use seloste_register::{
    APPROVED, Circumstances, DISCLOSURE, Disclosure, Ground, Item, Leave, OWN_TASK, Opened,
    PROPOSED, Query, Register, Waiting,
};
use seloste_web::components::{Tone, button_quiet, definitions, link_button, note, post_button};
use seloste_web::form::{Choice, Field, FormErrors, Kind, Values};
use seloste_web::{Ctx, Link, Page};

use crate::app::App;
use crate::sentences::text;
use crate::services::rights;
use crate::{cases, forms};

/// Somebody whom the notice does not declare. Choosing it is refused and says where to declare them.
const OTHER: &str = "other";

/// The button that hands over what was approved, in its token.
pub const HAND_OVER: &str = "hand-over";

/// Grounds for everything at once: nobody's mandate covers others, and a second person looks at
/// one disclosure at a time.
pub const FOR_ALL: &[&str] = &["consent", "listed"];

/// Grounds for one record.
pub const FOR_ONE: &[&str] = &["consent", "mandate", "listed", "statute"];

/// What every disclosure must tell; `grounds` are those that it may rest on.
pub fn fields(ctx: &Ctx, register: &Register, grounds: &[&str]) -> Vec<Field> {
    let may = |ground: &str| grounds.contains(&ground);
    let line = |name: &str| Field::new(name, ctx.say(&format!("disclose-{name}")), Kind::Line);
    let helped =
        |name: &str| line(name).help(ctx.say(&format!("disclose-{name}-help"))).conditional();
    let choices = grounds.iter().map(|name| {
        let mut choice = Choice::new(*name, ctx.say(&format!("disclose-ground-{name}")));
        choice.help = (*name == "statute").then(|| ctx.say("disclose-ground-statute-help"));
        choice
    });
    let ground = Kind::Radio(choices.collect());
    let mut fields = vec![
        Field::new(
            "recipient",
            ctx.say("disclose-recipient"),
            Kind::Select(receivers(ctx, register)),
        )
        .required()
        .help(ctx.say("disclose-recipient-help")),
        helped("called"),
        Field::new("purpose", ctx.say("disclose-purpose"), Kind::Select(purposes(ctx, register)))
            .required()
            .help(ctx.say("disclose-purpose-help")),
        Field::new("ground", ctx.say("disclose-ground"), ground).required(),
        helped("reference"),
    ];
    let declared = register.notice.kind(seloste_register::DISCLOSURE);
    let document = declared.and_then(|kind| kind.field("document"));
    if let Some(document) = document.filter(|_| may("mandate")) {
        fields.push(forms::one(document, ctx.lang).conditional());
        let checked = Field::new("checked", ctx.say("disclose-checked"), Kind::Consent);
        fields.push(checked.conditional());
    }
    let openness = rights::takes_openness(&register.notice);
    let statute = Kind::Select(provisions(ctx, openness));
    let statute = Field::new("statute", ctx.say("disclose-statute"), statute);
    fields.push(statute.help(ctx.say("disclose-statute-help")).conditional());
    if openness {
        fields.push(helped("request"));
    }
    if may("statute") {
        fields.extend([helped("act"), helped("section")]);
    }
    let recipients = &register.notice.recipients;
    for fact in ["requester", "matter"] {
        fields.extend(recipients.iter().any(|to| to.demands(fact)).then(|| helped(fact)));
    }
    // Nothing of many at once goes before a second person has looked at it, and so neither in a hurry.
    let hurries = may("statute") && recipients.iter().any(Recipient::may_go_at_once);
    fields.extend(hurries.then(|| helped("urgency")));
    fields
}

/// The provisions that can be cited. The openness act binds authorities, and only a notice that takes
/// requests under it has any.
fn provisions(ctx: &Ctx, openness: bool) -> Vec<Choice> {
    let label = |statute: &statutes::Statute| {
        let (act, right) = (text(&statute.act, ctx.lang), text(&statute.right, ctx.lang));
        format!("{act} {}: {right}", statute.section)
    };
    let known = statutes::all().iter().filter(|statute| openness || !statute.openness);
    known.map(|statute| Choice::new(&statute.code, label(statute))).collect()
}

/// Those whom the notice declares, those that work for the controller last.
fn receivers(ctx: &Ctx, register: &Register) -> Vec<Choice> {
    let declared = |processor: bool| {
        let of = move |known: &&Recipient| (known.role == "processor") == processor;
        let choice = |known: &Recipient| Choice::new(&known.name, known.called(ctx.lang));
        register.notice.recipients.iter().filter(of).map(choice)
    };
    let other = Choice::new(OTHER, ctx.say("disclose-recipient-other"));
    declared(false).chain(declared(true)).chain([other]).collect()
}

/// All purposes that there are, forbidden ones too: choosing one is refused and says by which
/// promise, instead of tempting anybody to call it something else.
fn purposes(ctx: &Ctx, register: &Register) -> Vec<Choice> {
    let notice = &register.notice;
    let own = Choice::new(OWN_TASK, ctx.say("disclose-purpose-own"));
    let declared = notice
        .purposes
        .iter()
        .map(|purpose| Choice::new(&purpose.name, text(&purpose.text, ctx.lang)));
    let forbidden = notice.forbidden.iter().map(|item| {
        let name = ctx.say(&format!("disclose-purpose-{}", item.name));
        Choice::new(
            &item.name,
            ctx.say_with("disclose-purpose-forbidden", &[("name", name.into())]),
        )
    });
    std::iter::once(own).chain(declared).chain(forbidden).collect()
}

/// The disclosure that was filled in; the engine judges it.
///
/// # Errors
/// `Invalid` for a request under the openness act that does not wait for an answer.
pub async fn disclosure(
    ctx: &Ctx,
    app: &App,
    values: &Values,
    (items, fields): (String, Vec<Item>),
) -> Result<Disclosure, Fault> {
    let typed = |name: &str| {
        values.get(name).map(|value| value.expose(Exit::Decision).clone()).unwrap_or_default()
    };
    let ground = match typed("ground").as_str() {
        "statute" => Ground::Statute { act: typed("act"), section: typed("section") },
        "listed" => {
            let code = typed("statute");
            let openness = statutes::by_code(&code).is_some_and(|statute| statute.openness);
            let request = match openness {
                true => request(ctx, app, &typed("request")).await?,
                false => String::new(),
            };
            Ground::Listed { code, request }
        }
        "mandate" => Ground::Mandate {
            reference: typed("reference"),
            document: values.get("document").cloned(),
            checked: values.is_ticked("checked"),
        },
        _ => Ground::Consent { reference: typed("reference") },
    };
    let (recipient, called, purpose) = (typed("recipient"), typed("called"), typed("purpose"));
    let told = Circumstances {
        requester: typed("requester"),
        matter: typed("matter"),
        urgency: typed("urgency"),
    };
    Ok(Disclosure { recipient, called, purpose, ground, items, fields, told })
}

/// How an open request under the openness act is named; empty when no number was given.
async fn request(ctx: &Ctx, app: &App, typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let number = typed.parse().unwrap_or_default();
    if !cases::openness_waits(app, number).await? {
        return Err(Fault::new(FaultKind::Invalid, "disclose-request-unknown").in_field("request"));
    }
    Ok(ctx.say_with("disclose-request-named", &[("number", number.into())]))
}

/// The boxes for the fields of this kind that can be given.
pub fn items(ctx: &Ctx, notice: &Notice, kind: &str, names: &[&str]) -> Field {
    let choices = names.iter().map(|name| Choice::new(*name, label(ctx, notice, kind, name)));
    Field::new("items", ctx.say("disclose-items"), Kind::Checks(choices.collect())).required()
}

/// A field in the notice's words.
pub fn label(ctx: &Ctx, notice: &Notice, kind: &str, name: &str) -> String {
    let field = notice.kind(kind).and_then(|kind| kind.field(name));
    field.map(|field| text(&field.label, ctx.lang)).unwrap_or_default()
}

/// Fields of a kind as the register of disclosures tells them, and as the engine looks at them.
pub fn given(ctx: &Ctx, notice: &Notice, kind: &str, names: &[&str]) -> (String, Vec<Item>) {
    let labels: Vec<String> = names.iter().map(|name| label(ctx, notice, kind, name)).collect();
    (labels.join(", "), Item::of(kind, names.iter().copied()))
}

/// What is wrong with the form, in words that name no field by its technical name.
pub fn wrong(ctx: &Ctx, fault: Fault) -> Result<FormErrors, Fault> {
    const TOLD: [&str; 10] = [
        "called",
        "reference",
        "document",
        "checked",
        "statute",
        "request",
        "act",
        "section",
        "requester",
        "matter",
    ];
    match fault.field() {
        Some(field) if fault.key() == "fault-field-missing" && TOLD.contains(&field) => {
            let mut errors = FormErrors::none();
            errors.add(field, ctx.say(&format!("disclose-{field}-missing")));
            Ok(errors)
        }
        _ => forms::wrong_field(ctx, fault),
    }
}

/// The fields that were chosen for it.
pub fn chosen(values: &Values) -> impl Iterator<Item = &str> {
    values.all("items").iter().map(|value| value.expose(Exit::Decision).as_str())
}

/// What there is leave to hand over, and nothing else of the record.
pub fn handed_over(
    ctx: &Ctx,
    notice: &Notice,
    (opened, leave): (&Opened, &Leave),
    trail: Vec<Link>,
) -> Response {
    let pairs: Vec<_> = leave
        .fields()
        .map(|name| {
            let value = html! { (opened.text(name, Exit::Export)) };
            (label(ctx, notice, &opened.kind, name), value)
        })
        .collect();
    let args = [("mark", leave.mark().into())];
    let text = html! {
        p { (ctx.say("disclose-done-text")) }
        p { (ctx.say_with("disclose-done-mark", &args)) }
    };
    let body = html! {
        (note(Tone::Good, &ctx.say("disclose-done"), text))
        (definitions(&pairs))
    };
    Page::new(ctx.say("disclose-title"), body).trail(trail).render(ctx)
}

/// Nothing may be handed over before a second person has said yes.
pub fn waits(ctx: &Ctx, back: &Link, trail: Vec<Link>) -> Response {
    let body = html! {
        (note(Tone::Info, &ctx.say("disclose-waits"), html! { p { (ctx.say("disclose-waits-text")) } }))
        (link_button(ctx, &back.href, &back.text))
    };
    Page::new(ctx.say("disclose-title"), body).trail(trail).render(ctx)
}

/// The disclosures about a person that are not made yet, unopened.
///
/// # Errors
/// When the store fails.
pub async fn pending(app: &App, person: PersonId) -> Result<Vec<Waiting>, Fault> {
    let register = &app.register()?.notice.id;
    let of = Query {
        person: Some(person),
        oldest_first: true,
        ..Query::in_states(DISCLOSURE, &[PROPOSED, APPROVED])
    };
    Ok(app.engine.waiting(register, &of).await?.0)
}

/// What waits, and a button where nobody needs to be waited for any more.
pub fn list(ctx: &Ctx, here: &str, pending: &[Waiting]) -> Markup {
    html! {
        @for one in pending {
            p { (ctx.say(&format!("disclose-state-{}", one.state))) }
            @if one.state == APPROVED {
                @let path = format!("{here}/luovuta/{}", one.record);
                div.actions { (post_button(ctx, HAND_OVER, &path, button_quiet(&ctx.say("disclose-hand-over")))) }
            }
        }
    }
}

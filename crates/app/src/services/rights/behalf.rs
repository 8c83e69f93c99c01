//! On whose behalf a request is made: one's own, another's who has authorised it, a child's. Whoever
//! acts for another shows it by any document; staff look at that before anything is told or done.
//! Nobody signs anything.

use seloste_kernel::{Exit, Fault, PersonId, RecordId, Sensitive, Timestamp};
use seloste_notice::model::Notice;
use seloste_register::{
    Circumstances, DISCLOSURE, Disclosure, Draft, Ground, Opened, Query, RIGHTS,
};
use seloste_web::Ctx;
use seloste_web::form::{Field, Kind, Values};

use super::requests::KIND;
use super::review;
use crate::app::App;
use crate::files;
use crate::words::{date, say, say_with};

/// The choice of whoever asks for themselves.
const SELF: &str = "self";

/// Requests take at most so much room with their documents, decided or not, and of what is free on the
/// disk at most this part; beyond it a request is taken without its document, and its maker is told so.
const DOCUMENTS_MAX_BYTES: u64 = 200_000_000;
const FREE_PART: u64 = 20;

/// For whom a request is made.
pub struct Behalf {
    /// In which capacity, as the notice's choice names it.
    capacity: String,
    /// Where that person's data are found: an address, mostly.
    pub subject: Option<Sensitive<String>>,
    /// What shows the right to act for them.
    pub mandate: Option<Sensitive<String>>,
}

impl Behalf {
    /// In which capacity, as the notice's choice names it.
    pub fn capacity(&self) -> &str {
        &self.capacity
    }

    /// Puts whose data it is about into the request, without what shows the right.
    pub fn write(&self, draft: Draft) -> Draft {
        match &self.subject {
            Some(subject) => draft.field("subject", subject.clone()),
            None => draft,
        }
    }
}

/// Takes it out of a form; what was written beside "for myself" is left where it is.
pub fn taken(values: &mut Values) -> Option<Behalf> {
    let capacity = values.take("behalf")?.expose(Exit::Decision).clone();
    (capacity != SELF).then(|| Behalf {
        capacity,
        subject: values.take("subject"),
        mandate: values.take("mandate"),
    })
}

/// Leaves the document out where requests take too much room; whether it was. Anybody may
/// send one, and who sends it is known to nobody: a crowd of callers must not fill the disk.
///
/// # Errors
/// When the store fails.
pub async fn leave_out_document(
    app: &App,
    (values, field): (&mut Values, &str),
) -> Result<bool, Fault> {
    if values.get(field).is_none() {
        return Ok(false);
    }
    let all = app.engine.how_large(&app.register()?.notice.id, &Query::of(KIND)).await?;
    let free = files::free_bytes(&app.installation.data());
    let room = free.map_or(DOCUMENTS_MAX_BYTES, |free| DOCUMENTS_MAX_BYTES.min(free / FREE_PART));
    Ok(all >= room && values.take(field).is_some())
}

/// A form that nobody has touched is one's own.
pub fn nobody_else() -> Values {
    let mut values = Values::none();
    values.set("behalf", Sensitive::new(SELF.to_owned()));
    values
}

/// Whether a request is made for somebody else.
pub fn is_for_another(request: &Opened) -> bool {
    !["", SELF].contains(&request.text("behalf", Exit::Decision))
}

/// Whether whoever made a request holds it without the document that they may have sent with it.
pub fn is_without_document(told: &Opened) -> bool {
    is_for_another(told) && !told.fields.contains_key("mandate")
}

/// Whether somebody has looked at the right to act for another.
pub fn is_checked(request: &Opened) -> bool {
    request.fields.contains_key("mandate-seen")
}

/// Whether a document came that may show the right to act for another.
pub fn has_document(request: &Opened) -> bool {
    ["mandate", "reply-document"].iter().any(|field| request.fields.contains_key(*field))
}

/// What is noted of a mandate that somebody looked at: who, and when.
pub fn seen(by: PersonId, at: Timestamp) -> Sensitive<String> {
    Sensitive::new(format!("{by} {at}"))
}

/// The copy that whoever acts for another is given, as the register of disclosures has it (Art.
/// 15(1)(c)): told to the person by the address that was given, and by the request.
pub fn disclosure(notice: &Notice, request: &Opened, copy: RecordId) -> Disclosure {
    let lang = notice.languages.first().copied().unwrap_or_default();
    let seen = request.text("mandate-seen", Exit::Decision);
    let (by, at) = seen.split_once(' ').unwrap_or((seen, ""));
    let number = request.number.map(|number| number.to_string()).unwrap_or_default();
    let contact = request.text("contact", Exit::Decision).trim();
    let named = [("number", number.clone()), ("contact", contact.to_owned())];
    let whole = say_with(lang, "behalf-recipient-at", &named);
    let declared = notice.kind(DISCLOSURE).and_then(|kind| kind.field("recipient"));
    let room = declared.map_or(0, |field| field.max_chars as usize);
    let called = match contact.is_empty() || whole.chars().count() > room {
        true => say_with(lang, "behalf-recipient", &named),
        false => whole,
    };
    let at: Option<Timestamp> = at.parse().ok();
    let day = at.map(|at| date(lang, at)).unwrap_or_default();
    let reference = if at.is_some() { "behalf-reference" } else { "behalf-reference-undated" };
    let mut once = *copy.as_bytes();
    for (byte, with) in once.iter_mut().zip(request.id.as_bytes()) {
        *byte = byte.rotate_left(5) ^ with;
    }
    let ground = Ground::OwnRight {
        reference: say_with(lang, reference, &[("number", number), ("date", day)]),
        document: request.fields.get("mandate").cloned(),
        seen_by: by.to_owned(),
        once,
    };
    Disclosure {
        recipient: String::new(),
        called,
        purpose: RIGHTS.to_owned(),
        ground,
        items: say(lang, "behalf-items"),
        fields: Vec::new(),
        told: Circumstances::default(),
    }
}

/// Whether somebody must look at it before anything is told or done.
pub fn is_unchecked(request: &Opened) -> bool {
    is_for_another(request) && !is_checked(request)
}

/// The field with the address by which the person is looked up.
pub fn looked_up(request: &Opened) -> &'static str {
    if is_for_another(request) { "subject" } else { "contact" }
}

/// Says how the fields of a request are answered, and offers no review of what is not decided by a
/// program.
pub fn explain(ctx: &Ctx, notice: &Notice, fields: &mut [Field]) {
    let decided = notice.automated_decisions.as_ref().is_some_and(|declared| !declared.is_empty());
    for field in fields {
        match &mut field.kind {
            Kind::Select(choices) if field.name == "type" && !decided => {
                choices.retain(|choice| choice.value != review::RIGHT);
            }
            _ => {}
        }
        if ["text", "contact", "behalf", "subject", "mandate"].contains(&field.name.as_str()) {
            field.help = Some(ctx.say(&format!("rights-{}-help", field.name)));
        }
    }
}

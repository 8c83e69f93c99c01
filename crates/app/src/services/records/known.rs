//! What the notice says of a kind of such a service: for which purposes it opens, which of its
//! fields tells how it stands, which events somebody must say have come.

use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind};
use seloste_notice::grammar::AT_WRITING;
use seloste_notice::model::{Collect, Field, FieldType, Keep, Notice, Service};
use seloste_register::{Access, Action, RIGHTS, Register};
use seloste_web::Link;

use super::{NAME, PATH};
use crate::app::App;
use crate::console::Staff;
use crate::sentences::text;

/// The services that the notice says are run so.
pub fn services(notice: &Notice) -> impl Iterator<Item = &Service> {
    notice.services.iter().filter(|service| service.runs.as_deref() == Some(NAME))
}

/// A kind of such a service, with the service.
#[derive(Clone)]
pub struct At {
    /// The notice in force.
    pub register: Arc<Register>,
    /// The service.
    pub service: Service,
    /// The kind.
    pub kind: Collect,
}

impl At {
    /// The kind of this name in this service.
    ///
    /// # Errors
    /// `NotFound` when no such service declares it.
    pub fn find(app: &App, service: &str, kind: &str) -> Result<Self, Fault> {
        let found = Self::of_kind(app, kind)?;
        if found.service.name == service { Ok(found) } else { Err(Fault::not_found()) }
    }

    /// The kind of this name.
    ///
    /// # Errors
    /// `NotFound` when no such service declares it.
    pub fn of_kind(app: &App, kind: &str) -> Result<Self, Fault> {
        let register = app.register()?;
        let mut all = services(&register.notice)
            .flat_map(|service| service.collects.iter().map(move |kind| (service, kind)));
        let found = all.find(|(_, known)| known.kind == kind);
        let (service, kind) = found
            .map(|(service, kind)| (service.clone(), kind.clone()))
            .ok_or_else(Fault::not_found)?;
        drop(all);
        Ok(Self { register, service, kind })
    }

    /// The page of the list.
    pub fn path(&self) -> String {
        format!("{PATH}/{}/{}", self.service.name, self.kind.kind)
    }

    /// The kind's name for people.
    pub fn title(&self, ctx: &seloste_web::Ctx) -> String {
        text(&self.kind.title, ctx.lang)
    }

    /// Where the list is, and where its service.
    pub fn trail(&self, ctx: &seloste_web::Ctx) -> Vec<Link> {
        let service = format!("{PATH}/{}", self.service.name);
        vec![
            Link::new(service, text(&self.service.title, ctx.lang)),
            Link::new(self.path(), self.title(ctx)),
        ]
    }

    /// The purpose for which the user may do all of this with the kind, and that opens most of it;
    /// or the one that is wished.
    ///
    /// # Errors
    /// `Forbidden` when no role of theirs may; `NotFound` for a wish that the kind does not serve.
    pub fn purpose(
        &self,
        app: &App,
        staff: &Staff,
        actions: &[Action],
        wish: Option<&str>,
    ) -> Result<String, Fault> {
        let all = purposes(&self.register.notice, &self.kind);
        let mut refused = Fault::not_found();
        for name in all.into_iter().filter(|name| wish.is_none_or(|wish| wish == *name)) {
            let may =
                actions.iter().try_for_each(|action| staff.access(app, name, *action).map(drop));
            match may {
                Ok(()) => return Ok(name.to_owned()),
                Err(fault) => refused = fault,
            }
        }
        Err(refused)
    }

    /// Leave to do this with the kind.
    ///
    /// # Errors
    /// As [`At::purpose`].
    pub fn access(&self, app: &App, staff: &Staff, action: Action) -> Result<Access, Fault> {
        staff.access(app, &self.purpose(app, staff, &[action], None)?, action)
    }

    /// Whether the user may do all of this with the kind, for one purpose.
    pub fn may(&self, app: &App, staff: &Staff, actions: &[Action]) -> bool {
        self.purpose(app, staff, actions, None).is_ok()
    }

    /// The fields of a new record that the user may write: who may not see a field may not write it
    /// either.
    ///
    /// # Errors
    /// `Forbidden` when no role of theirs may write what is required.
    pub fn writable(&self, app: &App, staff: &Staff) -> Result<Vec<&str>, Fault> {
        let may = |field: &&Field| {
            let mut purposes = field.purposes.iter();
            purposes.any(|named| staff.may(app, &named.value, Action::Collect))
        };
        self.access(app, staff, Action::Collect)?;
        match self.kind.fields.iter().find(|field| field.required && !may(field)) {
            Some(field) => Err(self.closed(app, staff, &field.name)),
            None => {
                Ok(self.kind.fields.iter().filter(may).map(|field| field.name.as_str()).collect())
            }
        }
    }

    /// Why the user may not write this field.
    pub fn closed(&self, app: &App, staff: &Staff, name: &str) -> Fault {
        let Some(field) = self.kind.field(name) else {
            let fault = Fault::new(FaultKind::Invalid, "fault-field-undeclared");
            return fault.with("field", name).in_field(name);
        };
        let purpose = field.purposes.first().map_or("", |named| named.value.as_str());
        let refused = staff.access(app, purpose, Action::Collect).err();
        refused.unwrap_or_else(Fault::not_found)
    }

    /// Leave to write a new record. A consent is given with what it is for, so where nothing else
    /// carries the kind, leave comes from the whole on which it hangs.
    ///
    /// # Errors
    /// `Forbidden` when no role of theirs may.
    pub fn adding(&self, app: &App, staff: &Staff) -> Result<Access, Fault> {
        self.writable(app, staff)?;
        let own = self.access(app, staff, Action::Collect)?;
        let notice = &self.register.notice;
        let whole = self.kind.part_of.as_ref().filter(|_| notice.by_consent(own.purpose()));
        match whole {
            Some(whole) => Self::of_kind(app, &whole.value)?.access(app, staff, Action::Collect),
            None => Ok(own),
        }
    }

    /// The fields that this purpose opens.
    pub fn opened(&self, purpose: &str) -> impl Iterator<Item = &Field> {
        self.kind.fields.iter().filter(move |field| serves(field, purpose))
    }

    /// The fields that a list shows for this purpose: so many short ones, with the one that tells how
    /// a record stands.
    pub fn columns(&self, purpose: &str, most: usize) -> Vec<&Field> {
        let short = |field: &&Field| !matches!(field.ty, FieldType::Text | FieldType::File);
        let state = state_field(&self.kind).map(|field| field.name.as_str());
        let all: Vec<&Field> = self.opened(purpose).filter(short).collect();
        let is_state = |field: &Field| Some(field.name.as_str()) == state;
        let others = most - usize::from(all.iter().any(|field| is_state(field)));
        let first: Vec<&str> = all
            .iter()
            .filter(|field| !is_state(field))
            .take(others)
            .map(|field| field.name.as_str())
            .collect();
        let shown = |field: &&Field| is_state(field) || first.contains(&field.name.as_str());
        all.into_iter().filter(shown).collect()
    }

    /// The kinds that hang on this one.
    pub fn parts(&self, app: &App) -> Vec<At> {
        let all = services(&self.register.notice).flat_map(|service| &service.collects);
        let hangs = |kind: &&Collect| {
            kind.part_of.as_ref().is_some_and(|whole| whole.value == self.kind.kind)
        };
        all.filter(hangs).filter_map(|kind| Self::of_kind(app, &kind.kind).ok()).collect()
    }

    /// Every kind of these services that hangs on no other.
    pub fn wholes(&self, app: &App) -> Vec<At> {
        let all = services(&self.register.notice).flat_map(|service| &service.collects);
        let whole = all.filter(|kind| kind.part_of.is_none());
        whole.filter_map(|kind| Self::of_kind(app, &kind.kind).ok()).collect()
    }
}

/// Whether a field may be used for this.
pub fn serves(field: &Field, purpose: &str) -> bool {
    field.purposes.iter().any(|named| named.value == purpose)
}

/// The purposes that a kind's fields serve: those that open every record before those that open
/// only what was consented to, and of these the ones that open most first.
pub fn purposes<'a>(notice: &'a Notice, kind: &Collect) -> Vec<&'a str> {
    let opens = |name: &str| kind.fields.iter().filter(|field| serves(field, name)).count();
    let mut all: Vec<&str> = notice
        .purposes
        .iter()
        .map(|purpose| purpose.name.as_str())
        .filter(|name| *name != RIGHTS && opens(name) > 0)
        .collect();
    all.sort_by_key(|name| (notice.by_consent(name), std::cmp::Reverse(opens(name))));
    all
}

/// The field that tells how a record stands. Its value lies unsealed beside the record, so that
/// lists can be narrowed and counted by it: only what staff decide, never what a person said.
pub fn state_field(kind: &Collect) -> Option<&Field> {
    kind.state_field()
}

/// The values of a choice with their labels; none for another field.
pub fn choices(field: &Field) -> &[(String, seloste_notice::model::Text)] {
    match &field.ty {
        FieldType::Choice(choices) => choices,
        _ => &[],
    }
}

/// The events that somebody must say have come, because a period or a floor of law is counted from
/// them.
pub fn events(kind: &Collect) -> Vec<&str> {
    let keep = match &kind.keep {
        Some(Keep::For { from, .. }) => Some(from),
        _ => None,
    };
    let mut events: Vec<&str> = keep
        .into_iter()
        .chain(kind.floors.iter().map(|floor| &floor.from))
        .map(String::as_str)
        .filter(|from| !AT_WRITING.contains(from))
        .collect();
    events.dedup();
    events
}

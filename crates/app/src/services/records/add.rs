//! Adding a record: for somebody new, or for the person of another record. The form is the notice's.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::html;
use seloste_kernel::{Fault, RecordId};
use seloste_register::{Action, Collected, Draft};
use seloste_web::components::{Tone, definitions, link_button, note};
use seloste_web::form::{Form, FormErrors, FormSpec, Reading, Submission, Values};
use seloste_web::{Answer, CommandId, Ctx, Link, Page};

use super::act::{self, Whose};
use super::known::At;
use super::{ITEM, item, shown};
use crate::app::App;
use crate::console::Staff;
use crate::done;
use crate::forms::{Asked, wrong_field};
use crate::receipts::Receipt;

/// The form's name in its token.
const FORM: &str = "records-add";

/// A form in the making: of which kind, where it is sent, and where one came from.
struct Adding {
    at: At,
    /// The fields that it asks.
    names: Vec<String>,
    action: String,
    trail: Vec<Link>,
}

impl Adding {
    fn first(ctx: &Ctx, app: &App, staff: &Staff, names: (&str, &str)) -> Result<Self, Fault> {
        let at = At::find(app, names.0, names.1)?;
        if at.kind.part_of.is_some() {
            return Err(Fault::not_found());
        }
        let names = at.writable(app, staff)?.into_iter().map(str::to_owned).collect();
        let (action, trail) = (format!("{}/uusi", at.path()), at.trail(ctx));
        Ok(Self { at, names, action, trail })
    }

    fn more(ctx: &Ctx, app: &App, staff: &Staff, at: (&item::Item, &str)) -> Result<Self, Fault> {
        let (item, kind) = at;
        let at = At::of_kind(app, kind)?;
        let names = at.writable(app, staff)?.into_iter().map(str::to_owned).collect();
        let fits = at.kind.part_of.as_ref().is_none_or(|whole| whole.value == item.opened.kind);
        if !fits {
            return Err(Fault::not_found());
        }
        let mut trail = item.at.trail(ctx);
        trail.push(Link::new(item.path(), shown::title(ctx, &item.at, &item.opened)));
        let action = format!("{}/lisaa/{kind}", item.path());
        Ok(Self { at, names, action, trail })
    }

    fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    fn spec(&self, ctx: &Ctx) -> Result<FormSpec, Fault> {
        let names = self.names();
        let asked = Asked::new(&self.at.register.notice, &self.at.kind.kind, &names)?;
        Ok(FormSpec::new(FORM, asked.fields(ctx)))
    }

    fn page(&self, ctx: &Ctx, values: &Values, errors: &FormErrors) -> Result<Response, Fault> {
        let submit = ctx.say("records-save");
        let spec = self.spec(ctx)?;
        let form = Form { spec: &spec, action: &self.action, values, errors, submit: &submit };
        let title = ctx.say_with("records-add-title", &[("kind", self.at.title(ctx).into())]);
        let key = match self.at.kind.source {
            Some(seloste_notice::model::Source::Person) => "records-add-person",
            _ => "records-add-staff",
        };
        let page = Page::new(title, form.render(ctx, html! {})).lead(ctx.say(key));
        Ok(page.status(errors.status()).trail(self.trail.clone()).render(ctx))
    }

    /// Stores what was typed, or tells what is wrong with it.
    async fn store(
        &self,
        ctx: &Ctx,
        (app, staff): (&Arc<App>, &Staff),
        whose: Whose<'_>,
        (values, command): (&Values, CommandId),
    ) -> Result<Result<Collected, FormErrors>, Fault> {
        let names = self.names();
        let asked = Asked::new(&self.at.register.notice, &self.at.kind.kind, &names)?;
        let mut errors = FormErrors::none();
        asked.check_consents(ctx, values, &mut errors);
        if !errors.is_empty() {
            return Ok(Err(errors));
        }
        let mut typed = values.clone();
        let consents = asked.consented(values);
        let given = names.iter().filter_map(|name| Some(((*name).to_owned(), typed.take(name)?)));
        let fields = given.collect();
        let fill = |draft: Draft| {
            consents.iter().fold(draft.command(command.0), |draft, name| draft.consent(name))
        };
        match act::add(app, staff, &self.at, whose, (ctx.lang, fields), fill).await {
            Ok(new) => Ok(Ok(new)),
            Err(fault) => wrong_field(ctx, fault).map(Err),
        }
    }

    /// What has been written, with the code that the person can be given.
    fn receipt(&self, ctx: &Ctx, receipt: &Receipt, record: Option<RecordId>) -> Response {
        let mut facts = Vec::new();
        if receipt.number.is_some() {
            let name = shown::named(ctx, &self.at, receipt.number);
            facts.push((ctx.say("records-number"), html! { (name) }));
        }
        if let Some(due) = receipt.due {
            facts.push((ctx.say("rights-goes"), html! { (ctx.moment(due)) }));
        }
        let back = record.map_or_else(|| self.at.path(), |id| format!("{ITEM}/{id}"));
        let body = html! {
            (note(Tone::Good, &ctx.say("records-added"), html! { p { (ctx.say("records-receipt-text")) } }))
            @if receipt.masked {
                (note(Tone::Warning, &ctx.say("feedback-receipt-masked"), html! { p { (ctx.say("feedback-receipt-masked-text")) } }))
            }
            (receipt.code(ctx, &ctx.say("records-receipt-code")))
            (definitions(&facts))
            div.actions { (link_button(ctx, &back, &ctx.say("records-open"))) }
        };
        let title = ctx.say_with("records-add-title", &[("kind", self.at.title(ctx).into())]);
        Page::new(title, body).here_only().trail(self.trail.clone()).render(ctx)
    }

    async fn send(
        &self,
        ctx: &Ctx,
        (app, staff): (&Arc<App>, &Staff),
        whose: Whose<'_>,
        sent: Submission,
    ) -> Result<Response, Fault> {
        // A reload of the receipt sends the same form again.
        if sent.sent_before(ctx, FORM).is_some() {
            let known = app.receipts.again(FORM, sent.exact(ctx), ctx.now);
            let over = || Fault::new(seloste_kernel::FaultKind::Conflict, "records-receipt-over");
            return Ok(self.receipt(ctx, &known.ok_or_else(over)?, None));
        }
        let (values, command) = match sent.read(ctx, &self.spec(ctx)?)? {
            Reading::Bad(values, errors) => return self.page(ctx, &values, &errors),
            Reading::Good(values, command) => (values, command),
        };
        let whole = match &whose {
            Whose::Same(whole) if self.at.kind.part_of.is_some() => Some(whole.id),
            _ => None,
        };
        match self.store(ctx, (app, staff), whose, (&values, command)).await? {
            Ok(new) => Ok(self.written(ctx, app, sent.exact(ctx), (&new, whole))),
            Err(errors) => {
                ctx.send_again(command);
                self.page(ctx, &values, &errors)
            }
        }
    }

    /// The receipt, or the page of the whole to which a part was added.
    fn written(
        &self,
        ctx: &Ctx,
        app: &App,
        exact: CommandId,
        (new, whole): (&Collected, Option<RecordId>),
    ) -> Response {
        if let Some(whole) = whole {
            return ctx.redirect(&done::at(&format!("{ITEM}/{whole}"), "lisays"));
        }
        let receipt = Receipt::new(FORM, new, ctx.now, new.due);
        app.receipts.keep(exact, receipt.clone());
        self.receipt(ctx, &receipt, Some(new.record))
    }
}

pub(super) async fn first(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
) -> Answer {
    let adding = Adding::first(&ctx, &app, &staff, (&service, &kind))?;
    Ok(adding.page(&ctx, &Values::none(), &FormErrors::none())?)
}

pub(super) async fn send_first(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let adding = Adding::first(&ctx, &app, &staff, (&service, &kind))?;
    Ok(adding.send(&ctx, (&app, &staff), Whose::New, sent).await?)
}

pub(super) async fn more(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, kind)): Path<(RecordId, String)>,
) -> Answer {
    let item = item::open(&app, &staff, id, &[Action::Read], None).await?;
    let adding = Adding::more(&ctx, &app, &staff, (&item, &kind))?;
    Ok(adding.page(&ctx, &Values::none(), &FormErrors::none())?)
}

pub(super) async fn send_more(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((id, kind)): Path<(RecordId, String)>,
    sent: Submission,
) -> Answer {
    let item = item::open(&app, &staff, id, &[Action::Read], None).await?;
    let adding = Adding::more(&ctx, &app, &staff, (&item, &kind))?;
    Ok(adding.send(&ctx, (&app, &staff), Whose::Same(&item.opened), sent).await?)
}

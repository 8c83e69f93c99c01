//! A table of records brought in by staff: uploaded, its columns given to declared fields, looked at row
//! by row, and taken in whole by one confirmation. Between the pages the table lies in the form alone:
//! until it is confirmed the service keeps nothing of it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, FaultKind, Lang, Sensitive};
use seloste_notice::model::Field as Declared;
use seloste_web::components::{Column, Table as Shown, Tone, definitions, link_button, note};
use seloste_web::form::{
    Choice, Field, Form, FormErrors, FormSpec, Kind, Reading, Submission, Values,
};
use seloste_web::{Answer, CommandId, Ctx, Page};

use super::known::At;
use super::table::{self, Table, Wrong};
use crate::app::App;
use crate::console::Staff;
use crate::looks;
use crate::sentences::text;
use crate::words;

/// Largest table in bytes: as a part of a form it stays below what a form may be.
const TABLE_BYTES: usize = 500_000;
/// The same in the letters in which it is carried along.
const CARRIED_CHARS: usize = TABLE_BYTES.div_ceil(3) * 4;
/// Rows and findings that are shown; the others are counted.
const SHOWN: usize = 25;

const UPLOAD: &str = "records-import";
const COLUMNS: &str = "records-import-columns";
const CONFIRM: &str = "records-import-confirm";

/// The fields of the forms.
const TABLE: &str = "taulukko";
const GIVEN: &str = "kentat";
const TOLD: &str = "kerrottu";

fn column(place: usize) -> String {
    format!("sarake-{place}")
}

/// A kind into which this user may bring records, and the fields that a table may give.
struct Bringing {
    at: At,
    fields: Vec<String>,
}

impl Bringing {
    fn open(app: &App, staff: &Staff, names: (&str, &str)) -> Result<Self, Fault> {
        let at = At::find(app, names.0, names.1)?;
        if at.kind.part_of.is_some() {
            return Err(Fault::not_found());
        }
        at.adding(app, staff)?;
        let notice = &at.register.notice;
        let writable = at.writable(app, staff)?.into_iter().filter(|name| {
            at.kind.field(name).is_some_and(|field| table::closed(notice, field).is_none())
        });
        let fields = writable.map(str::to_owned).collect();
        Ok(Self { at, fields })
    }

    fn path(&self, step: &str) -> String {
        format!("{}/tuonti{step}", self.at.path())
    }

    fn declared(&self) -> impl Iterator<Item = &Declared> {
        self.fields.iter().filter_map(|name| self.at.kind.field(name))
    }

    fn label(&self, ctx: &Ctx, name: &str) -> String {
        self.at
            .kind
            .field(name)
            .map_or_else(|| name.to_owned(), |field| text(&field.label, ctx.lang))
    }

    fn page(&self, ctx: &Ctx, body: Markup) -> Page {
        let title = ctx.say_with("records-import-title", &[("kind", self.at.title(ctx).into())]);
        Page::new(title, body).trail(self.at.trail(ctx))
    }

    fn upload(&self, ctx: &Ctx, errors: &FormErrors) -> Response {
        let file =
            Field::new(TABLE, ctx.say("records-import-file"), Kind::Table { max: TABLE_BYTES })
                .required()
                .help(ctx.say_with(
                    "records-import-file-help",
                    &[("max", (TABLE_BYTES / 1_000).to_string().into())],
                ));
        let spec = FormSpec::new(UPLOAD, vec![file]);
        let (action, submit) = (self.path(""), ctx.say("records-import-next"));
        let form =
            Form { spec: &spec, action: &action, values: &Values::none(), errors, submit: &submit };
        let labels: Vec<String> =
            self.declared().map(|field| text(&field.label, ctx.lang)).collect();
        let body = html! {
            h2 { (ctx.say("records-import-fields")) }
            ul { @for label in labels { li { (label) } } }
            (form.render(ctx, html! {}))
        };
        let page = self.page(ctx, body).lead(ctx.say("records-import-lead"));
        page.status(errors.status()).render(ctx)
    }

    /// Which field each column gives: what the names themselves say is chosen beforehand.
    fn columns(&self, ctx: &Ctx, table: &Table) -> FormSpec {
        let choices: Vec<Choice> = self
            .declared()
            .map(|field| Choice::new(&field.name, text(&field.label, ctx.lang)))
            .collect();
        let mut fields: Vec<Field> = table
            .names
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let label =
                    ctx.say_with("records-import-column", &[("name", name.as_str().into())]);
                Field::new(column(place), label, Kind::Select(choices.clone())).required()
            })
            .collect();
        fields.push(Field::new(TABLE, "", Kind::Hidden).required().max_chars(CARRIED_CHARS));
        FormSpec::new(COLUMNS, fields)
    }

    /// The field that a column names, by its own name or as any language calls it.
    fn named(&self, column: &str) -> Option<&str> {
        let same = |one: &str| one.trim().to_lowercase() == column.to_lowercase();
        let found = self.declared().find(|field| {
            same(&field.name) || Lang::ALL.iter().any(|lang| same(&text(&field.label, *lang)))
        });
        found.map(|field| field.name.as_str())
    }

    fn choose(
        &self,
        ctx: &Ctx,
        (table, values): (&Table, &Values),
        errors: &FormErrors,
    ) -> Response {
        let spec = self.columns(ctx, table);
        let (action, submit) = (self.path("/sarakkeet"), ctx.say("records-import-look"));
        let form = Form { spec: &spec, action: &action, values, errors, submit: &submit };
        let page = self.page(ctx, form.render(ctx, html! {}));
        page.lead(ctx.say("records-import-columns-lead")).status(errors.status()).render(ctx)
    }

    fn confirm_spec(&self, ctx: &Ctx) -> FormSpec {
        let hidden = |name, most| Field::new(name, "", Kind::Hidden).required().max_chars(most);
        let told = Field::new(TOLD, ctx.say("records-import-told"), Kind::Consent).required();
        FormSpec::new(CONFIRM, vec![hidden(TABLE, CARRIED_CHARS), hidden(GIVEN, 10_000), told])
    }

    /// What the table would become, and what of it is wrong. Nothing is written.
    fn look(
        &self,
        ctx: &Ctx,
        table: &Table,
        (carried, errors): (&Carried, &FormErrors),
    ) -> Response {
        let wrong = self.wrong(ctx, table);
        let head = |key: &str, count: usize| ctx.say_with(key, &[("count", count.into())]);
        let body = html! {
            @if wrong.is_empty() {
                (note(Tone::Info, &head("records-import-rows", table.rows.len()), html! { p { (ctx.say("records-import-nothing-yet")) } }))
            } @else {
                (note(Tone::Warning, &head("records-import-wrong", wrong.len()), html! { p { (ctx.say("records-import-mend")) } }))
                (self.findings(ctx, &wrong))
            }
            (self.rows(ctx, table))
            @if wrong.is_empty() {
                h2 { (ctx.say("records-import-from")) }
                (self.origin(ctx))
                (self.confirmation(ctx, carried, errors))
            } @else {
                div.actions { (link_button(ctx, &self.path(""), &ctx.say("records-import-again"))) }
            }
        };
        let status = match wrong.is_empty() {
            true => errors.status(),
            false => http::StatusCode::UNPROCESSABLE_ENTITY,
        };
        self.page(ctx, body).wide().status(status).render(ctx)
    }

    fn wrong(&self, ctx: &Ctx, table: &Table) -> Vec<Wrong> {
        let mut wrong = table::check(&self.at.register.notice, &self.at.kind, table, ctx.lang);
        let open = |name: &String| self.fields.contains(name) || self.at.kind.field(name).is_none();
        for name in table.names.iter().filter(|name| !open(name)) {
            if wrong.iter().all(|known| known.line != 1 || known.field != *name) {
                let what = ctx.say("records-import-closed");
                wrong.push(Wrong { line: 1, field: name.clone(), what });
            }
        }
        wrong
    }

    fn findings(&self, ctx: &Ctx, wrong: &[Wrong]) -> Markup {
        let titles = ["records-import-line", "records-import-field", "records-import-what"];
        let columns = titles.map(|key| Column::text(ctx.say(key)));
        let mut table = Shown::new(ctx.say("records-import-findings"), columns.into());
        for Wrong { line, field, what } in wrong.iter().take(SHOWN) {
            table.row(vec![html! { (line) }, html! { (self.label(ctx, field)) }, html! { (what) }]);
        }
        html! {
            (table.render())
            @if wrong.len() > SHOWN {
                p { (ctx.say_with("records-import-more", &[("count", (wrong.len() - SHOWN).into())])) }
            }
        }
    }

    fn rows(&self, ctx: &Ctx, table: &Table) -> Markup {
        let labels = table.names.iter().map(|name| self.label(ctx, name));
        let line = std::iter::once(ctx.say("records-import-line"));
        let mut shown = Shown::new(
            ctx.say("records-import-preview"),
            line.chain(labels).map(Column::text).collect(),
        );
        for (line, row) in table.rows.iter().take(SHOWN) {
            let cells = row.iter().map(|cell| html! { (cell) });
            shown.row(std::iter::once(html! { (line) }).chain(cells).collect());
        }
        html! {
            (shown.render())
            @if table.rows.len() > SHOWN {
                p { (ctx.say_with("records-import-more-rows", &[("count", (table.rows.len() - SHOWN).into())])) }
            }
        }
    }

    /// Under which notice, for what and from where: what those in the table are told (Art. 14).
    fn origin(&self, ctx: &Ctx) -> Markup {
        let register = &self.at.register;
        let source = text(&self.at.kind.source_text, ctx.lang);
        let names = super::purposes(&register.notice, &self.at.kind);
        let purposes = html! {
            ul { @for name in names { li { (looks::purpose(ctx, &register.notice, name)) } } }
        };
        let notice = html! {
            a href=(ctx.href("/tietosuoja")) {
                (ctx.say_with("records-import-version", &[("version", register.version.into())]))
            }
        };
        let mut facts = vec![
            (ctx.say("records-import-notice"), notice),
            (ctx.say("records-import-purposes"), purposes),
        ];
        if !source.is_empty() {
            facts.push((ctx.say("records-import-source"), html! { (source) }));
        }
        html! {
            (definitions(&facts))
            p { (ctx.say("records-import-art14")) }
        }
    }

    fn confirmation(&self, ctx: &Ctx, carried: &Carried, errors: &FormErrors) -> Markup {
        let mut values = Values::none();
        values.set(TABLE, Sensitive::new(carried.table.clone()));
        values.set(GIVEN, Sensitive::new(carried.given.clone()));
        let (spec, action) = (self.confirm_spec(ctx), self.path("/vahvista"));
        let submit = ctx.say("records-import-confirm");
        Form { spec: &spec, action: &action, values: &values, errors, submit: &submit }
            .render(ctx, html! {})
    }

    fn taken(&self, ctx: &Ctx, count: usize) -> Response {
        let says = ctx.say_with("records-import-done", &[("count", count.into())]);
        let body = html! {
            (note(Tone::Good, &says, html! { p { (ctx.say("records-import-art14")) } }))
            div.actions { (link_button(ctx, &self.at.path(), &ctx.say("records-import-list"))) }
        };
        self.page(ctx, body).here_only().render(ctx)
    }
}

/// What goes from page to page: the table, and the fields that its columns give, in order.
struct Carried {
    table: String,
    given: String,
}

/// The table that a form carries along.
fn carried(sent: &Submission) -> Result<(String, Vec<u8>), Fault> {
    let bad = || Fault::new(FaultKind::BadRequest, "fault-bad-request");
    let mut all = sent.written(&[TABLE]).into_iter();
    let (Some(table), None) = (all.next(), all.next()) else { return Err(bad()) };
    let table = table.expose(Exit::Decision).trim().to_owned();
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(&table).map_err(|_| bad())?;
    match bytes.len() > TABLE_BYTES {
        true => Err(Fault::new(FaultKind::TooLarge, "fault-too-large")),
        false => Ok((table, bytes)),
    }
}

/// The table with the names of the fields that its columns give.
fn given(bytes: &[u8], names: Vec<String>) -> Result<Table, Fault> {
    let table = table::read(bytes)?;
    match names.len() == table.names.len() {
        true => Ok(Table { names, ..table }),
        false => Err(Fault::new(FaultKind::BadRequest, "fault-bad-request")),
    }
}

pub(super) async fn show(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
) -> Answer {
    let bringing = Bringing::open(&app, &staff, (&service, &kind))?;
    Ok(bringing.upload(&ctx, &FormErrors::none()))
}

/// What was uploaded, or what is wrong with it.
pub(super) async fn send(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let bringing = Bringing::open(&app, &staff, (&service, &kind))?;
    let field = Field::new(TABLE, "", Kind::Table { max: TABLE_BYTES }).required();
    let (values, command) = match sent.read(&ctx, &FormSpec::new(UPLOAD, vec![field]))? {
        Reading::Bad(_, errors) => return Ok(bringing.upload(&ctx, &errors)),
        Reading::Good(values, command) => (values, command),
    };
    // Nothing comes of it yet, so a reload may send it again.
    ctx.send_again(command);
    let file = values.get(TABLE).map_or("", |file| file.expose(Exit::Decision).as_str());
    Ok(bringing.uploaded(&ctx, file))
}

impl Bringing {
    /// The table's columns, each with the field that its name says.
    fn uploaded(&self, ctx: &Ctx, file: &str) -> Response {
        let named = |table: &Table| table.names.iter().all(|name| !name.is_empty());
        let table = match table::read(file.as_bytes()) {
            Ok(table) if !table.rows.is_empty() && named(&table) => table,
            Ok(_) => return self.unread(ctx, ctx.say("records-import-empty")),
            Err(fault) => return self.unread(ctx, words::fault(ctx.lang, &fault)),
        };
        let mut values = Values::none();
        values.set(TABLE, Sensitive::new(BASE64_URL_SAFE_NO_PAD.encode(file)));
        for (place, name) in table.names.iter().enumerate() {
            if let Some(field) = self.named(name) {
                values.set(column(place), Sensitive::new(field.to_owned()));
            }
        }
        self.choose(ctx, (&table, &values), &FormErrors::none())
    }

    fn unread(&self, ctx: &Ctx, why: String) -> Response {
        let mut errors = FormErrors::none();
        errors.add(TABLE, why);
        self.upload(ctx, &errors)
    }

    /// Takes the whole table in, or shows what is wrong with it by now.
    async fn take(
        &self,
        ctx: &Ctx,
        (app, staff): (&App, &Staff),
        (table, bytes): (&Table, &[u8]),
        (carried, command): (&Carried, CommandId),
    ) -> Result<Response, Fault> {
        if !self.wrong(ctx, table).is_empty() {
            ctx.send_again(command);
            return Ok(self.look(ctx, table, (carried, &FormErrors::none())));
        }
        let access = self.at.adding(app, staff)?;
        let drafts = table::drafts(&self.at, table);
        Ok(self.taken(ctx, app.engine.take_in(&access, drafts, bytes).await?))
    }
}

pub(super) async fn columns(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let bringing = Bringing::open(&app, &staff, (&service, &kind))?;
    let (carried, bytes) = carried(&sent)?;
    let table = table::read(&bytes)?;
    let (mut values, command) = match sent.read(&ctx, &bringing.columns(&ctx, &table))? {
        Reading::Bad(values, errors) => {
            return Ok(bringing.choose(&ctx, (&table, &values), &errors));
        }
        Reading::Good(values, command) => (values, command),
    };
    ctx.send_again(command);
    let mut chosen =
        |place| values.take(&column(place)).map(|name| name.expose(Exit::Decision).clone());
    let names: Vec<String> = (0..table.names.len()).filter_map(&mut chosen).collect();
    let carried = Carried { table: carried, given: names.join(",") };
    let table = given(&bytes, names)?;
    Ok(bringing.look(&ctx, &table, (&carried, &FormErrors::none())))
}

pub(super) async fn confirm(
    ctx: Ctx,
    staff: Staff,
    State(app): State<Arc<App>>,
    Path((service, kind)): Path<(String, String)>,
    sent: Submission,
) -> Answer {
    let bringing = Bringing::open(&app, &staff, (&service, &kind))?;
    let (table, bytes) = carried(&sent)?;
    let (values, read) = match sent.read(&ctx, &bringing.confirm_spec(&ctx))? {
        Reading::Bad(values, errors) => (values, Err(errors)),
        Reading::Good(values, command) => (values, Ok(command)),
    };
    let names = values.get(GIVEN).map_or("", |names| names.expose(Exit::Decision).as_str());
    let carried = Carried { table, given: names.to_owned() };
    let table = given(&bytes, names.split(',').map(str::to_owned).collect())?;
    let whole = (&table, bytes.as_slice());
    Ok(match read {
        Err(errors) => bringing.look(&ctx, &table, (&carried, &errors)),
        Ok(command) => bringing.take(&ctx, (&app, &staff), whole, (&carried, command)).await?,
    })
}

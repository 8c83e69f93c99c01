//! `/hallinta/pyynnot/ratkaistut`: what was decided in a period, by the day of the decision, and how soon
//! each right was met: on a page and as a file. No person is in either, but the numbers of cases.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::IntoResponse as _;
use axum::routing::get;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use maud::{Markup, html};
use seloste_kernel::{Exit, Fault, RecordId, Timestamp, ZONE};
use seloste_register::{Access, Action, Opened, Query, RIGHTS};
use seloste_web::components::{Column, Table, empty, filter_form, link_button_quiet};
use seloste_web::{Answer, Ctx, Link, Page, Router};

use super::super::requests::{DECIDED, KIND};
use super::words;
use crate::app::App;
use crate::cases;
use crate::cells;
use crate::console::Staff;

/// The page.
pub const PATH: &str = "/hallinta/pyynnot/ratkaistut";

/// Requests that are opened at once.
const PAGE: usize = 100;

/// Months that the page looks back on when no period is asked for.
const MONTHS: i32 = 3;

/// The pages.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route(PATH, get(show)).route("/hallinta/pyynnot/ratkaistut.csv", get(file))
}

/// Both days are in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Period {
    first: Date,
    last: Date,
}

impl Period {
    /// The days in the address, or else the last months.
    fn of(ctx: &Ctx) -> Result<Self, Fault> {
        let today = day(ctx.now)?;
        let asked = |name: &str| ctx.param(name).and_then(|text| text.parse().ok());
        let last = asked("loppu").unwrap_or(today);
        let back = || last.checked_sub(MONTHS.months()).unwrap_or(last);
        Ok(Self { first: asked("alku").unwrap_or_else(back), last })
    }

    fn holds(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    fn query(&self) -> String {
        format!("?alku={}&loppu={}", self.first, self.last)
    }
}

fn day(at: Timestamp) -> Result<Date, Fault> {
    at.in_tz(ZONE).map(|at: Zoned| at.date()).map_err(Fault::internal)
}

/// One request that was decided.
struct Case {
    id: RecordId,
    number: i64,
    asked: String,
    right: String,
    arrived: Timestamp,
    decided: Timestamp,
    due: Timestamp,
    /// Whole days from its arrival to the decision.
    days: i32,
    state: String,
}

impl Case {
    fn of(ctx: &Ctx, app: &App, request: &Opened) -> Result<Self, Fault> {
        let asked = request.text("type", Exit::Page).to_owned();
        let notice = &app.register()?.notice;
        let due = request.review.unwrap_or_else(|| cases::due(notice, &asked, request.created));
        Ok(Self {
            id: request.id,
            number: request.number.unwrap_or_default(),
            right: words::right(ctx, app, request)?,
            asked,
            arrived: request.created,
            decided: request.updated,
            due,
            days: day(request.created)?
                .until(day(request.updated)?)
                .map_or(0, |span| span.get_days()),
            state: request.state.clone(),
        })
    }

    fn is_in_time(&self) -> bool {
        self.decided <= self.due
    }
}

/// How soon requests were decided.
#[derive(Debug, PartialEq, Eq)]
struct Figures {
    count: usize,
    /// Half of them took so many days or fewer.
    median: i32,
    longest: i32,
    in_time: usize,
}

impl Figures {
    fn of(mut days: Vec<i32>, in_time: usize) -> Self {
        days.sort_unstable();
        let count = days.len();
        let at = |place: usize| days.get(place).copied().unwrap_or_default();
        let median = at(count.saturating_sub(1) / 2);
        Self { count, median, longest: at(count.saturating_sub(1)), in_time }
    }

    fn of_cases<'a>(cases: impl Iterator<Item = &'a Case> + Clone) -> Self {
        let in_time = cases.clone().filter(|case| case.is_in_time()).count();
        Self::of(cases.map(|case| case.days).collect(), in_time)
    }
}

/// What was decided in the period, the newest first.
async fn decided(
    ctx: &Ctx,
    app: &App,
    access: &Access,
    period: &Period,
) -> Result<Vec<Case>, Fault> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let query = Query { after, limit: PAGE, ..Query::in_states(KIND, &DECIDED) };
        let page = app.engine.page(access, &query).await?;
        for request in &page.records {
            if period.holds(day(request.updated)?) {
                found.push(Case::of(ctx, app, request)?);
            }
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    found.sort_by_key(|case| std::cmp::Reverse((case.decided, case.number)));
    Ok(found)
}

async fn show(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let period = Period::of(&ctx)?;
    let cases = decided(&ctx, &app, &access, &period).await?;
    let body = html! {
        (filter_form(&ctx, PATH, days(&ctx, &period)))
        @if cases.is_empty() {
            (empty(&ctx.say("decided-figures-empty"), html! {}))
        } @else {
            (by_right(&ctx, &cases))
            (list(&ctx, &cases))
            div.actions {
                (link_button_quiet(&ctx, &format!("{PATH}.csv{}", period.query()), &ctx.say("decided-figures-file")))
            }
        }
    };
    Ok(Page::new(ctx.say("decided-figures-title"), body)
        .lead(ctx.say("decided-figures-lead"))
        .trail(vec![Link::new(super::PATH, ctx.say("rights-desk-title"))])
        .wide()
        .render(&ctx))
}

fn days(ctx: &Ctx, period: &Period) -> Markup {
    let days = [
        ("alku", "decided-figures-from", period.first),
        ("loppu", "decided-figures-to", period.last),
    ];
    html! {
        @for (name, key, day) in days {
            div.field {
                label for=(name) { (ctx.say(key)) }
                input id=(name) type="date" name=(name) value=(day.to_string());
            }
        }
    }
}

fn by_right(ctx: &Ctx, cases: &[Case]) -> Markup {
    let mut rights: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        rights.entry(&case.right).or_default().push(case);
    }
    let numbers = [
        "decided-figures-count",
        "decided-figures-median",
        "decided-figures-longest",
        "decided-figures-in-time",
    ];
    let numbers = numbers.iter().map(|key| Column::number(ctx.say(key)));
    let columns = std::iter::once(Column::text(ctx.say("rights-column-asked"))).chain(numbers);
    let mut table = Table::new(ctx.say("decided-figures-by-right"), columns.collect());
    let mut row = |name: &str, of: Figures| {
        let numbers = [of.count.to_string(), of.median.to_string(), of.longest.to_string()];
        let in_time = format!("{}/{}", of.in_time, of.count);
        let all = std::iter::once(name.to_owned()).chain(numbers).chain([in_time]);
        table.row(all.map(|cell| html! { (cell) }).collect());
    };
    for (right, of) in &rights {
        row(right, Figures::of_cases(of.iter().copied()));
    }
    row(&ctx.say("decided-figures-all"), Figures::of_cases(cases.iter()));
    table.render()
}

fn list(ctx: &Ctx, cases: &[Case]) -> Markup {
    let columns = ["rights-number", "rights-column-asked", "rights-column-arrived"];
    let more = ["rights-column-decided", "decided-figures-days", "rights-column-decision"];
    let columns = columns.iter().chain(&more).map(|key| Column::text(ctx.say(key)));
    let mut table = Table::new(ctx.say("decided-figures-list"), columns.collect());
    for one in cases {
        let late = (!one.is_in_time()).then(|| ctx.say("decided-figures-late"));
        table.row(vec![
            html! { a href=(ctx.href(&format!("{}/{}", super::PATH, one.id))) { (one.number) } },
            html! { (one.right) },
            html! { (ctx.date(one.arrived)) },
            html! { (ctx.date(one.decided)) },
            html! { (one.days) @if let Some(late) = late { " " strong { (late) } } },
            html! { (ctx.say(&format!("rights-state-{}", one.state))) },
        ]);
    }
    table.render()
}

/// The same as a file, in the words of the notice's source.
async fn file(ctx: Ctx, staff: Staff, State(app): State<Arc<App>>) -> Answer {
    let access = staff.access(&app, RIGHTS, Action::DecideRequests)?;
    let period = Period::of(&ctx)?;
    let cases = decided(&ctx, &app, &access, &period).await?;
    let name = format!("attachment; filename=\"requests-{}-{}.csv\"", period.first, period.last);
    let headers =
        [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, cells::lines(lines(&cases)?)?).into_response())
}

fn lines(cases: &[Case]) -> Result<Vec<Vec<String>>, Fault> {
    let head = ["number", "right", "arrived", "decided", "due", "days", "in-time", "decision"];
    let line = |case: &Case| -> Result<Vec<String>, Fault> {
        Ok(vec![
            case.number.to_string(),
            case.asked.clone(),
            day(case.arrived)?.to_string(),
            day(case.decided)?.to_string(),
            day(case.due)?.to_string(),
            case.days.to_string(),
            if case.is_in_time() { "yes" } else { "no" }.to_owned(),
            case.state.clone(),
        ])
    };
    let head = std::iter::once(Ok(head.map(str::to_owned).to_vec()));
    head.chain(cases.iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_them_took_the_median_or_less() {
        let figures = |days: &[i32]| {
            let figures = Figures::of(days.to_vec(), 0);
            (figures.median, figures.longest)
        };
        assert_eq!(figures(&[9]), (9, 9));
        assert_eq!(figures(&[30, 1]), (1, 30));
        assert_eq!(figures(&[2, 30, 1]), (2, 30));
        assert_eq!(figures(&[]), (0, 0));
    }
}

//! `seloste simulate`: which days what will go, if nothing else happens. Writes nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use seloste_kernel::{Fault, FaultKind, Lang, Timestamp, ZONE};

use crate::app::App;
use crate::output::{Ending, Output};
use crate::words::{say, say_with};

/// Looks at most this many days ahead.
const DAYS_MAX: usize = 3700;

/// Arguments of `simulate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// The last day looked at, such as 2027-12-31; without it, a year from today.
    #[arg(long)]
    until: Option<String>,
}

pub(super) async fn run(app: &Arc<App>, args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let zone = TimeZone::get(ZONE).map_err(Fault::internal)?;
    let today = app.engine.now().to_zoned(zone.clone()).date();
    let until = match &args.until {
        Some(text) => super::day(text)?,
        None => today.checked_add(1.year()).map_err(Fault::internal)?,
    };
    if until < today {
        return Err(Fault::new(FaultKind::BadRequest, "fault-simulate-past")
            .with("until", date(output.lang, until)));
    }
    let mut day = today;
    let mut before: BTreeMap<(String, String), i64> = BTreeMap::new();
    let mut lines = Vec::new();
    for _ in 0..DAYS_MAX {
        if day > until {
            break;
        }
        let next = day.checked_add(1.day()).map_err(Fault::internal)?;
        let end = start_of(next, &zone)?;
        // What is due before the next day begins; a hold that ends with that beginning still holds.
        let gone = app.engine.sweep_preview(end - jiff::SignedDuration::from_millis(2)).await?;
        for (register, kind, total) in gone {
            let known = before.entry((register.clone(), kind.clone())).or_default();
            if total > *known {
                lines.push((day, register, kind, total - *known));
            }
            // A hold that ends can only add; what was counted once stays counted.
            *known = total.max(*known);
        }
        day = next;
    }
    if day <= until {
        return Err(Fault::new(FaultKind::BadRequest, "fault-simulate-far")
            .with("days", DAYS_MAX.to_string()));
    }
    tell(app, &lines, until, output)?;
    if !output.is_json() {
        tell_held(app, until, &zone, output).await?;
        output.line(say(output.lang, "cli-simulate-end"));
    }
    Ok(Ending::Ok)
}

/// What would have gone by then, and stays on a ground: whoever reads the forecast must not think that
/// it is all.
async fn tell_held(
    app: &App,
    until: Date,
    zone: &TimeZone,
    output: &mut Output,
) -> Result<(), Fault> {
    let end = start_of(until.checked_add(1.day()).map_err(Fault::internal)?, zone)?;
    let now = app.engine.now();
    let mut first = true;
    for one in app.engine.holds().await? {
        let stays = one.held.until.is_none_or(|until| until > now);
        let Some(due) = one
            .due
            .filter(|due| stays && *due < end && one.held.until.is_none_or(|until| until > *due))
        else {
            continue;
        };
        if std::mem::take(&mut first) {
            output.line(say(output.lang, "cli-simulate-held"));
        }
        let mut args = super::hold::named(app, &one, output.lang).to_vec();
        args.push(("due", date(output.lang, due.to_zoned(zone.clone()).date())));
        let key = match one.held.until {
            Some(until) => {
                args.push(("until", date(output.lang, until.to_zoned(zone.clone()).date())));
                "cli-simulate-held-until"
            }
            None => "cli-simulate-held-open",
        };
        output.line(format!("  {}", say_with(output.lang, key, &args)));
    }
    Ok(())
}

fn start_of(day: Date, zone: &TimeZone) -> Result<Timestamp, Fault> {
    Ok(day.to_zoned(zone.clone()).map_err(Fault::internal)?.timestamp())
}

fn tell(
    app: &App,
    lines: &[(Date, String, String, i64)],
    until: Date,
    output: &mut Output,
) -> Result<(), Fault> {
    if output.is_json() {
        let lines: Vec<_> = lines
            .iter()
            .map(|(day, register, kind, count)| {
                serde_json::json!({ "day": day, "register": register, "kind": kind, "count": count })
            })
            .collect();
        return output.json(&lines);
    }
    if lines.is_empty() {
        let args = [("until", date(output.lang, until))];
        output.line(say_with(output.lang, "cli-simulate-nothing", &args));
        return Ok(());
    }
    for (day, register, kind, count) in lines {
        let args = [
            ("day", date(output.lang, *day)),
            ("kind", title(app, register, kind, output.lang)),
            ("count", count.to_string()),
        ];
        output.line(say_with(output.lang, "cli-simulate-line", &args));
    }
    let total: i64 = lines.iter().map(|(_, _, _, count)| count).sum();
    output.line(say_with(output.lang, "cli-simulate-total", &[("count", total.to_string())]));
    Ok(())
}

/// A kind as the notice names it for people.
pub(super) fn title(app: &App, register: &str, kind: &str, lang: Lang) -> String {
    let registers = app.engine.registers();
    let known = registers.iter().find(|known| known.notice.id == register);
    let collect = known.and_then(|known| known.notice.kind(kind));
    let title = collect.and_then(|collect| collect.title.get(&lang));
    title.cloned().unwrap_or_else(|| kind.to_owned())
}

/// A day as people write it.
fn date(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Fi | Lang::Sv => day.strftime("%-d.%-m.%Y").to_string(),
        Lang::En => day.strftime("%-d %B %Y").to_string(),
    }
}

//! `seloste demo`: a whole service with invented data, made in a moment and gone afterwards.

use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;
use seloste_kernel::{Actor, Exit, Fault, Lang, ManualClock, PersonId, Sensitive, UserId};
use seloste_register::{Action, SECURITY, Settle};
use seloste_web::{HOST_PREFIX, Site};
use serde::Deserialize;

use super::serve::Running;
use super::{Surroundings, new, serve};
use crate::api;
use crate::app::App;
use crate::clock::LeapingClock;
use crate::demo::{Demo, Told};
use crate::files;
use crate::installation::Installation;
use crate::log;
use crate::output::{Ending, Output};
use crate::services::{feedback, rights, staff};
use crate::site::Mode;
use crate::words::say_with;

const INVENTED: &str = include_str!("../../assets/demo.toml");

/// Mail goes to a folder of the demo: nothing leaves the machine.
const MAIL: &str =
    "\n[mail]\nfrom = \"palaute@example.fi\"\nfolder = \"mail\"\nnotify = \"palaute@example.fi\"\n";

/// The user that the notice names as the one who answers for the service.
const CHIEF: &str = "palvelupaallikko";

/// Somebody who sees texts but no contact details.
const DEVELOPER: &str = "kehittaja";

/// Everything begins so many days ago: the oldest invented feedback is younger.
const DAYS: i64 = 30;

/// Arguments of `demo`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Listen here; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Make the demo in this folder and leave it there afterwards.
    #[arg(long)]
    folder: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Invented {
    feedback: Vec<feedback::Invented>,
    request: Vec<rights::Invented>,
}

pub(super) async fn run(
    args: &Args,
    around: Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    log::start();
    let folder = Folder::new(args.folder.as_deref(), &around);
    let (told, api_token) = furnish(&folder.path, &around).await?;
    let mode = Mode { test_clock: around.test_clock, demo: true };
    let installation = Installation::at(&folder.path)?;
    let clock = Arc::new(LeapingClock::new(Arc::clone(&around.clock)));
    let around = Surroundings { clock: clock.clone(), ..around };
    let running = serve::start(installation, &around, Some(args.listen), mode).await?;
    if output.is_json() {
        println!("{}", for_programs(&running, &told, &api_token)?);
    } else {
        tell(output.lang, &running.base, &folder, &told);
    }
    running.app.set_demo(Demo::new(clock, told));
    running.until_stopped().await;
    Ok(Ending::Ok)
}

/// Where the demo lives; removed when dropped, unless the user named it.
struct Folder {
    path: PathBuf,
    keep: bool,
}

impl Folder {
    fn new(named: Option<&Path>, around: &Surroundings) -> Self {
        match named {
            Some(path) => Self { path: path.to_owned(), keep: true },
            None => {
                let name = format!("seloste-demo-{}", word(around, 10));
                Self { path: std::env::temp_dir().join(name), keep: false }
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.keep
            && let Err(error) = std::fs::remove_dir_all(&self.path)
        {
            tracing::warn!(%error, folder = %self.path.display(), "the demo's folder was not removed");
        }
    }
}

/// Random letters and digits that are not taken for one another.
fn word(around: &Surroundings, letters: usize) -> String {
    let mut bytes = vec![0; letters];
    around.random.fill(&mut bytes);
    let alphabet = b"23456789abcdefghjkmnpqrstvwxyz";
    let letter = |byte: &u8| alphabet.get(usize::from(*byte) % alphabet.len()).copied();
    bytes.iter().filter_map(letter).map(char::from).collect()
}

/// Makes the installation and lets a month pass in it.
async fn furnish(folder: &Path, around: &Surroundings) -> Result<(Told, Sensitive<String>), Fault> {
    let now = around.clock.now();
    let clock = Arc::new(ManualClock::new(now - SignedDuration::from_hours(24 * DAYS)));
    let past = Surroundings {
        clock: Arc::<ManualClock>::clone(&clock),
        test_clock: around.test_clock,
        random: Arc::clone(&around.random),
    };
    new::make(("feedback", None), folder, &past)?;
    add_mail(folder)?;
    without_second_factor(folder)?;
    let app = App::open(Installation::at(folder)?, past.clock.clone(), past.random.clone()).await?;
    app.publish(Settle::default(), &[], Lang::Fi).await?;
    let passphrase = [word(around, 5), word(around, 5), word(around, 5)].join("-");
    let chief = hire(&app, &passphrase).await?;
    vouch(&app, chief).await?;
    let invented: Invented = toml::from_str(INVENTED).map_err(Fault::internal)?;
    let mut told = told(folder, passphrase);
    for (place, one) in invented.feedback.iter().enumerate() {
        // An hour later than now would not have happened yet. Of one day each comes after the one
        // before, as its number says.
        let after = SignedDuration::from_secs(i64::try_from(place).unwrap_or(0));
        let came = now - SignedDuration::from_hours(24 * one.days + 1) + after;
        clock.set(came);
        let receipt = feedback::invent(&app, one).await?;
        match one.code {
            Some(feedback::Code::New) => told.receipt = receipt,
            Some(feedback::Code::Answered) => told.answered = receipt,
            Some(feedback::Code::Erased) => {
                clock.set(came + SignedDuration::from_mins(30));
                rights::invent_erasure(&app, &receipt).await?;
                told.erased = receipt;
            }
            None => {}
        }
    }
    clock.set(now);
    for one in &invented.request {
        rights::invent(&app, one).await?;
    }
    let api_token = api::make_token(&app, CHIEF).await?;
    app.close().await;
    Ok((told, api_token))
}

/// What is known of a demo before anything is in it.
fn told(folder: &Path, passphrase: String) -> Told {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let program = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("seloste"));
    Told {
        chief: CHIEF,
        developer: DEVELOPER,
        passphrase,
        receipt: String::new(),
        answered: String::new(),
        erased: String::new(),
        notice: absolute.join("notice.kdl"),
        check: format!("{} check {}", quoted(&program), quoted(&absolute)),
        mail: absolute.join("mail"),
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

fn add_mail(folder: &Path) -> Result<(), Fault> {
    let path = folder.join("seloste.toml");
    let failed = files::unwritable(&path);
    std::fs::create_dir_all(folder.join("mail")).map_err(&failed)?;
    let mut file = std::fs::OpenOptions::new().append(true).open(&path).map_err(&failed)?;
    file.write_all(MAIL.as_bytes()).map_err(&failed)
}

/// The demo signs in by password alone, so its notice must not promise more.
fn without_second_factor(folder: &Path) -> Result<(), Fault> {
    let path = folder.join("notice.kdl");
    let failed = files::unwritable(&path);
    let text = std::fs::read_to_string(&path).map_err(&failed)?;
    std::fs::write(&path, text.replace(" \"two-factor\"", "")).map_err(&failed)
}

/// Somebody vouches for what software cannot see, as an officer does in the first week.
async fn vouch(app: &Arc<App>, chief: PersonId) -> Result<(), Fault> {
    let register = app.register()?;
    for measure in &register.notice.attestations {
        let role = measure.by.clone().unwrap_or_default();
        let actor = Actor::Staff { user: UserId::from_bytes(*chief.as_bytes()), role };
        let access = app.engine.access(&register.notice.id, actor, SECURITY, Action::Attest)?;
        app.engine.attest(&access, &measure.name, register.hash).await?;
    }
    Ok(())
}

/// Two people to sign in as; gives the chief.
async fn hire(app: &App, passphrase: &str) -> Result<PersonId, Fault> {
    let new = |username: &str, name: &str, roles: &[&str]| staff::New {
        username: Sensitive::new(username.to_owned()),
        name: Sensitive::new(name.to_owned()),
        email: None,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
    };
    let hash =
        async || app.staff.gate.hash(Sensitive::new(passphrase.to_owned()), &*app.random).await;
    let link = staff::first_link(app).await?;
    let chief = new(CHIEF, "Pirjo Esimerkki", &[]);
    let chief = staff::create_first(app, &link, chief, hash().await?, Lang::Fi).await?;
    let register = app.register()?;
    let access =
        app.engine.access(&register.notice.id, Actor::Operator, SECURITY, Action::ManageUsers)?;
    let developer = new(DEVELOPER, "Kalle Esimerkki", &["developer"]);
    let link = staff::invite(app, &access, &developer, Lang::Fi).await?;
    if let Some(staff::Link::Account(record)) = staff::link_of(app, &link).await? {
        staff::accept(app, &link, record, hash().await?).await?;
    }
    // Whoever looks how a second factor works finds one there; the demonstration does not ask for it.
    staff::add_app(app, CHIEF).await?;
    staff::add_app(app, DEVELOPER).await?;
    Ok(chief)
}

/// One line that a program reads: where the demo is, and what opens what in it.
///
/// # Errors
/// Never once the demo runs.
fn for_programs(
    running: &Running,
    told: &Told,
    api_token: &Sensitive<String>,
) -> Result<serde_json::Value, Fault> {
    let register = running.app.register()?;
    // Without TLS the browser is given the cookies without their prefix.
    let bare = |name: &str| name.strip_prefix(HOST_PREFIX).unwrap_or(name).to_owned();
    let cookies: Vec<_> = register.notice.cookies.iter().map(|cookie| bare(&cookie.name)).collect();
    let sign_in = |role: &str, name: &str| serde_json::json!({ "role": role, "name": name, "password": told.passphrase });
    Ok(serde_json::json!({
        "address": running.base,
        "cookies": cookies,
        "sign_ins": [sign_in("staff", CHIEF), sign_in("developer", DEVELOPER)],
        "receipt": told.receipt,
        "answered": told.answered,
        "erased": told.erased,
        "notice": told.notice,
        "paths": running.app.site().map(Site::paths),
        "check": told.check,
        "api_token": api_token.expose(Exit::Page),
    }))
}

fn tell(lang: Lang, base: &str, folder: &Folder, told: &Told) {
    // First the line that programs wait for, then what people read.
    println!("listening {base}");
    let args = [
        ("base", base.to_owned()),
        ("chief", CHIEF.to_owned()),
        ("developer", DEVELOPER.to_owned()),
        ("passphrase", told.passphrase.clone()),
        ("receipt", told.receipt.clone()),
        ("answered", told.answered.clone()),
        ("erased", told.erased.clone()),
        ("notice", told.notice.display().to_string()),
        ("check", told.check.clone()),
        ("mail", told.mail.display().to_string()),
        ("folder", folder.path.display().to_string()),
    ];
    println!("{}", say_with(lang, "demo-told", &args));
    let end = if folder.keep { "demo-kept" } else { "demo-removed" };
    println!("{}", say_with(lang, end, &args));
}

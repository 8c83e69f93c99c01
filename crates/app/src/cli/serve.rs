//! `seloste serve`: runs the service until it is told to stop.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use seloste_kernel::{Fault, FaultKind, Lang};
use seloste_register::Settle;
use seloste_web::TlsConfig;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::Surroundings;
use crate::app::App;
use crate::installation::Installation;
use crate::output::{Ending, Output};
use crate::services::staff;
use crate::site::{self, Mode};
use crate::words::{say, say_with};
use crate::{console, guard, jobs, log, metrics, operator, process, tls};

/// Where the link to the first account lies, when nobody is at a terminal.
const FIRST_LINK_FILE: &str = "first-link";

/// Arguments of `serve`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Listen here instead of where the settings say; port 0 takes a free one.
    #[arg(long)]
    pub listen: Option<SocketAddr>,
}

pub(super) async fn run(
    args: &Args,
    around: Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    log::start();
    let installation = Installation::at(&args.folder)?;
    let mode = Mode { test_clock: around.test_clock, demo: false };
    let running = start(installation, &around, args.listen, mode).await?;
    // Told at once, not at the end: tests and people wait for this line.
    println!("listening {}", running.base);
    if running.published_first {
        println!("{}", say(output.lang, "cli-published-first"));
        let remarks = super::check::remarks(&args.folder, &*around.clock)?;
        if remarks > 0 {
            let count = ("count", remarks.to_string());
            println!("{}", say_with(output.lang, "cli-published-remarks", &[count]));
        }
    }
    if running.app.installation.is_held() {
        let folder = ("folder", args.folder.display().to_string());
        println!("{}", say_with(output.lang, "cli-backup-held", &[folder]));
    }
    if running.nobody_in {
        println!("{}", say(output.lang, "cli-nobody-in"));
    }
    if let Some(link) = &running.first_link {
        println!("{}", tell_first(link, &running.app, output.lang)?);
    }
    running.until_stopped().await;
    Ok(Ending::Ok)
}

/// The link to the first account opens everything: it is shown to a person at a terminal, and else
/// kept where only the service's own user can read it, not in a log.
fn tell_first(link: &str, app: &App, lang: Lang) -> Result<String, Fault> {
    let hours = ("hours", staff::LINK_HOURS.to_string());
    if std::io::IsTerminal::is_terminal(&std::io::stdout()) {
        return Ok(say_with(lang, "cli-first-link", &[("address", link.to_owned()), hours]));
    }
    let file = app.installation.data().join(FIRST_LINK_FILE);
    std::fs::write(&file, format!("{link}\n")).map_err(|error| {
        Fault::new(FaultKind::Environment, "fault-file-unwritable")
            .with("file", file.display().to_string())
            .because(error)
    })?;
    Ok(say_with(lang, "cli-first-link-file", &[("file", file.display().to_string()), hours]))
}

/// A service that answers.
pub struct Running {
    /// The address to type.
    pub base: String,
    /// The link to the first account, while there is none.
    pub first_link: Option<String>,
    /// Whether this start published the notice, for the first time.
    pub published_first: bool,
    /// Whether there are accounts and none can sign in.
    pub nobody_in: bool,
    /// The program.
    pub app: Arc<App>,
    /// Answers the command line.
    operator: Option<tokio::task::JoinHandle<()>>,
    listener: TcpListener,
    site: seloste_web::Site,
    tls: Option<Arc<TlsConfig>>,
    /// The unencrypted port, which only leads to the encrypted one.
    plain: Option<(TcpListener, seloste_web::Site)>,
}

/// Opens the installation and everything that must be ready before the first request.
///
/// # Errors
/// `Environment` for what is not usable; `RefusedByPromise` when the program cannot keep what the
/// notice promises.
pub async fn start(
    installation: Installation,
    around: &Surroundings,
    listen: Option<SocketAddr>,
    mode: Mode,
) -> Result<Running, Fault> {
    let address = listen.unwrap_or(installation.settings.address);
    let tls = installation.settings.tls.as_ref().map(tls::load).transpose()?;
    let app =
        App::open(installation, Arc::clone(&around.clock), Arc::clone(&around.random)).await?;
    let published_first = publish_first(&app).await?;
    let register = app.register()?;
    crate::services::compare(&register.notice)?;
    guard::refuse_weakened(&app).await?;
    app.announcements.refresh(&app).await?;
    // A relay that the notice does not declare would be refused with every letter: say so now.
    if let Some(host) = crate::proofs::facts::undeclared_host(&app, &register.notice) {
        let promise = format!("{}.recipients", register.notice.id);
        return Err(Fault::refused("fault-host-undeclared", promise).with("host", host));
    }
    let listener = bind(address).await?;
    let local = listener.local_addr().map_err(Fault::internal)?;
    let base = match &app.installation.settings.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None if tls.is_some() => format!("https://{local}"),
        None => format!("http://{local}"),
    };
    let site = site::build(&app, Arc::clone(&app.clock), base.clone(), mode)?;
    let first_link = console::first_link(&app, &base).await?;
    if first_link.is_none() {
        // Of no more use; there may be none.
        _ = std::fs::remove_file(app.installation.data().join(FIRST_LINK_FILE));
    }
    let nobody_in = first_link.is_none() && !app.staff.directory.any_open(&app).await?;
    let from = app.installation.settings.tls.as_ref().and_then(|tls| tls.redirect_from);
    let plain = match from {
        Some(address) => Some((bind(address).await?, site::redirecting(site.kit()))),
        None => None,
    };
    if let Some(address) = app.installation.settings.metrics {
        metrics::listen(address).await?;
    }
    // Before anybody is told that the service is up: verbs reach it by then.
    let operator = match operator::listen(Arc::clone(&app), &app.installation.socket()) {
        Ok(task) => Some(task),
        Err(fault) => {
            tracing::error!(?fault, "the command line cannot reach this service");
            None
        }
    };
    Ok(Running {
        operator,
        base,
        first_link,
        published_first,
        nobody_in,
        app,
        listener,
        site,
        tls,
        plain,
    })
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Fault> {
    TcpListener::bind(address).await.map_err(|error| {
        Fault::new(FaultKind::Environment, "fault-cannot-listen")
            .with("address", address.to_string())
            .because(error)
    })
}

/// The first start publishes the notice; later changes are published by `seloste publish` only,
/// so that a half-edited file never becomes a promise. True when it was the first.
async fn publish_first(app: &Arc<App>) -> Result<bool, Fault> {
    if app.register().is_err() {
        app.publish(Settle::default(), &[], Lang::Fi).await?;
        return Ok(true);
    }
    let text = app.installation.notice_text()?;
    if seloste_notice::read(&text, "notice.kdl").hash() != app.register()?.hash {
        tracing::warn!(
            "notice.kdl differs from the published version, which stays in force until `seloste publish`"
        );
    }
    Ok(false)
}

impl Running {
    /// Serves until SIGTERM or Ctrl-C, then lets running requests end.
    pub async fn until_stopped(self) {
        let jobs = jobs::start(Arc::clone(&self.app));
        let socket = self.app.installation.socket();
        // Tells systemd, when it asked to be told.
        let _ = sd_notify::notify(&[sd_notify::NotifyState::Ready]);
        let limits = &self.app.installation.settings.limits;
        let mut options = limits.of_connections(self.tls);
        options.max_connections = process::room_for_connections(options.max_connections);
        let pages = seloste_web::serve(vec![self.listener], self.site, options, stopped());
        match self.plain {
            Some((listener, site)) => {
                let options = limits.of_connections(None);
                let plain = seloste_web::serve(vec![listener], site, options, stopped());
                tokio::join!(pages, plain);
            }
            None => pages.await,
        }
        let _ = sd_notify::notify(&[sd_notify::NotifyState::Stopping]);
        if let Some(task) = self.operator {
            task.abort();
        }
        // Gone before the lock: a verb that finds no socket opens the folder itself.
        let _ = std::fs::remove_file(&socket);
        jobs.stop().await;
        self.app.close().await;
        tracing::info!("stopped");
    }
}

async fn stopped() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

//! `seloste doctor`: looks at an installation from outside, whether or not it can be opened; and
//! with `--scan` at every byte of it.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use seloste_kernel::{Clock, Fault, Timestamp, ZONE};
use seloste_notice::{Finding as Told, Level};

use super::Surroundings;
use crate::files;
use crate::installation::Installation;
use crate::output::{Ending, Output};
use crate::scan::{Hit, Scanner};
use crate::settings::{self, Settings};
use crate::words::{self, say, say_with};

pub mod inside;

/// So long before its end a certificate is told of: time enough to renew it by hand.
const TLS_SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Less free space than this is told.
const SPACE_LEAST_BYTES: u64 = 512 * 1024 * 1024;

/// Arguments of `doctor`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The installation.
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// Search every byte of data, keys, logs and backups for this text and its encodings.
    #[arg(long = "scan", value_name = "STRING")]
    scan: Vec<String>,
    /// Search here, too: a log folder, a database cluster's folder.
    #[arg(long = "also", value_name = "FOLDER")]
    also: Vec<PathBuf>,
}

/// One thing looked at.
#[derive(serde::Serialize, serde::Deserialize)]
struct Finding {
    check: String,
    ok: bool,
    /// Not wrong, but somebody should look.
    #[serde(default)]
    caution: bool,
    told: String,
}

pub(super) async fn run(
    args: &Args,
    around: Surroundings,
    output: &mut Output,
) -> Result<Ending, Fault> {
    if !args.scan.is_empty() {
        return scan(args, output);
    }
    let mut findings = Vec::new();
    let installation = match Installation::at(&args.folder) {
        Ok(installation) => installation,
        Err(fault) => {
            findings.push(faulty("settings", &fault, output));
            // The notice can be looked at whatever the settings say.
            let bare = Installation { folder: args.folder.clone(), settings: Settings::default() };
            if bare.notice_text().is_ok() {
                findings.push(notice(&bare, &*around.clock, output));
            }
            return tell(&findings, output);
        }
    };
    findings.push(notice(&installation, &*around.clock, output));
    findings.extend(modes(&installation, output));
    findings.push(space(&installation, output));
    findings.push(tls(&installation.settings, around.clock.now(), output));
    findings.push(countries(&installation.settings, output));
    findings.push(mail(&installation, output).await);
    findings.extend(held(&installation, output));
    let folder = backups(&installation, output);
    let inside = inside::findings(installation, around, output).await;
    // Where something is wrong with the backups, that is all there is to say of them.
    let is_wrong = |one: &Finding| !one.ok && one.check.starts_with("backup-");
    findings.extend((!folder.ok || !inside.iter().any(is_wrong)).then_some(folder));
    findings.extend(inside);
    tell(&findings, output)
}

fn good(check: &str, output: &Output) -> Finding {
    good_with(check, &[], output)
}

fn good_with(check: &str, args: &[(&str, String)], output: &Output) -> Finding {
    let told = say_with(output.lang, &format!("cli-doctor-{check}-ok"), args);
    Finding { check: check.to_owned(), ok: true, caution: false, told }
}

fn caution(check: &str, args: &[(&str, String)], output: &Output) -> Finding {
    let told = say_with(output.lang, &format!("cli-doctor-{check}"), args);
    Finding { check: check.to_owned(), ok: true, caution: true, told }
}

fn bad(check: &str, args: &[(&str, String)], output: &Output) -> Finding {
    Finding {
        check: check.to_owned(),
        ok: false,
        caution: false,
        told: say_with(output.lang, &format!("cli-doctor-{check}-bad"), args),
    }
}

fn faulty(check: &str, fault: &Fault, output: &Output) -> Finding {
    let mut told = words::fault(output.lang, fault);
    if let Some(next) = words::advice(output.lang, fault) {
        told.push_str(&format!(" {next}"));
    }
    Finding { check: check.to_owned(), ok: false, caution: false, told }
}

fn notice(installation: &Installation, clock: &dyn Clock, output: &Output) -> Finding {
    let text = match installation.notice_text() {
        Ok(text) => text,
        Err(fault) => return faulty("notice", &fault, output),
    };
    let reading = seloste_notice::read(&text, "notice.kdl");
    let findings = match super::check::findings(&reading, clock) {
        Ok(findings) => findings,
        Err(fault) => return faulty("notice", &fault, output),
    };
    let count = |level| findings.iter().filter(|finding: &&Told| finding.level == level).count();
    match (count(Level::Error), count(Level::Warning)) {
        (0, 0) => good("notice", output),
        (0, count) => caution("notice-warned", &[("count", count.to_string())], output),
        (count, _) => bad("notice", &[("count", count.to_string())], output),
    }
}

/// Data and keys are the owner's alone.
fn modes(installation: &Installation, output: &Output) -> Vec<Finding> {
    let mut open = Vec::new();
    let mut look = |path: &Path| {
        if let Ok(metadata) = std::fs::metadata(path)
            && metadata.permissions().mode() & 0o077 != 0
        {
            open.push(path.display().to_string());
        }
    };
    look(&installation.data());
    look(&installation.keys());
    for entry in std::fs::read_dir(installation.keys()).into_iter().flatten().flatten() {
        look(&entry.path());
    }
    let secrets = [
        installation.settings.keys.root_file.as_ref(),
        installation.settings.database.as_ref().map(|database| &database.url_file),
        installation.settings.mail.as_ref().and_then(|mail| mail.password_file.as_ref()),
        installation.settings.tls.as_ref().map(|tls| &tls.key),
        installation.settings.opendsr.as_ref().map(|own| &own.key),
    ];
    secrets.into_iter().flatten().for_each(|path| look(path));
    if open.is_empty() {
        return vec![good("modes", output)];
    }
    open.into_iter().map(|file| bad("modes", &[("file", file)], output)).collect()
}

fn space(installation: &Installation, output: &Output) -> Finding {
    let Some(free) = files::free_bytes(&installation.folder) else {
        return good("space", output);
    };
    if free >= SPACE_LEAST_BYTES {
        return good("space", output);
    }
    bad("space", &[("free", (free / (1024 * 1024)).to_string())], output)
}

fn tls(settings: &Settings, now: Timestamp, output: &Output) -> Finding {
    let Some(tls) = &settings.tls else {
        let encrypted = settings.base_url().starts_with("https://");
        let told = if encrypted { good("proxy", output) } else { caution("tls-none", &[], output) };
        return Finding { check: "tls".to_owned(), ..told };
    };
    match crate::tls::load(tls) {
        Ok(_) => expiry(tls, now, output),
        Err(fault) => faulty("tls", &fault, output),
    }
}

/// Until when the first certificate of the chain, the server's own, is good.
fn expiry(tls: &settings::Tls, now: Timestamp, output: &Output) -> Finding {
    let Some(ends) = crate::tls::ends(tls) else { return bad("tls-date", &[], output) };
    let args = [("date", ends.in_tz(ZONE).map_or(ends.to_string(), |at| at.date().to_string()))];
    match ends.duration_since(now) {
        left if left <= SignedDuration::ZERO => bad("tls-over", &args, output),
        left if left < TLS_SOON => bad("tls-soon", &args, output),
        _ => good_with("tls", &args, output),
    }
}

/// Behind a proxy that is not named, everybody looks like the proxy, from near by.
fn countries(settings: &Settings, output: &Output) -> Finding {
    let proxied = settings.tls.is_none()
        && settings.public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
    match proxied && settings.trusted_proxies.is_empty() {
        true => bad("countries", &[], output),
        false => good("countries", output),
    }
}

/// The relay is one that the notice names, and takes us.
async fn mail(installation: &Installation, output: &Output) -> Finding {
    if installation.settings.mail.is_none() {
        return Unsent::Nowhere.told(output);
    }
    match try_mail(installation).await {
        Ok(None) => good("mail", output),
        Ok(Some(unsent)) => unsent.told(output),
        Err(fault) => {
            let mut finding = faulty("mail", &fault, output);
            if let Some(trouble) = fault.arg("trouble") {
                let why = say(output.lang, &format!("mail-trouble-{trouble}"));
                finding.told.push_str(&format!(" {why}"));
            }
            finding
        }
    }
}

/// Why no letter leaves, although there are settings for mail.
enum Unsent {
    /// They name no relay.
    Nowhere,
    /// Letters are written to a folder.
    Folder(String),
}

impl Unsent {
    fn told(self, output: &Output) -> Finding {
        let finding = match self {
            Self::Nowhere => caution("mail-none", &[], output),
            Self::Folder(folder) => caution("mail-folder", &[("folder", folder)], output),
        };
        Finding { check: "mail".to_owned(), ..finding }
    }
}

async fn try_mail(installation: &Installation) -> Result<Option<Unsent>, Fault> {
    let mailer = crate::mail::Mailer::new(&installation.settings)?;
    let notice = seloste_notice::read(&installation.notice_text()?, "notice.kdl").notice;
    if let Some((host, port)) = mailer.host().as_deref().and_then(|host| host.rsplit_once(':')) {
        crate::mail::declared(&notice, host, port.parse().unwrap_or_default())?;
    }
    mailer.try_relay().await?;
    let folder = mailer.folder().map(|folder| Unsent::Folder(folder.display().to_string()));
    Ok(folder.or_else(|| (!mailer.is_ready()).then_some(Unsent::Nowhere)))
}

/// A restored installation that nobody has confirmed.
fn held(installation: &Installation, output: &Output) -> Option<Finding> {
    let folder = ("folder", installation.folder.display().to_string());
    installation.is_held().then(|| caution("held", &[folder], output))
}

fn backups(installation: &Installation, output: &Output) -> Finding {
    match installation.settings.backup.folder {
        None => bad("backups", &[], output),
        Some(_) => good("backups", output),
    }
}

fn tell(findings: &[Finding], output: &mut Output) -> Result<Ending, Fault> {
    if output.is_json() {
        output.json(&findings)?;
    } else {
        for finding in findings {
            let mark = match (finding.ok, finding.caution) {
                (false, _) => "✗",
                (true, true) => "!",
                (true, false) => "✓",
            };
            output.line(format!("{mark} {}", finding.told));
        }
    }
    let ok = findings.iter().all(|finding| finding.ok);
    Ok(if ok { Ending::Ok } else { Ending::Findings })
}

fn scan(args: &Args, output: &mut Output) -> Result<Ending, Fault> {
    let scanner = Scanner::new(&args.scan)?;
    let mut places = vec![args.folder.clone()];
    if let Ok(settings) = Settings::read(&args.folder) {
        places.extend(settings.backup.folder);
        places.extend(settings.backup.keys_folder);
    }
    places.extend(args.also.iter().cloned());
    let (mut hits, mut bytes): (Vec<Hit>, u64) = (Vec::new(), 0);
    for place in &places {
        // What vanishes while a folder is gone through is no trouble; what was never there is.
        place.symlink_metadata().map_err(files::unreadable(place))?;
        bytes += scanner.path(place, &mut hits)?;
    }
    hits.sort_by(|a, b| (&a.file, a.offset).cmp(&(&b.file, b.offset)));
    hits.dedup();
    if output.is_json() {
        output.json(&serde_json::json!({ "bytes": bytes, "hits": hits }))?;
    } else {
        for hit in &hits {
            output.line(format!("{}:{} ({})", hit.file.display(), hit.offset, hit.form));
        }
        let args = [("count", hits.len().to_string()), ("bytes", bytes.to_string())];
        output.line(say_with(output.lang, "cli-scan-done", &args));
    }
    Ok(if hits.is_empty() { Ending::Ok } else { Ending::Findings })
}

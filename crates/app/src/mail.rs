//! Mail: written to a queue in the transaction of its reason, sent by a job, to declared hosts
//! only and never without TLS.

use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use seloste_kernel::{Exit, Fault, FaultKind, Sensitive};
use seloste_notice::model::Notice;

use crate::settings::{Mail, Settings, secret};

mod trouble;

/// A relay that does not answer within this time is tried again later.
const RELAY_TIMEOUT: Duration = Duration::from_secs(20);

/// The way out for mail.
pub struct Mailer {
    route: Route,
    from: Option<Mailbox>,
    notify: Option<Sensitive<String>>,
}

enum Route {
    /// Nothing is configured: answers cannot be mailed.
    None,
    /// A folder, for trying out.
    Folder(PathBuf),
    /// A relay.
    Relay { host: String, port: u16, transport: AsyncSmtpTransport<Tokio1Executor> },
}

/// One message to one person.
pub struct Letter {
    /// To whom.
    pub to: Sensitive<String>,
    /// Subject: never content.
    pub subject: String,
    /// The text.
    pub body: Sensitive<String>,
    /// What this letter is about, in bytes that tell nothing: a letter sent again after a crash
    /// carries the same Message-ID, and mail programs show it once.
    pub about: [u8; 16],
}

impl Mailer {
    /// The mailer that the settings describe.
    ///
    /// # Errors
    /// `Environment` for addresses, hosts or files that are not usable.
    pub fn new(settings: &Settings) -> Result<Self, Fault> {
        let Some(mail) = &settings.mail else {
            return Ok(Self { route: Route::None, from: None, notify: None });
        };
        let from: Address =
            plain(&mail.from)?.parse().map_err(|error| unusable("mail.from", error))?;
        let route = match (&mail.relay, &mail.folder) {
            (Some(relay), _) => relay_route(mail, relay)?,
            (None, Some(folder)) => Route::Folder(folder.clone()),
            (None, None) => Route::None,
        };
        Ok(Self {
            route,
            from: Some(Mailbox::new(None, from)),
            notify: mail.notify.clone().map(Sensitive::new),
        })
    }

    /// Whether mail can leave at all.
    pub fn is_ready(&self) -> bool {
        !matches!(self.route, Route::None)
    }

    /// The folder that letters are written to instead of leaving.
    pub fn folder(&self) -> Option<&std::path::Path> {
        match &self.route {
            Route::Folder(folder) => Some(folder),
            Route::None | Route::Relay { .. } => None,
        }
    }

    /// Whether the relay can be reached, with TLS and signed in. True where there is none.
    ///
    /// # Errors
    /// `Environment` telling what is wrong with it.
    pub async fn try_relay(&self) -> Result<(), Fault> {
        let Route::Relay { transport, .. } = &self.route else { return Ok(()) };
        match transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Fault::new(FaultKind::Environment, "fault-mail-relay")),
            Err(error) => {
                Err(trouble::told(Fault::new(FaultKind::Environment, "fault-mail-relay"), &error))
            }
        }
    }

    /// The relay, `host:port`, that the notice must declare.
    pub fn host(&self) -> Option<String> {
        match &self.route {
            Route::Relay { host, port, .. } => Some(format!("{host}:{port}")),
            _ => None,
        }
    }

    /// Where the organisation wants to hear of new work.
    pub fn notify(&self) -> Option<&Sensitive<String>> {
        self.notify.as_ref()
    }

    /// Sends a letter; when this returns the relay has taken it.
    ///
    /// # Errors
    /// `RefusedByPromise` when the notice does not declare the relay's host; `Environment` when
    /// the relay does not take it, to be tried again; `Invalid` when it never will.
    pub async fn send(&self, notice: &Notice, letter: &Letter) -> Result<(), Fault> {
        let from = self
            .from
            .clone()
            .ok_or_else(|| Fault::new(FaultKind::Environment, "fault-mail-not-configured"))?;
        let to: Address = plain(letter.to.expose(Exit::Mail))?
            .parse()
            .map_err(|_| Fault::new(FaultKind::Invalid, "fault-mail-address"))?;
        let id = message_id(&letter.about, from.email.domain());
        let message = Message::builder()
            .from(from)
            .message_id(Some(id))
            .to(Mailbox::new(None, to))
            .subject(subject(notice, letter))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.expose(Exit::Mail).clone())
            .map_err(|error| Fault::internal(format!("a letter cannot be made: {error}")))?;
        match &self.route {
            Route::None => Err(Fault::new(FaultKind::Environment, "fault-mail-not-configured")),
            Route::Folder(folder) => write_to(folder, &message).await,
            Route::Relay { host, port, transport } => {
                declared(notice, host, *port)?;
                transport
                    .send(message)
                    .await
                    .map(|_| ())
                    .map_err(|error| trouble::not_taken(&error))
            }
        }
    }
}

/// Whose letter it is stands first: a reader trusts no nameless link. One line, whatever the notice
/// holds.
fn subject(notice: &Notice, letter: &Letter) -> String {
    let whole = format!("{}: {}", notice.controller.name, letter.subject);
    let words: Vec<&str> = whole.split(|c: char| c.is_control() || c.is_whitespace()).collect();
    words.join(" ")
}

fn message_id(about: &[u8; 16], domain: &str) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, about);
    format!("<{}@{domain}>", &crate::output::hex(digest.as_ref())[..32])
}

/// Text that goes into a command or a header of the mail protocol: no line may end in it. The
/// library has had such holes, so nothing reaches it that could use one.
fn plain(text: &str) -> Result<&str, Fault> {
    if text.chars().any(char::is_control) {
        return Err(Fault::new(FaultKind::Invalid, "fault-mail-address"));
    }
    Ok(text)
}

/// Refuses hosts that the notice does not declare.
pub fn declared(notice: &Notice, host: &str, port: u16) -> Result<(), Fault> {
    let wanted = [host.to_owned(), format!("{host}:{port}")];
    let known = notice
        .recipients
        .iter()
        .flat_map(|recipient| &recipient.hosts)
        .any(|host| wanted.contains(&host.value));
    if known {
        return Ok(());
    }
    Err(Fault::refused("fault-host-undeclared", format!("{}.recipients", notice.id))
        .with("host", format!("{host}:{port}")))
}

fn relay_route(mail: &Mail, relay: &str) -> Result<Route, Fault> {
    let (host, port) =
        relay.rsplit_once(':').ok_or(Fault::new(FaultKind::Environment, "fault-settings-relay"))?;
    let unreadable = |_| Fault::new(FaultKind::Environment, "fault-settings-relay");
    let port: u16 = port.parse().map_err(unreadable)?;
    let mut tls = TlsParameters::builder(host.to_owned());
    if let Some(file) = &mail.ca {
        let pem = std::fs::read(file).map_err(|error| unusable("mail.ca", error))?;
        tls = tls.add_root_certificate(
            Certificate::from_pem(&pem).map_err(|error| unusable("mail.ca", error))?,
        );
    }
    let tls = tls.build_rustls().map_err(|error| unusable("mail.ca", error))?;
    // Port 465 speaks TLS from the first byte; on others STARTTLS is demanded, never optional.
    let tls = if port == 465 { Tls::Wrapper(tls) } else { Tls::Required(tls) };
    let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(port)
        .tls(tls)
        .timeout(Some(RELAY_TIMEOUT));
    if let (Some(user), Some(file)) = (&mail.user, &mail.password_file) {
        transport = transport.credentials(Credentials::new(user.clone(), secret(file)?));
    }
    Ok(Route::Relay { host: host.to_owned(), port, transport: transport.build() })
}

async fn write_to(folder: &std::path::Path, message: &Message) -> Result<(), Fault> {
    let failed = |error: std::io::Error| {
        Fault::new(FaultKind::Environment, "fault-mail-not-taken").because(error)
    };
    tokio::fs::create_dir_all(folder).await.map_err(failed)?;
    let bytes = message.formatted();
    let name =
        crate::output::hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &bytes).as_ref());
    tokio::fs::write(folder.join(format!("{}.eml", &name[..16.min(name.len())])), bytes)
        .await
        .map_err(failed)
}

fn unusable(setting: &str, error: impl std::fmt::Display) -> Fault {
    Fault::new(FaultKind::Environment, "fault-setting-unusable")
        .with("setting", setting)
        .because(error)
}

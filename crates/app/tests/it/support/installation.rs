//! An installation of the real program in a folder of its own.

use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output};

use tempfile::TempDir;
use toml::{Table, Value};

use super::browser::{Base, Browser};
use super::certificates::Authority;
use super::disk::Disk;
use super::mail::MailSink;
use super::postgres::Schema;
use super::scan::{Hit, scan};
use super::server::Server;

const PROGRAM: &str = env!("CARGO_BIN_EXE_seloste");

/// Where the clock stands unless a scenario says otherwise: a Wednesday morning in winter time.
const START: &str = "2026-01-14T10:00:00+02:00";

/// Where the records are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// The embedded database in the installation's folder.
    Sqlite,
    /// A schema in the cluster named by `SELOSTE_TEST_PG`.
    Postgres,
}

impl Engine {
    /// Both.
    pub const ALL: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];
}

/// A process that can be killed from anywhere.
pub struct Process(u32);

impl Process {
    /// One that a test started itself.
    pub fn of(child: &std::process::Child) -> Self {
        Self(child.id())
    }

    /// Ends it at once (SIGKILL).
    pub fn kill(&self) {
        use rustix::process::{Pid, Signal, kill_process};
        let pid = Pid::from_raw(self.0.cast_signed()).unwrap();
        kill_process(pid, Signal::KILL).unwrap();
    }
}

/// What an installation is to be like; see [`Installation::build`].
pub struct Build {
    service: String,
    engine: Engine,
    clock: String,
    settings: Vec<(String, Value)>,
    notice: Vec<(String, String)>,
    tls: bool,
    ignoring_file_limits: bool,
    proxied: bool,
}

/// One installation. Dropping it kills its server and removes its folder.
pub struct Installation {
    root: TempDir,
    base: Base,
    server: Option<Server>,
    schema: Option<Schema>,
    listen: String,
    ignoring_file_limits: bool,
    /// The authority's certificate in PEM, when the server speaks TLS.
    authority: Option<Vec<u8>>,
    proxied: bool,
}

impl Build {
    /// Keeps the records there.
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// Starts the clock at this RFC 3339 instant.
    pub fn clock(mut self, instant: &str) -> Self {
        self.clock = instant.into();
        self
    }

    /// Sets one setting of `seloste.toml`, named as `key` or `section.key`.
    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.settings.push((name.into(), value.into()));
        self
    }

    /// Replaces a piece of `notice.kdl`, which must be there.
    pub fn notice(mut self, old: &str, new: &str) -> Self {
        self.notice.push((old.into(), new.into()));
        self
    }

    /// Lets staff sign in with the password alone: for scenarios about something else.
    pub fn without_second_factor(self) -> Self {
        self.notice(" \"two-factor\"", "")
    }

    /// Puts a proxy on this machine before it, so that callers are told apart by `x-forwarded-for`;
    /// browsers come from a network near by unless they say otherwise.
    pub fn behind_proxy(mut self) -> Self {
        self.proxied = true;
        self.set("trusted-proxies", vec!["127.0.0.1"])
    }

    /// Serves over TLS with a certificate of its own, which its browsers believe.
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// Sends mail through this server, trusting its authority only.
    pub fn mail(self, sink: &MailSink) -> Self {
        self.set("mail.from", "palaute@example.fi")
            .set("mail.relay", format!("localhost:{}", sink.port))
            .set("mail.ca", sink.authority.ca.to_string_lossy().into_owned())
    }

    /// Mail is set up: letters go into a folder that no scan looks into, and the form for feedback asks
    /// for an address.
    pub fn letters(self) -> Self {
        self.set("mail.from", "palaute@example.fi").set("mail.folder", "../outside/letters")
    }

    /// Makes the folder and starts the server under the name `localhost`, for what is bound to
    /// names.
    pub fn start_named(self) -> Installation {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut made = self.set("public-url", format!("http://localhost:{}", free.port())).make();
        made.listen = free.to_string();
        made.start();
        made
    }

    /// The server is told of a file that may not grow by an error, not by a signal that ends it.
    pub fn ignoring_file_limits(mut self) -> Self {
        self.ignoring_file_limits = true;
        self
    }

    /// Starts the server in a folder on a small disk of its own, where one may be mounted.
    pub fn start_on_small_disk(self) -> (Installation, Disk) {
        let root = tempfile::tempdir().unwrap();
        let disk = Disk::at(&root.path().join("org"));
        let mut made = self.make_in(root);
        made.start();
        (made, disk)
    }

    /// Makes the folder, without starting a server.
    pub fn make(self) -> Installation {
        self.make_in(tempfile::tempdir().unwrap())
    }

    fn make_in(self, root: TempDir) -> Installation {
        for folder in ["log", "outside"] {
            std::fs::create_dir(root.path().join(folder)).unwrap();
        }
        let schema = (self.engine == Engine::Postgres).then(Schema::new);
        let mut made = Installation {
            root,
            base: Base::default(),
            server: None,
            schema,
            listen: "127.0.0.1:0".into(),
            ignoring_file_limits: self.ignoring_file_limits,
            authority: None,
            proxied: self.proxied,
        };
        made.advance(&self.clock);
        let dir = made.dir().to_string_lossy().into_owned();
        done(made.command(made.root.path()).args(["new", &self.service, &dir]));
        let mut settings = self.settings;
        if self.tls {
            let authority = Authority::new(&made.outside());
            made.authority = Some(std::fs::read(&authority.ca).unwrap());
            settings.extend(authority.settings());
        }
        if let Some(schema) = &made.schema {
            let url_file = made.outside().join("database-url");
            std::fs::write(&url_file, &schema.url).unwrap();
            settings.push(("database.url-file".into(), url_file.to_string_lossy().as_ref().into()));
            settings.push(("database.schema".into(), schema.name.as_str().into()));
        }
        made.configure(&settings);
        for (old, new) in &self.notice {
            made.edit_notice(old, new);
        }
        made
    }

    /// Makes the folder, checks its notice and starts the server.
    pub fn start(self) -> Installation {
        let mut made = self.make();
        made.ok(&["check"]);
        made.start();
        made
    }
}

impl Installation {
    /// A running installation of a ready-made notice with the embedded database.
    pub fn new(service: &str) -> Self {
        Self::build(service).start()
    }

    /// The same with mail.
    pub fn mailing(service: &str) -> Self {
        Self::build(service).letters().start()
    }

    /// An installation to be described further.
    pub fn build(service: &str) -> Build {
        Build {
            service: service.into(),
            engine: Engine::Sqlite,
            clock: START.into(),
            settings: Vec::new(),
            notice: Vec::new(),
            tls: false,
            ignoring_file_limits: false,
            proxied: false,
        }
    }

    /// The installation's folder.
    pub fn dir(&self) -> PathBuf {
        self.root.path().join("org")
    }

    /// A folder that no scan looks into: for what a test remembers.
    pub fn outside(&self) -> PathBuf {
        self.root.path().join("outside")
    }

    /// Changes settings of `seloste.toml`, each named as `key` or `section.key`; heeded at the next start.
    pub fn configure(&self, settings: &[(String, Value)]) {
        let file = self.dir().join("seloste.toml");
        let mut table: Table = std::fs::read_to_string(&file).unwrap_or_default().parse().unwrap();
        for (name, value) in settings {
            let place = match name.split_once('.') {
                Some((section, _)) => {
                    let section = table.entry(section).or_insert_with(|| Table::new().into());
                    section.as_table_mut().unwrap()
                }
                None => &mut table,
            };
            let key = name.rsplit('.').next().unwrap_or(name);
            place.insert(key.into(), value.clone());
        }
        std::fs::write(&file, table.to_string()).unwrap();
    }

    /// Takes mail out of the settings, and starts the server again.
    pub fn end_mail(&mut self) {
        let file = self.dir().join("seloste.toml");
        let mut table: Table = std::fs::read_to_string(&file).unwrap().parse().unwrap();
        table.remove("mail").expect("mail is set up");
        std::fs::write(&file, table.to_string()).unwrap();
        self.restart();
    }

    /// Replaces a piece of `notice.kdl`, which must be there.
    #[track_caller]
    pub fn edit_notice(&self, old: &str, new: &str) {
        let file = self.dir().join("notice.kdl");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(old), "the notice has no `{old}`");
        std::fs::write(&file, text.replace(old, new)).unwrap();
    }

    /// Lets time pass until this instant, for the server and the command line: the clock moves,
    /// and the time that the machine has run. Backwards, somebody sets the clock.
    pub fn advance(&self, instant: &str) {
        let then = second_of(instant);
        let (now, passed, boot) = self.hands().unwrap_or((then, then, 1));
        self.set_hands(instant, passed + (then - now).max(0), boot);
    }

    /// Somebody sets the clock, forwards or backwards; no time passes.
    pub fn set_clock(&self, instant: &str) {
        let (_, passed, boot) = self.hands().unwrap();
        self.set_hands(instant, passed, boot);
    }

    /// The machine is off until this instant. The server must be stopped.
    pub fn reboot(&self, instant: &str) {
        assert!(self.server.is_none(), "a machine that is off runs no server");
        let (_, _, boot) = self.hands().unwrap();
        self.set_hands(instant, 30, boot + 1);
    }

    fn set_hands(&self, instant: &str, passed: i64, boot: u64) {
        let new = self.root.path().join("clock.new");
        std::fs::write(&new, format!("{instant} {passed} {boot}")).unwrap();
        // Renamed, so that nobody reads half an instant.
        std::fs::rename(new, self.clock()).unwrap();
    }

    /// What the clock shows, how long the machine has run, and since which start of it.
    fn hands(&self) -> Option<(i64, i64, u64)> {
        let text = std::fs::read_to_string(self.clock()).ok()?;
        let words: Vec<&str> = text.split(' ').collect();
        Some((second_of(words[0]), words[1].parse().unwrap(), words[2].parse().unwrap()))
    }

    /// The second at which the clock stands.
    pub fn second(&self) -> i64 {
        self.hands().unwrap().0
    }

    /// Moves the clock on.
    pub fn pass(&self, seconds: i64) {
        let then = jiff::Timestamp::from_second(self.second() + seconds).unwrap();
        self.advance(&then.to_string());
    }

    fn clock(&self) -> PathBuf {
        self.root.path().join("clock")
    }

    fn log(&self) -> PathBuf {
        self.root.path().join("log/serve.log")
    }

    /// Starts the server and waits until it listens.
    pub fn start(&mut self) {
        if let Err(why) = self.try_start() {
            panic!("{why}\n{}", self.logs());
        }
    }

    /// Starts the server; says why it did not come up.
    pub fn try_start(&mut self) -> Result<(), String> {
        assert!(self.server.is_none(), "the server is running already");
        let dir = self.dir().to_string_lossy().into_owned();
        let mut command = self.serving();
        command.args(["serve", &dir, "--test-clock", "--listen", &self.listen]);
        let mut server = Server::start(&mut command, &self.log());
        let address = server.line(|line| line.strip_prefix("listening ").map(str::to_owned))?;
        *self.base.write().unwrap() = Some(address.trim().parse().unwrap());
        self.server = Some(server);
        Ok(())
    }

    /// The path of the one-time link of a server without accounts. It lies in a file of the
    /// service's own user; nothing of it is printed where logs are kept.
    pub fn first_link(&mut self) -> String {
        let server = self.server.as_mut().expect("the server is running");
        let told = server.line(|line| Some(line[..line.find("first-link")?].to_owned()));
        told.unwrap_or_else(|why| panic!("no link: {why}"));
        let file = self.dir().join("data/first-link");
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "others may read the link");
        let link = std::fs::read_to_string(file).unwrap();
        link[link.find("/hallinta/aloita/").unwrap()..].trim().to_owned()
    }

    /// Ends the server as a power cut would (SIGKILL).
    pub fn kill(&mut self) {
        self.server.take().expect("the server is running").kill();
    }

    /// Stops the server politely (SIGTERM).
    pub fn stop(&mut self) -> ExitStatus {
        self.server.take().expect("the server is running").stop()
    }

    /// Stops and starts the server; browsers keep their cookies and find it again.
    pub fn restart(&mut self) {
        let status = self.stop();
        assert!(status.success(), "the server stopped with {status}\n{}", self.logs());
        self.start();
    }

    /// A new visitor.
    pub fn browser(&self) -> Browser {
        let browser = Browser::new(Base::clone(&self.base), self.authority.as_deref());
        if self.proxied { browser.with("x-forwarded-for", "10.0.0.1") } else { browser }
    }

    /// Where the server listens now.
    pub fn address(&self) -> SocketAddr {
        self.browser().url("/").socket_addrs(|| None).unwrap()[0]
    }

    /// The authority that its browsers believe, in PEM.
    pub fn authority(&self) -> &[u8] {
        self.authority.as_deref().expect("it serves over TLS")
    }

    /// The program in the installation's folder, to be run.
    pub fn program(&self) -> Command {
        self.command(&self.dir())
    }

    /// The running server, to be killed while others hold the installation.
    pub fn process(&self) -> Process {
        Process(self.server.as_ref().expect("the server is running").id())
    }

    /// The running server's process id.
    pub fn server_id(&self) -> u32 {
        self.server.as_ref().expect("the server is running").id()
    }

    /// Makes visitors on any thread, also while the server is killed and started.
    pub fn visitors(&self) -> impl Fn() -> Browser + Send + Sync + use<> {
        let (base, authority) = (Base::clone(&self.base), self.authority.clone());
        move || Browser::new(Base::clone(&base), authority.as_deref())
    }

    /// Runs the program in the installation's folder.
    pub fn cli(&self, arguments: &[&str]) -> Output {
        self.command(&self.dir()).args(arguments).output().unwrap()
    }

    /// Runs the program, which must succeed; gives what it printed.
    #[track_caller]
    pub fn ok(&self, arguments: &[&str]) -> String {
        done(self.command(&self.dir()).args(arguments))
    }

    /// Runs the program with `--format json`, which must succeed.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let text = self.ok(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("not JSON: {error}\n{text}"))
    }

    /// Everything the servers of this installation have logged.
    pub fn logs(&self) -> String {
        let bytes = std::fs::read(self.log()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Where this text lies: in the folder, the logs and the database cluster.
    pub fn scan(&self, text: &str) -> Vec<Hit> {
        let mut hits = scan(&self.dir(), text);
        hits.extend(scan(&self.root.path().join("log"), text));
        if self.schema.is_some()
            && let Some(data) = Schema::data()
        {
            hits.extend(scan(&data, text));
        }
        hits
    }

    /// The schema of an installation on PostgreSQL.
    pub fn schema(&self) -> Option<&Schema> {
        self.schema.as_ref()
    }

    /// The program as a server; what a shell ignores, what it starts ignores, too.
    fn serving(&self) -> Command {
        if !self.ignoring_file_limits {
            return self.command(self.root.path());
        }
        let mut shell = Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh", PROGRAM]);
        self.surround(shell, self.root.path())
    }

    fn command(&self, dir: &Path) -> Command {
        self.surround(Command::new(PROGRAM), dir)
    }

    fn surround(&self, mut command: Command, dir: &Path) -> Command {
        command
            .current_dir(dir)
            .env("NO_COLOR", "1")
            .env("LC_ALL", "C.UTF-8")
            .env("SELOSTE_CLOCK_FILE", self.clock());
        command
    }
}

fn second_of(instant: &str) -> i64 {
    instant.parse::<jiff::Timestamp>().unwrap().as_second()
}

#[track_caller]
fn done(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{text}\n{errors}", output.status);
    text
}

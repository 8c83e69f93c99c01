//! Who gets where: everything that the program answers to staff, asked by everybody.
//!
//! The routes come from the running program, the methods from what each of them allows, and the
//! roles from the notice, so that nothing new can stay unlooked at: it changes the snapshot.

use std::cell::Cell;
use std::fmt::Write as _;

use http::{Method, Request};
use serde_json::json;
use url::form_urlencoded::Serializer;

use crate::support::browser::Browser;
use crate::support::feedback::{anonymous, newest};
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;

const SIGN_OUT: &str = "/hallinta/kirjaudu-ulos";

/// What stands for the named parts of paths: things of others, one of each kind.
struct Things {
    /// A feedback from which a disclosure waits for a second person.
    feedback: String,
    disclosure: String,
    /// The letter of a request that is decided.
    letter: String,
    account: String,
    session: String,
    invitation: String,
}

/// Somebody who asks.
struct Asker {
    name: String,
    browser: Browser,
}

struct House {
    org: Installation,
    alma: Browser,
    things: Things,
    calls: Cell<usize>,
}

fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

/// Where the letter of a decision lies.
fn letter(visitor: &Browser, alma: &Browser) -> String {
    let form = visitor.form("/pyynto", "main form").set("type", "access");
    form.finish().status(200);
    let path = alma.get("/hallinta/pyynnot").attributes("tbody th a", "href").remove(0);
    let form = alma.form(&path, "form[action$=ratkaise]").set("decision", "refused");
    let form = form.set("ground", "11-2").set("text", "Emme löydä tietojasi.");
    staff::decide(alma, form).status(200);
    alma.get(&path).attributes("a[href*='/kirje/']", "href").remove(0)
}

impl House {
    fn new() -> Self {
        let mut org = Installation::build("feedback").behind_proxy().start();
        let alma = staff::first(&mut org, "alma");
        staff::sign_in(&org, "alma");
        anonymous(&org, "Luovutettava teksti");
        let path = newest(&alma);
        let form = alma.form(&format!("{path}/luovuta"), "main form").tick("items");
        let form = form.set("recipient", "by-law").set("called", "Esimerkki ry");
        let form = form.set("purpose", "recipient-task");
        let form = form.set("ground", "statute").set("act", "Esimerkkilaki (1/2020)");
        form.set("section", "5 §").submit().status(200);
        let disclosures = alma.get("/hallinta/luovutukset").attributes("tbody th a", "href");
        let letter = letter(&org.browser(), &alma);
        let invitation = staff::invite(&org, "vieras", &["handler"]);
        let accounts = alma.open("/hallinta/kayttajat").attributes("main table a", "href");
        let account = accounts.iter().find(|path| alma.get(path).text().contains("vieras"));
        let sessions = alma.get("/hallinta/oma-tunnus");
        let sessions = sessions.attributes("main table form[action$=lopeta]", "action");
        let things = Things {
            feedback: last(&path),
            disclosure: last(&disclosures[0]),
            letter,
            account: last(account.unwrap()),
            session: sessions[0].rsplit('/').nth(1).unwrap().to_owned(),
            invitation: last(&invitation),
        };
        Self { org, alma, things, calls: Cell::new(0) }
    }

    /// Somebody whose password is good and who has no second factor yet.
    fn unready(&self, name: &str, roles: &[&str]) -> Asker {
        let link = staff::invite(&self.org, &name.replace(' ', "-"), roles);
        let browser = staff::accept(&self.org, &link);
        Asker { name: name.to_owned(), browser }
    }

    fn member(&self, role: &str) -> Asker {
        let asker = self.unready(role, &[role]);
        staff::set_up_app(&self.org, &asker.browser);
        asker
    }

    fn nobody(&self) -> Asker {
        Asker { name: "nobody".into(), browser: self.org.browser() }
    }

    /// Everybody whom the notice knows, and two who are not let in.
    fn askers(&self, roles: &[String]) -> Vec<Asker> {
        let all: Vec<&str> = roles.iter().map(String::as_str).collect();
        let members = roles.iter().map(|role| self.member(role));
        [self.nobody(), self.unready("no factor", &all)].into_iter().chain(members).collect()
    }

    /// An address from which nobody has called.
    fn caller(&self) -> String {
        self.calls.set(self.calls.get() + 1);
        format!("10.77.{}.{}", self.calls.get() / 250, self.calls.get() % 250 + 1)
    }

    fn visitor(&self) -> Browser {
        self.org.browser().with("x-forwarded-for", &self.caller())
    }

    /// The newest thing in a list of staff's; nothing comes in the same moment as the next.
    fn newest(&self, list: &str) -> String {
        self.org.pass(1);
        let request = Request::get(list).header("x-forwarded-for", self.caller());
        let page = self.alma.send(request.body(Vec::new()).unwrap()).status(200);
        last(&page.attributes("tbody th a", "href")[0])
    }

    fn feedback(&self) -> String {
        let visitor = self.visitor();
        let form = visitor.form("/palaute", "main form").set("message", "Voi kadota");
        form.submit().status(200);
        self.newest("/hallinta/palaute")
    }

    /// A feedback that a claim keeps from erasure.
    fn held(&self) -> String {
        let feedback = self.feedback();
        self.org.ok(&["hold", "add", ".", &feedback, "--ground", "legal-claim"]);
        feedback
    }

    fn request(&self) -> String {
        let visitor = self.visitor();
        let form = visitor.form("/pyynto", "main form").set("type", "access");
        form.set("contact", "tuntematon@example.fi").finish().status(200);
        self.newest("/hallinta/pyynnot")
    }

    /// Asks as somebody whose calls nobody counts.
    fn send(&self, asker: &Asker, method: &Method, path: &str, fields: &[(&str, &str)]) -> Page {
        let api = path.starts_with("/api/");
        let request = Request::builder().method(method).uri(path).header("x-seloste", "1");
        let request = request.header("x-forwarded-for", self.caller());
        let (kind, body) = match (api, method) {
            (_, &Method::GET) => ("text/plain", String::new()),
            (true, &Method::PATCH) => {
                ("application/json", json!({"version": 1, "theme": "praise"}).to_string())
            }
            (true, _) => ("application/json", json!({"version": 1, "text": "Kiitos"}).to_string()),
            (false, _) => {
                let body = Serializer::new(String::new()).extend_pairs(fields).finish();
                ("application/x-www-form-urlencoded", body)
            }
        };
        asker.browser.send(request.header("content-type", kind).body(body.into_bytes()).unwrap())
    }

    /// The token of the form that leads there, if the asker is shown one: on the page of that
    /// address or on one above it.
    fn token(&self, asker: &Asker, path: &str) -> Option<String> {
        let css = format!("form[action='{path}'] input[name=_token]");
        let pages = std::iter::successors(Some(path), |path| {
            path.rfind('/').map(|end| &path[..end]).filter(|above| !above.is_empty())
        });
        let mut found = pages
            .flat_map(|page| self.send(asker, &Method::GET, page, &[]).attributes(&css, "value"));
        found.next()
    }

    /// The status of the answer; `form` where nothing but the missing form was in the way, which
    /// is how little keeps somebody out who may see one.
    fn ask(&self, asker: &Asker, method: &Method, path: &str) -> String {
        let token = if *method == Method::POST { self.token(asker, path) } else { None };
        let fields: Vec<(&str, &str)> = token.iter().map(|token| ("_token", &**token)).collect();
        let page = self.send(asker, method, path, &fields);
        let formless = token.is_none() && page.source().contains("Lomake ei ollut peräisin");
        if formless { "form".to_owned() } else { page.status.as_u16().to_string() }
    }

    /// The methods that a route answers to, as it says itself when asked with another one.
    fn methods(&self, path: &str) -> Vec<Method> {
        let trace = Request::builder().method(Method::TRACE).uri(path).body(Vec::new()).unwrap();
        let allowed = self.visitor().send(trace).status(405).header("allow");
        let methods = allowed.split(',').filter(|name| *name != "HEAD");
        methods.map(|name| name.parse().unwrap()).collect()
    }

    /// A path with something in place of each name, fresh where asking may use it up.
    fn fill(&self, route: &str) -> String {
        let things = &self.things;
        if route.ends_with("/kirje/{answer}") {
            return things.letter.clone();
        }
        let id = if route.contains("/luovutukset/") {
            things.disclosure.clone()
        } else if route.contains("/esteet/tieto/{id}") {
            self.held()
        } else if route.contains("/pyynnot/{id}") {
            self.request()
        } else if route.contains("{disclosure}") {
            things.feedback.clone()
        } else if route.contains("{id}") {
            self.feedback()
        } else {
            String::new()
        };
        let record = if route.contains("/pyynnot/") { &things.feedback } else { &things.account };
        let path = route.replace("{id}", &id).replace("{record}", record);
        let path = path.replace("{disclosure}", &things.disclosure);
        let path = path.replace("{what}", "kaikki").replace("{deed}", "kerrottu");
        let path = path.replace("{session}", &things.session).replace("{field}", "status");
        let path = path.replace("{link}", &things.invitation).replace("{name}", "logs");
        let path = path.replace("{ground}", "legal-claim").replace("{lang}", "fi");
        assert!(!path.contains('{'), "{path}: say what stands for that name");
        path
    }

    /// What only staff may ask; signing out comes last, because nobody asks anything after that.
    fn routes(&self) -> Vec<String> {
        let told = self.org.json(&["routes"]);
        let all = told.as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned());
        let ours = |path: &String| path.starts_with("/hallinta") || path.contains("/staff/");
        let mut routes: Vec<String> = all.filter(ours).collect();
        routes.sort_by_key(|path| path == SIGN_OUT);
        routes
    }
}

/// The roles of the notice, as it names them.
pub fn roles(org: &Installation) -> Vec<String> {
    let notice = std::fs::read_to_string(org.dir().join("notice.kdl")).unwrap();
    let names = notice.lines().filter_map(|line| line.trim().strip_prefix("role \""));
    names.map(|rest| rest[..rest.find('"').unwrap()].to_owned()).collect()
}

#[test]
fn each_role_opens_and_does_its_own_and_nothing_else() {
    let house = House::new();
    let askers = house.askers(&roles(&house.org));
    let names: Vec<&str> = askers.iter().map(|asker| asker.name.as_str()).collect();
    let mut matrix = format!("{:<62} {}\n", "", names.join(" "));
    for route in house.routes() {
        for method in house.methods(&route) {
            write!(matrix, "{:<6} {route:<55}", method.as_str()).unwrap();
            for asker in &askers {
                let status = house.ask(asker, &method, &house.fill(&route));
                write!(matrix, " {status:<width$}", width = asker.name.len()).unwrap();
            }
            matrix.push('\n');
        }
    }
    insta::assert_snapshot!(matrix);
}

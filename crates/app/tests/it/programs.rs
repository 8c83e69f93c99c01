//! Who gets where as a program: every route and method of `/api/v1`, asked with every kind of
//! credential. The routes come from the running program, the methods from what each allows, and the
//! roles from the notice, as in `roles.rs`; a key for programs must open what its owner's session
//! opens, and nothing more.

use std::cell::Cell;
use std::fmt::Write as _;

use http::{Method, Request};
use serde_json::{Value, json};

use crate::roles::roles;
use crate::support::browser::Browser;
use crate::support::installation::{Build, Installation};
use crate::support::page::Page;
use crate::support::staff;

/// Somebody who asks: the name in the table, and what is sent along.
struct Asker {
    name: String,
    with: With,
}

enum With {
    Nothing,
    Bearer(String),
    /// The receipt code of whatever is asked about.
    Receipt,
    /// Somebody signed in, with the header that no page of another site can send, or without.
    Session(Browser, bool),
}

/// A thing that is asked about, fresh for each asking.
struct Thing {
    id: String,
    code: String,
}

/// A service with everybody in it.
struct House {
    org: Installation,
    askers: Vec<Asker>,
    make: fn(&House) -> Thing,
    calls: Cell<usize>,
}

fn key(org: &Installation, username: &str) -> String {
    let made = org.json(&["user", "token", username]);
    format!("Bearer {}", made["token"].as_str().unwrap())
}

impl House {
    fn new(build: Build, make: fn(&House) -> Thing) -> Self {
        let mut org = build.behind_proxy().start();
        drop(staff::first(&mut org, "alma"));
        let all = roles(&org);
        let some: Vec<&str> = all.iter().map(String::as_str).collect();
        staff::accept(&org, &staff::invite(&org, "keskenerainen", &some));
        let bearer = |name: &str, key| Asker { name: name.into(), with: With::Bearer(key) };
        let wrong = format!("Bearer seloste_{}", "0".repeat(43));
        let mut askers = vec![
            Asker { name: "nobody".into(), with: With::Nothing },
            Asker { name: "receipt".into(), with: With::Receipt },
            bearer("wrong-key", wrong),
            bearer("no-factor", key(&org, "keskenerainen")),
        ];
        for role in &all {
            let browser = staff::accept(&org, &staff::invite(&org, role, &[role]));
            staff::set_up_app(&org, &browser);
            askers.push(bearer(&format!("{role}-key"), key(&org, role)));
            askers.push(Asker { name: role.clone(), with: With::Session(browser, true) });
        }
        let browser = staff::sign_in(&org, "alma");
        askers.push(Asker { name: "all-bare".into(), with: With::Session(browser, false) });
        Self { org, askers, make, calls: Cell::new(0) }
    }

    /// An address from which nobody has called.
    fn caller(&self) -> String {
        self.calls.set(self.calls.get() + 1);
        format!("10.78.{}.{}", self.calls.get() / 250, self.calls.get() % 250 + 1)
    }

    fn program(&self) -> Browser {
        self.org.browser().with("x-forwarded-for", &self.caller())
    }

    fn routes(&self) -> Vec<String> {
        let told = self.org.json(&["routes"]);
        let all = told.as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned());
        all.filter(|path| path.starts_with("/api/v1/")).collect()
    }

    /// The methods that a route answers to, as it says itself when asked with another one.
    fn methods(&self, path: &str) -> Vec<Method> {
        let trace = Request::builder().method(Method::TRACE).uri(path).body(Vec::new()).unwrap();
        let allowed = self.program().send(trace).status(405).header("allow");
        let methods = allowed.split(',').filter(|name| *name != "HEAD");
        methods.map(|name| name.parse().unwrap()).collect()
    }

    fn ask(&self, asker: &Asker, method: &Method, route: &str) -> Page {
        let thing = (self.make)(self);
        let path = route.replace("{id}", &thing.id).replace("{kind}", "member");
        let path = path.replace("{purpose}", "develop");
        assert!(!path.contains('{'), "{path}: say what stands for that name");
        let mut request = Request::builder().method(method).uri(&path);
        request = request.header("x-forwarded-for", self.caller());
        let body = body(method, route);
        if !body.is_null() {
            request = request.header("content-type", "application/json");
        }
        let nobody = self.org.browser();
        let browser = match &asker.with {
            With::Nothing => &nobody,
            With::Bearer(key) => {
                request = request.header("authorization", key);
                &nobody
            }
            With::Receipt => {
                request = request.header("authorization", format!("Receipt {}", thing.code));
                &nobody
            }
            With::Session(browser, true) => {
                request = request.header("x-seloste", "1");
                browser
            }
            With::Session(browser, false) => browser,
        };
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        browser.send(request.body(body).unwrap())
    }

    fn matrix(&self) -> String {
        let names: Vec<&str> = self.askers.iter().map(|asker| asker.name.as_str()).collect();
        let mut matrix = format!("{:<42} {}\n", "", names.join(" "));
        for route in self.routes() {
            for method in self.methods(&route) {
                write!(matrix, "{:<6} {route:<35}", method.as_str()).unwrap();
                for asker in &self.askers {
                    let status = self.ask(asker, &method, &route).status.as_u16();
                    write!(matrix, " {status:<width$}", width = asker.name.len()).unwrap();
                }
                matrix.push('\n');
            }
        }
        matrix
    }
}

/// What is sent: good, so that nothing but the credential decides.
fn body(method: &Method, route: &str) -> Value {
    let member = json!({ "name": "Kokeilu Jäsen", "membership": "ordinary" });
    match (method, route) {
        (&Method::POST, "/api/v1/feedback") => json!({ "message": "Ohjelmasta" }),
        (&Method::POST, "/api/v1/staff/records/{kind}") => json!({ "fields": member }),
        (&Method::POST, "/api/v1/own/restrictions") => json!({ "ground": "claim" }),
        (&Method::POST, "/api/v1/own/objections") => json!({ "purpose": "develop" }),
        (&Method::PATCH, "/api/v1/staff/record/{id}") => {
            json!({ "version": 1, "fields": { "phone": "+358 40 1234567" } })
        }
        (&Method::POST, "/api/v1/staff/record/{id}/event") => {
            json!({ "version": 1, "event": "ended", "date": "2026-01-14" })
        }
        (&Method::PATCH, _) => json!({ "version": 1, "theme": "praise" }),
        (&Method::POST, _) => json!({ "version": 1, "text": "Kiitos" }),
        _ => Value::Null,
    }
}

fn feedback(house: &House) -> Thing {
    let program = house.program();
    let body = json!({ "message": "Voi kadota", "name": "Maija Esimerkki",
        "email": "maija@example.fi", "consents": ["answer"] });
    let sent = program.json(Method::POST, "/api/v1/feedback", &body).status(201).json();
    let code = sent["receipt"].as_str().unwrap().to_owned();
    let own = Request::get("/api/v1/own").header("authorization", format!("Receipt {code}"));
    let held = program.send(own.body(Vec::new()).unwrap()).status(200).json();
    Thing { id: held["records"][0]["id"].as_str().unwrap().to_owned(), code }
}

fn member(house: &House) -> Thing {
    let secretary = house.askers.iter().find(|asker| asker.name == "secretary-key").unwrap();
    let With::Bearer(key) = &secretary.with else { panic!("a key") };
    let fields = json!({ "name": "Voi Kadota", "membership": "ordinary" });
    let program = house.program().with("authorization", key);
    let path = "/api/v1/staff/records/member";
    let added = program.json(Method::POST, path, &json!({ "fields": fields })).status(201).json();
    let text = |name: &str| added[name].as_str().unwrap().to_owned();
    Thing { id: text("id"), code: text("receipt") }
}

/// A key opens what its owner's session opens: the columns beside each other say the same.
#[track_caller]
fn keys_are_no_more_than_their_owners(matrix: &str, roles: &[String]) {
    let head: Vec<&str> = matrix.lines().next().unwrap().split_whitespace().collect();
    for line in matrix.lines().skip(1).filter(|line| line.contains("/staff/")) {
        let cells: Vec<&str> = line.split_whitespace().skip(2).collect();
        for role in roles {
            let at = |name: &str| cells[head.iter().position(|known| *known == name).unwrap()];
            assert_eq!(at(&format!("{role}-key")), at(role), "{line}");
        }
    }
}

#[test]
fn each_key_opens_in_the_interface_what_its_owner_may_and_nothing_else() {
    let house = House::new(Installation::build("feedback").letters(), feedback);
    let matrix = house.matrix();
    keys_are_no_more_than_their_owners(&matrix, &roles(&house.org));
    insta::assert_snapshot!(matrix);
}

#[test]
fn each_key_opens_in_a_register_what_its_owner_may_and_nothing_else() {
    let house = House::new(Installation::build("register"), member);
    let matrix = house.matrix();
    keys_are_no_more_than_their_owners(&matrix, &roles(&house.org));
    insta::assert_snapshot!(matrix);
}

//! One person's data for a profile service that asks many systems, in the shape of the City of
//! Helsinki's GDPR API.

use http::{Method, Request};
use serde_json::Value;

use crate::support::browser::Browser;
use crate::support::installation::Installation;
use crate::support::page::Page;
use crate::support::staff;

const NAME: &str = "Kanarialintu Profiili";
const MEMBERS: &str = "/hallinta/rekisteri/members/member";

/// A member of the association, and the id of their record.
fn member(secretary: &Browser, number: &str) -> String {
    let form = secretary.form(&format!("{MEMBERS}/uusi"), "main form").set("name", NAME);
    let form = form.set("member-number", number).set("membership", "ordinary");
    let page = form.submit().status(200).shows("Merkintä on tallennettu");
    let item = page.attributes("main .actions a", "href").remove(0);
    item.rsplit('/').next().unwrap().to_owned()
}

fn program(org: &Installation, username: &str) -> Browser {
    let made = org.json(&["user", "token", username]);
    org.browser().with("authorization", &format!("Bearer {}", made["token"].as_str().unwrap()))
}

fn ask(program: &Browser, method: Method, id: &str, query: &str) -> Page {
    let request = Request::builder().method(method).uri(format!("/api/v1/profiles/{id}{query}"));
    program.send(request.body(Vec::new()).unwrap())
}

/// The values of a key in the tree.
fn values(node: &Value, key: &str) -> Vec<String> {
    let own = (node["key"] == key).then(|| node["value"].as_str()).flatten().map(str::to_owned);
    let inside = node["children"].as_array().into_iter().flatten();
    own.into_iter().chain(inside.flat_map(|child| values(child, key))).collect()
}

#[test]
fn a_profile_is_a_tree_and_goes_as_the_dry_run_said() {
    let mut org = Installation::build("register").without_second_factor().start();
    let secretary = staff::first(&mut org, "alma");
    let (id, other) = (member(&secretary, "J-1"), member(&secretary, "J-2"));
    let officer = program(&org, "alma");

    let tree = ask(&officer, Method::GET, &id, "").status(200).json();
    assert_eq!(tree["key"], "REKISTERI");
    assert_eq!(values(&tree, "NAME"), [NAME]);
    assert_eq!(values(&tree, "MEMBER_NUMBER"), ["J-1"]);
    assert_eq!(values(&tree, "ID"), [id.as_str()]);
    assert!(tree["children"].as_array().unwrap().iter().any(|node| node["key"] == "MEMBER"));
    let ledger = org.ok(&["ledger", "show", "--last", "5"]);
    assert!(ledger.contains("export"), "{ledger}");

    // Trying takes nothing; what it said is what happens.
    ask(&officer, Method::DELETE, &id, "?dry_run=true").status(204);
    assert_eq!(values(&ask(&officer, Method::GET, &id, "").status(200).json(), "NAME"), [NAME]);
    ask(&officer, Method::DELETE, &id, "?dry_run=maybe").status(422);
    ask(&officer, Method::DELETE, &id, "?really=true").status(422);
    ask(&officer, Method::DELETE, &id, "").status(204);
    for method in [Method::GET, Method::DELETE] {
        assert_eq!(ask(&officer, method, &id, "").status(204).source(), "");
    }
    assert_eq!(values(&ask(&officer, Method::GET, &other, "").status(200).json(), "NAME"), [NAME]);
    // What nobody has, and what is no id.
    ask(&officer, Method::GET, "00000000-0000-4000-8000-000000000000", "").status(204);
    ask(&officer, Method::GET, "minä", "").status(404);
    // The account of somebody of the staff is nobody's profile, nor is a request.
    let accounts = secretary.get("/hallinta/kayttajat").status(200);
    let account = accounts.attributes("tbody a[href*='/hallinta/kayttajat/']", "href").remove(0);
    let account = account.rsplit('/').next().unwrap().to_owned();
    for method in [Method::GET, Method::DELETE] {
        assert_eq!(ask(&officer, method, &account, "").status(204).source(), "");
    }
    secretary.get("/hallinta").status(200);
}

#[test]
fn a_profile_that_a_ground_keeps_is_refused_in_three_languages_and_nothing_of_it_goes() {
    let mut org = Installation::build("register").without_second_factor().start();
    let secretary = staff::first(&mut org, "alma");
    let id = member(&secretary, "J-1");
    let add = format!("/hallinta/tieto/{id}/lisaa/invoice");
    let treasurer = staff::member(&org, "raha", &["treasurer"]);
    let form = treasurer.form(&add, "main form").set("invoice-number", "1").set("payer", NAME);
    let form = form.set("date", "2026-01-14").set("lines", "Maksu").set("sum", "30,00");
    form.set("status", "sent").finish().status(200).shows("Merkintä on tallennettu");
    let officer = program(&org, "alma");
    let tried = ask(&officer, Method::DELETE, &id, "?dry_run=true").status(403);
    let done = ask(&officer, Method::DELETE, &id, "").status(403);
    assert_eq!(tried.json(), done.json(), "a dry run says what the run says");
    let errors = done.json();
    let errors = errors["errors"].as_array().unwrap();
    let codes: Vec<_> = errors.iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.contains(&"accounting-vouchers"), "{codes:?}");
    for lang in ["fi", "sv", "en"] {
        let said: Vec<_> = errors.iter().filter_map(|one| one["message"][lang].as_str()).collect();
        assert_eq!(said.len(), errors.len());
        assert!(said.iter().all(|text| !text.is_empty() && !text.contains('⟦')), "{said:?}");
    }
    assert_eq!(values(&ask(&officer, Method::GET, &id, "").status(200).json(), "NAME"), [NAME]);
}

#[test]
fn a_profile_is_only_for_whoever_may_see_to_rights() {
    let mut org = Installation::build("register").without_second_factor().start();
    let secretary = staff::first(&mut org, "alma");
    let id = member(&secretary, "J-1");
    staff::member(&org, "olli", &["admin"]);
    let admin = program(&org, "olli");
    for method in [Method::GET, Method::DELETE] {
        let refused = ask(&admin, method.clone(), &id, "").status(403);
        assert_eq!(refused.header("content-type"), "application/problem+json");
        ask(&org.browser(), method, &id, "").status(401);
    }
    assert_eq!(values(&ask(&program(&org, "alma"), Method::GET, &id, "").json(), "NAME"), [NAME]);
}

#[test]
fn a_profile_tells_no_last_day_of_what_is_held() {
    let mut org = Installation::build("feedback").without_second_factor().start();
    let form = org.browser();
    form.form("/palaute", "main form").set("message", "Kanarialinnun viesti").finish().status(200);
    let alma = staff::first(&mut org, "alma").with("x-seloste", "1");
    let officer = program(&org, "alma");
    let inbox = alma.get("/api/v1/staff/feedback").status(200).json();
    let id = inbox["feedback"][0]["id"].as_str().unwrap().to_owned();
    let told = || values(&ask(&officer, Method::GET, &id, "").status(200).json(), "ERASED_AT");
    assert_eq!(told().len(), 1);
    org.ok(&["hold", "add", ".", &id, "--ground", "legal-claim"]);
    assert_eq!(told(), [""; 0], "a ground without a day keeps it");
    org.ok(&["hold", "release", ".", &id, "--ground", "legal-claim"]);
    assert_eq!(told().len(), 1);
}

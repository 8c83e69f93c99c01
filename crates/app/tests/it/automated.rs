//! Decisions of programs about people (Art. 22): only those that the notice declares; told to the person
//! with their logic; looked at by a human when the person asks.

use http::Method;
use serde_json::{Value, json};

use crate::support::browser::Browser;
use crate::support::installation::{Engine, Installation};
use crate::support::page::Page;
use crate::support::staff;
use crate::support::wait::wait_for;

const NAME: &str = "Kanarialintu Testaaja";
const VIEW: &str = "Kanarialintu maksoi laskun jo maanantaina";
const REASONS: &str = "Maksu oli tullut perille ennen eräpäivää.";
const LOGIC: &str = "Ohjelma vertaa eräpäivää maksuun";
const MEMBERS: &str = "/hallinta/rekisteri/members/member";
const DESK: &str = "/hallinta/pyynnot";

const DECLARED: &str = r#"automated-decisions {
        decision "collection" kind="invoice" field="status" basis="contract" uses="date sum" {
            fi "Ohjelma vertaa eräpäivää maksuun. Jos maksua ei ole tullut, lasku siirtyy perintään."
            sv "Programmet jämför förfallodagen med betalningen. Utan betalning går fakturan till indrivning."
            en "The program compares the due day with the payment. Without a payment the invoice goes to collection."
        }
    }"#;

/// A register with a member and an invoice that was sent.
struct Register {
    org: Installation,
    officer: Browser,
    program: Browser,
    receipt: String,
    /// The path of the invoice in the interface for programs.
    invoice: String,
    /// Its page.
    page: String,
}

impl Register {
    fn new(engine: Engine, declared: bool) -> Self {
        let mut build = Installation::build("register").without_second_factor().engine(engine);
        if declared {
            let right = "complaint\n        no-automated-decision\n    }\n    authority";
            build = build.notice("automated-decisions none", DECLARED);
            build = build.notice("complaint\n    }\n    authority", right);
        }
        let mut org = build.start();
        let officer = staff::first(&mut org, "alma");
        let treasurer = staff::member(&org, "raha", &["treasurer"]);
        let form = officer.form(&format!("{MEMBERS}/uusi"), "main form").set("name", NAME);
        let page = form.set("membership", "ordinary").submit().status(200);
        let receipt = page.one(".code-display code");
        let member = page.attributes("main .actions a", "href").remove(0);
        let form = treasurer.form(&format!("{member}/lisaa/invoice"), "main form");
        let form =
            form.set("invoice-number", "2026-1").set("date", "2026-01-01").set("payer", NAME);
        let form = form.set("lines", "Jäsenmaksu").set("sum", "30,00").set("status", "sent");
        let page = form.finish().status(200);
        let page = page.attributes("main table a[href*='/hallinta/tieto/']", "href").remove(0);
        let invoice = format!("/api/v1/staff/record/{}", page.rsplit('/').next().unwrap());
        let token = org.json(&["user", "token", "raha"])["token"].as_str().unwrap().to_owned();
        let program = org.browser().with("authorization", &format!("Bearer {token}"));
        Self { org, officer, program, receipt, invoice, page }
    }

    fn held(&self) -> Value {
        self.program.get(&self.invoice).status(200).json()["record"].clone()
    }

    /// The program sets this state, naming the decision or none.
    fn decide(&self, status: &str, decision: Option<&str>) -> Page {
        let mut body = json!({"version": self.held()["version"], "fields": {"status": status}});
        if let Some(decision) = decision {
            body["decision"] = json!(decision);
        }
        self.program.json(Method::PATCH, &self.invoice, &body)
    }

    fn own(&self) -> (Browser, Page) {
        let browser = self.org.browser();
        let page = browser.form("/oma", "main form").set("code", &self.receipt).finish();
        (browser, page.status(200))
    }

    /// How the promises about decisions stand.
    fn promises(&self) -> Vec<(String, String)> {
        let output = self.org.cli(&["promises", "--format", "json"]);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = told["promises"].as_array().unwrap().iter();
        let of = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
        all.filter(|one| of(one, "id").contains(".automated."))
            .map(|one| (of(one, "id"), of(&one["state"], "state")))
            .collect()
    }

    /// The request of this kind at the desk.
    fn request(&self) -> String {
        self.officer.get(DESK).status(200).attributes("tbody th a", "href").remove(0)
    }
}

fn code_of(page: &Page) -> Value {
    page.json()["code"].clone()
}

#[test]
fn s4_96_where_the_notice_says_none_no_program_decides() {
    let register = Register::new(Engine::Sqlite, false);
    for decision in [None, Some("collection")] {
        let refused = register.decide("collection", decision).status(403);
        assert_eq!(code_of(&refused), "fault-decision-undeclared");
        assert_eq!(refused.json()["promise"], "rekisteri.automated.none", "{:?}", refused.json());
    }
    let fields = json!({"invoice-number": "2", "date": "2026-01-14", "payer": NAME,
        "lines": "Jäsenmaksu", "sum": "30", "status": "collection"});
    let member = register.held()["part_of"].clone();
    let body = json!({"same_as": member, "fields": fields});
    let new = register.program.json(Method::POST, "/api/v1/staff/records/invoice", &body);
    assert_eq!(code_of(&new.status(403)), "fault-decision-undeclared");
    // What decides nothing a program may write; and a human sets the state.
    let body = json!({"version": register.held()["version"], "fields": {"note": "Muistio"}});
    register.program.json(Method::PATCH, &register.invoice, &body).status(200);
    assert_eq!(register.held()["fields"]["status"], "sent");
    let treasurer = staff::sign_in(&register.org, "raha");
    let form = treasurer.form(&register.page, "form[action$='/tila']").set("status", "collection");
    form.finish().status(200).shows("Tila on tallennettu").hides("ilman ihmistä");
    assert_eq!(register.held()["automated"], json!([]));
    let (_, own) = register.own();
    own.hides("Pyydä ihmistä katsomaan").shows("ohjelma avaimella");
    assert_eq!(register.promises(), [("rekisteri.automated.none".into(), "kept".into())]);
}

fn looked_at(engine: Engine) {
    let register = Register::new(engine, true);
    assert_eq!(
        code_of(&register.decide("collection", None).status(403)),
        "fault-decision-not-named"
    );
    assert_eq!(
        code_of(&register.decide("collection", Some("other")).status(403)),
        "fault-decision-not-named"
    );
    register.decide("collection", Some("collection")).status(200);
    let held = register.held();
    assert_eq!(held["automated"][0]["outcome"], "collection");
    assert_eq!(
        (&held["state"], &held["automated"][0]["reviewed"]),
        (&json!("collection"), &Value::Null)
    );
    let notice = register.org.browser().get("/tietosuoja").status(200);
    notice.shows(LOGIC).shows("Ohjelma päättää ilman ihmistä: Laskun tila (Lasku)");

    // The person sees that a program decided it, why and when, everywhere; and asks.
    let (own, page) = register.own();
    let page = page.shows("Laskun tila: Perinnässä. Ohjelma päätti tämän ilman ihmistä");
    let page = page.shows(LOGIC).shows("Ihminen ei ole vielä katsonut päätöstä");
    page.clone().shows("Ohjelma päätti ilman ihmistä");
    let data = own.get("/oma/tiedot.json").status(200).json();
    let all = data["records"].as_array().unwrap();
    let invoice = all.iter().find(|one| one["kind"] == "invoice").unwrap();
    assert_eq!(invoice["automated-decisions"][0]["decision"], "collection", "{invoice}");
    let ask = page.attributes("main a[href*='/ihminen/']", "href").remove(0);
    let form = own.form(&ask, "main form").set("text", VIEW);
    form.finish().status(200).shows("Ihminen katsoo päätöksen");
    own.get(&ask.replace("status", "sum")).status(404);
    // It was asked once: the page tells until when it is answered, and offers it no more.
    let asked = own.get("/oma").status(200).shows("Olet pyytänyt 14.1.2026, että ihminen katsoo");
    let text = asked.text();
    let by = text.split("Saat vastauksen viimeistään ").nth(1).expect("until when");
    let by: String = by.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let by = by.trim_end_matches('.');
    assert!(by.ends_with(".2.2026") && text.matches(by).count() > 1, "as the request says: {by}");
    let ways = || own.get("/oma").attributes("main a[href*='/ihminen/']", "href");
    assert_eq!(ways(), [""; 0]);
    own.get(&ask).status(303);

    // The desk cannot say that somebody has looked before somebody has.
    let path = register.request();
    let shown = register.officer.get(&path).status(200).shows(VIEW).shows(LOGIC);
    shown.shows("Haluan, että ihminen katsoo").shows("Perinnässä");
    let answer = |decision: &str| {
        let form = register.officer.form(&path, "form[action$=ratkaise]");
        form.set("decision", decision).set("text", REASONS)
    };
    answer("granted").submit().status(422).shows("Katso ensin jokainen ohjelman päätös");
    let look =
        register.officer.form(&path, "form[action*='/arvio/']").set("verdict", "becomes-paid");
    look.finish().status(200).shows("on tallennettu").shows("Ihminen on muuttanut päätöksen");
    let letter = staff::decide(&register.officer, answer("granted")).status(200).text();
    let told = "ohjelma päätti 14.1.2026 ”Perinnässä”. Ihminen on muuttanut päätöksen: Maksettu";
    assert!(letter.contains(told) && letter.contains(REASONS), "{letter}");

    // From now on it is a human's; and the person reads all of it.
    assert_eq!(register.held()["fields"]["status"], "paid");
    let again = register.decide("collection", Some("collection")).status(403);
    assert_eq!(code_of(&again), "fault-decision-reviewed");
    let page = own.get("/oma").status(200).shows("Ihminen on muuttanut päätöksen");
    let page = page.shows(told).shows("Ihminen katsoi ohjelman päätöksen");
    assert_eq!(page.attributes("main a[href*='/ihminen/']", "href"), [""; 0]);
    let ledger = register.org.ok(&["ledger", "show", "--last", "200"]);
    for deed in ["decide:collection:collection", "review:collection:changed"] {
        assert_eq!(ledger.matches(deed).count(), 1, "{ledger}");
    }
    assert_eq!(register.promises(), [("rekisteri.automated.collection".into(), "kept".into())]);
}

#[test]
fn s4_96_a_human_looks_at_what_a_program_decided() {
    looked_at(Engine::Sqlite);
}

#[test]
fn s4_96_a_human_looks_at_what_a_program_decided_on_postgres() {
    looked_at(Engine::Postgres);
}

/// Anybody may ask on the public page; what was decided is told to whoever has shown who they are.
#[test]
fn s4_96_whoever_asks_without_a_code_gets_a_human_and_no_outcome() {
    let register = Register::new(Engine::Sqlite, true);
    register.decide("collection", Some("collection")).status(200);
    let visitor = register.org.browser();
    let form = visitor.form("/pyynto", "main form").set("type", "human-review").set("text", VIEW);
    form.set("contact", "040 1234567").finish().status(200);
    let path = register.request();
    let officer = &register.officer;
    // As long as nobody knows whose decision it is, nothing is shown, and nothing can be granted.
    officer.get(&path).status(200).hides(LOGIC);
    let answer = |decision: &str| {
        let form = officer.form(&path, "form[action$=ratkaise]").set("decision", decision);
        form.set("text", REASONS)
    };
    answer("granted").submit().status(422);
    let form = officer.form(&path, "form[action$=tunnista]").set("code", &register.receipt);
    form.finish().status(200).shows(LOGIC);
    let look = officer.form(&path, "form[action*='/arvio/']");
    look.submit().status(422);
    let look = officer.form(&path, "form[action*='/arvio/']").set("verdict", "stands");
    look.finish().status(200).shows("Se pysyy");
    let letter = staff::decide(officer, answer("granted")).status(200).text();
    assert!(letter.contains("Ihminen on katsonut päätöksen, ja se pysyy"), "{letter}");
    assert_eq!(register.held()["fields"]["status"], "collection");
    let (own, page) = register.own();
    page.shows("Se pysyy").shows(REASONS);
    // The package tells it, too.
    own.form("/oma/paketti", "form[action$='/oma/paketti']").finish().status(200);
    let there = || own.get("/oma/paketti").attributes("main a[download]", "href");
    wait_for("the package", || !there().is_empty());
    let zip = own.get(&there().remove(0)).status(200).body;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut table = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("csv/invoice.csv").unwrap(), &mut table)
        .unwrap();
    assert!(
        table.contains("automated-decisions") && table.contains("status=collection collection")
    );
}

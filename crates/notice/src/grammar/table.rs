//! Every node of the language, inside out: children stand above the nodes that hold them.

use super::*;

const fn prop(name: &'static str, value: Value, doc: &'static str) -> Prop {
    Prop { name, value, doc }
}

const ADDRESS: Node = Node {
    name: "address",
    doc: "Postal address, once for all languages or in each of them.",
    value: Some(Value::Text),
    must: true,
    texts: true,
    either: true,
    example: r#"address { fi "PL 1, 00101 Helsinki"; sv "PB 1, 00101 Helsingfors"; en "P.O. Box 1, 00101 Helsinki, Finland" }"#,
    ..Node::EMPTY
};
const EMAIL: Node = Node {
    name: "email",
    doc: "Mail address.",
    value: Some(Value::Email),
    must: true,
    example: r#"email "kirjaamo@example.fi""#,
    ..Node::EMPTY
};
const PHONE: Node = Node {
    name: "phone",
    doc: "Telephone number, in the international form.",
    value: Some(Value::Text),
    must: true,
    example: r#"phone "+358 29 000 0000""#,
    ..Node::EMPTY
};
const CONTROLLER: Node = Node {
    name: "controller",
    doc: "Who decides why and how the data are processed, by its registered name (Art. 4(7), 13(1)(a)).",
    value: Some(Value::Text),
    props: &[
        prop(
            "kind",
            Value::One(CONTROLLER_KINDS),
            "What it is; decides which legal bases it may use.",
        ),
        prop("business-id", Value::Text, "Finnish business id; its check digit is verified."),
        prop(
            "year-ends",
            Value::YearEnd,
            "The last day of its financial year, from which statutory floors are counted; `12-31` when silent.",
        ),
    ],
    children: &[&ADDRESS, &EMAIL, &PHONE],
    example: r#"controller "Esimerkkikeskus" kind="authority" business-id="1234567-1" {
    address "PL 1, 00101 Helsinki"
    email "kirjaamo@example.fi"
    phone "+358 29 000 0000"
}"#,
    ..Node::EMPTY
};
const TITLE: Node = Node {
    name: "title",
    doc: "Title or role, as people read it.",
    texts: true,
    example: r#"title { fi "Tietosuojavastaava"; sv "Dataskyddsombud"; en "Data protection officer" }"#,
    ..Node::EMPTY
};
const OFFICER: Node = Node {
    name: "officer",
    doc: "The data protection officer (Art. 13(1)(b), 37–39). A role, not a person's name.",
    children: &[&TITLE, &ADDRESS, &EMAIL, &PHONE],
    example: r#"officer { email "tietosuoja@example.fi" }"#,
    ..Node::EMPTY
};
const CONTACT: Node = Node {
    name: "contact",
    doc: "Who answers in matters of this register. Bound to a staff user: when that account closes, the notice is flagged.",
    props: &[prop("user", Value::Name, "Staff user whose account must be open.")],
    children: &[&TITLE, &ADDRESS, &EMAIL, &PHONE],
    example: r#"contact user="palvelupaallikko" {
    title { fi "Palvelupäällikkö"; sv "Servicechef"; en "Service manager" }
    email "palaute@example.fi"
}"#,
    ..Node::EMPTY
};
const REGISTER: Node = Node {
    name: "register",
    doc: "The register's name.",
    texts: true,
    example: r#"register { fi "Palautepalvelu"; sv "Responstjänsten"; en "Feedback service" }"#,
    ..Node::EMPTY
};
const REVIEW: Node = Node {
    name: "review",
    doc: "How often the notice is read through. A notice older than this is flagged.",
    props: &[prop("every", Value::Period, "The longest time between two readings.")],
    example: r#"review every="1 year""#,
    ..Node::EMPTY
};
const INTEREST: Node = Node {
    name: "interest",
    doc: "The interest behind `legitimate-interests` (Art. 13(1)(d)).",
    texts: true,
    example: r#"interest { fi "Palvelun väärinkäytön estäminen"; sv "Att hindra missbruk"; en "Preventing misuse" }"#,
    ..Node::EMPTY
};
const CONSENT: Node = Node {
    name: "consent",
    doc: "What the person says yes to, word for word (Art. 7).",
    texts: true,
    example: r#"consent { fi "Yhteystietojani saa käyttää vastaamiseen."; sv "…"; en "…" }"#,
    ..Node::EMPTY
};
const LAW: Node = Node {
    name: "law",
    doc: "The statute behind a legal obligation or a public task, in each language of the notice. The property `law` says the same in one.",
    value: Some(Value::Text),
    must: true,
    texts: true,
    either: true,
    example: r#"law { fi "Esimerkkilaki (1/2020) 4 §"; sv "4 § i exempellagen (1/2020)"; en "Example Act (1/2020), section 4" }"#,
    ..Node::EMPTY
};
const PURPOSE: Node = Node {
    name: "purpose",
    doc: "One purpose with exactly one legal basis (Art. 5(1)(b), 6(1), 13(1)(c)).",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop("basis", Value::One(BASES), "The ground of Art. 6(1)."),
        prop(
            "law",
            Value::Text,
            "The statute behind a legal obligation or a public task, when the notice has one language.",
        ),
        prop(
            "use",
            Value::One(USES),
            "That it is direct marketing or market and opinion research: whoever objects is left out at once and for good, and so is every address of theirs (Art. 21(2)–(3)).",
        ),
    ],
    children: &[&LAW, &INTEREST, &CONSENT],
    texts: true,
    many: true,
    example: r#"purpose "develop" basis="public-task" law="Esimerkkilaki (1/2020) 4 §" {
    fi "Palvelun kehittäminen"
    sv "Utveckling av tjänsten"
    en "Developing the service"
}"#,
    ..Node::EMPTY
};
const FORBID: Node = Node {
    name: "forbid",
    doc: "A purpose that is ruled out: not even consent lifts it, for use or for disclosure. The name of a `use` rules out every purpose of that use.",
    value: Some(Value::Name),
    must: true,
    texts: true,
    many: true,
    example: r#"forbid "direct-marketing" { fi "Tietoja ei käytetä suoramarkkinointiin."; sv "…"; en "…" }"#,
    ..Node::EMPTY
};
const ROLE: Node = Node {
    name: "role",
    doc: "A staff role: the purposes it acts under and what it may do.",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop("purposes", Value::Names, "Purposes that it may name when it opens data."),
        prop("may", Value::Words(ACTIONS), "What it may do."),
    ],
    texts: true,
    many: true,
    example: r#"role "handler" purposes="answer" may="read answer classify" {
    fi "Palautteen käsittelijä"
    sv "Handläggare"
    en "Handler"
}"#,
    ..Node::EMPTY
};
const SOURCE: Node = Node {
    name: "source",
    doc: "Who the source is, when `from=\"other\"` (Art. 14(2)(f)); who else it may be, when `from=\"person\"`.",
    texts: true,
    example: r#"source { fi "Väestötietojärjestelmä"; sv "Befolkningsdatasystemet"; en "Population Information System" }"#,
    ..Node::EMPTY
};
const HELP: Node = Node {
    name: "help",
    doc: "A short help under the field's label.",
    texts: true,
    example: r#"help { fi "Enintään 4 000 merkkiä."; sv "Högst 4 000 tecken."; en "At most 4,000 characters." }"#,
    ..Node::EMPTY
};
const CONSEQUENCE: Node = Node {
    name: "consequence",
    doc: "What follows when the field is not given (Art. 13(2)(e)). A required field must say it.",
    texts: true,
    example: r#"consequence { fi "Ilman viestiä palautetta ei voi lähettää."; sv "…"; en "…" }"#,
    ..Node::EMPTY
};
const CHOICE: Node = Node {
    name: "choice",
    doc: "One of the values of a field of type `choice`, and its label.",
    value: Some(Value::Name),
    must: true,
    texts: true,
    many: true,
    example: r#"choice "praise" { fi "Kiitos"; sv "Tack"; en "Praise" }"#,
    ..Node::EMPTY
};
const FIELD: Node = Node {
    name: "field",
    doc: "One field. The list is closed: anything else is refused with the field's name. The texts are its label.",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop("category", Value::One(CATEGORIES), "Category of data (Art. 14(1)(d))."),
        prop("purposes", Value::Names, "What may be done with it (Art. 5(1)(b))."),
        prop(
            "required",
            Value::Flag,
            "Whether it must be given (Art. 13(2)(e)). Not, when silent.",
        ),
        prop("type", Value::One(FIELD_TYPES), "How it is asked and validated; `line` when silent."),
        prop(
            "max",
            Value::Number,
            "Longest value in characters: 200, or 4000 for `text`, when silent. Of a `file`, in bytes: 1000000.",
        ),
        prop("lookup", Value::Flag, "Whether records may be found by it, through a keyed hash."),
        prop(
            "ground",
            Value::One(SPECIAL_GROUNDS),
            "The ground of Art. 9(2), for category `special`.",
        ),
    ],
    children: &[&HELP, &CONSEQUENCE, &CHOICE],
    texts: true,
    many: true,
    example: r#"field "email" category="contact" purposes="answer" type="email" {
    fi "Sähköpostiosoite"
    sv "E-postadress"
    en "Email address"
}"#,
    ..Node::EMPTY
};
const CRITERION: Node = Node {
    name: "criterion",
    doc: "The criterion, when no period can be given (Art. 13(2)(a)).",
    texts: true,
    example: r#"criterion { fi "Niin kauan kuin jäsenyys jatkuu"; sv "…"; en "…" }"#,
    ..Node::EMPTY
};
const KEEP: Node = Node {
    name: "keep",
    doc: "Until when the kind is kept (Art. 13(2)(a)): a period from an event of the record, or a criterion with a review.",
    value: Some(Value::Period),
    props: &[
        prop(
            "from",
            Value::One(EVENTS),
            "The event from which the period is counted; `created` when silent.",
        ),
        prop("review", Value::Period, "How often a criterion is looked at."),
    ],
    children: &[&CRITERION],
    example: r#"keep "1 month" from="sent""#,
    ..Node::EMPTY
};
const ERASE: Node = Node {
    name: "erase-on-request",
    doc: "The longest time from a person's demand to its erasure (Art. 17, 12(3)).",
    props: &[prop("within", Value::Period, "At most one month.")],
    example: r#"erase-on-request within="3 days""#,
    ..Node::EMPTY
};
const FLOOR: Node = Node {
    name: "floor",
    doc: "A duty of law to keep some fields for a time, whoever asks for their erasure (Art. 17(3)(b)). The others go, and these go by themselves when the time has passed.",
    value: Some(Value::One(FLOORS)),
    must: true,
    props: &[
        prop("fields", Value::Names, "The fields that it keeps."),
        prop(
            "from",
            Value::One(EVENTS),
            "The event that begins it; `created` when silent. Until then the fields are kept.",
        ),
    ],
    many: true,
    example: r#"floor "accounting-vouchers" fields="number sum payer" from="created""#,
    ..Node::EMPTY
};
const ANONYMISE: Node = Node {
    name: "anonymise",
    doc: "What stays of a record that goes, whatever it goes for: coarse counts that point to nobody. Everything else of it is erased as ever. Without it nothing stays.",
    props: &[
        prop(
            "by",
            Value::Names,
            "Fields of type `choice` or `flag`, at most three: records are counted apart by what they say.",
        ),
        prop(
            "per",
            Value::One(COUNTED_PER),
            "The time in which the record was written, in which it is counted: `month` or `year`; none when silent.",
        ),
        prop("sum", Value::Names, "Fields of type `number` that are added up."),
        prop(
            "fewer-than",
            Value::Number,
            "Combinations of fewer records are shown and given out only together with others: 5 when silent, at least 3.",
        ),
    ],
    example: r#"anonymise by="product" per="month" sum="total" fewer-than=5"#,
    ..Node::EMPTY
};
const HOLD: Node = Node {
    name: "hold",
    doc: "A state of the record that keeps it whole as long as it lasts (Art. 17(3)(e)). The program begins and ends it with the write that changes the field. The texts are its name for people.",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop("field", Value::Name, "A field of type `choice`."),
        prop("is", Value::Names, "The values that keep the record."),
    ],
    texts: true,
    many: true,
    example: r#"hold "open-invoice" field="status" is="open reminded" {
    fi "Lasku on maksamatta"
    sv "Fakturan är obetald"
    en "The invoice is unpaid"
}"#,
    ..Node::EMPTY
};
const COLLECT: Node = Node {
    name: "collect",
    doc: "One kind of record. The texts are its name for people.",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop("from", Value::One(SOURCES), "Where the data come from."),
        prop(
            "part-of",
            Value::Name,
            "The kind on whose records these hang and with which they end.",
        ),
        prop(
            "shared",
            Value::Flag,
            "With `part-of`: other people may add theirs to a conversation. Each text belongs to its writer, has a period of its own and stays when somebody else's is erased.",
        ),
    ],
    children: &[&SOURCE, &FIELD, &KEEP, &FLOOR, &HOLD, &ANONYMISE, &ERASE],
    texts: true,
    many: true,
    example: r#"collect "reply" from="staff" part-of="feedback" {
    fi "Vastaus"
    sv "Svar"
    en "Reply"
    field "text" category="content" purposes="answer" type="text" { fi "Vastaus"; sv "Svar"; en "Reply" }
}"#,
    ..Node::EMPTY
};
const SERVICE: Node = Node {
    name: "service",
    doc: "A service of the program that this notice switches on, or a register that staff keep (`runs=\"records\"`): its kinds are then wholly of the notice's making, and its texts are its name for people. `staff` and `rights` are always there, because the program itself makes their data.",
    value: Some(Value::Known(SERVICES)),
    must: true,
    props: &[
        prop(
            "runs",
            Value::One(RUNNERS),
            "What runs a service that the program does not know by its name: `records`, a register that staff keep.",
        ),
        prop(
            "ready-made",
            Value::Flag,
            "Takes what `staff` and `rights` collect from the program, so that it need not be written here. A line inside goes before the delivered one: a `keep` replaces it, a `field` or `choice` of the same name is filled up, another is added. Published is the notice written out (`seloste fmt --write-out`).",
        ),
    ],
    children: &[&COLLECT],
    texts: true,
    texts_optional: true,
    many: true,
    example: r#"service "feedback" { collect "feedback" from="person" { … } }"#,
    ..Node::EMPTY
};
const NECESSARY: Node = Node {
    name: "necessary",
    doc: "A cookie without which the service does not work: no consent is asked (Act 917/2014 § 205).",
    value: Some(Value::Text),
    must: true,
    props: &[
        prop("keep", Value::Period, "How long it lives; until the browser is closed when silent."),
        prop(
            "idle",
            Value::Period,
            "For `__Host-session`: how long somebody stays signed in without using the pages; 30 minutes when silent.",
        ),
        prop("party", Value::Text, "Who sets it; the controller when silent."),
    ],
    texts: true,
    many: true,
    example: r#"necessary "__Host-session" keep="12 hours" idle="30 minutes" { fi "Pitää kirjautumisen voimassa."; sv "…"; en "…" }"#,
    ..Node::EMPTY
};
const OPTIONAL: Node = Node {
    name: "optional",
    doc: "A cookie that is set only after consent.",
    many: true,
    example: r#"optional "__Host-visit" keep="1 month" { fi "Laskee käynnit."; sv "…"; en "…" }"#,
    ..NECESSARY
};
const NONE_CHILD: &[&str] = &["none"];
const COOKIES: Node = Node {
    name: "cookies",
    doc: "The closed inventory of cookies and other storage on the visitor's device, or `none`.",
    value: Some(Value::One(NONE_CHILD)),
    children: &[&NECESSARY, &OPTIONAL],
    example: r#"cookies { necessary "__Host-session" keep="12 hours" { fi "…"; sv "…"; en "…" } }"#,
    ..Node::EMPTY
};
const ANALYTICS: Node = Node {
    name: "analytics",
    doc: "What is counted of the use of the pages, or `none`.",
    value: Some(Value::One(NONE_CHILD)),
    props: &[
        prop(
            "mode",
            Value::One(&["counts", "visits"]),
            "`counts` stores nothing on the device; `visits` links page views by a cookie and needs consent.",
        ),
        prop("tool", Value::Text, "The tool's name; the built-in one is `seloste`."),
        prop("dimensions", Value::Words(DIMENSIONS), "What is recorded; the list is closed."),
        prop("honour", Value::Words(SIGNALS), "Signals of the browser that switch it off."),
        prop("keep", Value::Period, "How long counts or visits are kept."),
    ],
    example: r#"analytics mode="counts" tool="seloste" dimensions="device country pages" honour="dnt gpc" keep="13 months""#,
    ..Node::EMPTY
};
const HOST: Node = Node {
    name: "host",
    doc: "A host to which the program may open connections for this recipient. All others are blocked.",
    value: Some(Value::Host),
    must: true,
    many: true,
    example: r#"host "mail.example.fi:465""#,
    ..Node::EMPTY
};
const GETS: Node = Node {
    name: "gets",
    doc: "What this recipient may get: a kind of record, whole or only the fields that are named. Without any such line it may get every field that serves its purposes.",
    value: Some(Value::Name),
    must: true,
    props: &[prop("fields", Value::Names, "Fields of that kind; without it, all of them.")],
    many: true,
    example: r#"gets "feedback" fields="message""#,
    ..Node::EMPTY
};
const APPROVAL: Node = Node {
    name: "approval",
    doc: "Every disclosure to this recipient waits until somebody else than whoever prepared it has approved it, with the data before them.",
    value: Some(Value::One(APPROVALS)),
    must: true,
    props: &[prop(
        "unless",
        Value::One(AT_ONCE),
        "What lets data go at once, with the reason written down: to protect somebody's life or health (Art. 6(1)(d)). The approval then comes afterwards.",
    )],
    example: r#"approval "second-person" unless="vital-interests""#,
    ..Node::EMPTY
};
const PROCESSOR: Node = Node {
    name: "processor",
    doc: "Processes data for the controller under a contract (Art. 4(8), 28).",
    value: Some(Value::Text),
    must: true,
    props: &[
        prop("purposes", Value::Names, "What for."),
        prop("country", Value::Country, "Where the data are."),
        prop("contract", Value::Date, "Date of the contract (Art. 28(3))."),
        prop("until", Value::Date, "Last day of the contract, when it has one."),
        prop(
            "products",
            Value::Text,
            "Its products, when the texts name those instead of the company.",
        ),
        prop(
            "grounds",
            Value::Words(GROUNDS),
            "On what data may be disclosed to it; without it, on any of these.",
        ),
        prop(
            "demands",
            Value::Words(DEMANDS),
            "What must be told of every disclosure to it: who asked (`requester`: office or unit, and their reference), and in which matter (`matter`).",
        ),
    ],
    children: &[&HOST, &GETS, &APPROVAL],
    texts: true,
    many: true,
    example: r#"processor "Esimerkkipalvelin Oy" country="FI" contract="2026-01-15" purposes="answer" {
    fi "Palvelintila"
    sv "Serverutrymme"
    en "Server hosting"
}"#,
    ..Node::EMPTY
};
const RECIPIENT: Node = Node {
    name: "recipient",
    doc: "Receives data for its own purposes (Art. 4(9)).",
    example: r#"recipient "Esimerkki ry" country="FI" purposes="answer" { fi "…"; sv "…"; en "…" }"#,
    ..PROCESSOR
};
const JOINT: Node = Node {
    name: "joint-controller",
    doc: "Decides together with the controller (Art. 26).",
    example: r#"joint-controller "Esimerkki ry" country="FI" contract="2026-01-15" { fi "…"; sv "…"; en "…" }"#,
    ..PROCESSOR
};
const AUTHORITY_RECIPIENT: Node = Node {
    name: "authority",
    doc: "An authority that receives data regularly by law.",
    example: r#"authority "Esimerkkivirasto" country="FI" { fi "…"; sv "…"; en "…" }"#,
    ..PROCESSOR
};
const CLASS: Node = Node {
    name: "class",
    doc: "Recipients that cannot be named before they ask (Art. 13(1)(e)): whoever has a right by law, whoever the person has allowed. `grounds` says on what alone they get data; each disclosure names who it was. Without `purposes` they get data for a task of their own.",
    value: Some(Value::Name),
    example: r#"class "by-law" country="FI" grounds="statute" { fi "Se, jolla on lakiin perustuva oikeus saada tiedot"; sv "…"; en "…" }"#,
    ..PROCESSOR
};
const RECIPIENTS: Node = Node {
    name: "recipients",
    doc: "Who receives the data (Art. 13(1)(e)), or `none`.",
    value: Some(Value::One(NONE_CHILD)),
    children: &[&PROCESSOR, &RECIPIENT, &JOINT, &AUTHORITY_RECIPIENT, &CLASS],
    example: r#"recipients { processor "Esimerkkipalvelin Oy" country="FI" contract="2026-01-15" { … } }"#,
    ..Node::EMPTY
};
const TRANSFER: Node = Node {
    name: "transfer",
    doc: "One transfer outside the EEA, to a declared recipient.",
    value: Some(Value::Text),
    must: true,
    props: &[
        prop("country", Value::Country, "To which country."),
        prop("mechanism", Value::One(TRANSFER_MECHANISMS), "What makes it lawful (Art. 45–49)."),
    ],
    many: true,
    example: r#"transfer "Example Inc." country="US" mechanism="adequacy""#,
    ..Node::EMPTY
};
const TRANSFERS: Node = Node {
    name: "transfers",
    doc: "Transfers outside the EEA (Art. 13(1)(f), 44–49), or `none`.",
    value: Some(Value::One(NONE_CHILD)),
    children: &[&TRANSFER],
    example: "transfers none",
    ..Node::EMPTY
};
const MEASURE: Node = Node {
    name: "measure",
    doc: "Technical measures that the program keeps and checks by itself (Art. 32).",
    value: Some(Value::One(MEASURES)),
    must: true,
    more: true,
    many: true,
    example: r#"measure "encrypted-at-rest" "encrypted-in-transit""#,
    ..Node::EMPTY
};
const ATTEST: Node = Node {
    name: "attest",
    doc: "A measure that only a person can vouch for. When the word expires, the promise turns amber.",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop("by", Value::Name, "Role that vouches."),
        prop("every", Value::Period, "How long one word lasts."),
        prop(
            "about",
            Value::Text,
            "The recipient that it is about, by its name in `recipients`: the two come and go together.",
        ),
    ],
    texts: true,
    many: true,
    example: r#"attest "hosting-physical" by="officer" every="1 year" {
    fi "Palvelintila on lukittu ja kulkua valvotaan."
    sv "…"
    en "…"
}"#,
    ..Node::EMPTY
};
const fn right(name: &'static str, doc: &'static str) -> Node {
    Node { name, doc, props: RIGHT_PROPS, texts: true, texts_optional: true, ..Node::EMPTY }
}
const WITHIN: Prop =
    prop("within", Value::Period, "Promised time, when shorter than the law's one month.");
const TARGET: Prop = prop(
    "target",
    Value::Period,
    "In which time requests are meant to be decided, shorter than what is promised. Staff are alarmed when it comes near and when it has passed.",
);
const RIGHT_PROPS: &[Prop] = &[WITHIN, TARGET];
const ERASURE_PROPS: &[Prop] = &[
    WITHIN,
    TARGET,
    prop(
        "cooling-off",
        Value::Period,
        "How long somebody who erases all of their own data may change their mind; at once when silent. Meanwhile nobody else sees the data.",
    ),
];
const RIGHT_NODES: &[&Node] = &[
    &right("access", "To see one's data (Art. 15)."),
    &right("rectification", "To have them corrected (Art. 16)."),
    &Node { props: ERASURE_PROPS, ..right("erasure", "To have them erased (Art. 17).") },
    &right("restriction", "To have processing restricted (Art. 18)."),
    &right("portability", "To take them along (Art. 20)."),
    &right("objection", "To object (Art. 21)."),
    &right("withdraw-consent", "To withdraw consent (Art. 7(3))."),
    &right("complaint", "To complain to the supervisory authority (Art. 77)."),
    &right("no-automated-decision", "Not to be subject to an automated decision (Art. 22)."),
];
const RIGHTS_NODE: Node = Node {
    name: "rights",
    doc: "Rights of the person (Art. 13(2)(b)–(d)), each with a shorter time and words of its own when wished.",
    children: RIGHT_NODES,
    example: r#"rights { access; rectification; erasure within="3 days"; restriction; complaint }"#,
    ..Node::EMPTY
};
const AUTHORITY: Node = Node {
    name: "authority",
    doc: "The supervisory authority (Art. 13(2)(d), 77) by country code; its name and address are kept up to date by the program.",
    value: Some(Value::One(AUTHORITIES)),
    must: true,
    example: r#"authority "fi""#,
    ..Node::EMPTY
};
const DECISION_LAW: Node = Node {
    name: "law",
    doc: "The law that authorises the decision (Art. 22(2)(b)), with what it says to protect people.",
    value: Some(Value::Text),
    must: true,
    texts: true,
    either: true,
    example: r#"law { fi "Esimerkkilaki (1/2020) 4 §"; sv "4 § i exempellagen (1/2020)"; en "Example Act (1/2020), section 4" }"#,
    ..Node::EMPTY
};
const DECISION: Node = Node {
    name: "decision",
    doc: "One automated decision. A program (an API key) may set the outcome only where a decision says so, and names it; nobody's decision else is a program's. The texts are its logic and consequences for people.",
    value: Some(Value::Name),
    must: true,
    props: &[
        prop(
            "kind",
            Value::Name,
            "The kind of record that is decided about; of a service that `runs=\"records\"`.",
        ),
        prop("field", Value::Name, "Its field of type `choice` whose value is the outcome."),
        prop(
            "basis",
            Value::One(DECISION_BASES),
            "What permits it (Art. 22(2)): `contract`, where it is necessary for one; `law`, where a law authorises it; `consent`, where the person has explicitly agreed.",
        ),
        prop(
            "uses",
            Value::Names,
            "The fields that it looks at; all of the kind, and of what that hangs on, when silent.",
        ),
    ],
    children: &[&DECISION_LAW],
    texts: true,
    many: true,
    example: r#"decision "credit-limit" kind="application" field="outcome" basis="contract" uses="income debts" {
    fi "Ohjelma vertaa tuloja velkoihin. Jos velkaa on yli puolet tuloista, luottoa ei myönnetä."
    sv "…"
    en "…"
}"#,
    ..Node::EMPTY
};
const DECISIONS: Node = Node {
    name: "automated-decisions",
    doc: "Automated decisions (Art. 13(2)(f), 22), or `none`.",
    value: Some(Value::One(NONE_CHILD)),
    children: &[&DECISION],
    example: "automated-decisions none",
    ..Node::EMPTY
};
const OPERATIONS: Node = Node {
    name: "operations",
    doc: "Times of the program's own work that lengthen every promise: the notice prints the true figure.",
    props: &[
        prop("sweep", Value::Period, "How often due records are swept; one hour when silent."),
        prop("backups", Value::Period, "How long a backup lives; 14 days when silent."),
        prop(
            "logs",
            Value::Period,
            "How long the program's log lives; 14 days when silent. `attest \"logs\"` vouches for it.",
        ),
        prop(
            "ledger",
            Value::Period,
            "How long entries of the ledger live; three years when silent.",
        ),
    ],
    example: r#"operations sweep="1 hour" backups="14 days" logs="14 days" ledger="3 years""#,
    ..Node::EMPTY
};
const STATEMENT: Node = Node {
    name: "statement",
    doc: "A sentence that is only told: the author says that nothing enforces it.",
    value: Some(Value::Name),
    must: true,
    texts: true,
    many: true,
    example: r#"statement "about-cookies" { fi "Eväste on pieni tekstitiedosto."; sv "…"; en "…" }"#,
    ..Node::EMPTY
};

/// The root of the grammar.
pub static NOTICE: Node = Node {
    name: "notice",
    doc: "One notice. Its version and date come from publication and are never written here.",
    value: Some(Value::Name),
    must: true,
    props: &[prop(
        "languages",
        Value::Words(LANGUAGES),
        "Languages in which every text must exist; `fi` when silent.",
    )],
    children: &[
        &REGISTER,
        &CONTROLLER,
        &OFFICER,
        &CONTACT,
        &REVIEW,
        &PURPOSE,
        &FORBID,
        &ROLE,
        &SERVICE,
        &COOKIES,
        &ANALYTICS,
        &RECIPIENTS,
        &TRANSFERS,
        &MEASURE,
        &ATTEST,
        &RIGHTS_NODE,
        &AUTHORITY,
        &DECISIONS,
        &OPERATIONS,
        &STATEMENT,
    ],
    example: r#"notice "palaute" languages="fi sv en" { … }"#,
    ..Node::EMPTY
};

/// All nodes of this name, each with the path that leads to it: `notice/service/collect/field`.
pub fn find(name: &str) -> Vec<(String, &'static Node)> {
    fn search(
        node: &'static Node,
        path: &str,
        name: &str,
        found: &mut Vec<(String, &'static Node)>,
    ) {
        let path =
            if path.is_empty() { node.name.to_owned() } else { format!("{path}/{}", node.name) };
        if node.name == name {
            found.push((path.clone(), node));
        }
        for child in node.children {
            search(child, &path, name, found);
        }
    }
    let mut found = Vec::new();
    search(&NOTICE, "", name, &mut found);
    found
}

//! Statements about the register as a whole.

use seloste_kernel::Lang;

use super::{Args, Compiler, Head, count, slug, title};
use crate::model::{
    AutomatedDecision, Basis, Named, Notice, Purpose, Recipient, Right, Text, Transfers,
};
use crate::promises::phrase::{self, Case, say};
use crate::promises::{Article, Mechanism};

fn published(item: &str) -> Mechanism {
    Mechanism::Published { item: item.into() }
}

pub(super) fn identity(c: &mut Compiler<'_>) {
    let notice = c.notice;
    let controller = &notice.controller;
    c.promise(
        Head::new("version", Mechanism::Versioned, notice.span).by(Article::paragraph(12, 1)),
        "version",
        |_| vec![],
    );
    let head = Head::new("controller", published("controller"), controller.span);
    c.promise(head.by(Article::point(13, 1, 'a')), "controller", |_| {
        vec![("name", controller.name.clone().into())]
    });
    let head = Head::new("register", published("register"), notice.span);
    c.promise(head.by(Article::paragraph(13, 1)), "register", |lang| {
        vec![("name", title(&notice.register, &notice.id, lang).into())]
    });
    if let Some(officer) = &notice.officer {
        let head = Head::new("officer", published("officer"), officer.span);
        c.promise(head.by(Article::point(13, 1, 'b')), "officer", |_| vec![]);
    }
    if let Some(contact) = &notice.contact {
        let (key, mechanism) = match &contact.user {
            Some(user) => ("contact-user", Mechanism::ContactOpen { user: user.clone() }),
            None => ("contact", published("contact")),
        };
        let head = Head::new("contact", mechanism, contact.span).by(Article::paragraph(12, 2));
        c.promise(head, key, |lang| {
            let said = phrase::text(&contact.title, lang);
            let email = contact.email.as_deref().unwrap_or_default();
            vec![("title", if said.is_empty() { email } else { said }.to_owned().into())]
        });
    }
    if let Some(review) = notice.review {
        let head = Head::new("review", Mechanism::ReviewDate { of: "notice".into() }, notice.span);
        c.promise(head.by(Article::paragraph(24, 1)), "review", |lang| {
            vec![("period", phrase::period(lang, review, Case::Within).into())]
        });
    }
}

pub(super) fn purposes(c: &mut Compiler<'_>) {
    for purpose in &c.notice.purposes {
        one_purpose(c, purpose);
        if purpose.by_consent() {
            let mechanism = || Mechanism::ConsentProof { purpose: purpose.name.clone() };
            let name = slug(&purpose.name);
            let args = |lang| vec![("purpose", title(&purpose.text, &purpose.name, lang).into())];
            let head = Head::new(format!("consent.{name}"), mechanism(), purpose.span);
            c.promise(head.by(Article::paragraph(7, 1)), "consent", args);
            let head = Head::new(format!("withdraw.{name}"), mechanism(), purpose.span);
            c.promise(head.by(Article::paragraph(7, 3)), "withdraw", args);
        }
    }
    let head =
        Head::new("purposes.closed", Mechanism::PurposeGate { purpose: None }, c.notice.span);
    c.promise(head.by(Article::point(5, 1, 'b')), "purposes-closed", |_| vec![]);
    for forbidden in &c.notice.forbidden {
        let mechanism = Mechanism::ForbiddenPurpose { name: forbidden.name.clone() };
        let head =
            Head::new(format!("forbid.{}", slug(&forbidden.name)), mechanism, forbidden.span);
        let sentence = c.in_all(|lang| phrase::text(&forbidden.text, lang).to_owned());
        c.told(head.by(Article::point(5, 1, 'b')), sentence);
    }
}

fn one_purpose(c: &mut Compiler<'_>, purpose: &Purpose) {
    let mechanism = Mechanism::PurposeGate { purpose: Some(purpose.name.clone()) };
    let head = Head::new(format!("purpose.{}", slug(&purpose.name)), mechanism, purpose.span);
    let key = match purpose.basis {
        Some(Basis::LegitimateInterests) if !purpose.interest.is_empty() => "purpose-interest",
        _ if !purpose.law.is_empty() => "purpose-law",
        _ => "purpose",
    };
    c.promise(head.by(Article::point(13, 1, 'c')), key, |lang| {
        vec![
            ("purpose", title(&purpose.text, &purpose.name, lang).into()),
            ("basis", say(lang, basis_key(purpose.basis), &[]).into()),
            ("law", phrase::text(&purpose.law, lang).to_owned().into()),
            ("interest", phrase::text(&purpose.interest, lang).to_owned().into()),
        ]
    });
}

/// The words of a legal basis.
pub(crate) const fn basis_key(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Consent) => "basis-consent",
        Some(Basis::Contract) => "basis-contract",
        Some(Basis::LegalObligation) => "basis-legal-obligation",
        Some(Basis::VitalInterests) => "basis-vital-interests",
        Some(Basis::PublicTask) => "basis-public-task",
        Some(Basis::LegitimateInterests) => "basis-legitimate-interests",
        None => "basis-missing",
    }
}

pub(super) fn recipients(c: &mut Compiler<'_>) {
    let notice = c.notice;
    for recipient in &notice.recipients {
        let mechanism = Mechanism::Recipients { recipient: Some(recipient.name.clone()) };
        let id = recipient.promise();
        let head = Head::new(id, mechanism, recipient.span).by(Article::point(13, 1, 'e'));
        let role = format!("role-{}", recipient.role);
        let purposes: Vec<_> = recipient.purposes.clone();
        let titles = c.in_all(|lang| c.purposes(lang, &purposes));
        let key = match (recipient.is_class(), recipient.has_own_task()) {
            (true, true) => "recipient-class",
            (true, false) => "recipient-class-for",
            (false, true) => "recipient-own-task",
            (false, false) => "recipient",
        };
        c.promise(head, key, |lang| {
            let grounds = recipient.grounds.iter();
            let grounds: Vec<String> = grounds
                .filter_map(|ground| phrase::known(lang, &format!("disclosed-on-{}", ground.value)))
                .collect();
            vec![
                ("name", recipient.called(lang).to_owned().into()),
                ("grounds", phrase::either(lang, &grounds).into()),
                (
                    "role",
                    phrase::known(lang, &role).unwrap_or_else(|| recipient.role.clone()).into(),
                ),
                ("purposes", phrase::text(&titles, lang).to_owned().into()),
                ("count", count(purposes.len())),
            ]
        });
        handled(c, recipient);
    }
    let (id, key) = if notice.recipients.is_empty() {
        ("recipients.none", "recipients-none")
    } else {
        ("recipients.closed", "recipients-closed")
    };
    let head = Head::new(id, Mechanism::Recipients { recipient: None }, notice.span);
    c.promise(head.by(Article::point(13, 1, 'e')), key, |_| vec![]);
}

/// Who approves what goes to a recipient, and what is written down of it.
fn handled(c: &mut Compiler<'_>, recipient: &Recipient) {
    let head = |part: &str, span| {
        let mechanism = Mechanism::Recipients { recipient: Some(recipient.name.clone()) };
        let head = Head::new(format!("{}.{part}", recipient.promise()), mechanism, span);
        head.by(Article::point(5, 1, 'f'))
    };
    let name = |lang| ("name", recipient.called(lang).to_owned().into());
    if let Some(approval) = &recipient.approval {
        let key = match approval.unless {
            Some(_) => "recipient-approval-unless",
            None => "recipient-approval",
        };
        c.promise(head("approval", approval.span), key, |lang| vec![name(lang)]);
    }
    if !recipient.demands.is_empty() {
        c.promise(head("demands", recipient.span), "recipient-demands", |lang| {
            let facts = recipient.demands.iter();
            let facts: Vec<String> = facts
                .filter_map(|fact| phrase::known(lang, &format!("demand-{}", fact.value)))
                .collect();
            vec![name(lang), ("facts", phrase::list(lang, &facts).into())]
        });
    }
}

pub(super) fn transfers(c: &mut Compiler<'_>) {
    let article = Article::point(13, 1, 'f');
    match &c.notice.transfers {
        Transfers::Silent => {}
        Transfers::None => {
            let head = Head::new("transfers.none", Mechanism::NoTransfer, c.notice.span);
            c.promise(head.by(article), "transfers-none", |_| vec![]);
        }
        Transfers::Declared(transfers) => {
            for transfer in transfers {
                let mechanism = Mechanism::Transfer { recipient: transfer.recipient.clone() };
                let id = format!("transfer.{}", slug(&transfer.recipient));
                let ground = format!("transfer-{}", transfer.mechanism);
                c.promise(
                    Head::new(id, mechanism, transfer.span).by(article),
                    "transfer",
                    |lang| {
                        let ground = phrase::known(lang, &ground)
                            .unwrap_or_else(|| transfer.mechanism.clone());
                        vec![
                            ("recipient", transfer.recipient.clone().into()),
                            ("country", phrase::country(lang, &transfer.country).into()),
                            ("mechanism", ground.into()),
                        ]
                    },
                );
            }
        }
    }
}

pub(super) fn roles(c: &mut Compiler<'_>) {
    for role in &c.notice.roles {
        let mechanism = Mechanism::RolesLimit { role: role.name.clone() };
        let head = Head::new(format!("role.{}", slug(&role.name)), mechanism, role.span);
        let titles = c.in_all(|lang| c.purposes(lang, &role.purposes));
        let key = if role.purposes.is_empty() { "role-no-purpose" } else { "role" };
        c.promise(head.by(Article::paragraph(32, 4)), key, |lang| {
            let may: Vec<String> = role
                .may
                .iter()
                .map(|m| {
                    phrase::known(lang, &format!("may-{}", m.value))
                        .unwrap_or_else(|| m.value.clone())
                })
                .collect();
            let may = if may.is_empty() {
                say(lang, "role-nothing", &[])
            } else {
                phrase::list(lang, &may)
            };
            vec![
                ("role", title(&role.text, &role.name, lang).into()),
                ("purposes", phrase::text(&titles, lang).to_owned().into()),
                ("count", count(role.purposes.len())),
                ("may", may.into()),
            ]
        });
    }
}

/// The mechanism of a known measure.
pub(super) fn measure(name: &str) -> Option<Mechanism> {
    Some(match name {
        "encrypted-at-rest" => Mechanism::Sealed,
        "encrypted-in-transit" => Mechanism::Tls,
        "access-log" => Mechanism::AccessLog,
        "no-address-stored" => Mechanism::NoAddressStored,
        "hardened" => Mechanism::Hardened,
        "two-factor" => Mechanism::TwoFactor,
        "purpose-bound-access" => Mechanism::PurposeGate { purpose: None },
        _ => return None,
    })
}

pub(super) fn measures(c: &mut Compiler<'_>) {
    for declared in &c.notice.measures {
        let Some(mechanism) = measure(&declared.name) else { continue };
        let id = format!("measure.{}", declared.name);
        let head = Head::new(id, mechanism, declared.span).by(Article::paragraph(32, 1));
        c.promise(head, &format!("measure-{}", declared.name), |_| vec![]);
    }
    for attestation in &c.notice.attestations {
        let mechanism = Mechanism::Attested { name: attestation.name.clone() };
        let id = format!("attest.{}", slug(&attestation.name));
        let head = Head::new(id, mechanism, attestation.span).by(Article::paragraph(32, 1));
        let sentence = c.in_all(|lang| phrase::text(&attestation.text, lang).to_owned());
        c.told(head, sentence);
    }
}

/// The attestation that keeps the promise about the log: the log is the host's, and the program sees
/// neither its lines nor how long they live.
pub(super) const LOGS: &str = "logs";

pub(super) fn operations(c: &mut Compiler<'_>) {
    let operations = &c.notice.operations;
    let rows = [
        ("sweep", Mechanism::Sweep, operations.sweep),
        ("backups", Mechanism::Backups, operations.backups),
        ("logs", Mechanism::Attested { name: LOGS.into() }, operations.logs),
        ("ledger", Mechanism::LedgerKeep, operations.ledger),
    ];
    for (id, mechanism, period) in rows {
        let head = Head::new(id, mechanism, operations.span).by(Article::point(5, 1, 'e'));
        c.promise(head, id, |lang| {
            vec![("period", phrase::period(lang, period, Case::Within).into())]
        });
    }
}

/// The article of a known right.
pub(crate) fn right(name: &str) -> Option<Article> {
    Some(match name {
        "access" => Article::gdpr(15),
        "rectification" => Article::gdpr(16),
        "erasure" => Article::gdpr(17),
        "restriction" => Article::gdpr(18),
        "portability" => Article::gdpr(20),
        "objection" => Article::gdpr(21),
        "withdraw-consent" => Article::paragraph(7, 3),
        "complaint" => Article::gdpr(77),
        "no-automated-decision" => Article::gdpr(22),
        _ => return None,
    })
}

/// What a decision says: its logic, what it decides, and what permits it.
fn decided(notice: &Notice, decision: &AutomatedDecision, lang: Lang) -> Args {
    let named = |of: &Option<Named>| of.as_ref().map(|of| of.value.clone()).unwrap_or_default();
    let (kind, field) = (named(&decision.kind), named(&decision.field));
    let of_kind = notice.kind(&kind);
    let of_field = of_kind.and_then(|of| of.field(&field));
    let said = |text: Option<&Text>, name: &str| {
        let said = text.map(|text| phrase::text(text, lang)).unwrap_or_default();
        if said.is_empty() { name.to_owned() } else { said.to_owned() }
    };
    vec![
        ("logic", phrase::text(&decision.text, lang).to_owned().into()),
        ("kind", said(of_kind.map(|of| &of.title), &kind).into()),
        ("field", said(of_field.map(|of| &of.label), &field).into()),
        ("basis", named(&decision.basis).into()),
        ("law", phrase::text(&decision.law, lang).to_owned().into()),
    ]
}

pub(super) fn rights(c: &mut Compiler<'_>) {
    let notice = c.notice;
    if let Some(decisions) = &notice.automated_decisions {
        let article = Article::point(13, 2, 'f');
        if decisions.is_empty() {
            let head = Head::new("automated.none", Mechanism::NoAutomatedDecision, notice.span);
            c.promise(head.by(article), "automated-none", |_| vec![]);
        }
        for decision in decisions {
            let id = format!("automated.{}", slug(&decision.name));
            let mechanism = Mechanism::AutomatedDecision { decision: decision.name.clone() };
            let head = Head::new(id, mechanism, decision.span).by(article);
            c.promise(head, "automated-decision", |lang| decided(notice, decision, lang));
        }
    }
    if notice.rights.iter().any(|right| right.name == "objection") {
        notice.purposes.iter().for_each(|purpose| objected(c, purpose));
    }
    for declared in &notice.rights {
        let Some(article) = right(&declared.name) else { continue };
        // A complaint goes to the authority: there is no desk of ours that could answer it.
        let mechanism = match declared.name.as_str() {
            "complaint" => published("complaint"),
            name => Mechanism::RightDesk { right: Some(name.into()) },
        };
        let head = Head::new(format!("right.{}", declared.name), mechanism, declared.span);
        let sentence = c.in_all(|lang| right_sentence(declared, lang));
        c.told(head.by(article), sentence);
    }
    if !notice.rights.is_empty() {
        let mechanism = Mechanism::RightDesk { right: None };
        let head = Head::new("rights.deadline", mechanism, notice.span);
        c.promise(head.by(Article::paragraph(12, 3)), "rights-deadline", |_| vec![]);
    }
    let known = |code: &str| crate::render::supervisor(code).is_some();
    if let Some(authority) = notice.authority.as_ref().filter(|of| known(&of.code)) {
        let head = Head::new("authority", published("authority"), authority.span);
        c.promise(head.by(Article::point(13, 2, 'd')), "authority", |_| vec![]);
    }
}

/// What follows when somebody objects to a purpose: for good where it is marketing or research, and
/// until the matter is decided where interests are weighed (Art. 21(1)).
fn objected(c: &mut Compiler<'_>, purpose: &Purpose) {
    let (key, article) = match (purpose.usage.as_deref(), purpose.basis) {
        (Some(_), _) => ("objected-for-good", Article::paragraph(21, 3)),
        (None, Some(Basis::PublicTask | Basis::LegitimateInterests)) => {
            ("objected-meanwhile", Article::paragraph(21, 1))
        }
        _ => return,
    };
    let mechanism = Mechanism::Objected { purpose: purpose.name.clone() };
    let head = Head::new(format!("objected.{}", slug(&purpose.name)), mechanism, purpose.span);
    c.promise(head.by(article), key, |lang| {
        vec![("purpose", title(&purpose.text, &purpose.name, lang).into())]
    });
}

fn right_sentence(right: &Right, lang: seloste_kernel::Lang) -> String {
    let mut said = say(lang, &format!("right-{}", right.name), &[]);
    let deadline = right.within.map(|within| {
        let period = phrase::period(lang, within, Case::Within);
        say(lang, "right-within", &[("period", period.into())])
    });
    let target = right.target.map(|target| {
        let period = phrase::period(lang, target, Case::Within);
        say(lang, "right-target", &[("period", period.into())])
    });
    let cooling = right.cooling_off.filter(|_| right.name == "erasure").map(|period| {
        let period = phrase::period(lang, period, Case::Within);
        say(lang, "right-cooling-off", &[("period", period.into())])
    });
    let extra = phrase::text(&right.text, lang);
    for more in deadline
        .iter()
        .chain(&target)
        .chain(&cooling)
        .map(String::as_str)
        .chain((!extra.is_empty()).then_some(extra))
    {
        said.push(' ');
        said.push_str(more);
    }
    said
}

pub(super) fn statements(c: &mut Compiler<'_>) {
    for statement in &c.notice.statements {
        let id = format!("statement.{}", slug(&statement.name));
        let sentence = c.in_all(|lang| phrase::text(&statement.text, lang).to_owned());
        c.told(Head::new(id, Mechanism::Text, statement.span), sentence);
    }
}

//! What reaches outside: cookies, analytics, recipients, transfers, measures, rights.

use super::Tree;
use crate::grammar::{AT_ONCE, AUTHORITIES, DECISION_BASES, MEASURES};
use crate::model::{
    Analytics, Approval, Attestation, Authority, AutomatedDecision, Cookie, Gets, Measure, Named,
    Recipient, Right, Statement, Transfer, Transfers,
};

/// Name of the built-in analytics.
const BUILT_IN: &str = "seloste";

pub(super) fn cookies(root: Tree<'_>) -> Vec<Cookie> {
    let Some(node) = root.child("cookies") else { return Vec::new() };
    node.inside()
        .filter(|cookie| cookie.is("necessary") || cookie.is("optional"))
        .map(|cookie| Cookie {
            name: cookie.value(),
            necessary: cookie.is("necessary"),
            text: cookie.texts(),
            keep: cookie.period("keep"),
            idle: cookie.period("idle"),
            party: cookie.string("party"),
            span: cookie.span(),
        })
        .collect()
}

pub(super) fn analytics(node: Tree<'_>) -> Option<Analytics> {
    if node.is_none() {
        return None;
    }
    Some(Analytics {
        mode: node.one("mode", &["counts", "visits"]).unwrap_or_else(|| "counts".to_owned()),
        dimensions: node.list("dimensions"),
        honour: node.list("honour"),
        tool: node.string("tool").unwrap_or_else(|| BUILT_IN.to_owned()),
        keep: node.period("keep"),
        span: node.span(),
    })
}

pub(super) fn recipients(root: Tree<'_>) -> Vec<Recipient> {
    const ROLES: &[&str] = &["processor", "recipient", "joint-controller", "authority", "class"];
    let Some(node) = root.child("recipients") else { return Vec::new() };
    node.inside()
        .filter(|recipient| ROLES.contains(&recipient.node.name().value()))
        .map(|recipient| Recipient {
            name: recipient.value(),
            role: recipient.node.name().value().to_owned(),
            purposes: recipient.list("purposes"),
            country: recipient.string("country"),
            contract: recipient.string("contract"),
            until: recipient.string("until"),
            products: recipient.string("products"),
            hosts: recipient
                .children("host")
                .map(|host| Named { value: host.value(), span: host.span() })
                .collect(),
            grounds: recipient.list("grounds"),
            gets: recipient.children("gets").map(gets).collect(),
            approval: recipient.child("approval").map(approval),
            demands: recipient.list("demands"),
            text: recipient.texts(),
            span: recipient.span(),
        })
        .collect()
}

fn approval(node: Tree<'_>) -> Approval {
    Approval { unless: node.one("unless", AT_ONCE), span: node.span() }
}

fn gets(item: Tree<'_>) -> Gets {
    let kind = Named { value: item.value(), span: item.span() };
    Gets { kind, fields: item.list("fields") }
}

pub(super) fn transfers(root: Tree<'_>) -> Transfers {
    let Some(node) = root.child("transfers") else { return Transfers::Silent };
    let declared: Vec<Transfer> = node
        .children("transfer")
        .map(|transfer| Transfer {
            recipient: transfer.value(),
            country: transfer.string("country").unwrap_or_default(),
            mechanism: transfer.string("mechanism").unwrap_or_default(),
            span: transfer.span(),
        })
        .collect();
    match (node.is_none(), declared.is_empty()) {
        (_, false) => Transfers::Declared(declared),
        (true, true) => Transfers::None,
        (false, true) => Transfers::Silent,
    }
}

pub(super) fn measures(root: Tree<'_>) -> Vec<Measure> {
    let values = root.children("measure").flat_map(|node| {
        let names = node.node.entries().iter().filter(|entry| entry.name().is_none());
        names.filter_map(move |entry| {
            let name = entry.value().as_string().filter(|name| MEASURES.contains(name))?;
            Some(Measure { name: name.to_owned(), span: node.spot().entry(entry) })
        })
    });
    values.collect()
}

pub(super) fn attestation(node: Tree<'_>) -> Attestation {
    Attestation {
        name: node.name(),
        by: node.string("by"),
        every: node.period("every"),
        about: node.string("about"),
        text: node.texts(),
        span: node.span(),
    }
}

pub(super) fn rights(root: Tree<'_>) -> Vec<Right> {
    let Some(node) = root.child("rights") else { return Vec::new() };
    node.inside()
        .filter(|right| crate::grammar::RIGHTS.contains(&right.node.name().value()))
        .map(|right| Right {
            name: right.node.name().value().to_owned(),
            within: right.period("within"),
            target: right.period("target"),
            cooling_off: right.period("cooling-off"),
            text: right.texts(),
            span: right.span(),
        })
        .collect()
}

pub(super) fn authority(node: Tree<'_>) -> Authority {
    let code = Some(node.value()).filter(|code| AUTHORITIES.contains(&code.as_str()));
    Authority { code: code.unwrap_or_default(), span: node.span() }
}

pub(super) fn decisions(root: Tree<'_>) -> Option<Vec<AutomatedDecision>> {
    let node = root.child("automated-decisions")?;
    let one = |node: Tree<'_>, name| node.list(name).into_iter().next();
    let decision = |node: Tree<'_>| AutomatedDecision {
        name: node.name(),
        kind: one(node, "kind"),
        field: one(node, "field"),
        basis: one(node, "basis").filter(|basis| DECISION_BASES.contains(&basis.value.as_str())),
        law: node.said_in("law"),
        uses: node.list("uses"),
        text: node.texts(),
        span: node.span(),
    };
    Some(node.children("decision").map(decision).collect())
}

pub(super) fn statement(node: Tree<'_>) -> Statement {
    Statement { name: node.name(), text: node.texts(), span: node.span() }
}

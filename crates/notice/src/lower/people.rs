//! Who processes, why and in which roles.

use super::Tree;
use crate::grammar::{CONTROLLER_KINDS, USES};
use crate::model::{Basis, Contact, Controller, Forbidden, Purpose, Role};

pub(super) fn controller(node: Tree<'_>) -> Controller {
    Controller {
        name: node.value(),
        kind: node.one("kind", CONTROLLER_KINDS).unwrap_or_default(),
        business_id: node.string("business-id"),
        address: node.said_in("address"),
        email: node.value_of("email"),
        phone: node.value_of("phone"),
        year_ends: node.string("year-ends"),
        span: node.span(),
    }
}

pub(super) fn contact(node: Tree<'_>) -> Contact {
    Contact {
        title: node.texts_of("title"),
        email: node.value_of("email"),
        address: node.said_in("address"),
        phone: node.value_of("phone"),
        user: node.string("user"),
        span: node.span(),
    }
}

pub(super) fn purpose(node: Tree<'_>) -> Purpose {
    let law = node.said_in("law");
    Purpose {
        name: node.name(),
        basis: node.string("basis").and_then(|word| basis(&word)),
        text: node.texts(),
        law: if law.is_empty() { node.once(node.string("law")) } else { law },
        usage: node.one("use", USES),
        interest: node.texts_of("interest"),
        consent: node.texts_of("consent"),
        span: node.span(),
    }
}

fn basis(word: &str) -> Option<Basis> {
    match word {
        "consent" => Some(Basis::Consent),
        "contract" => Some(Basis::Contract),
        "legal-obligation" => Some(Basis::LegalObligation),
        "vital-interests" => Some(Basis::VitalInterests),
        "public-task" => Some(Basis::PublicTask),
        "legitimate-interests" => Some(Basis::LegitimateInterests),
        _ => None,
    }
}

pub(super) fn forbidden(node: Tree<'_>) -> Forbidden {
    Forbidden { name: node.name(), text: node.texts(), span: node.span() }
}

pub(super) fn role(node: Tree<'_>) -> Role {
    Role {
        name: node.name(),
        text: node.texts(),
        purposes: node.list("purposes"),
        may: node.list("may"),
        span: node.span(),
    }
}

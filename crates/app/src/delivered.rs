//! What still stands in a notice as the ready-made one has it: the invented organisation, in its
//! own place, in addresses, and in the texts that people consent to.

use std::sync::LazyLock;

use seloste_notice::model::Notice;
use seloste_notice::{Finding, Reading, checks};

use crate::services;

/// Names and addresses of invented controllers.
static INVENTED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = services::ready_made().map(|(name, text)| seloste_notice::read(text, name).notice);
    all.flat_map(|notice| [Some(notice.controller.name), notice.controller.email])
        .flatten()
        .collect()
});

/// Whether the controller of a notice is still an invented one, or is reached at its address.
pub fn is_invented(notice: &Notice) -> bool {
    let of = &notice.controller;
    INVENTED.contains(&of.name) || of.email.as_ref().is_some_and(|email| INVENTED.contains(email))
}

/// A finding for each value that is the ready-made notice's own.
pub fn findings(reading: &Reading) -> Vec<Finding> {
    let mut organisations: Vec<Vec<String>> = Vec::new();
    for (name, text) in services::ready_made() {
        for values in values(seloste_notice::read(text, name).notice) {
            if !organisations.contains(&values) {
                organisations.push(values);
            }
        }
    }
    checks::as_delivered(reading, &organisations)
}

/// The values that cannot be right for anybody else, of each organisation by itself, most telling
/// first.
fn values(notice: Notice) -> Vec<Vec<String>> {
    let controller = notice.controller;
    let own = [controller.business_id, controller.email, controller.phone].into_iter().flatten();
    let mut values = vec![controller.name];
    values.extend(own.chain(controller.address.into_values()));
    for contact in notice.officer.into_iter().chain(notice.contact) {
        values.extend(contact.email.into_iter().chain(contact.address.into_values()));
    }
    let mut once: Vec<String> = Vec::new();
    values.retain(|value| {
        !once.contains(value) && {
            once.push(value.clone());
            true
        }
    });
    // A class is nobody's name: it may stand as it is delivered.
    let named = notice.recipients.into_iter().filter(|recipient| !recipient.is_class());
    let recipients = named.map(|recipient| vec![recipient.name]);
    std::iter::once(values).chain(recipients).collect()
}

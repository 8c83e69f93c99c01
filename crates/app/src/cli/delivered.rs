//! What still stands in a notice as the ready-made one has it: the invented organisation, in its
//! own place, in addresses, and in the texts that people consent to.

use seloste_notice::model::Notice;
use seloste_notice::{Finding, Reading, checks};

use crate::services;

/// A finding for each value that is the ready-made notice's own.
pub(super) fn findings(reading: &Reading) -> Vec<Finding> {
    let mut delivered: Vec<String> = Vec::new();
    for (name, text) in services::ready_made() {
        for value in values(seloste_notice::read(text, name).notice) {
            if !delivered.contains(&value) {
                delivered.push(value);
            }
        }
    }
    checks::as_delivered(reading, &delivered)
}

/// The values that cannot be right for anybody else, most telling first.
fn values(notice: Notice) -> Vec<String> {
    let controller = notice.controller;
    let own = [controller.business_id, controller.email, controller.phone, controller.address];
    let contacts = notice.officer.into_iter().chain(notice.contact);
    let contacts = contacts.flat_map(|contact| [contact.email, contact.address]).flatten();
    let mut values = vec![controller.name];
    values.extend(own.into_iter().flatten().chain(contacts));
    values.extend(notice.recipients.into_iter().map(|recipient| recipient.name));
    values
}

//! What still stands in a notice as the ready-made one has it: the invented organisation.

use seloste_notice::model::{Notice, Span};
use seloste_notice::{Finding, checks};

use super::new::READY_MADE;

/// A finding for each value that is the ready-made notice's own.
pub(super) fn findings(notice: &Notice) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (name, text) in READY_MADE {
        let delivered = values(&seloste_notice::read(text, name).notice);
        for (value, span) in values(notice) {
            let known = delivered.iter().any(|(other, _)| *other == value);
            let told = found.iter().any(|finding| finding.span == span);
            if known && !told {
                found.push(checks::as_delivered(span, &value));
            }
        }
    }
    found
}

/// The values that cannot be right for anybody else, most telling first.
fn values(notice: &Notice) -> Vec<(String, Span)> {
    let controller = &notice.controller;
    let own = [&controller.business_id, &controller.email, &controller.phone];
    let mut values = vec![(controller.name.clone(), controller.span)];
    values.extend(own.into_iter().flatten().map(|value| (value.clone(), controller.span)));
    for contact in notice.officer.iter().chain(&notice.contact) {
        let own = [&contact.email, &contact.address];
        values.extend(own.into_iter().flatten().map(|value| (value.clone(), contact.span)));
    }
    values
        .extend(notice.recipients.iter().map(|recipient| (recipient.name.clone(), recipient.span)));
    values
}

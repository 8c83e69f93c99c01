//! Who is reached where, sentence by sentence, so that versions of a notice can be compared: promises
//! say that there is a controller and an officer, not where.

use seloste_kernel::Lang;

use crate::model::{Contact, Notice, Text};
use crate::promises::phrase::{Arg, say, text};

/// What of a controller, officer or contact the notice gives: a name that outlives any wording, and
/// the sentence.
pub fn contacts(notice: &Notice, lang: Lang) -> Vec<(String, String)> {
    let of = &notice.controller;
    let own = [
        ("business-id", of.business_id.clone()),
        ("address", there(&of.address, lang)),
        ("email", of.email.clone()),
        ("phone", of.phone.clone()),
    ];
    let mut all = said("controller", own, lang);
    for (who, contact) in [("officer", &notice.officer), ("contact", &notice.contact)] {
        all.extend(contact.iter().flat_map(|contact| said(who, ways(contact, lang), lang)));
    }
    all
}

fn ways(contact: &Contact, lang: Lang) -> [(&'static str, Option<String>); 3] {
    [
        ("address", there(&contact.address, lang)),
        ("email", contact.email.clone()),
        ("phone", contact.phone.clone()),
    ]
}

fn there(said: &Text, lang: Lang) -> Option<String> {
    Some(text(said, lang).to_owned()).filter(|said| !said.is_empty())
}

fn said<const N: usize>(
    who: &str,
    ways: [(&'static str, Option<String>); N],
    lang: Lang,
) -> Vec<(String, String)> {
    let sentence = |what: &str, value: String| {
        let args = [
            ("who", Arg::from(say(lang, &format!("term-{who}"), &[]))),
            ("what", Arg::from(say(lang, &format!("term-{what}"), &[]))),
            ("value", Arg::from(value)),
        ];
        say(lang, "contact-reached", &args)
    };
    let given = ways.into_iter().filter_map(|(what, value)| Some((what, value?)));
    given.map(|(what, value)| (format!("{who}.{what}"), sentence(what, value))).collect()
}

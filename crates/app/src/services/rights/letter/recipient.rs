//! What whoever received data is told when these change (Art. 19): which disclosures it is about, by
//! day and mark, and which fields, but nothing of what they contain.

use seloste_kernel::{Exit, Lang};
use seloste_notice::model::Notice;
use seloste_register::Opened;

use super::super::telling::{disclosed, items};
use super::paper::{Block, Paper};
use crate::words::{date, say, say_with};

/// The letter of a task, in this language.
pub fn recipient(notice: &Notice, task: &Opened, lang: Lang) -> Paper {
    let change = task.text("change", Exit::Page);
    let controller = &notice.controller;
    let mut blocks = vec![
        Block::Text(task.text("recipient", Exit::Page).to_owned()),
        Block::Text(say_with(
            lang,
            &format!("telling-says-{change}"),
            &[("date", date(lang, task.created))],
        )),
        Block::Heading(say(lang, "telling-says-disclosed")),
    ];
    blocks.extend(disclosed(task).into_iter().map(|(at, mark)| {
        let args = [("date", date(lang, at)), ("mark", mark)];
        Block::Item(say_with(lang, "telling-says-one", &args))
    }));
    let labels = items(notice, task, lang);
    if !labels.is_empty() {
        blocks.push(Block::Heading(say(lang, "telling-says-items")));
        blocks.extend(labels.into_iter().map(Block::Item));
    }
    blocks.push(Block::Heading(say(lang, "telling-says-ask")));
    blocks.push(Block::Text(say(lang, &format!("telling-says-ask-{change}"))));
    blocks.push(Block::Text(say(lang, "telling-says-law")));
    let known = [Some(&controller.name), controller.email.as_ref(), controller.phone.as_ref()];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    blocks.push(Block::Text(known.join(", ")));
    Paper { title: say(lang, "telling-says-title"), blocks }
}

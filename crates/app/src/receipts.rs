//! Receipts: shown when something has come, and for a while again to whoever reloads that page. Until
//! then a code is in memory, and after that nowhere: only its digest is stored.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::SignedDuration;
use maud::{Markup, html};
use seloste_kernel::{Exit, Sensitive, Timestamp};
use seloste_register::Collected;
use seloste_web::components::code_display;
use seloste_web::{CommandId, Ctx};

use crate::consents::Kept;
use crate::output::hex;

/// So long a reload shows the same code.
const SHOWN_MINUTES: i64 = 10;
/// So many are remembered at once; of more, the oldest is forgotten.
const REMEMBERED_MAX: usize = 1_000;
/// The script that copies the code; without it the code is selected by one click.
const SCRIPT: &str = "copy.js";

/// What a receipt says.
#[derive(Clone)]
pub struct Receipt {
    /// The form that was sent.
    form: &'static str,
    /// The receipt code, unless its owner had one.
    pub code: Option<Sensitive<String>>,
    /// The number of what came.
    pub number: Option<i64>,
    /// Whether something was masked in it.
    pub masked: bool,
    /// When it came.
    pub sent: Timestamp,
    /// When it goes, or is answered.
    pub due: Option<Timestamp>,
    /// The consents that came with it.
    pub consents: Option<Kept>,
    /// What follows, by the keys of the texts.
    pub says: Vec<&'static str>,
}

impl Receipt {
    /// The receipt of what has come by this form just now.
    pub fn new(
        form: &'static str,
        collected: &Collected,
        sent: Timestamp,
        due: Option<Timestamp>,
    ) -> Self {
        let (code, number) = (collected.receipt.clone(), collected.number);
        Self {
            form,
            code,
            number,
            masked: collected.masked > 0,
            sent,
            due,
            consents: None,
            says: Vec::new(),
        }
    }

    /// Saying what follows.
    pub fn saying(self, says: Vec<&'static str>) -> Self {
        Self { says, ..self }
    }

    /// With the receipts of the consents that came with it.
    pub fn with_consents(self, kept: Kept) -> Self {
        let consents = Some(kept).filter(|kept| !kept.receipts.is_empty());
        Self { consents, ..self }
    }

    /// The code with what one can do with it; `label` says whose it is.
    pub fn code(&self, ctx: &Ctx, label: &str) -> Markup {
        let code = self.code.as_ref().map(|code| code.expose(Exit::Page).as_str());
        let keep = ctx.say_with("receipt-keep", &[("minutes", SHOWN_MINUTES.into())]);
        html! {
            (code_display(label, code.unwrap_or_default()))
            (copy_button(ctx, "receipt-copy"))
            p { strong { (keep) } }
        }
    }
}

/// Receipts shown lately, by the submission that made them.
#[derive(Default)]
pub struct Receipts(Mutex<BTreeMap<(Timestamp, [u8; 16]), Receipt>>);

impl Receipts {
    /// Remembers a receipt for a while.
    pub fn keep(&self, command: CommandId, receipt: Receipt) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut known, receipt.sent);
        known.insert((receipt.sent, command.0), receipt);
        while known.len() > REMEMBERED_MAX {
            known.pop_first();
        }
    }

    /// The receipt of a submission of this form, while it is remembered.
    pub fn again(&self, form: &str, command: CommandId, now: Timestamp) -> Option<Receipt> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut known, now);
        let mut of_form = known.iter().filter(|(_, receipt)| receipt.form == form);
        of_form.find(|((_, id), _)| *id == command.0).map(|(_, receipt)| receipt.clone())
    }

    /// Forgets what has been remembered long enough.
    pub fn forget(&self, now: Timestamp) {
        forget(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner), now);
    }
}

fn forget(known: &mut BTreeMap<(Timestamp, [u8; 16]), Receipt>, now: Timestamp) {
    let shown = SignedDuration::from_mins(SHOWN_MINUTES);
    known.retain(|(sent, _), _| now.duration_since(*sent).abs() <= shown);
}

/// The page of a receipt. Its address holds the number of the submission, which only its sender
/// knows and which opens nothing once the receipt is forgotten.
pub fn at(path: &str, command: CommandId) -> String {
    format!("{path}/kuitti/{}", hex(&command.0))
}

/// The submission that such an address names.
pub fn named(text: &str) -> Option<CommandId> {
    let number = Some(text).filter(|text| text.len() == 32 && !text.starts_with('+'))?;
    u128::from_str_radix(number, 16).ok().map(|number| CommandId(number.to_be_bytes()))
}

/// Static files of these pages: name, media type, content.
pub fn asset() -> (&'static str, &'static str, Vec<u8>) {
    let script = include_bytes!("../assets/copy.js").to_vec();
    (SCRIPT, "text/javascript; charset=utf-8", script)
}

/// Hidden until the script has found that it can copy.
pub fn copy_button(ctx: &Ctx, key: &str) -> Markup {
    html! {
        p.copy data-copy hidden role="status" {
            button.button.quiet-button type="button" data-done=(ctx.say("receipt-copied")) {
                (ctx.say(key))
            }
        }
        script src=(ctx.kit.asset(SCRIPT)) defer {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_submission_and_nothing_else_names_one() {
        let command = CommandId(*b"0123456789abcdef");
        let address = at("/pyynto", command);
        assert_eq!(address.strip_prefix("/pyynto/kuitti/").and_then(named), Some(command));
        for wrong in ["", "0", "+0000000000000000000000000000000", "g".repeat(32).as_str()] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }
}

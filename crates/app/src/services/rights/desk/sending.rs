//! How whoever asked gets a letter, as staff are told before it goes and after. Without a relay
//! the program sends nothing: then somebody sends it, where anybody can.

use std::sync::Arc;

use maud::{Markup, html};
use seloste_kernel::{Exit, Fault};
use seloste_register::Opened;
use seloste_web::Ctx;
use seloste_web::components::{Tone, note};

use super::super::decision::Prepared;
use super::super::requests;
use super::super::slip::{self, Behind};
use crate::app::App;

/// How a letter is sent, in words.
pub struct Sending {
    says: &'static str,
    /// The address for mail to which somebody must send it by themselves.
    address: Option<String>,
    /// Whether nobody gets it unless somebody does something about it.
    waits: bool,
}

impl Sending {
    /// That of a decision's letter.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn decided(
        app: &Arc<App>,
        request: &Opened,
        prepared: &Prepared,
    ) -> Result<Self, Fault> {
        Self::of(app, request, (prepared.by_mail, slip::behind(app, request).await?)).await
    }

    /// That of a letter which goes by mail or does not, and is shown by this code.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(
        app: &Arc<App>,
        request: &Opened,
        (by_mail, behind): (bool, Behind),
    ) -> Result<Self, Fault> {
        Ok(match (by_mail, behind) {
            (true, Behind::Own | Behind::Request) => Self::plain("case-preview-mail"),
            (true, Behind::Data) => Self::plain("case-preview-mail-data"),
            (true, Behind::Nothing) => Self::plain("case-preview-mail-only"),
            (false, Behind::Own | Behind::Request) => Self::plain("case-preview-code"),
            (false, Behind::Data) => Self::plain("case-preview-data"),
            (false, Behind::Nothing) => Self::by_hand(app, request).await?,
        })
    }

    /// That of an erasure's.
    pub fn erased(prepared: &Prepared) -> Self {
        Self::plain(if prepared.leaves { "case-preview-leaves" } else { "case-preview-paper" })
    }

    fn plain(says: &'static str) -> Self {
        Self { says, address: None, waits: false }
    }

    /// Nothing of the program's brings it to anybody. An address that was typed into a request which has
    /// been matched with somebody is perhaps not theirs.
    async fn by_hand(app: &Arc<App>, request: &Opened) -> Result<Self, Fault> {
        let contact = request.fields.get("contact");
        let theirs = requests::goes_to_contact(app, request).await?;
        let typed = contact.map(|contact| contact.expose(Exit::Page).trim().to_owned());
        let mail = contact.is_some_and(requests::is_mail);
        let (says, address) = match typed.filter(|typed| !typed.is_empty()) {
            None => ("case-preview-nobody", None),
            Some(_) if !theirs => ("case-preview-not-theirs", None),
            Some(typed) if mail => ("case-preview-own-mail", Some(typed)),
            Some(_) => ("case-preview-post", None),
        };
        Ok(Self { says, address, waits: true })
    }

    /// Before the letter goes.
    pub fn says(&self, ctx: &Ctx) -> String {
        let address = self.address.clone().unwrap_or_default();
        ctx.say_with(self.says, &[("address", address.into())])
    }

    /// After the decision.
    pub fn told(&self, ctx: &Ctx) -> Markup {
        match self.says {
            _ if self.waits => {
                let title = ctx.say("case-sent-by-hand");
                note(Tone::Warning, &title, html! { p { (self.says(ctx)) } })
            }
            says if says.starts_with("case-preview-mail") => {
                note(Tone::Good, &ctx.say("rights-answer-sent"), html! {})
            }
            "case-preview-code" => note(Tone::Good, &ctx.say("rights-answer-by-hand"), html! {}),
            says => note(Tone::Good, &ctx.say(says), html! {}),
        }
    }
}

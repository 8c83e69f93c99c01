//! Who has looked at somebody's data, in words: on the own page, in its copy and at the desk.

use seloste_notice::model::Notice;
use seloste_web::Ctx;

use crate::sentences::text;

/// A role as the notice tells it; staff are never named here (C-579/21).
pub fn role(ctx: &Ctx, notice: &Notice, role: &str) -> String {
    match role {
        "visitor" | "person" => ctx.say("rights-role-self"),
        "operator" => ctx.say("rights-role-operator"),
        job if job.starts_with("job:") => ctx.say("rights-role-program"),
        role => {
            notice.role(role).map_or_else(|| role.to_owned(), |known| text(&known.text, ctx.lang))
        }
    }
}

/// What was done, in a word.
pub fn action(ctx: &Ctx, action: &str) -> String {
    ctx.say(match action {
        "collect" => "rights-did-collect",
        "read" | "search" => "rights-did-read",
        "answer" => "rights-did-answer",
        "classify" => "rights-did-classify",
        "amend" => "rights-did-amend",
        "export" => "rights-did-export",
        "disclose" => "rights-did-disclose",
        "decide-requests" | "decided" => "rights-did-decide",
        "erase" => "rights-did-erase",
        "restrict" | "end-restriction" => "rights-did-restrict",
        "hold" => "rights-did-hold",
        "release-hold" => "rights-did-release",
        "withdraw-consent" => "rights-did-withdraw",
        _ => "rights-did-other",
    })
}

/// The purpose, in the notice's words.
pub fn purpose(ctx: &Ctx, notice: &Notice, name: &str) -> String {
    let known = notice.purpose(name).map(|purpose| text(&purpose.text, ctx.lang));
    known.unwrap_or_else(|| name.to_owned())
}

//! Passkeys (WebAuthn level 3): a key in a device or a password manager that signs for this site
//! only. It proves possession and, by demanding user verification, the person: both factors at
//! once.

use seloste_kernel::{Exit, Fault, FaultKind, PersonId, Sensitive, Timestamp};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyRegistration,
    PublicKeyCredential, RegisterPublicKeyCredential, RequestChallengeResponse, Url, Uuid,
    Webauthn, WebauthnBuilder,
};

/// Passkeys that one account may have.
pub const PASSKEYS_MAX: usize = 10;
/// Characters of the name of a passkey.
pub const NAME_CHARS_MAX: usize = 60;

/// One passkey of an account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stored {
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub added: Timestamp,
    key: Passkey,
}

/// The passkeys in an account's field.
///
/// # Errors
/// Internal when the field does not hold passkeys.
pub fn read(field: Option<&Sensitive<String>>) -> Result<Vec<Stored>, Fault> {
    match field {
        Some(text) => serde_json::from_str(text.expose(Exit::Decision)).map_err(Fault::internal),
        None => Ok(Vec::new()),
    }
}

/// The field that holds these passkeys; empty when there are none.
///
/// # Errors
/// Never for passkeys that [`read`] gave.
pub fn write(keys: &[Stored]) -> Result<Sensitive<String>, Fault> {
    if keys.is_empty() {
        return Ok(Sensitive::new(String::new()));
    }
    serde_json::to_string(keys).map(Sensitive::new).map_err(Fault::internal)
}

/// The site as browsers know it; `None` where passkeys cannot be used: they are bound to a name,
/// so an address of numbers has none.
pub fn site(base: &str, name: &str) -> Option<Webauthn> {
    let origin = Url::parse(base).ok()?;
    let host = origin.domain()?.to_owned();
    WebauthnBuilder::new(&host, &origin).ok()?.rp_name(name).build().ok()
}

/// A challenge to make a new passkey: for the browser, and for [`finish`].
///
/// # Errors
/// Internal when the library refuses.
pub fn begin(
    site: &Webauthn,
    person: PersonId,
    (username, name): (&str, &str),
    known: &[Stored],
) -> Result<(CreationChallengeResponse, PasskeyRegistration), Fault> {
    let others = known.iter().map(|stored| stored.key.cred_id().clone()).collect();
    let uuid = Uuid::from_bytes(*person.as_bytes());
    site.start_passkey_registration(uuid, username, name, Some(others)).map_err(Fault::internal)
}

/// The new passkey, when the browser's answer fits the challenge.
pub fn finish(
    site: &Webauthn,
    challenge: &PasskeyRegistration,
    answer: &str,
    (name, now): (&str, Timestamp),
) -> Option<Stored> {
    let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
    let key = site.finish_passkey_registration(&answer, challenge).ok()?;
    Some(Stored { name: name.to_owned(), added: now, key })
}

/// A challenge that any passkey of this site can answer, so that nobody need say first who they
/// are.
///
/// # Errors
/// Internal when the library refuses.
pub fn ask(
    site: &Webauthn,
) -> Result<(RequestChallengeResponse, DiscoverableAuthentication), Fault> {
    site.start_discoverable_authentication().map_err(Fault::internal)
}

/// A browser's answer to [`ask`], and whose it claims to be.
pub struct Claim {
    /// Whose passkey it claims to be.
    pub person: PersonId,
    answer: PublicKeyCredential,
}

/// Reads an answer; nothing of it is proved yet.
pub fn claim(site: &Webauthn, answer: &str) -> Option<Claim> {
    let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
    let (uuid, _) = site.identify_discoverable_authentication(&answer).ok()?;
    Some(Claim { person: PersonId::from_bytes(*uuid.as_bytes()), answer })
}

/// Whether one of the account's passkeys gave the answer. The keys are brought up to date; says
/// in the second place whether that changed them.
///
/// # Errors
/// `Forbidden` when it was none of them, or a copied one.
pub fn prove(
    site: &Webauthn,
    challenge: DiscoverableAuthentication,
    claim: &Claim,
    keys: &mut [Stored],
) -> Result<bool, Fault> {
    let refused = || Fault::new(FaultKind::Forbidden, "fault-passkey");
    let own: Vec<_> = keys.iter().map(|stored| (&stored.key).into()).collect();
    #[expect(deprecated, reason = "the newer call wants one credential picked out by its raw id")]
    let proof = site
        .finish_discoverable_authentication(&claim.answer, challenge, &own)
        .map_err(|error| refused().because(error))?;
    if !proof.user_verified() {
        return Err(refused());
    }
    Ok(keys.iter_mut().any(|stored| stored.key.update_credential(&proof) == Some(true)))
}

//! A passkey in software: what a browser and its authenticator do (WebAuthn level 3), written
//! down byte by byte, so that the server is not checked with its own library.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use super::page::Page;

/// The person was there, and was recognised by the device.
const PRESENT_AND_VERIFIED: u8 = 0x05;
/// A new key follows.
const KEY_FOLLOWS: u8 = 0x40;

/// One device with one key.
pub struct Authenticator {
    key: EcdsaKeyPair,
    id: [u8; 16],
}

impl Authenticator {
    /// A device with this number.
    pub fn new(number: u8) -> Self {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        Self { key, id: [number; 16] }
    }

    /// Answers the page's form for a new passkey; the fields to send.
    pub fn create(&self, page: &Page) -> Vec<(&'static str, String)> {
        let (form, options) = asked(page, "create");
        let mut data = self.about(options["rp"]["id"].as_str().unwrap(), KEY_FOLLOWS);
        // No make of authenticator is told.
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&[0, 16]);
        data.extend_from_slice(&self.id);
        data.extend_from_slice(&self.cose());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend_from_slice(&data);
        let client = client_data(page, "webauthn.create", &options);
        let response = json!({
            "attestationObject": coded(&object),
            "clientDataJSON": coded(&client),
            "transports": ["internal"],
        });
        self.fields(form, &response)
    }

    /// Whom a page's form for a new passkey names.
    pub fn user(&self, page: &Page) -> String {
        asked(page, "create").1["user"]["id"].as_str().unwrap().to_owned()
    }

    /// Answers the page's form for signing in as this user; the fields to send.
    pub fn get(&self, page: &Page, user: &str) -> Vec<(&'static str, String)> {
        let (form, options) = asked(page, "get");
        let data = self.about(options["rpId"].as_str().unwrap(), 0);
        let client = client_data(page, "webauthn.get", &options);
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "authenticatorData": coded(&data),
            "clientDataJSON": coded(&client),
            "signature": coded(signature.as_ref()),
            "userHandle": user,
        });
        self.fields(form, &response)
    }

    fn fields(&self, form: [String; 2], response: &Value) -> Vec<(&'static str, String)> {
        let [token, challenge] = form;
        let answer = json!({
            "id": coded(&self.id),
            "rawId": coded(&self.id),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        });
        vec![("_token", token), ("challenge", challenge), ("answer", answer.to_string())]
    }

    /// Site, flags and a counter that stays at nought, as in keys that are copied between devices.
    fn about(&self, site: &str, flags: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, site.as_bytes()).as_ref().to_vec();
        data.push(PRESENT_AND_VERIFIED | flags);
        data.extend_from_slice(&[0; 4]);
        data
    }

    /// The public key in COSE form: EC2, ES256, P-256, x, y.
    fn cose(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let mut cose = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        cose.extend_from_slice(&point[1..33]);
        cose.extend_from_slice(&[0x22, 0x58, 0x20]);
        cose.extend_from_slice(&point[33..65]);
        cose
    }
}

/// The form's token and challenge, and the options for the browser.
fn asked(page: &Page, way: &str) -> ([String; 2], Value) {
    let form = format!("form[data-passkey={way}]");
    let hidden =
        |name: &str| page.attributes(&format!("{form} input[name={name}]"), "value").remove(0);
    let options = page.attributes(&form, "data-options").remove(0);
    ([hidden("_token"), hidden("challenge")], serde_json::from_str(&options).unwrap())
}

fn client_data(page: &Page, way: &str, options: &Value) -> Vec<u8> {
    let origin = page.url.origin().ascii_serialization();
    let challenge = &options["challenge"];
    json!({ "type": way, "challenge": challenge, "origin": origin, "crossOrigin": false })
        .to_string()
        .into_bytes()
}

fn coded(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

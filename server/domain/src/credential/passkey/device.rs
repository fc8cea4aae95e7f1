//! A device that keeps a passkey, in software.

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use passki::Passki;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A device at the site `http://localhost:3000`. Each field can be bent for an attack.
pub(super) struct Device {
    pub(super) key: SigningKey,
    pub(super) id: Vec<u8>,
    pub(super) user: Vec<u8>,
    pub(super) counter: u32,
    pub(super) flags: u8,
    pub(super) host: &'static str,
    pub(super) origin: &'static str,
    pub(super) cross_origin: bool,
}

/// The person was there, and proved it with a PIN or a finger.
pub(super) const PRESENT_AND_VERIFIED: u8 = 0x05;

impl Device {
    /// A device without a passkey yet.
    pub(super) fn new(seed: u8) -> Self {
        Self {
            key: SigningKey::from_slice(&[seed; 32]).unwrap(),
            id: vec![seed; 16],
            user: Vec::new(),
            counter: 0,
            flags: PRESENT_AND_VERIFIED,
            host: "localhost",
            origin: "http://localhost:3000",
            cross_origin: false,
        }
    }

    /// What `navigator.credentials.create()` answers.
    pub(super) fn create(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        self.user = Passki::base64_decode(options["user"]["id"].as_str().unwrap()).unwrap();
        let client = self.client("webauthn.create", &options);
        let mut data = self.header(0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.cose());
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        let response = json!({ "clientDataJSON": encode(&client), "attestationObject": encode(&object), "transports": ["internal"] });
        json!({ "id": encode(&self.id), "rawId": encode(&self.id), "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }

    /// What `navigator.credentials.get()` answers.
    pub(super) fn get(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let client = self.client("webauthn.get", &options);
        let data = self.header(0);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "clientDataJSON": encode(&client),
            "authenticatorData": encode(&data),
            "signature": encode(signature.to_der().as_bytes()),
            "userHandle": if self.user.is_empty() { Value::Null } else { encode(&self.user).into() },
        });
        json!({ "id": encode(&self.id), "rawId": encode(&self.id), "type": "public-key", "response": response, "clientExtensionResults": {} })
            .to_string()
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let challenge = &options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": self.cross_origin })
            .to_string()
            .into_bytes()
    }

    fn header(&self, more: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host).to_vec();
        data.push(self.flags | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn cose(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        key.extend(&point.as_bytes()[1..33]);
        key.extend(b"\x22\x58\x20");
        key.extend(&point.as_bytes()[33..]);
        key
    }
}

fn encode(bytes: &[u8]) -> String {
    Passki::base64_encode(bytes)
}

//! The installation's secret key: what it seals can be read back by this installation only.
//!
//! Every use has a key of its own, drawn from the one in the file, so that what is sealed for one purpose opens for no other.

mod file;
#[cfg(test)]
mod tests;

use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce, aead::Aead as _};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Bytes of the random number that goes before what is sealed: long enough to be drawn at random for ever.
const NONCE: usize = 24;

/// The installation's secret key. Cheap to clone; nothing prints it.
#[derive(Clone)]
pub struct Keys(Arc<[u8; 32]>);

/// What a key is for. A name is part of the key: changing it makes what was sealed under it unreadable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Secrets of second factors that the server must know in plain.
    SecondFactor,
    /// Passkey and identity-provider exchanges under way.
    Ceremony,
    /// Addresses by which failed sign-ins are counted.
    Throttle,
    /// The newest row of an audit chain.
    AuditHead,
    /// Letters that wait to be sent.
    Mail,
    /// Where a page of the feed ended.
    Feed,
    /// Links to files.
    FileLink,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::SecondFactor => "second factor",
            Self::Ceremony => "ceremony",
            Self::Throttle => "throttle",
            Self::AuditHead => "audit head",
            Self::Mail => "mail",
            Self::Feed => "feed",
            Self::FileLink => "file link",
        }
    }
}

/// Why the secret key, or what was sealed with it, cannot be used. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("the secret key {} cannot be read or made: {error}", path.display())]
    File {
        /// Where it is.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// Others on the machine may read or write it.
    #[error("the secret key {path} is open to others (mode {mode:04o}); close it with `chmod 600 {path}`", path = path.display())]
    Open {
        /// Where it is.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
    /// It is not a key.
    #[error(
        "the secret key {} has {bytes} bytes instead of 32; put it back from a backup. Without one, remove it: a new key is \
         made at the next start, and people set up their authenticator apps anew",
        path.display()
    )]
    Damaged {
        /// Where it is.
        path: PathBuf,
        /// How long it is.
        bytes: usize,
    },
    /// Something was sealed with another key, for another purpose, or changed since.
    #[error(
        "what is stored was sealed with another secret key, or changed; put back the secret.key that goes with this database"
    )]
    Sealed,
    /// The machine has no randomness to give.
    #[error("the machine gives no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

impl Keys {
    /// Opens `secret.key` in the data directory; the first start makes it.
    ///
    /// # Errors
    /// [`KeyError`] when it cannot be read or made, others may read it, or it is no key.
    pub fn open(data: &Path) -> Result<Self, KeyError> {
        file::open(&data.join("secret.key")).map(|key| Self(Arc::new(key)))
    }

    /// Encrypts a secret that will be needed in plain again.
    ///
    /// # Errors
    /// [`KeyError::Random`] when the machine has no randomness to give.
    pub fn seal(&self, purpose: Purpose, plain: &[u8]) -> Result<Vec<u8>, KeyError> {
        let mut sealed = vec![0; NONCE];
        getrandom::fill(&mut sealed)?;
        let nonce = XNonce::try_from(sealed.as_slice()).map_err(|_| KeyError::Sealed)?;
        sealed.append(&mut self.cipher(purpose).encrypt(&nonce, plain).map_err(|_| KeyError::Sealed)?);
        Ok(sealed)
    }

    /// Decrypts what [`Keys::seal`] made for the same purpose.
    ///
    /// # Errors
    /// [`KeyError::Sealed`] when it was sealed with another key, for another purpose, or changed since.
    pub fn unseal(&self, purpose: Purpose, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
        let (nonce, secret) = sealed.split_at_checked(NONCE).ok_or(KeyError::Sealed)?;
        let nonce = XNonce::try_from(nonce).map_err(|_| KeyError::Sealed)?;
        self.cipher(purpose).decrypt(&nonce, secret).map_err(|_| KeyError::Sealed)
    }

    /// A keyed hash: the same bytes give the same, and nobody without the key can tell which bytes they were.
    #[must_use]
    pub fn mac(&self, purpose: Purpose, bytes: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new(&self.derive::<64>("mac", purpose).into());
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }

    /// The beginning of what [`Self::mac`] makes, as 32 digits: what stands in an address and says that this installation wrote it.
    #[must_use]
    pub fn signature(&self, purpose: Purpose, bytes: &[u8]) -> String {
        let short = self.mac(purpose, bytes).first_chunk().map_or(0, |short| u128::from_be_bytes(*short));
        format!("{short:032x}")
    }

    /// Whether a text is [`Self::signature`] of the same: how long it takes tells nothing.
    #[must_use]
    pub fn signed(&self, purpose: Purpose, bytes: &[u8], signature: &str) -> bool {
        let Ok(short) = u128::from_str_radix(signature, 16) else { return false };
        let mut mac = Hmac::<Sha256>::new(&self.derive::<64>("mac", purpose).into());
        mac.update(bytes);
        mac.verify_truncated_left(&short.to_be_bytes()).is_ok()
    }

    fn cipher(&self, purpose: Purpose) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derive::<32>("seal", purpose).into())
    }

    fn derive<const BYTES: usize>(&self, way: &str, purpose: Purpose) -> [u8; BYTES] {
        let mut key = [0; BYTES];
        let info = [way.as_bytes(), b" ", purpose.name().as_bytes()];
        Hkdf::<Sha256>::new(None, &*self.0).expand_multi_info(&info, &mut key).expect("HKDF gives up to 8,160 bytes");
        key
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

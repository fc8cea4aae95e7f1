//! Random secrets that are shown once and stored only as a hash.

use sha2::{Digest, Sha256};
use std::fmt::{self, Write as _};

/// A secret of 256 random bits. Its text goes to one person; the database keeps the hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// An I/O error when the machine has no randomness to give.
    pub fn new() -> std::io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
        let mut text = String::with_capacity(64);
        for byte in bytes {
            // Hexadecimal: safe in a link, a cookie and a header.
            write!(text, "{byte:02x}").map_err(std::io::Error::other)?;
        }
        Ok(Self(text))
    }

    /// A secret written another way.
    pub(crate) const fn of(text: String) -> Self {
        Self(text)
    }

    /// The text, for a link or a cookie.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is stored and looked up.
    #[must_use]
    pub fn hash(text: &str) -> Vec<u8> {
        Sha256::digest(text.as_bytes()).to_vec()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

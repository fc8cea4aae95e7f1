//! Where a database is.

use std::{fmt, path::PathBuf};

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file.
    File(PathBuf),
    /// A PostgreSQL database, as `postgres://user:password@host/name`.
    Postgres(String),
}

impl Address {
    /// Reads `sqlite:/path/to/file.db` or `postgres://…`.
    ///
    /// # Errors
    /// A sentence that names the scheme and nothing else: the rest may hold a password.
    pub fn parse(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        let file = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"));
        file.filter(|file| !file.is_empty()).map(|file| Self::File(file.into())).ok_or_else(|| {
            let scheme = url.split(':').next().unwrap_or_default();
            format!(
                "`{scheme}:` is no database of this program: write sqlite:/path/to/file.db or postgres://user@host/name"
            )
        })
    }
}

/// Without the password.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(file) => file.fmt(f),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart_and_never_show_a_password() {
        assert_eq!(Address::parse("sqlite:/x/y.db"), Ok(Address::File("/x/y.db".into())));
        assert_eq!(Address::parse("sqlite://y.db"), Ok(Address::File("y.db".into())));
        let postgres = Address::parse("postgres://me:secret@host/db").unwrap();
        assert!(!format!("{postgres:?}").contains("secret"));
        let refused = Address::parse("mysql://me:secret@host/db").unwrap_err();
        assert!(refused.contains("mysql:") && !refused.contains("secret"), "{refused}");
    }
}

//! Sign-in by an identity provider.

use clap::Args;
use domain::oidc::{Provider, Settings};
use std::{env, error::Error, fs, path::PathBuf};

/// The address that the provider sends browsers back to: what is registered there.
pub(crate) const CALLBACK: &str = "/sign-in/oidc/callback";

/// The variable with the client's secret, which is no argument: arguments show in process lists.
const SECRET: &str = "SEATSCOPE_OIDC_SECRET";

/// The provider, with this program as its client.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Sign-in by an OpenID Connect provider")]
#[expect(clippy::struct_field_names, reason = "the flags are named after the fields")]
pub(crate) struct Oidc {
    /// The provider's address, exactly as its metadata names it: `https://login.microsoftonline.com/TENANT/v2.0`. Register
    /// the address of this server with `/sign-in/oidc/callback` there.
    #[arg(long, env = "SEATSCOPE_OIDC_ISSUER", value_name = "URL", requires = "oidc_client")]
    oidc_issuer: Option<String>,
    /// The id that the provider has given to this program.
    #[arg(long, env = "SEATSCOPE_OIDC_CLIENT", value_name = "ID", requires = "oidc_issuer")]
    oidc_client: Option<String>,
    /// The file with the secret that belongs to it. Without it, the variable `SEATSCOPE_OIDC_SECRET` holds the secret itself.
    #[arg(long, env = "SEATSCOPE_OIDC_SECRET_FILE", value_name = "FILE")]
    oidc_secret_file: Option<PathBuf>,
    /// What the button calls the provider.
    #[arg(long, env = "SEATSCOPE_OIDC_NAME", value_name = "NAME", default_value = "OpenID Connect")]
    oidc_name: String,
    /// Scopes to ask for beside `openid`.
    #[arg(long, env = "SEATSCOPE_OIDC_SCOPES", value_name = "SCOPE", value_delimiter = ' ')]
    oidc_scopes: Vec<String>,
    /// The claim that lists a person's groups, often `groups`. Accounts that map groups to roles need it.
    #[arg(long, env = "SEATSCOPE_OIDC_GROUPS", value_name = "CLAIM")]
    oidc_groups: Option<String>,
    /// The value of the claim `acr` that says that a person gave a second factor, where `amr` does not say so.
    #[arg(long, env = "SEATSCOPE_OIDC_ACR", value_name = "VALUE")]
    oidc_acr: Option<String>,
}

impl Oidc {
    /// The provider, where there is one, for a server that browsers know by `origin`.
    ///
    /// # Errors
    /// When there is no secret, or an address makes no sense.
    pub(crate) fn provider(&self, origin: &str) -> Result<Option<Provider>, Box<dyn Error>> {
        let (Some(issuer), Some(client)) = (&self.oidc_issuer, &self.oidc_client) else { return Ok(None) };
        Ok(Some(Provider::new(Settings {
            name: self.oidc_name.clone(),
            issuer: issuer.clone(),
            client_id: client.clone(),
            client_secret: self.secret()?,
            scopes: self.oidc_scopes.clone(),
            groups: self.oidc_groups.clone(),
            second_factor: self.oidc_acr.clone(),
            redirect: format!("{origin}{CALLBACK}"),
        })?))
    }

    fn secret(&self) -> Result<String, String> {
        let secret = match &self.oidc_secret_file {
            Some(path) => fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?,
            None => env::var(SECRET).map_err(|_| {
                format!("the identity provider's client secret is missing: name its file with --oidc-secret-file, or set {SECRET}")
            })?,
        };
        let secret = secret.trim();
        if secret.is_empty() {
            Err("the identity provider's client secret is empty".into())
        } else {
            Ok(secret.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn oidc(secret: Option<&str>) -> (tempfile::TempDir, Oidc) {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("secret");
        if let Some(secret) = secret {
            fs::write(&file, secret).unwrap();
        }
        let oidc = Oidc {
            oidc_issuer: Some("https://login.example/tenant/v2.0".into()),
            oidc_client: Some("seatscope".into()),
            oidc_secret_file: Some(file),
            oidc_name: "Entra ID".into(),
            ..Oidc::default()
        };
        (dir, oidc)
    }

    #[test]
    fn a_provider_needs_a_secret_that_it_never_shows() {
        let (_dir, it) = oidc(Some("quite secret\n"));
        let provider = it.provider("https://seats.example").unwrap().unwrap();
        assert_eq!(provider.name(), "Entra ID");
        assert!(!format!("{provider:?}").contains("quite secret"));
        for missing in [None, Some(""), Some("\n")] {
            let (_dir, it) = oidc(missing);
            assert!(it.provider("https://seats.example").is_err(), "{missing:?}");
        }
    }

    #[test]
    fn there_need_not_be_one() {
        assert!(Oidc::default().provider("http://localhost:3000").unwrap().is_none());
    }
}

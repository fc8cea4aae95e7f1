//! The provider as the operator configured it, with what it says of itself.

use super::{
    failure::{Failure, causes, refused},
    http::{Http, is_secure},
    types::{Metadata, ProviderClient},
};
use model::ProviderFailure;
use openidconnect::{
    AuthType, ClientId, ClientSecret, IssuerUrl, RedirectUrl, TokenUrl, core::CoreClientAuthMethod, url::Url,
};
use std::sync::Arc;
use tokio::sync::Mutex;

/// How long metadata and keys are kept, in seconds.
const KEPT: i64 = 60 * 60;

/// How often the provider is asked at most, in seconds: a flood of sign-ins becomes no flood of questions.
const AGAIN: i64 = 10;

/// What the operator says of the provider.
#[derive(Clone)]
pub struct Settings {
    /// What the button calls it.
    pub name: String,
    /// Its address, exactly as its metadata and its tokens name it.
    pub issuer: String,
    /// What it calls this program.
    pub client_id: String,
    /// What this program proves that with.
    pub client_secret: String,
    /// Scopes to ask for beside `openid`.
    pub scopes: Vec<String>,
    /// The claim that lists a person's groups.
    pub groups: Option<String>,
    /// The value of the claim `acr` that says that a second factor was given.
    pub second_factor: Option<String>,
    /// Where it sends browsers back to.
    pub redirect: String,
}

/// An OpenID Connect provider. Cheap to clone; clones share what they have read.
#[derive(Clone, Debug)]
pub struct Provider(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    name: String,
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: ClientSecret,
    scopes: Vec<String>,
    groups: Option<String>,
    second_factor: Option<String>,
    redirect: RedirectUrl,
    http: Http,
    read: Mutex<Read>,
}

#[derive(Debug)]
struct Read {
    metadata: Option<Arc<Metadata>>,
    at: i64,
    tried_at: i64,
}

/// Why settings cannot be used; for the operator.
#[derive(Debug, thiserror::Error)]
pub enum BadSettings {
    /// An address cannot be read.
    #[error("{0} is not an address: {1}")]
    Address(String, openidconnect::url::ParseError),
    /// The issuer's address could be read or changed on the way.
    #[error("the issuer {0} must be https")]
    Insecure(String),
    /// The machine's certificates cannot be read.
    #[error("no requests can be made: {0}")]
    Http(#[from] reqwest::Error),
}

impl Provider {
    /// A provider that is asked for its metadata when it is first needed.
    ///
    /// # Errors
    /// [`BadSettings`] when an address makes no sense.
    pub fn new(settings: Settings) -> Result<Self, BadSettings> {
        let issuer = IssuerUrl::new(settings.issuer.clone());
        let issuer = issuer.map_err(|error| BadSettings::Address(settings.issuer, error))?;
        if !is_secure(issuer.url()) {
            return Err(BadSettings::Insecure(issuer.to_string()));
        }
        let redirect = RedirectUrl::new(settings.redirect.clone());
        let redirect = redirect.map_err(|error| BadSettings::Address(settings.redirect, error))?;
        Ok(Self(Arc::new(Inner {
            name: settings.name,
            issuer,
            client_id: ClientId::new(settings.client_id),
            client_secret: ClientSecret::new(settings.client_secret),
            scopes: settings.scopes,
            groups: settings.groups,
            second_factor: settings.second_factor,
            redirect,
            http: Http::new()?,
            read: Mutex::new(Read { metadata: None, at: 0, tried_at: i64::MIN / 2 }),
        })))
    }

    /// What the button calls it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    pub(super) fn issuer(&self) -> &IssuerUrl {
        &self.0.issuer
    }

    pub(super) fn client_id(&self) -> &ClientId {
        &self.0.client_id
    }

    pub(super) fn scopes(&self) -> &[String] {
        &self.0.scopes
    }

    /// The claim that lists a person's groups.
    pub(super) fn groups(&self) -> Option<&str> {
        self.0.groups.as_deref()
    }

    /// The value of `acr` that says that a second factor was given.
    pub(super) fn second_factor(&self) -> Option<&str> {
        self.0.second_factor.as_deref()
    }

    pub(super) fn http(&self) -> &Http {
        &self.0.http
    }

    /// What the provider says of itself, with its keys: as read in the last hour.
    pub(super) async fn metadata(&self, now: i64) -> Result<Arc<Metadata>, Failure> {
        self.read(now, KEPT).await
    }

    /// The same read anew, for a token whose key is not known; what was read a moment ago must do.
    pub(super) async fn metadata_anew(&self, now: i64) -> Result<Arc<Metadata>, Failure> {
        self.read(now, AGAIN).await
    }

    async fn read(&self, now: i64, kept: i64) -> Result<Arc<Metadata>, Failure> {
        let mut read = self.0.read.lock().await;
        if let Some(metadata) = read.metadata.as_ref().filter(|_| now - read.at < kept) {
            return Ok(metadata.clone());
        }
        if now - read.tried_at < AGAIN {
            return Err(refused(ProviderFailure::Unreachable, "asked a moment ago, in vain"));
        }
        read.tried_at = now;
        let metadata = Arc::new(self.ask().await?);
        read.metadata = Some(metadata.clone());
        read.at = now;
        Ok(metadata)
    }

    async fn ask(&self) -> Result<Metadata, Failure> {
        let asked = Metadata::discover_async(self.0.issuer.clone(), &self.0.http).await;
        let metadata = asked.map_err(|error| refused(ProviderFailure::Unreachable, causes(&error)))?;
        let token = metadata.token_endpoint().map(TokenUrl::url);
        let endpoints: Vec<&Url> = token.into_iter().chain([metadata.authorization_endpoint().url()]).collect();
        match endpoints.iter().find(|endpoint| !is_secure(endpoint)) {
            Some(endpoint) => Err(refused(ProviderFailure::Untrusted, format!("the endpoint {endpoint} is not https"))),
            None => Ok(metadata),
        }
    }

    /// The client that talks to the provider as its metadata says.
    pub(super) fn client(&self, metadata: &Metadata) -> ProviderClient {
        let (id, secret) = (self.0.client_id.clone(), self.0.client_secret.clone());
        let client = ProviderClient::from_provider_metadata(metadata.clone(), id, Some(secret));
        let methods = metadata.token_endpoint_auth_methods_supported();
        let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
        let basic = takes(CoreClientAuthMethod::ClientSecretBasic) || !takes(CoreClientAuthMethod::ClientSecretPost);
        let auth = if basic { AuthType::BasicAuth } else { AuthType::RequestBody };
        client.set_redirect_uri(self.0.redirect.clone()).set_auth_type(auth)
    }
}

//! Requests to the provider: https only, no redirects, small answers, soon or never.

use openidconnect::{
    AsyncHttpClient, HttpRequest, HttpResponse,
    http::{self, Response},
    url::{Host, Url},
};
use std::{pin::Pin, time::Duration};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How large an answer may be.
const MOST_BYTES: usize = 1 << 20;

/// The client of all requests.
#[derive(Clone, Debug)]
pub(super) struct Http(reqwest::Client);

/// Why a request brought no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum HttpError {
    #[error("{0} is neither https nor on this machine")]
    Insecure(String),
    #[error("the answer is larger than 1 MiB")]
    TooLarge,
    #[error(transparent)]
    Failed(#[from] reqwest::Error),
    #[error(transparent)]
    Malformed(#[from] http::Error),
}

impl Http {
    /// A client that trusts the certificates which the machine trusts.
    pub(super) fn new() -> Result<Self, reqwest::Error> {
        // An error says that another part of the program was first: with the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE);
        Ok(Self(client.build()?))
    }

    /// Sends a request and reads its answer.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let request = reqwest::Request::try_from(request)?;
        if !is_secure(request.url()) {
            return Err(HttpError::Insecure(request.url().to_string()));
        }
        let mut answer = self.0.execute(request).await?;
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.clone_from(answer.headers());
        }
        Ok(response.body(body)?)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Whether nobody on the way can read or change what goes there: https, or this machine itself.
pub(super) fn is_secure(url: &Url) -> bool {
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || url.scheme() == "http" && loopback
}

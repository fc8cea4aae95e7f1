//! Sign-in by an OpenID Connect provider: authorization code with PKCE, bound to the browser that began. A person is known by
//! issuer and subject, never by e-mail address, which a provider may let anybody write.

mod begin;
mod ceremony;
mod enter;
mod factors;
mod failure;
mod finish;
mod groups;
mod http;
mod identity;
mod mapping;
mod provider;
#[cfg(test)]
mod tests;
mod token;
mod types;

pub use begin::{Begun, begin};
pub use ceremony::{CEREMONY_MINUTES, Purpose};
pub use failure::Failure;
pub use finish::{Answer, Finished, finish};
pub use identity::disconnect;
pub use mapping::{mapping, set_mapping};
pub use provider::{BadSettings, Provider, Settings};

use crate::{Domain, Error};
use model::Held;

/// What the sign-in button calls the provider; nothing where the operator has none.
#[must_use]
pub fn provider_name(domain: &Domain) -> Option<String> {
    domain.provider.as_ref().map(|provider| provider.name().to_owned())
}

/// The same where it also says which groups somebody is in.
#[must_use]
pub fn provider_of_groups(domain: &Domain) -> Option<String> {
    domain.provider.as_ref().filter(|provider| provider.groups().is_some()).map(|provider| provider.name().to_owned())
}

/// The name for a person who is connected to it; nothing for others.
#[must_use]
pub fn provider_of(domain: &Domain, held: &Held) -> Option<String> {
    let provider = domain.provider.as_ref()?;
    let connected = held.identities.iter().any(|identity| identity.issuer == provider.issuer().as_str());
    connected.then(|| provider.name().to_owned())
}

fn provider(domain: &Domain) -> Result<&Provider, Error> {
    domain.provider.as_ref().ok_or(Error::NotFound)
}

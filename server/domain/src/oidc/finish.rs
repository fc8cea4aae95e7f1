//! The way back from the provider.

use super::{
    ceremony::{self, Ceremony, Purpose, Sent},
    enter,
    failure::{Failure, refused},
    identity, provider,
    provider::Provider,
    token,
};
use crate::{
    Domain,
    access::Caller,
    secret::Secret,
    session::{Browser, SignedIn},
};
use model::{
    PersonId,
    ProviderFailure::{Declined, Lost, Untrusted},
    Visitor,
};

/// What the provider sent through the browser.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Exchanged for tokens.
    pub code: Option<String>,
    /// What went out, as it came back.
    pub state: Option<String>,
    /// Who answers.
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

/// A sign-in that has ended well.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The session that takes the place of the one before; nothing where that one goes on.
    pub signed_in: Option<SignedIn>,
    /// Where the browser goes: an address of this site.
    pub back: String,
}

/// Ends a sign-in at the provider. `token` is the browser's cookie, `caller` who is signed in there already.
///
/// # Errors
/// [`Failure::Refused`] when anything about the answer is not as it should be: nobody is signed in, and the sign-in is over.
/// [`Failure::Broken`] when the caller may not, or the database fails.
pub async fn finish(
    domain: &Domain,
    token: Option<&str>,
    caller: Option<&Caller>,
    answer: &Answer,
    browser: &Browser,
) -> Result<Finished, Failure> {
    let provider = provider(domain)?;
    let token = token.ok_or_else(|| refused(Lost, "begun in another browser"))?;
    let ceremony = ceremony::take(domain, token).await?;
    let person = ceremony.person;
    let finished = finish_taken(domain, provider, Sent::from(token), ceremony, caller, answer, browser).await;
    if let (Err(Failure::Refused { what, .. }), Some(person)) = (&finished, person) {
        identity::failed(domain, person, *what, browser).await?;
    }
    finished
}

async fn finish_taken(
    domain: &Domain,
    provider: &Provider,
    sent: Sent,
    Ceremony { purpose, back, person }: Ceremony,
    caller: Option<&Caller>,
    answer: &Answer,
    browser: &Browser,
) -> Result<Finished, Failure> {
    let now = domain.clock.seconds();
    let code = code(provider, answer, &sent, now).await?;
    let vouched = token::redeem(provider, now, code, sent, purpose == Purpose::StepUp).await?;
    let signed_in = match purpose {
        Purpose::SignIn => Some(enter::sign_in(domain, provider, &vouched, browser).await?),
        Purpose::Invitation(link) => Some(enter::invited(domain, provider, &vouched, &link, browser).await?),
        Purpose::StepUp => Some(enter::step_up(domain, provider, &vouched, same(caller, person)?.1).await?),
        Purpose::Connect => {
            identity::connect(domain, provider, &vouched, same(caller, person)?.0).await?;
            None
        }
    };
    Ok(Finished { signed_in, back })
}

/// The code of an answer that belongs to the question.
async fn code<'a>(provider: &Provider, answer: &'a Answer, sent: &Sent, now: i64) -> Result<&'a str, Failure> {
    let state = answer.state.as_deref().ok_or_else(|| refused(Lost, "no state"))?;
    // Hashes, so that the time it takes tells nothing about the state.
    if Secret::hash(state) != Secret::hash(&sent.state) {
        return Err(refused(Lost, "another state"));
    }
    let named = provider.metadata(now).await?.additional_metadata().authorization_response_iss_parameter_supported;
    match &answer.iss {
        Some(issuer) if issuer != provider.issuer().as_str() => {
            return Err(refused(Untrusted, "the answer is another issuer's"));
        }
        None if named => return Err(refused(Untrusted, "the answer does not name its issuer")),
        _ => {}
    }
    if let Some(error) = &answer.error {
        return Err(refused(Declined, error.chars().filter(char::is_ascii_graphic).take(100).collect::<String>()));
    }
    answer.code.as_deref().ok_or_else(|| refused(Untrusted, "neither a code nor an error"))
}

/// Who is signed in, who must be the one who began.
fn same(caller: Option<&Caller>, person: Option<PersonId>) -> Result<(&Caller, &Visitor), Failure> {
    let same = caller.and_then(|caller| Some((caller, caller.visitor()?)));
    let same = same.filter(|(_, visitor)| Some(visitor.person) == person);
    same.ok_or_else(|| refused(Lost, "whoever began is no longer signed in"))
}

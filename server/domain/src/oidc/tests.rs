//! Sign-in by a provider that says the truth, and by one that lies.

mod fake;
mod jwt;
mod mapping;
mod right;
mod ways;
mod wrong;

use super::*;
use crate::{
    access::Caller,
    clock::Clock,
    credential,
    db::sql,
    people::{self, Added, NewPerson},
    session::{self, Browser},
    testing::TestDomain,
};
use fake::{CLIENT, Fake, SECRET};
use model::{AccountId, Identity, ProviderFailure, Role};

/// A domain whose provider is a fake.
struct Test {
    domain: TestDomain,
    fake: Fake,
}

impl Test {
    async fn new() -> Self {
        let mut domain = TestDomain::new().await;
        let fake = Fake::start(domain.clock.clone()).await;
        domain.domain.provider = Some(provider(&fake));
        Self { domain, fake }
    }

    /// With a person who is connected to the fake's `alice`, and signed in by it once.
    async fn with_alice(roles: &[Role]) -> Self {
        let test = Self::new().await;
        let invitation = test.invite("alice@f.example", roles).await;
        test.go(None, Purpose::invitation(&invitation)).await.unwrap();
        test
    }

    async fn invite(&self, email: &str, roles: &[Role]) -> String {
        self.invite_to(self.domain.account, email, roles).await
    }

    async fn invite_to(&self, account: AccountId, email: &str, roles: &[Role]) -> String {
        let new = NewPerson { email: email.into(), name: email.into(), roles: roles.to_vec() };
        match people::add(&self.domain, account, &new).await.unwrap() {
            Added::Link(link) => link.text().to_owned(),
            other => panic!("{other:?}"),
        }
    }

    /// Forgets what the provider said of itself.
    fn forget(&mut self) {
        self.domain.domain.provider = Some(provider(&self.fake));
    }

    /// To the provider and back.
    async fn go(&self, caller: Option<&Caller>, purpose: Purpose) -> Result<Finished, Failure> {
        let begun = begin(&self.domain, caller, purpose, "/back").await?;
        self.back(&begun, caller, &self.fake.authorize(&begun.address)).await
    }

    /// Back with an answer.
    async fn back(&self, begun: &Begun, caller: Option<&Caller>, answer: &Answer) -> Result<Finished, Failure> {
        finish(&self.domain, Some(begun.token.text()), caller, answer, &Browser::default()).await
    }

    /// Who is signed in now.
    async fn caller(&self, finished: &Finished) -> Caller {
        let token = finished.signed_in.as_ref().unwrap().token.text().to_owned();
        session::caller(&self.domain, &token).await.unwrap().unwrap()
    }

    async fn write(&self, statement: &'static str) {
        let mut tx = self.domain.db.write().await.unwrap();
        sql(statement).execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn demand_second_factor(&self) {
        self.write("update account set needs_second_factor = 1").await;
    }

    async fn identities(&self, caller: &Caller) -> Vec<Identity> {
        credential::held(&self.domain, caller.id().unwrap()).await.unwrap().identities
    }

    async fn audited(&self, action: &str) -> i64 {
        sql("select count(*) from audit where action = $1").bind(action).scalar(&self.domain.db).await.unwrap()
    }

    async fn sessions(&self) -> i64 {
        sql("select count(*) from session").scalar(&self.domain.db).await.unwrap()
    }
}

fn provider(fake: &Fake) -> Provider {
    Provider::new(settings(fake)).unwrap()
}

fn settings(fake: &Fake) -> Settings {
    Settings {
        name: "Entra ID".into(),
        issuer: fake.issuer.clone(),
        client_id: CLIENT.into(),
        client_secret: SECRET.into(),
        scopes: vec!["groups".into()],
        groups: Some("groups".into()),
        second_factor: Some("two".into()),
        redirect: "http://localhost:3000/sign-in/oidc/callback".into(),
    }
}

/// What a refusal tells, and why it came.
fn told(failed: Result<Finished, Failure>) -> (ProviderFailure, String) {
    match failed {
        Err(Failure::Refused { what, why }) => (what, why),
        other => panic!("{other:?}"),
    }
}

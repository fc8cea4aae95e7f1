//! People at their browsers, for tests of credentials.

use crate::{
    access::Caller,
    credential::{password::Plain, totp},
    db::sql,
    secret::Secret,
    session::{self, Browser},
    testing::TestDomain,
};
use model::{AccountId, Invalid, PersonId, Refusal, Role};
use totp_rs::{Builder, Secret as AppSecret};

/// A password that nobody would guess.
pub(super) const GOOD: &str = "five violet otters sing";

/// A browser at this network address.
pub(super) fn at(ip: &str) -> Browser {
    Browser { ip: ip.into(), agent: String::new() }
}

/// A password as typed.
pub(super) fn plain(typed: &str) -> Plain {
    Plain::new(typed)
}

/// Whether something failed because a proof was not taken, and why.
pub(super) fn refusal<T: std::fmt::Debug>(result: Result<T, crate::Error>) -> Refusal {
    match result.unwrap_err() {
        crate::Error::Invalid(Invalid::Proof(refusal)) => refusal,
        other => panic!("{other}"),
    }
}

/// A person at a browser: the secret of a session that has just begun.
pub(super) struct Seat {
    token: String,
    pub(super) person: PersonId,
    pub(super) account: AccountId,
}

impl Seat {
    /// Somebody new.
    pub(super) async fn new(test: &TestDomain, email: &str, roles: &[Role]) -> Self {
        test.person(test.account, email, roles).await;
        Self::another(test, email).await
    }

    /// Another browser of somebody.
    pub(super) async fn another(test: &TestDomain, email: &str) -> Self {
        let link = session::make(test, test.account, email).await.unwrap();
        let signed_in = session::sign_in(test, link.text(), None, &at("192.0.2.1")).await.unwrap();
        Self { token: signed_in.token.text().to_owned(), person: signed_in.person, account: test.account }
    }

    /// Who asks from there now.
    pub(super) async fn caller(&self, test: &TestDomain) -> Caller {
        self.live(test).await.expect("the session lives")
    }

    /// The same, if the session lives.
    pub(super) async fn live(&self, test: &TestDomain) -> Option<Caller> {
        session::caller(test, &self.token).await.unwrap()
    }

    /// The session gives the second factor.
    pub(super) async fn give_second_factor(&self, test: &TestDomain) {
        let mut tx = test.db.write().await.unwrap();
        sql("update session set second_factor_at = 1 where token_hash = $1")
            .bind(Secret::hash(&self.token))
            .execute(&mut tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// Sets up an authenticator app, and gives its code.
    pub(super) async fn with_app(&self, test: &TestDomain) -> App {
        let (token, setup) = totp::begin(test, &self.caller(test).await).await.unwrap();
        let app = App::of(&setup.secret);
        totp::confirm(test, &self.caller(test).await, token.text(), &app.code(test)).await.unwrap();
        self.give_second_factor(test).await;
        app
    }
}

/// An authenticator app.
pub(super) struct App(totp_rs::Totp);

impl App {
    /// With the secret as it is shown for typing in.
    pub(super) fn of(shown: &str) -> Self {
        let secret = AppSecret::try_from_base32(shown.replace(' ', "")).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    /// The code that it shows.
    pub(super) fn code(&self, test: &TestDomain) -> String {
        self.0.generate(test.clock.seconds().unsigned_abs()).to_string()
    }
}

/// Changes something behind the program's back.
pub(super) async fn write(test: &TestDomain, change: &'static str) {
    let mut tx = test.db.write().await.unwrap();
    sql(change).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

//! A throw-away domain with people in it, for tests.

use crate::{
    Domain,
    access::Caller,
    account::{self, NewAccount},
    clock::Clock,
    db::{Address, sql},
    imports::{self, Incoming, Progress},
    people::{self, Added, NewPerson},
    secret::Secret,
    session,
};
use model::{AccountId, ImportRow, PersonId, Program, Role};
use tokio::sync::watch;
use uuid::Uuid;

/// A domain in a temporary directory, at a fixed time.
pub(crate) struct TestDomain {
    pub(crate) domain: Domain,
    pub(crate) account: AccountId,
    /// What [`Db::open`](crate::db::Db::open) opened.
    pub(crate) database: Address,
    _dir: tempfile::TempDir,
}

impl std::ops::Deref for TestDomain {
    type Target = Domain;
    fn deref(&self) -> &Domain {
        &self.domain
    }
}

impl TestDomain {
    /// With one account, a direct partner with MPN id 9000001, without people. On PostgreSQL or SQLite, as
    /// [`throw_away`](crate::db::throw_away) says.
    pub(crate) async fn new() -> Self {
        Self::on(crate::db::throw_away().await).await
    }

    /// The same on SQLite, for what only SQLite has.
    pub(crate) async fn on_sqlite() -> Self {
        Self::on(None).await
    }

    async fn on(database: Option<Address>) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let clock = Clock::fixed("2026-11-15T09:00:00Z".parse().unwrap());
        let database = database.unwrap_or_else(|| Address::File(dir.path().join("seatscope.db")));
        let domain = Domain::open(dir.path(), &database, clock).await.unwrap();
        let account = add_account(&domain, "9000001", &[Program::CspDirect]).await;
        Self { domain, account, database, _dir: dir }
    }

    /// Another account.
    pub(crate) async fn account(&self, mpn_id: &str, programs: &[Program]) -> AccountId {
        add_account(self, mpn_id, programs).await
    }

    /// Takes a text in as a file.
    pub(crate) async fn import(&self, caller: &Caller, given: &str) -> ImportRow {
        let incoming = Incoming::read(self, "file.csv", &mut given.as_bytes()).unwrap();
        imports::run(self, caller, incoming, watch::channel(Progress::default()).0).await.unwrap()
    }

    /// A person who has signed in once: their caller.
    pub(crate) async fn person(&self, account: AccountId, email: &str, roles: &[Role]) -> Caller {
        let (token, _) = self.signed_in(account, email, roles).await;
        session::caller(self, token.text()).await.unwrap().unwrap()
    }

    /// A person who has signed in once: their session's secret. They get their roles whoever else holds them.
    pub(crate) async fn signed_in(&self, account: AccountId, email: &str, roles: &[Role]) -> (Secret, PersonId) {
        let new = NewPerson { email: email.into(), name: email.into(), roles: Vec::new() };
        let Added::Link(link) = people::add(self, account, &new).await.unwrap() else { panic!("not added") };
        let signed_in = session::sign_in(self, link.text(), None, &session::Browser::default()).await.unwrap();
        let mut tx = self.db.write().await.unwrap();
        for role in roles {
            sql(include_str!("people/change/grant.sql"))
                .bind(account.0)
                .bind(Uuid::now_v7())
                .bind(signed_in.person.0)
                .bind(role.key())
                .bind(self.clock.seconds())
                .bind(None::<Uuid>)
                .bind("")
                .bind(None::<i64>)
                .bind("host")
                .execute(&mut tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        (signed_in.token, signed_in.person)
    }

    /// What a person's roles are now, however they came to be.
    pub(crate) async fn roles(&self, account: AccountId, person: PersonId) -> Vec<Role> {
        people::roles(self, account, person).await.unwrap()
    }
}

async fn add_account(domain: &Domain, mpn_id: &str, programs: &[Program]) -> AccountId {
    let new = NewAccount {
        mpn_id: mpn_id.into(),
        name: mpn_id.into(),
        programs: programs.to_vec(),
        second_factor: false,
        locations: vec![],
    };
    account::add(domain, &new).await.unwrap().unwrap()
}

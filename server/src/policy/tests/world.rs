//! Two partner accounts with data, and everybody who may come to their door.

use super::{super::Policy, things::Things};
use crate::testing::{Answer, TestServer};
use axum::{body::Body, http::Request};
use domain::{
    access::Caller,
    db::{Value, sql},
    tokens::{self, NewToken},
};
use headers::{Authorization, HeaderMapExt};
use model::{AccountId, Program, Role, TokenScope};
use uuid::Uuid;

/// What an account keeps to itself: its customer, and a colleague without rights.
const CANARIES: [[&str; 2]; 2] =
    [[TestServer::CANARY, "colleague@f.example"], ["Foreign Holdings", "colleague@n.example"]];
/// The customer of the second account.
const OTHER_TENANT: &str = "00000000-0000-4000-8000-000000000002";

/// Whose door it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// The account with the first canaries.
    First,
    /// The account with the second.
    Second,
    /// An account that takes part in no reseller program, without data.
    Mpn,
}

/// What somebody has that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Has {
    /// Nothing, or a session that is dead.
    Nothing,
    /// A session without the role.
    Session,
    /// The role, without the second factor.
    Role,
    /// The role and the second factor, proved too long ago for what needs a fresh proof.
    Stale,
    /// All of it.
    All,
    /// A token with this scope; one that is dead without.
    Token(Option<TokenScope>),
}

/// Somebody.
pub(super) struct Principal {
    pub(super) name: String,
    pub(super) home: Home,
    pub(super) has: Has,
    cookie: Option<String>,
    token: Option<String>,
}

pub(super) struct World {
    server: TestServer,
    pub(super) principals: Vec<Principal>,
    /// Of the first account, of the second, and of none.
    things: [Things; 3],
}

impl World {
    pub(super) async fn new() -> Self {
        let server = TestServer::new().await;
        let programs = [Program::CspDirect];
        let second = server.account("9100001", "Northwind", &programs).await;
        let mpn = server.account("9200001", "Network", &[Program::Mpn]).await;
        server.import(second, OTHER_TENANT, CANARIES[1][0]).await;
        let mut world = Self { server, principals: Vec::new(), things: [(); 3].map(|()| Things::nowhere()) };
        world.people(second, mpn).await;
        world.things[0] = Things::of(&world.server, world.server.account, TestServer::SOME_ID).await;
        world.things[1] = Things::of(&world.server, second, OTHER_TENANT).await;
        world
    }

    async fn people(&mut self, second: AccountId, mpn: AccountId) {
        let first = self.server.account;
        for (account, email) in [(first, CANARIES[0][1]), (second, CANARIES[1][1])] {
            self.server.sign_in_to(account, email, &[]).await;
        }
        self.add("nobody", Home::First, Has::Nothing, None, None);
        for role in [Role::BillingAdmin, Role::GlobalAdmin, Role::SalesAgent, Role::HelpdeskAgent] {
            let cookie = self.server.sign_in(&format!("{}@f.example", role.key()), &[role]).await;
            self.add(role.key(), Home::First, Has::Session, Some(cookie), None);
        }
        for (account, home, name) in [
            (second, Home::Second, "admin of the other"),
            (mpn, Home::Mpn, "admin without program"),
            (first, Home::First, "admin"),
        ] {
            let email = format!("admin@{account}.example");
            let cookie = self.server.sign_in_to(account, &email, &[Role::PartnerAdmin]).await;
            self.add(name, home, Has::All, Some(cookie), None);
        }
        self.server.sign_in_to(second, "both@f.example", &[Role::SalesAgent]).await;
        for (name, has, change) in [
            ("both", Has::All, None),
            ("stale", Has::Stale, Some("update session set proved_at = 0 where person_id = $1")),
            ("pending", Has::Role, Some("update session set ip = 'pending' where person_id = $1")),
            ("expired", Has::Session, Some("update role_grant set until_at = 1 where person_id = $1")),
            ("invited", Has::Nothing, Some("update membership set confirmed_at = null where person_id = $1")),
            ("disabled", Has::Nothing, Some("update membership set disabled_at = 1 where person_id = $1")),
            ("removed", Has::Nothing, Some("update membership set removed_at = 1 where person_id = $1")),
        ] {
            let email = format!("{name}@f.example");
            let cookie = self.server.sign_in(&email, &[Role::SalesAgent]).await;
            let person: Uuid = sql("select id from person where email = $1")
                .bind(&email)
                .scalar(&self.server.domain.db)
                .await
                .unwrap();
            self.change("update role_grant set role = 'partner_admin' where person_id = $1", person).await;
            if let Some(change) = change {
                self.change(change, person).await;
            }
            self.add(&format!("{name} admin"), Home::First, has, Some(cookie), None);
        }
        self.change("update account set needs_second_factor = $1", 1_i64).await;
        self.change("update session set second_factor_at = created_at where ip <> $1", "pending").await;
        let enrolled = "insert into totp (person_id, secret, created_at, confirmed_at) select id, $1, 1, 1 from person";
        self.change(enrolled, vec![0_u8]).await;
        self.tokens().await;
    }

    async fn tokens(&mut self) {
        let account = self.server.account;
        let email = format!("admin@{account}.example");
        for scope in TokenScope::ALL {
            let new = NewToken { name: "t".into(), scopes: [scope].into(), days: 1 };
            let live = tokens::make_on_host(&self.server.domain, account, &email, &new).await.unwrap();
            let dead = tokens::make_on_host(&self.server.domain, account, &email, &new).await.unwrap();
            tokens::revoke(&self.server.domain, &Caller::host(account), dead.id).await.unwrap();
            let name = format!("{} token", scope.key());
            self.add(&name, Home::First, Has::Token(Some(scope)), None, Some(live.token.text().to_owned()));
            self.add(&format!("dead {name}"), Home::First, Has::Token(None), None, Some(dead.token.text().to_owned()));
        }
    }

    fn add(&mut self, name: &str, home: Home, has: Has, cookie: Option<String>, token: Option<String>) {
        self.principals.push(Principal { name: name.to_owned(), home, has, cookie, token });
    }

    async fn change(&self, text: &'static str, value: impl Into<Value>) {
        let mut tx = self.server.domain.db.write().await.unwrap();
        sql(text).bind(value).execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Asks as somebody about the things of the first account (0), of the second (1), or about none (2).
    pub(super) async fn ask(&self, who: &Principal, row: &Policy, of: usize) -> Answer {
        let things = &self.things[of];
        let path = things.filled(row.path);
        let body = things.body(row.path);
        if let Some(token) = &who.token {
            let request = Request::builder().method(row.method).uri(path);
            let mut request = request.body(Body::from(body.unwrap_or_default())).unwrap();
            request.headers_mut().typed_insert(Authorization::bearer(token).unwrap());
            return self.server.send(request).await;
        }
        let accept = if row.path.starts_with("/api/") { "application/json" } else { "text/html" };
        self.server.ask_for(row.method, &path, who.cookie.as_deref(), body.as_deref(), accept).await
    }

    /// What of an account's own stands anywhere in an answer.
    pub(super) fn leak(answer: &Answer, of: usize) -> Option<&'static str> {
        let headers = format!("{:?}", answer.headers);
        CANARIES[of].into_iter().find(|canary| answer.body.contains(canary) || headers.contains(canary))
    }
}

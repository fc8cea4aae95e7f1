//! Two partner accounts with data, and everybody who may come to their door.

use super::{oracle::Word, things::Things};
use crate::testing::{Answer, TestServer};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use domain::{
    access::Caller,
    db::{Value, sql},
    tokens::{self, NewToken},
};
use headers::{Authorization, HeaderMapExt};
use model::{AccountId, Program, Role, TokenScope};
use uuid::Uuid;

/// What an account keeps to itself: its customer, and a colleague without rights, who asks for a role.
const CANARIES: [[&str; 2]; 2] =
    [[TestServer::CANARY, "colleague@f.example"], ["Foreign Holdings", "colleague@n.example"]];
/// The customer of the second account.
const OTHER_TENANT: &str = "00000000-0000-4000-8000-000000000002";

/// Whose door it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// The account with the first canaries, a direct partner.
    First,
    /// The account with the second, an indirect provider.
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
    /// Of which of the first account (0) and the second (1) they are a member.
    pub(super) member: &'static [usize],
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
        let programs = [Program::CspIndirectProvider];
        let second = server.account("9100001", "Northwind", &programs).await;
        let mpn = server.account("9200001", "Network", &[Program::Mpn]).await;
        server.import(second, OTHER_TENANT, CANARIES[1][0]).await;
        server.import_figures(second, OTHER_TENANT, CANARIES[1][0]).await;
        server.import_figures(server.account, TestServer::SOME_ID, CANARIES[0][0]).await;
        let mut world = Self { server, principals: Vec::new(), things: [(); 3].map(|()| Things::nowhere()) };
        world.people(second, mpn).await;
        world.things[0] = Things::of(&world.server, world.server.account, TestServer::SOME_ID).await;
        world.things[1] = Things::of(&world.server, second, OTHER_TENANT).await;
        world
    }

    async fn people(&mut self, second: AccountId, mpn: AccountId) {
        let first = self.server.account;
        for (account, email) in [(first, CANARIES[0][1]), (second, CANARIES[1][1])] {
            let cookie = self.server.sign_in_to(account, email, &[Role::BillingAdmin]).await;
            let asked = self.server.ask("POST", "/access/ask", Some(&cookie), Some("role=sales_agent")).await;
            assert_eq!(asked.status, StatusCode::SEE_OTHER);
        }
        self.add("nobody", Home::First, Has::Nothing, None, None);
        for role in Role::ALL.iter().copied().filter(|role| *role != Role::PartnerAdmin) {
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
        for (name, has, change) in [
            ("pending", Has::Role, Some("update session set ip = 'pending' where person_id = $1")),
            ("expired", Has::Session, Some("update role_grant set until_at = 1 where person_id = $1")),
            ("invited", Has::Nothing, Some("update membership set confirmed_at = null where person_id = $1")),
            ("disabled", Has::Nothing, Some("update membership set disabled_at = 1 where person_id = $1")),
            ("removed", Has::Nothing, Some("update membership set removed_at = 1 where person_id = $1")),
            ("stale", Has::Stale, Some("update session set proved_at = 0 where person_id = $1")),
            ("both", Has::All, None),
        ] {
            let email = format!("{name}@f.example");
            if name == "both" {
                self.server.sign_in_to(second, &email, &[Role::SalesAgent]).await;
            }
            let cookie = self.server.sign_in(&email, &[Role::SalesAgent]).await;
            let person: Uuid = sql("select id from person where email = $1")
                .bind(&email)
                .scalar(&self.server.domain.db)
                .await
                .unwrap();
            let granted = "update role_grant set role = 'partner_admin' where person_id = $1 and account_id = $2";
            self.change(granted, &[person.into(), first.0.into()]).await;
            if let Some(change) = change {
                self.change(change, &[person.into()]).await;
            }
            self.add(&format!("{name} admin"), Home::First, has, Some(cookie), None);
        }
        // What only indirect providers open shows there alone that it asks for no more than it should.
        let cookie = self.server.sign_in_to(second, "member@n.example", &[Role::SalesAgent]).await;
        self.add("member of the other", Home::Second, Has::Session, Some(cookie), None);
        let email = "stale@n.example";
        let cookie = self.server.sign_in_to(second, email, &[Role::SalesAgent]).await;
        for change in [
            "update role_grant set role = 'partner_admin' where person_id in (select id from person where email = $1)",
            "update session set proved_at = 0 where person_id in (select id from person where email = $1)",
        ] {
            self.change(change, &[email.into()]).await;
        }
        self.add("stale admin of the other", Home::Second, Has::Stale, Some(cookie), None);
        self.change("update account set needs_second_factor = $1", &[1_i64.into()]).await;
        let given = "update session set second_factor_at = created_at where ip <> $1";
        self.change(given, &["pending".into()]).await;
        self.restore().await;
        self.tokens().await;
        // Those who may come last: what they do, undoing an import say, leaves to others everything that they must not see.
        self.principals.sort_by_key(|who| matches!(who.has, Has::Stale | Has::All));
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

    /// Gives back what some requests take from who asks: the session, the second factor.
    async fn restore(&self) {
        self.change("update session set ended_at = null", &[]).await;
        let enrolled = "insert into totp (person_id, secret, created_at, confirmed_at)
                        select id, $1, 1, 1 from person where true on conflict do nothing";
        self.change(enrolled, &[vec![0_u8].into()]).await;
    }

    fn add(&mut self, name: &str, home: Home, has: Has, cookie: Option<String>, token: Option<String>) {
        let member: &[usize] = match home {
            _ if name == "both admin" => &[0, 1],
            Home::First => &[0],
            Home::Second => &[1],
            Home::Mpn => &[],
        };
        self.principals.push(Principal { name: name.to_owned(), home, has, member, cookie, token });
    }

    async fn change(&self, text: &'static str, values: &[Value]) {
        let mut tx = self.server.domain.db.write().await.unwrap();
        let text = values.iter().fold(sql(text), |text, value| text.bind(value.clone()));
        text.execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Asks as somebody about the things of the first account (0), of the second (1), or about none (2).
    pub(super) async fn ask(&self, who: &Principal, word: &Word, of: usize) -> Answer {
        let things = &self.things[of];
        let path = things.filled(word.path);
        let body = things.body(word.method, word.path);
        if let Some(token) = &who.token {
            let request = Request::builder().method(word.method).uri(path);
            let mut request = request.body(Body::from(body.unwrap_or_default())).unwrap();
            request.headers_mut().typed_insert(Authorization::bearer(token).unwrap());
            return self.server.send(request).await;
        }
        let accept = if word.path.starts_with("/api/") { "application/json" } else { "text/html" };
        let answer = self.server.ask_for(word.method, &path, who.cookie.as_deref(), body.as_deref(), accept).await;
        let takes = ["/sign-out", "/account/switch", "/me/app/remove"].contains(&word.path);
        if takes || word.path.ends_with("/end") {
            self.restore().await;
        }
        answer
    }

    /// What of an account's own stands anywhere in an answer.
    pub(super) fn leak(answer: &Answer, of: usize) -> Option<&'static str> {
        let headers = format!("{:?}", answer.headers);
        CANARIES[of].into_iter().find(|canary| answer.body.contains(canary) || headers.contains(canary))
    }
}

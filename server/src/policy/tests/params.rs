//! What a form, an address or a header says beyond what is asked for changes nothing: another account, another person, rights,
//! the same field again.

use crate::testing::{Answer, TestServer};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    access::Caller,
    db::{Record, sql},
    people,
};
use model::{AccountId, PersonFilter, Program, Role};
use uuid::Uuid;

/// Two accounts, each with an admin and a colleague without rights.
struct Arena {
    server: TestServer,
    other: AccountId,
    admin: String,
    clerk: String,
}

impl Arena {
    async fn new() -> Self {
        let server = TestServer::new().await;
        let other = server.account("9100001", "Northwind", &[Program::CspDirect]).await;
        server.sign_in_to(other, "foreign@n.example", &[Role::PartnerAdmin]).await;
        let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
        let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
        Self { server, other, admin, clerk }
    }

    async fn rows<T: Record + std::fmt::Debug>(&self, text: &'static str, account: AccountId) -> String {
        format!("{:?}", sql(text).bind(account.0).fetch_all::<T>(&self.server.domain.db).await.unwrap())
    }

    /// All that says who somebody is and what they may in an account.
    async fn state(&self, account: AccountId) -> [String; 4] {
        [
            self.rows::<(String, String, i64)>(
                "select name, mpn_id, needs_second_factor from account where id = $1",
                account,
            )
            .await,
            self.rows::<(String, Uuid)>(
                "select program, account_id from account_program where account_id = $1",
                account,
            )
            .await,
            self.rows::<(Uuid, i64, Option<i64>, Option<i64>)>(
                "select person_id, guest, confirmed_at, disabled_at from membership where account_id = $1 order by 1",
                account,
            )
            .await,
            self.rows::<(Uuid, String, Option<Uuid>)>(
                "select person_id, role, granted_by from role_grant where account_id = $1 and revoked_at is null
                 order by 1, 2",
                account,
            )
            .await,
        ]
    }

    async fn id(&self, account: AccountId, email: &str) -> String {
        let people = people::list(&self.server.domain, &Caller::host(account), &PersonFilter::default()).await.unwrap();
        people.iter().find(|person| person.email == email).unwrap().id.to_string()
    }

    /// Sends a form with a header for each way in which servers are told of accounts and people.
    async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let other = self.other.to_string();
        let request = Request::builder().method("POST").uri(path).header("sec-fetch-site", "same-origin");
        let request = request.header(header::COOKIE, format!("{cookie}; account={other}; role=partner_admin"));
        let request =
            request.header("x-account", &other).header("x-account-id", &other).header("x-role", "partner_admin");
        let kind = if form.starts_with('{') { "application/json" } else { "application/x-www-form-urlencoded" };
        let request = request.header(header::CONTENT_TYPE, kind).header("x-http-method-override", "GET");
        self.server.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }
}

#[tokio::test]
async fn fields_that_nobody_asked_for_change_nothing() {
    let arena = Arena::new().await;
    let (own, other) = (arena.server.account, arena.other);
    let (clerk, foreign) = (arena.id(own, "clerk@f.example").await, arena.id(other, "foreign@n.example").await);
    let extra =
        format!("account={other}&account_id={other}&granted_by={foreign}&confirmed_at=1&disabled_at=1&guest_of=1");
    let settings = "idle_minutes=30&session_hours=12&keep_days=400";
    let before = [arena.state(own).await, arena.state(other).await];
    for (path, who, form) in [
        ("/access/ask", &arena.clerk, format!("role=sales_agent&person={foreign}&state=approved&{extra}")),
        ("/access/ask", &arena.clerk, format!("role=sales_agent&role=partner_admin&{extra}")),
        ("/preferences", &arena.clerk, format!("theme=dark&role=partner_admin&person={clerk}&{extra}")),
        ("/me/sessions/end-others", &arena.clerk, format!("person={foreign}&session={foreign}&{extra}")),
        ("/account/switch", &arena.clerk, format!("account={other}&person={foreign}")),
        ("/account/switch", &arena.clerk, format!("account={own}&account={other}")),
        ("/users/bulk", &arena.admin, format!("person={foreign}&role=partner_admin&act=take&{extra}")),
        ("/api/people/update-roles", &arena.admin, format!("person={foreign}&version=1&{extra}")),
        (
            "/api/people/update-roles",
            &arena.admin,
            format!("person={clerk}&person={foreign}&version=1&version=1&roles[0]=partner_admin"),
        ),
        ("/settings/account", &arena.admin, format!("name=a&name=b&{settings}")),
        ("/settings/account", &arena.admin, format!("name=New&mpn_id=1&{settings}")),
        ("/settings/account", &arena.admin, format!("name=New&programs=mpn&program=mpn&{settings}")),
        (&format!("/in/{other}/users/add"), &arena.admin, "email=x@x.example&name=X".to_owned()),
        (&format!("/users/{foreign}/standing"), &arena.admin, format!("standing=disabled&person={clerk}&{extra}")),
    ] {
        let answer = arena.post(path, who, &form).await;
        assert!(!answer.status.is_server_error(), "{path} {form}: {}", answer.status);
        assert_eq!([arena.state(own).await, arena.state(other).await], before, "{path} {form}: {}", answer.status);
    }
    let open: Vec<(Uuid, Uuid, String)> = sql("select account_id, person_id, state from access_request")
        .fetch_all(&arena.server.domain.db)
        .await
        .unwrap();
    assert_eq!(open, [(own.0, clerk.parse().unwrap(), "open".to_owned())], "asked in one's own name and account");
    let reads = format!(r#"{{"filter": {{}}, "account": "{other}", "account_id": "{other}"}}"#);
    let answer = arena.post(&format!("/api/people/list?account={other}"), &arena.admin, &reads).await;
    assert!(answer.status == StatusCode::OK && answer.body.contains("clerk@") && !answer.body.contains("foreign@"));
}

#[tokio::test]
async fn what_is_asked_for_changes_and_nothing_beside_it() {
    let arena = Arena::new().await;
    let (own, other) = (arena.server.account, arena.other);
    let (clerk, admin) = (arena.id(own, "clerk@f.example").await, arena.id(own, "admin@f.example").await);
    let foreign = arena.id(other, "foreign@n.example").await;
    let before = arena.state(other).await;
    let [account, programs, _, _] = arena.state(own).await;
    let extra = format!("account={other}&account_id={other}&granted_by={foreign}&confirmed_at=1&disabled_at=1");
    for (path, form) in [
        ("/users/add", format!("email=new@x.example&name=New&{extra}&person={foreign}&id={foreign}")),
        ("/api/people/update-roles", format!("person={clerk}&version=1&roles[0]=sales_agent&{extra}&guest=1")),
    ] {
        let answer = arena.post(path, &arena.admin, &form).await;
        assert!(
            answer.status.is_success() || answer.status.is_redirection(),
            "{path}: {} {}",
            answer.status,
            answer.body
        );
    }
    assert_eq!(arena.state(other).await, before);
    let [account_now, programs_now, members, grants] = arena.state(own).await;
    assert_eq!((account_now, programs_now), (account, programs));
    let (added, admin) = (arena.id(own, "new@x.example").await, format!("Some({admin})"));
    assert!(members.contains(&format!("({added}, 0, None, None)")), "invited, and no more than that: {members}");
    assert!(!grants.contains(&added), "{grants}");
    assert!(grants.contains(&format!(r#"({clerk}, "sales_agent", {admin})"#)), "given by who gave it: {grants}");
}

//! What an address or a form can name, and what must be sent for a request to come as far as its check of rights.

use crate::testing::TestServer;
use domain::{
    access::Caller,
    imports, people, requests,
    reviews::{self, Mark},
    session,
    tokens::{self, NewToken},
};
use model::{AccountId, PersonFilter, ReviewItem, Role, Ruling, TokenScope};

/// Things of one account, or of none.
pub(super) struct Things {
    account: String,
    mpn_id: String,
    person: String,
    session: String,
    request: String,
    /// Under way.
    review: String,
    /// Finished.
    record: String,
    import: String,
    tenant: String,
    token: String,
}

impl Things {
    /// Well-formed names of nothing.
    pub(super) fn nowhere() -> Self {
        let [account, mpn_id, person, session, request, review, record, import, tenant, token] =
            [(); 10].map(|()| "00000000-0000-4000-8000-00000000000f".to_owned());
        Self { account, mpn_id, person, session, request, review, record, import, tenant, token }
    }

    /// Those of an account: its colleague without rights, who has a session and asks for a role; its reviews, its import, its
    /// customer, a token of its admin.
    pub(super) async fn of(server: &TestServer, account: AccountId, tenant: &str) -> Self {
        let (domain, host) = (&server.domain, Caller::host(account));
        let people = people::list(domain, &host, &PersonFilter::default()).await.unwrap();
        let colleague = people.iter().find(|person| person.email.starts_with("colleague")).unwrap();
        let new = NewToken { name: "t".into(), scopes: [TokenScope::Feed].into(), days: 1 };
        let email = format!("admin@{account}.example");
        let all = domain::account::list(domain).await.unwrap();
        let mpn_id = all.into_iter().find(|it| it.id == account).unwrap().mpn_id;
        reviews::start(domain, &host).await.unwrap();
        let first = reviews::list(domain, &host).await.unwrap().open.unwrap();
        for ReviewItem { person, role, .. } in first.items {
            let note = String::new();
            let keep = Mark { review: first.id, person, role, verdict: Some(Ruling::Keep), note };
            reviews::mark(domain, &host, &keep).await.unwrap();
        }
        reviews::finish(domain, &host, first.id).await.unwrap();
        reviews::start(domain, &host).await.unwrap();
        Self {
            account: account.to_string(),
            mpn_id,
            person: colleague.id.to_string(),
            session: session::of(domain, &host, colleague.id).await.unwrap()[0].id.to_string(),
            request: requests::list(domain, &host).await.unwrap()[0].id.to_string(),
            review: reviews::list(domain, &host).await.unwrap().open.unwrap().id.to_string(),
            record: first.id.to_string(),
            import: imports::history(domain, &host).await.unwrap()[0].id.to_string(),
            tenant: tenant.to_owned(),
            token: tokens::make_on_host(domain, account, &email, &new).await.unwrap().id.to_string(),
        }
    }

    /// An address with these things in the place of its parameters.
    pub(super) fn filled(&self, path: &str) -> String {
        let id = match path {
            path if path.starts_with("/customers/") => &self.tenant,
            path if path.starts_with("/settings/data/") || path.starts_with("/api/v1/imports/") => &self.import,
            path if path.starts_with("/settings/tokens/") => &self.token,
            path if path.starts_with("/me/sessions/") => &self.session,
            path if path.starts_with("/access/ask/") => &self.request,
            path if path.starts_with("/access/review/") => &self.record,
            _ => &self.person,
        };
        let path = path.replace("{account}", &self.mpn_id).replace("{*path}", "Customers");
        path.replace(":id", id).replace("{id}", id).replace("{session}", &self.session)
    }

    /// What is sent.
    pub(super) fn body(&self, method: &str, path: &str) -> Option<String> {
        let Self { account, person, request, review, import, tenant, .. } = self;
        let role = Role::BillingAdmin.key();
        let body = match path {
            _ if method == "GET" => return None,
            "/api/licenses/report" | "/api/activity/list" | "/api/people/list" | "/api/audit/list" => {
                r#"{"filter": {}}"#.to_owned()
            }
            path if path.starts_with("/api/insight/") || path == "/api/azure/days" => r#"{"query": {}}"#.to_owned(),
            "/api/find" => r#"{"typed": "e"}"#.to_owned(),
            "/api/licenses/customers" => r#"{"query": {}}"#.to_owned(),
            "/api/customers/detail" => format!(r#"{{"tenant": "{tenant}"}}"#),
            "/api/people/detail" => format!(r#"{{"person": "{person}"}}"#),
            "/api/people/preview" => {
                let update = r#""give": true, "until": null, "reason": """#;
                format!(r#"{{"update": {{"people": ["{person}"], "role": "{role}", {update}}}}}"#)
            }
            "/users/bulk" => format!("person={person}&role={role}"),
            "/api/people/update-roles" => format!("person={person}&version=0&roles[0]={role}"),
            "/api/notices/see" => "upto=2026-11-22T00:00:00Z".to_owned(),
            "/api/requests/decide" => format!("id={request}&approve=false"),
            "/api/reviews/mark" => format!("review={review}&person={person}&role={role}&verdict=keep"),
            "/api/reviews/finish" => format!("review={review}"),
            "/api/imports/one" => format!(r#"{{"id": "{import}"}}"#),
            "/me/views" => "name=x&page=/activity&query=status%3Dfailed".to_owned(),
            "/me/views/{id}" | "/downloads/files/{id}" | "/downloads/orders/{id}" => "act=delete".to_owned(),
            "/me/letter" => "act=stop".to_owned(),
            "/downloads" => "dataset=LicenseDeployment&format=csv&act=make".to_owned(),
            "/access/ask" => format!("role={role}"),
            "/users/add" => "email=new@x.example&name=New".to_owned(),
            "/users/{id}/standing" => "standing=enabled".to_owned(),
            "/settings/tokens" => "name=x&days=1&scope=api".to_owned(),
            "/settings/account" => {
                "name=x&idle_minutes=30&session_hours=12&keep_days=400&second_factor=true".to_owned()
            }
            "/customers/{id}/overrides" => "name=x&market=&part_of=".to_owned(),
            "/customers/{id}/review" => "comment=x&language=en".to_owned(),
            "/account/switch" => format!("account={account}"),
            "/first-run" => "key=x&company=x&mpn_id=1&name=x&email=x@x.example&csp-direct=on".to_owned(),
            "/sign-in/password" => "email=nobody@x.example&password=x".to_owned(),
            "/sign-in/second" | "/me/app/confirm" => "code=000000".to_owned(),
            "/confirm" | "/me/password" => "password=x".to_owned(),
            "/me/passkeys/remove" => "id=AAAA".to_owned(),
            "/me/identities/remove" => "issuer=https://x.example".to_owned(),
            "/me/passkeys/finish" => r#"{"response": "{}", "name": "x"}"#.to_owned(),
            "/sign-in/passkey/finish" => r#"{"response": "{}"}"#.to_owned(),
            "/sign-in/passkey/begin" | "/me/passkeys/begin" => "{}".to_owned(),
            "/api/reviews/start" | "/api/audit/verify" => String::new(),
            path if path.starts_with("/api/") => "{}".to_owned(),
            _ => return None,
        };
        Some(body)
    }
}

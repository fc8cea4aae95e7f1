//! What an address or a form can name, and what must be sent for a request to come as far as its check of rights.

use crate::testing::TestServer;
use domain::{
    access::Caller,
    imports, people,
    tokens::{self, NewToken},
};
use model::{AccountId, PersonFilter, TokenScope};

/// Things of one account, or of none.
pub(super) struct Things {
    person: String,
    import: String,
    tenant: String,
    token: String,
}

impl Things {
    /// Well-formed names of nothing.
    pub(super) fn nowhere() -> Self {
        let nobody = "00000000-0000-4000-8000-00000000000f".to_owned();
        Self { person: nobody.clone(), import: nobody.clone(), tenant: nobody.clone(), token: nobody }
    }

    /// Those of an account: its colleague without rights, its import, its customer, a token of its admin.
    pub(super) async fn of(server: &TestServer, account: AccountId, tenant: &str) -> Self {
        let (domain, host) = (&server.domain, Caller::host(account));
        let people = people::list(domain, &host, &PersonFilter::default()).await.unwrap();
        let colleague = people.iter().find(|person| person.email.starts_with("colleague")).unwrap();
        let new = NewToken { name: "t".into(), scopes: [TokenScope::Feed].into(), days: 1 };
        let email = format!("admin@{account}.example");
        Self {
            person: colleague.id.to_string(),
            import: imports::history(domain, &host).await.unwrap()[0].id.to_string(),
            tenant: tenant.to_owned(),
            token: tokens::make_on_host(domain, account, &email, &new).await.unwrap().id.to_string(),
        }
    }

    /// An address with these things in the place of its parameter.
    pub(super) fn filled(&self, path: &str) -> String {
        let id = match path {
            path if path.starts_with("/customers/") => &self.tenant,
            path if path.starts_with("/settings/data/") => &self.import,
            path if path.starts_with("/settings/tokens/") => &self.token,
            _ => &self.person,
        };
        path.replace(":id", id).replace("{id}", id)
    }

    /// What is sent.
    pub(super) fn body(&self, path: &str) -> Option<String> {
        let Self { person, import, tenant, .. } = self;
        let body = match path {
            "/api/customers/detail" => format!(r#"{{"tenant": "{tenant}"}}"#),
            "/api/people/detail" => format!(r#"{{"person": "{person}"}}"#),
            "/api/people/update-roles" => format!("person={person}&version=0"),
            "/api/imports/one" => format!(r#"{{"id": "{import}"}}"#),
            "/settings/account" => {
                "name=x&idle_minutes=30&session_hours=12&keep_days=400&second_factor=true".to_owned()
            }
            _ => return super::body(path),
        };
        Some(body)
    }
}

//! A server with an account, some data and a made-up site, for tests. Requests go straight to the router.

use crate::{
    config::make_private,
    layer::gate::SAME_ORIGIN,
    paper::Fonts,
    router::{Edges, router},
    site::SiteFolder,
};
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Request, StatusCode, header},
};
use domain::{
    Domain,
    access::Caller,
    account::{self, NewAccount},
    clock::Clock,
    db::{Address, throw_away},
    imports::{self, Incoming, Progress},
    mail::Mailer,
    people::{self, Added, NewPerson},
    session,
};
use http_body_util::BodyExt;
use model::{AccountId, ImportState, Program, Role};
use std::{fs, net::SocketAddr, path::Path};
use tower::ServiceExt;

const MANIFEST: &str = r#"{ "folder": "f00d", "script": "seatscope.js", "module": "seatscope.wasm",
    "style": "seatscope.css", "areas": {} }"#;

/// The settings of a mail server that is not there: letters wait.
pub(crate) fn no_mail_server() -> Mailer {
    Mailer::new("smtp://localhost:1", None, "s@f.example", "http://localhost:3000").unwrap()
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

pub(crate) struct TestServer {
    pub(crate) domain: Domain,
    pub(crate) account: AccountId,
    router: Router,
    _dir: tempfile::TempDir,
}

impl TestServer {
    /// The name of the account's only customer: whoever sees it sees user analytics.
    pub(crate) const CANARY: &str = "Canary Industries";
    /// The customer's tenant; also a well-formed id of people and imports that are not there.
    pub(crate) const SOME_ID: &str = "00000000-0000-4000-8000-000000000001";

    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with an identity provider, a mail server.
    pub(crate) async fn with(more: impl FnOnce(&mut Domain)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        made_up_site(dir.path());
        let data = dir.path().join("data");
        make_private(&data).unwrap();
        let database = throw_away().await.unwrap_or_else(|| Address::File(data.join("seatscope.db")));
        let mut domain = Domain::open(&data, &database, Clock::system()).await.unwrap();
        more(&mut domain);
        let account = add_account(&domain, "9000001", "Fabrikam Cloud", &[Program::CspDirect]).await;
        import(&domain, account, Self::SOME_ID, Self::CANARY).await;
        let edges = Edges {
            domain: domain.clone(),
            origin: "http://localhost:3000".into(),
            proxies: ["127.0.0.0/8".parse().unwrap()].into(),
            style: "/pkg/f00d/seatscope.css".into(),
            first_run: None,
            demo: None,
            fonts: Fonts::default(),
            reload: false,
        };
        let router = router(&SiteFolder::find(Some(dir.path())).unwrap(), &edges).unwrap();
        Self { domain, account, router, _dir: dir }
    }

    /// Another account, without data and people.
    pub(crate) async fn account(&self, mpn_id: &str, name: &str, programs: &[Program]) -> AccountId {
        add_account(&self.domain, mpn_id, name, programs).await
    }

    /// Gives an account the licences of one customer.
    pub(crate) async fn import(&self, account: AccountId, tenant: &str, customer: &str) {
        import(&self.domain, account, tenant, customer).await;
    }

    /// Gives an account a file.
    pub(crate) async fn import_text(&self, account: AccountId, file: &str) {
        import_file(&self.domain, account, file).await;
    }

    /// Gives an account what the pages of figures show of a customer.
    pub(crate) async fn import_figures(&self, account: AccountId, tenant: &str, customer: &str) {
        let files = [
            format!(
                "CustomerTenantId,CustomerName,CustomerMarket,Month,SKU,IsDuplicateRowForPGA,AvailableSeats,BilledRevenueUSD\n\
                 {tenant},{customer},Taiwan,2026-10-01,E3,0,5,1.00\n"
            ),
            format!(
                "SubscriptionId,Month,SubscriptionState,CustomerTenantId,SKU,AvailableSeatsEOP,BilledRevenueUSD,IsDuplicateRowForPGA\n\
                 {tenant},2026-10-01,Active,{tenant},E3,5,1.00,0\n"
            ),
            format!(
                "SubscriptionId,CustomerTenantId,Month,ServiceLevel1,UsageUnits,ACR_USD,IsACRDuplicateAtPGALevel\n\
                 {tenant},{tenant},2026-10-01,Compute,1,1.00,0\n"
            ),
        ];
        for file in files {
            import_file(&self.domain, account, &file).await;
        }
    }

    /// Adds a person and signs them in; the cookie of their session.
    pub(crate) async fn sign_in(&self, email: &str, roles: &[Role]) -> String {
        self.sign_in_to(self.account, email, roles).await
    }

    /// The same in another account.
    pub(crate) async fn sign_in_to(&self, account: AccountId, email: &str, roles: &[Role]) -> String {
        let new = NewPerson { email: email.into(), name: email.into(), roles: roles.to_vec() };
        let Added::Link(link) = people::add(&self.domain, account, &new).await.unwrap() else { panic!("not added") };
        let signed_in = session::sign_in(&self.domain, link.text(), None, &session::Browser::default()).await.unwrap();
        format!("seatscope={}", signed_in.token.text())
    }

    /// Sends a request as this site's own pages do.
    pub(crate) async fn ask(&self, method: &str, path: &str, cookie: Option<&str>, body: Option<&str>) -> Answer {
        self.ask_for(method, path, cookie, body, "application/json").await
    }

    /// The same for a kind of answer.
    pub(crate) async fn ask_for(
        &self,
        method: &str,
        path: &str,
        cookie: Option<&str>,
        body: Option<&str>,
        accept: &str,
    ) -> Answer {
        let kind = if body.is_some_and(|body| body.starts_with('{')) {
            "application/json"
        } else {
            "application/x-www-form-urlencoded"
        };
        let mut request = Request::builder().method(method).uri(path).header(SAME_ORIGIN.0, SAME_ORIGIN.1);
        request = request.header(header::CONTENT_TYPE, kind).header(header::ACCEPT, accept);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::from(body.unwrap_or_default().to_owned())).unwrap()).await
    }

    /// Sends any request.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))));
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = String::from_utf8_lossy(&body.collect().await.unwrap().to_bytes()).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

async fn add_account(domain: &Domain, mpn_id: &str, name: &str, programs: &[Program]) -> AccountId {
    let new = NewAccount {
        mpn_id: mpn_id.into(),
        name: name.into(),
        programs: programs.to_vec(),
        second_factor: false,
        locations: Vec::new(),
    };
    account::add(domain, &new).await.unwrap().unwrap()
}

fn made_up_site(dir: &Path) {
    fs::create_dir_all(dir.join("pkg/f00d")).unwrap();
    fs::write(dir.join("pkg/manifest.json"), MANIFEST).unwrap();
    fs::write(dir.join("pkg/f00d/seatscope.js"), "script").unwrap();
    fs::write(dir.join("pkg/f00d/seatscope.js.br"), "compressed").unwrap();
    fs::write(dir.join("robots.txt"), "robots").unwrap();
}

async fn import(domain: &Domain, account: AccountId, tenant: &str, customer: &str) {
    let file = format!(
        "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n\
         2026-10-01,o365,reseller,{tenant},{customer},E3,7,9\n"
    );
    import_file(domain, account, &file).await;
}

async fn import_file(domain: &Domain, account: AccountId, file: &str) {
    let incoming = Incoming::read(domain, "f.csv", &mut file.as_bytes()).unwrap();
    let (progress, _) = tokio::sync::watch::channel(Progress::default());
    let import = imports::run(domain, &Caller::host(account), incoming, progress).await.unwrap();
    assert_eq!(import.state, ImportState::Done, "{:?}", import.notes);
}

use crate::testing::{Answer, TestServer};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use domain::{
    db::sql,
    tokens::{self, Made, NewToken},
};
use headers::{Authorization, HeaderMapExt};
use model::{Program, Role, TokenScope};
use serde_json::Value;

const ROOT: &str = "/odata/v4/9000001";

struct Feed {
    server: TestServer,
    cookie: String,
    token: Made,
}

impl Feed {
    /// The feed of 25 customers over two months: customer n has n seats sold, of which half are assigned.
    async fn new() -> Self {
        let server = TestServer::new().await;
        let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
        let token = made(&server, TokenScope::Feed).await;
        server.import_text(server.account, &rows(25)).await;
        Self { server, cookie, token }
    }

    async fn with(&self, token: &Made, path: &str, more: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        request.headers_mut().typed_insert(Authorization::basic(&token.id.to_string(), token.token.text()));
        self.server.send(request).await
    }

    async fn get(&self, path: &str, more: &[(&str, &str)]) -> Answer {
        self.with(&self.token, &format!("{ROOT}{path}"), more).await
    }

    async fn json(&self, path: &str) -> Value {
        let answer = self.get(path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    async fn refused(&self, path: &str) -> StatusCode {
        let answer = self.get(path, &[]).await;
        let error: Value = serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body));
        assert!(!error["error"]["message"].as_str().unwrap().is_empty(), "{path}");
        answer.status
    }
}

async fn made(server: &TestServer, scope: TokenScope) -> Made {
    let new = NewToken { name: "test".into(), scopes: [scope].into(), days: 90 };
    tokens::make_on_host(&server.domain, server.account, "a@f.example", &new).await.unwrap()
}

fn rows(customers: u32) -> String {
    let header = "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n";
    let row = |n: u32, month: u32| {
        let product = if n.is_multiple_of(2) { "E3" } else { "E5" };
        let tenant = format!("00000000-0000-4000-8000-{n:012}");
        format!("2026-{month:02}-01,o365,reseller,{tenant},Customer {n},{product},{},{n}\n", n / 2)
    };
    let all = [9, 10].into_iter().flat_map(|month| (1..=customers).map(move |n| row(n, month)));
    format!("{header}{}", all.collect::<String>())
}

fn values(page: &Value) -> &Vec<Value> {
    page["value"].as_array().unwrap()
}

#[tokio::test]
async fn nothing_but_a_feed_token_of_the_account_opens_it() {
    let feed = Feed::new().await;
    let anonymous = feed.server.ask("GET", ROOT, None, None).await;
    assert_eq!(anonymous.status, StatusCode::UNAUTHORIZED);
    assert!(anonymous.headers["www-authenticate"].to_str().unwrap().starts_with("Basic"));
    assert_eq!(feed.server.ask("GET", ROOT, Some(&feed.cookie), None).await.status, StatusCode::UNAUTHORIZED);
    for scope in [TokenScope::Api, TokenScope::Import] {
        let other = made(&feed.server, scope).await;
        assert_eq!(feed.with(&other, ROOT, &[]).await.status, StatusCode::FORBIDDEN, "{scope:?}");
    }
    feed.server.account("9100001", "Northwind", &[Program::CspDirect]).await;
    for elsewhere in ["/odata/v4/9100001", "/odata/v4/1", "/odata/v4/9100001/Customers"] {
        assert_eq!(feed.with(&feed.token, elsewhere, &[]).await.status, StatusCode::NOT_FOUND, "{elsewhere}");
    }
    let sets = feed.json("").await;
    let names: Vec<&str> = values(&sets).iter().map(|set| set["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"LicenseDeployment") && names.contains(&"Measures"), "{names:?}");
    assert!(!names.contains(&"ResellerPerformance"), "closed to direct partners");
}

#[tokio::test]
async fn pages_together_are_all_rows_once() {
    let feed = Feed::new().await;
    for (query, expected) in [
        ("$filter=licensesSold%20gt%205&$select=customerName,licensesSold,processedDateTime", 40),
        ("$orderby=licensesSold%20desc,customerName&$skip=4&$top=30", 30),
        ("$top=9", 9),
        ("$apply=groupby((customerName),aggregate(licensesSold%20with%20sum%20as%20Sold))", 25),
    ] {
        let whole = feed.json(&format!("/LicenseDeployment?{query}")).await;
        assert_eq!(values(&whole).len(), expected, "{query}");
        assert_eq!(whole.get("@odata.nextLink"), None, "{query}");
        let (mut found, mut next) = (Vec::new(), Some(format!("{ROOT}/LicenseDeployment?{query}&$count=true")));
        while let Some(address) = next {
            let answer = feed.with(&feed.token, &address, &[("prefer", "odata.maxpagesize=7")]).await;
            assert_eq!(answer.headers["preference-applied"], "odata.maxpagesize=7");
            let page: Value = serde_json::from_str(&answer.body).unwrap();
            assert!(values(&page).len() <= 7);
            found.extend(values(&page).clone());
            assert!(page["@odata.count"].as_u64().unwrap() >= expected as u64, "{query}");
            next = page["@odata.nextLink"]
                .as_str()
                .map(|it| it.split_once("/odata").map(|(_, it)| format!("/odata{it}")).unwrap());
        }
        assert_eq!(&found, values(&whole), "{query}");
    }
}

#[tokio::test]
async fn sums_counts_and_small_tables() {
    let feed = Feed::new().await;
    let sum = feed.json("/LicenseDeployment?$apply=filter(month(processedDateTime)%20eq%2010)/aggregate(licensesSold%20with%20sum%20as%20S,$count%20as%20N)").await;
    assert_eq!((&values(&sum)[0]["S"], &values(&sum)[0]["N"]), (&325.into(), &25.into()));
    assert_eq!(feed.get("/LicenseDeployment/$count?$filter=productName%20eq%20'E3'", &[]).await.body, "24");
    // As the functions for Power Query ask for months without an end.
    let since = "/LicenseDeployment/$count?$filter=processedDateTime%20ge%202026-10-01%20and%20processedDateTime%20le%209999-12-31";
    assert_eq!(feed.get(since, &[]).await.body, "25");
    let measures = feed.json("/Measures?$filter=Metric%20eq%20'sold'%20and%20Month%20eq%202026-10-01").await;
    let shown: Vec<&Value> = values(&measures).iter().map(|row| &row["Value"]).collect();
    assert_eq!(shown, [&serde_json::json!(325.0)], "{measures}");
    let customers =
        feed.json("/Customers?$filter=contains(CustomerName,'2')&$orderby=CustomerName%20desc&$top=1").await;
    assert_eq!(values(&customers)[0]["CustomerName"], "Customer 25");
    assert_eq!(values(&feed.json("/Months").await).len(), 2);
    let bare = feed.get("/Months", &[("accept", "application/json;odata.metadata=none")]).await;
    assert!(!bare.body.contains("odata.context") && bare.body.contains("2026-09-01"));
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let feed = Feed::new().await;
    let path = "/LicenseDeployment?$top=3";
    let first = feed.get(path, &[]).await;
    let tag = first.headers["etag"].to_str().unwrap();
    let again = feed.get(path, &[("if-none-match", tag)]).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(feed.get("/LicenseDeployment?$top=4", &[("if-none-match", tag)]).await.status, StatusCode::OK);
    feed.server.import_text(feed.server.account, &rows(26)).await;
    assert_eq!(feed.get(path, &[("if-none-match", tag)]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_next_page_is_for_the_same_token_question_and_data_only() {
    let feed = Feed::new().await;
    let size = [("prefer", "odata.maxpagesize=5")];
    let page = feed.get("/LicenseDeployment?$select=customerName", &size).await;
    let page: Value = serde_json::from_str(&page.body).unwrap();
    let next = page["@odata.nextLink"].as_str().unwrap();
    let next = &next[next.find("/odata").unwrap()..];
    assert_eq!(feed.with(&feed.token, next, &size).await.status, StatusCode::OK);
    let other = made(&feed.server, TokenScope::Feed).await;
    assert_eq!(feed.with(&other, next, &size).await.status, StatusCode::BAD_REQUEST, "another token");
    for changed in [next.replace("customerName", "productName"), next.replace("token=", "token=1"), format!("{next}0")]
    {
        assert_eq!(feed.with(&feed.token, &changed, &size).await.status, StatusCode::BAD_REQUEST, "{changed}");
    }
    feed.server.import_text(feed.server.account, &rows(26)).await;
    assert_eq!(feed.with(&feed.token, next, &size).await.status, StatusCode::GONE, "other data");

    let fresh: Value = serde_json::from_str(&feed.get("/LicenseDeployment", &size).await.body).unwrap();
    let next = fresh["@odata.nextLink"].as_str().unwrap();
    let next = &next[next.find("/odata").unwrap()..];
    let mut tx = feed.server.domain.db.write().await.unwrap();
    sql("update role_grant set revoked_at = 1 where account_id = $1")
        .bind(feed.server.account.0)
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(feed.with(&feed.token, next, &size).await.status, StatusCode::FORBIDDEN, "the maker lost the role");
}

#[tokio::test]
async fn metadata_tells_every_property() {
    let feed = Feed::new().await;
    let xml = feed.get("/$metadata", &[]).await;
    assert!(xml.headers["content-type"].to_str().unwrap().starts_with("application/xml"));
    assert!(
        xml.body.contains(
            "<Property Name=\"ACR_USD\" Type=\"Edm.Decimal\" Precision=\"19\" Scale=\"9\" Nullable=\"true\"/>"
        )
    );
    let json = feed.json("/$metadata?$format=application/json").await;
    assert_eq!(json["Seatscope"]["Measures"]["$Key"], serde_json::json!(["Month", "Metric"]));
    let row = feed.json("/LicenseDeployment?$top=1").await;
    let told = json["Seatscope"]["LicenseDeployment"].as_object().unwrap();
    let told: Vec<&String> = told.keys().filter(|name| !name.starts_with('$')).collect();
    let there: Vec<&String> = values(&row)[0].as_object().unwrap().keys().collect();
    assert_eq!(there.len(), told.len());
    assert!(there.iter().all(|name| told.contains(name)));
}

#[tokio::test]
async fn what_makes_no_sense_is_told_so_and_quickly() {
    let feed = Feed::new().await;
    for (path, status) in [
        ("/Nobody", StatusCode::NOT_FOUND),
        ("/LicenseDeployment('x')", StatusCode::NOT_FOUND),
        ("/LicenseDeployment/x", StatusCode::NOT_IMPLEMENTED),
        ("/LicenseDeployment?$expand=x", StatusCode::NOT_IMPLEMENTED),
        ("/LicenseDeployment?$top=-1", StatusCode::BAD_REQUEST),
        ("/LicenseDeployment?$top=1&$top=2", StatusCode::BAD_REQUEST),
        ("/LicenseDeployment?$select=nobody", StatusCode::BAD_REQUEST),
        ("/LicenseDeployment?$orderby=licensesSold%20sideways", StatusCode::BAD_REQUEST),
        ("/LicenseDeployment?$skiptoken=0-0-0-0--00", StatusCode::BAD_REQUEST),
        ("/AzureUsage?$orderby=SubscriptionId", StatusCode::NOT_IMPLEMENTED),
    ] {
        assert_eq!(feed.refused(path).await, status, "{path}");
    }
    // Expressions of pieces that fit nowhere, put together without sense.
    let pieces = [
        "(",
        ")",
        "not ",
        "and ",
        "or ",
        "eq ",
        "'",
        "customerName ",
        "1 ",
        "contains(",
        ",",
        "null ",
        "日",
        "//",
        "in ",
    ];
    let mut seed = 7_usize;
    for _ in 0..300 {
        let mut expression = "eq ".to_owned();
        for _ in 0..(seed % 40) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            expression += pieces[(seed >> 33) % pieces.len()];
        }
        seed = seed.wrapping_add(1);
        let query = model::query_string(&[("$filter", expression.clone())]);
        let status = feed.refused(&format!("/LicenseDeployment?{query}")).await;
        assert!(status.is_client_error() || status == StatusCode::NOT_IMPLEMENTED, "{expression}: {status}");
    }
    let long = "licensesSold%20eq%201%20or%20".repeat(100);
    assert_eq!(feed.refused(&format!("/LicenseDeployment?$filter={long}1")).await, StatusCode::BAD_REQUEST);
}

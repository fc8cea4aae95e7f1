//! A program that follows the steps of the vendor's documentation: dataset, query, report, execution, download.

use crate::testing::{Answer, TestServer};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{
    files,
    tokens::{self, NewToken},
};
use model::{Role, TokenScope};
use serde_json::{Value, json};

const ROOT: &str = "/insights/v1/mpn";

struct Script {
    server: TestServer,
    cookie: String,
    token: String,
}

impl Script {
    async fn new() -> Self {
        let server = TestServer::new().await;
        let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
        server.import(server.account, "00000000-0000-4000-8000-000000000001", "Fabrikam").await;
        let token = token(&server, TokenScope::Api).await;
        Self { server, cookie, token }
    }

    async fn ask(&self, method: &str, path: &str, body: &Value) -> (StatusCode, Value) {
        let answer = self.with(&self.token, method, path, body).await;
        let value: Value = serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body));
        assert_eq!(value["statusCode"], answer.status.as_u16(), "{path}: {value}");
        (answer.status, value)
    }

    async fn with(&self, token: &str, method: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder().method(method).uri(format!("{ROOT}{path}"));
        let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        let request = request.header(header::CONTENT_TYPE, "application/json");
        self.server.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        self.ask("GET", path, &Value::Null).await
    }

    async fn query(&self) -> String {
        let query = "SELECT customerName,licensesSold FROM LicenseDeployment TIMESPAN LAST_6_MONTHS";
        let body = json!({"Name": "Sold", "Description": "d", "Query": query});
        let (status, made) = self.ask("POST", "/ScheduledQueries", &body).await;
        assert_eq!(status, StatusCode::OK, "{made}");
        assert_eq!(made["value"][0]["type"], "userDefined");
        made["value"][0]["queryId"].as_str().unwrap().to_owned()
    }
}

async fn token(server: &TestServer, scope: TokenScope) -> String {
    let new = NewToken { name: "test".into(), scopes: [scope].into(), days: 90 };
    let made = tokens::make_on_host(&server.domain, server.account, "a@f.example", &new).await.unwrap();
    made.token.text().to_owned()
}

#[tokio::test]
async fn the_documented_steps_end_in_a_file() {
    let script = Script::new().await;
    let (_, datasets) = script.get("/ScheduledDataset?datasetName=licensedeployment").await;
    assert_eq!(datasets["totalCount"], 1);
    let columns = datasets["value"][0]["selectableColumns"].as_array().unwrap();
    assert!(columns.contains(&"customerName".into()));

    let query = script.query().await;
    let (_, tried) = script.get(&format!("/ScheduledQueries/testQueryResult?queryId={query}")).await;
    assert_eq!(tried["value"][0]["customerName"], "Fabrikam", "{tried}");

    // The examples mix the case of names.
    let body =
        json!({"reportName": "R", "queryId": query, "ExecuteNow": true, "Format": "TSV", "StartTime": "ignored"});
    let (status, made) = script.ask("POST", "/ScheduledReport", &body).await;
    assert_eq!(status, StatusCode::OK, "{made}");
    let report = made["value"][0]["reportId"].as_str().unwrap().to_owned();
    let execution = format!("/ScheduledReport/execution/{report}");
    assert_eq!(script.get(&execution).await.0, StatusCode::NOT_FOUND, "not there yet");
    let (_, pending) = script.get(&format!("{execution}?executionStatus=Pending;Running")).await;
    assert_eq!(pending["value"][0]["executionStatus"], "Pending");
    assert_eq!(pending["value"][0]["reportAccessSecureLink"], Value::Null);

    files::make_next(&script.server.domain).await.unwrap();
    let (_, done) = script.get(&format!("{execution}?getLatestExecution=true")).await;
    let link = done["value"][0]["reportAccessSecureLink"].as_str().unwrap();
    // Without the token.
    let path = &link[link.find("/insights").unwrap()..];
    let file = script.server.ask("GET", path, None, None).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.body.contains("customerName\tlicensesSold\r\nFabrikam\t"), "{}", file.body);
    let cut = path.len() - 1;
    assert_eq!(script.server.ask("GET", &path[..cut], None, None).await.status, StatusCode::NOT_FOUND);

    assert_eq!(script.ask("DELETE", &format!("/ScheduledReport/{report}"), &Value::Null).await.0, StatusCode::OK);
    assert_eq!(script.server.ask("GET", path, None, None).await.status, StatusCode::NOT_FOUND);
    assert_eq!(script.ask("DELETE", &format!("/ScheduledQueries/{query}"), &Value::Null).await.0, StatusCode::OK);
    assert_eq!(script.get("/ScheduledQueries").await.1["totalCount"], 0);
    let (_, system) = script.get("/ScheduledQueries?includeOnlySystemQueries=true").await;
    assert!(system["totalCount"].as_u64().unwrap() > 5, "{system}");
}

#[tokio::test]
async fn reports_that_come_again_are_changed_and_paused() {
    let script = Script::new().await;
    let query = script.query().await;
    let at = script.server.domain.clock.now().checked_add(jiff::SignedDuration::from_hours(5)).unwrap().to_string();
    let body = json!({
        "ReportName": "Daily", "QueryId": query, "StartTime": at, "RecurrenceInterval": 24, "RecurrenceCount": 20,
        "Format": "csv", "CallbackUrl": "",
    });
    let (status, made) = script.ask("POST", "/ScheduledReport", &body).await;
    assert_eq!((status, &made["value"][0]["reportStatus"]), (StatusCode::OK, &"Active".into()), "{made}");
    let id = made["value"][0]["reportId"].as_str().unwrap().to_owned();
    let (_, paused) = script.ask("PUT", &format!("/ScheduledReport/pause/{id}"), &Value::Null).await;
    assert_eq!(paused["value"][0]["reportStatus"], "Paused");
    let (_, resumed) = script.ask("PUT", &format!("/ScheduledReport/resume/{id}"), &Value::Null).await;
    assert_eq!(resumed["value"][0]["reportStatus"], "Active");
    let body = json!({"ReportName": "Weekly", "StartTime": at, "RecurrenceInterval": 168});
    let (_, changed) = script.ask("PUT", &format!("/ScheduledReport/{id}"), &body).await;
    assert_eq!(changed["value"][0]["recurrenceInterval"], 168, "{changed}");
    let (_, found) = script.get("/ScheduledReport?reportName=weekly").await;
    assert_eq!(found["value"][0]["reportId"], id.as_str());
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let script = Script::new().await;
    let query = script.query().await;
    for (body, named) in [
        (json!({"QueryId": query, "ExecuteNow": true}), "ReportName"),
        (json!({"ReportName": "x", "ExecuteNow": true}), "QueryId"),
        (json!({"ReportName": "x", "ExecuteNow": true, "QueryId": "1"}), "QueryId"),
        (json!({"ReportName": "x", "ExecuteNow": true, "QueryId": "00000000-0000-0000-0000-000000000000"}), "QueryId"),
        (json!({"ReportName": "x", "QueryId": query}), "StartTime"),
        (json!({"ReportName": "x", "QueryId": query, "StartTime": "tomorrow"}), "StartTime"),
        (
            json!({"ReportName": "x", "QueryId": query, "StartTime": "2020-01-01T00:00:00Z", "RecurrenceInterval": 24}),
            "StartTime",
        ),
        (json!({"ReportName": "x", "QueryId": query, "StartTime": "2090-01-01T00:00:00Z"}), "RecurrenceInterval"),
        (
            json!({"ReportName": "x", "QueryId": query, "StartTime": "2090-01-01T00:00:00Z", "RecurrenceInterval": 1}),
            "RecurrenceInterval",
        ),
        (json!({"ReportName": "x", "QueryId": query, "ExecuteNow": true, "Format": "pdf"}), "Format"),
        (
            json!({"ReportName": "x", "QueryId": query, "ExecuteNow": true, "CallbackUrl": "https://x.example"}),
            "CallbackUrl",
        ),
        (json!([1]), "JSON"),
    ] {
        let (status, answer) = script.ask("POST", "/ScheduledReport", &body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        assert!(answer["message"].as_str().unwrap().contains(named), "{body}: {answer}");
    }
    let (status, answer) =
        script.ask("POST", "/ScheduledQueries", &json!({"Name": "x", "Query": "SELECT a FROM b"})).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(answer["message"].as_str().unwrap().contains("dataset"), "{answer}");
    assert_eq!(
        script.get("/ScheduledReport/execution/00000000-0000-0000-0000-000000000000").await.0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(script.get("/ScheduledQueries/testQueryResult").await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn only_tokens_of_the_api_open_it() {
    let script = Script::new().await;
    let none = script.with("seat_nothing", "GET", "/ScheduledDataset", &Value::Null).await;
    assert_eq!(none.status, StatusCode::UNAUTHORIZED);
    let feed = token(&script.server, TokenScope::Feed).await;
    assert_eq!(script.with(&feed, "GET", "/ScheduledDataset", &Value::Null).await.status, StatusCode::FORBIDDEN);
    let asked = script.server.ask("GET", &format!("{ROOT}/ScheduledDataset"), Some(&script.cookie), None).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
}

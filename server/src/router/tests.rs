use crate::testing::TestServer;
use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use model::Role;

async fn get(path: &str) -> (StatusCode, HeaderMap, String) {
    let server = TestServer::new().await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let request = Request::get(path).header(header::ACCEPT_ENCODING, "br").header(header::COOKIE, cookie);
    let answer = server.send(request.body(Body::empty()).unwrap()).await;
    (answer.status, answer.headers, answer.body)
}

#[tokio::test]
async fn built_files_are_compressed_and_kept() {
    let (status, headers, body) = get("/pkg/f00d/seatscope.js").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "compressed"));
    assert_eq!(headers[header::CONTENT_ENCODING], "br");
    assert_eq!(headers[header::CONTENT_TYPE], "text/javascript");
    assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn a_missing_built_file_is_not_kept() {
    let (status, headers, _) = get("/pkg/f00d/gone.wasm").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(headers[header::CACHE_CONTROL], "private, no-store");
}

#[tokio::test]
async fn public_files_are_kept_for_an_hour() {
    let (status, headers, body) = get("/robots.txt").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "robots"));
    assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=3600");
}

#[tokio::test]
async fn an_unknown_address_is_not_found() {
    assert_eq!(get("/nowhere").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_is_whole_when_it_leaves_the_server() {
    let server = TestServer::new().await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let page = server.ask("GET", "/analytics/licenses", Some(&cookie), None).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(TestServer::CANARY), "the table of customers is in the document");
    assert_eq!(page.headers[header::CACHE_CONTROL], "private, no-store");
    assert!(page.headers.contains_key("x-request-id"));
}

#[tokio::test]
async fn a_refused_page_says_who_can_help_and_leaks_nothing() {
    let server = TestServer::new().await;
    server.sign_in("boss@f.example", &[Role::PartnerAdmin]).await;
    let cookie = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    for page in ["/analytics/licenses", &format!("/customers/{}", TestServer::SOME_ID)] {
        let page = server.ask("GET", page, Some(&cookie), None).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.body.contains("MPN partner admin") && page.body.contains("boss@f.example"));
        assert!(!page.body.contains(TestServer::CANARY));
    }
}

#[tokio::test]
async fn bad_input_is_answered_as_bad_input() {
    let server = TestServer::new().await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    for body in ["{}", "{\"filter\": 7}", "{", "{\"filter\": {\"months\": {\"from\": \"x\", \"to\": \"y\"}}}"] {
        let answer = server.ask("POST", "/api/licenses/report", Some(&cookie), Some(body)).await;
        assert!(answer.status.is_client_error(), "{body}: {} {}", answer.status, answer.body);
    }
}

/// What a render leaves behind is dropped by whichever worker comes next.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_can_be_rendered_by_any_worker() {
    let server = std::sync::Arc::new(TestServer::new().await);
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let mut asked = tokio::task::JoinSet::new();
    for page in ["/", "/analytics/licenses", "/users", "/settings/data", "/me"].repeat(20) {
        let (server, cookie) = (server.clone(), cookie.clone());
        asked.spawn(async move { server.ask("GET", page, Some(&cookie), None).await.status });
    }
    while let Some(status) = asked.join_next().await {
        assert_eq!(status.unwrap(), StatusCode::OK);
    }
}

#[tokio::test]
async fn an_import_is_undone_with_its_button() {
    let server = TestServer::new().await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let data = server.ask("GET", "/settings/data", Some(&cookie), None).await;
    let action = data.body.split('"').find(|text| text.contains("/settings/data/") && text.ends_with("/undo"));
    let action = action.expect("the import has a button");
    assert!(data.body.contains("Undo the import of f.csv"));
    let answer = server.ask("POST", action, Some(&cookie), None).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let to = answer.headers[header::LOCATION].to_str().unwrap();
    let data = server.ask("GET", to, Some(&cookie), None).await;
    assert!(data.body.contains("undone") && !data.body.contains(action), "it is told, and cannot be undone twice");
    let figures = server.ask("GET", "/analytics/licenses", Some(&cookie), None).await;
    assert!(!figures.body.contains(TestServer::CANARY), "its rows are gone from every figure");
}

#[tokio::test]
async fn the_audit_page_tells_who_did_what_in_the_visitors_language_and_gives_it_away_as_a_file() {
    let server = TestServer::new().await;
    let cookie = server.sign_in("boss@f.example", &[Role::PartnerAdmin]).await;
    let page = server.ask("GET", "/access/log", Some(&cookie), None).await;
    assert!(page.body.contains("boss@f.example signed in with a one-time link."), "{}", page.body);
    assert!(page.body.contains("The host’s command line imported f.csv: done."));
    let in_chinese = format!("{cookie}; locale=zh-TW");
    let page = server.ask("GET", "/access/log", Some(&in_chinese), None).await;
    assert!(page.body.contains("boss@f.example 已使用一次性連結登入。"));

    let narrowed = server.ask("GET", "/access/log?action=sign_out", Some(&cookie), None).await;
    assert!(!narrowed.body.contains("signed in with"));
    let file = server.ask("GET", "/export/audit.csv?action=sign_in", Some(&cookie), None).await;
    assert_eq!(file.body.lines().count(), 2, "{}", file.body);
    let file = server.ask("GET", "/export/audit.jsonl?action=exported", Some(&cookie), None).await;
    let line: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!((&line["action"], &line["subject"]), (&"exported".into(), &"audit".into()));
}

#[tokio::test]
async fn the_audit_trail_is_verified_with_its_button() {
    let server = TestServer::new().await;
    let cookie = server.sign_in("boss@f.example", &[Role::PartnerAdmin]).await;
    let page = server.ask("GET", "/access/log", Some(&cookie), None).await;
    assert!(page.body.contains("has not been verified yet"));
    let answer = server.ask("POST", "/api/audit/verify", Some(&cookie), Some("")).await;
    assert!(answer.status.is_success() || answer.status.is_redirection(), "{} {}", answer.status, answer.body);
    let page = server.ask("GET", "/access/log", Some(&cookie), None).await;
    assert!(page.body.contains("Whole: verified up to line"));
}

#[tokio::test]
async fn letters_are_written_in_the_language_of_the_last_page() {
    let server = TestServer::new().await;
    let cookie = server.sign_in("mei@f.example", &[]).await;
    let stored = async || -> Option<String> {
        let text = "select locale from person where email = 'mei@f.example'";
        domain::db::sql(text).scalar(&server.domain.db).await.unwrap()
    };
    server.ask("GET", "/", Some(&format!("{cookie}; locale=zh-TW")), None).await;
    assert_eq!(stored().await.as_deref(), Some("zh-TW"));
    server.ask("GET", "/me", Some(&format!("{cookie}; locale=en")), None).await;
    assert_eq!(stored().await.as_deref(), Some("en"));
}

//! Who tries what they may not stands in the audit trail, and cannot fill it.

use crate::testing::TestServer;
use axum::http::StatusCode;
use domain::db::sql;
use model::Role;

#[tokio::test]
async fn a_refusal_is_recorded_once_an_hour_for_each_person_and_route() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    let report = Some(r#"{"filter": {}}"#);
    for (method, path, body) in [
        ("GET", "/users?q=secret", None),
        ("GET", "/users", None),
        ("GET", &*format!("/users/{}", TestServer::SOME_ID), None),
        ("POST", "/api/licenses/report", report),
        ("POST", "/api/licenses/report", report),
        ("POST", "/users/add", Some("email=x@x.example&name=X")),
        ("GET", "/export/audit.csv", None),
    ] {
        assert_eq!(server.ask(method, path, Some(&clerk), body).await.status, StatusCode::FORBIDDEN, "{path}");
        server.ask(method, path, None, body).await;
    }
    // What they may, and what takes no role but a fresh proof, is no refusal.
    assert_eq!(server.ask("GET", "/me", Some(&clerk), None).await.status, StatusCode::OK);
    let mut tx = server.domain.db.write().await.unwrap();
    sql("update session set proved_at = 0").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let review = format!("review={}", TestServer::SOME_ID);
    let stale = server.ask("POST", "/api/reviews/finish", Some(&admin), Some(&review)).await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);

    let recorded: Vec<(String, String)> =
        sql("select p.email, a.subject from audit a join person p on p.id = a.actor_id where a.action = 'refused' order by a.seq")
            .fetch_all(&server.domain.db)
            .await
            .unwrap();
    let ought =
        ["GET /users", "GET /users/{id}", "POST /api/licenses/report", "POST /users/add", "GET /export/audit.csv"];
    assert_eq!(recorded, ought.map(|route| ("clerk@f.example".to_owned(), route.to_owned())));
    for (language, words) in [("en", "was refused GET /users."), ("zh-TW", "存取 GET /users 遭拒。")] {
        let page = server.ask("GET", "/access/log", Some(&format!("{admin}; locale={language}")), None).await;
        assert!(page.body.contains(words), "{language}");
    }
}

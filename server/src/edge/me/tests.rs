use crate::testing::TestServer;
use axum::http::header;
use model::Role;

#[tokio::test]
async fn ones_own_page_says_why_one_has_what_access_and_takes_a_new_name() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let page = server.ask("GET", "/me", Some(&admin), None).await.body;
    assert!(page.contains("MPN partner admin ← ") && page.contains("value=\"admin@f.example\""), "{page}");
    for (name, to) in [("%E6%9E%97%E7%BE%8E%E7%8E%B2", "/me?saved"), ("", "/me?failed=name")] {
        let answer = server.ask("POST", "/me/name", Some(&admin), Some(&format!("name={name}"))).await;
        assert_eq!(answer.headers[header::LOCATION], to);
    }
    let page = server.ask("GET", "/me?failed=name", Some(&admin), None).await.body;
    assert!(page.contains("value=\"林美玲\"") && page.contains("A name has 1 to 200 characters"));
    let people = server.ask("GET", "/users", Some(&admin), None).await.body;
    assert!(people.contains("林美玲"));
    let nobody = server.sign_in("nobody@f.example", &[]).await;
    let page = server.ask("GET", "/me", Some(&nobody), None).await.body;
    assert!(page.contains("You hold no role in this account.") && !page.contains("←"));
}

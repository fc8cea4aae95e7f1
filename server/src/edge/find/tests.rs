use crate::testing::TestServer;
use axum::http::StatusCode;
use model::Role;

/// The addresses that links in the page's content lead to.
fn ways(body: &str) -> Vec<String> {
    let content = body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let links = content.split("<a href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|href| href.split('#').next().unwrap().replace("&amp;", "&")).collect()
}

#[tokio::test]
async fn what_is_offered_opens() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    for (cookie, typed, least) in
        [(&admin, "", 10), (&admin, "a", 10), (&admin, "e", 10), (&clerk, "", 5), (&clerk, "a", 4)]
    {
        let page = server.ask("GET", &format!("/find?q={typed}"), Some(cookie), None).await;
        let ways = ways(&page.body);
        assert!(page.status == StatusCode::OK && ways.len() >= least, "{typed}: {ways:?}");
        for way in ways {
            let answer = server.ask("GET", &way, Some(cookie), None).await;
            assert_eq!(answer.status, StatusCode::OK, "{way}");
        }
    }
}

#[tokio::test]
async fn the_account_s_customers_are_offered_to_who_may_see_them() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    let found = server.ask("GET", "/find?q=canary", Some(&admin), None).await.body;
    assert!(ways(&found).contains(&format!("/customers/{}", TestServer::SOME_ID)), "{found}");
    let found = server.ask("GET", "/find?q=canary", Some(&clerk), None).await.body;
    assert!(!found.contains(TestServer::CANARY) && ways(&found).is_empty(), "{found}");
}

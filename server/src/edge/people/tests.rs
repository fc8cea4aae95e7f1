use crate::testing::{TestServer, no_mail_server};
use axum::http::header;
use model::Role;

/// Adds somebody; the page that comes next.
async fn added(server: &TestServer) -> String {
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let answer = server.ask("POST", "/users/add", Some(&admin), Some("name=Mei&email=mei%40f.example")).await;
    let link = answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap();
    let to = answer.headers[header::LOCATION].to_str().unwrap();
    server.ask("GET", to, Some(&format!("{admin}; {link}")), None).await.body
}

#[tokio::test]
async fn the_page_with_a_new_link_says_whether_a_letter_brings_it() {
    let server = TestServer::new().await;
    let page = added(&server).await;
    assert!(page.contains("/sign-in?link=") && page.contains("hand the link over yourself"));
    let server = TestServer::with(|domain| domain.mail = Some(no_mail_server())).await;
    let page = added(&server).await;
    assert!(page.contains("/sign-in?link=") && page.contains("on its way to the person"));
}

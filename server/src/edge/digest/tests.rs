use crate::testing::{TestServer, no_mail_server};
use axum::http::{StatusCode, header};
use model::Role;

#[tokio::test]
async fn the_page_tells_of_changes_to_who_may_see_them_and_of_nothing_to_others() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    let page = server.ask("GET", "/digest", Some(&admin), None).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("was given the role MPN partner admin.</a>"), "{}", page.body);
    assert!(page.body.contains("This server sends no mail."));
    let refused = server.ask("GET", "/digest", Some(&clerk), None).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.body.contains("was given the role MPN partner admin.") && !refused.body.contains("New data"));
}

#[tokio::test]
async fn the_letter_is_stopped_and_taken_by_a_form() {
    let server = TestServer::with(|domain| domain.mail = Some(no_mail_server())).await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    for (act, offered) in [("stop", "value=\"take\""), ("take", "value=\"stop\"")] {
        let answer = server.ask("POST", "/me/letter", Some(&admin), Some(&format!("act={act}"))).await;
        assert_eq!(answer.headers[header::LOCATION], "/digest?done#letter");
        let page = server.ask("GET", "/digest?done", Some(&admin), None).await.body;
        assert!(page.contains(offered) && page.contains("Saved."), "{page}");
    }
    let wrong = server.ask("POST", "/me/letter", Some(&admin), Some("act=never")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"stop\""), "{}", wrong.body);
}

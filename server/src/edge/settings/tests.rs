use crate::testing::TestServer;
use axum::http::{StatusCode, header};
use domain::oidc::{self, Provider};
use model::Role;

const PAGE: &str = "/settings/tokens";
const FORM: &str = "name=Power+BI&days=30&scope=api&scope=feed";

async fn server() -> (TestServer, String) {
    let server = TestServer::new().await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    (server, cookie)
}

/// Lets the ten minutes pass in which a sign-in is fresh.
async fn grow_stale(server: &TestServer) {
    let mut tx = server.domain.db.write().await.unwrap();
    domain::db::sql("update session set proved_at = 0").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_new_token_is_shown_once_and_stands_in_no_address() {
    let (server, cookie) = server().await;
    let answer = server.ask("POST", PAGE, Some(&cookie), Some(FORM)).await;
    assert_eq!((answer.status, answer.headers[header::LOCATION].as_bytes()), (StatusCode::SEE_OTHER, PAGE.as_bytes()));
    let made = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(made.contains("HttpOnly") && made.contains("SameSite=Strict") && made.contains("Path=/settings/tokens"));
    let made = made.split(';').next().unwrap().to_owned();
    let token = made.split_once('.').unwrap().1;

    let page = server.ask("GET", PAGE, Some(&format!("{cookie}; {made}")), None).await;
    assert!(page.body.contains(token), "without JavaScript too");
    let taken_back = page.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(taken_back.starts_with("made=;") && taken_back.contains("Max-Age=0"));
    let page = server.ask("GET", PAGE, Some(&cookie), None).await;
    assert!(
        !page.body.contains(token) && page.body.contains("Power BI") && page.body.contains(&token[token.len() - 4..])
    );
}

#[tokio::test]
async fn a_token_is_revoked_with_its_button() {
    let (server, cookie) = server().await;
    server.ask("POST", PAGE, Some(&cookie), Some(FORM)).await;
    let page = server.ask("GET", PAGE, Some(&cookie), None).await;
    let action = page.body.split('"').find(|text| text.ends_with("/revoke")).expect("a button");
    let answer = server.ask("POST", action, Some(&cookie), None).await;
    let to = answer.headers[header::LOCATION].to_str().unwrap();
    let page = server.ask("GET", to, Some(&cookie), None).await;
    assert!(page.body.contains("revoked") && page.body.contains("Done.") && !page.body.contains("/revoke\""));
}

#[tokio::test]
async fn a_form_that_does_nothing_says_why() {
    let (server, cookie) = server().await;
    let settings = "name=New&idle_minutes=30&session_hours=12&keep_days=400";
    for (path, form, why) in [
        (PAGE, "name=&days=1&scope=api".to_owned(), "A token needs a name"),
        (PAGE, "name=x&days=400&scope=api".to_owned(), "A token needs a name"),
        (PAGE, "name=x&days=1&scope=all".to_owned(), "A token needs a name"),
        ("/settings/account", settings.replace("30", "1"), "out of its bounds"),
        ("/settings/account", format!("{settings}&second_factor=true"), "must keep an acting MPN partner admin"),
    ] {
        let answer = server.ask("POST", path, Some(&cookie), Some(&form)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{form}: {}", answer.body);
        let page = server.ask("GET", answer.headers[header::LOCATION].to_str().unwrap(), Some(&cookie), None).await;
        assert!(page.body.contains(why), "{form}");
    }
    let more = server.ask("POST", "/settings/account", Some(&cookie), Some(&format!("{settings}&mpn_id=1"))).await;
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY, "what is the operator's cannot be slipped in");
    grow_stale(&server).await;
    for (path, form) in [(PAGE, FORM), ("/settings/account", settings)] {
        let answer = server.ask("POST", path, Some(&cookie), Some(form)).await;
        assert_eq!(answer.headers[header::LOCATION], format!("{path}?failed=fresh").as_str());
        let page = server.ask("GET", &format!("{path}?failed=fresh"), Some(&cookie), None).await;
        assert!(page.body.contains("/confirm"));
    }
}

#[tokio::test]
async fn settings_are_changed_with_their_form() {
    let (server, cookie) = server().await;
    let settings = "name=%E7%B7%91&idle_minutes=45&session_hours=8&keep_days=30";
    let answer = server.ask("POST", "/settings/account", Some(&cookie), Some(settings)).await;
    let page = server.ask("GET", answer.headers[header::LOCATION].to_str().unwrap(), Some(&cookie), None).await;
    assert!(page.body.contains("Done.") && page.body.contains("value=\"\u{7dd1}\""));
    assert!(page.body.contains("value=\"45\"") && page.body.contains("9000001"));
}

#[tokio::test]
async fn groups_give_roles_by_a_form() {
    let provider = Provider::new(oidc::Settings {
        name: "Entra ID".into(),
        issuer: "https://login.example".into(),
        client_id: "seatscope".into(),
        client_secret: "secret".into(),
        scopes: Vec::new(),
        groups: Some("groups".into()),
        second_factor: None,
        redirect: format!("http://localhost:3000{}", crate::config::CALLBACK),
    });
    let server = TestServer::with(|domain| domain.provider = Some(provider.unwrap())).await;
    let cookie = server.sign_in("a@f.example", &[Role::PartnerAdmin]).await;
    let form = "group=&role=&on=true&group=desk+%26+co&role=billing_admin&group=admins&role=partner_admin&group=&role=";
    let answer = server.ask("POST", "/settings/account/groups", Some(&cookie), Some(form)).await;
    assert_eq!(answer.headers[header::LOCATION], "/settings/account?saved");
    let page = server.ask("GET", "/settings/account", Some(&cookie), None).await.body;
    assert!(page.contains("What a group of Entra ID gives"), "{page}");
    assert!(page.contains("desk &amp; co") && page.contains(r#"value="admins""#));

    for wrong in ["on=true&group=a&role=", "on=true&group=a&role=king", "role=billing_admin"] {
        let answer = server.ask("POST", "/settings/account/groups", Some(&cookie), Some(wrong)).await;
        assert_eq!(answer.headers[header::LOCATION], "/settings/account?failed=setting", "{wrong}");
    }
    let page = server.ask("GET", "/settings/account", Some(&cookie), None).await.body;
    assert!(page.contains(r#"value="admins""#), "what was wrong changed nothing");
    grow_stale(&server).await;
    let answer = server.ask("POST", "/settings/account/groups", Some(&cookie), Some("")).await;
    assert_eq!(answer.headers[header::LOCATION], "/settings/account?failed=fresh");
}

use crate::testing::{Answer, TestServer};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use model::Role;

const REPORT: &str = "/customers/00000000-0000-4000-8000-000000000001/review";

/// The smallest PNG.
const PNG: [u8; 67] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01, 0x48, 0xaf, 0xa4, 0x71, 0x00, 0x00,
    0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

async fn send_brand(server: &TestServer, cookie: &str, colour: &str, logo: &[u8]) -> Answer {
    let part = |name: &str, more: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    let head = format!("{}{colour}\r\n{}", part("colour", ""), part("logo", "; filename=\"l.png\""));
    let body = [head.as_bytes(), logo, b"\r\n--b--\r\n"].concat();
    let request = Request::builder().method("POST").uri("/settings/brand").header("sec-fetch-site", "same-origin");
    let request = request.header(header::COOKIE, cookie);
    let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    server.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn the_report_has_the_customers_figures_and_what_is_chosen() {
    let server = TestServer::new().await;
    server.import_figures(server.account, TestServer::SOME_ID, TestServer::CANARY).await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let all = server.ask("GET", REPORT, Some(&admin), None).await;
    assert_eq!(all.status, StatusCode::OK);
    for part in
        [TestServer::CANARY, "77.78 %", "Subscriptions and renewals", "Azure consumption", "Presented by Fabrikam"]
    {
        assert!(all.body.contains(part), "{part}");
    }
    let one = server.ask("GET", &format!("{REPORT}?section=licences&language=zh-TW"), Some(&admin), None).await;
    let article = one.body.split("article").nth(1).unwrap();
    assert!(
        article.contains("lang=\"zh-TW\"") && article.contains("已銷售的授權") && !article.contains("Azure"),
        "{article}"
    );
}

#[tokio::test]
async fn a_hostile_name_and_comment_are_text() {
    let server = TestServer::new().await;
    server.import(server.account, TestServer::SOME_ID, "<script>alert(1)</script>").await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let kept = server
        .ask("POST", REPORT, Some(&admin), Some("comment=%3C/textarea%3E%3Cimg+src%3Dx%3E&section=comment&language=en"))
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    assert_eq!(kept.headers[header::LOCATION], format!("{REPORT}?section=comment&language=en&saved="));
    let page = server.ask("GET", REPORT, Some(&admin), None).await;
    assert!(page.body.contains("&lt;script>alert(1)") || page.body.contains("&lt;script&gt;alert(1)"));
    let pdf = server.ask("GET", &format!("{REPORT}.pdf"), Some(&admin), None).await;
    assert_eq!((pdf.status, &pdf.body[..5]), (StatusCode::OK, "%PDF-"));
    assert!(pdf.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
}

#[tokio::test]
async fn a_comment_that_is_too_long_comes_back_as_it_was_written() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let long = format!("comment={}", "x".repeat(4_001));
    let answer = server.ask("POST", REPORT, Some(&admin), Some(&long)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&"x".repeat(4_001)) && answer.body.contains("longer than 4,000"));
}

#[tokio::test]
async fn a_logo_is_served_as_the_picture_it_is_and_bad_ones_are_refused() {
    let server = TestServer::new().await;
    let admin = server.sign_in("admin@f.example", &[Role::PartnerAdmin]).await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let heavy = vec![0; 300_000];
    for (colour, logo) in [("", &svg[..]), ("", &PNG[..40]), ("javascript:x", &PNG[..]), ("", &heavy[..])] {
        let refused = send_brand(&server, &admin, colour, logo).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert_eq!(server.ask("GET", "/settings/brand/logo", Some(&admin), None).await.status, StatusCode::NOT_FOUND);
    }
    let done = send_brand(&server, &admin, "#ffee00", &PNG).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let logo = server.ask("GET", "/settings/brand/logo", Some(&admin), None).await;
    assert_eq!((logo.status, &logo.headers[header::CONTENT_TYPE]), (StatusCode::OK, &"image/png".parse().unwrap()));
    let page = server.ask("GET", REPORT, Some(&admin), None).await;
    assert!(page.body.contains("src=\"/settings/brand/logo\"") && !page.body.contains("#ffee00"));
    let pdf = server.ask("GET", &format!("{REPORT}.pdf"), Some(&admin), None).await;
    assert!(pdf.status == StatusCode::OK && pdf.body.contains("/Image"));
}

#[tokio::test]
async fn whoever_is_no_partner_admin_gets_none_of_it() {
    let server = TestServer::new().await;
    let clerk = server.sign_in("clerk@f.example", &[Role::BillingAdmin]).await;
    for path in [REPORT.to_owned(), format!("{REPORT}.pdf"), "/settings/brand".into(), "/settings/brand/logo".into()] {
        let answer = server.ask("GET", &path, Some(&clerk), None).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!answer.body.contains(TestServer::CANARY), "{path}");
    }
    assert_eq!(send_brand(&server, &clerk, "", &PNG).await.status, StatusCode::FORBIDDEN);
    assert_eq!(server.ask("POST", REPORT, Some(&clerk), Some("comment=x")).await.status, StatusCode::FORBIDDEN);
}

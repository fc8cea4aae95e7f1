use super::{Kept, NewBrand, brand, briefing, keep, logo, set_brand};
use crate::{
    Error,
    access::Caller,
    audit, customers,
    imports::{self, Incoming, Progress},
    insight,
    sample::{self, SamplePlan},
    testing::TestDomain,
};
use model::{AuditFilter, Block, Facet, InsightPage, InsightQuery, Invalid, Program, Role, Title};
use tokio::sync::watch;

/// An account with sample data, its admin, and the tenant of its largest customer.
async fn filled() -> (TestDomain, Caller, String) {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let dir = tempfile::tempdir().unwrap();
    for file in sample::write(dir.path(), &SamplePlan::demo("2026-10".parse().unwrap())).unwrap() {
        let incoming = Incoming::read(&test, "f", &mut std::fs::File::open(&file.path).unwrap()).unwrap();
        imports::run(&test, &admin, incoming, watch::channel(Progress::default()).0).await.unwrap();
    }
    let page = insight::page(&test, &admin, InsightPage::Customers, &InsightQuery::default()).await.unwrap();
    let tenant = page.blocks.iter().find_map(|block| match block {
        Block::Ranking(table) if table.title == Title::AllCustomers => Some(table.rows[0].key.clone()),
        _ => None,
    });
    (test, admin, tenant.unwrap())
}

#[tokio::test]
async fn a_report_says_what_the_customers_pages_say() {
    let (test, admin, tenant) = filled().await;
    let page = customers::detail(&test, &admin, &tenant).await.unwrap();
    let made = briefing(&test, &admin, &tenant.to_uppercase(), 12).await.unwrap();
    let (shown, report) = (&page.report, &made.customer.report);
    assert_eq!((report.now(), report.before()), (shown.now(), shown.before()));
    assert_eq!((&report.by_product, &report.by_workload), (&shown.by_product, &shown.by_workload));
    assert!(shown.trend.ends_with(&report.trend) && report.trend.len() <= 12);
    assert!(!made.advice.is_empty());
    let query = InsightQuery { narrowed: vec![(Facet::Customer, tenant.clone())], ..InsightQuery::default() };
    for (which, own) in [(InsightPage::Subscriptions, &made.subscriptions), (InsightPage::Azure, &made.azure)] {
        let narrowed = insight::page(&test, &admin, which, &query).await.unwrap();
        if let Some(own) = own {
            assert_eq!((&own.figures, &own.blocks), (&narrowed.figures, &narrowed.blocks));
        }
    }
    assert!(made.subscriptions.is_some());

    let short = briefing(&test, &admin, &tenant, 3).await.unwrap();
    assert_eq!(short.customer.report.now(), shown.now());
    assert_eq!(short.customer.report.trend.len(), 3);
    assert_eq!(short.subscriptions.unwrap().months.unwrap().months().count(), 3);
}

#[tokio::test]
async fn a_section_is_closed_to_whom_its_page_is_closed() {
    let (test, admin, tenant) = filled().await;
    let member = test.person(test.account, "m@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(briefing(&test, &member, &tenant, 12).await, Err(Error::Denied(_))));
    let other = test.account("9100001", &[Program::CspIndirectReseller]).await;
    let foreign = test.person(other, "o@n.example", &[Role::PartnerAdmin]).await;
    assert!(matches!(briefing(&test, &foreign, &tenant, 12).await, Err(Error::NotFound)));

    crate::account::set_programs(&test, test.account, &[Program::CspIndirectReseller].into()).await.unwrap();
    let (token, _) = test.signed_in(test.account, "r@f.example", &[Role::PartnerAdmin]).await;
    let reseller = crate::session::caller(&test, token.text()).await.unwrap().unwrap();
    let made = briefing(&test, &reseller, &tenant, 12).await.unwrap();
    assert_eq!((made.subscriptions, made.azure), (None, None));
    assert!(made.customer.report.now().sold.is_some());
    drop(admin);
}

#[tokio::test]
async fn a_comment_is_kept_for_the_next_report_and_its_words_for_nobody_else() {
    let (test, admin, tenant) = filled().await;
    let said = Kept { language: Some("zh-TW".into()), comment: "  Secret words\r\n\r\nmore ".into() };
    keep(&test, &admin, &tenant, &said).await.unwrap();
    let made = briefing(&test, &admin, &tenant, 12).await.unwrap();
    assert_eq!(made.kept, Kept { language: Some("zh-TW".into()), comment: "Secret words\n\nmore".into() });
    let trail = audit::list(&test, &admin, &AuditFilter::default()).await.unwrap().rows;
    let row = trail.iter().find(|row| row.action == "briefing_changed").unwrap();
    assert!(row.subject == tenant && !format!("{row:?}").contains("Secret"));

    let long = Kept { comment: "長".repeat(4_001), ..said };
    let refused = keep(&test, &admin, &tenant, &long).await;
    assert!(matches!(refused, Err(Error::Invalid(Invalid::Comment))));
    let member = test.person(test.account, "m@f.example", &[]).await;
    assert!(matches!(keep(&test, &member, &tenant, &Kept::default()).await, Err(Error::Denied(_))));
    let nobody = "00000000-0000-4000-8000-00000000000f";
    assert!(matches!(keep(&test, &admin, nobody, &Kept::default()).await, Err(Error::NotFound)));
    assert_eq!(briefing(&test, &admin, &tenant, 12).await.unwrap().kept, made.kept);
}

#[tokio::test]
async fn a_colour_and_a_logo_stay_until_they_are_taken_away() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let mut data = Vec::new();
    png::Encoder::new(&mut data, 2, 2).write_header().unwrap().write_image_data(&[0; 4]).unwrap();
    let new = |colour: &str| NewBrand { colour: colour.into(), ..NewBrand::default() };
    assert!(matches!(logo(&test, &admin).await, Err(Error::NotFound)));
    set_brand(&test, &admin, NewBrand { logo: Some(data.clone()), ..new("#004080") }).await.unwrap();
    set_brand(&test, &admin, new("#004081")).await.unwrap();
    let kept = brand(&test, &admin).await.unwrap();
    assert_eq!((kept.colour.unwrap().to_string(), kept.logo.is_some()), ("#004081".to_owned(), true));
    assert_eq!(logo(&test, &admin).await.unwrap().data, data);

    let bad = NewBrand { logo: Some(b"<svg/>".to_vec()), ..new("") };
    assert!(matches!(set_brand(&test, &admin, bad).await, Err(Error::Invalid(Invalid::Logo))));
    assert!(matches!(set_brand(&test, &admin, new("blue")).await, Err(Error::Invalid(Invalid::Setting))));
    let member = test.person(test.account, "m@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(set_brand(&test, &member, new("")).await, Err(Error::Denied(_))));
    assert_eq!(brand(&test, &admin).await.unwrap(), kept);

    set_brand(&test, &admin, NewBrand { without_logo: true, ..new("") }).await.unwrap();
    let bare = brand(&test, &admin).await.unwrap();
    assert_eq!((bare.colour, bare.logo), (None, None));
    let trail = audit::list(&test, &admin, &AuditFilter::default()).await.unwrap().rows;
    assert_eq!(trail.iter().filter(|row| row.action == "setting_changed").count(), 3);
}

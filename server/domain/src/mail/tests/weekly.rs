//! The weekly letter, as its recipients get it.

use super::{letters_of, with_mail};
use crate::{Domain, db::sql, digest, testing::TestDomain};
use model::Role;

/// From Sunday, on which tests begin, to Monday at six.
const TO_MONDAY: i64 = 21 * 3_600;
const WEEK: i64 = 7 * 86_400;

const ROWS: &str = "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n\
    2026-09-01,o365,reseller,00000000-0000-4000-8000-000000000001,Contoso,E3,9,10\n\
    2026-10-01,o365,reseller,00000000-0000-4000-8000-000000000001,Contoso,E3,4,10\n";

/// As long lines are broken in letters, without the breaks.
fn whole(letter: &str) -> String {
    letter.replace("=\n", "").replace("=3D", "=")
}

async fn revoke(test: &TestDomain, email: &str) {
    let mut tx = test.db.write().await.unwrap();
    sql("update role_grant set revoked_at = 1 where person_id = (select id from person where email = $1)")
        .bind(email)
        .execute(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn other_server(domain: &Domain) {
    digest::write_due(&domain.clone()).await.unwrap();
}

#[tokio::test]
async fn each_gets_one_letter_a_week_and_none_without_news() {
    let (domain, test, mut took) = with_mail().await;
    let admin = test.person(test.account, "pat@f.example", &[Role::PartnerAdmin]).await;
    test.person(test.account, "clerk@f.example", &[Role::BillingAdmin]).await;
    test.import(&admin, ROWS).await;
    digest::write_due(&domain).await.unwrap();
    assert!(letters_of(&domain, &mut took).await.is_empty(), "no Monday since the role was given");
    test.clock.advance(TO_MONDAY);
    tokio::join!(other_server(&domain), other_server(&domain));
    let letters = letters_of(&domain, &mut took).await;
    other_server(&domain).await;
    assert!(letters_of(&domain, &mut took).await.is_empty());
    assert_eq!(letters.len(), 1, "{letters:?}");
    let letter = whole(&letters[0]);
    for part in [
        "<pat@f.example>",
        "Subject: What changed at 9000001",
        "Contoso has assigned 40.00 % of its licences in Oct 2026, 90.00 % the month before.",
        "https://seats.f.example/customers/00000000-0000-4000-8000-000000000001",
        "- LicenseDeployment, up to Oct 2026",
        "https://seats.f.example/digest#letter",
    ] {
        assert!(letter.contains(part), "{part} in {letter}");
    }
    test.clock.advance(WEEK);
    digest::write_due(&domain).await.unwrap();
    assert!(letters_of(&domain, &mut took).await.is_empty(), "nothing came in since");
    test.import(&admin, &ROWS.replace(",4,10", ",3,10")).await;
    test.clock.advance(WEEK - 3_600);
    digest::write_due(&domain).await.unwrap();
    assert_eq!(letters_of(&domain, &mut took).await.len(), 1);
}

#[tokio::test]
async fn whoever_stopped_it_or_lost_the_role_gets_none_also_once_it_waits() {
    let (domain, test, mut took) = with_mail().await;
    let stays = test.person(test.account, "stays@f.example", &[Role::PartnerAdmin]).await;
    let stops = test.person(test.account, "stops@f.example", &[Role::PartnerAdmin]).await;
    let late = test.person(test.account, "late@f.example", &[Role::PartnerAdmin]).await;
    for email in ["lost@f.example", "loses@f.example"] {
        test.person(test.account, email, &[Role::PartnerAdmin]).await;
    }
    test.import(&stays, ROWS).await;
    digest::want(&test, &stops, false).await.unwrap();
    assert_eq!(digest::wants(&test, &stops).await.unwrap(), Some(false));
    assert_eq!(digest::wants(&test, &stays).await.unwrap(), Some(true));
    revoke(&test, "lost@f.example").await;
    test.clock.advance(TO_MONDAY);
    digest::write_due(&domain).await.unwrap();
    let waiting: i64 = sql("select count(*) from job where kind = 'mail'").scalar(&domain.db).await.unwrap();
    assert_eq!(waiting, 3);
    revoke(&test, "loses@f.example").await;
    digest::want(&test, &late, false).await.unwrap();
    let letters = letters_of(&domain, &mut took).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("<stays@f.example>"));
    // Whoever takes it again gets the next one.
    digest::want(&test, &stops, true).await.unwrap();
    digest::write_due(&domain).await.unwrap();
    assert!(letters_of(&domain, &mut took).await[0].contains("<stops@f.example>"));
}

//! What an import leaves when it ends one way or another.

use super::*;
use crate::db::sql;
use crate::imports::{begin::begin, run::go};

#[tokio::test]
async fn an_import_cancelled_after_reading_is_not_in() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let rows: Vec<_> = (1..40).map(|customer| ("2026-10", customer, "E3", 1, 2)).collect();
    let given = deployment(&rows).replacen(HEADER, &format!("{HEADER},Shoe size"), 1).replace(",1,2\n", ",1,2,\n")
        + "2026-10-01,o365,reseller,not-a-guid,X,E3,1,1,9\n";
    let incoming = Incoming::read(&test, "x.csv", &mut given.as_bytes()).unwrap();
    let scope = admin.may(model::Permission::Import).unwrap();
    let running = begin(&test, &scope, &incoming).await.unwrap();
    // The file is read before the first look at whether it is to go on.
    cancel(&test, &admin, running.id).await.unwrap();
    go(&test, &running, incoming, watch::channel(Progress::default()).0).await.unwrap();
    let ended = one(&test, &admin, running.id).await.unwrap();
    assert_eq!(ended.state, ImportState::Cancelled);
    assert!(ended.ended.is_some() && ended.months.is_empty());
    assert!(sold(&test, &admin).await.is_empty());
    for dir in ["incoming", "quarantine", "kept"] {
        let left = std::fs::read_dir(test.data.join(dir)).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{dir}");
    }
    let audited: i64 = sql("select count(*) from audit where action = 'imported' and subject = $1")
        .bind(running.id.to_string())
        .scalar(&test.db)
        .await
        .unwrap();
    assert_eq!(audited, 1);
    cancel(&test, &admin, running.id).await.unwrap();
}

#[tokio::test]
async fn an_import_that_is_in_can_no_longer_be_cancelled() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let done = import(&test, &admin, &deployment(&[("2026-10", 1, "E3", 6, 12)])).await;
    cancel(&test, &admin, done.id).await.unwrap();
    assert_eq!(one(&test, &admin, done.id).await.unwrap(), done);
}

#[tokio::test]
async fn a_file_with_unknown_columns_is_kept_as_it_came() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let given = deployment(&[("2026-10", 1, "E3", 6, 12)]);
    let with = given.replacen(HEADER, &format!("{HEADER},Shoe size"), 1).replace(",6,12\n", ",6,12,41\n");
    let done = import(&test, &admin, &with).await;
    assert_eq!(done.notes, [ImportNote::UnknownColumns { columns: vec!["Shoe size".into()] }]);
    let kept = test.data.join("kept");
    assert_eq!(std::fs::read_to_string(kept.join(done.id.to_string())).unwrap(), with);
    import(&test, &admin, &with).await;
    import(&test, &admin, &given).await;
    assert_eq!(std::fs::read_dir(kept).unwrap().count(), 1, "a repeated file and one without are not kept");
    assert_eq!(std::fs::read_dir(test.data.join("incoming")).unwrap().count(), 0);
}

#[tokio::test]
async fn the_profile_is_as_fresh_as_its_locations() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let rows = (1..=3).map(|n| format!("900010{n},Place {n},9000001,Taiwan,Location")).collect::<Vec<_>>().join("\n");
    let done = import(&test, &admin, &format!("MPNId,PartnerName,PGAMpnId,Country,HierarchyLevel\n{rows}\n")).await;
    assert_eq!((done.state, done.dataset, done.can_undo), (ImportState::Done, Some(Dataset::Profile), false));
    import(&test, &admin, &deployment(&[("2026-09", 1, "E3", 6, 12), ("2026-10", 1, "E3", 6, 12)])).await;
    let fresh = freshness(&test, &admin).await.unwrap();
    let of = |dataset| fresh.iter().find(|it| it.dataset == dataset).unwrap();
    let profile = of(Dataset::Profile);
    assert_eq!((profile.rows, profile.newest), (3, None));
    assert!(profile.imported.is_some());
    let licences = of(Dataset::LicenseDeployment);
    assert_eq!((licences.rows, licences.oldest), (2, Some("2026-09".parse().unwrap())));
}

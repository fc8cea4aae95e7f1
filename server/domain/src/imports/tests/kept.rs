//! Files of datasets that no page shows.

use super::*;
use crate::db::sql;

const TRAININGS: &str = "TrainingActivityId,TrainingTitle,TrainingType,TrainingCompletionDate,IndividualFirstName,Email,MPNId,PGAMpnId\n\
                         t1,Azure Fundamentals,exam,2026-10-01,Zacharias,zacharias@people.example,9000010,9000001\n";

#[tokio::test]
async fn a_file_that_no_page_shows_is_kept_and_given_out_again() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let done = import(&test, &admin, TRAININGS).await;
    assert_eq!((done.state, done.dataset, done.rows), (ImportState::Done, Some(Dataset::Training), 1));
    assert_eq!((&done.notes[..], done.months.len(), done.can_undo), (&[ImportNote::Kept][..], 0, false));
    let (name, path) = file(&test, &admin, done.id).await.unwrap();
    assert_eq!((&*name, std::fs::read_to_string(path).unwrap()), (&*done.file, TRAININGS.to_owned()));

    // People are named in the file only.
    let audited: Vec<(String, String)> =
        sql("select action, details from audit where action in ('imported', 'exported') order by seq")
            .fetch_all(&test.db)
            .await
            .unwrap();
    let actions: Vec<_> = audited.iter().map(|(action, _)| &**action).collect();
    assert_eq!(actions, ["imported", "exported"]);
    assert!(!audited.iter().any(|(_, details)| details.to_lowercase().contains("zacharias")));

    let clerk = test.person(test.account, "c@f.example", &[Role::BillingAdmin]).await;
    assert!(matches!(file(&test, &clerk, done.id).await, Err(crate::Error::Denied(_))));
    let other = test.account("9100001", &[Program::CspDirect]).await;
    let other = test.person(other, "o@n.example", &[Role::PartnerAdmin]).await;
    assert!(matches!(file(&test, &other, done.id).await, Err(crate::Error::NotFound)));
    let shown = import(&test, &admin, &deployment(&[("2026-10", 1, "E3", 6, 12)])).await;
    assert!(matches!(file(&test, &admin, shown.id).await, Err(crate::Error::NotFound)));
}

#[tokio::test]
async fn it_is_checked_all_the_same() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let foreign = import(&test, &admin, &TRAININGS.replace("9000001", "9000009")).await;
    assert!(matches!(foreign.notes[..], [ImportNote::OtherPartner { .. }]), "{:?}", foreign.notes);
    let torn = import(&test, &admin, &TRAININGS.replace(",9000010,9000001", "")).await;
    assert_eq!((torn.state, torn.bad_rows), (ImportState::Refused, 1));
    assert!(file(&test, &admin, torn.id).await.is_err());
}

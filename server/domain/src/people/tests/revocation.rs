//! What a request sees that starts after a role was taken. With `SEATSCOPE_ROUNDS=1000`, 100,000 of them.

use super::*;
use model::{Permission, Standing};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_request_that_starts_after_the_role_was_taken_is_allowed() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    let (token, person) = test.signed_in(test.account, "p@f.example", &[]).await;
    let wanted = super::race::rounds(5) * 100;
    let revoked = Arc::new(AtomicBool::new(true));
    let (after, before) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let reader = {
        let (domain, token, revoked) = (test.domain.clone(), token.text().to_owned(), revoked.clone());
        let (after, before) = (after.clone(), before.clone());
        tokio::spawn(async move {
            while after.load(Ordering::SeqCst) < wanted {
                let starts_after = revoked.load(Ordering::SeqCst);
                let allowed = match session::caller(&domain, &token).await.unwrap() {
                    Some(caller) => caller.may(Permission::ViewLicenses).is_ok(),
                    None => false,
                };
                if starts_after {
                    // A grant may have begun since; then nothing can be said of this one.
                    if revoked.load(Ordering::SeqCst) {
                        assert!(!allowed, "allowed after the role was taken");
                        after.fetch_add(1, Ordering::SeqCst);
                    }
                } else if allowed {
                    before.fetch_add(1, Ordering::SeqCst);
                }
            }
        })
    };
    let mut version = detail(&test, &admin, person).await.unwrap().version;
    while !reader.is_finished() {
        let seen = after.load(Ordering::SeqCst);
        revoked.store(false, Ordering::SeqCst);
        update_roles(&test, &admin, &update(person, version, &[Role::PartnerAdmin])).await.unwrap();
        let allowed = before.load(Ordering::SeqCst);
        while before.load(Ordering::SeqCst) == allowed && !reader.is_finished() {
            tokio::task::yield_now().await;
        }
        update_roles(&test, &admin, &update(person, version + 1, &[])).await.unwrap();
        version += 2;
        revoked.store(true, Ordering::SeqCst);
        while after.load(Ordering::SeqCst) < seen + 20 && !reader.is_finished() {
            tokio::task::yield_now().await;
        }
    }
    reader.await.unwrap();
    let (after, before) = (after.load(Ordering::SeqCst), before.load(Ordering::SeqCst));
    assert!(before > 0, "the role opened something while it was held");
    println!("{after} requests that start after the role was taken are refused; {before} before are let in");
}

#[tokio::test]
async fn every_way_of_taking_acts_at_the_next_request() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "admin@f.example", &[Role::PartnerAdmin]).await;
    for (nth, way) in ["update", "bulk", "disable", "remove"].into_iter().enumerate() {
        let email = format!("p{nth}@f.example");
        let (token, person) = test.signed_in(test.account, &email, &[Role::PartnerAdmin]).await;
        let may = async || match session::caller(&test, token.text()).await.unwrap() {
            Some(caller) => caller.may(Permission::ViewLicenses).is_ok(),
            None => false,
        };
        assert!(may().await);
        match way {
            "update" => drop(update_roles(&test, &admin, &update(person, 0, &[])).await.unwrap()),
            "bulk" => {
                let (people, reason) = (vec![person], String::new());
                let revoked = model::BulkUpdate { people, role: Role::PartnerAdmin, give: false, until: None, reason };
                assert_eq!(preview(&test, &admin, &revoked).await.unwrap().len(), 1);
                assert!(may().await, "a preview changes nothing");
                bulk(&test, &admin, &revoked).await.unwrap();
            }
            "disable" => stand(&test, &admin, person, Standing::Disabled, "").await.unwrap(),
            _ => stand(&test, &admin, person, Standing::Removed, "").await.unwrap(),
        }
        assert!(!may().await, "{way}");
    }
}

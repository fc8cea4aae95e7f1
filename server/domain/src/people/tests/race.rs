//! Two who lower the number of admins at the same moment: never is nobody left to act, and nobody gives anything after they
//! have lost the right to. `SEATSCOPE_ROUNDS` says how often each pair is tried.

use super::super::change::{Act, Change, Via, change};
use super::*;
use crate::{
    access,
    account::{self, NewAccount},
};
use jiff::{SignedDuration, Timestamp};
use model::{AccountId, BulkUpdate, Permission, SessionId, Standing, Visitor};
use std::sync::Arc;
use tokio::sync::Barrier;
use uuid::Uuid;

/// What lowers the number of admins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Op {
    Update,
    Bulk,
    EndDate,
    Disable,
    Remove,
    HostDisable,
    HostRemove,
    Groups,
    GiveUp,
}

const OPS: [Op; 9] = [
    Op::Update,
    Op::Bulk,
    Op::EndDate,
    Op::Disable,
    Op::Remove,
    Op::HostDisable,
    Op::HostRemove,
    Op::Groups,
    Op::GiveUp,
];

pub(super) fn rounds(short: usize) -> usize {
    std::env::var("SEATSCOPE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(short)
}

/// A caller as a request has built it that is under way.
fn under_way(account: AccountId, person: PersonId) -> Caller {
    let visitor = Visitor {
        session: SessionId(Uuid::nil()),
        person,
        name: String::new(),
        email: String::new(),
        account,
        account_name: String::new(),
        mpn_id: String::new(),
        programs: vec![Program::CspDirect],
        roles: vec![Role::PartnerAdmin],
        second_factor: true,
        fresh_until: Timestamp::MAX,
        others: Vec::new(),
    };
    Caller::person(visitor, Timestamp::UNIX_EPOCH)
}

/// Does `op` to `target`, as `actor` asks for it.
async fn run(domain: &Domain, account: AccountId, op: Op, actor: PersonId, target: PersonId) -> Result<(), Error> {
    let (caller, host) = (under_way(account, actor), Caller::host(account));
    let admin = BTreeMap::from([(Role::PartnerAdmin, Some(domain.clock.now() + SignedDuration::from_hours(1)))]);
    match op {
        Op::Update => update_roles(domain, &caller, &update(target, 0, &[])).await.map(drop),
        Op::GiveUp => update_roles(domain, &under_way(account, target), &update(target, 0, &[])).await.map(drop),
        Op::EndDate => {
            let bound = RoleUpdate { until: admin, ..update(target, 0, &[Role::PartnerAdmin]) };
            update_roles(domain, &caller, &bound).await.map(drop)
        }
        Op::Bulk => {
            let (people, reason) = (vec![target], String::new());
            let taken = BulkUpdate { people, role: Role::PartnerAdmin, give: false, until: None, reason };
            bulk(domain, &caller, &taken).await.map(drop)
        }
        Op::Disable => stand(domain, &caller, target, Standing::Disabled, "").await,
        Op::Remove => stand(domain, &caller, target, Standing::Removed, "").await,
        Op::HostDisable => stand(domain, &host, target, Standing::Disabled, "").await,
        Op::HostRemove => stand(domain, &host, target, Standing::Removed, "").await,
        Op::Groups => {
            let scope = host.may(Permission::AssignRoles)?;
            let mut tx = domain.db.write_people(account).await?;
            let act = Act::Roles { give: BTreeMap::new(), take: vec![Role::PartnerAdmin] };
            let wanted = Change { person: target, act, reason: String::new(), via: Via::Group };
            change(&mut tx, domain, &scope, &wanted).await?;
            Ok(tx.commit().await?)
        }
    }
}

/// An account with two acting admins and one person without a role.
async fn arena(test: &TestDomain, n: usize) -> (AccountId, [PersonId; 3]) {
    let new = NewAccount {
        mpn_id: format!("7{n:06}"),
        name: String::new(),
        programs: vec![Program::CspDirect],
        second_factor: false,
        locations: vec![],
    };
    let account = account::add(test, &new).await.unwrap().unwrap();
    let people = [PersonId(Uuid::now_v7()), PersonId(Uuid::now_v7()), PersonId(Uuid::now_v7())];
    let mut tx = test.db.write().await.unwrap();
    for (nth, person) in people.iter().enumerate() {
        let put = sql("insert into person (id, email, name, created_at) values ($1, $2, $2, 1)");
        put.bind(person.0).bind(format!("{nth}@{n}.example")).execute(&mut tx).await.unwrap();
        let join =
            sql("insert into membership (account_id, person_id, created_at, confirmed_at) values ($1, $2, 1, 1)");
        join.bind(account.0).bind(person.0).execute(&mut tx).await.unwrap();
        if nth < 2 {
            let grant =
                sql("insert into role_grant (account_id, id, person_id, role, granted_at) values ($1, $2, $2, $3, 1)");
            grant.bind(account.0).bind(person.0).bind("partner_admin").execute(&mut tx).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    (account, people)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_at_once_never_leave_nobody_to_act() {
    let test = TestDomain::new().await;
    let mut n = 0;
    for (nth, one) in OPS.into_iter().enumerate() {
        for other in OPS.into_iter().skip(nth) {
            for _ in 0..rounds(2) {
                n += 1;
                let (account, [a, b, _]) = arena(&test, n).await;
                let barrier = Arc::new(Barrier::new(2));
                let tasks = [(one, a, b), (other, b, a)].map(|(op, actor, target)| {
                    let (domain, barrier) = (test.domain.clone(), barrier.clone());
                    tokio::spawn(async move {
                        barrier.wait().await;
                        run(&domain, account, op, actor, target).await
                    })
                });
                let mut done = 0;
                for task in tasks {
                    match task.await.unwrap() {
                        Ok(()) => done += 1,
                        Err(Error::LastAdmin | Error::Denied(_) | Error::Stale { .. } | Error::NotFound) => {}
                        Err(error) => panic!("{one:?} and {other:?}: {error}"),
                    }
                }
                let left = access::acting_ids(&test.db, account).await.unwrap();
                assert!(!left.is_empty(), "{one:?} and {other:?} left nobody");
                assert!(done <= 1, "{one:?} and {other:?} were both done");
            }
        }
    }
    println!("{n} rounds, {} of each pair: somebody is always left to act", rounds(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_given_by_who_has_lost_the_right_to() {
    let test = TestDomain::new().await;
    for n in 0..rounds(20) {
        let (account, [a, b, c]) = arena(&test, n).await;
        let barrier = Arc::new(Barrier::new(2));
        let (domain, both) = (test.domain.clone(), barrier.clone());
        let giving = tokio::spawn(async move {
            both.wait().await;
            update_roles(&domain, &under_way(account, a), &update(c, 0, &[Role::PartnerAdmin])).await
        });
        let (domain, both) = (test.domain.clone(), barrier);
        let taking = tokio::spawn(async move {
            both.wait().await;
            update_roles(&domain, &under_way(account, b), &update(a, 0, &[])).await
        });
        let given = giving.await.unwrap();
        taking.await.unwrap().unwrap();
        let order: Vec<Uuid> =
            sql("select actor_id from audit where account_id = $1 and action = 'roles_updated' order by seq")
                .bind(account.0)
                .scalars(&test.db)
                .await
                .unwrap();
        match given {
            Ok(_) => assert_eq!(order, [a.0, b.0], "given before the right was lost"),
            Err(error) => {
                assert!(matches!(error, Error::Denied(Denied::Role(Role::PartnerAdmin))), "{error}");
                assert_eq!(order, [b.0]);
            }
        }
    }
}

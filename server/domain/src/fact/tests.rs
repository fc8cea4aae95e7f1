//! The store over a real database.

use super::{Columns, Dim, FactError, FactStore, Measure, get_month, schema, write::put_parts};
use crate::{
    access::Scope,
    db::sql,
    scan::{Filter, Group, Query},
    testing::TestDomain,
};
use model::{AccountId, Dataset, ImportId, Month, Program};
use std::sync::Arc;
use uuid::Uuid;

fn month(n: i32) -> Month {
    Month::new(2026, 1).unwrap().plus(n)
}

/// Deployment rows: customer and seats sold, half of them assigned.
fn rows(of: &[(u32, i64)]) -> Columns {
    let mut columns = Columns::new(schema(Dataset::LicenseDeployment).unwrap());
    for &(customer, sold) in of {
        columns.dims.iter_mut().zip([customer, 1 + customer % 3, 1, 1]).for_each(|(column, id)| column.push(id));
        columns.measures.iter_mut().zip([sold, sold / 2]).for_each(|(column, value)| column.push(value));
    }
    columns
}

/// What the import does: a new current month in one transaction.
async fn import(domain: &TestDomain, account: AccountId, month: Month, columns: Columns) -> ImportId {
    let dataset = Dataset::LicenseDeployment;
    let (id, count) = (ImportId(Uuid::now_v7()), i64::try_from(columns.rows()).unwrap());
    let mut tx = domain.db.write().await.unwrap();
    sql("insert into import (account_id, id, file, sha256, bytes, state, started_at, seen_at)
         values ($1, $2, 'test', $3, 0, 'done', 0, 0)")
    .bind(account.0)
    .bind(id.0)
    .bind(vec![0])
    .execute(&mut tx)
    .await
    .unwrap();
    for (text, bound) in [
        ("update import_month set current = 0 where account_id = $1 and dataset = $3 and month = $4", true),
        (
            "insert into import_month (account_id, dataset, month, import_id, current, rows, totals)
             values ($1, $3, $4, $2, 1, $5, '{}')",
            true,
        ),
        ("update account set data_version = data_version + 1 where id = $1", false),
    ] {
        let mut query = sql(text).bind(account.0);
        if bound {
            query = query.bind(id.0).bind(dataset.key()).bind(month.first_day()).bind(count);
        }
        query.execute(&mut tx).await.unwrap();
    }
    let totals = put_parts(&mut tx, (account, id, dataset, month), columns, 50).await.unwrap();
    assert_eq!(totals.rows, count.unsigned_abs());
    tx.commit().await.unwrap();
    id
}

fn sold(months: &[Month]) -> Query {
    Query {
        by_month: true,
        measures: vec![Measure::Sold],
        filters: vec![Filter::Within(Measure::Sold, 1, i64::MAX)],
        ..Query::of(Dataset::LicenseDeployment, months.to_vec())
    }
}

fn sums(rows: &[Group]) -> Vec<(Month, i64)> {
    rows.iter().map(|group| (group.month.unwrap(), group.sums[0])).collect()
}

#[tokio::test]
async fn a_replaced_month_is_seen_at_once_with_its_version() {
    let domain = TestDomain::new().await;
    let (account, scope) = (domain.account, Scope::for_test(domain.account));
    let store = FactStore::new(domain.db.clone(), 1 << 20);
    let both = sold(&[month(0), month(1)]);
    let many: Vec<(u32, i64)> = (1..=300).map(|customer| (customer, 2)).collect();

    assert_eq!(store.scan(&scope, &both).await.unwrap().rows, []);
    import(&domain, account, month(0), rows(&many)).await;
    let first = store.scan(&scope, &both).await.unwrap();
    assert_eq!(sums(&first.rows), [(month(0), 600)]);
    import(&domain, account, month(1), rows(&[(1, 5)])).await;
    import(&domain, account, month(0), rows(&[(1, 7), (9, 1)])).await;
    let second = store.scan(&scope, &both).await.unwrap();
    assert_eq!(sums(&second.rows), [(month(0), 8), (month(1), 5)]);
    assert_eq!(second.version, first.version + 2);
    let months = store.now(&scope).await.unwrap();
    assert_eq!(months.months(Dataset::LicenseDeployment).collect::<Vec<_>>(), [(month(0), 2), (month(1), 1)]);
}

#[tokio::test]
async fn the_same_question_is_answered_once_for_each_version() {
    let domain = TestDomain::new().await;
    let (account, scope, query) = (domain.account, Scope::for_test(domain.account), sold(&[month(0)]));
    let store = FactStore::new(domain.db.clone(), 1 << 20);
    import(&domain, account, month(0), rows(&[(1, 5)])).await;
    let before = store.now(&scope).await.unwrap();
    let (first, again) = tokio::join!(store.scan(&scope, &query), before.scan(&query));
    assert!(Arc::ptr_eq(first.as_ref().unwrap(), &again.unwrap()));
    import(&domain, account, month(0), rows(&[(1, 7)])).await;
    assert_eq!(sums(&store.scan(&scope, &query).await.unwrap().rows), [(month(0), 7)]);
    // Who was reading goes on with what there was.
    assert!(Arc::ptr_eq(&first.unwrap(), &before.scan(&query).await.unwrap()));
    let tables = [before.table(&query).await.unwrap(), store.now(&scope).await.unwrap().table(&query).await.unwrap()];
    assert_eq!(tables.map(|table| table.sums[0].clone()), [[5], [7]]);
}

#[tokio::test]
async fn unfiltered_sums_need_no_segment() {
    let domain = TestDomain::new().await;
    let (account, scope) = (domain.account, Scope::for_test(domain.account));
    let store = FactStore::new(domain.db.clone(), 1 << 20);
    import(&domain, account, month(0), rows(&(1..=120).map(|customer| (customer, 3)).collect::<Vec<_>>())).await;
    let query = Query { filters: vec![], distinct: Some(Dim::Customer), ..sold(&[month(0)]) };
    let [group] = &store.scan(&scope, &query).await.unwrap().rows[..] else { panic!("not one group") };
    assert_eq!((group.sums[0], group.rows, group.distinct), (360, 120, 120));
    assert_eq!(store.cached_bytes(), 0);
}

#[tokio::test]
async fn an_account_sees_its_own_facts_only() {
    let domain = TestDomain::new().await;
    let other = domain.account("9000002", &[Program::CspDirect]).await;
    let store = FactStore::new(domain.db.clone(), 1 << 20);
    import(&domain, domain.account, month(0), rows(&[(1, 1)])).await;
    import(&domain, other, month(0), rows(&[(1, 10)])).await;
    for (account, sum) in [(domain.account, 1), (other, 10)] {
        let answer = store.scan(&Scope::for_test(account), &sold(&[month(0)])).await.unwrap();
        assert_eq!(sums(&answer.rows), [(month(0), sum)]);
    }
}

#[tokio::test]
async fn a_cache_too_small_for_anything_still_answers() {
    let domain = TestDomain::new().await;
    let scope = Scope::for_test(domain.account);
    let many: Vec<(u32, i64)> = (1..=300).map(|customer| (customer, 2)).collect();
    for n in 0..4 {
        import(&domain, domain.account, month(n), rows(&many)).await;
    }
    for limit in [0, 2000, 1 << 20] {
        let store = FactStore::new(domain.db.clone(), limit);
        let query = sold(&(0..4).map(month).collect::<Vec<_>>());
        let asks = (0..8).map(|_| {
            let (store, query) = (store.clone(), query.clone());
            tokio::spawn(async move { store.scan(&scope, &query).await.unwrap() })
        });
        for ask in asks.collect::<Vec<_>>() {
            assert_eq!(sums(&ask.await.unwrap().rows), (0..4).map(|n| (month(n), 600)).collect::<Vec<_>>());
        }
        assert!(store.cached_bytes() <= limit);
    }
}

#[tokio::test]
async fn damaged_and_vanished_segments_are_errors() {
    let domain = TestDomain::new().await;
    let scope = Scope::for_test(domain.account);
    import(&domain, domain.account, month(0), rows(&[(1, 1)])).await;
    let store = FactStore::new(domain.db.clone(), 0);
    store.scan(&scope, &sold(&[month(0)])).await.unwrap();
    let change = async |text: &'static str| {
        let mut tx = domain.db.write().await.unwrap();
        sql(text).execute(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    change("update segment set checksum = checksum + 1").await;
    // The list that is remembered has the right checksum, a new one does not.
    assert!(store.scan(&scope, &sold(&[month(0)])).await.is_ok());
    let fresh = FactStore::new(domain.db.clone(), 0);
    assert!(matches!(fresh.scan(&scope, &sold(&[month(0)])).await, Err(FactError::Damaged(_))));
    change("delete from segment").await;
    assert_eq!(store.scan(&scope, &sold(&[month(0)])).await.unwrap().rows, []);
}

#[tokio::test]
async fn rows_that_do_not_fit_are_refused() {
    let domain = TestDomain::new().await;
    let mut tx = domain.db.write().await.unwrap();
    let put = async |tx: &mut _, dataset, columns| {
        super::put_month(tx, domain.account, ImportId(Uuid::nil()), dataset, month(0), columns).await
    };
    let uneven = Columns { dims: vec![vec![1], vec![], vec![], vec![]], measures: vec![vec![1], vec![1]] };
    assert!(matches!(put(&mut tx, Dataset::LicenseDeployment, uneven).await, Err(FactError::Shape(_))));
    assert!(matches!(put(&mut tx, Dataset::LicenseUsage, rows(&[(1, 1)])).await, Err(FactError::Shape(_))));
    assert!(matches!(put(&mut tx, Dataset::Profile, rows(&[])).await, Err(FactError::NotFacts(_))));
    let large = rows(&[(1, i64::MAX), (2, i64::MAX)]);
    assert!(matches!(put(&mut tx, Dataset::LicenseDeployment, large).await, Err(FactError::TooLarge("sold"))));
    assert!(matches!(put(&mut tx, Dataset::LicenseDeployment, rows(&[(u32::MAX, 1)])).await, Err(FactError::Shape(_))));
}

#[tokio::test]
async fn a_month_is_read_back_as_it_was_written_also_when_it_is_no_longer_current() {
    let domain = TestDomain::new().await;
    let many: Vec<(u32, i64)> = (1..=300).map(|customer| (customer * 300, i64::from(customer) << 20)).collect();
    let first = import(&domain, domain.account, month(0), rows(&many)).await;
    let second = import(&domain, domain.account, month(0), rows(&[(7, -1)])).await;
    let mut tx = domain.db.write().await.unwrap();
    for (id, written) in [(first, rows(&many)), (second, rows(&[(7, -1)]))] {
        let read = get_month(&mut tx, domain.account, id, Dataset::LicenseDeployment, month(0)).await.unwrap();
        assert_eq!(read, written, "several parts, in order");
    }
    let none = get_month(&mut tx, domain.account, first, Dataset::LicenseDeployment, month(1)).await.unwrap();
    assert_eq!(none.rows(), 0);
    sql("update segment set checksum = checksum + 1 where part = 0").execute(&mut tx).await.unwrap();
    let damaged = get_month(&mut tx, domain.account, second, Dataset::LicenseDeployment, month(0)).await;
    assert!(matches!(damaged, Err(FactError::Damaged(_))), "{damaged:?}");
}

//! Rows in memory: filtered, ordered and cut like rows of facts.

use super::{Order, Row, Test, Value};
use std::cmp::Ordering;

/// The rows that pass, in the order, without those that are skipped, `top` at most; and how many passed.
#[must_use]
pub fn narrowed(rows: Vec<Row>, test: &Test, order: &[Order], skip: u64, top: Option<u64>) -> (u64, Vec<Row>) {
    let mut rows: Vec<Row> = rows.into_iter().filter(|row| test.holds(&|leaf| leaf.holds(&row[leaf.column]))).collect();
    rows.sort_by(|a, b| {
        let by = |order: &Order| {
            let found = compare(&a[order.column], &b[order.column]);
            if order.descending { found.reverse() } else { found }
        };
        order.iter().map(by).find(|found| found.is_ne()).unwrap_or(Ordering::Equal)
    });
    let passed = rows.len() as u64;
    let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    (passed, rows.into_iter().skip(number(skip)).take(top.map_or(usize::MAX, number)).collect())
}

/// Empty cells come first.
fn compare(a: &Value<'_>, b: &Value<'_>) -> Ordering {
    let known = |value: &Value<'_>| *value != Value::Nothing;
    a.compare(b).unwrap_or_else(|| known(a).cmp(&known(b)))
}

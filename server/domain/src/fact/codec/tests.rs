//! What is written comes back; what is damaged does not.

use super::{Expected, decode, encode};
use crate::fact::{Column, Columns, Dim, FactError, Measure, cache::Cached, each_width, schema, wide};
use model::Dataset;

fn usage() -> Columns {
    let rows = 500_u32;
    let dims = [3, 1, 7, 100, 40_000].map(|most: u32| (0..rows).map(|row| row * 31 % (most + 1)).collect());
    let wide = [1, i64::from(i32::MAX)];
    let measures = wide.map(|wide| (-250..250).map(|value| value * wide).collect());
    let mut columns = Columns { dims: dims.into(), measures: measures.into() };
    columns.sort();
    columns
}

#[test]
fn every_width_comes_back() {
    let (schema, columns) = (schema(Dataset::LicenseUsage).unwrap(), usage());
    let part = encode(schema, &columns, 0..500).unwrap();
    let expected = Expected { rows: 500, checksum: part.checksum, summary: &part.summary };
    // Not the stream's order.
    let want = [Column::Measure(Measure::Active), Column::Dim(Dim::Channel), Column::Measure(Measure::Qualified)];
    let got = decode(schema, &part.bytes, &expected, &want).unwrap();
    let [Cached::Values(active), Cached::Ids(channel), Cached::Values(qualified)] = &got[..] else { panic!("{got:?}") };
    let widened = |values: &crate::fact::Values| -> Vec<i64> {
        each_width!(values values, values => values.iter().copied().map(wide).collect())
    };
    assert_eq!(widened(active), columns.measures[1]);
    assert_eq!(widened(qualified), columns.measures[0]);
    assert!((0..500).all(|row| channel.at(row) == columns.dims[4][row]));
    assert_eq!((active.bytes(), channel.bytes(), qualified.bytes()), (4000, 1000, 1000));

    let [Cached::Runs(runs)] = &decode(schema, &part.bytes, &expected, &[Column::Customers]).unwrap()[..] else {
        panic!("no runs")
    };
    assert_eq!(*runs.customers, [0, 1, 2, 3]);
    assert_eq!(*runs.starts, [0, 125, 250, 375, 500]);
    assert_eq!((part.summary.customers, part.summary.highest["workload"]), (4, 7));
    assert_eq!(part.summary.sums["qualified"], -250);
}

#[test]
fn damage_is_an_error_wherever_it_is() {
    let (schema, columns) = (schema(Dataset::LicenseUsage).unwrap(), usage());
    let part = encode(schema, &columns, 0..500).unwrap();
    let want = [Column::Customers, Column::Dim(Dim::Product), Column::Measure(Measure::Active)];
    let read = |bytes: &[u8], rows: u32, checksum: u32| {
        decode(schema, bytes, &Expected { rows, checksum, summary: &part.summary }, &want)
    };
    assert!(read(&part.bytes, 500, part.checksum).is_ok());
    for at in 0..part.bytes.len() {
        let mut bytes = part.bytes.clone();
        bytes[at] ^= 0x55;
        assert!(matches!(read(&bytes, 500, part.checksum), Err(FactError::Damaged(_))), "byte {at}");
        // A damage that the checksum does not show gives something or an error, and never a panic.
        let _ = read(&bytes, 500, crc32fast::hash(&bytes));
        let _ = read(&bytes[..at], 500, crc32fast::hash(&bytes[..at]));
    }
    assert!(matches!(read(&part.bytes, 499, part.checksum), Err(FactError::Damaged(_))));
}

#[test]
fn what_is_not_of_the_schema_is_refused() {
    let (usage, other) = (schema(Dataset::LicenseUsage).unwrap(), schema(Dataset::LicenseDeployment).unwrap());
    let part = encode(usage, &self::usage(), 0..500).unwrap();
    let mut summary = part.summary.clone();
    let ask = |schema, summary: &_, column| {
        decode(schema, &part.bytes, &Expected { rows: 500, checksum: part.checksum, summary }, &[column])
    };
    assert!(matches!(ask(other, &summary, Column::Dim(Dim::Channel)), Err(FactError::Damaged(_))));
    assert!(matches!(ask(other, &summary, Column::Measure(Measure::Active)), Err(FactError::Damaged(_))));
    summary.highest.insert("workload".into(), 6);
    assert!(matches!(ask(usage, &summary, Column::Dim(Dim::Workload)), Err(FactError::Damaged(_))));
}

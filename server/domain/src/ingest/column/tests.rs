use super::*;
use std::collections::HashSet;

#[test]
fn no_spelling_means_two_columns() {
    let mut seen = HashSet::new();
    for (column, names) in SPELLINGS {
        let own: HashSet<String> = names.iter().map(|name| normal(name)).collect();
        for name in own {
            assert!(seen.insert(name), "{column:?}");
        }
        assert_eq!(Column::of(column.vendor()), Some(*column));
    }
}

#[test]
fn spellings_of_all_generations_meet() {
    for (header, column) in [
        ("PGA_MPNID", Column::PgaId),
        ("MPN ID", Column::PartnerId),
        ("Enrollment ID", Column::Enrollment),
        (" customer_tpid ", Column::CustomerTpid),
        ("licenseActive", Column::LicensesActive),
        ("日期-時間", Column::ActivityTime),
    ] {
        assert_eq!(Column::of(header), Some(column), "{header}");
    }
    assert_eq!(Column::of("Shoe size"), None);
}

//! Files made to cost: bombs, endless values, and anything at all.

use super::{
    wrong::{gz, rows},
    *,
};
use model::Dataset;
use proptest::prelude::*;
use std::time::{Duration, Instant};

#[test]
fn bombs_cost_little() {
    let start = Instant::now();
    let too_large = |bytes: &[u8], line: u64, what: &str| {
        let note = note(bytes);
        assert!(
            matches!(&note, ImportNote::TooLarge { line: l, limit } if *l == line && limit.contains(what)),
            "{note:?}"
        );
    };
    too_large(&vec![b','; 30 << 20], 1, "columns");
    too_large(&vec![b'x'; 30 << 20], 1, "record");
    too_large(format!("{DEPLOYMENT}{}", "x".repeat(30 << 20)).as_bytes(), 2, "record");
    too_large(format!("{DEPLOYMENT}{}\n", "x".repeat(70 << 10)).as_bytes(), 2, "cell");
    too_large(format!("{DEPLOYMENT}\"{}", "x\n".repeat(1 << 20)).as_bytes(), 2, "record");
    too_large(&gz(format!("{DEPLOYMENT}{}", "\n".repeat(5 << 20)).as_bytes()), 1 + (1 << 20), "empty lines");
    let mut tight = expect();
    tight.limits.expanded = 1 << 20;
    let zipped = gz(rows(20_000, 0).as_bytes());
    let Err(ReadError::Refused(refusal)) = read_with(&zipped, &tight).1 else { panic!() };
    assert_eq!(refusal.note, ImportNote::Expands);
    tight = expect();
    (tight.limits.ratio_from, tight.limits.ratio) = (1 << 20, 10);
    let Err(ReadError::Refused(refusal)) = read_with(&zipped, &tight).1 else { panic!() };
    assert_eq!(refusal.note, ImportNote::Expands);
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}

#[test]
fn endless_different_values_stop() {
    let mut text = DEPLOYMENT.to_owned();
    (0..70_000).for_each(|n| text += &deployment("2026-10-01", n, "Contoso", "1", "2"));
    let mut tight = expect();
    tight.limits.dictionaries = 1 << 20;
    let Err(ReadError::Refused(refusal)) = read_with(text.as_bytes(), &tight).1 else { panic!() };
    assert!(matches!(refusal.note, ImportNote::TooLarge { .. }));
}

#[test]
fn large_different_values_stop_soon() {
    let mut text = DEPLOYMENT.to_owned();
    for n in 0..600 {
        text += &deployment("2026-10-01", 1, "Contoso", "1", "2").replace("E3", &format!("{n}{}", "x".repeat(60_000)));
    }
    let mut tight = expect();
    tight.limits.dictionaries = 1 << 20;
    let Err(ReadError::Refused(refusal)) = read_with(text.as_bytes(), &tight).1 else { panic!() };
    assert!(matches!(refusal.note, ImportNote::TooLarge { line, .. } if line < 400), "{:?}", refusal.note);
}

#[test]
fn an_archive_of_bad_rows_does_not_fill_the_disk() {
    let (dir, result) = read_with(&gz(format!("{DEPLOYMENT}{}", "a\n".repeat(3 << 20)).as_bytes()), &expect());
    assert!(matches!(result, Err(ReadError::Refused(_))));
    assert!(dir.path().join("in.bad").metadata().unwrap().len() < 200 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_in_a_file_breaks_the_reader(
        header in prop::sample::select(vec![DEPLOYMENT, USAGE, SUBSCRIPTIONS, SUBSCRIPTIONS_2021, CUSTOMERS, PROFILE, ""]),
        body in "([0-9]{1,25}|-|/|,|\t|\n|\r|\"|[eE.+]|2026-10-01|NULL|[^\n]){0,200}",
        tail in prop::collection::vec(any::<u8>(), 0..50),
        bad in 0..=100_u32,
    ) {
        let bytes = [header.as_bytes(), body.as_bytes(), &tail].concat();
        let (_dir, result) = read_with(&bytes, &Expect { max_bad_percent: bad, ..expect() });
        match result {
            Ok(mut parsed) => {
                let months = parsed.months();
                let kept: u64 = months.into_iter().map(|month| parsed.take_month(month).unwrap().len() as u64).sum();
                prop_assert!(parsed.dataset == Dataset::Profile || kept + parsed.superseded == parsed.rows);
                prop_assert_eq!(exists(parsed.quarantine), parsed.bad_rows > 0);
            }
            Err(ReadError::Refused(refusal)) => prop_assert_eq!(exists(refusal.quarantine), refusal.bad_rows > 0),
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn no_cell_breaks_a_row(cell in "[0-9]{0,30}([-/,.:+eETZ ][0-9]{0,22}){0,6}", at in 0..20_usize) {
        let one = subscription("6424550A-E36B-49B3-9DCB-369D2330FCF1", "2026-10-01", "PAL", 0, "5");
        let mut cells: Vec<&str> = one.trim_end().split('\t').collect();
        cells[at] = &cell;
        let lenient = Expect { max_bad_percent: 100, mpn_id: String::new(), ..expect() };
        let parsed = read_with(format!("{SUBSCRIPTIONS}{}\n", cells.join("\t")).as_bytes(), &lenient).1.unwrap();
        prop_assert_eq!(parsed.rows + parsed.bad_rows, 1);
    }
}

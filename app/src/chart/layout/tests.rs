use super::*;
use model::Seats;

fn point(month: &str, sold: Option<i64>, assigned: Option<i64>, active: Option<i64>) -> TrendPoint {
    let seats = Seats { sold, assigned, qualified: active.map(|_| 100), active };
    TrendPoint { month: month.parse().unwrap(), seats }
}

#[test]
fn an_unknown_month_has_no_bar_and_breaks_the_line() {
    let points = [
        point("2026-08", Some(50), Some(25), Some(50)),
        point("2026-09", None, None, None),
        point("2026-10", Some(0), Some(0), Some(0)),
    ];
    let chart = trend(&points);
    assert_eq!(chart.columns[0].sold, Some(100.0 - 50.0 / 60.0 * 100.0));
    assert_eq!((chart.columns[1].sold, chart.columns[1].usage), (None, None));
    assert_eq!(chart.columns[2].sold, Some(100.0), "zero is a bar without height, not a gap");
    assert_eq!(chart.lines.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn usage_above_100_stretches_its_axis_and_both_axes_share_the_lines() {
    let chart = trend(&[point("2026-10", Some(8_124), Some(5_976), Some(140))]);
    let of = |ticks: &[Tick]| ticks.iter().map(|t| t.value).collect::<Vec<_>>();
    assert_eq!(of(&chart.seats), [0, 2_500, 5_000, 7_500, 10_000]);
    assert_eq!(of(&chart.percent), [0, 40, 80, 120, 160]);
    let y = |ticks: &[Tick]| ticks.iter().map(|t| t.y).collect::<Vec<_>>();
    assert_eq!(y(&chart.seats), y(&chart.percent));
}

#[test]
fn nothing_to_show_is_still_a_chart() {
    let chart = trend(&[]);
    assert!(chart.columns.is_empty() && chart.lines.is_empty());
    assert_eq!(chart.percent.len(), 5);
}

#[test]
fn the_newest_month_is_always_named_and_years_do_not_collide() {
    let months = |from: &str, n: i32| (0..n).map(|i| from.parse::<Month>().unwrap().plus(i)).collect::<Vec<_>>();
    let year = labels(&months("2025-10", 13));
    assert!(year.iter().all(|l| l.month));
    assert!(!year[12].alternate && year[11].alternate);
    assert_eq!(year.iter().map(|l| l.year).filter(|y| *y).count(), 2);
    assert!(year[0].year && year[3].year);
    let close = labels(&months("2025-12", 5));
    assert_eq!(close.iter().map(|l| l.year).collect::<Vec<_>>(), [false, true, false, false, false]);
    let long = labels(&months("2024-11", 24));
    assert_eq!(long.iter().filter(|l| l.month).count(), 12);
    assert!(long[23].month);
}

#[test]
fn a_line_is_written_for_a_box_of_1000() {
    assert_eq!(polyline(&[(3.846, 50.0), (11.54, 49.75)]), "38.5,500.0 115.4,497.5");
}

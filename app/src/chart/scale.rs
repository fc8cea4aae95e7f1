//! Scales: from numbers to percent of the drawing.

/// Mantissas that read as round numbers, in tenths.
const ROUND: [i64; 10] = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/// Ticks from 0 up to at least `max`, in exactly `intervals` equal, round, whole steps.
#[must_use]
pub fn ticks(max: i64, intervals: u32) -> Vec<i64> {
    let intervals = i64::from(intervals.max(1));
    let step = round_step(max.clamp(1, i64::MAX / 200), intervals);
    (0..=intervals).map(|i| i * step).collect()
}

fn round_step(max: i64, intervals: i64) -> i64 {
    let mut power = 1;
    loop {
        for mantissa in ROUND {
            let tenfold = mantissa * power;
            if tenfold % 10 == 0 && tenfold / 10 * intervals >= max {
                return tenfold / 10;
            }
        }
        power *= 10;
    }
}

/// A scale from 0 to a maximum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    max: f64,
}

impl Linear {
    /// Up to the last of some ticks.
    #[must_use]
    pub fn over(ticks: &[i64]) -> Self {
        Self { max: ticks.last().map_or(1.0, |max| number(*max)).max(1.0) }
    }

    /// How much of the drawing a value takes, 0 to 100; beyond the ends it is cut.
    #[must_use]
    pub fn share(self, value: f64) -> f64 {
        (value / self.max * 100.0).clamp(0.0, 100.0)
    }

    /// How far below the top a value lies, 0 to 100.
    #[must_use]
    pub fn from_top(self, value: f64) -> f64 {
        100.0 - self.share(value)
    }
}

/// Equal columns side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Columns {
    width: f64,
    gap: f64,
}

impl Columns {
    /// `n` columns, of whose width `gap` (0 to 1) stays free.
    #[must_use]
    pub fn new(n: usize, gap: f64) -> Self {
        Self { width: 100.0 / number(i64::try_from(n).unwrap_or(1).max(1)), gap }
    }

    /// Where the mark of a column begins.
    #[must_use]
    pub fn start(self, index: usize) -> f64 {
        self.middle(index) - self.mark() / 2.0
    }

    /// The middle of a column.
    #[must_use]
    pub fn middle(self, index: usize) -> f64 {
        (number(i64::try_from(index).unwrap_or(0)) + 0.5) * self.width
    }

    /// The width of a mark.
    #[must_use]
    pub fn mark(self) -> f64 {
        self.width * (1.0 - self.gap)
    }
}

/// A count as a position on a chart.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "only for the position of a mark on a chart")]
pub const fn number(n: i64) -> f64 {
    n as f64
}

/// A percentage as an SVG attribute: `12.5%`. The same text on server and browser.
#[must_use]
pub fn pct(share: f64) -> String {
    let text = format!("{share:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{}%", if text == "-0" { "0" } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_whole_and_reach_the_maximum() {
        assert_eq!(ticks(8_124, 4), [0, 2_500, 5_000, 7_500, 10_000]);
        assert_eq!(ticks(60, 4), [0, 15, 30, 45, 60]);
        assert_eq!(ticks(100, 4), [0, 25, 50, 75, 100]);
        assert_eq!(ticks(3, 4), [0, 1, 2, 3, 4]);
        assert_eq!(ticks(5, 4), [0, 2, 4, 6, 8], "never one and a half persons");
        assert_eq!(ticks(0, 4).last(), Some(&4));
        assert_eq!(ticks(-7, 2), [0, 1, 2]);
        for max in [1, 7, 99, 101, 12_345, 999_999, i64::MAX] {
            let ticks = ticks(max, 4);
            assert!(max > i64::MAX / 200 || ticks[4] >= max, "{max}");
            assert!(max <= 4 || ticks[4] / 2 <= max, "{max}: no more than half of the chart stays empty");
        }
    }

    #[test]
    fn columns_share_the_width() {
        let columns = Columns::new(4, 0.2);
        assert_eq!(pct(columns.start(0)), "2.5%");
        assert_eq!(pct(columns.middle(3)), "87.5%");
        assert_eq!(pct(columns.mark()), "20%");
    }

    #[test]
    fn values_beyond_the_ends_stay_inside() {
        let scale = Linear::over(&[0, 50, 100]);
        assert_eq!(pct(scale.from_top(25.0)), "75%");
        assert_eq!(pct(scale.share(140.0)), "100%");
        assert_eq!(pct(scale.share(-1.0)), "0%");
        assert_eq!(pct(-0.001), "0%");
    }
}

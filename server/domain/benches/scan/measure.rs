//! Timing, and the lines of the table.

use super::Failure;
use std::time::{Duration, Instant};

/// Runs before the clock counts.
const WARM_UP: u32 = 5;

/// The head of a table.
pub(crate) fn head(what: &str, runs: u32, found: &str) {
    println!("\n{what}, warm, {runs} runs (ms)");
    println!("{:52} {found:>7}   median      p99      max      cpu   target", "");
}

/// Runs `ask`, which says how many rows it found, and prints a line. A median over its target is marked, nothing more.
pub(crate) async fn line<F>(name: &str, runs: u32, target: f64, mut ask: impl FnMut() -> F) -> Result<(), Failure>
where
    F: Future<Output = Result<usize, Failure>>,
{
    let mut times = Vec::new();
    let (mut found, mut cpu) = (0, 0);
    for run in 0..runs + WARM_UP {
        if run == WARM_UP {
            cpu = cpu_millis();
        }
        let start = Instant::now();
        found = ask().await?;
        if run >= WARM_UP {
            times.push(start.elapsed());
        }
    }
    let cpu = f64::from(u32::try_from(cpu_millis() - cpu)?) / f64::from(runs);
    row(name, &found.to_string(), &mut times, &format!("{cpu:.2}"), target);
    Ok(())
}

/// A line of the table.
pub(crate) fn row(name: &str, found: &str, times: &mut [Duration], cpu: &str, target: f64) {
    times.sort_unstable();
    let at =
        |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).map_or(0.0, |time| millis(*time));
    let over = if at(50) > target { "  over" } else { "" };
    println!("{name:52} {found:>7} {:8.3} {:8.3} {:8.3} {cpu:>8}   < {target}{over}", at(50), at(99), at(100));
}

pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
pub(crate) fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Processor time that the program has used so far; 0 where the system does not tell. On a busy machine
/// it says more than the clock.
fn cpu_millis() -> u64 {
    let status = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = status.rsplit_once(')').map_or("", |(_, fields)| fields);
    // User and system time in hundredths of a second.
    fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * 10
}

/// Memory in MiB, now and at its highest; 0 where the system does not tell.
pub(crate) fn memory() -> (u64, u64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    (of("VmRSS:"), of("VmHWM:"))
}

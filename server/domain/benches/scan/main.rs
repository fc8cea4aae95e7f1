//! The queries of the licence page over 10 million licence rows, as `docs/benchmarks.md` reports them.
//!
//! `cargo bench -p domain --bench scan`; optional arguments: rows in millions, runs of each query, and
//! `only=` with a part of the queries' names.

mod facts;
mod queries;

use domain::{
    Domain,
    access::{Caller, Scope},
    account::{self, NewAccount},
    clock::Clock,
    fact::FactStore,
    scan::Query,
};
use facts::Shape;
use model::{AccountId, Permission, Program};
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error>;

/// Bytes of decoded columns kept.
const CACHE: usize = 512 << 20;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<u32>().ok());
    let (millions, runs) = (numbers.next().unwrap_or(10), numbers.next().unwrap_or(300));
    let dir = tempfile::tempdir()?;
    let database = dir.path().join("seatscope.db");
    let domain = Domain::open(dir.path(), &database, Clock::system()).await?;
    let account = add_account(&domain).await?;
    let scope = Caller::host(account).may(Permission::ViewLicenses).map_err(|denied| format!("{denied:?}"))?;

    let shape = Shape::of_rows(u64::from(millions) * 1_000_000);
    let start = Instant::now();
    let written = facts::write(&domain, account, &shape).await?;
    let file = std::fs::metadata(&database)?.len();
    #[expect(clippy::cast_precision_loss, reason = "shown with two decimals")]
    let per_row = written.licence_bytes as f64 / written.licence_rows as f64;
    println!(
        "{} licence rows, {} customer rows, {} customers; written in {:.1} s; {per_row:.2} bytes a licence row; file {} MB",
        written.licence_rows,
        written.customer_rows,
        shape.customers,
        start.elapsed().as_secs_f64(),
        file / 1_000_000,
    );

    let only = std::env::args().find_map(|argument| argument.strip_prefix("only=").map(str::to_owned));
    let mut all = queries::all();
    all.retain(|(name, _)| only.as_ref().is_none_or(|only| name.contains(only)));
    let warm = FactStore::new(domain.db.clone(), CACHE);
    println!("\nfirst touch, with an empty cache each (ms)");
    for (name, query) in all.iter().filter(|(name, _)| name.starts_with("trend")) {
        let store = FactStore::new(domain.db.clone(), CACHE);
        println!("{name:44} {:8.1}", millis(once(&store, &scope, query).await?.0));
    }
    println!("\nwarm, {runs} runs{:27} groups   median      p99      max      cpu (ms)", "");
    for (name, query) in &all {
        measure(&warm, &scope, name, query, runs).await?;
    }
    println!("\ncache {:.1} MB after all of them; resident {} MiB", mega(warm.cached_bytes()), resident());
    Ok(())
}

async fn add_account(domain: &Domain) -> Result<AccountId, Failure> {
    let new = NewAccount {
        mpn_id: "9000001".into(),
        name: "Benchmark".into(),
        programs: vec![Program::CspDirect],
        locations: vec![],
    };
    Ok(account::add(domain, &new).await?.ok_or("the account exists")?)
}

async fn once(store: &FactStore, scope: &Scope, query: &Query) -> Result<(Duration, usize), Failure> {
    let start = Instant::now();
    let answer = store.scan(scope, query).await?;
    Ok((start.elapsed(), answer.rows.len()))
}

async fn measure(store: &FactStore, scope: &Scope, name: &str, query: &Query, runs: u32) -> Result<(), Failure> {
    let mut times = Vec::new();
    let (mut groups, mut cpu) = (0, 0);
    for run in 0..runs + 5 {
        if run == 5 {
            cpu = cpu_millis();
        }
        let (time, found) = once(store, scope, query).await?;
        groups = found;
        if run >= 5 {
            times.push(time);
        }
    }
    let cpu = f64::from(u32::try_from(cpu_millis() - cpu)?) / f64::from(runs);
    times.sort_unstable();
    let at = |share: usize| millis(times[(times.len() * share / 100).min(times.len() - 1)]);
    println!("{name:44} {groups:6} {:8.3} {:8.3} {:8.3} {cpu:8.2}", at(50), at(99), at(100));
    Ok(())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn mega(bytes: usize) -> f64 {
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

/// Resident memory in MiB; 0 where the system does not tell.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

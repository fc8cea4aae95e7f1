//! The queries of the licence page over 10 million licence rows, as `docs/benchmarks.md` reports them.
//!
//! `cargo bench -p domain --bench scan`; optional arguments: rows in millions, runs of each query, `only=` with a part of
//! the queries' names, `database=` with the address of an empty PostgreSQL database. With `data=DIR` it measures what was
//! imported there instead of made-up facts, whole answers only.

mod facts;
mod figures;
mod log;
mod measure;
mod page;
mod queries;
mod sales;
mod scans;
mod taken;
mod words;

use domain::{
    Domain,
    access::Caller,
    account::{self, NewAccount},
    clock::Clock,
    db::Address,
    fact::FactStore,
};
use facts::Shape;
use measure::{mega, memory, millis};
use model::{AccountId, Permission, Program};
use scans::Heard;
use std::{path::Path, time::Instant};

type Failure = Box<dyn std::error::Error>;

/// Bytes of decoded columns kept; the program's own setting.
const CACHE: usize = 512 << 20;
const MPN_ID: &str = "9000001";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<u32>().ok());
    let (millions, runs) = (numbers.next().unwrap_or(10), numbers.next().unwrap_or(300));
    let named = |name: &str| std::env::args().find_map(|argument| argument.strip_prefix(name).map(str::to_owned));
    let heard = Heard::listen();
    if let Some(data) = named("data=") {
        let domain = open(Path::new(&data)).await?;
        let caller = Caller::host(account::by_mpn_id(&domain, MPN_ID).await?.id);
        page::measure(&domain, &caller, runs).await?;
    } else {
        let dir = tempfile::tempdir()?;
        let domain = match named("database=") {
            Some(address) => Domain::open(dir.path(), &Address::parse(&address)?, Clock::system()).await?,
            None => open(dir.path()).await?,
        };
        made_up(&domain, millions, runs, &named("only=").unwrap_or_default(), &heard).await?;
    }
    let (now, most) = memory();
    println!("\nresident {now} MiB, at most {most} MiB");
    Ok(())
}

async fn open(dir: &Path) -> Result<Domain, Failure> {
    Ok(Domain::open(dir, &Address::File(dir.join("seatscope.db")), Clock::system()).await?)
}

async fn made_up(domain: &Domain, millions: u32, runs: u32, only: &str, heard: &Heard) -> Result<(), Failure> {
    let account = add_account(domain).await?;
    let caller = Caller::host(account);
    let shape = Shape::of_rows(u64::from(millions) * 1_000_000);
    let start = Instant::now();
    let written = facts::write(domain, account, &shape).await?;
    words::write(domain, account, shape.customers, written.subscriptions).await?;
    let file = std::fs::metadata(domain.data.join("seatscope.db")).map_or(0, |file| file.len());
    #[expect(clippy::cast_precision_loss, reason = "shown with two decimals")]
    let per_row = written.licence_bytes as f64 / written.licence_rows as f64;
    println!(
        "{} licence rows, {} of Azure, {} of customers, {} of subscriptions and resellers, {} customers, {} months; written in {:.1} s; {per_row:.2} bytes a licence row; file {} MB",
        written.licence_rows,
        written.azure_rows,
        written.customer_rows,
        written.other_rows,
        shape.customers,
        facts::MONTHS,
        start.elapsed().as_secs_f64(),
        file / 1_000_000,
    );

    let scope = caller.may(Permission::ViewLicenses).map_err(|denied| format!("{denied:?}"))?;
    let mut all = queries::all();
    all.retain(|asked| asked.name.contains(only));
    println!("\nfirst touch, with an empty cache each (ms)");
    for asked in all.iter().filter(|asked| asked.name.starts_with("trend")) {
        let store = FactStore::new(domain.db.clone(), CACHE).without_answers();
        let start = Instant::now();
        store.scan(&scope, &asked.query).await?;
        println!("{:52} {:8.1}   < 400", asked.name, millis(start.elapsed()));
    }
    let warm = FactStore::new(domain.db.clone(), CACHE).without_answers();
    measure::head("queries of the licence page", runs, "groups");
    for asked in &all {
        let ask = || async { Ok(warm.scan(&scope, &asked.query).await?.rows.len()) };
        measure::line(&asked.name, runs, asked.target, ask).await?;
    }
    println!("\ncache {:.1} MB after all of them", mega(warm.cached_bytes()));
    drop(warm);
    if "whole answers".contains(only) {
        page::measure(domain, &caller, runs).await?;
    }
    figures::measure(domain, &caller, runs, only, heard).await?;
    taken::measure(domain, &caller, only).await?;
    log::measure(domain, &caller, millions / 10, runs, only).await
}

async fn add_account(domain: &Domain) -> Result<AccountId, Failure> {
    let new = NewAccount {
        mpn_id: MPN_ID.into(),
        name: "Benchmark".into(),
        programs: vec![Program::CspDirect, Program::CspIndirectProvider],
        second_factor: false,
        locations: vec![],
    };
    Ok(account::add(domain, &new).await?.ok_or("the account exists")?)
}

//! How fast all rows of a dataset are taken out, and in how much memory.

use crate::{
    Failure,
    measure::{mega, memory},
};
use domain::{Domain, access::Caller, extract::download};
use model::{Dataset, FileFormat, FileOrder};
use std::time::Instant;

/// Writes every row of some datasets in some formats, to nowhere. `only` narrows the lines by their name.
pub(crate) async fn measure(domain: &Domain, caller: &Caller, only: &str) -> Result<(), Failure> {
    println!(
        "\nall rows as files                                              rows      rows/s        MB   resident MiB"
    );
    for dataset in [Dataset::LicenseDeployment, Dataset::LicenseUsage, Dataset::AzureUsage] {
        for format in [FileFormat::Csv, FileFormat::JsonLines] {
            let name = format!("taken out, {} as {}", dataset.key(), format.key());
            if !name.contains(only) {
                continue;
            }
            let (start, mut bytes, mut rows) = (Instant::now(), 0, 0_u64);
            let mut file = download(domain, caller, &FileOrder::all(dataset, format), None).await?;
            while let Some(piece) = file.next().await? {
                bytes += piece.len();
                rows += memchr::memchr_iter(b'\n', &piece).count() as u64;
            }
            #[expect(clippy::cast_precision_loss, reason = "shown without decimals")]
            let rate = rows as f64 / start.elapsed().as_secs_f64();
            println!("{name:52} {rows:>14} {rate:>11.0} {:>9.0} {:>14}", mega(bytes), memory().0);
        }
    }
    Ok(())
}

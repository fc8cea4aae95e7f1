use super::{Done, account};
use crate::config::Data;
use app::text::{Locale, Text, format, text};
use clap::Args;
use domain::{
    Domain,
    access::Caller,
    imports::{self, Incoming, Progress},
};
use model::{ImportRow, ImportState};
use std::{
    error::Error,
    fs::File,
    io::{IsTerminal, Read, Write, stderr, stdin},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};
use tokio::sync::watch;

/// Take in the vendor's files. What they hold is recognised by their columns; the same file twice changes nothing.
///
/// Exit status 1 if any file was refused, else 3 if any row is in quarantine, else 0.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  seatscope import --account 9000001 downloads/*.tsv\n  zcat usage.csv.gz | seatscope import --account 9000001 -"
)]
pub(super) struct Import {
    /// The account's MPN id.
    #[arg(long, value_name = "ID")]
    account: String,
    /// CSV, TSV, also compressed as .gz, in any order; - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print JSON, one object a file.
    #[arg(long)]
    json: bool,
}

impl Import {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        let caller = Caller::host(account(&domain, &self.account).await?.id);
        let (mut refused, mut quarantined) = (false, false);
        for file in &self.files {
            match import(&domain, &caller, file).await {
                Ok(import) => {
                    refused |=
                        !matches!(import.state, ImportState::Done | ImportState::Repeated | ImportState::Waiting);
                    quarantined |= import.bad_rows > 0;
                    if self.json { say!("{}", serde_json::to_string(&import)?)? } else { tell(&domain, &import)? }
                }
                Err(error) => {
                    refused = true;
                    if self.json {
                        say!(
                            "{}",
                            serde_json::json!({ "file": file, "state": "refused", "error": error.to_string() })
                        )?;
                    }
                    eprintln!("{}: {error}", file.display());
                }
            }
        }
        domain.db.close().await;
        Ok(ExitCode::from(if refused {
            1
        } else if quarantined {
            3
        } else {
            0
        }))
    }
}

/// Takes one file in; each is its own transaction.
pub(super) async fn import(domain: &Domain, caller: &Caller, file: &Path) -> Result<ImportRow, Box<dyn Error>> {
    let standard_input = file.as_os_str() == "-";
    let name =
        if standard_input { "standard input".into() } else { file.file_name().unwrap_or_default().to_string_lossy() };
    let mut source: Box<dyn Read + Send> = if standard_input { Box::new(stdin()) } else { Box::new(File::open(file)?) };
    let (receiving, name_owned) = (domain.clone(), name.into_owned());
    let incoming = tokio::task::spawn_blocking(move || Incoming::read(&receiving, &name_owned, &mut *source)).await??;
    let (sender, receiver) = watch::channel(Progress::default());
    let showing = tokio::spawn(show_progress(receiver));
    let import = imports::run(domain, caller, incoming, sender).await;
    showing.await?;
    Ok(import?)
}

/// One line that is written over, on a terminal only.
async fn show_progress(mut progress: watch::Receiver<Progress>) {
    let started = Instant::now();
    let visible = stderr().is_terminal();
    while progress.changed().await.is_ok() {
        let now = *progress.borrow_and_update();
        if visible {
            let per_second = u128::from(now.rows) * 1000 / started.elapsed().as_millis().max(1);
            eprint!("\r{} rows, {} read, {per_second} rows/s ", format::count(now.rows), format::bytes(now.bytes_read));
            let _ = stderr().flush();
        }
    }
    if visible {
        eprint!("\r\x1b[K");
    }
}

/// What became of the file, in words.
fn tell(domain: &Domain, import: &ImportRow) -> std::io::Result<()> {
    let words: &Text = text(Locale::En);
    let dataset = import.dataset.map_or(words.data().not_recognised, |dataset| (words.imports().dataset)(dataset));
    say!("{}: {} – {}", import.file, (words.data().state)(import.state), dataset)?;
    if import.state == ImportState::Done {
        say!("  {}", (words.data().rows_good)(import.rows))?;
    }
    for month in &import.months {
        let name = format::month(Locale::En, month.month);
        if let Some(before) = month.rows_before {
            say!("  {}", (words.data().month_replaced)(&name, before, month.rows))?;
            for (measure, before, now) in month.totals.iter().filter(|(_, before, now)| *before != Some(*now)) {
                say!(
                    "    {}",
                    (words.data().total_change)(measure, &format::int_or_none(*before), &format::int(*now))
                )?;
            }
        }
    }
    for note in &import.notes {
        say!("  {}", (words.imports().note)(note))?;
    }
    if import.bad_rows > 0 {
        let file = domain.data.join("quarantine").join(import.id.to_string());
        say!("  {}: {}", (words.data().rows_bad)(import.bad_rows), file.display())?;
    }
    Ok(())
}

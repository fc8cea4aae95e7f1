//! Where a file goes that was made by itself.

use super::{path, take::Work};
use crate::{
    Domain, Error,
    audit::{self, Action},
    db::{Tx, sql},
    mail::{self, Letter},
};
use jiff::tz::TimeZone;
use model::Delivery;
use serde_json::json;
use std::{fs, path::Path};

/// Delivers it, in the transaction that says it is there.
///
/// # Errors
/// [`Error::Io`] when it cannot be put into the folder; [`Error::Db`] when the database fails.
pub(super) async fn deliver(tx: &mut Tx, domain: &Domain, work: &Work, rows: u64) -> Result<(), Error> {
    match work.delivery {
        Delivery::List => Ok(()),
        Delivery::Mail => {
            let letter = Letter::FileMade { name: work.name.clone(), rows };
            mail::put(tx, domain, (work.account, work.person), letter).await
        }
        Delivery::Folder => {
            // Set up once, and not any more: it is in the list still.
            let Some(folder) = &domain.files.folder else { return Ok(()) };
            let mpn: String =
                sql("select mpn_id from account where id = $1").bind(work.account.0).scalar(&mut *tx).await?;
            let (from, folder, name) = (path(domain, work.id), folder.join(mpn), file_name(domain, work));
            let copy = move || put(&from, &folder, &name);
            tokio::task::spawn_blocking(copy).await.map_err(std::io::Error::other)??;
            let details = json!({ "file": work.id, "rows": rows, "delivery": work.delivery.key() });
            let what = work.order.dataset.key();
            let at = domain.clock.seconds();
            Ok(audit::record(tx, at, work.account, Some(work.person), Action::Exported, what, &details).await?)
        }
    }
}

/// Under another name first: whoever watches the folder never sees half a file.
fn put(from: &Path, folder: &Path, name: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let part = folder.join(format!(".{name}.part"));
    fs::copy(from, &part)?;
    fs::rename(part, folder.join(name))
}

fn file_name(domain: &Domain, work: &Work) -> String {
    let day = TimeZone::UTC.to_datetime(domain.clock.now()).date();
    format!("{}-{day}.{}", model::file_name(&work.name), work.order.format.ending())
}

use super::Done;
use crate::{
    accept,
    config::{Data, Listen},
    router::{Edges, router},
    site::SiteFolder,
};
use clap::Args;
use domain::{Domain, db::Address, imports};
use std::{error::Error, fs::File, process::ExitCode};

/// Answer browsers.
#[derive(Args)]
#[command(
    after_help = "Example:\n  seatscope serve --data /var/lib/seatscope --listen 127.0.0.1:3000 --origin https://seats.example.com"
)]
pub(super) struct Serve {
    #[command(flatten)]
    listen: Listen,
}

impl Serve {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        let _only = lock(&data.database()?)?;
        serve(domain, &self.listen, None, |origin| println!("Seatscope answers at {origin}")).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Serves until asked to stop. `announce` is told the address as soon as it answers.
pub(super) async fn serve(
    domain: Domain,
    listen: &Listen,
    demo: Option<crate::router::Demo>,
    announce: impl FnOnce(&str),
) -> Result<(), Box<dyn Error>> {
    imports::sweep(&domain)?;
    let site = SiteFolder::find(listen.site.as_deref())?;
    let listener = tokio::net::TcpListener::bind(listen.address)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}; choose another with --listen", listen.address))?;
    let address = listener.local_addr()?;
    let origin = listen.origin(address.port());
    let https = origin.starts_with("https://");
    if !https && !address.ip().is_loopback() {
        return Err(format!(
            "{address} can be reached from other machines, and {origin} is not https: sign-ins could be read on the way. \
             Put a proxy with https in front and name its address with --origin"
        )
        .into());
    }
    let proxies = listen.proxies.clone().into();
    let edges = Edges { domain: domain.clone(), origin: origin.clone(), proxies, demo, reload: listen.dev };
    let router = router(&site, &edges)?;
    announce(&origin);
    accept::serve(listener, router, accept::Limits::default(), accept::asked_to_stop()).await;
    domain.db.close().await;
    Ok(())
}

/// Holds a SQLite file, so that a second server on it does not start. Several may share one PostgreSQL.
pub(super) fn lock(database: &Address) -> Result<Option<File>, Box<dyn Error>> {
    let Address::File(database) = database else { return Ok(None) };
    let file = File::options().create(true).truncate(false).write(true).open(database.with_added_extension("lock"))?;
    file.try_lock().map_err(|_| format!("another server runs on {}; stop it first", database.display()))?;
    Ok(Some(file))
}

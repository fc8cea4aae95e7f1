use super::Done;
use crate::{
    accept,
    config::{Data, Files, Listen, Mail, Oidc},
    first_run::FirstRun,
    paper::Fonts,
    router::{Demo, Edges, router},
    site::SiteFolder,
};
use clap::Args;
use domain::{Domain, db::Address, files, imports, jobs, session::LINK_MINUTES};
use std::{error::Error, fs::File, process::ExitCode, time::Duration};
use tokio::time::timeout;

/// How long the job under way may take after the signal to stop.
const LAST_JOB: Duration = Duration::from_secs(10);

/// Answer browsers.
#[derive(Args)]
#[command(
    after_help = "Example:\n  seatscope serve --data /var/lib/seatscope --listen 127.0.0.1:3000 --origin https://seats.example.com"
)]
pub(super) struct Serve {
    #[command(flatten)]
    listen: Listen,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    oidc: Oidc,
    #[command(flatten)]
    files: Files,
}

impl Serve {
    pub(super) async fn run(self, data: &Data) -> Done {
        let mut domain = data.open().await?;
        domain.files = self.files.settings();
        let _only = lock(&data.database()?)?;
        let (first_run, key) = FirstRun::of(&domain).await?.unzip();
        serve(domain, &self.listen, Some(&self.mail), Doors { first_run, demo: None, oidc: self.oidc }, |origin| {
            println!("Seatscope answers at {origin}");
            if let Some(key) = key {
                println!("\nNobody is in here yet. Open this address within {LINK_MINUTES} minutes to set it up:");
                println!("  {origin}/first-run?key={}", key.text());
            }
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Ways in beside signing in.
#[derive(Default)]
pub(super) struct Doors {
    pub(super) first_run: Option<FirstRun>,
    pub(super) demo: Option<Demo>,
    /// Sign-in by an identity provider.
    pub(super) oidc: Oidc,
}

/// Serves until asked to stop. `announce` is told the address as soon as it answers.
pub(super) async fn serve(
    mut domain: Domain,
    listen: &Listen,
    mail: Option<&Mail>,
    doors: Doors,
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
    domain.mail = mail.map(|mail| mail.mailer(&origin)).transpose()?.flatten();
    let proxies = listen.proxies.clone().into();
    domain.provider = doors.oidc.provider(&origin)?;
    let Doors { first_run, demo, .. } = doors;
    let edges = Edges {
        domain: domain.clone(),
        origin: origin.clone(),
        proxies,
        style: site.site(false).style,
        first_run,
        demo,
        fonts: Fonts::new(listen.fonts.clone()),
        reload: listen.dev,
    };
    let router = router(&site, &edges)?;
    jobs::prepare(&domain).await?;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = tokio::spawn(jobs::work(domain.clone(), async {
        // Ready when the sender is dropped, too.
        let _ = stopped.await;
    }));
    let (rest, resting) = tokio::sync::oneshot::channel::<()>();
    let maker = tokio::spawn(files::work(domain.clone(), async {
        let _ = resting.await;
    }));
    announce(&origin);
    accept::serve(listener, router, accept::Limits::default(), accept::asked_to_stop()).await;
    drop((stop, rest));
    if timeout(LAST_JOB, worker).await.is_err() {
        tracing::warn!("a job was cut off; it is done again after the next start");
    }
    if timeout(LAST_JOB, maker).await.is_err() {
        tracing::warn!("a file was cut off; it is made anew after the next start");
    }
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

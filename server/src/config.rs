//! Every setting of the program: a flag, or the variable named beside it. `--help` is their reference.

mod provider;

pub(crate) use provider::{CALLBACK, Oidc};

use clap::Args;
use domain::{Domain, clock::Clock, db::Address, mail::Mailer};
use ipnet::IpNet;
use std::{fs::DirBuilder, io, path::PathBuf};

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub(crate) struct Data {
    /// The data directory. Made, for its owner only, when absent.
    #[arg(long, env = "SEATSCOPE_DATA", default_value = "data", value_name = "DIR", global = true)]
    pub(crate) data: PathBuf,
    /// The database, when it is not the file `seatscope.db` in the data directory: `sqlite:/path/to/file.db` or
    /// `postgres://user@host/name`.
    #[arg(long, env = "DATABASE_URL", value_name = "URL", global = true, hide_env_values = true)]
    pub(crate) database_url: Option<String>,
}

/// How the server is reached.
#[derive(Args, Clone, Debug)]
pub(crate) struct Listen {
    /// Where to listen.
    #[arg(long = "listen", env = "SEATSCOPE_LISTEN", default_value = "127.0.0.1:3000", value_name = "ADDRESS")]
    pub(crate) address: std::net::SocketAddr,
    /// The address that browsers use, when it is not the one listened on: behind a proxy, `https://seats.example.com`.
    #[arg(long, env = "SEATSCOPE_ORIGIN", value_name = "URL")]
    pub(crate) origin: Option<String>,
    /// The networks of proxies whose `X-Forwarded-For` is believed, as `10.1.2.0/24`. Without it the address of whoever
    /// connects is the browser's, and every sign-in through a proxy counts against the proxy.
    #[arg(
        long = "trusted-proxy",
        env = "SEATSCOPE_TRUSTED_PROXY",
        value_name = "CIDR",
        value_delimiter = ',',
        value_parser = network
    )]
    pub(crate) proxies: Vec<IpNet>,
    /// The folder with the built browser side.
    #[arg(long, env = "SEATSCOPE_SITE", value_name = "DIR")]
    pub(crate) site: Option<PathBuf>,
    /// A folder with fonts for review reports as PDF, asked before those of the machine. Chinese names need a font with Chinese.
    #[arg(long, env = "SEATSCOPE_FONTS", value_name = "DIR")]
    pub(crate) fonts: Option<PathBuf>,
    /// For development: pages reload themselves when the server was started anew.
    #[arg(long, env = "SEATSCOPE_DEV", hide = true)]
    pub(crate) dev: bool,
}

/// The mail server, if letters are to go out.
#[derive(Args, Clone, Debug)]
pub(crate) struct Mail {
    /// The mail server: `smtps://user@host`, or `smtp://user@host:587`. Without it no letters are written.
    #[arg(long, env = "SEATSCOPE_SMTP_URL", value_name = "URL", hide_env_values = true, requires = "from")]
    pub(crate) smtp_url: Option<String>,
    /// A file with the mail server's password on its first line. A password never stands in an argument or an address.
    #[arg(long, env = "SEATSCOPE_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) smtp_password_file: Option<PathBuf>,
    /// Whom letters come from, as `Seatscope <seats@example.com>`.
    #[arg(long = "mail-from", env = "SEATSCOPE_MAIL_FROM", value_name = "ADDRESS")]
    pub(crate) from: Option<String>,
}

/// Files of rows that are made in the background.
#[derive(Args, Clone, Debug)]
pub(crate) struct Files {
    /// Days that files are kept.
    #[arg(long = "keep-files", env = "SEATSCOPE_KEEP_FILES", value_name = "DAYS", default_value_t = 14,
          value_parser = clap::value_parser!(i64).range(1..=3650))]
    pub(crate) keep_days: i64,
    /// The folder for files that come by themselves, where people choose so. Each account has its own folder in it, named by its
    /// MPN id. Whoever reads the folder sees what only MPN partner admins may see.
    #[arg(long = "deliver-to", env = "SEATSCOPE_DELIVER_TO", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

impl Files {
    /// The same, for the domain.
    pub(crate) fn settings(&self) -> domain::files::Settings {
        domain::files::Settings { keep_days: self.keep_days, folder: self.folder.clone() }
    }
}

impl Mail {
    /// The mail server, where one is configured.
    ///
    /// # Errors
    /// When its address is none, or its password cannot be read.
    pub(crate) fn mailer(&self, origin: &str) -> Result<Option<Mailer>, Box<dyn std::error::Error>> {
        let (Some(url), Some(from)) = (&self.smtp_url, &self.from) else { return Ok(None) };
        let password = self.smtp_password_file.as_deref().map(first_line).transpose()?;
        Ok(Some(Mailer::new(url, password, from, origin)?))
    }
}

fn first_line(path: &std::path::Path) -> Result<String, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

impl Data {
    /// Opens the database, making the data directory when absent.
    ///
    /// # Errors
    /// When the directory cannot be made, the address is of a database this version does not speak, or it cannot be opened.
    pub(crate) async fn open(&self) -> Result<Domain, Box<dyn std::error::Error>> {
        make_private(&self.data)?;
        Ok(Domain::open(&self.data, &self.database()?, Clock::system()).await?)
    }

    /// Where the database is.
    ///
    /// # Errors
    /// When the address is of a database that this program does not speak.
    pub(crate) fn database(&self) -> Result<Address, String> {
        self.database_url.as_deref().map_or_else(
            || Ok(Address::File(self.data.join("seatscope.db"))),
            |url| Address::parse(url).map_err(|error| format!("DATABASE_URL: {error}")),
        )
    }
}

/// A network with its prefix spelt out: a bare address is refused rather than guessed at.
fn network(text: &str) -> Result<IpNet, String> {
    text.parse().map_err(|_| "name a network with its prefix: 10.1.2.0/24, or 10.1.2.3/32 for one address".to_owned())
}

/// Makes a directory that only its owner can look into.
pub(crate) fn make_private(dir: &std::path::Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

impl Listen {
    /// The address that browsers use: as configured, else the port listened on, by name.
    pub(crate) fn origin(&self, port: u16) -> String {
        self.origin
            .as_deref()
            .map_or_else(|| format!("http://localhost:{port}"), |o| o.trim_end_matches('/').to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_without_a_prefix_is_refused() {
        assert!(network("10.1.2.3/32").is_ok() && network("fd00::/8").is_ok());
        for bad in ["10.1.2.3", "fd00::1", "10.1.2.3/33", "proxy.example/24", ""] {
            assert!(network(bad).is_err(), "{bad}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_data_directory_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("a/b");
        make_private(&data).unwrap();
        assert_eq!(data.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
}

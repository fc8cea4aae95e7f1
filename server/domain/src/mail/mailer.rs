//! The mail server.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::authentication::Credentials,
};
use std::fmt;

/// Why a letter was not sent, or the settings are of no use.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address of the mail server is none.
    #[error("the mail server is written smtps://user@host, or smtp://user@host:587, and its password stands in a file")]
    Url,
    /// An address that no mail can go to or come from.
    #[error("`{0}` is no mail address")]
    Address(String),
    /// A letter could not be put together.
    #[error(transparent)]
    Letter(#[from] lettre::error::Error),
    /// The mail server did not take it.
    #[error("the mail server did not take a letter: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
}

/// A mail server to send by. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// The address that browsers use, for links.
    pub(super) origin: String,
}

impl Mailer {
    /// A mail server by its address: `smtps://user@host` speaks TLS from the start, `smtp://user@host` after the first words;
    /// without TLS only to this machine itself.
    ///
    /// # Errors
    /// [`MailError`] when an address is none.
    pub fn new(url: &str, password: Option<String>, from: &str, origin: &str) -> Result<Self, MailError> {
        let (scheme, rest) = url.trim_end_matches('/').split_once("://").ok_or(MailError::Url)?;
        let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user), place));
        // A password here would stand in the list of processes.
        if user.is_some_and(|user| user.contains(':')) {
            return Err(MailError::Url);
        }
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse::<u16>().map_err(|_| MailError::Url)?)),
            None => (place, None),
        };
        let mut builder = match scheme {
            _ if host.is_empty() => return Err(MailError::Url),
            "smtps" => AsyncSmtpTransport::<Tokio1Executor>::relay(host)?,
            "smtp" if matches!(host, "localhost" | "127.0.0.1") => {
                AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            }
            "smtp" => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)?,
            _ => return Err(MailError::Url),
        };
        if let Some(port) = port {
            builder = builder.port(port);
        }
        if let (Some(user), Some(password)) = (user, password) {
            builder = builder.credentials(Credentials::new(user.to_owned(), password));
        }
        let from = from.parse().map_err(|_| MailError::Address(from.to_owned()))?;
        Ok(Self { transport: builder.build(), from, origin: origin.to_owned() })
    }

    pub(super) async fn send(
        &self,
        (name, email): (String, &str),
        subject: &str,
        text: String,
    ) -> Result<(), MailError> {
        let address = email.parse().map_err(|_| MailError::Address(email.to_owned()))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(name), address))
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text)?;
        self.transport.send(message).await?;
        Ok(())
    }
}

/// Without the password.
impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mailer({})", self.from)
    }
}

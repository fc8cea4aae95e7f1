//! Letters to people, when a mail server is configured: put down as jobs, so that none is lost and nobody waits for a mail server.

mod compose;
mod en;
mod language;
mod letter;
mod mailer;
mod notices;
mod put;
mod send;
#[cfg(test)]
mod tests;
mod weekly;
mod zh_tw;

pub use language::Language;
pub use letter::Letter;
pub use mailer::{MailError, Mailer};
pub(crate) use notices::write_notices;
pub(crate) use put::put;
pub(crate) use send::send;

//! What there is to do.

use crate::{Domain, Error, audit, credential, digest, files, insights, mail, people, retention, reviews, session};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal every $every:expr;)*) => {
        /// A kind of work.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {$(
            $(#[$doc])*
            $name,
        )*}

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable key: what is stored.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key,)*}
            }

            /// How often it comes back, in seconds; nothing for what is done once.
            #[must_use]
            pub const fn every(self) -> Option<i64> {
                match self {$(Self::$name => $every,)*}
            }
        }
    };
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

kinds! {
    /// A letter to a person.
    Mail = "mail" every None;
    /// A link by letter for a forgotten password.
    Forgotten = "forgotten" every None;
    /// A failed sign-in, for the audit trail.
    SignInFailed = "sign_in_failed" every None;
    /// Grants whose end date has passed, written down as over.
    Expire = "expire" every Some(MINUTE);
    /// Files that come by themselves, put down when their time has come.
    Files = "files" every Some(MINUTE);
    /// Weekly letters, put down when their time has come.
    Digest = "digest" every Some(MINUTE);
    /// Letters about what people's notices tell.
    MailNotices = "mail_notices" every Some(MINUTE);
    /// Newest rows of the audit trail, written down outside of the database.
    AnchorAudit = "anchor_audit" every Some(HOUR);
    /// The audit trail, gone through from its first row.
    VerifyAudit = "verify_audit" every Some(DAY);
    /// What was replaced or taken back long ago, removed.
    Retention = "retention" every Some(DAY);
    /// Reminders of roles that end soon.
    Remind = "remind" every Some(HOUR);
    /// Reminders of access reviews.
    ReviewDue = "review_due" every Some(DAY);
    /// Sessions, links and the like that are of no use any more, removed.
    Clear = "clear" every Some(DAY);
}

impl Kind {
    /// The kind of a key; nothing for a key that this version does not know.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }

    /// Does it.
    ///
    /// # Errors
    /// Whatever kept it from being done; it is tried again later.
    pub(super) async fn run(self, domain: &Domain, details: &str) -> Result<(), Error> {
        match self {
            Self::Mail => mail::send(domain, details).await,
            Self::Forgotten => session::answer_forgotten(domain, details).await,
            Self::SignInFailed => credential::record_failure(domain, details).await,
            Self::Expire => people::expire_due(domain).await.map(drop),
            Self::Files => {
                files::run_due(domain).await?;
                insights::run_due(domain).await
            }
            Self::Digest => digest::write_due(domain).await,
            Self::MailNotices => mail::write_notices(domain).await,
            Self::AnchorAudit => audit::anchor(domain).await,
            Self::VerifyAudit => audit::verify_all(domain).await,
            Self::Retention => retention::run(domain).await,
            Self::Remind => people::remind_due(domain).await.map(drop),
            Self::ReviewDue => reviews::remind_due(domain).await.map(drop),
            Self::Clear => retention::clear(domain).await,
        }
    }
}

//! What is written to people about.

use jiff::Timestamp;
use model::{Digest, News, Role};
use serde::{Deserialize, Serialize};

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// Somebody was added to the account, and signs in for the first time with this link.
    Invitation {
        /// The secret of the link.
        link: String,
        /// Until when it works.
        until: Timestamp,
        /// Who invites; nobody for the host's command line.
        by: Option<String>,
    },
    /// A link to sign in with, instead of a forgotten password or because an MPN partner admin made one.
    Reset {
        /// The secret of the link.
        link: String,
        /// Until when it works.
        until: Timestamp,
    },
    /// A file of rows that comes by itself is there. Its rows stay where the right to them is looked at.
    FileMade {
        /// What it is called.
        name: String,
        /// How many rows it has.
        rows: u64,
    },
    /// What changed of late.
    Digest {
        /// When the next one comes.
        until: Timestamp,
        /// What its recipient may see when it is sent. It does not wait with the letter: rights may be lost meanwhile.
        #[serde(skip)]
        digest: Digest,
    },
    /// What the recipient's notices tell, too.
    News {
        /// It.
        news: News,
    },
}

impl Letter {
    /// Until when it is of any use; nothing: always.
    pub(super) const fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Invitation { until, .. } | Self::Reset { until, .. } | Self::Digest { until, .. } => Some(*until),
            Self::FileMade { .. } | Self::News { .. } => None,
        }
    }
}

/// Whether a notice is worth a letter: of the roles only MPN partner admin is, for no other opens anything.
pub(super) const fn worth_a_letter(news: &News) -> bool {
    match news {
        News::RoleGiven { role, .. }
        | News::RoleTaken { role, .. }
        | News::RequestMade { role, .. }
        | News::RequestDecided { role, .. }
        | News::GrantEnds { role, .. } => matches!(role, Role::PartnerAdmin),
        News::ReviewDue | News::CredentialChanged { .. } => true,
    }
}

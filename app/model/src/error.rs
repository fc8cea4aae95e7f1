//! How a request can fail, as codes. The interface translates them; details stand only in the server's log.

use crate::{AccessRequest, PasswordProblem, Program, Refusal, Role};
use serde::{Deserialize, Serialize};

/// Why a request was not answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum AppError {
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    SignedOut,
    /// The person lacks the role that opens this.
    #[error("needs the role {}", role.key())]
    NeedsRole {
        /// The role that opens it.
        role: Role,
        /// Names of people of the same account who can grant it.
        can_grant: Vec<String>,
        /// The asker's newest request for the role.
        asked: Option<Box<AccessRequest>>,
    },
    /// The account takes part in none of the programs that this belongs to.
    #[error("not for this account's programs")]
    NeedsProgram {
        /// The programs of which one is needed.
        programs: Vec<Program>,
    },
    /// The account demands a second factor, which this session has not given.
    #[error("needs the second factor")]
    NeedsSecondFactor,
    /// What was asked needs a sign-in younger than ten minutes.
    #[error("needs a fresh sign-in")]
    NeedsFreshSignIn,
    /// An API token was shown whose scopes do not open this, or which no token opens.
    #[error("not for this token")]
    NotForToken,
    /// There is no such thing, or it is another account's: both answer alike.
    #[error("not found")]
    NotFound,
    /// The page was made for another account: the person switched in another tab.
    #[error("switched to another account meanwhile")]
    OtherAccount,
    /// Somebody changed it since the page was read.
    #[error("changed meanwhile")]
    Stale {
        /// Who changed it last, where that is known.
        by: Option<String>,
    },
    /// The change would leave the account without an acting MPN partner admin.
    #[error("the last acting MPN partner admin must stay")]
    LastAdmin,
    /// What was sent makes no sense; the code names it in the catalogue.
    #[error("invalid: {what}")]
    Invalid {
        /// What is wrong.
        what: Invalid,
    },
    /// Another change was under way, or too many ask at once: the same again a moment later will do.
    #[error("busy; try again")]
    Busy,
    /// The server has no room for what was sent.
    #[error("the server has no room left; nothing was changed")]
    NoSpace,
    /// The server could not be reached.
    #[error("the server cannot be reached")]
    Unreachable,
    /// Something broke on the server.
    #[error("internal error, request {request}")]
    Internal {
        /// Finds the details in the server's log.
        request: String,
    },
}

/// What was wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invalid {
    /// The request could not be read at all.
    Request,
    /// A filter or a month in the address.
    Filter,
    /// A sign-in link that is unknown, used or too old.
    Link,
    /// A sign-in link for a person who has a way of their own to sign in, which they have not shown beside it.
    LinkAlone,
    /// A change of credentials in a session that counts for one of the person's accounts only.
    OtherAccounts,
    /// A setting out of its bounds.
    Setting,
    /// The customer that another is to be part of: there is none so called, there are several, or it is the same.
    MainCustomer,
    /// An upload without a file, or more than one.
    Upload,
    /// A new password that is easily guessed.
    Password(PasswordProblem),
    /// A proof of who somebody is that was not taken.
    Proof(Refusal),
    /// A role that guests may not hold.
    GuestRole,
    /// An end date that has passed, or is none.
    EndDate,
    /// Another end date for one's own role.
    OwnEndDate,
    /// A request for a role that the asker holds already.
    RoleHeld,
    /// More requests in a day than a person may make.
    TooManyRequests,
    /// A review in which something is not decided yet.
    ReviewUndecided,
    /// A person without a name or an e-mail address.
    Person,
    /// A name that is empty, too long, or more than a line.
    Name,
    /// A person who is a member already.
    Member,
    /// The undoing of an import whose predecessor was removed in the course of time.
    NothingToPutBack,
    /// More letters than go out in a short time.
    TooManyLetters,
    /// A name of a view that is empty, too long, or more than a line.
    ViewName,
    /// More views than a person may keep.
    TooManyViews,
    /// More files waiting, or kept orders, than a person may have.
    TooManyFiles,
    /// A comment for a customer that is too long.
    Comment,
    /// A logo that is no PNG or JPEG, or too large.
    Logo,
    /// A token without a name or a scope, or that shall last too long.
    Token,
}

impl std::fmt::Display for Invalid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl AppError {
    /// The HTTP status that goes with it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::NeedsRole { .. }
            | Self::NeedsProgram { .. }
            | Self::NeedsSecondFactor
            | Self::NeedsFreshSignIn
            | Self::NotForToken => 403,
            Self::NotFound => 404,
            Self::OtherAccount | Self::Stale { .. } | Self::LastAdmin => 409,
            Self::Invalid { .. } => 422,
            Self::Internal { .. } => 500,
            Self::Busy | Self::Unreachable => 503,
            Self::NoSpace => 507,
        }
    }
}

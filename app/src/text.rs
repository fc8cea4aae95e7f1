//! Every word that a person reads, in each language. A forgotten translation does not compile.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Declares the texts of one area: a struct of sentences, and of functions for sentences that carry values.
macro_rules! area {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {$(
            #[doc = concat!("What is said as `", stringify!($field), "`.")]
            pub $field: $kind,
        )*}
    };
}

mod access;
#[cfg(feature = "ssr")]
pub mod actions;
mod audit;
mod customer;
mod data;
mod en;
mod errors;
pub mod format;
mod imports;
mod landing;
mod licenses;
mod me;
mod nav;
mod roles;
mod settings;
mod signin;
mod states;
mod users;
mod zh_tw;

pub use access::AccessText;
pub use audit::AuditText;
pub use customer::CustomerText;
pub use data::DataText;
pub use errors::ErrorText;
pub use imports::ImportText;
pub use landing::{LandingRow, LandingText};
pub use licenses::{Kpi, LicenseText};
pub use me::MeText;
pub use nav::NavText;
pub use roles::RoleText;
pub use settings::SettingsText;
pub use signin::SignInText;
pub use states::StateText;
pub use users::UserText;

/// A sentence without values.
type S = &'static str;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// English.
    #[default]
    #[serde(rename = "en")]
    En,
    /// Traditional Chinese as written in Taiwan.
    #[serde(rename = "zh-TW")]
    ZhTw,
}

impl Locale {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhTw];

    /// The BCP 47 tag: for `lang`, the cookie and the address.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhTw => "zh-TW",
        }
    }

    /// The language's own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhTw => "繁體中文",
        }
    }

    /// Two signs for the top bar.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::En => "EN",
            Self::ZhTw => "中文",
        }
    }

    /// The best language for an `Accept-Language` header: the first tag that names one of ours.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|part| part.split(';').next().unwrap_or(part).trim().parse().ok())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A tag that names none of the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALocale;

impl FromStr for Locale {
    type Err = NotALocale;

    /// Any English is `En`; any Chinese is `ZhTw`, the only Chinese there is.
    fn from_str(tag: &str) -> Result<Self, NotALocale> {
        match tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase().as_str() {
            "en" => Ok(Self::En),
            "zh" => Ok(Self::ZhTw),
            _ => Err(NotALocale),
        }
    }
}

/// All texts in one language.
#[derive(Debug)]
pub struct Text {
    /// The language.
    pub locale: Locale,
    /// The frame: navigation, top bar.
    pub nav: NavText,
    /// Signing in.
    pub signin: SignInText,
    /// The landing page.
    pub landing: LandingText,
    /// Product analytics.
    pub licenses: LicenseText,
    /// One customer.
    pub customer: CustomerText,
    /// User management and User details.
    pub users: UserText,
    /// Roles, permissions and programs.
    pub roles: RoleText,
    /// The Data page.
    pub data: DataText,
    /// What imports report, and the names of datasets.
    pub imports: ImportText,
    /// My account.
    pub me: MeText,
    /// What went wrong.
    pub errors: ErrorText,
    /// Loading, empty, paging, and other words that all pages share.
    pub states: StateText,
    /// The record of who did what.
    pub audit: AuditText,
}

/// The texts in a language.
#[must_use]
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::En => &en::TEXT,
        Locale::ZhTw => &zh_tw::TEXT,
    }
}

#[cfg(test)]
mod tests;

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
mod activity;
mod audit;
mod azure;
#[cfg(feature = "ssr")]
mod briefing;
mod customer;
mod data;
#[cfg(feature = "ssr")]
mod digest;
#[cfg(feature = "ssr")]
mod downloads;
mod en;
mod errors;
mod find;
mod first_run;
pub mod format;
#[cfg(feature = "ssr")]
pub mod guides;
mod imports;
mod insight;
mod landing;
mod licenses;
mod me;
mod nav;
mod notices;
#[cfg(feature = "ssr")]
mod order;
mod paper;
mod provider;
mod requests;
mod reviews;
mod roles;
mod security;
mod settings;
mod signin;
mod states;
mod users;
mod views;
mod zh_tw;

pub use access::AccessText;
pub use activity::ActivityText;
pub use audit::AuditText;
pub use azure::AzureText;
#[cfg(feature = "ssr")]
pub use briefing::BriefingText;
pub use customer::CustomerText;
pub use data::DataText;
pub use errors::ErrorText;
pub use find::FindText;
pub use first_run::FirstRunText;
pub use imports::ImportText;
pub use insight::InsightText;
pub use landing::{LandingRow, LandingText};
pub use licenses::{Kpi, LicenseText};
pub use me::MeText;
pub use nav::NavText;
pub use notices::NoticeText;
pub use paper::PaperText;
pub use provider::ProviderText;
pub use requests::RequestText;
pub use reviews::ReviewText;
pub use roles::RoleText;
pub use security::SecurityText;
pub use settings::SettingsText;
pub use signin::SignInText;
pub use states::StateText;
pub use users::UserText;
pub use views::ViewText;

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

/// The texts in one language that the frame and every page need. The texts of a lazy area are reached by a method instead: a
/// table that this struct held would be loaded with the first page, in both languages.
#[derive(Debug)]
pub struct Text {
    /// The language.
    pub locale: Locale,
    /// The frame: navigation, top bar.
    pub nav: NavText,
    /// The landing page.
    pub landing: LandingText,
    /// Roles, permissions and programs.
    pub roles: RoleText,
    /// What went wrong.
    pub errors: ErrorText,
    /// Loading, empty, paging, and other words that all pages share.
    pub states: StateText,
    /// The record of who did what.
    pub audit: AuditText,
}

/// A method for each lazy area: `text.users()`.
macro_rules! lazy_areas {
    ($($(#[$doc:meta])* $area:ident: $table:ident = $name:ident;)*) => {
        impl Text {$(
            $(#[$doc])*
            #[must_use]
            pub fn $area(&self) -> &'static $table {
                match self.locale {
                    Locale::En => &en::$area::$name,
                    Locale::ZhTw => &zh_tw::$area::$name,
                }
            }
        )*}
    };
}

lazy_areas! {
    /// Product analytics.
    licenses: LicenseText = LICENSES;
    /// The pages of figures.
    insight: InsightText = INSIGHT;
    /// Azure by day.
    azure: AzureText = AZURE;
    /// The customers' activity log.
    activity: ActivityText = ACTIVITY;
    /// One customer.
    customer: CustomerText = CUSTOMER;
    /// User management and User details.
    users: UserText = USERS;
    /// The Data page.
    data: DataText = DATA;
    /// What imports report, and the names of datasets.
    imports: ImportText = IMPORTS;
    /// Finding, and the keys.
    find: FindText = FIND;
    /// Saved views.
    views: ViewText = VIEWS;
    /// Charts as files, and what pages say on paper.
    paper: PaperText = PAPER;
    /// My account.
    me: MeText = ME;
    /// Notices.
    notices: NoticeText = NOTICES;
    /// Requests for a role.
    requests: RequestText = REQUESTS;
    /// Access reviews.
    reviews: ReviewText = REVIEWS;
    /// Signing in.
    signin: SignInText = SIGN_IN;
    /// Signing in by an identity provider.
    provider: ProviderText = PROVIDER;
    /// How a person signs in.
    security: SecurityText = SECURITY;
    /// The first steps of a new installation.
    first_run: FirstRunText = FIRST_RUN;
}

#[cfg(feature = "ssr")]
pub use digest::DigestText;
#[cfg(feature = "ssr")]
use {downloads::DownloadText, guides::GuideText, order::OrderText};
#[cfg(feature = "ssr")]
lazy_areas! {
    /// The review report for a customer.
    briefing: BriefingText = BRIEFING;
    /// The guides.
    guides: GuideText = GUIDES;
    /// What changed.
    digest: DigestText = DIGEST;
    /// Rows to take away as files.
    downloads: DownloadText = DOWNLOADS;
    /// What a file of rows is to be made of.
    order: OrderText = ORDER;
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

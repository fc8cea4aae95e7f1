//! How the papers of an account look: its colour and its logo.

use super::{Logo, LogoKind};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit::{self, Action},
    db::sql,
    people::change::still_allowed,
};
use model::{Invalid, Permission};
use serde_json::json;
use std::{fmt, str::FromStr};

/// How the papers of an account look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// The account's name.
    pub partner: String,
    /// Its colour; nothing: the program's own.
    pub colour: Option<Colour>,
    /// What its logo is, where it has one.
    pub logo: Option<LogoKind>,
}

/// What a form asks for.
#[derive(Clone, Debug, Default)]
pub struct NewBrand {
    /// The colour as `#rrggbb`; empty: the program's own.
    pub colour: String,
    /// A new logo.
    pub logo: Option<Vec<u8>>,
    /// Whether the logo that is there goes.
    pub without_logo: bool,
}

/// A colour dark enough for white letters on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// The program's own.
    pub const OWN: Self = Self([0x0b, 0x5f, 0xb4]);
    /// The least contrast with white that small letters need (WCAG 2, AA).
    const CONTRAST: f64 = 4.5;

    /// Its red, green and blue.
    #[must_use]
    pub const fn rgb(self) -> [u8; 3] {
        self.0
    }

    /// How much lighter white is.
    fn contrast(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

impl FromStr for Colour {
    type Err = Error;

    /// Reads `#rrggbb`; a colour too light for white letters is made darker, not refused.
    fn from_str(text: &str) -> Result<Self, Error> {
        let digits =
            text.trim().strip_prefix('#').filter(|it| it.len() == 6 && it.bytes().all(|b| b.is_ascii_hexdigit()));
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] = number.ok_or(Error::Invalid(Invalid::Setting))?.to_be_bytes();
        let mut colour = Self([red, green, blue]);
        while colour.contrast() < Self::CONTRAST {
            colour = Self(colour.0.map(|part| part - part.div_ceil(32)));
        }
        Ok(colour)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    colour: Option<String>,
    logo_kind: Option<String>,
}

/// How the account's papers look, for whoever may change it.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn brand(domain: &Domain, caller: &Caller) -> Result<Brand, Error> {
    of_account(domain, &caller.may(Permission::ManageAccount)?).await
}

pub(super) async fn of_account(domain: &Domain, scope: &Scope) -> Result<Brand, Error> {
    let row: Row = sql(include_str!("brand.sql")).bind(scope.account().0).fetch_one(&domain.db).await?;
    Ok(Brand {
        partner: row.name,
        colour: row.colour.and_then(|colour| colour.parse().ok()),
        logo: row.logo_kind.as_deref().and_then(LogoKind::from_mime),
    })
}

/// Changes how the account's papers look. Audited with the colours and with what the logos are.
///
/// # Errors
/// [`Error::Denied`] without the right or a fresh proof of it; [`Error::Invalid`] for a colour or a picture that is none. Nothing
/// has changed then.
pub async fn set_brand(domain: &Domain, caller: &Caller, new: NewBrand) -> Result<(), Error> {
    let scope = caller.may_now(Permission::ManageAccount)?;
    let colour: Option<Colour> = Some(new.colour.trim()).filter(|it| !it.is_empty()).map(str::parse).transpose()?;
    let logo = match new.logo {
        Some(data) => {
            Some(tokio::task::spawn_blocking(move || Logo::read(data)).await.map_err(std::io::Error::other)??)
        }
        None => None,
    };
    let old = of_account(domain, &scope).await?;
    let (account, now) = (scope.account(), domain.clock.seconds());
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, now).await?;
    let text = colour.map(|colour| colour.to_string());
    let kind = if logo.is_some() || new.without_logo { logo.as_ref().map(|it| it.kind) } else { old.logo };
    let changes_logo = logo.is_some() || (new.without_logo && old.logo.is_some());
    if changes_logo {
        let put = sql(include_str!("put_brand.sql")).bind(account.0).bind(text.clone());
        put.bind(kind.map(LogoKind::mime)).bind(logo.map(|it| it.data)).execute(&mut tx).await?;
    } else {
        sql(include_str!("put_colour.sql")).bind(account.0).bind(text.clone()).execute(&mut tx).await?;
    }
    let mut changed = serde_json::Map::new();
    if old.colour != colour {
        let old = old.colour.map(|colour| colour.to_string());
        changed.insert("colour".into(), json!({ "old": old.unwrap_or_default(), "new": text.unwrap_or_default() }));
    }
    if changes_logo {
        let mime = |kind: Option<LogoKind>| kind.map(LogoKind::mime).unwrap_or_default();
        changed.insert("logo".into(), json!({ "old": mime(old.logo), "new": mime(kind) }));
    }
    if !changed.is_empty() {
        let subject = account.to_string();
        audit::record(&mut tx, now, account, scope.actor(), Action::SettingChanged, &subject, &changed.into()).await?;
    }
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_letters_can_be_read_on_every_colour() {
        for text in ["#ffffff", "#ffff00", "#00ff7f", "#777777", "#0b5fb4", "#000000"] {
            let colour: Colour = text.parse().unwrap();
            assert!(colour.contrast() >= Colour::CONTRAST, "{text} became {colour}");
        }
        assert_eq!("#0B5FB4".parse::<Colour>().unwrap(), Colour::OWN, "what is dark enough stays");
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "red", "#fff", "#12345", "#12345g", "#+12345", "123456", "#1234567", "url(#a)"] {
            assert!(matches!(text.parse::<Colour>(), Err(Error::Invalid(Invalid::Setting))), "{text}");
        }
    }
}

//! Reports: the figures that `seatscope report … --json` prints.

use crate::{
    edge::problem::{SignedIn, answer, told},
    figures::{self, Figures, month_or_day},
};
use app::request::Asker;
use axum::{
    Json,
    extract::FromRequestParts,
    http::request::Parts,
    response::{IntoResponse, Response},
};
use domain::{
    Domain,
    access::Caller,
    activity::{self as log, Days},
    extract::BadQuery,
};
use model::{
    AppError, Month, Permission,
    Permission::{ViewActivity, ViewGrowth, ViewLicenses, ViewResellers},
    pairs,
};
use serde_json::json;

/// Who asks, and of when.
pub(super) struct Asked {
    domain: Domain,
    asker: Asker,
    caller: Caller,
    pairs: Vec<(String, String)>,
}

impl FromRequestParts<crate::router::Edges> for Asked {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, edges: &crate::router::Edges) -> Result<Self, Response> {
        let SignedIn(caller) = SignedIn::from_request_parts(parts, edges).await?;
        let asker = parts.extensions.get::<Asker>().cloned().ok_or_else(|| told(&AppError::SignedOut))?;
        let pairs = pairs(parts.uri.query().unwrap_or_default());
        Ok(Self { domain: edges.domain.clone(), asker, caller, pairs })
    }
}

impl Asked {
    fn of<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, domain::Error> {
        let found = self.pairs.iter().find(|(it, value)| it == name && !value.is_empty());
        let wrong = || BadQuery::Syntax(format!("{name} makes no sense: write it as 2026-10 or 2026-10-05"));
        Ok(found.map(|(_, value)| read(value).ok_or_else(wrong)).transpose()?)
    }

    /// Whether the caller may take figures out at all, and these: what the feed's tokens may see is not for all programs.
    fn may(&self, permission: Permission) -> Result<(), domain::Error> {
        self.caller.may(Permission::Export)?;
        Ok(self.caller.may(permission).map(drop)?)
    }

    /// The month that must be there; whether the caller may see the figures comes first.
    fn month(&self, permission: Permission) -> Result<Month, domain::Error> {
        self.may(permission)?;
        self.of("month", month_or_day)?
            .ok_or_else(|| BadQuery::Syntax("month is missing: write it as 2026-10".into()).into())
    }

    async fn told(&self, figures: Figures) -> Response {
        match figures {
            Ok(figures) => Json(figures).into_response(),
            Err(error) => answer(&self.domain, &self.asker, error).await,
        }
    }
}

pub(super) async fn licenses(asked: Asked) -> Response {
    let found = async { figures::licenses::figures(&asked.domain, &asked.caller, asked.month(ViewLicenses)?).await };
    asked.told(found.await).await
}

pub(super) async fn subscriptions(asked: Asked) -> Response {
    let found = async { figures::subscriptions::figures(&asked.domain, &asked.caller, asked.month(ViewGrowth)?).await };
    asked.told(found.await).await
}

pub(super) async fn datasets(asked: Asked) -> Response {
    let found = async { figures::datasets::figures(&asked.domain, &asked.caller, asked.month(ViewLicenses)?).await };
    asked.told(found.await).await
}

pub(super) async fn growth(asked: Asked) -> Response {
    let found = async {
        asked.may(ViewGrowth)?;
        figures::growth::figures(&asked.domain, &asked.caller, asked.of("month", month_or_day)?).await
    };
    asked.told(found.await).await
}

pub(super) async fn azure(asked: Asked) -> Response {
    let found = async {
        asked.may(ViewGrowth)?;
        let (from, to) = (asked.of("from", month_or_day)?, asked.of("to", month_or_day)?);
        figures::azure::figures(&asked.domain, &asked.caller, from, to).await
    };
    asked.told(found.await).await
}

pub(super) async fn resellers(asked: Asked) -> Response {
    let found = async {
        asked.may(ViewResellers)?;
        figures::resellers::figures(&asked.domain, &asked.caller).await
    };
    asked.told(found.await).await
}

pub(super) async fn activity(asked: Asked) -> Response {
    let found = async {
        asked.may(ViewActivity)?;
        let days = Days { from: asked.of("from", Days::first)?, to: asked.of("to", Days::last)? };
        Ok(json!(log::count(&asked.domain, &asked.caller, days).await?))
    };
    asked.told(found.await).await
}

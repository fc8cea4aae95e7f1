//! Signing in by an identity provider.

use super::S;
use model::ProviderFailure;

area! {
    /// Signing in by an identity provider.
    ProviderText {
        sign_in: fn(&str) -> String,
        invited: fn(&str) -> String,
        confirm: fn(&str) -> String,
        connect: fn(&str) -> String,
        connect_lead: S,
        disconnect: S,
        going_title: fn(&str) -> String,
        going_lead: S,
        going: S,
        failure: fn(ProviderFailure) -> S,
    }
}

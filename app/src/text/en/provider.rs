//! Signing in by an identity provider.

use crate::text::ProviderText;
use model::ProviderFailure;

pub(in crate::text) static PROVIDER: ProviderText = ProviderText {
    sign_in: |name| format!("Sign in with {name}"),
    invited: |name| format!("Go on with {name}"),
    confirm: |name| format!("Confirm with {name}"),
    connect: |name| format!("Connect {name}"),
    connect_lead: "Then you can sign in without a password here.",
    disconnect: "Disconnect",
    going_title: |name| format!("On to {name}"),
    going_lead: "Your browser goes there by itself. If it does not, use the button.",
    going: "Go on",
    failure: |failure| match failure {
        ProviderFailure::Lost => "This sign-in was begun in another window, or too long ago. Begin again.",
        ProviderFailure::Declined => {
            "The identity provider did not let you through, or you stopped there. Nobody was signed in."
        }
        ProviderFailure::Unreachable => {
            "The identity provider does not answer. Try again in a minute, or sign in another way."
        }
        ProviderFailure::Untrusted => {
            "What the identity provider answered did not pass the checks. Nobody was signed in. Tell the person who runs this server."
        }
        ProviderFailure::NotFresh => {
            "The identity provider does not say that you signed in there just now. Confirm another way."
        }
        ProviderFailure::Unknown => {
            "Nobody here is connected to the identity that you signed in with. Open your invitation and go on from there, or sign in another way and connect the provider under My account."
        }
        ProviderFailure::OtherPerson => {
            "The identity that you signed in with belongs to somebody else here. Sign in there as yourself."
        }
        ProviderFailure::Closed => {
            "No account here is open to you. If you have an invitation, open it; otherwise ask an MPN partner admin."
        }
        ProviderFailure::Link => {
            "This link does not connect the identity provider: it was used, is too old, or you have been here before. Then sign in as usual and connect the provider under My account."
        }
    },
};

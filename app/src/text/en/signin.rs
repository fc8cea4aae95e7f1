//! Signing in by a one-time link.

use crate::text::SignInText;

pub(super) const SIGN_IN: SignInText = SignInText {
    title: "Sign in",
    lead: "Seatscope has no passwords to remember. You sign in with a link that works once.",
    how: "How to get a link",
    how_steps: [
        "Ask the person who runs this server.",
        "They print a link for you on the server, with the command below.",
        "Open the link in this browser. It works once and for a short time.",
    ],
    command_label: "On the server",
    no_link: "If you run the server yourself: `seatscope user add` and `seatscope user link` print links.",
    confirm_title: |name| format!("Welcome, {name}"),
    confirm_lead: |account| format!("This link signs you in to {account}."),
    confirm_once: "It works once. Afterwards this browser stays signed in until you sign out or the session ends.",
    sign_in_as: |name| format!("Sign in as {name}"),
    not_you: "If this is not you, close the page and tell the person who sent the link.",
    expired_title: "This link no longer works",
    expired_lead: "It has been used or it is too old.",
    expired_next: "Ask for a new link. If you opened it a moment ago in another window, you may be signed in already.",
    used_elsewhere: "If you did not use it yourself, say so when you ask: somebody else may have had your link.",
    signed_out: "You are signed out.",
    session_ended: "Your session has ended. Sign in again to go on.",
    to_sign_in: "To the sign-in page",
};

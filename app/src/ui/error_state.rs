//! What went wrong, as a page or a part of one.

use super::{Icon, NotAllowed};
use crate::{text::Text, ui::use_text};
use leptos::prelude::*;
use model::AppError;

/// An error: what, why, what next, and how to find it in the log.
#[component]
pub fn ErrorState(
    /// What the server answered.
    error: AppError,
) -> impl IntoView {
    let text = use_text();
    let t = &text.errors;
    let (icon, title, lead, more) = match error {
        AppError::NeedsRole { role, can_grant, asked } => {
            return view! { <NotAllowed role can_grant asked /> }.into_any();
        }
        // Tokens open no pages: nobody reads this.
        AppError::SignedOut | AppError::NotForToken => ("lock", t.signed_out_title, t.signed_out.to_owned(), None),
        AppError::NeedsProgram { programs } => {
            let names: Vec<String> = programs.into_iter().map(|p| (text.roles.program)(p).to_owned()).collect();
            ("lock", t.program_title, (t.program)(&(text.roles.list)(&names)), Some((false, t.program_next.to_owned())))
        }
        AppError::NeedsSecondFactor => ("shield", t.second_factor_title, t.second_factor.to_owned(), None),
        AppError::NeedsFreshSignIn => ("fresh", t.fresh_title, t.fresh.to_owned(), None),
        AppError::Busy => ("warning", t.failed_title, t.busy.to_owned(), None),
        AppError::NotFound => ("search", t.not_found_title, t.not_found.to_owned(), None),
        AppError::OtherAccount => ("warning", t.failed_title, t.other_account.to_owned(), None),
        AppError::Stale { by } => ("warning", t.failed_title, (t.stale)(by.as_deref()), None),
        AppError::LastAdmin => ("warning", t.failed_title, t.last_admin.to_owned(), None),
        AppError::Invalid { what } => ("warning", t.failed_title, (t.invalid)(what), None),
        AppError::NoSpace => ("warning", t.failed_title, t.no_space.to_owned(), None),
        AppError::Unreachable => ("warning", t.failed_title, t.offline.to_owned(), None),
        AppError::Internal { request } => {
            ("error", t.failed_title, t.failed.to_owned(), Some((true, (t.request)(&request))))
        }
    };
    let more = more.map(|(code, words)| view! { <p class=if code { "request" } else { "" }>{words}</p> });
    view! {
        <div class="state boxed">
            <Icon name=icon />
            <h1>{title}</h1>
            <p>{lead}</p>
            {more}
            {next(text, icon)}
        </div>
    }
    .into_any()
}

fn next(text: &'static Text, icon: &'static str) -> AnyView {
    let (href, words) = match icon {
        "error" | "warning" => ("", text.errors.try_again),
        "search" => ("/", text.errors.to_start),
        "shield" => ("/sign-in/second", text.errors.second_factor_next),
        "fresh" => ("/confirm", text.errors.fresh_next),
        _ => {
            return view! { <div class="button-row"><a class="btn" href="/sign-in" rel="external">{text.nav.sign_in}</a></div> }
                .into_any();
        }
    };
    // In a tab of its own, so that what was filled in here is still there afterwards.
    let target = (icon == "fresh").then_some("_blank");
    view! { <div class="button-row"><a class="btn" href=href target=target rel="external">{words}</a></div> }.into_any()
}

//! What changed of late, and whether a letter tells of it each Monday.

use super::{PlainPage, trouble};
use crate::{
    routes::to,
    text::{DigestText, Locale, Text, format},
    ui::{Card, Crumbs, EmptyState, Notice, NoticeKind, PageHead},
    visit::here,
};
use domain::{digest::words::told, mail::Language};
use leptos::prelude::*;
use model::{Change, Digest, Freshness};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct WhatChanged {
    /// What changed.
    pub digest: Digest,
    /// Whether the visitor takes the weekly letter.
    pub wants: bool,
    /// Whether letters are sent here at all.
    pub mails: bool,
    /// Whether a change has just been made.
    pub done: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for WhatChanged {
    const MARK: &'static str = "digest";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.nav.digest.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.digest();
        let above = vec![(text.nav.overview.to_owned(), to::OVERVIEW.to_owned())];
        let imported = self.digest.imported.map(|at| format::date_time(text.locale, at));
        let fresh = imported.map_or_else(|| t.never.to_owned(), |at| (t.imported)(&at));
        let changes = if self.digest.changes.is_empty() {
            view! { <EmptyState title=t.none lead=t.none_lead><a class="btn" href=to::OVERVIEW>{text.nav.overview}</a></EmptyState> }.into_any()
        } else {
            ranked(text.locale, t, &self.digest.changes)
        };
        let came_in = came_in(text, &self.digest.came_in);
        let letter = letter(t, self.wants, self.mails);
        view! {
            <div class="page narrow">
                <Crumbs above here=text.nav.digest />
                <PageHead title=text.nav.digest lead=t.lead><span class="fresh">{fresh}</span></PageHead>
                {trouble(self.trouble)}
                {self.done.then(|| view! { <Notice kind=NoticeKind::Good>{t.saved}</Notice> })}
                {changes}
                <Card title=t.came_in>{came_in}</Card>
                <div id="letter"><Card title=t.letter>{letter}</Card></div>
            </div>
        }
        .into_any()
    }
}

/// The changes, each a link to what it is about.
fn ranked(locale: Locale, t: &'static DigestText, changes: &[Change]) -> AnyView {
    let language = Language::from_tag(locale.tag());
    let row = |change: &Change| {
        view! { <li><a href=change.link()>{told(language, change)}</a></li> }
    };
    let rows = changes.iter().map(row).collect_view();
    view! {
        <Card title=t.changes><ol class="changes">{rows}</ol><p class="caption">{t.rank}</p></Card>
    }
    .into_any()
}

/// What came in during the last seven days.
fn came_in(text: &'static Text, came_in: &[Freshness]) -> AnyView {
    let t = text.digest();
    if came_in.is_empty() {
        return view! { <p>{t.nothing_came}</p> }.into_any();
    }
    let rows = came_in.iter().map(|it| {
        let name = (text.imports().dataset)(it.dataset);
        let newest = it.newest.map(|month| (t.up_to)(name, &format::month(text.locale, month)));
        view! { <li>{newest.unwrap_or_else(|| name.to_owned())}</li> }
    });
    let rows = rows.collect_view();
    view! { <ul class="dots">{rows}</ul> }.into_any()
}

fn letter(t: &'static DigestText, wants: bool, mails: bool) -> AnyView {
    if !mails {
        return view! { <p>{t.no_mail}</p> }.into_any();
    }
    let (words, act, button) = if wants { (t.taken, "stop", t.stop) } else { (t.stopped, "take", t.take) };
    let action = here("/me/letter");
    view! {
        <p>{words}</p>
        <form method="post" action=action><button class="btn" name="act" value=act>{button}</button></form>
    }
    .into_any()
}

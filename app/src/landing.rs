//! The landing page: where to find what, and for whom.

use crate::{
    routes::to,
    text::LandingRow,
    ui::{Card, PageHead, TableWrap, Tag, TagKind, mark_ready, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::InsightPage;

/// The three rows of data, each with what to open, what to read and to whom it applies.
#[component]
pub fn Landing() -> impl IntoView {
    mark_ready("landing");
    let text = use_text();
    let t = &text.landing;
    let visit = use_visit();
    let visitor = visit.visitor.clone();
    let roles: Vec<&str> = visitor.iter().flat_map(|v| &v.roles).map(|role| (text.roles.name)(*role)).collect();
    let programs: Vec<&str> = visitor.iter().flat_map(|v| &v.programs).map(|p| (text.roles.program)(*p)).collect();
    let rows = t
        .rows
        .iter()
        .zip([
            (to::LICENSES, to::HELP_ADOPTION, None),
            (to::ACTIVITY, to::HELP_ACTIVITY, None),
            (to::insight(InsightPage::Growth), to::HELP_GROWTH, Some(to::FEED)),
        ])
        .map(|(row, (href, guide, feed))| self::row(row, href, guide, feed));
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            <PageHead title=t.title lead=t.lead />
            <Card title=t.table>
                <TableWrap label=t.table>
                    <table class="table list landing" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{t.col_about}</th>
                                <th scope="col" role="columnheader">{t.col_open}</th>
                                <th scope="col" role="columnheader">{t.col_read}</th>
                                <th scope="col" role="columnheader">{t.col_applies}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows.collect_view()}</tbody>
                    </table>
                </TableWrap>
                <p class="caption">{t.rule}</p>
            </Card>
            <Card title=t.your_roles>
                <p class="tags">
                    {if roles.is_empty() { t.no_roles.into_any() } else { tags(roles) }}
                </p>
                <p class="caption">{(text.states.colon)(t.programs, &programs.join(", "))}</p>
            </Card>
        </div>
    }
    .into_any()
}

fn tags(names: Vec<&'static str>) -> AnyView {
    names.into_iter().map(|name| view! { <Tag kind=TagKind::Accent label=name /> }).collect_view().into_any()
}

/// One row, with the addresses of its page, of its guide, and of what tells how to connect programs.
fn row(row: &'static LandingRow, href: &'static str, guide: &'static str, feed: Option<&'static str>) -> AnyView {
    let t = &use_text().landing;
    let feed = feed.map(|feed| view! { <br /><a href=feed rel="external">{t.feed}</a> }.into_any());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name">{row.about}</th>
            <td role="cell" class="wide" data-label=t.col_open><a href=href>{row.open}</a><br /><span class="caption">{row.formats}</span>{feed}</td>
            <td role="cell" data-label=t.col_read><a href=guide rel="external">{row.read}</a></td>
            <td role="cell" data-label=t.col_applies>{row.applies}</td>
        </tr>
    }
    .into_any()
}

//! Rows to take away as files: of which dataset, of which months, how written.

use super::PlainPage;
use crate::{
    routes::to,
    text::{Text, format},
    ui::{Card, PageHead, TableWrap},
};
use leptos::prelude::*;
use model::{Dataset, MonthRange};

/// Where the file comes from.
const FILE: &str = "/export/rows";

/// The page.
#[derive(Clone, Debug)]
pub struct Downloads {
    /// What there is.
    pub rows: Vec<DownloadRow>,
}

/// A dataset that can be taken out.
#[derive(Clone, Copy, Debug)]
pub struct DownloadRow {
    /// The dataset.
    pub dataset: Dataset,
    /// From its first month to its last.
    pub months: MonthRange,
    /// How many rows it has.
    pub rows: u64,
}

impl PlainPage for Downloads {
    const MARK: &'static str = "downloads";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.downloads().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.downloads();
        let body = if self.rows.is_empty() {
            view! { <Card title=t.none><p>{t.none_lead}</p><p><a class="btn primary" href=to::DATA>{t.import}</a></p></Card> }
                .into_any()
        } else {
            view! { <div class="stack">{form(text, &self.rows)} {table(text, &self.rows)}</div> }.into_any()
        };
        view! {
            <div class="page narrow">
                <PageHead title=t.title lead=t.lead />
                {body}
                <Card title=t.more>
                    <ul class="dots">
                        <li>{t.pages}</li>
                        <li><a class="inline" href=to::FEED>{t.feed}</a></li>
                    </ul>
                </Card>
            </div>
        }
        .into_any()
    }
}

fn form(text: &'static Text, rows: &[DownloadRow]) -> AnyView {
    let t = text.downloads();
    let named = text.imports().dataset;
    let first = rows.iter().map(|row| row.months.from).min().map(|month| month.to_string()).unwrap_or_default();
    let last = rows.iter().map(|row| row.months.to).max().map(|month| month.to_string()).unwrap_or_default();
    let option = |row: &DownloadRow| view! { <option value=row.dataset.key()>{named(row.dataset)}</option> };
    let datasets = rows.iter().map(option).collect_view();
    let formats = t.formats.iter().map(|(key, name)| view! { <option value=*key>{*name}</option> }).collect_view();
    let (from, to) = (month("from", t.from, &first, [&first, &last]), month("to", t.to, &last, [&first, &last]));
    view! {
        <Card title=t.take>
            <form method="get" action=FILE class="form-grid">
                <div class="field">
                    <label for="dataset">{t.dataset}</label>
                    <select class="input" id="dataset" name="dataset">{datasets}</select>
                </div>
                {from}
                {to}
                <div class="field">
                    <label for="format">{t.format}</label>
                    <select class="input" id="format" name="format">{formats}</select>
                </div>
                <button class="btn primary">{t.download}</button>
            </form>
            <p class="caption">{t.names}</p>
        </Card>
    }
    .into_any()
}

/// A month to choose, between the first and the last that there is.
fn month(name: &'static str, label: &'static str, value: &str, [first, last]: [&str; 2]) -> AnyView {
    let (value, min, max) = (value.to_owned(), first.to_owned(), last.to_owned());
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <input class="input" type="month" id=name name=name min=min max=max value=value placeholder="2026-10" />
        </div>
    }
    .into_any()
}

fn table(text: &'static Text, rows: &[DownloadRow]) -> AnyView {
    let t = text.downloads();
    let (locale, named) = (text.locale, text.imports().dataset);
    let rows = rows.iter().map(|row| {
        let name = named(row.dataset);
        let whole = format!("{FILE}?dataset={}", row.dataset.key());
        let months = format::months(locale, row.months);
        let count = format::count(row.rows);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" class="name">{name}<br /><span class="caption">{row.dataset.key()}</span></th>
                <td role="cell" data-label=t.months>{months}</td>
                <td role="cell" class="num" data-label=t.rows>{count}</td>
                <td role="cell" data-label=t.download><a href=whole download="" aria-label=(t.whole_of)(name)>{t.whole}</a></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=t.there>
            <TableWrap label=t.there>
                <table class="table list" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.dataset}</th>
                            <th scope="col" role="columnheader">{t.months}</th>
                            <th scope="col" role="columnheader" class="num">{t.rows}</th>
                            <th scope="col" role="columnheader">{t.download}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </TableWrap>
        </Card>
    }
    .into_any()
}

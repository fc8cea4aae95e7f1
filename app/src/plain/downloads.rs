//! Rows to take away as files: one's own files, orders that are kept, and what there is.

mod files;
mod order;
mod plans;

pub use order::{NewFile, OrderForm};

use super::{PlainPage, trouble};
use crate::{
    routes::to,
    text::{Text, format},
    ui::{Card, Notice, NoticeKind, PageHead, TableWrap},
    visit::here,
};
use leptos::prelude::*;
use model::{Dataset, FilePlan, FileRow, MonthRange};

/// Where all rows of a dataset come from at once.
const ROWS: &str = "/export/rows";

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Downloads {
    /// The visitor's files.
    pub files: Vec<FileRow>,
    /// The orders that the visitor keeps.
    pub plans: Vec<FilePlan>,
    /// What there is.
    pub rows: Vec<DownloadRow>,
    /// Whether a change has just been made.
    pub done: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
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
        let body = if self.rows.is_empty() && self.files.is_empty() {
            view! { <Card title=t.none><p>{t.none_lead}</p><p><a class="btn primary" href=to::DATA>{t.import}</a></p></Card> }
                .into_any()
        } else {
            let plans = (!self.plans.is_empty()).then(|| plans::card(text, &self.plans));
            view! { <div class="grid">{files::card(text, &self.files)} {plans} {table(text, &self.rows)}</div> }
                .into_any()
        };
        view! {
            <div class="page">
                <PageHead title=t.title lead=t.lead />
                {trouble(self.trouble)}
                {self.done.then(|| view! { <Notice kind=NoticeKind::Good>{t.done}</Notice> })}
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

fn table(text: &'static Text, rows: &[DownloadRow]) -> AnyView {
    let t = text.downloads();
    let (locale, named) = (text.locale, text.imports().dataset);
    let rows = rows.iter().map(|row| {
        let name = named(row.dataset);
        let whole = format!("{ROWS}?dataset={}", row.dataset.key());
        let choose = here(&format!("/downloads/new?dataset={}", row.dataset.key()));
        let months = format::months(locale, row.months);
        let count = format::count(row.rows);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" class="name">{name}<br /><span class="caption">{row.dataset.key()}</span></th>
                <td role="cell" data-label=t.months>{months}</td>
                <td role="cell" class="num" data-label=t.rows>{count}</td>
                <td role="cell" data-label=t.actions>
                    <span class="button-row">
                        <a class="btn small" href=choose aria-label=(t.choose_of)(name)>{t.choose}</a>
                        <a class="btn small" href=whole download="" aria-label=(t.whole_of)(name)>{t.whole}</a>
                    </span>
                </td>
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
                            <th scope="col" role="columnheader">{t.actions}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </TableWrap>
        </Card>
    }
    .into_any()
}

/// What an order is of, in a line.
fn described(text: &'static Text, order: &model::FileOrder) -> String {
    use model::FilePeriod::{All, Months, Newest};
    let t = text.order();
    let months = match order.period {
        All => t.all.to_owned(),
        Months(months) => format::months(text.locale, months),
        Newest(count) => (t.newest)(count),
    };
    let format = t.formats.iter().find(|(key, _)| *key == order.format.key()).map_or("", |(_, name)| *name);
    format!("{} · {months} · {format}", (text.imports().dataset)(order.dataset))
}

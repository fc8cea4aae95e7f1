//! How to read the feed, with this account's own address.

mod picture;

pub(super) use picture::picture;

use super::{PlainPage, guides::section};
use crate::{
    routes::to,
    text::Text,
    ui::{Card, Crumbs, PageHead, TableWrap},
};
use leptos::prelude::*;

/// The file that opens Power BI Desktop with the address.
const FILE: &str = "/feed/seatscope.pbids";

/// The page.
#[derive(Clone, Debug)]
pub struct Feed {
    /// The address of the feed.
    pub address: String,
    /// What it has.
    pub tables: Vec<FeedTable>,
}

/// A table of the feed.
#[derive(Clone, Copy, Debug)]
pub struct FeedTable {
    /// Its name.
    pub name: &'static str,
    /// How many columns it has.
    pub columns: usize,
}

impl PlainPage for Feed {
    const MARK: &'static str = "feed";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.guides().feed.guide.title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = &text.guides().feed;
        let help = text.guides().title.to_owned();
        let rows = self.tables.into_iter().map(|table| {
            let excel = to::with("/feed/seatscope.odc", &[("table", table.name.to_owned())]);
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader" class="name">{table.name}</th>
                    <td role="cell" class="num" data-label=t.col_columns>{table.columns}</td>
                    <td role="cell" data-label=t.col_excel><a class="inline" href=excel download="">".odc"</a></td>
                </tr>
            }
        });
        view! {
            <div class="page narrow guide">
                <Crumbs above=vec![(help, to::HELP.to_owned())] here=t.guide.title />
                <PageHead title=t.guide.title lead=t.guide.lead>
                    <a class="btn primary" href=FILE download="seatscope.pbids">{t.guide.open}</a>
                </PageHead>
                <Card title=t.address>
                    <pre class="codes" tabindex="0">{self.address}</pre>
                    <p>{t.address_lead}</p>
                    <p><a class="btn" href=to::TOKENS>{t.token}</a></p>
                </Card>
                <Card title=t.files>
                    <p>{t.files_lead}</p>
                    <ul class="dots">
                        <li><a class="inline" href="/feed/seatscope.pq" download="seatscope.pq">{t.file_library}</a></li>
                        <li><a class="inline" href="/feed/seatscope.odc" download="seatscope.odc">{t.file_excel}</a></li>
                        <li><a class="inline" href="/feed/measures.dax" download="measures.dax">{t.file_measures}</a></li>
                    </ul>
                </Card>
                {t.guide.sections.iter().map(|part| section(text.locale, part)).collect_view()}
                <Card title=t.tables>
                    <p>{t.tables_lead}</p>
                    <TableWrap label=t.tables>
                        <table class="table list" role="table">
                            <thead role="rowgroup">
                                <tr role="row">
                                    <th scope="col" role="columnheader">{t.col_table}</th>
                                    <th scope="col" role="columnheader" class="num">{t.col_columns}</th>
                                    <th scope="col" role="columnheader">{t.col_excel}</th>
                                </tr>
                            </thead>
                            <tbody role="rowgroup">{rows.collect_view()}</tbody>
                        </table>
                    </TableWrap>
                </Card>
            </div>
        }
        .into_any()
    }
}

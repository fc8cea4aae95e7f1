//! How to connect Power BI and Excel.

use crate::text::guides::{
    FeedText, Guide,
    Part::{Points, Steps, Text},
    Section,
};

pub(super) const FEED: FeedText = FeedText {
    address: "Address of the feed",
    address_lead: "For this account. Programs come in with a token: the token's id is the user name, the token is the password.",
    token: "Make a token",
    tables: "Tables",
    tables_lead: "Those that this account may read, under the vendor's names. Each table of facts holds every month that was imported.",
    files: "Files",
    files_lead: "Each holds this account’s address and no token. Excel and Power BI ask for it: choose Basic, the token’s id as user name, the token as password.",
    file_library: "Functions for Power Query (.pq): paste them into a blank query by the advanced editor",
    file_excel: "A connection for Excel (.odc) to the figures of the pages",
    file_measures: "Measures for a Power BI model (.dax): run them in the DAX query view, then update the model",
    col_table: "Table",
    col_columns: "Columns",
    guide: Guide {
        title: "Connect Power BI and Excel",
        lead: "Every row and every ready-made measure as an OData 4 feed: nothing cut, no month too old.",
        open: "Download for Power BI (.pbids)",
        sections: &[
            Section {
                title: "Power BI Desktop",
                parts: &[Steps(&[
                    "Make a token of the kind “feed” and keep its page open: the token is shown once.",
                    "Download the file for Power BI and open it. Power BI Desktop starts and asks how to sign in.",
                    "Choose Basic. User name: the token's id. Password: the token. At “Select which level”, keep the address of the feed.",
                    "Tick the tables that you need and choose Load. Join facts to Customers by CustomerTenantId (licence tables: customerTenantId), and to Months by Month (licence tables: processedDateTime).",
                    "For a scheduled refresh, enter the same user name and password in the data source's settings. Basic needs a gateway there.",
                ])],
            },
            Section {
                title: "Excel",
                parts: &[Steps(&[
                    "Data, Get Data, From Other Sources, From OData Feed.",
                    "Paste the address of the feed, and choose Basic with the token's id and the token.",
                    "Choose a table, then Load, or Transform Data to filter it before it is loaded.",
                ])],
            },
            Section {
                title: "Sums that are right",
                parts: &[Points(&[
                    (
                        "Rows of attribution",
                        "repeat a fact for each reason it is yours. Keep rows where IsDuplicateRowForPGA (Azure: IsACRDuplicateAtPGALevel) is 0 before adding up.",
                    ),
                    (
                        "Stocks",
                        "such as seats, assigned and active are counted at a point in time: take one month, never the sum of several.",
                    ),
                    (
                        "Measures",
                        "are the figures of the pages, month by month, already right: the shortest way to a report.",
                    ),
                    (
                        "Empty cells",
                        "are unknown, not zero. Columns that Seatscope does not keep are there and always empty.",
                    ),
                ])],
            },
            Section {
                title: "Good to know",
                parts: &[
                    Text(
                        "Filters, order, groups and sums are worked out here and not on your machine: $filter, $select, $orderby, $top, $skip, $count and $apply. Power BI uses them by itself when you filter before loading.",
                    ),
                    Text(
                        "A token reads what its maker may read at that moment. When the maker loses the role MPN partner admin, the feed ends with the next page. When a dataset is imported while it is being read, the answer says so: refresh again.",
                    ),
                ],
            },
        ],
    },
};

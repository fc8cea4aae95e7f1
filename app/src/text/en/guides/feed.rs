//! How to connect Power BI and Excel.

use crate::text::guides::{
    Dialog::{Address, Credentials, Menu, Navigator},
    FeedText, Guide,
    Part::{Points, Shown, Steps, Text},
    Picture, Section,
};

pub(super) const FEED: FeedText = FeedText {
    address: "Address of the feed",
    address_lead: "For this account. Programs come in with a token: the token's id is the user name, the token is the password.",
    token: "Make a token",
    tables: "Tables",
    tables_lead: "Those that this account may read, under the vendor's names. Each table of facts holds every month that was imported.",
    files: "Files",
    files_lead: "The functions and the connection hold this account’s address; none holds a token. Excel and Power BI ask for it: choose Basic, the token’s id as user name, the token as password.",
    file_library: "Functions for Power Query (.pq): paste them into a blank query by the advanced editor",
    file_excel: "A connection for Excel (.odc) to the figures of the pages",
    file_measures: "Measures for a Power BI model (.dax): run them in the DAX query view, then update the model",
    col_table: "Table",
    col_columns: "Columns",
    col_excel: "Excel",
    guide: Guide {
        title: "Connect Power BI and Excel",
        lead: "Every row and every ready-made measure as an OData 4 feed: nothing cut, no month too old.",
        open: "Download for Power BI (.pbids)",
        sections: &[
            Section {
                title: "Power BI Desktop",
                parts: &[Shown(&[
                    ("Make a token of the kind “feed” and keep its page open: the token is shown once.", None),
                    (
                        "Download the file for Power BI and open it: Power BI Desktop starts with the address. Without the file: Get data, OData feed, and paste the address.",
                        Some(Picture {
                            says: "A dialog called OData feed: the address of the feed stands in its one field, and OK is chosen below.",
                            of: Address(["OData feed", "URL", "OK"]),
                        }),
                    ),
                    (
                        "Choose Basic. User name: the token's id. Password: the token. At “Select which level”, keep the address of the feed.",
                        Some(Picture {
                            says: "The dialog that asks how to sign in: of Anonymous, Windows and Basic on the left, Basic is chosen. Beside it stand the fields for the user name and the password, and Connect below.",
                            of: Credentials(
                                ["Anonymous", "Windows", "Basic"],
                                ["User name: the token's id", "Password: the token"],
                                "Connect",
                            ),
                        }),
                    ),
                    (
                        "Tick the tables that you need and choose Transform data. Give the query Measures the name Figures, as a model keeps the name Measures for itself; then Close & Apply.",
                        Some(Picture {
                            says: "The navigator: a list of tables with a tick before each that is needed, a preview of rows beside it, and Transform data below.",
                            of: Navigator(["Navigator", "Transform data"]),
                        }),
                    ),
                    (
                        "Join facts to Customers by CustomerTenantId (licence tables: customerTenantId), and to Months by Month (licence tables: processedDateTime).",
                        None,
                    ),
                    (
                        "For measures of all six reports, download the file of measures (.dax), make the two tables that it names on top, paste the file into DAX query view, run it, and choose “Update model with changes”.",
                        None,
                    ),
                    (
                        "For a scheduled refresh, enter the same user name and password in the data source's settings. Basic needs a gateway there.",
                        None,
                    ),
                ])],
            },
            Section {
                title: "Excel",
                parts: &[
                    Shown(&[
                        (
                            "Open the connection file of a table (.odc, in the list below), or choose Data, Get Data, From Other Sources, From OData Feed, and paste the address of the feed.",
                            Some(Picture {
                                says: "The tab Data of Excel: below Get Data, the entry From OData Feed is chosen.",
                                of: Menu(["Data", "Get Data", "From OData Feed"]),
                            }),
                        ),
                        (
                            "Choose Basic with the token's id and the token.",
                            Some(Picture {
                                says: "The dialog that asks how to sign in: Basic is chosen, and the token's id and the token stand in the two fields.",
                                of: Credentials(
                                    ["Anonymous", "Windows", "Basic"],
                                    ["User name: the token's id", "Password: the token"],
                                    "Connect",
                                ),
                            }),
                        ),
                        ("Choose a table, then Load, or Transform Data to filter it before it is loaded.", None),
                    ]),
                    Text(
                        "A sheet holds 1,048,576 rows. Load larger tables to the data model (Load To, Only Create Connection, Add to the Data Model), or filter first.",
                    ),
                ],
            },
            Section {
                title: "Functions for Power Query",
                parts: &[
                    Steps(&[
                        "Download the functions (.pq) and open the file in an editor of text.",
                        "In Power Query, of Power BI or Excel: New Source, Blank Query, Advanced Editor. Paste the text in place of what is there, and name the query Seatscope.",
                        "In another blank query, write for instance = Seatscope[Table](\"LicenseDeployment\", #date(2026, 1, 1), #date(2026, 6, 1)): the rows of these months and no others come over the line.",
                    ]),
                    Text(
                        "Also there: Seatscope[Customers](), Seatscope[Products](), Seatscope[Months](), and Seatscope[Measures](\"sold\") with a figure by its key.",
                    ),
                ],
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

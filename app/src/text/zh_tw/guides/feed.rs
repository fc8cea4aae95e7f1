//! How to connect Power BI and Excel.

use crate::text::guides::{
    Dialog::{Address, Credentials, Menu, Navigator},
    FeedText, Guide,
    Part::{Points, Shown, Steps, Text},
    Picture, Section,
};

pub(super) const FEED: FeedText = FeedText {
    address: "摘要位址",
    address_lead: "僅供此帳戶使用。程式以權杖登入：使用者名稱為權杖識別碼，密碼為權杖。",
    token: "建立權杖",
    tables: "資料表",
    tables_lead: "此帳戶可讀取的資料表，使用原廠名稱。每個事實資料表都包含所有已匯入的月份。",
    files: "檔案",
    files_lead: "函式與連線檔案含有此帳戶的位址；所有檔案皆不含權杖。Excel 與 Power BI 會要求輸入：選擇「基本」，使用者名稱為權杖識別碼，密碼為權杖。",
    file_library: "Power Query 函式（.pq）：以進階編輯器貼入空白查詢",
    file_excel: "Excel 連線（.odc），連至各頁的數據",
    file_measures: "Power BI 模型的量值（.dax）：在 DAX 查詢檢視中執行，再更新模型",
    col_table: "資料表",
    col_columns: "欄位數",
    col_excel: "Excel",
    guide: Guide {
        title: "連接 Power BI 與 Excel",
        lead: "以 OData 4 摘要提供每一列資料與現成量值：不刪減，月份不設限。",
        open: "下載 Power BI 檔案（.pbids）",
        sections: &[
            Section {
                title: "Power BI Desktop",
                parts: &[Shown(&[
                    ("建立「feed」類型的權杖，並保持該頁面開啟：權杖只會顯示一次。", None),
                    (
                        "下載 Power BI 檔案並開啟：Power BI Desktop 會以此位址啟動。若不使用檔案：取得資料、OData 摘要，再貼上位址。",
                        Some(Picture {
                            says: "名為「OData 摘要」的對話方塊：唯一的欄位中為摘要位址，下方選擇「確定」。",
                            of: Address(["OData 摘要", "URL", "確定"]),
                        }),
                    ),
                    (
                        "選擇「基本」。使用者名稱：權杖識別碼。密碼：權杖。「選取套用層級」請保留摘要位址。",
                        Some(Picture {
                            says: "詢問登入方式的對話方塊：左側有「匿名」、「Windows」與「基本」，已選擇「基本」。右側為使用者名稱與密碼欄位，下方為「連接」。",
                            of: Credentials(
                                ["匿名", "Windows", "基本"],
                                ["使用者名稱：權杖識別碼", "密碼：權杖"],
                                "連接",
                            ),
                        }),
                    ),
                    (
                        "勾選需要的資料表並選擇「轉換資料」。請將查詢 Measures 更名為 Figures，因為模型保留 Measures 這個名稱；然後選擇「關閉並套用」。",
                        Some(Picture {
                            says: "導覽器：資料表清單中，需要的資料表前已勾選，旁邊為資料列預覽，下方為「轉換資料」。",
                            of: Navigator(["導覽器", "轉換資料"]),
                        }),
                    ),
                    (
                        "以 CustomerTenantId（授權資料表為 customerTenantId）將事實與 Customers 建立關聯，以 Month（授權資料表為 processedDateTime）與 Months 建立關聯。",
                        None,
                    ),
                    (
                        "若需要六份報告的量值，請下載量值檔案（.dax），建立檔案開頭所列的兩個資料表，將檔案內容貼入 DAX 查詢檢視並執行，再選擇「以變更更新模型」。",
                        None,
                    ),
                    (
                        "若要排程重新整理，請在資料來源設定中輸入相同的使用者名稱與密碼。「基本」驗證在該處需要閘道。",
                        None,
                    ),
                ])],
            },
            Section {
                title: "Excel",
                parts: &[
                    Shown(&[
                        (
                            "開啟資料表的連線檔案（.odc，見下方清單），或選擇資料、取得資料、從其他來源、從 OData 摘要，再貼上摘要位址。",
                            Some(Picture {
                                says: "Excel 的「資料」索引標籤：在「取得資料」之下選擇「從 OData 摘要」。",
                                of: Menu(["資料", "取得資料", "從 OData 摘要"]),
                            }),
                        ),
                        (
                            "選擇「基本」，並輸入權杖識別碼與權杖。",
                            Some(Picture {
                                says: "詢問登入方式的對話方塊：已選擇「基本」，兩個欄位中分別為權杖識別碼與權杖。",
                                of: Credentials(
                                    ["匿名", "Windows", "基本"],
                                    ["使用者名稱：權杖識別碼", "密碼：權杖"],
                                    "連接",
                                ),
                            }),
                        ),
                        ("選擇資料表後按「載入」，或按「轉換資料」先篩選再載入。", None),
                    ]),
                    Text(
                        "一個工作表可容納 1,048,576 列。較大的資料表請載入資料模型（載入至、只建立連線、新增此資料至資料模型），或先行篩選。",
                    ),
                ],
            },
            Section {
                title: "Power Query 函式",
                parts: &[
                    Steps(&[
                        "下載函式檔案（.pq），並以文字編輯器開啟。",
                        "在 Power BI 或 Excel 的 Power Query 中：新增來源、空白查詢、進階編輯器。以檔案內容取代原有文字，並將查詢命名為 Seatscope。",
                        "在另一個空白查詢中輸入，例如 = Seatscope[Table](\"LicenseDeployment\", #date(2026, 1, 1), #date(2026, 6, 1))：只會傳輸這些月份的資料列。",
                    ]),
                    Text(
                        "另有 Seatscope[Customers]()、Seatscope[Products]()、Seatscope[Months]()，以及以索引鍵取得數字的 Seatscope[Measures](\"sold\")。",
                    ),
                ],
            },
            Section {
                title: "正確加總",
                parts: &[Points(&[
                    (
                        "歸屬列",
                        "會因每個歸屬原因重複同一事實。加總前請只保留 IsDuplicateRowForPGA（Azure 為 IsACRDuplicateAtPGALevel）為 0 的列。",
                    ),
                    ("存量", "例如席次、已指派與使用中，是某一時間點的數量：請取單一月份，切勿跨月加總。"),
                    ("Measures", "即為各頁面的逐月數字，已正確計算：製作報表最簡便的途徑。"),
                    ("空白儲存格", "代表未知，並非零。Seatscope 未保留的欄位仍會列出，但一律為空白。"),
                ])],
            },
            Section {
                title: "注意事項",
                parts: &[
                    Text(
                        "篩選、排序、分組與加總在伺服器端計算，不在您的電腦上：$filter、$select、$orderby、$top、$skip、$count 與 $apply。若在載入前篩選，Power BI 會自動使用。",
                    ),
                    Text(
                        "權杖只能讀取其建立者當下可讀取的內容。建立者失去 MPN 合作夥伴系統管理員角色後，摘要會在下一頁停止。若讀取期間有資料集匯入，回應會加以說明：請再次重新整理。",
                    ),
                ],
            },
        ],
    },
};

//! How to connect Power BI and Excel.

use crate::text::guides::{
    FeedText, Guide,
    Part::{Points, Steps, Text},
    Section,
};

pub(super) const FEED: FeedText = FeedText {
    address: "摘要位址",
    address_lead: "僅供此帳戶使用。程式以權杖登入：使用者名稱為權杖識別碼，密碼為權杖。",
    token: "建立權杖",
    tables: "資料表",
    tables_lead: "此帳戶可讀取的資料表，使用原廠名稱。每個事實資料表都包含所有已匯入的月份。",
    files: "檔案",
    files_lead: "每個檔案都含有此帳戶的位址，不含權杖。Excel 與 Power BI 會要求輸入：選擇「基本」，使用者名稱為權杖識別碼，密碼為權杖。",
    file_library: "Power Query 函式（.pq）：以進階編輯器貼入空白查詢",
    file_excel: "Excel 連線（.odc），連至各頁的數據",
    file_measures: "Power BI 模型的量值（.dax）：在 DAX 查詢檢視中執行，再更新模型",
    col_table: "資料表",
    col_columns: "欄位數",
    guide: Guide {
        title: "連接 Power BI 與 Excel",
        lead: "以 OData 4 摘要提供每一列資料與現成量值：不刪減，月份不設限。",
        open: "下載 Power BI 檔案（.pbids）",
        sections: &[
            Section {
                title: "Power BI Desktop",
                parts: &[Steps(&[
                    "建立「feed」類型的權杖，並保持該頁面開啟：權杖只會顯示一次。",
                    "下載 Power BI 檔案並開啟。Power BI Desktop 會啟動並詢問登入方式。",
                    "選擇「基本」。使用者名稱：權杖識別碼。密碼：權杖。「選取套用層級」請保留摘要位址。",
                    "勾選需要的資料表並選擇「載入」。以 CustomerTenantId（授權資料表為 customerTenantId）將事實與 Customers 建立關聯，以 Month（授權資料表為 processedDateTime）與 Months 建立關聯。",
                    "若要排程重新整理，請在資料來源設定中輸入相同的使用者名稱與密碼。「基本」驗證在該處需要閘道。",
                ])],
            },
            Section {
                title: "Excel",
                parts: &[Steps(&[
                    "資料、取得資料、從其他來源、從 OData 摘要。",
                    "貼上摘要位址，選擇「基本」，並輸入權杖識別碼與權杖。",
                    "選擇資料表後按「載入」，或按「轉換資料」先篩選再載入。",
                ])],
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

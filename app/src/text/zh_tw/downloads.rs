//! Rows to take away as files.

use crate::text::downloads::DownloadText;

pub(in crate::text) static DOWNLOADS: DownloadText = DownloadText {
    title: "下載",
    lead: "所有已匯入的資料列，使用原廠欄位名稱。無論大小，一律不刪減。",
    take: "下載資料列",
    dataset: "資料集",
    from: "從",
    to: "到",
    format: "格式",
    formats: &[
        ("csv", "CSV（逗號）"),
        ("semicolons", "CSV（分號、小數逗號）"),
        ("tsv", "TSV"),
        ("jsonl", "JSON Lines"),
    ],
    download: "下載",
    names: "欄位名稱與順序與原廠相同，因此為原廠檔案製作的試算表可繼續使用。Seatscope 未保留的欄位為空白。歸屬列全數保留：重複標記欄為 1 的列請勿計入加總。",
    there: "現有資料",
    months: "月份",
    rows: "列數",
    whole: "全部（CSV）",
    whole_of: |name| format!("以 CSV 下載「{name}」全部資料"),
    none: "尚未匯入任何資料",
    none_lead: "請將原廠檔案拖放到「資料」頁面，匯入後即可在此下載。",
    import: "匯入資料",
    more: "其他方式",
    pages: "各數據頁面與活動記錄都有「下載」按鈕，可下載目前顯示的內容。",
    feed: "Power BI 與 Excel 可透過摘要讀取所有資料。",
};

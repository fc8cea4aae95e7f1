//! What a file of rows is to be made of.

use crate::text::order::OrderText;
use model::FileHow;

pub(in crate::text) static ORDER: OrderText = OrderText {
    title: |dataset| format!("「{dataset}」檔案"),
    lead: "欄位名稱與順序與原廠相同，因此為原廠檔案製作的試算表可繼續使用。",
    name: "名稱",
    name_help: "顯示在您清單中的名稱；留空則使用資料集名稱。",
    format: "格式",
    formats: &[
        ("xlsx", "Excel 活頁簿"),
        ("csv", "CSV（逗號）"),
        ("semicolons", "CSV（分號、小數逗號）"),
        ("tsv", "TSV"),
        ("jsonl", "JSON Lines"),
        ("parquet", "Parquet"),
    ],
    period: "月份",
    all: "全部",
    newest: |count| if count == 1 { "最新一個月".to_owned() } else { format!("最新 {count} 個月") },
    between: "自訂期間：",
    from: "從",
    to: "到",
    columns: "欄位",
    columns_help: "請勾選所需欄位。若全部不勾選，檔案將依原廠順序包含所有欄位，Seatscope 未保留者為空白。歸屬列全數保留：重複標記欄為 1 的列請勿計入加總。",
    conditions: "僅限符合下列條件的列",
    conditions_help: "須符合全部條件。文字不分大小寫；日期為 2026-10-05，月份為 2026-10。",
    condition: |number| format!("條件 {number}"),
    column: "欄位",
    no_column: "–",
    how: "比較方式",
    hows: |how| match how {
        FileHow::Is => "為",
        FileHow::IsNot => "不為",
        FileHow::Contains => "包含",
        FileHow::AtLeast => "至少",
        FileHow::AtMost => "至多",
    },
    value: "值",
    again: "重複",
    again_help: "已儲存的設定可一鍵再次產生，或於 05:00（UTC）自動產生。您失去這些資料列的權限時即停止。",
    make: "產生檔案",
    keep: "儲存設定",
    mismatch: |column| format!("「{column}」的條件與該欄位內容不符。並未產生檔案。"),
};

//! Words that all pages share.

use crate::text::{StateText, format::count};

pub(super) const STATES: StateText = StateText {
    loading: "載入中",
    partly: "部分資料無法顯示。",
    none: "–",
    unknown: "未知",
    yes: "是",
    no: "否",
    more: "更多",
    range: |from, to, total| format!("第 {}–{} 筆，共 {} 筆", count(from), count(to), count(total)),
    pages: "頁次",
    previous: "上一頁",
    next: "下一頁",
    sort_by: |column| format!("依「{column}」排序"),
    ascending: "由小到大",
    descending: "由大到小",
    info: "附註",
    good: "完成",
    warning: "注意",
    error: "錯誤",
    columns: "欄位",
    column_shown: "（顯示）",
    column_hidden: "（不顯示）",
    scroll: |what| format!("{what}，可左右捲動"),
    colon: |what, value| format!("{what}：{value}"),
    join: |parts| parts.join("、"),
};

//! Charts as files, and what pages say on paper.

use crate::text::PaperText;

pub(in crate::text) static PAPER: PaperText = PaperText {
    save_of: |title| format!("儲存圖表「{title}」"),
    svg: "存成向量圖（SVG）",
    png: "存成圖片（PNG）",
    period: "期間",
    filters: "篩選條件",
    no_filters: "無",
    source: "資料來源",
};

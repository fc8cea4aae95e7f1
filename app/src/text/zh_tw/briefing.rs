//! The review report for a customer, and how its paper looks.

use crate::text::{BriefingText, format::count};

pub(in crate::text) static BRIEFING: BriefingText = BriefingText {
    title: "檢閱報告",
    lead: "與客戶一同檢視：選擇內容、加上您的說明，再下載 PDF 或列印。",
    sections: [
        "授權與採用狀況",
        "各產品授權數",
        "各工作負載使用狀況",
        "訂閱與續約",
        "Azure 使用量",
        "後續建議",
        "說明",
    ],
    show_sections: "章節",
    course: "走勢期間",
    course_of: |n| format!("{n} 個月"),
    language: "報告語言",
    show: "顯示",
    pdf: "下載 PDF",
    comment: "給客戶的說明",
    comment_help: "會與上方所選語言一併保留，供此客戶的下一份報告使用。空一行即為新段落。",
    keep: "保留說明與語言",
    kept: "已保留，供此客戶的下一份報告使用。",
    look: "標誌與顏色",
    presented_by: |partner| format!("{partner} 製作"),
    period: |months| format!("{months}的數據"),
    made: |day| format!("製作日期：{day}"),
    page_of: |page, of| format!("第 {page} 頁，共 {of} 頁"),
    reading: "「–」表示數值未知，並非零。數據依廠商公布，可能包含向其他來源購買的授權。",
    nothing: "沒有這方面的資料。",
    more_rows: |n| format!("另有 {} 項", count(n)),
    ending: |n| format!("有 {} 個訂閱將在 30 天內結束且不會續約。請儘早決定要保留哪些。", count(n)),
    unassigned: |n| format!("有 {} 個授權已購買但未指派。請逐一部門列出應使用的人員，並商定要保留多少備用。", count(n)),
    over_assigned: |n| format!("已指派的授權比購買的多 {} 個。請確認是否有人員已離職，或補購不足的授權。", count(n)),
    low_product: |name, share, left| {
        format!("{name}：已指派 {share}，尚有 {} 個可用。依群組指派，新進人員第一天即可使用。", count(left))
    },
    low_workload: |name, share, left| {
        format!(
            "{name}：符合資格者中有 {share} 在使用，尚有 {} 個席次未使用。選一項每天都做的工作，各團隊以一小時教會，兩個月後再檢視。",
            count(left)
        )
    },
    all_used: "授權已妥善指派並使用。請繼續保持：依群組指派，三個月後再檢視。",
    no_font: |signs| {
        format!(
            "未製作 PDF：伺服器上沒有字型包含這些字元：{signs}。請伺服器管理者安裝中文字型（Debian 與 Ubuntu：fonts-noto-cjk），或以 SEATSCOPE_FONTS 指定字型資料夾。在此之前可直接列印頁面。"
        )
    },
    brand: "標誌與顏色",
    brand_lead: "客戶檢閱報告的外觀。",
    colour: "顏色",
    colour_help: "格式為 #rrggbb；留空則使用預設藍色。若顏色太淺、白字難以辨識，將自動調深。",
    logo: "標誌",
    logo_help: "PNG 或 JPEG，最大 256 KB。會顯示在白底上。",
    no_logo: "尚無標誌。",
    remove_logo: "移除標誌",
    save: "儲存",
    saved: "已儲存。報告即日起採用此外觀。",
};

//! The audit page.

use crate::text::AuditText;

pub(super) const AUDIT: AuditText = AuditText {
    title: "存取稽核",
    lead: "誰在何時做了什麼。沒有人可以變更或移除任何一筆。",
    from: "從",
    to: "到",
    action: "動作",
    all_actions: "所有動作",
    person: "人員",
    everybody: "所有人",
    search: "搜尋對象",
    apply: "套用",
    clear: "清除",
    rows: "紀錄（由新到舊）",
    none_title: "沒有紀錄",
    none_lead: "此帳戶沒有符合篩選條件的紀錄。",
    reason: |reason| format!("原因：{reason}"),
    older: "較舊",
    newest: "最新",
    chain: "紀錄的狀態",
    verify: "立即驗證",
    unverified: "每一筆都與前一筆相連。紀錄尚未驗證過。",
    whole: |row, at| format!("完整：已於 {at} 驗證至第 {row} 筆。"),
    tampered: |row, at| {
        format!("遭竄改：第 {row} 筆或之後的紀錄與當初寫入的不同。發現於 {at}。請通知管理此伺服器的人員。")
    },
};

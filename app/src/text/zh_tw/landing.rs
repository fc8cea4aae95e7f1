//! The landing page.

use crate::text::{LandingRow, LandingText};

pub(super) const LANDING: LandingText = LandingText {
    title: "資料總覽",
    lead: "客戶如何使用所購買的授權，以及貴公司哪些人可以檢視這些資料。",
    rule: "只有具備「MPN 合作夥伴系統管理員」角色的使用者才能檢視客戶的數據。其他人需在「使用者管理」中獲派此角色後才能存取。",
    table: "資料內容、所在位置、相關說明與適用對象",
    feed: "Power BI 摘要（OData、.pbids）",
    col_about: "若要取得以下資料",
    col_open: "開啟或下載",
    col_read: "閱讀",
    col_applies: "適用於",
    rows: [
        LandingRow {
            about: "客戶如何使用所購買的授權",
            open: "產品分析（部署與使用量）",
            formats: "CSV、TSV",
            read: "指南：提高採用率",
            applies: "CSP 合作夥伴",
        },
        LandingRow {
            about: "與訂閱相關的客戶活動",
            open: "活動記錄",
            formats: "CSV、JSON Lines",
            read: "指南：閱讀活動記錄",
            applies: "CSP 合作夥伴",
        },
        LandingRow {
            about: "客戶數、使用量、Azure 消耗等的成長",
            open: "成長、訂閱、Azure",
            formats: "CSV",
            read: "指南：閱讀成長",
            applies: "CSP 直接合作夥伴",
        },
    ],
    your_roles: "您在此帳戶的角色",
    no_roles: "您在此帳戶尚無任何角色。",
    programs: "此帳戶參與的計畫",
    who_can_grant: "可以指派「MPN 合作夥伴系統管理員」給您的人",
    start_import: "匯入資料",
    start_import_lead: "尚未匯入任何資料。請到「資料」頁面，放入從廠商入口網站下載的檔案。",
};

//! One customer.

use crate::text::{CustomerText, format::count};

pub(in crate::text) static CUSTOMER: CustomerText = CustomerText {
    lead: |month| format!("{month}的授權與使用狀況"),
    tenant: "租用戶",
    domain: "網域",
    market: "市場",
    segment: "客戶區隔",
    not_known: "未知",
    facts: "關於此客戶",
    by_product: "各產品授權數",
    by_workload: "各工作負載使用狀況",
    trend: |name| format!("{name} 的每月授權數"),
    no_rows_title: "這些月份沒有授權資料",
    no_rows_lead: "已匯入的檔案中，此客戶在所選月份沒有授權資料。",
    unassigned_advice: |n| format!("有 {} 個授權已購買但未指派。", count(n)),
    over_assigned: |n| format!("已指派的授權比購買的多 {} 個。", count(n)),
    overrides: "我們對此客戶的設定",
    overrides_lead: "取代廠商檔案中的內容，帳戶內所有人都會看到。檔案保持原樣：清空欄位即可還原。",
    own_name: "名稱",
    own_name_help: |vendor| format!("廠商提供的名稱：{vendor}"),
    own_market: "市場",
    vendor_market: "依廠商資料",
    part_of: "併入的客戶",
    part_of_help: "填寫另一位客戶的完整名稱或租用戶識別碼。此租用戶的所有數字將計入該客戶。",
    save: "儲存",
    saved: "已儲存。所有頁面即日起依此計算。",
    merged: "併入此客戶的租用戶",
    split: "分開",
    review: "檢閱報告",
    back: "所有客戶",
};

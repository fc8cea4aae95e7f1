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
    back: "所有客戶",
};

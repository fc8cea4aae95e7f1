//! Azure by day.

use crate::text::AzureText;

pub(in crate::text) static AZURE: AzureText = AzureText {
    title: "每日 Azure 使用量",
    lead: "每天計量的資源與估計費用",
    none_title: "這些日期沒有每日使用量",
    none_lead: "請匯入每日計費使用量檔案，或選擇其他日期。",
    meters: "計量資源",
    meter: "資源",
    by_day: "每日單位數",
    units: "單位數",
    subscriptions: "訂閱",
    cost: "估計費用",
    cost_why: "根據供應商計費資料列的稅前估計值，不具約束力。不同貨幣絕不相加。沒有資料列的日期為不明，而非零。",
    budgets: "消費預算",
    customer: "客戶",
    used: "已用預算",
    used_why: "當月估計費用除以客戶的預算。達到 100% 即用完預算。沒有預算或費用時沒有值。",
    budget: "預算",
    as_of: "截至",
};

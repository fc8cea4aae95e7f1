//! In Traditional Chinese.

use super::{Words, difference, month};
use crate::mail::Language::ZhTw;
use model::{Change, ChangeKind as K, hundredths, int};

pub(super) const WORDS: Words = Words {
    told,
    subject: |account| format!("「{account}」的本週變化"),
    lead: |account| format!("「{account}」的變化，最重要的在前："),
    came_in: "過去七天的新資料：",
    up_to: |dataset, month| format!("{dataset}，至 {month}"),
    page: "在 Seatscope 中查看：",
    stop: |account| {
        format!("您是「{account}」的 MPN 合作夥伴系統管理員，因此每週一會收到此信。若不想再收到，請由此停止：")
    },
};

fn told(change: &Change) -> String {
    let Change { kind, name, now, before, .. } = change;
    let (now, before, when) = (*now, before.unwrap_or(0), month(ZhTw, change.month));
    let more = difference(change);
    match kind {
        K::RoleGiven => format!("{name} 已獲指派 MPN 合作夥伴系統管理員角色。"),
        K::CustomerLost => format!("{name} 不再是客戶：{when}沒有任何資料。"),
        K::CustomerWon => format!("{name} 是 {when}的新客戶。"),
        K::SeatsLost | K::SeatsGained => format!(
            "{name} {} {} 個席次：{when}底為 {} 個，上個月為 {} 個。",
            if *kind == K::SeatsLost { "減少" } else { "增加" },
            int(more),
            int(now),
            int(before)
        ),
        K::Ending => format!("{name} 有 {} 個訂閱將在 {when}底後 30 天內到期，且不會自動續約。", int(now)),
        K::AssignedFell => {
            format!("{name} 在 {when}的部署率為 {}，上個月為 {}。", percent(now), percent(before))
        }
        K::ActiveFell => {
            format!("{name} 在 {when}的使用率為 {}，上個月為 {}。", percent(now), percent(before))
        }
        K::AzureFell | K::AzureRose => format!(
            "{name} 的 Azure 消耗收益{} {}：{when}為 {}，上個月為 {}。",
            if *kind == K::AzureFell { "減少" } else { "增加" },
            usd(more),
            usd(now),
            usd(before)
        ),
    }
}

fn percent(n: i64) -> String {
    format!("{}%", hundredths(n, 2))
}

fn usd(cents: i64) -> String {
    format!("{}US${}", if cents < 0 { "−" } else { "" }, hundredths(cents.saturating_abs(), 2))
}

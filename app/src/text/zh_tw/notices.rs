//! Notices.

use super::roles::name as role_name;
use crate::text::{Locale, NoticeText, format::date_time};
use model::{Action, News};

pub(in crate::text) const NOTICES: NoticeText = NoticeText {
    title: "通知",
    lead: "您與同事的存取權有哪些變動",
    none_title: "沒有通知",
    none_lead: "有人獲得、失去或要求角色時，會在這裡通知您。",
    new: "新",
    all_seen: "全部標示為已讀",
    line,
};

/// `mine` when the notice is about the reader.
fn line(news: &News, mine: bool) -> String {
    let by = |by: &Option<String>| by.clone().unwrap_or_else(|| "伺服器命令列".to_owned());
    match news {
        News::RoleGiven { role, by: giver, .. } if mine => format!("{} 指派「{}」給您。", by(giver), role_name(*role)),
        News::RoleGiven { name, role, by: giver, .. } => {
            format!("{} 指派「{}」給 {name}。", by(giver), role_name(*role))
        }
        News::RoleTaken { role, by: taker, .. } if mine => {
            format!("{} 移除了您的「{}」。", by(taker), role_name(*role))
        }
        News::RoleTaken { name, role, by: taker, .. } => {
            format!("{} 移除了 {name} 的「{}」。", by(taker), role_name(*role))
        }
        News::RequestMade { name, role, .. } => format!("{name} 要求「{}」。", role_name(*role)),
        News::RequestDecided { role, approved, by: who, reason } => {
            let what = if *approved { "核准" } else { "拒絕" };
            let why = if reason.is_empty() { String::new() } else { format!("原因：{reason}") };
            format!("{} {what}了您對「{}」的要求。{why}", by(who), role_name(*role))
        }
        News::GrantEnds { role, until, .. } if mine => {
            format!("您的「{}」將於 {} 到期。", role_name(*role), date_time(Locale::ZhTw, *until))
        }
        News::GrantEnds { name, role, until, .. } => {
            format!("{name} 的「{}」將於 {} 到期。", role_name(*role), date_time(Locale::ZhTw, *until))
        }
        News::ReviewDue => "距離上次存取權檢閱已滿 90 天，請開始下一次檢閱。".to_owned(),
        News::CredentialChanged { what } => {
            match what {
                Action::PasswordChanged => "您的密碼已變更。",
                Action::AuthenticatorChanged => "您的驗證器應用程式已新增或移除。",
                Action::PasskeyChanged => "您的通行金鑰已新增或移除。",
                Action::RecoveryCodesMade => "已為您產生新的復原碼。",
                _ => "您的某項登入方式已變更。",
            }
            .to_owned()
                + "如果不是您本人操作，請告知 MPN 合作夥伴系統管理員。"
        }
    }
}

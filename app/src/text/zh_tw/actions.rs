//! The audit trail in Traditional Chinese.

use super::roles::ROLES;
use crate::text::{
    Locale,
    actions::{list, number, oneself, settings, until, whom, word, yes},
};
use domain::audit::Told;
use model::{Action, Role};

pub(in crate::text) const fn name(action: Action) -> &'static str {
    match action {
        Action::SignIn => "登入",
        Action::SignInFailed => "登入失敗",
        Action::SecondFactorGiven => "提供第二項驗證要素",
        Action::Confirmed => "再次確認身分",
        Action::Refused => "拒絕存取",
        Action::SignOut => "登出",
        Action::SessionsEnded => "結束工作階段",
        Action::LinkMade => "建立登入連結",
        Action::AccountAdded => "新增帳戶",
        Action::AccountRecovered => "復原帳戶",
        Action::SettingChanged => "變更設定",
        Action::CustomerChanged => "變更客戶資料",
        Action::BriefingChanged => "變更檢閱報告",
        Action::PersonAdded => "新增使用者",
        Action::PersonDisabled => "停用使用者",
        Action::PersonEnabled => "啟用使用者",
        Action::PersonRemoved => "移除使用者",
        Action::RolesUpdated => "變更角色",
        Action::RoleExpired => "角色到期",
        Action::GroupsRefused => "拒絕群組變更",
        Action::AccessRequested => "要求存取權",
        Action::RequestDecided => "決定要求",
        Action::ReviewStarted => "開始檢閱",
        Action::ReviewFinished => "完成檢閱",
        Action::NameChanged => "變更姓名",
        Action::PasswordChanged => "變更密碼",
        Action::AuthenticatorChanged => "變更驗證器應用程式",
        Action::PasskeyChanged => "變更通行金鑰",
        Action::RecoveryCodesMade => "產生復原碼",
        Action::IdentityChanged => "變更識別提供者",
        Action::CredentialsForgotten => "重新設定登入方式",
        Action::TokenMade => "建立 API 權杖",
        Action::TokenRevoked => "撤銷 API 權杖",
        Action::Imported => "匯入",
        Action::ImportUndone => "復原匯入",
        Action::Exported => "匯出",
        Action::AuditSealed => "重新封存稽核記錄",
        Action::ReadOnHost => "在主機上讀取",
    }
}

pub(in crate::text) fn told(action: Action, row: &Told) -> String {
    let (who, whom) = (who(row), whom(row));
    let set = |what: &str, on: &str, off: &str| format!("{who} 已{}{what}。", if yes(row, "set") { on } else { off });
    match action {
        Action::SignIn => format!("{who} 已{}登入。", with(row)),
        Action::SignInFailed => format!("{}以 {whom} 的身分登入失敗。", with(row)),
        Action::SecondFactorGiven => format!("{who} 已{}提供第二項驗證要素。", with(row)),
        Action::Confirmed => format!("{who} 已{}再次確認身分。", with(row)),
        Action::Refused => format!("{who} 存取 {whom} 遭拒。"),
        Action::SignOut => format!("{who} 已登出。"),
        Action::SessionsEnded if oneself(row) => format!("{who} 已結束自己的工作階段。"),
        Action::SessionsEnded => format!("{who} 已結束 {whom} 的工作階段。"),
        Action::LinkMade if word(row, "kind") == "forgotten" => {
            format!("已依登入頁面的要求，將登入連結寄送給 {whom}。")
        }
        Action::LinkMade => format!("{who} 已為 {whom} 建立登入連結。"),
        Action::AccountAdded => format!("{who} 已新增帳戶 {whom}。"),
        Action::AccountRecovered => format!("{who} 已讓帳戶重新擁有可操作的 MPN 合作夥伴系統管理員：{whom}。"),
        Action::CustomerChanged => {
            format!("{who} 已變更客戶 {} 的資料：{}。", row.subject, settings(Locale::ZhTw, row))
        }
        Action::BriefingChanged => format!("{who} 已變更客戶 {} 的檢閱報告內容。", row.subject),
        Action::SettingChanged => format!("{who} 已變更設定：{}。", settings(Locale::ZhTw, row)),
        Action::PersonAdded => format!("{who} 已新增 {whom}{}。", held(row)),
        Action::PersonDisabled => format!("{who} 已停用 {whom}{}。", taken(row)),
        Action::PersonEnabled => format!("{who} 已重新啟用 {whom}。"),
        Action::PersonRemoved => format!("{who} 已將 {whom} 從帳戶移除{}。", taken(row)),
        Action::RolesUpdated => roles_updated(row, &who, whom),
        Action::RoleExpired => format!("{whom} 的「{}」角色已到期。", role(word(row, "role"))),
        Action::GroupsRefused => {
            format!("識別提供者的群組原本會收回 {whom} 的 MPN 合作夥伴系統管理員角色，但因為將沒有人可以操作而遭拒絕。")
        }
        Action::AccessRequested => format!("{who} 要求「{}」角色。", role(word(row, "role"))),
        Action::RequestDecided => {
            format!("{who} 已{} {whom} 對「{}」角色的要求。", decided(row), role(word(row, "role")))
        }
        Action::ReviewStarted => format!("{who} 已開始存取權檢閱。"),
        Action::ReviewFinished => format!("{who} 已完成存取權檢閱：{}。", row.details),
        Action::NameChanged => format!("{} 已更名為 {}。", word(row, "old"), word(row, "new")),
        Action::PasswordChanged => set("密碼", "設定", "移除"),
        Action::AuthenticatorChanged => set("驗證器應用程式", "新增", "移除"),
        Action::PasskeyChanged if row.details.get("removed").is_some() => {
            format!("{who} 已移除通行金鑰「{}」。", word(row, "removed"))
        }
        Action::PasskeyChanged => format!("{who} 已新增通行金鑰「{}」。", word(row, "added")),
        Action::RecoveryCodesMade => format!("{who} 已產生新的復原碼。"),
        Action::IdentityChanged => format!("{who} 已連結或中斷連結識別提供者。"),
        Action::CredentialsForgotten => format!("{who} 已移除 {whom} 的所有登入方式。"),
        Action::TokenMade => {
            format!("{who} 已建立 API 權杖「{}」，用途：{}。", word(row, "name"), list(row, "scopes").join("、"))
        }
        Action::TokenRevoked if yes(row, "leaked") => {
            format!("API 權杖「{}」出現在他人可以讀取的網址中，因此已遭撤銷。", word(row, "name"))
        }
        Action::TokenRevoked => format!("{who} 已撤銷 API 權杖「{}」。", word(row, "name")),
        Action::Imported => format!("{who} 已匯入{}：{}。", file(row), state(word(row, "state"))),
        Action::ImportUndone => format!("{who} 已復原{}的匯入。", file(row)),
        Action::Exported => match number(row, "rows") {
            Some(rows) => format!("{who} 已匯出 {whom}，共 {rows} 列。"),
            None => format!("{who} 已匯出 {whom}。"),
        },
        Action::AuditSealed => format!("{who} 已驗證稽核記錄，並以另一把金鑰重新封存。"),
        Action::ReadOnHost => format!("{who} 已讀取數據：{whom}。"),
    }
}

fn who(row: &Told) -> String {
    match (&row.actor_name, row.actor) {
        (Some(name), _) => name.clone(),
        (None, Some(id)) => id.to_string(),
        (None, None) if word(row, "via") == "group" => "識別提供者的群組".into(),
        (None, None) => "主機命令列".into(),
    }
}

fn role(key: &str) -> &str {
    Role::from_key(key).map_or(key, |role| (ROLES.name)(role))
}

fn roles(keys: &[&str]) -> String {
    keys.iter().fold(String::new(), |all, key| format!("{all}「{}」", role(key)))
}

fn held(row: &Told) -> String {
    let roles = roles(&list(row, "roles"));
    if roles.is_empty() { roles } else { format!("，角色為{roles}") }
}

fn taken(row: &Told) -> String {
    let roles = roles(&list(row, "taken"));
    if roles.is_empty() { roles } else { format!("，並因此收回{roles}") }
}

fn roles_updated(row: &Told, who: &str, whom: &str) -> String {
    let (given, taken) = (roles(&list(row, "given")), roles(&list(row, "taken")));
    match (given.is_empty(), taken.is_empty()) {
        (false, true) => format!("{who} 已將{given}角色指派給 {whom}{}。", end(row)),
        (true, false) => format!("{who} 已收回 {whom} 的{taken}角色。"),
        (false, false) => format!("{who} 已將{given}角色指派給 {whom}，並收回{taken}。"),
        (true, true) => format!("{who} 已變更 {whom} 的角色到期時間{}。", end(row)),
    }
}

/// When it ends.
fn end(row: &Told) -> String {
    until(Locale::ZhTw, row).map(|at| format!("（至 {at}）")).unwrap_or_default()
}

fn decided(row: &Told) -> &str {
    match word(row, "decision") {
        "approved" => "核准",
        "denied" => "拒絕",
        "withdrawn" => "撤回",
        _ if yes(row, "approved") => "核准",
        _ => "決定",
    }
}

/// How somebody proved who they are.
fn with(row: &Told) -> String {
    match word(row, "by") {
        "" => String::new(),
        "link" => "使用一次性連結".into(),
        "password" => "使用密碼".into(),
        "passkey" => "使用通行金鑰".into(),
        "oidc" => "透過識別提供者".into(),
        "totp" | "code" => "使用驗證碼".into(),
        "recovery" | "recovery_code" => "使用復原碼".into(),
        other => format!("（{other}）"),
    }
}

fn file(row: &Told) -> String {
    match word(row, "file") {
        "" => "一個檔案".into(),
        file => format!("「{file}」"),
    }
}

fn state(key: &str) -> &str {
    match key {
        "done" => "已完成",
        "repeated" => "先前已匯入",
        "refused" => "遭拒絕",
        "cancelled" => "已取消",
        other => other,
    }
}

//! User management and User details.

use super::roles::name;
use crate::text::{UserText, format::count};
use model::Role;

pub(in crate::text) static USERS: UserText = UserText {
    title: "使用者管理",
    lead: "此帳戶的人員及其權限",
    search: "依姓名或電子郵件搜尋",
    search_button: "搜尋",
    filter_role: "角色",
    all_roles: "所有角色",
    col_name: "姓名",
    col_email: "電子郵件",
    col_roles: "角色",
    col_last_sign_in: "上次登入",
    never: "從未登入",
    no_roles: "沒有角色",
    count: |n| format!("{} 人", count(n)),
    nobody_title: "找不到任何人",
    nobody_lead: "沒有姓名或電子郵件包含這些文字。請減少輸入的字，或移除角色篩選條件。",
    open: |name| format!("{name} 的使用者詳細資料"),
    details: "使用者詳細資料",
    last_seen: |ago| format!("{ago}登入"),
    never_seen: "從未登入",
    roles: "角色和權限",
    roles_lead: "選取此人應具備的角色，然後按一下「更新」。",
    update: "更新",
    cancel: "取消",
    will_be_added: "即將新增",
    will_be_removed: "即將移除",
    kept_unknown: |keys| format!("另具備下列角色，將維持不變：{keys}。此版本無法辨識這些角色。"),
    after: "更新之後",
    after_none: "尚未選取任何變更。",
    gains: "將可以",
    loses: "將無法",
    keeps: "仍可以",
    nothing: "沒有其他項目",
    gains_nothing: "在 Seatscope 中的權限沒有變更。",
    holders_after: |n| format!("更新後將有 {} 人具備「MPN 合作夥伴系統管理員」角色。", count(n)),
    holders_now: |n| format!("目前有 {} 人具備「MPN 合作夥伴系統管理員」角色。", count(n)),
    told: "變更會立即生效，並留存於歷程記錄。",
    reason: "原因",
    reason_help: "選填，會保留在歷程記錄中。",
    changes: |n| format!("{} 項變更", count(n)),
    no_changes: "沒有變更",
    history: "歷程記錄",
    history_none: "尚未指派或移除過任何角色。",
    given: |role, by| format!("{by} 指派了「{role}」"),
    taken: |role, by| format!("{by} 移除了「{role}」"),
    command_line: "伺服器命令列",
    because: |reason| format!("原因：{reason}"),
    disabled_not_yours: "只有 MPN 合作夥伴系統管理員才能指派或移除角色。",
    disabled_last_admin: "這是此帳戶唯一有效的 MPN 合作夥伴系統管理員。請先將此角色指派給其他人。",
    disabled_self: "這是您本人。如果放棄此角色，之後必須由其他人重新指派給您。",
    done: |person, added, removed| match (added.is_empty(), removed.is_empty()) {
        (false, true) => format!("{person} 現在具備{}。", list(added)),
        (true, false) => format!("{person} 不再具備{}。", list(removed)),
        _ => format!("{person} 現在具備{}，不再具備{}。", list(added), list(removed)),
    },
    done_nothing: "沒有任何變更。",
    self_removed: "您不再具備「MPN 合作夥伴系統管理員」角色。",
};

/// `「A」、「B」`.
fn list(roles: &[Role]) -> String {
    roles.iter().map(|role| format!("「{}」", name(*role))).collect::<Vec<_>>().join("、")
}

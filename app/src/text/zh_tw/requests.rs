//! Requests for a role.

use crate::text::{RequestText, format::count};
use model::RequestState;

pub(in crate::text) const REQUESTS: RequestText = RequestText {
    title: "存取要求",
    lead: "同事要求角色，由您決定。",
    none_title: "沒有人在等待",
    none_lead: "沒有角色的同事可以在任何無法檢視的頁面上提出要求。",
    asks_for: |role| format!("要求「{role}」"),
    asked: |ago| format!("{ago}提出"),
    no_note: "未附說明。",
    reason: "原因（選填）",
    until: "到期日（選填）",
    until_help: "至當日結束（UTC）。留白表示沒有期限。",
    approve: "核准",
    deny: "拒絕",
    approve_of: |name| format!("核准 {name} 的要求"),
    deny_of: |name| format!("拒絕 {name} 的要求"),
    approved: "已核准。角色已指派，開啟下一個頁面時即生效。",
    denied: "已拒絕。並未指派任何角色。",
    stale: |by| match by {
        Some(by) => format!("{by} 已先處理這項要求，並未再做任何變更。"),
        None => "已有其他人先處理這項要求，並未再做任何變更。".to_owned(),
    },
    decided: "過去 30 天內結案",
    decided_by: |by, when| format!("{by}，{when}"),
    state: |state| match state {
        RequestState::Open => "等待中",
        RequestState::Approved => "已核准",
        RequestState::Denied => "已拒絕",
        RequestState::Withdrawn => "已撤回",
        RequestState::Lapsed => "已失效",
    },
    waiting: |n| format!("{} 項要求等待決定", count(n)),
    mine: "我的要求",
    mine_none: "您尚未要求任何角色。",
};

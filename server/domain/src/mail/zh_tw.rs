//! Letters in Traditional Chinese.

use super::{Language::ZhTw, Letter, compose::Names, weekly};
use jiff::Timestamp;
use model::{Action, News};

const ROLE: &str = "MPN 合作夥伴系統管理員";

pub(super) fn write(letter: &Letter, names: &Names) -> (String, String) {
    let account = names.account;
    let (subject, body) = match letter {
        Letter::Invitation { link, until, by } => (
            format!("{} 邀請您加入「{account}」", who(by.as_deref())),
            format!(
                "{} 已在 Seatscope 中將您加入「{account}」。請由此首次登入：\n\n{}\n\n{}",
                who(by.as_deref()),
                names.link(link),
                once(*until)
            ),
        ),
        Letter::Reset { link, until } => (
            format!("您登入「{account}」的連結"),
            format!(
                "您可以使用此連結登入「{account}」，並設定新密碼：\n\n{}\n\n{}若您並未提出要求，則不需採取任何動作。",
                names.link(link),
                once(*until)
            ),
        ),
        Letter::FileMade { name, rows } => (
            format!("「{name}」已準備好"),
            format!("{account} 的「{name}」已準備好，共 {rows} 列。請由此下載：\n\n{}", names.page("/downloads")),
        ),
        Letter::Digest { digest, .. } => weekly::write(ZhTw, digest, names),
        Letter::News { news } => tell(news, names),
    };
    (subject, format!("{} 您好：\n\n{body}\n\n-- \nSeatscope\n{}\n", names.person, names.origin))
}

fn tell(news: &News, names: &Names) -> (String, String) {
    let (account, home) = (names.account, names.page("/"));
    match news {
        News::RoleGiven { person, by, .. } if *person == names.id => (
            format!("您現在是「{account}」的 {ROLE}"),
            format!(
                "{} 已將「{account}」的 {ROLE} 角色指派給您。您可以查看其客戶的數據，並決定還有誰可以查看。\n\n{home}",
                who(by.as_deref())
            ),
        ),
        News::RoleGiven { person, name, by, .. } => (
            format!("{name} 現在是「{account}」的 {ROLE}"),
            format!(
                "{} 已將「{account}」的 {ROLE} 角色指派給 {name}。若有不妥，請由此收回：\n\n{}",
                who(by.as_deref()),
                names.page(&format!("/users/{person}"))
            ),
        ),
        News::RoleTaken { person, by, .. } if *person == names.id => (
            format!("您不再是「{account}」的 {ROLE}"),
            format!("{} 已收回您在「{account}」的 {ROLE} 角色。\n\n{home}", who(by.as_deref())),
        ),
        News::RoleTaken { person, name, by, .. } => (
            format!("{name} 不再是「{account}」的 {ROLE}"),
            format!(
                "{} 已收回 {name} 在「{account}」的 {ROLE} 角色。\n\n{}",
                who(by.as_deref()),
                names.page(&format!("/users/{person}"))
            ),
        ),
        News::RequestMade { name, .. } => (
            format!("{name} 要求「{account}」的存取權"),
            format!("{name} 要求「{account}」的 {ROLE} 角色。請由此決定：\n\n{}", names.page("/access/requests")),
        ),
        News::RequestDecided { approved, by, reason, .. } => (
            format!("您對「{account}」的存取權要求"),
            format!(
                "{} 已{}您對「{account}」{ROLE} 角色的要求。{}\n\n{home}",
                who(by.as_deref()),
                if *approved { "核准" } else { "拒絕" },
                said(reason)
            ),
        ),
        News::GrantEnds { person, until, .. } if *person == names.id => (
            format!("您對「{account}」的存取權即將到期"),
            format!(
                "您在「{account}」的 {ROLE} 角色將於 {} 到期。如果您仍需要此角色，請洽該帳戶的其他 {ROLE} 延長期限。\n\n{home}",
                ZhTw.moment(*until)
            ),
        ),
        News::GrantEnds { person, name, until, .. } => (
            format!("{name} 對「{account}」的存取權即將到期"),
            format!(
                "{name} 在「{account}」的 {ROLE} 角色將於 {} 到期。如果仍有需要，請由此延長期限：\n\n{}",
                ZhTw.moment(*until),
                names.page(&format!("/users/{person}"))
            ),
        ),
        News::ReviewDue => (
            format!("該檢閱誰擁有「{account}」的存取權了"),
            format!(
                "「{account}」上次的存取權檢閱已是 90 天或更久以前。請由此檢閱誰擁有哪些角色：\n\n{}",
                names.page("/access/review")
            ),
        ),
        News::CredentialChanged { what } => (
            format!("您登入「{account}」的方式已變更"),
            format!(
                "{}如果不是您本人所為，請立即請該帳戶的 {ROLE} 結束您的工作階段。\n\n{}",
                changed(*what),
                names.page("/me")
            ),
        ),
    }
}

const fn changed(what: Action) -> &'static str {
    match what {
        Action::PasswordChanged => "您的密碼已設定或移除。",
        Action::AuthenticatorChanged => "您的驗證器應用程式已新增或移除。",
        Action::PasskeyChanged => "您的一組通行金鑰已新增或移除。",
        Action::RecoveryCodesMade => "您的復原碼已重新產生。",
        Action::IdentityChanged => "您在識別提供者的帳戶已連結或中斷連結。",
        _ => "您的一種登入方式已變更。",
    }
}

fn who(by: Option<&str>) -> &str {
    by.unwrap_or("主機命令列")
}

fn once(until: Timestamp) -> String {
    format!("此連結僅能使用一次，有效期限至 {}。", ZhTw.moment(until))
}

/// Somebody's own words, if there are any.
fn said(words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { String::new() } else { format!("\n\n「{words}」") }
}

//! What went wrong, why, and what to do next.

use crate::text::ErrorText;
use model::{AccessRequest, Invalid, PasswordProblem, Refusal, RequestState};

pub(super) const ERRORS: ErrorText = ErrorText {
    not_allowed_title: "您無法檢視此頁面",
    not_allowed: |role| format!("只有具備「{role}」角色的人員才能開啟此頁面。"),
    who_can_grant: "下列人員可以指派此角色給您：",
    nobody_can_grant: "此帳戶目前沒有人可以指派此角色。請聯絡這台伺服器的管理者。",
    request_access: "要求存取權",
    ask_note: "為什麼需要（選填）",
    asked,
    withdraw: "撤回要求",
    how_to_ask: |role| {
        format!("他們可以在「使用者管理」中找到您，在您的使用者詳細資料中選取「{role}」，然後按一下「更新」。")
    },
    program_title: "不適用於此帳戶的計畫",
    program: |programs| format!("此頁面僅適用於參與下列任一計畫的帳戶：{programs}。"),
    program_next: "帳戶的計畫由這台伺服器的管理者設定。",
    second_factor_title: "還需要一個步驟才能檢視",
    second_factor: "此帳戶要求第二項驗證：通行金鑰，或驗證器應用程式的代碼。",
    second_factor_next: "繼續",
    fresh_title: "請確認是您本人",
    fresh: "您登入已超過十分鐘。指派角色、建立權杖與變更登入方式都需要重新驗證。並未變更任何資料。",
    fresh_next: "確認",
    busy: "另一項變更正在進行中，或同時提出要求的人過多。並未變更任何資料；請稍後再試一次。",
    other_account: "您已在另一個分頁切換到其他帳戶。此處並未變更任何資料；請重新載入頁面。",
    not_found_title: "這個網址沒有內容",
    not_found: "頁面可能已移動或移除、網址輸入有誤，或屬於其他帳戶。",
    to_start: "回到首頁",
    failed_title: "無法顯示此頁面",
    failed: "伺服器發生錯誤，您輸入的內容並未造成任何變更。請再試一次；如果問題持續發生，請將下列編號提供給伺服器的管理者。",
    request: |id| format!("要求編號 {id}"),
    try_again: "再試一次",
    signed_out_title: "您尚未登入",
    signed_out: "請先登入，才能檢視此頁面。",
    stale: |by| match by {
        Some(by) => {
            format!("在您開啟此頁面期間，{by} 變更了這些角色，因此您的變更並未儲存。請檢視目前的角色，再重新選取。")
        }
        None => "在您開啟此頁面期間，這些角色已有變更，因此您的變更並未儲存。請檢視目前的角色，再重新選取。".to_owned(),
    },
    last_admin: "並未儲存：帳戶必須保有至少一位有效的 MPN 合作夥伴系統管理員。請先將此角色指派給其他人。",
    no_space: "伺服器的空間不足。並未變更任何資料。請通知伺服器的管理者。",
    invalid,
    offline: "無法連線到伺服器，目前顯示的內容可能不是最新的。",
    reload: "重新載入",
    reload_why: "此頁面已有較新的版本。",
};

fn invalid(what: Invalid) -> String {
    match what {
        Invalid::Request => "伺服器無法讀取這項要求。請重新載入頁面後再試一次。",
        Invalid::Filter => "網址中含有不存在的篩選條件或月份。請清除篩選條件後重新選擇。",
        Invalid::LinkAlone => "您已有自己的登入方式。請先用它登入，之後這個連結就會帶您進入它的帳戶。",
        Invalid::OtherAccounts => {
            "您也屬於另一個合作夥伴帳戶，而這次是由管理員的連結登入。請用自己的密碼或通行金鑰、電子郵件，或本系統主機管理者提供的連結登入後再試一次。"
        }
        Invalid::Link => "這個登入連結無法辨識、已經使用過或已過期。請索取新的連結。",
        Invalid::RoleHeld => "已具備此角色。請重新載入頁面。",
        Invalid::TooManyRequests => "您今天提出的要求次數過多，這次並未送出。請明天再試。",
        Invalid::ReviewUndecided => "還有項目尚未決定，並未變更任何資料。",
        Invalid::Upload => "一次請只選擇一個檔案。並未匯入任何資料。",
        Invalid::GuestRole => "來賓不能具備這個角色。並未變更任何資料。",
        Invalid::EndDate => "結束日期必須晚於今天。並未變更任何資料。",
        Invalid::OwnEndDate => "您自己角色的結束日期必須由其他人變更。",
        Invalid::Person => "必須填寫姓名和電子郵件地址。",
        Invalid::Member => "此人已在這個帳戶中。",
        Invalid::NothingToPutBack => "此匯入所取代的資料已不再保留，因此無法復原。",
        Invalid::MainCustomer => {
            "找不到唯一一位這個名稱的其他客戶。請填寫客戶清單中的完整名稱，或填寫租用戶識別碼。並未變更任何資料。"
        }
        Invalid::Setting => "有一個值超出允許範圍。並未變更任何資料。",
        Invalid::TooManyLetters => "短時間內要求寄送的信件過多，這次並未寄出。請查看垃圾郵件，並稍後再試。",
        Invalid::Name => "姓名須為 1 到 200 個字元，且不可換行。您的姓名並未變更。",
        Invalid::ViewName => "檢視名稱須為 1 到 80 個字元，且不可換行。並未變更任何內容。",
        Invalid::TooManyViews => "您已儲存一百個檢視。請先刪除一個，再儲存此檢視。",
        Invalid::TooManyFiles => "等候中的檔案或已儲存的設定已達上限。請稍候，或先刪除一些。",
        Invalid::Comment => "說明超過 4,000 個字元。並未變更任何內容。",
        Invalid::Logo => "標誌須為完整的 PNG 或 JPEG 圖檔，大小不超過 256 KB，每邊不超過 4,000 點。並未變更任何內容。",
        Invalid::Token => "權杖需要名稱、至少一項用途，以及 1 到 365 天的效期。並未建立權杖。",
        Invalid::Password(problem) => return password(problem),
        Invalid::Proof(refusal) => return refused(refusal),
    }
    .to_owned()
}

fn password(problem: PasswordProblem) -> String {
    match problem {
        PasswordProblem::TooShort(least) => format!("密碼至少需要 {least} 個字元。連續使用幾個詞語會比較容易記住。"),
        PasswordProblem::TooLong(most) => format!("密碼最多只能有 {most} 個字元。"),
        PasswordProblem::Common => "這個密碼與攻擊者最先嘗試的密碼相差無幾。請加入您自己想到的詞語。".to_owned(),
        PasswordProblem::AboutYou => {
            "這個密碼與您的姓名、電子郵件地址、帳戶名稱或本程式的名稱相差無幾。請加入您自己想到的詞語。".to_owned()
        }
        PasswordProblem::Pattern => {
            "這個密碼只是重複少數幾個字元，或依照字母或數字的順序排列。請加入您自己想到的詞語。".to_owned()
        }
    }
}

fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::Password => "電子郵件地址或密碼不正確。".to_owned(),
        Refusal::Code => "這個代碼不正確、已經使用過或已過期。請使用下一個代碼。".to_owned(),
        Refusal::Passkey => "這個通行金鑰未通過驗證。請再試一次，或使用其他方式登入。".to_owned(),
        Refusal::Wait(seconds) if seconds < 120 => format!("錯誤次數過多，請於 {seconds} 秒後再試一次。"),
        Refusal::Wait(seconds) => format!("錯誤次數過多，請於 {} 分鐘後再試一次。", seconds.div_ceil(60)),
        Refusal::Stopped => {
            "錯誤次數過多。請向您帳戶的合作夥伴計畫管理員，或這台伺服器的管理者索取登入連結。".to_owned()
        }
    }
}

fn asked(request: &AccessRequest, when: &str) -> Option<String> {
    match (request.state, request.decided_by.as_deref()) {
        (RequestState::Open, _) => Some(format!("您已於 {when} 提出要求，正在等待決定。")),
        (RequestState::Denied, Some(by)) if request.reason.is_empty() => Some(format!("{by} 拒絕了您的要求。")),
        (RequestState::Denied, Some(by)) => Some(format!("{by} 拒絕了您的要求：{}", request.reason)),
        _ => None,
    }
}

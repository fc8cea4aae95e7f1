//! What went wrong, why, and what to do next.

use crate::text::ErrorText;
use model::Invalid;

pub(super) const ERRORS: ErrorText = ErrorText {
    not_allowed_title: "您無法檢視此頁面",
    not_allowed: |role| format!("只有具備「{role}」角色的人員才能開啟此頁面。"),
    who_can_grant: "下列人員可以指派此角色給您：",
    nobody_can_grant: "此帳戶目前沒有人可以指派此角色。請聯絡這台伺服器的管理者。",
    request_access: "要求存取權",
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
    busy: "另一項變更正在進行中，並未變更任何資料；請稍後再試一次。",
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
    stale: "在此期間已有其他人變更內容，因此並未儲存。請重新載入頁面後再確認。",
    invalid: |what| match what {
        Invalid::Request => "伺服器無法讀取這項要求。請重新載入頁面後再試一次。",
        Invalid::Filter => "網址中含有不存在的篩選條件或月份。請清除篩選條件後重新選擇。",
        Invalid::Link => "這個登入連結無法辨識、已經使用過或已過期。請索取新的連結。",
        Invalid::Upload => "一次請只選擇一個檔案。並未匯入任何資料。",
        Invalid::GuestRole => "來賓不能具備這個角色。並未變更任何資料。",
        Invalid::EndDate => "結束日期必須晚於今天。並未變更任何資料。",
        Invalid::OwnEndDate => "您自己角色的結束日期必須由其他人變更。",
        Invalid::Person => "必須填寫姓名和電子郵件地址。",
        Invalid::Member => "此人已在這個帳戶中。",
        Invalid::NothingToPutBack => "此匯入所取代的資料已不再保留，因此無法復原。",
        Invalid::Setting => "有一個值超出允許範圍。並未變更任何資料。",
        Invalid::Token => "權杖需要名稱、至少一項用途，以及 1 到 365 天的效期。並未建立權杖。",
    },
    offline: "無法連線到伺服器，目前顯示的內容可能不是最新的。",
    reload: "重新載入",
    reload_why: "此頁面已有較新的版本。",
};

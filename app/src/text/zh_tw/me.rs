//! My account.

use crate::text::MeText;

pub(in crate::text) static ME: MeText = MeText {
    title: "我的帳戶",
    lead: "您的顯示偏好設定，以及您在此的權限",
    profile: "設定檔",
    name: "姓名",
    name_help: "您各個帳戶中的所有人員都會看到。變更會記錄在存取稽核中。",
    email: "電子郵件",
    account: "合作夥伴帳戶",
    language: "語言",
    language_help: "數字與日期的格式也會隨之變更。",
    theme: "外觀",
    save: "儲存",
    saved: "已儲存。",
    roles: "我的角色",
    roles_none: "您在此帳戶沒有任何角色。",
    why: "為何擁有這些存取權？",
    security: "登入與安全性",
    security_lead: "密碼、通行金鑰、驗證器應用程式，以及登入中的裝置。",
    sign_out: "登出",
    time_zone: "時間以 UTC 顯示。",
    views: "我的檢視",
    letter: "每週信件",
    letter_lead: "每週一告知變化。您可以接收或停止。",
    keys: "單鍵快速鍵",
    keys_on: "開啟",
    keys_off: "關閉",
    keys_help: "按 / 移至頁面的搜尋方塊，按 ? 顯示所有快速鍵，按 3、6、1、2 選擇期間。Ctrl 或 ⌘ K 不受影響。",
};

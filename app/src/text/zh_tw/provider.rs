//! Signing in by an identity provider.

use crate::text::ProviderText;
use model::ProviderFailure;

pub(in crate::text) static PROVIDER: ProviderText = ProviderText {
    sign_in: |name| format!("使用 {name} 登入"),
    invited: |name| format!("使用 {name} 繼續"),
    confirm: |name| format!("使用 {name} 確認"),
    connect: |name| format!("連結 {name}"),
    connect_lead: "連結後，您不需要在這裡輸入密碼即可登入。",
    disconnect: "中斷連結",
    going_title: |name| format!("前往 {name}"),
    going_lead: "瀏覽器會自動前往。如果沒有，請使用按鈕。",
    going: "繼續",
    failure: |failure| match failure {
        ProviderFailure::Lost => "這次登入是在其他視窗開始的，或已經過太久。請重新開始。",
        ProviderFailure::Declined => "身分識別提供者未允許您登入，或您已在該處中止。沒有任何人登入。",
        ProviderFailure::Unreachable => "身分識別提供者沒有回應。請於一分鐘後再試，或使用其他方式登入。",
        ProviderFailure::Untrusted => "身分識別提供者的回應未通過檢查，因此沒有任何人登入。請通知這台伺服器的管理者。",
        ProviderFailure::NotFresh => "身分識別提供者並未表示您剛才在該處登入。請使用其他方式確認。",
        ProviderFailure::Unknown => {
            "您登入的身分尚未與這裡的任何人連結。請開啟您的邀請並從該處繼續，或使用其他方式登入，再於「我的帳戶」連結身分識別提供者。"
        }
        ProviderFailure::OtherPerson => "您登入的身分屬於這裡的另一個人。請在該處以您本人的身分登入。",
        ProviderFailure::Closed => {
            "這裡沒有對您開放的帳戶。如果您有邀請，請開啟邀請；否則請聯絡 MPN 合作夥伴系統管理員。"
        }
        ProviderFailure::Link => {
            "這個連結無法連結身分識別提供者：連結已使用過、已過期，或您先前已登入過。若為後者，請照常登入，再於「我的帳戶」連結身分識別提供者。"
        }
    },
};

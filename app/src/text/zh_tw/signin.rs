//! Signing in by a one-time link.

use crate::text::SignInText;

pub(super) const SIGN_IN: SignInText = SignInText {
    title: "登入",
    lead: "Seatscope 不使用密碼，而是以一次性連結登入。",
    how: "如何取得連結",
    how_steps: [
        "請聯絡這台伺服器的管理者。",
        "管理者在伺服器上執行下方的指令，為您產生連結。",
        "用這個瀏覽器開啟連結。連結只能使用一次，並會在短時間內失效。",
    ],
    command_label: "在伺服器上執行",
    no_link: "如果伺服器由您自己架設：執行 seatscope user add 或 seatscope user link 即可取得連結。",
    confirm_title: |name| format!("{name}，您好"),
    confirm_lead: |account| format!("這個連結可讓您登入 {account}。"),
    confirm_once: "連結只能使用一次。登入後，這個瀏覽器會保持登入，直到您登出或工作階段結束。",
    sign_in_as: |name| format!("以 {name} 的身分登入"),
    not_you: "如果這不是您，請關閉此頁面，並通知傳送連結給您的人。",
    expired_title: "這個連結已失效",
    expired_lead: "連結可能已經使用過，或已超過期限。",
    expired_next: "請索取新的連結。如果您剛才在另一個視窗開啟過，可能已經登入了。",
    used_elsewhere: "如果您並未使用過這個連結，請在索取時說明：可能有其他人取得了您的連結。",
    signed_out: "您已登出。",
    session_ended: "您的工作階段已結束，請重新登入。",
    to_sign_in: "前往登入頁面",
};

//! The first steps of a new installation.

use crate::text::FirstRunText;

pub(in crate::text) static FIRST_RUN: FirstRunText = FirstRunText {
    title: "設定 Seatscope",
    lead: "設定您的公司、第一位 MPN 合作夥伴系統管理員，以及登入的保護方式。此頁面只能使用一次。",
    company: "1. 您的公司",
    company_name: "公司名稱",
    mpn_id: "MPN 識別碼",
    mpn_id_help: "合作夥伴全域帳戶的識別碼，例如 9000001。",
    mpn_id_wrong: "MPN 識別碼只能包含數字。",
    programs: "計畫",
    programs_help: "計畫決定可以開啟哪些頁面。這台伺服器的管理者日後可以變更。",
    admin: "2. 第一位 MPN 合作夥伴系統管理員",
    admin_lead: "通常就是您本人。具備此角色的人可以看到所有數據，並將角色指派給其他人。",
    name: "您的姓名",
    second_factor: "3. 保護",
    second_factor_on: "要求所有人使用第二個驗證要素",
    second_factor_on_why: "通行金鑰，或應用程式產生的代碼。下一步即可設定。建議使用。",
    second_factor_off: "只需要密碼或連結",
    second_factor_off_why: "任何得知密碼的人都能看到您客戶的數據。",
    begin: "開始設定",
    next: "接著請選擇您的登入方式，然後匯入第一個檔案。",
    import: "完成後，請匯入第一個檔案。",
    missing: "請填寫公司名稱、MPN 識別碼、您的姓名與電子郵件地址。",
};

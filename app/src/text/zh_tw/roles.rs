//! Roles, permissions and programs in words.

use crate::text::RoleText;
use model::{Permission, Program, Role};

pub(super) const ROLES: RoleText = RoleText { name, opens, permission, program, list: |names| names.join("、") };

pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::PartnerAdmin => "MPN 合作夥伴系統管理員",
        Role::AccountAdmin => "帳戶管理員",
        Role::GlobalAdmin => "全域系統管理員",
        Role::UserManagementAdmin => "使用者管理系統管理員",
        Role::BillingAdmin => "帳單系統管理員",
        Role::AdminAgent => "系統管理代理人",
        Role::SalesAgent => "銷售代理人",
        Role::HelpdeskAgent => "技術服務代理人",
        Role::BusinessProfileAdmin => "商務設定檔管理員",
        Role::ReferralsAdmin => "推薦管理員",
        Role::ReferralsUser => "推薦使用者",
        Role::IncentivesAdmin => "獎勵管理員",
        Role::IncentivesUser => "獎勵使用者",
    }
}

fn opens(role: Role) -> &'static str {
    match role {
        Role::PartnerAdmin => "可檢視此帳戶的所有分析：授權、使用量與客戶。可匯入與匯出資料，並指派或移除角色。",
        Role::AccountAdmin => "管理廠商入口網站中的位置與註冊。在此不開放任何分析。",
        Role::GlobalAdmin => "管理公司在廠商入口網站中的目錄。在此不開放任何分析。",
        Role::UserManagementAdmin => "管理廠商入口網站的使用者。在此不能指派角色，也不開放任何分析。",
        Role::BillingAdmin => "管理帳單、發票與價格。在此不開放任何分析。",
        Role::AdminAgent => "在廠商入口網站中管理客戶及其服務。在此不開放任何分析。",
        Role::SalesAgent => "在廠商入口網站中管理客戶與訂閱。在此不開放任何分析。",
        Role::HelpdeskAgent => "在廠商入口網站中為客戶提供支援。在此不開放任何分析。",
        Role::BusinessProfileAdmin => "管理公司的公開商務設定檔。在此不開放任何分析。",
        Role::ReferralsAdmin => "管理廠商的推薦與負責人員。在此不開放任何分析。",
        Role::ReferralsUser => "處理推薦。在此不開放任何分析。",
        Role::IncentivesAdmin => "管理獎勵計畫與付款。在此不開放任何分析。",
        Role::IncentivesUser => "檢視獎勵收入。在此不開放任何分析。",
    }
}

fn permission(permission: Permission) -> &'static str {
    match permission {
        Permission::ViewLicenses => "檢視產品分析：授權、使用量與客戶",
        Permission::ViewActivity => "檢視客戶的活動記錄",
        Permission::ViewGrowth => "檢視訂閱、成長與 Azure 消耗",
        Permission::ViewResellers => "檢視轉銷商",
        Permission::ReadFeed => "讀取 Power BI 摘要",
        Permission::Export => "將數據下載成檔案",
        Permission::Import => "匯入資料並修正遭退回的資料列",
        Permission::SeePeople => "檢視此帳戶的人員與角色",
        Permission::ManagePeople => "管理此帳戶的人員",
        Permission::AssignRoles => "指派與移除角色",
        Permission::DecideRequests => "決定存取權要求",
        Permission::ReviewAccess => "審閱存取權",
        Permission::ApiTokens => "供程式使用的權杖",
        Permission::ReadAudit => "檢視稽核記錄",
        Permission::ManageAccount => "變更帳戶設定",
        Permission::OwnProfile => "檢視自己的設定檔與角色",
        Permission::ReadNotices => "檢視自己的通知",
        Permission::RequestAccess => "要求角色",
        Permission::OwnViews => "搜尋，以及儲存自己的檢視",
    }
}

fn program(program: Program) -> &'static str {
    match program {
        Program::Mpn => "合作夥伴網路 (MPN)",
        Program::CspDirect => "CSP 直接合作夥伴",
        Program::CspIndirectProvider => "CSP 間接提供者",
        Program::CspIndirectReseller => "CSP 間接轉銷商",
    }
}

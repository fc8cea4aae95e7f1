//! Saved views.

use crate::text::ViewText;

pub(in crate::text) static VIEWS: ViewText = ViewText {
    title: "我的檢視",
    lead: "您已命名儲存的頁面篩選與排序狀態。其他人看不到。",
    views: "檢視",
    menu: "此頁面已儲存的檢視",
    standard: "預設",
    unfiltered: "全部（不套用篩選）",
    save_as: "將目前檢視儲存為",
    open_with: "以此檢視開啟頁面",
    save: "儲存",
    manage: "重新命名或刪除檢視",
    none: "您尚未儲存任何檢視。數據頁面上有「檢視」按鈕。",
    done: "已完成。",
    name_of: |name| format!("「{name}」的新名稱"),
    rename: "重新命名",
    rename_of: |name| format!("重新命名：{name}"),
    make_standard: "設為預設",
    make_standard_of: |name| format!("設為預設：{name}"),
    not_standard: "取消預設",
    not_standard_of: |name| format!("取消預設：{name}"),
    delete: "刪除",
    delete_of: |name| format!("刪除：{name}"),
    share: "分享",
    share_link: "複製連結",
    share_mail: "以電子郵件傳送連結",
    share_table: "複製表格",
    copied: "已複製",
    not_copied: "瀏覽器不允許此頁面複製",
};

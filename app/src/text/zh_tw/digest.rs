//! What changed.

use crate::text::digest::DigestText;

pub(in crate::text) static DIGEST: DigestText = DigestText {
    lead: "最近一個完整月份與前一個月的比較，以及過去七天內獲得存取權的人員。",
    changes: "最重要的十項變化",
    rank: "依影響整個帳戶的比例排序：席次、Azure 消耗收益、客戶數，或可查看數據的人數。",
    none: "沒有變化",
    none_lead: "需要兩個有資料的完整月份才能比較。沒有資料並不代表零。",
    imported: |at| format!("上次匯入：{at}"),
    never: "尚未匯入任何資料",
    came_in: "過去七天的新資料",
    nothing_came: "沒有。",
    up_to: |dataset, month| format!("{dataset}，至 {month}"),
    letter: "每週信件",
    taken: "有新消息時，您每週一會收到這份清單。",
    stopped: "您不會收到每週信件。",
    take: "接收每週信件",
    stop: "停止每週信件",
    no_mail: "此伺服器不寄送郵件。管理者設定郵件伺服器後，每週一會寄出這份清單。",
    saved: "已儲存。",
};

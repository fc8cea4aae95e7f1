//! What imports report, and the names of datasets.

use crate::text::{
    ImportText, Locale,
    format::{self, count},
    imports::first_names,
};
use model::{BadCell, BadRow, Dataset, ImportNote, NoMend};

pub(in crate::text) static IMPORTS: ImportText = ImportText { dataset, note, bad_cell, bad_row };

fn names(all: &[String]) -> String {
    first_names(all, "、", |n| format!("等，另有 {n} 個"))
}

fn note(note: &ImportNote) -> String {
    match note {
        ImportNote::Empty => "檔案沒有內容。請重新下載。".to_owned(),
        ImportNote::NotText { looks_like } => {
            format!("這不是文字表格，看起來是：{looks_like}。請直接提供下載的 CSV 或 TSV 檔案。")
        }
        ImportNote::Unknown { columns } => {
            format!("沒有任何資料集包含這些欄位：{}。請確認這是廠商的檔案，且第一行是標題列。", names(columns))
        }
        ImportNote::Kept => "檔案已原樣保留，可再次下載。沒有頁面會顯示其內容。".into(),
        ImportNote::Grouped => {
            "這份回應是分組結果：只有計數，沒有各訂閱的資料列。請不要使用 groupBy，重新查詢 API 後再匯入。並未變更任何資料。".into()
        }
        ImportNote::NotYet { dataset: d } => format!("這是「{}」，此版本尚無法匯入。並未變更任何資料。", dataset(*d)),
        ImportNote::MissingColumn { dataset: d, column, found } => format!(
            "已辨識為「{}」，但缺少 {column} 欄位。檔案中的欄位有：{}。請下載包含所有欄位的檔案。",
            dataset(*d),
            names(found)
        ),
        ImportNote::OtherPartner { found, expected } => {
            format!("這個檔案屬於合作夥伴 {found}，而此帳戶是 {expected}。請匯入到檔案所屬的帳戶。")
        }
        ImportNote::TooManyBad { bad, of, limit_percent } => format!(
            "{} 列中有 {} 列無法讀取，超過容許的 {limit_percent}%。並未變更任何資料。請查看遭退回的資料列，找出共同的問題。",
            count(*of),
            count(*bad)
        ),
        ImportNote::TooLarge { line, limit } => {
            format!("第 {} 行超出限制（{limit}），廠商的檔案不會有這種情況。檔案可能在此處損毀。", count(*line))
        }
        ImportNote::Damaged { detail } => format!("壓縮檔已損毀或不完整（{detail}）。請重新下載。"),
        ImportNote::Expands => "壓縮檔解壓縮後超過大小限制。請先解壓縮，再分批匯入。".to_owned(),
        ImportNote::NoSpace => "伺服器的空間不足。並未變更任何資料。請通知伺服器的管理者。".to_owned(),
        ImportNote::NoRows => "檔案只有標題列而沒有資料，表示該期間沒有資料。這不是錯誤。".to_owned(),
        ImportNote::UnknownColumns { columns } => {
            format!("此處未使用的欄位：{}。這些欄位會隨檔案保留。", names(columns))
        }
        ImportNote::UnknownLocations { ids } => format!("合作夥伴設定檔中沒有的位置：{}。資料仍已匯入。", names(ids)),
        ImportNote::EstimatedDuplicates => {
            "檔案未標示重複計算的資料列，系統已依優先順序排除，因此總計為估計值。".to_owned()
        }
        ImportNote::DateOrder { day_first: true } => {
            "日期有兩種可能的讀法。系統以「日」在前的方式讀取，例如 31/10/2026。".to_owned()
        }
        ImportNote::DateOrder { day_first: false } => {
            "日期有兩種可能的讀法。系統以「月」在前的方式讀取，例如 10/31/2026。".to_owned()
        }
        ImportNote::Superseded { rows } => {
            format!("檔案中含有同一個月份較新的快照，因此略過較早的 {} 列。", count(*rows))
        }
        ImportNote::Repeated { at, replaced } => {
            let since = if *replaced {
                "其月份後來已由較新的檔案取代；若要恢復，請復原該次匯入。"
            } else {
                ""
            };
            format!("相同的檔案已於 {} 匯入。並未變更任何資料。{since}", format::date_time(Locale::ZhTw, *at))
        }
        ImportNote::Records { new, known } => {
            format!("新增 {} 筆紀錄；另有 {} 筆先前已匯入。", format::count(*new), format::count(*known))
        }
        ImportNote::Page { rows, of: 0, .. } => format!(
            "這是回應的其中一頁，有 {} 列。沒有任何變更。請將所有頁面合併成一個文件後再匯入。",
            format::count(*rows)
        ),
        ImportNote::Page { rows, of, .. } => format!(
            "這是回應的其中一頁：共 {} 列中的 {} 列。所有頁面到齊之前，不會變更任何資料。請匯入其他頁面。",
            format::count(*of),
            format::count(*rows)
        ),
        ImportNote::Joined { file, .. } => format!("回應的其中一頁：其資料列已與 {file} 一併匯入。"),
        ImportNote::Mends { file } => format!("{file} 修正後的資料列，已加入其月份。"),
        ImportNote::NothingToMend { why } => format!("{}並未變更任何資料。{}", no_mend(*why), instead(*why)),
        ImportNote::Failed => "讀取時發生錯誤。並未變更任何資料。請再試一次；詳細資料請見伺服器的記錄檔。".to_owned(),
    }
}

/// Why mended rows could not be added.
fn no_mend(why: NoMend) -> String {
    match why {
        NoMend::Unknown => "這些是某次匯入修正後的資料列，但此帳戶沒有該次匯入。".to_owned(),
        NoMend::NotIn => "這些是某次匯入修正後的資料列，但該次匯入已遭拒絕或復原。".to_owned(),
        NoMend::Replaced { month } => {
            format!("這些是修正後的資料列，但 {} 的資料現在來自另一個檔案。", format::month(Locale::ZhTw, month))
        }
        NoMend::TooMany { rows, left } => {
            format!("檔案有 {} 列，但該次匯入只剩 {} 列遭退回的資料可供修正。", count(rows), count(left))
        }
        NoMend::Snapshots => "同一個月份含有多個日期的授權資料列無法逐列修正。".to_owned(),
        NoMend::Dates => "日期的讀取順序與原始檔案不同。".to_owned(),
    }
}

/// What to do then.
const fn instead(why: NoMend) -> &'static str {
    match why {
        NoMend::Unknown => "請修正原始檔案，並在其所屬的帳戶匯入完整檔案。",
        NoMend::NotIn | NoMend::Snapshots => "請修正原始檔案，並匯入完整檔案。",
        NoMend::Replaced { .. } => "請修正較新的檔案，並匯入完整檔案。",
        NoMend::TooMany { .. } => "請只保留這些資料列，或修正原始檔案並匯入完整檔案。",
        NoMend::Dates => "請將日期寫成 2026-10-31 的格式。",
    }
}

fn bad_row(row: &BadRow) -> String {
    let line = count(row.line);
    match row.reason {
        BadCell::WrongCells => format!("第 {line} 行：{}", bad_cell(row.reason)),
        BadCell::Empty => format!("第 {line} 行，{} 欄：{}", row.column, bad_cell(row.reason)),
        reason => format!("第 {line} 行，{} 欄：「{}」{}", row.column, row.value, bad_cell(reason)),
    }
}

fn bad_cell(reason: BadCell) -> &'static str {
    match reason {
        BadCell::Empty => "沒有值，但此欄必須填寫。請補上內容。",
        BadCell::NotANumber => "不是整數。請只輸入數字。",
        BadCell::TooLarge => "數值過大，不合常理。請確認數字。",
        BadCell::NotADate => "不是日期。請以 2026-10-31 的格式輸入。",
        BadCell::NotAGuid => "不是 GUID。請從原始檔案重新複製識別碼。",
        BadCell::NotAnAmount => "不是金額。請以 1234.50 的格式輸入，不加貨幣符號。",
        BadCell::NotAFlag => "不是有效的是／否值。請輸入 1 或 0。",
        BadCell::NotText => "不是此檔案編碼的有效文字。請將檔案另存為 UTF-8。",
        BadCell::WrongCells => "此列的儲存格數與標題列不符。請檢查是否缺少引號或分隔字元。",
    }
}

fn dataset(dataset: Dataset) -> &'static str {
    match dataset {
        Dataset::LicenseDeployment => "授權部署",
        Dataset::LicenseUsage => "授權使用量",
        Dataset::Subscriptions => "訂閱與收益",
        Dataset::SubscriptionAnalytics => "訂閱分析",
        Dataset::Customers => "客戶與租用戶",
        Dataset::Profile => "合作夥伴設定檔與位置",
        Dataset::OfficeUsage => "Office 365 使用量",
        Dataset::EmsUsage => "Enterprise Mobility 使用量",
        Dataset::DynamicsUsage => "Dynamics 365 使用量",
        Dataset::PowerBiUsage => "Power BI 使用量",
        Dataset::AzureUsage => "Azure 使用量",
        Dataset::DailyUsage => "Azure 每日計價使用量",
        Dataset::DailyUnits => "Azure 每日使用單位",
        Dataset::SpendingBudgets => "消費預算",
        Dataset::ResellerPerformance => "轉銷商績效",
        Dataset::TeamsMeetings => "Teams 會議與通話",
        Dataset::TeamsWorkload => "Teams 每月使用量",
        Dataset::TeamsApps => "Teams 第三方應用程式",
        Dataset::ActivityLog => "活動記錄",
        Dataset::Training => "訓練與認證",
        Dataset::Learn => "學習路徑",
        Dataset::Competencies => "專長認證",
        Dataset::CompetencyProgress => "專長認證進度",
        Dataset::RenewalsPropensity => "合約續約（傾向）",
        Dataset::M365Propensity => "Microsoft 365（傾向）",
        Dataset::D365Propensity => "Dynamics 365（傾向）",
        Dataset::AzurePropensity => "Azure（傾向）",
        Dataset::SurfacePropensity => "Surface（傾向）",
    }
}

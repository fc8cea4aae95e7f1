use super::{Locale, format, text};
use crate::text::format::Direction;
use Locale::{En, ZhTw};
use jiff::Timestamp;
use model::{ImportNote, Micros, Month, MonthRange, NoMend, Percent, Role, Unit, UsdCents};

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

#[test]
fn thousands_are_separated_and_the_minus_is_a_minus() {
    assert_eq!(format::int(0), "0");
    assert_eq!(format::int(999), "999");
    assert_eq!(format::int(-1_234_567), "−1,234,567");
    assert_eq!(format::int_or_none(None), "–");
}

#[test]
fn percentages_have_two_decimals_and_each_language_its_sign() {
    let p = Percent::of(5976, 8124);
    assert_eq!(format::percent(En, p), "73.56 %");
    assert_eq!(format::percent(ZhTw, p), "73.56%");
    assert_eq!(format::percent(En, None), "–");
    assert_eq!(format::percent_short(p), "73.6");
    assert_eq!(format::percent_short(Percent::of(9_996, 10_000)), "100.0");
    assert_eq!(format::percent(En, Percent::of(1_234, 10)), "12,340.00 %");
}

#[test]
fn changes_say_which_way() {
    assert_eq!(format::change(En, Some(8_070), Some(8_124)), Some((Direction::Up, "▲ 0.7 %".to_owned())));
    assert_eq!(format::change(ZhTw, Some(100), Some(90)), Some((Direction::Down, "▼ 10.0%".to_owned())));
    assert_eq!(format::change(En, Some(10_000), Some(10_004)), Some((Direction::Flat, "± 0.0".to_owned())));
    assert_eq!(format::change(En, None, Some(1)), None);
    assert_eq!(format::change(En, Some(0), Some(1)), None, "there is no percentage of nothing");
    let points = format::change_points(En, Percent::of(5065, 10_000), Percent::of(5025, 10_000));
    assert_eq!(points, Some((Direction::Down, "▼ 0.4 pt".to_owned())));
}

#[test]
fn months_and_days() {
    let oct = month("2026-10");
    assert_eq!(format::month(En, oct), "Oct 2026");
    assert_eq!(format::month(ZhTw, oct), "2026年10月");
    assert_eq!(format::year_short(En, month("2025-10")), "’25");
    assert_eq!(format::month_end(En, oct), "31 Oct");
    assert_eq!(format::month_end(ZhTw, month("2024-02")), "2月29日");
    assert_eq!(format::month_end(En, month("2100-02")), "28 Feb");
    assert_eq!(format::months(En, MonthRange::between(oct, oct.plus(-12))), "Oct 2025 – Oct 2026");
    assert_eq!(format::months(ZhTw, MonthRange::between(oct, oct)), "2026年10月");
}

#[test]
fn moments_and_how_long_ago() {
    let at: Timestamp = "2026-10-07T09:05:00Z".parse().unwrap();
    assert_eq!(format::date_time(En, at), "7 Oct 2026, 09:05 UTC");
    assert_eq!(format::date_time(ZhTw, at), "2026年10月7日 09:05 UTC");
    let ago = |locale, seconds| format::ago(locale, at, Timestamp::from_second(at.as_second() + seconds).unwrap());
    assert_eq!(ago(En, -5), "just now");
    assert_eq!(ago(En, 59), "just now");
    assert_eq!(ago(ZhTw, 60), "1 分鐘前");
    assert_eq!(ago(En, 3 * 3600 + 1), "3 h ago");
    assert_eq!(ago(ZhTw, 3 * 3600), "3 小時前");
    assert_eq!(ago(En, 86_400), "1 day ago");
    assert_eq!(ago(En, 2 * 86_400), "2 days ago");
    assert_eq!(ago(En, 40 * 86_400), "7 Oct 2026");
}

#[test]
fn sizes_and_amounts() {
    assert_eq!(format::bytes(999), "999 B");
    assert_eq!(format::bytes(1_449_000), "1.4 MB");
    assert_eq!(format::bytes(12_000_000_000_000_000), "12,000.0 TB");
    assert_eq!(format::usd(En, UsdCents(123_400)), "$1,234.00");
    assert_eq!(format::usd(ZhTw, UsdCents(-5)), "−US$0.05");
    assert_eq!(format::micros(Micros(1_204_500_000)), "1,204.5");
    assert_eq!(format::micros(Micros(-310)), "−0.00031");
    assert_eq!(format::money(Some(Micros(1_204_500_000)), "TWD"), "TWD 1,204.50");
    assert_eq!(format::money(None, "TWD"), "–");
    assert_eq!(format::value_short(En, Unit::UsdCents, Some(123_456_789)), "$1,234,568");
    assert_eq!(format::value_short(En, Unit::UsdCents, Some(1_250)), "$12.50");
    assert_eq!((format::compact(En, 12_500), format::compact(En, 3_000_000)), ("12.5K".into(), "3M".into()));
    assert_eq!((format::compact(ZhTw, 450_000), format::compact(ZhTw, 9_999)), ("45萬".into(), "9,999".into()));
}

#[test]
fn a_language_is_found_by_its_tag() {
    assert_eq!("zh-Hant-TW".parse(), Ok(ZhTw));
    assert_eq!("en_GB".parse(), Ok(En));
    assert!("de".parse::<Locale>().is_err());
    assert_eq!(Locale::accepted("de-DE,zh-TW;q=0.9,en;q=0.8"), Some(ZhTw));
    assert_eq!(Locale::accepted("*"), None);
}

#[test]
fn the_role_that_opens_everything_is_named_as_partners_know_it() {
    assert_eq!((text(En).roles.name)(Role::PartnerAdmin), "MPN partner admin");
    assert_eq!((text(ZhTw).roles.name)(Role::PartnerAdmin), "MPN 合作夥伴系統管理員");
    assert_eq!((text(En).users().holders_after)(1), "1 person will hold MPN partner admin.");
    let done = (text(En).users().done)("Ann", &[Role::PartnerAdmin, Role::BillingAdmin], &[]);
    assert_eq!(done, "Ann now holds MPN partner admin and Billing admin.");
}

#[test]
fn products_are_written_as_people_write_them() {
    assert_eq!(format::product("MICROSOFT 365 BUSINESS STANDARD"), "Microsoft 365 Business Standard");
    assert_eq!(format::product("EXCHANGE ONLINE (PLAN 1)"), "Exchange Online (Plan 1)");
    assert_eq!(format::product("OFFICE 365 ENTERPRISE E3"), "Office 365 Enterprise E3");
    assert_eq!(format::product("POWER BI PRO"), "Power BI Pro");
    assert_eq!(format::product("Visio Plan 2"), "Visio Plan 2");
}

#[test]
fn an_import_says_what_to_do_next() {
    let at: Timestamp = "2026-10-07T09:05:00Z".parse().unwrap();
    let repeated = |replaced| (text(En).imports().note)(&ImportNote::Repeated { at, replaced });
    assert_eq!(repeated(false), "The same file was imported on 7 Oct 2026, 09:05 UTC. Nothing was changed.");
    assert!(repeated(true).ends_with("replaced since by a newer file; undo that import to bring them back."));
    let note = ImportNote::NothingToMend { why: NoMend::Replaced { month: month("2026-10") } };
    assert_eq!(
        (text(En).imports().note)(&note),
        "These are mended rows, but Oct 2026 comes from another file by now. Nothing was changed. Mend the newer file and import it whole."
    );
    assert_eq!(
        (text(ZhTw).imports().note)(&note),
        "這些是修正後的資料列，但 2026年10月 的資料現在來自另一個檔案。並未變更任何資料。請修正較新的檔案，並匯入完整檔案。"
    );
    let note = ImportNote::NothingToMend { why: NoMend::TooMany { rows: 2, left: 1 } };
    assert!(
        (text(En).imports().note)(&note).starts_with("The file has 2 rows, but only 1 rejected row of that import")
    );
}

//! Files from the asking to the taking away.

use super::*;
use crate::{db::sql, people, testing::TestDomain};
use model::{
    Delivery, Every, FileCondition, FileFormat, FileHow, FileOrder, FilePeriod, FileProblem, FileRow, FileState,
    Invalid, Role,
};
use parquet::record::Field;

/// Two months of two customers, one with a name that a spreadsheet could take for a formula.
async fn filled() -> (TestDomain, Caller) {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let file = "processedDateTime,serviceCode,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n\
         2026-09-01,o365,reseller,00000000-0000-4000-8000-000000000001,=HYPERLINK(1),E3,7,10\n\
         2026-10-01,o365,reseller,00000000-0000-4000-8000-000000000001,=HYPERLINK(1),E3,8,11\n\
         2026-10-01,o365,reseller,00000000-0000-4000-8000-000000000002,遠東百貨,E5,5,20\n";
    assert_eq!(test.import(&admin, file).await.state, model::ImportState::Done);
    (test, admin)
}

fn order(format: FileFormat) -> FileOrder {
    FileOrder::all(Dataset::LicenseDeployment, format)
}

/// The file once it was made.
async fn made(test: &TestDomain, caller: &Caller, order: &FileOrder) -> (File, Vec<u8>) {
    let id = ask(test, caller, "", order).await.unwrap();
    assert!(make_next(test).await.unwrap());
    let file = open(test, caller, id).await.unwrap();
    let bytes = std::fs::read(&file.path).unwrap();
    assert_eq!(file.row.bytes, Some(bytes.len() as u64));
    (file, bytes)
}

async fn change(test: &TestDomain, statement: &'static str) {
    let mut tx = test.db.write().await.unwrap();
    sql(statement).execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn only(test: &TestDomain, caller: &Caller) -> FileRow {
    let mut all = list(test, caller).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[tokio::test]
async fn a_file_has_the_columns_and_rows_that_were_asked_for() {
    let (test, admin) = filled().await;
    let order = FileOrder {
        columns: vec!["licensesSold".into(), "customerName".into()],
        period: FilePeriod::Newest(1),
        conditions: vec![FileCondition {
            column: "customerName".into(),
            how: FileHow::Contains,
            value: "HyperLink".into(),
        }],
        ..order(FileFormat::Csv)
    };
    let (file, bytes) = made(&test, &admin, &order).await;
    assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}licensesSold,customerName\r\n11,'=HYPERLINK(1)\r\n");
    assert_eq!((file.row.rows, file.row.percent, file.row.name.as_str()), (1, 100, "LicenseDeployment"));
    for part in
        ["Rows: 1\n", "Months: 2026-10 – 2026-10\n", "customerName contains HyperLink", "licensesSold: Licences sold."]
    {
        assert!(file.notes.contains(part), "{part} in {}", file.notes);
    }
    assert!(!make_next(&test).await.unwrap(), "nothing waits");
}

/// All formats say the same, cell by cell.
#[tokio::test]
async fn workbooks_and_parquet_hold_what_the_text_does() {
    let (test, admin) = filled().await;
    let (_, lines) = made(&test, &admin, &order(FileFormat::JsonLines)).await;
    let lines: Vec<serde_json::Value> =
        String::from_utf8(lines).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    let columns = crate::extract::columns(Dataset::LicenseDeployment).unwrap();

    let (file, _) = made(&test, &admin, &order(FileFormat::Xlsx)).await;
    let sheets = sheets(&file.path);
    assert_eq!(sheets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["Rows 1", "Notes"]);
    assert_eq!(sheets[0].1[0], columns.iter().map(|column| column.name.to_owned()).collect::<Vec<_>>());
    for (row, line) in sheets[0].1[1..].iter().zip(&lines) {
        for (cell, column) in row.iter().zip(columns) {
            assert_eq!(*cell, text(&line[column.name]), "{}", column.name);
        }
    }
    assert!(sheets[1].1.contains(&vec!["Rows".into(), "3".into()]));

    let (file, _) = made(&test, &admin, &order(FileFormat::Parquet)).await;
    let read = parquet::file::reader::SerializedFileReader::try_from(file.path.as_path()).unwrap();
    let rows: Vec<_> = read.into_iter().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    for (row, line) in rows.iter().zip(&lines) {
        for (name, field) in row.get_column_iter() {
            let field = match field {
                Field::Null => String::new(),
                Field::Str(words) => words.clone(),
                Field::Date(days) => crate::extract::day(*days).to_string(),
                field => field.to_string(),
            };
            assert_eq!(field, text(&line[name]), "{name}");
        }
    }
}

/// A cell as a person reads it.
fn text(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// The cells of each sheet of a workbook; a formula is an error.
fn sheets(path: &std::path::Path) -> Vec<(String, Vec<Vec<String>>)> {
    use calamine::{Data, Reader, open_workbook};
    let mut book: calamine::Xlsx<_> = open_workbook(path).unwrap();
    let cell = |cell: &Data| match cell {
        // Days from 30 December 1899 on.
        Data::DateTime(at) => {
            let days = format!("{:.0}", at.as_f64() - 25_569.0);
            crate::extract::day(days.parse().unwrap()).to_string()
        }
        cell => cell.to_string(),
    };
    let names = book.sheet_names();
    let sheet = |name: String| {
        assert!(book.worksheet_formula(&name).unwrap().is_empty());
        let rows = book.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(cell).collect()).collect();
        (name, rows)
    };
    names.into_iter().map(sheet).collect()
}

#[tokio::test]
async fn a_workbook_goes_on_in_further_sheets() {
    let (test, admin) = filled().await;
    let question = extract::Question::of(&order(FileFormat::Xlsx), None).unwrap();
    let mut rows = question.rows(&test, &admin, Permission::Export).await.unwrap();
    let path = test.data.join("book.xlsx");
    let mut book: Box<dyn writer::Writer> = Box::new(writer::Workbook::of(&path, question.heads(), 3).unwrap());
    while let Some(batch) = rows.next(2).await.unwrap() {
        book.add(&batch).unwrap();
    }
    book.finish(&Notes { title: "Notes", lines: Vec::new() }).unwrap();
    let sheets = sheets(&path);
    assert_eq!(sheets.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [3, 2, 0]);
    assert_eq!(sheets[0].1[0], sheets[1].1[0], "each has its heading");
}

#[tokio::test]
async fn without_the_right_nothing_is_made_nor_given() {
    let (test, admin) = filled().await;
    let other = test.person(test.account, "b@f.example", &[Role::PartnerAdmin]).await;
    let nobody = test.person(test.account, "c@f.example", &[Role::SalesAgent]).await;
    assert!(matches!(ask(&test, &nobody, "", &order(FileFormat::Csv)).await, Err(Error::Denied(_))));
    let (file, _) = made(&test, &admin, &order(FileFormat::Csv)).await;
    assert!(matches!(open(&test, &other, file.row.id).await, Err(Error::NotFound)), "each one's own");
    assert!(matches!(remove(&test, &other, file.row.id).await, Err(Error::NotFound)));
    assert!(file.path.is_file());

    ask(&test, &admin, "later", &order(FileFormat::Csv)).await.unwrap();
    change(&test, "update role_grant set revoked_at = 1").await;
    assert!(make_next(&test).await.unwrap());
    let denied = people::later(&test, test.account, admin.id().unwrap()).await.unwrap().unwrap();
    assert!(matches!(open(&test, &denied, file.row.id).await, Err(Error::Denied(_))));
    let failed = list(&test, &admin).await.unwrap().remove(0);
    assert_eq!((failed.state, failed.problem), (FileState::Failed, Some(FileProblem::Right)));
}

#[tokio::test]
async fn a_file_is_stopped_removed_and_goes_after_its_days() {
    let (test, admin) = filled().await;
    let id = ask(&test, &admin, "stopped", &order(FileFormat::Csv)).await.unwrap();
    cancel(&test, &admin, id).await.unwrap();
    assert!(!make_next(&test).await.unwrap());
    assert_eq!(only(&test, &admin).await.state, FileState::Cancelled);
    remove(&test, &admin, id).await.unwrap();

    let (file, _) = made(&test, &admin, &order(FileFormat::Csv)).await;
    assert_eq!(file.row.until.unwrap(), test.clock.now() + jiff::SignedDuration::from_hours(14 * 24));
    sweep(&test).await.unwrap();
    assert!(file.path.is_file());
    test.clock.advance(14 * 86_400);
    sweep(&test).await.unwrap();
    assert!(!file.path.exists() && list(&test, &admin).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_a_dead_server_began_is_made_by_the_next() {
    let (test, admin) = filled().await;
    let id = ask(&test, &admin, "", &order(FileFormat::Csv)).await.unwrap();
    assert!(take::take(&test).await.unwrap().is_some());
    assert!(!make_next(&test).await.unwrap(), "another has it");
    test.clock.advance(61);
    assert!(make_next(&test).await.unwrap());
    assert!(open(&test, &admin, id).await.is_ok());
}

#[tokio::test]
async fn no_more_wait_than_a_person_may_have() {
    let (test, admin) = filled().await;
    for _ in 0..20 {
        ask(&test, &admin, "", &order(FileFormat::Csv)).await.unwrap();
    }
    let one_more = ask(&test, &admin, "", &order(FileFormat::Csv)).await;
    assert!(matches!(one_more, Err(Error::Invalid(Invalid::TooManyFiles))));
}

#[tokio::test]
async fn kept_orders_come_by_themselves_into_the_folder() {
    let (owned, admin) = filled().await;
    let folder = owned.data.join("deliveries");
    let mut test: Domain = (*owned).clone();
    test.files.folder = Some(folder.clone());
    let new = NewPlan {
        name: "Monthly: 授權".into(),
        order: order(FileFormat::Csv),
        every: Some(Every::Day),
        delivery: Delivery::Folder,
    };
    let id = keep_plan(&test, &admin, &new).await.unwrap();
    run_due(&test).await.unwrap();
    assert!(!make_next(&test).await.unwrap(), "its time has not come");
    owned.clock.advance(2 * 86_400);
    run_due(&test).await.unwrap();
    run_due(&test).await.unwrap();
    assert!(make_next(&test).await.unwrap());
    assert!(!make_next(&test).await.unwrap(), "what was missed comes once");
    let day = jiff::tz::TimeZone::UTC.to_datetime(test.clock.now()).date();
    let there = folder.join("9000001").join(format!("Monthly--授權-{day}.csv"));
    assert!(std::fs::read_to_string(there).unwrap().lines().count() == 4);
    make_plan(&test, &admin, id).await.unwrap();
    assert_eq!(list(&test, &admin).await.unwrap().len(), 2);
    remove_plan(&test, &admin, id).await.unwrap();
    assert!(plans(&test, &admin).await.unwrap().is_empty());
}

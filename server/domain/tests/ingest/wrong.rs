use super::*;
use flate2::{Compression, write::GzEncoder};
use model::{BadCell, Dataset};
use std::{cell::Cell, io::Write};

pub(super) fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

pub(super) fn rows(good: u32, bad: u32) -> String {
    let mut text = DEPLOYMENT.to_owned();
    (0..good).for_each(|n| text += &deployment("2026-10-01", n, "Contoso", "1", "2"));
    (0..bad).for_each(|n| text += &deployment("2026-10-01", n, "Contoso", "one", "2"));
    text
}

#[test]
fn what_is_not_a_table_is_named() {
    let photo = [b"\xff\xd8\xff\xe0\0\x10JFIF\0".as_slice(), &[7; 5000]].concat();
    for (bytes, name) in [
        (photo.clone(), "JPEG image"),
        (gz(&photo), "JPEG image"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml".to_vec(), "Excel workbook (xlsx)"),
        (b"{\"Value\": [], \"TotalCount\": 0}".to_vec(), "JSON document"),
        (b"%PDF-1.7\n".to_vec(), "PDF document"),
        (gz(&vec![0; 50 << 20]), "binary data"),
    ] {
        let note = note(bytes);
        assert_eq!(note, ImportNote::NotText { looks_like: name.into() });
    }
    for empty in [&b""[..], b"\xef\xbb\xbf", b"\n\r\n  \n", &gz(b"")] {
        assert_eq!(note(empty), ImportNote::Empty);
    }
}

#[test]
fn unknown_datasets_are_refused_and_kept_ones_are_checked() {
    assert_eq!(
        note("name;shoe size\nA;44\n"),
        ImportNote::Unknown { columns: vec!["name".into(), "shoe size".into()] }
    );
    let header = "TrainingActivityId,TrainingTitle,TrainingType,TrainingCompletionDate\n";
    let kept = good(format!("{header}1,Azure,exam,2026-10-01\n"));
    assert_eq!((kept.dataset, kept.rows, &kept.notes[..]), (Dataset::Training, 1, &[ImportNote::Kept][..]));
    assert!(matches!(note(format!("{header}1,Azure,exam\n")), ImportNote::TooManyBad { bad: 1, .. }));
}

#[test]
fn a_missing_column_is_named_beside_what_was_found() {
    let refusal = refused(SUBSCRIPTIONS.replace("\tBilledRevenueUSD", ""));
    let ImportNote::MissingColumn { dataset, column, found } = refusal.note else { panic!("{refusal:?}") };
    assert_eq!((dataset, &*column, found.len()), (Dataset::Subscriptions, "BilledRevenueUSD", 19));
}

#[test]
fn one_bad_row_is_set_aside_and_the_rest_taken() {
    let (dir, parsed) = read_with(rows(30, 1).as_bytes(), &expect());
    let parsed = parsed.unwrap();
    assert_eq!((parsed.rows, parsed.bad_rows), (30, 1));
    let bad = &parsed.bad[0];
    assert_eq!((bad.line, &*bad.column, &*bad.value, bad.reason), (32, "licensesDeployed", "one", BadCell::NotANumber));
    let kept = fs::read_to_string(parsed.quarantine.unwrap()).unwrap();
    let lines: Vec<&str> = kept.lines().collect();
    assert_eq!(lines[0], format!("{},Reason in", DEPLOYMENT.trim_end()));
    assert!(
        lines[1].ends_with(",OFFICE 365 E3,one,2,\"line 32, licensesDeployed: not a whole number\""),
        "{}",
        lines[1]
    );
    assert_eq!(lines.len(), 2);
    assert!(dir.path().join("in.bad").exists());
}

#[test]
fn too_many_bad_rows_refuse_the_file() {
    let (_dir, result) = read_with(rows(50, 50).as_bytes(), &expect());
    let Err(ReadError::Refused(refusal)) = result else { panic!() };
    assert_eq!(refusal.note, ImportNote::TooManyBad { bad: 50, of: 100, limit_percent: 5 });
    assert!(exists(refusal.quarantine));
    let lenient = Expect { max_bad_percent: 50, ..expect() };
    assert_eq!(read_with(rows(50, 50).as_bytes(), &lenient).1.unwrap().bad_rows, 50);
    assert_eq!(good(rows(95, 5)).bad_rows, 5);
    assert!(matches!(note(rows(94, 6)), ImportNote::TooManyBad { .. }));
}

#[test]
fn a_hopeless_file_is_given_up_early() {
    let (_dir, result) = read_with(rows(0, 200_000).as_bytes(), &expect());
    let Err(ReadError::Refused(refusal)) = result else { panic!() };
    assert!(matches!(refusal.note, ImportNote::TooManyBad { of, .. } if of < 100_000), "{:?}", refusal.note);
}

#[test]
fn each_kind_of_bad_cell_is_told_apart() {
    let sub = "6424550A-E36B-49B3-9DCB-369D2330FCF1";
    let one = subscription(sub, "2026-10-01", "PAL", 0, "5");
    let lenient = Expect { max_bad_percent: 100, ..expect() };
    for (from, to, column, reason) in [
        ("\t5\t", "\t\t", "AvailableSeatsEOP", BadCell::Empty),
        ("\t5\t", "\t5.5\t", "AvailableSeatsEOP", BadCell::NotANumber),
        ("\t5\t", "\t99999999999\t", "AvailableSeatsEOP", BadCell::TooLarge),
        ("2026-10-01", "2026-13-01", "Month", BadCell::NotADate),
        ("2026-10-01", "2926-10-01", "Month", BadCell::NotADate),
        ("2026-10-01", "NULL", "Month", BadCell::Empty),
        ("2025-10-23", "soon", "SubscriptionStartDate", BadCell::NotADate),
        (sub, "42", "SubscriptionId", BadCell::NotAGuid),
        ("12.50", "12,50", "BilledRevenueUSD", BadCell::NotAnAmount),
        ("Yes", "Perhaps", "IsAutoRenew", BadCell::NotAFlag),
        ("\t9000010", "\t9000010\t", "", BadCell::WrongCells),
        ("3CEAAF30-8142-48EA-91D9-3080F9B439FC\t500", "\t", "CustomerTenantId", BadCell::Empty),
    ] {
        let text = format!("{SUBSCRIPTIONS}{}", one.replacen(from, to, 1));
        let parsed = read_with(text.as_bytes(), &lenient).1.unwrap();
        let bad = parsed.bad.first().unwrap_or_else(|| panic!("{to}"));
        assert_eq!((&*bad.column, bad.reason, bad.line), (column, reason, 2), "{to}");
        assert_eq!((parsed.rows, parsed.customers.len()), (0, 0), "{to}: nothing of a bad row is kept");
    }
    let not_text = [SUBSCRIPTIONS.as_bytes(), one.replace("Contoso", "Cont\u{1}oso").as_bytes()].concat();
    let not_text: Vec<u8> = not_text.into_iter().map(|b| if b == 1 { 0xe9 } else { b }).collect();
    assert_eq!(read_with(&not_text, &lenient).1.unwrap().bad[0].reason, BadCell::NotText);
}

#[test]
fn lines_are_right_after_quoted_line_ends() {
    let text = format!(
        "{DEPLOYMENT}{}{}",
        deployment("2026-10-01", 1, "\"Con\ntoso\"\"\n\"", "1", "2"),
        deployment("2026-10-01", 1, "Contoso", "x", "2")
    );
    let parsed = read_with(text.as_bytes(), &Expect { max_bad_percent: 50, ..expect() }).1.unwrap();
    assert_eq!(parsed.customers[0].name, "Con\ntoso\"");
    assert_eq!(parsed.bad[0].line, 5);
}

#[test]
fn a_file_of_another_partner_is_refused_wherever_it_says_so() {
    let one = subscription("6424550A-E36B-49B3-9DCB-369D2330FCF1", "2026-10-01", "PAL", 0, "5");
    let other = one.replace("9000001", "9100001");
    let refusal = refused(format!("{SUBSCRIPTIONS}{one}{other}"));
    assert_eq!(refusal.note, ImportNote::OtherPartner { found: "9100001".into(), expected: "9000001".into() });
    let nobodys = one.replace("9000001", "");
    assert_eq!(good(format!("{SUBSCRIPTIONS}{one}{nobodys}")).rows, 2);
}

#[test]
fn damaged_archives_are_refused() {
    let whole = gz(rows(5000, 0).as_bytes());
    assert_eq!(note(&whole[..whole.len() / 2]), ImportNote::Damaged { detail: "it ends too early".into() });
    let mut flipped = whole;
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0xff;
    let at_end = flipped.len() - 6;
    flipped[at_end] ^= 0xff;
    assert!(matches!(note(&flipped), ImportNote::Damaged { .. } | ImportNote::TooManyBad { .. }));
}

#[test]
fn whoever_watches_can_stop_it() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("in");
    fs::write(&path, rows(150_000, 1)).unwrap();
    let seen = Cell::new(0);
    let result = read(&path, dir.path(), &expect(), &|at| {
        assert!(at.bytes_read > 0 && at.rows > 0);
        seen.set(seen.get() + 1);
        if seen.get() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(result, Err(ReadError::Cancelled)));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "only the file itself is left");
}

#[test]
fn what_was_read_can_go_to_another_thread() {
    let parsed = good(rows(1, 0));
    assert_eq!(std::thread::spawn(move || parsed.rows).join().unwrap(), 1);
}

#[test]
fn mended_rows_know_their_import_and_what_is_still_bad_names_the_new_one() {
    let id = "0199c0de-0000-7000-8000-000000000001";
    let file =
        rows(30, 1).replacen('\n', &format!(",Reason {id}\n"), 1).replace(",2\n", ",2,\"line 9: not a number\"\n");
    let (_dir, parsed) = read_with(file.as_bytes(), &expect());
    let parsed = parsed.unwrap();
    assert_eq!((parsed.mends, parsed.rows, parsed.bad_rows), (Some(id.parse().unwrap()), 30, 1));
    assert_eq!(parsed.notes, [], "the reasons are no unknown column");
    let kept = fs::read_to_string(parsed.quarantine.unwrap()).unwrap();
    let lines: Vec<&str> = kept.lines().collect();
    assert_eq!(lines[0], format!("{},Reason in", DEPLOYMENT.trim_end()), "one column of reasons, not two");
    assert!(lines[1].ends_with(",one,2,\"line 32, licensesDeployed: not a whole number\""), "{}", lines[1]);
}

#[test]
fn reasons_do_not_make_two_rows_of_one_fact_two_facts() {
    let id = "0199c0de-0000-7000-8000-000000000001";
    let row = |attribution: &str, reason: &str| {
        format!("2026-10-01,00000000-0000-4000-8000-000000000001,E3,{attribution},5,1,\"{reason}\"\n")
    };
    let header =
        format!("Month,CustomerTenantId,SKU,PartnerAttributionType,AvailableSeats,BilledRevenueUSD,Reason {id}\n");
    let mut parsed = good(header + &row("CSP Tier 1", "line 2") + &row("DAP", "line 3"));
    assert_eq!(sums(&mut parsed, true)[&month("2026-10")]["seats"], 5);
}

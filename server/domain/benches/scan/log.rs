//! The activity log: taken in as the vendor's API tells it, then searched.

use super::{
    Failure,
    facts::{Dice, MONTHS, month},
    measure,
    words::tenant,
};
use domain::{
    Domain,
    access::Caller,
    activity,
    imports::{self, Incoming, Progress},
};
use model::{ActivityFilter, ImportState};
use serde_json::{Value, json};
use std::time::Instant;
use tokio::sync::watch;

/// Records of a file.
const FILE: u32 = 100_000;
const CUSTOMERS: u32 = 5_000;
const OPERATIONS: [&str; 6] = [
    "create_order",
    "update_order",
    "add_user_member",
    "update_subscription",
    "create_customer",
    "reset_user_password",
];
const NAMES: [&str; 5] = ["Contoso", "Fabrikam", "遠東百貨", "Nørd & Søn", "旅行社"];

/// Takes in so many million records, each of its own second, and measures the searches of the page.
pub(crate) async fn measure(
    domain: &Domain,
    caller: &Caller,
    millions: u32,
    runs: u32,
    only: &str,
) -> Result<(), Failure> {
    if !"activity log".contains(only) {
        return Ok(());
    }
    let mut dice = Dice::new(7);
    let records = millions.max(1) * 10 * FILE;
    let start = Instant::now();
    for first in (0..records).step_by(FILE as usize) {
        let items: Vec<Value> = (first..first + FILE).map(|n| record(&mut dice, n, records)).collect();
        let file = json!({ "totalCount": items.len(), "items": items }).to_string();
        let incoming = Incoming::read(domain, "log.json", &mut file.as_bytes())?;
        let done = imports::run(domain, caller, incoming, watch::channel(Progress::default()).0).await?;
        if done.state != ImportState::Done {
            return Err(format!("the log was not taken in: {:?}", done.notes).into());
        }
    }
    let took = start.elapsed().as_secs_f64();
    println!(
        "\n{records} records of the log, made and taken in {took:.0} s, {:.0} a second",
        f64::from(records) / took
    );
    measure::head("searches of the activity log", runs, "rows");
    for (name, filter) in searches() {
        let ask = || async { Ok(activity::list(domain, caller, &filter).await?.rows.len()) };
        measure::line(&format!("activity log, {name}"), runs, 20.0, ask).await?;
    }
    Ok(())
}

fn record(dice: &mut Dice, n: u32, of: u32) -> Value {
    // Over all months but the last days.
    let month = month(i32::try_from(u64::from(n) * u64::from(MONTHS.unsigned_abs()) / u64::from(of)).unwrap_or(0));
    let customer = 1 + dice.below(CUSTOMERS);
    let name = format!("{} {customer}", NAMES[customer as usize % NAMES.len()]);
    let operation = OPERATIONS[dice.below(6) as usize];
    let [day, hour, minute, second] = [27, 24, 60, 60].map(|most| dice.below(most));
    // As the vendor writes them: letters that follow each other at random, so that no part is in all records.
    let correlation = [n.wrapping_mul(0x9e37_79b1), dice.below(u32::MAX), dice.below(u32::MAX)];
    let correlation: Vec<String> = correlation.map(|part| format!("{part:08x}")).to_vec();
    let correlation = correlation.join("-");
    json!({
        "id": format!("record-{n}"),
        "customerId": tenant(customer),
        "customerName": name,
        "userPrincipalName": format!("agent{}@f.example", dice.below(300)),
        "resourceType": "order",
        "resourceOldValue": format!("{{\"Quantity\":{},\"Reference\":\"{:08x}\"}}", dice.below(900), dice.below(u32::MAX)),
        "resourceNewValue": format!("{{\"Quantity\":{},\"FriendlyName\":\"{name} 訂閱\",\"Offer\":\"Product {}\"}}", dice.below(900), dice.below(80)),
        "operationType": operation,
        "operationDate": format!("{}-{:02}T{hour:02}:{minute:02}:{second:02}.{:07}Z", month, day + 1, n % 9_999_999),
        "operationStatus": if dice.below(30) == 0 { "failed" } else { "succeeded" },
        "customizedData": [{ "key": "CorrelationId", "value": correlation }],
        "attributes": { "objectType": "AuditRecord" },
    })
}

/// What people look for, from everywhere to nowhere, over all of the log and in the month that the page opens with.
fn searches() -> Vec<(&'static str, ActivityFilter)> {
    let (from, to) = (month(0).first_day().parse().ok(), month(MONTHS).first_day().parse().ok());
    let all = || ActivityFilter { from, to, ..ActivityFilter::default() };
    let text = |search: &str| ActivityFilter { search: search.into(), ..all() };
    let customer = |customer: &str| ActivityFilter { customer: customer.into(), ..all() };
    vec![
        ("as opened", ActivityFilter::default()),
        ("as opened, one word", ActivityFilter { search: "Product 7".into(), ..ActivityFilter::default() }),
        ("all days", all()),
        ("all days, failed", ActivityFilter { status: "failed".into(), ..all() }),
        ("all days, one operation", ActivityFilter { operation: "create_order".into(), ..all() }),
        ("all days, one person", ActivityFilter { actor: "agent7@f.example".into(), ..all() }),
        ("all days, customers by name", customer("contoso")),
        ("all days, one customer", customer("Fabrikam 4711")),
        ("all days, customers by two letters", customer("遠東")),
        ("all days, a word that is everywhere", text("quantity")),
        ("all days, a word of some", text("Product 77")),
        ("all days, two letters, everywhere", text("訂閱")),
        ("all days, three letters, some", text("旅行社")),
        ("all days, two letters, nowhere", text("貓狗")),
        ("all days, a word of one record", text(&format!("{:08x}", 0xabcd_u32.wrapping_mul(0x9e37_79b1)))),
        ("all days, nowhere", text("no such thing")),
        ("all days, failed, a word of some", ActivityFilter { status: "failed".into(), ..text("Product 77") }),
        (
            "all days, a person, a word of some",
            ActivityFilter { actor: "agent7@f.example".into(), ..text("Product 77") },
        ),
    ]
}

//! The activity log: what the partner's people did to a customer, as the API's audit records tell it.

use super::{
    rows::Of,
    subscription::{Snapshot, State},
};
use jiff::{ToSpan, civil::Date};
use serde_json::{Value, json};

/// Who does it.
const AGENTS: [&str; 4] = [
    "mei.lin@fabrikam.example",
    "omar.haddad@fabrikam.example",
    "billing.desk@fabrikam.example",
    "ana.costa@fabrikam.example",
];

impl Of<'_> {
    /// What was done to the subscription, and that its customer was added where it is the first of it.
    pub(super) fn done(&self, out: &mut Vec<u8>) -> u64 {
        let mut rows = 0;
        let mut before: Option<&Snapshot> = None;
        for snapshot in &self.subscription.snapshots {
            let day = self.day(snapshot.month);
            // What was there before the first month nobody added.
            if before.is_none() && snapshot.month > 0 {
                if self.is_first() {
                    self.record(
                        out,
                        day,
                        "add_customer",
                        "customer",
                        &Value::Null,
                        &json!({ "Name": self.customer.name }),
                    );
                    rows += 1;
                }
                let order = json!({ "Offer": self.subscription.product.sku, "Quantity": snapshot.seats });
                self.record(out, day, "create_order", "order", &Value::Null, &order);
                rows += 1;
            }
            if let Some(before) = before {
                for (changed, old, new) in [
                    (snapshot.change != 0, json!({ "Quantity": before.seats }), json!({ "Quantity": snapshot.seats })),
                    (
                        snapshot.state != before.state && snapshot.state != State::Deprovisioned,
                        json!({ "Status": before.state.text() }),
                        json!({ "Status": snapshot.state.text() }),
                    ),
                ] {
                    if changed {
                        self.record(out, day, "update_subscription", "subscription", &old, &new);
                        rows += 1;
                    }
                }
                if snapshot.assigned > before.assigned {
                    let people = json!({ "Assigned": snapshot.assigned - before.assigned });
                    self.record(out, day, "update_customer_user_licenses", "license", &Value::Null, &people);
                    rows += 1;
                }
            }
            before = Some(snapshot);
        }
        rows
    }

    fn is_first(&self) -> bool {
        let first = |months: &[Snapshot]| months.first().map(|snapshot| snapshot.month);
        let oldest = self.customer.subscriptions.iter().min_by_key(|it| first(&it.snapshots));
        oldest.is_some_and(|oldest| oldest.id == self.subscription.id)
    }

    /// A working hour of a month; the subscription's id says which.
    fn day(&self, month: usize) -> Date {
        let number = self.number() + i64::try_from(month).unwrap_or(0) * 11;
        self.calendar.months[month].first.saturating_add((number % 27).days())
    }

    fn number(&self) -> i64 {
        self.subscription.id.bytes().map(i64::from).sum()
    }

    fn record(&self, out: &mut Vec<u8>, day: Date, operation: &str, resource: &str, old: &Value, new: &Value) {
        let number = self.number() + i64::try_from(out.len() % 997).unwrap_or(0);
        let agent = AGENTS[usize::try_from(number % 4).unwrap_or(0)];
        let text = |value: &Value| (!value.is_null()).then(|| value.to_string());
        let at = format!(
            "{day}T{:02}:{:02}:{:02}.{:07}Z",
            1 + number % 9,
            number % 60,
            number * 7 % 60,
            number * 7919 % 9_999_999
        );
        let record = json!({
            "id": format!("{}-{day}-{operation}-{}", self.subscription.id, old.to_string().len() + new.to_string().len()),
            "customerId": self.customer.tenant,
            "customerName": self.customer.name,
            "userPrincipalName": agent,
            "resourceType": resource,
            "resourceOldValue": text(old),
            "resourceNewValue": text(new),
            "operationType": operation,
            "operationDate": at,
            "operationStatus": if number % 23 == 0 { "failed" } else { "succeeded" },
            "customizedData": [{ "key": "SubscriptionId", "value": self.subscription.id }],
            "attributes": { "objectType": "AuditRecord" },
        });
        if !out.ends_with(b"[") {
            out.extend_from_slice(b",\n");
        }
        out.extend_from_slice(record.to_string().as_bytes());
    }
}

//! The form of an order, read leniently: what cannot be read is left as it stands in an empty form, and shown so.

use app::plain::OrderForm;
use domain::extract;
use model::{
    Dataset, Delivery, Every, FileCondition, FileFormat, FileHow, FileOrder, FilePeriod, Month, MonthRange, pairs,
};

/// Whether it is to be kept rather than made.
pub(super) fn keeps(sent: &str) -> bool {
    pairs(sent).iter().any(|(name, value)| name == "act" && value == "keep")
}

/// What is filled in. Three fields after one another make a condition.
pub(super) fn of(sent: &str) -> OrderForm {
    let sent = pairs(sent);
    let of = |name: &str| sent.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str());
    let known = |it: &Dataset| extract::columns(*it).is_some();
    let dataset = Dataset::from_key(of("dataset")).filter(known).unwrap_or(Dataset::LicenseDeployment);
    let month = |name: &str| of(name).parse::<Month>().ok();
    let period = match (of("period"), month("from"), month("to")) {
        ("between", Some(from), Some(to)) => FilePeriod::Months(MonthRange::between(from, to)),
        ("between", Some(only), None) | ("between", None, Some(only)) => {
            FilePeriod::Months(MonthRange::between(only, only))
        }
        (count, ..) => count.parse().map_or(FilePeriod::All, FilePeriod::Newest),
    };
    let columns = sent.iter().filter(|(name, _)| name == "column").map(|(_, it)| it.clone()).collect();
    let mut conditions: Vec<FileCondition> = Vec::new();
    for (name, value) in &sent {
        match (name.as_str(), conditions.last_mut()) {
            ("where", _) => {
                conditions.push(FileCondition { column: value.clone(), how: FileHow::Is, value: String::new() });
            }
            ("how", Some(last)) => last.how = FileHow::from_key(value).unwrap_or(FileHow::Is),
            ("value", Some(last)) => last.value.clone_from(value),
            _ => {}
        }
    }
    conditions.retain(|it| !it.column.is_empty());
    OrderForm {
        name: of("name").to_owned(),
        order: FileOrder {
            dataset,
            columns,
            period,
            conditions,
            format: FileFormat::from_key(of("format")).unwrap_or(FileFormat::Xlsx),
            query: None,
        },
        every: Every::from_key(of("every")),
        delivery: Delivery::from_key(of("delivery")).unwrap_or(Delivery::List),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_it_was_filled_in() {
        let form = of(
            "dataset=AzureUsage&name=a+b&format=parquet&period=between&from=2026-10&to=2026-09&column=Month&column=ACR_USD\
             &where=ServiceLevel1&how=contains&value=x%26y&where=&how=is&value=lost&every=week&delivery=mail&act=keep",
        );
        assert_eq!(
            (form.name.as_str(), form.order.dataset, form.order.format),
            ("a b", Dataset::AzureUsage, FileFormat::Parquet)
        );
        assert_eq!(form.order.columns, ["Month", "ACR_USD"]);
        let months = MonthRange::between("2026-09".parse().unwrap(), "2026-10".parse().unwrap());
        assert_eq!(form.order.period, FilePeriod::Months(months));
        let one = FileCondition { column: "ServiceLevel1".into(), how: FileHow::Contains, value: "x&y".into() };
        assert_eq!(form.order.conditions, [one]);
        assert_eq!((form.every, form.delivery), (Some(Every::Week), Delivery::Mail));
    }

    #[test]
    fn what_cannot_be_read_is_as_in_an_empty_form() {
        for wrong in ["", "dataset=Profile&period=x&format=exe&how=is&value=1", "%ff&&=&column"] {
            let form = of(wrong);
            assert_eq!(form.order.dataset, Dataset::LicenseDeployment, "{wrong}");
            assert_eq!((form.order.period, form.order.format), (FilePeriod::All, FileFormat::Xlsx), "{wrong}");
            assert!(form.order.conditions.is_empty(), "{wrong}");
        }
    }
}

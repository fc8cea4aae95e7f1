use super::Figures;
use domain::{Domain, access::Caller, licenses};
use model::{Band, Bands, LicenseFilter, Month, MonthRange, Percent, Seats};
use serde_json::{Map, Value, json};

pub(crate) async fn figures(domain: &Domain, caller: &Caller, month: Month) -> Figures {
    let filter = LicenseFilter { months: Some(MonthRange { from: month, to: month }), ..LicenseFilter::default() };
    let report = licenses::report(domain, caller, &filter).await?;
    let customers = licenses::all_customers(domain, caller, &filter).await?;
    let mut figures = seats(report.now());
    let by = |name: &str, slices: &[model::Slice], keep: fn(Seats) -> Map<String, Value>| -> Value {
        slices
            .iter()
            .map(|slice| {
                let mut row = Map::from_iter([(name.to_owned(), json!(slice.name))]);
                row.extend(keep(slice.seats));
                Value::Object(row)
            })
            .collect()
    };
    figures.insert("by_product".into(), by("product", &report.by_product, deployment));
    figures.insert("by_workload".into(), by("workload", &report.by_workload, usage));
    figures.insert("bands_deployment".into(), bands(&report.bands_deployment));
    figures.insert("bands_usage".into(), bands(&report.bands_usage));
    let without = json!({
        "deployment": report.bands_deployment.without_value,
        "usage": report.bands_usage.without_value,
    });
    figures.insert("without_value".into(), without);
    let customers = customers.rows.into_iter().map(|row| {
        let mut object = Map::from_iter([("id".into(), json!(row.id)), ("name".into(), json!(row.name))]);
        object.extend(seats(row.seats));
        Value::Object(object)
    });
    figures.insert("customers".into(), customers.collect());
    Ok(Value::Object(figures))
}

fn seats(seats: Seats) -> Map<String, Value> {
    let mut all = deployment(seats);
    all.extend(usage(seats));
    all
}

fn deployment(seats: Seats) -> Map<String, Value> {
    Map::from_iter([
        ("sold".into(), json!(seats.sold)),
        ("assigned".into(), json!(seats.assigned)),
        ("deployment_percent".into(), percent(seats.deployment())),
    ])
}

fn usage(seats: Seats) -> Map<String, Value> {
    Map::from_iter([
        ("active".into(), json!(seats.active)),
        ("qualified".into(), json!(seats.qualified)),
        ("usage_percent".into(), percent(seats.usage())),
    ])
}

fn percent(percent: Option<Percent>) -> Value {
    json!(percent)
}

fn bands(bands: &Bands) -> Value {
    Value::Object(Band::ALL.iter().map(|band| (band.key().to_owned(), json!(bands.of(*band)))).collect())
}

//! The API does what its description says.

use crate::{
    edge::programs::{DESCRIPTION, is_alone},
    testing::{Answer, TestServer},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::tokens::{self, NewToken};
use model::{Program, Role, TokenScope};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const TENANT: &str = "00000000-0000-4000-8000-000000000001";

fn described() -> Value {
    serde_json::from_str(include_str!("openapi.json")).unwrap()
}

struct Script {
    server: TestServer,
    token: String,
}

impl Script {
    async fn new(scopes: &[TokenScope]) -> Self {
        let server = TestServer::with(|_| {}).await;
        let account = server.account("9100001", "Northwind", &[Program::CspIndirectProvider]).await;
        server.sign_in_to(account, "a@n.example", &[Role::PartnerAdmin]).await;
        server.import_figures(account, TENANT, "Fabrikam").await;
        let new = NewToken { name: "test".into(), scopes: scopes.iter().copied().collect(), days: 90 };
        let made = tokens::make_on_host(&server.domain, account, "a@n.example", &new).await.unwrap();
        Self { server, token: made.token.text().to_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        self.server.send(request.body(Body::empty()).unwrap()).await
    }
}

/// Whether a value is what the description says of one of its schemas.
fn check(name: &str, value: &Value) {
    let schema = json!({ "$ref": format!("#/components/schemas/{name}"), "components": described()["components"] });
    let wrong: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(value)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{name}: {wrong:?} in {value}");
}

#[test]
fn every_route_is_described_and_only_those() {
    let described = described();
    let paths = described["paths"].as_object().unwrap();
    let told: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, verbs)| verbs.as_object().unwrap().keys().map(|verb| (verb.to_uppercase(), path.clone())))
        .collect();
    let there: BTreeSet<_> =
        super::edges().into_iter().map(|edge| (edge.method.to_owned(), edge.path.to_owned())).collect();
    assert_eq!(there, told);
    assert!(there.iter().all(|(_, path)| is_alone(path)));
}

#[tokio::test]
async fn answers_are_as_described() {
    let program = Script::new(&[TokenScope::Api, TokenScope::Import]).await;
    let described = described();
    for (path, verbs) in described["paths"].as_object().unwrap() {
        let Some(schema) = verbs["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].as_str()
        else {
            continue;
        };
        let imports = program.get("/api/v1/imports").await;
        let first: Value = serde_json::from_str(&imports.body).unwrap();
        let id = first["imports"][0]["id"].as_str().unwrap();
        let answer = program.get(&format!("{}?month=2026-10", path.replace("{id}", id))).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
        let value: Value = serde_json::from_str(&answer.body).unwrap();
        check(schema.rsplit('/').next().unwrap(), &value);
    }
    let answer = program.get("/api/v1/users?search=a@n").await;
    assert!(answer.body.contains("partner_admin"), "{}", answer.body);
}

#[tokio::test]
async fn errors_are_problems_that_say_what_to_do() {
    let program = Script::new(&[TokenScope::Api]).await;
    let stranger = program.server.ask("GET", "/api/v1/users", None, None).await;
    for (answer, status, says) in [
        (program.get("/api/v1/reports/licenses").await, StatusCode::BAD_REQUEST, "month is missing"),
        (program.get("/api/v1/reports/azure?from=soon").await, StatusCode::BAD_REQUEST, "2026-10"),
        (program.get("/api/v1/imports").await, StatusCode::FORBIDDEN, "token"),
        (program.get("/api/v1/nothing").await, StatusCode::FORBIDDEN, ""),
        (program.server.ask("GET", "/api/v1/nothing", None, None).await, StatusCode::NOT_FOUND, "Not Found"),
        (stranger, StatusCode::UNAUTHORIZED, "sign"),
    ] {
        assert_eq!(answer.status, status, "{}", answer.body);
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
        let value: Value = serde_json::from_str(&answer.body).unwrap();
        check("Problem", &value);
        assert_eq!(value["status"], status.as_u16());
        assert!(value["detail"].as_str().unwrap().to_lowercase().contains(&says.to_lowercase()), "{value}");
    }
}

#[tokio::test]
async fn anybody_reads_the_description_and_a_session_opens_nothing() {
    let program = Script::new(&[TokenScope::Api]).await;
    let open = program.server.ask("GET", DESCRIPTION, None, None).await;
    assert_eq!(
        (open.status, open.headers[header::CONTENT_TYPE].as_bytes()),
        (StatusCode::OK, &b"application/json"[..])
    );
    let cookie = program.server.sign_in("b@f.example", &[Role::PartnerAdmin]).await;
    let asked = program.server.ask("GET", "/api/v1/users", Some(&cookie), None).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
}

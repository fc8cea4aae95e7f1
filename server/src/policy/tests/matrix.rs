//! Everybody tries every row of the table, with what is their account's, another's and nobody's. What comes back is compared
//! with the oracle, and every byte of it searched for what belongs to another account.

use super::{
    super::{Needs, POLICY, Policy},
    oracle::{Fate, fate, knows, names_a_thing},
    world::{Has, Home, Principal, World},
};
use crate::testing::Answer;
use axum::http::{StatusCode, header};
use model::{Program, Role, TokenScope};

/// What became of a request.
fn became(answer: &Answer) -> Fate {
    let to = answer.headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap());
    let stale = answer.body.contains("needs_fresh_sign_in") || answer.body.contains("needs a fresh sign-in");
    match answer.status {
        StatusCode::UNAUTHORIZED => Fate::SignIn,
        _ if to == "/sign-in" || to.starts_with("/sign-in?") => Fate::SignIn,
        _ if to.ends_with("failed=fresh") => Fate::Stale,
        StatusCode::FORBIDDEN if stale => Fate::Stale,
        StatusCode::FORBIDDEN => Fate::Refused,
        StatusCode::NOT_FOUND => Fate::Missing,
        _ => Fate::In,
    }
}

/// Whether a row is tried here: not those that end the session of who asks, which have tests of their own.
fn is_tried(row: &Policy) -> bool {
    knows(row.path) && !(row.method == "POST" && matches!(row.path, "/sign-in" | "/sign-out" | "/account/switch"))
}

/// What the table says of somebody, whatever the request names.
fn says(row: &Policy, who: &Principal) -> Fate {
    if let Has::Token(scope) = who.has {
        let Some(wanted) = row.token else { return Fate::Refused };
        return match scope {
            None => Fate::SignIn,
            Some(scope) if scope == wanted => Fate::In,
            Some(_) => Fate::Refused,
        };
    }
    let programs = match who.home {
        Home::Mpn => [Program::Mpn],
        Home::First | Home::Second => [Program::CspDirect],
    };
    match (row.needs, who.has) {
        (Needs::Nobody, _) => Fate::In,
        (_, Has::Nothing) => Fate::SignIn,
        (Needs::SignedIn, _) => Fate::In,
        (Needs::Permission(it), Has::Session) if !it.opened_by(&[]) => Fate::Refused,
        (Needs::Permission(it), Has::Role) if it.role() == Some(Role::PartnerAdmin) => Fate::Refused,
        (Needs::Permission(it), _)
            if [Some(it), row.also].into_iter().flatten().any(|it| !it.allowed_in(&programs)) =>
        {
            Fate::Refused
        }
        (_, Has::Stale) if row.fresh => Fate::Stale,
        _ => Fate::In,
    }
}

/// Whether a request that fared so fared as the table says: what is not there was let in.
fn agree(said: Fate, was: Fate, row: &Policy) -> bool {
    said == was || said == Fate::In && (was == Fate::Missing || was == Fate::Stale && row.path.ends_with("/revoke"))
}

/// What became of each request: the row, who asked, and the fate.
async fn tried() -> (World, Vec<(usize, usize, Fate)>) {
    let world = World::new().await;
    let mut fates = Vec::new();
    let mut wrong = Vec::new();
    for (at, who) in world.principals.iter().enumerate() {
        for (number, row) in POLICY.iter().enumerate().filter(|(_, row)| is_tried(row)) {
            let mut others = Vec::new();
            for of in if names_a_thing(row.path) { 0..3 } else { 0..1 } {
                let answer = world.ask(who, row, of).await;
                let (was, expected) = (became(&answer), fate(who.home, who.has, row.method, row.path, of));
                // The demo's door is not there when there is no demo; an import without bad rows has no quarantine.
                let nothing = matches!(row.path, "/demo" | "/settings/data/{id}/quarantine");
                if was != expected && !(nothing && expected == Fate::In && was == Fate::Missing) {
                    wrong.push(format!(
                        "{} {} ({of}) as {}: {was:?}, not {expected:?}: {} {}",
                        row.method, row.path, who.name, answer.status, answer.body
                    ));
                }
                for account in [0, 1] {
                    let own = matches!((who.home, account), (Home::First, 0) | (Home::Second, 1));
                    let seen = World::leak(&answer, account).filter(|_| !own || !matches!(was, Fate::In));
                    if let Some(canary) = seen {
                        wrong.push(format!("{} {} ({of}) tells {} of {canary}", row.method, row.path, who.name));
                    }
                }
                if expected == Fate::Missing && row.path.starts_with("/api/") {
                    others.push((answer.status, answer.body));
                }
                fates.push((number, at, was));
            }
            others.dedup();
            assert!(others.len() < 2, "another's and nobody's differ: {} {others:?}", row.path);
        }
    }
    assert!(wrong.is_empty(), "{} mismatches:\n{}", wrong.len(), wrong.join("\n"));
    (world, fates)
}

#[tokio::test]
async fn every_cell_is_as_the_oracle_says_and_every_wrong_table_is_found_out() {
    let (world, fates) = tried().await;
    assert!(fates.len() > 1_000, "{} cells", fates.len());
    let disagree = |number: usize, row: &Policy| {
        let mut cells = fates.iter().filter(|(at, _, _)| *at == number);
        cells.any(|(_, who, was)| !agree(says(row, &world.principals[*who]), *was, row))
    };
    let mut mutants = 0;
    for (number, row) in POLICY.iter().enumerate().filter(|(_, row)| is_tried(row)) {
        assert!(!disagree(number, row), "the table is wrong: {row:?}");
        for mutant in mutants_of(row) {
            mutants += 1;
            assert!(disagree(number, &mutant), "nothing shows that this is wrong: {mutant:?}");
        }
    }
    assert!(mutants > 100, "{mutants} mutants");
}

/// The row with one thing about it changed: whom it lets in, the programs, the fresh proof, the token.
fn mutants_of(row: &Policy) -> Vec<Policy> {
    let mut mutants = Vec::new();
    let gates = [
        Needs::Nobody,
        Needs::SignedIn,
        Needs::Permission(model::Permission::ManageAccount),
        Needs::Permission(model::Permission::ViewLicenses),
    ];
    let kind = |needs: Needs| match needs {
        Needs::Nobody => (0, true),
        Needs::SignedIn => (1, true),
        Needs::Permission(it) => {
            let open = it.programs().is_empty() && row.also.is_none_or(|also| also.programs().is_empty());
            (if it.role().is_some() { 2 } else { 1 }, open)
        }
    };
    mutants.extend(gates.into_iter().filter(|it| kind(*it) != kind(row.needs)).map(|needs| Policy { needs, ..*row }));
    if kind(row.needs).0 == 2 && !row.path.ends_with("/revoke") {
        mutants.push(Policy { fresh: !row.fresh, ..*row });
    }
    if row.also.is_some() {
        mutants.push(Policy { also: None, ..*row });
    }
    let tokens = [None, Some(TokenScope::Feed), Some(TokenScope::Api), Some(TokenScope::Import)];
    mutants.extend(tokens.into_iter().filter(|it| *it != row.token).map(|token| Policy { token, ..*row }));
    mutants
}

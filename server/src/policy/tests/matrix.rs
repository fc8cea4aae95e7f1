//! Everybody tries everything, with what is their account's, another's and nobody's. What comes back is compared with the
//! oracle, and every byte of it searched for what belongs to another account, or to the right that the asker lacks.

use super::{
    super::{Needs, POLICY, Policy},
    oracle::{Fate, Word, words},
    world::{Has, Home, Principal, World},
};
use crate::testing::Answer;
use axum::http::{StatusCode, header};
use model::{Permission, Program, Role, TokenScope};
use std::collections::BTreeSet;

/// What became of a request.
fn became(answer: &Answer) -> Fate {
    // Scripts are told where to go in the body.
    let told = answer.body.strip_prefix(r#"{"to":""#).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let to = answer.headers.get(header::LOCATION).map_or(told, |to| to.to_str().unwrap());
    let (page, query) = to.split_once('?').unwrap_or((to, ""));
    let stale = answer.body.contains("needs_fresh_sign_in") || answer.body.contains("needs a fresh sign-in");
    match (answer.status, page) {
        (StatusCode::UNAUTHORIZED, _) => Fate::SignIn,
        // The way out leads there too, and from a link that is no good.
        (_, "/sign-in") if !query.contains("failed=") && !answer.headers.contains_key("clear-site-data") => {
            Fate::SignIn
        }
        (_, "/sign-in/second") => Fate::Refused,
        (_, "/confirm") => Fate::Stale,
        _ if query == "failed=fresh" => Fate::Stale,
        (StatusCode::FORBIDDEN, _) if stale => Fate::Stale,
        (StatusCode::FORBIDDEN, _) => Fate::Refused,
        (StatusCode::NOT_FOUND, _) => Fate::Missing,
        _ => Fate::In,
    }
}

/// What the table says of somebody, whatever the request names.
fn says(row: &Policy, who: &Principal) -> Fate {
    let programs = match who.home {
        Home::Mpn => [Program::Mpn],
        Home::First => [Program::CspDirect],
        Home::Second => [Program::CspIndirectProvider],
    };
    let closed = |it: Permission| !it.allowed_in(&programs);
    if let Has::Token(scope) = who.has {
        let Some(wanted) = row.token else { return Fate::Refused };
        return match scope {
            None => Fate::SignIn,
            Some(scope) if scope == wanted && !row.also.is_some_and(closed) => Fate::In,
            Some(_) => Fate::Refused,
        };
    }
    if row.alone {
        return Fate::SignIn;
    }
    match (row.needs, who.has) {
        (Needs::Nobody, _) => Fate::In,
        (_, Has::Nothing) => Fate::SignIn,
        (Needs::Permission(it), Has::Session) if !it.opened_by(&[]) => Fate::Refused,
        (Needs::Permission(it), Has::Role) if it != Permission::OwnProfile => Fate::Refused,
        (Needs::SignedIn, Has::Role) if row.fresh => Fate::Refused,
        (Needs::Permission(it), _) if closed(it) || row.also.is_some_and(closed) => Fate::Refused,
        (_, Has::Stale) if row.fresh => Fate::Stale,
        _ => Fate::In,
    }
}

/// Whether a request that fared so fared as the table says: what is not there was let in.
fn agree(said: Fate, was: Fate, row: &Policy) -> bool {
    said == was || said == Fate::In && (was == Fate::Missing || was == Fate::Stale && row.path.ends_with("/revoke"))
}

/// A request: its line of the oracle, who asked, and what became of it.
type Cell = (usize, usize, Fate);

async fn tried(words: &[Word]) -> (World, Vec<Cell>) {
    let world = World::new().await;
    let (mut cells, mut wrong) = (Vec::new(), Vec::new());
    for (at, who) in world.principals.iter().enumerate() {
        for (number, word) in words.iter().enumerate() {
            let mut others = BTreeSet::new();
            for of in if word.names_a_thing() { 0..3 } else { 0..1 } {
                let answer = world.ask(who, word, of).await;
                let (was, expected) = (became(&answer), word.fate(who, of));
                let request = format!("{} {} ({of}) as {}", word.method, word.path, who.name);
                if was != expected {
                    let (status, body) = (answer.status, &answer.body);
                    wrong.push(format!("{request}: {was:?}, not {expected:?}: {status} {:?} {body}", answer.headers));
                }
                for account in [0, 1] {
                    let own = matches!((who.home, account), (Home::First, 0) | (Home::Second, 1));
                    let may = matches!(who.has, Has::All | Has::Stale | Has::Token(Some(_)));
                    let seen = World::leak(&answer, account).filter(|_| !(own && may && was == Fate::In));
                    wrong.extend(seen.map(|canary| format!("{request} tells of {canary}")));
                }
                if expected == Fate::Missing && word.path.starts_with("/api/") {
                    others.insert((answer.status, answer.body));
                }
                cells.push((number, at, was));
            }
            assert!(others.len() < 2, "another's and nobody's differ: {} {others:?}", word.path);
        }
    }
    assert!(wrong.is_empty(), "{} mismatches:\n{}", wrong.len(), wrong.join("\n"));
    (world, cells)
}

#[tokio::test]
async fn every_cell_is_as_the_oracle_says_and_every_wrong_table_is_found_out() {
    let words = words();
    let at = |row: &Policy| words.iter().position(|word| (word.method, word.path) == (row.method, row.path));
    let silent: Vec<_> = POLICY.iter().filter(|row| at(row).is_none()).map(|row| (row.method, row.path)).collect();
    assert!(silent.is_empty(), "the oracle has no word on {silent:?}");
    assert_eq!(words.len(), POLICY.len(), "the oracle speaks of what is not there, or twice");
    let (everybody, cells) = tried(&words).await;
    assert!(cells.len() > 3_500, "{} cells", cells.len());
    let disagree = |row: &Policy| {
        let number = at(row);
        let mut cells = cells.iter().filter(|(cell, ..)| Some(*cell) == number);
        cells.any(|(_, who, was)| !agree(says(row, &everybody.principals[*who]), *was, row))
    };
    let mut mutants = 0;
    for row in POLICY {
        let word = &words[at(row).unwrap()];
        assert!(word.names(row) && !disagree(row), "the table is wrong: {row:?}");
        for mutant in mutants_of(row) {
            mutants += 1;
            assert!(disagree(&mutant), "nothing shows that this is wrong: {mutant:?}");
        }
        // What the same people may anyway looks the same from outside: those are told apart by name.
        for needs in Permission::ALL.map(Needs::Permission).into_iter().filter(|needs| *needs != row.needs) {
            mutants += 1;
            assert!(!word.names(&Policy { needs, ..*row }), "{} may ask for {needs:?}", row.path);
        }
    }
    println!("{} cells, {mutants} mutants", cells.len());
}

/// Who gets past: nobody in particular, whoever is signed in, every member, admins, admins of resellers.
fn kind(row: &Policy) -> (u8, bool) {
    let reseller = |it: Permission| !it.programs().is_empty();
    match row.needs {
        Needs::Nobody => (0, false),
        Needs::SignedIn if !row.fresh => (1, false),
        Needs::Permission(it) if it.role() == Some(Role::PartnerAdmin) => {
            (3, reseller(it) || row.also.is_some_and(reseller))
        }
        Needs::SignedIn | Needs::Permission(_) => (2, false),
    }
}

/// The row with one thing about it changed that shows: whom it lets in, the programs, the fresh proof, the token.
fn mutants_of(row: &Policy) -> Vec<Policy> {
    let gates = [
        Needs::Nobody,
        Needs::SignedIn,
        Needs::Permission(Permission::RequestAccess),
        Needs::Permission(Permission::ManageAccount),
        Needs::Permission(Permission::ViewLicenses),
    ];
    let gates = gates.map(|needs| Policy { needs, ..*row });
    // Where only tokens are taken, what sessions may is told by name alone.
    let mut mutants: Vec<_> = gates.into_iter().filter(|it| !row.alone && kind(it) != kind(row)).collect();
    if row.needs != Needs::Nobody && !row.alone && !row.path.ends_with("/revoke") {
        mutants.push(Policy { fresh: !row.fresh, ..*row });
    }
    // The tokens of this world are a direct partner's: where those may nothing, their scopes show nowhere.
    let tokens_may = row.also.is_none_or(|it| it.allowed_in(&[Program::CspDirect]));
    if row.also.is_some() && !(row.alone && tokens_may) {
        mutants.push(Policy { also: None, ..*row });
    }
    let tokens = [None, Some(TokenScope::Feed), Some(TokenScope::Api), Some(TokenScope::Import)];
    if row.token.is_some() {
        mutants.push(Policy { alone: !row.alone, ..*row });
    }
    mutants.extend(
        tokens
            .into_iter()
            .filter(|it| *it != row.token && (tokens_may || row.token.is_none()))
            .map(|token| Policy { token, ..*row }),
    );
    mutants
}

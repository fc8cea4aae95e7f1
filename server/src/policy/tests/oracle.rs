//! Who may what, written down a second time and apart from the table (in `oracle.txt`): the two must say the same.

use super::{
    super::{Needs, Policy},
    world::{Has, Home, Principal},
};
use model::TokenScope;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is let in.
    In,
    /// It is let in, and what it names is not there: another account's and nobody's alike.
    Missing,
    /// It is sent to sign in.
    SignIn,
    /// It is refused.
    Refused,
    /// It is refused until the person proves again who they are.
    Stale,
}

/// A line of the text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    who: &'static str,
    marks: Vec<&'static str>,
}

/// All of them.
pub(super) fn words() -> Vec<Word> {
    let lines = include_str!("oracle.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let word = |line: &'static str| {
        let mut parts = line.split(' ');
        let mut next = || parts.next().unwrap_or_else(|| panic!("{line}"));
        let (method, path, who) = (next(), next(), next());
        Word { method, path, who, marks: parts.collect() }
    };
    lines.map(word).collect()
}

impl Word {
    fn has(&self, mark: &str) -> bool {
        self.marks.contains(&mark)
    }

    /// Whether a row asks for what this says, by name.
    pub(super) fn names(&self, row: &Policy) -> bool {
        let needs = match row.needs {
            Needs::Nobody => "everybody".to_owned(),
            Needs::SignedIn if row.fresh => "own".to_owned(),
            Needs::SignedIn => "member".to_owned(),
            Needs::Permission(permission) => format!("{permission:?}"),
        };
        (row.method, row.path, needs.as_str()) == (self.method, self.path, self.who)
    }

    /// Whether requests are sent about the things of each account, and of none.
    pub(super) fn names_a_thing(&self) -> bool {
        self.has("thing") || self.has("account")
    }

    /// What becomes of it when somebody asks about the things of the first account (0), of the second (1) or of none.
    pub(super) fn fate(&self, who: &Principal, of: usize) -> Fate {
        let absent = self.has("absent") || self.has("absent-when-in") && who.has != Has::Nothing;
        let allowed = if absent { Fate::Missing } else { Fate::In };
        if let Has::Token(scope) = who.has {
            let wanted = self.marks.iter().find_map(|mark| TokenScope::from_key(mark));
            return match (wanted, scope) {
                (None, _) => Fate::Refused,
                (_, None) => Fate::SignIn,
                // Tokens are of the first account.
                (wanted, scope) if wanted == scope && of != 0 && self.names_a_thing() => Fate::Missing,
                // A direct partner's.
                (wanted, scope) if wanted == scope && self.has("resellers") => Fate::Refused,
                (wanted, scope) if wanted == scope => allowed,
                _ => Fate::Refused,
            };
        }
        if self.has("alone") {
            return Fate::SignIn;
        }
        let stale = who.has == Has::Stale;
        match (self.who, who.has) {
            ("everybody", _) => return allowed,
            (_, Has::Nothing) => return Fate::SignIn,
            ("member", _) if self.has("account") && !who.member.contains(&of) => return Fate::Missing,
            ("member", _) => return allowed,
            (_, Has::Role) => return Fate::Refused,
            ("own", Has::Stale) => return Fate::Stale,
            ("own" | "ReadNotices" | "RequestAccess" | "OwnViews", _) => return allowed,
            (_, Has::Session) => return Fate::Refused,
            _ => {}
        }
        let closed = match who.home {
            Home::Mpn => {
                self.who == "ViewLicenses"
                    || ["customers", "growth", "resellers", "direct"].iter().any(|it| self.has(it))
            }
            Home::First => self.has("resellers"),
            Home::Second => self.has("direct"),
        };
        if closed {
            return Fate::Refused;
        }
        if stale && self.has("fresh") {
            return Fate::Stale;
        }
        match matches!((who.home, of), (Home::First, 0) | (Home::Second, 1)) {
            false if self.has("thing") => Fate::Missing,
            true if stale && self.has("fresh-if-there") => Fate::Stale,
            _ => allowed,
        }
    }
}

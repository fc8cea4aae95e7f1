use super::*;
use Permission::{
    OwnProfile, OwnViews, ReadFeed, ReadNotices, RequestAccess, ViewActivity, ViewGrowth, ViewLicenses, ViewResellers,
};
use Program::{CspDirect, CspIndirectProvider, CspIndirectReseller};
use std::fmt::Write as _;

/// The table as documentation: a change to it is seen in review. Regenerate with `UPDATE_DOCS=1 cargo test -p model`.
#[test]
fn the_printed_table_is_the_table() {
    let mut page = String::from(
        "# Roles, programs and permissions\n\nPrinted from `app/model/src/permission.rs` by its test.\n\n| permission | role that opens it | programs of which the account needs one |\n|---|---|---|\n",
    );
    for p in Permission::ALL {
        let role = p.role().map_or("every member", Role::key);
        let programs: Vec<_> = p.programs().iter().map(|p| p.key()).collect();
        let programs = if programs.is_empty() { "any".to_owned() } else { programs.join(", ") };
        writeln!(page, "| {p:?} | {role} | {programs} |").unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "docs/permissions.md is out of date");
}

/// The rule, written a second time: one role opens everything but one's own; figures of customers take a reseller program.
fn ought(permission: Permission, roles: &[Role], programs: &[Program]) -> bool {
    let of: &[Program] = match permission {
        ViewLicenses | ViewActivity => &[CspDirect, CspIndirectProvider, CspIndirectReseller],
        ViewGrowth => &[CspDirect, CspIndirectProvider],
        ViewResellers => &[CspIndirectProvider],
        ReadFeed => &[CspDirect],
        _ => &Program::ALL,
    };
    let own = matches!(permission, OwnProfile | OwnViews | ReadNotices | RequestAccess);
    let account = programs.iter().any(|program| of.contains(program)) || of.len() == Program::ALL.len();
    account && (own || roles.contains(&Role::PartnerAdmin))
}

/// A table of who may what.
type Table<'a> = &'a dyn Fn(Permission, &[Role], &[Program]) -> bool;

/// How many people in how many accounts some table treats otherwise than they ought to be.
fn wrong(may: Table<'_>) -> usize {
    let mut people: Vec<Vec<Role>> = Role::ALL.iter().map(|role| vec![*role]).collect();
    people.push(Vec::new());
    people.push(Role::ALL.to_vec());
    people.push(Role::ALL.iter().copied().filter(|role| *role != Role::PartnerAdmin).collect());
    let subset = |bits: usize| {
        Program::ALL.into_iter().enumerate().filter_map(move |(n, it)| (bits >> n & 1 == 1).then_some(it))
    };
    let accounts: Vec<Vec<Program>> = (0..1 << Program::ALL.len()).map(|bits| subset(bits).collect()).collect();
    let differs = |p: Permission| {
        let cells = people.iter().flat_map(|roles| accounts.iter().map(move |programs| (roles, programs)));
        cells.filter(|(roles, programs)| may(p, roles, programs) != ought(p, roles, programs)).count()
    };
    Permission::ALL.into_iter().map(differs).sum()
}

#[test]
fn the_table_is_as_it_ought_to_be_and_no_other_is() {
    let may = |p: Permission, roles: &[Role], programs: &[Program]| p.opened_by(roles) && p.allowed_in(programs);
    assert_eq!(wrong(&may), 0);
    let mut mutants = 0;
    let mut killed = |what: &str, p: Permission, mutant: &dyn Fn(&[Role], &[Program]) -> bool| {
        mutants += 1;
        let table = |it: Permission, roles: &[Role], programs: &[Program]| {
            if it == p { mutant(roles, programs) } else { may(it, roles, programs) }
        };
        assert!(wrong(&table) > 0, "nothing shows that this is wrong: {p:?} {what}");
    };
    for p in Permission::ALL {
        for role in Role::ALL.iter().copied().filter(|role| Some(*role) != p.role()) {
            killed(role.key(), p, &|roles, programs| roles.contains(&role) && p.allowed_in(programs));
            if p.role().is_some() {
                let either = |roles: &[Role]| p.opened_by(roles) || roles.contains(&role);
                killed(role.key(), p, &|roles, programs| either(roles) && p.allowed_in(programs));
            }
        }
        if p.role().is_some() {
            killed("opens to every member", p, &|_, programs| p.allowed_in(programs));
            killed("opens to any role", p, &|roles, programs| !roles.is_empty() && p.allowed_in(programs));
        }
        killed("opens to nobody", p, &|_, _| false);
        for program in Program::ALL {
            let swapped = |programs: &[Program]| {
                let others = p.programs().iter().filter(|it| **it != program);
                let added = Some(&program).filter(|it| !p.programs().contains(it));
                others.chain(added).any(|it| programs.contains(it))
            };
            killed(program.key(), p, &|roles, programs| p.opened_by(roles) && swapped(programs));
        }
        if !p.programs().is_empty() {
            killed("opens in any program", p, &|roles, _| p.opened_by(roles));
        }
        if p.programs().len() > 1 {
            let all = |programs: &[Program]| p.programs().iter().all(|it| programs.contains(it));
            killed("takes all its programs", p, &|roles, programs| p.opened_by(roles) && all(programs));
        }
    }
    assert!(mutants > 400, "{mutants}");
}

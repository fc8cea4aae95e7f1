//! What can be found: what the server answers, and the pages and reports that the visitor may open.

use crate::{
    routes::to,
    text::{FindText, Text},
    visit::here,
};
use model::{Found, InsightPage, Permission, Visitor};

/// One thing to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    /// Its name.
    pub(crate) name: String,
    /// What tells it from others of that name.
    pub(crate) more: String,
    /// Its address.
    pub(crate) href: String,
    /// Whether the server makes it alone: a file, a page without the browser's program.
    pub(crate) external: bool,
}

/// Things of one kind, with what the kind is called.
pub(crate) type Group = (&'static str, Vec<Way>);

/// How many pages, and how many reports, are shown at most.
const MOST: usize = 8;

/// Everything found, kind by kind; kinds without anything are left out.
pub(crate) fn groups(text: &'static Text, visitor: &Visitor, typed: &str, found: Found) -> Vec<Group> {
    let t = text.find();
    let may = |it: &Permission| it.opened_by(&visitor.roles) && it.allowed_in(&visitor.programs);
    let wanted = typed.trim().to_lowercase();
    let named = |ways: Vec<(Way, Permission)>| {
        let ways = ways.into_iter().filter(|(_, permission)| may(permission)).map(|(way, _)| way);
        // By its address, too, where that is more than a letter or two that every address has.
        let addressed = |way: &Way| wanted.len() > 2 && way.href.contains(&wanted);
        let ways = ways.filter(|way| way.name.to_lowercase().contains(&wanted) || addressed(way));
        ways.take(MOST).collect::<Vec<_>>()
    };
    let customers = found.customers.into_iter().map(|it| Way {
        name: it.name,
        more: if it.domain.is_empty() { it.tenant.clone() } else { it.domain },
        href: to::customer(&it.tenant),
        external: false,
    });
    let people = found.people.into_iter().map(|it| Way {
        name: it.name,
        more: it.email,
        href: to::person(it.id),
        external: false,
    });
    let all = pages(text);
    let views =
        found.views.into_iter().filter(|view| all.iter().any(|(way, may_open)| way.href == view.page && may(may_open)));
    let views = views.map(|view| Way {
        more: page_name(text, &view.page),
        href: view.address(),
        name: view.name,
        external: false,
    });
    let groups = [
        (t.views, views.collect()),
        (t.customers, customers.collect()),
        (t.pages, named(all)),
        (t.reports, named(reports(t))),
        (t.people, people.collect()),
    ];
    groups.into_iter().filter(|(_, ways)| !ways.is_empty()).collect()
}

/// What a page is called, by its path.
pub(crate) fn page_name(text: &'static Text, path: &str) -> String {
    let page = pages(text).into_iter().find(|(way, _)| way.href == path);
    page.map_or_else(|| path.to_owned(), |(way, _)| way.name)
}

fn pages(text: &'static Text) -> Vec<(Way, Permission)> {
    use Permission::{
        ApiTokens, DecideRequests, Export, Import, ManageAccount, ManagePeople, OwnProfile, OwnViews, ReadAudit,
        ReadNotices, ReviewAccess, ViewActivity, ViewLicenses,
    };
    let (n, t) = (&text.nav, text.find());
    let page = |name: &str, href: &str, permission| {
        let external =
            [to::SECURITY, to::VIEWS, to::DIGEST, to::DOWNLOADS].contains(&href) || href.starts_with(to::HELP);
        (Way { name: name.to_owned(), more: String::new(), href: href.to_owned(), external }, permission)
    };
    let figures = InsightPage::ALL.map(|it| {
        let name = match it {
            InsightPage::Overview => n.overview,
            InsightPage::Subscriptions => n.subscriptions,
            InsightPage::Azure => n.azure,
            InsightPage::Growth => n.growth,
            InsightPage::Workloads => n.workloads,
            InsightPage::Resellers => n.resellers,
            InsightPage::Customers => n.customers,
        };
        page(name, to::insight(it), it.permission())
    });
    let mut pages = vec![
        page(n.home, to::HOME, OwnProfile),
        page(n.licenses, to::LICENSES, ViewLicenses),
        page(text.azure().title, to::AZURE_DAYS, InsightPage::Azure.permission()),
        page(n.activity, to::ACTIVITY, ViewActivity),
        page(n.digest, to::DIGEST, ViewLicenses),
        page(n.downloads, to::DOWNLOADS, Export),
        page(n.users, to::USERS, ManagePeople),
        page(t.who, to::WHO, ManagePeople),
        page(n.requests, to::REQUESTS, DecideRequests),
        page(n.review, to::REVIEW, ReviewAccess),
        page(n.audit, to::AUDIT, ReadAudit),
        page(n.data, to::DATA, Import),
        page(n.tokens, to::TOKENS, ApiTokens),
        page(n.account, to::ACCOUNT, ManageAccount),
        page(n.notices, to::NOTICES, ReadNotices),
        page(n.me, to::ME, OwnProfile),
        page(t.security, to::SECURITY, OwnProfile),
        page(t.views, to::VIEWS, OwnViews),
        page(n.help, to::HELP, OwnProfile),
        page(t.guide_adoption, to::HELP_ADOPTION, OwnProfile),
        page(t.guide_activity, to::HELP_ACTIVITY, OwnProfile),
        page(t.guide_growth, to::HELP_GROWTH, OwnProfile),
    ];
    pages.splice(2..2, figures);
    pages
}

/// Tables worth opening as they are, and files. What a file holds takes the right to see it and, for customers, to take it out:
/// one role opens both.
fn reports(t: &'static FindText) -> Vec<(Way, Permission)> {
    use Permission::{ManagePeople, ReadAudit, ViewActivity, ViewLicenses};
    let table = |name: &str, pairs: &[(&str, String)]| {
        let href = format!("{}#customers", to::with(to::LICENSES, pairs));
        (Way { name: name.to_owned(), more: String::new(), href, external: false }, ViewLicenses)
    };
    let file = |name: &str, path, permission| {
        (Way { name: name.to_owned(), more: t.file.to_owned(), href: here(path), external: true }, permission)
    };
    vec![
        table(t.low_usage, &[("usage", "0-20".to_owned())]),
        table(t.low_deployment, &[("deployment", "0-20".to_owned())]),
        table(t.unassigned, &[("sort", "unassigned".to_owned())]),
        file(t.file_licenses, "/export/licenses.csv", ViewLicenses),
        file(t.file_activity, "/export/activity.csv", ViewActivity),
        file(t.file_people, "/export/people.csv", ManagePeople),
        file(t.file_access, "/export/access.csv", ManagePeople),
        file(t.file_audit, "/export/audit.csv", ReadAudit),
    ]
}

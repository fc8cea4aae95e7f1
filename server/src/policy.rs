//! What may reach what: one row for every server function, plain route and page. The test below compares it with what is
//! really there, so that nothing is undeclared.

use model::{Permission, TokenScope};

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Anybody, signed in or not.
    Nobody,
    /// Whoever is signed in, also before the second factor; with it, where a fresh proof is asked for.
    SignedIn,
    /// Who has this permission in the account that the session looks at. The account never comes from the request.
    Permission(Permission),
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Policy {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) needs: Needs,
    /// What it needs as well.
    pub(crate) also: Option<Permission>,
    /// Whether it changes anything a person would notice.
    pub(crate) mutates: bool,
    /// The key of the row it leaves in the audit trail.
    pub(crate) audit: Option<&'static str>,
    /// Whether the person must have proved within the last ten minutes who they are.
    pub(crate) fresh: bool,
    /// The scope with which an API token opens it; nothing when no token does.
    pub(crate) token: Option<TokenScope>,
    /// Whether only such a token does: sessions count for nothing there.
    pub(crate) alone: bool,
}

const fn reads(method: &'static str, path: &'static str, needs: Needs) -> Policy {
    Policy { method, path, needs, also: None, mutates: false, audit: None, fresh: false, token: None, alone: false }
}

const fn leaves(mut policy: Policy, mutates: bool, audit: &'static str) -> Policy {
    policy.mutates = mutates;
    policy.audit = Some(audit);
    policy
}

const fn fresh(mut policy: Policy) -> Policy {
    policy.fresh = true;
    policy
}

const fn and(mut policy: Policy, also: Permission) -> Policy {
    policy.also = Some(also);
    policy
}

const fn by_token_alone(mut policy: Policy, scope: TokenScope) -> Policy {
    policy.token = Some(scope);
    policy.alone = true;
    policy
}

const fn also_by_token(mut policy: Policy, scope: TokenScope) -> Policy {
    policy.token = Some(scope);
    policy
}

/// What programs alone open, with the right to take rows away.
const fn by_program(mutates: bool, method: &'static str, path: &'static str) -> Policy {
    Policy { mutates, ..by_token_alone(reads(method, path, May(Export)), TokenScope::Api) }
}

use Needs::{Nobody, Permission as May, SignedIn};
use Permission::{
    ApiTokens, AssignRoles, DecideRequests, Export, Import, ManageAccount, ManagePeople, OwnViews, ReadAudit, ReadFeed,
    ReadNotices, RequestAccess, ReviewAccess, SeePeople, ViewActivity, ViewGrowth, ViewLicenses, ViewResellers,
};

/// The table.
pub(crate) const POLICY: &[Policy] = &[
    // Pages. A page is a frame; what it shows comes from the server functions, which are asked again while it is rendered.
    reads("GET", "/", SignedIn),
    reads("GET", "/analytics/licenses", May(ViewLicenses)),
    reads("GET", "/analytics", May(ViewLicenses)),
    reads("GET", "/analytics/subscriptions", May(ViewGrowth)),
    reads("GET", "/analytics/azure", May(ViewGrowth)),
    reads("GET", "/analytics/azure/days", May(ViewGrowth)),
    reads("GET", "/analytics/growth", May(ViewGrowth)),
    reads("GET", "/analytics/workloads", May(ViewLicenses)),
    reads("GET", "/analytics/resellers", May(ViewResellers)),
    reads("GET", "/activity", May(ViewActivity)),
    reads("GET", "/customers", May(ViewLicenses)),
    reads("GET", "/customers/:id", May(ViewLicenses)),
    reads("GET", "/users", May(ManagePeople)),
    reads("GET", "/users/bulk", May(AssignRoles)),
    reads("GET", "/users/:id", May(ManagePeople)),
    reads("GET", "/access/who", May(ManagePeople)),
    reads("GET", "/access/log", May(ReadAudit)),
    reads("GET", "/settings/data", May(Import)),
    reads("GET", "/settings/tokens", May(ApiTokens)),
    reads("GET", "/settings/account", May(ManageAccount)),
    reads("GET", "/me", SignedIn),
    reads("GET", "/notices", May(ReadNotices)),
    reads("GET", "/access/requests", May(DecideRequests)),
    reads("GET", "/access/review", May(ReviewAccess)),
    // Server functions.
    reads("POST", "/api/licenses/report", May(ViewLicenses)),
    reads("POST", "/api/licenses/customers", May(ViewLicenses)),
    reads("POST", "/api/licenses/choices", May(ViewLicenses)),
    reads("POST", "/api/insight/overview", May(ViewLicenses)),
    reads("POST", "/api/insight/customers", May(ViewLicenses)),
    reads("POST", "/api/insight/subscriptions", May(ViewGrowth)),
    reads("POST", "/api/insight/azure", May(ViewGrowth)),
    reads("POST", "/api/azure/days", May(ViewGrowth)),
    reads("POST", "/api/insight/growth", May(ViewGrowth)),
    reads("POST", "/api/insight/workloads", May(ViewLicenses)),
    reads("POST", "/api/insight/resellers", May(ViewResellers)),
    reads("POST", "/api/customers/detail", May(ViewLicenses)),
    reads("POST", "/api/activity/list", May(ViewActivity)),
    reads("POST", "/api/people/list", May(SeePeople)),
    reads("POST", "/api/people/detail", May(ManagePeople)),
    reads("POST", "/api/people/preview", May(AssignRoles)),
    reads("POST", "/api/people/who", May(ManagePeople)),
    fresh(leaves(reads("POST", "/api/people/update-roles", May(AssignRoles)), true, "roles_updated")),
    reads("POST", "/api/find", May(OwnViews)),
    reads("POST", "/api/views/list", May(OwnViews)),
    reads("POST", "/api/me/access", SignedIn),
    reads("POST", "/api/notices/list", May(ReadNotices)),
    reads("POST", "/api/notices/waiting", May(ReadNotices)),
    Policy { mutates: true, ..reads("POST", "/api/notices/see", May(ReadNotices)) },
    reads("POST", "/api/requests/list", May(DecideRequests)),
    fresh(leaves(reads("POST", "/api/requests/decide", May(DecideRequests)), true, "request_decided")),
    reads("POST", "/api/reviews/list", May(ReviewAccess)),
    leaves(reads("POST", "/api/reviews/start", May(ReviewAccess)), true, "review_started"),
    Policy { mutates: true, ..reads("POST", "/api/reviews/mark", May(ReviewAccess)) },
    fresh(leaves(reads("POST", "/api/reviews/finish", May(ReviewAccess)), true, "review_finished")),
    reads("POST", "/api/audit/list", May(ReadAudit)),
    reads("POST", "/api/audit/verify", May(ReadAudit)),
    reads("POST", "/api/imports/history", May(Import)),
    reads("POST", "/api/imports/one", May(Import)),
    reads("POST", "/api/imports/freshness", May(Import)),
    reads("POST", "/api/tokens/list", May(ApiTokens)),
    reads("POST", "/api/account/settings", May(ManageAccount)),
    // Plain routes.
    reads("GET", "/healthz", Nobody),
    reads("GET", "/readyz", Nobody),
    leaves(reads("GET", "/demo", Nobody), false, "link_made"),
    reads("GET", "/first-run", Nobody),
    leaves(reads("POST", "/first-run", Nobody), true, "account_added"),
    reads("GET", "/sign-in", Nobody),
    reads("GET", "/sign-in/help", Nobody),
    leaves(reads("POST", "/sign-in/help", Nobody), true, "link_made"),
    leaves(reads("POST", "/sign-in", Nobody), true, "sign_in"),
    leaves(reads("POST", "/sign-in/password", Nobody), true, "sign_in"),
    reads("POST", "/sign-in/passkey/begin", Nobody),
    leaves(reads("POST", "/sign-in/passkey/finish", Nobody), true, "sign_in"),
    reads("POST", "/sign-in/oidc", Nobody),
    // A provider sends browsers back, and they come by GET. What the gate is to forms, the browser's cookie and the state are to this.
    leaves(reads("GET", "/sign-in/oidc/callback", Nobody), false, "sign_in"),
    reads("GET", "/sign-in/second", SignedIn),
    leaves(reads("POST", "/sign-in/second", SignedIn), true, "second_factor_given"),
    reads("GET", "/confirm", SignedIn),
    leaves(reads("POST", "/confirm", SignedIn), true, "confirmed"),
    leaves(reads("POST", "/sign-out", Nobody), true, "sign_out"),
    reads("GET", "/me/security", SignedIn),
    fresh(leaves(reads("POST", "/me/name", SignedIn), true, "name_changed")),
    fresh(leaves(reads("POST", "/me/password", SignedIn), true, "password_changed")),
    fresh(leaves(reads("POST", "/me/password/remove", SignedIn), true, "password_changed")),
    fresh(reads("POST", "/me/app", SignedIn)),
    fresh(leaves(reads("POST", "/me/app/confirm", SignedIn), true, "authenticator_changed")),
    fresh(leaves(reads("POST", "/me/app/remove", SignedIn), true, "authenticator_changed")),
    fresh(reads("POST", "/me/passkeys/begin", SignedIn)),
    fresh(leaves(reads("POST", "/me/passkeys/finish", SignedIn), true, "passkey_changed")),
    fresh(leaves(reads("POST", "/me/passkeys/remove", SignedIn), true, "passkey_changed")),
    fresh(leaves(reads("POST", "/me/identities/remove", SignedIn), true, "identity_changed")),
    reads("GET", "/me/codes", SignedIn),
    fresh(leaves(reads("POST", "/me/codes", SignedIn), true, "recovery_codes_made")),
    leaves(reads("POST", "/me/sessions/{id}/end", SignedIn), true, "sessions_ended"),
    leaves(reads("POST", "/me/sessions/end-others", SignedIn), true, "sessions_ended"),
    leaves(reads("POST", "/account/switch", SignedIn), true, "sign_in"),
    reads("GET", "/find", May(OwnViews)),
    reads("GET", "/me/views", May(OwnViews)),
    Policy { mutates: true, ..reads("POST", "/me/views", May(OwnViews)) },
    Policy { mutates: true, ..reads("POST", "/me/views/{id}", May(OwnViews)) },
    reads("GET", "/help", SignedIn),
    reads("GET", "/help/adoption", SignedIn),
    reads("GET", "/help/activity", SignedIn),
    reads("GET", "/help/growth", SignedIn),
    Policy { mutates: true, ..reads("POST", "/preferences", Nobody) },
    leaves(reads("POST", "/access/ask", May(RequestAccess)), true, "access_requested"),
    leaves(reads("POST", "/access/ask/{id}/withdraw", May(RequestAccess)), true, "request_decided"),
    leaves(reads("GET", "/access/review/{id}/record.json", May(ReviewAccess)), false, "exported"),
    leaves(reads("GET", "/access/review/{id}/record.csv", May(ReviewAccess)), false, "exported"),
    also_by_token(
        leaves(and(reads("GET", "/export/licenses.csv", May(Export)), ViewLicenses), false, "exported"),
        TokenScope::Api,
    ),
    also_by_token(
        leaves(and(reads("GET", "/export/licenses.tsv", May(Export)), ViewLicenses), false, "exported"),
        TokenScope::Api,
    ),
    leaves(and(reads("GET", "/export/insight/overview.csv", May(Export)), ViewLicenses), false, "exported"),
    leaves(and(reads("GET", "/export/insight/customers.csv", May(Export)), ViewLicenses), false, "exported"),
    leaves(and(reads("GET", "/export/insight/subscriptions.csv", May(Export)), ViewGrowth), false, "exported"),
    leaves(and(reads("GET", "/export/insight/azure.csv", May(Export)), ViewGrowth), false, "exported"),
    leaves(and(reads("GET", "/export/insight/growth.csv", May(Export)), ViewGrowth), false, "exported"),
    leaves(and(reads("GET", "/export/insight/workloads.csv", May(Export)), ViewLicenses), false, "exported"),
    leaves(and(reads("GET", "/export/insight/resellers.csv", May(Export)), ViewResellers), false, "exported"),
    leaves(and(reads("GET", "/export/activity.csv", May(Export)), ViewActivity), false, "exported"),
    leaves(and(reads("GET", "/export/activity.jsonl", May(Export)), ViewActivity), false, "exported"),
    reads("GET", "/digest", May(ViewLicenses)),
    Policy { mutates: true, ..reads("POST", "/me/letter", May(ViewLicenses)) },
    reads("GET", "/downloads", May(Export)),
    Policy { mutates: true, ..and(reads("POST", "/downloads", May(Export)), ViewLicenses) },
    and(reads("GET", "/downloads/new", May(Export)), ViewLicenses),
    leaves(reads("GET", "/downloads/files/{id}", May(Export)), false, "exported"),
    leaves(reads("GET", "/downloads/files/{id}/notes", May(Export)), false, "exported"),
    Policy { mutates: true, ..reads("POST", "/downloads/files/{id}", May(Export)) },
    Policy { mutates: true, ..reads("POST", "/downloads/orders/{id}", May(Export)) },
    also_by_token(
        leaves(and(reads("GET", "/export/rows", May(Export)), ViewLicenses), false, "exported"),
        TokenScope::Api,
    ),
    reads("GET", "/feed", May(ReadFeed)),
    reads("GET", "/feed/seatscope.pbids", May(ReadFeed)),
    reads("GET", "/feed/seatscope.pq", May(ReadFeed)),
    reads("GET", "/feed/seatscope.odc", May(ReadFeed)),
    reads("GET", "/feed/measures.dax", May(ReadFeed)),
    by_token_alone(reads("GET", "/odata/v4/{account}", May(ReadFeed)), TokenScope::Feed),
    by_token_alone(reads("GET", "/odata/v4/{account}/", May(ReadFeed)), TokenScope::Feed),
    by_token_alone(reads("GET", "/odata/v4/{account}/{*path}", May(ReadFeed)), TokenScope::Feed),
    reads("GET", "/api/v1/openapi.json", Nobody),
    and(by_program(false, "GET", "/api/v1/reports/licenses"), ViewLicenses),
    and(by_program(false, "GET", "/api/v1/reports/subscriptions"), ViewGrowth),
    and(by_program(false, "GET", "/api/v1/reports/datasets"), ViewLicenses),
    and(by_program(false, "GET", "/api/v1/reports/growth"), ViewGrowth),
    and(by_program(false, "GET", "/api/v1/reports/azure"), ViewGrowth),
    and(by_program(false, "GET", "/api/v1/reports/resellers"), ViewResellers),
    and(by_program(false, "GET", "/api/v1/reports/activity"), ViewActivity),
    and(by_program(false, "GET", "/api/v1/activity"), ViewActivity),
    by_token_alone(reads("GET", "/api/v1/users", May(SeePeople)), TokenScope::Api),
    by_token_alone(reads("GET", "/api/v1/imports", May(Import)), TokenScope::Import),
    by_token_alone(reads("GET", "/api/v1/imports/{id}", May(Import)), TokenScope::Import),
    by_token_alone(leaves(reads("POST", "/api/v1/imports", May(Import)), true, "imported"), TokenScope::Import),
    by_program(false, "GET", "/insights/v1/mpn/ScheduledDataset"),
    by_program(false, "GET", "/insights/v1/mpn/ScheduledQueries"),
    by_program(true, "POST", "/insights/v1/mpn/ScheduledQueries"),
    by_program(false, "GET", "/insights/v1/mpn/ScheduledQueries/testQueryResult"),
    by_program(true, "DELETE", "/insights/v1/mpn/ScheduledQueries/{id}"),
    by_program(false, "GET", "/insights/v1/mpn/ScheduledReport"),
    by_program(true, "POST", "/insights/v1/mpn/ScheduledReport"),
    by_program(true, "PUT", "/insights/v1/mpn/ScheduledReport/{id}"),
    by_program(true, "DELETE", "/insights/v1/mpn/ScheduledReport/{id}"),
    by_program(true, "PUT", "/insights/v1/mpn/ScheduledReport/pause/{id}"),
    by_program(true, "PUT", "/insights/v1/mpn/ScheduledReport/resume/{id}"),
    by_program(false, "GET", "/insights/v1/mpn/ScheduledReport/execution/{id}"),
    leaves(reads("GET", "/insights/v1/mpn/files/{id}", Nobody), false, "exported"),
    leaves(reads("GET", "/export/audit.csv", May(ReadAudit)), false, "exported"),
    leaves(reads("GET", "/export/audit.jsonl", May(ReadAudit)), false, "exported"),
    also_by_token(leaves(reads("POST", "/settings/data", May(Import)), true, "imported"), TokenScope::Import),
    leaves(reads("POST", "/settings/data/{id}/cancel", May(Import)), true, "imported"),
    leaves(reads("POST", "/settings/data/{id}/undo", May(Import)), true, "import_undone"),
    leaves(reads("POST", "/users/add", May(ManagePeople)), true, "person_added"),
    fresh(leaves(reads("POST", "/users/bulk", May(AssignRoles)), true, "roles_updated")),
    fresh(leaves(reads("POST", "/users/{id}/link", May(ManagePeople)), true, "link_made")),
    fresh(leaves(reads("POST", "/users/{id}/standing", May(ManagePeople)), true, "person_disabled")),
    leaves(reads("POST", "/users/{id}/sessions/{session}/end", May(ManagePeople)), true, "sessions_ended"),
    leaves(reads("GET", "/export/people.csv", May(ManagePeople)), false, "exported"),
    leaves(reads("GET", "/export/access.csv", May(ManagePeople)), false, "exported"),
    fresh(leaves(reads("POST", "/settings/tokens", May(ApiTokens)), true, "token_made")),
    leaves(reads("POST", "/settings/tokens/{id}/revoke", May(ApiTokens)), true, "token_revoked"),
    fresh(leaves(reads("POST", "/settings/account", May(ManageAccount)), true, "setting_changed")),
    fresh(leaves(reads("POST", "/settings/account/groups", May(ManageAccount)), true, "setting_changed")),
    fresh(leaves(reads("POST", "/settings/account/products", May(ManageAccount)), true, "setting_changed")),
    and(leaves(reads("POST", "/customers/{id}/overrides", May(ManageAccount)), true, "customer_changed"), ViewLicenses),
    reads("GET", "/customers/{id}/review", May(ViewLicenses)),
    leaves(reads("POST", "/customers/{id}/review", May(ViewLicenses)), true, "briefing_changed"),
    leaves(and(reads("GET", "/customers/{id}/review.pdf", May(Export)), ViewLicenses), false, "exported"),
    reads("GET", "/settings/brand", May(ManageAccount)),
    fresh(leaves(reads("POST", "/settings/brand", May(ManageAccount)), true, "setting_changed")),
    reads("GET", "/settings/brand/logo", May(ManageAccount)),
    reads("GET", "/settings/data/{id}/quarantine", May(Import)),
    leaves(reads("GET", "/settings/data/{id}/file", May(Import)), false, "exported"),
];

mod tests;

//! Roles that follow the provider's groups.

use super::Test;
use crate::{
    Error,
    access::{Caller, Denied},
    oidc::{Purpose, mapping, set_mapping},
    people::{self, RoleUpdate},
};
use model::{
    GroupMapping, PersonId,
    Role::{self, BillingAdmin, PartnerAdmin, SalesAgent},
};
use serde_json::json;
use std::collections::BTreeMap;

const RULES: [(&str, Role); 3] =
    [("admins", Role::PartnerAdmin), ("billing", Role::BillingAdmin), ("business", Role::BusinessProfileAdmin)];

impl Test {
    /// With an admin who has switched the mapping on, and alice, whom the provider signs in.
    async fn mapped() -> (Self, Caller, PersonId) {
        let test = Self::with_alice(&[Role::SalesAgent]).await;
        let admin = test.domain.person(test.domain.account, "admin@f.example", &[Role::PartnerAdmin]).await;
        test.map(&admin, true).await.unwrap();
        let alice = test.caller(&test.go(None, Purpose::SignIn).await.unwrap()).await;
        (test, admin, alice.id().unwrap())
    }

    async fn map(&self, admin: &Caller, on: bool) -> Result<(), Error> {
        let rules = RULES.map(|(group, role)| (group.to_owned(), role)).to_vec();
        set_mapping(&self.domain, admin, &GroupMapping { on, rules }).await
    }

    /// Alice's roles after she has signed in as a member of these groups.
    async fn roles_in(&self, alice: PersonId, groups: serde_json::Value) -> Vec<Role> {
        self.fake.claim(json!({ "groups": groups }));
        self.go(None, Purpose::SignIn).await.unwrap();
        let mut roles = self.domain.roles(self.domain.account, alice).await;
        roles.sort();
        roles
    }
}

#[tokio::test]
async fn roles_follow_the_groups() {
    let (test, _, alice) = Test::mapped().await;
    assert_eq!(test.roles_in(alice, json!(["billing", "other"])).await, [BillingAdmin, SalesAgent]);
    assert_eq!(test.roles_in(alice, json!(["billing", "admins"])).await, [PartnerAdmin, BillingAdmin, SalesAgent]);
    assert_eq!(test.roles_in(alice, json!("admins")).await, [PartnerAdmin, SalesAgent], "a single one");
    assert_eq!(test.roles_in(alice, json!(["Admins", "admins "])).await, [SalesAgent], "names are exact");
    assert_eq!(test.roles_in(alice, json!(["billing"])).await, [BillingAdmin, SalesAgent]);
    test.fake.claim(json!({ "_claim_names": { "groups": "src1" } }));
    test.go(None, Purpose::SignIn).await.unwrap();
    assert_eq!(test.domain.roles(test.domain.account, alice).await, [SalesAgent], "what is not said opens nothing");
}

#[tokio::test]
async fn what_people_have_given_is_never_touched() {
    let (test, admin, alice) = Test::mapped().await;
    let version = people::detail(&test.domain, &admin, alice).await.unwrap().version;
    let roles = [Role::SalesAgent, Role::BillingAdmin].into();
    people::update_roles(
        &test.domain,
        &admin,
        &RoleUpdate { person: alice, version, roles, reason: String::new(), until: BTreeMap::new() },
    )
    .await
    .unwrap();
    for groups in [json!(["billing"]), json!([])] {
        assert_eq!(test.roles_in(alice, groups).await, [Role::BillingAdmin, Role::SalesAgent]);
    }
}

#[tokio::test]
async fn nothing_follows_where_it_is_off() {
    let (test, admin, alice) = Test::mapped().await;
    test.map(&admin, false).await.unwrap();
    assert_eq!(test.roles_in(alice, json!(["admins"])).await, [Role::SalesAgent]);
    assert!(!mapping(&test.domain, &admin).await.unwrap().on);
}

#[tokio::test]
async fn the_last_admin_stays_and_the_audit_trail_says_why() {
    let (test, admin, alice) = Test::mapped().await;
    test.roles_in(alice, json!(["admins", "billing"])).await;
    let version = people::detail(&test.domain, &admin, admin.id().unwrap()).await.unwrap().version;
    let none = RoleUpdate {
        person: admin.id().unwrap(),
        version,
        roles: [].into(),
        reason: String::new(),
        until: BTreeMap::new(),
    };
    people::update_roles(&test.domain, &admin, &none).await.unwrap();
    let roles = test.roles_in(alice, json!([])).await;
    assert_eq!(roles, [Role::PartnerAdmin, Role::SalesAgent], "the other role goes, this one stays");
    assert_eq!(test.audited("groups_refused").await, 1);
}

#[tokio::test]
async fn guests_get_only_what_guests_may_hold() {
    let (test, _, alice) = Test::mapped().await;
    test.write("update membership set guest = 1").await;
    let roles = test.roles_in(alice, json!(["billing", "business"])).await;
    assert_eq!(roles, [Role::SalesAgent, Role::BusinessProfileAdmin]);
}

#[tokio::test]
async fn a_grant_whose_end_has_passed_makes_room() {
    let (test, _, alice) = Test::mapped().await;
    test.roles_in(alice, json!(["billing"])).await;
    test.write("update role_grant set via = 'page', until_at = granted_at where role = 'billing_admin'").await;
    assert_eq!(test.roles_in(alice, json!(["billing"])).await, [Role::BillingAdmin, Role::SalesAgent]);
}

#[tokio::test]
async fn only_an_admin_who_proved_it_a_moment_ago_sets_the_rules() {
    let (test, admin, _) = Test::mapped().await;
    let clerk = test.domain.person(test.domain.account, "clerk@f.example", &[Role::GlobalAdmin]).await;
    assert!(matches!(test.map(&clerk, true).await, Err(Error::Denied(Denied::Role(_)))));
    assert!(matches!(mapping(&test.domain, &clerk).await, Err(Error::Denied(_))));
    for rules in [vec![(" ".to_owned(), Role::PartnerAdmin)], vec![("x".repeat(257), Role::PartnerAdmin)]] {
        let refused = set_mapping(&test.domain, &admin, &GroupMapping { on: true, rules }).await;
        assert!(matches!(refused, Err(Error::Invalid(_))));
    }
    assert_eq!(mapping(&test.domain, &admin).await.unwrap().rules.len(), RULES.len());
    assert_eq!(test.audited("setting_changed").await, 1, "refusals have left nothing");
}

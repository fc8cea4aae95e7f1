//! How far a link goes that an admin of one account made for somebody who is, or will be, in another, too.

use crate::{
    Error,
    access::Caller,
    account,
    credential::password::{self, Plain},
    people::{self, Invitation},
    secret::Secret,
    session::{self, Browser},
    testing::TestDomain,
};
use model::{AccountId, Invalid, Program, Role};

const THEIRS: &str = "five violet otters sing";

/// Two accounts, each with an admin, who do not trust one another.
struct Two {
    test: TestDomain,
    second: AccountId,
    admins: [Caller; 2],
}

impl Two {
    async fn new() -> Self {
        let test = TestDomain::new().await;
        let second = test.account("9100001", &[Program::CspDirect]).await;
        let admins = [
            test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await,
            test.person(second, "b@g.example", &[Role::PartnerAdmin]).await,
        ];
        Self { test, second, admins }
    }

    /// Has the admin of an account invite the person.
    async fn invite(&self, admin: usize) -> Secret {
        let new = Invitation {
            email: "p@h.example".into(),
            name: "P".into(),
            guest: false,
            roles: vec![],
            until: None,
            reason: String::new(),
        };
        people::invite(&self.test, &self.admins[admin], &new).await.unwrap().1
    }

    async fn open(&self, link: &Secret, beside: Option<&Caller>) -> Result<Caller, Error> {
        let signed_in = session::sign_in(&self.test, link.text(), beside, &Browser::default()).await?;
        Ok(session::caller(&self.test, signed_in.token.text()).await?.unwrap())
    }

    async fn set_password(&self, caller: &Caller) -> Result<(), Error> {
        password::set(&self.test, caller, Plain::new(THEIRS)).await
    }

    async fn by_password(&self) -> Caller {
        let signed_in =
            session::by_password(&self.test, "p@h.example", Plain::new(THEIRS), &Browser::default()).await.unwrap();
        session::caller(&self.test, signed_in.token.text()).await.unwrap().unwrap()
    }
}

fn invalid(result: Result<impl Sized, Error>) -> Invalid {
    match result.err().expect("refused") {
        Error::Invalid(what) => what,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn what_was_set_up_in_one_account_lets_nobody_join_another_by_a_link_alone() {
    let two = Two::new().await;
    let first = two.open(&two.invite(0).await, None).await.unwrap();
    two.set_password(&first).await.unwrap();

    let link = two.invite(1).await;
    assert_eq!(invalid(two.open(&link, None).await), Invalid::LinkAlone);
    let by_link = people::link(&two.test, &two.admins[0], first.id().unwrap()).await.unwrap();
    let by_link = two.open(&by_link, None).await.unwrap();
    assert_eq!(
        invalid(two.open(&link, Some(&by_link)).await),
        Invalid::LinkAlone,
        "the first admin vouches for nobody"
    );
    assert_eq!(invalid(two.open(&link, Some(&two.admins[1])).await), Invalid::LinkAlone, "somebody else beside it");

    let known = two.by_password().await;
    assert!(known.visitor().unwrap().others.is_empty(), "not a member before");
    let joined = two.open(&link, Some(&known)).await.unwrap();
    assert_eq!((joined.account(), joined.id()), (two.second, known.id()));
    assert_eq!(joined.visitor().unwrap().others.len(), 1, "who has shown their own way goes to and fro");
}

#[tokio::test]
async fn a_session_by_an_admins_link_stays_in_the_account() {
    let two = Two::new().await;
    let second = two.open(&two.invite(1).await, None).await.unwrap();
    let first = two.open(&two.invite(0).await, None).await.unwrap();
    assert!(first.visitor().unwrap().others.is_empty());
    assert!(matches!(account::switch(&two.test, &first, two.second).await, Err(Error::NotFound)));
    for caller in [&first, &second] {
        assert_eq!(invalid(two.set_password(caller).await), Invalid::OtherAccounts);
    }

    // The host is trusted in all accounts.
    let link = session::make(&two.test, two.test.account, "p@h.example").await.unwrap();
    let first = two.open(&link, None).await.unwrap();
    assert_eq!(first.visitor().unwrap().others.len(), 1);
    two.set_password(&first).await.unwrap();
    let known = two.by_password().await;
    account::switch(&two.test, &known, known.visitor().unwrap().others[0].id).await.unwrap();
}

#[tokio::test]
async fn proving_it_with_something_of_ones_own_makes_the_session_count_everywhere() {
    let two = Two::new().await;
    let first = two.open(&two.invite(0).await, None).await.unwrap();
    two.set_password(&first).await.unwrap();
    two.open(&two.invite(1).await, Some(&two.by_password().await)).await.unwrap();

    let link = people::link(&two.test, &two.admins[0], first.id().unwrap()).await.unwrap();
    let by_link = two.open(&link, None).await.unwrap();
    assert!(by_link.visitor().unwrap().others.is_empty());
    let plain = Plain::new(THEIRS);
    let confirmed = session::confirm_by_password(&two.test, &by_link, plain, &Browser::default()).await.unwrap();
    let confirmed = session::caller(&two.test, confirmed.token.text()).await.unwrap().unwrap();
    assert_eq!(confirmed.visitor().unwrap().others.len(), 1);
    account::switch(&two.test, &confirmed, two.second).await.unwrap();
}

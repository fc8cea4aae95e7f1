use super::{
    Done,
    import::import,
    sample::last_full_month,
    serve::{self, Doors},
};
use crate::{
    config::{Data, Listen, make_private},
    router::Demo as Door,
};
use clap::Args;
use domain::{
    Domain,
    access::Caller,
    account::{self, NewAccount},
    clock::Clock,
    db::Address,
    people::{self, Added, NewPerson},
    sample::{SamplePlan, write},
    secret::Secret,
    session,
};
use model::{AccountId, Program, Role};
use std::{error::Error, fs, path::Path, process::ExitCode};

const MPN_ID: &str = "9000001";
const ADMIN: &str = "pat.admin@fabrikam.example";

/// The people of the demo account, beside the admin.
const PEOPLE: [(&str, &str, &[Role]); 7] = [
    ("billing.desk@fabrikam.example", "Billing desk", &[Role::BillingAdmin]),
    ("mei.lin@fabrikam.example", "林美玲", &[Role::SalesAgent]),
    ("omar.haddad@fabrikam.example", "Omar Haddad", &[Role::AdminAgent, Role::HelpdeskAgent]),
    ("ana.costa@fabrikam.example", "Ana Costa", &[Role::AccountAdmin]),
    ("greta.olsen@fabrikam.example", "Greta Olsen", &[Role::UserManagementAdmin, Role::GlobalAdmin]),
    ("kenji.sato@fabrikam.example", "Kenji Sato", &[Role::IncentivesUser]),
    ("new.colleague@fabrikam.example", "New Colleague", &[]),
];

/// Answer browsers with invented data, to try Seatscope out. Needs no account anywhere, and keeps a database of its own in
/// the data directory, whatever --database-url says.
#[derive(Args)]
#[command(after_help = "Example:\n  seatscope demo --listen 127.0.0.1:4000")]
pub(super) struct Demo {
    #[command(flatten)]
    listen: Listen,
}

impl Demo {
    pub(super) async fn run(self, data: &Data) -> Done {
        if !self.listen.address.ip().is_loopback() {
            return Err("the demo signs everybody in, so it listens on this machine only".into());
        }
        // One directory for each last month: next month's demo is filled anew and touches nobody's data.
        let last = last_full_month();
        let dir = data.data.join(format!("demo-{last}"));
        make_private(&dir)?;
        let database = Address::File(dir.join("seatscope.db"));
        let _only = serve::lock(&database)?;
        let ready = dir.join("ready");
        if !ready.is_file() {
            // A demo that was interrupted while it was filled is begun again.
            for file in ["seatscope.db", "seatscope.db-wal", "seatscope.db-shm"] {
                let _ = fs::remove_file(dir.join(file));
            }
        }
        let domain = Domain::open(&dir, &database, Clock::system()).await?;
        if !ready.is_file() {
            println!("Making sample data up to {last} …");
            fill(&domain, &dir, &SamplePlan::demo(last)).await?;
            fs::write(&ready, "")?;
        }
        let account = account::by_mpn_id(&domain, MPN_ID).await?.id;
        let key = Secret::new()?;
        let door = Door { key: key.text().to_owned(), account, email: ADMIN };
        serve::serve(domain, &self.listen, None, Doors { demo: Some(door), ..Doors::default() }, |origin| {
            println!("Seatscope answers at {origin} with sample data.\n");
            println!("Open this address to sign in as the demo account's partner admin:");
            println!("  {origin}/demo?key={}", key.text());
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn fill(domain: &Domain, dir: &Path, plan: &SamplePlan) -> Result<(), Box<dyn Error>> {
    let new = NewAccount {
        mpn_id: MPN_ID.into(),
        name: plan.account.name.clone(),
        programs: vec![Program::CspDirect],
        second_factor: false,
        locations: Vec::new(),
    };
    let account = account::add(domain, &new).await?.ok_or("the demo account is there already")?;
    for (email, name, roles) in PEOPLE {
        add(domain, account, email, name, roles).await?;
    }
    // Last, so that the admin's notices do not begin with how everybody else came by their roles.
    add(domain, account, ADMIN, "Pat Admin", &[Role::PartnerAdmin]).await?;
    let files = dir.join("files");
    for file in write(&files, plan)? {
        import(domain, &Caller::host(account), &file.path).await?;
    }
    fs::remove_dir_all(files)?;
    Ok(())
}

async fn add(
    domain: &Domain,
    account: AccountId,
    email: &str,
    name: &str,
    roles: &[Role],
) -> Result<(), Box<dyn Error>> {
    let new = NewPerson { email: email.into(), name: name.into(), roles: roles.to_vec() };
    match people::add(domain, account, &new).await? {
        // The admin has been here before; the others have yet to come.
        Added::Link(link) if email == ADMIN => {
            session::sign_in(domain, link.text(), None, &session::Browser::default())
                .await
                .map(|_| ())
                .map_err(Into::into)
        }
        _ => Ok(()),
    }
}

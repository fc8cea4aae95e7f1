use super::{Done, account};
use crate::config::Data;
use clap::{Args, Subcommand};
use domain::{
    Domain,
    access::Caller,
    credential,
    people::{self, Added, NewPerson},
    secret::Secret,
    session,
};
use model::{Role, Standing};
use std::{error::Error, process::ExitCode};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Add a person to an account and print a one-time sign-in link.
    #[command(
        after_help = "Example:\n  seatscope user add --account 9000001 --email a@b.example --name \"A B\" --role partner_admin\n\n\
        The role partner_admin can be given here only while the account has no acting one; afterwards an MPN partner admin\n\
        gives it in User management."
    )]
    Add {
        /// The account's MPN id.
        #[arg(long, value_name = "ID")]
        account: String,
        /// The e-mail address.
        #[arg(long)]
        email: String,
        /// The name.
        #[arg(long)]
        name: String,
        /// A role to start with, by its key. May be repeated.
        #[arg(long = "role", value_name = "ROLE", value_parser = role)]
        roles: Vec<Role>,
        /// The address that browsers use, for the printed link.
        #[arg(long, env = "SEATSCOPE_ORIGIN", default_value = "http://localhost:3000", value_name = "URL")]
        origin: String,
    },
    /// Print a new one-time sign-in link for a person.
    #[command(after_help = "Example:\n  seatscope user link --account 9000001 --email a@b.example")]
    Link(Linked),
    /// Give an account an MPN partner admin again: the emergency door.
    #[command(after_help = "Example:\n  seatscope user recover --account 9000001 --email a@b.example\n\n\
        The person is added and enabled where need be, becomes MPN partner admin without end date, and signs in with the\n\
        printed link. It is audited, and the other MPN partner admins are told.")]
    Recover(Linked),
    /// Remove everything that a person signs in with, and print a one-time link to begin anew: for who has lost their phone.
    #[command(after_help = "Example:\n  seatscope user forget --account 9000001 --email a@b.example\n\n\
        Password, authenticator app, passkeys, recovery codes and identity providers go, in all accounts, and all sessions end.\n\
        Make sure that it is really them who ask. Where a second factor is demanded, they set one up after the link.")]
    Forget(Linked),
    /// Keep a person from signing in to an account; what they hold is kept. Never the last acting MPN partner admin.
    Disable(Whom),
    /// Remove a person from an account. Never the last acting MPN partner admin.
    Remove(Whom),
}

/// A person of an account, and where a link leads.
#[derive(Args)]
pub(super) struct Linked {
    /// The account's MPN id.
    #[arg(long, value_name = "ID")]
    account: String,
    /// The e-mail address.
    #[arg(long)]
    email: String,
    /// The address that browsers use, for the printed link.
    #[arg(long, env = "SEATSCOPE_ORIGIN", default_value = "http://localhost:3000", value_name = "URL")]
    origin: String,
}

impl Linked {
    /// Shows the link that was made for the person, or says that there is none.
    fn show(&self, made: Result<Secret, domain::Error>) -> Result<(), Box<dyn Error>> {
        match made {
            Ok(link) => Ok(show(&link, &self.origin)?),
            Err(domain::Error::NotFound) => Err(format!("{} has no person {}", self.account, self.email).into()),
            Err(error) => Err(error.into()),
        }
    }
}

/// A person of an account, and why.
#[derive(Args)]
pub(super) struct Whom {
    /// The account's MPN id.
    #[arg(long, value_name = "ID")]
    account: String,
    /// The e-mail address.
    #[arg(long)]
    email: String,
    /// Why; kept in the audit trail.
    #[arg(long, default_value = "")]
    reason: String,
}

async fn stand(domain: &Domain, whom: &Whom, standing: Standing) -> Result<(), Box<dyn Error>> {
    let account = account(domain, &whom.account).await?;
    let done = match people::by_email(domain, account.id, &whom.email).await {
        Ok(person) => people::stand(domain, &Caller::host(account.id), person, standing, &whom.reason).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(()),
        Err(domain::Error::NotFound) => Err(format!("{} has no person {}", whom.account, whom.email).into()),
        Err(domain::Error::LastAdmin) => {
            Err(format!("{} is the last acting MPN partner admin of {}; make another first", whom.email, whom.account)
                .into())
        }
        Err(error) => Err(error.into()),
    }
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_key(text).ok_or_else(|| {
        let all: Vec<&str> = Role::ALL.iter().map(|role| role.key()).collect();
        format!("the roles are {}", all.join(", "))
    })
}

impl Command {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        match self {
            Self::Add { account: mpn_id, email, name, roles, origin } => {
                let (local, host) = email.trim().split_once('@').unwrap_or_default();
                if local.is_empty() || host.is_empty() || name.trim().is_empty() {
                    return Err("a person needs a name and an e-mail address".into());
                }
                if name.contains(char::is_control) {
                    return Err("a name is one line of text".into());
                }
                let account = account(&domain, &mpn_id).await?;
                match people::add(&domain, account.id, &NewPerson { email: email.clone(), name, roles }).await? {
                    Added::Link(link) => show(&link, &origin)?,
                    Added::Member => {
                        return Err(format!(
                            "{email} is in {mpn_id} already; a new link: seatscope user link --account {mpn_id} --email {email}"
                        )
                        .into());
                    }
                    Added::HasAdmin => {
                        return Err(format!(
                            "{mpn_id} has an acting MPN partner admin, who alone can make another: in User management"
                        )
                        .into());
                    }
                }
            }
            Self::Link(whom) => {
                let account = account(&domain, &whom.account).await?;
                whom.show(session::make(&domain, account.id, &whom.email).await)?;
            }
            Self::Forget(whom) => {
                let account = account(&domain, &whom.account).await?;
                whom.show(credential::forget(&domain, account.id, &whom.email).await)?;
            }
            Self::Recover(whom) => {
                if whom.email.trim().split_once('@').is_none_or(|(local, host)| local.is_empty() || host.is_empty()) {
                    return Err("a person needs an e-mail address".into());
                }
                let account = account(&domain, &whom.account).await?;
                whom.show(people::recover(&domain, account.id, &whom.email).await)?;
            }
            Self::Disable(whom) => stand(&domain, &whom, Standing::Disabled).await?,
            Self::Remove(whom) => stand(&domain, &whom, Standing::Removed).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn show(link: &Secret, origin: &str) -> std::io::Result<()> {
    say!("{}/sign-in?link={}", origin.trim_end_matches('/'), link.text())?;
    eprintln!("The link signs in once, within {} minutes.", session::LINK_MINUTES);
    Ok(())
}

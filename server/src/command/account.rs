use super::{Done, account as find};
use crate::config::Data;
use clap::Subcommand;
use domain::{
    Domain,
    account::{self, NewAccount},
};
use model::Program;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Add a partner account.
    #[command(
        after_help = "Example:\n  seatscope account add --mpn-id 9000001 --name \"Fabrikam Cloud\" --program csp-direct \\\n    --location 9000010=\"Fabrikam Taipei\""
    )]
    Add {
        /// The id of the partner's global account.
        #[arg(long, value_name = "ID")]
        mpn_id: String,
        /// The company's name.
        #[arg(long)]
        name: String,
        /// A program it takes part in: mpn, csp-direct, csp-indirect-provider or csp-indirect-reseller. May be repeated.
        #[arg(long = "program", value_name = "PROGRAM", required = true, value_parser = program)]
        programs: Vec<Program>,
        /// A location: its MPN id and name. May be repeated.
        #[arg(long = "location", value_name = "ID=NAME", value_parser = location)]
        locations: Vec<(String, String)>,
    },
    /// Replace the programs that an account takes part in.
    #[command(
        after_help = "Example:\n  seatscope account programs --account 9000001 --program mpn --program csp-indirect-provider\n\n\
        They decide what the account may see, from everybody's next request on."
    )]
    Programs {
        /// The account's MPN id.
        #[arg(long, value_name = "ID")]
        account: String,
        /// A program it takes part in: mpn, csp-direct, csp-indirect-provider or csp-indirect-reseller. May be repeated.
        #[arg(long = "program", value_name = "PROGRAM", required = true, value_parser = program)]
        programs: Vec<Program>,
    },
}

fn program(text: &str) -> Result<Program, String> {
    Program::from_key(text).ok_or_else(|| {
        let all = Program::ALL.map(Program::key).join(", ");
        format!("the programs are {all}")
    })
}

fn location(text: &str) -> Result<(String, String), String> {
    let (id, name) = text.split_once('=').ok_or("write it as 9000010=NAME")?;
    Ok((id.trim().to_owned(), name.trim().to_owned()))
}

impl Command {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        match self {
            Self::Add { mpn_id, name, programs, locations } => {
                let (mpn_id, name) = (mpn_id.trim().to_owned(), name.trim().to_owned());
                add(&domain, NewAccount { mpn_id, name, programs, second_factor: true, locations }).await
            }
            Self::Programs { account, programs } => {
                let account = find(&domain, &account).await?;
                let programs = programs.into_iter().collect();
                account::set_programs(&domain, account.id, &programs).await?;
                let programs: Vec<&str> = programs.into_iter().map(Program::key).collect();
                say!("{} ({}) takes part in: {}.", account.name, account.mpn_id, programs.join(", "))?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

async fn add(domain: &Domain, new: NewAccount) -> Done {
    if new.mpn_id.is_empty() || new.name.is_empty() {
        return Err("an account needs an MPN id and a name".into());
    }
    if account::add(domain, &new).await?.is_none() {
        return Err(format!("the account {} is there already", new.mpn_id).into());
    }
    say!("Added {} ({}).", new.name, new.mpn_id)?;
    say!("Next: seatscope user add --account {} --email YOU@EXAMPLE --name \"YOU\" --role partner_admin", new.mpn_id)?;
    Ok(ExitCode::SUCCESS)
}

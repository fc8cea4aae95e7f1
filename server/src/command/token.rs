use super::{Done, account};
use crate::config::Data;
use clap::Subcommand;
use domain::{
    access::Caller,
    tokens::{self, NewToken},
};
use model::{TokenId, TokenScope};
use serde_json::json;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Command {
    /// Make a token that acts in the name of an MPN partner admin. It is printed once.
    #[command(after_help = "Example:\n  seatscope token add --account 9000001 --user a@b.example --scope api --json")]
    Add {
        /// The account's MPN id.
        #[arg(long, value_name = "ID")]
        account: String,
        /// The e-mail address of an acting MPN partner admin.
        #[arg(long, value_name = "EMAIL")]
        user: String,
        /// What it is for: feed, api or import. May be repeated.
        #[arg(long = "scope", value_name = "SCOPE", required = true, value_parser = scope)]
        scopes: Vec<TokenScope>,
        /// What to call it.
        #[arg(long, default_value = "command line")]
        name: String,
        /// How many days it lasts.
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..=i64::from(tokens::LONGEST_DAYS)))]
        days: u32,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// List the tokens of an account.
    List {
        /// The account's MPN id.
        #[arg(long, value_name = "ID")]
        account: String,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Revoke a token.
    Revoke {
        /// The account's MPN id.
        #[arg(long, value_name = "ID")]
        account: String,
        /// The token's id, as `token list` prints it.
        #[arg(long, value_name = "ID")]
        id: TokenId,
    },
}

fn scope(text: &str) -> Result<TokenScope, String> {
    let all = TokenScope::ALL.map(TokenScope::key).join(", ");
    TokenScope::from_key(text).ok_or_else(|| format!("the scopes are {all}"))
}

impl Command {
    pub(super) async fn run(self, data: &Data) -> Done {
        let domain = data.open().await?;
        match self {
            Self::Add { account: mpn_id, user, scopes, name, days, json } => {
                let account = account(&domain, &mpn_id).await?;
                let new = NewToken { name, scopes: scopes.into_iter().collect(), days };
                let made = match tokens::make_on_host(&domain, account.id, &user, &new).await {
                    Err(domain::Error::NotFound) => {
                        return Err(format!("{user} is no acting MPN partner admin of {mpn_id}").into());
                    }
                    Err(domain::Error::Invalid(_)) => return Err("a name has 1 to 100 characters".into()),
                    made => made?,
                };
                if json {
                    say!("{}", json!({ "id": made.id, "token": made.token.text() }))?;
                } else {
                    say!("{}\n{}", made.id, made.token.text())?;
                    eprintln!("The id and the token. The token is not shown again.");
                }
            }
            Self::List { account: mpn_id, json } => {
                let account = account(&domain, &mpn_id).await?;
                let rows = tokens::list(&domain, &Caller::host(account.id)).await?;
                if json {
                    say!("{}", serde_json::to_string_pretty(&rows)?)?;
                    return Ok(ExitCode::SUCCESS);
                }
                for row in rows {
                    let scopes = row.scopes.iter().map(|scope| scope.key()).collect::<Vec<_>>().join(",");
                    let (id, state) = (row.id, format!("{:?}", row.state).to_lowercase());
                    say!(
                        "{id} …{} {state:<8} {scopes:<16} until {} {} ({})",
                        row.ending,
                        row.expires_at,
                        row.name,
                        row.by
                    )?;
                }
            }
            Self::Revoke { account: mpn_id, id } => {
                let account = account(&domain, &mpn_id).await?;
                match tokens::revoke(&domain, &Caller::host(account.id), id).await {
                    Err(domain::Error::NotFound) => return Err(format!("{mpn_id} has no token {id}").into()),
                    done => done?,
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

//! Builds the browser side of Seatscope: `cargo run -p bundle -- [--release] [--check-budget]`.
//!
//! compile → split into lazy areas → JavaScript glue → (release: optimise) → shared modules into few files → style sheet → hashed folder →
//! (release: precompress) → table of sizes. The result is `target/site` (release) or `target/site-debug`.

mod compile;
mod compress;
mod glue;
mod optimise;
mod pack;
mod publish;
mod report;
mod style;

use std::{path::PathBuf, process::ExitCode};

/// What goes wrong here is shown to a developer and ends the program.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// What to build, and where things lie.
struct Plan {
    release: bool,
    check_budget: bool,
    root: PathBuf,
    target: PathBuf,
}

impl Plan {
    fn from_arguments() -> Outcome<Self> {
        let mut plan = Self { release: false, check_budget: false, root: root(), target: target() };
        for argument in std::env::args().skip(1) {
            match argument.as_str() {
                "--release" => plan.release = true,
                "--check-budget" => plan.check_budget = true,
                other => return Err(format!("unknown option {other}; known: --release, --check-budget").into()),
            }
        }
        Ok(plan)
    }

    /// Where the finished site goes. Debug and release lie apart, so that tests do not overwrite what runs.
    fn site(&self) -> PathBuf {
        self.target.join(if self.release { "site" } else { "site-debug" })
    }

    /// Where the site is put together before it takes the place of the old one.
    fn workshop(&self) -> PathBuf {
        self.target.join(if self.release { "bundle-release" } else { "bundle-debug" })
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).unwrap_or(&package).to_owned()
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

fn main() -> ExitCode {
    match Plan::from_arguments().and_then(|plan| build(&plan)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error}");
            ExitCode::FAILURE
        }
    }
}

fn build(plan: &Plan) -> Outcome<()> {
    let linked = compile::client(plan)?;
    let inputs = publish::fingerprint(plan, &linked)?;
    if publish::is_fresh(plan, &inputs) {
        println!("bundle: {} is fresh", plan.site().display());
    } else {
        let package = publish::empty_workshop(plan)?;
        let mut areas = glue::generate(&linked, &plan.workshop(), &package)?;
        if plan.release {
            optimise::modules(plan, &package)?;
        }
        pack::shared(&package, &mut areas)?;
        style::sheet(plan, &package)?;
        publish::site(plan, &package, areas, inputs)?;
    }
    let sizes = report::sizes(&plan.site())?;
    report::print(&sizes);
    if plan.check_budget { report::check(&sizes) } else { Ok(()) }
}

//! Files on their way in, and the way to stop them.

use super::problem::{SignedIn, answer, told};
use crate::router::Edges;
use app::request::Asker;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{FromRequest, Multipart, Path, Request, State, multipart::Field},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Domain, Error,
    imports::{self, Arriving, Incoming, Progress, Started},
    ingest::ReceiveError,
};
use model::{AppError, ImportId, Invalid, Permission};
use std::time::Duration;
use tokio::{sync::watch, time::timeout};

/// How long an upload may stand still.
const IDLE: Duration = Duration::from_secs(30);

/// Receives files and begins their imports. A script or a program is answered with the imports' ids, a form with the Data page.
pub(super) async fn upload(
    State(edges): State<Edges>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    request: Request,
) -> Response {
    // Before the first byte of the file is read.
    let program = caller.visitor().is_none();
    let wants_json = program || request.headers().get(header::ACCEPT).is_some_and(|it| it == "application/json");
    if let Err(denied) = caller.may(Permission::Import) {
        return answer(&edges.domain, &asker, denied.into()).await;
    }
    let Ok(mut form) = Multipart::from_request(request, &edges).await else {
        return told(&AppError::Invalid { what: Invalid::Upload });
    };
    let mut ids: Vec<ImportId> = Vec::new();
    loop {
        match form.next_field().await {
            Ok(Some(field)) if field.file_name().is_some_and(|name| !name.is_empty()) => {
                match receive(&edges.domain, field).await {
                    Ok(incoming) => match imports::start(&edges.domain, &caller, incoming).await {
                        Ok(started) => ids.push(go_on(started)),
                        Err(error) => return answer(&edges.domain, &asker, error).await,
                    },
                    Err(error) => return answer(&edges.domain, &asker, error).await,
                }
            }
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(_) => return told(&AppError::Invalid { what: Invalid::Upload }),
        }
    }
    if ids.is_empty() {
        return told(&AppError::Invalid { what: Invalid::Upload });
    }
    if wants_json {
        return (StatusCode::ACCEPTED, Json(ids)).into_response();
    }
    let shown = ids.iter().map(|id| format!("import={id}")).collect::<Vec<_>>().join("&");
    Redirect::to(&format!("/settings/data?{shown}")).into_response()
}

async fn receive(domain: &Domain, mut field: Field<'_>) -> Result<Incoming, Error> {
    // Browsers send the bare name; whatever else comes is cut to its last part.
    let name = field.file_name().unwrap_or_default();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(200).collect::<String>();
    let mut arriving = Arriving::new(domain, &name).map_err(io)?;
    while let Some(bytes) = next(&mut field).await? {
        arriving = tokio::task::spawn_blocking(move || arriving.push(&bytes).map(|()| arriving))
            .await
            .map_err(std::io::Error::other)?
            .map_err(io)?;
    }
    tokio::task::spawn_blocking(move || arriving.finish()).await.map_err(std::io::Error::other)?.map_err(io)
}

/// The next piece; an upload that stops moving is given up.
async fn next(field: &mut Field<'_>) -> Result<Option<Bytes>, Error> {
    let piece = timeout(IDLE, field.chunk()).await.map_err(|_| Error::Invalid(Invalid::Upload))?;
    piece.map_err(|_| Error::Invalid(Invalid::Upload))
}

fn io(error: ReceiveError) -> Error {
    match error {
        ReceiveError::TooLarge(_) => Error::Invalid(Invalid::Upload),
        ReceiveError::NoSpace => Error::Io(std::io::ErrorKind::StorageFull.into()),
        ReceiveError::Io(error) => Error::Io(error),
    }
}

/// Imports behind the answer's back: the page asks for the import's record as it goes on.
fn go_on(started: Started) -> ImportId {
    let id = started.id();
    tokio::spawn(async move {
        let (progress, _) = watch::channel(Progress::default());
        if let Err(error) = started.run(progress).await {
            tracing::error!(import = %id, %error, "import failed");
        }
    });
    id
}

/// Stops a running import.
pub(super) async fn cancel(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<ImportId>,
) -> Response {
    let done = imports::cancel(&domain, &caller, id).await;
    shown(&domain, &asker, id, done).await
}

/// Takes an import back.
pub(super) async fn undo(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    Extension(asker): Extension<Asker>,
    Path(id): Path<ImportId>,
) -> Response {
    let done = imports::undo(&domain, &caller, id).await;
    shown(&domain, &asker, id, done).await
}

/// The Data page with the import that something was done to.
async fn shown(domain: &Domain, asker: &Asker, id: ImportId, done: Result<(), Error>) -> Response {
    match done {
        Ok(()) => Redirect::to(&format!("/settings/data?import={id}")).into_response(),
        Err(error) => answer(domain, asker, error).await,
    }
}

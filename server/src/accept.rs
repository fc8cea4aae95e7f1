//! The accept loop. `axum::serve` has neither a limit on connections nor a time limit for headers nor one for draining.

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// How much of the server one stranger can tie up.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Connections at a time; more wait in the kernel's queue.
    pub(crate) connections: usize,
    /// From an open connection to a request's last header. It closes idle connections too.
    pub(crate) headers: Duration,
    /// From the signal to stop until open requests are cut off.
    pub(crate) drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 2_000, headers: Duration::from_secs(10), drain: Duration::from_secs(10) }
    }
}

/// Serves until `stop` is ready, then lets open requests end.
pub(crate) async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let free = Arc::new(Semaphore::new(limits.connections));
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &free) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, peer, permit)) = accepted else { continue };
        let router = router.clone();
        let service = tower::service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request.map(Body::new))
        });
        // HTTP/1 only: browsers speak HTTP/2 over TLS alone, which a proxy in front ends.
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.headers)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = open.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%peer, %error, "connection ended");
            }
            drop(permit);
        });
    }
    drop(listener);
    if timeout(limits.drain, open.shutdown()).await.is_err() {
        tracing::warn!("requests were cut off after {:?}", limits.drain);
    }
}

type Accepted = (TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit);

/// The next connection, once there is room for it; nothing when accepting failed.
async fn accept(listener: &TcpListener, free: &Arc<Semaphore>) -> Option<Accepted> {
    let permit = Arc::clone(free).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => {
            // Without this a page waits 40 ms for the browser's delayed acknowledgement.
            let _ = stream.set_nodelay(true);
            Some((stream, peer, permit))
        }
        Err(error) => {
            tracing::warn!(%error, "could not accept a connection");
            // Out of file handles, most likely: asking again at once would only burn a core.
            sleep(Duration::from_millis(100)).await;
            None
        }
    }
}

/// Ready when the program is asked to stop: Ctrl-C, or the signal that service managers send.
pub(crate) async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        let terminate = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => signal.recv().await,
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { () = interrupt => {}, _ = terminate => {} }
    }
    #[cfg(not(unix))]
    interrupt.await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::get;
    use std::{error::Error, time::Instant};
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::oneshot,
        task::JoinHandle,
    };

    type Tried = Result<(), Box<dyn Error>>;

    /// A server whose `/slow` takes 200 ms; dropping or using the sender stops it.
    async fn start(limits: Limits) -> std::io::Result<(SocketAddr, oneshot::Sender<()>, JoinHandle<()>)> {
        let router = Router::new().route("/slow", get(async || sleep(Duration::from_millis(200)).await));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(serve(listener, router, limits, async {
            let _ = stopped.await;
        }));
        Ok((address, stop, task))
    }

    async fn ask(address: SocketAddr) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(b"GET /slow HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n").await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        Ok(answer)
    }

    #[tokio::test]
    async fn who_sends_no_headers_is_let_go() -> Tried {
        let limits = Limits { headers: Duration::from_millis(50), ..Limits::default() };
        let (address, _stop, _task) = start(limits).await?;
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(b"GET /slow HTTP/1.1\r\nhost:").await?;
        timeout(Duration::from_secs(5), stream.read_to_end(&mut Vec::new())).await??;
        Ok(())
    }

    #[tokio::test]
    async fn open_requests_end_before_the_server_does() -> Tried {
        let (address, stop, task) = start(Limits::default()).await?;
        let asked = tokio::spawn(ask(address));
        sleep(Duration::from_millis(50)).await;
        drop(stop);
        timeout(Duration::from_secs(5), task).await??;
        assert!(asked.await??.starts_with("HTTP/1.1 200"));
        Ok(())
    }

    #[tokio::test]
    async fn draining_ends_in_time() -> Tried {
        let limits = Limits { drain: Duration::from_millis(20), ..Limits::default() };
        let (address, stop, task) = start(limits).await?;
        let _asked = tokio::spawn(ask(address));
        sleep(Duration::from_millis(50)).await;
        drop(stop);
        timeout(Duration::from_millis(120), task).await??;
        Ok(())
    }

    #[tokio::test]
    async fn connections_over_the_limit_wait() -> Tried {
        let limits = Limits { connections: 1, ..Limits::default() };
        let (address, _stop, _task) = start(limits).await?;
        let started = Instant::now();
        let (first, second) = tokio::join!(ask(address), ask(address));
        assert!(first?.starts_with("HTTP/1.1 200") && second?.starts_with("HTTP/1.1 200"));
        assert!(started.elapsed() >= Duration::from_millis(400));
        Ok(())
    }
}

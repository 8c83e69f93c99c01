//! The operator's verbs reach a running service by a local socket: one process holds keys and
//! data, and the verb is carried out there, by the same code as without a service.
//!
//! Whoever can open the socket (mode 0600, the service's own user) could read the keys as well,
//! so it gives no more than the folder itself does.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use seloste_kernel::{Fault, FaultKind};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use crate::app::App;
use crate::cli::{self, EngineVerb, Given};
use crate::files;
use crate::output::{Ending, Output};

/// A call may be at most this long.
const CALL_BYTES_MAX: u64 = 1024 * 1024;

/// A call must have come in whole by then.
const CALL_TIME: Duration = Duration::from_secs(10);

/// The pause after a call could not be taken.
const ACCEPT_PAUSE: Duration = Duration::from_millis(200);

#[derive(Serialize, Deserialize)]
struct Call {
    args: Vec<String>,
    given: Given,
    output: Output,
}

#[derive(Serialize, Deserialize)]
struct Answer {
    output: Output,
    ending: Ending,
}

/// Asks the running service, if there is one; `None` when nobody listens.
///
/// # Errors
/// `Environment` when the service is there but its answer is not understood.
pub async fn ask(
    socket: &Path,
    args: Vec<String>,
    given: &Given,
    output: &Output,
) -> Result<Option<(Output, Ending)>, Fault> {
    use std::io::ErrorKind;
    let mut stream = match UnixStream::connect(socket).await {
        // No service, or one that was killed.
        Err(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) =>
        {
            return Ok(None);
        }
        connected => connected.map_err(unreachable_service)?,
    };
    let call = serde_json::to_vec(&Call { args, given: given.clone(), output: output.clone() })
        .map_err(Fault::internal)?;
    stream.write_all(&call).await.map_err(unreachable_service)?;
    stream.shutdown().await.map_err(unreachable_service)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.map_err(unreachable_service)?;
    let answer: Answer = serde_json::from_slice(&answer).map_err(unreachable_service)?;
    Ok(Some((answer.output, answer.ending)))
}

fn unreachable_service(error: impl std::fmt::Display) -> Fault {
    Fault::new(FaultKind::Environment, "fault-service-silent").because(error)
}

/// Listens until the service stops. A socket left by a killed service is replaced: the lock on
/// the keys has already told that nobody else runs.
///
/// # Errors
/// `Environment` when the socket cannot be made.
pub fn listen(app: Arc<App>, socket: &Path) -> Result<tokio::task::JoinHandle<()>, Fault> {
    use std::os::unix::fs::PermissionsExt;
    let failed = files::unreadable(socket);
    match std::fs::remove_file(socket) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    let listener = UnixListener::bind(socket).map_err(&failed)?;
    std::fs::set_permissions(socket, std::fs::Permissions::from_mode(0o600)).map_err(&failed)?;
    Ok(tokio::spawn(async move {
        loop {
            let stream = match listener.accept().await {
                Ok((stream, _)) => stream,
                // Too many open files, mostly: it passes.
                Err(error) => {
                    tracing::warn!(%error, "the local socket did not take a call");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            };
            let app = Arc::clone(&app);
            tokio::spawn(async move {
                if let Err(error) = answer(app, stream).await {
                    tracing::warn!(%error, "an operator's call was not answered");
                }
            });
        }
    }))
}

async fn answer(app: Arc<App>, mut stream: UnixStream) -> std::io::Result<()> {
    let mut call = Vec::new();
    tokio::time::timeout(CALL_TIME, (&mut stream).take(CALL_BYTES_MAX).read_to_end(&mut call))
        .await??;
    let Ok(Call { args, given, mut output }) = serde_json::from_slice::<Call>(&call) else {
        return Ok(());
    };
    let ending = match cli::parse_engine_verb(&args) {
        Some(verb) => run(&app, verb, &given, &mut output).await,
        None => Ending::Usage,
    };
    let answer = serde_json::to_vec(&Answer { output, ending }).unwrap_or_default();
    stream.write_all(&answer).await?;
    stream.shutdown().await
}

/// Carries a verb out; a fault is told in the output.
pub async fn run(app: &Arc<App>, verb: EngineVerb, given: &Given, output: &mut Output) -> Ending {
    match cli::run_engine_verb(app, verb, given, output).await {
        Ok(ending) => ending,
        Err(fault) => output.fault(&fault),
    }
}

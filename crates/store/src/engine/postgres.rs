//! PostgreSQL: one connection per worker thread, driven by a small runtime of the thread's own,
//! so that no statement hops between threads.

use std::collections::HashMap;
use std::net::IpAddr;
use std::pin::pin;

use seloste_kernel::Fault;
use tokio::runtime::Runtime;
use tokio_postgres::config::Host;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, NoTls, Statement};

use super::sole::Held;
use crate::fault;
use crate::value::{Row, Value};

type Refused = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut bytes::BytesMut) -> Result<IsNull, Refused> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(value) => value.to_sql_checked(ty, out),
            Value::Text(text) => text.to_sql_checked(ty, out),
            Value::Bytes(bytes) => bytes.to_sql_checked(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Each value checks for itself, when it is known which one it is.
        true
    }

    to_sql_checked!();
}

/// One connection, made at its first use and again after the server was away.
pub(crate) struct Session {
    url: String,
    search_path: String,
    runtime: Runtime,
    open: Option<Open>,
    /// Without which it does nothing.
    held: Option<Held>,
}

struct Open {
    client: Client,
    statements: HashMap<String, Statement>,
}

/// Prepared statements kept per connection; when full, all are dropped and made anew.
const STATEMENT_CACHE: usize = 512;

impl Session {
    /// A session that will connect when it is first used.
    pub(crate) fn new(url: &str, search_path: &str) -> Result<Self, Fault> {
        check_nearness(url)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| fault::environment("store-unreachable", error))?;
        Ok(Self {
            url: url.to_owned(),
            search_path: search_path.to_owned(),
            runtime,
            open: None,
            held: None,
        })
    }

    /// The same, for writing: it does nothing while another process may write.
    pub(crate) fn alone(self, held: Held) -> Self {
        Self { held: Some(held), ..self }
    }

    /// Connects where needed. Only before a transaction, never inside one: on a new connection
    /// the rest of a broken transaction would be kept without its beginning.
    pub(crate) fn connect(&mut self) -> Result<(), Fault> {
        self.held.as_ref().map_or(Ok(()), Held::demand)?;
        if self.open.as_ref().is_some_and(|open| !open.client.is_closed()) {
            return Ok(());
        }
        self.open = None;
        let settings = format!(
            "SET search_path = {}; SET synchronous_commit = on; SET TimeZone = 'UTC'",
            self.search_path
        );
        let url = &self.url;
        let client = self.runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
            tokio::spawn(async move {
                if let Err(error) = connection.await {
                    tracing::warn!(%error, "the connection to PostgreSQL ended");
                }
            });
            client.batch_execute(&settings).await?;
            Ok(client)
        });
        let client = client.map_err(|error| fault::postgres(&error))?;
        self.open = Some(Open { client, statements: HashMap::new() });
        Ok(())
    }

    /// Gives the connection up.
    pub(crate) fn disconnect(&mut self) {
        self.open = None;
    }

    /// Runs statements without parameters or answer, such as the borders of a transaction.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        let open = self.open.as_ref().ok_or_else(not_connected)?;
        self.runtime
            .block_on(open.client.batch_execute(sql))
            .map_err(|error| fault::postgres(&error))
    }

    fn prepare(&mut self, sql: &str) -> Result<Statement, Fault> {
        let open = self.open.as_mut().ok_or_else(not_connected)?;
        if let Some(statement) = open.statements.get(sql) {
            return Ok(statement.clone());
        }
        if open.statements.len() >= STATEMENT_CACHE {
            open.statements.clear();
        }
        let statement = self
            .runtime
            .block_on(open.client.prepare(sql))
            .map_err(|error| fault::postgres(&error))?;
        open.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// Runs a statement; says how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &str, params: &[Value<'_>]) -> Result<u64, Fault> {
        let statement = self.prepare(sql)?;
        let open = self.open.as_ref().ok_or_else(not_connected)?;
        self.runtime
            .block_on(open.client.execute_raw(&statement, slots(params)))
            .map_err(|error| fault::postgres(&error))
    }

    /// Runs a statement once for each list of parameters; all are on their way before the first
    /// answer comes.
    pub(crate) fn execute_each<const N: usize>(
        &mut self,
        sql: &str,
        lists: &[[Value<'_>; N]],
    ) -> Result<(), Fault> {
        let statement = self.prepare(sql)?;
        let open = self.open.as_ref().ok_or_else(not_connected)?;
        let sent = lists.iter().map(|params| open.client.execute_raw(&statement, slots(params)));
        self.runtime
            .block_on(futures_util::future::try_join_all(sent))
            .map(drop)
            .map_err(|error| fault::postgres(&error))
    }

    /// Runs a query; shows its rows one after the other.
    pub(crate) fn each(
        &mut self,
        sql: &str,
        params: &[Value<'_>],
        see: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        use futures_util::TryStreamExt as _;
        let statement = self.prepare(sql)?;
        let open = self.open.as_ref().ok_or_else(not_connected)?;
        self.runtime.block_on(async {
            let rows = open.client.query_raw(&statement, slots(params)).await;
            let mut rows = pin!(rows.map_err(|error| fault::postgres(&error))?);
            while let Some(row) = rows.try_next().await.map_err(|error| fault::postgres(&error))? {
                see(&Row::Postgres(&row))?;
            }
            Ok(())
        })
    }
}

/// Without TLS only a server on this machine may be spoken to: the rows are sealed, but their
/// structure and the password are not.
fn check_nearness(url: &str) -> Result<(), Fault> {
    // The parser's own message could repeat parts of the text, and with them the password.
    let config: tokio_postgres::Config = url
        .parse()
        .map_err(|_| fault::environment("store-unreachable", "not a connection string"))?;
    let near = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|host| host.is_loopback())
        }
    };
    let hosts = config.get_hosts();
    let addresses = config.get_hostaddrs();
    if !hosts.is_empty() && hosts.iter().all(near) && addresses.iter().all(IpAddr::is_loopback) {
        return Ok(());
    }
    let cause = "PostgreSQL must be on this machine (localhost or a socket): no TLS yet";
    Err(fault::environment("store-unreachable", cause))
}

fn not_connected() -> Fault {
    fault::environment("store-unreachable", "not connected")
}

fn slots<'a>(params: &'a [Value<'a>]) -> impl ExactSizeIterator<Item = &'a (dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_server_on_this_machine_is_spoken_to_without_tls() {
        for near in [
            "host=127.0.0.1 user=a",
            "host=localhost,::1 user=a",
            "host=/run/postgresql user=a",
            "postgresql://a:b@localhost/seloste",
        ] {
            assert!(check_nearness(near).is_ok(), "{near}");
        }
        for far in [
            "host=db.example.fi user=a",
            "host=localhost,192.0.2.1 user=a",
            "host=localhost hostaddr=192.0.2.1 user=a",
            "user=a",
            "host=localhost passwort=hidden-word",
        ] {
            let fault = check_nearness(far).unwrap_err();
            assert!(!format!("{fault:?}").contains("hidden-word"), "{fault:?}");
        }
    }
}

//! The way to a server, and the lock of whoever writes.

use std::time::Duration;

use deadpool_postgres::{Manager, Pool};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::config::SslMode;
use tokio_postgres::{Client, Config, NoTls};

use crate::store::{StoreError, masked};

/// Connections at a time: one is written through, the others looked through.
const CONNECTIONS: usize = 4;

/// How long a server that does not answer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the server of this machine listens, when an address names no host.
const SOCKETS: &str = "/var/run/postgresql";

/// Asked of the server for every connection: what it reports as written is on the disk,
/// and it gives up soon on one that has died, with the lock it may hold.
const SETTINGS: &str =
    "-c synchronous_commit=on -c tcp_keepalives_idle=60 -c client_connection_check_interval=2000";

/// The key of the lock: `barrierf` as a number.
const LOCK: i64 = i64::from_be_bytes(*b"barrierf");

/// Whether an address can be understood.
pub(in crate::store) fn check(url: &str) -> bool {
    (url.starts_with("postgresql:") || url.starts_with("postgres:")) && url.parse::<Config>().is_ok()
}

/// The connections to a server; nothing is asked of it yet.
pub(super) fn pool(url: &str) -> Result<Pool, StoreError> {
    let manager = Manager::new(config(url)?, NoTls);
    Pool::builder(manager).max_size(CONNECTIONS).build().map_err(|error| StoreError::Database(error.into()))
}

fn config(url: &str) -> Result<Config, StoreError> {
    let unknown = || StoreError::BadAddress(masked(url, |_| "***".to_owned()));
    let mut config: Config = url.parse().map_err(|_| unknown())?;
    if matches!(config.get_ssl_mode(), SslMode::Require) {
        return Err(StoreError::NoEncryption);
    }
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        config.host(SOCKETS);
    }
    if let (None, Ok(password)) = (config.get_password(), std::env::var("PGPASSWORD")) {
        config.password(password);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    if config.get_application_name().is_none() {
        config.application_name(env!("CARGO_PKG_NAME"));
    }
    config.options([config.get_options().unwrap_or_default(), SETTINGS].join(" "));
    Ok(config)
}

pub(super) fn runtime() -> Result<Runtime, StoreError> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}

/// Takes the lock of whoever writes; one whose process just died has it a moment longer.
pub(super) async fn lock(db: &Client) -> Result<(), StoreError> {
    db.batch_execute(&format!("SET lock_timeout = {}", PATIENCE.as_millis())).await?;
    db.query_one("SELECT pg_advisory_lock($1)::text", &[&LOCK]).await?;
    Ok(db.batch_execute("SET lock_timeout = 0").await?)
}

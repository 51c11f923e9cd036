//! A `PostgreSQL` server of the tests' own, one for each program that tests, and fresh databases on it.
//!
//! Debian's packages are needed (`tests/setup` installs them). Where they are
//! missing a test says so and tries nothing, but where `CI` is set it fails.

#![allow(
    dead_code,
    clippy::print_stdout,
    reason = "each program that tests uses a part of it, and tests say what they leave out"
)]

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The programs of the server, and the folder its socket is in.
struct Server {
    programs: String,
    folder: String,
    /// Ends with this program: the end of its standard input tells it to.
    _running: Child,
}

/// A fresh database.
pub(crate) struct Database {
    name: String,
    server: &'static Server,
}

/// As its own user where root must not run a server.
const START: &str = "cd /; [ \"$(id -u)\" != 0 ] || exec setpriv --reuid=postgres --regid=postgres \
                     --clear-groups sh -c \"$0\"; exec sh -c \"$0\"";

fn server() -> Result<&'static Server, &'static str> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    SERVER.get_or_init(start).as_ref().map_err(String::as_str)
}

fn start() -> Result<Server, String> {
    let mut command = Command::new("sh");
    command.args(["-c", START, include_str!("server.sh")]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().map_err(|error| error.to_string())?;
    let mut line = String::new();
    let out = running.stdout.take().expect("a pipe");
    BufReader::new(out).read_line(&mut line).map_err(|error| error.to_string())?;
    let Some((programs, folder)) = line.trim().split_once(' ') else {
        let said = running.wait_with_output().map_err(|error| error.to_string())?;
        return Err(String::from_utf8_lossy(&said.stderr).into_owned());
    };
    Ok(Server { programs: programs.to_owned(), folder: folder.to_owned(), _running: running })
}

impl Database {
    /// One with `PostGIS` in it; none, and said so, where there can be no server.
    pub(crate) fn new() -> Option<Self> {
        Self::of("with_postgis")
    }

    /// One without.
    pub(crate) fn plain() -> Option<Self> {
        Self::of("template1")
    }

    fn of(template: &str) -> Option<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        match server() {
            Ok(server) => {
                let name = format!("city{}", NUMBER.fetch_add(1, Ordering::Relaxed));
                let postgres = Self { name: "postgres".to_owned(), server };
                postgres.sql(&format!("CREATE DATABASE {name} TEMPLATE {template}"));
                Some(Self { name, server })
            }
            Err(why) => {
                let how = "apt-get install postgresql-15 postgresql-15-postgis-3";
                assert!(std::env::var_os("CI").is_none(), "no PostgreSQL here ({how}): {why}");
                println!("not tried: no PostgreSQL here ({how}): {why}");
                None
            }
        }
    }

    /// Its address for its owner.
    pub(crate) fn url(&self) -> String {
        self.url_of("postgres")
    }

    /// Its address for a user, with a password where one is wanted.
    pub(crate) fn url_of(&self, user: &str) -> String {
        let host = self.server.folder.replace('/', "%2F");
        format!("postgresql://{user}@{host}/{}", self.name)
    }

    /// What the server answers, columns apart by `|`.
    pub(crate) fn sql(&self, sql: &str) -> String {
        let psql = format!("{}/psql", self.server.programs);
        let to = ["-h", &self.server.folder, "-U", "postgres", "-d", &self.name];
        let how = ["-qAtX", "-v", "ON_ERROR_STOP=1", "-c", sql];
        let output = Command::new(psql).args(to).args(how).output().expect("psql");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }
}

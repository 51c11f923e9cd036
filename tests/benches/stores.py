#!/usr/bin/env python3
"""A survey of a million rows from CSV into each store, beside ogr2ogr into the same kind of store.

    tests/benches/stores.py [ROWS...]

Needs a release build, Linux, and what `tests/setup` installs. The server is one of its own, whose
commits are on the disk (fsync), as are those of the files. The four take turns, twice; the better
run of each counts. Of a server the peak of memory is that of the client.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/release/barrierfree"
COLUMNS = ["rows", "MB in", "into", "by", "wall s", "user s", "peak MiB", "rows/s"]
ROUNDS = 2
PLACES = ["-oo", "X_POSSIBLE_NAMES=经度", "-oo", "Y_POSSIBLE_NAMES=纬度", "-oo", "AUTODETECT_TYPE=YES",
          "-a_srs", "EPSG:4326"]


def survey(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write("设施编号,名称,停车场种类,总车位数,无障碍车位数,无障碍车位标识,经度,纬度,调查日期\n")
        for row in range(rows):
            file.write(f"P{row},第{row}停车场,独立公共停车场,{row % 400 + 1},{row % 9},有,"
                       f"{107.3 + row % 1000 / 5000},{40.7 + row // 1000 / 5000},2026-05-{row % 28 + 1:02}\n")


def run(command, cwd):
    """Wall and user seconds, and the peak of memory in MiB."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    return time.monotonic() - start, usage.ru_utime, usage.ru_maxrss / 1024


class Server:
    """A server that ends with this program."""

    def __init__(self):
        script = (ROOT / "tests/support/server.sh").read_text()
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        self.running = subprocess.Popen([*user, "sh", "-c", script], cwd="/", stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.programs, self.folder = self.running.stdout.readline().split()
        self.sql("ALTER SYSTEM SET fsync = on")
        self.sql("SELECT pg_reload_conf()")

    def sql(self, sql, database="postgres"):
        psql = [f"{self.programs}/psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "postgres"]
        return subprocess.run([*psql, "-d", database, "-c", sql], check=True, capture_output=True, text=True).stdout

    def database(self, name):
        self.sql(f"DROP DATABASE IF EXISTS {name}")
        self.sql(f"CREATE DATABASE {name} TEMPLATE with_postgis")
        return name


def ours(folder, source, store):
    (folder / "barrierfree.toml").write_text(f"store = '{store}'\n")
    return run([PROGRAM, "import", source], folder)


def measure(rows, server):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "survey.csv"
        survey(source, rows)
        host = server.folder.replace("/", "%2F")
        peer = ["ogr2ogr", "--config", "PG_USE_COPY", "YES", "-f"]
        kinds = {
            ("GeoPackage", "barrierfree"): lambda turn: ours(folder, source, f"{turn}.gpkg"),
            ("GeoPackage", "ogr2ogr"): lambda turn: run([*peer, "GPKG", f"ogr{turn}.gpkg", source, *PLACES], folder),
            ("PostGIS", "barrierfree"): lambda turn: ours(
                folder, source, f"postgresql://postgres@{host}/{server.database('ours')}"),
            ("PostGIS", "ogr2ogr"): lambda turn: run(
                [*peer, "PostgreSQL", f"PG:host={server.folder} user=postgres dbname={server.database('theirs')}",
                 source, *PLACES], folder),
        }
        best = {}
        for turn in range(ROUNDS):
            for kind, work in kinds.items():
                best[kind] = min(best.get(kind, (float("inf"),)), work(turn))
        kept = int(server.sql("SELECT count(*) FROM barrierfree.observation", "ours"))
        if kept != rows:
            sys.exit(f"{kept} rows of {rows} are there")
        megabytes = round(source.stat().st_size / 1e6)
        for (into, by), (wall, user, peak) in best.items():
            row = [rows, megabytes, into, by, round(wall, 2), round(user, 2), round(peak), round(rows / wall)]
            print(" | ".join(f"{value:>11}" for value in row), flush=True)


def main():
    server = Server()
    print(" | ".join(f"{name:>11}" for name in COLUMNS))
    for rows in [int(word) for word in sys.argv[1:]] or [1_000_000]:
        measure(rows, server)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""From survey files to findings: makes the made-up city, audits it, and prints what that took.

    tests/benches/intake.py [SIZE...] [--peer]

Needs a release build, Linux, and nothing but Python. With `--peer`, DuckDB (`pip install duckdb`)
reads the same files as text, to relate to: reading alone, without understanding anything.
The last column says whether one processor gives the same bytes.
"""

import hashlib
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release/barrierfree"
# What was known by a day to come is known by now: two runs of different seconds say the same.
AUDIT = ["audit", "--standard", "auto", "--as-of", "2026-11-01", "--known-by", "2099-12-31",
         "--format", "json", "--fail-on", "never"]
COLUMNS = ["facilities", "files", "MB in", "failed", "open", "facilities open", "MB out",
           "wall s", "CPU s", "peak MiB", "same on one"]


def run(files, out, processors):
    """Audits the files; wall and processor seconds, and the peak of memory."""
    def pin():
        os.sched_setaffinity(0, processors)

    start = time.monotonic()
    process = subprocess.Popen([PROGRAM, *AUDIT, "-o", out, *files], preexec_fn=pin,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"the audit ended with {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def count(path):
    """Failed findings, open ones, and facilities with open ones; by a program of its own, so that its memory is its own."""
    code = ("import json, sys; report = json.load(open(sys.argv[1], encoding='utf-8')); "
            "found = [[one['outcome'] for one in of['findings']] for of in report['facilities']]; "
            "print(sum(of.count('failed') for of in found), "
            "sum(of.count('cantTell') for of in found), sum('cantTell' in of for of in found))")
    counted = subprocess.run([sys.executable, "-c", code, path], check=True, capture_output=True, text=True)
    return [int(word) for word in counted.stdout.split()]


def duckdb(folder):
    """DuckDB as a program of its own, so that its time and memory are its own."""
    code = ("import duckdb, sys; db = duckdb.connect(); db.execute('set threads = 2'); "
            "print(db.execute(\"select count(columns(*)) from read_csv(?, all_varchar = true, "
            "union_by_name = true, ignore_errors = true)\", [sys.argv[1]]).fetchone()[0])")
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, time.monotonic()
    subprocess.run([sys.executable, "-c", code, f"{folder}/*.csv"], check=True, stdout=subprocess.DEVNULL)
    user = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"    DuckDB, reading alone: {time.monotonic() - start:.1f} s wall, {user:.1f} s user")


def measure(size, peer):
    with tempfile.TemporaryDirectory() as folder:
        city, out = pathlib.Path(folder, "city"), pathlib.Path(folder, "out.json")
        subprocess.run([PROGRAM, "demo", city, "--size", str(size)], check=True, stdout=subprocess.DEVNULL)
        files = sorted(city.glob("*.csv"))
        all_processors = os.sched_getaffinity(0)
        wall, busy, peak = run(files, out, set(list(all_processors)[:2]))
        first = digest(out)
        counts, out_bytes = count(out), out.stat().st_size
        run(files, out, set(list(all_processors)[:1]))
        row = [size, len(files), round(sum(file.stat().st_size for file in files) / 1e6),
               *counts, round(out_bytes / 1e6), round(wall, 2), round(busy, 2), round(peak), "yes" if digest(out) == first else "NO"]
        print(" | ".join(f"{value:>11}" for value in row), flush=True)
        if peer:
            duckdb(city)


def main():
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or [10_000, 100_000, 1_000_000]
    print(" | ".join(f"{name:>11}" for name in COLUMNS))
    for size in sizes:
        measure(size, "--peer" in sys.argv)


if __name__ == "__main__":
    main()

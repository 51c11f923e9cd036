"""The forty rules of `forty/`, counted by barrierfree and by DuckDB on the same rows.

usage: forty.py FOLDER ROWS [ROUNDS]
needs: pip install duckdb==2.0.0 numpy, and `cargo build --release --example forty`

Writes the rows as columns, has both engines count outcomes by district and rule in
turn, demands that the two tables are equal cell for cell, and prints the medians.
DuckDB has its rows in memory and is asked in three forms, of which the best counts;
the rules it runs are translated from the pack, so that there is one text of them.
"""

import os
import re
import statistics
import subprocess
import sys
import time
import tomllib

import duckdb
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
DISTRICTS = 3000
THREADS = 2
KINDS = dict(parking_lot=22, garage=4, school=6, library=3, clinic=6, office=10, transit_stop=20,
             rail_station=1, restroom=5, park=8, museum=2, shop=13)
SURFACES = dict(asphalt=55, concrete=30, brick=6, gravel=4, grass=3, sand=2)
SIGNS = dict(none=5, text=15, pictogram=60, tactile=20)
# share of yes, share of not recorded, in percent
FLAGS = dict(has_sign=(90, 10), sign_visible=(92, 15), has_ramp=(35, 10), has_steps=(30, 10),
             has_elevator=(40, 10), has_handrail=(90, 20), has_tactile=(85, 20), has_audio=(80, 25),
             step_free_entrance=(88, 10), automatic_door=(85, 20), has_restroom=(40, 10),
             restroom_grab_bars=(90, 20), restroom_turning=(88, 25), has_lighting=(95, 10),
             has_bench=(90, 15), has_shelter=(90, 10), surface_firm=(93, 10), has_curb_cut=(90, 15),
             has_braille=(80, 25), staff_assist=(70, 20))


def rows(count, seed=7):
    """Columns as (name, values, where nothing is recorded)."""
    rng = np.random.default_rng(seed)

    def missing(percent):
        return rng.random(count, dtype=np.float32) < percent / 100

    def choice(shares):
        weights = np.array(list(shares.values()), float)
        return rng.choice(len(weights), count, p=weights / weights.sum()).astype(np.uint8)

    def whole(values):
        return np.asarray(values).astype(np.int32)

    weights = rng.lognormal(0, 1, DISTRICTS)
    yield "district", np.sort(rng.choice(DISTRICTS, count, p=weights / weights.sum())).astype(np.int32), None
    kind = choice(KINDS)
    yield "kind", kind, None
    no_cars = kind > 1
    total = whole(np.clip(rng.lognormal(3.6, 1.1, count), 1, 5000))
    accessible = np.maximum(0, whole(np.round(total * rng.normal(.035, .012, count))))
    wrong = rng.integers(-1, 2, count) * (rng.random(count) < .3)
    yield "total_spaces", total, no_cars | missing(8)
    yield "accessible_spaces", accessible, no_cars | missing(15)
    yield "van_spaces", np.maximum(0, whole(np.ceil(accessible / 6) + wrong)), no_cars | missing(30)
    yield "ramp_slope", whole(np.round(np.clip(rng.normal(.07, .012, count), .01, .2) * 10_000)), missing(25)
    yield "ramp_rise", whole(rng.integers(50, 800, count)), missing(30)
    yield "ramp_width", whole(rng.normal(1200, 150, count)), missing(20)
    yield "door_width", whole(rng.normal(950, 80, count)), missing(20)
    yield "threshold", whole(np.abs(rng.normal(6, 4, count))), missing(25)
    yield "route_width", whole(rng.normal(1500, 250, count)), missing(20)
    yield "floors", whole(np.minimum(1 + rng.geometric(.5, count), 40) - 1), missing(10)
    yield "counter_height", whole(rng.normal(800, 40, count)), missing(30)
    yield "sign_height", whole(rng.normal(1700, 120, count)), missing(30)
    for name, (yes, silent) in FLAGS.items():
        yield name, (rng.random(count, dtype=np.float32) < yes / 100).astype(np.uint8), missing(silent)
    yield "surface", choice(SURFACES), missing(10)
    yield "sign_type", choice(SIGNS), missing(15)
    yield "last_inspected", whole(rng.integers(19_600, 20_700, count)), missing(12)
    yield "opened", whole(rng.integers(0, 20_400, count)), missing(20)


def write(folder, count):
    os.makedirs(folder, exist_ok=True)
    for name, values, silent in rows(count):
        blank = 255 if values.dtype == np.uint8 else np.iinfo(np.int32).min
        if silent is not None:
            values = np.where(silent, blank, values).astype(values.dtype)
        values.tofile(f"{folder}/{name}.{'u8' if values.dtype == np.uint8 else 'i32'}")
    for name, shares in (("kind", KINDS), ("surface", SURFACES), ("sign_type", SIGNS)):
        with open(f"{folder}/{name}.names", "w") as file:
            file.write("\n".join(shares))


def load(folder):
    """The same columns as a table of DuckDB, each in its narrowest type."""
    db = duckdb.connect()
    db.execute(f"SET threads = {THREADS}")
    arrays, select = {}, []
    for file in sorted(os.listdir(folder)):
        name, ending = os.path.splitext(file)
        if ending not in (".u8", ".i32"):
            continue
        values = np.fromfile(f"{folder}/{file}", np.uint8 if ending == ".u8" else np.int32)
        arrays[name] = values
        blank = 255 if ending == ".u8" else np.iinfo(np.int32).min
        as_is = f"nullif({name}, {blank})"
        if name in FLAGS:
            as_is = f"{as_is}::BOOLEAN"
        elif name in ("last_inspected", "opened"):
            as_is = f"DATE '1970-01-01' + {as_is}"
        elif name == "ramp_slope":
            as_is = f"{as_is} / 10000.0::DOUBLE"
        elif name == "district":
            as_is = f"{name}::USMALLINT"
        select.append(f"{as_is} AS {name}")
    db.register("columns", arrays)
    db.execute(f"CREATE TABLE t AS SELECT {', '.join(select)} FROM columns")
    db.unregister("columns")
    return db


def sql(text):
    """A condition of the pack as SQL over those columns."""
    for shares in (KINDS, SURFACES, SIGNS):
        for code, name in enumerate(shares):
            text = text.replace(f"'{name}'", str(code))
    text = re.sub(r"mm\((\d+)\)", r"\1", text)
    text = re.sub(r"DATE\('([-\d]+)'\)", r"DATE '\1'", text)
    # `greatest` of DuckDB leaves unknown values out, which would turn unknown into passed.
    text = re.sub(r"(\w+) >= greatest\((\d+), (.*)\)$", r"(\1 >= \2 AND \1 >= \3)", text)
    return re.sub(r"(?<![\w.])(\d+\.\d+)", r"\1::DOUBLE", text.replace("1 / 12", "1 / 12::DOUBLE"))


def rules():
    with open(f"{HERE}/forty/xx-forty/pack.toml", "rb") as file:
        pack = tomllib.load(file)
    return [(one["id"], sql(one.get("applies", "TRUE")), sql(one["expects"][0]["check"]))
            for one in pack["requirement"]]


RULES = rules()


def outcome(applies, check, values):
    passed, failed, unknown, no = values
    if applies == "TRUE":
        return f"CASE WHEN {check} THEN {passed} WHEN NOT ({check}) THEN {failed} ELSE {unknown} END"
    return (f"CASE WHEN NOT ({applies}) THEN {no} WHEN ({applies}) AND ({check}) THEN {passed} "
            f"WHEN ({applies}) AND NOT ({check}) THEN {failed} ELSE {unknown} END")


def packed():
    """Three counts in fields of one sum."""
    values = [f"{1 << shift}::BIGINT" for shift in (0, 21, 42)] + ["0::BIGINT"]
    sums = ", ".join(f"sum({outcome(a, c, values)})" for _, a, c in RULES)
    return f"SELECT district, count(*), {sums} FROM t GROUP BY district"


def unpacked(found):
    field = (1 << 21) - 1
    return [row[:2] + tuple(int(one) >> shift & field for one in row[2:] for shift in (0, 21, 42))
            for row in found]


def filtered():
    """An outcome a rule first, then counts with a filter."""
    outcomes = ", ".join(f"{outcome(a, c, [0, 1, 2, 3])} AS o{i}" for i, (_, a, c) in enumerate(RULES))
    counts = ", ".join(f"count(*) FILTER (o{i} = {k})" for i in range(len(RULES)) for k in range(3))
    return f"SELECT district, count(*), {counts} FROM (SELECT district, {outcomes} FROM t) GROUP BY district"


def conditions():
    """Three truths a rule, counted where they hold."""
    counts = []
    for _, a, c in RULES:
        cases = [f"({a}) AND ({c})", f"({a}) AND NOT ({c})"]
        counts += [f"count(*) FILTER ({one})" for one in cases]
        counts.append("count(*)" + "".join(f" - count(*) FILTER ({one})" for one in [*cases, f"NOT ({a})"]))
    return f"SELECT district, count(*), {', '.join(counts)} FROM t GROUP BY district"


FORMS = dict(packed=packed(), filtered=filtered(), conditions=conditions())


def cells(found):
    table = {}
    for row in found:
        for number, (rule, _, _) in enumerate(RULES):
            passed, failed, unknown = row[2 + 3 * number: 5 + 3 * number]
            table[row[0], rule] = (passed, failed, unknown, row[1] - passed - failed - unknown)
    return table


def own_cells(folder):
    with open(f"{folder}/counts.csv") as file:
        rows = (line.rstrip("\n").split(",") for line in list(file)[1:])
        return {(int(district), rule): tuple(map(int, counts)) for district, rule, *counts in rows}


class Own:
    """The benchmark's own process, told what to do line by line."""

    def __init__(self, folder):
        command = [f"{HERE}/../../target/release/examples/forty", folder]
        command[0] = os.environ.get("FORTY", command[0])
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.loaded = self.process.stdout.readline().split()

    def do(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        _, seconds, peak = self.process.stdout.readline().split()
        return float(seconds), int(peak)


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    if not os.path.exists(f"{folder}/opened.i32"):
        write(folder, count)
    db, own = load(folder), Own(folder)
    print(f"{count} rows; loaded in {own.loaded[1]} s, {own.loaded[2]} MiB")
    own.do("table")
    expected = own_cells(folder)
    times = {name: [] for name in ["own", *FORMS]}
    for _ in range(rounds):
        times["own"] += [own.do("run")[0] for _ in range(3)]
        for name, query in FORMS.items():
            start = time.perf_counter()
            found = db.execute(query).fetchall()
            times[name].append(time.perf_counter() - start)
            found = unpacked(found) if name == "packed" else found
            assert cells(found) == expected, f"{name}: the tables differ"
    peak = own.do("run")[1]
    for name, taken in times.items():
        print(f"{name:12} min {min(taken):.4f} median {statistics.median(taken):.4f} max {max(taken):.4f} s")
    best = min(FORMS, key=lambda name: statistics.median(times[name]))
    ratio = statistics.median(times[best]) / statistics.median(times["own"])
    totals = [sum(column) for column in zip(*expected.values())]
    print(f"equal in {len(expected)} cells of 4; passed, failed, unknown, inapplicable {totals}")
    print(f"peak {peak} MiB; {ratio:.1f} times as fast as DuckDB {duckdb.__version__} ({best})")


if __name__ == "__main__":
    main()

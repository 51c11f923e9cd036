#!/usr/bin/env python3
"""A survey of a million rows from CSV, XLSX and GeoJSON into each store, beside ogr2ogr into the same kind of store.

    tests/benches/stores.py [ROWS...]

Needs a release build, Linux, and what `tests/setup` installs. The server is one of its own, whose
commits are on the disk (fsync), as are those of the files. All take turns, twice; the better
run of each counts. Of a server the peak of memory is that of the client. Processor time is of the
program and not of the server; beside other work it says more than the time on the wall.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release/barrierfree"
COLUMNS = ["rows", "from", "MB in", "into", "by", "wall s", "CPU s", "peak MiB", "rows/s"]
ROUNDS = 2
PLACES = ["-oo", "X_POSSIBLE_NAMES=经度", "-oo", "Y_POSSIBLE_NAMES=纬度", "-oo", "AUTODETECT_TYPE=YES",
          "-a_srs", "EPSG:4326"]


HEADERS = ["设施编号", "名称", "停车场种类", "总车位数", "无障碍车位数", "无障碍车位标识", "经度", "纬度", "调查日期"]


def survey(rows):
    for row in range(rows):
        yield [f"P{row}", f"第{row}停车场", "独立公共停车场", row % 400 + 1, row % 9, "有",
               107.3 + row % 1000 / 5000, 40.7 + row // 1000 / 5000, f"2026-05-{row % 28 + 1:02}"]


def csv(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(",".join(map(str, row)) + "\n" for row in [HEADERS, *survey(rows)])


def geojson(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","features":[\n')
        for number, row in enumerate(survey(rows)):
            point = {"type": "Point", "coordinates": row[6:8]}
            properties = dict(zip(HEADERS[:6] + HEADERS[8:], row[:6] + row[8:]))
            feature = {"type": "Feature", "geometry": point, "properties": properties}
            file.write(",\n" * (number > 0) + json.dumps(feature, ensure_ascii=False))
        file.write("\n]}\n")


def xlsx(path, rows):
    """As spreadsheets write it, but for texts that stand in their cells."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def cell(value, name):
        if isinstance(value, str):
            return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        return f'<c r="{name}"><v>{value}</v></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
                      f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                      f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" '
                      f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>'
                      f'<sheet name="survey" sheetId="1" r:id="s"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships"><Relationship '
                      f'Id="s" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for number, row in enumerate([HEADERS, *survey(rows)], 1):
                cells = "".join(cell(value, f"{chr(65 + at)}{number}") for at, value in enumerate(row))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")


FORMATS = {"csv": csv, "xlsx": xlsx, "geojson": geojson}


def run(command, cwd):
    """Wall and processor seconds, and the peak of memory in MiB."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with {status}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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


def measure(rows, ending, server):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / f"survey.{ending}"
        FORMATS[ending](source, rows)
        host = server.folder.replace("/", "%2F")
        peer = ["ogr2ogr", "--config", "PG_USE_COPY", "YES", *(PLACES if ending == "csv" else ["-a_srs", "EPSG:4326"])]
        kinds = {
            ("GeoPackage", "barrierfree"): lambda turn: ours(folder, source, f"{turn}.gpkg"),
            ("GeoPackage", "ogr2ogr"): lambda turn: run([*peer, "-f", "GPKG", f"ogr{turn}.gpkg", source], folder),
            ("PostGIS", "barrierfree"): lambda turn: ours(
                folder, source, f"postgresql://postgres@{host}/{server.database('ours')}"),
            ("PostGIS", "ogr2ogr"): lambda turn: run(
                [*peer, "-f", "PostgreSQL",
                 f"PG:host={server.folder} user=postgres dbname={server.database('theirs')}", source], folder),
        }
        best = {}
        for turn in range(ROUNDS):
            for kind, work in kinds.items():
                best[kind] = min(best.get(kind, (float("inf"),)), work(turn))
        kept = int(server.sql("SELECT count(*) FROM barrierfree.observation", "ours"))
        if kept != rows:
            sys.exit(f"{kept} rows of {rows} are there")
        megabytes = round(source.stat().st_size / 1e6)
        for (into, by), (wall, busy, peak) in best.items():
            row = [rows, ending, megabytes, into, by, round(wall, 2), round(busy, 2), round(peak), round(rows / wall)]
            print(" | ".join(f"{value:>11}" for value in row), flush=True)


def main():
    server = Server()
    print(" | ".join(f"{name:>11}" for name in COLUMNS))
    for rows in [int(word) for word in sys.argv[1:]] or [1_000_000]:
        for ending in FORMATS:
            measure(rows, ending, server)


if __name__ == "__main__":
    main()

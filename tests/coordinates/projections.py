"""Writes what PROJ says about places into `projections.csv`, for tests/it/coordinates.rs.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install pyproj==3.7.2
    /tmp/venv/bin/python tests/coordinates/projections.py tests/coordinates

Without grids, as no network is asked. Standard output says which version spoke.
"""

import csv
import random
import sys
import warnings
from pathlib import Path

import pyproj
from pyproj.transformer import TransformerGroup

dice = random.Random(20261122)


def zones():
    """Every zone of the national grid at five places, up to three degrees from its meridian."""
    families = [(4491, 75, 6, 11), (4502, 75, 6, 11), (4513, 75, 3, 21), (4534, 75, 3, 21)]
    for first, start, step, count in families:
        for number in range(count):
            for beside in (-3.0, -1.5, 0.0, 0.7, 3.0):
                yield first + number, start + step * number + beside, dice.uniform(18, 53.5)


def others():
    """Systems beside it, each at five places where it is used."""
    boxes = {
        32643: (72, 78, 20, 50), 32650: (114, 120, 20, 53), 32651: (120, 126, 20, 53), 32755: (144, 150, -44, -10),
        3857: (73, 135, 18, 54), 25832: (6, 12, 47, 56), 25833: (12, 18, 46, 56), 28355: (144, 150, -44, -10),
        7855: (144, 150, -44, -10), 2154: (-4, 8, 42, 51), 3945: (-1, 7, 44.2, 45.8), 27700: (-6, 1.5, 50, 58),
        2157: (-10, -6, 51.6, 55.2), 3826: (120, 122, 22, 25.3), 2326: (113.85, 114.4, 22.2, 22.5),
    }
    for code, (west, east, south, north) in boxes.items():
        for _ in range(5):
            yield code, dice.uniform(west, east), dice.uniform(south, north)


def projections(folder):
    with open(folder / "projections.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["epsg", "longitude", "latitude", "east", "north"])
        for code, longitude, latitude in [*zones(), *others()]:
            longitude, latitude = round(longitude, 6), round(latitude, 6)
            east, north = transformer(code).transform(longitude, latitude)
            out.writerow([code, longitude, latitude, f"{east:.5f}", f"{north:.5f}"])


known = {}


def transformer(code):
    """From degrees of the system's own datum where that is WGS 84 but for centimetres, else from WGS 84."""
    if code not in known:
        crs = pyproj.CRS.from_epsg(code)
        base = pyproj.CRS.from_epsg(4326) if code in (27700, 2326, 3857) else crs.geodetic_crs
        # The best of those without a grid, which for Great Britain is the shift of seven parameters.
        known[code] = TransformerGroup(base, crs, always_xy=True).transformers[0]
    return known[code]


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # Great Britain's grid is not there, and is not wanted
    pyproj.network.set_network_enabled(False)
    print("pyproj", pyproj.__version__, "PROJ", pyproj.proj_version_str)
    projections(Path(sys.argv[1]))

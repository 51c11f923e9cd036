// Writes what `gcoord` says about GCJ-02 and BD-09 into shifts.csv, for tests/it/coordinates.rs.
//
//     (cd tests/e2e && npm ci) && node tests/coordinates/shifts.mjs tests/coordinates
//
// (`eviltransform`, the older one, takes the axis of WGS 84 for that of Krasovsky: up to 12 mm beside.)
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const gcoord = createRequire(new URL("../e2e/package.json", import.meta.url))("gcoord");

// Cities, then a lattice over all of China that meets no whole degree.
const places = [
  [116.391, 39.907], [121.4737, 31.2304], [113.2644, 23.1291], [104.0657, 30.6595], [87.6168, 43.8256],
  [126.6424, 45.7567], [107.4, 40.75], [132.51, 47.65], [111.2, 34.77], [109.8, 39.57], [82.0, 38.8],
];
for (let east = 73.1; east < 135; east += 3.37) {
  for (let north = 18.2; north < 54; north += 3.71) {
    places.push([Number(east.toFixed(6)), Number(north.toFixed(6))]);
  }
}

const lines = ["longitude,latitude,gcj_longitude,gcj_latitude,bd_longitude,bd_latitude"];
for (const place of places) {
  const [gcj, bd] = [gcoord.GCJ02, gcoord.BD09].map((to) => gcoord.transform([...place], gcoord.WGS84, to));
  lines.push([...place, ...[...gcj, ...bd].map((degrees) => degrees.toFixed(11))].join(","));
}
writeFileSync(join(process.argv[2], "shifts.csv"), lines.join("\n") + "\n");

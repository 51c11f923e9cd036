// Checks JSON reports against the published schema, with a validator not our own.
//
//   node schema.mjs SCHEMA REPORT.json…

import { readFileSync } from "node:fs";

import Ajv from "ajv/dist/2020.js";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [schema, ...reports] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const validate = ajv.compile(read(schema));

let failed = 0;
for (const report of reports) {
  if (validate(read(report))) continue;
  failed += 1;
  console.error(`failed: ${report}`, validate.errors.slice(0, 5));
}
console.log(`${reports.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || reports.length === 0 ? 1 : 0;

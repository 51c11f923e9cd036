// Checks SARIF and EARL reports with validators not our own, and against the JSON report of the same run.
//
//   node exchange.mjs LANG.json LANG.sarif LANG.earl

import { readFileSync } from "node:fs";

import Ajv from "ajv-draft-04";
import jsonld from "jsonld";

const EARL = "http://www.w3.org/ns/earl#";
const OUTCOMES = ["passed", "failed", "cantTell", "inapplicable", "untested"];
/** The terms of EARL 1.0 Schema, https://www.w3.org/TR/EARL10-Schema/. */
const TERMS = new Set([...OUTCOMES, ..."Assertion Assertor Software TestSubject TestCriterion TestRequirement TestCase TestResult TestMode".split(" "),
  ..."OutcomeValue Pass Fail CannotTell NotApplicable NotTested assertedBy subject test result mode mainAssertor outcome pointer info".split(" "),
  ..."automatic manual semiAuto undisclosed unknownMode".split(" ")]);
const KINDS = { passed: "pass", failed: "fail", cantTell: "open", inapplicable: "notApplicable", untested: "informational" };

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const [report, log, graph] = process.argv.slice(2).map(read);
let failed = 0;

function check(what, holds, more = "") {
  if (holds) return;
  failed += 1;
  console.error(`failed: ${what}`, more);
}

/** How often each value occurs. */
function tally(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const same = (left, right) => [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => left[key] === right[key]);
/** The findings of all facilities. */
const verdicts = report.facilities.flatMap((facility) => facility.findings);
const expected = tally(verdicts.map((verdict) => verdict.outcome));

function sarif() {
  const schema = read(new URL("node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json", import.meta.url));
  // Its pattern for languages has a bracket too many, which strict regular expressions refuse.
  const options = { strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false };
  const validate = new Ajv(options).compile(schema);
  check("SARIF has the schema of OASIS", validate(log), validate.errors?.slice(0, 5));
  const [run] = log.runs;
  const kinds = tally(run.results.map((result) => result.kind));
  const wanted = Object.fromEntries(Object.entries(expected).map(([outcome, count]) => [KINDS[outcome], count]));
  check("SARIF has a result for each verdict", same(kinds, wanted), [kinds, wanted]);
  check("only failures weigh", run.results.every(({ kind, level }) => (kind === "fail") === (level !== "none")));
  check("rules are found by number", run.results.every(({ ruleId, ruleIndex }) => run.tool.driver.rules[ruleIndex].id === ruleId));
  const keys = new Set(verdicts.map((verdict) => verdict.key));
  check("fingerprints are the keys", run.results.every((result) => keys.has(result.partialFingerprints["barrierfree/v1"])));
  check("diagnostics are notifications", run.invocations[0].toolExecutionNotifications.length === report.diagnostics.length);
}

async function earl() {
  const quads = await jsonld.toRDF(graph, { documentLoader: () => { throw new Error("nothing is to be loaded"); } });
  const terms = quads.flatMap((quad) => [quad.predicate.value, quad.object.value]).filter((one) => one.startsWith(EARL));
  const unknown = [...new Set(terms)].filter((term) => !TERMS.has(term.slice(EARL.length)));
  check("EARL has only terms of EARL", unknown.length === 0, unknown);
  const outcomes = quads.filter((quad) => quad.predicate.value === `${EARL}outcome`);
  const counts = tally(outcomes.map((quad) => quad.object.value.slice(EARL.length)));
  check("EARL has an outcome for each verdict", same(counts, expected), [counts, expected]);
  const typed = (name) => new Set(quads.filter((quad) => quad.object.value === EARL + name).map((quad) => quad.subject.value));
  for (const [property, type] of [["subject", "TestSubject"], ["test", "TestRequirement"], ["assertedBy", "Assertor"], ["result", "TestResult"]]) {
    const known = typed(type);
    const used = quads.filter((quad) => quad.predicate.value === EARL + property).map((quad) => quad.object.value);
    check(`every earl:${property} is described`, used.length === verdicts.length && used.every((one) => known.has(one)));
  }
}

sarif();
await earl();
console.log(failed === 0 ? "SARIF and EARL: passed" : `SARIF and EARL: ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

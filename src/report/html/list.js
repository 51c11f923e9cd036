// Draws the full list of findings, with filters, pages and a view of one facility.
// The state lives in the address, so that a link leads to exactly what was seen.

const findings = data.findings.map(([facility, duty, outcome, gap, found, remedy, also, sources]) => ({
  facility, duty: data.duties[duty], outcome: data.outcomes[outcome], gap: data.gaps[gap], found, remedy, also, sources,
}));
const place = (finding) => text(data.facilities[finding.facility][3]) || "-";
const PAGE = 50;

/** What can be filtered by, and what each finding is under it. */
const facets = {
  outcome: (finding) => finding.outcome.key,
  gap: (finding) => finding.gap?.key ?? "",
  duty: (finding) => finding.duty.id,
  place,
};
const names = Object.keys(facets);
const blank = () => ({ q: "", page: 1, facility: "", ...Object.fromEntries(names.map((name) => [name, ""])) });
let state = blank();

function label(name, value) {
  if (name === "outcome") return data.outcomes.find((one) => one.key === value).label;
  if (name === "gap") return data.gaps.find((one) => one.key === value)?.label ?? data.words.none;
  if (name === "duty") return data.duties.find((one) => one.id === value).title + " " + value;
  return value === "-" ? data.words.none : value;
}

/** Everything of a finding that can be searched, in lower case, made once. */
function searchable(finding) {
  finding.searchable ??= [...data.facilities[finding.facility].map(text), finding.duty.title, finding.duty.id,
    finding.duty.clause, finding.duty.responsible, text(finding.found)].join("\n").toLowerCase();
  return finding.searchable;
}

function matching(except) {
  const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = names.filter((name) => name !== except && state[name]);
  return findings.filter((finding) => chosen.every((name) => facets[name](finding) === state[name])
    && words.every((word) => searchable(finding).includes(word)));
}

/** Options with counts under the other filters; a chosen one never disappears. */
function drawOptions(name) {
  const counts = new Map();
  for (const finding of matching(name)) {
    const value = facets[name](finding);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = orders[name].filter((value) => counts.has(value) || value === state[name]);
  const option = (value) => make("option", { value }, `${label(name, value)} (${grouped(counts.get(value) ?? 0)})`);
  const select = byId(`filter-${name}`);
  select.replaceChildren(make("option", { value: "" }, data.words.all), ...values.filter(Boolean).map(option));
  select.value = state[name];
}

const orders = {
  outcome: data.outcomes.map((one) => one.key),
  gap: data.gaps.map((one) => one.key),
  duty: data.duties.map((one) => one.id),
  place: [...new Set(findings.map(place))].sort(),
};

const facilityName = (facility) => text(data.facilities[facility][1]);
const facilityUnder = (facility) => data.facilities[facility].slice(2).map(text).filter(Boolean).join(" · ");
const classOf = (finding) => finding.gap ?? finding.outcome;

function classLine(tag, finding) {
  const shape = classOf(finding);
  return make(tag, { class: `class ${shape.symbol}` }, symbol(shape.symbol), shape.label);
}

function cell(name, ...children) {
  return make("td", { role: "cell", "data-label": data.columns[name] }, ...children);
}

function row(finding) {
  const id = text(data.facilities[finding.facility][0]);
  const button = make("button", { type: "button", class: "link", "data-facility": id },
    make("bdi", {}, facilityName(finding.facility)));
  button.addEventListener("click", () => go({ facility: id }));
  return make("tr", { role: "row" },
    make("th", { role: "rowheader", scope: "row" }, button,
      make("span", { class: "under" }, facilityUnder(finding.facility))),
    cell("gap", classLine("span", finding)),
    cell("found", make("span", { class: "found" }, text(finding.found)),
      make("span", { class: "under" }, [`${finding.duty.title} · ${finding.duty.clause}`, text(finding.also)].filter(Boolean).join(" · ")),
      ...(finding.duty.unverified ? [make("span", { class: "flag" }, finding.duty.unverified)] : [])),
    cell("remedy", text(finding.remedy) || "–"),
    cell("deadline", finding.duty.deadline));
}

function term(name, ...children) {
  return make("div", {}, make("dt", {}, data.columns[name]), make("dd", {}, ...children));
}

function sources(finding) {
  const spans = [];
  for (let index = 0; index < finding.sources.length; index += 3) {
    const [file, row, columns] = finding.sources.slice(index, index + 3);
    const pattern = text(columns) ? data.words.cells : data.words.row;
    const cells = fill(pattern, { row, columns: text(columns) });
    spans.push(make("span", { class: "source" }, fill(data.words.at, { file: text(file), cells })));
  }
  return spans;
}

function entry(finding) {
  const { duty } = finding;
  const what = make("div", { class: "what" }, classLine("p", finding), make("p", { class: "found" }, text(finding.found)));
  if (text(finding.remedy)) {
    what.append(make("p", { class: "todo" }, make("span", { class: "term" }, data.columns.remedy), " ", text(finding.remedy)));
  }
  if (text(finding.also)) what.append(make("p", { class: "under" }, text(finding.also)));
  const clause = term("clause", `${duty.clause} · ${duty.title} · ${duty.strength}`);
  for (const caveat of duty.caveats) clause.lastChild.append(" ", make("span", { class: "flag" }, caveat));
  const proof = make("dl", {}, clause, term("responsible", duty.responsible), term("deadline", duty.deadline));
  if (finding.sources.length) proof.append(term("sources", ...sources(finding)));
  return make("li", { class: "gap" }, what, proof);
}

/** One facility with all its findings, beside the list. */
function drawFacility() {
  const panel = byId("facility");
  const facility = data.facilities.findIndex((one) => text(one[0]) === state.facility);
  panel.hidden = !state.facility || facility < 0;
  byId("split").classList.toggle("open", !panel.hidden);
  if (panel.hidden) return panel.replaceChildren();
  const close = make("button", { type: "button" }, data.words.close);
  close.addEventListener("click", () => go({ facility: "" }));
  const own = findings.filter((finding) => finding.facility === facility);
  panel.replaceChildren(
    make("header", {}, make("h3", { id: "facility-heading", tabindex: "-1" }, make("bdi", {}, facilityName(facility))), close),
    make("p", { class: "under" }, `${facilityUnder(facility)} · ${state.facility}`),
    make("ul", {}, ...own.map(entry)));
}

function drawRows() {
  const found = matching();
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  state.page = Math.min(Math.max(1, state.page), pages);
  const shown = found.slice((state.page - 1) * PAGE, state.page * PAGE);
  const facilities = grouped(new Set(found.map((finding) => finding.facility)).size);
  byId("count").textContent = found.length === 0 ? data.words["no-match"]
    : fill(data.words.count, { count: grouped(found.length), all: grouped(findings.length), facilities });
  byId("rows").replaceChildren(...shown.map(row));
  byId("page").textContent = fill(data.words.page, { page: grouped(state.page), pages: grouped(pages) });
  byId("results").hidden = found.length === 0;
  byId("previous").disabled = state.page === 1;
  byId("next").disabled = state.page === pages;
}

function draw() {
  names.forEach(drawOptions);
  if (byId("filter-q").value !== state.q) byId("filter-q").value = state.q;
  drawRows();
  drawFacility();
}

function address() {
  const kept = Object.entries(state).filter(([name, value]) => value && !(name === "page" && value === 1));
  return "#list?" + new URLSearchParams(kept);
}

/** A step that the Back button can undo. */
function go(change) {
  const from = state.facility;
  state = { ...state, ...change };
  history.pushState(null, "", address());
  draw();
  settle(from);
}

/** Puts the focus where the reader's attention is. */
function settle(from) {
  const opener = [...document.querySelectorAll("[data-facility]")].find((one) => one.dataset.facility === from);
  const target = state.facility ? byId("facility-heading") : from && opener ? opener : byId("list-heading");
  target?.focus();
}

/** A change of the filters starts at the first page and keeps the focus. */
function filter(change) {
  state = { ...state, page: 1, ...change };
  history.replaceState(null, "", address());
  draw();
}

function follow() {
  if (!location.hash.startsWith("#list?")) return;
  const from = state.facility;
  const asked = Object.fromEntries(new URLSearchParams(location.hash.slice("#list?".length)));
  state = { ...blank(), ...asked, page: Number.parseInt(asked.page ?? "1", 10) || 1 };
  for (const name of names) if (!orders[name].includes(state[name])) state[name] = "";
  draw();
  settle(from);
}

function turn(by) {
  filter({ page: state.page + by });
  byId("list").scrollIntoView({ block: "start" });
}

function start() {
  byId("app").hidden = false;
  for (const name of names) byId(`filter-${name}`).addEventListener("change", (event) => filter({ [name]: event.target.value }));
  byId("filter-q").addEventListener("input", (event) => filter({ q: event.target.value }));
  byId("filters").addEventListener("reset", (event) => { event.preventDefault(); filter(blank()); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  window.addEventListener("hashchange", follow);
  draw();
  follow();
}

if (byId("app")) start();

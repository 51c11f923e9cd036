// Draws every single problem of a kind once its heading is opened, a hundred at a time.

const STEP = 100;

function problemRow([, where, value, message, remedy]) {
  const td = (name, index) => make("td", { role: "cell", "data-label": data.words[name] }, text(index) || "–");
  return make("tr", { role: "row" },
    make("th", { role: "rowheader", scope: "row" }, text(where)),
    td("value", value), td("message", message), td("remedy", remedy));
}

function drawProblems(details) {
  const kind = data.kinds.indexOf(details.dataset.kind);
  const own = data.diagnostics.filter((one) => one[0] === kind);
  const head = ["place", "value", "message", "remedy"]
    .map((name) => make("th", { role: "columnheader", scope: "col" }, data.words[name]));
  const body = make("tbody", { role: "rowgroup" });
  const status = make("p", { class: "under", role: "status" });
  const more = make("button", { type: "button" }, data.words.more);
  const step = () => {
    body.append(...own.slice(body.children.length, body.children.length + STEP).map(problemRow));
    status.textContent = fill(data.words.shown, { shown: grouped(body.children.length), all: grouped(own.length) });
    more.hidden = body.children.length === own.length;
  };
  more.addEventListener("click", step);
  step();
  details.querySelector(".example")?.remove();
  details.append(make("table", { class: "stack", role: "table" },
    make("caption", { class: "sr" }, details.querySelector(".title").textContent),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...head)), body), status, more);
}

for (const details of document.querySelectorAll("details.kind")) {
  details.addEventListener("toggle", () => drawProblems(details), { once: true });
}

// On paper everything that can be opened is open.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details.checks, details.sheet")) details.open = true;
});

// Shows the report that is embedded in this page. Its text becomes text, never markup.
const FLAVOURS = ["sync", "async"];
const WORST_FIRST = ["fails", "not executable", "conforms"];
const byId = (id) => document.getElementById(id);

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const className = (verdict) => (verdict || "none").replace(" ", "-");
const verdictOf = (cells) => WORST_FIRST.find((verdict) => cells.some((cell) => cell.verdict === verdict));

async function load() {
  const bytes = Uint8Array.from(atob(byId("data").textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function matrix(group, cells) {
  const columns = [...new Set(cells.map((cell) => cell.column))];
  if (group.sorted) columns.sort();
  const fields = Map.groupBy(cells, (cell) => JSON.stringify([cell.operation, cell.column]));
  const head = make("tr", {}, make("th"), ...columns.map((column) => make("th", { scope: "col" }, make("span", {}, column))));
  const rows = [...new Set(cells.map((cell) => cell.operation))].map((operation) =>
    make("tr", {}, make("th", { scope: "row", title: operation }, operation), ...columns.map((column) => {
      const chosen = fields.get(JSON.stringify([operation, column])) ?? [];
      return make("td", {}, ...(chosen.length ? [field(operation, column, chosen)] : []));
    })));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  return make("section", {}, make("h3", {}, group.title), make("div", { class: "wide" }, table));
}

function field(operation, column, cells) {
  const halves = FLAVOURS.map((flavour) => verdictOf(cells.filter((cell) => cell.flavour === flavour)));
  const label = `${operation}, ${column}: ${halves.map((verdict) => verdict ?? "none").join(", ")}`;
  return make("button", { type: "button", title: label, "aria-label": label, click: () => show(operation, column, cells) },
    ...halves.map((verdict) => make("i", { class: className(verdict) })));
}

function show(operation, column, cells) {
  byId("details-title").textContent = `${operation}: ${column}`;
  byId("cells").replaceChildren(...cells.map((cell) => describe(cell, cells.length <= FLAVOURS.length)));
  byId("details").showModal();
}

function describe(cell, open) {
  const details = make("details", { class: className(cell.verdict) },
    make("summary", {}, `${cell.id}: ${cell.verdict}`),
    ...(cell.about ? [make("p", { class: "legend" }, cell.about)] : []),
    make("h4", {}, "Expected"), make("p", {}, cell.expected),
    ...(cell.problems.length ? [make("h4", {}, "Found")] : []),
    ...cell.problems.map((problem) => make("p", { class: "problem" }, problem)),
    ...(cell.reason ? [make("h4", {}, "Not executable"), make("p", {}, cell.reason)] : []),
    ...cell.exchanges.flatMap((exchange, number) => [
      make("h4", {}, cell.exchanges.length > 1 ? `Request ${number + 1}` : "Request"), make("pre", {}, exchange.request),
      make("h4", {}, "Response"), make("pre", {}, exchange.response),
    ]));
  details.open = open || cell.verdict === "fails";
  return details;
}

function main(report) {
  document.title = `Conformance of ${report.client}`;
  byId("title").textContent = document.title;
  byId("against").textContent = `${report.api}, against ${report.server}. ${report.summary}.`;
  const boxes = [...document.querySelectorAll("#filter input[type=checkbox]")];
  for (const box of boxes) {
    const count = report.cells.filter((cell) => cell.verdict === box.value).length;
    box.nextElementSibling.textContent = `${box.value} (${count})`;
  }
  const draw = () => {
    const words = byId("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const chosen = report.cells.filter((cell) =>
      verdicts.has(cell.verdict) && words.every((word) => `${cell.id} ${cell.column}`.toLowerCase().includes(word)));
    const matrices = report.groups.map((group) => [group, chosen.filter((cell) => cell.group === group.id)])
      .filter(([, cells]) => cells.length).map(([group, cells]) => matrix(group, cells));
    byId("matrices").replaceChildren(...(matrices.length ? matrices : [make("p", { class: "legend" }, "No cell matches.")]));
  };
  byId("filter").addEventListener("input", draw);
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  draw();
}

load().then(main);

// The faults that are set: by rate, and by scenario.

import { ask, attempt, find, make } from "./dom.js";

const RATED = ["4xx", "5xx", "429=1", "slow=1", "reset", "lost", "applied=500", "truncate", "html=502", "empty", "garbage", "wrong-envelope", "redirect"];
const SCENARIO = [{ operation: "OPERATION_ID", on: 2, times: 3, fault: "503" }];
let edited = false;

/** Shows rates and scenario for changing them, and how often each fault has struck. */
export async function showFaults() {
  const set = await ask("/faults");
  const active = Object.values(set.rates).filter(Boolean).length + set.faults.length;
  find("faults-count").textContent = active || "";
  if (edited) return; // what is being typed is not overwritten
  const names = [...new Set([...Object.keys(set.rates), ...RATED])];
  find("faults").replaceChildren(
    make(
      "form",
      { submit: (event) => (event.preventDefault(), attempt(apply)(event.target)), input: () => (edited = true) },
      make("p", { class: "quiet" }, "How many of a hundred requests each fault strikes. A request can also ask for one itself, with the header ", make("code", {}, "X-Sandbox-Fault"), "."),
      make("div", { class: "rates" }, ...names.map((name) => rate(name, set))),
      make("label", { class: "wide" }, make("span", {}, "Scenario", make("small", {}, " which requests of which operations fail, as JSON")), make("textarea", { name: "scenario", rows: "6", spellcheck: "false", placeholder: JSON.stringify(SCENARIO, null, 1) }, set.faults.length ? JSON.stringify(set.faults, null, 1) : "")),
      make("div", { class: "tools" }, make("button", { type: "submit", class: "main" }, "Apply"), make("button", { type: "button", click: attempt(clear) }, "Clear")),
    ),
  );
}

function rate(name, set) {
  const meaning = set.kinds[name] || Object.entries(set.kinds).find(([kind]) => kind.split("=")[0] === name.split("=")[0])?.[1] || set.kinds.STATUS;
  const struck = set.struck[name];
  return make(
    "label",
    { title: meaning },
    make("span", {}, name, struck ? make("b", { class: "fault" }, `${struck} struck`) : null, make("small", {}, meaning)),
    make("input", { type: "number", name, min: "0", max: "100", step: "any", value: set.rates[name] ? String(+(set.rates[name] * 100).toFixed(6)) : "", placeholder: "0", "aria-label": `Percent of ${name}` }),
  );
}

async function apply(element) {
  const data = new FormData(element);
  const rates = {};
  for (const [name, value] of data) if (name !== "scenario" && Number(value)) rates[name] = Number(value) / 100;
  const text = data.get("scenario").trim();
  await ask("/faults", { method: "PUT", headers: { "content-type": "application/json" }, body: `{"rates": ${JSON.stringify(rates)}, "faults": ${text || "[]"}}` });
  edited = false;
  await showFaults();
}

async function clear() {
  await ask("/faults", { method: "DELETE" });
  edited = false;
  await showFaults();
}

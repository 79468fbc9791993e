// The operations, and a call to try: its arguments, its answer, and a fault if one is wanted.

import { ask, attempt, badge, find, make, pill, pretty } from "./dom.js";
import { asCurl, asPython } from "./snippets.js";

let faults = [];
let current = null;

/** Lists the operations by their tags; what is typed above them narrows the list. */
export async function showOperations() {
  const { operations } = await ask("/operations");
  faults = Object.keys((await ask("/faults")).kinds);
  const groups = new Map();
  for (const operation of operations) groups.set(operation.tag, [...(groups.get(operation.tag) || []), operation]);
  find("groups").replaceChildren(...[...groups].map(([tag, members]) => group(tag, members)));
  find("filter").addEventListener("input", narrow);
  find("call").replaceChildren(
    make("div", { class: "hint" }, make("p", {}, "Choose an operation to call it here."), make("p", { class: "quiet" }, `${operations.length} operations are served.`)),
  );
  const first = new URLSearchParams(location.search).get("try") || location.hash;
  if (operations.length && !first) await open(operations[0].id, true);
}

function group(tag, members) {
  const rows = members.map((operation) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", "data-id": operation.id, class: operation.deprecated ? "old" : false, title: operation.summary || operation.id, click: () => choose(operation.id) },
        badge(operation.method),
        make("span", { class: "path" }, operation.path),
        make("small", {}, operation.summary || operation.id),
      ),
    ),
  );
  return make("section", {}, make("h2", {}, tag || "Operations"), make("ul", {}, ...rows));
}

function narrow() {
  const wanted = find("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const row of find("groups").querySelectorAll("li")) {
    const text = `${row.textContent} ${row.firstChild.dataset.id}`.toLowerCase();
    row.hidden = !wanted.every((word) => text.includes(word));
  }
  for (const section of find("groups").children) section.hidden = !section.querySelector("li:not([hidden])");
}

function choose(id) {
  history.replaceState(null, "", `#call/${encodeURIComponent(id)}`);
  document.dispatchEvent(new Event("chosen"));
  attempt(open)(id);
}

/** Shows an operation, ready to be called. */
export async function open(id, quietly = false) {
  const operation = await ask(`/operations/${encodeURIComponent(id)}`);
  current = operation;
  for (const button of find("groups").querySelectorAll("button")) {
    const chosen = button.dataset.id === id;
    button.classList.toggle("chosen", chosen);
    if (chosen && !quietly) button.scrollIntoView({ block: "nearest" });
  }
  find("call").replaceChildren(...form(operation));
}

/** Opens an operation and calls it as it stands. */
export async function tryIt(id) {
  document.dispatchEvent(new Event("chosen"));
  await open(id);
  await call(find("form"));
}

function form(operation) {
  const rows = operation.parameters.map((one) =>
    make(
      "label",
      { class: one.required ? "required" : false },
      make("span", {}, one.name, make("small", {}, ` ${one.in}`)),
      make("input", { name: `${one.in} ${one.name}`, value: one.required ? one.example : "", placeholder: one.example, autocomplete: "off", spellcheck: "false" }),
      one.description && make("small", {}, one.description),
    ),
  );
  const body = operation.body && make("label", { class: "wide" }, make("span", {}, "Body", make("small", {}, ` ${operation.body.type}`)), make("textarea", { name: "body", rows: "10", spellcheck: "false" }, operation.body.example));
  const key = operation.credential && make("label", {}, make("span", {}, "Key", make("small", {}, ` ${operation.credential.in} ${operation.credential.name}`)), make("input", { name: "key", value: find("key").textContent, autocomplete: "off" }));
  const fault = make("label", {}, make("span", {}, "Fault", make("small", {}, " X-Sandbox-Fault")), make("input", { name: "fault", list: "kinds", placeholder: "none", autocomplete: "off" }), make("datalist", { id: "kinds" }, ...faults.map((kind) => make("option", { value: example(kind) }))));
  const wanted = make("label", {}, make("span", {}, "Response", make("small", {}, " Prefer")), make("select", { name: "prefer" }, make("option", { value: "" }, "from state"), ...operation.statuses.filter((code) => /^\d+$/.test(code)).map((code) => make("option", { value: `code=${code}` }, code))));
  return [
    make("h2", { class: "operation" }, badge(operation.method), make("code", {}, operation.path)),
    make("p", {}, operation.summary, " ", make("span", { class: "quiet" }, operation.id)),
    make(
      "form",
      { id: "form", submit: (event) => (event.preventDefault(), attempt(call)(event.target)) },
      make("div", { class: "fields" }, ...rows, body, key, fault, wanted),
      make(
        "div",
        { class: "tools" },
        make("button", { type: "submit", class: "main" }, "Send"),
        make("button", { type: "button", click: attempt(() => copy(asCurl(request(operation, new FormData(find("form")))))) }, "Copy as curl"),
        make("button", { type: "button", click: attempt(() => copy(asPython(operation, new FormData(find("form")), find("url").textContent))) }, "Copy as Python"),
      ),
      make("div", { id: "copied", "aria-live": "polite" }),
    ),
    make("div", { id: "answer", "aria-live": "polite" }),
  ];
}

const example = (kind) => ({ STATUS: "503", "slow=SECONDS": "slow=2", "applied=STATUS": "applied=500", "html=STATUS": "html=502", "redirect=URL": "redirect" })[kind] || kind;

/** The encoded values of a query parameter: a list is typed with commas, and sent in the declared style. */
function pieces(parameter, value) {
  if (parameter.list === null) return [encodeURIComponent(value)];
  const elements = value.split(",").map((piece) => encodeURIComponent(piece.trim()));
  return parameter.list === "" ? elements : [elements.join(parameter.list)];
}

/** The request that the form describes. */
export function request(operation, data) {
  const headers = new Headers({ accept: operation.accept || "*/*" });
  const query = [];
  const add = (name, piece) => query.push(`${encodeURIComponent(name)}=${piece}`);
  let path = operation.path;
  for (const one of operation.parameters) {
    const value = data.get(`${one.in} ${one.name}`);
    if (one.in === "path") path = path.replaceAll(`{${one.name}}`, encodeURIComponent(value));
    else if (value !== "" && one.in === "query") for (const piece of pieces(one, value)) add(one.name, piece);
    else if (value !== "" && one.in === "header") headers.set(one.name, value);
  }
  const key = data.get("key");
  if (operation.credential && key) {
    const { in: place, name, prefix } = operation.credential;
    if (place === "query") add(name, encodeURIComponent(key));
    else headers.set(name, prefix === "Basic " ? prefix + btoa(`${key}:`) : prefix + key);
  }
  if (data.get("fault")) headers.set("x-sandbox-fault", data.get("fault"));
  if (data.get("prefer")) headers.set("prefer", data.get("prefer"));
  const body = operation.body && data.get("body") ? data.get("body") : undefined;
  if (body) headers.set("content-type", operation.body.type);
  const target = find("url").textContent + path + (query.length ? `?${query.join("&")}` : "");
  return [target, { method: operation.method, headers, body, redirect: "manual", cache: "no-store" }];
}

/** Shows a text and copies it, where the browser allows that. */
async function copy(text) {
  const note = make("p", { class: "quiet" }, "Select and copy:");
  find("copied").replaceChildren(note, make("pre", {}, text));
  await navigator.clipboard.writeText(text);
  note.textContent = "Copied:";
}

async function call(element) {
  const place = find("answer");
  place.replaceChildren(make("p", { class: "quiet" }, "Waiting for the answer…"));
  const [target, options] = request(current, new FormData(element));
  const began = performance.now();
  try {
    const response = await fetch(target, options);
    const text = response.type === "opaqueredirect" ? "" : await response.text();
    const took = `${Math.round(performance.now() - began)} ms`;
    const fields = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    place.replaceChildren(
      make("h3", {}, response.type === "opaqueredirect" ? "Redirect" : pill(response.status), make("span", { class: "quiet" }, ` ${response.statusText} in ${took}`)),
      make("pre", { class: "body" }, pretty(text) || "(no body)"),
      make("details", {}, make("summary", {}, "Headers"), make("pre", {}, fields)),
    );
  } catch {
    place.replaceChildren(make("h3", {}, pill(0), make("span", { class: "quiet" }, " The connection broke before the answer was complete.")));
  }
  place.scrollIntoView({ block: "nearest" });
}

// What the server remembers: collections, how much is in them, and the items themselves.

import { ask, attempt, find, make, pretty } from "./dom.js";

const PAGE = 20;
const TELLING = /status|state|name|title|sku|type|price|quantity|action/i;
const view = { collection: null, offset: 0 };

/** Lists the collections, and the items of the one that is looked at. */
export async function showState() {
  const { collections, notes } = await ask("/state");
  const total = collections.reduce((sum, one) => sum + one.count, 0);
  find("state-count").textContent = total || "";
  if (!collections.some((one) => one.name === view.collection)) {
    view.collection = (collections.find((one) => one.count) || collections[0] || { name: null }).name;
    view.offset = 0;
  }
  const open = new Set([...find("state").querySelectorAll("details[open]")].map((one) => one.dataset.at));
  const items = view.collection === null ? null : await listed(open);
  find("state").replaceChildren(
    make(
      "div",
      { class: "tools" },
      make("p", { class: "quiet" }, collections.length ? `${total} items in ${collections.length} collections` : "This API has no collections."),
      make("button", { type: "button", click: attempt(reset) }, "Reset"),
    ),
    make("div", { class: "split" }, make("ul", { class: "collections" }, ...collections.map(row)), items || ""),
    notes && notes.length ? make("details", { class: "notes" }, make("summary", {}, `What is not part of the state (${notes.length})`), make("ul", {}, ...notes.map((note) => make("li", {}, note)))) : "",
  );
}

function row({ name, count }) {
  const choose = () => {
    view.collection = name;
    view.offset = 0;
    attempt(showState)();
  };
  return make("li", {}, make("button", { type: "button", "aria-current": String(name === view.collection), click: choose }, make("span", {}, name), make("span", { class: "count" }, String(count))));
}

async function listed(open) {
  const path = view.collection.split("/").map(encodeURIComponent).join("/");
  const { items, count } = await ask(`/state/${path}?limit=${PAGE}&offset=${view.offset}`);
  const cards = items.map((item, at) => {
    const place = `${view.collection}/${view.offset + at}`;
    return make("details", { "data-at": place, open: open.has(place) }, make("summary", {}, ...summary(item)), make("pre", {}, pretty(item)));
  });
  const last = Math.min(view.offset + PAGE, count);
  const step = (by, label, possible) => make("button", { type: "button", disabled: !possible, click: () => ((view.offset += by), attempt(showState)()) }, label);
  return make(
    "div",
    { class: "items" },
    make("div", { class: "tools" }, make("p", { class: "quiet" }, count ? `${view.offset + 1} to ${last} of ${count}` : "Nothing here yet."), step(-PAGE, "Earlier", view.offset > 0), step(PAGE, "Later", last < count)),
    ...cards,
  );
}

/** An item in a line: its id, and the few short members that tell it from others. */
function summary(item) {
  if (item === null || typeof item !== "object") return [make("b", {}, String(item))];
  const short = Object.entries(item).filter(([, value]) => ["string", "number", "boolean"].includes(typeof value) && value !== "");
  const [id] = short.find(([name]) => name === "id") || short.find(([name]) => /id$/i.test(name)) || short[0] || [null];
  const others = short.filter(([name]) => name !== id && !/(id|at|time|date)$/i.test(name));
  const telling = [...others.filter(([name]) => TELLING.test(name)), ...others.filter(([name]) => !TELLING.test(name))].slice(0, 3);
  return [make("b", {}, id === null ? "item" : String(item[id])), ...telling.map(member)];
}

/** A member of an item: words speak for themselves, numbers need a name. */
function member([name, value]) {
  return make("span", { title: name }, typeof value === "string" && /[a-z]/i.test(value) ? null : make("small", {}, `${name} `), String(value));
}

async function reset() {
  await ask("/state/reset", { method: "POST" });
  view.offset = 0;
  await showState();
}

// The page: its head, its views, and when they are brought up to date.

import { showFaults } from "./faults.js";
import { ask, attempt, copies, find, make } from "./dom.js";
import { open, showOperations, tryIt } from "./operations.js";
import { showRequests } from "./requests.js";
import { showState } from "./state.js";

const VIEWS = ["operations", "call", "state", "requests", "faults", "reference"];
const UPDATES = { state: showState, requests: showRequests, faults: showFaults };
const EVERY = 2000; // milliseconds between two looks at what has happened

let shown = "call";
let seen = -1;

/** Brings a view to the front; on a wide screen the operations are always there. */
export function show(view) {
  shown = VIEWS.includes(view) ? view : "call";
  document.body.dataset.view = shown;
  for (const tab of document.querySelectorAll("[role=tab]")) tab.setAttribute("aria-selected", String(tab.dataset.view === shown));
  for (const panel of document.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== shown;
  if (shown === "reference") showReference();
  if (UPDATES[shown]) attempt(UPDATES[shown])();
}

function showReference() {
  const place = find("reference");
  if (!place.firstChild) place.append(make("iframe", { src: "/_sandbox/page/reference.html", title: "API reference" }));
}

async function head() {
  const about = await ask("");
  const url = location.origin + about.basePath;
  document.title = `${about.api} sandbox`;
  find("title").textContent = about.api || "Sandbox";
  find("about").textContent = `Local sandbox${about.version ? ` of version ${about.version}` : ""}, seed ${about.seed}`;
  copies(find("url"), url);
  find("keyfact").hidden = !about.key;
  if (about.key) copies(find("key"), about.key);
}

/** Looks whether there were requests, and brings the view at the front up to date where there were. */
async function look() {
  if (document.hidden) return;
  const { count } = await ask("/requests?limit=1");
  find("requests-count").textContent = count || "";
  if (count !== seen && seen >= 0 && UPDATES[shown]) await UPDATES[shown]();
  seen = count;
}

function theme() {
  const choices = ["", "light", "dark"];
  const set = (name) => (name ? (document.documentElement.dataset.theme = name) : delete document.documentElement.dataset.theme);
  set(localStorage.getItem("theme") || "");
  find("theme").addEventListener("click", () => {
    const next = choices[(choices.indexOf(localStorage.getItem("theme") || "") + 1) % choices.length];
    localStorage.setItem("theme", next);
    set(next);
  });
}

function follow() {
  const [view, ...rest] = decodeURIComponent(location.hash.slice(1)).split("/");
  if (view === "call" && rest.length) attempt(open)(rest.join("/"));
  show(view || shown);
}

async function start() {
  theme();
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.addEventListener("click", () => (tab.dataset.view === "call" ? show("call") : (location.hash = tab.dataset.view)));
  }
  window.addEventListener("hashchange", follow);
  document.addEventListener("chosen", () => show("call"));
  await head();
  await Promise.all([showOperations(), showState(), showRequests(), showFaults()]);
  follow();
  const wanted = new URLSearchParams(location.search).get("try");
  if (wanted) await tryIt(wanted);
  await look();
  setInterval(attempt(look), EVERY);
  document.body.dataset.ready = "yes";
}

attempt(start)();

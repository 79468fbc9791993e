// The recent requests, newest first.

import { ask, attempt, badge, find, make, pill } from "./dom.js";

/** Lists the requests that are still remembered. */
export async function showRequests() {
  const { requests, count } = await ask("/requests?limit=200");
  find("requests-count").textContent = count || "";
  const clear = attempt(async () => {
    await ask("/requests", { method: "DELETE" });
    await showRequests();
  });
  find("requests").replaceChildren(
    make("div", { class: "tools" }, make("p", { class: "quiet" }, requests.length ? `The newest ${requests.length} of ${count}` : "No request has come in yet."), make("button", { type: "button", click: clear }, "Clear")),
    requests.length ? table(requests) : "",
  );
}

function table(requests) {
  const head = ["Time", "Status", "Request", "Operation", "ms", "Bytes"].map((name) => make("th", { scope: "col" }, name));
  return make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...requests.map(row))));
}

function row(one) {
  const target = one.query ? `${one.path}?${one.query}` : one.path;
  const notes = [one.fault && make("span", { class: "fault" }, one.fault), one.reason && make("small", {}, one.reason)];
  return make(
    "tr",
    { title: `request id ${one.id}` },
    make("td", { class: "when" }, one.time.slice(11, 23)),
    make("td", {}, pill(one.status)),
    make("td", { class: "what" }, badge(one.method), " ", make("code", {}, target), ...notes),
    make("td", {}, one.operation || make("span", { class: "quiet" }, "none")),
    make("td", { class: "number" }, one.ms < 10 ? one.ms.toFixed(1) : String(Math.round(one.ms))),
    make("td", { class: "number" }, one.sent === null ? "" : String(one.sent)),
  );
}

// Making elements and asking the server. Text from elsewhere goes into the page as text only, never as markup.

/** An element: `make("p", {class: "quiet"}, "text", child)`. Attributes that are functions listen to events. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const find = (id) => document.getElementById(id);

/** The JSON that one of the server's own endpoints answers; an error in its own words where it refuses. */
export async function ask(path, options = {}) {
  const response = await fetch(`/_sandbox${path}`, { cache: "no-store", ...options });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || `${response.status} ${response.statusText}`);
  trouble("");
  return body;
}

/** Says what went wrong, at the top of the page; nothing with an empty text. */
export function trouble(text) {
  const place = find("trouble");
  place.textContent = text;
  place.hidden = !text;
}

/** Runs something that asks the server, and says so where it fails. */
export function attempt(action) {
  return async (...given) => {
    try {
      return await action(...given);
    } catch (error) {
      trouble(error instanceof TypeError ? "The server cannot be reached." : error.message);
      return undefined;
    }
  };
}

export const badge = (method) => make("span", { class: `method ${method.toLowerCase()}` }, method);

export const pill = (status) => make("span", { class: `status s${String(status || 0)[0]}` }, status ? String(status) : "reset");

/** A value as indented JSON; a text that is no JSON as it is. */
export function pretty(value) {
  if (typeof value !== "string") return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

/** Copies the text of a button when it is pressed. */
export function copies(button, text) {
  button.textContent = text;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 900);
  });
}

// A call as a command for a shell, and as Python with the generated client.

const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f]/; // a line break inside quotes is one everywhere

/** A text as one word of a shell; terminals may obey control characters, even in quotes, when they are pasted. */
function quote(text) {
  if (!CONTROL.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const octal = (character) => [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  return `$'${text.replace(/[\\']/g, "\\$&").replace(new RegExp(CONTROL, "g"), octal)}'`;
}

/** A request in the form of `fetch` as a curl command. */
export function asCurl([target, options]) {
  const url = new URL(target, location.href).href;
  const words = ["curl", /[[\]{}]/.test(url) ? "-gi" : "-i"]; // -g: brackets in a URL are no range
  if (options.method !== "GET") words.push("-X", options.method);
  const lines = [words.concat(quote(url)).join(" ")];
  for (const [name, value] of options.headers) lines.push(`-H ${quote(`${name}: ${value}`)}`);
  if (options.body) lines.push(`--data-raw ${quote(options.body)}`);
  return lines.join(" \\\n  ");
}

/** A text as a Python expression. */
const string = (text) => JSON.stringify(text).replace(/[\x7f-\x9f]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);

const WORDS = { null: "None", true: "True", false: "False", ",": ", ", ":": ": " };

/** A JSON text as a Python expression, its numbers as they are written; the text itself where it is not JSON. */
function expression(text) {
  try {
    JSON.parse(text);
  } catch {
    return string(text);
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[-+.\w]+|[[\]{},:]/g);
  return tokens.map((token) => (token[0] === '"' ? string(JSON.parse(token)) : WORDS[token] || token)).join("");
}

/** What was typed for a parameter: a number or a truth value where the document declares one, otherwise text. */
function typed(parameter, text) {
  if (parameter.list !== null) return `[${text.split(",").map((piece) => scalar(parameter.type, piece.trim())).join(", ")}]`;
  return scalar(parameter.type, text);
}

const scalar = (type, text) => (type === "number" || type === "boolean" ? expression(text) : string(text));

const body = (operation, text) => (/json/.test(operation.body.type) ? expression(text) : `${string(text)}.encode()`);

/** A call of the generated client. */
export function asPython(operation, data, url) {
  const { package: name, client, method, credential, paged } = operation.python;
  const given = operation.parameters.map((one) => [one, data.get(`${one.in} ${one.name}`)]).filter(([one, text]) => one.argument && text !== "" && text !== null);
  const words = given.map(([one, text]) => `${one.argument}=${typed(one, text)}`);
  if (operation.body && data.get("body")) words.push(`body=${body(operation, data.get("body"))}`);
  const extra = [["X-Sandbox-Fault", data.get("fault")], ["Prefer", data.get("prefer")]].filter(([, value]) => value);
  if (extra.length) words.push(`extra_headers={${extra.map(([header, value]) => `"${header}": ${string(value)}`).join(", ")}}`);
  const options = [...(credential && data.get("key") ? [`${credential}=${string(data.get("key"))}`] : []), `base_url=${string(url)}`];
  const call = `client.${method}(${words.join(", ")})`;
  const use = paged ? [`    for item in ${call}:`, "        print(item)"] : [`    print(${call})`];
  return [`from ${name} import ${client}`, "", `with ${client}(${options.join(", ")}) as client:`, ...use, ""].join("\n");
}

// A call as a command for a shell, and as Python with the generated client.

const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A request in the form of `fetch` as a curl command. */
export function asCurl([target, options]) {
  const words = ["curl", "-i"];
  if (options.method !== "GET") words.push("-X", options.method);
  const lines = [words.concat(quote(new URL(target, location.href).href)).join(" ")];
  for (const [name, value] of options.headers) lines.push(`-H ${quote(`${name}: ${value}`)}`);
  if (options.body) lines.push(`--data-raw ${quote(options.body)}`);
  return lines.join(" \\\n  ");
}

/** A JSON value as a Python expression. */
export function literal(value) {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${literal(each)}`).join(", ")}}`;
  return JSON.stringify(value);
}

/** What was typed for a parameter: a number or a truth value where the document declares one, otherwise text. */
function typed(parameter, text) {
  if (parameter.list !== null) return text.split(",").map((piece) => scalar(parameter.type, piece.trim()));
  return scalar(parameter.type, text);
}

function scalar(type, text) {
  if (type !== "number" && type !== "boolean") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The fields of a form as a Python expression; several of one name are a list. */
function fields(pairs) {
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) || []), value]);
  return `{${[...values].map(([name, all]) => `${JSON.stringify(name)}: ${all.length > 1 ? `[${all.join(", ")}]` : all[0]}`).join(", ")}}`;
}

/** The fields of a multipart body; those with a file name are bytes. */
function parts(type, text) {
  const pieces = text.replaceAll("\r\n", "\n").split(`--${type.split("boundary=")[1]}`).slice(1, -1);
  return pieces.map((piece) => {
    const [, head, content] = /^\n([^]*?)\n\n([^]*)\n$/.exec(piece) || ["", "", ""];
    const value = JSON.stringify(content);
    return [(/[; ]name="([^"]*)"/.exec(head) || ["", ""])[1], /filename=/.test(head) ? `${value}.encode()` : value];
  });
}

function body(operation, text) {
  if (operation.body.type === "application/x-www-form-urlencoded") return fields([...new URLSearchParams(text)].map(([name, value]) => [name, JSON.stringify(value)]));
  if (operation.body.type.includes("boundary=")) return fields(parts(operation.body.type, text));
  if (!/json/.test(operation.body.type)) return `${JSON.stringify(text)}.encode()`;
  try {
    return literal(JSON.parse(text));
  } catch {
    return JSON.stringify(text);
  }
}

/** A call of the generated client. */
export function asPython(operation, data, url) {
  const { package: name, client, method, credential, paged } = operation.python;
  const given = operation.parameters.map((one) => [one, data.get(`${one.in} ${one.name}`)]).filter(([one, text]) => one.argument && text !== "" && text !== null);
  const words = given.map(([one, text]) => `${one.argument}=${literal(typed(one, text))}`);
  if (operation.body && data.get("body")) words.push(`body=${body(operation, data.get("body"))}`);
  const extra = Object.fromEntries([["X-Sandbox-Fault", data.get("fault")], ["Prefer", data.get("prefer")]].filter(([, value]) => value));
  if (Object.keys(extra).length) words.push(`extra_headers=${literal(extra)}`);
  const options = [...(credential && data.get("key") ? [`${credential}=${JSON.stringify(data.get("key"))}`] : []), `base_url=${JSON.stringify(url)}`];
  const call = `client.${method}(${words.join(", ")})`;
  const use = paged ? [`    for item in ${call}:`, "        print(item)"] : [`    print(${call})`];
  return [`from ${name} import ${client}`, "", `with ${client}(${options.join(", ")}) as client:`, ...use, ""].join("\n");
}

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

function body(operation, text) {
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

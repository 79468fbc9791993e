// Swagger UI over the document of this server; without its package, a word about how to get it.

const dark = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  const chosen = localStorage.getItem("theme") || (dark.matches ? "dark" : "light");
  document.documentElement.classList.toggle("dark-mode", chosen === "dark");
}

async function start() {
  theme();
  dark.addEventListener("change", theme);
  window.addEventListener("storage", theme);
  const place = document.getElementById("reference");
  if (!window.SwaggerUIBundle) {
    place.append(Object.assign(document.createElement("p"), { textContent: "The reference is not installed: pip install flask-swagger-ui, then start the sandbox again." }));
    return;
  }
  const about = await (await fetch("/_sandbox")).json();
  window.ui = window.SwaggerUIBundle({
    url: "/_sandbox/openapi.json",
    dom_id: "#reference",
    deepLinking: false,
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: (request) => request,
    onComplete: () => authorize(about.key),
  });
}

/** Fills in the sandbox's own key wherever the document wants one. */
function authorize(key) {
  const schemes = window.ui.getState().getIn(["spec", "resolved", "components", "securitySchemes"]) || window.ui.getState().getIn(["spec", "json", "components", "securitySchemes"]);
  if (!key || !schemes) return;
  for (const [name, scheme] of schemes.entries()) {
    if (scheme.get("type") === "http" && scheme.get("scheme") === "basic") window.ui.preauthorizeBasic(name, key, "");
    else window.ui.preauthorizeApiKey(name, key);
  }
}

window.addEventListener("load", start);

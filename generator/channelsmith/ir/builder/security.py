"""Security schemes and requirements."""

from collections.abc import Collection, Iterator

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Node
from channelsmith.ir.builder.text import word
from channelsmith.lint.rules.base import text

_HTTP = {"basic": ir.SchemeKind.BASIC, "bearer": ir.SchemeKind.BEARER}


def requirements(node: Node, carried_out: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Alternatives, each a set of schemes needed together; an empty one means that no authentication is needed.

    What a client can not carry out is not asked of it: whoever made the HTTP client has seen to that.
    """
    return tuple(tuple(name for name, _ in option.items() if name in carried_out) for option in node.elements())


def schemes(document: Document, diagnostics: list[Diagnostic]) -> Iterator[ir.SecurityScheme]:
    """The schemes a client can carry out; others are reported."""
    components = document.root.get("components")
    listed = components.get("securitySchemes") if components is not None else None
    for name, reference in listed.items() if listed is not None else ():
        node = reference.resolve()
        found = _scheme(name, node)
        if found is None:
            kind = f"{node.text('type')} {node.text('scheme')}".strip()
            message = f"the security scheme {name!r} ({kind}) is not carried out"
            hint = "pass an http_client that authenticates by itself"
            diagnostics.append(node.problem(message, rule="approximated", hint=hint, severity=Severity.WARNING))
        else:
            yield found


def _scheme(name: str, node: Node) -> ir.SecurityScheme | None:
    said = word(node, "x-credential")
    about = node.text("description")
    match node.text("type"):
        case "apiKey":
            return ir.SecurityScheme(
                name, ir.SchemeKind.API_KEY, said or name, node.text("in"), node.text("name"), about
            )
        case "http":
            kind = _HTTP.get(node.text("scheme").lower())
            return ir.SecurityScheme(name, kind, said or name, description=about) if kind is not None else None
        case "oauth2" | "openIdConnect":
            # Both end in a bearer token. Where a person has to log in to get one, that is the caller's part.
            credential = said or "access_token"
            return ir.SecurityScheme(name, ir.SchemeKind.BEARER, credential, description=about, grants=_grants(node))
        case _:
            return None


def _grants(node: Node) -> ir.Grants | None:
    """Where tokens are to be had without a person; None where nowhere."""
    flows = {key: flow for key, flow in listed.items() if flow.is_mapping} if (listed := node.get("flows")) else {}
    own = flows.get("clientCredentials")
    token = text(own, "tokenUrl") if own else ""
    renewing = [flow for key in ("authorizationCode", "clientCredentials", "password") if (flow := flows.get(key))]
    said = [text(flow, "refreshUrl") for flow in flows.values()]
    refresh = next((url for url in (*said, *(text(flow, "tokenUrl") for flow in renewing)) if url), "")
    scopes = own.get("scopes") if own else None
    if not (token or refresh):
        return None
    return ir.Grants(token, refresh, tuple(key for key, _ in scopes.items()) if scopes else ())

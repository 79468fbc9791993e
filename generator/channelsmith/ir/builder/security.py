"""Security schemes and requirements."""

from collections.abc import Collection, Iterator

from channelsmith import ir
from channelsmith.diagnostics import Diagnostic, Severity
from channelsmith.document import Document, Node
from channelsmith.ir.builder.extensions import extension_text
from channelsmith.lint.rules.base import text
from channelsmith.lint.rules.operations import has_impossible_name

_HTTP = {"basic": ir.SchemeKind.BASIC, "bearer": ir.SchemeKind.BEARER}
_KEY_LOCATIONS = {"header", "query", "cookie"}
_DEVICE = "deviceAuthorization"
_REFRESHING_FLOWS = ("authorizationCode", "clientCredentials", "password", _DEVICE)


def build_requirements(node: Node, supported: Collection[str]) -> ir.Requirements:
    """Build the alternatives of a requirement: sets of schemes needed together; an empty set needs no authentication.

    Schemes that are not supported are left out: the HTTP client that the caller passes takes care of them.
    """
    return tuple(tuple(name for name, _ in option.items() if name in supported) for option in node.elements())


def build_schemes(document: Document, diagnostics: list[Diagnostic]) -> Iterator[ir.SecurityScheme]:
    """Build the schemes that a client supports; others are reported, unless a lint rule does that."""
    listed = document.find("/components/securitySchemes")
    for name, reference in listed.items() if listed is not None else ():
        node = reference.resolve()
        if (scheme := _build_scheme(name, node)) is not None:
            yield scheme
            if node.text("type") == "oauth2" and (flows := node.get("flows")) is not None and _DEVICE in flows:
                message = f"the client does not ask its user to authorize a device, as the scheme {name!r} allows"
                hint = "obtain a token by RFC 8628, and pass it to the client, or a refresh token that came with it"
                diagnostics.append(flows[_DEVICE].problem(message, rule="unread", hint=hint, severity=Severity.INFO))
        elif (type_ := node.get("type")) is not None and not has_impossible_name(node):
            kind, place = f"{type_.as_text()} {node.text('scheme')}".strip(), node
            if type_.value == "apiKey":
                kind, place = f"apiKey in {node.text('in')}", node.get("in") or node
            message = f"the security scheme {name!r} ({kind}) is not supported"
            hint = "pass an http_client that authenticates by itself"
            diagnostics.append(place.problem(message, rule="approximated", hint=hint, severity=Severity.WARNING))


def _build_scheme(name: str, node: Node) -> ir.SecurityScheme | None:
    credential = extension_text(node, "x-credential")
    description = node.text("description")
    match node.text("type"):
        case "apiKey" if node.text("in") in _KEY_LOCATIONS and not has_impossible_name(node):
            kind, location, parameter = ir.SchemeKind.API_KEY, node.text("in"), node.text("name")
            return ir.SecurityScheme(name, kind, credential or name, location, parameter, description)
        case "http" if (http := _HTTP.get(node.text("scheme").lower())) is not None:
            return ir.SecurityScheme(name, http, credential or name, description=description)
        case "oauth2" | "openIdConnect":  # both end in a bearer token; the caller gets it if that needs a user
            credential, grants = credential or "access_token", _build_grants(node)
            return ir.SecurityScheme(name, ir.SchemeKind.BEARER, credential, description=description, grants=grants)
        case _:
            return None


def _build_grants(node: Node) -> ir.OAuthGrants | None:
    """Build the grants that need no user, None if there are none."""
    flows = {key: flow for key, flow in listed.items() if flow.is_mapping} if (listed := node.get("flows")) else {}
    client_credentials = flows.get("clientCredentials")
    token_url = text(client_credentials, "tokenUrl") if client_credentials else ""
    refresh_urls = [text(flow, "refreshUrl") for flow in flows.values()]
    refresh_urls += [text(flows[key], "tokenUrl") for key in _REFRESHING_FLOWS if key in flows]
    refresh_url = next((url for url in refresh_urls if url), "")
    scopes = client_credentials.get("scopes") if client_credentials else None
    if not (token_url or refresh_url):
        return None
    return ir.OAuthGrants(token_url, refresh_url, tuple(key for key, _ in scopes.items()) if scopes else ())

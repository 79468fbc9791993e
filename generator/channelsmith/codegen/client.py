"""What the client's module and the API's static facts are made of."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.operations import envelope, policies
from channelsmith.codegen.runtime_parts import RuntimePart, has_part
from channelsmith.codegen.target import Target
from channelsmith.codegen.text import literal
from channelsmith.naming.client_options import ClientOption, options_of
from channelsmith.naming.names import Names


@dataclass(frozen=True, slots=True)
class Argument:
    """A constructor argument that a document asks for: a secret, or a part of the server's URL."""

    name: str
    env: str
    about: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """The client class of one API."""

    secrets: tuple[Argument, ...]
    variables: tuple[Argument, ...]
    schemes: str  # the annotation's inside: the names of the schemes to choose from, "" where there is no choice
    options: tuple[ClientOption, ...]

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments the document asks for."""
        return (*self.secrets, *self.variables)


def client(api: ir.Api, names: Names, target: Target, parts: tuple[RuntimePart, ...]) -> ClientView:
    """The arguments of the constructor."""
    env_prefix = target.package
    secrets = [
        Argument(argument, env_name(env_prefix, argument), _about_secret(api, credential))
        for credential, argument in names.credentials.items()
    ]
    described = {each.name: each for server in api.servers for each in server.variables}
    variables = [
        Argument(argument, env_name(env_prefix, argument), _about_variable(described[variable]))
        for variable, argument in names.variables.items()
    ]
    choice = ", ".join(literal(each.name) for each in api.schemes) if len(api.schemes) > 1 else ""
    return ClientView(tuple(secrets), tuple(variables), choice, options_of(part.name for part in parts))


def api_fields(
    api: ir.Api, names: Names, target: Target, parts: tuple[RuntimePart, ...]
) -> tuple[tuple[str, str], ...]:
    """Name and value of every field of the runtime's `Api`."""
    env_prefix = target.package
    said = [
        ("name", literal(target.client)),
        ("version", literal(api.version)),
        ("user_agent", literal(f"{target.distribution}/{target.version}")),
        ("servers", _tuple(_server(each, names, env_prefix) for each in api.servers)),
        ("base_url_env", literal(env_name(env_prefix, "base_url"))),
        ("authentication", _authentication(api, names, env_prefix) if has_part(parts, "authentication") else ""),
        ("errors", _error_shape(api)),
        ("envelopes", _tuple(envelope(each) for each in api.envelopes)),
        *policies(api),
        ("limiter", "RateLimiter" if has_part(parts, "rate limits") else ""),
        ("http_library", literal(target.http) if target.http != "httpx" else ""),
    ]
    return tuple((key, value) for key, value in said if value not in {"()", "{}", ""})


def passed(view: ClientView) -> tuple[tuple[str, str], ...]:
    """Name and value of every argument that the constructor passes to that of the runtime's client."""
    mappings = (("credentials", view.secrets), ("variables", view.variables))
    return (
        *((name, _mapping(arguments)) for name, arguments in mappings if arguments),
        *[("auth", "auth")] * bool(view.schemes),
        *((option.name, option.name) for option in view.options),
    )


def _mapping(arguments: tuple[Argument, ...]) -> str:
    return f"{{{', '.join(f'{literal(each.name)}: {each.name}' for each in arguments)}}}"


def env_name(prefix: str, argument: str) -> str:
    """The environment variable behind a constructor argument."""
    return f"{prefix}_{argument}".upper()


def _error_shape(api: ir.Api) -> str:
    if api.errors is None:
        return ""
    said = {"codes": api.errors.codes, "messages": api.errors.messages}
    pointers = "".join(f", {key}={literal(value)}" for key, value in said.items() if value)
    return f"ErrorShape(code=_error_codes{pointers})"


_ABOUT_ROLES: Mapping[str, str] = {
    "secret": "The secret the API gave you.",
    "client_id": "The id under which the API knows your application; tokens are got with it and its secret.",
    "client_secret": "The secret that belongs to `client_id`.",
    "refresh_token": "A token that access tokens are got with, again and again.",
    "scope": "The scopes to ask for, with spaces between them; without it those the API gives by default.",
}


def _about_secret(api: ir.Api, credential: str) -> str:
    described = [each.description for each in api.schemes if each.credential == credential and each.description]
    role = next(role for scheme in api.schemes for role, each in scheme.roles if each == credential)
    scopes = dict.fromkeys(scope for scheme in api.schemes if scheme.grants for scope in scheme.grants.scopes)
    known = f" Documented: {', '.join(scopes)}." if role == "scope" and scopes else ""
    return described[0] if described else f"{_ABOUT_ROLES[role]}{known}"


def _about_variable(variable: ir.ServerVariable) -> str:
    default = f"Default: {variable.default}." if variable.default else ""
    return f"{variable.description.strip()} {default}".strip()


def _server(server: ir.Server, names: Names, env_prefix: str) -> str:
    rows = [f"{literal(each.name)}: {_variable(each, names, env_prefix)}" for each in server.variables]
    variables = f", variables={{{', '.join(rows)}}}" if rows else ""
    about = f", description={literal(server.description)}" if server.description else ""
    return f"Server({literal(server.url)}{about}{variables})"


def _variable(variable: ir.ServerVariable, names: Names, env_prefix: str) -> str:
    argument = names.variables[variable.name]
    enum = f", enum={literal(variable.enum)}" if variable.enum else ""
    env = literal(env_name(env_prefix, argument))
    return f"Variable(default={literal(variable.default)}{enum}, argument={literal(argument)}, env={env})"


def _authentication(api: ir.Api, names: Names, env_prefix: str) -> str:
    schemes = ", ".join(f"{literal(each.name)}: {_scheme(each)}" for each in api.schemes)
    fields = [
        ("credentials", _tuple(_credentials(api, names, env_prefix))),
        ("schemes", f"{{{schemes}}}"),
        ("security", literal(api.security)),
    ]
    return f"SecuritySchemes({', '.join(f'{key}={value}' for key, value in fields if value not in {'()', '{}'})})"


def _credentials(api: ir.Api, names: Names, env_prefix: str) -> Iterator[str]:
    """What a client may be given, and which schemes it serves in which role."""
    served: dict[tuple[str, str], list[str]] = {}
    for scheme in api.schemes:
        for role, credential in scheme.roles:
            served.setdefault((credential, role), []).append(scheme.name)
    for (credential, role), schemes in served.items():
        argument = names.credentials[credential]
        said = f"{literal(argument)}, env={literal(env_name(env_prefix, argument))}, schemes={literal(tuple(schemes))}"
        yield f"Credential({said}{f', role={literal(role)}' if role != 'secret' else ''})"


def _scheme(scheme: ir.SecurityScheme) -> str:
    match scheme.kind:
        case ir.SchemeKind.API_KEY:
            return f"ApiKey({literal(scheme.location)}, {literal(scheme.parameter)})"
        case ir.SchemeKind.BASIC:
            return "Basic()"
        case ir.SchemeKind.BEARER if scheme.grants is not None:
            grants = {"client_credentials": scheme.grants.client_credentials, "refresh": scheme.grants.refresh_token}
            said = (f"{key}={literal(url)}" for key, url in grants.items() if url)
            return f"OAuth2({', '.join(said)})"
        case ir.SchemeKind.BEARER:
            return "Bearer()"


def _tuple(items: Iterable[str]) -> str:
    found = list(items)
    return f"({', '.join(found)},)" if found else "()"


@dataclass(frozen=True, slots=True)
class Flavour:
    """One of the two client classes, with the arguments of its constructor and of `with_options`."""

    prefix: str
    base: str
    doc: str
    declared: tuple[str, ...]
    changeable: tuple[str, ...]


def flavours(api: ir.Api, view: ClientView) -> tuple[Flavour, Flavour]:
    """The sync and the async client."""
    about = _client_doc(api, view)
    return (
        Flavour("", "SyncClient", f"{api.title}, version {api.version}.\n\n{about}", *_signatures(view, "Sync")),
        Flavour(
            "Async",
            "AsyncClient",
            f"{api.title}, version {api.version}, async.\n\n{about}",
            *_signatures(view, "Async"),
        ),
    )


def _signatures(view: ClientView, flavour: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    declared = (
        *(f"{each.name}: str | None = None" for each in view.arguments),
        *[f"auth: Literal[{view.schemes}] | None = None"] * bool(view.schemes),
        *(f"{each.name}: {annotation(each, flavour)} = {each.default}" for each in view.options),
    )
    changeable = (
        f"{each.name}: {annotation(each, flavour)} | NotGiven = NOT_GIVEN" for each in view.options if each.is_per_call
    )
    return declared, tuple(changeable)


def annotation(option: ClientOption, flavour: str) -> str:
    """The type of an option of the sync or the async client."""
    return option.annotation.replace("{Sync}", flavour).replace("{Async}", flavour.removeprefix("Sync"))


def _client_doc(api: ir.Api, view: ClientView) -> str:
    arguments = [f"{each.name}: {' '.join(each.about.split())} Falls back to `{each.env}`." for each in view.arguments]
    choice = ["auth: The security scheme to prefer; the documented order decides otherwise."] * bool(view.schemes)
    options = [f"{each.name}: {each.description}" for each in view.options]
    lines = [*(f"    {each}" for each in arguments), *(_wrapped(each) for each in (*choice, *options))]
    return "\n".join([*([api.description.strip(), ""] if api.description.strip() else []), "Args:", *lines])


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 112, initial_indent=" " * 4, subsequent_indent=" " * 8))

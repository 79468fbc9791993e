"""The clients of a package: the arguments of their constructors, and the static description of the API in `_api.py`."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from channelsmith import ir
from channelsmith.codegen.context import Resource, root_resources
from channelsmith.codegen.operations import constructor, policy_arguments
from channelsmith.codegen.render import literal, one_line, render, sentence
from channelsmith.codegen.runtime_parts import RuntimePart, has_part
from channelsmith.codegen.target import Target
from channelsmith.naming.client_options import CALL_OPTIONS, ClientOption, options_of
from channelsmith.naming.names import Names

_ROLE_DESCRIPTIONS: Mapping[str, str] = {
    "secret": "The secret that the API issued to you.",
    "client_id": "The client id of your application, used with its secret to request tokens.",
    "client_secret": "The secret that belongs to `client_id`.",
    "refresh_token": "A token that is used to request access tokens repeatedly.",
    "scope": "The scopes to request, separated by spaces; the API's default scopes if omitted.",
}


_DOWNLOAD_KEYWORDS: Mapping[str, Mapping[str, str]] = {
    "Sync": {"definition": "def", "function": "download_body", "call": "download_body"},
    "Async": {"definition": "async def", "function": "download_body_async", "call": "await download_body_async"},
}
"""How the method `download` of either client is written."""


@dataclass(frozen=True, slots=True)
class ConstructorArgument:
    """A constructor argument that the document defines: a secret, or a variable of the server's URL.

    Attributes:
        type: its type.
        may_be_function: whether it may be a function that returns such a value.
    """

    name: str
    env: str
    description: str
    type: str = "str"
    may_be_function: bool = False

    def annotation(self, flavour: str) -> str:
        """Return the type of the argument of the `Sync` or the `Async` client."""
        if not self.may_be_function:
            return f"{self.type} | None"
        returned = self.type if flavour == "Sync" else f"{self.type} | Awaitable[{self.type}]"
        return f"{self.type} | Callable[[], {returned}] | None"


@dataclass(frozen=True, slots=True)
class Constructor:
    """The constructor of the clients of one API.

    Attributes:
        schemes: the names of the security schemes to choose from, "" where there is no choice.
        needs_base_url: whether the document names no server that is used by default.
    """

    secrets: tuple[ConstructorArgument, ...]
    variables: tuple[ConstructorArgument, ...]
    schemes: str
    options: tuple[ClientOption, ...]
    needs_base_url: bool

    @property
    def arguments(self) -> tuple[ConstructorArgument, ...]:
        """All arguments that the document defines."""
        return (*self.secrets, *self.variables)

    def declarations(self, flavour: str) -> tuple[str, ...]:
        """Return the declarations of all arguments of the `Sync` or the `Async` client."""
        return (
            *(f"{each.name}: {each.annotation(flavour)} = None" for each in self.arguments),
            *(
                f"{each.name}: {self.option_type(each, flavour)}{' | NotGiven' * (each.default == 'NOT_GIVEN')} = "
                f"{each.default}"
                for each in self.options
            ),
        )

    def changeable(self, flavour: str) -> tuple[str, ...]:
        """Return the declarations of the arguments of `with_options`."""
        return tuple(
            f"{each.name}: {self.option_type(each, flavour)} | NotGiven = NOT_GIVEN"
            for each in self.options
            if each.is_per_call
        )

    def option_type(self, option: ClientOption, flavour: str) -> str:
        """Return the type of an option of the `Sync` or the `Async` client."""
        prefixes = {"{Sync}": flavour, "{Async}": flavour.removeprefix("Sync")}
        schemes = f"Literal[{self.schemes}] | " if self.schemes else ""
        annotation = option.annotation
        for placeholder, text in (prefixes | {"{Schemes}": schemes}).items():
            annotation = annotation.replace(placeholder, text)
        return annotation

    def passed(self) -> tuple[tuple[str, str], ...]:
        """Return name and value of every argument that is passed to the constructor of the runtime's client."""
        mappings = {"credentials": self.secrets, "variables": self.variables}
        return (
            *(
                (name, _mapping((each.name, each.name) for each in values))
                for name, values in mappings.items()
                if values
            ),
            *((option.name, option.name) for option in self.options),
        )

    def doc(self) -> str:
        """Return the end of the docstring."""
        arguments = {each.name: f"{one_line(each.description)} Falls back to `{each.env}`." for each in self.arguments}
        lines = [f"    {name}: {text}" for name, text in arguments.items()]
        lines += [_wrapped(f"{each.name}: {each.description}") for each in self.options]
        further = f"Every method also takes {', '.join(CALL_OPTIONS)}; see CallOptions."
        return "\n".join([further, "", "Args:", *lines])


def build_constructor(api: ir.Api, names: Names, target: Target, parts: tuple[RuntimePart, ...]) -> Constructor:
    """Return the constructor of the clients."""

    def argument(name: str, description: str) -> ConstructorArgument:
        return ConstructorArgument(name, env_name(target.package, name), description)

    def secret(name: str, credential: str) -> ConstructorArgument:
        uses = [(scheme.kind, role) for scheme in api.schemes for role, key in scheme.roles if key == credential]
        is_basic = {kind for kind, _ in uses} == {ir.SchemeKind.BASIC}
        texts = [sentence(one_line(_describe_secret(api, credential)))]
        texts += ["Either `user:password` or a tuple `(user, password)`."] * is_basic
        may_be_function = {role for _, role in uses} == {"secret"}
        texts += ["It may be a function that returns it, called for every attempt."] * may_be_function
        type_ = "str | tuple[str, str]" if is_basic else "str"
        return replace(argument(name, " ".join(texts)), type=type_, may_be_function=may_be_function)

    server_variables = {each.name: each for server in api.servers for each in server.variables}
    return Constructor(
        secrets=tuple(secret(name, key) for key, name in names.credentials.items()),
        variables=tuple(
            argument(name, _describe_variable(server_variables[key])) for key, name in names.variables.items()
        ),
        schemes=", ".join(literal(each.name) for each in api.schemes) if len(api.schemes) > 1 else "",
        options=tuple(_fitting_option(each, api) for each in options_of(part.name for part in parts)),
        needs_base_url=not _has_default_server(api),
    )


def render_client(
    api: ir.Api,
    target: Target,
    constructor: Constructor,
    resources: Sequence[Resource],
    parts: tuple[RuntimePart, ...],
) -> str:
    """Return the text of `client.py`."""
    title = f"{api.title}, version {api.version}"
    description = f"{api.description.strip()}\n\n" if api.description.strip() else ""
    return render(
        "package/client.py.jinja",
        class_name=target.client,
        roots=root_resources(resources),
        options=constructor.options,
        passed=constructor.passed(),
        flavours=[
            {
                "prefix": prefix,
                "base": f"{flavour}Client",
                "doc": f"{title}{', async' * bool(prefix)}.\n\n{description}{constructor.doc()}",
                "declarations": constructor.declarations(flavour),
                "changeable": constructor.changeable(flavour),
                "downloads": [_DOWNLOAD_KEYWORDS[flavour]] * has_part(parts, "downloads"),
            }
            for prefix, flavour in (("", "Sync"), ("Async", "Async"))
        ],
    )


def render_api(api: ir.Api, names: Names, target: Target, parts: tuple[RuntimePart, ...]) -> str:
    """Return the text of `_api.py`."""
    prefix = target.package
    values = {
        "name": literal(target.client),
        "version": literal(api.version),
        "user_agent": literal(f"{target.distribution}/{target.version}"),
        "servers": _tuple(_server(each, names, prefix) for each in api.servers),
        "base_url_env": literal(env_name(prefix, "base_url")),
        "authentication": _authentication(api, names, prefix) if has_part(parts, "authentication") else "",
        "errors": _error_shape(api.errors) if api.errors is not None else "",
        "envelopes": _tuple(constructor("Envelope", asdict(each)) for each in api.envelopes),
        **policy_arguments(api),
        "limiter": "RateLimiter" if has_part(parts, "rate limits") else "",
        "http_library": literal(target.http) if target.http != "httpx" else "",
    }
    return render(
        "package/api.py.jinja",
        arguments=_given(values),
        error_codes=render("package/api_codes.py.jinja") if api.errors is not None else "",
    )


def env_name(prefix: str, argument: str) -> str:
    """Return the environment variable that a constructor argument falls back to."""
    return f"{prefix}_{argument}".upper()


def _has_default_server(api: ir.Api) -> bool:
    """Whether the first server is one without `base_url`, once its variables have values."""
    if not api.servers:
        return False
    url = api.servers[0].url
    for each in api.servers[0].variables:
        url = url.replace(f"{{{each.name}}}", "host" if each.default is None else each.default)
    has_host = api.servers[0].url.startswith("{") and not url.startswith("/")  # what is no URL is a host of HTTPS
    return has_host or url.lower().startswith(("https://", "http://"))


def _fitting_option(option: ClientOption, api: ir.Api) -> ClientOption:
    """The option as it is described for an API."""
    if option.name != "base_url" or _has_default_server(api):
        return option
    other = ", or the name or URL of a documented one" * (len(api.servers) > 1)
    text = f"The URL of the server{other}. Required, for the document has no default that can be used."
    return replace(option, description=text, summary=text)


def _describe_secret(api: ir.Api, credential: str) -> str:
    described = [each.description for each in api.schemes if each.credential == credential and each.description]
    if described:
        return described[0]
    role = next(role for scheme in api.schemes for role, name in scheme.roles if name == credential)
    scopes = dict.fromkeys(scope for scheme in api.schemes if scheme.grants for scope in scheme.grants.scopes)
    documented = f" Documented: {', '.join(scopes)}." if role == "scope" and scopes else ""
    return f"{_ROLE_DESCRIPTIONS[role]}{documented}"


def _describe_variable(variable: ir.ServerVariable) -> str:
    default = "Required." if variable.default is None else f"Default: {variable.default}." * bool(variable.default)
    return f"{sentence(one_line(variable.description))} {default}".strip()


def _server(server: ir.Server, names: Names, prefix: str) -> str:
    variables = _mapping((each.name, _variable(each, names, prefix)) for each in server.variables)
    positional = [literal(server.url), *[f"variables={variables}"] * bool(server.variables)]
    return constructor("Server", {"name": server.name, "description": server.description}, *positional)


def _variable(variable: ir.ServerVariable, names: Names, prefix: str) -> str:
    argument = names.variables[variable.name]
    options = {"enum": variable.enum, "argument": argument, "env": env_name(prefix, argument)}
    return constructor("Variable", options, f"default={literal(variable.default)}")


def _authentication(api: ir.Api, names: Names, prefix: str) -> str:
    values = {
        "credentials": _tuple(_credentials(api, names, prefix)),
        "schemes": _mapping((each.name, _scheme(each)) for each in api.schemes),
        "security": literal(api.security),
    }
    return f"SecuritySchemes({', '.join(f'{name}={value}' for name, value in _given(values))})"


def _credentials(api: ir.Api, names: Names, prefix: str) -> Iterator[str]:
    """What a client may be given, and which schemes it serves in which role."""
    schemes: dict[tuple[str, str], list[str]] = {}
    for scheme in api.schemes:
        for role, credential in scheme.roles:
            schemes.setdefault((credential, role), []).append(scheme.name)
    for (credential, role), scheme_names in schemes.items():
        argument = names.credentials[credential]
        options = {"env": env_name(prefix, argument), "schemes": tuple(scheme_names)}
        yield constructor("Credential", options | ({"role": role} if role != "secret" else {}), literal(argument))


def _scheme(scheme: ir.SecurityScheme) -> str:
    match scheme.kind:
        case ir.SchemeKind.API_KEY:
            return constructor("ApiKey", {}, literal(scheme.location), literal(scheme.parameter))
        case ir.SchemeKind.BASIC:
            return "Basic()"
        case ir.SchemeKind.BEARER if (grants := scheme.grants) is not None:
            urls = {"client_credentials": grants.client_credentials, "refresh": grants.refresh_token}
            return constructor("OAuth2", urls)
        case ir.SchemeKind.BEARER:
            return "Bearer()"


def _error_shape(errors: ir.ErrorTable) -> str:
    return constructor("ErrorShape", {"codes": errors.codes, "messages": errors.messages}, "code=_error_codes")


def _given(values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Name and value of the arguments that are not empty."""
    return [(name, value) for name, value in values.items() if value not in {"()", "{}", ""}]


def _mapping(items: Iterable[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{literal(key)}: {value}' for key, value in items)}}}"


def _tuple(items: Iterable[str]) -> str:
    values = list(items)
    return f"({', '.join(values)},)" if values else "()"


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 106, initial_indent=" " * 4, subsequent_indent=" " * 8))

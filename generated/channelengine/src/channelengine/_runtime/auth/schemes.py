"""Security schemes as data, and the secrets of a client: which of them an operation needs, and where they are sent."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from ..errors import ConfigurationError, MissingCredentialError
from ..hooks import CallFunction
from ..http.messages import PlacedSecret
from ..redaction import Secret
from ..request.parameters import cookie_value

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from ..api import Place, Security
    from ..http.messages import Answer, Grant, GrantSettings, Step

_AUTHORIZATION: Place = ("header", "authorization")


@dataclass(frozen=True, slots=True)
class ApiKey:
    """The secret itself, in a header, a query parameter or a cookie of that name."""

    location: Literal["header", "query", "cookie"]
    name: str

    def place(self, secret: Secret) -> PlacedSecret:
        """Put a secret where it is sent."""
        sent = Secret(cookie_value(secret.reveal())) if self.location == "cookie" else secret
        return PlacedSecret(self.location, self.name, sent)


@dataclass(frozen=True, slots=True)
class Bearer:
    """`Authorization: Bearer <secret>`."""

    def place(self, secret: Secret) -> PlacedSecret:
        """Put a secret where it is sent."""
        return PlacedSecret("header", "Authorization", Secret(f"Bearer {secret.reveal()}"))


@dataclass(frozen=True, slots=True)
class Basic:
    """`Authorization: Basic`, from a secret of the form `user:password`."""

    def place(self, secret: Secret) -> PlacedSecret:
        """Put a secret where it is sent."""
        token = base64.b64encode(secret.reveal().encode()).decode("ascii")
        return PlacedSecret("header", "Authorization", Secret(f"Basic {token}"))


Scheme = ApiKey | Bearer | Basic
"""`OAuth2` is a `Bearer`."""


@runtime_checkable
class TokenScheme(Protocol):
    """A scheme whose tokens the client can get by itself."""

    def grant(self, scheme: str, secret: Callable[[str], Secret | None]) -> Grant | None:
        """Return the grant for the credentials of the client, by role; None where they do not suffice."""
        ...

    def advice(self, argument: Callable[[str], str]) -> str:
        """Name the constructor arguments that can be passed instead of a token, by role; "" for none."""
        ...


@dataclass(frozen=True, slots=True)
class Credential:
    """One constructor argument with a secret, its environment variable, and the schemes that need it.

    `role` is its meaning for these schemes: the secret itself, or one of OAuth 2's means to get a token.
    """

    argument: str
    env: str = ""
    schemes: tuple[str, ...] = ()
    role: Literal["secret", "client_id", "client_secret", "refresh_token", "scope"] = "secret"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecuritySchemes:
    """The credentials and security schemes of an API; `security` is that of operations without their own."""

    credentials: tuple[Credential, ...] = ()
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, "Scheme"])
    security: Security = ()

    def keyring(self, given: Mapping[str, object], environment: Mapping[str, str]) -> ClientSecrets:
        """Take each credential from the arguments, else from its environment variable.

        Raises ConfigurationError for a secret that is no text or cannot be sent in a header.
        """
        secrets: dict[str, Secret] = {}
        functions: dict[str, Callable[[], object]] = {}
        for credential in self.credentials:
            value = given.get(credential.argument)
            if callable(value) and credential.role == "secret":
                functions[credential.argument] = value
            elif text := self.text(credential, value) or self.text(credential, environment.get(credential.env)):
                secrets[credential.argument] = Secret(text)
        places = frozenset(map(_place_of, self.schemes.values()))
        return ClientSecrets(self, secrets, functions, places)

    def text(self, credential: Credential, given: object, verb: str = "be") -> str:
        """Return a secret that is given as a text, for basic authentication also as (user, password); "" for none.

        Raises ConfigurationError. `verb` is what the argument has to do.
        """
        is_basic = all(isinstance(self.schemes.get(name), Basic) for name in credential.schemes)
        match given:
            case None:
                return ""
            case str():
                text = given.strip()
            case (str() as user, str() as password) if is_basic and isinstance(given, tuple) and ":" not in user:
                text = f"{user}:{password}"
            case _:
                expected = "a str or a tuple (user, password) with no colon in the user" if is_basic else "a str"
                raise ConfigurationError(f"{credential.argument}= has to {verb} {expected}")
        if not text.isprintable():
            raise ConfigurationError(f"{credential.argument}= has characters that cannot be sent")
        return text


def _place_of(scheme: Scheme) -> Place:
    """Where a scheme puts its secret; header names are lower-case."""
    if not isinstance(scheme, ApiKey):
        return _AUTHORIZATION
    return scheme.location, scheme.name.lower() if scheme.location == "header" else scheme.name


@dataclass(frozen=True, slots=True)
class CredentialFunction:
    """A function of the caller that returns a credential: it is called for every attempt, and once more after a 401."""

    schemes: SecuritySchemes
    scheme: Scheme
    credential: Credential
    function: Callable[[], object] = field(repr=False)

    @property
    def owner(self) -> str:
        """The name of the argument, for what the function returns may change."""
        return self.credential.argument

    def renew(self, settings: GrantSettings, refused: Secret | None) -> Generator[Step, Answer, Secret]:
        """Call the function; see Grant. Raises ConfigurationError when it returns no credential."""
        call = CallFunction(self.credential.argument, self.function)
        yield call
        secret = Secret(self.schemes.text(self.credential, call.result, verb="return"))
        if not secret.reveal():
            raise ConfigurationError(f"the function {self.credential.argument}= returned no credential")
        placed = self.scheme.place(secret).secret
        if refused is None or placed.reveal() != refused.reveal():
            settings.redactor.learn(*_sent_forms(self.scheme, secret))
        return placed


@dataclass(frozen=True, slots=True)
class ClientSecrets:
    """The secrets of one client by constructor argument, or the functions that return them, and the preferred scheme.

    `places` are those where the schemes put their secrets. `chosen` caches the choice for each security requirement,
    and `grants` the grant of each scheme, None where the secret stays the same.
    """

    api: SecuritySchemes
    secrets: Mapping[str, Secret] = field(repr=False)
    functions: Mapping[str, Callable[[], object]] = field(repr=False)
    places: frozenset[Place]
    preferred: str = ""
    chosen: dict[tuple[Security, frozenset[Place]], tuple[PlacedSecret, ...]] = field(
        default_factory=dict["tuple[Security, frozenset[Place]]", "tuple[PlacedSecret, ...]"], repr=False
    )
    grants: dict[str, Grant | None] = field(default_factory=dict[str, "Grant | None"], repr=False)

    def preferring(self, scheme: str | None) -> ClientSecrets:
        """The same with another preferred scheme, None for none. Raises ConfigurationError for an unknown one."""
        if (scheme or "") == self.preferred:
            return self
        if scheme is not None and scheme not in self.api.schemes:
            known = ", ".join(map(repr, self.api.schemes))
            raise ConfigurationError(f"auth= has to be one of {known}, or an authentication such as httpx.Auth")
        return replace(self, preferred=scheme or "", chosen={})

    def choose(self, security: Security | None, operation: str, own: frozenset[Place]) -> tuple[PlacedSecret, ...]:
        """Return the secrets to send for an operation; None stands for the security of the API.

        Of the alternatives that can be met, one with a credential of the caller's `own` in the request comes first,
        then the preferred scheme, and a key in the URL last, otherwise the order of the document decides; no secret at
        all is the last resort. What the caller sends is not replaced. Raises MissingCredentialError when none can be
        met, unless there is an Authorization header.
        """
        required = self.api.security if security is None else security
        if (known := self.chosen.get((required, own))) is not None:
            return known
        possible = [names for names in required if all(self._has(name) or self._is_own(name, own) for name in names)]
        if possible:
            best = min(possible, key=lambda names: self._rank(names, own))
            placed = tuple(self._place(name) for name in best if not self._is_own(name, own))
            return self.chosen.setdefault((required, own), placed)
        if not required or _AUTHORIZATION in own:
            return ()
        raise MissingCredentialError(f"{operation} needs a credential: {self._advice(required)}", operation=operation)

    def all_secrets(self) -> Iterator[Secret]:
        """Every secret, as given and as it is sent."""
        scopes = {each.argument for each in self.api.credentials if each.role == "scope"}
        yield from (secret for argument, secret in self.secrets.items() if argument not in scopes)
        for name, scheme in self.api.schemes.items():
            if secret := self._secret(name):
                yield from _sent_forms(scheme, secret)

    def _is_own(self, name: str, own: frozenset[Place]) -> bool:
        return name in self.api.schemes and _place_of(self.api.schemes[name]) in own

    def _rank(self, names: tuple[str, ...], own: frozenset[Place]) -> tuple[bool, bool, bool, bool]:
        places = {_place_of(self.api.schemes[name]) for name in names}
        in_url = any(location == "query" for location, _ in places)
        return not names, places.isdisjoint(own), self.preferred not in names, in_url

    def _credential(self, scheme: str, role: str = "secret") -> Credential | None:
        return next((each for each in self.api.credentials if scheme in each.schemes and each.role == role), None)

    def _secret(self, scheme: str, role: str = "secret") -> Secret | None:
        credential = self._credential(scheme, role)
        return self.secrets.get(credential.argument) if credential else None

    def _has(self, scheme: str) -> bool:
        return self._secret(scheme) is not None or self._grant(scheme) is not None

    def _grant(self, name: str) -> Grant | None:
        if name not in self.grants:
            self.grants.setdefault(name, self._new_grant(name))
        return self.grants[name]

    def _new_grant(self, name: str) -> Grant | None:
        scheme, credential = self.api.schemes.get(name), self._credential(name)
        if scheme and credential and (function := self.functions.get(credential.argument)):
            return CredentialFunction(self.api, scheme, credential, function)
        return scheme.grant(name, partial(self._secret, name)) if isinstance(scheme, TokenScheme) else None

    def _place(self, name: str) -> PlacedSecret:
        scheme, grant, secret = self.api.schemes[name], self._grant(name), self._secret(name)
        return replace(scheme.place(secret or Secret("")), grant=grant)

    def _advice(self, required: Security) -> str:
        names = dict.fromkeys(name for option in required for name in option)
        wanted = {credential: None for name in names if (credential := self._credential(name))}
        ways = [f"pass {each.argument}=" + (f" or set {each.env}" if each.env else "") for each in wanted]
        ways += dict.fromkeys(way for name in names if (way := self._grant_advice(name)))
        return ", or ".join(ways) or "its security scheme is one this client has no argument for"

    def _grant_advice(self, name: str) -> str:
        scheme = self.api.schemes.get(name)
        arguments = {each.role: each.argument for each in self.api.credentials if name in each.schemes}
        return scheme.advice(lambda role: arguments.get(role, "")) if isinstance(scheme, TokenScheme) else ""


def _sent_forms(scheme: Scheme, secret: Secret) -> Iterator[Secret]:
    """A secret as it is given and as it is sent, and the password in it."""
    yield secret
    yield scheme.place(secret).secret
    if isinstance(scheme, Basic):
        yield Secret(secret.reveal().partition(":")[2])

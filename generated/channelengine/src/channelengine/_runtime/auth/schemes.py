"""Security schemes as data, and the secrets of a client: which of them an operation needs, and where they are sent."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from ..errors import ConfigurationError, MissingCredentialError
from ..http.messages import PlacedSecret
from ..redaction import Secret
from ..request.parameters import cookie_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ..api import Security
    from ..http.messages import Grant


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

    def keyring(
        self, given: Mapping[str, object], environment: Mapping[str, str], preferred: str | None
    ) -> ClientSecrets:
        """Take each credential from the arguments, else from its environment variable.

        Raises ConfigurationError for an unknown scheme and for a secret that is no text or cannot be sent in a header.
        """
        if preferred is not None and preferred not in tuple(self.schemes):
            raise ConfigurationError(f"auth= has to be one of {', '.join(map(repr, self.schemes))}")
        secrets: dict[str, Secret] = {}
        for credential in self.credentials:
            value = (
                self._text(credential, given.get(credential.argument)) or environment.get(credential.env, "").strip()
            )
            if not value.isprintable():
                raise ConfigurationError(f"{credential.argument}= has characters that cannot be sent")
            if value:
                secrets[credential.argument] = Secret(value)
        return ClientSecrets(self, secrets, preferred or "")

    def _text(self, credential: Credential, given: object) -> str:
        """A secret that is given as a text, for basic authentication also as (user, password)."""
        is_basic = all(isinstance(self.schemes.get(name), Basic) for name in credential.schemes)
        match given:
            case None:
                return ""
            case str():
                return given.strip()
            case (str() as user, str() as password) if is_basic and isinstance(given, tuple) and ":" not in user:
                return f"{user}:{password}"
            case _:
                expected = "a str or a tuple (user, password) with no colon in the user" if is_basic else "a str"
                raise ConfigurationError(f"{credential.argument}= has to be {expected}")


@dataclass(frozen=True, slots=True)
class ClientSecrets:
    """The secrets of one client, by constructor argument, and the scheme that its owner prefers.

    `chosen` caches the choice for each security requirement, and `grants` the grant of each scheme, None where the
    client cannot get tokens.
    """

    api: SecuritySchemes
    secrets: Mapping[str, Secret] = field(repr=False)
    preferred: str = ""
    chosen: dict[Security, tuple[PlacedSecret, ...]] = field(
        default_factory=dict["Security", "tuple[PlacedSecret, ...]"], repr=False
    )
    grants: dict[str, Grant | None] = field(default_factory=dict[str, "Grant | None"], repr=False)

    @property
    def header_names(self) -> frozenset[str]:
        """The headers in which API keys are sent, lower-case."""
        return frozenset(each.name.lower() for each in self.api.schemes.values() if isinstance(each, ApiKey))

    def choose(self, security: Security | None, operation: str) -> tuple[PlacedSecret, ...]:
        """Return the secrets to send for an operation; None stands for the security of the API.

        Of the alternatives that can be met, the preferred scheme comes first and a key in the URL last, otherwise the
        order of the document decides; no secret at all is the last resort. Raises MissingCredentialError when none can
        be met.
        """
        required = self.api.security if security is None else security
        if (known := self.chosen.get(required)) is not None:
            return known
        possible = [names for names in required if all(self._has(name) for name in names)]
        if possible:
            best = tuple(self._place(name) for name in min(possible, key=self._rank))
            return self.chosen.setdefault(required, best)
        if not required:
            return ()
        raise MissingCredentialError(f"{operation} needs a credential: {self._advice(required)}", operation=operation)

    def all_secrets(self) -> Iterator[Secret]:
        """Every secret, as given and as it is sent."""
        scopes = {each.argument for each in self.api.credentials if each.role == "scope"}
        yield from (secret for argument, secret in self.secrets.items() if argument not in scopes)
        for name, scheme in self.api.schemes.items():
            secret = self._secret(name)
            if secret:
                yield scheme.place(secret).secret
            if secret and isinstance(scheme, Basic):
                yield Secret(secret.reveal().partition(":")[2])

    def _rank(self, names: tuple[str, ...]) -> tuple[bool, bool, bool]:
        in_url = any(self._place(name).location == "query" for name in names)
        return not names, self.preferred not in names, in_url

    def _credential(self, scheme: str, role: str = "secret") -> Credential | None:
        return next((each for each in self.api.credentials if scheme in each.schemes and each.role == role), None)

    def _secret(self, scheme: str, role: str = "secret") -> Secret | None:
        credential = self._credential(scheme, role)
        return self.secrets.get(credential.argument) if credential else None

    def _has(self, scheme: str) -> bool:
        return self._secret(scheme) is not None or self._grant(scheme) is not None

    def _grant(self, name: str) -> Grant | None:
        if name not in self.grants:
            scheme = self.api.schemes.get(name)
            grant = scheme.grant(name, partial(self._secret, name)) if isinstance(scheme, TokenScheme) else None
            self.grants.setdefault(name, grant)
        return self.grants[name]

    def _place(self, scheme: str) -> PlacedSecret:
        grant = self._grant(scheme)
        if grant is not None:
            return PlacedSecret("header", "Authorization", grant.bearer, grant)
        secret = self._secret(scheme)
        if secret is None:
            raise LookupError(scheme)
        return self.api.schemes[scheme].place(secret)

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

"""How a secret travels: security schemes as data, and the choice among those an operation accepts."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from ..errors import ConfigurationError, MissingCredentialError
from ..redaction import Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from ..api import Api, Credential
    from ..http.messages import Answer, BodyReceiver, Request, Step
    from ..redaction import Redactor

Location = Literal["header", "query", "cookie"]
Security = tuple[tuple[str, ...], ...]
"""Alternatives, each a set of scheme names needed together."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """The secret as it is, in a header, a query parameter or a cookie of that name."""

    location: Location
    name: str

    def place(self, secret: Secret) -> Placed:
        """Put the secret where it travels."""
        return Placed(self.location, self.name, secret)


@dataclass(frozen=True, slots=True)
class Bearer:
    """`Authorization: Bearer <secret>`."""

    def place(self, secret: Secret) -> Placed:
        """Put the secret where it travels."""
        return Placed("header", "Authorization", Secret(f"Bearer {secret.reveal()}"))


@dataclass(frozen=True, slots=True)
class Basic:
    """`Authorization: Basic`, made of a secret of the form `user:password`."""

    def place(self, secret: Secret) -> Placed:
        """Put the secret where it travels."""
        token = base64.b64encode(secret.reveal().encode()).decode("ascii")
        return Placed("header", "Authorization", Secret(f"Basic {token}"))


Scheme = ApiKey | Bearer | Basic
"""`OAuth2` is a `Bearer`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantSettings:
    """What a grant needs of the client that sends a call.

    `redactor` learns every token, so that none appears in an error or a log. `random` gives 0 to 1.
    """

    base: str
    user_agent: str
    timeout: float | None
    max_retries: int
    monotonic: Callable[[], float] = field(repr=False)
    random: Callable[[], float] = field(repr=False)
    redactor: Redactor


@runtime_checkable
class TokenScheme(Protocol):
    """A scheme whose tokens the client can get by itself."""

    def grant(self, scheme: str, secret: Callable[[str], Secret | None]) -> Grant | None:
        """Return the grant for the credentials of the client, by role; None where they do not suffice."""
        ...

    def advice(self, argument: Callable[[str], str]) -> str:
        """Name the constructor arguments that can be passed instead of a token, by role; "" for none."""
        ...


class Grant(Protocol):
    """Gets the tokens of one scheme and renews them; shared by a client and its copies."""

    @property
    def bearer(self) -> Secret:
        """The current token as the value of the Authorization header."""
        ...

    @property
    def whose(self) -> str:
        """What distinguishes the owner of the tokens from others."""
        ...

    def send(
        self, request: Request, receiver: BodyReceiver | None, settings: GrantSettings
    ) -> Generator[Step, Answer, Answer]:
        """Send a request with valid tokens, and once more with new ones after a 401.

        Raises AuthenticationError when the server gives no token.
        """
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A secret with the place where it travels, and how it is got where the client does that by itself."""

    location: Location
    name: str
    secret: Secret
    grant: Grant | None = None

    @property
    def whose(self) -> str:
        """What tells the owner of the secret from others, the same for as long as the client lives."""
        return self.grant.whose if self.grant else self.secret.reveal()


@dataclass(frozen=True, slots=True)
class Keyring:
    """The secrets of one client, by constructor argument, and which scheme its owner prefers."""

    api: Api
    secrets: Mapping[str, Secret] = field(repr=False)
    preferred: str = ""
    chosen: dict[Security, tuple[Placed, ...]] = field(
        default_factory=dict["Security", "tuple[Placed, ...]"], repr=False
    )
    """What has been chosen for each requirement so far: it never changes, and every call asks."""
    grants: dict[str, Grant | None] = field(default_factory=dict[str, "Grant | None"], repr=False)
    """How the token of each scheme is got, None where the client can not."""

    @classmethod
    def collect(
        cls,
        api: Api,
        given: Mapping[str, str | None],
        environment: Mapping[str, str],
        preferred: str | None,
    ) -> Keyring:
        """Take each credential from the arguments, else from its environment variable.

        Raises ConfigurationError for an unknown scheme and for a secret that no header could carry.
        """
        if preferred and preferred not in api.schemes:
            raise ConfigurationError(f"auth= has to be one of {', '.join(map(repr, api.schemes))}")
        secrets: dict[str, Secret] = {}
        for credential in api.credentials:
            value = (given.get(credential.argument) or environment.get(credential.env, "")).strip()
            if not value.isprintable():
                raise ConfigurationError(f"{credential.argument}= has characters that cannot be sent")
            if value:
                secrets[credential.argument] = Secret(value)
        return cls(api, secrets, preferred or "")

    def choose(self, security: Security | None, operation: str) -> tuple[Placed, ...]:
        """The secrets to send for a requirement (alternatives of scheme names; None is the API's own).

        Of the alternatives that can be met, the preferred scheme comes first, a key in the URL last, else the
        order of the document decides; no secret at all is the last resort.
        Raises MissingCredentialError when none can be met.
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
        """Every secret, as given and as it travels."""
        said = {each.argument for each in self.api.credentials if each.role == "scope"}
        yield from (secret for argument, secret in self.secrets.items() if argument not in said)
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

    def _grant(self, scheme: str) -> Grant | None:
        if scheme not in self.grants:
            rule = self.api.schemes.get(scheme)
            grant = rule.grant(scheme, partial(self._secret, scheme)) if isinstance(rule, TokenScheme) else None
            self.grants.setdefault(scheme, grant)
        return self.grants[scheme]

    def _place(self, scheme: str) -> Placed:
        if (got := self._grant(scheme)) is not None:
            return Placed("header", "Authorization", got.bearer, got)
        secret = self._secret(scheme)
        if secret is None:
            raise LookupError(scheme)
        return self.api.schemes[scheme].place(secret)

    def _advice(self, required: tuple[tuple[str, ...], ...]) -> str:
        names = dict.fromkeys(name for option in required for name in option)
        wanted = {credential: None for name in names if (credential := self._credential(name))}
        ways = [f"pass {each.argument}=" + (f" or set {each.env}" if each.env else "") for each in wanted]
        ways += dict.fromkeys(way for name in names if (way := self._grant_advice(name)))
        return ", or ".join(ways) or "its security scheme is one this client has no argument for"

    def _grant_advice(self, scheme: str) -> str:
        rule = self.api.schemes.get(scheme)
        arguments = {each.role: each.argument for each in self.api.credentials if scheme in each.schemes}
        return rule.advice(lambda role: arguments.get(role, "")) if isinstance(rule, TokenScheme) else ""

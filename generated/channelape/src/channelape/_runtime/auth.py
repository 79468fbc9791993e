"""How a secret travels: security schemes as data, and the choice among those an operation accepts."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .errors import ConfigurationError, MissingCredentialError
from .redact import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .api import Api, Credential

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


@dataclass(frozen=True, slots=True)
class Placed:
    """A secret with the place where it travels."""

    location: Location
    name: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class Keyring:
    """The secrets of one client, by constructor argument, and which scheme its owner prefers."""

    api: Api
    secrets: Mapping[str, Secret] = field(repr=False)
    preferred: str = ""
    chosen: dict[Security, tuple[Placed, ...]] = field(
        default_factory=dict["Security", "tuple[Placed, ...]"], repr=False, compare=False
    )
    """What has been chosen for each requirement so far: it never changes, and every call asks."""

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
        possible = [names for names in required if all(self._secret(name) for name in names)]
        if possible:
            best = tuple(self._place(name) for name in min(possible, key=self._rank))
            return self.chosen.setdefault(required, best)
        if not required:
            return ()
        raise MissingCredentialError(f"{operation} needs a credential: {self._advice(required)}", operation=operation)

    def all_secrets(self) -> Iterator[Secret]:
        """Every secret, as given and as it travels."""
        yield from self.secrets.values()
        for name, scheme in self.api.schemes.items():
            secret = self._secret(name)
            if secret:
                yield scheme.place(secret).secret
            if secret and isinstance(scheme, Basic):
                yield Secret(secret.reveal().partition(":")[2])

    def _rank(self, names: tuple[str, ...]) -> tuple[bool, bool, bool]:
        in_url = any(self._place(name).location == "query" for name in names)
        return not names, self.preferred not in names, in_url

    def _credential(self, scheme: str) -> Credential | None:
        return next((each for each in self.api.credentials if scheme in each.schemes), None)

    def _secret(self, scheme: str) -> Secret | None:
        credential = self._credential(scheme)
        return self.secrets.get(credential.argument) if credential else None

    def _place(self, scheme: str) -> Placed:
        secret = self._secret(scheme)
        if secret is None:
            raise LookupError(scheme)
        return self.api.schemes[scheme].place(secret)

    def _advice(self, required: tuple[tuple[str, ...], ...]) -> str:
        wanted = {credential: None for names in required for name in names if (credential := self._credential(name))}
        ways = [f"pass {each.argument}=" + (f" or set {each.env}" if each.env else "") for each in wanted]
        return ", or ".join(ways) or "its security scheme is one this client has no argument for"

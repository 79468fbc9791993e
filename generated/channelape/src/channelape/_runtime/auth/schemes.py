"""How a secret travels: security schemes as data, and the choice among those an operation accepts."""

from __future__ import annotations

import base64
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from ..errors import ConfigurationError, MissingCredentialError
from ..redaction import Secret
from ..value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..api import Api, Credential
    from .tokens import Grant

Location = Literal["header", "query", "cookie"]
Security = tuple[tuple[str, ...], ...]
"""Alternatives, each a set of scheme names needed together."""


class ApiKey(Value):
    """The secret as it is, in a header, a query parameter or a cookie of that name."""

    location: Location
    name: str

    def place(self, secret: Secret) -> Placed:
        """Put the secret where it travels."""
        return Placed(self.location, self.name, secret)


class Bearer(Value):
    """`Authorization: Bearer <secret>`."""

    def place(self, secret: Secret) -> Placed:
        """Put the secret where it travels."""
        return Placed("header", "Authorization", Secret(f"Bearer {secret.reveal()}"))


class Basic(Value):
    """`Authorization: Basic`, made of a secret of the form `user:password`."""

    def place(self, secret: Secret) -> Placed:
        """Put the secret where it travels."""
        token = base64.b64encode(secret.reveal().encode()).decode("ascii")
        return Placed("header", "Authorization", Secret(f"Basic {token}"))


class OAuth2(Bearer):
    """A bearer token: one the caller has, or one the client gets where these URLs lead, see `authtokens.py`.

    `client_credentials` gives tokens for the client's own id and secret, `refresh` for a refresh token; "" nowhere.
    """

    client_credentials: str = ""
    refresh: str = ""


Scheme = ApiKey | Bearer | Basic


class Placed(Value):
    """A secret with the place where it travels, and how it is got where the client does that by itself."""

    location: Location
    name: str
    secret: Secret
    grant: Grant | None = None

    @property
    def whose(self) -> str:
        """What tells the owner of the secret from others, the same for as long as the client lives."""
        return self.grant.whose if self.grant else self.secret.reveal()


class Keyring(Value):
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
            found, rule = None, self.api.schemes.get(scheme)
            own = {role: self._secret(scheme, role) for role in ("client_id", "refresh_token")}
            if isinstance(rule, OAuth2) and any(own.values()):
                from .tokens import grant  # noqa: PLC0415 - most clients have a secret that lasts

                found = grant(scheme, rule, lambda role: self._secret(scheme, role))
            self.grants.setdefault(scheme, found)
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
        own = [self._credential(scheme, role) for role in ("client_id", "client_secret")]
        known = [f"{each.argument}=" for each in own if each]
        return f"pass {' and '.join(known)}" if isinstance(rule, OAuth2) and rule.client_credentials and known else ""

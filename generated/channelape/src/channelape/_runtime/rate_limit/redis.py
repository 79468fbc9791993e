"""Rate limits kept in Redis: shared by many machines. Needs the package `redis`, which is loaded here only."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from ..errors import ConfigurationError, RateLimitStoreError
from .window import Change, Ledger

_ATTEMPTS = 1000  # each time somebody else was faster; one of all who try always succeeds

_READ = """
local time = redis.call('TIME')
return {redis.call('GET', KEYS[1]) or '', time[1], time[2]}
"""
_WRITE = """
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
"""


class RedisClient(Protocol):
    """What is needed of a client of a Redis server: `redis.Redis` has it, and so have its relatives."""

    def eval(self, script: str, numkeys: int, /, *keys_and_args: str) -> object:
        """Run a script on the server."""
        ...


class RedisRateLimits:
    """One key for each allowance, which the server forgets when it is over. Counts by the server's clock.

    The keys hold `prefix`, the API's name, a digest of account and key, and the operation.
    """

    blocking = True

    def __init__(self, server: str | RedisClient, *, prefix: str = "rate-limits:") -> None:
        """Use a server by its URL, such as `redis://127.0.0.1:6379/0`, or by a client of yours.

        Raises ConfigurationError for a URL that is none, or when the package `redis` is not installed.
        """
        self._client = _connect(server) if isinstance(server, str) else server
        self._prefix = prefix

    def update(self, key: str, change: Change) -> float:
        """See RateLimitStore."""
        try:
            return self._update(self._prefix + key, change)
        except Exception as error:  # whose client it is, and so what it raises, is not known
            raise RateLimitStoreError(f"the Redis server of rate limits: {type(error).__name__}") from error

    def _update(self, key: str, change: Change) -> float:
        for _ in range(_ATTEMPTS):
            ledger, seconds, micros = cast("list[bytes | str]", self._client.eval(_READ, 1, key))
            old = ledger.decode() if isinstance(ledger, bytes) else ledger
            before, now = Ledger.from_json(old), int(seconds) + int(micros) / 1_000_000
            after, wait = change(before, now)
            if after == before:
                return wait
            lifetime = max(1, round((after.ends - now) * 1000))
            if self._client.eval(_WRITE, 1, key, old, after.to_json(), str(lifetime)):
                return wait
        raise TimeoutError("too many others change the same key")

    def __repr__(self) -> str:
        """Without the URL, which may hold a password."""
        return f"RedisRateLimits(prefix={self._prefix!r})"


def _connect(url: str) -> RedisClient:
    try:
        redis = importlib.import_module("redis")  # an extra, which type checkers need not find either
    except ImportError:
        raise ConfigurationError("RedisRateLimits needs the package redis: pip install redis") from None
    try:
        client: RedisClient = redis.Redis.from_url(url)
    except ValueError:
        raise ConfigurationError("RedisRateLimits needs a URL such as redis://127.0.0.1:6379/0") from None
    return client

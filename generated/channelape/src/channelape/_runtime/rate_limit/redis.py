"""Storage for rate-limit usage in Redis, for many machines. The package `redis` is loaded here only."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

from ..errors import ConfigurationError, RateLimitStoreError
from .window import Change, SlidingWindow

_MAX_CONFLICTS = 1000  # in each conflict, another user of the key has succeeded
_TIMEOUT = 30.0
"""Seconds after which a server that does not answer is considered broken, unless the URL says `socket_timeout`."""
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
    """The interface of a Redis client; `redis.Redis` and similar classes implement it."""

    def eval(self, script: str, numkeys: int, /, *keys_and_args: str) -> object:
        """Run a Lua script on the server."""
        ...


class RedisRateLimits:
    """Counts in Redis by the server's clock, one key per limit, which expires with its window.

    The keys contain `prefix`, the API's name, a digest of account and key, and the operation.

    Args:
        server: a URL such as `redis://127.0.0.1:6379/0`, or a client of your own.
        prefix: the beginning of all keys.

    Raises ConfigurationError if the URL is invalid or the package `redis` is not installed.
    """

    blocking = True

    def __init__(self, server: str | RedisClient, *, prefix: str = "rate-limits:") -> None:
        self._client = _connect(server) if isinstance(server, str) else server
        self._prefix = prefix

    def update(self, key: str, change: Change) -> float:
        """See RateLimitStore."""
        try:
            return self._update(self._prefix + key, change)
        except Exception as error:  # the client may be of any class, so its exceptions are unknown
            raise RateLimitStoreError(f"the Redis server of rate limits: {type(error).__name__}") from error

    def _update(self, key: str, change: Change) -> float:
        for _ in range(_MAX_CONFLICTS):
            stored, seconds, microseconds = cast("list[bytes | str]", self._client.eval(_READ, 1, key))
            text = stored.decode() if isinstance(stored, bytes) else stored
            old, now = SlidingWindow.from_json(text), int(seconds) + int(microseconds) / 1_000_000
            new, wait = change(old, now)
            if new == old:
                return wait
            lifetime = max(1, round((new.expires - now) * 1000))
            if self._client.eval(_WRITE, 1, key, text, new.to_json(), str(lifetime)):
                return wait
        raise TimeoutError("too many concurrent changes of the same key")

    def __repr__(self) -> str:
        return f"RedisRateLimits(prefix={self._prefix!r})"  # a URL may contain a password


def _connect(url: str) -> RedisClient:
    try:
        redis = importlib.import_module("redis")  # an extra, which type checkers need not find
    except ImportError:
        raise ConfigurationError("RedisRateLimits needs the package redis: pip install redis") from None
    try:
        client: RedisClient = redis.Redis.from_url(url, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT)
    except ValueError:
        raise ConfigurationError("RedisRateLimits needs a URL such as redis://127.0.0.1:6379/0") from None
    return client

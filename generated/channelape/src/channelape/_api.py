"""Servers, credentials, limits and errors of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.api import Api, Concurrency, ErrorShape, RateLimit, Retry, Server
from ._runtime.auth.schemes import ApiKey, Basic, Bearer, Credential, SecuritySchemes
from ._runtime.rate_limit.limiter import RateLimiter

if TYPE_CHECKING:
    from ._runtime.error_codes import Code


def _error_codes() -> type[Code]:
    from .error_codes import ErrorCode  # there may be many, and few responses need them

    return ErrorCode


__all__ = ["API"]

API = Api(
    name="ChannelApe",
    version="1.0.0",
    user_agent="channelape-client/0.1.0",
    servers=(
        Server("https://api.channelape.com", description="Production."),
        Server("https://staging-api.channelape.com", description="Staging, for testing."),
    ),
    base_url_env="CHANNELAPE_BASE_URL",
    authentication=SecuritySchemes(
        credentials=(
            Credential("token", env="CHANNELAPE_TOKEN", schemes=("bearerAuth",)),
            Credential("api_key", env="CHANNELAPE_API_KEY", schemes=("apiAccountKey",)),
            Credential("user_jwt", env="CHANNELAPE_USER_JWT", schemes=("userJwt",)),
            Credential("login", env="CHANNELAPE_LOGIN", schemes=("userPassword",)),
        ),
        schemes={
            "bearerAuth": Bearer(),
            "apiAccountKey": ApiKey("header", "X-Channel-Ape-Authorization-Token"),
            "userJwt": ApiKey("header", "X-Channel-Ape-Jwt"),
            "userPassword": Basic(),
        },
        security=(("bearerAuth",), ("apiAccountKey",), ("userJwt",)),
    ),
    errors=ErrorShape(code=_error_codes, codes="/errors/*/code", messages="/errors/*/message"),
    rate_limit=RateLimit(requests=5, per=1.0, scope="account"),
    concurrency=Concurrency(requests=5, scope="account"),
    retry=Retry(statuses=(429, 500, 502, 503, 504)),
    limiter=RateLimiter,
)

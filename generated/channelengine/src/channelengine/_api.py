"""Servers, credentials, limits and errors of the API."""

from __future__ import annotations

from ._runtime.api import Api, Envelope, RateLimit, Server, Variable
from ._runtime.auth.schemes import ApiKey, Credential, SecuritySchemes
from ._runtime.rate_limit.limiter import RateLimiter

__all__ = ["API"]

API = Api(
    name="ChannelEngine",
    version="2.0.0",
    user_agent="channelengine-client/0.1.0",
    servers=(
        Server(
            "https://{tenant}.channelengine.net/api",
            variables={"tenant": Variable(default=None, argument="tenant", env="CHANNELENGINE_TENANT")},
            description="The seller's own environment.",
        ),
    ),
    base_url_env="CHANNELENGINE_BASE_URL",
    authentication=SecuritySchemes(
        credentials=(Credential("api_key", env="CHANNELENGINE_API_KEY", schemes=("apiKeyHeader", "apiKeyQuery")),),
        schemes={"apiKeyHeader": ApiKey("header", "X-CE-KEY"), "apiKeyQuery": ApiKey("query", "apikey")},
        security=(("apiKeyHeader",), ("apiKeyQuery",)),
    ),
    envelopes=(
        Envelope(success="/IsSuccess", payload="/Content", errors=("/Errors", "/Validations"), request_id="/TraceId"),
        Envelope(
            success="/Success",
            payload="/Content",
            message="/Message",
            errors=("/ValidationErrors",),
            request_id="/RequestId",
        ),
    ),
    rate_limit=RateLimit(
        requests=1,
        per=60.0,
        scope="operation",
        retry_after_header="retry-after",
        limit_header="x-rate-limit-limit",
        remaining_header="x-rate-limit-remaining",
    ),
    limiter=RateLimiter,
)

"""What a package is called."""

from dataclasses import dataclass

ERRORS = (
    *("ApiError", "AuthenticationError", "BadRequestError", "ConfigurationError", "ConflictError", "ConnectError"),
    *("DecodeError", "EnvelopeError", "ForbiddenError", "InvalidRequestError", "JobCanceledError", "JobFailedError"),
    *("JobGoneError", "MissingCredentialError"),
    *(
        "NotFoundError",
        "PaginationError",
        "PollingError",
        "PollingTimeoutError",
        "RateLimitError",
        "RateLimitStoreError",
        "RequestTimeoutError",
        "ResponseError",
        "ServerError",
    ),
    *("StatusError", "TimeBudgetError", "TransportError", "UnauthorizedError", "UnprocessableEntityError"),
)
"""The runtime's tree of errors, offered by every package."""

OFFERED = {
    "_runtime.batching": ("BatchPart", "BatchResult", "Batching"),
    "_runtime.response.content": ("Content",),
    "_runtime.response.drift": ("Drift", "DriftWarning"),
    "_runtime.rate_limit.file": ("FileRateLimits",),
    "_runtime.hooks": ("RequestEvent", "ResponseEvent"),
    "_runtime.pagination": ("AsyncPager", "Pager"),
    "_runtime.polling": ("AsyncPoller", "Poller"),
    "_runtime.progress": ("Progress",),
    "_runtime.raw": ("RawResponse",),
    "_runtime.rate_limit.redis": ("RedisRateLimits",),
    "_runtime.download": ("Download",),
    "_runtime.rate_limit.stores": ("MemoryRateLimits", "RateLimitStore"),
    "_runtime.types": ("NOT_GIVEN", "NotGiven"),
}
"""What users name besides clients and errors, by the module it lives in."""

TAKEN = frozenset(
    {
        *(name for names in OFFERED.values() for name in names),
        *(name.removesuffix("Error") for name in ERRORS),  # its own error would be one of these
        *("API", "AsyncClient", "AsyncHttpClient", "Callable", "ErrorCode", "Literal", "Mapping", "SyncClient"),
        *("SyncHttpClient", "TYPE_CHECKING"),
        *("AfterResponse", "AsyncAfterResponse", "AsyncBeforeRequest", "BeforeRequest"),
    }
)
"""Names that a client class can not have."""


HTTP_LIBRARIES = {"httpx": "httpx>=0.27,<1", "httpx2": "httpx2>=2,<3"}
"""The HTTP libraries a package can send through, and what it then depends on: one interface, two distributions."""


@dataclass(frozen=True, slots=True)
class Target:
    """Distribution, import name, client class and version of a package, and the HTTP library it sends through."""

    distribution: str
    package: str
    client: str
    version: str
    http: str = "httpx"

    @property
    def inside(self) -> str:
        """The folder of the package's modules, relative to the project."""
        return f"src/{self.package}"

    @property
    def description(self) -> str:
        """The document that travels with the package, relative to the project."""
        return f"{self.inside}/openapi.json"

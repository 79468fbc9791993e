"""What a package is called."""

from dataclasses import dataclass

ERRORS = (
    *("ApiError", "AuthenticationError", "BadRequestError", "ConfigurationError", "ConflictError", "ConnectError"),
    *("DecodeError", "EnvelopeError", "ForbiddenError", "InvalidRequestError", "MissingCredentialError"),
    *(
        "NotFoundError",
        "PaginationError",
        "PollingError",
        "RateLimitError",
        "RequestTimeoutError",
        "ResponseError",
        "ServerError",
    ),
    *("StatusError", "TransportError", "UnauthorizedError", "UnprocessableEntityError"),
)
"""The runtime's tree of errors, offered by every package."""

OFFERED = {
    "_runtime.content": ("Content",),
    "_runtime.drift": ("Drift", "DriftWarning"),
    "_runtime.paging": ("AsyncPager", "Pager"),
    "_runtime.types": ("NOT_GIVEN", "NotGiven"),
}
"""What users name besides clients and errors, by the module it lives in."""

TAKEN = frozenset(
    {
        *(name for names in OFFERED.values() for name in names),
        *(name.removesuffix("Error") for name in ERRORS),  # its own error would be one of these
        *("API", "AsyncClient", "AsyncHttpClient", "Callable", "ErrorCode", "Literal", "Mapping", "SyncClient"),
        *("SyncHttpClient", "TYPE_CHECKING"),
    }
)
"""Names that a client class can not have."""


@dataclass(frozen=True, slots=True)
class Target:
    """Distribution, import name, client class and version of a package."""

    distribution: str
    package: str
    client: str
    version: str

    @property
    def inside(self) -> str:
        """The folder of the package's modules, relative to the project."""
        return f"src/{self.package}"

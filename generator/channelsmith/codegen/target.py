"""What a package is called."""

from dataclasses import dataclass

from channelsmith.codegen.runtime_parts import public_names

TAKEN = frozenset(
    {
        *public_names(),
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

    @property
    def sandbox(self) -> str:
        """Where the behaviour of the local server stands; the package itself does not import it."""
        return f"{self.inside}/_sandbox.py"

"""The target of a generation: the names of the package and the HTTP library that it uses."""

from dataclasses import dataclass

from channelsmith.codegen.runtime_parts import public_names

RESERVED_CLIENT_NAMES = frozenset(
    {
        *public_names(),
        *("API", "AsyncClient", "AsyncHttpClient", "Callable", "ErrorCode", "Literal", "Mapping", "SyncClient"),
        *("Self", "SyncHttpClient", "TYPE_CHECKING"),
        *("AfterResponse", "AsyncAfterResponse", "AsyncBeforeRequest", "BeforeRequest"),
    }
)
"""Names that a client class cannot have."""

DESCRIPTION = "openapi.json"
"""The document that a package contains."""
BEHAVIOR = "_sandbox.py"
"""The behaviour of the local server; the package itself does not import it."""
GENERATED = (DESCRIPTION, "_api.py")
"""Files by which a generated package is recognized."""

HTTP_LIBRARIES = {"httpx": "httpx>=0.27,<1", "httpx2": "httpx2>=2,<3"}
"""The HTTP libraries that a package can use, with the dependency of each; both have the same interface."""


@dataclass(frozen=True, slots=True)
class Target:
    """Distribution, import name, client class and version of a package, and the HTTP library that it uses."""

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
        """The document, relative to the project."""
        return f"{self.inside}/{DESCRIPTION}"

    @property
    def sandbox(self) -> str:
        """The behaviour of the local server, relative to the project."""
        return f"{self.inside}/{BEHAVIOR}"

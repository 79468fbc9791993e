"""The target of a generation: the names of the package and the HTTP library that it uses."""

from dataclasses import dataclass, replace

from packaging.version import InvalidVersion, Version

from channelsmith.codegen.runtime_parts import public_names
from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document

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

FROM_DOCUMENT = "document"
"""The version of a package that has the version of its document."""

HTTP_LIBRARIES = {"httpx": "httpx>=0.27,<1", "httpx2": "httpx2>=2,<3"}
"""The HTTP libraries that a package can use, with the dependency of each; both have the same interface."""


@dataclass(frozen=True, slots=True)
class Target:
    """The names of a package, and what else is in its project.

    Attributes:
        distribution: the name of the distribution.
        package: the import name.
        client: the client class.
        version: the version of the package, `FROM_DOCUMENT` until the document is known.
        http: the HTTP library that it uses.
        is_project: whether there are files for a distribution beside the package.
        has_docs: whether there is a reference.
        has_tests: whether there is a test of each operation.
        license: the SPDX expression of the licence.
        authors: names, with addresses in angle brackets or not.
        dependencies: further requirements of the distribution.
    """

    distribution: str
    package: str
    client: str
    version: str = "0.1.0"
    http: str = "httpx"
    is_project: bool = True
    has_docs: bool = True
    has_tests: bool = False
    license: str | None = None
    authors: tuple[str, ...] = ()
    dependencies: tuple[str, ...] = ()

    def with_version_of(self, document: Document) -> "Target":
        """Return the target with the version of the document, if it takes it from there.

        Raises:
            UnusableInput: it cannot be the version of a package.
        """
        if self.version != FROM_DOCUMENT:
            return self
        version = document.at("/info/version")
        text = version.as_text().strip()
        if not is_version(text):
            message = f"{text!r} cannot be the version of a package"
            hint = "set a version such as '1.0.0' instead of 'document', or correct it by an overlay"
            raise UnusableInput(version.problem(message, rule="configuration", hint=hint))
        return replace(self, version=text.removeprefix("v"))

    @property
    def inside(self) -> str:
        """The folder of the package's modules, relative to the output; "" if that is the package itself."""
        return f"src/{self.package}" if self.is_project else ""

    def path(self, module: str) -> str:
        """Return the path of a file of the package, relative to the output."""
        return f"{self.inside}/{module}".removeprefix("/")

    @property
    def description(self) -> str:
        """The document, relative to the project."""
        return self.path(DESCRIPTION)

    @property
    def sandbox(self) -> str:
        """The behaviour of the local server, relative to the project."""
        return self.path(BEHAVIOR)


def is_version(text: str) -> bool:
    """Whether a text can be the version of a package."""
    try:
        Version(text)
    except InvalidVersion:
        return False
    return True

"""Importing a generated package, and calling methods of its sync and async clients as a user does."""

import importlib
import importlib.util
import inspect
import itertools
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from channelsmith.conform.arguments import NOT_GIVEN
from channelsmith.conform.cases import Cell, Flavour
from channelsmith.conform.compare import is_dict, is_list
from channelsmith.conform.relay import CELL_HEADER
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput

_NUMBERS: Final = itertools.count()


@dataclass(frozen=True, slots=True)
class Package:
    """An imported package: the name it was imported under, and the name of its sync client class."""

    name: str
    module: Any
    client: str

    def load(self, module: str) -> Any:
        """Import one of its modules."""
        return importlib.import_module(f"{self.name}.{module}")

    def has(self, module: str) -> bool:
        """Whether it has such a module."""
        return importlib.util.find_spec(f"{self.name}.{module}") is not None

    def client_class(self, flavour: Flavour) -> Any:
        """The class of its sync or async client."""
        return getattr(self.module, self.client if flavour == "sync" else f"Async{self.client}")


@contextmanager
def import_package(folder: Path) -> Generator[Package]:
    """Import the package in a folder (`generated/shop/src/shop`) under a name of its own while the context lasts.

    Another installed package of the same name is not affected.

    Raises:
        UnusableInput: there is none, or it cannot be imported.
    """
    folder = folder.resolve()  # importers are cached by path, which must not depend on the working directory
    initial = folder / "__init__.py"
    name = f"conform_{next(_NUMBERS)}_{folder.name}"
    spec = importlib.util.spec_from_file_location(name, initial, submodule_search_locations=[str(folder)])
    if not initial.is_file() or spec is None or spec.loader is None:
        raise unusable(str(folder), "there is no package here", "write it with: channelsmith generate")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        try:
            spec.loader.exec_module(module)
            public: list[str] = importlib.import_module(f"{name}.client").__all__
            client = next(public_name for public_name in public if f"Async{public_name}" in public)
            importlib.import_module(f"{name}.models")
        except Exception as error:  # noqa: BLE001 -- importing runs its code, which may fail in any way
            raise unusable(str(folder), f"the package cannot be imported: {error!r}", "generate it again") from None
        yield Package(name, module, client)
    finally:
        for loaded in [loaded for loaded in sys.modules if loaded == name or loaded.startswith(f"{name}.")]:
            del sys.modules[loaded]


def unusable(subject: str, message: str, hint: str) -> UnusableInput:
    """A problem with an option, a folder, a package or a server, which has no place in a file."""
    return UnusableInput(Diagnostic(Severity.ERROR, "conform", f"{subject}: {message}", hint))


async def _items(value: Any) -> Any:
    """All items of a stream; any other value itself."""
    if hasattr(value, "__anext__"):
        return [item async for item in value]
    return list(value) if hasattr(value, "__next__") else value


@dataclass(slots=True)
class Outcome:
    """The outcome of one call: a value or an error, the drifts that were reported, the pauses between attempts."""

    value: Any = None
    error: Exception | None = None
    drifts: list[str] = field(default_factory=list[str])
    pauses: list[float] = field(default_factory=list[float])
    seconds: float = 0.0


class Caller:
    """Calls methods through one client. A sync client blocks the event loop, so it needs one of its own."""

    def __init__(self, package: Package, flavour: Flavour, base_url: str, secrets: Mapping[str, str]) -> None:
        # the pauses are judged by a clock that does not move, by which a limit would never be over
        unlimited = {"rate_limits": False} if hasattr(package.module, "MemoryRateLimits") else {}
        options = {"keep_cookies": True, **unlimited}
        self._client: Any = package.client_class(flavour)(base_url=base_url, **secrets, **options)
        self._not_given = getattr(package.module, "NOT_GIVEN")  # noqa: B009 -- the module is generated

    async def call(self, cell: Cell, token: str) -> Outcome:
        """Make the call of a cell once; the token names the cell to the relay."""
        outcome, started = Outcome(), time.perf_counter()
        try:
            outcome.value = await self._fetch(cell, token, outcome)
        except Exception as error:  # noqa: BLE001 -- errors are what many cells are about
            outcome.error = error
        outcome.seconds = time.perf_counter() - started
        return outcome

    async def _fetch(self, cell: Cell, token: str, outcome: Outcome) -> Any:
        async def pause(seconds: float) -> None:
            outcome.pauses.append(seconds)

        def note(drift: object) -> None:
            outcome.drifts.append(str(drift))

        client = self._client.with_options(
            headers={CELL_HEADER: token},
            on_drift=note,
            max_retries=cell.retries,
            timeout=cell.timeout,
            strict=cell.strict,
        )
        # the generated constructor has no argument for the clock
        client._sleep = pause if cell.flavour == "async" else outcome.pauses.append  # noqa: SLF001
        method = attrgetter(cell.operation.call)(client.with_raw_response if cell.returns == "raw" else client)
        keywords = {name: self._with_constant(value) for name, value in cell.arguments.keywords.items()}
        result = method(*cell.arguments.positional, **keywords)
        if hasattr(result, "pages") and cell.returns == "all":
            return [item async for item in result] if cell.flavour == "async" else list(result)
        result = result.first() if hasattr(result, "pages") else result
        value = await result if inspect.isawaitable(result) else result
        return replace(value, parsed=await _items(value.parsed)) if cell.returns == "raw" else await _items(value)

    def _with_constant(self, value: Any) -> Any:
        """A value with the package's own NOT_GIVEN."""
        if is_dict(value):
            return {name: self._with_constant(member) for name, member in value.items()}
        if is_list(value):
            return [self._with_constant(element) for element in value]
        return self._not_given if value is NOT_GIVEN else value

    async def close(self) -> None:
        """Close the connections."""
        if hasattr(self._client, "aclose"):
            await self._client.aclose()
        else:
            self._client.close()

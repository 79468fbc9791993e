"""A generated package, imported under a name of its own: whatever else of that name is installed stays out of it."""

import importlib
import importlib.util
import itertools
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput

_NUMBERS: Final = itertools.count()


@dataclass(frozen=True, slots=True)
class Package:
    """An imported package: `name` is what it was imported as, `client` the class of its sync client."""

    name: str
    module: Any
    client: str

    def load(self, module: str) -> Any:
        """One of its modules."""
        return importlib.import_module(f"{self.name}.{module}")

    def client_class(self, flavour: str) -> Any:
        """The class of its sync or async client."""
        return getattr(self.module, self.client if flavour == "sync" else f"Async{self.client}")

    @property
    def api(self) -> Any:
        """What it says about the API as a whole."""
        return self.load("_api").API


@contextmanager
def imported(folder: Path) -> Generator[Package]:
    """The package in a folder (`generated/shop/src/shop`), for as long as the context lasts.

    Raises:
        UnusableInput: there is none, or it can not be imported.
    """
    folder = folder.resolve()  # importers are kept by path, and would lead where we stood when the first was made
    initial = folder / "__init__.py"
    name = f"conformed_{next(_NUMBERS)}_{folder.name}"
    spec = importlib.util.spec_from_file_location(name, initial, submodule_search_locations=[str(folder)])
    if not initial.is_file() or spec is None or spec.loader is None:
        raise _unusable(folder, "there is no package here", "write it with: channelsmith generate")
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        try:
            spec.loader.exec_module(module)
            public: list[str] = importlib.import_module(f"{name}.client").__all__
            client = next(each for each in public if f"Async{each}" in public)
            importlib.import_module(f"{name}.models")
        except Exception as error:  # noqa: BLE001 -- whatever is wrong with it, it can not be used
            raise _unusable(folder, f"the package can not be imported: {error!r}", "generate it anew") from None
        yield Package(name, module, client)
    finally:
        for loaded in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
            del sys.modules[loaded]


def _unusable(folder: Path, message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "conform", message, hint, SourceLocation(str(folder), 1, 1)))

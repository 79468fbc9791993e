"""Generated packages for tests: a document in, an imported package out."""

import importlib
import itertools
import marshal
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.machinery import FileFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER, source_from_cache, source_hash
from pathlib import Path
from typing import Any

import httpx

from channelsmith.config import config_for_document
from channelsmith.output.file_tree import FileTree
from channelsmith.pipeline import generate_package

_numbers = itertools.count()
_generated: dict[str, tuple[str, FileTree]] = {}
_sources: set[str] = set()
_bytecode: dict[bytes, bytes] = {}


class _Loader(SourceFileLoader):
    """Compiles equal files of packages once: hundreds of them have the same runtime."""

    def get_data(self, path: str) -> bytes:
        if not path.endswith(".pyc"):
            return super().get_data(path)
        source = super().get_data(source_from_cache(path))
        if source not in _bytecode:
            code = compile(source, source_from_cache(path), "exec", dont_inherit=True)
            unchecked = (1).to_bytes(4, "little")
            _bytecode[source] = MAGIC_NUMBER + unchecked + source_hash(source) + marshal.dumps(code)
        return _bytecode[source]


_find_sources = FileFinder.path_hook((_Loader, [".py"]))


def _finder(path: str) -> FileFinder:
    if not any(path.startswith(source) for source in _sources):
        raise ImportError
    return _find_sources(path)


sys.path_hooks.insert(0, _finder)


@dataclass
class Package:
    """An imported package, and clients of it that talk to a function instead of a server."""

    name: str
    folder: Path
    module: Any
    requests: list[httpx.Request] = field(default_factory=list)

    def load(self, name: str) -> Any:
        """A module of the package."""
        return importlib.import_module(f"{self.name}.{name}")

    @property
    def models(self) -> Any:
        return self.load("models")

    def client(self, *answers: httpx.Response | Exception, **options: Any) -> Any:
        """A sync client that gets these answers, the last one again and again; requests are kept."""
        http = httpx.Client(transport=httpx.MockTransport(self._handler(answers)))
        return self._class("")(http_client=http, **{"base_url": "https://api.test", **options})

    def async_client(self, *answers: httpx.Response | Exception, **options: Any) -> Any:
        """The same, async."""
        http = httpx.AsyncClient(transport=httpx.MockTransport(self._handler(answers)))
        return self._class("Async")(http_client=http, **{"base_url": "https://api.test", **options})

    @property
    def sent(self) -> httpx.Request:
        """The one request there was."""
        assert len(self.requests) == 1
        return self.requests[0]

    def _class(self, prefix: str) -> Any:
        client = self.load("client")
        return getattr(client, next(name for name in client.__all__ if name.startswith("Async") == bool(prefix)))

    def _handler(self, answers: tuple[httpx.Response | Exception, ...]) -> Callable[[httpx.Request], httpx.Response]:
        waiting = list(answers) or [httpx.Response(204)]

        def handler(request: httpx.Request) -> httpx.Response:
            request.read()
            self.requests.append(request)
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            if isinstance(answer, Exception):
                raise answer
            return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

        return handler


@contextmanager
def built(
    document: str | Path, folder: Path, overlays: Sequence[Path] = (), name: str | None = None
) -> Iterator[Package]:
    """The package a document gives, inline YAML or a file, with its overlays.

    Tests use the same document again and again, so what an inline one gives is kept, unless it depends on other files.
    """
    text = textwrap.dedent(document) if isinstance(document, str) else ""
    is_plain = bool(text) and not overlays and name is None
    if is_plain and text in _generated and _generated[text][0] not in sys.modules:
        name, tree = _generated[text]
    else:
        name = name or f"built_{next(_numbers)}"
        spec = folder / f"{name}.yaml" if text else Path(document)
        if text:
            spec.write_text(text, "utf-8")
        tree, _ = generate_package(config_for_document(spec, folder / name, name, overlays))
        if is_plain and tree.sources == (spec,):
            _generated[text] = name, tree
    output = folder / name
    tree.write(output)
    source = str(output / "src")
    _sources.add(source)
    sys.path.insert(0, source)
    try:
        yield Package(name, output, importlib.import_module(name))
    finally:
        sys.path.remove(source)
        _sources.remove(source)
        for loaded in [each for each in sys.modules if each.split(".")[0] == name]:
            del sys.modules[loaded]

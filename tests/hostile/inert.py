"""Imports every module of packages under an audit hook and prints what they did beyond being imported, as JSON.

Run as a program of its own, for an audit hook stays for good: `python inert.py FOLDER PACKAGE [PACKAGE...]`.
"""

import ast
import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

_BANNED = ("socket.", "subprocess.", "os.", "shutil.", "ctypes.", "urllib.", "http.", "ftplib.", "smtplib.", "pty.")
_HARMLESS = frozenset({"os.listdir", "os.scandir", "os.fspath"})  # by which Python finds modules
_METADATA = frozenset({"ByKey", "OneOf"})  # classes of the runtime that annotations have as metadata
_TYPES = (ast.Expression, ast.Name, ast.Attribute, ast.Subscript, ast.BinOp, ast.BitOr, ast.Constant, ast.Tuple)


def _is_annotation(source: str) -> bool:
    """Whether a text is nothing but names, brackets, constants and our metadata, as an annotation is."""
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except SyntaxError:
        return False
    return all(
        isinstance(node, (*_TYPES, ast.expr_context, ast.List, ast.Dict, ast.keyword)) or _is_metadata(node)
        for node in ast.walk(tree)
    )


def _is_metadata(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _METADATA


class Watch:
    """An audit hook that notes what a module has no business to do while it is imported."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.watching = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching:
            return
        self.watching = False  # what is looked at below would be seen here as well
        if self._is_wrong(event, arguments):
            self.seen.append(f"{event} {arguments!r}"[:300])
        self.watching = True

    def _is_wrong(self, event: str, arguments: tuple[object, ...]) -> bool:
        match event, arguments:
            case "open", (_, str(mode), _):
                return not {"w", "a", "x", "+"}.isdisjoint(mode)
            case "open", (_, None, int(flags)):
                return flags & 0o3 != 0
            case "compile", (str() | bytes() as source, str(file)):
                text = source if isinstance(source, str) else source.decode("utf-8", "replace")
                return not (file.endswith(".py") or _is_annotation(text))
            case _:
                return event.startswith(_BANNED) and event not in _HARMLESS


def modules(source: Path) -> list[str]:
    """Every module below a folder, by its file; nothing is imported."""
    paths = sorted(path.relative_to(source).with_suffix("") for path in source.rglob("*.py"))
    return [".".join(path.parts).removesuffix(".__init__") for path in paths]


def load_runtime(package: Path, found: list[str], loaded: dict[str, ModuleType]) -> None:
    """Imports what is copied verbatim, which loads much of the standard library, without the package around it.

    Every package has the same modules, which are imported once and then known under the names of each.
    """
    stand_in = ModuleType(package.name)
    stand_in.__path__ = [str(package)]
    sys.modules[package.name] = stand_in
    for name in (name for name in found if name.startswith(f"{package.name}._runtime")):
        file = package.parent.joinpath(*name.split("."))
        text = (file.with_suffix(".py") if file.with_suffix(".py").exists() else file / "__init__.py").read_text(
            "utf-8"
        )
        key = name.removeprefix(package.name) + text
        sys.modules[name] = loaded.get(key) or importlib.import_module(name)
        loaded[key] = sys.modules[name]
    del sys.modules[package.name]


def main(folder: Path, packages: list[str]) -> None:
    """Imports, and completes every model, which is when its annotations are read."""
    from pydantic import BaseModel, TypeAdapter  # noqa: PLC0415 -- loaded here so that its own doings are not watched

    importlib.import_module("httpx")
    watch = Watch()
    runtime: dict[str, ModuleType] = {}
    sys.addaudithook(watch)
    for package in packages:
        sys.path.insert(0, str(folder / package / "src"))
        found = modules(folder / package / "src")
        load_runtime(folder / package / "src" / package, found, runtime)
        watch.watching = True
        for name in found:
            importlib.import_module(name)
        models = sys.modules[f"{package}.models"]
        for name in models.__all__:
            kind = getattr(models, name)
            TypeAdapter(kind).json_schema() if not isinstance(kind, type) else None
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                kind.model_rebuild()
        watch.watching = False
        sys.path.pop(0)
    sys.stdout.write(json.dumps(watch.seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

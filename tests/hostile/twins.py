"""What of a generated package may depend on the words of its document: string constants and names, nothing else."""

import ast
import io
import keyword
import re
import tokenize
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import cast

from channelsmith.naming.reserved import DEVICES

RUNTIME = "/_runtime/"
_NAME_FIELDS = frozenset({"id", "name", "attr", "arg", "asname", "module", "rest"})
_PLAIN = re.compile(r"_?[^\W\d_]\w*")
_MARKS = re.compile("[\u0300-\u036f]{4}")
_ALIKE = frozenset({"LATIN", "CYRILLIC"})  # scripts with letters that look the same
_FIXED = re.compile(r"__(future__|init__|all__|version__|getattr__|dir__|name__|pydantic_extra__)")


def python(files: Mapping[str, str]) -> dict[str, str]:
    """The Python files that are made from a document; the runtime is copied and the same for all."""
    return {path: text for path, text in files.items() if path.endswith(".py") and RUNTIME not in path}


def shapes(files: Mapping[str, str]) -> Counter[str]:
    """How many modules of each shape there are, by folder."""
    return Counter(f"{_folder(path)}: {shape(ast.parse(text))}" for path, text in python(files).items())


def _folder(path: str) -> str:
    """The folder of a module; the file itself where its name is ours."""
    parts = PurePosixPath(path)
    return str(parts) if parts.parent.name in {"", "models"} or len(parts.parts) <= 3 else str(parts.parent)


def shape(node: ast.AST) -> str:
    """A syntax tree in which each name reads `N` and each string `S`, neighbours in an order no name decides.

    The kinds of nodes, their nesting, their number and all other constants are kept.
    """
    match node:
        case ast.Attribute(ast.Name("builtins"), word, context):  # how a builtin is called beside a method of its name
            node = ast.Name(word, context)
        case _:
            pass
    said = (_field(node, name, value) for name, value in ast.iter_fields(node))
    return f"{type(node).__name__}({', '.join(said)})"


def _field(node: ast.AST, name: str, value: object) -> str:
    if isinstance(value, ast.AST):
        return shape(value)
    if isinstance(value, list):
        parts = [
            shape(each) if isinstance(each, ast.AST) else _leaf(node, name, each)
            for each in cast("list[object]", value)
            if not (isinstance(each, ast.Import) and each.names[0].name == "builtins")
        ]
        return f"[{' '.join(sorted(parts))}]"
    return _leaf(node, name, value)


def _leaf(node: ast.AST, name: str, value: object) -> str:
    if isinstance(value, str):
        return "S" if isinstance(node, ast.Constant) and name == "value" else "N" if name in _NAME_FIELDS else value
    return repr(value)


def names(files: Mapping[str, str]) -> set[str]:
    """Every identifier of the generated modules, those of the modules themselves included."""
    found = {PurePosixPath(path).stem for path in python(files)}
    for text in python(files).values():
        for node in ast.walk(ast.parse(text)):
            for field, value in ast.iter_fields(node):
                if field in _NAME_FIELDS and isinstance(value, str) and not isinstance(node, ast.Constant):
                    found |= set(value.split("."))
    return found - {""}


def unsafe(found: set[str]) -> set[str]:
    """Those that Python changes, that a reader cannot tell from others, or that could be special to Python."""
    return {
        each
        for each in found
        if not (_FIXED.fullmatch(each) or (_is_plain(each) and not keyword.iskeyword(each)))
        or (each.startswith("__") and not _FIXED.fullmatch(each))
        or len(each) > 200
    }


def _is_plain(name: str) -> bool:
    """Whether a name is an identifier in normal form, of visible characters, without letters that look like others."""
    if not (name.isidentifier() and _PLAIN.match(name) and unicodedata.is_normalized("NFKC", name)):
        return False
    words = re.split(r"[_\d]+", name)
    scripts = ({unicodedata.name(char, "").split()[0] for char in word} & _ALIKE for word in words)
    return name.isprintable() and not _MARKS.search(name) and all(len(each) < 2 for each in scripts)


def comments(files: Mapping[str, str]) -> set[str]:
    """Every comment of the generated modules."""
    return {comment for text in python(files).values() for comment in _comments(text)}


def _comments(text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def unwritable(files: Mapping[str, str]) -> set[str]:
    """Paths that leave the folder, that some file system cannot hold, or that only their case tells apart."""
    folded = Counter(path.casefold() for path in files)
    return {path for path in files if folded[path.casefold()] > 1 or any(map(_is_odd, path.split("/")))}


def _is_odd(part: str) -> bool:
    stem = part.partition(".")[0].casefold()
    device = stem in DEVICES
    return device or part in {"", ".", ".."} or len(part.encode()) > 250 or not re.fullmatch(r"[\w.-]+", part, re.ASCII)

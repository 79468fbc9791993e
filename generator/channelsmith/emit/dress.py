"""Puts a document's own words into generated models, as constants of the syntax tree."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from channelsmith.pytypes import revealed
from channelsmith.text import docstring

RUNTIME = "_runtime"
"""The module the model generator imports our types from; made relative to the package here."""

_HEADER = '"""The models: what is sent and what comes back."""'
_IMPORTS = "from pydantic import Field"
_MARK = "docstring-{}-of-the-document"
_MARKED = re.compile(r"^( *)(['\"]{1,3})docstring-(\d+)-of-the-document\2$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Clothes:
    """What a class gets: its description, wire name and description by attribute, value by enum member."""

    description: str
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    members: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


def dress(tree: ast.Module, clothes: Mapping[str, Clothes]) -> str:
    """The module's text with every class dressed, rebuilding left to first use, and `__all__`.

    Raises:
        ValueError: the model generator gave a class another name than we asked for, or left one out.
    """
    said = _Docstrings()
    _reveal_constants(tree)
    found: list[str] = []
    imports: list[ast.stmt] = ast.parse(_IMPORTS).body
    body: list[ast.stmt] = []
    for statement in tree.body:
        match statement:
            case ast.ImportFrom(module="__future__"):
                imports.insert(0, statement)
            case ast.ImportFrom(module=str(module)):
                level = 2 if module.split(".")[0] == RUNTIME else 0
                imports.append(ast.ImportFrom(module, statement.names, level))
            case ast.ClassDef(name=word):
                found.append(word)
                body.append(_dressed(statement, clothes[word], said))
            case ast.Assign(targets=[ast.Name(id=word)]):
                found.append(word)
                body += [statement, *said(clothes[word].description)]
            case ast.Expr(value=ast.Call()):  # X.model_rebuild(): models complete themselves when first used
                continue
            case _:
                raise ValueError(f"the model generator wrote a statement we do not know: {ast.unparse(statement)}")
    if sorted(found) != sorted(clothes):
        raise ValueError(f"the model generator and the naming pass disagree about {set(found) ^ set(clothes)}")
    for node in ast.walk(ast.Module(body=body, type_ignores=[])):
        if isinstance(node, ast.Call) and _is_required_field(node):
            node.args = []  # `Field(..., x=1)` says no more than `Field(x=1)`
    whole = [*ast.parse(_HEADER).body, *_used(imports, body), *ast.parse(f"__all__ = {sorted(found)!r}").body, *body]
    return said.into(ast.unparse(ast.fix_missing_locations(ast.Module(body=whole, type_ignores=[]))))


def _reveal_constants(tree: ast.Module) -> None:
    """Puts in what the model generator only saw hidden, also inside the annotations it quoted."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(slice=ast.Constant(value=str(word))):
                node.slice = ast.parse(revealed(repr(word)), mode="eval").body
            case ast.Constant(value=str(word)):
                node.value = revealed(word)
            case _:
                pass


def _used(imports: list[ast.stmt], body: list[ast.stmt]) -> list[ast.stmt]:
    """The imports without the names that nothing refers to, be it inside a quoted annotation."""
    nodes = [node for statement in body for node in ast.walk(statement)]
    words = {node.id for node in nodes if isinstance(node, ast.Name)}
    words |= {
        word
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in re.findall(r"\w+", node.value)
    }
    for each in imports:
        if isinstance(each, ast.ImportFrom) and each.module != "__future__":
            each.names = [name for name in each.names if (name.asname or name.name) in words]
    return [each for each in imports if not isinstance(each, ast.ImportFrom) or each.names]


def _dressed(statement: ast.ClassDef, clothes: Clothes, said: "_Docstrings") -> ast.ClassDef:
    body: list[ast.stmt] = said(clothes.description)
    for each in statement.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id=word)):
                attribute = _alias(each) or word
                wire, about = clothes.fields[attribute]
                each.target = ast.Name(id=attribute, ctx=ast.Store())
                each.value = _value(each, attribute, wire)
                body += [each, *said(about)]
            case ast.Assign(targets=[ast.Name(id=word)]) if clothes.members:
                each.value = ast.Constant(clothes.members[word])
                body.append(each)
            case ast.Pass():
                continue
            case _:
                raise ValueError(f"the model generator wrote a statement we do not know: {ast.unparse(each)}")
    statement.body = body or [ast.Pass()]
    return statement


def _alias(statement: ast.AnnAssign) -> str:
    """The attribute name we asked for, where the model generator set its own beside it."""
    if isinstance(statement.value, ast.Call):
        for keyword in statement.value.keywords:
            if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    return ""


def _value(statement: ast.AnnAssign, attribute: str, wire: str) -> ast.expr | None:
    """`None`, nothing, or a `Field` that carries the wire name.

    `validation_alias` and `serialization_alias` rather than `alias`: type checkers then take the attribute's name for
    the constructor's argument, which is how the models are meant to be written.
    """
    required = statement.value is None or _is_required_field(statement.value)
    if wire == attribute:
        return None if required else ast.Constant(None)
    default = [] if required else [ast.keyword("default", ast.Constant(None))]
    names = [ast.keyword(key, ast.Constant(wire)) for key in ("validation_alias", "serialization_alias")]
    return ast.Call(ast.Name("Field", ast.Load()), [], [*default, *names])


def _is_required_field(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.Call)
        and bool(value.args)
        and isinstance(value.args[0], ast.Constant)
        and value.args[0].value is ...
    )


class _Docstrings:
    """Docstrings, set aside while the tree is text, then put in with quotes and indentation of our own."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def __call__(self, text: str) -> list[ast.stmt]:
        """The statement that holds the place of a docstring; nothing where there is nothing to say."""
        if not text.strip():
            return []
        self._texts.append(text)
        return [ast.Expr(ast.Constant(_MARK.format(len(self._texts) - 1)))]

    def into(self, code: str) -> str:
        """The code with every docstring in its place."""
        return _MARKED.sub(self._put, code)

    def _put(self, found: re.Match[str]) -> str:
        indent = found[1]
        return indent + docstring(self._texts[int(found[3])], len(indent))

"""Puts a document's own words into generated models, as constants of the syntax tree."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from channelsmith.codegen.annotations import revealed
from channelsmith.codegen.modelwork import RUNTIME
from channelsmith.codegen.text import docstring

OTHERS = "others__"
"""The attribute as which the model generator is told of members that no property names; no name of ours ends so."""

_OTHERS = """
if not TYPE_CHECKING:
    __pydantic_extra__: {0}

@property
def {1}(self) -> {0}:
    'The members that have no attribute of their own, by name.'
    return self.__pydantic_extra__ or {{}}
"""
_HEADER = '"""The models: what is sent and what comes back."""'
_RECURSIVE = """
if TYPE_CHECKING:
    {0}: TypeAlias = {1!r}
else:
    {0} = TypeAliasType({0!r}, {1!r})
"""
_OURS = ("pydantic Field", "typing TYPE_CHECKING", "typing TypeAlias")
_MARK = "docstring-{}-of-the-document"
_MARKED = re.compile(r"^( *)(['\"]{1,3})docstring-(\d+)-of-the-document\2$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Clothes:
    """What a class gets: its description, wire name and description by attribute, value by enum member.

    `alias` is the annotation of an alias that holds itself, which the model generator can not write.
    """

    description: str
    alias: str = ""
    fields: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    members: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


def dress(codes: Sequence[str], imports: Iterable[str], clothes: Mapping[str, Clothes]) -> str:
    """The text of a module with every class dressed, and `__all__`.

    Args:
        codes: the code of each class or alias, in the order they are to stand in.
        imports: what they need, as `module name`.
        clothes: what they get, by their names.

    Raises:
        ValueError: the model generator gave a class another name than we asked for, left one out, or surprised us.
    """
    said = _Docstrings()
    found: list[str] = []
    body: list[str] = []
    for code in codes:
        match _revealed(code):
            case [ast.ClassDef(name=word) as statement]:
                found.append(word)
                whole: list[ast.stmt] = [_dressed(statement, clothes[word], said)]
            case [ast.Assign(targets=[ast.Name(id=word)]) as statement]:
                found.append(word)
                about = said(clothes[word].description)
                alias = clothes[word].alias.replace("models.", "")
                whole = [_recursive(word, alias, about)] if alias else [statement, *about]
            case _:
                raise ValueError(f"the model generator wrote a statement we do not know: {code}")
        body.append(ast.unparse(ast.Module(body=whole, type_ignores=[])))
    if sorted(found) != sorted(clothes):
        raise ValueError(f"the model generator and the naming pass disagree about {set(found) ^ set(clothes)}")
    text = "\n".join(f"\n{each}" if each.startswith("class ") else each for each in body)
    head = [_HEADER, "from __future__ import annotations", *_used(imports, text), f"__all__ = {sorted(found)!r}"]
    return said.into("\n".join([*head, text]))


def _recursive(word: str, alias: str, about: list[ast.stmt]) -> ast.stmt:
    """An alias that holds itself, which pydantic and type checkers want told in two ways."""
    (statement,) = ast.parse(_RECURSIVE.format(word, alias)).body
    if isinstance(statement, ast.If):
        statement.body += about
    return statement


def _revealed(code: str) -> list[ast.stmt]:
    """The statements of the code, with what the model generator saw hidden put in, and no more said than needed."""
    tree = ast.parse(code)
    if "hidden-" in code:  # none of our words has a hyphen
        for node in ast.walk(tree):
            match node:
                case ast.Subscript(slice=ast.Constant(value=str(word))):
                    node.slice = ast.parse(revealed(repr(word)), mode="eval").body
                case ast.Constant(value=str(word)):
                    node.value = revealed(word)
                case _:
                    pass
    if "(..." in code:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _is_required_field(node):
                node.args = []  # `Field(..., x=1)` says no more than `Field(x=1)`
    return tree.body


def _used(imports: Iterable[str], text: str) -> list[str]:
    """The import statements of names that the text has."""
    words = set(re.findall(r"\w+", text))
    by_module: dict[str, list[str]] = defaultdict(list)
    for module, name in sorted(each.split() for each in {*imports, *_OURS}):
        if name in words:
            by_module[f"..{module}" if module.split(".")[0] == RUNTIME else module].append(name)
    return [f"from {module} import {', '.join(names)}" for module, names in by_module.items()]


def _dressed(statement: ast.ClassDef, clothes: Clothes, said: "_Docstrings") -> ast.ClassDef:
    body: list[ast.stmt] = said(clothes.description)
    for each in statement.body:
        match each:
            case ast.AnnAssign(target=ast.Name(id=word)) if word == OTHERS:
                body += _others(each.annotation, "others_" if "others" in clothes.fields else "others")
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


def _others(annotation: ast.expr, word: str) -> list[ast.stmt]:
    """How pydantic is told of members without a name, and what a user finds them by.

    Type checkers are not shown the first, which to them contradicts the base class.
    """
    return ast.parse(_OTHERS.format(ast.unparse(annotation), word)).body


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

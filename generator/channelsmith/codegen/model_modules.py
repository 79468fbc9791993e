"""The models in modules: each in that of the one resource that needs it, or in one that several share.

Making a class costs a quarter of a millisecond, so a program that reads orders should not make a hundred others first.
What several need never refers to what one needs alone, so the modules do not import each other in a circle.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from channelsmith import ir
from channelsmith.codegen.render import render
from channelsmith.naming.names import Names

_FEW = 40  # classes that are not worth a second file
_SEVERAL = 2


def shelved(code: str, api: ir.Api, names: Names) -> dict[str, str]:
    """The files of the folder `models`, from the text of them all in one; a few classes stay together."""
    module = ast.parse(code)
    pieces = _pieces(module)
    homes = _homes(api, names)
    if len(pieces) <= _FEW or len(set(homes.values())) == 1:
        return {"__init__.py": code}
    lines = code.splitlines()
    imports = [
        "\n".join(lines[each.lineno - 1 : each.end_lineno])
        for each in module.body
        if isinstance(each, ast.Import | ast.ImportFrom)
    ]
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in pieces:
        shelves[homes[word]].append(word)
    files = {
        "__init__.py": render(
            "package/models.py.jinja",
            shelves={shelf: sorted(words) for shelf, words in sorted(shelves.items())},
            public=sorted(pieces),
        )
    }
    for shelf, words in shelves.items():
        text = "\n\n\n".join("\n".join(lines[first - 1 : last]) for first, last in (pieces[word] for word in words))
        met = sorted(set(re.findall(r"\w+", text)) & pieces.keys() - set(words))  # those in docstrings go unused
        beside = [f"from .{homes[word]} import {word}" for word in met]
        head = '"""Models; their names are those of the package `models`."""'
        said = [head, *imports, *beside, f"__all__ = {sorted(words)!r}", text]
        files[f"{shelf}.py"] = "\n\n".join(said) + "\n"
    return files


def _pieces(module: ast.Module) -> dict[str, tuple[int, int]]:
    """The first and last line of each class or alias, its docstring included."""
    found: dict[str, tuple[int, int]] = {}
    latest = ""
    for statement in module.body:
        match statement:
            case ast.ClassDef(name=word) | ast.Assign(targets=[ast.Name(id=word)]) if word != "__all__":
                latest = word
                found[word] = (statement.lineno, statement.end_lineno or statement.lineno)
            case ast.If(orelse=[ast.Assign(targets=[ast.Name(id=word)])]):  # an alias of itself, told to type checkers
                latest = word
                found[word] = (statement.lineno, statement.end_lineno or statement.lineno)
            case ast.Expr() if latest:  # the docstring of an alias
                found[latest] = (found[latest][0], statement.end_lineno or statement.lineno)
            case ast.Import() | ast.ImportFrom() | ast.Expr() | ast.Assign() | ast.AnnAssign():
                continue  # what stands at the head of the module, up to __all__
            case _:
                raise ValueError(f"a models module has a statement we do not know: {ast.unparse(statement)}")
    return found


def _homes(api: ir.Api, names: Names) -> dict[str, str]:
    """Class -> its module, by the resources whose operations can meet it; nobody refers to those that none can."""
    schemas = {each.pointer: each for each in api.schemas}
    users: dict[str, set[str]] = {pointer: set() for pointer in schemas}
    for operation in api.operations:
        _mark(_of_operation(operation), names.modules[names.resources[operation.pointer]], users, schemas)
    taken = set(names.modules.values())
    shared, rest = (word if word not in taken else f"{word}_" for word in ("shared", "rest"))
    found = {pointer: [*some, rest][0] if len(some) < _SEVERAL else shared for pointer, some in users.items()}
    return {names.classes[pointer]: f"_{word}" for pointer, word in found.items()}


def _mark(start: Iterable[str], user: str, users: Mapping[str, set[str]], schemas: Mapping[str, ir.Schema]) -> None:
    waiting = list(start)
    while waiting:
        pointer = waiting.pop()
        if user not in users[pointer]:
            users[pointer].add(user)
            waiting += _of_schema(schemas[pointer])


def _of_operation(operation: ir.Operation) -> Iterator[str]:
    media = list(operation.body.media) if operation.body is not None else []
    media += [each for response in operation.responses for each in response.media]
    for kind in (*(each.type for each in operation.parameters), *(each.type for each in media)):
        yield from _named(kind)


def _of_schema(schema: ir.Schema) -> Iterator[str]:
    match schema:
        case ir.ObjectSchema(properties=properties, others=others):
            for kind in (*(each.type for each in properties), others):
                yield from _named(kind)
        case ir.AliasSchema(type=kind):
            yield from _named(kind)
        case ir.EnumSchema():
            return


def _named(kind: ir.Type | None) -> Iterator[str]:
    """The schemas a type names."""
    parts: Sequence[ir.Type | None] = ()
    match kind:
        case ir.Named(pointer=pointer):
            yield pointer
        case ir.Array(items=inner) | ir.Map(values=inner):
            parts = (inner,)
        case ir.Either(members=members):
            parts = members
        case _:
            return
    for each in parts:
        yield from _named(each)

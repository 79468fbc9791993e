"""Pages of lists: by the declared cursor, by offset, by page number; and what a body says about its page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import quote, urlencode

from channelsmith.document import Json, Node
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.parameters import types_of
from channelsmith.sandbox.state.shapes import plain
from channelsmith.sandbox.state.store import Item, Key, to_cursor

Entry: TypeAlias = "tuple[Key, Item]"
Arguments: TypeAlias = "Mapping[tuple[str, str], Json]"
_SIZES: Final = ("limit", "size", "pagesize", "perpage", "take", "top", "maxresults", "first", "count")
_OFFSETS: Final = ("offset", "skip", "start")
_PAGES: Final = ("page", "pagenumber")
_TOTALS: Final = ("count", "includetotal", "includecount", "withtotal", "withcount", "totalcount", "total")
_USUAL: Final = 50


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list and what is around it."""

    items: Sequence[Entry]
    total: int
    start: int
    size: int
    number: int
    last: bool
    cursor: str | None
    """Where the next page begins, and this one ends."""
    next: str | None
    """The address of the next page, relative and without a slash in front; None on the last one."""
    counted: bool
    """Whether the caller asked for the total, or always gets it."""


class Pager:
    """Cuts the lists of one operation."""

    def __init__(self, operation: Operation) -> None:
        """Finds the parameters that page."""
        said = operation.node.get("x-pagination")
        self._path: Final = operation.path
        self.cursor: Final = said["cursor"].text("parameter") if said is not None else ""
        queries = [operation.document.at(each.pointer) for each in operation.parameters if each.location == "query"]
        numbers = {plain(each.text("name")): each for each in queries if "integer" in _types(each)}
        flags = {plain(each.text("name")): each for each in queries if "boolean" in _types(each)}
        self._size: Final = _first(numbers, _SIZES)
        self._offset: Final = _first(numbers, _OFFSETS)
        self._page: Final = _first(numbers, _PAGES)
        self._total: Final = _first(flags, _TOTALS)

    def cut(self, found: Sequence[Entry], arguments: Arguments, order: Callable[[str], int | None]) -> Page | None:
        """The page the arguments ask for; None when the cursor is none of this list.

        Args:
            found: all items of the list, in order.
            arguments: those of the request.
            order: tells when the item of a cursor came to be among those of the collection.
        """
        size = self._wanted_size(arguments, len(found))
        start, number = 0, 1
        given = arguments.get(("query", self.cursor)) if self.cursor else None
        if given is not None:
            after = order(str(given))
            if after is None:
                return None
            start = next((at for at, (key, _) in enumerate(found) if (order(to_cursor(key)) or 0) > after), len(found))
        elif self._page is not None:
            first = _number(self._page, "minimum", 1)
            number = self._number(self._page, arguments, first)
            start = max(0, number - first) * size
        elif self._offset is not None:
            start = max(0, self._number(self._offset, arguments, 0))
        items = found[start : start + size]
        last = start + size >= len(found)
        cursor = to_cursor(items[-1][0]) if items else None
        following = None if last or cursor is None else self._address(arguments, cursor, size, start, number)
        counted = self._total is None or arguments.get(("query", self._total.text("name"))) is True
        return Page(items, len(found), start, size, number, last, cursor, following, counted)

    def _wanted_size(self, arguments: Arguments, all_of_them: int) -> int:
        if self._size is None:
            return _USUAL if self.cursor or self._page or self._offset else max(1, all_of_them)
        value = arguments.get(("query", self._size.text("name")))
        if isinstance(value, int):
            return max(0 if self.cursor == "" else 1, value)
        most = _number(self._size, "maximum", _USUAL)
        if "default" not in self._size["schema"].resolve() and not (self.cursor or self._page or self._offset):
            return max(1, all_of_them)
        return _number(self._size, "default", min(_USUAL, most))

    def _number(self, parameter: Node, arguments: Arguments, default: int) -> int:
        value = arguments.get(("query", parameter.text("name")))
        return value if isinstance(value, int) else _number(parameter, "default", default)

    def _address(self, arguments: Arguments, cursor: str, size: int, start: int, number: int) -> str:
        """The path and query of the next page."""
        path, query = self._path, dict[str, str | list[str]]()
        for (location, name), value in arguments.items():
            if location == "path":
                path = path.replace(f"{{{name}}}", quote(_word(value), safe=""))
            elif location == "query":
                query[name] = [_word(each) for each in value] if isinstance(value, list) else _word(value)
        if self.cursor:
            query |= {self.cursor: cursor}
        elif self._page is not None:
            query |= {self._page.text("name"): str(number + 1)}
        elif self._offset is not None:
            query |= {self._offset.text("name"): str(start + size)}
        return f"{path.lstrip('/')}?{urlencode(query, doseq=True)}"


def _types(parameter: Node) -> frozenset[str]:
    schema = parameter.get("schema")
    return types_of(schema) if schema is not None else frozenset()


def _first(parameters: Mapping[str, Node], names: Sequence[str]) -> Node | None:
    return next((parameters[name] for name in names if name in parameters), None)


def _number(parameter: Node, key: str, default: int) -> int:
    found = parameter["schema"].resolve().get(key)
    return found.value if found is not None and isinstance(found.value, int) else default


def _word(value: Json) -> str:
    return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)

"""The base of the values that every program needs for its first answer: frozen dataclasses, made cheaply.

`dataclass` writes the methods of a class as text and compiles them when its module is loaded, a third of a millisecond
for each class, and a first call needs some forty. Here the methods are written once, for all. Type checkers, `match`
and the functions of `dataclasses` take such a class for a dataclass; modules that few programs load have real ones.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, field, make_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, cast, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Declared:
    """`__dataclass_fields__`, which only a dataclass gets: one is made when a function of `dataclasses` asks."""

    def __init__(self) -> None:
        self._made: dict[type[Value], object] = {}

    def __get__(self, value: Value | None, kind: type[Value]) -> object:
        if kind not in self._made:
            names = kind.__annotations__
            given = [(name, object, field(default=getattr(kind, name, MISSING), kw_only=True)) for name in names]
            self._made[kind] = vars(make_dataclass(kind.__name__, given))["__dataclass_fields__"]
        return self._made[kind]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value:
    """Derive from it and annotate the fields: `field`, `kw_only=True` and `__post_init__` are those of a dataclass.

    A class of which every call makes one may spell out its `__init__`, which then takes a third of the time.
    """

    __dataclass_fields__: ClassVar[Any] = _Declared()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _fields: ClassVar[Mapping[str, Field[Any]]] = {}
    _made: ClassVar[Mapping[str, Callable[[], object]]] = {}
    _ways: ClassVar[set[tuple[object, ...]]] = set()  # in which it was made before; checked once each
    _has_check: ClassVar[bool] = False

    def __init_subclass__(cls, *, kw_only: bool = False) -> None:
        """Find the fields. A default stays an attribute of the class, where an instance without its own finds it."""
        super().__init_subclass__()
        fields: dict[str, Field[Any]] = {}
        for name in cls.__annotations__:
            said: object = vars(cls).get(name, MISSING)
            each = cast("Field[Any]", said if isinstance(said, Field) else field(default=said))
            if each.default is not MISSING:
                setattr(cls, name, each.default)
            elif said is not MISSING:
                delattr(cls, name)
            fields[name] = each
        cls._fields = fields
        cls._made = {name: each.default_factory for name, each in fields.items() if each.default_factory is not MISSING}
        cls._ways = set()
        cls._has_check = "__post_init__" in vars(cls)
        places = () if kw_only else tuple(name for name, each in fields.items() if each.kw_only is not True)
        cls.__match_args__ = places  # type: ignore[misc] # mypy: only a dataclass may, which this stands in for

    def __init__(self, *given: object, **named: object) -> None:
        """Take the fields. Raises TypeError for one that is missing, and one that nobody declared."""
        way = (len(given), *named)
        if way not in self._ways:
            self._check(given, named)
            self._ways.add(way)
        if given:
            named.update(zip(self.__match_args__, given, strict=False))
        for name, make in self._made.items():
            if name not in named:
                named[name] = make()
        self.__dict__.update(named)
        if self._has_check:
            self.__post_init__()

    def _check(self, given: tuple[object, ...], named: Mapping[str, object]) -> None:
        """Whether that many without a name, and these with one, are fields, and all that are needed."""
        first = self.__match_args__[: len(given)]
        needed = [name for name, each in self._fields.items() if each.default is MISSING and name not in self._made]
        missing = set(needed).difference(first, named)
        if missing or len(first) < len(given) or set(first) & named.keys() or named.keys() - self._fields.keys():
            raise TypeError(f"{type(self).__name__}: the fields are {', '.join(self._fields)}")

    def __post_init__(self) -> None:
        """Check the fields, where a class has something to check."""

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: another value is another object, see `dataclasses.replace`."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Equal fields of the same class."""
        return self._all() == other._all() if isinstance(other, Value) and type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """By the fields; raises TypeError when one of them has no hash."""
        return hash(self._all())

    def __repr__(self) -> str:
        """As the call that makes it, without the fields that say `repr=False`."""
        shown = (f"{name}={getattr(self, name)!r}" for name, each in self._fields.items() if each.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _all(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self._fields)

"""Imports every module of a generated package and builds every call and model; prints what is there as JSON.

python scripts/survey_package.py SRC PACKAGE
"""

import importlib
import json
import pkgutil
import sys
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from inspect import Parameter, signature
from typing import Any, Literal

SIMPLE: Mapping[Any, Any] = {str: "x", int: 1, bool: True, float: 1.5, bytes: b"x", object: {}}


def modules(name: str) -> Iterator[str]:
    """The names of a package and of everything in it."""
    yield name
    module = importlib.import_module(name)
    for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
        yield from modules(f"{name}.{found.name}") if found.ispkg else (f"{name}.{found.name}",)


def value(kind: Any) -> Any:
    """Something of a type, None where that is not simple."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return next((found for each in inner if (found := value(each)) is not None), None)
    if origin is Literal:
        return inner[0]
    if origin is Sequence:
        return [value(inner[0])]
    return {} if origin is Mapping else SIMPLE.get(kind)


def built(function: Any, refused: type[Exception]) -> str:
    """What goes wrong when a call is built, "" for nothing; an argument that is refused for its value is fine."""
    try:
        hints = typing.get_type_hints(function)
        needed = (each.name for each in signature(function).parameters.values() if each.default is Parameter.empty)
        function(**{name: value(hints[name]) for name in needed})
    except refused:
        return ""
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is told
        return f"{function.__module__}.{function.__name__}: {type(error).__name__}: {error}"
    return ""


def survey(package: str) -> dict[str, Any]:
    """The operations that can be called, and all that goes wrong."""
    problems: list[str] = []
    operations: list[str] = []
    for name in modules(package):
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 -- as above
            problems.append(f"{name}: {type(error).__name__}: {error}")
    refused = importlib.import_module(f"{package}.errors").InvalidRequestError
    for name in (each for each in modules(f"{package}.endpoints") if each.count(".") > 1):
        module = sys.modules[name]
        called = [getattr(module, word) for word in module.__all__]
        problems += [problem for each in called if (problem := built(each, refused))]
        found = (each for each in vars(module).values() if type(each).__name__ == "Operation")
        operations += [f"{each.method} {each.path}" for each in found]
    models = importlib.import_module(f"{package}.models")
    codec = importlib.import_module(f"{package}._runtime.serialization").codec
    for word in models.__all__:
        try:
            codec(getattr(models, word)).fit({})
        except Exception as error:  # noqa: BLE001 -- as above
            problems.append(f"models.{word}: {type(error).__name__}: {error}")
    return {"operations": operations, "problems": problems}


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    print(json.dumps(survey(sys.argv[2])))

"""Import every module of a generated package, build every call and model, and print the result as JSON.

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
    """Yield the names of a package and of all its modules."""
    yield name
    module = importlib.import_module(name)
    for inner in pkgutil.iter_modules(getattr(module, "__path__", ())):
        yield from modules(f"{name}.{inner.name}") if inner.ispkg else (f"{name}.{inner.name}",)


def sample(annotation: Any) -> Any:
    """Return a value of a type, None where the type is not simple."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return next((value for member in inner if (value := sample(member)) is not None), None)
    if origin is Literal:
        return inner[0]
    if origin is Sequence:
        return [sample(inner[0])]
    return {} if origin is Mapping else SIMPLE.get(annotation)


def build_problem(function: Any, refused: type[Exception]) -> str:
    """Return why a call cannot be built, "" where it can; an argument that is refused for its value is fine."""
    try:
        hints = typing.get_type_hints(function)
        parameters = signature(function).parameters.values()
        fixed = (parameter for parameter in parameters if parameter.kind is not Parameter.VAR_KEYWORD)
        required = (parameter.name for parameter in fixed if parameter.default is Parameter.empty)
        function(**{name: sample(hints[name]) for name in required})
    except refused:
        return ""
    except Exception as error:  # noqa: BLE001 -- every error is reported
        return f"{function.__module__}.{function.__name__}: {type(error).__name__}: {error}"
    return ""


def survey(package: str) -> dict[str, Any]:
    """Return the operations that can be called, and all problems."""
    problems: list[str] = []
    operations: list[str] = []
    for name in modules(package):
        try:
            importlib.import_module(name)
        except Exception as error:  # noqa: BLE001 -- as above
            problems.append(f"{name}: {type(error).__name__}: {error}")
    refused = importlib.import_module(f"{package}.errors").InvalidRequestError
    for name in (module for module in modules(f"{package}.endpoints") if module.count(".") > 1):
        module = sys.modules[name]
        functions = [getattr(module, name) for name in module.__all__]
        problems += [problem for function in functions if (problem := build_problem(function, refused))]
        declared = (value for value in vars(module).values() if type(value).__name__ == "Operation")
        operations += [f"{operation.method} {operation.path}" for operation in declared]
    models = importlib.import_module(f"{package}.models")
    codec = importlib.import_module(f"{package}._runtime.serialization").codec
    for name in models.__all__:
        try:
            codec(getattr(models, name)).fit({})
        except Exception as error:  # noqa: BLE001 -- as above
            problems.append(f"models.{name}: {type(error).__name__}: {error}")
    return {"operations": operations, "problems": problems}


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    print(json.dumps(survey(sys.argv[2])))

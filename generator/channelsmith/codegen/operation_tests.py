"""The tests in a generated project: one for each operation, with the arguments of its documented example."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.context import OperationMethod, Resource
from channelsmith.codegen.examples import Examples
from channelsmith.codegen.operations import success_responses
from channelsmith.codegen.render import render
from channelsmith.codegen.target import Target
from channelsmith.naming.names import Names

_REFUSALS = (403, 404, 409, 410, 412, 423)
"""Statuses of a server whose state does not allow a valid request."""
_MODEL = re.compile(r"models\.(\w+)")


@dataclass(frozen=True, slots=True)
class _Test:
    """The test of one operation.

    Attributes:
        name: the name of its method.
        request: the method and path of the request.
        call: the code of the call.
        success: the status of the documented response.
        assertion: what is true of the result, "" where nothing is known of it.
    """

    name: str
    request: str
    call: str
    success: int
    assertion: str


@dataclass(frozen=True, slots=True)
class _ResourceTests:
    """The tests of the operations of one resource."""

    class_name: str
    tests: tuple[_Test, ...]


def render_tests(api: ir.Api, names: Names, target: Target, examples: Examples, resources: Sequence[Resource]) -> str:
    """Return the module with the tests of all operations, not formatted yet."""
    classes = {names.classes[each.pointer] for each in api.schemas if isinstance(each, ir.ObjectSchema | ir.EnumSchema)}
    groups = [
        _ResourceTests(each.class_name, tuple(_test(each, method, examples, classes) for method in each.methods))
        for each in resources
        if each.methods
    ]
    return render(
        "project/test_operations.py.jinja",
        package=target.package,
        class_name=target.client,
        refusals=_REFUSALS,
        has_results_later=any(each.is_empty_until_ready for each in api.operations),
        credentials=sorted(_credentials(api, names, examples).items()),
        resources=groups,
    )


def _credentials(api: ir.Api, names: Names, examples: Examples) -> Mapping[str, str]:
    """The credentials of the client, all with the key that the server accepts."""
    types = {each.name: each.type for each in examples.constructor.secrets}
    arguments = {names.credentials[each.credential] for each in api.schemes}
    return {name: "(KEY, KEY)" if "tuple" in types[name] else "KEY" for name in arguments}


def _test(resource: Resource, method: OperationMethod, examples: Examples, classes: set[str]) -> _Test:
    operation = examples.operations[method.pointer]
    call = examples.call(f"client.{'.'.join(resource.path)}.{method.name}", method)
    if method.is_paged:
        call = f"{call}.first()"
    elif method.streams_by_default:
        call = f"list({call})"
    statuses = [each.status for each in success_responses(operation)]
    return _Test(
        name=method.name,
        request=f"`{operation.method} {operation.path}`",
        call=call,
        success=int(next((each for each in statuses if each.isdecimal()), "200")),
        assertion=_assertion(method, classes),
    )


def _assertion(method: OperationMethod, classes: set[str]) -> str:
    result = method.result
    if method.is_paged:
        return "result is not None"
    if method.streams_by_default or result.startswith("list["):
        return "isinstance(result, list)"
    if (model := _MODEL.fullmatch(result)) is not None and model[1] in classes:
        return f"isinstance(result, api.{result})"
    is_known = not {"None", "Any", "object"} & set(re.findall(r"\w+", result))
    return "result is not None" if is_known else ""

"""Jobs: one call starts them, another asks for their state, a third fetches their result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen import operations as exchange
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.signatures import Argument, arguments
from channelsmith.codegen.text import literal
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.identifiers import to_constant_name, to_snake_case
from channelsmith.naming.names import Names

ROLES = ("run", "begin", "resume")
"""The methods of a job: wait for all of it, start it, go on with it."""


@dataclass(frozen=True, slots=True)
class JobView:
    """An operation that starts jobs, its constant in the module of jobs, and the methods around it."""

    pointer: str
    constant: str
    returns: str
    fields: tuple[tuple[str, str], ...]
    run: str
    begin: str
    resume: str
    status: str
    result: str
    accept: tuple[Argument, ...]  # the choice among representations of the result, where there is one
    polling: ir.Polling


def jobs(
    api: ir.Api, names: Names, types: Annotations, taken: Mapping[tuple[str, ...], frozenset[str]]
) -> dict[str, JobView]:
    """The job of each operation that starts one, by the operation's pointer.

    Args:
        api: the operations.
        names: what their functions and arguments are called.
        types: what their results are annotated with.
        taken: names that are not free, by resource.
    """
    by_id = {each.id: each for each in api.operations if each.id}
    starting = {each.pointer: each for each in api.operations if each.polling is not None}
    spoken = {pointer: _words(each, names) for pointer, each in starting.items()}
    constants = choose_names({pointer: (to_constant_name(words[0]),) for pointer, words in spoken.items()})
    asked = _Asked(by_id, names)
    found: dict[str, JobView] = {}
    for pointer, operation in starting.items():
        polling = operation.polling
        if polling is None:
            continue
        methods = choose_names(
            {(pointer, role): (word, f"{word}_job") for role, word in zip(ROLES, spoken[pointer], strict=True)},
            taken=taken[names.resources[pointer]],
            kept=names.extras,
        )
        run, begin, resume = (methods[pointer, role] for role in ROLES)
        result = by_id[polling.result.operation]
        found[pointer] = JobView(
            pointer=pointer,
            constant=constants[pointer],
            returns=exchange.returns(result, types),
            fields=_fields(operation.id, polling, asked),
            run=run,
            begin=begin,
            resume=resume,
            status=names.methods[by_id[polling.status.operation].pointer],
            result=names.methods[result.pointer],
            accept=tuple(each for each in arguments(result, names, types) if each.name == "accept" and each.wire == ""),
            polling=polling,
        )
    return found


def can_reuse(polling: ir.Polling) -> bool:
    """Whether the API lists its jobs by the moment of their creation."""
    return polling.reuse is not None and bool(polling.reuse.created_from)


def _words(operation: ir.Operation, names: Names) -> tuple[str, str, str]:
    own = names.methods[operation.pointer].rstrip("_")
    said = operation.polling.method if operation.polling is not None else ""
    word = to_snake_case(said, fallback=own).rstrip("_") if said else own
    return (word if said else f"{own}_and_wait", f"begin_{word}", f"{word}_from_token")


def _fields(name: str, polling: ir.Polling, asked: "_Asked") -> tuple[tuple[str, str], ...]:
    said = [
        ("operation", literal(name)),
        ("id", literal(polling.id)),
        ("status", asked.about(polling.status)),
        ("state", literal(polling.state)),
        ("result", asked.about(polling.result)),
        ("done", literal(polling.done)),
        ("failed", literal(polling.failed) if polling.failed else ""),
        ("gone", literal(polling.gone) if polling.gone else ""),
        ("interval", literal(polling.interval)),
        ("attempts", literal(polling.attempts) if polling.attempts > 1 else ""),
    ]
    if can_reuse(polling) and polling.reuse is not None:
        said += [("recent", asked.recent(polling.reuse)), ("items", literal(polling.reuse.items))]
    return tuple((key, value) for key, value in said if value)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Writes calls of endpoint functions."""

    by_id: Mapping[str, ir.Operation]
    names: Names

    def about(self, ask: ir.Ask) -> str:
        """A function of the id of a job."""
        operation = self.by_id[ask.operation]
        kinds = [each.type for each in operation.parameters if each.name == ask.parameter]
        value = "int(job_id)" if ir.Primitive(ir.Scalar.INTEGER) in kinds else "job_id"
        return f"lambda job_id: {self._call(operation, [(ask.parameter, value)])}"

    def recent(self, reuse: ir.Reuse) -> str:
        """A function of a moment."""
        given = [(name, literal(value)) for name, value in reuse.parameters]
        return f"lambda since: {self._call(self.by_id[reuse.operation], [*given, (reuse.created_from, 'since')])}"

    def _call(self, operation: ir.Operation, given: Sequence[tuple[str, str]]) -> str:
        pointer = operation.pointer
        locations = {each.name: each.location.value for each in operation.parameters}
        arguments = [f"{self.names.arguments[pointer, locations[name], name]}={value}" for name, value in given]
        module = self.names.modules[self.names.resources[pointer]]
        return f"{module}_endpoints.{self.names.methods[pointer]}({', '.join(arguments)})"

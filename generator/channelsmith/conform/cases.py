"""The cells of the conformance matrix: every method with variations of requests, responses and faults."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, Literal, TypeAlias

from channelsmith.conform import arguments as args
from channelsmith.conform import faults
from channelsmith.conform.arguments import Arguments
from channelsmith.conform.document import Api, Operation, ResponseExample
from channelsmith.conform.faults import (
    FAULTS,
    TIMEOUT,
    Expected,
    Fault,
    error_class,
    expect_spoiled,
    is_repeated,
    success_status,
)
from channelsmith.conform.relay import Exchange, Forward, Reply, Step
from channelsmith.conform.samples import make_variations
from channelsmith.conform.schemas import Schemas

Flavour: TypeAlias = Literal["sync", "async"]
FLAVOURS: Final[tuple[Flavour, ...]] = ("sync", "async")
Group: TypeAlias = Literal["requests", "answers", "faults"]
GROUPS: Final[tuple[tuple[Group, str], ...]] = (
    ("requests", "Requests"),
    ("answers", "Declared responses"),
    ("faults", "Fault classes"),
)
"""The groups in the order of reports, with their titles."""
_INTERIM: Final = 1
_OF_STREAMS: Final = {"html": "DecodeError", "truncate": "TransportError"}
"""The errors of faults that affect the body of a response where it is a stream, which is never asked for again."""
_COOKIE: Final = "conform=kept"
_OTHER_NAMES: Final = (
    ("named html", "text/html", False),
    ("named html strict", "text/html", True),
    ("named +json", "application/vnd.conform+json", True),
)
"""Column, the media type of a response with JSON, and whether the client is strict."""
_EDITS: Final[tuple[tuple[str, str, Callable[[ResponseExample, Schemas], faults.Edit | None], bool, Expected], ...]] = (
    ("drift", "a value that does not fit its schema", faults.misfit, False, Expected(drift="some")),
    ("drift strict", "the same with strict=True", faults.misfit, True, Expected(error="DecodeError")),
    ("unknown", "undocumented members, values and digits with strict=True", faults.extend, True, Expected()),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One call of one method of the sync or the async client: the steps of the relay, and the expected outcome."""

    operation: Operation
    group: Group
    column: str
    variant: str = ""
    flavour: Flavour = "sync"
    arguments: Arguments = field(default_factory=Arguments)
    expected: Expected = field(default_factory=Expected)
    steps: tuple[Step, ...] = (Forward(),)
    retries: int = 0
    timeout: float = TIMEOUT
    strict: bool = False
    returns: Literal["value", "raw", "all"] = "value"
    """What to ask for: the value, the raw response, or every item of a paginated list."""
    uses_state: bool = False
    """Whether it works on the state of the server, so that others have to wait for it."""
    about: str = ""
    alternative: Callable[[], Arguments | None] = lambda: None
    """Makes arguments to try where the state of the server does not allow the first ones."""
    reason: str = ""
    """Why the cell cannot be executed, "" where it can."""

    @property
    def id(self) -> str:
        """`listOrders/404/not-found/async`."""
        parts = (self.operation.id, self.column, self.variant, self.flavour)
        return "/".join(part.replace("/", "-").replace(" ", "-") for part in parts if part)


def build_cells(api: Api, *, elsewhere: str = "http://elsewhere.invalid", sandbox: bool = True) -> tuple[Cell, ...]:
    """Build the cells of an API.

    Args:
        api: the document.
        elsewhere: the origin of another host, for redirects.
        sandbox: whether the server knows `X-Sandbox-Fault`; otherwise the relay brings faults about.
    """
    return tuple(
        replace(cell, flavour=flavour)
        for operation in api.operations
        for cell in _Cells(api, operation, elsewhere, sandbox=sandbox).build()
        for flavour in FLAVOURS
    )


class _Cells:
    """Builds the cells of one method, for the first flavour."""

    def __init__(self, api: Api, operation: Operation, elsewhere: str, *, sandbox: bool) -> None:
        self._api = api
        self._schemas = api.schemas
        self._operation = operation
        self._elsewhere = elsewhere
        self._sandbox = sandbox
        self._documented = args.documented(operation)
        self._good = _prefer(operation.success) if operation.success is not None else Forward()
        self._fault_cell = partial(Cell, operation, "faults", arguments=self._documented)

    def build(self) -> Iterator[Cell]:
        yield from self._request_cells()
        yield from self._response_cells()
        for fault in FAULTS:
            yield self._cell_of_fault(fault)
        yield from self._edited_response_cells()
        yield from self._media_type_cells()
        yield from self._cookie_cell()
        yield self._redirect_cell()

    def _request_cells(self) -> Iterator[Cell]:
        """Yield the cells that vary the arguments; the server is asked to accept all but the documented ones."""
        operation, schemas = self._operation, self._schemas
        cell = partial(Cell, operation, "requests")
        first = args.first_page(operation)
        yield cell(
            "documented",
            arguments=first,
            uses_state=True,
            about="sent as the document shows",
            alternative=partial(args.renamed, first, schemas),
        )
        rows: list[tuple[str, str, Arguments | None, str]] = [
            ("least", "", args.minimal(operation, schemas), "only what is required"),
            ("odd", "", args.odd(operation, schemas), "values that have to be encoded"),
            ("flat", "", args.flat(operation, schemas), "the members of the body as arguments, in Python types"),
            ("null", "", args.nulls(operation, schemas), "null wherever it is allowed"),
            ("none", "", args.omitted(operation, schemas), "None for every optional parameter"),
            ("constants", "", args.constants(operation, schemas), "without members that have only one value"),
            *(
                ("body", body.name or body.media_type, args.documented(operation, body), "one example")
                for body in args.sendable(operation)
            ),
            *(("body", variant, arguments, "a union") for variant, arguments in args.alternatives(operation, schemas)),
            *(("files", variant, arguments, "a form of a file") for variant, arguments in args.files(operation)),
        ]
        accepted = Expected(status=operation.success.code if operation.success is not None else None)
        for column, variant, arguments, about in rows:
            if arguments is not None:
                yield cell(column, variant, arguments=arguments, expected=accepted, steps=(self._good,), about=about)
        for variant, arguments in args.not_given(operation, schemas):
            expected = replace(accepted, may_refuse=True)
            about = "NOT_GIVEN inside a body is not sent"
            yield cell("not given", variant, arguments=arguments, expected=expected, steps=(self._good,), about=about)
        for variant, arguments in args.wrong_types(operation, schemas):
            expected = Expected(requests=0, error="InvalidRequestError")
            yield cell("wrong type", variant, arguments=arguments, expected=expected, about="refused, not converted")

    def _response_cells(self) -> Iterator[Cell]:
        """Every declared response, and a value for each alternative of a success.

        A response that the server cannot be asked for is given by the relay.
        """
        selectable = args.selectable_media_types(self._operation)
        for response in self._operation.responses:
            media_type = response.media_type or ""
            can_select = media_type in selectable and response.is_success
            is_chosen = response.is_selectable and media_type == self._operation.media_type_asked_for(response.code)
            variant = " ".join(filter(None, (response.name, "" if response.is_selectable else media_type)))
            cell = Cell(self._operation, "answers", response.status, variant, about="a declared response")
            if response.code // 100 == _INTERIM:
                yield replace(cell, reason="an interim response is not the end of a call")
                continue
            error = "" if response.is_success else error_class(response.code)
            values = response.value if response.is_stream and isinstance(response.value, list) else [response.value]
            is_sound = response.schema is None or all(self._schemas.accepts(response.schema, each) for each in values)
            arguments = args.streaming(self._operation) if response.is_stream else self._documented
            cell = replace(
                cell,
                arguments=arguments,
                steps=(_prefer(response) if is_chosen or can_select else faults.reply(response),),
                expected=Expected(error=error, status=response.code, drift="none" if is_sound else "any"),
                returns="raw" if response.is_success else "value",
            )
            yield replace(cell, arguments=replace(arguments, accept=media_type)) if can_select else cell
        success = self._operation.success
        if success is not None and success.is_json and not self._operation.is_use:
            cell = Cell(self._operation, "answers", success.status, arguments=self._documented, about="a union")
            expected = Expected(status=success.code)
            for number, value in enumerate(make_variations(success.schema, self._schemas), 2):
                steps = (faults.reply(replace(success, value=value)),)
                yield replace(cell, variant=f"alternative {number}", steps=steps, expected=expected, returns="raw")

    def _cell_of_fault(self, fault: Fault) -> Cell:
        operation, failure = self._operation, fault.failure
        is_stream = operation.success is not None and operation.success.is_stream
        if is_stream and failure is None and fault.name not in _OF_STREAMS:
            return self._fault_cell(fault.name, reason="it is about a body of JSON, and this one is a stream")
        status = success_status(operation)
        step = fault.step(operation, self._elsewhere, self._good.headers, sandbox=self._sandbox)
        if is_stream and fault.name in _OF_STREAMS:
            expected = Expected(error=_OF_STREAMS[fault.name])
        elif failure is None:
            expected = expect_spoiled(fault.name, operation, status, self._schemas)
        elif (repeated := is_repeated(operation, failure)) and fault.once:
            expected = Expected(requests=2, failure=failure, status=status)
        else:
            error = error_class(failure) if isinstance(failure, int) else "TransportError"
            error = "RequestTimeoutError" if fault.name == "slow" else error
            expected = Expected(
                requests=1 + (fault.repetitions or fault.retries) * repeated, error=error, failure=failure
            )
        return self._fault_cell(
            fault.name,
            expected=expected,
            steps=(step, self._good) if fault.once else (step,),
            retries=fault.retries,
            timeout=fault.timeout,
            strict=fault.strict,
            about=fault.about,
        )

    def _edited_response_cells(self) -> Iterator[Cell]:
        """Responses that the relay changes on their way."""
        operation, response = self._operation, self._operation.success
        if response is None or operation.read(response.code, response.media_type or "").decoding != "json":
            return
        forward = _prefer(response)
        yield from self._lax_cells(response, forward)
        for column, about, make, strict, expected in _EDITS:
            edit = make(response, self._schemas)
            if edit is None:
                yield self._fault_cell(column, reason="no value of its response has a type that it could differ from")
            else:
                steps = (replace(forward, edit=faults.edit_body(edit)),)
                yield self._fault_cell(column, steps=steps, expected=expected, strict=strict, about=about)
        failure = faults.report_failure(operation, self._api)
        if failure is not None and isinstance(response.value, dict):
            yield self._fault_cell(
                "failure inside",
                steps=(replace(forward, edit=faults.edit_body(failure)),),
                expected=Expected(error="EnvelopeError"),
                about="a success whose body reports a failure",
            )
        if (pages := faults.make_pages(operation, response)) is not None:
            headers = (("Content-Type", response.media_type or "application/json"),)
            yield self._fault_cell(
                "pages",
                steps=(*(Reply(response.code, headers, faults.serialize(page)) for page in pages), Reply(500)),
                expected=Expected(requests=len(pages), cursors=faults.CURSORS),
                returns="all",
                about="a list in three pages",
            )

    def _lax_cells(self, response: ResponseExample, forward: Forward) -> Iterator[Cell]:
        """Values of another type than the declared one: they are reported, and refused with strict=True."""
        cases = [
            (variant, edit, Expected(drift="some", is_lossless=True))
            for variant, edit in faults.lax_values(response, self._schemas)
        ]
        if (naive := faults.naive_time(response, self._schemas)) is not None:
            cases.append(("naive time", naive, Expected(drift="some", is_typed=True)))
        for variant, edit, lenient in cases:
            steps = (replace(forward, edit=faults.edit_body(edit)),)
            cell = self._fault_cell("lax", variant=variant, steps=steps, about="a value of another type")
            yield replace(cell, expected=lenient)
            yield replace(cell, column="lax strict", strict=True, expected=Expected(error="DecodeError"))

    def _media_type_cells(self) -> Iterator[Cell]:
        """JSON under media types that are not declared."""
        operation, response = self._operation, self._operation.success
        declared = operation.media_of(response.code) if response is not None else None
        if response is None or not response.is_json or declared is None or operation.method == "HEAD":
            return
        for column, media_type, strict in _OTHER_NAMES:
            reading = operation.read(response.code, media_type)
            if reading.decoding == "undeclared" and isinstance(response.value, dict):
                expected = Expected(error="DecodeError") if strict else Expected(drift="some")
            elif reading.decoding == "json":
                expected = Expected()
            else:
                continue
            steps = (replace(_prefer(response), edit=faults.relabel(media_type)),)
            about = "JSON under another name"
            yield self._fault_cell(column, steps=steps, strict=strict, expected=expected, about=about)

    def _cookie_cell(self) -> Iterator[Cell]:
        """A cookie that the server sets is kept beside those of the call."""
        operation = self._operation
        if any(parameter.location == "cookie" for parameter, _ in self._documented.values):
            steps = (Reply(429, (("Set-Cookie", f"{_COOKIE}; Path=/"),)), self._good)
            expected = Expected(requests=2, failure=429, status=success_status(operation), cookie=_COOKIE)
            yield self._fault_cell("cookies", steps=steps, expected=expected, retries=1, about="a cookie of the server")

    def _redirect_cell(self) -> Cell:
        return self._fault_cell(
            "redirect here",
            steps=(Reply(307, (("Location", "{target}"),)), self._good),
            expected=Expected(requests=2, status=success_status(self._operation)),
            about="a redirect on the same host",
        )


def _prefer(response: ResponseExample) -> Forward:
    """The step that asks the server for a documented response."""
    example = f", example={response.name}" if response.name else ""
    return Forward((("Prefer", f"code={response.code}{example}"),))


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a cell: no problems, its problems, or why it could not be executed as intended."""

    cell: Cell
    problems: Sequence[str] = ()
    reason: str = ""
    seconds: float = 0.0
    exchanges: Sequence[Exchange] = ()
    """The requests that arrived, and their responses."""

    @property
    def verdict(self) -> Literal["conforms", "fails", "not executable"]:
        """The result in one word or two."""
        return "fails" if self.problems else "not executable" if self.reason else "conforms"


@dataclass(frozen=True, slots=True)
class Report:
    """The results of a run."""

    title: str
    client: str
    server: str
    """The base URL, or "the sandbox"."""
    results: tuple[Result, ...]
    strays: int = 0
    """Requests that belonged to no cell."""
    without_secrets: Callable[[str], str] = str
    """Replaces the secrets of the run in a text."""

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.strays and not any(result.problems for result in self.results)

    @property
    def failures(self) -> Iterator[str]:
        """A line for each cell that does not conform."""
        yield from (f"{result.cell.id}: {'; '.join(result.problems)}" for result in self.results if result.problems)
        if self.strays:
            yield f"{self.strays} requests belonged to no call"

    @property
    def totals(self) -> dict[str, int]:
        """Number of operations, cells, and cells of each verdict."""
        verdicts = [result.verdict for result in self.results]
        return {
            "operations": len({result.cell.operation.id for result in self.results}),
            "cells": len(verdicts),
            "conform": verdicts.count("conforms"),
            "fail": verdicts.count("fails"),
            "not_executable": verdicts.count("not executable"),
        }

    @property
    def summary(self) -> str:
        """The totals in one line."""
        counts = self.totals
        return (
            f"{counts['operations']} operations, {counts['cells']} cells: {counts['conform']} conform, "
            f"{counts['fail']} do not, {counts['not_executable']} not executable"
        )

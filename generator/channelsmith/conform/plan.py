"""Every cell there is: each method, by what is sent, what is answered, and what goes wrong on the way."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from channelsmith import ir
from channelsmith.conform import edits, values
from channelsmith.conform.cells import FLAVOURS, Cell, Exempt, Expected, Group, Plan
from channelsmith.conform.expectations import repeats
from channelsmith.conform.faults import FAULT_HEADER, FAULTS, Fault, success_of
from channelsmith.conform.given import Fits, Invocation
from channelsmith.conform.methods import Answer, Method
from channelsmith.conform.outcomes import Reads, outcome_of, reads
from channelsmith.conform.raised import error_class
from channelsmith.conform.received import Types
from channelsmith.conform.traffic import Forward, Reply, Step

_INTERIM = 1
_EDITS: tuple[tuple[str, str, Callable[..., edits.Edit | None], bool, Expected], ...] = (
    ("drift", "a value that does not fit its schema", edits.drifted, False, Expected(drift="some")),
    ("drift strict", "the same with strict=True", edits.drifted, True, Expected(error="DecodeError")),
    ("unknown", "members, values and digits nobody documented, strict=True", edits.extended, True, Expected()),
)


def plan(methods: tuple[Method, ...], api: ir.Api, types: Types, fits: Fits, *, elsewhere: str, native: bool) -> Plan:
    """The cells of an API.

    Args:
        methods: those of the client.
        api: what the document says.
        types: its schemas and their names.
        fits: whether a value fits a schema of the document.
        elsewhere: the origin of another host, for redirects.
        native: whether the server knows `X-Sandbox-Fault`; the relay stands in otherwise.
    """
    made = _Planner(api, types, fits, elsewhere, native=native)
    found = [each for method in methods for each in made.of(method)]
    cells = [replace(each, flavour=flavour) for each in found if isinstance(each, Cell) for flavour in FLAVOURS]
    exempt = [replace(each, flavour=flavour) for each in found if isinstance(each, Exempt) for flavour in FLAVOURS]
    return Plan(tuple(cells), tuple(exempt))


class _Planner:
    """Makes the cells of one method after the other, for the first flavour."""

    def __init__(self, api: ir.Api, types: Types, fits: Fits, elsewhere: str, *, native: bool) -> None:
        self._api = api
        self._fits = fits
        self._types = types
        self._elsewhere = elsewhere
        self._native = native

    def of(self, method: Method) -> Iterator[Cell | Exempt]:
        yield from self._requests(method)
        yield from self._answers(method)
        for fault in FAULTS:
            yield from self._fault(method, fault)
        yield from self._edited(method)
        yield from self._redirected(method)

    def _requests(self, method: Method) -> Iterator[Cell | Exempt]:
        """What is sent: as documented to the server as it is, everything else to one that is told to agree."""
        schemas = self._types.schemas
        good = self._good(method)
        agreed = Expected(forced=success_of(method) if method.success is not None else None)
        shown = values.first_page(method)
        yield self._cell(
            method,
            "requests",
            "documented",
            shown,
            instead=partial(values.renamed, method, shown, schemas, self._fits),
            alone=True,
            about="sent as the document shows",
        )
        rows: list[tuple[str, str, Invocation | None, str]] = [
            ("least", "", values.least(method, schemas, self._fits), "only what is required"),
            ("odd", "", values.odd(method, schemas), "values that have to be encoded"),
            ("flat", "", values.flat(method, schemas, self._fits), "the body's members as arguments, in Python types"),
            ("null", "", values.nulls(method, schemas, self._fits), "null wherever it may be"),
        ]
        rows += [
            ("body", body.name or body.media_type, values.documented(method, body), "one example")
            for body in values.sendable(method)
        ]
        for column, variant, given, about in rows:
            if given is not None:
                yield self._cell(
                    method, "requests", column, given, variant=variant, steps=(good,), expected=agreed, about=about
                )

    def _answers(self, method: Method) -> Iterator[Cell | Exempt]:
        """Every declared answer."""
        chosen = values.accepted(method)
        for at, answer in enumerate(method.answers):
            name = answer.name + (f" {answer.media_type}" if not answer.forced else "")
            if answer.code // 100 == _INTERIM:
                yield self._exempt(
                    method, "answers", answer.status, "an interim response is not the end of a call", name
                )
            elif not answer.forced and (answer.media_type not in chosen or not answer.is_success):
                asked = method.answers[at - 1].media_type
                reason = f"the client asks for {asked}, and has no argument to choose {answer.media_type}"
                yield self._exempt(method, "answers", answer.status, reason, name.strip())
            else:
                given = values.documented(method)
                if answer.media_type in chosen and answer.is_success:
                    given = replace(given, accept=answer.media_type or "")
                error = "" if answer.is_success else error_class(answer.code)
                yield self._cell(
                    method,
                    "answers",
                    answer.status,
                    given,
                    steps=(self._forced(answer),),
                    variant=name.strip(),
                    expected=Expected(error=error, forced=answer.code),
                    wants="raw" if answer.is_success else "value",
                    about="a declared answer",
                )

    def _fault(self, method: Method, fault: Fault) -> Iterator[Cell | Exempt]:
        struck = self._struck(method, fault)
        steps: tuple[Step, ...] = (struck, self._good(method)) if fault.once else (struck,)
        again = fault.sees is not None and repeats(method, self._api, fault.sees)
        if fault.sees is None:
            expected = outcome_of(fault, method, self._reads(method, success_of(method)), self._types)
        elif again and fault.once:
            expected = Expected(requests=2, sees=fault.sees, forced=success_of(method))
        else:
            error = error_class(fault.sees) if isinstance(fault.sees, int) else "TransportError"
            error = "RequestTimeoutError" if fault.name == "slow" else error
            expected = Expected(requests=1 + fault.retries * again, error=error, sees=fault.sees)
        yield self._cell(
            method,
            "faults",
            fault.name,
            values.documented(method),
            steps=steps,
            expected=expected,
            retries=fault.retries,
            timeout=fault.timeout,
            strict=fault.strict,
            about=fault.about,
        )

    def _edited(self, method: Method) -> Iterator[Cell | Exempt]:
        """Answers that the relay changes on their way."""
        answer = method.success
        readable = answer is not None and self._reads(method, answer.code) == "json"
        if answer is None or not readable:
            return
        for name, about, make, strict, expected in _EDITS:
            edit = make(answer, self._types.schemas, self._fits)
            if edit is None:
                yield self._exempt(method, "faults", name, "its answer has nothing in it that could differ")
                continue
            steps = (replace(self._forced(answer), edit=edits.Body(edit)),)
            yield self._cell(
                method,
                "faults",
                name,
                values.documented(method),
                steps=steps,
                expected=expected,
                strict=strict,
                about=about,
            )
        inside = edits.failed(method.operation, self._api)
        if inside is not None and isinstance(answer.value, dict):
            yield self._cell(
                method,
                "faults",
                "failure inside",
                values.documented(method),
                steps=(replace(self._forced(answer), edit=edits.Body(inside)),),
                expected=Expected(error="EnvelopeError"),
                about="a success whose body says that it failed",
            )
        made = edits.pages(method.operation, answer)
        if made is not None:
            kind = (("Content-Type", answer.media_type or "application/json"),)
            scripted = (*(Reply(answer.code, kind, edits.written(page)) for page in made), Reply(500))
            yield self._cell(
                method,
                "faults",
                "pages",
                values.documented(method),
                steps=scripted,
                expected=Expected(requests=len(made), cursors=edits.PAGES),
                wants="all",
                about="a list in three pages",
            )

    def _redirected(self, method: Method) -> Iterator[Cell | Exempt]:
        followed = method.operation.method in {"GET", "HEAD"}
        yield self._cell(
            method,
            "faults",
            "redirect here",
            values.documented(method),
            steps=(Reply(307, (("Location", "{target}"),)), self._good(method)),
            expected=Expected(requests=2, forced=success_of(method)) if followed else Expected(error="StatusError"),
            about="a redirect on the same host",
        )

    def _reads(self, method: Method, status: int) -> Reads:
        return reads(method, status, self._types)

    def _good(self, method: Method) -> Forward:
        """The server is asked for the first declared success."""
        return self._forced(method.success) if method.success is not None else Forward()

    def _forced(self, answer: Answer) -> Forward:
        example = f", example={answer.name}" if answer.name else ""
        return Forward((("Prefer", f"code={answer.code}{example}"),))

    def _struck(self, method: Method, fault: Fault) -> Step:
        if not (self._native and fault.asks):
            return fault.makes(method, self._elsewhere)
        asked = (FAULT_HEADER, fault.asks.replace("{elsewhere}", self._elsewhere))
        spoils = fault.sees is None or fault.asks == "truncate"  # a good answer, which has to be there first
        return Forward((*(self._good(method).headers if spoils else ()), asked))

    def _cell(self, method: Method, group: Any, column: str, given: Invocation, **more: Any) -> Cell:
        expected = more.pop("expected", Expected())
        return Cell(method, group, column, more.pop("variant", ""), FLAVOURS[0], given, expected, **more)

    def _exempt(self, method: Method, group: Group, column: str, reason: str, variant: str = "") -> Exempt:
        return Exempt(method, reason, group, column, variant, FLAVOURS[0])

"""Methods beside those of the operations: downloads to a file, and jobs that are waited for. Thin, like all methods."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from channelsmith.codegen import signatures as signature
from channelsmith.codegen.polling import JobView, can_reuse
from channelsmith.codegen.signatures import Argument

_TARGET = "a path, or a file opened for writing in binary mode; what comes is written there in constant memory."
_RESUME = (
    "keep what has come beside the path when the call fails, or the process ends, and go on there in the next call if "
    "the server still has the same."
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """A method as it is written for one of the two clients."""

    overloads: tuple[str, ...]
    head: str
    expression: str


@dataclass(frozen=True, slots=True)
class ExtraView:
    """One method beside those of the operations."""

    name: str
    doc: str
    example: str
    sync: Spelling
    async_: Spelling
    origin: tuple[str, str]
    """The operation it comes from, by its pointer, and the role it has for it."""


def download(method: str, name: str, found: tuple[Argument, ...], answer: str, origin: tuple[str, str]) -> ExtraView:
    """`retrieve_to`: what `retrieve` does, into a file."""
    words = _words(found, "target", "on_progress", "resume")
    target, progress, resume = words.values()
    own = [f"{target}: Target", "*", *_keywords(found), f"{progress}: OnProgress | None = None"]
    own.append(f"{resume}: bool = False")
    head = f"def {name}({', '.join(['self', *_positional(found), *own])}) -> Download"
    options = f"on_progress={progress}, resume={resume}"
    call = f"(self._client, endpoints.{method}({signature.forwarded(found)}), {target}, {options})"
    doc = [
        f"Do what `{method}` does, and write the body to a file.",
        "A path gets the whole body or nothing. After a break it goes on where it stopped, if the server can.",
        _section(
            "Args",
            [
                *_described(found),
                f"{target}: {_TARGET}",
                f"{progress}: is told how much has come.",
                f"{resume}: {_RESUME}",
            ],
        ),
        _section("Returns", [f"Download: {answer}".rstrip(": ")]),
        _section("Raises", [f"OSError: the file cannot be written; beyond that, what `{method}` raises."]),
    ]
    needed = [each.name if each.goes == "path" else f"{each.name}=..." for each in found if each.required]
    return ExtraView(
        name,
        "\n\n".join(doc),
        ", ".join([*needed, f"{target}=..."]),
        Spelling((), head, f"download_body{call}"),
        Spelling((), f"async {head}", f"await download_body_async{call}"),
        origin,
    )


def job(method: str, view: JobView, found: tuple[Argument, ...]) -> tuple[ExtraView, ...]:
    """`export`, `begin_export` and `export_from_token`."""
    words = _words(found, "target", "reuse_within", "interval", "timeout", "on_progress")
    return (_run(method, view, found, words), _begin(method, view, found, words), _resume(view))


def _run(method: str, view: JobView, found: tuple[Argument, ...], words: Mapping[str, str]) -> ExtraView:
    accept = [each.declared for each in view.accept]
    wait = [f"{words['timeout']}: float | None = 3600.0", f"{words['on_progress']}: OnProgress | None = None"]

    def head(target: str, returns: str) -> str:
        parts = ["self", *_positional(found), f"{words['target']}: {target}"]
        keywords = [*_keywords(found), *accept, *_pace(view, words), *wait]
        return f"def {view.run}({', '.join([*parts, '*', *keywords])}) -> {returns}"

    overloads = (head("None = None", view.returns), head("Target", "Download"))
    whole = head("Target | None = None", f"{view.returns} | Download")
    rest = ", ".join(
        [*(f"{key}={words[key]}" for key in ("timeout", "on_progress")), *["accept=accept"][: len(accept)]]
    )
    call = f"(self._client, {_create(method, view, found)}, {words['target']}, {_given(view, words)}, {rest})"
    attempts = view.polling.attempts
    again = f" A job that fails is started again, {attempts} jobs at most." * (attempts > 1)
    doc = [
        "Start a job, wait until it is done, and fetch its result.",
        f"Calls `{method}`, then `{view.status}` until the job is done, then `{view.result}`.{again}",
        _section(
            "Args",
            [
                *_described((*found, *view.accept)),
                f"{words['target']}: {_TARGET} Without it the result is returned.",
                *_pace_doc(view, words),
                f"{words['timeout']}: seconds to wait for the job altogether; None waits for ever.",
                f"{words['on_progress']}: is told every state, and how much of the result has come.",
            ],
        ),
        _section("Returns", ["The result, or what is known of the file it was written to."]),
        _section(
            "Raises",
            [
                "JobFailedError: the API says that the job failed.",
                "JobGoneError: the API does not know the job, or no longer.",
                "PollingTimeoutError: the next question would come too late; its `token` lets waiting go on.",
            ],
        ),
    ]
    return ExtraView(
        view.run,
        "\n\n".join(doc),
        signature.example(found),
        Spelling(overloads, whole, f"run_job{call}"),
        Spelling(tuple(f"async {each}" for each in overloads), f"async {whole}", f"await run_job_async{call}"),
        (view.pointer, "run"),
    )


def _begin(method: str, view: JobView, found: tuple[Argument, ...], words: Mapping[str, str]) -> ExtraView:
    arguments = ", ".join(["self", *_positional(found), "*", *_keywords(found), *_pace(view, words)])
    kind = f"Poller[{view.returns}]"
    call = f"(self._client, {_create(method, view, found)}, {_given(view, words)})"
    doc = [
        f"Start a job with `{method}` and return without waiting for it.",
        "The poller asks for its state, waits for its result, or hands it to another process as a token.",
        _section("Args", [*_described(found), *_pace_doc(view, words)]),
        _section("Returns", ["A poller for the job."]),
    ]
    return ExtraView(
        view.begin,
        "\n\n".join(doc),
        signature.example(found),
        Spelling((), f"def {view.begin}({arguments}) -> {kind}", f"begin_job{call}"),
        Spelling((), f"async def {view.begin}({arguments}) -> Async{kind}", f"await begin_job_async{call}"),
        (view.pointer, "begin"),
    )


def _resume(view: JobView) -> ExtraView:
    head = f"def {view.resume}(self, token: str, *, interval: float | None = None) -> "
    kind = f"Poller[{view.returns}]"
    call = f"(self._client, jobs.{view.constant}, token, interval=interval)"
    doc = [
        f"Go on waiting for a job that `{view.begin}` or `{view.run}` started, perhaps in another process.",
        "Nothing is sent before the poller is asked. A job that fails is not started again.",
        _section(
            "Args",
            ["token: what `token()` of a poller or the `token` of an error says.", _interval_doc(view, "interval")],
        ),
        _section("Raises", ["InvalidRequestError: it is no token of such a job."]),
    ]
    sync = Spelling((), f"{head}{kind}", f"resume_job{call}")
    return ExtraView(
        view.resume,
        "\n\n".join(doc),
        'token="..."',
        sync,
        Spelling((), f"{head}Async{kind}", f"resume_job_async{call}"),
        (view.pointer, "resume"),
    )


def _create(method: str, view: JobView, found: tuple[Argument, ...]) -> str:
    return f"jobs.{view.constant}, lambda: endpoints.{method}({signature.forwarded(found)})"


def _pace(view: JobView, words: Mapping[str, str]) -> list[str]:
    reuse = [f"{words['reuse_within']}: timedelta | None = None"] if can_reuse(view.polling) else []
    return [*reuse, f"{words['interval']}: float | None = None"]


def _given(view: JobView, words: Mapping[str, str]) -> str:
    return f"reuse_within={words['reuse_within'] if can_reuse(view.polling) else None}, interval={words['interval']}"


def _pace_doc(view: JobView, words: Mapping[str, str]) -> Iterable[str]:
    if can_reuse(view.polling):
        yield f"{words['reuse_within']}: take a job that was started within this time, where the API lists one."
    yield _interval_doc(view, words["interval"])


def _interval_doc(view: JobView, word: str) -> str:
    return f"{word}: seconds between two questions for the state; {view.polling.interval:g} when not given."


def _words(found: tuple[Argument, ...], *wanted: str) -> dict[str, str]:
    """Names for arguments of ours that none of the operation's has."""
    taken = {each.name for each in found}
    return {word: f"{word}_" if word in taken else word for word in wanted}


def _positional(found: tuple[Argument, ...]) -> list[str]:
    return [each.declared for each in found if each.goes == "path"]


def _keywords(found: tuple[Argument, ...]) -> list[str]:
    return [each.declared for each in found if each.goes != "path"]


def _described(found: tuple[Argument, ...]) -> list[str]:
    return [f"{each.name}: {' '.join(each.description.split())}" for each in found if each.description.strip()]


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"{title}:", *(f"    {line}" for line in lines)])

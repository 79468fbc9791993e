"""Additional methods: download to a file, wait for a job, send a list of any length."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from channelsmith import ir
from channelsmith.codegen import operations, signatures
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.docstrings import Failure, MethodDoc, headline, success_description
from channelsmith.codegen.render import literal, sentence
from channelsmith.codegen.signatures import Argument, FurtherArguments, build_arguments, further_arguments, own_argument
from channelsmith.ir.members import type_at
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.identifiers import to_constant_name, to_snake_case
from channelsmith.naming.names import Names

_ROLES = ("run", "begin", "resume", "rows")
_TARGET = "A path, or a file opened for writing in binary mode; the body is written to it in constant memory."
_RESUME = (
    "Keep what was received beside the path when the call fails or the process ends, and continue from there in the "
    "next call if the server still has the same body."
)
_RESUME_JOB = (
    "Remember the job, and what was received of its result, in files beside the path, and continue from there in the "
    "next call with this path: after an error, or when the process was ended."
)
_JOB_ERRORS = (
    Failure("JobFailedError", "The API reports that the job failed."),
    Failure("JobGoneError", "The API does not know the job, or no longer."),
    Failure("PollingTimeoutError", "The timeout has passed; waiting can be continued with the error's `token`."),
)
_PROGRESS = "Called with how much has been received."


@dataclass(frozen=True, slots=True)
class MethodCode:
    """The code of a method in the sync or the async resource class."""

    overloads: tuple[str, ...]
    head: str
    expression: str


@dataclass(frozen=True, slots=True)
class StreamExample:
    """How the documentation shows the use of a stream.

    Attributes:
        asking: the further arguments of a call that asks for a stream.
        items: what is iterated: the stream, or one of its methods.
        name: the name of an item.
        shown: what is printed of an item.
        is_only: whether the method always returns a stream.
        variable: the name of the stream.
    """

    asking: tuple[tuple[str, str], ...]
    items: str
    name: str
    shown: str
    is_only: bool = True
    variable: str = "stream"

    def code(self, call: str, *, is_async: bool = False) -> str:
        """Return the code for a call, of the sync or the async client."""
        prefix, awaited = ("async ", "await ") if is_async else ("", "")
        opened = f"{prefix}with {awaited}{call} as {self.variable}:"
        return f"{opened}\n    {prefix}for {self.name} in {self.items}:\n        print({self.shown})"


@dataclass(frozen=True, slots=True)
class ExtraMethod:
    """A method in addition to those of the operations.

    Attributes:
        origin: the pointer of the operation it belongs to, and its role there.
        further: its call options, None if it takes none.
        stream: how its stream is used, None if it returns none.
    """

    name: str
    about: MethodDoc
    sync: MethodCode
    async_: MethodCode
    origin: tuple[str, str]
    further: FurtherArguments | None
    stream: StreamExample | None = None

    @property
    def pointer(self) -> str:
        """The pointer of the operation that it calls, or begins with."""
        return self.origin[0]

    @property
    def role(self) -> str:
        """What it does with the operation."""
        return self.origin[1]


@dataclass(frozen=True, slots=True)
class JobMethods:
    """An operation that starts jobs, the constant that describes them, and the names of the methods around it.

    `returns` is the annotation of a result in memory, `saves` of one that is written to a path, and `row` of the rows
    in it, "" if there are none.
    """

    pointer: str
    constant: str
    returns: str
    saves: str
    row: str
    fields: tuple[tuple[str, str], ...]
    run: str
    begin: str
    resume: str
    rows: str
    status: str
    result: str
    accept: tuple[Argument, ...]  # the choice of a media type of the result, where it does not change the type
    polling: ir.Polling

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the methods."""
        return (self.run, self.begin, self.resume, *[self.rows] * bool(self.row))

    @property
    def can_reuse(self) -> bool:
        """Whether the API lists its jobs by the time of their creation."""
        return self.polling.reuse is not None and bool(self.polling.reuse.created_from)


def download_method(
    operation: ir.Operation, names: Names, annotations: Annotations, taken: Iterable[str]
) -> ExtraMethod | None:
    """Return the method that writes a response body to a file, for an operation that may return a file.

    Where a call returns a typed value and a file on request, the method requests the file.
    """
    method, origin = names.methods[operation.pointer], (operation.pointer, "download")
    arguments = build_arguments(operation, names, annotations)
    if not operations.returns_content(operation, annotations):
        files = operations.file_media_types(operation, annotations)
        if not files:
            return None
        arguments = signatures.restrict_accept(arguments, files)
    names_of = _free_names(arguments, "target", "on_progress", "resume")
    target, on_progress, resume = names_of.values()
    paths, others = _by_position(arguments)
    every = (
        *paths,
        replace(own_argument(target, "Target", _TARGET), is_leading=True),
        *others,
        own_argument(on_progress, "OnProgress | None", _PROGRESS, "None"),
        own_argument(resume, "bool", _RESUME, "False"),
    )
    further = further_arguments(every)
    name = choose_names({origin: (f"{method}_to", f"{method}_to_file")}, taken=taken, kept=names.extras)[origin]

    def head(annotation: str, returns: str) -> str:
        those = [replace(each, annotation=annotation) if each.name == target else each for each in every]
        return f"def {name}({signatures.signature(those, first='self')}) -> {returns}"

    saved = operations.saved_annotation(operation, annotations)
    call = f"endpoints.{method}({signatures.forwarded(arguments, further)})"
    about = MethodDoc(
        headline=f"Do what `{method}` does, and write the body to a file.",
        paragraphs=(
            "A path gets the complete body or nothing. An interrupted transfer is continued if the server supports it.",
        ),
        arguments=every,
        returns=("Download", " ".join(filter(None, [sentence(success_description(operation)), _if_path(saved)]))),
        failures=(Failure("OSError", f"The file cannot be written. Otherwise the exceptions of `{method}`."),),
    )
    return ExtraMethod(
        name,
        about,
        *_both(
            head("Target", "Download"),
            "download_body",
            f"(self._client, {call}, {target}, on_progress={on_progress}, resume={resume})",
            (head("PathTarget", saved), head("Target", "Download")),
        ),
        origin,
        further,
    )


def stream_method(
    operation: ir.Operation, names: Names, annotations: Annotations, taken: Iterable[str]
) -> ExtraMethod | None:
    """Return the method that returns an open response body, for an operation that may return a file or a text.

    Where a call returns a typed value and one of them on request, the method requests it.
    """
    media_types = operations.open_media_types(operation, annotations)
    if media_types is None:
        return None
    method, origin = names.methods[operation.pointer], (operation.pointer, "stream")
    arguments = build_arguments(operation, names, annotations)
    arguments = signatures.restrict_accept(arguments, media_types) if media_types else arguments
    name = choose_names({origin: (f"{method}_stream", f"{method}_byte_stream")}, taken=taken, kept=names.extras)[origin]
    about = MethodDoc(
        headline=f"Do what `{method}` does, and return the body while it arrives, as chunks, lines or text.",
        paragraphs=(
            "The response is open until the end of its body is read or it is closed: use it as a context manager.",
        ),
        arguments=arguments,
        returns=("ByteStream", success_description(operation)),
        failures=(
            Failure("", f"The exceptions of `{method}`. Iterating raises TransportError if the connection breaks."),
        ),
    )
    head = f"def {name}({signatures.signature(arguments, first='self')}) -> "
    further = further_arguments(arguments)
    call = f"(self._client, endpoints.{method}({signatures.forwarded(arguments, further)}))"
    return ExtraMethod(
        name,
        about,
        MethodCode((), f"{head}ByteStream", f"open_bytes{call}"),
        MethodCode((), f"async {head}AsyncByteStream", f"await open_bytes_async{call}"),
        origin,
        further,
        StreamExample((), "body.iter_lines()", "line", "line", variable="body"),
    )


def job_methods(method: str, job: JobMethods, arguments: Sequence[Argument]) -> tuple[ExtraMethod, ...]:
    """Return `export`, `begin_export` and `export_from_token` for an operation that starts jobs."""
    own = _free_names(arguments, "target", "reuse_within", "interval", "timeout", "on_progress", "resume")
    rows = [_rows(job, arguments, own)] * bool(job.row)
    return (_run(method, job, arguments, own), *rows, _begin(method, job, arguments, own), _resume(job))


def batch_method(
    operation: ir.Operation, names: Names, annotations: Annotations, taken: Iterable[str]
) -> ExtraMethod | None:
    """Return the method that sends a list of any length, for an operation with `x-batch-limit`.

    Args:
        operation: what sends one batch.
        names: the names of its function and arguments.
        annotations: their types.
        taken: the names of the resource's methods and of the resources below it.
    """
    limit = operation.batch_limit
    arguments = [each for each in build_arguments(operation, names, annotations) if not each.is_accept]
    list_type = _batch_type(operation, annotations)
    key = ("body", limit.pointer[1:]) if limit is not None and limit.pointer else ("", "")
    listed = next((each for each in arguments if (each.location, each.wire_name) == key), None)
    if limit is None or list_type is None or listed is None:
        return None
    rest = [each for each in arguments if each is not listed]
    batching, part = _free_names(arguments, "batching", "part").values()
    method, origin = names.methods[operation.pointer], (operation.pointer, "all")
    name = choose_names({origin: (f"{method}_all", f"{method}_all_")}, taken=taken, kept=names.extras)[origin]
    as_there = [replace(each, description=f"As for `{method}`.", details=ir.Details()) for each in rest]
    paths, others = _by_position(as_there)
    item = annotations.of_argument(list_type.items)
    every = (
        *paths,
        replace(
            listed,
            annotation=f"Iterable[{item}]",
            description="A list of any length; it is read while it is sent.",
            required=True,
            required_in_body=False,
            is_leading=True,
            details=ir.Details(),
        ),
        *others,
        own_argument(
            batching,
            "Batching | None",
            "Number of concurrent requests, and a journal to continue from after a crash.",
            "None",
        ),
    )
    further = further_arguments([*every, own_argument(part, "", "")])
    call = f"{signatures.forwarded(rest, further)}, {listed.name}={part}"
    result = f"BatchResult[{operations.return_annotation(operation, annotations)}, {item}]"

    def head(list_annotation: str) -> str:
        those = [replace(each, annotation=list_annotation) if each.name == listed.name else each for each in every]
        return f"def {name}({signatures.signature(those, first='self')}) -> {result}"

    values = {key: value for key, value in asdict(limit).items() if value and key != "pointer"}
    build = f"lambda {part}: endpoints.{method}({call})"
    send = f"(self._client, {listed.name}, {build}, {operations.constructor('BatchLimit', values)}, {batching})"
    limits = [f"{limit.items:,} items"] * bool(limit.items) + [f"{limit.bytes:,} bytes"] * bool(limit.bytes)
    about = MethodDoc(
        headline=f"{headline(operation).rstrip('.')}, for a list of any length.",
        paragraphs=(
            f"Calls `{method}` with at most {' and '.join(limits)} at a time.",
            "A call that fails does not stop the others.",
        ),
        arguments=every,
        returns=("BatchResult", "What was accepted, what failed and why."),
        failures=(Failure("AuthenticationError, ConfigurationError", "No call can succeed."),),
    )
    return ExtraMethod(
        name,
        about,
        MethodCode((), head(f"Iterable[{item}]"), f"send_batches{send}"),
        MethodCode((), f"async {head(f'Iterable[{item}] | AsyncIterable[{item}]')}", f"await send_batches_async{send}"),
        origin,
        further,
    )


def build_jobs(
    api: ir.Api, names: Names, annotations: Annotations, taken: Mapping[tuple[str, ...], frozenset[str]]
) -> dict[str, JobMethods]:
    """Return the job methods of each operation with `x-polling`, by the operation's pointer.

    Args:
        api: the operations.
        names: the names of their functions and arguments.
        annotations: the types of their results.
        taken: names that cannot be used, by resource.
    """
    by_id = {each.id: each for each in api.operations if each.id}
    polled = {each.pointer: (each, each.polling) for each in api.operations if each.polling is not None}
    candidates = {pointer: _job_names(operation, polling, names) for pointer, (operation, polling) in polled.items()}
    constants = choose_names({pointer: (to_constant_name(words[0]),) for pointer, words in candidates.items()})
    jobs: dict[str, JobMethods] = {}
    for pointer, (operation, polling) in polled.items():
        methods = choose_names(
            {(pointer, role): (word, f"{word}_job") for role, word in zip(_ROLES, candidates[pointer], strict=True)},
            taken=taken[names.resources[pointer]],
            kept=names.extras,
        )
        run, begin, resume, rows = (methods[pointer, role] for role in _ROLES)
        result = by_id[polling.result.operation]
        arguments = build_arguments(result, names, annotations)
        jobs[pointer] = JobMethods(
            pointer=pointer,
            constant=constants[pointer],
            returns=operations.return_annotation(result, annotations),
            saves=operations.saved_annotation(result, annotations),
            row=operations.row_annotation(result, annotations),
            fields=_job_fields(operation.id, polling, by_id, names),
            run=run,
            begin=begin,
            resume=resume,
            rows=rows,
            status=names.methods[by_id[polling.status.operation].pointer],
            result=names.methods[result.pointer],
            accept=tuple(
                each
                for each in arguments
                if each.is_accept and len(operations.accept_results(result, annotations)) == 1
            ),
            polling=polling,
        )
    return jobs


def _job_names(operation: ir.Operation, polling: ir.Polling, names: Names) -> tuple[str, str, str, str]:
    method = names.methods[operation.pointer].rstrip("_")
    word = to_snake_case(polling.method, fallback=method).rstrip("_") if polling.method else method
    return (word if polling.method else f"{method}_and_wait", f"begin_{word}", f"{word}_from_token", f"{word}_rows")


def _job_fields(
    name: str, polling: ir.Polling, by_id: Mapping[str, ir.Operation], names: Names
) -> tuple[tuple[str, str], ...]:
    """Name and value of the arguments of the runtime's `Job`."""

    def ask(request: ir.JobOperation) -> str:
        operation = by_id[request.operation]
        types = [each.type for each in operation.parameters if each.name == request.parameter]
        job_id = "int(job_id)" if ir.Primitive(ir.Scalar.INTEGER) in types else "job_id"
        return f"lambda job_id: {_endpoint_call(operation, {request.parameter: job_id}, names)}"

    fields = {
        "operation": literal(name),
        "id": literal(polling.id),
        "status": ask(polling.status),
        "state": literal(polling.state),
        "result": ask(polling.result),
        "done": literal(polling.done),
        "failed": literal(polling.failed) if polling.failed else "",
        "gone": literal(polling.gone) if polling.gone else "",
        "interval": literal(polling.interval),
        "attempts": literal(polling.attempts) if polling.attempts > 1 else "",
    }
    if (reuse := polling.reuse) is not None and reuse.created_from:
        arguments = {key: literal(value) for key, value in reuse.parameters} | {reuse.created_from: "since"}
        fields["recent"] = f"lambda since: {_endpoint_call(by_id[reuse.operation], arguments, names)}"
        fields["items"] = literal(reuse.items)
        fields["suffixes"] = literal(dict(reuse.suffixes)) if reuse.suffixes else ""
    return tuple((key, value) for key, value in fields.items() if value)


def _endpoint_call(operation: ir.Operation, values: Mapping[str, str], names: Names) -> str:
    pointer = operation.pointer
    locations = {each.name: each.location.value for each in operation.parameters}
    arguments = [f"{names.arguments[pointer, locations[name], name]}={value}" for name, value in values.items()]
    module = names.modules[names.resources[pointer]]
    return f"{module}_endpoints.{names.methods[pointer]}({', '.join(arguments)})"


def _run(method: str, job: JobMethods, arguments: Sequence[Argument], own: Mapping[str, str]) -> ExtraMethod:
    target, resume = own["target"], own["resume"]
    text = f"{_TARGET} Without it the result is returned."
    paths, others = _by_position(arguments)
    target_argument = replace(own_argument(target, "Target | None", text, "None"), is_leading=True)
    resume_argument = own_argument(resume, "bool", _RESUME_JOB, "False")
    waiting = _waiting_arguments(others, job, own)
    every = (*paths, target_argument, *waiting, resume_argument)
    further = further_arguments(every)

    def head(annotation: str, default: str, returns: str, *more: Argument) -> str:
        chosen = replace(target_argument, annotation=annotation, default=default, required=not default)
        those = (*paths, chosen, *waiting, *more)
        parameters = signatures.signature(those, first="self", has_options=False)
        return f"def {job.run}({parameters}, {further.declaration()}) -> {returns}"

    options = [*_run_values(job, own), f"resume={resume}"]
    attempts = job.polling.attempts
    again = f" A job that fails is started again, at most {attempts} jobs in total." * (attempts > 1)
    about = MethodDoc(
        headline="Start a job, wait until it is done, and fetch its result.",
        paragraphs=(f"Calls `{method}`, then `{job.status}` until the job is done, then `{job.result}`.{again}",),
        arguments=every,
        returns=("", f"The result, or a Download where it is written to a target. {_if_path(job.saves)}"),
        failures=_JOB_ERRORS,
    )
    return ExtraMethod(
        job.run,
        about,
        *_both(
            head("Target | None", "None", f"{job.returns} | {job.saves} | Download", resume_argument),
            "run_job",
            f"(self._client, {_create(method, job, arguments, further)}, {target}, {', '.join(options)})",
            (
                head("None", "None", job.returns),
                head("PathTarget", "", job.saves, resume_argument),
                head("Target", "", f"{job.saves} | Download", resume_argument),
            ),
        ),
        (job.pointer, "run"),
        further,
    )


def _if_path(saved: str) -> str:
    """What the overloads of a method that writes to a target promise for one kind of target."""
    return f"It is a {saved.partition('[')[0]} if the target is a path."


def _rows(job: JobMethods, arguments: Sequence[Argument], own: Mapping[str, str]) -> ExtraMethod:
    """The method that yields the rows of a result."""
    paths, others = _by_position(arguments)
    every = (*paths, *_waiting_arguments(others, job, own))
    further = further_arguments([*every, own_argument(own["target"], "", "")])
    names = [*["reuse_within"] * job.can_reuse, "interval", "timeout", "on_progress"]
    options = [f"{own['target']}=path", *(f"{own[name]}={own[name]}" for name in names)]
    options.insert(0, signatures.forwarded([*arguments, *job.accept], further))
    run = f"lambda path: self.{job.run}({', '.join(options)})"
    about = MethodDoc(
        headline="Start a job, wait until it is done, and yield the rows of its result, whatever its format.",
        paragraphs=(
            f"Calls `{job.run}` with a temporary file and reads that in constant memory, from the first row on.",
            "Columns that are not documented are in `model_extra`.",
        ),
        arguments=every,
        returns=("", "The rows."),
        is_iterated=True,
        failures=(Failure("DecodeError", f"The result is not a table. Otherwise the exceptions of `{job.run}`."),),
    )
    head = f"def {job.rows}({signatures.signature(every, first='self')}) -> "
    return ExtraMethod(
        job.rows,
        about,
        MethodCode((), f"{head}Iterator[{job.row}]", f"export_rows({run})"),
        MethodCode((), f"{head}AsyncIterator[{job.row}]", f"export_rows_async({run})"),
        (job.pointer, "rows"),
        further,
    )


def _waiting_arguments(others: Iterable[Argument], job: JobMethods, own: Mapping[str, str]) -> list[Argument]:
    """The keyword arguments of a method that waits for a job."""
    waiting = "Seconds to wait for the job in total; None waits forever."
    progress = "Called with every state, and with how much of the result has been received."
    return [
        *(*others, *job.accept, *_pace(job, own)),
        own_argument(own["timeout"], "float | None", waiting, "3600.0"),
        own_argument(own["on_progress"], "OnProgress | None", progress, "None"),
    ]


def _run_values(job: JobMethods, own: Mapping[str, str]) -> list[str]:
    return [
        *_pace_values(job, own),
        *(f"timeout={own['timeout']}", f"on_progress={own['on_progress']}"),
        *["accept=accept"] * bool(job.accept),
    ]


def _begin(method: str, job: JobMethods, arguments: Sequence[Argument], own: Mapping[str, str]) -> ExtraMethod:
    paths, others = _by_position(arguments)
    every = (*paths, *others, *job.accept, *_pace(job, own))
    further = further_arguments(every)
    values = [*_pace_values(job, own), *["accept=accept"] * bool(job.accept)]
    head = f"def {job.begin}({signatures.signature(every, first='self')}) -> "
    call = f"(self._client, {_create(method, job, arguments, further)}, {', '.join(values)})"
    poller = f"Poller[{job.returns}, {job.saves}]"
    about = MethodDoc(
        headline=f"Start a job with `{method}` and return without waiting for it.",
        paragraphs=("The poller returns its state, waits for its result, or hands it to another process as a token.",),
        arguments=every,
        returns=("", "A poller for the job."),
    )
    return ExtraMethod(
        job.begin,
        about,
        MethodCode((), f"{head}{poller}", f"begin_job{call}"),
        MethodCode((), f"async {head}Async{poller}", f"await begin_job_async{call}"),
        (job.pointer, "begin"),
        further,
    )


def _resume(job: JobMethods) -> ExtraMethod:
    token = own_argument("token", "str", "From `token()` of a poller or `token` of an error.")
    every = (
        replace(token, is_leading=True),
        own_argument("interval", "float | None", _interval_doc(job), "None"),
    )
    head = f"def {job.resume}({signatures.signature(every, first='self', has_options=False)}) -> "
    call = f"(self._client, jobs.{job.constant}, token, interval=interval)"
    about = MethodDoc(
        headline=f"Continue to wait for a job that `{job.begin}` or `{job.run}` started, perhaps in another process.",
        paragraphs=("No request is sent until the poller is used. A job that fails is not started again.",),
        arguments=every,
        failures=(Failure("InvalidRequestError", "The token is not one of such a job."),),
    )
    return ExtraMethod(
        job.resume,
        about,
        MethodCode((), f"{head}Poller[{job.returns}, {job.saves}]", f"resume_job{call}"),
        MethodCode((), f"{head}AsyncPoller[{job.returns}, {job.saves}]", f"resume_job_async{call}"),
        (job.pointer, "resume"),
        None,
    )


def _both(head: str, function: str, call: str, overloads: tuple[str, ...] = ()) -> tuple[MethodCode, MethodCode]:
    """A method that is written alike in both classes."""
    return (
        MethodCode(overloads, head, f"{function}{call}"),
        MethodCode(tuple(f"async {each}" for each in overloads), f"async {head}", f"await {function}_async{call}"),
    )


def _create(method: str, job: JobMethods, arguments: Sequence[Argument], further: FurtherArguments) -> str:
    return f"jobs.{job.constant}, lambda: endpoints.{method}({signatures.forwarded(arguments, further)})"


def _pace(job: JobMethods, own: Mapping[str, str]) -> list[Argument]:
    reuse = (
        "Use the newest job that was started within this time, if the API lists one. To find it among several takes up "
        "to two more requests for the list."
    )
    return [
        *[own_argument(own["reuse_within"], "timedelta | None", reuse, "None")] * job.can_reuse,
        own_argument(own["interval"], "float | None", _interval_doc(job), "None"),
    ]


def _pace_values(job: JobMethods, own: Mapping[str, str]) -> list[str]:
    return [f"reuse_within={own['reuse_within'] if job.can_reuse else None}", f"interval={own['interval']}"]


def _interval_doc(job: JobMethods) -> str:
    return f"Seconds between two requests for the state; {job.polling.interval:g} by default."


def _batch_type(operation: ir.Operation, annotations: Annotations) -> ir.Array | None:
    """The type of the list that is divided."""
    type_ = operation.body.media[0].type if operation.body is not None and operation.body.media else None
    if operation.batch_limit is not None and operation.batch_limit.pointer:
        type_ = type_at(type_, operation.batch_limit.pointer, annotations.schemas)
    return type_ if isinstance(type_, ir.Array) else None


def _free_names(arguments: Sequence[Argument], *wanted: str) -> dict[str, str]:
    """Names for arguments of ours, none of them an argument of the operation."""
    taken = {each.name for each in arguments}
    names: dict[str, str] = {}
    for word in wanted:
        name = word
        while name in taken:
            name += "_"
        names[word] = name
    return names


def _by_position(arguments: Iterable[Argument]) -> tuple[list[Argument], list[Argument]]:
    """The arguments that may be passed by position, and all others."""
    by_position, others = list[Argument](), list[Argument]()
    for each in arguments:
        (by_position if each.is_positional else others).append(each)
    return by_position, others

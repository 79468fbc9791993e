"""Real servers in this process, clients generated from the documents they emit, and both ends of each call compared."""

import asyncio
import functools
import inspect
import json
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime, time
from enum import Enum
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import httpx
import pytest
import uvicorn
from pydantic import BaseModel, SecretStr

from support.packages import Package, built

P = ParamSpec("P")
T = TypeVar("T")

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@dataclass(frozen=True)
class Upload:
    """A file as a server has it."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


def exact(value: object) -> Any:  # noqa: PLR0911 - one for each kind of value
    """A value as plain data that differs wherever type, value, time zone or the fields that were given differ."""
    if (named := _fields(value)) is not None:
        kind = "Upload" if _is_upload(value) else type(value).__name__
        return {f"<{kind}>": {name: exact(item) for name, item in named.items()}}
    match value:
        case Enum():
            return f"{type(value).__name__}({value.value!r})"
        case datetime() | time():
            return f"{'datetime' if isinstance(value, datetime) else 'time'}({value.isoformat()})"
        case Mapping():
            return {key if type(key) is str else exact(key): exact(item) for key, item in value.items()}
        case set() | frozenset():
            return ("set", *sorted(map(exact, value)))
        case list() | tuple():
            return type(value)(map(exact, value))
        case SecretStr():
            return repr(value.get_secret_value())
    return repr(value)


def _fields(value: Any) -> dict[str, object] | None:
    """The fields of an object: those that were given of a model of pydantic, otherwise all. None for other values."""
    if isinstance(value, BaseModel):
        given = value.model_fields_set | (value.model_extra or {}).keys()
        return {name: getattr(value, name) for name in (*type(value).model_fields, *sorted(given)) if name in given}
    if _is_upload(value):
        name = value.filename if hasattr(value, "filename") else value.name
        return {"name": name, "content": value.file.read(), "media_type": value.content_type}
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in fields(value)}
    names = getattr(value, "__struct_fields__", None)  # of msgspec
    return None if names is None else {name: getattr(value, name) for name in names}


def _is_upload(value: object) -> bool:
    """Whether a value is an upload as a framework has it."""
    return hasattr(value, "file") and hasattr(value, "content_type")


class Recorder:
    """What the endpoints of an application decoded, in the Python types of its framework."""

    def __init__(self) -> None:
        self._values: list[Any] = []

    def __call__(self, **values: object) -> None:
        self._values.append(exact(values))

    def arguments_of(self, endpoint: Callable[P, T]) -> Callable[P, T]:
        """Record the arguments of an endpoint that are not their defaults, under their names."""
        signature = inspect.signature(endpoint)
        defaults = {name: exact(parameter.default) for name, parameter in signature.parameters.items()}

        def record(*args: P.args, **kwargs: P.kwargs) -> None:
            arguments = {name: exact(value) for name, value in signature.bind(*args, **kwargs).arguments.items()}
            changed = {name: value for name, value in arguments.items() if value != defaults[name]}
            self._values.append({name: value for name, value in changed.items() if name not in {"self", "response"}})

        if inspect.iscoroutinefunction(endpoint):

            @functools.wraps(endpoint)
            async def recorded(*args: P.args, **kwargs: P.kwargs) -> Any:
                record(*args, **kwargs)
                return await endpoint(*args, **kwargs)

        else:

            @functools.wraps(endpoint)
            def recorded(*args: P.args, **kwargs: P.kwargs) -> Any:
                record(*args, **kwargs)
                return endpoint(*args, **kwargs)

        return recorded

    def take(self) -> Any:
        """What was recorded since the last time: None, the values of the one call, or a list of those of several."""
        values, self._values = self._values, []
        return values if len(values) > 1 else values[0] if values else None


@dataclass(frozen=True, kw_only=True)
class Row:
    """One call, what the server must have decoded, and what the caller must have got.

    `call` takes a client, sync or async, and the models of its package. `received` is None where no endpoint is
    reached. `value` may be a function of the models; `read` picks from the result what is compared. `drift` has the
    locations at which the response contradicts its document: a lenient client reports them, a strict one raises. A
    `fresh` client has had no connection and no cookie before, as one with `options` of its own.
    """

    call: Callable[[Any, Any], Any]
    received: Mapping[str, object] | None = None
    value: object = None
    read: Callable[[Any], object] = lambda result: result
    drift: tuple[str, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    fresh: bool = False


@dataclass(frozen=True)
class Failure:
    """An exception of a client, as far as its users branch on it and read it."""

    name: str
    message: str = ""
    body: object = None
    errors: tuple[str, ...] = ()

    @classmethod
    def of(cls, error: Any) -> "Failure":
        """Read an exception."""
        if not hasattr(error, "body"):
            return cls(type(error).__name__, str(error))
        return cls(type(error).__name__, error.message, error.body, error.errors)


@dataclass
class Outcome:
    """Both ends of one call."""

    received: Any = None
    value: Any = None
    drift: tuple[str, ...] = ()
    error: Exception | None = None


@dataclass
class Subject:
    """A running server, the package of its document, and the calls that were made."""

    url: str
    document: dict[str, Any]
    package: Package
    recorder: Recorder
    called: set[str] = field(default_factory=set)

    @property
    def operations(self) -> set[str]:
        """The operations of the document as `METHOD /path`."""
        paths = self.document["paths"].items()
        return {f"{method.upper()} {path}" for path, item in paths for method in item.keys() & METHODS}

    def client(self, *, use_async: bool = False, **options: Any) -> Any:
        """A client of the server; strict unless told otherwise."""

        def note(event: Any) -> None:
            self.called.add(f"{event.method} {event.path}")

        chosen = {"base_url": self.url, "strict": True, "max_retries": 0, "before_request": note, **options}
        return self.package._class("Async" if use_async else "")(**chosen)

    def perform(self, rows: Mapping[str, Row]) -> dict[str, Outcome]:
        """Make all calls with sync clients; the outcomes by the names of the rows."""
        with self.client() as shared:
            return {name: self._perform_one(row, shared) for name, row in rows.items()}

    async def perform_async(self, rows: Mapping[str, Row]) -> dict[str, Outcome]:
        """Make all calls with async clients."""
        async with self.client(use_async=True) as shared:
            return {name: await self._perform_one_async(row, shared) for name, row in rows.items()}

    def expected(self, row: Row) -> Outcome:
        """What must come out."""
        value = row.value(self.package.models) if inspect.isfunction(row.value) else row.value
        return Outcome(None if row.received is None else exact(row.received), exact(value), row.drift)

    def _perform_one(self, row: Row, shared: Any) -> Outcome:
        drifts: list[str] = []
        client = self._client_for(row, shared, drifts, use_async=False)
        outcome = Outcome()
        try:
            result = row.call(client, self.package.models)
            outcome.value = row.read(list(result) if isinstance(result, Iterator) else result)
        except Exception as error:  # noqa: BLE001 - the test of the row raises it
            outcome.error = error
        if client is not shared:
            client.close()
        return self._completed(outcome, drifts)

    async def _perform_one_async(self, row: Row, shared: Any) -> Outcome:
        drifts: list[str] = []
        client = self._client_for(row, shared, drifts, use_async=True)
        outcome = Outcome()
        try:
            result = row.call(client, self.package.models)
            result = await result if isinstance(result, Awaitable) else result
            outcome.value = row.read([item async for item in result] if isinstance(result, AsyncIterator) else result)
        except Exception as error:  # noqa: BLE001 - the test of the row raises it
            outcome.error = error
        if client is not shared:
            await client.aclose()
        return self._completed(outcome, drifts)

    def _client_for(self, row: Row, shared: Any, drifts: list[str], *, use_async: bool) -> Any:
        if not (row.drift or row.options or row.fresh):
            return shared
        lenient = {"strict": False, "on_drift": lambda drift: drifts.append(drift.location)} if row.drift else {}
        return self.client(use_async=use_async, **lenient, **row.options)

    def _completed(self, outcome: Outcome, drifts: list[str]) -> Outcome:
        if outcome.error:
            is_of_client = isinstance(outcome.error, self.package.load("errors").ApiError)
            outcome.value = Failure.of(outcome.error) if is_of_client else outcome.error
        return Outcome(self.recorder.take(), exact(outcome.value), tuple(drifts), outcome.error)


@contextmanager
def served(app: Any) -> Iterator[str]:
    """An ASGI application on a port of its own on loopback; gives its URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="critical", access_log=False, ws="none", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()  # until it accepts connections, they wait in the listener's queue
    try:
        yield "http://{}:{}".format(*listener.getsockname())
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@contextmanager
def connect(url: str, document_path: str, recorder: Recorder, folder: Path, name: str) -> Iterator[Subject]:
    """Generate the package of the document that a server emits."""
    document = httpx.get(url + document_path, headers={"accept": "application/json"}).raise_for_status().json()
    spec = folder / f"{name}.json"
    spec.write_text(json.dumps(document), "utf-8")
    with built(spec, folder, name=name) as package:
        yield Subject(url, document, package, recorder)


class Results:
    """The outcomes of a table, sync and async, each call made once."""

    def __init__(self, subject: Subject, rows: Mapping[str, Row]) -> None:
        self.subject = subject
        self.rows = rows
        subject.recorder.take()  # other tests call the same servers
        self._outcomes = {"sync": subject.perform(rows), "async": asyncio.run(subject.perform_async(rows))}

    def check(self, name: str, driver: str) -> None:
        """Compare the outcome of one row with what it must be."""
        outcome, expected = self._outcomes[driver][name], self.subject.expected(self.rows[name])
        if outcome.error and outcome.value != expected.value:
            raise outcome.error
        assert outcome.received == expected.received
        assert outcome.value == expected.value
        assert outcome.drift == expected.drift

    def check_strict(self, name: str) -> None:
        """A strict client raises for the same response."""
        row = self.rows[name]
        with (
            self.subject.client(**row.options) as client,
            pytest.raises(self.subject.package.load("errors").DecodeError),
        ):
            row.call(client, self.subject.package.models)
        self.subject.recorder.take()

"""Responses that consist of items: server-sent events, JSON lines, JSON text sequences, parts of a multipart body.

A call returns a stream when the head of the response has arrived; failures before raise as for every call. Iterating
the stream gives each item as it arrives. An item is read like a body: leniently, with differences reported by their
places inside of the item, or with `strict` not at all.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, Self, TypeVar, cast

from pydantic import BaseModel

from .byte_stream import AsyncOpenBody, OpenBody, OpenReceiver
from .errors import DeadlineExceededError, DecodeError, InvalidRequestError, ResponseError, TransportError
from .framing import EventFraming, FramingError, JsonLines, JsonSequence, MultipartFraming, ServerSentEvent
from .http.messages import Response, Sleep, TransportFailure
from .media_types import essence, is_media_type
from .request.parameters import header_value
from .response.content import Content, Items, Json, Text, choose_reader, is_json, readers_for, success_readers
from .response.decode import read_value, report_findings, undocumented
from .response.failures import response_error, transport_error
from .serialization import codec, given_fields, loads
from .types import is_mapping

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from types import TracebackType

    from .byte_stream import OpenCall, ResponseHead
    from .client import AsyncClient, BaseClient, SyncClient
    from .framing import Framing
    from .http.messages import Answer, Request, Step
    from .operation import Arguments

T = TypeVar("T")

_JSON = "application/json"
_LAST_EVENT_ID = "Last-Event-ID"
_END_MARK = "[DONE]"
"""The data of the event with which some APIs end a stream of JSON, although it is none."""
_UNLABELLED = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
"""Content-Types that say nothing of what a stream is."""
_RECONNECTION_TIME = 3_000
"""Milliseconds before a stream is continued, where the server does not say."""
_MAX_RECONNECTION_TIME = 300_000
_WITHOUT_BODY = frozenset({204, 205})
_PENDING: Final = object()
_OVER: Final = object()


class Stream(Generic[T]):
    """The items of a response, as they arrive. As a context manager it is closed at the end.

    Closing it early closes the connection. Threads may share it: each item goes to one of them, and `close` ends the
    waiting of the others.

    Iterating raises TransportError if the connection breaks, and DecodeError for an item that cannot be read, or with
    `strict` does not match its schema; the stream is closed then. A stream of JSON also ends with an event whose data
    is `[DONE]`.

    Attributes:
        response: status and headers.
    """

    def __init__(self, client: SyncClient, items: ItemReader, body: OpenBody) -> None:
        self.response: ResponseHead = items.opened.head
        self._client = client
        self._items = items
        self._body = body
        self._lock = RLock()
        self._is_closed = False

    def reconnecting(self, *, attempts: int = 5) -> Self:
        """Continue an event stream whenever its connection ends, and return it.

        The call is made again with the id of the last event in the header `Last-Event-ID`, after as many milliseconds
        as the server asked for in `retry`, by default 3,000. The response 204 ends the stream, a failure raises as for
        every call. After as many connections in a row without an event as there are `attempts`, it ends as the last of
        them did.

        Raises InvalidRequestError for a stream of another kind.
        """
        self._items.reconnect(attempts)
        return self

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        with self._lock:
            try:
                while (item := self._items.take()) is _PENDING and not self._is_closed:
                    self._read()
            except BaseException:
                self.close()
                raise
        if item is _OVER or self._is_closed:
            self.close()
            raise StopIteration
        return cast("T", item)

    def _read(self) -> None:
        """Read a chunk. At the end of the connection, make another one or finish."""
        error: TransportError | None = None
        try:
            if (chunk := self._body.read()) is not None:
                return self._items.feed(chunk)
        except TransportError as broken:
            error = broken
        while not self._is_closed and self._items.may_reconnect(error):
            try:
                return self._reconnect()
            except TransportError as broken:
                error = broken
        return self._items.finish(error)

    def _reconnect(self) -> None:
        receiver = StreamReceiver(self._client, continues=self._items.opened)
        self._client.drive(self._items.call_again(self._client, receiver))
        if isinstance(receiver.body, OpenBody) and receiver.items is not None:
            self._body = receiver.body
            self.response = receiver.items.opened.head
            self._items.begin()
        else:
            self._items.finish()

    def close(self) -> None:
        """Close the response, and its connection if the stream is not at its end."""
        self._is_closed = True
        self._body.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncStream(Generic[T]):
    """The items of a response, as they arrive; see Stream. Tasks may share it.

    Attributes:
        response: status and headers.
    """

    def __init__(self, client: AsyncClient, items: ItemReader, body: AsyncOpenBody) -> None:
        self.response: ResponseHead = items.opened.head
        self._client = client
        self._items = items
        self._body = body
        self._is_closed = False

    def reconnecting(self, *, attempts: int = 5) -> Self:
        """Continue an event stream whenever its connection ends, and return it; see `Stream.reconnecting`."""
        self._items.reconnect(attempts)
        return self

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        try:
            while (item := self._items.take()) is _PENDING and not self._is_closed:
                await self._read()
        except Exception:
            await self.aclose()
            raise
        if item is _OVER or self._is_closed:
            await self.aclose()
            raise StopAsyncIteration
        return cast("T", item)

    async def _read(self) -> None:
        """Read a chunk. At the end of the connection, make another one or finish."""
        error: TransportError | None = None
        try:
            if (chunk := await self._body.read()) is not None:
                return self._items.feed(chunk)
        except TransportError as broken:
            error = broken
        while not self._is_closed and self._items.may_reconnect(error):
            try:
                return await self._reconnect()
            except TransportError as broken:
                error = broken
        return self._items.finish(error)

    async def _reconnect(self) -> None:
        receiver = StreamReceiver(self._client, continues=self._items.opened)
        await self._client.drive(self._items.call_again(self._client, receiver))
        if isinstance(receiver.body, AsyncOpenBody) and receiver.items is not None:
            self._body = receiver.body
            self.response = receiver.items.opened.head
            self._items.begin()
        else:
            self._items.finish()

    async def aclose(self) -> None:
        """Close the response, and its connection if the stream is not at its end."""
        self._is_closed = True
        await self._body.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


# ---------------------------------------------------------------- items


class ItemReader:
    """From the chunks of a body to its items, for both kinds of streams."""

    def __init__(self, opened: OpenCall, items: Items, framing: Framing) -> None:
        self.opened = opened
        self._type = items.type
        self._media_type = items.media_type
        self._count = 0
        self._accepts_text = (
            isinstance(framing, EventFraming)
            and items.type is not Any
            and items.type is not str
            and not codec(items.type).fit("text", received=True)[1]
        )
        self._framing = framing
        self._arriving: Iterator[object] = iter(())  # divides the last chunk, which may be millions of items
        self._waiting: deque[object] = deque()  # what came before that; an error is raised when its turn comes
        self._is_over = False
        self._attempts = self._left = 0

    def feed(self, chunk: bytes) -> None:
        """Take a chunk."""
        self._settle()
        self._arriving = self._framing.feed(chunk)

    def finish(self, error: Exception | None = None) -> None:
        """Take the end of the body, or the error that ends it."""
        self._settle()
        self._is_over = True
        try:
            self._waiting.extend(self._framing.finish() if error is None else [error])
        except FramingError as unfinished:
            self._waiting.append(self._decode_error(str(unfinished)))

    def _settle(self) -> None:
        """Divide the rest of the last chunk; there is one only where several tasks share a stream."""
        while (frame := self._next_frame()) is not None:
            self._waiting.append(frame)

    def _next_frame(self) -> object:
        """Return the next frame of the last chunk, or the error that ends the stream; None where there is none."""
        try:
            frame = next(self._arriving, None)
        except FramingError as error:
            self._is_over = True
            return self._decode_error(str(error))
        if frame is not None:
            self._left = self._attempts
        return frame

    def take(self) -> object:
        """Return the next item, `_PENDING` where it needs more chunks, `_OVER` at the end. Raises its errors."""
        frame = self._waiting.popleft() if self._waiting else self._next_frame()
        if frame is None:
            return _OVER if self._is_over else _PENDING
        if isinstance(frame, Exception):
            raise frame
        if not isinstance(frame, ServerSentEvent):
            return self._decode(frame if isinstance(frame, Content) else Content(cast("bytes", frame), _JSON))
        event = cast("ServerSentEvent[str]", frame)
        if self._type is str:
            return event
        if event.data.strip() == _END_MARK:
            self._waiting.clear()
            self._arriving, self._is_over = iter(()), True
            return _OVER
        if self._accepts_text and not _is_json_text(event.data):
            return event
        data = self._decode(Content(event.data.encode("utf-8", "surrogatepass"), _JSON))
        return ServerSentEvent(data, event.event, event.id, event.retry)

    def _decode(self, content: Content) -> object:
        """Read an item as it is declared; a part as its own media type says, where the document leaves it open."""
        self._count += 1
        if self._type is Content:
            return content
        reader = Text() if self._type is str and content.media_type != _JSON else Json(self._type)
        opened, head = self.opened, self.opened.response
        body = Response(head.status, {**head.headers, "content-type": content.media_type}, content.data)
        name = f"item {self._count} of the {self._media_type} stream"
        item = read_value((reader,), body, opened.call.operation, opened.config, [], item=name)
        if isinstance(item, ResponseError):
            raise item
        return item

    def _decode_error(self, reason: str) -> DecodeError:
        opened = self.opened
        what = f"{opened.response.status} with {reason}"
        return response_error(DecodeError, what, opened.response, opened.call.operation, opened.config)

    # ------------------------------------------------------------ reconnection

    def reconnect(self, attempts: int) -> None:
        """Permit connections in a row without an event."""
        if not isinstance(self._framing, EventFraming):
            raise InvalidRequestError("only a stream of server-sent events can be continued")
        self._attempts = self._left = attempts

    def may_reconnect(self, error: TransportError | None) -> bool:
        """Whether there is another connection, which is counted; not after the deadline of the call."""
        self._settle()
        self._left -= 1
        return self._left >= 0 and not self._is_over and not isinstance(error, DeadlineExceededError)

    def call_again(self, client: BaseClient, receiver: StreamReceiver) -> Generator[Step, Answer, object]:
        """The steps of the call that continues the stream."""
        framing, call = cast("EventFraming", self._framing), self.opened.call
        headers = [(name, value) for name, value in call.headers if name.lower() != _LAST_EVENT_ID.lower()]
        try:
            headers += [(_LAST_EVENT_ID, header_value(_LAST_EVENT_ID, framing.last_id))] if framing.last_id else []
        except InvalidRequestError:
            raise self._decode_error("an event id that cannot be sent, so the stream cannot be continued") from None
        wait = _RECONNECTION_TIME if framing.retry is None else min(framing.retry, _MAX_RECONNECTION_TIME)
        if (deadline := self.opened.deadline) and deadline.time_left <= wait / 1_000:
            failure = TransportFailure("deadline", deadline.describe("waiting to continue a stream"))
            raise transport_error(failure, call.operation, self.opened.config)
        yield Sleep(wait / 1_000)
        return (yield from client.perform(replace(call, headers=tuple(headers)), receiver))

    def begin(self) -> None:
        """Begin to read the body of another connection."""
        cast("EventFraming", self._framing).begin()


def _is_json_text(text: str) -> bool:
    try:
        loads(text)
    except ValueError:
        return False
    return True


def _new_framing(items: Items, response: Response) -> Framing:
    """How a body is divided. Raises FramingError for a multipart body without a boundary."""
    media_type = essence(items.media_type)
    if media_type == "text/event-stream":
        return EventFraming()
    if media_type.startswith("multipart/"):
        return MultipartFraming(Content(b"", response.media_type, response.status, response.headers))
    return JsonSequence() if media_type == "application/json-seq" else JsonLines()


@dataclass(frozen=True, slots=True)
class StreamSwitch:
    """The boolean member of a body, or the parameter of a query, that turns the response into a stream."""

    location: Literal["body", "query"]
    name: str
    default: bool = False

    def __call__(self, query: Arguments | None, body: object, options: Arguments) -> bool:
        """Return whether the arguments and options of a call ask for a stream, by default what the document says."""
        for given in (options.get(f"extra_{self.location}"), query if self.location == "query" else body):
            members = given_fields(given) if isinstance(given, BaseModel) else given
            value = members.get(self.name) if is_mapping(members) else None
            if isinstance(value, bool):
                return value
        return self.default


class StreamReceiver(OpenReceiver):
    """Leaves a response open whose body consists of items; others are read as a whole. See Receiver."""

    def __init__(self, client: BaseClient, *, continues: OpenCall | None = None) -> None:
        super().__init__()
        self._client = client
        self._continues = continues
        self._reader: Items | None = None
        self._refusal = ""
        self.items: ItemReader | None = None
        self.body: OpenBody | AsyncOpenBody | None = None

    def prepare(self, request: Request) -> Request:
        """Return the request; one that continues a stream has the deadline of its first call."""
        return super().prepare(replace(request, deadline=self._continues.deadline) if self._continues else request)

    def accepts(self, head: Response) -> bool:
        """Whether the response is one of the declared streams, as far as its Content-Type says."""
        operation, media_type = self.call.operation, head.media_type
        readers = readers_for(operation.responses, head.status)
        is_read = head.status in _WITHOUT_BODY and (self._continues or readers == ())
        if not head.is_success or is_read or operation.method == "HEAD":
            return False
        readers = (success_readers(operation.responses) if readers is None else readers) or ()
        reader = choose_reader(readers, media_type) if media_type or not readers else readers[0]
        self._refusal = ""
        if reader is None and readers and all(isinstance(each, Items) for each in readers):
            if media_type in _UNLABELLED or is_json(media_type):
                reader = readers[0]
            else:
                self._refusal = f"not {readers[0].media_type}"
        self._reader = reader if isinstance(reader, Items) else None
        return self._reader is not None

    def check(self, response: Response) -> ResponseError | None:
        """Return the error of a stream that was not asked for, or that is something else according to its type."""
        media_type, operation, reader = response.media_type, self.call.operation, cast("Items", self._reader)
        if self.call.streams is False:
            return self._type_error(response, "but no stream was asked for")
        try:
            self._framing = _new_framing(reader, response)
        except FramingError as error:
            return self._type_error(response, str(error))
        is_documented = not media_type or choose_reader((reader,), media_type)
        findings = [] if is_documented else [("", undocumented(media_type))]
        return report_findings(findings, response, operation, self.config)

    def _type_error(self, response: Response, reason: str) -> DecodeError:
        media_type = response.media_type
        named = self.config.redactor.text(media_type) if is_media_type(media_type) else "no media type"
        return response_error(
            DecodeError, f"{response.status} with {named}, {reason}", response, self.call.operation, self.config
        )

    def open(self, opened: OpenCall, body: OpenBody) -> Stream[Any]:
        """Return the stream."""
        self.body, self.items = body, self._read_items(opened)
        return Stream(cast("SyncClient", self._client), self.items, body)

    def open_async(self, opened: OpenCall, body: AsyncOpenBody) -> AsyncStream[Any]:
        """Return the stream of an async client."""
        self.body, self.items = body, self._read_items(opened)
        return AsyncStream(cast("AsyncClient", self._client), self.items, body)

    def _read_items(self, opened: OpenCall) -> ItemReader:
        return ItemReader(opened, cast("Items", self._reader), self._framing)

    def result(self, response: Response) -> object:
        """Return the stream, the value of a body that was read instead, or an error."""
        if self._continues and response.status in _WITHOUT_BODY:
            return None  # the server has nothing to add
        if self._refusal:
            return self._type_error(response, self._refusal)
        result = super().result(response)
        if self.call.streams and self.stream is None and not isinstance(result, ResponseError):
            return self._type_error(response, "but a stream was asked for")
        return result

"""Responses that consist of items: the type of one item, and what decides between a stream and a whole body."""

from collections.abc import Iterable, Iterator

from channelsmith import ir
from channelsmith.document import Document, Node
from channelsmith.ir.builder.merge import MergedSchema, merge_schemas
from channelsmith.ir.builder.schemas import SchemaBuilder, make_union
from channelsmith.ir.media_family import (
    MediaFamily,
    classify_media,
    classify_media_type,
    is_binary,
    is_event_stream,
    is_string,
)

_EVENT_FIELDS = frozenset({"data", "event", "id", "retry", "comment"})
_STRING = ir.Primitive(ir.Scalar.STRING)
_STREAM = "stream"


def item_type(media_type: str, media: Node, schemas: SchemaBuilder) -> ir.Type | None:
    """Return the type of one item of a stream; of an event, that of its data. None where the document says nothing.

    It is that of `itemSchema`, or that of `schema`, which describes the items, one item, or as a text the whole.
    """
    item, whole = media.get("itemSchema"), media.get("schema")
    if item is None and whole is not None:
        item = merge_schemas(whole).items or whole
    if item is None:
        return None
    if is_event_stream(media_type):
        events = list(_event_schemas(item, is_whole="itemSchema" not in media))
        if events:
            return make_union(_data_type(each, schemas) or _STRING for each in events)
    type_ = schemas.type_of(item)
    says_nothing = is_binary(type_) or (item is whole and is_string(type_)) or type_ == ir.ANY
    return None if says_nothing else type_


def _event_schemas(schema: Node, *, is_whole: bool) -> Iterator[MergedSchema]:
    """Yield the schemas of events: of the one, or of all alternatives if each is one; none for that of their data."""
    merged = merge_schemas(schema)
    alternatives = [merge_schemas(option) for option in merged.options] if not merged.properties else [merged]
    if all(_is_event(each, is_whole=is_whole) for each in alternatives):
        yield from alternatives


def _is_event(schema: MergedSchema, *, is_whole: bool) -> bool:
    """Whether an object has the fields of an event; a document before 3.2 has to name more of them than the data."""
    names = schema.properties.keys()
    return "data" in names and names <= _EVENT_FIELDS and (not is_whole or len(names) > 1)


def _data_type(event: MergedSchema, schemas: SchemaBuilder) -> ir.Type | None:
    """Return the type of the data of an event; None where it is any text."""
    data = event.properties["data"]
    merged = merge_schemas(data)
    content = data.resolve().get("contentSchema")
    if content is not None:
        return schemas.type_of(content)
    if classify_media_type(merged.content_media_type or "text/plain") <= MediaFamily.OTHER_JSON:
        return ir.ANY
    type_ = schemas.type_of(data)
    return None if is_string(type_) or type_ == ir.ANY else type_


def find_stream_switch(
    document: Document, body: ir.Body | None, parameters: Iterable[ir.Parameter], responses: Iterable[ir.Response]
) -> ir.StreamSwitch | None:
    """Return the boolean `stream` of a body or a query that decides between a stream and a whole body."""
    media = [each for response in responses if response.status.startswith("2") for each in response.media]
    if len({each.is_stream for each in media}) <= 1:
        return None
    places: list[tuple[ir.Location | None, Node]] = []
    if body is not None and body.media[0].pointer and classify_media(body.media[0]) <= MediaFamily.MULTIPART:
        schema = document.at(body.media[0].pointer).get("schema")
        member = merge_schemas(schema).properties.get(_STREAM) if schema is not None else None
        places += [(None, member)] if member is not None else []
    places += [
        (each.location, document.at(each.schema))
        for each in parameters
        if each.location is ir.Location.QUERY and each.name == _STREAM and each.schema
    ]
    for location, node in places:
        merged = merge_schemas(node)
        options = [merge_schemas(option).types for option in merged.options]
        if {"boolean"} <= {*merged.types, *(each for types in options for each in types)} <= {"boolean", "null"}:
            default = merged.default is not None and merged.default.value is True
            return ir.StreamSwitch("body" if location is None else location.value, _STREAM, default)
    return None

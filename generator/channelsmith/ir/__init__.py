"""The intermediate representation: what an API is, with every dialect of OpenAPI already smoothed out.

Pure data. Nothing here knows Python names, imports or templates: words are the document's own. A type is one of six
small values; everything that deserves a name of its own stands once in `Api.schemas`, under its pointer.
"""

from channelsmith.ir.api import Api, Grants, Incoming, SchemeKind, SecurityScheme, Server, ServerVariable, Tag
from channelsmith.ir.declared import (
    Ask,
    BatchLimit,
    Concurrency,
    Envelope,
    ErrorCode,
    ErrorTable,
    Pagination,
    Polling,
    RateLimit,
    Retry,
    Reuse,
    Source,
)
from channelsmith.ir.operations import Body, Encoding, Location, Media, Operation, Parameter, Response
from channelsmith.ir.schemas import AliasSchema, EnumSchema, ObjectSchema, Property, Schema
from channelsmith.ir.types import ANY, NULL, Array, Constant, Either, JsonScalar, Map, Named, Primitive, Scalar, Type

__all__ = [
    "ANY",
    "NULL",
    "AliasSchema",
    "Api",
    "Array",
    "Ask",
    "BatchLimit",
    "Body",
    "Concurrency",
    "Constant",
    "Either",
    "Encoding",
    "EnumSchema",
    "Envelope",
    "ErrorCode",
    "ErrorTable",
    "Grants",
    "Incoming",
    "JsonScalar",
    "Location",
    "Map",
    "Media",
    "Named",
    "ObjectSchema",
    "Operation",
    "Pagination",
    "Parameter",
    "Polling",
    "Primitive",
    "Property",
    "RateLimit",
    "Response",
    "Retry",
    "Reuse",
    "Scalar",
    "Schema",
    "SchemeKind",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Source",
    "Tag",
    "Type",
]

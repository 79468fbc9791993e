"""Names that generated code already uses, by the kind of name."""

import builtins

CLASSES = frozenset(
    {  # imports of models modules
        *("Annotated", "Any", "AnyDecimal", "AwareDatetime", "Base64Str", "BaseModel", "CalendarDate", "ClassVar"),
        *("ClockTime", "Decimal", "DecimalString", "Enum", "Field", "FileInput", "FileOrText", "IntEnum"),
        *("IsoDuration", "List", "Literal", "Model"),
        *("ByKey", "ClosedModel", "KeyedModel", "ModelWithAlternatives", "ModelWithReadOnlyMembers"),
        *("OneOf", "Optional", "StrEnum", "TaggedModel", "Timestamp", "TypeAlias", "TypeAliasType", "UUID", "Union"),
        *(name for name in dir(builtins) if name[0].isupper()),
    }
)
ATTRIBUTES = frozenset(
    {
        *("cls", "construct", "copy", "dict", "from_orm", "json", "model_computed_fields", "model_config"),
        *("model_construct", "model_copy", "model_dump", "model_dump_json", "model_extra", "model_fields"),
        *("model_fields_set", "model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild"),
        *("model_validate", "model_validate_json", "model_validate_strings", "parse_file", "parse_obj"),
        *("parse_raw", "schema", "schema_json", "self", "to_wire", "update_forward_refs", "validate"),
        *("list", "int", "str", "bool", "float", "bytes"),  # annotations of other attributes use them
    }
)
WARNED_ATTRIBUTES = frozenset({"mro", "register"})
"""Names at which pydantic warns when the module is imported; a names file that has one may keep it."""

ARGUMENTS = frozenset(
    {
        *("accept", "begin_job", "begin_job_async", "body", "cls", "download_body", "download_body_async"),
        *("endpoints", "export_rows", "export_rows_async", "flat_body", "jobs", "open_bytes", "open_bytes_async"),
        *("media_type", "run_job", "run_job_async", "self", "send_batches"),
        "send_batches_async",
    }
)
METHODS = frozenset(
    {"builtins", "date", "datetime", "endpoints", "flat_body", "models", "overload", "self", "timedelta"}
)
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {f"{port}{at}" for port in ("com", "lpt") for at in range(10)}
"""Names that no file can have on Windows, whatever its suffix."""

MODULES = DEVICES | {"index", "models", "self"}  # the first two are pages of the reference documentation
RESOURCES = frozenset(
    {
        *("aclose", "api", "base_url", "close", "download", "drive", "fetch", "headers", "now", "overload"),
        *("perform", "property", "resolve", "returning_raw", "send", "with_options", "with_raw_response"),
    }
)
RESOURCE_CLASSES = frozenset(
    {  # imports of client and resource modules; `RawClient` is the base class of raw clients
        *("AsyncByteStream", "AsyncStream", "ByteStream", "ServerSentEvent", "Stream"),
        *("API", "AfterResponse", "Any", "AnyDecimal", "AsyncAfterResponse", "AsyncBeforeRequest", "AsyncClient"),
        *("AsyncHttpClient", "AsyncIterable", "AsyncIterator", "AsyncPager", "AsyncPoller", "BatchLimit"),
        *("BatchResult", "Batching", "BeforeRequest", "Callable", "Client", "ClockTime", "Content", "Decimal"),
        *("Awaitable", "CallOptions", "DecimalString", "HttpAuth"),
        *("Download", "Drift", "FileInput", "IsoDuration", "Iterable", "Iterator", "Literal", "Mapping", "NotGiven"),
        *("PathTarget", "SavedFile", "SavedTable", "Table"),
        *("OnProgress", "Pager", "Poller", "RateLimitStore", "RequestEvent", "ResponseEvent", "Self"),
        *("Sequence", "SyncClient", "SyncHttpClient", "Target", "Timestamp", "UUID", "Unpack", "UrlObject"),
    }
)

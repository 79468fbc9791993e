"""Words that mean something already where a generated name would stand, by the kind of name."""

import builtins

# What a models module imports or inherits, and so can not be a class, attribute or member of its own.
CLASSES = frozenset(
    [
        "Annotated",
        "Any",
        "AwareDatetime",
        "Base64Str",
        "BaseModel",
        "CalendarDate",
        "Decimal",
        "DecimalString",
        "Enum",
        "Field",
        "IntEnum",
        "List",
        "Literal",
        "Model",
        "Optional",
        "StrEnum",
        "Timestamp",
        "TypeAlias",
        "TypeAliasType",
        "UUID",
        "Union",
    ]
) | frozenset(name for name in dir(builtins) if name[0].isupper())
ATTRIBUTES = frozenset(
    [
        "copy",
        "dict",
        "json",
        "schema",
        "validate",
        "construct",
        "parse_obj",
        "parse_raw",
        "parse_file",
        "from_orm",
        "update_forward_refs",
        "schema_json",
        "to_wire",
        "self",
        "cls",
        *("list", "int", "str", "bool", "float", "bytes"),  # the annotations beside them mean the builtins
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
    ]
)
ARGUMENTS = frozenset(
    [
        *("accept", "body", "cls", "endpoints", "flat_body", "media_type", "self"),
        *("jobs", "run_job", "run_job_async", "begin_job", "begin_job_async", "send_batches", "send_batches_async"),
        *("download_body", "download_body_async"),
    ]
)
METHODS = frozenset(
    {"self", "models", "endpoints", "flat_body", "date", "datetime", "timedelta", "builtins", "overload"}
)
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {f"{port}{at}" for port in ("com", "lpt") for at in range(10)}
"""Names that no file can have on Windows, whatever its ending."""

MODULES = DEVICES | {"index", "models", "self"}  # pages of the reference are called like the first two
RESOURCES = frozenset(
    [
        "send",
        "close",
        "aclose",
        "fetch",
        "resolve",
        "with_options",
        "with_raw_response",
        "returning_raw",
        *("perform", "drive", "download", "now"),
        "base_url",
        "api",
        "headers",
        *("property", "overload"),
    ]
)
RESOURCE_CLASSES = frozenset(  # by what client and resource modules import
    [
        "API",
        *("AfterResponse", "AsyncAfterResponse", "AsyncBeforeRequest", "BeforeRequest"),
        *("AsyncIterable", "AsyncPager", "Pager"),
        "Any",
        "AsyncClient",
        "AsyncHttpClient",
        "AsyncPoller",
        "BatchLimit",
        "BatchResult",
        "Batching",
        "Callable",
        "Client",  # its raw one would be the base class of all
        "Content",
        "Decimal",
        "DecimalString",
        "Download",
        "Drift",
        "FileInput",
        "Iterable",
        "Literal",
        "Mapping",
        "NotGiven",
        "OnProgress",
        "Poller",
        "RateLimitStore",
        "RequestEvent",
        "ResponseEvent",
        "Sequence",
        "SyncClient",
        "SyncHttpClient",
        "Target",
        "Timestamp",
        "UUID",
    ]
)

"""Bodies: the runtime values that encode requests and read responses."""

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations, union
from channelsmith.codegen.text import literal
from channelsmith.ir.media import Kind, kind_of, preferred


def body_format(media: ir.Media, types: Annotations) -> str:
    """The runtime value that encodes a request body."""
    name = literal(media.media_type)
    given = types.of_value(media.type) if media.type is not None else "Any"
    match kind_of(media):
        case Kind.JSON:
            return f"JsonBody({given})"
        case Kind.OTHER_JSON:
            return f"JsonBody({given}, media_type={name})"
        case Kind.FORM:
            return f"FormBody({given}{_encodings(media)})"
        case Kind.MULTIPART:
            return f"MultipartBody({given}{_encodings(media)})"
        case Kind.TEXT:
            return f"TextBody({name})"
        case Kind.BINARY:
            return f"BinaryBody({name})"


def _encodings(media: ir.Media) -> str:
    rows = [f"{literal(each.name)}: Encoding({_encoding(each)})" for each in media.encodings]
    return f", encoding={{{', '.join(rows)}}}" if rows else ""


def _encoding(each: ir.Encoding) -> str:
    said = {
        "content_type": each.content_type or None,
        "style": each.style or None,
        "explode": each.explode,
        "allow_reserved": each.allow_reserved or None,
    }
    return ", ".join(f"{key}={literal(value)}" for key, value in said.items() if value is not None)


def reader(media: tuple[ir.Media, ...], types: Annotations) -> tuple[str, tuple[str, ...]]:
    """The runtime value that reads a response body, and the members of the annotation of its result.

    A described JSON body is a typed value; text alone is a string; anything else, or a choice of representations of
    which none is described, is delivered unchanged.
    """
    if not media:
        return "Nothing()", ("None",)
    ordered = preferred(media)
    is_typed = [each for each in ordered if kind_of(each) <= Kind.OTHER_JSON and each.type not in {None, ir.ANY}]
    first, described = (is_typed or ordered)[0], bool(is_typed)
    is_json = kind_of(first) <= Kind.OTHER_JSON
    if is_json and (described or all(kind_of(each) <= Kind.OTHER_JSON for each in media)):
        members = types.members(first.type if first.type is not None else ir.ANY)
        asked = "" if kind_of(first) == Kind.JSON or "*" in first.media_type else f", {literal(first.media_type)}"
        return f"Json({union(members)}{asked})", members
    if len(media) == 1 and kind_of(first) is Kind.TEXT and first.media_type.lower().startswith("text/"):
        return f"Text({literal(first.media_type)})", ("str",)
    return f"Binary({literal(', '.join(each.media_type for each in media))})", ("Content",)

"""Bodies: the runtime values that encode requests and read responses."""

from channelsmith import ir
from channelsmith.codegen.annotations import Annotations, union
from channelsmith.codegen.text import literal
from channelsmith.ir.media_types import MediaFamily, classify_media, is_json, sort_media


def body_format(media: ir.Media, types: Annotations) -> str:
    """The runtime value that encodes a request body."""
    name = literal(media.media_type)
    given = types.of_value(media.type) if media.type is not None else "Any"
    match classify_media(media):
        case MediaFamily.JSON:
            return f"JsonBody({given})"
        case MediaFamily.OTHER_JSON:
            return f"JsonBody({given}, media_type={name})"
        case MediaFamily.FORM:
            return f"FormBody({given}{_encodings(media)})"
        case MediaFamily.MULTIPART:
            return f"MultipartBody({given}{_encodings(media)})"
        case MediaFamily.TEXT:
            return f"TextBody({name})"
        case MediaFamily.BINARY:
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
    ordered = sort_media(media)
    is_typed = [each for each in ordered if is_json(each) and each.type not in {None, ir.ANY}]
    first, described = (is_typed or ordered)[0], bool(is_typed)
    if is_json(first) and (described or all(map(is_json, media))):
        members = types.members(first.type if first.type is not None else ir.ANY)
        is_default = classify_media(first) == MediaFamily.JSON or "*" in first.media_type
        asked = "" if is_default else f", {literal(first.media_type)}"
        return f"Json({union(members)}{asked})", members
    if len(media) == 1 and classify_media(first) is MediaFamily.TEXT and first.media_type.lower().startswith("text/"):
        return f"Text({literal(first.media_type)})", ("str",)
    return f"Binary({literal(', '.join(each.media_type for each in media))})", ("Content",)

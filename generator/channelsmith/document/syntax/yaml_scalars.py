"""What a YAML scalar means: the core schema of YAML 1.2, without what JSON can not say."""

import re

import yaml

from channelsmith.document import Json
from channelsmith.document.syntax import Mark, TextError

_CORE = "tag:yaml.org,2002:"
COLLECTION_TAGS = (None, "!", f"{_CORE}map", f"{_CORE}seq")
_NUMBER = re.compile(
    r"[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|(?P<float>[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAY_BE_NUMBER = frozenset("+-.0123456789")


def scalar_value(event: yaml.ScalarEvent, mark: Mark) -> Json:
    """The value of a scalar, by its tag or, when plain, by its look.

    Raises:
        TextError: its tag is unknown or does not fit it, or it is a number JSON can not hold.
    """
    text = event.value
    if event.tag == "!":
        return text
    if event.tag is not None:
        return _tagged(event.tag, text, mark)
    return _plain(text, mark) if event.implicit[0] else text


def unknown_tag(tag: str, mark: Mark) -> TextError:
    """The complaint about a tag that has no counterpart in JSON."""
    shown = tag.replace(_CORE, "!!")
    return TextError(f"the tag {shown} has no meaning in an OpenAPI document", mark, "remove the tag", "tag")


def _plain(text: str, mark: Mark) -> Json:
    if text in _WORDS:
        return _WORDS[text]
    return _number(text, mark) if text[0] in _MAY_BE_NUMBER else text


def _number(text: str, mark: Mark) -> int | float | str:
    match = _NUMBER.fullmatch(text)
    if match is None:
        if _NOT_FINITE.fullmatch(text):
            raise TextError(f"{text} is no number JSON can hold", mark, "quote it if it is a text", "number")
        return text
    try:
        number = float(text) if match["float"] else int(text, 0)
        str(number)  # 0x... is read whatever its length, and can not be written
    except ValueError:  # Python reads at most 4,300 digits
        raise TextError("this number has too many digits", mark, "quote it if it is a text", "number") from None
    if number in (float("inf"), float("-inf")):
        raise TextError(f"{text} is too large a number", mark, "quote it if it is a text", "number")
    return number


_TAGGED: dict[str, tuple[type, ...]] = {
    f"{_CORE}int": (int,),
    f"{_CORE}float": (int, float),
    f"{_CORE}bool": (bool,),
    f"{_CORE}null": (type(None),),
}


def _tagged(tag: str, text: str, mark: Mark) -> Json:
    if tag == f"{_CORE}str":
        return text
    if tag not in _TAGGED:
        raise unknown_tag(tag, mark)
    value = _plain(text, mark)
    if type(value) not in _TAGGED[tag]:
        raise TextError(f"{text!r} does not fit its tag {tag.replace(_CORE, '!!')}", mark, "remove the tag", "tag")
    return value

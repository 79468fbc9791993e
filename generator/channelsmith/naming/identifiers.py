"""Conversion of text to Python identifiers."""

import keyword
import re
import unicodedata
from collections.abc import Iterable

MAX_LENGTH = 100  # leaves room for suffixes below the 255 bytes a file name may have

_BOUNDARY = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SIGN_NAMES = {  # names of signs, for values that consist of them; in other values only a leading sign is named
    "+": " plus ",
    "-": " minus ",
    "*": " star ",
    "/": " slash ",
    "%": " percent ",
    "&": " and ",
    "|": " or ",
    "!": " not ",
    "<": " less ",
    ">": " greater ",
    "=": " equal ",
    "~": " tilde ",
    "^": " caret ",
    ".": " dot ",
    ",": " comma ",
    ":": " colon ",
    ";": " semicolon ",
    "?": " question ",
    "_": " underscore ",
    "$": " dollar ",
    "@": " at ",
    "#": " number ",
}
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MAX_KEYS = 2  # placeholders at the end of a path that are included in its description
_VOWELS = frozenset("aeiouyAEIOUY")
_MAX_ACRONYM = 4  # longer words in capitals are not acronyms
_PLURALS = (
    ("children", "child"),
    ("people", "person"),
    ("statuses", "status"),
    ("aliases", "alias"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("s", ""),
)
_NOT_PLURAL = ("ss", "us", "is", "news", "series", "species")
_PLURAL_ACRONYM = re.compile(r"(?<=[A-Z]{2})s(?=[A-Z]|$|[^A-Za-z])")


def split_words(text: str) -> list[str]:
    """Split any text into lower-case ASCII words: `ReportIDs v2` -> report, ids, v2."""
    return [word.lower() for word in _split(text.replace("OAuth", "Oauth"))]


def _split(text: str) -> list[str]:
    ascii_text = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode().replace("'", "")
    return [word for word in _BOUNDARY.split(_PLURAL_ACRONYM.sub("S", ascii_text)) if word]


def singularize(word: str) -> str:
    """Return the singular of a word, "" if it is not a plural: lines -> line, entries -> entry, boxes -> box."""
    if _PLURAL_ACRONYM.search(word[-3:]):
        return word[:-1]
    lower = word.lower()
    if lower.endswith(_NOT_PLURAL):
        return ""
    for ending, replacement in _PLURALS:
        if lower.endswith(ending):
            is_capital = word[-len(ending)].isupper()
            singular = word[: len(word) - len(ending)] + (replacement.capitalize() if is_capital else replacement)
            return singular if len(singular) > 1 and not _VOWELS.isdisjoint(singular) else ""  # `sms` is not a plural
    return ""


def describe_path(path: str, *, complete: bool = False) -> str:
    """Describe a path in words: `/v1/shops/{shop}/orders/{id}` -> shops orders by id; `complete` includes all parts."""
    parts = [part for part in path.split("/") if part]
    if complete:
        return " ".join(_PLACEHOLDER.sub(r" by \1 ", " ".join(parts)).split())
    parts = [part for part in parts if not is_version_segment(part)]
    keys: list[str] = []
    while parts and (match := _PLACEHOLDER.fullmatch(parts[-1])):
        keys.insert(0, match[1])
        parts.pop()
    ending = ["by", " and ".join(keys)] if keys and len(keys) <= _MAX_KEYS else []
    return " ".join([*_PLACEHOLDER.sub(" ", " ".join(parts)).split(), *ending])


def is_version_segment(part: str) -> bool:
    """Whether a segment of a path only identifies the API: `v2`, `1.0`, `api`."""
    return re.fullmatch(r"api|rest|v\d+(\.\d+)*|\d+\.\d+", part.lower()) is not None


def to_snake_case(text: str, *, fallback: str = "value") -> str:
    """Convert text to the name of a function, argument or attribute."""
    name = "_".join(split_words(text))[:MAX_LENGTH].strip("_") or fallback
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name  # soft keywords are valid names


def to_class_name(parts: Iterable[str], *, fallback: str = "Schema", without_repeats: bool = True) -> str:
    """Convert texts to a class name; acronyms stay, a word that ends one part and starts the next occurs once."""
    words: list[str] = []
    for part in parts:
        added = [word.lower() if part.isupper() and len(part) > _MAX_ACRONYM else word for word in _split(part)]
        while without_repeats and words and added and words[-1].lower() == added[0].lower():
            added = added[1:]
        words += added
    name = "".join(word[:1].upper() + word[1:] for word in words)[:MAX_LENGTH] or fallback
    return f"{fallback}{name}" if name[0].isdigit() or keyword.iskeyword(name) else name


def keep_class_name(text: str) -> str:
    """Return a text that is a class name unchanged (`SKUMapping`), converted otherwise."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9]{0,99}", text) and not keyword.iskeyword(text):
        return text
    return to_class_name((text,))


def to_constant_name(text: str) -> str:
    """Convert text to the name of an enum member: `b c` -> B_C, `-1` -> MINUS_1, empty -> EMPTY."""
    if not text:
        return "EMPTY"
    spelled = text
    if not split_words(text):
        spelled = "".join(_SIGN_NAMES.get(sign, sign) for sign in text)
    elif text[0] in "+-":
        spelled = _SIGN_NAMES[text[0]] + text[1:]
    name = "_".join(split_words(spelled)).upper()[:MAX_LENGTH].strip("_")
    if not name:
        return "OTHER"
    return f"VALUE_{name}" if name[0].isdigit() else name

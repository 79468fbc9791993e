"""API words into Python words: the only place where an identifier is made from text."""

import keyword
import re
import unicodedata
from collections.abc import Iterable

MAX_LENGTH = 100  # leaves room for suffixes below the 255 bytes a file name may have

_BOUNDARY = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SIGNS = {  # what a value made of signs is called; a word beside them needs no help, but for a leading plus or minus
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
_KEYS = 2  # placeholders at the end of a path that are worth saying
_VOWELS = frozenset("aeiouyAEIOUY")
_ACRONYM = 4  # a longer word in capitals is shouted, not abbreviated
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
_NO_PLURALS = ("ss", "us", "is", "news", "series", "species")
_PLURAL_ACRONYM = re.compile(r"(?<=[A-Z]{2})s(?=[A-Z]|$|[^A-Za-z])")


def split(text: str) -> list[str]:
    """Lower-case ASCII words of any text: `ReportIDs v2` -> report, ids, v2."""
    return [word.lower() for word in _words(text.replace("OAuth", "Oauth"))]


def singular(word: str) -> str:
    """The one of a plural, "" where the word is none: lines -> line, entries -> entry, boxes -> box."""
    if _PLURAL_ACRONYM.search(word[-3:]):
        return word[:-1]
    small = word.lower()
    if small.endswith(_NO_PLURALS):
        return ""
    for ending, one in _PLURALS:
        if small.endswith(ending):
            found = word[: len(word) - len(ending)] + (one.capitalize() if word[-len(ending)].isupper() else one)
            return found if len(found) > 1 and not _VOWELS.isdisjoint(found) else ""  # `sms` is no plural
    return ""


def spoken(path: str, *, whole: bool = False) -> str:
    """A path in words: `/v1/shops/{shop}/orders/{id}` -> shops orders by id; all of it where that is too little."""
    parts = [part for part in path.split("/") if part]
    if whole:
        return " ".join(_PLACEHOLDER.sub(r" by \1 ", " ".join(parts)).split())
    parts = [part for part in parts if not is_version(part)]
    keys: list[str] = []
    while parts and (found := _PLACEHOLDER.fullmatch(parts[-1])):
        keys.insert(0, found[1])
        parts.pop()
    ending = ["by", " and ".join(keys)] if keys and len(keys) <= _KEYS else []
    return " ".join([*_PLACEHOLDER.sub(" ", " ".join(parts)).split(), *ending])


def is_version(part: str) -> bool:
    """Whether a segment of a path only says which API this is: `v2`, `1.0`, `api`."""
    return re.fullmatch(r"api|rest|v\d+(\.\d+)*|\d+\.\d+", part.lower()) is not None


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode().replace("'", "")
    return [word for word in _BOUNDARY.split(_PLURAL_ACRONYM.sub("S", plain)) if word]


def snake(text: str, *, fallback: str = "value") -> str:
    """A function, argument or attribute name."""
    return _identifier("_".join(split(text)), fallback)


def pascal(parts: Iterable[str], *, fallback: str = "Schema", once: bool = True) -> str:
    """A class name from one or more hints; acronyms stay, words the parts repeat at their seam are said once."""
    words: list[str] = []
    for part in parts:
        new = [word.lower() if part.isupper() and len(part) > _ACRONYM else word for word in _words(part)]
        while once and words and new and words[-1].lower() == new[0].lower():
            new = new[1:]
        words += new
    name = "".join(word[:1].upper() + word[1:] for word in words)[:MAX_LENGTH] or fallback
    return f"{fallback}{name}" if name[0].isdigit() or keyword.iskeyword(name) else name


def kept_pascal(text: str) -> str:
    """A class name that is already one stays as it is written (`SKUMapping`); all else becomes one."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9]{0,99}", text) and not keyword.iskeyword(text):
        return text
    return pascal((text,))


def constant(text: str) -> str:
    """An enum member's name: `b c` -> B_C, `-1` -> MINUS_1, empty -> EMPTY."""
    if text == "":
        return "EMPTY"
    spelled = text
    if not split(text):
        spelled = "".join(_SIGNS.get(sign, sign) for sign in text)
    elif text[0] in "+-":
        spelled = _SIGNS[text[0]] + text[1:]
    name = "_".join(split(spelled)).upper()[:MAX_LENGTH].strip("_")
    if not name:
        return "OTHER"
    return f"VALUE_{name}" if name[0].isdigit() else name


def _identifier(name: str, fallback: str) -> str:
    name = name[:MAX_LENGTH].strip("_") or fallback
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name  # soft keywords are names as good as any

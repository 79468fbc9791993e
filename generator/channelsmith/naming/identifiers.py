"""Conversion of text to Python identifiers.

Letters of every script stay as far as Python allows them in identifiers (PEP 3131), in the normal form NFKC in which
Python compares them. Invisible characters are removed, and letters that look like Latin ones are those in a word that
has Latin letters too. `to_ascii` transliterates a text first, where only ASCII can be used.
"""

import keyword
import re
import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

MAX_LENGTH = 100  # leaves room for suffixes below the 255 bytes a file name may have

_MAX_TEXT = 1_000  # characters of a text that are read
_BOUNDARY = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SHAPE_BOUNDARY = re.compile(r" +|(?<=[a0])(?=A)|(?<=A)(?=Aa)|(?<=[Aa])(?=x)|(?<=x)(?=[Aa])")
"""Boundaries of words in the shapes of characters: A upper case, a lower case, 0 digit, x without case, space other."""

_APOSTROPHES = re.compile("['\u2019\u00b7\u02b9-\u02ff]")  # within words, such as the middle dot of Catalan
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""The characters that Unicode calls default ignorable, among them direction marks and variation selectors."""

_MAX_MARKS = 3  # combining characters after a letter; languages need up to three
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u04c0"
    "\u03b1\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c5\u0585"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxsijhldqwABEKMHOPCTYXSIJIaikuvopuoABEZHIKMNOPTYX",
)
"""Letters of the Cyrillic, Greek and Armenian scripts, and the Latin letters that look the same."""

_SIGN_NAMES = {  # in a text that consists of signs, and where they begin or end another one
    "<=": " less than or equal ",
    ">=": " greater than or equal ",
    "+": " plus ",
    "-": " minus ",
    "\u2212": " minus ",
    "*": " star ",
    "/": " slash ",
    "%": " percent ",
    "&": " and ",
    "|": " or ",
    "!": " not ",
    "<": " less than ",
    ">": " greater than ",
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
    "\t": " tab ",
    "\n": " newline ",
}
_OUTER_SIGNS = re.compile(r"^(?:[-+\u2212!]+(?=\w)|[<>=~]+(?=\d))|(?<=\w)[-+]+$")
_SIGN = re.compile(r"[<>]=|.", re.DOTALL)
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
    """Split any text into lower-case words: `ReportIDs v2` -> report, ids, v2."""
    return [_lower(word) for word in _split(text.replace("OAuth", "Oauth"))]


def to_ascii(text: str) -> str:
    """Transliterate a text: its words in ASCII letters, `Größe` -> Grosse, `订单` -> DingDan; ASCII stays as it is."""
    if text.isascii():
        return text
    return " ".join(re.sub(r"[^A-Za-z0-9]", "", anyascii(word)) for word in _split(text))


def looks_like(name: str) -> str:
    """Return the same text for names that a reader, or a file system, cannot tell apart."""
    return name.casefold() if name.isascii() else unicodedata.normalize("NFKC", name).casefold().translate(_LOOKALIKES)


def visible(text: str) -> str:
    """Return a text in normal form, without characters that cannot be seen."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))


def _split(text: str) -> list[str]:
    text = text[:_MAX_TEXT]
    words = _words_of(_OUTER_SIGNS.sub(_name_signs, text))
    return words or _words_of(_SIGN.sub(_name_signs, _INVISIBLE.sub("", text)))


def _words_of(text: str) -> list[str]:
    if text.isascii():
        return [word for word in _BOUNDARY.split(_PLURAL_ACRONYM.sub("S", text.replace("'", ""))) if word]
    text = _APOSTROPHES.sub("", visible(text)).replace("\u0130", "I")
    letters, shapes, marks = list[str](), list[str](), 0
    for char in _PLURAL_ACRONYM.sub("S", text):
        shape = _shape(char)
        marks = marks + 1 if shape == "m" else 0
        if marks > _MAX_MARKS or (marks and (not shapes or shapes[-1] == " ")):
            continue
        letters.append(str(unicodedata.decimal(char)) if shape == "0" else char)
        shapes.append(shapes[-1] if marks else shape)
    words: list[str] = []
    start = 0
    for boundary in (*_SHAPE_BOUNDARY.finditer(shape_text := "".join(shapes)), None):
        end = boundary.start() if boundary else len(shape_text)
        if word := "".join(letters[start:end]):
            words.append(_one_script(word))
        start = boundary.end() if boundary else end
    return words


def _one_script(word: str) -> str:
    """Return a word with Latin letters, without letters of other scripts that look like them."""
    return word if word.isascii() or not _LATIN.search(word) else word.translate(_LOOKALIKES)


def _shape(char: str) -> str:
    """Return what a character is in a name; "m" is a mark that combines with the character before it."""
    if not f"a{char}".isidentifier() or unicodedata.category(char) == "Pc":
        return " "
    if char.isdecimal():
        return "0"
    if unicodedata.category(char).startswith("M"):
        return "m"
    return "A" if char.isupper() else "a" if char.islower() else "x"


def _name_signs(signs: re.Match[str]) -> str:
    return "".join(map(_name_sign, _SIGN.findall(signs[0])))


def _name_sign(sign: str) -> str:
    name = _SIGN_NAMES.get(sign) or unicodedata.name(sign, "").removesuffix(" SIGN").lower()
    return f" {name} "


def _lower(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word.lower())


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
    if not name[0].isidentifier():
        name = f"{fallback}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name  # soft keywords are valid names


def to_class_name(parts: Iterable[str], *, fallback: str = "Schema", without_repeats: bool = True) -> str:
    """Convert texts to a class name; acronyms stay, a word that ends one part and starts the next occurs once.

    A name without capitals, of a script that has none, ends with `fallback`: it would else be that of an attribute too.
    """
    words: list[str] = []
    for part in parts:
        added = [_lower(word) if part.isupper() and len(part) > _MAX_ACRONYM else word for word in _split(part)]
        while without_repeats and words and added and words[-1].lower() == added[0].lower():
            added = added[1:]
        words += added
    name = unicodedata.normalize("NFKC", "".join(word[:1].title() + word[1:] for word in words))[:MAX_LENGTH]
    if not name or not name[0].isidentifier() or keyword.iskeyword(name):
        return f"{fallback}{name}"
    return f"{name}{fallback}" if name == name.lower() else name


def keep_class_name(text: str) -> str:
    """Return a text that is a class name unchanged (`SKUMapping`), converted otherwise."""
    if re.fullmatch(r"[A-Z][A-Za-z0-9]{0,99}", text) and not keyword.iskeyword(text):
        return text
    return to_class_name((text,))


def to_constant_name(text: str) -> str:
    """Convert text to the name of an enum member: `b c` -> B_C, `-1` -> MINUS_1, empty -> EMPTY."""
    if not text:
        return "EMPTY"
    words = (_one_script(unicodedata.normalize("NFKC", word.upper())) for word in split_words(text))
    name = "_".join(words)[:MAX_LENGTH].strip("_") or "OTHER"
    return name if name[0].isidentifier() else f"VALUE_{name}"


def is_constant_name(text: str) -> bool:
    """Whether a text can be the name of an enum member as it is: `NotFound`, `NOT_FOUND`."""
    return re.fullmatch(r"[A-Z][A-Za-z0-9_]{0,99}", text) is not None and not keyword.iskeyword(text)

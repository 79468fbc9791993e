"""Templates, and the filters that escape text of a document: literals, docstrings, Markdown, TOML."""

import json
import math
import re
import textwrap
import traceback
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from channelsmith.diagnostics import Diagnostic, Severity, SourceLocation, UnusableInput
from channelsmith.document import did_you_mean

if TYPE_CHECKING:
    from jinja2 import Environment

_WIDTH = 110
_ENTRY = re.compile(r" ++[\w.\[\]|][\w.\[\]| ]*: ")  # `    name: description`, whose further lines are indented more
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_CODE_SPAN = re.compile(r"(?<!`)(`[^`|\\]+`)(?!`)")  # unchanged: nothing inside can be a link, HTML or a table cell
_BLOCK = re.compile(r"[-+=](?=\s|$)|[-=]{2}|:-|\d+(?=[.)](\s|$))")  # the beginning of a list, rule, heading or table
_PARAGRAPHS = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.) (?=[^\s\w]*[A-Z])")
_TICKS = re.compile(r"`+")
_ITEM = re.compile(r"\s*([-+*•]|\d+[.)])\s")

Data: TypeAlias = (
    "bool | int | float | str | tuple[Data, ...] | Sequence[Data] | Mapping[str, Data] | Sequence[str] | None"
)


@cache
def templates() -> Path:
    """Return the folder of the templates: beside the generator in a checkout, inside it in an installed package."""
    installed = Path(__file__).parents[1] / "_templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def render(template: str, **values: object) -> str:
    """Render a template.

    Raises:
        jinja2.UndefinedError: the template uses a value that is not given.
    """
    return _environment(_custom.get()).get_template(template).render(**values)


_custom: ContextVar[Path | None] = ContextVar("custom", default=None)
"""The folder of the user's templates, if there is one."""
REPLACEABLE = ("docs", "package", "project")
"""The folders of templates that can be replaced."""


@contextmanager
def custom_templates(folder: Path | None, location: SourceLocation | None = None) -> Generator[None]:
    """Use the templates in a folder instead of those with the same paths, as long as the context lasts.

    Args:
        folder: the user's templates; None if there are none.
        location: the setting that names the folder.

    Raises:
        UnusableInput: the folder is missing or has a template that replaces none, or one of its templates fails.
    """
    if folder is None:
        yield
        return
    _check_templates(folder, location)
    token = _custom.set(folder)
    try:
        yield
    except UnusableInput:
        raise
    except Exception as error:  # what a template does wrong may be anything
        if (place := _find_failure(folder, error)) is None:
            raise
        message = f"the template cannot be rendered: {str(error) or type(error).__name__}"
        hint = "the section on custom templates in docs/settings.md lists the stable values"
        raise UnusableInput(Diagnostic(Severity.ERROR, "template", message, hint, place)) from error
    finally:
        _custom.reset(token)


def list_templates(folder: Path | None) -> list[Path]:
    """Return the user's templates."""
    return sorted(path for path in folder.rglob("*.jinja") if path.is_file()) if folder is not None else []


def _check_templates(folder: Path, location: SourceLocation | None) -> None:
    if not folder.is_dir():
        message = f"there is no folder {str(folder)!r} of templates"
        raise UnusableInput(Diagnostic(Severity.ERROR, "template", message, "", location))
    known = {
        path.relative_to(templates()).as_posix(): None
        for each in REPLACEABLE
        for path in (templates() / each).rglob("*.jinja")
    }
    for path in list_templates(folder):
        name = path.relative_to(folder).as_posix()
        if name not in known and not path.name.startswith("_"):
            hint = did_you_mean(name, dict(known)) or "a template that others include begins with '_'"
            place = SourceLocation(str(path), 1, 1)
            raise UnusableInput(
                Diagnostic(Severity.ERROR, "template", f"there is no template {name!r} to replace", hint, place)
            )


def _find_failure(folder: Path, error: Exception) -> SourceLocation | None:
    """Return the line of a user's template that an error comes from; None if it comes from somewhere else."""
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 -- most commands render nothing

    if isinstance(error, TemplateSyntaxError) and error.filename:
        places = [(error.filename, error.lineno)]
    else:
        places = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    own = [place for place in places if Path(place[0]).is_relative_to(folder)]
    return SourceLocation(*own[-1], 1) if own else None


@cache
def _environment(custom: Path | None) -> "Environment":
    from jinja2 import (  # noqa: PLC0415 -- most commands render nothing
        ChoiceLoader,
        Environment,
        FileSystemLoader,
        PrefixLoader,
        StrictUndefined,
    )

    own = FileSystemLoader(templates())
    loader = ChoiceLoader([*([FileSystemLoader(custom)] if custom else []), own, PrefixLoader({"default": own})])
    environment = Environment(  # noqa: S701 -- Python, TOML and Markdown, each escaped by its own filter
        loader=loader,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(literal=literal, docstring=docstring, markdown=markdown, code=_code, toml=_toml)
    environment.filters.update(fenced=_fenced, prose=prose)
    return environment


def literal(value: Data) -> str:
    """Return a Python literal: text is inside one pair of quotes, with every character beyond printable ASCII escaped.

    Only plain data is accepted, so that nothing with a `repr` of its own can slip in.

    Raises:
        TypeError: the value is not made of None, bool, int, finite float, str, tuple, list and dict.
    """
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return f"{value + 0!r}"  # a plain number, also for a subclass that has a `repr` of its own
    if isinstance(value, str):
        return ascii(str(value))
    if isinstance(value, tuple):
        inner = ", ".join(literal(item) for item in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] -- a caller's types may be wrong
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    raise TypeError(f"{value!r} is not plain data")


def readable_literal(value: Data) -> str:
    """Return a Python literal as `literal` does, with double quotes where a text needs no escapes for that.

    It has no fence of a code block in it.
    """
    if isinstance(value, str):
        text = literal(value).replace("```", r"\x60\x60\x60")
        return text if {"'", '"'} & set(text[1:-1]) else f'"{text[1:-1]}"'
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{readable_literal(key)}: {readable_literal(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(readable_literal, value))}]"
    return literal(value)


def docstring(text: str, indent: int = 4) -> str:
    """Return a docstring with its quotes, the closing ones on a line of their own; text cannot end it."""
    safe = wrapped(text).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    lines = safe.split("\n")
    if len(lines) == 1 and len(safe) < _WIDTH - indent and not safe.endswith('"'):
        return f'"""{safe}"""'
    return textwrap.indent("\n".join(['"""' + lines[0], *lines[1:], '"""']), " " * indent).strip()


def wrapped(text: str) -> str:
    """Return text in lines of sensible length, without control and direction characters and trailing space."""
    lines: list[str] = []
    for line in printable(text.expandtabs()).strip().split("\n"):
        if len(line) <= _WIDTH:  # most are so short, and wrapping takes a while
            lines.append(line.rstrip())
            continue
        margin = len(line) - len(line.lstrip())
        indent = margin + 4 if _ENTRY.match(line) else margin
        lines += textwrap.wrap(
            line, _WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)


def printable(text: str) -> str:
    """Return text without control, direction and other invisible characters; unusual spaces become plain ones."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines.replace("\n", "").isprintable():  # much faster, and true for nearly every text
        return lines
    return "".join(char if char == "\n" or char.isprintable() else " " if char.isspace() else "" for char in lines)


def one_line(text: str) -> str:
    """Return text with all white space replaced by single spaces."""
    return " ".join(text.split())


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, however its lines are broken; its first paragraph if it has no mark."""
    paragraph = one_line(_PARAGRAPHS.split(text.strip(), 1)[0])
    return _SENTENCE_END.split(paragraph, 1)[0]


def sentence(text: str) -> str:
    """Return text with a period where it ends without a mark; "" stays empty."""
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


def markdown(text: str) -> str:
    """One line of Markdown that cannot start a block, a link or HTML, nor end a table cell."""
    line = one_line(printable(text))
    parts = _CODE_SPAN.split(line)
    escaped = "".join(part if at % 2 else _SPECIAL.sub(r"\\\1", part) for at, part in enumerate(parts))
    if (block := _BLOCK.match(line)) is None:
        return escaped
    at = block.end() if block[0].isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def prose(text: str) -> str:
    """One paragraph of Markdown with a line for each paragraph and each item of a list.

    Lines end in two spaces: every parser breaks them there, which is not so for a backslash.
    """
    lines: list[str] = []
    is_new = True
    for line in printable(text.expandtabs()).split("\n"):
        if not line.strip():
            is_new = True
            continue
        if is_new or _ITEM.match(line):
            lines.append(line)
        else:
            lines[-1] = f"{lines[-1]} {line}"
        is_new = False
    return "  \n".join(map(markdown, lines))


def markdown_code(text: str, *, in_table: bool = True) -> str:
    """Inline code with every character as it is, by default for a cell of a table.

    A pipe after a backslash cannot be in code in a table; such a text is written without.
    """
    line = printable(text).replace("\n", " ")
    if not line.strip() or (in_table and r"\|" in line):
        return _SPECIAL.sub(r"\\\1", line)
    shown = line.replace("|", r"\|") if in_table else line
    if "`" not in shown:
        return f"`{shown}`"
    ticks = "`" * (max(map(len, _TICKS.findall(shown))) + 1)
    return f"{ticks} {shown} {ticks}"


def _code(text: str) -> str:
    """Inline code for a table cell."""
    return f"`{one_line(printable(text).replace('`', chr(39)).replace('|', '/'))}`"


def _fenced(text: str) -> str:
    """Text for a fenced block, which it cannot close."""
    return printable(text).replace("```", "'" * 3).strip()


def _toml(text: str) -> str:
    """A TOML basic string; its escapes are those of JSON, except for characters above U+FFFF."""
    return json.dumps(one_line(printable(text)), ensure_ascii=False)

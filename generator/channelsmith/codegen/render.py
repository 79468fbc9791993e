"""Jinja, set up so that a template can only loop over finished strings."""

import json
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from channelsmith.codegen.text import docstring, literal, printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")
_CODE_SPAN = re.compile(r"(?<!`)(`[^`|\\]+`)(?!`)")  # stays what it is: nothing inside can be a link, HTML or a cell
_BLOCK = re.compile(r"[-+](?=\s|$)|[-=]{2}|\d+(?=[.)](\s|$))")  # what begins a list, a line or a heading


@cache
def templates() -> Path:
    """The folder of templates: beside the generator in a checkout, inside it in an installed package."""
    installed = Path(__file__).parents[1] / "_templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def render(template: str, **values: object) -> str:
    """The text a template gives with these values.

    Raises:
        jinja2.UndefinedError: the template asks for a value it was not given.
    """
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 -- Python, TOML and Markdown are written here, escaped by their own filters
        loader=FileSystemLoader(templates()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(literal=literal, docstring=docstring, markdown=_markdown, code=_code, toml=_toml)
    environment.filters.update(fenced=_fenced, first_line=_first_line)
    return environment


def _markdown(text: str) -> str:
    """Text on one line of Markdown that can neither start a block, a link, nor HTML, nor end a table's cell."""
    line = " ".join(printable(text).split())
    parts = _CODE_SPAN.split(line)
    escaped = "".join(part if at % 2 else _SPECIAL.sub(r"\\\1", part) for at, part in enumerate(parts))
    if (found := _BLOCK.match(line)) is None:
        return escaped
    at = found.end() if found[0].isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def _code(text: str) -> str:
    """Text as inline code, in a table's cell."""
    return f"`{' '.join(printable(text).replace('`', chr(39)).replace('|', '/').split())}`"


def _fenced(text: str) -> str:
    """Text inside a fence of three backticks, which it can not close."""
    return printable(text).replace("```", "'" * 3).strip()


def _first_line(text: str) -> str:
    """What stands before the first line break."""
    return text.strip().partition("\n")[0]


def _toml(text: str) -> str:
    """A TOML basic string; its escapes are those of JSON, but for the halves of characters above U+FFFF."""
    return json.dumps(" ".join(printable(text).split()), ensure_ascii=False)

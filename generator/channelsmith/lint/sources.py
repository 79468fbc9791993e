"""The sources of a document (`x-source`) with their addresses, and whether a saved page still says the same.

A source is a page, by its address, and perhaps a section of it, by its heading. `digest` in an `x-source` records the
text of that section (or page) when it was read. Nothing is fetched: a page is compared with a copy in a file.
"""

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from channelsmith.diagnostics import SourceLocation
from channelsmith.document import Document, Json, Node, json_pointer
from channelsmith.document.files import read_regular_file
from channelsmith.lint.openapi_objects import operations_of
from channelsmith.lint.rules.base import follow

_KEY: Final = "x-source"
_INHERITED: Final = ("doc", "url", "section", "retrieved")


@dataclass(frozen=True, slots=True)
class Source:
    """A page, or a section of it, that a document refers to."""

    doc: str
    url: str
    section: str
    retrieved: str
    """The day on which it was read, as YYYY-MM-DD; "" if nothing is recorded."""
    digest: str
    """The digest of its text on that day; "" if nothing is recorded."""
    operations: tuple[str, ...]
    """Method and path of the operations that rely on it."""
    location: SourceLocation
    """Of the digest, or else of the first place that names the source."""
    pointer: str


@dataclass(slots=True)
class _Collected:
    node: Node
    retrieved: str = ""
    digest: str = ""
    operations: dict[str, None] = field(default_factory=dict[str, None])


_SourceKey = tuple[str, str, str]  # doc, url, section


def find_sources(document: Document) -> tuple[Source, ...]:
    """Return the sources that a bundled document names, in document order, with the operations that rely on each.

    An operation relies on the sources in force at itself, at everything inside it, and at all that it refers to.
    """
    collected: dict[_SourceKey, _Collected] = {}
    for node, values in _declarations(document.root, {}):
        entry = collected.setdefault(_key(values), _Collected(node))
        own = node[_KEY]
        entry.retrieved = max(entry.retrieved, values.get("retrieved", ""))
        if (digest := own.get("digest")) is not None and isinstance(digest.value, str):
            entry.digest, entry.node = digest.value, digest
    uses: dict[str, tuple[set[_SourceKey], tuple[Node, ...]]] = {}
    for label, operation in _operations(document):
        pending, seen = [operation], {operation.pointer}
        while pending:
            part = pending.pop()
            if part.pointer not in uses:
                uses[part.pointer] = _keys_inside(part), tuple(_targets(part))
            keys, targets = uses[part.pointer]
            for key in keys & collected.keys():
                collected[key].operations[label] = None
            new = {target.pointer: target for target in targets if target.pointer not in seen}
            seen |= new.keys()
            pending += new.values()
    return tuple(
        Source(*key, entry.retrieved, entry.digest, tuple(entry.operations), entry.node.location, entry.node.pointer)
        for key, entry in collected.items()
    )


def _key(values: Mapping[str, str]) -> _SourceKey:
    return values.get("doc", ""), values.get("url", ""), values.get("section", "")


def _merge(node: Node, inherited: Mapping[str, str]) -> dict[str, str]:
    """The keys in force at a node; one that names another document has another address."""
    own = node.get(_KEY)
    members = {key: member.value for key, member in own.items()} if own is not None else {}
    values = {key: value for key in _INHERITED if isinstance(value := members.get(key), str)}
    kept = {key: value for key, value in inherited.items() if key not in {"url", "retrieved"} or "doc" not in values}
    return {**kept, **values}


def _declarations(node: Node, inherited: Mapping[str, str]) -> Iterator[tuple[Node, dict[str, str]]]:
    """Yield every node with an `x-source` at or below a node, with the keys in force there."""
    pending: list[tuple[Node, Mapping[str, str]]] = [(node, inherited)]
    while pending:
        current, above = pending.pop()
        values = _merge(current, above)
        if _KEY in current:
            yield current, values
        children = [child for key, child in current.items() if key != _KEY] or list(current.elements())
        pending += [(child, values) for child in reversed(children) if isinstance(child.value, dict | list)]


def _in_force(document: Document, pointer: str) -> dict[str, str]:
    node: Node | None = document.root
    values: dict[str, str] = {}
    for token in (*json_pointer.split(pointer), None):
        if node is None:
            break
        values = _merge(node, values)
        node = node.get(token) if token is not None else None
    return values


def _keys_inside(part: Node) -> set[_SourceKey]:
    """The sources in force at a part and inside it."""
    above = _in_force(part.document, part.pointer.rpartition("/")[0])
    return {_key(_merge(part, above)), *(_key(values) for _, values in _declarations(part, above))}


def _operations(document: Document) -> Iterator[tuple[str, Node]]:
    paths = document.root.get("paths")
    for path, item in paths.items() if paths is not None else ():
        target = follow(item)
        for method, operation in operations_of(target) if target is not None else ():
            yield f"{method} {path}", operation


def _targets(part: Node) -> Iterator[Node]:
    """Yield the targets of all references inside a part."""
    pending: list[tuple[str, Json]] = [(part.pointer, part.value)]
    while pending:
        pointer, value = pending.pop()
        if isinstance(value, dict):
            target = Node(part.document, pointer, value).find_target() if "$ref" in value else None
            if target is not None and target.pointer != pointer:
                yield target
            pending += [(json_pointer.join(pointer, key), child) for key, child in value.items()]
        elif isinstance(value, list):
            pending += [(json_pointer.join(pointer, at), child) for at, child in enumerate(value)]


# ---------------------------------------------------------------- pages
@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page: blocks of text, each with the level of a heading, or 0."""

    blocks: tuple[tuple[int, str], ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, in order."""
        return tuple(text for level, text in self.blocks if level)

    def digest(self, section: str = "") -> str | None:
        """Return the digest of a section, up to the next heading of its level, or of the page; None if there is none.

        Only words count: neither markup, nor whitespace, nor the case of headings that name sections.
        """
        if not section:
            return _digest([text for _, text in self.blocks])
        wanted = _fold(section)
        for start, (level, text) in enumerate(self.blocks):
            if level and _fold(text) == wanted:
                rest = self.blocks[start + 1 :]
                end = next((at for at, (other, _) in enumerate(rest) if 0 < other <= level), len(rest))
                return _digest([text for _, text in rest[:end]])
        return None


def read_page(path: Path) -> Page:
    """Read the saved copy of a page: HTML, or else plain text or Markdown.

    Raises:
        OSError: the file cannot be read.
    """
    text = read_regular_file(path).decode("utf-8", errors="replace")
    if not re.search(r"<(?:!doctype html|html|body|h[1-6]|p)\b", text, re.IGNORECASE):
        return Page(tuple(_text_blocks(text)))
    return Page(tuple(_html_blocks(text)))


def _digest(texts: list[str]) -> str:
    joined = unicodedata.normalize("NFKC", " ".join(" ".join(texts).split()))
    return f"sha256:{hashlib.sha256(joined.encode()).hexdigest()}"


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


_HEADING = re.compile(r"(#{1,6})(\s.*)")


def _text_blocks(text: str) -> Iterator[tuple[int, str]]:
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            yield len(heading[1]), heading[2].rstrip().rstrip("#").strip()
        elif line.strip():
            yield 0, line


_BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "footer"),
        *("form", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    }
)
_UNSEEN: Final = frozenset({"head", "nav", "noscript", "script", "style", "svg", "template"})
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


_RAW: Final = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
"""Elements in which markup is text."""
_MARKUP: Final = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))
    | <(?P<end>/?)(?P<tag>[a-z][^\s/>]*)(?P<attributes>(?:=\s*"[^"]*(?:"|\Z)|=\s*'[^']*(?:'|\Z)|[^>])*+)(?:>|\Z)
    | <[!?/][^>]*(?:>|\Z)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""A comment, a tag or a declaration. Each alternative ends with the page at the latest, so that none is tried twice."""


def _html_blocks(page: str) -> Iterator[tuple[int, str]]:
    """Yield the text that readers of a page see, block by block."""
    level, unseen, parts = 0, 0, list[str]()
    for tag, is_end, text in _read_html(page):
        if not unseen:
            parts.append(text)
        if tag in _UNSEEN:
            unseen = max(0, unseen - 1) if is_end else unseen + 1
        elif tag in _BLOCKS or tag in _HEADINGS or not tag:
            if block := " ".join("".join(parts).split()):
                yield level, block
            parts.clear()
            level = 0 if is_end else _HEADINGS.get(tag, 0)


def _read_html(page: str) -> Iterator[tuple[str, bool, str]]:
    """Yield the name of each tag, whether it is an end tag, and the text before it; at the end of the page "".

    A page of any content is read in a time that grows with its length only.
    """
    position = 0
    text = ""
    while (markup := _MARKUP.search(page, position)) is not None:
        text += _unescape(page[position : markup.start()])
        position = markup.end()
        if markup["tag"] is None:
            continue
        tag, is_end = markup["tag"].lower(), bool(markup["end"])
        yield tag, is_end, text
        text = ""
        if not is_end and tag in _RAW:
            end = re.compile(rf"</{tag}(?=[\s/>])|\Z", re.IGNORECASE).search(page, position)
            raw_end = end.start() if end is not None else len(page)
            raw = page[position:raw_end]
            text = _unescape(raw) if tag in {"textarea", "title"} else raw
            position = raw_end
        elif not is_end and markup["attributes"].endswith("/"):  # <svg ... />
            yield tag, True, ""
    yield "", True, text + _unescape(page[position:])


def _unescape(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # the number of a character has more digits than Python reads
        return text

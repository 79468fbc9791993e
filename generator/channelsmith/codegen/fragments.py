"""Classes of models, one by one: what the model generator has made of a structure before is not made again.

A class depends on its own structure alone, or, for a union told apart by a property, on those of its members too. So
each is kept under a digest of just that, and classes that are alike but for their names are made once. What is new is
made in batches, by as many processes as there are processors where there is enough of it.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from channelsmith import __version__
from channelsmith.codegen.annotations import COMPONENTS, RUNTIME_TYPES
from channelsmith.codegen.modelwork import VERSION, Batch, Fragment, work
from channelsmith.output.cache import Cache

Structure: TypeAlias = Mapping[str, object]

_KIND = "models"
_NAMELESS = "class _("
_MENTION = re.compile(rf'"\$ref": "{COMPONENTS}(\w+)"')
_BATCH = 300  # classes that are made at once; each batch costs a little, each class in it a little more


def fragments(structures: Mapping[str, Structure], cache: Cache, key: str) -> dict[str, Fragment]:
    """The code of each class.

    Args:
        structures: JSON Schemas by class name, which refer to each other as components.
        cache: where the fragments of an earlier run may be.
        key: whose they are.
    """
    mentioned = {word: mentions(each) for word, each in structures.items()}
    told_apart = {word: mentioned[word] for word, each in structures.items() if "discriminator" in each}
    digests = {
        word: _digest(_own(word, each), each, [structures[other] for other in sorted(told_apart.get(word, ()))])
        for word, each in structures.items()
    }
    known = _known(cache, key)
    first = {digest: word for word, digest in reversed(digests.items())}  # one of those that are alike but for the name
    missing = [word for word, digest in digests.items() if digest not in known and first[digest] == word]
    if missing:
        batches = [_batch(part, structures, mentioned, told_apart) for part in _parts(missing)]
        known |= {digests[word]: _unnamed(word, fragment) for word, fragment in work(batches).items()}
        kept = {digest: [known[digest].code, known[digest].imports] for digest in digests.values()}
        cache.write(_KIND, key, json.dumps(kept).encode())
    return {word: _named(word, known[digest]) for word, digest in digests.items()}


def _own(word: str, structure: Structure) -> str:
    """The name a structure's code depends on: none where it stands in the head of a class and nowhere else."""
    return "" if ("properties" in structure or "enum" in structure) and word not in mentions(structure) else word


def _unnamed(word: str, fragment: Fragment) -> Fragment:
    """The code of a class without its name; an alias has its name inside."""
    return replace(fragment, code=fragment.code.replace(f"class {word}(", _NAMELESS, 1))


def _named(word: str, fragment: Fragment) -> Fragment:
    return replace(fragment, code=fragment.code.replace(_NAMELESS, f"class {word}(", 1))


def _known(cache: Cache, key: str) -> dict[str, Fragment]:
    try:
        said = json.loads(cache.read(_KIND, key) or b"{}")
        return {digest: Fragment(str(code), tuple(map(str, imports))) for digest, (code, imports) in said.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _digest(word: str, structure: Structure, members: Iterable[Structure]) -> str:
    said = [__version__, VERSION, word, structure, list(members)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _parts(words: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(words), _BATCH):
        yield words[at : at + _BATCH]


def _batch(
    words: list[str],
    structures: Mapping[str, Structure],
    mentioned: Mapping[str, frozenset[str]],
    told_apart: Mapping[str, frozenset[str]],
) -> Batch:
    """The structures of these classes, of the members of their unions, and stand-ins for all others they mention."""
    whole = {*words, *(member for word in words for member in told_apart.get(word, ()))}
    others = {other for word in whole for other in mentioned[word]} - whole
    stand_ins = {other: {"type": "string"} for other in sorted(others)}
    return Batch(tuple(words), {**stand_ins, **{word: structures[word] for word in sorted(whole)}}, tuple(stand_ins))


def mentions(structure: object) -> frozenset[str]:
    """The classes a structure refers to."""
    found = set(_MENTION.findall(json.dumps(structure)))  # names are identifiers, and a value in it is hidden
    return frozenset(found.difference(RUNTIME_TYPES))

"""The packages of hostile documents and of their benign twins, each made once in a test run."""

import json
import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from channelsmith.codegen import models
from channelsmith.codegen.models import ModelsModule
from channelsmith.config import config_for_document
from channelsmith.diagnostics import Diagnostic
from channelsmith.pipeline import generate_package
from hostile.documents import Json, many_twins, twins, written
from hostile.payloads import PAYLOADS

LONG = 1_000
"""Characters of a payload that is not put beside all others."""

CROSSINGS = [*PAYLOADS, "all at once"]
"""One payload in all sinks, or all payloads in each sink that holds several."""


def documents(crossing: str) -> tuple[Json, Json]:
    """The hostile document of a crossing, and its benign twin."""
    return (
        twins(PAYLOADS[crossing])
        if crossing in PAYLOADS
        else many_twins(text for text in PAYLOADS.values() if len(text) < LONG)
    )


def hostile(crossing: str) -> Mapping[str, str]:
    """Path to text of the package with payloads."""
    return _made(json.dumps(documents(crossing)[0]))[0]


def benign(crossing: str) -> Mapping[str, str]:
    """Path to text of the package without."""
    return _made(json.dumps(documents(crossing)[1]))[0]


def told(crossing: str) -> tuple[Diagnostic, ...]:
    """What is said about a hostile document."""
    return _made(json.dumps(documents(crossing)[0]))[1]


def structures(crossing: str) -> Sequence[tuple[object, str]]:
    """The structures that datamodel-code-generator got of a hostile document, each with the code that it made."""
    return _made(json.dumps(documents(crossing)[0]))[2]


Made = tuple[Mapping[str, str], tuple[Diagnostic, ...], Sequence[tuple[object, str]]]


@cache
def _made(document: str) -> Made:
    kept = Path(os.environ["CHANNELSMITH_TEST_RUN"], sha256(document.encode("utf-8", "surrogatepass")).hexdigest())
    if not kept.exists():
        with TemporaryDirectory(dir=kept.parent) as folder, _recorded() as recorded:
            spec = written(json.loads(document), Path(folder))
            tree, problems = generate_package(config_for_document(spec, Path(folder) / "out", "shop"))
            (Path(folder) / "made").write_bytes(pickle.dumps((tree.files, problems, recorded)))
            (Path(folder) / "made").replace(kept)
    made: Made = pickle.loads(kept.read_bytes())  # noqa: S301 - written above, perhaps by another worker
    return made


@contextmanager
def _recorded() -> Iterator[list[tuple[object, str]]]:
    """What datamodel-code-generator gets and makes while the context lasts."""
    recorded: list[tuple[object, str]] = []
    generate_module = models.generate_module

    def record(module: ModelsModule) -> str:
        text = generate_module(module)
        recorded.append((module.schemas, text))
        return text

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(models, "generate_module", record)
        yield recorded

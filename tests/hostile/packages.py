"""The packages of hostile documents and of their benign twins, each made once in a test run."""

import json
import os
import pickle
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

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


Made = tuple[Mapping[str, str], tuple[Diagnostic, ...]]


@cache
def _made(document: str) -> Made:
    kept = Path(os.environ["CHANNELSMITH_TEST_RUN"], sha256(document.encode("utf-8", "surrogatepass")).hexdigest())
    if not kept.exists():
        with TemporaryDirectory(dir=kept.parent) as folder:
            spec = written(json.loads(document), Path(folder))
            tree, problems = generate_package(config_for_document(spec, Path(folder) / "out", "shop"))
            (Path(folder) / "made").write_bytes(pickle.dumps((tree.files, problems)))
            (Path(folder) / "made").replace(kept)
    made: Made = pickle.loads(kept.read_bytes())  # noqa: S301 - written above, perhaps by another worker
    return made

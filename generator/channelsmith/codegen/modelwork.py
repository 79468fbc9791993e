"""The model generator at work: structures in, code of classes out, in as many processes as there are processors.

It is given class names of our own making and types only, and no text of a document. A class that is not of the batch
is a name to it, imported from elsewhere.
"""

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import IO

from channelsmith.codegen.annotations import RUNTIME_TYPES

RUNTIME = "_runtime"
"""The module the model generator imports our types from; made relative to the package afterwards."""

VERSION = hashlib.sha256(
    f"{version('datamodel-code-generator')} {Path(__file__).read_text('utf-8')}".encode()
).hexdigest()
"""What the code of a class depends on besides its structure."""

_ELSEWHERE = "_elsewhere"
_MOST = 4  # processes
_ALIASED = re.compile(r"\b(\w+) as \1_aliased\b")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The code of one class or alias, and the imports it needs as `module name`."""

    code: str
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Classes to make, with the structures they are made of; `elsewhere` are those of them that are names only."""

    words: tuple[str, ...]
    structures: Mapping[str, object]
    elsewhere: tuple[str, ...]


def work(batches: Sequence[Batch]) -> dict[str, Fragment]:
    """The fragments of every batch. The first share is worked off here, each other one by a process of its own.

    Raises:
        ValueError: the model generator wrote what we do not know.
    """
    number = min(os.cpu_count() or 1, _MOST, len(batches))
    shares = [batches[at::number] for at in range(number)]
    with ExitStack() as stack:
        others = [_Helper(stack, share) for share in shares[1:]]
        found = _worked_off(shares[0])
        for other in others:
            found |= other.result()
    return found


class _Helper:
    """Another process that works off a share."""

    def __init__(self, stack: ExitStack, share: Sequence[Batch]) -> None:
        self._share = share
        self._out: IO[bytes] = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 -- the stack closes it
        given = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 -- the stack closes it
        given.write(json.dumps([asdict(batch) for batch in share]).encode())
        given.seek(0)
        command = [sys.executable, "-P", "-m", __name__]
        self._process = stack.enter_context(
            subprocess.Popen(command, stdin=given, stdout=self._out, stderr=subprocess.DEVNULL)  # noqa: S603
        )
        stack.callback(self._process.kill)  # where an error ends the run before

    def result(self) -> dict[str, Fragment]:
        """What it found; where it could not start, the share is worked off here."""
        if self._process.wait() != 0:
            return _worked_off(self._share)
        self._out.seek(0)
        said: dict[str, tuple[str, list[str]]] = json.load(self._out)
        return {word: Fragment(code, tuple(imports)) for word, (code, imports) in said.items()}


def _worked_off(share: Iterable[Batch]) -> dict[str, Fragment]:
    found: dict[str, Fragment] = {}
    for batch in share:
        found |= _taken_apart(batch, _generated(batch))
    return found


def _taken_apart(batch: Batch, text: str) -> dict[str, Fragment]:
    # It gives a type another name when a member of some enum is called like it; our attributes never are.
    for name in set(_ALIASED.findall(text)):
        text = re.sub(rf"\b{name}_aliased\b", name, text)
    lines = text.splitlines()
    imports: dict[str, str] = {}
    codes: dict[str, str] = {}
    for statement in ast.parse("\n".join(lines)).body:
        code = "\n".join(lines[statement.lineno - 1 : statement.end_lineno])
        match statement:
            case ast.ImportFrom(module=str(module)):
                imports |= {each.name: f"{module} {each.name}" for each in statement.names}
            case ast.ClassDef(name=word) | ast.Assign(targets=[ast.Name(id=word)]):
                if word in codes:
                    raise ValueError(f"the model generator wrote {word} twice")
                codes[word] = code
            case ast.Expr(value=ast.Call()):  # X.model_rebuild(): models complete themselves when first used
                continue
            case _:
                raise ValueError(f"the model generator wrote a statement we do not know: {code}")
    if missing := set(batch.words) - set(codes):
        raise ValueError(f"the model generator left out {sorted(missing)}")
    unused = {"__future__ annotations", *(f"{_ELSEWHERE} {word}" for word in batch.elsewhere)}
    found: dict[str, Fragment] = {}
    for word in batch.words:
        used = set(re.findall(r"\w+", codes[word]))
        needed = sorted(said for name, said in imports.items() if name in used and said not in unused)
        found[word] = Fragment(codes[word], tuple(needed))
    return found


def _generated(batch: Batch) -> str:
    from datamodel_code_generator import generate  # noqa: PLC0415 -- 0.2 s that `lint` and `ir` need not pay
    from datamodel_code_generator.config import GenerateConfig  # noqa: PLC0415
    from datamodel_code_generator.enums import DataModelType, InputFileType  # noqa: PLC0415
    from datamodel_code_generator.format import PythonVersion  # noqa: PLC0415

    types = f"{RUNTIME}.types"
    document = {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": {**{word: {"type": "string"} for word in RUNTIME_TYPES}, **batch.structures}},
    }
    ours = {word: f"{types}.{word}" for word in RUNTIME_TYPES}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about its own coming defaults; ours are all explicit
        config = GenerateConfig(
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            base_class=f"{RUNTIME}.model.Model",
            type_overrides=ours | {word: f"{_ELSEWHERE}.{word}" for word in batch.elsewhere},
            import_overrides={"StrEnum": types, "IntEnum": types},
            use_type_alias=True,
            use_union_operator=True,
            use_standard_collections=True,
            keep_model_order=True,
            disable_timestamp=True,
            formatters=[],
        )
        text = generate(document, config=config)
    if not isinstance(text, str):
        raise TypeError("the model generator wrote several modules where one was asked for")
    return text


def _help() -> None:
    """One share: batches as JSON on standard input, fragments as JSON on standard output."""
    share = [
        Batch(tuple(each["words"]), each["structures"], tuple(each["elsewhere"]))
        for each in json.load(sys.stdin.buffer)
    ]
    found = _worked_off(share)
    sys.stdout.write(json.dumps({word: (each.code, each.imports) for word, each in found.items()}))


if __name__ == "__main__":
    _help()

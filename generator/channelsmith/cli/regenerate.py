"""Brings an output folder up to date, with as little work as that takes."""

import time
from dataclasses import dataclass
from pathlib import Path

from channelsmith.config import Job
from channelsmith.diagnostics import Diagnostic, UnusableInput
from channelsmith.output.build_cache import keep, unchanged
from channelsmith.output.cache import Cache


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many files a project has, how many of them were changed, and what is doubtful about its description."""

    files: int
    changed: int
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Path, ...]
    """Every file that was read for it."""


def regenerate(job: Job, store: Cache) -> Outcome:
    """Writes the package of a job, unless it is there already, made of the same by the same generator.

    Raises:
        UnusableInput: the document can not be worked with, or the output can not be written.
    """
    if (known := unchanged(job, store)) is not None:
        return Outcome(known.files, 0, known.diagnostics, known.sources)
    from channelsmith.pipeline import generate_package  # noqa: PLC0415 -- what changes nothing needs none of it

    started = time.time_ns()
    tree, diagnostics = generate_package(job)
    changed = tree.write(job.output)
    keep(job, store, tree, diagnostics, started)
    return Outcome(len(tree.files), changed, diagnostics, tree.sources)


def concerned(job: Job, found: Outcome | UnusableInput) -> set[Path]:
    """The files whose change is worth another run; after a failed one, those that it names, and whatever may be new."""
    files = {job.spec, *job.overlays, *([job.names] if job.names else [])}
    if isinstance(found, Outcome):
        return files | set(found.sources)
    named = {Path(each.location.file) for each in found.diagnostics if each.location is not None}
    return files | named | {job.spec.parent}

"""Run the generator on mutated documents: `scripts/fuzz FIRST END [FILE.json ...]`, with END excluded.

A document that gives neither a package nor a located message is printed with its number and kept below `.demo/`.

`scripts/fuzz responses COUNT` sends so many hostile responses to the client of a document instead, and prints the
smallest one that gives neither a value nor an error of the package.
"""

import json
import sys
import tempfile
import traceback
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings, strategies

from channelsmith import pipeline
from hostile.documents import everywhere
from hostile.fuzz import came_to, mutated
from hostile.responses import DOCUMENT, OPERATIONS, TOKENS, receive, responses
from support.packages import built

FOUND = Path(".demo", "fuzz")


def main(first: int, last: int, files: list[Path]) -> int:
    """Return the number of documents that gave neither a package nor a located message."""
    sound = [json.loads(path.read_text("utf-8")) for path in files] or [everywhere("benign text")]
    failed = 0
    unformatted = patch.object(pipeline, "format_files", dict)  # which says nothing about what is looked for here
    with tempfile.TemporaryDirectory() as folder, unformatted:
        for seed in range(first, last):
            document = mutated(sound[seed % len(sound)], seed)
            try:
                came_to(document, Path(folder))
            except Exception:  # noqa: BLE001 -- whatever it is, it should not have been
                failed += 1
                FOUND.mkdir(parents=True, exist_ok=True)
                (FOUND / f"{seed}.json").write_text(json.dumps(document, indent=1))
                sys.stderr.write(f"{seed}: {traceback.format_exc(limit=-2)}\n")
    sys.stdout.write(f"{last - first} documents, {failed} failures\n")
    return failed


def receive_many(count: int) -> int:
    """Return 1 if a response gave neither a value nor an error of the package."""

    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(strategies.sampled_from(OPERATIONS), responses(), TOKENS, strategies.booleans())
    def receive_one(operation: str, raw: bytes, token: bytes, is_async: bool) -> None:
        receive(package, operation, raw, token, is_async=is_async)

    with tempfile.TemporaryDirectory() as folder, built(DOCUMENT, Path(folder)) as package:
        try:
            receive_one()
        except Exception:  # noqa: BLE001 -- as above
            traceback.print_exc(limit=-8)
            return 1
    sys.stdout.write(f"{count} responses, no failure\n")
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "responses":
        sys.exit(receive_many(int(sys.argv[2])))
    sys.exit(min(main(int(sys.argv[1]), int(sys.argv[2]), [Path(each) for each in sys.argv[3:]]), 1))

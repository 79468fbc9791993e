"""Run the generator on mutated documents: `scripts/fuzz FIRST END [FILE.json ...]`, with END excluded.

A document that gives neither a package nor a located message is printed with its number and kept below `.demo/`.
"""

import json
import sys
import tempfile
import traceback
from pathlib import Path
from unittest.mock import patch

from channelsmith import pipeline
from hostile.documents import everywhere
from hostile.fuzz import came_to, mutated

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


if __name__ == "__main__":
    sys.exit(min(main(int(sys.argv[1]), int(sys.argv[2]), [Path(each) for each in sys.argv[3:]]), 1))

"""Accidents of documents, as many as one likes: `scripts/fuzz FIRST LAST [FILE.json ...]`.

What ends in anything but a package or a located message is printed with its number, and kept as a file below `.demo/`.
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
    """How many accidents were no good end."""
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
    sys.stdout.write(f"{last - first} accidents, {failed} without a good end\n")
    return failed


if __name__ == "__main__":
    sys.exit(min(main(int(sys.argv[1]), int(sys.argv[2]), [Path(each) for each in sys.argv[3:]]), 1))

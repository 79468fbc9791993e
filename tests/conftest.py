from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from support.packages import Package, built


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[[str | Path], Package]]:
    """Generates and imports the package of a document."""
    with ExitStack() as stack:
        yield lambda document: stack.enter_context(built(document, tmp_path))

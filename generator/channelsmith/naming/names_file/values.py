"""Values of an enum as keys of a JSON object."""

import json
from collections.abc import Iterable

from channelsmith import ir


def spelled(values: Iterable[ir.JsonScalar]) -> dict[str, ir.JsonScalar]:
    """Each value by its key: texts as they are where there are only texts, else every value as JSON writes it."""
    listed = list(values)
    if all(isinstance(value, str) for value in listed):
        return {str(value): value for value in listed}
    return {json.dumps(value): value for value in listed}

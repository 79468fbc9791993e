"""The functions `match` and `search` of JSONPath, on an engine that needs no more time than the text is long.

The engine of the standard library tries what a pattern may mean one after the other, which a pattern such as `(a+)+`
makes last for years.
"""

from functools import lru_cache

import jsonschema_rs
from jsonpath.function_extensions import ExpressionType, FilterFunction


class Pattern(FilterFunction):
    """Whether a text has a pattern somewhere; nothing has a pattern that is none."""

    def __init__(self, form: str) -> None:
        """`form` is what is looked for, with the pattern in place of `{}`."""
        self._form = form

    @property
    def arg_types(self) -> list[ExpressionType]:
        """A text and a pattern."""
        return [ExpressionType.VALUE, ExpressionType.VALUE]

    @property
    def return_type(self) -> ExpressionType:
        """True or false."""
        return ExpressionType.LOGICAL

    def __call__(self, value: object, pattern: object) -> bool:
        """Whether `value` has the pattern `pattern`."""
        if not isinstance(value, str) or not isinstance(pattern, str):
            return False
        found = _compiled(self._form.format(pattern))
        return found is not None and found.is_valid(value)


@lru_cache(maxsize=100)
def _compiled(pattern: str) -> jsonschema_rs.Validator | None:
    try:
        return jsonschema_rs.validator_for(
            {"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions(), offline=True
        )
    except (jsonschema_rs.ValidationError, ValueError):
        return None

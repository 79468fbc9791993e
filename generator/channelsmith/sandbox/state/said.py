"""The `x-sandbox` of an object, where it is ours."""

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Node
from channelsmith.lint.vocabulary import validator_of

_WORD = "x-sandbox"


def said_of(node: Node) -> Node | None:
    """The `x-sandbox` of the document or of an operation; None where there is none.

    In a document that does not use our vocabulary (it has no `x-source`), one of another form is somebody else's word.

    Raises:
        UnusableInput: it does not have its form; located.
    """
    said = node.get(_WORD)
    if said is None or validator_of(_WORD).is_valid(said.value):
        return said
    if "x-source" not in node.document.root:
        return None
    error = next(validator_of(_WORD).iter_errors(said.value))
    place = said
    for step in error.instance_path:
        place = place.get(str(step)) or place
    hint = "specs/README.md shows what it can say"
    raise UnusableInput(place.problem(f"{_WORD}: {error.message[:200]}", rule=_WORD, hint=hint))

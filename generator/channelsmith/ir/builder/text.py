"""Extensions of the vocabulary, where they have its form; a namesake of another form is somebody else's word."""

from channelsmith.document import Node
from channelsmith.lint.vocabulary import validator_of


def extension(node: Node, name: str) -> Node | None:
    """The value of an extension, None where there is none or it is not ours."""
    found = node.get(name)
    return found if found is not None and validator_of(name).is_valid(found.value) else None


def word(node: Node, name: str) -> str:
    """The text of an extension that is one, "" where there is none."""
    found = extension(node, name)
    return found.as_text() if found is not None else ""

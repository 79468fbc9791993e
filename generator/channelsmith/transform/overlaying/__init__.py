"""The steps of applying overlays: read the actions, find what they are about, edit the document."""

from dataclasses import dataclass

from channelsmith.document import Node


@dataclass(frozen=True, slots=True)
class Action:
    """One change, in terms of nodes of the overlay document.

    ``target`` is the text of the JSONPath that says where. At most one of the others is given: ``update`` is what is
    merged in, ``copy`` the text of the JSONPath to what is merged in. With ``remove`` both are None.
    """

    target: Node
    update: Node | None = None
    copy: Node | None = None
    remove: bool = False

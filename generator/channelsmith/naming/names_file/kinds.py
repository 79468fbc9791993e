"""What a pinned name may be: one row for each kind of name, and who may not have the same one."""

import keyword
import re
from dataclasses import dataclass, field

from channelsmith.diagnostics import Diagnostic
from channelsmith.document import Node
from channelsmith.naming import reserved
from channelsmith.naming.client_options import reserved_arguments

_UPPER = re.compile(r"[A-Z][A-Za-z0-9_]*")
_LOWER = re.compile(r"[a-z][a-z0-9_]*")
_LONGEST = 120  # a module's name is a file's, with more around it


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of name: what it is called in messages, its form, and the words it can not be."""

    what: str
    form: re.Pattern[str]
    taken: frozenset[str] = frozenset()


CLASS = Kind("the class of a model", _UPPER, reserved.CLASSES)
ATTRIBUTE = Kind("an attribute", _LOWER, reserved.ATTRIBUTES)
MEMBER = Kind("a member of an enum", _UPPER)
RESOURCE = Kind("a resource", _LOWER, reserved.RESOURCES)
MODULE = Kind("a module", _LOWER, reserved.MODULES)
RESOURCE_CLASS = Kind("the class of a resource", _UPPER, reserved.RESOURCE_CLASSES)
METHOD = Kind("a method", _LOWER, reserved.METHODS)
ARGUMENT = Kind("an argument", _LOWER, reserved.ARGUMENTS)


def client_argument() -> Kind:
    """The kind of name that a constructor argument has; a function, so that it follows the table of options."""
    return Kind("an argument of the client", _LOWER, reserved_arguments())


@dataclass(slots=True)
class Ledger:
    """Takes names in, and keeps what is wrong with them."""

    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _holders: dict[tuple[object, str], Node] = field(default_factory=dict[tuple[object, str], Node])

    def enter(self, node: Node, kind: Kind, scope: object) -> str:
        """The name a node holds, which nothing else of its scope may have; "" where it can not be one."""
        word = node.value
        if not isinstance(word, str):
            return self.refuse(node, "a name is a text", f"write {kind.what} in quotes")
        if not self.fits(word, kind) and word not in kind.taken:
            form = "a capital first" if kind.form is _UPPER else "small letters, digits and underscores"
            return self.refuse(node, f"{word!r} can not be {kind.what}", f"a Python name of {form}, and no keyword")
        if word in kind.taken:
            return self.refuse(node, f"{word!r} can not be {kind.what}: it means something else there", f"{word}_")
        first = self._holders.setdefault((scope, word.casefold()), node)
        if first is not node:
            where = f"{first.location.line}:{first.location.column}"
            return self.refuse(node, f"{word!r} is given twice, here and at {where}", "choose another for one of them")
        return word

    @staticmethod
    def fits(word: str, kind: Kind) -> bool:
        """Whether a word can be a name of this kind at all."""
        formed = kind.form.fullmatch(word) is not None and not keyword.iskeyword(word) and len(word) <= _LONGEST
        return formed and word not in kind.taken

    def refuse(self, node: Node, message: str, hint: str) -> str:
        """Keeps a problem; always ""."""
        self.problems.append(node.problem(message, rule="names", hint=hint))
        return ""

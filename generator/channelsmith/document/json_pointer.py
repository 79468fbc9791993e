"""JSON Pointers (RFC 6901)."""

from urllib.parse import unquote


def escape(token: str) -> str:
    """Escape a key for use in a pointer: ``~`` becomes ``~0`` and ``/`` becomes ``~1``."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """Return the key that a token of a pointer stands for; the inverse of `escape`."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def join(pointer: str, *tokens: str | int) -> str:
    """Extend a pointer by keys and list indexes, escaping each."""
    return pointer + "".join(f"/{token if isinstance(token, int) else escape(token)}" for token in tokens)


def split(pointer: str) -> tuple[str, ...]:
    """Return the unescaped keys of a pointer; the root pointer ("") has none.

    Raises:
        ValueError: the pointer is not empty and does not start with a slash.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(pointer)
    return tuple(unescape(token) for token in pointer[1:].split("/"))


def from_fragment(reference: str) -> str | None:
    """Return the pointer in a local reference such as ``#/paths/~1orders%2F``, None for any other reference.

    Percent-encoding is decoded, as RFC 6901 requires for pointers in URI fragments.
    """
    if reference == "#":
        return ""
    return unquote(reference[1:]) if reference.startswith("#/") else None


def parse_index(token: str, length: int) -> int | None:
    """Return the list index that a token stands for, None unless it is a valid index of a list of that length."""
    if not (token.isascii() and token.isdecimal()) or len(token) > len(str(length)):
        return None
    index = int(token)
    return index if index < length and str(index) == token else None

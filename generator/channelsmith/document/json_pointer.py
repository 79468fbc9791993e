"""JSON Pointers (RFC 6901) as text: taking them apart, putting them together."""

from urllib.parse import unquote


def escape(token: str) -> str:
    """One key as it stands in a pointer: ``~`` becomes ``~0`` and ``/`` becomes ``~1``."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """The key that a pointer's token stands for; the inverse of `escape`."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def join(pointer: str, *tokens: str | int) -> str:
    """The pointer extended by keys and list positions, each escaped."""
    return pointer + "".join(f"/{token if isinstance(token, int) else escape(token)}" for token in tokens)


def split(pointer: str) -> tuple[str, ...]:
    """The keys a pointer goes through, unescaped; the root ("") goes through none.

    Raises:
        ValueError: the pointer is neither empty nor starts with a slash.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(pointer)
    return tuple(unescape(token) for token in pointer[1:].split("/"))


def from_fragment(reference: str) -> str | None:
    """The pointer in a local reference such as ``#/paths/~1orders%2F``; None when it is not of that form.

    Percent-encoding is undone, as RFC 6901 asks for pointers in URI fragments.
    """
    if reference == "#":
        return ""
    return unquote(reference[1:]) if reference.startswith("#/") else None


def position(token: str, length: int) -> int | None:
    """The list position a token names, None when it names none in a list of that length."""
    if not (token.isascii() and token.isdecimal()) or len(token) > len(str(length)):
        return None
    at = int(token)
    return at if at < length and str(at) == token else None

"""Idempotency keys: the same key gets the same answer again, and nothing is done twice."""

import hashlib
import json
from typing import Final

from starlette.responses import Response

from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.state.kinds import HIDDEN
from channelsmith.sandbox.state.store import Item, Key, Store

_REPLIES: Final = f"{HIDDEN}replies"


class Replies:
    """The answers that were given under an idempotency key (`x-idempotency-key`), for each caller and operation."""

    def __init__(self, store: Store) -> None:
        """Keeps them among the items, so that a restart does not forget them."""
        self._store: Final = store

    def key(self, received: Received, caller: str) -> Key | None:
        """What an answer is kept under; None when the operation has no such key, or none was sent.

        Of the caller's secret only a digest is kept.
        """
        said = received.operation.node.get("x-idempotency-key")
        if said is None:
            return None
        wanted = said.text("header").lower()
        values = received.arguments.values
        sent = next(
            (value for (place, name), value in values.items() if place == "header" and name.lower() == wanted), None
        )
        if sent is None:
            return None
        who = hashlib.sha256(caller.encode()).hexdigest()[:16]
        return (who, received.operation.id, str(sent))

    def earlier(self, key: Key) -> Response | None:
        """The answer that was given before."""
        kept = self._store.get(_REPLIES, key)
        if kept is None:
            return None
        status, body = kept["status"], str(kept["body"])
        return Response(body, status if isinstance(status, int) else 200, media_type=str(kept["type"]) or None)

    def keep(self, key: Key, response: Response) -> None:
        """Keeps an answer; inside the transaction that made the changes it tells of."""
        kind = response.media_type or ""
        kept: Item = {"status": response.status_code, "body": _text(response), "type": kind}
        self._store.put(_REPLIES, key, kept)


def _text(response: Response) -> str:
    body = bytes(response.body)
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":"))
    except ValueError:
        return body.decode("utf-8", "replace")

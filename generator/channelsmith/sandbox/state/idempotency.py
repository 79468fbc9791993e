"""Idempotency keys (`x-idempotency-key`): a repeated key gets the first response again."""

import hashlib
import json
from typing import Final

from starlette.responses import Response

from channelsmith.sandbox.receive import Received
from channelsmith.sandbox.state.resources import HIDDEN
from channelsmith.sandbox.state.store import Item, Key, Store

_RESPONSES: Final = f"{HIDDEN}responses"


class IdempotencyCache:
    """Responses by caller, operation and idempotency key, stored with the items to survive a restart."""

    def __init__(self, store: Store) -> None:
        self._store: Final = store

    def key(self, received: Received, caller: str) -> Key | None:
        """Return the cache key of a request, None where the operation has no idempotency key or none was sent.

        It contains only a digest of the caller's secret.
        """
        header = received.operation.spec.idempotency_key.lower()
        values = received.arguments.values.items()
        sent = next((value for (place, name), value in values if place == "header" and name.lower() == header), None)
        if not header or sent is None:
            return None
        return (hashlib.sha256(caller.encode()).hexdigest()[:16], received.operation.id, str(sent))

    def get(self, key: Key) -> Response | None:
        """Return the stored response."""
        entry = self._store.get(_RESPONSES, key)
        if entry is None:
            return None
        status = entry["status"]
        media_type = str(entry["type"]) or None
        return Response(str(entry["body"]), status if isinstance(status, int) else 200, media_type=media_type)

    def put(self, key: Key, response: Response) -> None:
        """Store a response, in the transaction of the changes that it reports."""
        body = bytes(response.body)
        try:
            text = json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":"))
        except ValueError:
            text = body.decode("utf-8", "replace")
        entry: Item = {"status": response.status_code, "body": text, "type": response.media_type or ""}
        self._store.put(_RESPONSES, key, entry)

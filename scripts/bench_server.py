"""The server of scripts/bench.py: it prints its port and answers immediately, until its standard input is closed.

It is a program of its own, so that its work does not count as the client's.
"""

import json
import socketserver
import sys
from threading import Thread

MEBIBYTE = bytes(1 << 20)
TIME = "2026-03-01T09:30:00.000Z"

STATUS = {
    "StatusCode": 200,
    "RequestId": "0HN8K2-17",
    "LogId": None,
    "Success": True,
    "Message": None,
    "ExceptionType": None,
    "ValidationErrors": {},
    "Content": {"Status": "DONE", "ResourceUrl": "/v2/reports/PF_1"},
}
ADDRESS = {
    "firstName": "Ada",
    "lastName": "Vos",
    "address1": "Havenstraat 12",
    "city": "Leiden",
    "postalCode": "2311 AA",
    "countryCode": "NL",
}
LINES = [
    {
        "id": str(number),
        "sku": f"SOCK-{number}",
        "title": "Wool socks",
        "quantity": number + 1,
        "price": "12.50",
        "grams": "87",
        "shippingPrice": "0.00",
        "taxes": [{"title": "VAT", "price": "2.17", "rate": "0.21"}],
    }
    for number in range(5)
]
ORDER = {
    "id": "c2a94f1e",
    "businessId": "b-1",
    "channelId": "c-1",
    "channelOrderId": "100245",
    "status": "OPEN",
    "alphabeticCurrencyCode": "EUR",
    "purchasedAt": TIME,
    "createdAt": TIME,
    "updatedAt": TIME,
    "totalPrice": "62.50",
    "subtotalPrice": "62.50",
    "totalTax": "10.85",
    "totalShippingPrice": "0.00",
    "totalGrams": "435",
    "customer": {"firstName": "Ada", "email": "ada@example.com", "billingAddress": ADDRESS, "shippingAddress": ADDRESS},
    "lineItems": LINES,
    "fulfillments": [{"id": "f-1", "status": "OPEN", "locationId": "1", "lineItems": LINES[:2]}],
    "additionalFields": [{"name": "gift", "value": "no"}],
}


def _head(length: int, media_type: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n".encode("ascii")


def _answer(value: object) -> bytes:
    body = json.dumps(value).encode()
    return _head(len(body), "application/json") + body


ANSWERS = {"status": _answer(STATUS), "order-1": _answer(ORDER)}


class Handler(socketserver.StreamRequestHandler):
    """The part of HTTP/1.1 that the benchmark needs: persistent connections, requests without a body."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Answer until the client disconnects; a number as last path segment is a size in mebibytes."""
        while line := self.rfile.readline():
            name = line.split()[1].decode("ascii").rpartition("/")[2]
            while self.rfile.readline() not in {b"\r\n", b""}:
                pass
            if name.isdecimal():
                self._large(int(name))
            else:
                self.request.sendall(ANSWERS[name])

    def _large(self, mebibytes: int) -> None:
        self.request.sendall(_head(mebibytes * len(MEBIBYTE), "application/octet-stream"))
        for _ in range(mebibytes):
            self.request.sendall(MEBIBYTE)


class Server(socketserver.ThreadingTCPServer):
    """One thread for each connection."""

    daemon_threads = True


def main() -> None:
    """Serve on a free port of loopback."""
    with Server(("127.0.0.1", 0), Handler) as server:
        print(server.server_address[1], flush=True)
        Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()


if __name__ == "__main__":
    main()

"""Whatever a server sends, a call gives a value or an error of the package."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hostile.responses import DOCUMENT, OPERATIONS, TOKENS, receive, responses
from support.canaries import Canaries
from support.packages import Package, built


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with built(DOCUMENT, tmp_path_factory.mktemp("responses")) as found:
        yield found


@pytest.fixture(autouse=True, scope="module")
def generated_keys_are_no_canaries(canaries: Canaries) -> Iterator[None]:
    """Tokens and cookies of these servers may be anything, also what other tests print."""
    with canaries.not_looking():
        yield


PHASES = [Phase.explicit, Phase.generate, Phase.shrink]
NUMBERS_OF_SERVERS = [
    ("X-Remaining", "18446744073709551615"),
    ("X-Remaining", "9" * 5_000),
    ("X-Retry", "9" * 5_000),
    ("RateLimit-Policy", f'"a";q={"9" * 400};w={"9" * 400}'),
    ("Content-Type", "application/json; charset=base64"),
    ("Content-Type", "application/json; charset=hex"),
    ("Content-Type", "application/json; charset=rot13"),
    ("Content-Type", "application/json; charset=idna"),
    ("Content-Type", "application/json; charset=unknown"),
    ("Content-Range", f"bytes {'9' * 5_000}-{'9' * 5_000}/{'9' * 5_000}"),
    ("Link", "<http://[::1>; rel=next"),
    ("Date", f"06 Nov {'9' * 5_000} 08:49:37 GMT"),
]


@pytest.mark.parametrize("operation", ["item", "linked", "file_to", "raw", "lines"])
@pytest.mark.parametrize("status", [200, 206, 429])
def test_a_number_or_name_of_a_server_does_no_harm(package: Package, operation: str, status: int) -> None:
    for name, value in NUMBERS_OF_SERVERS:
        head = f"HTTP/1.1 {status} OK\r\nContent-Length: 10\r\n{name}: {value}\r\n\r\n"
        receive(package, operation, head.encode() + b'{"id":"a"}')


@pytest.mark.parametrize("media_type", ["application/jsonl", "application/pdf", "text/plain", "multipart/mixed"])
def test_bytes_of_another_kind_do_no_harm(package: Package, media_type: str) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: {media_type}\r\n\r\n"
    for operation in OPERATIONS:
        receive(package, operation, head.encode() + b"\xff\xfe")


@settings(max_examples=100, deadline=None, derandomize=True, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(OPERATIONS), responses(), TOKENS)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_whatever_a_server_sends_is_a_value_or_an_error_of_the_package(
    package: Package, is_async: bool, operation: str, raw: bytes, token: bytes
) -> None:
    receive(package, operation, raw, token, is_async=is_async)

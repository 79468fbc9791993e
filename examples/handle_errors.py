"""Read an order of ChannelApe and show what can go wrong with a call, and what a program does about it.

    pip install channelape-client
    export CHANNELAPE_TOKEN=...
    python handle_errors.py c2a94f1e-7d38-4b65-9e07-1f8b3a6d5c20

Exit status: 0 the order was read, 1 it cannot be read, 2 the settings are wrong, 75 it may work later (EX_TEMPFAIL).
"""

import argparse
import logging
import sys

from channelape import (
    AuthenticationError,
    ChannelApe,
    ChannelApeError,
    ConfigurationError,
    ErrorCode,
    InvalidRequestError,
    RateLimitError,
    ResponseError,
    ServerError,
    TransportError,
)

LOGGER = logging.getLogger("handle_errors")
TRY_LATER = 75


def main() -> int:
    options = parse_arguments()
    logging.basicConfig(level=options.log_level, format="%(asctime)s %(levelname)s %(message)s")
    try:
        with ChannelApe(base_url=options.base_url, max_elapsed=options.max_elapsed) as client:
            order = client.orders.get(options.order)
    except ChannelApeError as error:  # everything that the client raises
        return handle(error)
    print(order.channel_order_id, order.status.value, order.total_price)
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("order", help="id of the order")
    parser.add_argument("--max-elapsed", type=float, default=60, help="seconds for all attempts together")
    parser.add_argument("--base-url", help="another address, such as that of a local server")
    parser.add_argument("--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING", "ERROR"])
    return parser.parse_args()


def handle(error: ChannelApeError) -> int:
    """Log an error and return the exit status. The client has retried whatever it is safe to repeat."""
    if ErrorCode.ORDER_NOT_FOUND in error.codes:  # the documented codes say more than the status
        LOGGER.error("there is no such order")
        return 1
    for code in error.codes:
        LOGGER.error("code %d, %s: %s", code.value, code.name, code.message or "no message")
    if any(code.retryable for code in error.codes):
        return TRY_LATER
    match error:
        case AuthenticationError():  # no token, or one that is refused
            advice, status = "check CHANNELAPE_TOKEN", 2
        case ConfigurationError() | InvalidRequestError():  # nothing was sent
            advice, status = "check the arguments", 2
        case RateLimitError() | ServerError() | TransportError():
            advice, status = "try again later", TRY_LATER
        case ResponseError():  # any other failure; its request id is for the support
            advice, status = f"ask the support about request {error.request_id or 'without an id'}", 1
        case _:
            advice, status = "unexpected", 1
    LOGGER.error("%s: %s", advice, error)
    return status


if __name__ == "__main__":
    sys.exit(main())

"""A run: document, package, server, relay, cells, results."""

import asyncio
import json
import os
import time
import urllib.error
import urllib.request
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import quote, urlsplit

from channelsmith.config import ApiConfig
from channelsmith.conform.arguments import Arguments, existing
from channelsmith.conform.cases import FLAVOURS, Cell, Flavour, Report, Result, build_cells
from channelsmith.conform.checks import Checker
from channelsmith.conform.compare import is_dict
from channelsmith.conform.document import load, read_api
from channelsmith.conform.invoke import Caller, Outcome, Package, import_package, unusable
from channelsmith.conform.relay import Exchange, Relay, Script, run_relay
from channelsmith.document import Json
from channelsmith.pipeline import LoadedApi
from channelsmith.sandbox import run as run_sandbox

SECRET: Final = "conform:conform-secret"  # noqa: S105 -- made up; the sandbox is started with it
_TIME_SCALE: Final = 1e-6
"""How long a second takes in the sandbox: declared limits are over before the next call."""
_PATIENCE: Final = 120.0
"""Seconds to wait for the state of the sandbox; a busy machine takes long to seed a large document."""
_WORKERS: Final = 12
"""Clients of each flavour that work concurrently, most of them waiting for responses that never come."""
_CELLS_PER_WORKER: Final = 16
_SETTLING: Final = 5.0
"""Most seconds to wait for requests that are still on their way when their caller has given up."""
_LONG_TIMEOUT: Final = 2.0
"""Seconds of a timeout that a busy machine keeps too."""
_ORDER: Final[Mapping[str, int]] = {"GET": 0, "HEAD": 0, "OPTIONS": 0, "DELETE": 2}
"""What only reads comes before what changes, what removes comes last."""
_REFUSALS: Final = frozenset({400, 403, 404, 409, 410, 412, 422, 423})
"""Statuses by which a server may say that its state does not allow a call."""

NumberedCell: TypeAlias = tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is served. `control_url` is that of the sandbox's own endpoints, "" for another server."""

    url: str
    control_url: str = ""
    name: str = "the sandbox"
    secret: str = ""
    """The secret that it accepts; "" where that is not known."""

    @property
    def is_sandbox(self) -> bool:
        """Whether it knows the headers of the sandbox."""
        return bool(self.control_url)

    def reset(self) -> None:
        """Reset the state of the sandbox."""
        request = urllib.request.Request(f"{self.control_url}/state/reset", method="POST")  # noqa: S310 -- as below
        with urllib.request.urlopen(request, timeout=_PATIENCE) as response:  # noqa: S310 -- its scheme was checked
            response.read()

    def items(self, collection: str) -> list[Json]:
        """Some items of the sandbox's collection that a path segment names."""
        listed = (_get_json(f"{self.control_url}/state") or {}).get("collections", [])
        names = [listing["name"] for listing in listed if f".{listing['name']}".endswith(f".{collection}")]
        pages = [_get_json(f"{self.control_url}/state/{quote(name)}?limit=3") or {} for name in names]
        return [item for page in pages for item in page.get("items", [])]


@contextmanager
def run_server(loaded: LoadedApi, behavior: Path | None, base_url: str | None) -> Generator[Server]:
    """Run the sandbox of a document with its behaviour, or use the server at a base URL.

    Raises:
        UnusableInput: the URL is not usable, or no server answers there.
    """
    if base_url is None:
        keys = (SECRET, *SECRET.split(":"))
        with run_sandbox(loaded, behavior=behavior, time_scale=_TIME_SCALE, keys=keys) as running:
            yield Server(running.url, running.control_url, secret=SECRET)
    else:
        yield _find_server(base_url)


def _find_server(base_url: str) -> Server:
    parts = urlsplit(base_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username is not None:
        raise unusable("--base-url", "this is not an http or https URL without user and query", "http://127.0.0.1:8080")
    if _get_json(base_url) is None:
        raise unusable("--base-url", f"no server answers at {base_url}", "start it first")
    control_url = f"{parts.scheme}://{parts.netloc}/_sandbox"
    sandbox = _get_json(control_url) or {}
    if "timeScale" not in sandbox:
        return Server(base_url.rstrip("/"), name=base_url)
    return Server(base_url.rstrip("/"), control_url, base_url, str(sandbox.get("key") or ""))


def _get_json(url: str) -> dict[str, Any] | None:
    """The JSON object at a URL, an empty one for any other response; None when no server answers."""
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as response:  # noqa: S310 -- its scheme was checked
            content: object = json.loads(response.read())
    except (urllib.error.HTTPError, ValueError):
        return {}
    except OSError:
        return None
    return content if is_dict(content) else {}


def list_cells(config: ApiConfig, only: Sequence[str] = ()) -> tuple[str, tuple[Cell, ...]]:
    """Return the title of an API and its cells, without executing any.

    Raises:
        UnusableInput: the document cannot be read, or no cell is selected.
    """
    api = read_api(config)
    return api.title, select_cells(build_cells(api), only)


def select_cells(cells: Sequence[Cell], only: Sequence[str]) -> tuple[Cell, ...]:
    """Return the cells whose id, operation or column matches one of the patterns (`*`, `?`); all without patterns.

    Raises:
        UnusableInput: there is none.
    """

    def matches(cell: Cell) -> bool:
        names = (cell.id, cell.operation.id, cell.column)
        return not only or any(fnmatchcase(name, pattern) for name in names for pattern in only)

    selected = tuple(filter(matches, cells))
    if not selected:
        raise unusable("--only", "no cell is selected", "--list shows ids, operations and columns")
    return selected


def conform(
    config: ApiConfig,
    *,
    base_url: str | None = None,
    only: Sequence[str] = (),
    on_progress: Callable[[int, int], None] = lambda _executed, _all: None,
) -> Report:
    """Run the cells of an API through the package in the configured output folder.

    Args:
        config: the document and its package.
        base_url: the server to use; by default the sandbox of the document.
        only: patterns, see `select_cells`.
        on_progress: is called with the number of calls so far and of all cells that are executed, from any thread.

    Raises:
        UnusableInput: document or package cannot be used, or no server answers at `base_url`.
    """
    loaded = load(config)
    api = read_api(config, loaded)
    with (
        import_package(config.output / config.target.inside) as package,
        run_server(loaded, config.sandbox, base_url) as server,
        run_relay(server.url) as relay,
    ):
        all_cells = build_cells(api, elsewhere=relay.other_origin, sandbox=server.is_sandbox)
        cells = select_cells(all_cells, only)
        secrets = _secrets(package, server)
        try:
            package.client_class("sync")(base_url=relay.url, **secrets).close()
        except Exception as error:  # noqa: BLE001 -- the constructor is generated, and may fail in any way
            raise unusable(package.name, f"no client can be made: {error!r}", "generate the package again") from None
        checker = Checker(
            api,
            base=urlsplit(relay.url).path,
            secrets=tuple(secrets.values()),
            errors=package.load("errors"),
            headers=package.load("headers") if package.has("headers") else None,
            is_sandbox=server.is_sandbox,
        )
        selected = [cell for cell in cells if not cell.reason]
        runner = Runner(relay, package, secrets, checker, server, lambda calls: on_progress(calls, len(selected)))
        executed = iter(runner.run(selected))
        results = tuple(Result(cell, reason=cell.reason) if cell.reason else next(executed) for cell in cells)
        return Report(api.title, package.client, server.name, results, len(relay.strays), checker.without_secrets)


def _secrets(package: Package, server: Server) -> dict[str, str]:
    """A secret for each argument of the client: what the server accepts, else that of its environment variable."""
    authentication = package.load("_api").API.authentication
    return {
        credential.argument: server.secret or os.environ.get(credential.env, "") or SECRET
        for credential in (authentication.credentials if authentication is not None else ())
        if getattr(credential, "role", "secret") == "secret"
    }


@dataclass(frozen=True, slots=True)
class Runner:
    """Executes cells through the relay."""

    relay: Relay
    package: Package
    secrets: Mapping[str, str]
    checker: Checker
    server: Server
    on_call: Callable[[int], None]
    """Is called with the number of calls so far after each of them."""
    outcomes: dict[str, Outcome] = field(default_factory=dict[str, Outcome])

    def run(self, cells: Sequence[Cell]) -> tuple[Result, ...]:
        """Execute cells and return a result for each, in their order.

        Cells that use the state of the server are executed one by one, all others concurrently. A cell about a timeout
        that fails is tried again with a longer one, because the machine may have been busy.
        """
        numbered = {str(number): cell for number, cell in enumerate(cells)}
        attempts = asyncio.run(self._run_one_by_one([entry for entry in numbered.items() if entry[1].uses_state]))
        self._run_concurrently([entry for entry in numbered.items() if not entry[1].uses_state])
        final = [attempts.get(token, (token, cell)) for token, cell in numbered.items()]
        results = self._check(final)
        again = {
            position: (f"{token}.again", replace(cell, timeout=_LONG_TIMEOUT))
            for position, ((token, cell), result) in enumerate(zip(final, results, strict=True))
            if result.problems and cell.timeout < _LONG_TIMEOUT
        }
        self._run_concurrently(list(again.values()))
        for position, result in zip(again, self._check(list(again.values())), strict=True):
            results[position] = result
        return tuple(results)

    def _check(self, cells: Sequence[NumberedCell]) -> list[Result]:
        self._wait_for_requests(cells)
        exchanges = {token: self.relay.scripts[token].exchanges for token, _ in cells}
        keys = {token: _generated_key(cell, exchanges[token]) for token, cell in cells}
        counts = Counter(filter(None, keys.values()))
        return [
            self.checker.check(cell, self.outcomes[token], exchanges[token], shares_key=counts[keys[token]] > 1)
            for token, cell in cells
        ]

    async def _run_one_by_one(self, cells: Sequence[NumberedCell]) -> dict[str, NumberedCell]:
        """Execute the cells that use the state of the server.

        Where the state does not allow a call, it is tried with other arguments and on a fresh state. The last attempt
        counts.

        Returns:
            Token and cell of the attempt that counts, by the token of the cell.
        """
        counted: dict[str, NumberedCell] = {}
        callers = {flavour: self._caller(flavour) for flavour in FLAVOURS}
        for token, cell in sorted(cells, key=lambda entry: _ORDER.get(entry[1].operation.method, 1)):
            for number, (is_fresh, arguments) in enumerate(self._attempts(cell)):
                if is_fresh:
                    self.server.reset()
                name, attempt = counted[token] = f"{token}.{number}", replace(cell, arguments=arguments)
                self.relay.scripts[name] = Script(cell.steps)
                outcome = self.outcomes[name] = await callers[cell.flavour].call(attempt, name)
                self.on_call(len(self.outcomes))
                if getattr(outcome.error, "status", None) not in _REFUSALS:
                    break
        for caller in callers.values():
            await caller.close()
        return counted

    def _attempts(self, cell: Cell) -> Iterator[tuple[bool, Arguments]]:
        """The arguments to try one after the other, and whether the state is reset before."""
        yield False, cell.arguments
        if not self.server.is_sandbox:
            return
        alternative = cell.alternative()
        others = [alternative] if alternative is not None else []
        yield from ((False, arguments) for arguments in others)
        yield True, cell.arguments
        present = existing(cell.operation, cell.arguments, self.server.items)
        yield from ((False, arguments) for arguments in (*others, present) if arguments is not None)

    def _run_concurrently(self, cells: Sequence[NumberedCell]) -> None:
        """Execute cells: the sync ones in threads, the async ones in one loop."""
        if not cells:
            return
        self.relay.scripts.update({token: Script(cell.steps) for token, cell in cells})
        workers = min(_WORKERS, 1 + len(cells) // _CELLS_PER_WORKER)

        async def work(flavour: Flavour, workers: int) -> None:
            await asyncio.gather(*(self._work(flavour, waiting[flavour]) for _ in range(workers)))

        waiting = {flavour: deque(entry for entry in cells if entry[1].flavour == flavour) for flavour in FLAVOURS}
        with ThreadPoolExecutor(workers + 1) as threads:
            jobs = [threads.submit(asyncio.run, work("sync", 1)) for _ in range(workers)]
            jobs.append(threads.submit(asyncio.run, work("async", workers)))
            for job in jobs:
                job.result()

    async def _work(self, flavour: Flavour, waiting: deque[NumberedCell]) -> None:
        caller = self._caller(flavour)
        with suppress(IndexError):  # nothing is waiting any more
            while True:
                token, cell = waiting.popleft()
                self.outcomes[token] = await caller.call(cell, token)
                self.on_call(len(self.outcomes))
        await caller.close()

    def _wait_for_requests(self, cells: Sequence[NumberedCell]) -> None:
        """Wait for requests that a client has sent and given up on, while they are on their way through the relay."""
        deadline = time.monotonic() + _SETTLING
        given_up = [
            (self.relay.scripts[token], cell)
            for token, cell in cells
            if token in self.outcomes and isinstance(self.outcomes[token].error, TimeoutError)
        ]
        while time.monotonic() < deadline:
            if all(len(script.exchanges) >= cell.expected.requests for script, cell in given_up):
                return
            time.sleep(0.05)

    def _caller(self, flavour: Flavour) -> Caller:
        return Caller(self.package, flavour, self.relay.url, self.secrets)


def _generated_key(cell: Cell, exchanges: Sequence[Exchange]) -> str:
    """The idempotency key that the client made for a call; "" where it made none."""
    name = cell.operation.idempotency_key
    is_given = any(parameter.name.lower() == name.lower() for parameter, _ in cell.arguments.values)
    return (exchanges[0].request.header(name) or "") if name and not is_given and exchanges else ""

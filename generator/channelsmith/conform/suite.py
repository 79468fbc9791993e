"""The conformance suite of one API: document, package, server, relay, cells, results."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import urlsplit

from channelsmith.config import Job
from channelsmith.conform.cells import Cell, Exempt, Plan, Report
from channelsmith.conform.judge import Judge
from channelsmith.conform.methods import Method, methods
from channelsmith.conform.package import Package, imported
from channelsmith.conform.plan import plan
from channelsmith.conform.received import Types
from channelsmith.conform.relay import relayed
from channelsmith.conform.run import Stage, run
from channelsmith.conform.servers import SECRET, Server, serving, unusable
from channelsmith.document import Json, Node
from channelsmith.naming import names_file as pins
from channelsmith.naming.names import build_names
from channelsmith.naming.stable_id import Identities
from channelsmith.pipeline import LoadedApi, load_api
from channelsmith.sandbox.schemas import Schemas

_NOWHERE: Final = "http://elsewhere.invalid"


@dataclass(frozen=True, slots=True)
class Subject:
    """One API as the suite sees it: what the document says, and how its client calls things."""

    loaded: LoadedApi
    types: Types
    methods: tuple[Method, ...]
    schemas: Schemas

    @classmethod
    def of(cls, job: Job) -> "Subject":
        """Reads the document of a job, and the names it gave before.

        Raises:
            UnusableInput: the document can not be worked with.
        """
        loaded = load_api(job.spec, job.overlays, strict=job.strict, allowed=job.allow_refs)
        api, identity = loaded.api, Identities(loaded.document)
        pinned, _ = pins.read(job.names or job.output / pins.NAMES, api, identity)
        names = build_names(api, client=job.target.client, pinned=pinned, identity=identity)
        types = Types({each.pointer: each for each in api.schemas}, names)
        return cls(loaded, types, methods(loaded.document, api, names), Schemas(loaded.document))

    def plan(self, *, elsewhere: str = _NOWHERE, native: bool = True) -> Plan:
        """Every cell; see `plan`."""
        return plan(self.methods, self.loaded.api, self.types, self._fits, elsewhere=elsewhere, native=native)

    def _fits(self, schema: Node | None, value: Json) -> bool:
        return schema is None or not self.schemas.violations(schema, value)


def listed(job: Job, only: Sequence[str] = ()) -> tuple[str, Plan]:
    """The title of an API and its cells, without executing any.

    Raises:
        UnusableInput: the document can not be worked with, or no cell is chosen.
    """
    subject = Subject.of(job)
    return subject.loaded.api.title, chosen(subject.plan(), only)


def conform(job: Job, *, base_url: str | None = None, only: Sequence[str] = ()) -> Report:
    """Runs the suite of an API; its package is the one that lies at the job's output.

    Args:
        job: document and package.
        base_url: a server to run against; the sandbox of the document by default.
        only: patterns of cells, see `chosen`.

    Raises:
        UnusableInput: document or package can not be worked with, or no server answers at `base_url`.
    """
    subject = Subject.of(job)
    with imported(job.output / "src" / job.target.package) as package, serving(job, base_url) as server:
        return _executed(subject, package, server, only)


def chosen(plan: Plan, only: Sequence[str]) -> Plan:
    """The cells whose id, operation or column fits one of the patterns (`*`, `?`); all without any.

    Raises:
        UnusableInput: none does.
    """

    def fits(each: Cell | Exempt) -> bool:
        names = (each.id, each.operation, each.column)
        return not only or any(fnmatchcase(name, pattern) for name in names for pattern in only)

    found = Plan(tuple(filter(fits, plan.cells)), tuple(filter(fits, plan.exempt)))
    if not found.cells and not found.exempt:
        raise unusable("--only", "no cell is chosen", "--list tells their ids, operations and columns")
    return found


def _executed(subject: Subject, package: Package, server: Server, only: Sequence[str]) -> Report:
    api = subject.loaded.api
    with relayed(server.url) as relay:
        plan = chosen(subject.plan(elsewhere=relay.elsewhere, native=server.is_sandbox), only)
        secrets = _secrets(package, server)
        judge = Judge(
            api,
            subject.types,
            base=urlsplit(relay.url).path,
            secrets=tuple(secrets.values()),
            errors=package.load("errors"),
            ours=server.is_sandbox,
        )
        _try_out(package, relay.url, secrets)
        sandbox = server if server.is_sandbox else None
        stage = Stage(
            relay,
            package,
            secrets,
            reset=sandbox.reset if sandbox else None,
            items=sandbox.items if sandbox else None,
        )
        results = run(plan.cells, stage, judge)
        return Report(api.title, package.client, server.name, results, plan.exempt, len(relay.strays))


def _try_out(package: Package, url: str, secrets: dict[str, str]) -> None:
    """Makes a client once, so that one that can not be made is told as such."""
    try:
        package.client_class("sync")(base_url=url, **secrets).close()
    except Exception as error:  # noqa: BLE001 -- whatever is wrong with it, it can not be used
        raise unusable(package.name, f"no client can be made: {error!r}", "generate the package anew") from None


def _secrets(package: Package, server: Server) -> dict[str, str]:
    """A secret for each argument of the client: what the server takes, else what its environment variable holds."""
    return {
        each.argument: server.secret or os.environ.get(each.env, "") or SECRET
        for each in package.api.credentials
        if getattr(each, "role", "secret") == "secret"
    }

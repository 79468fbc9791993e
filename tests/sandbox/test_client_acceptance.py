"""The vendor's testing checklist and its failure table, done by the generated client against the real local server."""

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from channelengine import (
    AsyncChannelEngine,
    AuthenticationError,
    ChannelEngine,
    NotReadyError,
    RateLimitError,
    UnauthorizedError,
)
from channelengine.models import ReportStatus

from channelsmith.sandbox import Running, run
from support.clocks import Clock

KEY = "acceptance-key"


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def server(clock: Clock) -> Iterator[Running]:
    with run("channelengine", clock=clock, keys=(KEY,), pending_seconds=90, rows=250) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, server: Running, clock: Clock) -> Callable[..., Any]:
    """Calls a method by its path on a fresh client, a minute after the last call, an hour after the last test."""
    clock.now += 3600
    httpx.delete(f"{server.control_url}/requests")

    def perform(method: str, arguments: dict[str, Any], **options: Any) -> Any:
        clock.now += 60
        settings = {"api_key": KEY, "base_url": server.url, "max_retries": 0, "rate_limits": False, **options}

        def reach(client: Any) -> Any:
            for part in method.split("."):
                client = getattr(client, part)
            return client(**arguments)

        async def awaited() -> Any:
            async with AsyncChannelEngine(**settings) as client:
                answer: Awaitable[Any] = reach(client)
                return await answer

        if request.param == "async":
            return asyncio.run(awaited())
        with ChannelEngine(**settings) as client:
            return reach(client)

    return perform


def ordered(call: Any) -> str:
    report_id: str = call("reports.generate", {}).content.report_id
    return report_id


def done(call: Any) -> str:
    report_id = ordered(call)
    assert call("reports.status", {"report_id": report_id}).content.status is ReportStatus.IN_PROGRESS
    assert call("reports.status", {"report_id": report_id}).content.status is ReportStatus.DONE
    return report_id


def test_a1_generating_gives_an_id_in_the_newer_envelope(call: Any) -> None:
    answer = call("reports.generate", {})
    assert (answer.is_success, answer.content.report_status) == (True, ReportStatus.IN_PROGRESS)
    assert answer.content.report_id.startswith("PF_")
    assert (answer.errors, answer.validations) == ([], [])


def test_a2_polling_ends_with_a_resource_url(call: Any) -> None:
    report_id = ordered(call)
    first = call("reports.status", {"report_id": report_id}).content
    second = call("reports.status", {"report_id": report_id}).content
    assert (first.status, first.resource_url) == (ReportStatus.IN_PROGRESS, None)
    assert (second.status, second.resource_url) == (ReportStatus.DONE, f"/v2/reports/{report_id}")


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a2_a_failed_report_is_ordered_once_more_and_no_two_calls_are_less_than_a_minute_apart(flavour: str) -> None:
    clock, sent = Clock(), list[tuple[str, float]]()
    options: dict[str, Any] = {
        "api_key": KEY,
        "before_request": lambda event: sent.append((event.operation, clock.now)),
    }
    with run("channelengine", clock=clock, keys=(KEY,), fail_next=1) as server:
        if flavour == "sync":
            with clock.drive(ChannelEngine(base_url=server.url, **options)) as client:
                content = client.reports.export(accept="text/csv")
        else:

            async def export() -> Any:
                async with clock.drive(AsyncChannelEngine(base_url=server.url, **options)) as client:
                    return await client.reports.export(accept="text/csv")

            content = asyncio.run(export())
    assert content.text.startswith("Id,MerchantProductNo")
    operations = [operation for operation, _ in sent]
    assert operations == ["generateReport", *["getReportStatus"] * 2] * 2 + ["retrieveReport"]
    for name in ("generateReport", "getReportStatus"):
        times = [time for operation, time in sent if operation == name]
        assert all(later - earlier >= 60 for earlier, later in pairwise(times))


def test_a3_the_report_comes_unchanged_by_id_and_by_resource_url(call: Any, server: Running) -> None:
    report_id = done(call)
    csv = call("reports.retrieve", {"report_id": report_id, "accept": "text/csv"})
    xml = call("reports.retrieve", {"report_id": report_id, "accept": "application/xml"})
    rows = call("reports.retrieve", {"report_id": report_id, "accept": "application/json"})
    linked = call("fetch", {"url_or_path": f"/v2/reports/{report_id}"}, headers={"Accept": "text/csv"})
    assert (csv.media_type, csv.text.count("\n")) == ("text/csv", 251)
    assert (xml.media_type, xml.text.count("<MerchantProductNo>")) == ("application/xml", 250)
    assert len(rows.json()) == 250
    assert linked.data == csv.data
    assert ChannelEngine(api_key=KEY, base_url=server.url).resolve("/v2/x") == f"{server.url}/v2/x"


def test_a4_the_list_has_the_new_report_and_obeys_its_dates(call: Any, clock: Clock) -> None:
    report_id = done(call)
    everything = call("reports.list_available", {"report_type": "PRODUCT_FEED"})
    recent = {
        "report_type": "PRODUCT_FEED",
        "created_from": datetime.fromtimestamp(clock.now, UTC) - timedelta(minutes=9),
    }
    past = {"report_type": "PRODUCT_FEED", "created_to": datetime.fromtimestamp(clock.now, UTC) - timedelta(minutes=9)}
    assert {report_id, "23-13.csv"} <= set(everything.content)
    assert everything.count == everything.total_count == everything.items_per_page == len(everything.content)
    assert call("reports.list_available", recent).content == [report_id]
    assert report_id not in call("reports.list_available", past).content


def test_a4_the_type_of_the_listed_reports_is_required(call: Any, server: Running) -> None:
    with pytest.raises(TypeError, match="report_type"):
        call("reports.list_available", {})
    assert httpx.get(f"{server.control_url}/requests").json()["requests"] == []


def test_a5_a_made_up_id_is_an_answer_and_no_exception(call: Any) -> None:
    state = call("reports.status", {"report_id": "PF_made-up"}).content
    assert (state.status, state.resource_url) == (ReportStatus.NOT_FOUND, None)


def test_a6_a_report_that_is_not_done_is_an_error_of_its_own(call: Any) -> None:
    with pytest.raises(NotReadyError, match="the result does not exist yet") as caught:
        call("reports.retrieve", {"report_id": ordered(call)})
    assert (caught.value.status, caught.value.operation) == (200, "retrieveReport")


@pytest.mark.parametrize("options", [{}, {"resume": True}])
def test_a6_a_report_that_is_not_done_leaves_the_file_as_it_is(call: Any, tmp_path: Path, options: Any) -> None:
    target, file = tmp_path / "report.csv", io.BytesIO()
    target.write_text("yesterday's")
    for each in (target, file) if not options else (target,):
        report_id = ordered(call)
        with pytest.raises(NotReadyError):
            call("reports.retrieve_to", {"report_id": report_id, "target": each, **options})
    assert (target.read_text(), file.getvalue()) == ("yesterday's", b"")
    assert list(tmp_path.iterdir()) == [target]
    saved = call("reports.retrieve_to", {"report_id": report_id, "target": target, "accept": "text/csv"})
    assert saved.size == target.stat().st_size > 1000


def test_a6_the_whole_flow_never_asks_before_the_report_is_done(call: Any, server: Running, clock: Clock) -> None:
    def pass_time(_: object) -> None:
        clock.now += 60

    export = {"interval": 0, "accept": "text/csv", "on_progress": pass_time}
    assert call("reports.export", export).text.count("\n") == 251
    listed = httpx.get(f"{server.control_url}/requests").json()["requests"]
    operations = [each["operation"] for each in reversed(listed)]
    assert operations == ["generateReport", "getReportStatus", "getReportStatus", "retrieveReport"]


@pytest.mark.parametrize("scheme", ["apiKeyHeader", "apiKeyQuery"])
def test_a7_either_form_of_the_key_is_enough_and_shows_up_nowhere(
    call: Any, scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert call("reports.generate", {}, auth=scheme).is_success
    assert caplog.records
    assert KEY not in caplog.text


def test_a7_a_wrong_or_missing_key_is_an_authentication_error(call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHANNELENGINE_API_KEY", raising=False)
    with pytest.raises(UnauthorizedError) as caught:
        call("reports.generate", {}, api_key="wrong-key")
    assert (caught.value.status, "wrong-key" in str(caught.value)) == (401, False)
    with pytest.raises(AuthenticationError, match="CHANNELENGINE_API_KEY"):
        call("reports.generate", {}, api_key=None)


def test_a8_the_limit_is_one_a_minute_for_each_endpoint(call: Any, clock: Clock) -> None:
    assert call("reports.generate", {}).is_success
    clock.now -= 60  # so that the next call comes at once
    with pytest.raises(RateLimitError) as caught:
        call("reports.generate", {})
    assert caught.value.retry_after == 60
    clock.now -= 60
    assert call("reports.status", {"report_id": "PF_x"}).content.status is ReportStatus.NOT_FOUND
    assert call("reports.generate", {}).is_success


@pytest.mark.parametrize("flavour", ["sync", "async"])
@pytest.mark.parametrize("rate_limits", [None, False])
def test_a8_a_second_call_waits_and_then_succeeds(
    server: Running, clock: Clock, flavour: str, rate_limits: bool | None
) -> None:
    clock.now += 3600
    started = clock.now
    options: dict[str, Any] = {"api_key": KEY, "base_url": server.url, "rate_limits": rate_limits}
    if flavour == "sync":
        with clock.drive(ChannelEngine(**options)) as client:
            assert [client.reports.generate().is_success, client.reports.generate().is_success] == [True, True]
            client.reports.list_available(report_type="PRODUCT_FEED")
    else:

        async def twice() -> None:
            async with clock.drive(AsyncChannelEngine(**options)) as client:
                assert (await client.reports.generate()).is_success
                assert (await client.reports.generate()).is_success
                await client.reports.list_available(report_type="PRODUCT_FEED")

        asyncio.run(twice())
    assert clock.now - started == pytest.approx(60)


def test_a_failed_report_says_so_and_a_new_one_may_be_ordered(clock: Clock) -> None:
    with (
        run("channelengine", clock=clock, keys=(KEY,), fail_next=1) as server,
        ChannelEngine(api_key=KEY, base_url=server.url, max_retries=0, rate_limits=False) as client,
    ):
        failed = client.reports.generate().content.report_id
        clock.now += 100
        assert client.reports.status(failed).content.status is ReportStatus.FAILED
        clock.now += 60
        again = client.reports.generate().content.report_id
        clock.now += 100
        assert client.reports.status(again).content.status is ReportStatus.DONE

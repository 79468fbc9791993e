"""The same server behind a real socket."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading

import httpx
import pytest

from channelsmith.sandbox import Options, SettingError, Settings, run, run_command
from support.sandboxes import CHANNELENGINE


def test_a_report_is_generated_and_fetched_over_a_socket() -> None:
    with (
        run("channelengine", pending_seconds=0) as sandbox,
        httpx.Client(base_url=sandbox.url, headers={"X-CE-KEY": "sandbox-key"}) as client,
    ):
        report_id = client.post("/v2/reports/feed").json()["Content"]["ReportId"]
        state = client.get(f"/v2/reports/{report_id}/status").json()["Content"]
        report = client.get(state["ResourceUrl"], headers={"accept": "text/csv"})
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/api", sandbox.url)
    assert len(report.text.splitlines()) == 301


def test_a_failure_can_be_ordered_over_a_socket() -> None:
    with (
        run("channelengine", pending_seconds=0) as sandbox,
        httpx.Client(base_url=sandbox.url, headers={"X-CE-KEY": "sandbox-key"}) as client,
    ):
        client.post(f"{sandbox.control_url}/fail")
        report_id = client.post("/v2/reports/feed").json()["Content"]["ReportId"]
        state = client.get(f"/v2/reports/{report_id}/status").json()["Content"]["Status"]
    assert state == "FAILED"


def test_the_server_is_gone_when_its_context_ends() -> None:
    before = threading.active_count()
    with run("channelengine") as sandbox:
        pass
    with pytest.raises(httpx.ConnectError):
        httpx.get(sandbox.url)
    assert threading.active_count() == before


@pytest.mark.usefixtures("shown_on_purpose")
def test_two_servers_do_not_share_their_state() -> None:
    with run("channelengine") as one, run("channelengine") as other:
        codes = [httpx.post(f"{each.url}/v2/reports/feed?apikey=sandbox-key").status_code for each in (one, other)]
    assert codes == [200, 200]


def test_a_port_that_is_taken_is_a_message_and_exit_code_two(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = run_command(CHANNELENGINE, port=port)
    assert code == 2
    assert [record.message for record in caplog.records] == [
        f"error: cannot listen on 127.0.0.1:{port}: address already in use"
    ]
    assert "hint: choose another port; 0 takes a free one" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"time_scale": 0}, "time_scale"),
        ({"time_scale": float("nan")}, "time_scale"),
        ({"port": -1}, "port"),
        ({"port": 65536}, "port"),
        ({"keys": ()}, "keys"),
        ({"keys": ("",)}, "keys"),
        ({"fail_next": -1}, "fail_next"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(options: Options, named: str) -> None:
    with pytest.raises(SettingError, match=named):
        Settings(**options)


def test_a_setting_that_makes_no_sense_is_exit_code_two() -> None:
    assert run_command(CHANNELENGINE, port=65536) == 2


def test_an_interrupt_ends_the_command_with_exit_code_zero() -> None:
    code = "import sys, pathlib, channelsmith.sandbox as s; sys.exit(s.run_command(pathlib.Path(sys.argv[1]), port=0))"
    command = [sys.executable, "-c", code, str(CHANNELENGINE)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert "listening on http://127.0.0.1:" in first
    assert process.returncode == 0


def test_every_setting_is_an_option() -> None:
    assert set(Options.__annotations__) == set(Settings.__dataclass_fields__)

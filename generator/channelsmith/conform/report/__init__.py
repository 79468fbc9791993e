"""What a suite showed, for people (Markdown), for programs (JSON) and for CI (JUnit)."""

from collections.abc import Callable, Mapping

from channelsmith.conform.cells import Report
from channelsmith.conform.report.junit import junit
from channelsmith.conform.report.machine import machine
from channelsmith.conform.report.markdown import markdown

WRITERS: Mapping[str, Callable[[Report], str]] = {"markdown": markdown, "json": machine, "junit": junit}
"""By the name of the format."""

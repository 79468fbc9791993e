"""Results as JUnit XML, in the form that CI systems agree on: a suite for each operation, a case for each cell."""

import re
import xml.etree.ElementTree as ET
from itertools import groupby
from typing import Final, cast

from channelsmith.conform.cells import Report, Result

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """The report as XML."""
    totals = report.totals
    root = ET.Element(
        "testsuites",
        name=_text(f"conformance of {report.client}"),
        tests=str(totals["cells"]),
        failures=str(totals["fail"]),
        errors="0",
        skipped=str(totals["exceptions"]),
        time=f"{sum(each.seconds for each in report.results):.3f}",
    )
    for operation, found in groupby(report.results, key=lambda each: each.cell.method.id):
        _suite(root, operation, list(found))
    if report.exempt:
        suite = ET.SubElement(root, "testsuite", _counts(len(report.exempt), 0, len(report.exempt)), name="exceptions")
        for each in report.exempt:
            case = ET.SubElement(suite, "testcase", classname=_text(each.operation), name=_text(each.id), time="0")
            ET.SubElement(case, "skipped", message=_text(each.reason))
    if report.strays:
        suite = ET.SubElement(root, "testsuite", _counts(1, 1, 0), name="strays")
        case = ET.SubElement(suite, "testcase", classname="strays", name="every request belongs to a call", time="0")
        ET.SubElement(case, "failure", message=f"{report.strays} requests belonged to no call")
    ET.indent(root)
    return cast("bytes", ET.tostring(root, encoding="utf-8", xml_declaration=True)).decode() + "\n"


def _suite(root: ET.Element, operation: str, results: list[Result]) -> None:
    verdicts = [each.verdict for each in results]
    counts = _counts(len(results), verdicts.count("fails"), verdicts.count("exception"))
    seconds = sum(each.seconds for each in results)
    suite = ET.SubElement(root, "testsuite", counts, name=_text(operation), time=f"{seconds:.3f}")
    for each in results:
        name = _text(each.cell.id.partition("/")[2])
        case = ET.SubElement(suite, "testcase", classname=_text(operation), name=name, time=f"{each.seconds:.3f}")
        if each.problems:
            failure = ET.SubElement(case, "failure", message=_text(each.problems[0]))
            failure.text = _text("\n".join(each.problems))
        elif each.exempt:
            ET.SubElement(case, "skipped", message=_text(each.exempt))


def _counts(tests: int, failures: int, skipped: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": str(skipped)}


def _text(text: str) -> str:
    """A text as XML can hold it."""
    return _NO_XML.sub("\ufffd", text)

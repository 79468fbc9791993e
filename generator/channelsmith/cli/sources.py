"""The command `channelsmith sources`."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from channelsmith.cli.options import AllowRefOption, FormatOption, OverlayOption, SourceArgument, extend_source
from channelsmith.cli.report import Format, Report
from channelsmith.config import find_input
from channelsmith.diagnostics import Diagnostic, Severity, UnusableInput, dump_json, printable
from channelsmith.document import did_you_mean

if TYPE_CHECKING:
    from channelsmith.lint.sources import Page, Source


def sources(
    api_or_spec: SourceArgument,
    *,
    page: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The saved copy of a page, as HTML, Markdown or text, to compare with."),
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address of that page; by default the only one there is.")
    ] = None,
    overlay: OverlayOption = None,
    allow_ref: AllowRefOption = None,
    output_format: FormatOption = Format.TEXT,
) -> None:
    """List the pages that a document was written from (x-source), or tell which operations a changed page affects.

    With --page, exit status 1 if the text of a source is no longer the one whose digest is recorded. Nothing is
    fetched from a network.
    """
    from channelsmith.lint.sources import find_sources, read_page  # noqa: PLC0415 -- slow to load
    from channelsmith.transform.assemble import assemble_document  # noqa: PLC0415

    problems: list[Diagnostic] = []
    with Report(output_format, verbose=True, is_result=True) as report:
        source = extend_source(find_input(api_or_spec).source, overlay, allow_ref)
        found = find_sources(assemble_document(source)[0])
        if page is not None:
            try:
                saved = read_page(page)
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                raise _unusable(f"{str(page)!r} cannot be read: {reason}", "save the page to a file") from None
            problems = list(_compare(_select(found, url), saved))
            report.add(problems)
            if report.is_text and not problems:
                sys.stdout.write("every recorded text is unchanged\n")
        elif output_format is Format.TEXT:
            sys.stdout.writelines(f"{line}\n" for line in _describe(found))
        elif output_format is Format.JSON:
            sys.stdout.write(f"{dump_json([_to_dict(each) for each in found])}\n")
            raise typer.Exit
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise typer.Exit(1)


def _select(found: "Sequence[Source]", url: str | None) -> "list[Source]":
    """Return the sources on the page with this address.

    Raises:
        UnusableInput: there are none, or there are several addresses and none was given.
    """
    urls = list(dict.fromkeys(source.url for source in found if source.url))
    if not urls:
        raise _unusable("no x-source names the address of a page", "add 'url' to an x-source")
    if url is None and len(urls) > 1:
        raise _unusable("the document names several pages", f"give one by --url: {', '.join(urls)}")
    wanted = url or urls[0]
    if wanted not in urls:
        hint = did_you_mean(wanted, dict.fromkeys(urls)) or f"it names {', '.join(urls)}"
        raise _unusable(f"no x-source names the page {wanted!r}", hint)
    return [source for source in found if source.url == wanted]


def _compare(selected: "Sequence[Source]", page: "Page") -> "Iterator[Diagnostic]":
    headings = dict.fromkeys(page.headings)
    for source in selected:
        name = f"the section {source.section!r}" if source.section else "the page"
        operations = ", ".join(source.operations) or "no operation"
        place = (source.location, source.pointer)
        actual = page.digest(source.section)
        if actual is None:
            hint = did_you_mean(source.section, dict(headings)) or "correct 'section', or save the whole page"
            message = f"the page has no section {source.section!r}; it is the source of {operations}"
            yield Diagnostic(Severity.ERROR, "source-missing", message, hint, *place)
        elif not source.digest:
            message = f"no text is recorded of {name}, the source of {operations}"
            yield Diagnostic(Severity.INFO, "source-unrecorded", message, f"add digest: {actual!r}", *place)
        elif source.digest != actual:
            since = f" since {source.retrieved}" if source.retrieved else ""
            message = f"the text of {name} changed{since}; it is the source of {operations}"
            hint = f"review these, then write digest: {actual!r}"
            yield Diagnostic(Severity.ERROR, "source-changed", message, hint, *place)


def _describe(found: "Sequence[Source]") -> Iterator[str]:
    if not found:
        yield "The document names no sources (x-source)."
    for source in found:
        name = ", ".join(filter(None, (source.doc or source.url or "(untitled)", source.section)))
        yield printable(name)
        details = {
            "url": source.url,
            "retrieved": source.retrieved,
            "digest": source.digest,
            "operations": ", ".join(source.operations),
        }
        for key, text in details.items():
            if text:
                yield f"    {key}: {printable(text)}"


def _to_dict(source: "Source") -> dict[str, object]:
    members: dict[str, object] = asdict(source)
    members["place"] = members.pop("location")
    return members


def _unusable(message: str, hint: str) -> UnusableInput:
    return UnusableInput(Diagnostic(Severity.ERROR, "sources", message, hint))

"""What is said about generated functions and methods, in docstrings and in the reference."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from channelsmith import ir
from channelsmith.codegen.constraints import describe_details
from channelsmith.codegen.render import one_line, sentence
from channelsmith.codegen.runtime_parts import error_class_of
from channelsmith.codegen.signatures import Argument

_SENTENCE = re.compile(r"[^\n]{1,100}?(?:[.!?](?=\s+[^\s\w]*[A-Z])|(?=\s*(?:\Z|\n\s*\n)))")


@dataclass(frozen=True, slots=True)
class Failure:
    """A documented failure: the exception class, the status, the description, and names and numbers of likely codes.

    Without a class the description says it all.
    """

    error: str
    text: str
    status: str = ""
    codes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodDoc:
    """What is said about a method.

    Attributes:
        headline: the first line.
        paragraphs: what follows it.
        arguments: its arguments, in the order of the signature.
        returns: the annotation and the description of the result, both "" if there is none.
        is_iterated: whether the results are yielded.
        failures: what it raises.
        request: the method and path of the request; "" if another method documents it.
        source: the origin of the operation's description, None if it is unknown.
    """

    headline: str
    paragraphs: tuple[str, ...] = ()
    arguments: tuple[Argument, ...] = ()
    returns: tuple[str, str] = ("", "")
    is_iterated: bool = False
    failures: tuple[Failure, ...] = ()
    request: str = ""
    source: ir.Source | None = None

    @property
    def docstring(self) -> str:
        """The text of the docstring."""
        described = ((each.name, _describe_argument(each)) for each in self.arguments)
        result = ": ".join(filter(None, (self.returns[0].replace("models.", ""), self.returns[1])))
        parts = [
            *[self.headline, *self.paragraphs],
            *[f"`{self.request}`"] * (self.request.strip("`.") not in {"", self.headline.rstrip(".")}),
            *_section("Args", (f"{name}: {text}" for name, text in described if text)),
            *_section("Yields" if self.is_iterated else "Returns", [result] if result else []),
            *_section("Raises", _describe_failures(self.failures)),
            *_section("Source", [describe_source(self.source)] if self.source is not None else []),
        ]
        return "\n\n".join(parts)


def endpoint_docstring(operation: ir.Operation) -> str:
    """Return the docstring of an endpoint function."""
    return f"`{operation.method} {operation.path}`" + (", deprecated." if operation.deprecated else ".")


def headline(operation: ir.Operation) -> str:
    """Return the first line of a method's docstring."""
    return sentence(_summary(operation)[0])


def describe_operation(
    operation: ir.Operation, arguments: Sequence[Argument], returns: str, codes: Mapping[int, str]
) -> MethodDoc:
    """Return the documentation of the method of an operation.

    Args:
        operation: what is called.
        arguments: its arguments.
        returns: the annotation of its result.
        codes: the names of error codes.
    """
    first, description = headline(operation), _summary(operation)[1]
    result_text = success_description(operation)
    if operation.pagination is not None:
        paged = "All items, fetched page by page; `pages()` and `first()` return pages as they come."
        result_text = " ".join([*[sentence(result_text)] * bool(result_text), paged])
    return MethodDoc(
        headline=first,
        paragraphs=(
            *["Deprecated by the API."] * operation.deprecated,
            *[description] * (one_line(description).strip("`.") not in {"", first.strip("`.")}),
        ),
        arguments=tuple(arguments),
        returns=(returns, result_text) if returns != "None" else ("", ""),
        failures=tuple(_failures(operation, codes)),
        request=f"{operation.method} {operation.path}",
        source=operation.source,
    )


def success_description(operation: ir.Operation) -> str:
    """Return the description of the successful response."""
    return next((one_line(each.description) for each in operation.responses if each.status.startswith("2")), "")


def describe_source(source: ir.Source) -> str:
    """Return the origin of a statement in words."""
    place = f'{source.doc}, "{source.section}"' if source.doc and source.section else source.doc or source.section
    confidence = f", {source.confidence} confidence" if source.confidence else ""
    note = f". {one_line(source.note)}" if source.note else ""
    return f"{source.basis}{confidence}{f': {place}' if place else ''}{note}"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    """A section of a docstring, nothing where it would be empty."""
    indented = [f"    {line}" for line in lines]
    return ["\n".join([f"{title}:", *indented])] if indented else []


def _summary(operation: ir.Operation) -> tuple[str, str]:
    """The summary, or else the first sentence, or else the request; and the rest of the description."""
    summary, description = one_line(operation.summary), operation.description.strip()
    if summary:
        return summary, description
    if (first := _SENTENCE.match(description)) is not None:
        return one_line(first[0]), description[first.end() :].strip()
    return f"{operation.method} {operation.path}", description


def _describe_argument(argument: Argument) -> str:
    text = one_line(argument.description)
    details = describe_details(argument.details, text, has_default=not argument.is_needed)
    required = "Required, here or in `body`." if argument.required_in_body else ""
    further = " ".join(filter(None, (details, required)))
    return " ".join(filter(None, (sentence(text), further))) if further else text


def _describe_failures(failures: Iterable[Failure]) -> Iterator[str]:
    """One line for each exception class."""
    by_class: dict[str, list[str]] = {}
    for each in failures:
        names = ", ".join(f"{name} ({code})" for name, code in each.codes)
        text = " ".join([each.text, *[f"Likely: {names}."] * bool(names)])
        by_class.setdefault(each.error, []).append(": ".join(filter(None, (each.status, text.strip()))))
    for error, texts in by_class.items():
        yield ": ".join(filter(None, (error, "; ".join(texts))))


def _failures(operation: ir.Operation, codes: Mapping[int, str]) -> Iterator[Failure]:
    likely = dict(operation.codes)
    for response in operation.responses:
        status = response.status
        if status.startswith(("4", "5")):
            names = tuple((codes.get(code, "code"), code) for code in likely.get(status, ()))
            yield Failure(error_class_of(status), one_line(response.description), status, names)
    if operation.is_empty_until_ready:
        yield Failure("NotReadyError", "The body is empty, because the result does not exist yet.")

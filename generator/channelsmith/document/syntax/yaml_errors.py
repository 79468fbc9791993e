"""What a YAML parser complains about, in words that help."""

import yaml

from channelsmith.document.syntax import MAX_DEPTH, Mark, TextError

_STARTS = "cannot start any token"
_TAB = "\t"
_TOO_DEEP = "maximum nesting depth"  # PyYAML 6.0.4 has a limit of its own, and reads far ahead of its events
_KNOWN = (
    ("mapping values are not allowed", "a second ': ' stands in one line", "quote a text that holds ': '"),
    ("could not find expected ':'", "this is no key, and not indented as a text", "a key is followed by ': '"),
    (
        "did not find expected key",
        "this line does not continue the mapping",
        "check its indentation and the quotes above",
    ),
    ("expected '-' indicator", "this line does not continue the list", "a list's elements all start with '- '"),
    ("expected ',' or ']'", "a list that opens with '[' is not closed", "put ',' between elements and ']' at the end"),
    (
        "expected ',' or '}'",
        "a mapping that opens with '{' is not closed",
        "put ',' between members and '}' at the end",
    ),
    ("unexpected end of stream", "a quote is opened and never closed", "add the closing quote"),
    ("node content", "a list or mapping breaks off", "close it with ']' or '}'"),
    ("comment or line break", "something follows where the line has to end", "check the quotes, '|' and '>' before it"),
    ("<document start>", "the text goes on after its end", "check the quotes and the indentation above"),
    ("sequence entries are not allowed", "a list can not begin here", "begin it on a line of its own"),
    ("tab character", "a tab stands where only spaces may", "indent with spaces"),
    ("unknown escape character", "this is no escape of YAML", "write a backslash twice, or use single quotes"),
)


def syntax_error(error: yaml.MarkedYAMLError, text: str, opened: Mark) -> TextError:
    """The parser's complaint, with a hint where one is known.

    Its place is where the parser stopped; when that is the end of the file, where the unfinished part begins, the
    innermost mapping or list (``opened``) when the parser does not know better.
    """
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark is not None]
    mark = next((mark for mark in marks if text[mark.index :].strip()), None)
    problem = error.problem or error.context or "this can not be read"
    if mark is None:
        message, hint = _explain(problem, "")
        return TextError(f"invalid YAML: {message}", opened, hint)
    if _TOO_DEEP in problem:
        return TextError(f"nested more than {MAX_DEPTH} levels deep", (mark.line + 1, mark.column + 1), rule="limit")
    message, hint = _explain(problem, text[mark.index])
    return TextError(f"invalid YAML: {message}", (mark.line + 1, mark.column + 1), hint)


def _explain(problem: str, character: str) -> tuple[str, str]:
    if _STARTS in problem and character == _TAB:
        return "a tab stands where only spaces may", "indent with spaces"
    if _STARTS in problem:
        return f"a text can not start with {character!r}", "quote it"
    return next(((message, hint) for part, message, hint in _KNOWN if part in problem), (problem, ""))

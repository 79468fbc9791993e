"""What an attacker writes where a document has text: one row a class, each with something that must not happen.

Every row is visible text as well, so that a hostile document says something wherever its benign twin does.
"""

from collections.abc import Mapping

CANARY = "channelsmith-canary"
"""The name of a file that code of a payload would leave behind."""

_RUN = f"open('{CANARY}','w').close()"
_IMPORT = f"__import__('os').system('touch {CANARY}')"

PAYLOADS: Mapping[str, str] = {
    "quote": "a'b\"c",
    "triple double quotes": f'a"""\n{_RUN}\n"""b',
    "triple single quotes": f"a'''\n{_RUN}\n'''b",
    "quotes at the end": 'ends""""',
    "trailing backslash": "ends\\",
    "two trailing backslashes": "ends\\\\",
    "backslash before quotes": f'a\\"""\n{_RUN}\n#',
    "newline": f"a\n{_RUN}\n",
    "carriage return": f"a\r{_RUN}\rb",
    "line separator": f"a\u2028{_RUN}\u2029b\x85{_RUN}",
    "form feed": f"a\f{_RUN}\vb\x1c{_RUN}\x1eb",
    "braces": "a{{ cycler.__init__.__globals__ }}{% raw %}{x!r}${HOME}{{b",
    "percent": "a%s%(b)s%n%%",
    "format": "a{0.__class__.__mro__}{x:>10}b",
    "nul": "a\0b",
    "escape": "a\x1b]0;owned\x07\x1b[31m\x1b[2Jb\x9b31mc\x08\x7f",
    "bidi": "a\u202e\u2066b\u2069c\u200f\u061cd",
    "zero width": "a\u200bb\u200c\u200d\u2060\ufeffc\u00add",
    "homoglyph": "\u0430dmin\u217f\uff4f\uff50\uff45\uff4e",
    "keyword": "class",
    "constant keyword": "None",
    "soft keyword": "match",
    "dunder": "__init__",
    "dunder of a class": "__class__",
    "name of the module": "__name__",
    "builtin": "print",
    "builtin type": "str",
    "name of ours": "self",
    "module of ours": "models",
    "class of ours": "Model",
    "function of ours": "run_job",
    "long": "ab" * 5_000,
    "long words": "word " * 2_000,
    "long line of signs": '\\"' * 2_500 + "end",
    "traversal": "../../x",
    "traversal on Windows": "..\\..\\x",
    "absolute path": f"/tmp/{CANARY}",  # noqa: S108 -- where nothing is to be written
    "drive": "C:\\Windows\\x",
    "share": "\\\\host\\share\\x",
    "device": "con",
    "file of ours": "__init__.py",
    "code": _IMPORT,
    "code in a call": f"a'), {_IMPORT}, ('",
    "code after a literal": f"']]; {_IMPORT} #",
    "decorator": f"a\n@{_IMPORT}\ndef b(): ...",
    "walrus": f"(x := {_IMPORT})",
    "comment": "a # type: ignore # noqa",
    "comment closers": "a */ --> ]]> <!-- b",
    "coding": "# -*- coding: utf-7 -*-",
    "html": "a</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "html in code": "a`<b>`` ` <img src=x> `\\`<script>alert(1)</script>`b",
    "link": "a[click](javascript:alert(1))![x](http://192.0.2.1/x.png)<javascript:alert(1)>b",
    "reference link": "a\n\n[x]: javascript:alert(1)\n\n[x] b",
    "backticks": "a```\n```python\nimport os\n```\n~~~\nb",
    "table": "a|b\n---|---\n`c\\|<img src=x>`|d",
    "heading": "# a\n=====\n- b\n1. c\n> d\n    e",
    "toml": f'a"]\n[tool.hatch.build.hooks.custom]\npath = "{CANARY}.py"\n#',
    "toml quotes": "a'''\"\"\"\n[tool]\n",
    "yaml": "a: !!python/object/apply:os.system ['touch x'] &a *a",
    "workflow command": "a\n::error::x\n::stop-commands::x\n##[add-matcher]/x\n##vso[task.setvariable variable=a]b",
    "emoji": "a\U0001f600\U0001f469\u200d\U0001f4bbb",
    "combining": "e\u0301\u0323\u20e3" + "\u0301" * 50,
    "right to left": "\u05e9\u05dc\u05d5\u05dd a",
    "placeholder of the generator": "docstring-0-of-the-document",
    "hidden constant of the generator": "hidden-5b22225d",
    "hidden code": "'hidden-5b5d' + x",
    "pointer": "#/paths/~1x%2F..",
    "network": "https://192.0.2.1/x?token={token}#",
    "header": "a\r\nX-Evil: 1\r\n\r\n",
}

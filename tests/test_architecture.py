"""The house rules, checked: who may import whom, how long a file may be, what a template and a method may contain."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator" / "channelsmith"
TEMPLATES = ROOT / "templates"
RUNTIME = TEMPLATES / "runtime"

# Each stage may import the ones above it, never one below.
STAGES = (
    ("diagnostics",),
    ("document",),
    ("lint",),
    ("transform",),
    ("ir",),
    ("naming",),
    ("codegen",),
    ("config",),
    ("output",),
    ("pipeline",),
    ("sandbox",),
    ("diff",),
    ("conform",),
    ("cli",),
    ("__main__",),
)
PENDING = {}
"""Imports of later stages that are still to be removed."""
RANK = {module: rank for rank, modules in enumerate(STAGES) for module in modules}


def python_files() -> list[Path]:
    return [*GENERATOR.rglob("*.py"), *RUNTIME.rglob("*.py")]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def stage(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", sorted(GENERATOR.rglob("*.py")), ids=lambda path: str(path.relative_to(GENERATOR)))
def test_a_stage_imports_only_from_the_stages_before_it(path: Path) -> None:
    if stage(path) == "__init__":
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("channelsmith.")}
    later = {each for each in used if each != stage(path) and RANK[each] > RANK[stage(path)]}
    later -= PENDING.get(path.relative_to(GENERATOR).as_posix(), set())
    assert later == set()


def test_every_module_has_its_place_among_the_stages() -> None:
    found = {stage(path) for path in GENERATOR.rglob("*.py")} - {"__init__"}
    assert found == set(RANK)


def test_the_pipeline_is_told_in_one_look() -> None:
    assert len((GENERATOR / "pipeline.py").read_text("utf-8").splitlines()) < 100


def test_templates_decide_next_to_nothing() -> None:
    lines = [line for path in TEMPLATES.rglob("*.jinja*") for line in path.read_text("utf-8").splitlines()]
    deciding = [line for line in lines if re.search(r"{%-? *(if|elif)\b", line)]
    assert len(deciding) / len(lines) <= 0.05


def test_no_vendor_is_known_to_the_generator_or_its_templates() -> None:
    words = re.compile(r"channel[ _-]?engine|channel[ _-]?ape|X-CE-KEY|PRODUCT_FEED", re.IGNORECASE)
    texts = [*GENERATOR.rglob("*.py"), *GENERATOR.rglob("*.json"), *TEMPLATES.rglob("*.jinja*"), *RUNTIME.rglob("*.py")]
    assert [str(path) for path in texts if words.search(path.read_text("utf-8"))] == []


def test_the_http_library_and_the_extra_are_each_loaded_in_one_runtime_file_and_only_when_needed() -> None:
    loading = {path.name for path in RUNTIME.rglob("*.py") if "import_module(" in path.read_text("utf-8")}
    assert loading == {"redis.py", "transport.py"}
    assert [path.name for path in RUNTIME.rglob("*.py") for name in imports(path) if name.startswith("httpx")] == []


def test_the_runtime_needs_nothing_but_the_declared_libraries() -> None:
    used = {name.split(".")[0] for path in RUNTIME.rglob("*.py") for name in imports(path)}
    assert used - set(sys.stdlib_module_names) <= {"httpx", "pydantic", "pydantic_core"}


def overload(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list)


def test_generated_methods_are_signature_docstring_and_one_call() -> None:
    thick: list[str] = []
    for path in (ROOT / "generated").glob("*/src/*/resources/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
                and node.name != "__init__"
                and not overload(node)
            ):
                documented, *rest = node.body
                if len(rest) > 1 and isinstance(rest[0], ast.ImportFrom) and node.decorator_list:
                    rest.pop(0)  # a property loads the resource below when it is asked for
                if len(rest) != 1 or not isinstance(rest[0], ast.Return) or not isinstance(documented, ast.Expr):
                    thick.append(f"{path.name}: {node.name}")
    assert thick == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("specs/*/sandbox.py")), ids=lambda path: path.parent.name)
def test_the_behavior_of_a_sandbox_uses_its_public_interface_only(path: Path) -> None:
    used = {name for name in imports(path) if name.split(".")[0] not in sys.stdlib_module_names}
    assert used == {"channelsmith.sandbox"}

"""The house rules, checked: who may import whom, how long a file may be, what a template and a method may contain."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from channelsmith.codegen.runtime_parts import PARTS
from support.longest import LONGEST_FIRST

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
    ("settings",),
    ("config",),
    ("output",),
    ("pipeline",),
    ("sandbox",),
    ("diff",),
    ("conform",),
    ("cli",),
    ("__main__",),
)
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
    assert later == set()


def import_graph(root: Path) -> dict[str, set[str]]:
    """The modules below a package and the modules that each imports, also under TYPE_CHECKING and inside functions."""
    names: dict[str, Path] = {}
    for path in root.rglob("*.py"):
        parts = path.relative_to(root.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    graph: dict[str, set[str]] = {}
    for name, path in names.items():
        package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        imported: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                base = package[: len(package) - node.level + 1] if node.level else []
                module = ".".join([*base, *([node.module] if node.module else [])])
                full = ((f"{module}.{alias.name}", module) for alias in node.names)
                imported |= {submodule if submodule in names else module for submodule, module in full}
        graph[name] = (imported & names.keys()) - {name}
    return graph


@pytest.mark.parametrize("root", [GENERATOR, RUNTIME], ids=["generator", "runtime"])
def test_there_are_no_import_cycles(root: Path) -> None:
    try:
        TopologicalSorter(import_graph(root)).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_an_import_cycle_under_type_checking_or_inside_a_function_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").touch()
    (tmp_path / "package" / "a.py").write_text("if TYPE_CHECKING:\n    from .b import B\n")
    (tmp_path / "package" / "b.py").write_text("def f():\n    from . import a\n")
    assert import_graph(tmp_path / "package") == {
        "package": set(),
        "package.a": {"package.b"},
        "package.b": {"package.a"},
    }


def test_the_core_of_the_runtime_imports_no_optional_part() -> None:
    graph = import_graph(RUNTIME)
    owners = {name: {part.name for part in PARTS if path_of(name).startswith(part.modules)} for name in graph}
    allowed = {part.name: {part.name, *part.needs} for part in PARTS}
    wrong = [
        f"{name} -> {imported}"
        for name, targets in graph.items()
        for imported in targets
        if owners[imported] and not all(owners[imported] & reachable(part, allowed) for part in owners[name] or {""})
    ]
    assert wrong == []


def path_of(module: str) -> str:
    """The file of a runtime module, relative to the runtime."""
    inner = module.removeprefix("runtime").removeprefix(".").replace(".", "/")
    return f"{inner}/__init__.py" if (RUNTIME / inner / "__init__.py").is_file() else f"{inner}.py"


def reachable(part: str, needs: dict[str, set[str]]) -> set[str]:
    """A part and all parts that are copied with it."""
    found: set[str] = set()
    waiting = [part]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs.get(name, ())
    return found


def test_every_module_has_its_place_among_the_stages() -> None:
    found = {stage(path) for path in GENERATOR.rglob("*.py")} - {"__init__"}
    assert found == set(RANK)


def test_the_pipeline_is_told_in_one_look() -> None:
    assert len((GENERATOR / "pipeline.py").read_text("utf-8").splitlines()) < 120


def test_templates_decide_next_to_nothing() -> None:
    lines = [line for path in TEMPLATES.rglob("*.jinja*") for line in path.read_text("utf-8").splitlines()]
    deciding = [line for line in lines if re.search(r"{%-? *(if|elif)\b", line)]
    assert len(deciding) / len(lines) <= 0.05


def test_the_conformance_runner_reads_documents_without_the_ir() -> None:
    used = {name for path in (GENERATOR / "conform").rglob("*.py") for name in imports(path)}
    stages = {name for name in used if name.split(".")[1:2] in (["ir"], ["naming"], ["codegen"], ["sandbox"])}
    assert stages == {"channelsmith.sandbox"}


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


def test_the_files_that_start_first_exist() -> None:
    assert [path for path in LONGEST_FIRST if not path.is_file()] == []

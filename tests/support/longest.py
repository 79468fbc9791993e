"""How long the files of tests take."""

from pathlib import Path

TESTS = Path(__file__).parents[1]
LONGEST_FIRST = tuple(
    TESTS / name
    for name in (
        "sandbox/test_sandbox_schemathesis.py",
        "conform/test_mutations.py",
        "hostile/test_import.py",
        "type_checkers/test_type_checkers.py",
        "interop/test_types.py",
        "sandbox/test_sandbox_plugin.py",
        "test_bench.py",
        "test_bench_generator.py",
        "hostile/test_inputs.py",
        "conform/test_other_servers.py",
        "runtime/test_stores.py",
        "conform/test_styles.py",
        "functional/test_scalars.py",
    )
)
"""The files that take longest, in the order in which they start."""

"""Short functions and files: beyond 50 and 300 lines a project gets hard to change."""

import ast
from pathlib import Path

import pytest

WOO = Path(__file__).parents[2] / "woo"
MODULES = sorted(WOO.rglob("*.py"))


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {str(path): n for path, n in lengths.items() if n > 300} == {}


@pytest.mark.slow
def test_functions_are_short() -> None:
    long = [
        f"{path.relative_to(WOO)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 50
    ]
    assert long == []

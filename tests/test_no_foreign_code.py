"""Nothing that was read is ever run, and no file that lies about is loaded in the place of a module (F82)."""

from __future__ import annotations

import ast
import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = {"pickle", "cPickle", "dill", "shelve", "marshal", "yaml", "jsonpickle", "xmlrpc", "ftplib", "telnetlib"}
CALLS = {"eval", "exec", "compile", "__import__", "input"}
DEEDS = {"os.system", "os.popen", "tempfile.mktemp", "os.tempnam", "subprocess.getoutput", "os.chmod"}

_WORDS = (*MODULES, *(f"{name}(" for name in CALLS), *DEEDS, "shell=", "NamedTemporaryFile")


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """The modules of the program in which one of the words stands at all, with their syntax."""
    told = ((path, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "meritdesk").rglob("*.py")))
    return tuple(
        (str(path.relative_to(ROOT)), ast.parse(text)) for path, text in told if any(map(text.__contains__, _WORDS))
    )


def found(wanted: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, wanted):
                yield f"{name}:{getattr(node, 'lineno', 0)}", node


def test_no_module_that_runs_what_it_reads_is_imported():
    used = []
    for place, node in [*found(ast.Import), *found(ast.ImportFrom)]:
        if isinstance(node, ast.Import):
            names = {alias.name.partition(".")[0] for alias in node.names}
        else:
            names = {(node.module or "").partition(".")[0]} if not node.level else set()
        used += [f"{place}: {name}" for name in sorted(names & MODULES)]
    assert used == []


def test_nothing_is_evaluated_and_no_shell_is_asked():
    used = []
    for place, node in found(ast.Call):
        assert isinstance(node, ast.Call)
        said = ast.unparse(node.func)
        is_shell = any(word.arg == "shell" and not is_false(word.value) for word in node.keywords)
        if (isinstance(node.func, ast.Name) and node.func.id in CALLS) or is_shell:
            used.append(f"{place}: {said}")
        if said in DEEDS:
            used.append(f"{place}: {said}")
        if said.endswith("NamedTemporaryFile") and any(word.arg == "delete" for word in node.keywords):
            used.append(f"{place}: {said} that stays")
    assert used == []


def test_drawings_laid_aside_are_plain_values_and_nothing_else_is_taken_for_them(tmp_path):
    from meritdesk.printing.print_shop import PrintShop

    shop, path = PrintShop(), tmp_path / "gambar"
    for data in (b"cos\nsystem\n(S'touch keluar'\ntR.", pickle.dumps([1]), b"", b"\x93\x90\x90\x90"[:3]):
        path.write_bytes(data)
        assert shop.recall(path, hashlib.sha256(data).hexdigest()) is None
        assert shop.recall(path, "0" * 64) is None


def is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def test_a_module_that_lies_in_the_present_folder_is_not_loaded(tmp_path):
    for name in ("json", "argparse", "logging", "zipfile", "sqlalchemy", "msgspec", "decimal"):
        (tmp_path / f"{name}.py").write_text("open('hijacked', 'a').close()\nraise SystemExit(99)\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "meritdesk", "--help"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert done.returncode != 99 and not (tmp_path / "hijacked").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of an account private by itself")
def test_the_private_folder_of_a_temporary_file_is_the_owners_alone():
    import tempfile

    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        assert Path(one).stat().st_mode & 0o777 == 0o700 and Path(one).name != Path(other).name

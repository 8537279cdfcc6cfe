"""What was entered is read on the window's thread: a question is gone when the lane's thread comes to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import meritdesk.ui

WINDOW = Path(next(iter(meritdesk.ui.__path__)))


def read_beside(function: ast.FunctionDef) -> Iterator[int]:
    """The lines on which work that is given to a lane looks at a dialog."""
    inner = {one.name: one for one in ast.walk(function) if isinstance(one, ast.FunctionDef) and one is not function}
    for call in ast.walk(function):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "ask"):
            continue
        work = call.args[0] if call.args else None
        waiting: list[ast.AST] = [work] if isinstance(work, ast.Lambda) else []
        if isinstance(work, ast.Name) and work.id in inner:
            waiting.append(inner[work.id])
        met: set[str] = set()
        while waiting:
            for part in ast.walk(waiting.pop()):
                if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "dialog":
                    yield part.lineno
                called = part.func if isinstance(part, ast.Call) else None
                if isinstance(called, ast.Name) and called.id in inner and called.id not in met:
                    met.add(called.id)
                    waiting.append(inner[called.id])


def asking(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions of a module, and of its classes, that name a dialog and ask a lane."""
    text = path.read_text(encoding="utf-8")
    if "dialog." not in text or ".ask(" not in text:
        return
    lines = text.splitlines()
    for whole in ast.parse(text).body:
        for one in whole.body if isinstance(whole, ast.ClassDef) else [whole]:
            own = "\n".join(lines[one.lineno - 1 : one.end_lineno])
            if isinstance(one, ast.FunctionDef) and "dialog." in own and ".ask(" in own:
                yield one


def test_no_work_of_a_lane_looks_at_a_dialog() -> None:
    found = {
        f"{path.relative_to(WINDOW)}:{line}"
        for path in WINDOW.rglob("*.py")
        for function in asking(path)
        for line in read_beside(function)
    }
    assert not found

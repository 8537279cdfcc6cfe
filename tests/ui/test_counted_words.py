"""Whatever the window counts in English is said in the singular when there is one: no place is forgotten."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import meritdesk.ui
from meritdesk.messages.counting import SOME

PLACES = Path(meritdesk.ui.__path__[0])
COUNTED = re.compile(rf"(?:%[1-9]|\{{[a-z_]+\}}) {SOME}\b")
SAYS_ONE = {"singular", "asks", "emit", "say", "CountLabel", "CountButton"}
"""What makes one of many, or hands words on to the line below the page, which does."""


@cache
def counting_widgets() -> frozenset[str]:
    """The names of the labels and buttons that count by themselves."""
    found = set()
    for path in PLACES.rglob("*.py"):
        found |= set(re.findall(r"(\w+)(?:: \w+)? = Count(?:Label|Button)\(", path.read_text(encoding="utf-8")))
    return frozenset(found)


def counted_in(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.Constant]]:
    """Every sentence with a number of things in it, with the function (or the module) in which it stands."""

    def walk(node: ast.AST, inside: ast.AST) -> Iterator[tuple[ast.AST, ast.Constant]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Constant) and isinstance(child.value, str) and COUNTED.search(child.value):
                yield inside, child
            yield from walk(child, child if isinstance(child, ast.FunctionDef) else inside)

    yield from walk(tree, tree)


def counts_itself(holder: ast.expr, source: str) -> bool:
    """Whether a label or button counts by itself: one of one's own by how it was made, one of a part by its name.

    A name alone would not do for one's own: another page may have a counting label of the same name.
    """
    name = getattr(holder, "attr", getattr(holder, "id", ""))
    is_own = isinstance(holder, ast.Attribute) and isinstance(holder.value, ast.Name) and holder.value.id == "self"
    made = re.search(rf"self\.{name}(?:: \w+)? = (\w+)\(", source) if is_own else None
    return made[1] in {"CountLabel", "CountButton"} if made is not None else name in counting_widgets()


def says_one(function: ast.AST, source: str) -> bool:
    """Whether a function makes one of many, or puts its words where that is done."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            # ``look.asks()`` is a colour, ``asks()`` a question.
            if name in SAYS_ONE and not (name == "asks" and isinstance(node.func, ast.Attribute)):
                return True
            puts = name in {"setText", "addButton"}
            if puts and isinstance(node.func, ast.Attribute) and counts_itself(node.func.value, source):
                return True
    return False


def test_every_count_of_the_window_can_be_one() -> None:
    forgotten = []
    for path in sorted(path for path in PLACES.rglob("*.py") if "tour" not in path.parts):
        source = path.read_text(encoding="utf-8")
        for inside, said in counted_in(ast.parse(source)):
            if not says_one(inside, source):
                forgotten.append(f"{path.relative_to(PLACES)}:{said.lineno} {said.value[:60]!r}")
    assert forgotten == []

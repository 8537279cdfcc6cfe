"""Each fault of the list has its answer: a test, a bench, or a limit that is said aloud (``rules/faults.csv``).

One line a fault. ``where`` names tests as ``tests/area/test_x.py::test_name`` and benches as ``bench/part.py``, with
blanks between them. A limit gives its reason here and stands under its number in ``docs/security.md``; a test or a
bench may have a reason too, for the part of the fault that stays. ``open`` is a fault that nobody has answered yet.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "rules" / "faults.csv"
SECURITY = ROOT / "docs" / "security.md"
OPEN_AT_MOST = 2
"""Faults without an answer: only ever lowered."""


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@cache
def source(path: str) -> str:
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def is_there(place: str) -> bool:
    """Whether a test of that name, or a bench that can be run, is in the tree."""
    path, _, name = place.partition("::")
    if path.startswith("tests/"):
        return name != "" and re.search(rf"^\s*def {re.escape(name)}\(", source(path), re.MULTILINE) is not None
    return path.startswith("bench/") and '__name__ == "__main__"' in source(path)


def test_every_fault_of_the_list_has_one_line_in_order():
    assert [row["row"] for row in rows()] == [f"F{number:02d}" for number in range(1, 84)]
    assert all(row["fault"].strip() for row in rows())


def test_every_test_and_bench_that_is_named_is_there():
    lost = [f"{row['row']}: {place}" for row in rows() for place in row["where"].split() if not is_there(place)]
    assert lost == []


def test_every_answer_is_a_test_a_bench_or_a_limit_with_its_reason_told():
    told = set(re.findall(r"\bF\d\d\b", SECURITY.read_text(encoding="utf-8"))) if SECURITY.exists() else set()
    for row in rows():
        places = row["where"].split()
        match row["answer"]:
            case "test":
                assert any(place.startswith("tests/") for place in places), row["row"]
            case "bench":
                assert any(place.startswith("bench/") for place in places), row["row"]
            case "limit":
                assert row["reason"].strip(), row["row"]
            case answer:
                assert answer == "open", row["row"]
        assert not row["reason"].strip() or row["row"] in told, (
            f"{row['row']}: docs/security.md does not tell its limit"
        )


def test_faults_without_an_answer_only_become_fewer():
    waiting = [row["row"] for row in rows() if row["answer"] == "open"]
    assert len(waiting) <= OPEN_AT_MOST, waiting

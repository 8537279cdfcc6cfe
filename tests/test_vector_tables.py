"""The worked cases of the law stand in tables that a lawyer can read, and every one of them is there."""

from __future__ import annotations

import csv
import re
from pathlib import Path

RULES = Path(__file__).parent / "rules"
GAPS = {f"T-{number}" for number in range(13, 18)}
SECTIONS = {
    "13.2": "numeric_achievement",
    "13.3": "numeric_indicator",
    "13.4": "numeric_result",
    "13.5": "numeric_pp30",
    "13.6": "credit_points",
    "13.7": "distribution_circular",
    "13.9": "allowance",
    "13.11": "nip_readings",
}


def rows(stem):
    with (RULES / f"{stem}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def test_every_vector_of_the_regulation_stands_in_a_table():
    known = {
        match[0]
        for path in RULES.glob("*.csv")
        for row in rows(path.stem)
        if (match := re.match(r"T-\d+", row.get("id") or ""))
    }
    wanted = {f"T-{number:02d}" for number in range(1, 99)} - GAPS
    assert known == wanted


def test_the_sections_of_the_other_rules_that_belong_to_the_appraisal_have_a_table():
    assert all(rows(stem) for stem in SECTIONS.values())


def test_every_table_is_named_by_a_test():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in RULES.parent.rglob("test_*.py"))
    unread = [path.stem for path in RULES.glob("*.csv") if not re.search(rf"\b{path.stem}\b", sources)]
    assert unread == []

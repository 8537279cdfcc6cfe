"""The validation rules V-01 to V-100: a complete pack, words in both languages, and tests for both sides of each."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from meritdesk.core.validation import Hint, Severity, blocking, severity_of, sorted_hints
from meritdesk.messages import LANGUAGES, Messages
from meritdesk.rulebook import Rulebook

RULES = Rulebook().in_force(date(2025, 12, 31)).validation
ALL = [f"V-{number:02d}" for number in range(1, 101)]
SIDES = ("fires", "silent")


def marked() -> set[tuple[str, str]]:
    """Every ``@pytest.mark.rule("V-35", "fires")`` in the tests, also as ``marks=pytest.mark.rule(...)``."""
    found = set()
    for path in Path(__file__).parent.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.rule":
                values = [word.value for word in node.args if isinstance(word, ast.Constant)]
                assert len(values) == 2 and values[0] in ALL and values[1] in SIDES, f"{path.name}: {ast.unparse(node)}"
                found.add((values[0], values[1]))
    return found


def test_the_pack_holds_every_rule_of_the_list_once():
    assert list(RULES.rules) == ALL
    assert {code for code, rule in RULES.rules.items() if rule.is_waivable} == {"V-03", "V-24", "V-25", "V-77", "V-89"}
    assert sum(rule.severity is Severity.ERROR for rule in RULES.rules.values()) == 49


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_sentence(language):
    words = Messages(language)
    without = [code for code in ALL if code != "V-76" and words.refusal(code)[0] == code]
    assert without == []


def test_marks_of_tests_name_rules_that_exist():
    marked()


def test_an_error_blocks_until_a_named_person_sets_a_waivable_rule_aside():
    hints = [Hint("V-98"), Hint("V-89"), Hint("V-90")]
    assert [hint.code for hint in blocking(hints, RULES)] == ["V-89", "V-90"]
    assert [hint.code for hint in blocking(hints, RULES, {"V-89", "V-90"})] == ["V-90"]
    assert [hint.code for hint in sorted_hints(hints, RULES)] == ["V-89", "V-90", "V-98"]
    assert severity_of(Hint("V-999"), RULES) is Severity.ERROR


def test_every_rule_has_a_test_that_fires_and_one_that_stays_silent():
    assert {(code, side) for code in ALL for side in SIDES} - marked() == set()

"""Validation: what a plan, a record or a sheet still lacks, as hints that lead to the place (rules section 7).

Each area has its own module of pure checks (``plan_rules``, ``cascade_rules``, ...). A check answers with hints; how
grave a hint is, whether it may be waived and on what it rests says the validation pack, and its words stand in
``resources/messages/validation``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error blocks fixing, closing or printing as final; a warning asks."""

    ERROR = "ERROR"
    WARNING = "WARNING"


@dataclass(frozen=True, slots=True)
class ValidationRule:
    """What the pack says of one rule: how grave, whether a named person may set it aside, and its source."""

    severity: Severity
    is_waivable: bool
    source: str


@dataclass(frozen=True, slots=True)
class ValidationRules:
    """The rules V-01 .. V-100 in force."""

    rules: Mapping[str, ValidationRule]


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that is not as the law wants it: rule id, the facts of its sentence, and where it is.

    ``place`` leads the window to the field: parts from the outside in, for example ``("result", "2", "indicator", "1",
    "target")``. Facts that are label keys are put into words.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    place: tuple[str, ...] = ()


def severity_of(hint: Hint, rules: ValidationRules) -> Severity:
    """How grave a hint is: a V-rule that the pack does not know is an error, a remark of our own only asks."""
    rule = rules.rules.get(hint.code)
    if rule is not None:
        return rule.severity
    return Severity.ERROR if hint.code.startswith("V-") else Severity.WARNING


def blocking(hints: Iterable[Hint], rules: ValidationRules, waived: Collection[str] = ()) -> tuple[Hint, ...]:
    """The hints that stand in the way: errors that are not waived; only a waivable rule can be."""
    found = []
    for hint in hints:
        rule = rules.rules.get(hint.code)
        is_waived = rule is not None and rule.is_waivable and hint.code in waived
        if severity_of(hint, rules) is Severity.ERROR and not is_waived:
            found.append(hint)
    return tuple(found)


def sorted_hints(hints: Iterable[Hint], rules: ValidationRules) -> tuple[Hint, ...]:
    """Errors first, then warnings, each in the order they were found."""
    return tuple(sorted(hints, key=lambda hint: severity_of(hint, rules) is not Severity.ERROR))

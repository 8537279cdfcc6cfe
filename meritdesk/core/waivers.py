"""Waivers: a rule set aside for one record, by a named person, for a stated reason, and never in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

INCOMPLETE = "INCOMPLETE"
"""The rule that nothing closes while incomplete; it is waived for one evaluation like any other."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One rule set aside for one record: a plan, an evaluation or an objection (rules section 7, mark E*).

    ``rule`` is the id of a validation rule or ``INCOMPLETE``; ``record_id`` is the key of the record it is about.
    """

    waiver_id: str
    rule: str
    record_id: str
    waived_by: str
    reason: str
    waived_on: date


def waived_rules(waivers: Iterable[Waiver]) -> Mapping[str, frozenset[str]]:
    """For each record the rules that were set aside for it."""
    found: dict[str, set[str]] = {}
    for waiver in waivers:
        found.setdefault(waiver.record_id, set()).add(waiver.rule)
    return {record_id: frozenset(rules) for record_id, rules in found.items()}

"""The duties with a deadline, D-1 to D-15, and the limits that a rule pack sets for them (rules section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Duty(StrEnum):
    """The fifteen deadlines by the numbers of the rule list."""

    DRAFT_AGREEMENT = "D-1"
    FIX_PLAN = "D-2"
    GO_TO_SUPERIOR = "D-3"
    ANNUAL_EVALUATION = "D-4"
    ORGANISATION_LEVEL = "D-5"
    HAND_OVER = "D-6"
    RETURN = "D-7"
    REPORT = "D-8"
    SUPERIOR_SIGNS = "D-9"
    SUPERIOR_HANDS_OVER = "D-10"
    RETURN_TO_SUPERIOR = "D-11"
    SUPERIOR_REPORTS = "D-12"
    OBJECTION = "D-13"
    DECISION = "D-14"
    REPORT_DECISION = "D-15"


RIGHTS = frozenset({Duty.OBJECTION})
"""What is lost when its limit passes, instead of being late."""


class Party(StrEnum):
    """Who must act."""

    RATEE = "RATEE"
    RATER = "RATER"
    SUPERIOR = "SUPERIOR"
    ORGANISATION = "ORGANISATION"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One limit as the pack states it: so many working days, or a day of the year after (``month``, ``day``)."""

    who: Party
    source: str
    working_days: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """All limits in force, by duty."""

    rules: Mapping[Duty, DeadlineRule]

    def working_days(self, duty: Duty) -> int:
        """The length of a limit that is counted in working days."""
        days = self.rules[duty].working_days
        if days is None:
            raise ValueError(f"{duty} is no limit in working days")
        return days

    def limit(self, duty: Duty, year: int) -> date:
        """The limit of a duty that is a day of the calendar."""
        rule = self.rules[duty]
        if rule.month is None or rule.day is None:
            raise ValueError(f"{duty} is no day of the calendar")
        return date(year, rule.month, rule.day)

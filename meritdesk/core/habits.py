"""Negative working habits: what was seen, what was talked about, and whether it became better.

No sanction: a habit is noted so that it ends. The register is for its author and the readers named on an entry, and
it never leaves the office.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from meritdesk.core.discipline import months_later
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.timekeeping import MonthOfTime, NegativeKind


class HabitFigure(StrEnum):
    """A figure of a month by which a habit is found."""

    LATE = "LATE"
    EARLY = "EARLY"
    UNMARKED = "UNMARKED"
    ABSENT = "ABSENT"
    NOT_VALIDATED = "NOT_VALIDATED"
    MISSING_PERCENT = "MISSING_PERCENT"


class HabitSource(StrEnum):
    """Who says so: the superior, or the figures of the month."""

    SUPERIOR = "SUPERIOR"
    FOUND = "FOUND"


class HabitOutcome(StrEnum):
    """What became of it after the talk; ``OPEN`` until somebody says."""

    OPEN = "OPEN"
    IMPROVED = "IMPROVED"
    UNCHANGED = "UNCHANGED"
    UNFOUNDED = "UNFOUNDED"


class HabitState(StrEnum):
    """What is to be done next."""

    TO_TALK = "TO_TALK"
    TALK_LATE = "TALK_LATE"
    WATCHED = "WATCHED"
    DUE = "DUE"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class HabitRule:
    """One kind of habit: its words, and from how much in a month it is found by itself (nothing: only by hand)."""

    code: str
    printed: str
    english: str
    figure: HabitFigure | None = None
    least: int = 0


@dataclass(frozen=True, slots=True)
class HabitRules:
    """The kinds; within how many days one talks, how long one watches after it, and how far back repeats count."""

    kinds: Mapping[str, HabitRule]
    talk_days: int
    watch_days: int
    repeat_months: int
    grave_from: int
    source: str


@dataclass(frozen=True, slots=True)
class Habit:
    """One entry: whose, which kind, when it was seen and how often; the talk about it, and what became of it."""

    habit_id: str
    person_id: str
    kind: str
    seen_on: date
    times: int
    source: HabitSource
    words: str
    author: str
    talk_on: date | None = None
    talk_by: str = ""
    talk_words: str = ""
    due_on: date | None = None
    outcome: HabitOutcome = HabitOutcome.OPEN
    closed_on: date | None = None
    outcome_words: str = ""
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HabitRow:
    """One entry of the register of habits; ``kind`` is its code or its Indonesian words."""

    nip: str
    kind: str
    seen_on: date
    times: int = 1
    words: str = ""
    talk_on: date | None = None
    talk_by: str = ""
    talk_words: str = ""
    due_on: date | None = None


def noted(habit: Habit, rules: HabitRules, today: date) -> Habit:
    """An entry as it may stand, with the last day for the talk.

    ``HAB-101`` without words, ``HAB-102`` a kind that no pack knows, ``HAB-103`` a day that has not come, ``HAB-104``
    not even once.
    """
    if habit.source is HabitSource.SUPERIOR and not habit.words.strip():
        raise UsageRefusal("HAB-101")
    if habit.kind not in rules.kinds:
        raise UsageRefusal("HAB-102", kind=habit.kind)
    if habit.seen_on > today:
        raise UsageRefusal("HAB-103", day=habit.seen_on)
    if habit.times < 1:
        raise UsageRefusal("HAB-104")
    due = habit.due_on or today + timedelta(days=rules.talk_days)
    return replace(habit, words=habit.words.strip(), due_on=due)


def talked(habit: Habit, on: date, by: str, words: str, due: date | None, rules: HabitRules) -> Habit:
    """Note the talk, and until when one watches.

    ``HAB-105`` closed already, ``HAB-106`` before it was seen, ``HAB-107`` without a name or words, ``HAB-108`` to be
    looked at before the talk.
    """
    if habit.outcome is not HabitOutcome.OPEN:
        raise UsageRefusal("HAB-105")
    if on < habit.seen_on:
        raise UsageRefusal("HAB-106", seen=habit.seen_on)
    if not by.strip() or not words.strip():
        raise UsageRefusal("HAB-107")
    until = due or on + timedelta(days=rules.watch_days)
    if until < on:
        raise UsageRefusal("HAB-108", talk=on)
    return replace(habit, talk_on=on, talk_by=by.strip(), talk_words=words.strip(), due_on=until)


def closed(habit: Habit, on: date, outcome: HabitOutcome, words: str) -> Habit:
    """Say what became of it.

    ``HAB-105`` closed already, ``HAB-109`` without a talk (only what proves unfounded needs none), ``HAB-110`` before
    it was seen or talked about, ``HAB-111`` no outcome.
    """
    if habit.outcome is not HabitOutcome.OPEN:
        raise UsageRefusal("HAB-105")
    if outcome is HabitOutcome.OPEN:
        raise UsageRefusal("HAB-111")
    if habit.talk_on is None and outcome is not HabitOutcome.UNFOUNDED:
        raise UsageRefusal("HAB-109")
    if on < (habit.talk_on or habit.seen_on):
        raise UsageRefusal("HAB-110", day=habit.talk_on or habit.seen_on)
    return replace(habit, closed_on=on, outcome=outcome, outcome_words=words.strip())


def habit_state(habit: Habit, today: date) -> HabitState:
    """What is to be done next on a day."""
    if habit.outcome is not HabitOutcome.OPEN:
        return HabitState.CLOSED
    is_late = habit.due_on is not None and habit.due_on < today
    if habit.talk_on is None:
        return HabitState.TALK_LATE if is_late else HabitState.TO_TALK
    return HabitState.DUE if is_late else HabitState.WATCHED


def repeats(habit: Habit, others: Iterable[Habit], rules: HabitRules) -> int:
    """The how-manieth entry of this kind on this person it is within the months that count; what proved unfounded
    counts for nothing."""
    since = months_later(habit.seen_on, -rules.repeat_months)
    before = [
        one
        for one in others
        if one.person_id == habit.person_id
        and one.kind == habit.kind
        and one.outcome is not HabitOutcome.UNFOUNDED
        and since < one.seen_on
        and (one.seen_on, one.habit_id) < (habit.seen_on, habit.habit_id)
    ]
    return len(before) + 1


def figure_of(month: MonthOfTime, figure: HabitFigure) -> int:
    """How much of a figure a month has; nothing is said of presence in a month without attendance."""
    if figure is HabitFigure.NOT_VALIDATED:
        return month.negative.get(NegativeKind.NOT_VALIDATED, 0)
    if figure is HabitFigure.MISSING_PERCENT:
        if not month.has_activity or not month.norm_minutes:
            return 0
        # What waits for the superior was logged; it is his habit then, and not that of whoever wrote it.
        logged = month.validated_minutes + month.open_minutes - month.absence_minutes
        return max(0, month.norm_minutes - max(0, logged)) * 100 // month.norm_minutes
    if not month.has_attendance:
        return 0
    if figure is HabitFigure.LATE:
        return sum(month.late.values())
    if figure is HabitFigure.EARLY:
        return sum(month.early.values())
    return month.absent if figure is HabitFigure.ABSENT else month.unmarked


def found_in(month: MonthOfTime, rules: HabitRules) -> tuple[tuple[HabitRule, int], ...]:
    """The habits that the figures of a month show, with how often."""
    found = []
    for rule in rules.kinds.values():
        times = figure_of(month, rule.figure) if rule.figure is not None else 0
        if rule.figure is not None and times >= rule.least:
            found.append((rule, times))
    return tuple(found)

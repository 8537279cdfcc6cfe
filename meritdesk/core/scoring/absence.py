"""Unexcused absence over a year (PP 94/2021): the step that is reached, and how many working days are left.

Days are cumulative working days of one calendar year; ten in a row end in dismissal whatever the sum is. Whether
minutes of lateness add up to days is doubtful and a switch of the pack.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.attendance_rules import AbsenceRules, AbsenceStep
from meritdesk.core.evaluation import Reason


@dataclass(frozen=True, slots=True)
class AbsenceStanding:
    """Where somebody stands: days counted, the longest run, the step reached and the next one.

    ``left`` are the working days before the next step: one more absent day than that reaches it. ``from_minutes`` are
    days that came of lateness; ``first_of_run`` is when a run that reaches its limit began.
    """

    days: int
    longest_run: int
    step: AbsenceStep | None
    next_step: AbsenceStep | None
    left: int | None
    from_minutes: int = 0
    first_of_run: date | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def is_by_run(self) -> bool:
        """Whether the step follows from days in a row rather than from the sum."""
        return self.first_of_run is not None


def absence_standing(
    days: int, longest_run: int, rules: AbsenceRules, from_minutes: int = 0, first_of_run: date | None = None
) -> AbsenceStanding:
    """The step that so many days reach; ``days`` leaves out those that come of minutes, which are added here."""
    if days < 0 or longest_run < 0 or from_minutes < 0 or longest_run > days:
        raise ValueError(f"{days} days, {longest_run} in a row, {from_minutes} of minutes")
    total = days + from_minutes
    reached = [step for step in rules.steps if step.from_days <= total]
    ahead = [step for step in rules.steps if step.from_days > total]
    step = reached[-1] if reached else None
    by_run = longest_run >= rules.running_days
    reasons = [Reason("TIM-201", rules.source, {"days": str(total), "minutes": str(from_minutes)})]
    if by_run:
        facts = {"run": str(longest_run), "limit": str(rules.running_days), "sanction": rules.running_step.sanction}
        reasons.append(Reason("TIM-202", rules.source, facts))
        step = rules.running_step
    elif step is not None:
        reasons.append(Reason("TIM-203", rules.source, {"from": str(step.from_days), "sanction": step.sanction}))
    else:
        reasons.append(Reason("TIM-204", rules.source, {"from": str(rules.steps[0].from_days)}))
    following = None if by_run or not ahead else ahead[0]
    left = following.from_days - total if following is not None else None
    if following is not None:
        facts = {"left": str(left), "from": str(following.from_days), "sanction": following.sanction}
        reasons.append(Reason("TIM-205", rules.source, facts))
    return AbsenceStanding(
        total,
        longest_run,
        step,
        following,
        left,
        from_minutes,
        first_of_run if by_run else None,
        tuple(reasons),
    )


def longest_run(absent: Collection[date], due: Sequence[date]) -> tuple[int, date | None]:
    """The longest stretch of absent days that no day of work interrupts, and its first day.

    ``due`` are the working days of the person in order: a weekend or holiday between two absent days does not
    interrupt, a day on which he was there or away with a reason does.
    """
    away = frozenset(absent)
    best, first_of_best = 0, None
    run, first = 0, None
    for day in due:
        if day in away:
            first = day if run == 0 else first
            run += 1
            if run > best:
                best, first_of_best = run, first
        else:
            run = 0
    return best, first_of_best


def days_of_minutes(minutes: int, minutes_a_day: int) -> int:
    """How many whole days an amount of lateness makes."""
    return minutes // minutes_a_day

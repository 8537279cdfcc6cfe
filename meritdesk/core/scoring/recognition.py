"""Who is first in a month, by the formula of the pack: every figure with its line, every veto with its reason.

The order of the people does not matter, and equals share a place: nobody is put before another by his name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.evaluation import Predicate, Rating, Reason
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import Period
from meritdesk.core.recognition import RecognitionState
from meritdesk.core.recognition_rules import Measure, RecognitionRules, Veto
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.timekeeping import MonthOfTime, NegativeKind

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class RecognitionFacts:
    """What is known of one person for a month.

    ``has_sanction`` says only that one holds; ``habits`` counts entries of the register of habits, ``negative`` the
    negative activities that were entered, ``chosen_in`` is the last month in which he was chosen, ``rested`` how many
    months have passed since.
    """

    person_id: str
    predicate: Predicate | None = None
    evaluated: Period | None = None
    behaviour: Rating | None = None
    time: MonthOfTime | None = None
    innovation: Decimal = Decimal(0)
    innovation_words: str = ""
    has_sanction: bool = False
    negative: int = 0
    habits: int = 0
    chosen_in: Period | None = None
    rested: int = 0


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One figure: its value of a hundred, its weight among those known, and what it brings."""

    measure: Measure
    value: Decimal
    weight: Decimal
    points: Decimal
    reason: Reason


@dataclass(frozen=True, slots=True)
class RecognitionScore:
    """One person: his total with a line a figure, what is not known of him, and what keeps him from being chosen."""

    person_id: str
    total: Decimal | None
    lines: tuple[MeasureLine, ...] = ()
    left_out: tuple[Reason, ...] = ()
    missing: tuple[Reason, ...] = ()
    vetoes: tuple[Reason, ...] = ()

    @property
    def can_be_chosen(self) -> bool:
        """Whether he stands on the list."""
        return self.total is not None and not self.vetoes

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every line of the explanation, in order."""
        return (*(line.reason for line in self.lines), *self.left_out, *self.missing, *self.vetoes)


@dataclass(frozen=True, slots=True)
class Placed:
    """One line of the list: his place (none for who cannot be chosen), and whether others share it."""

    score: RecognitionScore
    state: RecognitionState
    place: int = 0
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Gain:
    """How much somebody has gained from one month or year to the next, with the reason; a place where he is listed."""

    person_id: str
    before: Decimal | None
    now: Decimal | None
    gain: Decimal | None
    reason: Reason
    place: int = 0


def score(facts: RecognitionFacts, rules: RecognitionRules) -> RecognitionScore:
    """The total of one person; what is not required and not known shares its weight out among the others."""
    known: list[tuple[Measure, Decimal, Decimal, dict[str, str]]] = []
    left_out: list[Reason] = []
    missing: list[Reason] = []
    for rule in rules.measures:
        value, detail = _value(rule.measure, facts, rules)
        if value is not None:
            known.append((rule.measure, value, rule.weight, detail))
            continue
        told = {"measure": f"MEASURE:{rule.measure.name}", "weight": figure_text(rule.weight)}
        if rule.is_required:
            missing.append(Reason("REC-NO-FIGURE", rules.source, told))
        else:
            left_out.append(Reason("REC-LEFT-OUT", rules.source, told))
    whole = sum((weight for _, _, weight, _ in known), Decimal(0))
    lines = []
    for measure, value, weight, detail in known:
        share = weight * _HUNDRED / whole
        points = (value * share / _HUNDRED).quantize(_CENT, ROUND_HALF_UP)
        told = {
            **detail,
            "value": figure_text(value),
            "weight": figure_text(share.quantize(_CENT, ROUND_HALF_UP)),
            "points": figure_text(points),
        }
        lines.append(
            MeasureLine(measure, value, share, points, Reason(f"REC-FIGURE-{measure.value}", rules.source, told))
        )
    total = None if missing or not lines else min(sum((line.points for line in lines), Decimal(0)), _HUNDRED)
    return RecognitionScore(
        facts.person_id, total, tuple(lines), tuple(left_out), tuple(missing), _vetoes(facts, rules)
    )  # fmt: skip


def rank(scores: Iterable[RecognitionScore], rules: RecognitionRules) -> tuple[Placed, ...]:
    """Everybody in order: by total, equal totals by the figures in the order of the pack, full equals on one place.

    The shortlist are the first places of the pack, with everybody who shares the last of them. Who cannot be chosen
    comes below without a place.
    """
    those = list(scores)
    order = [rule.measure for rule in rules.measures]
    listed = [one for one in those if one.can_be_chosen]
    marks = {one.person_id: _mark(one, order) for one in listed}
    listed.sort(key=lambda one: one.person_id)
    listed.sort(key=lambda one: marks[one.person_id], reverse=True)
    placed: list[Placed] = []
    place = 0
    for number, one in enumerate(listed, 1):
        mark = marks[one.person_id]
        if number == 1 or mark != marks[listed[number - 2].person_id]:
            place = number
        is_tied = any(
            0 <= other < len(listed) and marks[listed[other].person_id] == mark for other in (number - 2, number)
        )
        state = RecognitionState.SHORTLISTED if place <= rules.shortlist else RecognitionState.RANKED
        placed.append(Placed(one, state, place, is_tied))
    others = sorted((one for one in those if not one.can_be_chosen), key=lambda one: one.person_id)
    placed += [
        Placed(one, RecognitionState.VETOED if one.total is not None else RecognitionState.INCOMPLETE) for one in others
    ]
    return tuple(placed)


def suggested(placed: Sequence[Placed]) -> str:
    """Whom the formula puts first; nobody where several are first."""
    first = [one for one in placed if one.place == 1]
    return first[0].score.person_id if len(first) == 1 else ""


def gains(
    before: Iterable[RecognitionScore], now: Iterable[RecognitionScore], rules: RecognitionRules
) -> tuple[Gain, ...]:
    """Who has gained how much, the most first; the first of them by the pack have a place, equals share it.

    Everybody of the later list has a line: whoever is not listed, with the reason.
    """
    earlier = {one.person_id: one.total for one in before}
    listed: list[Gain] = []
    others: list[Gain] = []
    for one in now:
        old = earlier.get(one.person_id)
        told = {
            "before": figure_text(old) if old is not None else "-",
            "now": figure_text(one.total) if one.total is not None else "-",
        }
        if old is None or one.total is None:
            code = "REC-NOT-BEFORE" if old is None else "REC-NOT-NOW"
            others.append(Gain(one.person_id, old, one.total, None, Reason(code, rules.source, told)))
            continue
        gain = one.total - old
        told |= {"gain": figure_text(gain), "least": figure_text(rules.improved_least)}
        if one.vetoes:
            others.append(Gain(one.person_id, old, one.total, gain, one.vetoes[0]))
        elif gain < rules.improved_least:
            others.append(Gain(one.person_id, old, one.total, gain, Reason("REC-TOO-LITTLE", rules.source, told)))
        else:
            listed.append(Gain(one.person_id, old, one.total, gain, Reason("REC-GAIN", rules.source, told)))
    listed.sort(key=lambda gained: gained.person_id)
    listed.sort(key=lambda gained: gained.gain or Decimal(0), reverse=True)
    found: list[Gain] = []
    place = 0
    for number, gained in enumerate(listed, 1):
        place = place if number > 1 and gained.gain == listed[number - 2].gain else number
        found.append(replace(gained, place=place if place <= rules.improved else 0))
    return (*found, *sorted(others, key=lambda gained: gained.person_id))


def _mark(one: RecognitionScore, order: Sequence[Measure]) -> tuple[Decimal, ...]:
    values = {line.measure: line.value for line in one.lines}
    return (one.total or Decimal(0), *(values.get(measure, Decimal(-1)) for measure in order))


def _value(measure: Measure, facts: RecognitionFacts, rules: RecognitionRules) -> tuple[Decimal | None, dict[str, str]]:
    """The value of a figure out of a hundred with what it rests on; nothing when it is not known."""
    time = facts.time
    if measure is Measure.PERFORMANCE:
        if facts.predicate is None:
            return None, {}
        period = facts.evaluated.code if facts.evaluated is not None else "-"
        told = {"predicate": f"PREDICATE:{facts.predicate.name}", "period": period}
        return rules.predicate_points[facts.predicate], told
    if measure is Measure.BEHAVIOUR:
        if facts.behaviour is None:
            return None, {}
        return rules.rating_points[facts.behaviour], {"rating": f"RATING:{facts.behaviour.name}"}
    if measure is Measure.ATTENDANCE:
        if time is None or not time.has_attendance or not time.due:
            return None, {}
        events = sum(time.late.values()) + sum(time.early.values())
        value = max(Decimal(0), _HUNDRED - rules.late_minus * events)
        there = {"present": str(_present(time, rules)), "due": str(time.due), "events": str(events)}
        return value, {**there, "minus": figure_text(rules.late_minus)}
    if measure is Measure.ACTIVITY:
        if time is None or not time.has_activity or not time.norm_minutes:
            return None, {}
        share = Decimal(time.counted_minutes) * _HUNDRED / time.norm_minutes
        value = min(_HUNDRED, share).quantize(_CENT, ROUND_HALF_UP)
        return value, {"minutes": _whole(time.counted_minutes), "norm": _whole(time.norm_minutes)}
    value = min(_HUNDRED, facts.innovation * _HUNDRED / rules.innovation_full).quantize(_CENT, ROUND_HALF_UP)
    told = {"given": figure_text(facts.innovation), "full": figure_text(rules.innovation_full)}
    return value, {**told, "words": facts.innovation_words or "-"}


def _whole(minutes: int) -> str:
    return printed_decimal(Decimal(minutes))


def _present(time: MonthOfTime, rules: RecognitionRules) -> int:
    """Days at work, here or elsewhere on duty."""
    return time.present + sum(days for code, days in time.excused.items() if code in rules.counts_as_present)


def _vetoes(facts: RecognitionFacts, rules: RecognitionRules) -> tuple[Reason, ...]:
    time = facts.time
    found: list[tuple[Veto, dict[str, str]]] = []
    if facts.has_sanction:
        found.append((Veto.SANCTION, {}))
    if time is not None and time.has_attendance:
        if time.absent:
            found.append((Veto.ABSENT, {"days": str(time.absent)}))
        days = _present(time, rules)
        if time.due and Decimal(days) * _HUNDRED / time.due < rules.least_presence:
            told = {"present": str(days), "due": str(time.due), "least": figure_text(rules.least_presence)}
            found.append((Veto.PRESENCE, told))
    if facts.predicate is not None:
        order = list(Predicate)
        if order.index(facts.predicate) > order.index(rules.least_predicate):
            told = {
                "predicate": f"PREDICATE:{facts.predicate.name}", "least": f"PREDICATE:{rules.least_predicate.name}",
            }  # fmt: skip
            found.append((Veto.PREDICATE, told))
    negative = facts.negative + (time.negative.get(NegativeKind.NOT_VALIDATED, 0) if time is not None else 0)
    if negative:
        found.append((Veto.NEGATIVE, {"count": str(negative)}))
    if facts.habits:
        found.append((Veto.HABIT, {"count": str(facts.habits)}))
    if facts.chosen_in is not None and facts.rested <= rules.rest_months:
        found.append((Veto.RECENT, {"period": facts.chosen_in.code, "months": str(rules.rest_months)}))
    return tuple(
        Reason(f"REC-VETO-{veto.value}", rules.source, told) for veto, told in found if veto in rules.vetoes
    )  # fmt: skip

"""The sample city keeps records: action plans, documentation, feedback of several givers, and evidence (B.1.1-B.1.5).

A few people for each record of feedback, so that the forms can be seen filled; a whole city of them would only be slow.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from meritdesk.core.documents import FEEDBACK_FORMS, feedback_form
from meritdesk.core.evaluation import IndicatorClass
from meritdesk.core.evidence import EvidenceKind, EvidenceOwner
from meritdesk.core.feedback import FeedbackChannel, FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.intake import ActualRow
from meritdesk.core.lines import StaffLine
from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, BehaviourValue, Direction, Indicator
from meritdesk.exchange import work_sheets
from meritdesk.sample_city import work
from meritdesk.sample_city.casting import CityYear
from meritdesk.services.execution.action_plan import ResultOnItsWay
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.feedback import FeedbackDraft

PEOPLE_PER_FORM = 2
"""How many people of each record of feedback (B.1.3, B.1.4, B.1.5) keep records."""

_SHARES = frozenset({"%", "nilai", "skala 5"})
"""Units that say how far something is, and do not add up over the year."""


@dataclass(frozen=True, slots=True)
class _Keeper:
    """One person who keeps records, and who can speak about him."""

    duty: work.SampleDuty
    line: StaffLine
    peers: tuple[StaffLine, ...]
    staff: tuple[StaffLine, ...]
    results: tuple[ResultOnItsWay, ...]


def keep_records(story: CityYear, whole: work.YearOfWork, folder: Path, first: Sequence[str] = ()) -> int:
    """Write the year's records of a few people, those of the units ``first`` before others; answers with how many."""
    keepers = [_keeper(story, duty) for duty in _chosen(story, whole, frozenset(first))]
    rows = [row for keeper in keepers for row in _quarterly(story, whole, keeper)]
    if rows:
        path = folder / "realisasi-triwulan.xlsx"
        work_sheets.write_actuals(path, rows)
        story.desk.execution.import_actuals(path)
    for keeper in keepers:
        rng = random.Random(f"records/{story.year}/{keeper.duty.nip}")
        _act(story, keeper, rng)
        _speak(story, keeper, rng)
        _prove(story, keeper)
    story.book.deeds["RECORDS_KEPT"] += len(keepers)
    return len(keepers)


def _words() -> Mapping[str, Any]:
    records: Mapping[str, Any] = work.wordings()["records"]
    return records


def _chosen(story: CityYear, whole: work.YearOfWork, first: frozenset[str]) -> Iterator[work.SampleDuty]:
    """For each record of feedback the first people to whom nothing special happens in the year."""
    staff = story.chooser.staff
    ordered = sorted(whole.duties, key=lambda duty: (staff[duty.key].unit_id not in first, duty.nip))
    left = dict.fromkeys(sorted(FEEDBACK_FORMS), PEOPLE_PER_FORM)
    for duty in ordered:
        form = feedback_form(duty.job_class, whole.approach_of(duty))
        if left[form] and duty.nip and duty.rater_key and story.chooser.is_free(staff[duty.key]):
            left[form] -= 1
            yield duty


def _keeper(story: CityYear, duty: work.SampleDuty) -> _Keeper:
    staff = story.chooser.staff
    groups = story.chooser.groups
    own = next((group.members for group in groups if group.led_unit_source_id == duty.led_unit_source_id), ())
    led = next((group.members for group in groups if group.rater.person_id == duty.key), ())
    peers = tuple(one for one in own if one.person_id != duty.key)
    return _Keeper(duty, staff[duty.key], peers, led, story.desk.execution.action_plan.show(duty.key, story.year))


def _quarterly(story: CityYear, whole: work.YearOfWork, keeper: _Keeper) -> Iterator[ActualRow]:
    """How far each indicator was at the end of each quarter, on the way to what the year brings."""
    year = {(row.result_number, row.indicator_number): row for row in whole.actuals_of(keeper.duty)}
    for quarter in range(1, 5):
        period = Period(story.year, PeriodKind.QUARTER, quarter)
        for result in (one.result for one in keeper.results):
            for place, indicator in enumerate(result.indicators, start=1):
                row = year.get((result.number, place))
                if row is None:
                    continue
                if whole.approach_of(keeper.duty) is Approach.QUALITATIVE or row.value is None:
                    yield ActualRow(
                        keeper.duty.nip, period, result.number, place, _words()["quarter"], None, None,
                        IndicatorClass.MEETS, work.wordings()["override_reason"],
                    )  # fmt: skip
                    continue
                value = _so_far(row.value, indicator, quarter)
                unit = indicator.target.unit
                shown = f"{printed_decimal(value)}%" if unit == "%" else f"{printed_decimal(value)} {unit}"
                yield ActualRow(keeper.duty.nip, period, result.number, place, shown, value)


def _so_far(value: Decimal, indicator: Indicator, quarter: int) -> Decimal:
    """What counts adds up over the quarters; shares, marks and times are what they are."""
    if indicator.target.unit in _SHARES or indicator.target.direction is Direction.LESS:
        return value
    return (value * quarter / 4).quantize(Decimal(1), ROUND_HALF_UP)


def _act(story: CityYear, keeper: _Keeper, rng: random.Random) -> None:
    """An action plan for every result, and what was reached on it with its evidence."""
    desk, words, unit = story.desk.execution, _words(), keeper.duty.unit_name
    for place, one in enumerate(keeper.results):
        plans = words["steps"]
        steps = plans[(place + rng.randrange(len(plans))) % len(plans)] if place else plans[0]
        told = [(text.format(unit=unit), _day(story.year, due)) for text, due in steps]
        desk.action_plan.set_steps(keeper.duty.key, story.year, one.result.number, told)
        for month_day, step, text, title, file in words["lines"]:
            if step > len(told) or (place and rng.random() < 0.3):
                continue
            day = _day(story.year, month_day) or story.day(12, 1)
            line, _ = desk.action_plan.document(keeper.duty.key, one.result.number, day, text, step, title)
            if file and not place:
                under = Place(keeper.duty.key, EvidenceOwner.DOCUMENTATION, line.documentation_id)
                _attach(story, keeper, under, file, title, day)


def _speak(story: CityYear, keeper: _Keeper, rng: random.Random) -> None:
    """The leader in every quarter, others when there is reason to: more than half of it speaks for the employee."""
    add, words, key = story.desk.execution.feedback.add, _words(), keeper.duty.key
    values = list(BehaviourValue)
    for quarter in range(1, 5):
        day = story.day(3 * quarter, 20)
        one = keeper.results[(quarter - 1) % len(keeper.results)].result
        said = words["on_results"]["LEADER"][quarter - 1].format(unit=keeper.duty.unit_name)
        ground = words["grounds"][quarter % len(words["grounds"])]
        add(key, FeedbackDraft(
            day, FeedbackGiver.LEADER, said, FeedbackMark.POSITIVE, giver_id=keeper.duty.rater_key,
            rhythm=FeedbackRhythm.SCHEDULED, result_number=one.number, evidence=ground,
        ))  # fmt: skip
        for giver, giver_id, name in _others(keeper, rng):
            on_result = rng.random() < 0.5
            texts = words["on_results" if on_result else "on_behaviour"][giver.value]
            add(key, FeedbackDraft(
                story.day(3 * quarter - 1, 5 + rng.randrange(20)), giver, rng.choice(texts), FeedbackMark.POSITIVE,
                giver_name=name, giver_id=giver_id, channel=FeedbackChannel.INDIRECT,
                result_number=one.number if on_result else 0,
                behaviour=None if on_result else values[(quarter + len(giver.value)) % len(values)],
            ))  # fmt: skip
        value = values[(2 * quarter) % len(values)]
        is_neutral = quarter == 3
        said = words["neutral"] if is_neutral else rng.choice(words["on_behaviour"]["LEADER"])
        add(key, FeedbackDraft(
            day, FeedbackGiver.LEADER, said, FeedbackMark.NEUTRAL if is_neutral else FeedbackMark.POSITIVE,
            giver_id=keeper.duty.rater_key, rhythm=FeedbackRhythm.SCHEDULED, behaviour=value,
        ))  # fmt: skip


def _others(keeper: _Keeper, rng: random.Random) -> Iterable[tuple[FeedbackGiver, str, str]]:
    """A colleague, somebody of the own staff where there is one, and a user of the service."""
    if keeper.peers:
        yield FeedbackGiver.PEER, rng.choice(keeper.peers).person_id, ""
    if keeper.staff:
        yield FeedbackGiver.SUBORDINATE, rng.choice(keeper.staff).person_id, ""
    yield FeedbackGiver.OTHER, "", rng.choice(_words()["others"])


def _prove(story: CityYear, keeper: _Keeper) -> None:
    """A report under the first indicator of the plan, for the last quarter and for the year."""
    first = next((one.result.indicators[0] for one in keeper.results if one.result.indicators), None)
    if first is None:
        return
    for period in (Period(story.year, PeriodKind.QUARTER, 4), story.period):
        title, file = (text.format(period=period.code) for text in _words()["proof"])
        place = Place(keeper.duty.key, EvidenceOwner.ACTUAL, first.indicator_id, period)
        _attach(story, keeper, place, file, title, period.last_day)


def _attach(story: CityYear, keeper: _Keeper, place: Place, file: str, title: str, day: date) -> None:
    content = _words()["content"].format(title=title, name=keeper.line.name, day=printed_date(day))
    story.desk.execution.evidence.add_content(place, file, content.encode(), EvidenceKind.RESULT, title)


def _day(year: int, month_day: str) -> date | None:
    return date.fromisoformat(f"{year}-{month_day}") if month_day else None

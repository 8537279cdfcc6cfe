"""What happens in the year of the sample city, through the verbs a clerk uses: moves, Plt, study, leavers, deaths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from meritdesk.core.career import CareerChange
from meritdesk.core.evaluation import IndicatorClass, OrgLevel
from meritdesk.core.intake import ActualRow
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, PerformancePlan, PlanState
from meritdesk.core.plan_parts import AssignmentBasis
from meritdesk.sample_city.cases import Case
from meritdesk.sample_city.casting import CityYear

_BACK = CareerChange.SECONDMENT_END
_ADDED = {
    AssignmentBasis.STUDY_LEAVE: "Menyelesaikan tugas belajar sesuai rencana studi",
    AssignmentBasis.ACTING: "Melaksanakan tugas pelaksana tugas sesuai surat perintah",
    AssignmentBasis.ACTING_DAILY: "Melaksanakan tugas pelaksana harian sesuai surat perintah",
    AssignmentBasis.STRUCTURAL: "Melaksanakan tugas jabatan struktural",
    AssignmentBasis.ORDINARY: "Melaksanakan tugas sesuai penugasan pimpinan",
}
_LETTER = "Surat rektor tentang penghentian studi"
_NEXT_GRADE = {"a": "b", "b": "c", "c": "d"}
_LEVEL_SOURCE = "Keputusan Wali Kota tentang capaian kinerja organisasi"


def live_through(story: CityYear, quarter: Callable[[int], None]) -> list[PerformancePlan]:
    """February to December, day by day, each quarter evaluated after its end.

    Answers with the plans of those who got a second one, or their first one late.
    """
    places = _seats_and_moves(story)
    quarter(1)
    _leave(story, ((Case.SECONDED_OUT, CareerChange.SECONDMENT_START, 5), (Case.SECONDED_BACK, _BACK, 6)))
    quarter(2)
    _leave(
        story, ((Case.STUDY_GRADUATED, CareerChange.STUDY_END, 8), (Case.STUDY_STARTED, CareerChange.STUDY_START, 9))
    )
    _leave(story, ((Case.STUDY_DROPPED, CareerChange.STUDY_DROPPED, 10),))
    quarter(3)
    _leave(
        story,
        (
            (Case.DIED, CareerChange.DEATH, 11),
            (Case.PENSIONED, CareerChange.PENSION, 11),
            (Case.LEFT, CareerChange.LEAVING, 11),
        ),
    )
    _acting(story)
    plans = [_second_plan(story, nip, unit_id) for nip, unit_id in places.items()]
    studies = (Case.STUDY_STARTED, Case.STUDY_GRADUATED, Case.STUDY_DROPPED)
    touched = [line.nip for case in studies for line in story.cast[case]]
    touched += [group.rater.nip for group in story.groups[Case.CALIBRATED][:1]]
    plans += [_completed(story, nip, story.day(12, 1)) for nip in touched]
    quarter(4)
    return [plan for plan in plans if plan is not None]


def actuals_for(plan: PerformancePlan, nip: str, period: Period) -> Iterator[ActualRow]:
    """What somebody with a plan of his own making achieved: everything as agreed."""
    for result in plan.results:
        for place, indicator in enumerate(result.indicators, start=1):
            if plan.approach is Approach.QUALITATIVE or indicator.target.low is None:
                yield ActualRow(
                    nip, period, result.number, place, "Terlaksana sesuai rencana", None, None,
                    IndicatorClass.MEETS, "Pertimbangan pimpinan atas bukti dukung",
                )  # fmt: skip
            else:
                text = f"{printed_decimal(indicator.target.low)} {indicator.target.unit}".strip()
                yield ActualRow(nip, period, result.number, place, text, indicator.target.low)


def _seats_and_moves(story: CityYear) -> dict[str, str]:
    """Successors, moves and grades of April; answers with the new unit of everybody who needs a second plan."""
    april = story.day(4, 1)
    places: dict[str, str] = {}
    for unit, line in zip(story.seats, story.cast[Case.PROMOTED], strict=False):
        story.change(
            CareerChange.PROMOTION, line.person_id, april, unit_id=unit.unit_id, position_title=unit.head_title,
            position_kind=PositionKind.SUPERVISOR, echelon=unit.echelon or "IV.a", leads_unit=True,
        )  # fmt: skip
        places[line.nip] = unit.parent_id
        story.desk.assessment.set_level(
            unit.unit_id, story.period, OrgLevel.GOOD, _LEVEL_SOURCE, story.day(1, 15, years=1)
        )
    targets = _other_units(story)
    for line in story.cast[Case.MOVED]:
        unit_id = next((target for target in targets if target != line.unit_id), "")
        if not unit_id:
            continue
        targets.remove(unit_id)
        story.change(CareerChange.MOVE, line.person_id, april, unit_id=unit_id, position_title=line.position)
        places[line.nip] = unit_id
    for line in story.cast[Case.GRADE]:
        grade = line.grade[:-1] + _NEXT_GRADE[line.grade[-1]]
        story.change(CareerChange.GRADE, line.person_id, april, grade=grade)
    return places


def _leave(story: CityYear, changes: Iterable[tuple[Case, CareerChange, int]]) -> None:
    """What changes somebody's standing on the first of a month."""
    for case, change, month in changes:
        for line in story.cast[case]:
            note = _LETTER if change is CareerChange.STUDY_DROPPED else ""
            story.change(change, line.person_id, story.day(month, 1), note=note)


def _acting(story: CityYear) -> None:
    """A Plt and a Plh for heads who are away for a while; both end before the year does."""
    for case, start, end in (
        (Case.PLT_ENDED, CareerChange.PLT_START, CareerChange.PLT_END),
        (Case.PLH_ENDED, CareerChange.PLH_START, CareerChange.PLH_END),
    ):
        for group in story.groups[case]:
            unit_id = next(key for key, unit in story.units.items() if unit.source_id == group.led_unit_source_id)
            deputy = next(
                (one.rater for one in story.groups[Case.CALIBRATED] if one.rater.person_id != group.rater.person_id),
                None,
            )
            if deputy is None:
                continue
            story.change(start, deputy.person_id, story.day(11, 3), unit_id=unit_id, may_rate=True)
            story.change(end, deputy.person_id, story.day(11, 24), unit_id=unit_id)


def _other_units(story: CityYear) -> list[str]:
    """Units whose head rates, in a fixed order, where somebody can move to."""
    by_source = {unit.source_id: unit.unit_id for unit in story.units.values()}
    return [
        by_source[group.led_unit_source_id]
        for group in story.chooser.groups
        if group.rater.person_id not in story.chooser.reserved
        and story.book.is_free(group.rater.nip)
        and len(group.members) >= 2
        and group.led_unit_source_id in by_source
        and all(member.unit_id == by_source[group.led_unit_source_id] for member in group.members)
    ]


def _second_plan(story: CityYear, nip: str, unit_id: str) -> PerformancePlan | None:
    """The plan that the new post began, filled in after a colleague's there and fixed (R-33)."""
    editor = story.desk.planning.editor
    model = _model(story, nip, unit_id)
    opened = editor.open(nip, story.year)
    if model is None or opened.plan.state is PlanState.FIXED:
        return None
    results = tuple(
        replace(result, result_id="", indicators=tuple(replace(one, indicator_id="") for one in result.indicators))
        for result in model.results
    )
    plan = replace(
        opened.plan,
        approach=model.approach,
        results=results,
        expectations=model.expectations,
        resources=model.resources,
        accountability=model.accountability,
        consequences=model.consequences,
    )
    saved = editor.save(plan, opened.stamp)
    fixed = editor.fix(saved.plan.plan_id, plan.starts)
    story.book.deeds["SECOND_PLAN"] += 1
    return fixed.plan


def _completed(story: CityYear, nip: str, day: date) -> PerformancePlan | None:
    """A running plan to which a change added an empty result: it is worded and the plan fixed again (R-20, R-44)."""
    editor = story.desk.planning.editor
    opened = editor.open(nip, story.year)
    plan = opened.plan
    if plan.state is PlanState.FIXED or not plan.results:
        return None
    whole = next(result for result in plan.results if result.text and result.indicators)
    results = tuple(
        result
        if result.text and all(one.text for one in result.indicators) and result.indicators
        else replace(
            result,
            text=_ADDED[result.basis],
            parent_text=result.parent_text or whole.parent_text,
            assigned_by=result.assigned_by or whole.assigned_by,
            indicators=tuple(replace(one, indicator_id="") for one in whole.indicators),
        )
        for result in plan.results
    )
    saved = editor.save(replace(plan, results=results), opened.stamp)
    fixed = editor.fix(saved.plan.plan_id, day)
    story.book.deeds["PLAN_COMPLETED"] += 1
    return fixed.plan


def _model(story: CityYear, nip: str, unit_id: str) -> PerformancePlan | None:
    """A plan on the same form: of the new unit where there is one, else of anybody."""
    staff = story.chooser.staff
    duties = sorted(story.chooser.duties.values(), key=lambda one: one.nip)
    own = next(one for one in duties if one.nip == nip)
    near = [one for one in duties if staff[one.person_id].unit_id == unit_id]
    for duty in (*near, *duties):
        is_free = bool(duty.nip) and duty.nip != nip and story.book.found.get(duty.nip) is not Case.NO_PLAN
        if is_free and duty.job_class is own.job_class:
            return story.desk.planning.editor.open(duty.nip, story.year, story.day(3, 1)).plan
    return None

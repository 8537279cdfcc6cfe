"""What the raters of the sample city hand in as files: plans in January, results a year later, some of them late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.lines import RatingQuery, StaffQuery
from meritdesk.core.plan import JobClass, PerformancePlan
from meritdesk.exchange import work_sheets
from meritdesk.sample_city import happenings, reckoning, work
from meritdesk.sample_city.cases import Case, CaseTable
from meritdesk.sample_city.casting import CityYear
from meritdesk.sample_city.choosing import MOST_PEOPLE
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome

PEOPLE_PER_WORKBOOK = 5_000
"""A plan takes some three hundred cells; of fifteen thousand people in one workbook the door refuses (``IMP-208``)."""


@dataclass(frozen=True, slots=True)
class WorkFiles:
    """The year's work of up to ``PEOPLE_PER_WORKBOOK`` people; the levels of all units come with the first part."""

    plans: Path
    actuals: Path
    ratings: Path
    levels: Path | None

    @classmethod
    def of(cls, folder: Path, number: int) -> WorkFiles:
        """The names of one part."""
        tail = "" if number == 1 else f"-{number}"
        levels = folder / "capaian-organisasi.xlsx" if number == 1 else None
        plans, actuals, ratings = (folder / f"{name}{tail}.xlsx" for name in ("skp", "realisasi", "rating"))
        return cls(plans, actuals, ratings, levels)


def without_rater(story: CityYear) -> list[work.SampleDuty]:
    """People under a vacant head: they plan like everybody else, only nobody is known yet to rate them."""
    wanted = {*story.book.of(Case.VACANT_SUPERIOR), *story.book.of(Case.VACANT_FILLED)}
    return [
        work.SampleDuty(
            nip=line.nip,
            name=line.name,
            position_title=line.position,
            position_kind=line.position_kind,
            job_class=JobClass.JA_JF,
            unit_name=line.unit_name,
            unit_source_id=story.units[line.unit_id].source_id,
            rater_title="Pejabat yang berwenang",
            key=line.person_id,
        )
        for line in story.chooser.staff.values()
        if line.nip in wanted
    ]


def write_plans(parts: Sequence[work.YearOfWork], files: Sequence[WorkFiles], no_plan: frozenset[str]) -> None:
    """The plans of January; those without one have not agreed yet."""
    for part, paths in zip(parts, files, strict=True):
        work_sheets.write_plans(paths.plans, (row for row in part.plan_rows if row.nip not in no_plan))


def write_results(
    whole: work.YearOfWork,
    parts: Sequence[work.YearOfWork],
    files: Sequence[WorkFiles],
    story: CityYear,
    second_plans: Sequence[PerformancePlan],
) -> None:
    """Actuals, levels and the ratings that come in time, as each rater hands them in in January."""
    second = {story.chooser.staff[plan.person_id].nip: plan for plan in second_plans}
    apart = {*second, *story.book.of(Case.NO_PLAN)}
    own_rows = [row for nip, plan in second.items() for row in happenings.actuals_for(plan, nip, story.period)]
    for number, (part, paths) in enumerate(zip(parts, files, strict=True)):
        actuals = [row for row in part.actual_rows if row.nip not in apart]
        work_sheets.write_actuals(paths.actuals, [*actuals, *own_rows] if number == 0 else actuals)
        work_sheets.write_ratings(paths.ratings, reckoning.in_time(part.rating_rows, story))
        if paths.levels is not None:
            work_sheets.write_levels(paths.levels, whole.level_rows)


def import_late(desk: Desk, whole: work.YearOfWork, path: Path, nips: Iterable[str]) -> ImportOutcome | None:
    """The ratings that came after the window, in a file of their own."""
    wanted = frozenset(nips)
    rows = [row for row in whole.rating_rows if row.nip in wanted]
    if not rows:
        return None
    work_sheets.write_ratings(path, rows)
    return desk.assessment.import_ratings(path)


def cases_of(desk: Desk, story: CityYear) -> CaseTable:
    """What became of everybody, asked of the desk once everything is done."""
    everybody = [line.nip for line in desk.register.staff(StaffQuery(limit=MOST_PEOPLE)) if line.nip]
    lines = desk.assessment.grid(RatingQuery(story.period.code, story.year, limit=MOST_PEOPLE))
    outcome = desk.assessment.close(story.period)
    return story.book.table(everybody, lines, outcome.blocked)

"""The merit system of all governments side by side, as they handed it over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.region_merit import GovernmentMerit
from meritdesk.core.summaries import survey_mean
from meritdesk.core.survey import SurveyKind
from meritdesk.services.overview.region_scope import region_scope, require_region
from meritdesk.services.ports import Surroundings, Work

_HUNDREDTH = Decimal("0.01")
_SUCCESSION = (7, 8, 9)


@dataclass(frozen=True, slots=True)
class RegionMerit:
    """Verbs of the comparison; each is refused with ``REG-101`` in the store of an agency."""

    around: Surroundings

    def lines(self, year: int) -> tuple[GovernmentMerit, ...]:
        """One line a government and scheme, the highest index first; who handed nothing over stands below."""
        require_region(self.around)
        with self.around.store.reading() as work:
            agencies = region_scope(work, year, with_custody=False).agencies
        found: list[GovernmentMerit] = []
        for code, name in agencies.items():
            with self.around.store.reading(code) as work:
                found += _of_agency(work, code, name, year)
        return tuple(sorted(found, key=lambda one: (one.pack_id, -(one.index or Decimal(-1)), one.name)))


def _of_agency(work: Work, code: str, name: str, year: int) -> Iterator[GovernmentMerit]:
    totals = [one.total for one in work.talent.indices(year)]
    boxes = [one.box for one in work.talent.boxes(year)]
    mean = (sum(totals, Decimal(0)) / len(totals)).quantize(_HUNDREDTH, ROUND_HALF_UP) if totals else None
    staff = (mean, len(totals), len(boxes), sum(box in _SUCCESSION for box in boxes))
    told = (
        Counter(one.level for one in work.summaries.absence_notes(year) if one.level is not None),
        {one.level: one.count for one in work.summaries.sanction_counts() if one.year == year},
        survey_mean(one for one in work.summaries.survey_figures(year) if one.kind is SurveyKind.PULSE),
    )
    assessments = work.merit.of_year(year)
    for one in assessments:
        given = len(work.merit.levels(one.assessment_id))
        yield GovernmentMerit(
            code, name, year, one.pack.pack_id, one.index, one.category, one.aspect_values, given, *staff, *told
        )
    if not assessments:
        yield GovernmentMerit(code, name, year, "", None, "", {}, 0, *staff, *told)

"""Unexcused absence over a year (PP 94/2021): who stands where, what is left before the next step, and the sheet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.scoring.absence import AbsenceStanding
from meritdesk.core.time_paper import absence_warning_paper
from meritdesk.services.changes import Step, no_step
from meritdesk.services.months_of_time import absence_rules, year_of_absence
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings
from meritdesk.services.timekeeping.places import person_of


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One person with unexcused days in a year, and where they have brought him."""

    person: Person
    unit_name: str
    days: tuple[date, ...]
    standing: AbsenceStanding


@dataclass(frozen=True, slots=True)
class AbsenceYear:
    """Verbs of the year of absence."""

    around: Surroundings

    def lines(
        self, year: int, unit_ids: Collection[str] = (), until: date | None = None, nip: str = "", step: Step = no_step
    ) -> tuple[AbsenceLine, ...]:
        """Everybody with an unexcused day, the most days first; ``ASM-110`` before PP 94/2021, ``USE-102``."""
        require(self.around.actor, Action.READ)
        wanted = frozenset(unit_ids)
        with self.around.store.reading() as work:
            ids = [person_of(work, nip).person_id] if nip else None
            found = year_of_absence(self.around, work, year, until, ids, step)
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        return tuple(
            AbsenceLine(one.person, units.get(one.person.unit_id, ""), one.days, one.standing)
            for one in found
            if not wanted or one.person.unit_id in wanted
        )

    def preview(self, year: int, nip: str) -> bytes:
        """The sheet of one person as PDF bytes, in no register; ``TIM-136`` for somebody without such a day."""
        return preview_paper(self.around, self._papers(year, nip)[0][0])

    def print(
        self,
        year: int,
        out: Path,
        nip: str = "",
        unit_ids: Collection[str] = (),
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the sheet of one person, or of all who have reached a step; ``TIM-136`` when there is nobody."""
        require(self.around.actor, Action.PRINT)
        return issue_papers(self.around, self._papers(year, nip, unit_ids), out, style, step)

    def _papers(self, year: int, nip: str, unit_ids: Collection[str] = ()) -> list[tuple[OfficePaper, Matter]]:
        lines = self.lines(year, unit_ids, nip=nip)
        chosen = [line for line in lines if nip or line.standing.step is not None]
        if not chosen:
            raise UsageRefusal("TIM-136", year=year)
        source = absence_rules(self.around, date(year, 12, 31)).source
        period = Period(year, PeriodKind.YEAR)
        return [
            (
                absence_warning_paper(
                    line.person, line.unit_name, year, line.days, line.standing, self.around.store.agency, source
                ),
                Matter(period, f"absence:{year}:{line.person.person_id}", line.person.person_id),
            )
            for line in chosen
        ]

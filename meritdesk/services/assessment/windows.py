"""When the agency evaluates: the cycle it has set, each period's window, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import (
    AgencySettings,
    PeriodicCycle,
    changed_setting,
    settings_of,
    stored_settings,
)
from meritdesk.core.evaluation_calendar import WindowState, periods_of_year, window_of, window_state
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services.evaluation_roll import EvaluationRoll
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class WindowLine:
    """One period of a year: its window, where today stands, and how many of those due are rated and closed."""

    period: Period
    opens: date
    closes: date
    state: WindowState
    due: int
    rated: int
    closed: int


@dataclass(frozen=True, slots=True)
class Windows:
    """Verbs on the evaluation windows."""

    around: Surroundings

    def settings(self) -> AgencySettings:
        """What the agency has set."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return settings_of(work.setting)

    def of_year(self, year: int) -> tuple[WindowLine, ...]:
        """The periods of a year in their order, the year itself last."""
        require(self.around.actor, Action.READ)
        today = self.around.clock().date()
        lines = []
        with self.around.store.reading() as work:
            settings = settings_of(work.setting)
            for period in periods_of_year(year, settings):
                window = window_of(period, settings)
                due = {one.person_id for one in EvaluationRoll.of_period(work, period, today).due()}
                found = [one for one in work.evaluations.of_period(period) if one.person_id in due]
                lines.append(
                    WindowLine(
                        period=period,
                        opens=window.opens,
                        closes=window.closes,
                        state=window_state(window, today),
                        due=len(due),
                        rated=sum(one.result_rating is not None and one.behaviour_rating is not None for one in found),
                        closed=sum(one.is_closed for one in found),
                    )
                )
        return tuple(lines)

    def set_cycle(self, cycle: PeriodicCycle, opens_before: int, closes_after: int) -> Changes:
        """Set how often the agency evaluates besides the year, and the days around the end of a period (V-49, G-5).

        ``USE-121`` for days outside 0 to 366.
        """
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.writing(self.around.actor, "assessment.windows.set_cycle") as work:
            settings = settings_of(work.setting)
            for name, text in (
                ("periodic_cycle", cycle.value),
                ("window_opens_before", str(opens_before)),
                ("window_closes_after", str(closes_after)),
            ):
                settings = changed_setting(settings, name, text)
            for name, text in stored_settings(settings).items():
                work.set_setting(name, text)
            return work.commit()

"""The roll of a period: everybody as of the period, and who evaluates him, asked once and answered for many.

Lists show who rates whom today in one query; only those whom a dated change touches since the period began are asked
about one by one, so that a city of 15,000 stays quick. Closing asks about everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.agency_settings import AgencySettings, MostFrequent, settings_of
from meritdesk.core.evaluation_calendar import window_of
from meritdesk.core.history import EntryKind, EvaluationWindow, Evaluator, Evaluators, History
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.periods import Period
from meritdesk.core.scoring.unit_check import SpreadReading
from meritdesk.parting import held
from meritdesk.services.ports import Work

_PEOPLE_A_BEAT = 200


@dataclass(slots=True)
class EvaluationRoll:
    """Who is evaluated by whom in one period; ``people`` and ``lines`` are the rows as of today.

    ``touched`` are those for whom a dated change since the period began, or a missing rater, may matter; ``acting``
    those who lead a unit as Plt at its end.
    """

    period: Period
    today: date
    settings: AgencySettings
    window: EvaluationWindow
    people: Mapping[str, Person]
    units: Mapping[str, OrgUnit]
    lines: Mapping[str, ReportingLine]
    history: History
    evaluators: Evaluators
    touched: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    _known: dict[str, Evaluator] = field(default_factory=dict)

    @classmethod
    def of_period(cls, work: Work, period: Period, today: date) -> EvaluationRoll:
        """Read the register once."""
        people = work.people.all()
        units = work.units.all()
        history = work.history.all()
        settings = settings_of(work.setting)
        window = window_of(period, settings)
        roll = cls(
            period=period,
            today=today,
            settings=settings,
            window=window,
            people={person.person_id: person for person in people},
            units={unit.unit_id: unit for unit in units},
            lines={line.person_id: line for line in work.reporting.all()},
            history=history,
            evaluators=Evaluators(people, units, history, period, window, as_of=_asked_on(today, window)),
        )
        roll.touched = roll._touched()
        roll.acting = roll._acting()
        return roll

    def of(self, person_id: str) -> Evaluator:
        """Who evaluates one person, and the person as he stood on the last day of the period."""
        if person_id not in self._known:
            self._known[person_id] = self.evaluators.of(person_id)
        return self._known[person_id]

    def due(self, unit_ids: Collection[str] = (), beat: Callable[[], None] | None = None) -> tuple[Evaluator, ...]:
        """Everybody whose evaluation is due, of these units as of the period or of the whole agency.

        ``beat`` is called in between, so that long work can be stopped here.
        """
        wanted = frozenset(unit_ids)

        def people() -> Iterator[str]:
            for number, person_id in enumerate(self.people):
                if beat is not None and number % _PEOPLE_A_BEAT == 0:
                    beat()
                yield person_id

        found = (self.of(person_id) for person_id in people())
        due = tuple(one for one in found if one.is_due and (not wanted or one.person.unit_id in wanted))
        held((self._known, due))
        return due

    def differing(self) -> Mapping[str, Evaluator]:
        """The people whose evaluator of this period is not the one of today's reporting line."""
        return {
            person_id: found
            for person_id in self.touched
            if (found := self.of(person_id)) and _differs(found, self.lines.get(person_id))
        }

    def _touched(self) -> frozenset[str]:
        """Everybody for whom a dated change since the period began, or a missing rater, may matter."""
        start = min(self.period.first_day, self.window.opens)
        recent = [
            entry
            for entry in self.history.entries
            if (entry.since is not None and entry.since >= start) or (entry.until is not None and entry.until >= start)
        ]
        moved = {entry.person_id for entry in recent} | {entry.other_id for entry in recent if entry.other_id}
        reseated = {entry.unit_id for entry in recent if entry.unit_id}
        touched = set(moved & self.people.keys())
        for person_id, person in self.people.items():
            line = self.lines.get(person_id)
            if line is None:
                continue
            if not line.rater_id or line.rater_id in moved or {line.led_unit_id, person.unit_id} & reseated:
                touched.add(person_id)
        return frozenset(touched)

    def _acting(self) -> frozenset[str]:
        """Who leads a unit as Plt at the end of the period, by a dated appointment or by the unit file."""
        by_source = {person.source_id: person_id for person_id, person in self.people.items() if person.source_id}
        named = {by_source[unit.acting_source_id] for unit in self.units.values() if unit.acting_source_id in by_source}
        day = self.period.last_day
        dated = [entry for entry in self.history.entries if entry.kind is EntryKind.PLT]
        named -= {entry.person_id for entry in dated}
        return frozenset(named | {entry.person_id for entry in dated if entry.holds_on(day)})


def _asked_on(today: date, window: EvaluationWindow) -> date:
    """While the window is open the question is asked today; afterwards its last day decides who could still rate."""
    return min(max(today, window.opens), window.closes)


def _differs(found: Evaluator, line: ReportingLine | None) -> bool:
    if not found.is_due:
        return line is not None
    if line is None:
        return True
    return (found.rater_id, found.led_unit_id) != (line.rater_id, line.led_unit_id)


def reading_of(settings: AgencySettings) -> SpreadReading:
    """How the agency reads a spread of predicates."""
    return SpreadReading(settings.most_frequent is MostFrequent.MAJORITY, settings.uses_circular)

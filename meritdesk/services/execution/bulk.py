"""Actuals of many people at once: by NIP and number of the indicator, or by the indicator itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.achieved import CellFault, read_achieved
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period, parse_period
from meritdesk.services.bulk import BulkFate, BulkLine, BulkOutcome, BulkRow, lines_of_file, wanted_text
from meritdesk.services.changes import Step, no_step
from meritdesk.services.execution.grid import CellEntry, Grid, GridCell, GridLine, GridQuery
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class ActualsBulk:
    """Verbs that write actuals of many people; a line's field is the number of an indicator (``1.2``) or its key."""

    around: Surroundings

    def set(self, period: Period, lines: Sequence[BulkLine], dry_run: bool = False) -> BulkOutcome:
        """Write actuals of one period as one change set; ``CopyOf`` names the code of another period of the year.

        A row is refused with ``USE-102`` an unknown person, ``UI-336`` an indicator that he has not, and whatever the
        grid refuses (``ASM-120`` closed, ``EXE-211`` to ``EXE-214``).
        """
        require(self.around.actor, Action.TYPE)
        known = self._known(period, [line.key for line in lines])
        rows: list[BulkRow] = []
        entries: dict[int, CellEntry] = {}
        for place, line in enumerate(lines):
            said = line.value if isinstance(line.value, str) else ""
            row = BulkRow(line.key, line.key, "", line.what, "", said, BulkFate.REFUSED)
            try:
                found = _indicator(known.get(line.key), line)
                before = _text(found, period.code)
                row = replace(
                    row, key=found.indicator.indicator_id, nip=found.nip, name=found.name, what=found.number,
                    before=before,
                )  # fmt: skip
                text = wanted_text(line.value, before, lambda code, one=found: _text(one, _code(code)))  # type: ignore[misc]
                read = read_achieved(text, found.indicator.target)
                row = replace(row, after=text if isinstance(read, CellFault) else read.text)
                entries[place] = CellEntry(found.person_id, found.indicator.indicator_id, period, text)
                rows.append(replace(row, fate=BulkFate.CHANGED))
            except UsageRefusal as refusal:
                rows.append(row.refused(refusal))
        outcome = Grid(self.around).set(list(entries.values()), dry_run=dry_run)
        faults = {one.entry: one for one in outcome.refused}
        for place, entry in entries.items():
            fault = faults.get(entry)
            if fault is not None:
                rows[place] = rows[place].refused(UsageRefusal(fault.code, **dict(fault.facts)))
            elif rows[place].after == rows[place].before:
                rows[place] = replace(rows[place], fate=BulkFate.SAME)
        return BulkOutcome(tuple(rows), outcome.changes)

    def set_from(self, path: Path, period: Period, dry_run: bool = False, step: Step = no_step) -> BulkOutcome:
        """The same from a table of person, number of the indicator, and actual."""
        require(self.around.actor, Action.TYPE)
        return self.set(period, lines_of_file(self.around, path, step), dry_run)

    def _known(self, period: Period, keys: Sequence[str]) -> dict[str, list[GridLine]]:
        """The indicators of the people named, by the word that named them."""
        with self.around.store.reading() as work:
            people = dict(work.people.by_ids(list(dict.fromkeys(keys))))
            for key in keys:
                person = None if key in people else work.people.by_nip(key)
                if person is not None:
                    people[key] = person
        ids = tuple(dict.fromkeys(person.person_id for person in people.values()))
        lines = Grid(self.around).lines(GridQuery(period.year, person_ids=ids)).lines if ids else ()
        theirs: dict[str, list[GridLine]] = {person_id: [] for person_id in ids}
        for line in lines:
            theirs[line.person_id].append(line)
        return {key: theirs[person.person_id] for key, person in people.items()}


def _indicator(lines: list[GridLine] | None, wanted: BulkLine) -> GridLine:
    if lines is None:
        raise UsageRefusal("USE-102", nip=wanted.key)
    for line in lines:
        if wanted.what in (line.number, line.indicator.indicator_id):
            return line
    raise UsageRefusal("UI-336", field=wanted.what, fields=", ".join(line.number for line in lines) or "-")


def _text(line: GridLine, code: str) -> str:
    return line.cells.get(code, GridCell()).text


def _code(said: str) -> str:
    return parse_period(said).code

"""Sheets that a unit fills in without the program: sent out, taken back row by row, returned for correction.

Shared by planning, execution and assessment, which differ only in what a row is (``Filling``). A sheet carries what
the desk held when it was made; what the desk changed since is never overwritten.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.fill_sheet import (
    FILL_COLUMNS,
    FillColumn,
    FillCorrection,
    FillHead,
    FillKind,
    FillNote,
    FillRow,
    FillSheet,
    ReturnedRow,
    ReturnedSheet,
    StrayRow,
    judge_cells,
    told_value,
)
from meritdesk.core.intake import Intake
from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.taken_out import note_taken

SECRET_SETTING = "fill_sheets.secret"
_MOST_NAMES = 5
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_FILE_WORDS = {FillKind.PLANS: "SKP", FillKind.ACTUALS: "Realisasi", FillKind.RATINGS: "Rating"}


class Filling(Protocol):
    """What one kind of sheet knows of the store inside one transaction."""

    def rows(self) -> tuple[FillRow, ...]:
        """The rows as they would go out now, in the order of the sheet."""
        ...

    def found(self, sent: FillRow, touched: Mapping[str, str]) -> FillRow | None:
        """What became of a row that is not among ``rows`` any more, where that can still be told."""
        ...

    def take(self, sent: FillRow, taken: Mapping[str, str]) -> FillNote | None:
        """Keep new cells of one row for ``save``, or say why they cannot be taken."""
        ...

    def is_new(self, sent: FillRow) -> bool:
        """Whether nothing was known of this row before."""
        ...

    def save(self) -> None:
        """Write what was taken."""
        ...


class Gathering(Protocol):
    """Makes the filling of some people, in their order."""

    def __call__(self, around: Surroundings, work: Work, people: Sequence[Person], period: Period) -> Filling: ...


@dataclass(frozen=True, slots=True)
class SheetOutcome:
    """A sheet that was written for a unit."""

    path: Path
    unit: str
    rows: int
    people: int


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that a sheet can be made for: how deep it stands in the tree, and how many people it would ask about."""

    unit_id: str
    name: str
    depth: int
    people: int


@dataclass(frozen=True, slots=True)
class CorrectionOutcome:
    """A sheet that was written for correction: how many rows carry a comment, and which could not be sent back."""

    path: Path
    corrected: int
    strays: int


@dataclass(frozen=True, slots=True)
class FillSheets:
    """Verbs of fill-in sheets of one kind; a counter of its room."""

    around: Surroundings
    kind: FillKind
    room: str
    gather: Gathering

    def units(self) -> tuple[UnitChoice, ...]:
        """All units in the order of the tree, each with the people whom its sheet would ask about."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            units = work.units.all()
            appraised = {person.person_id for person in work.people.all() if person.is_appraised and person.nip}
            own = Counter(unit_id for person_id, unit_id in self._members(work) if person_id in appraised)
        children: dict[str, list[OrgUnit]] = {}
        known = {unit.unit_id for unit in units}
        for unit in sorted(units, key=lambda one: (one.sort_order, one.name)):
            children.setdefault(unit.parent_id if unit.parent_id in known else "", []).append(unit)
        choices: list[UnitChoice] = []

        def visit(unit: OrgUnit, depth: int) -> int:
            place = len(choices)
            choices.append(UnitChoice(unit.unit_id, unit.name, depth, 0))
            people = own[unit.unit_id] + sum(visit(child, depth + 1) for child in children.get(unit.unit_id, ()))
            choices[place] = replace(choices[place], people=people)
            return people

        for root in children.get("", ()):
            visit(root, 0)
        return tuple(choices)

    def write(self, unit_id: str, period: Period, out: Path) -> SheetOutcome:
        """Write the sheet of a unit and all units below it into a folder, or under a name that ends in ``.xlsx``.

        ``USE-103`` no such unit, ``IMP-268`` nothing to fill in there.
        """
        require(self.around.actor, Action.EDIT)
        period = self._period(period)
        with self.around.store.writing(self.around.actor, f"{self.room}.sheet") as work:
            unit, below = unit_and_below(work, unit_id)
            secret = _secret(work)
            people = self._people(work, below)
            rows = self.gather(self.around, work, people, period).rows()
            head = self._head(unit, period, secret)
            work.commit()
        real = [row for row in rows if not row.is_spare]
        if not rows:
            raise UsageRefusal("IMP-268", unit=unit.name, period=period.code)
        target = out if out.suffix.lower() == ".xlsx" else self._free_name(ready_folder(out), unit, period)
        self.around.spreadsheets.write_fill(target, FillSheet(head, rows), secret)
        return SheetOutcome(target, unit.name, len(real), len({row.cells["nip"] for row in rows}))

    def take(
        self,
        source: Source,
        step: Step = no_step,
        dry_run: bool = False,
        *,
        unit_id: str = "",
        period: Period | None = None,
    ) -> ImportOutcome:
        """Take back a sheet, row by row; the same sheet again changes nothing.

        Refused whole when it is no sheet of this kind, agency and store (``IMP-251`` to ``IMP-257``), or not for the
        period or unit that was asked for (``IMP-259``, ``IMP-260``).
        """
        require(self.around.actor, Action.IMPORT)
        verb = f"{self.room}.sheet_import"
        with self.around.store.writing(self.around.actor, verb, origin=origin_of(source)) as work:
            step = work.watch(step)
            accept = self._acceptance(work, source.name, unit_id, self._period(period) if period else None)
            returned = self.around.spreadsheets.read_fill(source, _secret(work), accept, step)
            judged = self._judge(work, returned)
            judged.filling.save()
            changes = Changes() if dry_run else work.commit()
        return judged.tally.answer(changes)

    def write_corrections(self, source: Source, out: Path, step: Step = no_step) -> CorrectionOutcome:
        """Write the sheet again as the unit filled it in, with a comment at each refused cell; nothing is taken.

        What the desk holds now is what the sheet is compared with when it comes back, so that a conflict which the
        unit has seen and left standing is taken. ``IMP-269`` when there is nothing to correct.
        """
        require(self.around.actor, Action.IMPORT)
        with self.around.store.reading() as work:
            secret = _secret(work, may_make=False)
            accept = self._acceptance(work, source.name, "", None)
            returned = self.around.spreadsheets.read_fill(source, secret, accept, step)
            judged = self._judge(work, returned)
        if not judged.notes and not judged.strays:
            raise UsageRefusal("IMP-269")
        sheet, corrections = judged.corrected(returned)
        target = (
            out if out.suffix.lower() == ".xlsx" else ready_folder(out) / f"{Path(source.name).stem}-perbaikan.xlsx"
        )
        self.around.spreadsheets.write_fill(target, sheet, secret, corrections, judged.strays)
        note_taken(self.around, "LEMBAR PERBAIKAN", [target])
        return CorrectionOutcome(target, sum(bool(one.notes) for one in corrections), len(judged.strays))

    def _acceptance(self, work: Work, name: str, unit_id: str, period: Period | None) -> Callable[[FillHead], None]:
        wanted = unit_and_below(work, unit_id)[0] if unit_id else None
        agency, lineage = self.around.store.agency, _lineage(_secret(work, may_make=False))

        def accept(head: FillHead) -> None:
            if head.agency_code != agency.code:
                raise FileRefusal("IMP-255", file=name, other=head.agency_name, agency=agency.name)
            if head.kind is not self.kind:
                facts = {"found": f"LAYOUT:FILL_{head.kind.value}", "way": f"IMPORT:FILL_{head.kind.value}"}
                raise FileRefusal("IMP-253", file=name, layout=f"LAYOUT:FILL_{self.kind.value}", **facts)
            if head.lineage != lineage:
                raise FileRefusal("IMP-256", file=name)
            if period is not None and head.period != period:
                raise FileRefusal("IMP-259", file=name, other=head.period.code, period=period.code)
            if wanted is not None and head.unit_source_id != _key_of(wanted):
                raise FileRefusal("IMP-260", file=name, other=head.unit_name, unit=wanted.name)

        return accept

    def _judge(self, work: Work, returned: ReturnedSheet) -> _Judged:
        nips = {row.sent.cells["nip"] for row in returned.rows if row.sent} | {
            row.cells["nip"] for row in returned.missing
        }
        people = [person for person in work.people.all() if person.nip in nips]
        filling = self.gather(self.around, work, people, returned.head.period)
        judged = _Judged(returned, filling, {row.ref: row for row in filling.rows()})
        judged.run()
        return judged

    def _people(self, work: Work, below: frozenset[str]) -> list[Person]:
        """Who fills in: those in the units, or whoever is rated by those who lead them."""
        members = {person_id for person_id, unit_id in self._members(work) if unit_id in below}
        names = {unit.unit_id: (unit.sort_order, unit.name) for unit in work.units.all()}
        people = [person for person in work.people.all() if person.person_id in members and person.is_appraised]
        people.sort(key=lambda person: (names.get(person.unit_id, (0, "")), person.name, person.nip))
        return [person for person in people if person.nip]

    def _members(self, work: Work) -> Iterable[tuple[str, str]]:
        if self.kind is FillKind.RATINGS:
            return ((line.person_id, line.led_unit_id) for line in work.reporting.all())
        return ((person.person_id, person.unit_id) for person in work.people.all())

    def _head(self, unit: OrgUnit, period: Period, secret: bytes) -> FillHead:
        agency = self.around.store.agency
        return FillHead(
            kind=self.kind,
            agency_code=agency.code,
            agency_name=agency.name,
            unit_source_id=_key_of(unit),
            unit_name=unit.name,
            period=period,
            lineage=_lineage(secret),
            made_on=self.around.clock().date(),
        )

    def _period(self, period: Period) -> Period:
        """Plans belong to the year, whatever period was asked for."""
        return Period(period.year, PeriodKind.YEAR) if self.kind is FillKind.PLANS else period

    def _free_name(self, folder: Path, unit: OrgUnit, period: Period) -> Path:
        """A name that a clerk recognises and every disk takes: plain letters, nobody's name, never one that exists."""
        plain = unicodedata.normalize("NFKD", unit.name).encode("ascii", "ignore").decode()
        name = _UNSAFE.sub("-", plain).strip("-")[:32].strip("-") or "unit"
        stem = f"Isian-{_FILE_WORDS[self.kind]}-{name}-{period.code}{self.around.store.agency.file_mark}"
        target, again = folder / f"{stem}.xlsx", 2
        while target.exists():
            target, again = folder / f"{stem}-{again}.xlsx", again + 1
        return target


@dataclass(slots=True)
class _Judged:
    """The fate of each returned row, and what the unit must be told of it."""

    returned: ReturnedSheet
    filling: Filling
    now: Mapping[str, FillRow]
    notes: dict[str, list[FillNote]] = field(default_factory=dict)
    strays: list[StrayRow] = field(default_factory=list)
    tally: Tally[ReturnedRow] = field(init=False)

    def __post_init__(self) -> None:
        idle = sum(row.is_idle for row in self.returned.rows)
        self.tally = Tally(Intake((), read=len(self.returned.rows) - idle, skipped=idle))

    def run(self) -> None:
        """Judge row after row; each has exactly one fate."""
        for row in self.returned.rows:
            if row.sent is None:
                (note,) = row.faults
                self._refuse(row, note)
                self.strays.append(StrayRow(row.row, row.shown, note))
            elif not row.is_idle:
                self._judge(row, row.sent)
        if self.returned.missing:
            self._remark_missing()

    def _judge(self, row: ReturnedRow, sent: FillRow) -> None:
        if row.faults:
            return self._refuse(row, *row.faults)
        current = self.now.get(sent.ref) or self.filling.found(sent, row.touched)
        if current is None and not sent.is_spare:
            if not row.touched:
                return self._same(row, sent)
            return self._refuse(row, FillNote("", "IMP-265", {"name": sent.cells.get("name", "")}))
        touched = row.touched
        if sent.is_spare and current is not None:
            # A spare row that was taken before: where it stands is the desk's matter now.
            keys = {column.name for column in FILL_COLUMNS[self.returned.head.kind] if column.is_key}
            touched = {name: value for name, value in touched.items() if name not in keys}
        fates = judge_cells(sent.cells, touched, (current or sent).cells)
        if fates.conflicts:
            self.notes[sent.ref] = [
                FillNote(
                    one.column,
                    "IMP-266",
                    {
                        "heading": self._heading(one.column),
                        "theirs": told_value(self._column(one.column), one.theirs),
                        "ours": told_value(self._column(one.column), one.ours),
                    },
                )
                for one in fates.conflicts
            ]
            first = self.notes[sent.ref][0]
            return self.tally.conflict(row.row, self._heading(first.column), first.code, **self._facts(row, first))
        if not fates.taken:
            return self._same(row, sent)
        is_new = self.filling.is_new(sent)
        note = self.filling.take(sent, fates.taken)
        if note is not None:
            return self._refuse(row, note)
        fields = tuple(self._heading(name) for name in fates.taken)
        nip, name = sent.cells.get("nip", ""), sent.cells.get("name", "")
        return self.tally.accept(row.row, nip, name, "added" if is_new else "changed", fields)

    def _same(self, row: ReturnedRow, sent: FillRow) -> None:
        self.tally.accept(row.row, sent.cells.get("nip", ""), sent.cells.get("name", ""), "same")

    def _refuse(self, row: ReturnedRow, *notes: FillNote) -> None:
        if row.sent is not None:
            self.notes[row.sent.ref] = list(notes)
        first = notes[0]
        column = self._heading(first.column) or str(first.facts.get("heading", ""))
        self.tally.refuse(row.row, column, first.code, **self._facts(row, first))

    def _facts(self, row: ReturnedRow, note: FillNote) -> dict[str, object]:
        """The facts of the note, with whose row it is, so that the list of refused rows names people."""
        cells = row.sent.cells if row.sent else row.shown
        return {"nip": cells.get("nip", ""), "name": cells.get("name", ""), **note.facts}

    def _heading(self, column: str) -> str:
        return self.returned.headings.get(column, "")

    def _column(self, name: str) -> FillColumn:
        return next(column for column in FILL_COLUMNS[self.returned.head.kind] if column.name == name)

    def _remark_missing(self) -> None:
        names = list(dict.fromkeys(row.cells.get("name", "") for row in self.returned.missing))
        told = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        self.tally.remark(0, "", "IMP-267", count=len(self.returned.missing), names=told)

    def corrected(self, returned: ReturnedSheet) -> tuple[FillSheet, list[FillCorrection]]:
        """The sheet as it would go out now, with what the unit had written over it and the notes beside it."""
        rows: list[FillRow] = []
        corrections: list[FillCorrection] = []
        for row in returned.rows:
            if row.sent is None or (row.sent.ref not in self.now and not row.sent.is_spare):
                if row.sent is not None and row.sent.ref in self.notes:
                    self.strays.append(StrayRow(row.row, row.shown, self.notes[row.sent.ref][0]))
                continue
            notes = tuple(self.notes.get(row.sent.ref, ()))
            unreadable = {note.column for note in row.faults if note.column and note.code != "IMP-264"}
            shown = {name: text for name, text in row.shown.items() if name in unreadable}
            # Whose entries these are is not certain: the row goes out as the desk has it.
            written = {} if any(note.code == "IMP-263" for note in row.faults) else row.touched
            if written or notes:
                corrections.append(FillCorrection(len(rows), written, shown, notes))
            rows.append(self.now.get(row.sent.ref, row.sent))
        rows += [self.now[row.ref] for row in returned.missing if row.ref in self.now]
        return FillSheet(returned.head, tuple(rows)), corrections


def unit_and_below(work: Work, unit_id: str) -> tuple[OrgUnit, frozenset[str]]:
    """A unit by its key or its UNOR ID, and the keys of it and all units below it; ``USE-103`` for none."""
    units = work.units.all()
    unit = next((one for one in units if unit_id and unit_id in (one.unit_id, one.source_id)), None)
    if unit is None:
        raise UsageRefusal("USE-103", unit=unit_id)
    children: dict[str, list[str]] = {}
    for one in units:
        children.setdefault(one.parent_id, []).append(one.unit_id)
    below, waiting = {unit.unit_id}, [unit.unit_id]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in below:
                below.add(child)
                waiting.append(child)
    return unit, frozenset(below)


def _key_of(unit: OrgUnit) -> str:
    """By what a sheet names its unit: the id of the national system, where it has one."""
    return unit.source_id or unit.unit_id


def _secret(work: Work, may_make: bool = True) -> bytes:
    """What seals the sheets of this store; made with the first sheet, and kept through backup and restore."""
    kept = work.setting(SECRET_SETTING)
    if not kept:
        kept = secrets.token_hex(32)
        if may_make:
            work.set_setting(SECRET_SETTING, kept)
    return bytes.fromhex(kept)


def _lineage(secret: bytes) -> str:
    """By what the sheets of this store are told from those of another; it says nothing of the secret."""
    return hashlib.sha256(b"lineage" + secret).hexdigest()[:16]

"""The staff file (Profil ASN) of the national system: 69 columns, 22 of them read, no sensitive one (layouts 1).

A filled cell that paper depends on and that cannot be read refuses its row with the column named. A doubt that the NIP
or the office can settle is a remark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from meritdesk.core.errors import RowFault
from meritdesk.core.intake import Intake, Placed, StaffRow
from meritdesk.core.nip import birth_date_of_nip, read_nip, sex_of_nip
from meritdesk.core.notation import printed_date, read_date
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, Sex
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS, STAFF_LAYOUT
from meritdesk.exchange.sheet_words import (
    JOB_KINDS,
    SEXES,
    STATUSES,
    is_empty,
    position_kind,
    read_echelon,
    read_employment,
    read_grade,
    word,
)
from meritdesk.exchange.sheets import Cell, Step, text_of
from meritdesk.exchange.table_reading import Source, Table, is_summary, read_table, require_rows

MOST_STAFF = 300_000
"""More people than any agency has; a longer list only fills the memory."""

_FIELDS = {field: place for place, field in enumerate(STAFF_LAYOUT.columns)}
_STEP_EVERY = 500
_RUNS = re.compile(r"\s+")
_LONGEST_EXACT = Decimal(10**15)
_OUT_OF_FORM = re.compile(r"(?:PNS YANG |YANG )?(?:DINYATAKAN )?(?:SUDAH |TELAH )?")


def read_staff(source: Source, step: Step) -> Intake[StaffRow]:
    """Read the staff file; destroyed and doubled NIPs are refused, never imported as if they were good."""
    table = read_table(source, (STAFF_LAYOUT,), step, KNOWN_LAYOUTS, MOST_STAFF)
    reader = _StaffReader(table)
    for done, (number, cells) in enumerate(table.rows):
        if done % _STEP_EVERY == 0:
            step(done, len(table.rows))
        reader.take(number, cells)
    step(len(table.rows), len(table.rows))
    return reader.answer()


class _Unreadable(Exception):
    """A filled cell of one row cannot be read; the row is refused."""

    def __init__(self, field: str, code: str, **facts: object) -> None:
        super().__init__(field, code)
        self.field, self.code, self.facts = field, code, facts


@dataclass(frozen=True, slots=True)
class _Claim:
    """One row that names a NIP: enough to tell whether two rows speak of one person."""

    row: int
    nip: str
    source_id: str
    name: str

    def is_other_person(self, other: _Claim) -> bool:
        if self.source_id and other.source_id:
            return self.source_id != other.source_id
        return bool(self.name and other.name) and self.name != other.name


class _StaffReader:
    """Reads one staff file row by row and judges doubled numbers at the end."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows: list[tuple[Placed[StaffRow], _Claim]] = []
        self.claims: list[_Claim] = []
        self.refused: list[RowFault] = []
        self.remarks: list[RowFault] = []
        self.skipped = table.blank_rows

    def take(self, number: int, cells: list[Cell]) -> None:
        """Read one row into a value, a refusal or nothing (summary rows)."""
        nip_text = text_of(cells[_FIELDS["nip"]])
        name = text_of(cells[_FIELDS["name"]])
        is_nobody = is_empty(nip_text) and is_empty(name) and _fact(cells[_FIELDS["source_id"]]) is None
        if is_nobody or (is_summary(cells) and not any(sign.isdigit() for sign in nip_text)):
            self.skipped += 1
            return
        try:
            placed = self._read(number, cells)
        except _Unreadable as fault:
            self.refused.append(RowFault(number, self.table.heading(fault.field), fault.code, fault.facts))
        else:
            self.rows.append((placed, self.claims[-1]))

    def _read(self, number: int, cells: list[Cell]) -> Placed[StaffRow]:
        grade_text = _fact(cells[_FIELDS["grade"]])
        grade = read_grade(grade_text) if grade_text else None
        flag = _fact(cells[_FIELDS["cpns_flag"]]) or ""
        contract = _fact(cells[_FIELDS["contract"]]) or ""
        employment = read_employment(flag, contract, grade)
        source_id = _fact(cells[_FIELDS["source_id"]])
        name = _one_line(cells[_FIELDS["name"]])
        nip = _read_nip_cell(cells[_FIELDS["nip"]], employment)
        self.claims.append(_Claim(number, nip, source_id or "", (name or "").casefold()))
        if grade_text and grade is None:
            raise _Unreadable("grade", "IMP-222", value=grade_text, allowed="I/a … IV/e (PNS), I … XVII (PPPK)")
        birth_date = self._date(cells, "birth_date")
        sex = self._sex(number, cells, nip)
        if birth_date is not None and birth_date != birth_date_of_nip(nip):
            self._remark(number, "birth_date", "IMP-232", nip=nip, value=printed_date(birth_date))
        if grade and employment and ("/" in grade) == (employment is EmploymentType.PPPK):
            self._remark(number, "grade", "IMP-235", nip=nip, value=grade, employment=f"EMPLOYMENT:{employment.name}")
        kind, echelon = self._post(number, cells, nip)
        row = StaffRow(
            nip=nip,
            source_id=source_id,
            name=name,
            front_title=_one_line(cells[_FIELDS["front_title"]]),
            back_title=_one_line(cells[_FIELDS["back_title"]]),
            sex=sex,
            birth_date=birth_date,
            employment=employment,
            legal_status=self._status(number, cells, nip),
            grade=grade,
            grade_since=self._date(cells, "grade_since"),
            position_kind=kind,
            position_title=_one_line(cells[_FIELDS["position"]]),
            position_since=self._date(cells, "position_since"),
            echelon=echelon,
            education=_one_line(cells[_FIELDS["education"]]) or _one_line(cells[_FIELDS["school"]]),
            unit_source_id=_fact(cells[_FIELDS["unit_id"]]),
            unit_name=_one_line(cells[_FIELDS["unit_name"]]),
        )
        return Placed(number, row)

    def _date(self, cells: list[Cell], field: str) -> date | None:
        cell = cells[_FIELDS[field]]
        if cell is None:
            return None
        if isinstance(cell, Decimal):
            if not cell:
                return None
            raise _Unreadable(field, "IMP-220", value=text_of(cell))
        if isinstance(cell, str) and is_empty(cell):
            return None
        found = read_date(cell)
        if found is None or not 1900 <= found.year <= 2100:
            raise _Unreadable(field, "IMP-220", value=text_of(cell))
        return found

    def _sex(self, number: int, cells: list[Cell], nip: str) -> Sex | None:
        text = _fact(cells[_FIELDS["sex"]])
        stated = SEXES.get(word(text)) if text else None
        by_number = sex_of_nip(nip)
        if text and stated is None:
            self._remark(number, "sex", "IMP-233", nip=nip, value=text)
            return by_number
        if stated is not None and stated is not by_number:
            self._remark(number, "sex", "IMP-231", nip=nip, value=text or "")
        return stated

    def _status(self, number: int, cells: list[Cell], nip: str) -> LegalStatus | None:
        text = _fact(cells[_FIELDS["status"]])
        if text is None:
            return None
        status = read_status(text)
        if status is None:
            self._remark(number, "status", "IMP-234", nip=nip, value=text)
        return status

    def _post(self, number: int, cells: list[Cell], nip: str) -> tuple[PositionKind | None, str | None]:
        named = _fact(cells[_FIELDS["job_kind"]])
        coded = _fact(cells[_FIELDS["job_kind_id"]])
        echelon_text = _fact(cells[_FIELDS["echelon"]]) or _fact(cells[_FIELDS["echelon_id"]])
        echelon = read_echelon(echelon_text) if echelon_text else ""
        if echelon is None:
            raise _Unreadable("echelon", "IMP-222", value=echelon_text, allowed="II.b")
        stated = coded or named
        if stated is None:
            return (position_kind("STRUCTURAL", echelon) if echelon else None), echelon or None
        job_kind = JOB_KINDS.get(word(stated)) or (JOB_KINDS.get(word(named)) if named else None)
        if job_kind is None:
            raise _Unreadable("job_kind", "IMP-222", value=stated, allowed="1, 2, 4")
        kind = position_kind(job_kind, echelon)
        if kind is None or (job_kind != "STRUCTURAL" and echelon):
            self._remark(number, "job_kind", "IMP-236", nip=nip, value=stated, echelon=echelon or "-")
        return kind, echelon or None

    def answer(self) -> Intake[StaffRow]:
        """The whole file, with doubled numbers judged."""
        values = {placed.row: placed.value for placed, _ in self.rows}
        verdicts = _doubles(self.claims, values.keys())
        kept = []
        for placed, claim in self.rows:
            verdict = verdicts.get(claim.row)
            if verdict is None:
                kept.append(placed)
                continue
            code, facts = verdict
            if code == "REG-353" and values[placed.row] == values.get(_row_of(facts)):
                code = "REG-351"
            self.refused.append(RowFault(placed.row, self.table.heading("nip"), code, facts))
        require_rows(self.table, len(kept) + len(self.refused))
        taken = {placed.row for placed in kept}
        return Intake(
            rows=tuple(kept),
            refused=tuple(sorted(self.refused, key=lambda fault: fault.row)),
            remarks=tuple(remark for remark in self.remarks if remark.row in taken),
            read=len(kept) + len(self.refused),
            skipped=self.skipped,
        )

    def _remark(self, number: int, field: str, code: str, **facts: object) -> None:
        self.remarks.append(RowFault(number, self.table.heading(field), code, facts))


def _doubles(claims: list[_Claim], readable: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    """Which rows cannot stand because of another row: two people with one NIP, one person twice or with two NIPs.

    A number is never merged by NIP alone (F62): where people differ, all their rows are refused. Of one person's
    rows the first readable one stands.
    """
    by_nip: dict[str, list[_Claim]] = defaultdict(list)
    by_source: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        by_nip[claim.nip].append(claim)
        if claim.source_id:
            by_source[claim.source_id].append(claim)
    verdicts: dict[int, tuple[str, dict[str, object]]] = {}
    for nip, group in by_nip.items():
        if len(group) == 1:
            continue
        if any(claim.is_other_person(group[0]) for claim in group):
            for claim in group:
                verdicts[claim.row] = ("REG-352", {"nip": nip, "others": _others(group, claim)})
        else:
            first = next((claim for claim in group if claim.row in readable), group[0])
            for claim in group:
                if claim is not first:
                    verdicts[claim.row] = ("REG-353", {"nip": nip, "other": first.row})
    for group in by_source.values():
        if len({claim.nip for claim in group}) > 1:
            for claim in group:
                verdicts[claim.row] = ("REG-354", {"nip": claim.nip, "others": _others(group, claim)})
    return verdicts


def _row_of(facts: Mapping[str, object]) -> int:
    other = facts["other"]
    assert isinstance(other, int)
    return other


def _others(group: list[_Claim], claim: _Claim) -> str:
    return ", ".join(str(other.row) for other in group if other.row != claim.row)


def read_status(text: str) -> LegalStatus | None:
    """Kedudukan hukum as the national system words it; nothing when the word is not known (R-13)."""
    spelt = word(text)
    return STATUSES.get(spelt) or STATUSES.get(_OUT_OF_FORM.sub("", spelt, count=1).strip())


def _read_nip_cell(cell: Cell, employment: EmploymentType | None) -> str:
    if isinstance(cell, Decimal) and cell >= _LONGEST_EXACT:
        # A number of 18 figures has lost its tail in the spreadsheet, whatever the tail looks like.
        raise _Unreadable("nip", "NIP-201", value=text_of(cell))
    text = text_of(cell)
    reading = read_nip(text, employment)
    if reading.fault:
        raise _Unreadable("nip", reading.fault, value=text)
    return reading.nip


def _fact(cell: Cell) -> str | None:
    if cell is None:
        return None
    text = cell if isinstance(cell, str) else text_of(cell)
    return None if is_empty(text) else text


def _one_line(cell: Cell) -> str | None:
    text = _fact(cell)
    return text if text is None or ("\n" not in text and "  " not in text) else _RUNS.sub(" ", text)

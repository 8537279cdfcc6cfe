"""The self-assessment of the merit system and the filling of posts as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from meritdesk.core.evaluation import PackRef
from meritdesk.core.merit import FigureValue, GivenLevel, MeritAssessment, MeritFile
from meritdesk.core.rotation import RotationCase
from meritdesk.store import tables
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import day_text, day_value, decimal_text, decimal_value
from meritdesk.store.rows import Rows, Values

_CASES = "rotation"


class StoredMerit:
    """Self-assessments with their levels and files."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[MeritAssessment, ...]:
        """Every assessment, by year."""
        return tuple(map(_assessment, self._rows.read(tables.merit_assessment, "", None, "year", "pack_id")))

    def of_year(self, year: int) -> tuple[MeritAssessment, ...]:
        """The assessments of a year, one a scheme."""
        return tuple(map(_assessment, self._rows.read(tables.merit_assessment, "year", [year], "pack_id")))

    def save(self, assessments: Sequence[MeritAssessment]) -> None:
        """Add these or bring them up to date."""
        self._rows.write(tables.merit_assessment, map(_assessment_row, assessments))

    def levels(self, assessment_id: str) -> tuple[GivenLevel, ...]:
        """What was given in an assessment."""
        found = self._rows.read(tables.merit_level, "assessment_id", [assessment_id], "part_code")
        return tuple(map(_level, found))

    def save_levels(self, assessment_id: str, levels: Sequence[GivenLevel]) -> None:
        """Give these levels or change them."""
        self._rows.write(tables.merit_level, (_level_row(assessment_id, one) for one in levels))

    def remove_level(self, assessment_id: str, part_code: str) -> None:
        """Take a level back."""
        self._rows.settle(tables.merit_level, {(assessment_id, part_code): None})

    def files(self, assessment_id: str) -> tuple[MeritFile, ...]:
        """The files that prove an assessment, in the order in which they were added."""
        found = self._rows.read(tables.merit_file, "assessment_id", [assessment_id], "part_code", "added_on", "file_id")
        return tuple(map(_file, found))

    def save_file(self, assessment_id: str, file: MeritFile) -> None:
        """Name a content of the vault under a sub-aspect."""
        row: Values = {
            "file_id": file.file_id,
            "assessment_id": assessment_id,
            "part_code": file.part_code,
            "file_name": file.file_name,
            "sha256": file.sha256,
            "size": file.size,
            "title": file.title,
            "added_on": file.added_on.isoformat(),
            "added_by": file.added_by,
        }
        self._rows.write(tables.merit_file, [row])

    def remove_files(self, file_ids: Iterable[str]) -> None:
        """Take these files from under their sub-aspects."""
        self._rows.settle(tables.merit_file, {(one,): None for one in file_ids})


class StoredRotations:
    """Posts to be filled, and what was decided."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[RotationCase, ...]:
        """Every case in the order of their numbers."""
        return tuple(map(_case, self._rows.read(tables.rotation_case, "", None, "number")))

    def by_number(self, number: str) -> RotationCase | None:
        """The case of a number."""
        found = self._rows.read(tables.rotation_case, "number", [number])
        return _case(found[0]) if found else None

    def reserve(self, year: int) -> int:
        """The next serial number of a year; a number may be lost, never repeated."""
        return take_numbers(self._rows, self._rows.agency, _CASES, year, 1)

    def save(self, cases: Sequence[RotationCase]) -> None:
        """Add these or bring them up to date."""
        self._rows.write(tables.rotation_case, map(_case_row, cases))


def _assessment(row: Mapping[str, Any]) -> MeritAssessment:
    values = msgspec.json.decode(row["aspect_values"], type=dict[str, str]) if row["aspect_values"] else {}
    return MeritAssessment(
        assessment_id=row["assessment_id"],
        year=row["year"],
        pack=PackRef(row["pack_id"], row["pack_digest"]),
        survey=decimal_value(row["survey"]),
        survey_source=row["survey_source"],
        violations=row["violations"],
        index=decimal_value(row["index_value"]),
        category=row["category"],
        aspect_values={code: Decimal(text) for code, text in values.items()},
        figures=msgspec.json.decode(row["figures"], type=tuple[FigureValue, ...]) if row["figures"] else (),
        fixed_on=day_value(row["fixed_on"]),
        fixed_by=row["fixed_by"],
    )


def _assessment_row(one: MeritAssessment) -> Values:
    values = {code: decimal_text(value) for code, value in one.aspect_values.items()}
    return {
        "assessment_id": one.assessment_id,
        "year": one.year,
        "pack_id": one.pack.pack_id,
        "pack_digest": one.pack.digest,
        "survey": decimal_text(one.survey),
        "survey_source": one.survey_source,
        "violations": one.violations,
        "index_value": decimal_text(one.index),
        "category": one.category,
        "aspect_values": msgspec.json.encode(values).decode() if values else "",
        "figures": msgspec.json.encode(one.figures).decode() if one.figures else "",
        "fixed_on": day_text(one.fixed_on),
        "fixed_by": one.fixed_by,
    }


def _level(row: Mapping[str, Any]) -> GivenLevel:
    return GivenLevel(row["part_code"], row["level"], row["reason"], row["action"], day_value(row["action_by"]))


def _level_row(assessment_id: str, level: GivenLevel) -> Values:
    return {
        "assessment_id": assessment_id,
        "part_code": level.part_code,
        "level": level.level,
        "reason": level.reason,
        "action": level.action,
        "action_by": day_text(level.action_by),
    }


def _file(row: Mapping[str, Any]) -> MeritFile:
    return MeritFile(
        row["file_id"],
        row["part_code"],
        row["file_name"],
        row["sha256"],
        row["size"],
        row["title"],
        date.fromisoformat(row["added_on"]),
        row["added_by"],
    )


def _case(row: Mapping[str, Any]) -> RotationCase:
    return RotationCase(
        case_id=row["case_id"],
        number=row["number"],
        unit_id=row["unit_id"],
        post=row["post"],
        echelon=row["echelon"],
        opened_on=date.fromisoformat(row["opened_on"]),
        note=row["note"],
        list_id=row["list_id"],
        decided_on=day_value(row["decided_on"]),
        chosen_id=row["chosen_id"],
        decided_by=row["decided_by"],
        reason=row["reason"],
        letter_number=row["letter_number"],
        dropped_on=day_value(row["dropped_on"]),
    )


def _case_row(case: RotationCase) -> Values:
    return {
        "case_id": case.case_id,
        "number": case.number,
        "unit_id": case.unit_id,
        "post": case.post,
        "echelon": case.echelon,
        "opened_on": case.opened_on.isoformat(),
        "note": case.note,
        "list_id": case.list_id,
        "decided_on": day_text(case.decided_on),
        "chosen_id": case.chosen_id,
        "decided_by": case.decided_by,
        "reason": case.reason,
        "letter_number": case.letter_number,
        "dropped_on": day_text(case.dropped_on),
    }

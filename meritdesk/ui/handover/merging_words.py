"""The words of what arrives: tables, fields and values of a package as a clerk knows them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from meritdesk.core.evaluation import Rating
from meritdesk.core.three_way import OWN, WHOLE_RECORD
from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME
from meritdesk.ui.wording import Words

_RATINGS = frozenset({"result_rating", "behaviour_rating"})
_FLAGS = frozenset({"true", "false"})


def table_words(table: str) -> str:
    """What a table of a package is about."""
    translate = QCoreApplication.translate
    if table in TRAVELLING_BY_NAME:
        return TRAVELLING_BY_NAME[table].table.title
    said = {
        "unit": translate("MergingWords", "Unit"),
        "pegawai": translate("MergingWords", "Employee"),
        "atasan": translate("MergingWords", "Rater and superior"),
        "rencana": translate("MergingWords", "Plan (SKP)"),
        "butir": translate("MergingWords", "Work result of a plan"),
        "indikator": translate("MergingWords", "Indicator of a plan"),
        "lampiran": translate("MergingWords", "Annex of a plan"),
        "realisasi": translate("MergingWords", "Actual"),
        "capaian": translate("MergingWords", "Level of the organisation"),
        "penilaian": translate("MergingWords", "Evaluation"),
        "umpan_balik": translate("MergingWords", "Feedback in an evaluation"),
        "alasan": translate("MergingWords", "Explanation of an evaluation"),
        "aturan": translate("MergingWords", "Rules of an evaluation"),
        "pihak": translate("MergingWords", "Parties of an evaluation"),
        "tombstones": translate("MergingWords", "Removal"),
    }
    return said.get(table, table)


def field_words(field: str) -> str:
    """What a column is called; one that has no words of its own keeps its name."""
    translate = QCoreApplication.translate
    if field == WHOLE_RECORD:
        return translate("MergingWords", "the whole record")
    said = {
        "name": translate("MergingWords", "name"),
        "nip": translate("MergingWords", "NIP"),
        "front_title": translate("MergingWords", "title before the name"),
        "back_title": translate("MergingWords", "title after the name"),
        "sex": translate("MergingWords", "sex"),
        "birth_date": translate("MergingWords", "date of birth"),
        "employment": translate("MergingWords", "kind of employment"),
        "legal_status": translate("MergingWords", "status"),
        "grade": translate("MergingWords", "grade"),
        "grade_since": translate("MergingWords", "grade since"),
        "position_kind": translate("MergingWords", "kind of post"),
        "position_title": translate("MergingWords", "post"),
        "position_since": translate("MergingWords", "post since"),
        "echelon": translate("MergingWords", "echelon"),
        "education": translate("MergingWords", "education"),
        "unit_id": translate("MergingWords", "unit"),
        "parent_id": translate("MergingWords", "unit above"),
        "rater_id": translate("MergingWords", "rater"),
        "text": translate("MergingWords", "text"),
        "value": translate("MergingWords", "value"),
        "feedback": translate("MergingWords", "feedback"),
        "note": translate("MergingWords", "recommendation"),
        "reason": translate("MergingWords", "reason"),
        "state": translate("MergingWords", "state"),
        "version": translate("MergingWords", "version"),
        "level": translate("MergingWords", "level"),
        "result_rating": translate("MergingWords", "rating of results"),
        "behaviour_rating": translate("MergingWords", "rating of behaviour"),
        "predicate": translate("MergingWords", "predicate"),
        "target_text": translate("MergingWords", "target"),
        "target_low": translate("MergingWords", "target from"),
        "target_high": translate("MergingWords", "target to"),
        "target_unit": translate("MergingWords", "unit of the target"),
        "closed_on": translate("MergingWords", "closed on"),
        "fixed_on": translate("MergingWords", "fixed on"),
        "number": translate("MergingWords", "number"),
    }
    return said.get(field, field)


def value_words(field: str, value: str, words: Words) -> str:
    """One side's value; of a whole record only whether it is there."""
    translate = QCoreApplication.translate
    if field == WHOLE_RECORD:
        return translate("MergingWords", "stays") if value else translate("MergingWords", "is removed")
    if not value:
        return translate("MergingWords", "(empty)")
    if field in _RATINGS and value in set(Rating):
        return words.messages.label_of(Rating(value))
    if value in _FLAGS:
        return translate("MergingWords", "yes") if value == "true" else translate("MergingWords", "no")
    return value


def side_words(stream: str) -> str:
    """Whose value it is: keyed in here, or come from a PC."""
    return QCoreApplication.translate("MergingWords", "keyed in here") if stream == OWN else stream

"""The words of what arrives: tables, fields and values of a package as a clerk knows them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from meritdesk.core.evaluation import EvaluationState, OrgLevel, Predicate, Rating
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, RaterBasis, Sex
from meritdesk.core.plan import Approach, Aspect, Direction, JobClass, Perspective, PlanState, ResultKind
from meritdesk.core.rival_plans import RIVAL, rival_words
from meritdesk.core.three_way import OWN, WHOLE_RECORD
from meritdesk.ui.handover.column_words import column_words
from meritdesk.ui.wording import Words

CHOICES: Mapping[str, tuple[type[StrEnum], ...]] = {
    "sex": (Sex,),
    "employment": (EmploymentType,),
    "legal_status": (LegalStatus,),
    "position_kind": (PositionKind,),
    "basis": (RaterBasis,),
    "approach": (Approach,),
    "job_class": (JobClass,),
    "kind": (ResultKind,),
    "aspect": (Aspect,),
    "perspective": (Perspective,),
    "direction": (Direction,),
    "state": (PlanState, EvaluationState),
    "level": (OrgLevel,),
    "org_level": (OrgLevel,),
    "result_rating": (Rating,),
    "behaviour_rating": (Rating,),
    "predicate": (Predicate,),
}
"""The fields that hold one of a few words, and what those are; a value that is none of them is shown as it is."""

_YES_OR_NO = frozenset({"is_autonomous", "needs_manuals"})
_FLAGS = frozenset({"true", "false"})


def table_words(table: str, words: Words) -> str:
    """What a table of a package is about."""
    return words.messages.label(f"TABLE:{table}")


def field_words(field: str, table: str = "") -> str:
    """What a column is called."""
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
        "unit": translate("MergingWords", "unit"),
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
        "source_id": translate("MergingWords", "number in the source system"),
        "head_title": translate("MergingWords", "post of the head"),
        "head_id": translate("MergingWords", "head of the unit"),
        "head_source_id": translate("MergingWords", "head in the source system"),
        "acting_source_id": translate("MergingWords", "acting head in the source system"),
        "is_autonomous": translate("MergingWords", "autonomous work unit"),
        "sort_order": translate("MergingWords", "place in the list"),
        "person_id": translate("MergingWords", "person"),
        "superior_id": translate("MergingWords", "rater's superior"),
        "led_unit_id": translate("MergingWords", "unit that is led"),
        "basis": translate("MergingWords", "rests on"),
        "problem": translate("MergingWords", "what is missing"),
        "plan_id": translate("MergingWords", "plan"),
        "year": translate("MergingWords", "year"),
        "approach": translate("MergingWords", "approach"),
        "job_class": translate("MergingWords", "class of the post"),
        "starts": translate("MergingWords", "from"),
        "ends": translate("MergingWords", "until"),
        "occasion": translate("MergingWords", "occasion of the plan"),
        "post": translate("MergingWords", "post"),
        "contract": translate("MergingWords", "contract"),
        "needs_manuals": translate("MergingWords", "needs indicator manuals"),
        "study": translate("MergingWords", "study assignment"),
        "workblocks": translate("MergingWords", "blocks of work"),
        "ratee_signed_on": translate("MergingWords", "signed by the ratee on"),
        "rater_signed_on": translate("MergingWords", "signed by the rater on"),
        "result_id": translate("MergingWords", "work result"),
        "kind": translate("MergingWords", "kind"),
        "parent_text": translate("MergingWords", "work result of the superior"),
        "assigned_by": translate("MergingWords", "assigned by"),
        "control_level": translate("MergingWords", "level of control"),
        "parent_indicator": translate("MergingWords", "indicator of the superior"),
        "indicator_id": translate("MergingWords", "indicator"),
        "aspect": translate("MergingWords", "aspect"),
        "perspective": translate("MergingWords", "perspective"),
        "direction": translate("MergingWords", "direction"),
        "exemption": translate("MergingWords", "exemption"),
        "manual": translate("MergingWords", "indicator manual"),
        "section": translate("MergingWords", "section"),
        "position": translate("MergingWords", "place in the list"),
        "period": translate("MergingWords", "period"),
        "override": translate("MergingWords", "class set by hand"),
        "override_reason": translate("MergingWords", "why it was set by hand"),
        "source": translate("MergingWords", "source"),
        "published_on": translate("MergingWords", "published on"),
        "evaluation_id": translate("MergingWords", "evaluation"),
        "org_level": translate("MergingWords", "level of the organisation"),
        "suggested": translate("MergingWords", "suggested rating"),
        "digest": translate("MergingWords", "digest"),
        "circumstances": translate("MergingWords", "circumstances"),
        "code": translate("MergingWords", "code"),
        "facts": translate("MergingWords", "facts"),
        "pack_id": translate("MergingWords", "rule pack"),
        "place": translate("MergingWords", "party"),
        "rank": translate("MergingWords", "rank"),
        "table": translate("MergingWords", "kind of record"),
        "record_id": translate("MergingWords", "record"),
        "removed_on": translate("MergingWords", "removed on"),
    }
    if (table, field) == ("pihak", "position"):
        return said["position_title"]
    return said.get(field) or column_words(field)


def value_words(field: str, value: str, words: Words) -> str:
    """One side's value; of a whole record only whether it is there."""
    translate = QCoreApplication.translate
    if field == WHOLE_RECORD:
        return translate("MergingWords", "stays") if value else translate("MergingWords", "is removed")
    if not value:
        return translate("MergingWords", "(empty)")
    if field == RIVAL:
        return rival_words(value)
    for kind in CHOICES.get(field, ()):
        if value in {one.value for one in kind}:
            return words.messages.label_of(kind(value))
    if value in _FLAGS:
        return translate("MergingWords", "yes") if value == "true" else translate("MergingWords", "no")
    return words.messages.dated(value)


def choices_of(field: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What can stand in a field of few words, each value with its words; nothing where anything can be written."""
    if field in _YES_OR_NO:
        return tuple((value, value_words(field, value, words)) for value in ("true", "false"))
    return tuple((one.value, words.messages.label_of(one)) for kind in CHOICES.get(field, ()) for one in kind)


def side_words(stream: str) -> str:
    """Whose value it is: keyed in here, or come from a PC."""
    return QCoreApplication.translate("MergingWords", "keyed in here") if stream == OWN else stream

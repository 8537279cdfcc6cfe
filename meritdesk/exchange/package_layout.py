"""Which tables a package holds and which columns they have: schema version 1 (exchange 2).

Table and file names are Indonesian because officials read them in the data package; column names are the names of
the values in the program.
"""

from __future__ import annotations

from enum import StrEnum

from meritdesk.core.evaluation import EvaluationState, IndicatorClass, OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.handover import RecordState
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, RaterBasis, Sex
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    JobClass,
    Perspective,
    PlanState,
    ResultKind,
)
from meritdesk.core.plan_parts import AssignmentBasis, ControlLevel, Exemption, PlanOccasion
from meritdesk.exchange.tables import Column, Kind, Reference, Table


class PartyPlace(StrEnum):
    """Whose name, rank, post and unit a closed evaluation keeps, in the order of the paper."""

    RATEE = "RATEE"
    RATER = "RATER"
    SUPERIOR = "SUPERIOR"


class AnnexSection(StrEnum):
    """The four lists that hang on a plan: special expectations, and the three annex lists of form A.1.8."""

    EXPECTATION = "EXPECTATION"
    RESOURCES = "RESOURCES"
    ACCOUNTABILITY = "ACCOUNTABILITY"
    CONSEQUENCES = "CONSEQUENCES"


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _later(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, later="") for name in names)


def _key(name: str) -> Column:
    return Column(name, Kind.KEY)


def _choice(name: str, choices: type[StrEnum], may_be_empty: bool = False) -> Column:
    return Column(name, Kind.CHOICE, choices, may_be_empty)


def _date(name: str, may_be_empty: bool = True) -> Column:
    return Column(name, Kind.DATE, None, may_be_empty)


UNIT = Table(
    "unit",
    "Unit kerja",
    (
        _key("unit_id"),
        *_texts("name", "source_id", "parent_id", "head_title", "echelon", "head_id"),
        *_texts("head_source_id", "acting_source_id"),
        Column("is_autonomous", Kind.BOOLEAN),
        Column("sort_order", Kind.INTEGER),
    ),
    ("unit_id",),
    (Reference("parent_id", "unit", "unit_id"),),
)
PERSON = Table(
    "pegawai",
    "Pegawai dan pejabat",
    (
        _key("person_id"),
        *_texts("nip", "name", "source_id", "front_title", "back_title"),
        _choice("sex", Sex, may_be_empty=True),
        _date("birth_date"),
        _choice("employment", EmploymentType),
        _choice("legal_status", LegalStatus),
        *_texts("grade"),
        _date("grade_since"),
        _choice("position_kind", PositionKind),
        *_texts("position_title"),
        _date("position_since"),
        *_texts("echelon", "education", "unit_id"),
    ),
    ("person_id",),
    (Reference("unit_id", "unit", "unit_id"),),
)
LINE = Table(
    "atasan",
    "Pejabat penilai dan atasannya",
    (
        _key("person_id"),
        *_texts("rater_id", "superior_id", "led_unit_id"),
        _choice("basis", RaterBasis),
        *_texts("problem"),
    ),
    ("person_id",),
    (Reference("person_id", "pegawai", "person_id"),),
)
PLAN = Table(
    "rencana",
    "SKP",
    (
        _key("plan_id"),
        _key("person_id"),
        Column("year", Kind.INTEGER),
        _choice("approach", Approach),
        _choice("job_class", JobClass),
        _date("starts", may_be_empty=False),
        _date("ends", may_be_empty=False),
        _choice("state", PlanState),
        _date("fixed_on"),
        Column("version", Kind.INTEGER),
        Column("occasion", Kind.CHOICE, PlanOccasion, later=PlanOccasion.YEAR.value),
        *_later("post", "contract"),
        Column("needs_manuals", Kind.BOOLEAN, later="false"),
        Column("study", Kind.FACTS, None, True, later=""),
        *_later("workblocks"),
        Column("ratee_signed_on", Kind.DATE, None, True, later=""),
        Column("rater_signed_on", Kind.DATE, None, True, later=""),
    ),
    ("plan_id",),
    (Reference("person_id", "pegawai", "person_id"),),
)
RESULT = Table(
    "butir",
    "Rencana hasil kerja",
    (
        _key("plan_id"),
        _key("result_id"),
        Column("number", Kind.INTEGER),
        _choice("kind", ResultKind),
        *_texts("text", "parent_text", "assigned_by"),
        Column("basis", Kind.CHOICE, AssignmentBasis, later=AssignmentBasis.ORDINARY.value),
        Column("control_level", Kind.CHOICE, ControlLevel, True, later=""),
        *_later("parent_indicator"),
    ),
    ("result_id",),
    (Reference("plan_id", "rencana", "plan_id"),),
)
INDICATOR = Table(
    "indikator",
    "Indikator kinerja individu dan target",
    (
        _key("result_id"),
        _key("indicator_id"),
        *_texts("text"),
        _choice("aspect", Aspect, may_be_empty=True),
        _choice("perspective", Perspective, may_be_empty=True),
        *_texts("target_text"),
        Column("target_low", Kind.DECIMAL, None, True),
        Column("target_high", Kind.DECIMAL, None, True),
        *_texts("target_unit"),
        _choice("direction", Direction),
        Column("exemption", Kind.CHOICE, Exemption, True, later=""),
        Column("manual", Kind.FACTS, None, True, later=""),
    ),
    ("indicator_id",),
    (Reference("result_id", "butir", "result_id"),),
)
ANNEX = Table(
    "lampiran",
    "Ekspektasi khusus dan lampiran SKP",
    (
        _key("plan_id"),
        _choice("section", AnnexSection),
        _choice("value", BehaviourValue, may_be_empty=True),
        Column("position", Kind.INTEGER),
        *_texts("text"),
    ),
    ("plan_id", "section", "value", "position"),
    (Reference("plan_id", "rencana", "plan_id"),),
)
ACTUAL = Table(
    "realisasi",
    "Realisasi indikator",
    (
        _key("indicator_id"),
        Column("period", Kind.PERIOD),
        *_texts("text"),
        Column("value", Kind.DECIMAL, None, True),
        *_texts("feedback"),
        _choice("override", IndicatorClass, may_be_empty=True),
        *_texts("override_reason"),
    ),
    ("indicator_id", "period"),
    (Reference("indicator_id", "indikator", "indicator_id"),),
)
LEVEL = Table(
    "capaian",
    "Capaian kinerja organisasi",
    (
        _key("unit_id"),
        Column("period", Kind.PERIOD),
        _choice("level", OrgLevel),
        *_texts("source"),
        _date("published_on"),
    ),
    ("unit_id", "period"),
    (Reference("unit_id", "unit", "unit_id"),),
)
EVALUATION = Table(
    "penilaian",
    "Evaluasi kinerja pegawai",
    (
        _key("evaluation_id"),
        _key("person_id"),
        Column("period", Kind.PERIOD),
        _choice("result_rating", Rating, may_be_empty=True),
        _choice("behaviour_rating", Rating, may_be_empty=True),
        *_texts("reason", "note"),
        _choice("state", EvaluationState),
        *_texts("rater_id", "superior_id", "led_unit_id"),
        _choice("org_level", OrgLevel, may_be_empty=True),
        _choice("suggested", SuggestedRating, may_be_empty=True),
        _choice("predicate", Predicate, may_be_empty=True),
        _date("closed_on"),
        Column("version", Kind.INTEGER),
        *_texts("digest"),
        Column("circumstances", Kind.FACTS, None, True, later=""),
    ),
    ("evaluation_id",),
    (Reference("person_id", "pegawai", "person_id"),),
)
FEEDBACK = Table(
    "umpan_balik",
    "Umpan balik perilaku kerja",
    (_key("evaluation_id"), _choice("value", BehaviourValue), *_texts("text")),
    ("evaluation_id", "value"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
REASON = Table(
    "alasan",
    "Penjelasan predikat",
    (
        _key("evaluation_id"),
        Column("position", Kind.INTEGER),
        *_texts("code", "source"),
        Column("facts", Kind.FACTS),
    ),
    ("evaluation_id", "position"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
PACK = Table(
    "aturan",
    "Paket aturan yang dipakai",
    (_key("evaluation_id"), Column("position", Kind.INTEGER), *_texts("pack_id", "digest")),
    ("evaluation_id", "position"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
PARTY = Table(
    "pihak",
    "Pihak yang tercetak, menurut keadaan saat penutupan",
    (
        _key("evaluation_id"),
        _choice("place", PartyPlace),
        *_texts("name", "nip", "rank", "position", "unit"),
    ),
    ("evaluation_id", "place"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
TOMBSTONE = Table(
    "tombstones",
    "Catatan yang dihapus",
    (_key("table"), _key("record_id"), _key("reason"), _date("removed_on")),
    ("table", "record_id"),
)
VERSION = Table(
    "riwayat_versi",
    "Versi dan sidik catatan",
    (
        _key("table"),
        _key("record_id"),
        Column("version", Kind.INTEGER),
        _key("row_sha256"),
        *_texts("closed_by"),
        _date("closed_on"),
    ),
    ("table", "record_id", "version"),
)
OUTCOME = Table(
    "hasil",
    "Hasil per catatan",
    (_key("table"), _key("record_id"), _choice("state", RecordState), *_texts("column", "code")),
)

EXPORT_TABLES = (
    UNIT,
    PERSON,
    LINE,
    PLAN,
    RESULT,
    INDICATOR,
    ANNEX,
    ACTUAL,
    LEVEL,
    EVALUATION,
    FEEDBACK,
    REASON,
    PACK,
    PARTY,
    TOMBSTONE,
    VERSION,
)
RETURN_TABLES = (OUTCOME,)

CONTROL_PATH = "data/control.json"
DESCRIPTOR_PATH = "data/datapackage.json"
RECEIPT_PATH = "data/receipt.json"

EXPORT_PATHS = frozenset({CONTROL_PATH, DESCRIPTOR_PATH, *(table.path for table in EXPORT_TABLES)})
RETURN_PATHS = frozenset({CONTROL_PATH, DESCRIPTOR_PATH, RECEIPT_PATH, *(table.path for table in RETURN_TABLES)})

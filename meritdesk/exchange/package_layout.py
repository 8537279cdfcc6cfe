"""Which files a package of each kind holds, and the columns of the typed tables (exchange 2).

The tables that travel as flat records are declared in ``core/travel_layouts``; they came with schema 2.

Table and file names are Indonesian because officials read them in the data package; column names are the names of
the values in the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.evaluation import EvaluationState, IndicatorClass, OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.handover import SNAPSHOT_KINDS, PackageKind, RecordState
from meritdesk.core.package_tables import (
    Column,
    Kind,
    Reference,
    Table,
    choice_column,
    date_column,
    key_column,
    text_columns,
)
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
from meritdesk.core.travel import Travelling
from meritdesk.core.travel_layouts import EXPORTED, TRANSFERRED, TRAVELLING
from meritdesk.exchange.return_layout import FURTHER_TABLES, TRUST_LIST_PATH


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


def _later(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, later="") for name in names)


UNIT = Table(
    "unit",
    "Unit kerja",
    (
        key_column("unit_id"),
        *text_columns("name", "source_id", "parent_id", "head_title", "echelon", "head_id"),
        *text_columns("head_source_id", "acting_source_id"),
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
        key_column("person_id"),
        *text_columns("nip", "name", "source_id", "front_title", "back_title"),
        choice_column("sex", Sex, may_be_empty=True),
        date_column("birth_date"),
        choice_column("employment", EmploymentType),
        choice_column("legal_status", LegalStatus),
        *text_columns("grade"),
        date_column("grade_since"),
        choice_column("position_kind", PositionKind),
        *text_columns("position_title"),
        date_column("position_since"),
        *text_columns("echelon", "education", "unit_id"),
    ),
    ("person_id",),
    (Reference("unit_id", "unit", "unit_id"),),
)
LINE = Table(
    "atasan",
    "Pejabat penilai dan atasannya",
    (
        key_column("person_id"),
        *text_columns("rater_id", "superior_id", "led_unit_id"),
        choice_column("basis", RaterBasis),
        *text_columns("problem"),
    ),
    ("person_id",),
    (Reference("person_id", "pegawai", "person_id"),),
)
PLAN = Table(
    "rencana",
    "SKP",
    (
        key_column("plan_id"),
        key_column("person_id"),
        Column("year", Kind.INTEGER),
        choice_column("approach", Approach),
        choice_column("job_class", JobClass),
        date_column("starts", may_be_empty=False),
        date_column("ends", may_be_empty=False),
        choice_column("state", PlanState),
        date_column("fixed_on"),
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
        key_column("plan_id"),
        key_column("result_id"),
        Column("number", Kind.INTEGER),
        choice_column("kind", ResultKind),
        *text_columns("text", "parent_text", "assigned_by"),
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
        key_column("result_id"),
        key_column("indicator_id"),
        *text_columns("text"),
        choice_column("aspect", Aspect, may_be_empty=True),
        choice_column("perspective", Perspective, may_be_empty=True),
        *text_columns("target_text"),
        Column("target_low", Kind.DECIMAL, None, True),
        Column("target_high", Kind.DECIMAL, None, True),
        *text_columns("target_unit"),
        choice_column("direction", Direction),
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
        key_column("plan_id"),
        choice_column("section", AnnexSection),
        choice_column("value", BehaviourValue, may_be_empty=True),
        Column("position", Kind.INTEGER),
        *text_columns("text"),
    ),
    ("plan_id", "section", "value", "position"),
    (Reference("plan_id", "rencana", "plan_id"),),
)
ACTUAL = Table(
    "realisasi",
    "Realisasi indikator",
    (
        key_column("indicator_id"),
        Column("period", Kind.PERIOD),
        *text_columns("text"),
        Column("value", Kind.DECIMAL, None, True),
        *text_columns("feedback"),
        choice_column("override", IndicatorClass, may_be_empty=True),
        *text_columns("override_reason"),
    ),
    ("indicator_id", "period"),
    (Reference("indicator_id", "indikator", "indicator_id"),),
)
LEVEL = Table(
    "capaian",
    "Capaian kinerja organisasi",
    (
        key_column("unit_id"),
        Column("period", Kind.PERIOD),
        choice_column("level", OrgLevel),
        *text_columns("source"),
        date_column("published_on"),
    ),
    ("unit_id", "period"),
    (Reference("unit_id", "unit", "unit_id"),),
)
EVALUATION = Table(
    "penilaian",
    "Evaluasi kinerja pegawai",
    (
        key_column("evaluation_id"),
        key_column("person_id"),
        Column("period", Kind.PERIOD),
        choice_column("result_rating", Rating, may_be_empty=True),
        choice_column("behaviour_rating", Rating, may_be_empty=True),
        *text_columns("reason", "note"),
        choice_column("state", EvaluationState),
        *text_columns("rater_id", "superior_id", "led_unit_id"),
        choice_column("org_level", OrgLevel, may_be_empty=True),
        choice_column("suggested", SuggestedRating, may_be_empty=True),
        choice_column("predicate", Predicate, may_be_empty=True),
        date_column("closed_on"),
        Column("version", Kind.INTEGER),
        *text_columns("digest"),
        Column("circumstances", Kind.FACTS, None, True, later=""),
    ),
    ("evaluation_id",),
    (Reference("person_id", "pegawai", "person_id"),),
)
FEEDBACK = Table(
    "umpan_balik",
    "Umpan balik perilaku kerja",
    (key_column("evaluation_id"), choice_column("value", BehaviourValue), *text_columns("text")),
    ("evaluation_id", "value"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
REASON = Table(
    "alasan",
    "Penjelasan predikat",
    (
        key_column("evaluation_id"),
        Column("position", Kind.INTEGER),
        *text_columns("code", "source"),
        Column("facts", Kind.FACTS),
    ),
    ("evaluation_id", "position"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
PACK = Table(
    "aturan",
    "Paket aturan yang dipakai",
    (key_column("evaluation_id"), Column("position", Kind.INTEGER), *text_columns("pack_id", "digest")),
    ("evaluation_id", "position"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
PARTY = Table(
    "pihak",
    "Pihak yang tercetak, menurut keadaan saat penutupan",
    (
        key_column("evaluation_id"),
        choice_column("place", PartyPlace),
        *text_columns("name", "nip", "rank", "position", "unit"),
    ),
    ("evaluation_id", "place"),
    (Reference("evaluation_id", "penilaian", "evaluation_id"),),
)
TOMBSTONE = Table(
    "tombstones",
    "Catatan yang dihapus",
    (key_column("table"), key_column("record_id"), key_column("reason"), date_column("removed_on")),
    ("table", "record_id"),
)
VERSION = Table(
    "riwayat_versi",
    "Versi dan sidik catatan",
    (
        key_column("table"),
        key_column("record_id"),
        Column("version", Kind.INTEGER),
        key_column("row_sha256"),
        *text_columns("closed_by"),
        date_column("closed_on"),
    ),
    ("table", "record_id", "version"),
)
OUTCOME = Table(
    "hasil",
    "Hasil per catatan",
    (
        key_column("table"),
        key_column("record_id"),
        choice_column("state", RecordState),
        *text_columns("column", "code"),
    ),
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
ATTACHMENTS_PATH = "data/bukti.zip"
"""The files of evidence of a transfer, where there are any."""
RELAYED_BAG = "data/asal.zip"
RELAYED_SIGNATURE = "data/asal.minisig"
RELAYED_CARD = "data/asal.json"
"""What the region passes on of a transfer: the bag, the signature of its maker, and the maker's card."""

BACKUP_PATH = "data/cadangan.meritbak"


@dataclass(frozen=True, slots=True)
class PathList:
    """The closed list of files below the bag folder: those that must be there, and those that may."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


_CONTROL = frozenset({CONTROL_PATH, DESCRIPTOR_PATH})
_ANSWER = frozenset({RECEIPT_PATH, *(table.path for table in RETURN_TABLES)})
_RETURNED = frozenset({TRUST_LIST_PATH, *(table.path for table in FURTHER_TABLES)})


def travelling_of(kind: PackageKind, schema: int) -> tuple[Travelling, ...]:
    """The tables of flat records that a package carries; there were none in schema 1."""
    if schema == 1 or kind not in SNAPSHOT_KINDS:
        return ()
    if kind is PackageKind.TRANSFER:
        return TRANSFERRED
    return TRAVELLING if kind is PackageKind.HANDOVER else EXPORTED


def paths_of(kind: PackageKind, schema: int) -> PathList:
    """Which files a package of this kind and schema holds."""
    if kind in SNAPSHOT_KINDS:
        tables = [*EXPORT_TABLES, *(layout.table for layout in travelling_of(kind, schema))]
        attached = frozenset({ATTACHMENTS_PATH}) if kind is PackageKind.TRANSFER else frozenset[str]()
        return PathList(frozenset({CONTROL_PATH, DESCRIPTOR_PATH, *(table.path for table in tables)}), attached)
    if kind is PackageKind.RELAY:
        return PathList(frozenset({CONTROL_PATH, RELAYED_BAG, RELAYED_SIGNATURE, RELAYED_CARD}))
    if kind is PackageKind.BACKUP:
        return PathList(frozenset({BACKUP_PATH}))
    return PathList(_CONTROL | _ANSWER) if schema == 1 else PathList(_CONTROL, _ANSWER | _RETURNED)

"""The tables of a return beside the outcomes of a receipt: corrections, approvals and reference data (exchange 6)."""

from __future__ import annotations

from meritdesk.core.approvals import ApprovalState
from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.package_tables import (
    PERIOD,
    Column,
    Kind,
    Table,
    choice_column,
    date_column,
    flag_columns,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.rules import PackKind
from meritdesk.core.working_days import HolidayKind

CORRECTION = Table(
    "koreksi",
    "Koreksi yang diusulkan wilayah",
    (
        *key_columns("correction_id"),
        PERIOD,
        *key_columns("table", "record_id"),
        *text_columns("label"),
        *number_columns("base_version"),
        *key_columns("field"),
        *text_columns("present", "requested"),
        *key_columns("reason", "asked_by"),
        date_column("asked_on", may_be_empty=False),
    ),
    ("correction_id",),
)
APPROVAL = Table(
    "persetujuan",
    "Persetujuan wilayah per periode",
    (
        PERIOD,
        *number_columns("number"),
        choice_column("state", ApprovalState),
        *key_columns("decided_by"),
        date_column("decided_on", may_be_empty=False),
        *text_columns("reason"),
        *number_columns("head_count"),
        *text_columns("head_digest"),
    ),
    ("period",),
)
NAMED_UNIT = Table(
    "rujukan_unit",
    "Nama unit dan jabatan menurut wilayah",
    (*key_columns("unit_id"), *text_columns("name", "head_title", "reason")),
    ("unit_id",),
)
HOLIDAY = Table(
    "rujukan_hari_libur",
    "Hari libur menurut wilayah",
    (
        date_column("day", may_be_empty=False),
        *text_columns("name"),
        choice_column("kind", HolidayKind),
        *flag_columns("is_doubtful"),
        *text_columns("source"),
        *flag_columns("is_kept"),
    ),
    ("day",),
)
RULE_PACK = Table(
    "rujukan_aturan",
    "Paket aturan dari wilayah",
    (
        *key_columns("pack_id"),
        choice_column("kind", PackKind),
        *key_columns("digest"),
        Column("content", Kind.JSON),
    ),
    ("pack_id",),
)
SETTING = Table(
    "rujukan_setelan",
    "Setelan instansi menurut wilayah",
    (*key_columns("name"), *text_columns("value")),
    ("name",),
)

TEAM = Table(
    "tim_lintas_instansi",
    "Tim instansi lain yang beranggotakan pegawai penerima",
    (
        *key_columns("problem_id", "nip", "number", "host_code"),
        *text_columns("host_name", "host_unit", "lead_name", "title", "result", "letter_number"),
        date_column("letter_on"),
        date_column("due_on", may_be_empty=False),
        choice_column("mode", AssignmentMode),
        date_column("starts"),
        *text_columns("duty"),
        date_column("solved_on"),
    ),
    ("problem_id", "nip"),
)
TEAM_FEEDBACK = Table(
    "tim_umpan_balik",
    "Umpan balik ketua tim dan unit penerima",
    (
        *key_columns("entry_id", "problem_id", "nip"),
        date_column("given_on", may_be_empty=False),
        *text_columns("giver_role", "giver_name"),
        choice_column("mark", FeedbackMark),
        *text_columns("text"),
    ),
    ("entry_id",),
)
TEAM_ANSWER = Table(
    "tim_jawaban",
    "Persetujuan pejabat penilai dan hasil kerja anggota dari instansi lain",
    (
        *key_columns("problem_id", "nip"),
        date_column("consent_on"),
        *text_columns("result_id"),
    ),
    ("problem_id", "nip"),
)
TEAM_TABLES = (TEAM, TEAM_FEEDBACK, TEAM_ANSWER)

REFERENCE_TABLES = (NAMED_UNIT, HOLIDAY, RULE_PACK, SETTING)
FURTHER_TABLES = (CORRECTION, APPROVAL, *REFERENCE_TABLES, *TEAM_TABLES)
"""In the order in which they stand in the descriptor, behind the outcomes."""

TRUST_LIST_PATH = "data/daftar_kunci.zip"

"""The tables of a return beside the outcomes of a receipt: corrections, approvals and reference data (exchange 6)."""

from __future__ import annotations

from meritdesk.core.approvals import ApprovalState
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

REFERENCE_TABLES = (NAMED_UNIT, HOLIDAY, RULE_PACK, SETTING)
FURTHER_TABLES = (CORRECTION, APPROVAL, *REFERENCE_TABLES)
"""In the order in which they stand in the descriptor, behind the outcomes."""

TRUST_LIST_PATH = "data/daftar_kunci.zip"

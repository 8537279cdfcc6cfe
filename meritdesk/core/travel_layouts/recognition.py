"""What travels of recognition and credit: who was chosen in which month, and points that people brought along.

The shortlist of a choice goes only from one PC of the office to another; negative habits never leave it.
"""

from __future__ import annotations

from meritdesk.core.credit_history import CreditKind
from meritdesk.core.package_tables import (
    Column,
    Kind,
    Table,
    choice_column,
    date_column,
    decimal_columns,
    flag_columns,
    hangs_on,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.travel import Scope, Travelling

RECOGNITION: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "pegawai_teladan",
            "Pegawai terbaik tiap bulan yang dipilih",
            (
                *key_columns("award_id"),
                Column("period", Kind.PERIOD),
                *text_columns("unit_id", "suggested_id"),
                *key_columns("person_id"),
                *decimal_columns("points"),
                *text_columns("reason"),
                date_column("chosen_on", may_be_empty=False),
                *text_columns("chosen_by"),
                *key_columns("pack_id"),
                *text_columns("pack_digest", "facts_digest"),
                *number_columns("looked_at"),
                date_column("withdrawn_on"),
                *text_columns("why_withdrawn"),
            ),
            ("award_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "award",
        Scope.IN_YEAR,
        "period",
    ),
    Travelling(
        Table(
            "riwayat_angka_kredit",
            "Angka kredit dari penetapan terdahulu",
            (
                *key_columns("person_id"),
                choice_column("kind", CreditKind),
                date_column("starts", may_be_empty=False),
                date_column("ends", may_be_empty=False),
                *decimal_columns("points"),
                *text_columns("document"),
                date_column("dated"),
                *text_columns("tier"),
            ),
            ("person_id", "kind", "starts", "ends"),
            hangs_on("person_id", "pegawai"),
        ),
        "credit_item",
        Scope.WITH_YEAR,
    ),
)

RECOGNITION_INSIDE: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "pegawai_teladan_peringkat",
            "Daftar pendek pemilihan pegawai terbaik",
            (
                *key_columns("award_id", "person_id"),
                *number_columns("place"),
                *text_columns("nip", "name"),
                *decimal_columns("total"),
                *flag_columns("is_tied"),
            ),
            ("award_id", "person_id"),
            hangs_on("award_id", "pegawai_teladan"),
        ),
        "award_line",
        Scope.OWNER,
        "award_id",
        "award",
        inside=True,
    ),
)

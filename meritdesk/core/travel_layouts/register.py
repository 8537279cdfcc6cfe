"""What travels of the register beyond units, people and raters: careers, and who signs for whom."""

from __future__ import annotations

from meritdesk.core.career import CareerChange, EntryKind
from meritdesk.core.package_tables import (
    Table,
    choice_column,
    date_column,
    date_columns,
    flag_columns,
    hangs_on,
    key_columns,
    text_columns,
)
from meritdesk.core.people import LegalStatus, PositionKind
from meritdesk.core.signers import Capacity
from meritdesk.core.travel import Scope, Travelling

REGISTER: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "riwayat_jabatan",
            "Riwayat jabatan, pangkat, status, dan pejabat penilai",
            (
                *key_columns("entry_id", "person_id"),
                choice_column("kind", EntryKind),
                *date_columns("since", "until"),
                *text_columns("unit_id"),
                choice_column("position_kind", PositionKind, may_be_empty=True),
                *text_columns("position_title", "echelon", "grade"),
                choice_column("status", LegalStatus, may_be_empty=True),
                *text_columns("other_id"),
                *flag_columns("may_rate"),
                choice_column("cause", CareerChange, may_be_empty=True),
                *text_columns("note"),
                *flag_columns("is_estimated"),
            ),
            ("entry_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "history_entry",
        Scope.WHOLE,
    ),
    Travelling(
        Table(
            "bukan_orang_sama",
            "Pasangan pegawai yang sudah dipastikan berbeda",
            (*key_columns("one_id", "other_id"), *text_columns("decided_by", "reason", "decided_on")),
            ("one_id", "other_id"),
        ),
        "distinct_people",
        Scope.WHOLE,
    ),
    Travelling(
        Table(
            "mandat",
            "Pejabat yang menandatangani atas nama (a.n., u.b.)",
            (
                *key_columns("mandate_id", "unit_id", "person_id"),
                choice_column("capacity", Capacity),
                *text_columns("post"),
                date_column("since", may_be_empty=False),
                date_column("until"),
                *text_columns("through", "letter"),
            ),
            ("mandate_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "signing_mandate",
        Scope.WHOLE,
    ),
)

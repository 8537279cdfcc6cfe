"""What travels of people who move between agencies: the moves, and whose record a record is."""

from __future__ import annotations

from meritdesk.core.moves import TransferWay
from meritdesk.core.package_tables import (
    Table,
    choice_column,
    date_column,
    hangs_on,
    key_columns,
    moment_column,
    text_columns,
)
from meritdesk.core.people import LegalStatus
from meritdesk.core.travel import Scope, Travelling

TRANSFERS: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "mutasi",
            "Mutasi antarinstansi: keluar dan masuk",
            (
                *key_columns("transfer_id"),
                choice_column("way", TransferWay),
                *key_columns("person_id"),
                *text_columns("nip", "name"),
                *key_columns("other_code"),
                *text_columns("other_name"),
                date_column("since", may_be_empty=False),
                *text_columns("letter"),
                date_column("letter_on"),
                choice_column("status", LegalStatus),
                *text_columns("post", "note", "package_id", "noted_by"),
                moment_column("noted_at", may_be_empty=True),
            ),
            ("transfer_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "transfer",
        Scope.WHOLE,
    ),
    Travelling(
        Table(
            "asal_catatan",
            "Catatan yang dibuat instansi lain",
            (
                *key_columns("table_name", "record_id", "agency_code"),
                *text_columns("agency_name", "transfer_id"),
            ),
            ("table_name", "record_id"),
        ),
        "foreign_record",
        Scope.WHOLE,
    ),
)

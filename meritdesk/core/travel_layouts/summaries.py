"""What the region is told of records that stay at home: steps of absence, counts of sanctions, survey means."""

from __future__ import annotations

from meritdesk.core.discipline import SanctionLevel
from meritdesk.core.package_tables import (
    Table,
    choice_column,
    date_column,
    decimal_columns,
    hangs_on,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.survey import ItemGroup, SurveyKind
from meritdesk.core.travel import Scope, Travelling

SUMMARIES: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "tahap_ketidakhadiran",
            "Tahap PP 94/2021 tiap pegawai saat presensi bulan terakhir dikunci",
            (
                *key_columns("person_id"),
                *number_columns("year", "days", "longest_run"),
                choice_column("level", SanctionLevel, may_be_empty=True),
                *text_columns("sanction"),
                *number_columns("days_left"),
                date_column("until", may_be_empty=False),
            ),
            ("person_id", "year"),
            hangs_on("person_id", "pegawai"),
        ),
        "absence_step",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "banyak_hukuman",
            "Banyaknya hukuman disiplin tiap tahun dan tingkat, tanpa nama",
            (*number_columns("year"), choice_column("level", SanctionLevel), *number_columns("entries")),
            ("year", "level"),
        ),
        "sanction_count",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "hasil_survei",
            "Rata-rata survei tiap perangkat daerah, tanpa nama dan tidak di bawah jumlah jawaban terkecil",
            (
                *key_columns("round_id", "unit_id", "item_id"),
                choice_column("kind", SurveyKind),
                *text_columns("name"),
                *number_columns("year"),
                choice_column("item_group", ItemGroup),
                *text_columns("item_text"),
                *number_columns("answers"),
                *decimal_columns("mean"),
            ),
            ("round_id", "unit_id", "item_id"),
            hangs_on("unit_id", "unit"),
        ),
        "survey_figure",
        Scope.YEAR,
        "year",
    ),
)

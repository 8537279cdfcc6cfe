"""What travels of the years before 2022, with the package of a whole year."""

from __future__ import annotations

from meritdesk.core.old_years import Cascading, LineKind, LineScope, OldAspect, OldCategory, OldPart, OldScheme
from meritdesk.core.package_tables import (
    Column,
    Kind,
    Table,
    choice_column,
    decimal_columns,
    flag_columns,
    hangs_on,
    json_column,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.plan import Aspect, Direction, JobClass
from meritdesk.core.travel import Scope, Travelling

OLD_YEARS: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "nilai_lama",
            "Penilaian prestasi kerja tahun-tahun sebelum 2022",
            (
                *key_columns("evaluation_id", "person_id"),
                *number_columns("year"),
                choice_column("part", OldPart),
                choice_column("scheme", OldScheme),
                choice_column("job_class", JobClass),
                *flag_columns("is_leader"),
                *decimal_columns("skp_score", "behaviour_score"),
                *flag_columns("asks_peers"),
                *decimal_columns("peer_score"),
                *text_columns("new_idea", "sole_reason"),
                *decimal_columns("stated_score"),
                choice_column("stated_category", OldCategory, may_be_empty=True),
                json_column("parties"),
                *text_columns("note"),
                *number_columns("version"),
                *decimal_columns("skp", "behaviour", "score"),
                choice_column("category", OldCategory, may_be_empty=True),
                json_column("packs"),
            ),
            ("evaluation_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "old_evaluation",
        Scope.WITH_YEAR,
    ),
    Travelling(
        Table(
            "butir_lama",
            "Butir SKP tahun-tahun sebelum 2022",
            (
                *key_columns("evaluation_id"),
                *number_columns("place", "number"),
                choice_column("kind", LineKind),
                *text_columns("text"),
                choice_column("aspect", Aspect, may_be_empty=True),
                *decimal_columns("low", "high", "actual"),
                choice_column("direction", Direction),
                *flag_columns("is_highest_target"),
                choice_column("category", OldCategory, may_be_empty=True),
                *decimal_columns("score"),
                choice_column("cascading", Cascading),
                choice_column("scope", LineScope),
                *decimal_columns("scope_weight"),
            ),
            ("evaluation_id", "place"),
            hangs_on("evaluation_id", "nilai_lama"),
        ),
        "old_line",
        Scope.OWNER,
        "evaluation_id",
        "old_evaluation",
    ),
    Travelling(
        Table(
            "perilaku_lama",
            "Nilai perilaku tahun-tahun sebelum 2022",
            (*key_columns("evaluation_id"), choice_column("aspect", OldAspect), Column("score", Kind.DECIMAL)),
            ("evaluation_id", "aspect"),
            hangs_on("evaluation_id", "nilai_lama"),
        ),
        "old_aspect",
        Scope.OWNER,
        "evaluation_id",
        "old_evaluation",
    ),
)

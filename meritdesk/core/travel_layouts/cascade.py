"""What travels of the cascade: agreements with their figures, links, teams and assignments."""

from __future__ import annotations

from meritdesk.core.agreement import Accumulation, MeasureGroup
from meritdesk.core.cascade import AssignmentMode, CascadeMethod, RollUp
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.package_tables import (
    PERIOD,
    Column,
    Kind,
    Table,
    choice_column,
    date_columns,
    decimal_columns,
    flag_columns,
    hangs_on,
    json_column,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.plan import Direction, Perspective
from meritdesk.core.travel import Scope, Travelling

CASCADE: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "perjanjian",
            "Indikator perjanjian kinerja unit",
            (
                *key_columns("indicator_id", "unit_id"),
                *number_columns("year", "number"),
                *text_columns("goal", "text"),
                choice_column("measure_group", MeasureGroup),
                choice_column("perspective", Perspective, may_be_empty=True),
                choice_column("accumulation", Accumulation),
                *text_columns("target_text"),
                *decimal_columns("target_low", "target_high"),
                *text_columns("target_unit"),
                choice_column("direction", Direction),
                *flag_columns("is_draft"),
            ),
            ("indicator_id",),
            hangs_on("unit_id", "unit"),
        ),
        "agreement_indicator",
        Scope.YEAR,
        "year",
        draft=("is_draft", "true"),
    ),
    Travelling(
        Table(
            "trajektori",
            "Trajektori target per periode",
            (*key_columns("indicator_id"), PERIOD, Column("value", Kind.DECIMAL)),
            ("indicator_id", "period"),
            hangs_on("indicator_id", "perjanjian"),
        ),
        "trajectory_point",
        Scope.OWNER,
        "indicator_id",
        "agreement_indicator",
    ),
    Travelling(
        Table(
            "rencana_aksi_unit",
            "Rencana aksi perjanjian kinerja",
            (
                *key_columns("item_id", "indicator_id"),
                *number_columns("place"),
                PERIOD,
                *text_columns("text"),
                *decimal_columns("target", "achieved"),
                *text_columns("unit"),
            ),
            ("item_id",),
            hangs_on("indicator_id", "perjanjian"),
        ),
        "action_item",
        Scope.OWNER,
        "indicator_id",
        "agreement_indicator",
    ),
    Travelling(
        Table(
            "realisasi_unit",
            "Realisasi indikator unit",
            (
                *key_columns("indicator_id"),
                PERIOD,
                *decimal_columns("value", "percent"),
                *text_columns("text", "evidence"),
            ),
            ("indicator_id", "period"),
            hangs_on("indicator_id", "perjanjian"),
        ),
        "unit_actual",
        Scope.OWNER,
        "indicator_id",
        "agreement_indicator",
    ),
    Travelling(
        Table(
            "serapan_anggaran",
            "Pagu dan realisasi anggaran unit per bulan",
            (
                *key_columns("unit_id"),
                PERIOD,
                Column("ceiling", Kind.DECIMAL),
                Column("realised", Kind.DECIMAL),
                *text_columns("note"),
            ),
            ("unit_id", "period"),
            hangs_on("unit_id", "unit"),
        ),
        "budget_month",
        Scope.IN_YEAR,
        "period",
    ),
    Travelling(
        Table(
            "dasar_capaian",
            "Dasar usulan capaian kinerja organisasi",
            (
                *key_columns("unit_id"),
                PERIOD,
                choice_column("derived", OrgLevel, may_be_empty=True),
                *decimal_columns("percent"),
                *number_columns("missing"),
                *text_columns("reason"),
                json_column("packs"),
            ),
            ("unit_id", "period"),
            hangs_on("unit_id", "unit"),
        ),
        "level_basis",
        Scope.IN_YEAR,
        "period",
    ),
    Travelling(
        Table(
            "cara_cascading",
            "Cara cascading per hasil atasan",
            (
                *number_columns("year"),
                *key_columns("parent"),
                choice_column("method", CascadeMethod),
                *text_columns("note"),
                Column("roll_up", Kind.CHOICE, RollUp, may_be_empty=True, later=""),
            ),
            ("year", "parent"),
        ),
        "cascade_choice",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "cascading",
            "Garis cascading dan dialog kinerja",
            (
                *key_columns("link_id"),
                *number_columns("year", "place"),
                *key_columns("parent", "child"),
                *text_columns("person_id", "host_unit_id", "text", "part"),
                *decimal_columns("share"),
                *text_columns("note"),
            ),
            ("link_id",),
        ),
        "cascade_link",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "tempat_kosong",
            "Hasil yang belum ada pemiliknya",
            (
                *key_columns("placeholder_id"),
                *number_columns("year"),
                *key_columns("unit_id"),
                *text_columns("owner_id", "text"),
            ),
            ("placeholder_id",),
            hangs_on("unit_id", "unit"),
        ),
        "cascade_placeholder",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "tim",
            "Tim kerja",
            (
                *key_columns("team_id", "unit_id"),
                *number_columns("year"),
                *text_columns("name"),
                *key_columns("lead_id"),
            ),
            ("team_id",),
            hangs_on("unit_id", "unit"),
        ),
        "work_team",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "penugasan",
            "Penugasan lintas unit dan anggota tim",
            (
                *key_columns("assignment_id"),
                *number_columns("year"),
                *key_columns("person_id", "host_unit_id"),
                *text_columns("team_id", "home_unit_id"),
                choice_column("mode", AssignmentMode),
                *text_columns("assigned_by_id"),
                *date_columns("starts", "consent_on"),
            ),
            ("assignment_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "team_assignment",
        Scope.YEAR,
        "year",
    ),
)

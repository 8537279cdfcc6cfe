"""What travels of talent, index and merit: results to the region, the office's own registers only among its own PCs."""

from __future__ import annotations

from meritdesk.core.evaluation import Rating
from meritdesk.core.package_tables import (
    Table,
    choice_column,
    date_column,
    date_columns,
    decimal_columns,
    hangs_on,
    json_column,
    key_columns,
    moment_column,
    number_columns,
    text_columns,
)
from meritdesk.core.professionalism import IndexCategory
from meritdesk.core.talent import ListKind, PotentialLevel, ScoreKind, TrainingKind
from meritdesk.core.travel import Scope, Travelling

TALENT: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "talenta",
            "Kotak talenta yang ditetapkan",
            (
                *key_columns("person_id"),
                *number_columns("year", "box"),
                choice_column("potential", PotentialLevel),
                choice_column("performance", Rating),
                *decimal_columns("points"),
                json_column("reasons"),
                json_column("packs"),
                date_column("fixed_on", may_be_empty=False),
            ),
            ("person_id", "year"),
            hangs_on("person_id", "pegawai"),
        ),
        "talent_box",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "ip_asn",
            "Indeks profesionalitas ASN yang ditetapkan",
            (
                *key_columns("person_id"),
                *number_columns("year"),
                *decimal_columns("qualification", "competence", "performance", "discipline", "total"),
                choice_column("category", IndexCategory),
                json_column("reasons"),
                json_column("packs"),
                date_column("fixed_on", may_be_empty=False),
            ),
            ("person_id", "year"),
            hangs_on("person_id", "pegawai"),
        ),
        "asn_index",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "merit",
            "Penilaian mandiri sistem merit",
            (
                *key_columns("assessment_id"),
                *number_columns("year"),
                *key_columns("pack_id"),
                *text_columns("pack_digest"),
                *decimal_columns("survey"),
                *text_columns("survey_source"),
                *number_columns("violations"),
                *decimal_columns("index_value"),
                *text_columns("category"),
                json_column("aspect_values"),
                json_column("figures"),
                date_column("fixed_on"),
                *text_columns("fixed_by"),
            ),
            ("assessment_id",),
        ),
        "merit_assessment",
        Scope.YEAR,
        "year",
    ),
    Travelling(
        Table(
            "merit_tingkat",
            "Tingkat sub-aspek sistem merit",
            (
                *key_columns("assessment_id", "part_code"),
                *number_columns("level"),
                *text_columns("reason", "action"),
                date_column("action_by"),
            ),
            ("assessment_id", "part_code"),
            hangs_on("assessment_id", "merit"),
        ),
        "merit_level",
        Scope.OWNER,
        "assessment_id",
        "merit_assessment",
    ),
)

TALENT_INSIDE: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "pelatihan",
            "Register pelatihan",
            (
                *key_columns("training_id", "person_id"),
                choice_column("kind", TrainingKind),
                *text_columns("title"),
                date_column("held_on", may_be_empty=False),
                *number_columns("hours"),
                *text_columns("certificate", "organiser"),
            ),
            ("training_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "training",
        Scope.WHOLE,
        inside=True,
    ),
    Travelling(
        Table(
            "nilai_potensi",
            "Hasil pusat penilaian",
            (
                *key_columns("person_id"),
                choice_column("kind", ScoreKind),
                date_column("measured_on", may_be_empty=False),
                *decimal_columns("points"),
                *text_columns("source"),
            ),
            ("person_id", "kind", "measured_on"),
            hangs_on("person_id", "pegawai"),
        ),
        "potential_score",
        Scope.WHOLE,
        inside=True,
    ),
    Travelling(
        Table(
            "daftar_talenta",
            "Daftar calon beserta cara membuatnya",
            (
                *key_columns("list_id", "number"),
                choice_column("kind", ListKind),
                *text_columns("title"),
                *number_columns("year"),
                moment_column("made_at"),
                *text_columns("made_by"),
                json_column("criteria"),
                json_column("packs"),
                *number_columns("looked_at"),
                *text_columns("facts_digest", "digest"),
                json_column("lines"),
            ),
            ("list_id",),
        ),
        "talent_list",
        Scope.WHOLE,
        inside=True,
    ),
    Travelling(
        Table(
            "rotasi",
            "Pengisian jabatan",
            (
                *key_columns("case_id", "number", "unit_id"),
                *text_columns("post"),
                *key_columns("echelon"),
                date_column("opened_on", may_be_empty=False),
                *text_columns("note", "list_id"),
                date_column("decided_on"),
                *text_columns("chosen_id", "decided_by", "reason", "letter_number"),
                *date_columns("dropped_on"),
            ),
            ("case_id",),
        ),
        "rotation_case",
        Scope.WHOLE,
        inside=True,
    ),
)

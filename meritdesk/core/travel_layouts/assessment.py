"""What travels of assessment: superseded versions, the days of the papers, objections, calibration, waivers."""

from __future__ import annotations

from meritdesk.core.calibration import SessionState
from meritdesk.core.documents import Form
from meritdesk.core.duties import Party
from meritdesk.core.evaluation import Predicate, Rating, SuggestedRating
from meritdesk.core.objection import ObjectionDecision
from meritdesk.core.package_tables import (
    PERIOD,
    Column,
    Kind,
    Table,
    choice_column,
    date_column,
    date_columns,
    flag_columns,
    hangs_on,
    json_column,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.travel import Scope, Travelling

ASSESSMENT: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "penilaian_lama",
            "Versi evaluasi yang sudah digantikan",
            (
                *key_columns("evaluation_id"),
                *number_columns("version"),
                json_column("content"),
                *text_columns("digest"),
                Column("revision", Kind.FACTS),
            ),
            ("evaluation_id", "version"),
            hangs_on("evaluation_id", "penilaian"),
        ),
        "superseded_evaluation",
        Scope.OWNER,
        "evaluation_id",
        "evaluation",
        version="version",
    ),
    Travelling(
        Table(
            "proses",
            "Tanggal perjalanan dokumen evaluasi",
            (
                *key_columns("evaluation_id"),
                choice_column("form", Form),
                *number_columns("version"),
                date_column("window_end"),
                choice_column("signed_by", Party),
                *date_columns("signed_on", "handed_over_on", "received_on", "returned_on", "reported_on"),
            ),
            ("evaluation_id", "form", "version"),
            hangs_on("evaluation_id", "penilaian"),
        ),
        "document_process",
        Scope.OWNER,
        "evaluation_id",
        "evaluation",
    ),
    Travelling(
        Table(
            "keberatan",
            "Register keberatan",
            (
                *key_columns("objection_id", "register_number", "evaluation_id"),
                *number_columns("evaluation_version"),
                *key_columns("person_id"),
                PERIOD,
                date_column("received_on", may_be_empty=False),
                *key_columns("addressee_id"),
                *text_columns("reasons", "ratee_statement", "rater_statement"),
                choice_column("decision", ObjectionDecision, may_be_empty=True),
                date_column("decided_on"),
                *text_columns("grounds", "recommendation"),
                choice_column("before_result", Rating),
                choice_column("before_behaviour", Rating),
                choice_column("before_predicate", Predicate),
                choice_column("after_result", Rating, may_be_empty=True),
                choice_column("after_behaviour", Rating, may_be_empty=True),
                choice_column("after_predicate", Predicate, may_be_empty=True),
            ),
            ("objection_id",),
            hangs_on("evaluation_id", "penilaian"),
        ),
        "objection",
        Scope.OWNER,
        "evaluation_id",
        "evaluation",
    ),
    Travelling(
        Table(
            "kalibrasi",
            "Sidang kalibrasi",
            (
                *key_columns("session_id"),
                PERIOD,
                *key_columns("rater_id", "led_unit_id"),
                date_column("held_on", may_be_empty=False),
                *text_columns("place", "notes"),
                choice_column("state", SessionState),
                date_column("finished_on"),
            ),
            ("session_id",),
        ),
        "calibration_session",
        Scope.PERIOD,
        "period",
        draft=("state", SessionState.OPEN.value),
    ),
    Travelling(
        Table(
            "kalibrasi_peserta",
            "Peserta sidang kalibrasi",
            (*key_columns("session_id"), *number_columns("place"), *text_columns("name", "role", "person_id")),
            ("session_id", "place"),
            hangs_on("session_id", "kalibrasi"),
        ),
        "calibration_participant",
        Scope.OWNER,
        "session_id",
        "calibration_session",
    ),
    Travelling(
        Table(
            "kalibrasi_pegawai",
            "Pegawai yang dikalibrasi, sebelum dan sesudah",
            (
                *key_columns("session_id", "person_id"),
                *number_columns("place"),
                *text_columns("nip", "name", "position"),
                choice_column("suggested", SuggestedRating, may_be_empty=True),
                choice_column("result_before", Rating, may_be_empty=True),
                choice_column("behaviour_before", Rating, may_be_empty=True),
                choice_column("result_after", Rating, may_be_empty=True),
                choice_column("behaviour_after", Rating, may_be_empty=True),
                *text_columns("reason"),
                *flag_columns("dropped_out", "is_closed"),
            ),
            ("session_id", "person_id"),
            hangs_on("session_id", "kalibrasi"),
        ),
        "calibration_entry",
        Scope.OWNER,
        "session_id",
        "calibration_session",
    ),
    Travelling(
        Table(
            "pengecualian",
            "Pengecualian pemeriksaan dengan alasannya",
            (
                *key_columns("waiver_id", "rule", "record_id"),
                *text_columns("waived_by", "reason"),
                date_column("waived_on", may_be_empty=False),
            ),
            ("waiver_id",),
        ),
        "waiver",
        Scope.WHOLE,
    ),
)

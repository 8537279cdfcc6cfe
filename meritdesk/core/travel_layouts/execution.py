"""What travels of the year's work: steps, documentation, feedback, guidance, and what evidence there is."""

from __future__ import annotations

from meritdesk.core.evidence import EvidenceKind, EvidenceOwner, MediaKind
from meritdesk.core.feedback import FeedbackChannel, FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.guidance import GuidanceKind
from meritdesk.core.package_tables import (
    Column,
    Kind,
    Table,
    choice_column,
    date_column,
    flag_columns,
    hangs_on,
    json_column,
    key_columns,
    later_columns,
    moment_column,
    number_columns,
    text_columns,
)
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.travel import Scope, Travelling

EXECUTION: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "rencana_lama",
            "SKP sebelum perubahan, seperti ditandatangani",
            (
                *key_columns("plan_id"),
                *number_columns("version"),
                *key_columns("person_id"),
                *number_columns("year"),
                date_column("replaced_on", may_be_empty=False),
                *text_columns("replaced_by", "reason"),
                json_column("content"),
            ),
            ("plan_id", "version"),
        ),
        "plan_version",
        Scope.YEAR,
        "year",
        version="version",
    ),
    Travelling(
        Table(
            "rencana_aksi",
            "Rencana aksi per hasil kerja",
            (*key_columns("result_id"), *number_columns("number"), *text_columns("text"), date_column("due_on")),
            ("result_id", "number"),
            hangs_on("result_id", "butir"),
        ),
        "action_step",
        Scope.OWNER,
        "result_id",
        "work_result",
    ),
    Travelling(
        Table(
            "dokumentasi",
            "Pendokumentasian kinerja",
            (
                *key_columns("documentation_id", "result_id"),
                date_column("documented_on", may_be_empty=False),
                *number_columns("step"),
                *text_columns("text", "evidence"),
            ),
            ("documentation_id",),
            hangs_on("result_id", "butir"),
        ),
        "documentation",
        Scope.OWNER,
        "result_id",
        "work_result",
    ),
    Travelling(
        Table(
            "ambil_alih",
            "Hasil kerja yang diambil alih pimpinan",
            (
                *key_columns("takeover_id", "person_id", "result_id"),
                date_column("taken_on", may_be_empty=False),
                *text_columns("note", "taken_by_id", "taken_by_name", "earlier"),
            ),
            ("takeover_id",),
            hangs_on("result_id", "butir"),
        ),
        "takeover",
        Scope.OWNER,
        "result_id",
        "work_result",
    ),
    Travelling(
        Table(
            "umpan_balik_berkala",
            "Umpan balik berkelanjutan",
            (
                *key_columns("entry_id", "person_id"),
                date_column("given_on", may_be_empty=False),
                choice_column("giver", FeedbackGiver),
                *text_columns("giver_id", "giver_name"),
                choice_column("rhythm", FeedbackRhythm),
                choice_column("channel", FeedbackChannel),
                choice_column("mark", FeedbackMark),
                *text_columns("result_id"),
                choice_column("behaviour", BehaviourValue, may_be_empty=True),
                *text_columns("text", "evidence"),
                *flag_columns("is_requested"),
                *later_columns("giver_role", "problem_id"),
            ),
            ("entry_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "feedback_entry",
        Scope.IN_PERIOD,
        "given_on",
    ),
    Travelling(
        Table(
            "pembinaan",
            "Bimbingan dan pengembangan pegawai",
            (
                *key_columns("record_id", "person_id"),
                choice_column("kind", GuidanceKind),
                date_column("held_on", may_be_empty=False),
                *text_columns("guide_id", "guide_name", "place", "follows"),
                json_column("body"),
            ),
            ("record_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "guidance",
        Scope.IN_PERIOD,
        "held_on",
    ),
    Travelling(
        Table(
            "bukti",
            "Bukti dukung (keterangan; berkasnya tetap di perangkat daerah)",
            (
                *key_columns("evidence_id", "person_id"),
                choice_column("owner", EvidenceOwner),
                *key_columns("owner_id"),
                Column("period", Kind.PERIOD, None, True),
                *key_columns("sha256"),
                *text_columns("file_name"),
                *number_columns("size"),
                choice_column("media", MediaKind),
                choice_column("kind", EvidenceKind),
                *text_columns("title"),
                moment_column("added_at", may_be_empty=True),
                *text_columns("added_by"),
            ),
            ("evidence_id",),
            hangs_on("person_id", "pegawai"),
        ),
        "evidence",
        Scope.EVIDENCE,
    ),
)

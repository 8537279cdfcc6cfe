"""What travels of problems across units, and what goes only from PC to PC of one agency."""

from __future__ import annotations

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.package_tables import (
    Table,
    choice_column,
    date_column,
    date_columns,
    flag_columns,
    hangs_on,
    json_column,
    key_columns,
    later_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.plan import JobClass
from meritdesk.core.plan_library import LibraryKind
from meritdesk.core.problems import CallAnswer, ProblemKind
from meritdesk.core.travel import Scope, Travelling
from meritdesk.core.working_days import HolidayKind

TEAMS: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "masalah",
            "Masalah lintas unit",
            (
                *key_columns("problem_id", "number"),
                choice_column("kind", ProblemKind),
                *text_columns("title", "description"),
                *key_columns("unit_id"),
                date_column("opened_on", may_be_empty=False),
                date_column("due_on", may_be_empty=False),
                *text_columns("host_unit_id", "lead_id", "letter_number"),
                *date_columns("letter_on", "answered_on", "solved_on"),
                *text_columns("solution"),
                *date_columns("closed_on", "dropped_on"),
                *text_columns("why_dropped"),
                *later_columns("result", "serves"),
            ),
            ("problem_id",),
        ),
        "problem",
        Scope.WHOLE,
    ),
    Travelling(
        Table(
            "masalah_panggilan",
            "Unit yang dipanggil",
            (
                *key_columns("problem_id", "unit_id"),
                *number_columns("place"),
                date_column("called_on", may_be_empty=False),
                *text_columns("why"),
                date_column("answered_on"),
                choice_column("answer", CallAnswer, may_be_empty=True),
                *text_columns("words"),
            ),
            ("problem_id", "unit_id"),
            hangs_on("problem_id", "masalah"),
        ),
        "problem_call",
        Scope.OWNER,
        "problem_id",
        "problem",
    ),
    Travelling(
        Table(
            "masalah_anggota",
            "Anggota tim penyelesaian",
            (
                *key_columns("problem_id", "person_id"),
                *number_columns("place"),
                *key_columns("home_unit_id"),
                choice_column("mode", AssignmentMode),
                date_column("starts"),
                *text_columns("duty"),
                date_column("consent_on"),
                *later_columns("result_id", "agency_code", "agency_name", "nip", "name"),
            ),
            ("problem_id", "person_id"),
            hangs_on("problem_id", "masalah"),
        ),
        "problem_member",
        Scope.OWNER,
        "problem_id",
        "problem",
    ),
    Travelling(
        Table(
            "masalah_tugas",
            "Tugas penyelesaian",
            (
                *key_columns("problem_id", "task_id"),
                *text_columns("text"),
                *key_columns("owner_id"),
                date_column("due_on", may_be_empty=False),
                date_column("done_on"),
                *text_columns("product"),
            ),
            ("problem_id", "task_id"),
            hangs_on("problem_id", "masalah"),
        ),
        "problem_task",
        Scope.OWNER,
        "problem_id",
        "problem",
    ),
    Travelling(
        Table(
            "masalah_umpan_balik",
            "Umpan balik kepada anggota dari instansi lain",
            (
                *key_columns("entry_id", "problem_id", "person_id"),
                date_column("given_on", may_be_empty=False),
                *text_columns("giver_role", "giver_name"),
                choice_column("mark", FeedbackMark),
                *text_columns("text"),
            ),
            ("entry_id",),
            hangs_on("problem_id", "masalah"),
        ),
        "guest_feedback",
        Scope.OWNER,
        "problem_id",
        "problem",
    ),
    Travelling(
        Table(
            "tim_instansi_lain",
            "Pegawai instansi ini di tim instansi lain",
            (
                *key_columns("problem_id", "person_id", "number", "host_code"),
                *text_columns("host_name", "host_unit", "lead_name", "title", "result", "letter_number"),
                date_column("letter_on"),
                date_column("due_on", may_be_empty=False),
                choice_column("mode", AssignmentMode),
                date_column("starts"),
                *text_columns("duty"),
                *date_columns("solved_on", "consent_on"),
                *text_columns("result_id"),
            ),
            ("problem_id", "person_id"),
            hangs_on("person_id", "pegawai"),
        ),
        "team_abroad",
        Scope.WHOLE,
    ),
)

INSIDE: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "hari_libur",
            "Hari libur menurut kantor ini",
            (
                date_column("day", may_be_empty=False),
                *text_columns("name"),
                choice_column("kind", HolidayKind),
                *flag_columns("is_doubtful"),
                *text_columns("source"),
                *flag_columns("is_kept"),
            ),
            ("day",),
        ),
        "holiday",
        Scope.IN_YEAR,
        "day",
        inside=True,
    ),
    Travelling(
        Table(
            "pustaka",
            "Pustaka contoh kalimat SKP",
            (
                *key_columns("entry_id"),
                choice_column("kind", LibraryKind),
                choice_column("job_group", JobClass, may_be_empty=True),
                *text_columns("topic", "text"),
                json_column("content"),
                *text_columns("source"),
            ),
            ("entry_id",),
        ),
        "library_entry",
        Scope.WHOLE,
        inside=True,
    ),
)

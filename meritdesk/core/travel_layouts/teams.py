"""What travels of problems across units, and what goes only from PC to PC of one agency."""

from __future__ import annotations

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.package_tables import (
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

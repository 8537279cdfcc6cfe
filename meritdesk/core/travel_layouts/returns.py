"""What goes up in answer to a return: the answers to corrections, and why work went on in a locked period."""

from __future__ import annotations

from meritdesk.core.corrections import ANSWERS, AnswerKind
from meritdesk.core.package_tables import (
    PERIOD,
    Table,
    choice_column,
    date_column,
    key_columns,
    number_columns,
    text_columns,
)
from meritdesk.core.travel import Scope, Travelling

RETURNS: tuple[Travelling, ...] = (
    Travelling(
        Table(
            ANSWERS,
            "Jawaban atas koreksi wilayah",
            (
                *key_columns("correction_id"),
                choice_column("kind", AnswerKind),
                *text_columns("words"),
                *key_columns("answered_by"),
                date_column("answered_on", may_be_empty=False),
            ),
            ("correction_id",),
        ),
        "correction_answer",
        Scope.WHOLE,
    ),
    Travelling(
        Table(
            "setelah_kunci",
            "Alasan bekerja pada periode yang dikunci",
            (
                PERIOD,
                *number_columns("number"),
                *key_columns("reason", "noted_by"),
                date_column("noted_on", may_be_empty=False),
            ),
            ("period", "number"),
        ),
        "work_after_lock",
        Scope.PERIOD,
        "period",
    ),
)

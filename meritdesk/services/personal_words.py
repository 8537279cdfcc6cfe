"""What papers about personal data call their columns and values: words of the user, never names of the database.

Papers speak Indonesian; columns and members of lists go to the press as label keys, days and moments as they are
written in an office here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, RaterBasis, Sex
from meritdesk.messages import Messages, label_key
from meritdesk.messages.calendar import day_words, moment_words
from meritdesk.wall_clock import noted_moment

OF_ONE_TABLE = frozenset({("evaluation", "note"), ("survey_sheet", "second"), ("work_result", "basis")})
"""Columns that mean something else than their namesakes of other tables."""

_CHOICES: Mapping[str, tuple[type[Enum], ...]] = {
    "sex": (Sex,),
    "employment": (EmploymentType,),
    "legal_status": (LegalStatus,),
    "status": (LegalStatus,),
    "position_kind": (PositionKind,),
    "basis": (RaterBasis,),
    "suggested": (Rating,),
    "result_rating": (Rating,),
    "behaviour_rating": (Rating,),
    "result_before": (Rating,),
    "result_after": (Rating,),
    "behaviour_before": (Rating,),
    "behaviour_after": (Rating,),
    "predicate": (Predicate,),
    "before_predicate": (Predicate,),
    "after_predicate": (Predicate,),
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)")
_FLAG = re.compile(r"(is|may|has|needs|asks)_")


def column_key(table: str, column: str) -> str:
    """The label key of a column: ``DATACOLUMN:BIRTH_DATE``, with its table where it is not what others call so."""
    return f"DATACOLUMN:{f'{table}.' if (table, column) in OF_ONE_TABLE else ''}{column}".upper()


def columns_key(table: str, columns: tuple[str, ...]) -> str:
    """The label keys of several columns, as a paper lists them; what is called alike stands once."""
    return ", ".join(dict.fromkeys(column_key(table, one) for one in columns))


def value_key(column: str, value: object) -> str:
    """A value as a paper shows it: the label key of a member, yes or no, a day in words, or the text itself."""
    for kind in _CHOICES.get(column, ()):
        for member in kind:
            if member.value == value:
                return label_key(member)
    if isinstance(value, bool) or (_FLAG.match(column) and value in (0, 1)):
        return "BOOL:YES" if value else "BOOL:NO"
    if isinstance(value, datetime):
        return on_paper(value)
    if isinstance(value, date):
        return day_words(value, _paper())
    text = "" if value is None else str(value)
    if _DAY.fullmatch(text) or _MOMENT.fullmatch(text):
        return _in_words(text)
    return text


def on_paper(moment: datetime) -> str:
    """A moment at this desk, as it stands on these papers."""
    return moment_words(moment, _paper())


def _in_words(text: str) -> str:
    try:
        if len(text) == len("2026-11-26"):
            return day_words(date.fromisoformat(text), _paper())
        return on_paper(noted_moment(text))
    except ValueError:  # looks like one and is none: shown as it stands
        return text


def _paper() -> Messages:
    return Messages("id")

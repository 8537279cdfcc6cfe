"""Change many records at once from a table in a file: looked at first, then carried out, one change set each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.bulk import BulkFate, BulkOutcome
from meritdesk.ui.actions import room_name
from meritdesk.ui.seldom.question import Asked, Field, Kind, Question, Told
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

ROOMS = ("register", "planning", "execution", "assessment")
SHOWN = 12


def _outcome(asked: Asked) -> BulkOutcome:
    desk, path, is_look = asked.desk, Path(asked.text("file")), asked.values.get("look") is not False
    chosen = asked.values.get("period")
    period = chosen if isinstance(chosen, Period) else asked.period
    since = asked.values.get("since")
    if asked.values.get("room") == "register":
        day = since if isinstance(since, date) else desk.register.today()
        return desk.register.bulk.set_from(path, day, asked.text("reason"), is_look, asked.step)
    if asked.values.get("room") == "planning":
        return desk.planning.bulk.set_from(path, period.year, is_look, asked.step)
    if asked.values.get("room") == "execution":
        return desk.execution.bulk.set_from(path, period, is_look, asked.step)
    return desk.assessment.ratings.set_from(path, period, is_look, asked.step)


def _change(asked: Asked) -> Told:
    if not asked.text("file"):
        raise UsageRefusal("UI-355")
    outcome = _outcome(asked)
    number, messages = asked.words.number, asked.words.messages
    said = QCoreApplication.translate("Seldom", "%1 rows: %2 change, %3 stay as they are, %4 are refused.")
    counts = (len(outcome.rows), *(outcome.count(fate) for fate in (BulkFate.CHANGED, BulkFate.SAME, BulkFate.REFUSED)))
    for place, count in enumerate(counts, 1):
        said = singular(said.replace(f"%{place}", number(count)))
    told = [row for row in outcome.rows if row.fate is not BulkFate.SAME]
    lines = [said]
    for row in told[:SHOWN]:
        before, after = (messages.dated(messages.worded(one)) or "-" for one in (row.before, row.after))
        why = f" · {messages.refusal(row.code, row.facts)[0]}" if row.code else ""
        sign = "✗" if row.fate is BulkFate.REFUSED else "✓"
        lines.append(f"{sign} {row.name or row.nip} · {messages.worded(row.what)}: {before} → {after}{why}")
    if len(told) > SHOWN:
        lines.append("…")
    return Told(lines, outcome.changes)


def _rooms(desk: Desk, words: Words, period: Period) -> Sequence[tuple[object, str]]:
    return [(room, room_name(room)) for room in ROOMS]


def _looks(desk: Desk, words: Words, period: Period) -> Sequence[tuple[object, str]]:
    translate = QCoreApplication.translate
    return [(True, translate("Seldom", "only look")), (False, translate("Seldom", "change them"))]


MANY_FROM_FILE = Question(
    "many",
    "register",
    lambda: QCoreApplication.translate("Seldom", "Change many at once from a table"),
    lambda: QCoreApplication.translate(
        "Seldom",
        "A file with the columns person, field and value; look first, then change. It can be undone as a whole.",
    ),
    lambda: QCoreApplication.translate("Seldom", "&Go on"),
    (
        Field("room", lambda: QCoreApplication.translate("Seldom", "&Of what"), Kind.CHOICE, _rooms),
        Field("file", lambda: QCoreApplication.translate("Seldom", "&File"), Kind.FILE),
        Field("period", lambda: QCoreApplication.translate("Seldom", "&Period"), Kind.PERIOD),
        Field("since", lambda: QCoreApplication.translate("Seldom", "First &day of a change of staff"), Kind.DAY),
        Field("reason", lambda: QCoreApplication.translate("Seldom", "&Letter it rests on")),
        Field("look", lambda: QCoreApplication.translate("Seldom", "&What to do"), Kind.CHOICE, _looks),
    ),
    _change,
)

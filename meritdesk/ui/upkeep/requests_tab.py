"""Data pribadi: what people ask about their data, whose processing is limited, extracts, the record of processing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.personal_data import AskedState, RequestKind
from meritdesk.services import Desk
from meritdesk.services.upkeep.personal import LimitLine, RequestLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.seldom.asking_dialog import AskingDialog
from meritdesk.ui.seldom.question import Asked, Field, Kind, Question, Told
from meritdesk.ui.upkeep.care_tab import CareTab, members, nip_field, text_field
from meritdesk.ui.upkeep.extract_dialog import ExtractDialog
from meritdesk.ui.wording import Words


class AskedColumn(IntEnum):
    """One request or limit."""

    NUMBER = 0
    NAME = 1
    WHAT = 2
    DUE = 3
    STATE = 4
    WORDS = 5


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A request, or a limit that somebody asked for."""

    request: RequestLine | None = None
    limit: LimitLine | None = None

    @property
    def name(self) -> str:
        """Whom it is about."""
        told = self.request or self.limit
        return told.name if told is not None else ""

    @property
    def nip(self) -> str:
        """His number."""
        told = self.request or self.limit
        return told.nip if told is not None else ""


class AskedTable(LineTable[AskedLine]):
    """Open requests first, then limits that stand."""

    columns = AskedColumn
    named_by = frozenset({AskedColumn.NAME})

    def identity(self, line: AskedLine) -> object:
        if line.request is not None:
            return line.request.request.request_id
        return line.limit.limit.limit_id if line.limit is not None else ""

    def heading(self, column: int) -> str:
        """The headings of requests."""
        translate = QCoreApplication.translate
        return (
            translate("Care", "Number"),
            translate("Care", "Whose data"),
            translate("Care", "What is asked"),
            translate("Care", "Answer by"),
            translate("Care", "State"),
            translate("Care", "Words"),
        )[column]

    def cells(self, line: AskedLine) -> tuple[str, ...]:
        """One request or limit."""
        translate, label = QCoreApplication.translate, self.words.messages.label_of
        if line.limit is not None:
            limit = line.limit.limit
            state = translate("Care", "limited") if limit.stands else translate("Care", "lifted")
            what = translate("Care", "processing is limited")
            return ("", line.name or "–", what, "", state, limit.reason)
        assert line.request is not None
        one = line.request.request
        state = label(one.state)
        if one.state is AskedState.OPEN:
            state = f"✗ {state}" if line.request.is_late else f"• {state}"
        return (
            one.number,
            line.name or "–",
            label(one.kind),
            self.words.short_moment(one.due_at),
            state,
            one.answer or one.asked,
        )

    def value(self, line: AskedLine, column: int) -> object:
        """Moments sort as such."""
        if column == AskedColumn.DUE and line.request is not None:
            return line.request.request.due_at.isoformat()
        return self.shown(line, column)

    def colour(self, line: AskedLine, column: int) -> QColor | None:
        """What is settled is quiet."""
        is_open = line.request is not None and line.request.request.state is AskedState.OPEN
        stands = line.limit is not None and line.limit.limit.stands
        return None if is_open or stands else look.quiet()


class RequestsTab(CareTab[AskedLine]):
    """The clock of three days, and what is done about it."""

    nouns = frozenset({"personal", "people"})
    key = "requests"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = AskedTable(words, self)
        self.build(
            "upkeep.requests",
            self.table,
            [column_facet(self.table, one, lambda: self.lines) for one in (AskedColumn.WHAT, AskedColumn.STATE)],
            {
                "show_processing": ("", self.open_processing),
                "limit_processing": ("", self.open_limit),
                "make_extract": ("Ctrl+P", self.open_extract),
                "answer_request": ("F2", self.open_answer),
                "new_request": ("Ctrl+N", self.open_new),
            },
        )
        self.listing.empty_words = self._told_empty
        self.listing.title_words = self.title.text
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read requests and limits."""
        personal = self.desk.upkeep.personal

        def work(step: object) -> tuple[AskedLine, ...]:
            asked = tuple(AskedLine(request=one) for one in personal.requests())
            return asked + tuple(AskedLine(limit=one) for one in personal.limits())

        self.lane.ask(work, self.give, self.refused, key="requests")

    def retranslate(self) -> None:
        """Say the tab in the current language."""
        translate = QCoreApplication.translate
        self.title.setText(translate("Care", "Personal data"))
        self.lead.setText(
            translate(
                "Care",
                "Whoever asks to see, correct or limit the data kept about him is answered within 3 x 24 hours, nights "
                "and holidays included (UU 27/2022 Art. 30, 32, 41).",
            )
        )
        look.colour(self.lead, look.quiet())
        self.say_parts(
            {
                "show_processing": (translate("Care", "&Record..."), translate("Care", "Record of processing")),
                "limit_processing": (translate("Care", "&Limit..."), translate("Care", "Limit processing")),
                "make_extract": (translate("Care", "&Extract..."), translate("Care", "Extract for a person")),
                "answer_request": (translate("Care", "&Answer..."), translate("Care", "Answer a request")),
                "new_request": (translate("Care", "&New request..."), translate("Care", "New request")),
            }
        )

    def open_new(self) -> AskingDialog | None:
        """Enter what somebody asks."""
        return self.ask(_registering())

    def open_answer(self) -> AskingDialog | None:
        """Answer or refuse the chosen request."""
        line = self.current()
        if line is None or line.request is None or line.request.request.state is not AskedState.OPEN:
            return None
        return self.ask(_answering(line.request.request.number))

    def open_extract(self) -> ExtractDialog:
        """Ask whose data; the extract is shown and can be printed or taken along."""
        dialog = ExtractDialog(self.desk, self.lane, self.words, self)
        dialog.open()
        return dialog

    def open_limit(self) -> AskingDialog | None:
        """Set or lift a limit."""
        return self.ask(_limiting())

    def open_processing(self) -> SheetDialog:
        """The record of processing."""
        personal = self.desk.upkeep.personal
        title = QCoreApplication.translate("Care", "Record of processing")
        return self.show_sheet(title, personal.preview_processing, personal.print_processing)

    def openers(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.open_new, "answer": self.open_answer, "limit": self.open_limit}

    def told_why(self, line: AskedLine) -> str:
        parts = [f"<p><b>{escape(self.words.person(line.name, line.nip))}</b><br>{escape(line.nip)}</p>"]
        if line.request is not None:
            one = line.request.request
            parts.append(f"<p>{escape(one.asked)}</p>")
            received = QCoreApplication.translate("Care", "Received %1 by %2")
            received = received.replace("%1", self.words.moment(one.received_at)).replace("%2", one.received_by)
            parts.append(f"<p>{escape(received)}</p>")
            if one.answered_at is not None:
                told = f"{self.words.moment(one.answered_at)} · {one.answered_by}: {one.answer}"
                parts.append(f"<p>{escape(told)}</p>")
        if line.limit is not None:
            limit = line.limit.limit
            parts.append(f"<p>{escape(limit.reason)}</p><p>{escape(limit.set_by)}</p>")
            if limit.lifted_why:
                parts.append(f"<p>{escape(limit.lifted_by)}: {escape(limit.lifted_why)}</p>")
        return "".join(parts)

    def offer_deeds(self, line: AskedLine | None) -> None:
        self.offer(("new_request", "make_extract", "limit_processing", "show_processing"), True)
        is_open = line is not None and line.request is not None and line.request.request.state is AskedState.OPEN
        self.offer(("answer_request",), is_open)

    def _told_empty(self, arrangement: Arrangement) -> str:
        return QCoreApplication.translate("Care", "Nobody has asked anything about the data kept here.")


_REFUSES = (
    (False, str(QT_TRANSLATE_NOOP("Care", "granted"))),
    (True, str(QT_TRANSLATE_NOOP("Care", "refused, with the reason"))),
)
_LIMITS = (
    (False, str(QT_TRANSLATE_NOOP("Care", "limit"))),
    (True, str(QT_TRANSLATE_NOOP("Care", "lift the limit"))),
)


def _offered(pairs: tuple[tuple[bool, str], ...]) -> list[tuple[object, str]]:
    return [(value, QCoreApplication.translate("Care", words)) for value, words in pairs]


def _registering() -> Question:
    translate = QCoreApplication.translate

    def work(asked: Asked) -> Told:
        kind = asked.values.get("kind")
        made = asked.desk.upkeep.personal.register_request(
            asked.text("nip"), kind if isinstance(kind, RequestKind) else RequestKind.ACCESS, asked.text("asked")
        )
        told = translate("Care", "%1 is entered; to be answered by %2.")
        return Told([told.replace("%1", made.number).replace("%2", asked.words.moment(made.due_at))])

    return Question(
        "new", "upkeep",
        lambda: translate("Care", "New request"),
        lambda: translate("Care", "The clock of 3 x 24 hours runs from now."),
        lambda: translate("Care", "&Register"),
        (
            nip_field(translate("Care", "&NIP")),
            Field("kind", lambda: translate("Care", "&What is asked"), Kind.CHOICE, members(RequestKind)),
            text_field("asked", translate("Care", "In his &words")),
        ),
        work,
    )  # fmt: skip


def _answering(number: str) -> Question:
    translate = QCoreApplication.translate

    def work(asked: Asked) -> Told:
        refused = asked.values.get("refused") is True
        changes = asked.desk.upkeep.personal.answer_request(number, asked.text("answer"), refused)
        return Told([translate("Care", "The answer is kept.")], changes)

    return Question(
        "answer", "upkeep",
        lambda: translate("Care", "Answer a request"),
        lambda: translate("Care", "Correct the data first where it is granted; then write what was done, or why not."),
        lambda: translate("Care", "&Keep the answer"),
        (
            Field("refused", lambda: translate("Care", "&Outcome"), Kind.CHOICE, lambda *_: _offered(_REFUSES)),
            text_field("answer", translate("Care", "&Answer")),
        ),
        work,
    )  # fmt: skip


def _limiting() -> Question:
    translate = QCoreApplication.translate

    def work(asked: Asked) -> Told:
        personal = asked.desk.upkeep.personal
        deed = personal.lift if asked.values.get("lift") is True else personal.limit
        return Told([translate("Care", "Done.")], deed(asked.text("nip"), asked.text("reason")))

    return Question(
        "limit", "upkeep",
        lambda: translate("Care", "Limit processing"),
        lambda: translate(
            "Care",
            "Plans, evaluations, papers and sending go on, since the rules demand them. Recognition and the register "
            "of habits stop for this person.",
        ),
        lambda: translate("Care", "&Do it"),
        (
            nip_field(translate("Care", "&NIP")),
            Field("lift", lambda: translate("Care", "&What to do"), Kind.CHOICE, lambda *_: _offered(_LIMITS)),
            text_field("reason", translate("Care", "&Reason")),
        ),
        work,
    )  # fmt: skip
